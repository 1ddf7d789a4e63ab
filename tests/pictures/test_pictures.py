"""The pictures in the documents: made by the program, from nothing else, and not long ago."""

import re
from collections import Counter
from html import unescape
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from pictures.__main__ import PICTURES, same_everywhere
from pictures.shots import SHOTS, Shot, lines_of, picture, words_of
from pictures.svg import ARMS, HIGH, Page, drawn
from rich.segment import Segment
from rich.style import Style

#: So much of the words on a screen may have changed before its picture must be made anew.
NEAR = 0.5
WORDS = re.compile(r"[^\W\d_]{3,}")


@pytest.fixture(autouse=True)
def one_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """What `make pictures` sets, and put back afterwards."""
    for name in ("TERM", "TZ"):
        monkeypatch.setenv(name, "")
    same_everywhere()


def kept(shot: Shot) -> str:
    """The picture as it is in the documents."""
    return (PICTURES / f"{shot.name}.svg").read_text(encoding="utf-8")


def test_there_is_a_file_for_each_shot_and_no_other() -> None:
    assert sorted(one.name for one in PICTURES.iterdir()) == sorted(f"{one.name}.svg" for one in SHOTS)


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_a_picture_still_shows_what_the_screen_shows(shot: Shot) -> None:
    """By most of its words: a picture need not be made anew for a comma, and has to be for another screen."""
    now = Counter(WORDS.findall(words_of(lines_of(shot))))
    then = Counter(WORDS.findall(unescape(" ".join(re.findall(r"<text[^>]*>([^<]*)", kept(shot))))))
    alike = 2 * (now & then).total() / max(1, now.total() + then.total())
    assert alike >= NEAR, f"{shot.name}.svg shows another screen than there is now: `make pictures` makes it anew."


def test_a_picture_comes_out_the_same_twice() -> None:
    shot = SHOTS[3]
    first, second = (picture(shot, lines_of(shot)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_a_picture_is_small_whole_and_asks_nothing_of_anybody(shot: Shot) -> None:
    text = kept(shot)
    assert len(text) < 40_000
    assert re.findall(r"\w+://[^\"' ]*", text) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"<(script|image|use|foreignObject|style|a)\b|href|@import|url\(", text)
    root = ET.fromstring(text)  # noqa: S314 - we drew it
    assert root.find("{http://www.w3.org/2000/svg}title") is not None


def test_words_with_signs_of_markup_are_drawn_as_they_stand() -> None:
    page = Page("a < b & c", "#ffffff", "#000000", "#777777")
    text = drawn(page, [[Segment('<b> & "c"')]], 20)
    root = ET.fromstring(text)  # noqa: S314 - we drew it
    assert [one.text for one in root.iter("{http://www.w3.org/2000/svg}text")] == ['<b> & "c"']


def test_upright_lines_meet_from_row_to_row() -> None:
    page = Page("a line", "#ffffff", "#000000", "#777777")
    text = drawn(page, [[Segment("│")], [Segment("│")], [Segment("│")]], 4)
    reached = [float(y) for y in re.findall(r"L[\d.]+ ([\d.]+)", text)]
    assert [b - a for a, b in pairwise(sorted(set(reached)))] == [HIGH] * 3
    assert set(ARMS) >= set("─│╭╮╰╯├┤┬┴┼")


def test_what_is_reversed_has_its_background() -> None:
    page = Page("x", "#ffffff", "#000000", "#777777")
    assert 'fill="#ffffff"/>' in drawn(page, [[Segment("x", Style(reverse=True))]], 4)
