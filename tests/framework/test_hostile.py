"""Whatever lies in a framework file, it is answered in plain words: no exception, no hang, no control character.

Some 1,700 files, made with a fixed seed from the frameworks that are shipped and from one that uses everything: bytes
flipped, cut, lines moved, values of the wrong type at every key, and files that were built to hurt a parser.
"""

import datetime as dt
import os
import random
import socket
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from coachtui.framework.loading import check_file, load
from coachtui.framework.mistakes import Mistake
from coachtui.framework.models import Framework
from coachtui.framework.parts import Parts
from coachtui.framework.shipped import shipped_folder
from coachtui.framework.source import MAX_BYTES
from coachtui.text import hostile

HERE = Path(__file__).parent
SEEDS = [HERE / "everything.toml", shipped_folder() / "grow.toml", shipped_folder() / "instant-pay-off.toml"]

#: Words of the libraries underneath, which no coach should have to read.
FOREIGN = (
    "Input should",
    "validation error",
    "pydantic",
    "tomllib",
    "Traceback",
    "Error(",
    "type=",
    "None",
    "dict",
    "str ",
)

NASTY = ["\x1b[31m", "\x9b2J", "\u202e", "\u2066", "\x07", "\x00", "\ufeff", "\u2028", "\x7f", "\U000e0041"]


@pytest.fixture(scope="module")
def parts() -> Parts:
    """The shipped parts and those of the tests, found once."""
    return Parts([HERE, shipped_folder()])


def assert_plain(path: Path, found: list[Mistake]) -> None:
    """Each mistake names its file, what is wrong and what to do, fit for any terminal."""
    for mistake in found:
        sentence = mistake.sentence
        assert not list(hostile(sentence)), sentence
        assert not set(sentence) & {"\n", "\t", "\r"}
        assert mistake.what.endswith((".", "?")), sentence
        assert mistake.remedy.endswith((".", "?")), sentence
        assert sentence.startswith((path.name, "parts/")), sentence
        assert (mistake.line is None) == (mistake.column is None)
        assert (mistake.line or 1) >= 1
        assert not any(word in sentence for word in FOREIGN), sentence
        assert len(sentence) < 900, sentence


def answered(path: Path, content: bytes, parts: Parts) -> list[Mistake]:
    """What is said of a file with this content; an empty list where it is fit to run."""
    path.write_bytes(content)
    loaded = load(path, parts)
    found = [] if isinstance(loaded, Framework) else loaded
    assert_plain(path, found)
    assert found or isinstance(loaded, Framework)
    return found


# -- real frameworks, spoilt -----------------------------------------------------------------------------------------


def flipped(text: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(text)
    for _ in range(chance.randint(1, 4)):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def cut(text: bytes, chance: random.Random) -> bytes:
    return text[: chance.randrange(len(text))]


def moved(text: bytes, chance: random.Random) -> bytes:
    """Lines taken out, doubled or swapped, as by a hand that slipped."""
    lines = text.split(b"\n")
    for _ in range(chance.randint(1, 3)):
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(3):
            case 0:
                del lines[one]
            case 1:
                lines.insert(other, lines[one])
            case _:
                lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def retyped(text: bytes, chance: random.Random) -> bytes:
    """What word processors and hasty fingers do: curly quotation marks, lost marks, brackets and equals signs."""
    spoilt = text.decode()
    for _ in range(chance.randint(1, 3)):
        old = chance.choice(['"', '"', "[", "]", "=", ",", "{", "}", "#", "'", "."])
        places = [at for at, char in enumerate(spoilt) if char == old]
        if places:
            at = chance.choice(places)
            spoilt = (
                spoilt[:at] + chance.choice(["", "“", "”", "‘", '"', "[[", "{", old * 3, "\\", ":"]) + spoilt[at + 1 :]
            )
    return spoilt.encode()


@pytest.mark.timeout(60)
@pytest.mark.parametrize("spoil", [flipped, cut, moved, retyped], ids=lambda one: one.__name__)
@pytest.mark.parametrize("seed", range(3))
def test_a_spoilt_framework_is_answered_in_words(
    spoil: Callable[[bytes, random.Random], bytes], seed: int, tmp_path: Path, parts: Parts
) -> None:
    chance = random.Random(f"{spoil.__name__}{seed}")
    source = SEEDS[seed]
    text = source.read_bytes()
    refused = [bool(answered(tmp_path / source.name, spoil(text, chance), parts)) for _ in range(60)]
    assert any(refused)


# -- wrong values ----------------------------------------------------------------------------------------------------

WRONG: list[Any] = [
    "",
    " ",
    "\u001b[31mred",
    "\u202ebackwards",
    "{0.__class__}",
    "{coachee",
    "../../etc/passwd",
    "con",
    "x" * 600,
    "line\nline",
    "[bold]not markup[/bold]",
    0,
    -1,
    3,
    10**30,
    2.5,
    float("nan"),
    float("inf"),
    True,
    [],
    [[]],
    ["a", "a"],
    [1, "a", 2.5],
    {},
    {"name": "x"},
    {"from": "nowhere"},
    {"\u0007": 1},
    [{}],
    [{"name": "x"}, {"name": "x"}],
    dt.date(2026, 11, 21),
    dt.time(16, 22),
]


def places_in(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in parsed TOML where a value stands."""
    if path:
        yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        yield from places_in(one, (*path, key))


def with_value(data: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """The same data with one value replaced."""
    if not path:
        return value
    here, *rest = path
    pairs = enumerate(data) if isinstance(data, list) else data.items()
    changed = {key: with_value(one, tuple(rest), value) if key == here else one for key, one in pairs}
    return list(changed.values()) if isinstance(data, list) else changed


@pytest.mark.timeout(100)
@pytest.mark.parametrize("seed", range(3))
def test_a_wrong_value_at_any_place_is_answered_in_words(seed: int, tmp_path: Path, parts: Parts) -> None:
    chance = random.Random(seed)
    source = SEEDS[seed]
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    places = list(places_in(data))
    for place in chance.sample(places, 150):
        spoilt = with_value(data, place, chance.choice(WRONG))
        answered(tmp_path / source.name, tomli_w.dumps(spoilt).encode("utf-8", "replace"), parts)


@pytest.mark.timeout(60)
def test_every_setting_with_a_date_is_refused_at_its_own_place(tmp_path: Path, parts: Parts) -> None:
    """A date is right nowhere, so wherever one stands there is a mistake, and it is told for that setting."""
    source = SEEDS[1]
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    for place in places_in(data):
        found = answered(
            tmp_path / source.name, tomli_w.dumps(with_value(data, place, dt.date(2026, 1, 1))).encode(), parts
        )
        assert found, place


# -- built to hurt ---------------------------------------------------------------------------------------------------

TOP = 'format = 1\nid = "x"\nname = "X"\n'
STEP = '[[step]]\nid = "a"\nkind = "text"\n'

BUILT: dict[str, str] = {
    "empty": "",
    "blank": "\n\n   \n",
    "only a comment": "# nothing\n",
    "64 kB of dots": "a" + ".a" * 32_000 + " = 1",
    "dots in a heading": "[" + "a." * 30_000 + "a]",
    "many dotted keys": "\n".join(f"{'a.' * 15}k{n} = 1" for n in range(1_500)),
    "dots behind an open quotation mark": 'a = "\n' + "b" + ".b" * 30_000 + " = 1",
    "100,000 brackets, cut at the limit": "a = " + "[" * 60_000,
    "brackets closed": "a = " + "[" * 30_000 + "]" * 30_000,
    "braces": "a = " + "{a=" * 20_000,
    "brackets on lines": "a = " + "[\n" * 30_000,
    "headings": "[a]\n" * 15_000,
    "lists of tables": "[[step]]\n" * 7_000,
    "nested lists of tables": "".join(f"[[{'.'.join(['a'] * n)}]]\n" for n in range(1, 15)) * 20,
    "equals signs": "=" * 60_000,
    "quotation marks": '"' * 60_001,
    "single quotation marks": "'" * 60_001,
    "backslashes": 'a = "' + "\\" * 60_001,
    "backslashes closed": 'a = "' + "\\\\" * 30_000 + '"',
    "open long text": 'a = """' + '""\\' * 20_000,
    "commas": "a = [" + "," * 60_000,
    "a huge whole number": "a = " + "9" * 60_000,
    "a huge number within the limit": TOP + "version = " + "9" * 4_000 + "\n" + STEP,
    "a huge hexadecimal number": "a = 0x" + "f" * 60_000,
    "a huge exponent": TOP + STEP + "minutes = 1e999999\n",
    "underscores": "a = 1" + "_1" * 30_000,
    "curly marks": "a = " + "“" * 20_000,
    "curly marks on lines": "a = “b”\n" * 5_000,
    "blanks": " " * 60_000 + "a",
    "line ends": "\n" * 60_000,
    "old line ends": "a = 1\r" * 10_000,
    "nulls": "\0" * 60_000,
    "escape characters": "\x1b[2J" * 10_000,
    "a key of blanks": '"" = 1\n" " = 2\n',
    "duplicate keys": "a = 1\n" * 8_000,
    "duplicate ids": TOP + STEP * 150,
    "201 steps": TOP + "".join(f'[[step]]\nid = "s{n}"\nkind = "text"\n' for n in range(201)),
    "3,000 columns": TOP + '[[step]]\nid = "a"\nkind = "notes"\nlayout = "columns"\ncolumns = ' + str([f"c{n}" for n in range(3_000)]).replace("'", '"'),
    "10,000 braces": TOP + STEP + f'title = "{"{" * 250}"\nask = ["{"{a}" * 1_500}", "{"{" * 4_000}"]\n',
    "200 openings": TOP + "opening = " + str([f"p{n}" for n in range(200)]).replace("'", '"') + "\n" + STEP,
    "a part that is a path": TOP + 'opening = ["../../../etc/passwd", "close/../close", "nul", "\\u0000"]\n' + STEP,
    "a part within itself": 'format = 1\nid = "x"\npart = true\nopening = ["x"]\n' + STEP,
    "format strings": TOP + STEP + 'title = "{0.__class__.__mro__[1].__subclasses__()} %s {coachee!r:>99999999}"\n',
    "step as a number": TOP + "step = 3\nboard = 4\nround = 5\n",
    "steps as numbers": TOP + "step = [1, 2]\n",
    "step as one table": TOP + "[step]\nid = 'a'\n",
    "step within step": TOP + STEP + "[[step.step]]\nid = 'b'\n",
    "format true": "format = true\n" + TOP.partition("\n")[2] + STEP,
    "format of the far future": "format = " + "9" * 300 + "\nsense = 'none'\n",
    "format as text": 'format = "1"\n' + TOP.partition("\n")[2] + STEP,
    "keys that are methods": TOP + STEP + "__class__ = 1\nmodel_config = {}\nmodel_fields = 2\nclassed = 3\nfrom_ = 4\n",
    "keys of the models": TOP + "steps = []\nboards = []\nrounds = []\n" + STEP,
    "unicode keys": TOP + STEP + '"ti\u0301tle" = "x"\n"í" = 1\n"i\u0301" = 2\n',
    "surrogates": TOP + STEP + 'title = "\\ud800"\n',
    "beyond unicode": TOP + STEP + 'title = "\\U00110000"\n',
    **{f"control character {n}": TOP + STEP + f'title = "a{char}b"\n' for n, char in enumerate(NASTY)},
    **{f"escaped {n}": TOP + STEP + f'title = "a\\U{ord(char[0]):08X}b"\n' for n, char in enumerate(NASTY)},
    **{f"in a key {n}": TOP + STEP + f'"a\\U{ord(char[0]):08X}b" = 1\n' for n, char in enumerate(NASTY)},
    **{f"in a comment {n}": TOP + STEP + f"# a{char}b\n" for n, char in enumerate(NASTY)},
}  # fmt: skip


def step(number: int | str, more: str = "", kind: str = "text") -> str:
    return f'[[step]]\nid = "s{number}"\nkind = "{kind}"\n{more}'


def names(count: int, stem: str = "q") -> str:
    return "[" + ",".join(f'"{stem}{number}"' for number in range(count)) + "]"


#: Files in which each mistake is small and there are thousands, so that looking for the nearest name would take minutes.
BUILT |= {
    "thousands of unknown references": TOP + "".join(step(n, f"show = {names(30, f'q{n}')}\n") for n in range(150)),
    "thousands of unknown settings": TOP + step(0, "".join(f"titl{n} = 1\n" for n in range(4_000))),
    "thousands of steps on one board": TOP + "".join(step(n, 'board = "b"\n', "notes") for n in range(1_200)),
    "thousands of rounds": TOP
    + step(0)
    + "".join(f'[[round]]\nid = "r{n}"\nfor_each = "q{n}"\nsteps = ["s0"]\n' for n in range(1_100)),
    "thousands of boards": TOP + step(0) + "".join(f'[[board]]\nid = "b{n}"\n' for n in range(2_000)),
    "thousands of braces": TOP
    + "".join(step(n, 'say = "' + "".join(f"{{a{n}{m}}}" for m in range(40)) + '"\n', "guide") for n in range(140)),
    "thousands of jumps": TOP
    + step(0, 'options = ["a"]\n[step.go_to]\n' + "".join(f'"o{n}" = "q{n}"\n' for n in range(3_000)), "choose"),
    "thousands of openings": TOP + f"opening = {names(4_000)}\n" + step(0),
    "thousands of tags": TOP + step(0, f"tags = {names(6_000)}\n", "notes"),
    "thousands of weights": TOP
    + step(0, 'rows = ["a"]\n[step.weights]\n' + "".join(f"w{n} = 1\n" for n in range(5_000)), "rate"),
    "long words that are nearly the same": TOP
    + "".join(step(f"{'a' * 50}{n}", f'show = ["s{"a" * 51}{n}"]\n') for n in range(200)),
}


@pytest.mark.timeout(10)
@pytest.mark.parametrize("name", BUILT)
def test_a_file_built_to_hurt_is_answered_in_words(name: str, tmp_path: Path, parts: Parts) -> None:
    assert answered(tmp_path / "x.toml", BUILT[name].encode("utf-8", "surrogatepass"), parts)


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe" + "format = 1".encode("utf-16-le"),
        b"\xfe\xff" + "format = 1".encode("utf-16-be"),
        "name = 'café'".encode("latin-1"),
        b"\xed\xa0\x80",
        b"\xc0\xaf" * 1000,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
        bytes(MAX_BYTES),
        b"a" * (MAX_BYTES + 1),
        b"\xef\xbb\xbf" * 3,
    ],
)
def test_what_is_no_text_is_answered_in_words(content: bytes, tmp_path: Path, parts: Parts) -> None:
    assert answered(tmp_path / "x.toml", content, parts)


@pytest.mark.timeout(30)
@pytest.mark.parametrize("seed", range(4))
def test_random_bytes_are_answered_in_words(seed: int, tmp_path: Path, parts: Parts) -> None:
    chance = random.Random(seed)
    alphabet = [*"[]{}\"'=.,#\\\n \t", "a", "step", "1", "true", "“", '"""', "[[step]]\n", "id = ", "\x1b", "é"]
    for _ in range(60):
        text = "".join(chance.choices(alphabet, k=chance.randint(1, 400)))
        assert answered(tmp_path / "x.toml", text.encode(), parts)


# -- what is no file -------------------------------------------------------------------------------------------------


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_folder(path: Path) -> None:
    path.mkdir()


def a_loop(path: Path) -> None:
    path.symlink_to(path)


def a_dangling_link(path: Path) -> None:
    path.symlink_to(path.with_name("nothing"))


def a_link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_sparse_giant(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50 * 1024**3)


def a_socket(path: Path) -> None:
    short = Path(os.path.relpath(path))  # the system's own limit for such names is about a hundred characters
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(short))


def nothing(path: Path) -> None:
    """No file at all."""


@pytest.mark.timeout(10)
@pytest.mark.skipif(sys.platform == "win32", reason="pipes, devices and links of this sort are not made on Windows")
@pytest.mark.parametrize(
    "make",
    [a_pipe, a_folder, a_loop, a_dangling_link, a_link_to_a_device, a_sparse_giant, a_socket, nothing],
    ids=lambda one: one.__name__,
)
def test_what_is_no_ordinary_file_is_refused_at_once(
    make: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "x.toml"
    make(path)
    found = check_file(path)
    assert len(found) == 1
    assert_plain(path, found)
    assert found[0].line is None


def test_a_link_to_an_ordinary_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "grow.toml").symlink_to(shipped_folder() / "grow.toml")
    assert check_file(tmp_path / "grow.toml") == []


def test_a_name_with_control_characters_is_shown_harmless(tmp_path: Path) -> None:
    found = check_file(tmp_path / "a\x1b[31m\u202e\n.toml")
    assert not list(hostile(found[0].sentence))
    assert "\n" not in found[0].sentence


def test_a_byte_order_mark_and_windows_line_ends_are_passed_over(tmp_path: Path) -> None:
    text = (shipped_folder() / "grow.toml").read_text(encoding="utf-8").replace("\n", "\r\n")
    (tmp_path / "grow.toml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert check_file(tmp_path / "grow.toml") == []


def test_a_line_full_of_points_is_only_text(tmp_path: Path, parts: Parts) -> None:
    text = TOP + STEP + f'title = "{"." * 400}"\n'
    assert answered(tmp_path / "x.toml", text.encode(), parts) == []


def test_two_names_that_look_the_same_are_told(tmp_path: Path, parts: Parts) -> None:
    """An accented letter can be written as one character or as two; both are the same name here."""
    text = (
        TOP
        + step("a", 'options = ["caf\u00e9"]\ngo_to = { "caf\u00e9" = "sb", "cafe\u0301" = "sb" }\n', "choose")
        + step("b")
    )
    found = answered(tmp_path / "x.toml", text.encode(), parts)
    assert [(one.line, one.what) for one in found] == [(8, '"caf\u00e9" stands here a second time in the same block.')]


def test_accents_other_scripts_and_emoji_are_welcome(tmp_path: Path, parts: Parts) -> None:
    text = TOP + step("a", 'title = "\u05e9\u05dc\u05d5\u05dd caf\u00e9 \U0001f469\u200d\U0001f680 [bold]"\n')
    assert answered(tmp_path / "x.toml", text.encode(), parts) == []
