"""The settings in `coachtui.toml`: what is right is used, the rest is told with its line, and nothing stops."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachtui.framework.duty import DutyCard
from coachtui.store.home import find_home
from coachtui.store.settings import ALL, Settings, SettingsFile, checked, read_settings

WHOLE = """\
theme = "dark"
signs = "ascii"
favourites = ["grow", "instant-pay-off"]

[keys]
ask = "Ctrl+T"
"take" = "Ctrl+F"

[school.terms]
half-term = "term"
"line manager" = "head of year"

[duty]
speak_to = [
  "Ms Example, DSL, room 12, ext. 204",
  "the head, ext. 100",
]
procedure = ["Stay with the person."]
"""


def settings(tmp_path: Path, text: str) -> SettingsFile:
    home = find_home(str(tmp_path), {}, tmp_path)
    home.settings_file.write_text(text, encoding="utf-8")
    return read_settings(home)


def test_no_file_is_no_settings_and_nothing_to_tell(tmp_path: Path) -> None:
    found = read_settings(find_home(str(tmp_path), {}, tmp_path))
    assert (found.settings, found.told) == (Settings(), ())


def test_everything_that_can_be_set(tmp_path: Path) -> None:
    found = settings(tmp_path, WHOLE)
    assert found.told == ()
    assert found.settings == Settings(
        favourites=("grow", "instant-pay-off"),
        keys={"ask": "Ctrl+T", "take": "Ctrl+F"},
        theme="dark",
        signs="ascii",
        terms={"half-term": "term", "line manager": "head of year"},
        duty=DutyCard(("Ms Example, DSL, room 12, ext. 204", "the head, ext. 100"), ("Stay with the person.",)),
    )


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ('\nfavourits = ["grow"]', 'line 2: There is no setting called "favourits". Did you mean "favourites"?'),
        ("whatever = 1", 'line 1: There is no setting called "whatever". There is "favourites"'),
        ('theme = "drak"', 'line 1: It cannot be "drak". Did you mean "dark"?'),
        ('theme = "sepia"', 'Choose "auto", "light", "dark", "contrast" or "plain".'),
        ("signs = 3", "line 1: Here stands a whole number."),
        ('favourites = "grow"', "line 1: Here stands text, and a list is wanted."),
        ('favourites = [\n  "grow",\n  3,\n]', "line 3: Here stands a whole number, and text is wanted."),
        ('keys = "Ctrl+T"', "a table is wanted"),
        ("[keys]\n\nask = 7", "line 3: Here stands a whole number, and text is wanted."),
        ('[keys]\nask = ""', "line 2: This text is empty"),
        ('[school]\ntems = { a = "b" }', 'line 2: There is no setting called "tems".'),
        ("school = 1", 'line 1: There is no setting called "school". '),
        ('[school.terms]\npupil = "a\\nb"', "line 2: This text is empty, too long or of several lines."),
        ("duty = 1", "line 1: Here stands a whole number, and a table is wanted. Write [duty]"),
        (
            '[duty]\n\nspeakto = ["a"]',
            'line 3: There is no setting called "speakto" in [duty]. Did you mean "speak_to"?',
        ),
        ('[duty]\nspeak_to = "Ms Example"', 'a list is wanted. Write it as a list, such as ["Ms Example, room 12'),
        (
            '[duty]\nspeak_to = [\n  "Ms Example",\n  4711,\n]',
            "line 4: Here stands a whole number, and text is wanted.",
        ),
        ('[duty]\nprocedure = ["\\u202e\\u200b"]', "line 2: This text is empty"),
        (
            f'[duty]\nspeak_to = ["{"x" * 121}"]',
            "line 2: This text is empty, too long or of several lines. Use 1 to 120",
        ),
        (f"[duty]\nprocedure = {['x'] + [f'line {n}' for n in range(12)]}", "13 entries, and the card has room for 9."),
    ],
)
def test_a_mistake_is_told_with_its_line_and_the_rest_is_used(tmp_path: Path, text: str, tells: str) -> None:
    apart = 'theme = "light"\n' if "theme" not in text else 'signs = "ascii"\n'
    moved = settings(tmp_path, text + "\n" if text.startswith("[") else text + "\n" + apart)
    assert len(moved.told) == 1
    assert moved.told[0].startswith("coachtui.toml, ")
    assert tells in moved.told[0]
    if not text.startswith("["):
        assert "light" in moved.settings.theme or moved.settings.signs == "ascii"


def test_a_list_or_a_table_keeps_what_is_right_in_it(tmp_path: Path) -> None:
    found = settings(tmp_path, 'favourites = [1, "grow"]\n[keys]\nask = 1\npark = "Ctrl+O"\n')
    assert found.settings.favourites == ("grow",)
    assert found.settings.keys == {"park": "Ctrl+O"}
    assert len(found.told) == 2


def test_a_file_that_is_not_toml_is_told_in_one_sentence_and_all_is_as_it_comes(tmp_path: Path) -> None:
    found = settings(tmp_path, "theme = dark\n")
    assert found.settings == Settings()
    assert len(found.told) == 1
    assert "line 1" in found.told[0]


def test_no_control_character_comes_through(tmp_path: Path) -> None:
    found = settings(tmp_path, '"\\u001b[31m" = 1\ntheme = "\\u001b]0;x"\n[school.terms]\npupil = "\\u001b[1mchild"\n')
    assert "\x1b" not in "".join(found.told)
    assert "\x1b" not in found.settings.terms["pupil"]


def test_so_many_mistakes_are_counted(tmp_path: Path) -> None:
    found = settings(tmp_path, "\n".join(f"x{number} = 1" for number in range(60)))
    assert len(found.told) == 21
    assert "40 more" in found.told[-1]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=100),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from([*ALL, "school", "x"]) | st.text(max_size=9), VALUES, max_size=6))
def test_whatever_stands_there_gives_settings_and_sentences(data: dict[str, object]) -> None:
    found = checked(data, "")
    assert isinstance(found.settings, Settings)
    assert all(one.endswith((".", "?")) for one in found.told)


def test_what_is_right_of_the_card_stands_on_it_and_it_is_cleaned(tmp_path: Path) -> None:
    text = '[duty]\nspeak_to = ["\\u001b[31mMs Example\\u202e", 7, "the head"]\nprocedures = ["x"]\n'
    found = settings(tmp_path, text)
    assert found.settings.duty == DutyCard(("[31mMs Example", "the head"))
    assert len(found.told) == 2


def test_a_card_that_is_not_set_has_general_words() -> None:
    card = Settings().duty
    assert card.names == ("the person your school names for safeguarding",)
    assert len(card.steps) == 4
    assert "speak_to and procedure" in card.missing
    assert DutyCard(("a",), ("b",)).missing == ""


def test_the_keys_of_a_screen_stand_in_a_table_of_their_own(tmp_path: Path) -> None:
    found = settings(tmp_path, '[keys]\npark = "Ctrl+F"\nchoose.more = "a"\n[keys.home]\nstart = "s"\nleave = 7\n')
    assert found.settings.keys == {"park": "Ctrl+F", "choose.more": "a", "home.start": "s"}
    assert len(found.told) == 1
    assert "line 6: Here stands a whole number" in found.told[0]
