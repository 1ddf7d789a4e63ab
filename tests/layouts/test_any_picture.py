"""Any notes, any ratings, any width: never wider, never an error, nothing left out, edges under one another."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import product
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.layouts.examples import PICTURES, RATINGS
from tests.strategies.given import soaked

from coachtui.framework.steps import Layout
from coachtui.layouts import (
    ASCII,
    FOLDED,
    LAYOUTS,
    LOOKS,
    USUAL,
    Cell,
    Heading,
    Line,
    Note,
    Of,
    Picture,
    Ratings,
    Signs,
    draw,
    draw_ratings,
    draw_small,
    text_of,
)
from coachtui.layouts.lines import trimmed
from coachtui.layouts.values import standing_at

AWKWARD = [
    "日本語",
    "שלום עולם",
    "مرحبا",
    "👨‍👩‍👧",
    "🇬🇧🇬🇧",
    "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
    "e\u0301",
    "\u0301",
    "\ufe0f",
    "\u200d",
    "1\ufe0f\u20e3",
    "a\u200d",
    "x" * 50,
    "\t",
    "\n",
]
words = st.lists(st.sampled_from([*AWKWARD, "tea", "the long way round", "·", "│"]) | st.text(max_size=12), max_size=5)
texts = words.map(" ".join)
keys = st.sampled_from(["", "a", "b", "c", "elsewhere"])
signs = st.sampled_from([USUAL, ASCII])
widths = st.integers(1, 300) | st.integers(70, 110)
headings = st.lists(st.sampled_from("abc"), unique=True, max_size=3).flatmap(
    lambda found: st.tuples(*(st.builds(Heading, st.just(key), texts) for key in found))
)
notes = st.builds(
    Note,
    text=texts,
    row=keys,
    column=keys,
    id=keys,
    parent=keys,
    number=st.none() | st.integers(0, 1200),
    marks=st.lists(texts, max_size=2).map(tuple),
    second=st.booleans(),
)
pictures = st.builds(
    Picture,
    layout=st.sampled_from(get_args(Layout)),
    notes=st.lists(notes, max_size=6).map(tuple),
    rows=headings,
    columns=headings,
    centre=keys,
    here=st.none() | st.tuples(keys, keys),
)
numbers = st.none() | st.integers(-3, 12).map(float) | st.floats(-120, 120)
cells = st.builds(
    Cell, row=texts, column=texts, by=texts, value=numbers, was=numbers, remark=texts, here=st.booleans(), key=keys
)
ratings = st.builds(
    Ratings,
    cells=st.lists(cells, max_size=5).map(tuple),
    scale=st.tuples(st.integers(-100, 3), st.integers(3, 100)),
    ends=st.none() | st.tuples(texts, texts),
    look=st.sampled_from(["ruler", "table", "balls", "wheel"]),
    barrier=texts,
)


def fits(lines: Iterable[Line], width: int) -> None:
    for one in lines:
        text = "".join(span.text for span in one)
        assert cell_len(text) <= width
        assert sum(span.width for span in one) <= width
        assert not set(text) & set("\n\t\r\x1b")


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum() and char.isascii())


@settings(max_examples=soaked(120))
@given(pictures, widths, signs)
@example(Picture("list", (Note("日本"),)), 1, USUAL)
def test_no_picture_is_wider_than_its_width(picture: Picture, width: int, with_signs: Signs) -> None:
    fits(draw(picture, width, with_signs), width)


@settings(max_examples=soaked(100))
@given(ratings, widths, signs)
def test_no_rating_is_wider_than_its_width(given_: Ratings, width: int, with_signs: Signs) -> None:
    fits(draw_ratings(given_, width, with_signs), width)


@settings(max_examples=soaked(60))
@given(pictures, st.integers(8, 200))
def test_every_note_is_drawn_once_and_whole(picture: Picture, width: int) -> None:
    named = tuple(
        Note(one.text, one.row, one.column, f"note{number}", one.parent) for number, one in enumerate(picture.notes)
    )
    picture = Picture(picture.layout, named, picture.rows, picture.columns, picture.centre, picture.here)
    drawn: dict[str, str] = {}
    for span in (span for line in draw(picture, width) for span in line):
        if isinstance(span.means, Of) and span.role != "number":
            drawn[span.means.id] = drawn.get(span.means.id, "") + letters(span.text)
    assert {key: text for key, text in drawn.items() if text} == {
        one.id: letters(one.text) for one in named if letters(one.text)
    }


@settings(max_examples=soaked(120))
@given(pictures, widths, signs, st.integers(1, 40))
def test_a_folded_picture_is_never_wider_and_never_taller_than_the_whole(
    picture: Picture, width: int, with_signs: Signs, height: int
) -> None:
    whole = draw(picture, width, with_signs)
    folded, small = (how(picture, width, with_signs, height) for how in (draw, draw_small))
    fits(folded, width)
    fits(small, width)
    if len(whole) <= height:
        assert folded == small == whole
    for way in FOLDED.get(picture.layout, ()):
        fits(trimmed(way(picture, width, with_signs), width, with_signs), width)


def test_a_note_that_is_cut_in_a_small_picture_is_one_note_to_its_end() -> None:
    """What stands on the next row of the same note does not look like the next note."""
    picture = Picture("rows", (Note("one two three four five six seven", row="a"),), (Heading("a", "Here"),))
    (row,) = draw_small(picture, 27, height=1)
    assert text_of(row).rstrip() == "Here  one two three four f…"


@settings(max_examples=soaked(80))
@given(pictures, st.integers(20, 160), st.integers(1, 20))
def test_what_is_being_filled_is_never_folded(picture: Picture, width: int, height: int) -> None:
    row, column = standing_at(picture)
    shown = {
        span.means.id for line in draw(picture, width, height=height) for span in line if isinstance(span.means, Of)
    }
    known = {one.key for one in picture.rows} | {one.key for one in picture.columns}
    here = picture.at(row if picture.rows else None, column if picture.columns else None)
    if {row, column} & known:
        assert {one.id for one in here if one.id and letters(one.text)} <= shown


@settings(max_examples=soaked(120))
@given(pictures, st.lists(st.booleans(), min_size=6, max_size=6), st.integers(40, 160), st.integers(1, 20))
def test_a_private_note_in_sight_has_its_mark_however_the_picture_is_folded(
    picture: Picture, private: list[bool], width: int, height: int
) -> None:
    marked = zip(picture.notes, private, strict=False)
    notes_ = tuple(
        replace(one, text=f"Q{number}Q", marks=("to do", "private") if mine else ("to do",), number=None)
        for number, (one, mine) in enumerate(marked)
    )
    # The names of rows and columns say nothing of the kind.
    rows, columns = (tuple(Heading(one.key, f"N{one.key}") for one in some) for some in (picture.rows, picture.columns))
    picture = replace(picture, notes=notes_, rows=rows, columns=columns)
    for how in (draw, draw_small):
        said = "\n".join(text_of(line) for line in how(picture, width, height=height))
        seen = [one for one in notes_ if "private" in one.marks and one.text in said]
        assert said.count("private") >= len(seen)


@pytest.mark.parametrize(("name", "width"), list(product(PICTURES, range(1, 301, 23))))
def test_every_row_stays_in_sight_at_every_width(name: str, width: int) -> None:
    said = "".join(letters(text_of(line)) for line in draw(PICTURES[name], width))
    for number in {one.number for one in PICTURES[name].notes}:
        assert str(number) in said


@pytest.mark.parametrize("name", [*PICTURES, *RATINGS])
def test_plain_ascii_is_plain_ascii_where_people_wrote_so(name: str) -> None:
    if name.startswith("awkward"):
        pytest.skip("people wrote in other scripts there")
    for width in (30, 80, 160):
        lines = draw(PICTURES[name], width, ASCII) if name in PICTURES else draw_ratings(RATINGS[name], width, ASCII)
        assert all(text_of(line).isascii() for line in lines)


@pytest.mark.parametrize("layout", ["grid", "rings", "target", "circles"])
@pytest.mark.parametrize("text", AWKWARD)
def test_edges_stand_under_one_another_whatever_is_between(layout: Layout, text: str) -> None:
    rows, columns = (Heading("a", "one"), Heading("b", "two")), (Heading("a", "left"), Heading("b", "right"))
    picture = Picture(layout, (Note(text, "a", "a"), Note(text, "b", "b")), rows, columns, centre="a")
    ends = set()
    for line in draw(picture, 90):
        spans = list(line)
        if spans and spans[-1].role == "edge":
            ends.add(sum(span.width for span in spans))
    assert len(ends) == 1


def test_the_tables_hold_every_layout_and_every_look() -> None:
    assert set(LAYOUTS) == set(get_args(Layout))
    assert set(LOOKS) == {"ruler", "table", "balls", "wheel"}
