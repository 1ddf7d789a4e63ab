"""From a path in the data to line and column: right where it can be, near where it cannot, never an exception."""

import tomllib
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from coachtui.framework.places import Places
from coachtui.framework.shipped import shipped_folder
from coachtui.framework.troubles import Path as DataPath

TEXT = """# a note with = and [brackets]
name = "X"
a.b . "c d" = 1
list = [ # note ]
  "one", 'two # not a note',
  [1, 2],
  { x = 1, y.z = "deep" },
]
long = \"\"\"
kind = "not a key"
\"\"\"
when = 2026-11-21 16:22:00
after = '''it''s'''

[[step]]
id = "a"

  [step.check]
  "be\\u006cow" = 7

[[step]]
id = "b"
[[step.options]]
name = "p"
[[step.options]]
name = "q"

[plain]
key = 1
"""


@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        (("name",), False, (2, 8)),
        (("name",), True, (2, 1)),
        (("a", "b", "c d"), True, (3, 7)),
        (("a", "b", "c d"), False, (3, 15)),
        (("list",), False, (4, 8)),
        (("list", 0), False, (5, 3)),
        (("list", 1), False, (5, 10)),
        (("list", 2, 1), False, (6, 7)),
        (("list", 3, "x"), True, (7, 5)),
        (("list", 3, "y", "z"), False, (7, 18)),
        (("long",), True, (9, 1)),
        (("when",), False, (12, 8)),
        (("after",), False, (13, 9)),
        (("step",), False, (15, 1)),
        (("step", 0, "id"), False, (16, 6)),
        (("step", 0, "check"), False, (18, 3)),
        (("step", 0, "check", "below"), False, (19, 18)),
        (("step", 1, "id"), False, (22, 6)),
        (("step", 1, "options", 1, "name"), False, (26, 8)),
        (("plain", "key"), True, (29, 1)),
        (("step", 1, "missing"), False, (21, 1)),
        (("step", 0, "check", "missing", 3, "deep"), True, (18, 3)),
        (("nowhere",), False, None),
        ((), False, None),
    ],
)
def test_a_path_has_its_line_and_column(path: DataPath, key: bool, place: tuple[int, int] | None) -> None:
    assert Places(TEXT).of(path, key=key) == place


def leaves(value: Any, path: DataPath = ()) -> list[tuple[DataPath, Any]]:
    """Every value that holds no others, with its path."""
    if isinstance(value, dict):
        return [leaf for key, one in value.items() for leaf in leaves(one, (*path, key))]
    if isinstance(value, list):
        return [leaf for number, one in enumerate(value) for leaf in leaves(one, (*path, number))]
    return [(path, value)]


@pytest.mark.parametrize("file", sorted(shipped_folder().rglob("*.toml")), ids=lambda path: path.stem)
def test_every_value_of_a_real_framework_is_found_exactly(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    places = Places(text)
    assert places.scan.troubles == []
    lines = text.split("\n")
    for path, value in leaves(tomllib.loads(text)):
        found = places.of(path)
        assert found is not None
        rest = lines[found[0] - 1][found[1] - 1 :]
        assert rest.startswith((f'"{value}', f"'{value}") if isinstance(value, str) else str(value).lower())


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=6)
SCALARS = st.one_of(
    st.booleans(), st.integers(-9, 10**12), st.floats(allow_nan=False), st.text(max_size=12), st.dates(), st.datetimes()
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=8
)


@given(st.dictionaries(NAMES, VALUES, max_size=4))
def test_whatever_the_library_reads_is_read_here_without_trouble(data: dict[str, Any]) -> None:
    """The second reader never finds fault with what `tomllib` takes, unless it lies too deep."""
    text = tomli_w.dumps(data)
    if any(len(path) > 6 for path, _ in leaves(data)):
        return
    places = Places(text)
    assert [one for one in places.scan.troubles if one.sort != "deep"] == []
    for path, _ in leaves(tomllib.loads(text)):
        assert places.of(tuple(normalize("NFC", one) if isinstance(one, str) else one for one in path)) is not None


@given(st.lists(st.sampled_from([*"[]{}=.,#'", '"', "\\", "\n", "\t", "a", "1", "“", '"""', "é", "\x00"])).map("".join))
def test_no_text_is_too_odd(text: str) -> None:
    places = Places(text)
    assert all(0 <= one.offset <= len(text) for one in places.scan.troubles)
    for offset in (-1, 0, len(text), len(text) + 9):
        line, column = places.of_offset(offset)
        assert line >= 1
        assert column >= 1
    assert places.of(("a", 0, "a")) is None or text
