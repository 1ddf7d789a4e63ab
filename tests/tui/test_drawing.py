"""How answers of each kind are drawn, without a screen: every line fits its width, every word is there."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from coachtui.layouts import Heading, Note, Picture
from coachtui.session.spot import Place
from coachtui.talk import view
from coachtui.talk.view import Entry, Group
from coachtui.tui.screens.lookup.rows import snippet
from coachtui.tui.steps.beside import draw as beside_answer
from coachtui.tui.steps.drawn import COMFORTABLE, Room
from coachtui.tui.steps.table import DRAWINGS, draw, in_sight
from coachtui.tui.widgets.lines import (
    EMPTY,
    Item,
    Line,
    Piece,
    Say,
    Stand,
    apart,
    beside,
    centred,
    cut,
    filled,
    fit,
    line,
    pad,
    width_of,
    wrap,
)

WIDE = "日本語の学校 👩\u200d🏫 été"


def entries(*texts: str, start: int = 1) -> tuple[Entry, ...]:
    """Numbered entries of these texts."""
    return tuple(Entry(number, f"id{number}", text) for number, text in enumerate(texts, start))


def note(text: str, number: int, row: str = "", column: str = "") -> Note:
    """A note with a number."""
    return Note(text, row, column, f"{row}{column}{number}", number=number)


COLUMNS = ("In me", "In others", "In the situation")
ACTION = view.ActionLine(
    1, "a", f"Write to {WIDE}", "Ann", "Friday, lesson 1", "2026-11-27", (("support", "Bob"),), "an idea", status="done"
)
BODIES: dict[str, view.Body] = {
    "guide": view.GuideBody(("Move seats.", f"Say {WIDE}."), ("Ann",)),
    "text": view.TextBody((Entry(1, "a", f"The goal now {WIDE}", ("Ann",), ("an older goal",), private=True),)),
    "list": view.NotesBody(
        "list",
        (Group("", entries("We meet", WIDE)),),
        parked=entries("ask Tom", start=3),
        asked="Tag?",
        picture=Picture("list", (note("We meet", 1), note(WIDE, 2))),
    ),
    "columns": view.NotesBody(
        "columns",
        tuple(
            Group(name, entries(f"note in {name}", WIDE, start=10 * at + 1), Place(column=name), here=at == 1)
            for at, name in enumerate(COLUMNS)
        ),
        columns=COLUMNS,
        picture=Picture(
            "columns",
            tuple(note(f"note in {name}", at, column=name) for at, name in enumerate(COLUMNS, 1)),
            columns=tuple(Heading(name, name) for name in COLUMNS),
            here=("", "In others"),
        ),
    ),
    "grid": view.NotesBody(
        "grid",
        tuple(Group(f"{row} {column}", entries(f"{row} and {column}"), Place(row, column)) for row in "AB" for column in "XY"),
        rows=("A", "B"),
        columns=("X", "Y"),
        picture=Picture(
            "grid",
            tuple(note(f"{row} and {column}", 1, row, column) for row in "AB" for column in "XY"),
            rows=tuple(Heading(one, one) for one in "AB"),
            columns=tuple(Heading(one, one) for one in "XY"),
        ),
    ),
    "choose": view.ChooseBody(
        (Entry(1, "a", "First", chosen=2), Entry(2, "b", WIDE), Entry(3, "c", "Third", chosen=1)), 1, 3, ordered=True
    ),
    "dots": view.ChooseBody((Entry(1, "a", "First", chosen=3), Entry(2, "b", WIDE)), dots=5, may_add=True),
    "ruler": view.RateBody(
        (view.Cell("", "", "", 7.0, 4.0, "because " + WIDE, here=True, place=Place()),), (1, 10), ("low", "high"), "ruler"
    ),
    "table": view.RateBody(
        tuple(view.Cell(row, "now", "Ann", 3.5, None, "", here=row == "B", place=Place(row=row)) for row in ("A", WIDE, "B")),
        (0, 100),
        None,
        "table",
        barrier="A",
    ),
    "link": view.LinkBody(
        Group("Wants", entries("more time", WIDE)),
        Group("Has", (Entry(3, "c", "a room", letter="A"), Entry(4, "d", "a key", letter="B"))),
        (view.TieLine(5, "t", "1", "A", "it is near"),),
        "is met by",
        ("2", "B"),
    ),
    "actions": view.ActionsBody((ACTION,), ("what", "by when"), "what", entries("an idea", start=2)),
    "clauses": view.AgreementBody(
        (view.ClauseLine(1, "a", "It stays here.", ("Ann",), ("Bob",), here=True),), (), (), ("Read this.",)
    ),
    "levels": view.AgreementBody(
        (),
        tuple(view.LevelCell(c, a, "ask", here=c == "topic" and a == "SLT") for c in ("topic", "points") for a in ("SLT", "anyone")),
        ("SLT", "anyone"),
        (),
    ),
    "whole table": view.AgreementBody(
        (), (), (), (), presets=(("Stays between us", "nothing at all"),), told=("Yes: what it is about.",)
    ),
    "limits": view.AgreementBody((), (), (), ("If a child is at risk, it is passed on.",), ("Ann",)),
    "review": view.ReviewBody((view.ReviewLine(1, f"Write {WIDE}", "Ann", "Friday", "", "done", "It helped", here=True),)),
    "nothing to review": view.ReviewBody(()),
}  # fmt: skip

WORDS: dict[str, tuple[str, ...]] = {
    "guide": ("Move seats.", "seen by Ann"),
    "text": ("The goal now", "before: an older goal", "private"),
    "list": ("We meet", "ask Tom", "Tag?"),
    "columns": ("> In others", "note in In me"),
    "grid": ("A and X", "B and Y"),
    "choose": ("2.", "1.", "pick one to three · in order"),
    "dots": ("•3", "5 dots each · or type another"),
    "ruler": ("7", "4", "low", "high", "last time"),
    "table": ("3.5", "first at or below the line: A"),
    "link": ("more time", "is met by", "· not tied yet", "· 2", "· B", "1 more time", "A a room", "it is near"),
    "actions": ("Friday, lesson 1", "Fri 27 Nov 2026", "done", "support: Bob", "From what was picked"),
    "clauses": ("It stays here.", "yes: Ann", "no: Bob"),
    "levels": ("what it is about", "ask"),
    "whole table": ("Yes: what it is about.", "Stays between us", "nothing at all"),
    "limits": ("If a child is at risk", "heard by Ann"),
    "review": ("open · [done] · moving", "learned: It helped"),
    "nothing to review": ("Nothing was promised last time.",),
}


def text_of(lines: list[Line]) -> str:
    """The words of a drawing."""
    return "\n".join("".join(piece.text for piece in one) for one in lines)


def test_every_kind_of_body_has_a_drawing() -> None:
    assert set(DRAWINGS) == set(view.Body.__args__)
    assert {type(body) for body in BODIES.values()} == set(DRAWINGS)


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("width", [8, 20, 40, 56, 76, 140])
def test_no_line_is_wider_than_it_may_be(name: str, width: int) -> None:
    for one in draw(BODIES[name], width):
        # The digits of a ruler and a table are never cut by the drawing; the canvas cuts them at the very edge.
        if width >= 40 or name not in {"ruler", "table", "dots", "choose"}:
            assert width_of(one) <= width, text_of([one])


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("width", [40, 76])
def test_what_matters_is_in_the_drawing(name: str, width: int) -> None:
    drawn = " ".join(text_of(draw(BODIES[name], width)).split())
    for words in WORDS[name]:
        assert words in drawn


def test_columns_are_true_columns_where_the_width_allows() -> None:
    wide = text_of(draw(BODIES["columns"], 76)).split("\n")
    assert "In me" in wide[0]
    assert "In others" in wide[0]
    narrow = text_of(draw(BODIES["columns"], 40)).split("\n")
    assert "In others" not in narrow[0]


def test_options_and_the_ruler_can_be_clicked() -> None:
    acts = {piece.act for one in draw(BODIES["choose"], 76) for piece in one}
    assert Say("2") in acts
    assert Say("10") in {piece.act for one in draw(BODIES["ruler"], 76) for piece in one}


def test_only_the_sign_of_what_is_picked_is_painted() -> None:
    body = view.ChooseBody((Entry(1, "a", "Stay", chosen=1), Entry(2, "b", "Go")), at_most=1)
    painted = [piece.text for row in draw(body, 60) for piece in row if piece.look == "picked"]
    assert painted == ["✓", "Stay"]


def test_one_scale_without_a_name_has_no_sign_of_where_one_stands() -> None:
    one = view.Cell("", "", "", None, None, "", here=True, place=Place())
    named = replace(one, row="Time")
    assert ">" not in text_of(draw(view.RateBody((one,), (1, 10), None, "ruler"), 76))
    assert "> Time" in text_of(draw(view.RateBody((named, replace(one, row="Room")), (1, 10), None, "ruler"), 76))


@pytest.mark.parametrize("height", [None, *range(1, 12)])
def test_a_private_side_of_a_tie_has_its_mark_wherever_its_words_stand(height: int | None) -> None:
    left, right = Entry(1, "a", "Qneed", private=True), Entry(2, "b", "a room", letter="A")
    body = view.LinkBody(Group("", (left,)), Group("", (right,)), (view.TieLine(3, "t", "1", "A"),), "helps", ())
    rows = ["".join(one.text for one in row) for row in draw(body, 80, height=height)]
    assert [row for row in rows if "Qneed" in row]
    assert all("private" in row for row in rows if "Qneed" in row)


def test_a_short_half_of_a_tie_leaves_its_room_to_the_other() -> None:
    left, right = Entry(1, "a", "Quiet"), Entry(2, "b", "They come straight from the other building", letter="A")
    body = view.LinkBody(Group("", (left,)), Group("", (right,)), (view.TieLine(3, "t", "1", "A"),), "helps", ())
    assert "1 Quiet ─ helps ─ A They come straight from the other building" in text_of(draw(body, 72))


@pytest.mark.parametrize("width", [160, 300])
def test_lines_to_read_are_never_longer_than_the_eye_likes(width: int) -> None:
    told = "many words " * 40
    picture = Picture("list", (note(told, 1),))
    bodies: tuple[view.Body, ...] = (
        view.TextBody((Entry(1, "a", told),)),
        view.NotesBody("list", (Group("", entries(told)),), picture=picture),
        view.ChooseBody(entries(told)),
    )
    assert all(width_of(row) <= COMFORTABLE for body in bodies for row in draw(body, width))


def test_a_click_on_a_place_stands_there_and_one_on_a_note_is_on_the_note() -> None:
    acts = {piece.text.strip(): piece.act for one in draw(BODIES["columns"], 76) for piece in one}
    assert acts["In me"] == Stand(Place(column="In me"))
    assert acts["note in In me"] == Item("In me1")
    cell = {piece.act for one in draw(BODIES["table"], 76) for piece in one}
    assert Stand(Place(row="A")) in cell


def test_a_place_that_another_step_fills_cannot_be_stood_in() -> None:
    picture = Picture(
        "circles", (note("mine", 1, "Me", "Feeling"), note("hers", 2, "her", "Feeling")),
        rows=(Heading("Me", "Me"), Heading("her", "her")), columns=(Heading("Feeling", "Feeling"),),
        centre="Me", here=("Me", "Feeling"),
    )  # fmt: skip
    body = view.NotesBody("circles", (Group("Feeling", (), Place("Me", "Feeling"), here=True),), picture=picture)
    stands = {piece.act for one in draw(body, 100) for piece in one if isinstance(piece.act, Stand)}
    assert stands == {Stand(Place("Me", "Feeling"))}
    assert Item("herFeeling2") in {piece.act for one in draw(body, 100) for piece in one}


def test_what_is_shown_beside_is_quiet_small_and_without_acts() -> None:
    picture = BODIES["columns"]
    assert isinstance(picture, view.NotesBody)
    shown = (view.Shown("The blocks", (), "last time", picture.picture), view.Shown("Goal", ("on time",)))
    for height in (None, 6):
        lines = beside_answer(shown, Room(76, height))
        assert "The blocks · last time" in text_of(lines)
        assert "on time" in text_of(lines)
        assert "note in In others" in text_of(lines)
        assert {piece.act for one in lines for piece in one} == {None}
        assert {piece.look for one in lines for piece in one} <= {"", "behind", "quiet", "edge"}


def test_what_is_asked_for_stays_in_sight() -> None:
    cells = tuple(view.Cell(f"row {n}", "", "", None, None, "", here=n == 3, place=Place()) for n in range(30))
    body = view.RateBody(cells, (1, 5), None, "table")
    lines = draw(body, 60)
    assert in_sight(body, lines) == 3
    for width in (120, 40):
        lines = draw(BODIES["columns"], width)
        at = in_sight(BODIES["columns"], lines)
        assert at is not None
        assert "note in In others" in text_of([lines[at]])


# -- the arithmetic of cells

TEXTS = st.text(st.characters(codec="utf-8"), max_size=80)


@given(TEXTS, st.integers(2, 40))
def test_wrapping_keeps_every_word_and_every_width(text: str, width: int) -> None:
    rows = wrap(text, width)
    assert all(cell_len(row) <= width for row in rows)


@given(st.text("ab ", max_size=60), st.integers(1, 20))
def test_wrapping_loses_no_letter(text: str, width: int) -> None:
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


@given(TEXTS, st.integers(0, 40))
def test_fitting_and_padding_keep_their_width(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) <= width
    assert cell_len(pad(text, width)) == width


@pytest.mark.parametrize("width", range(1, 60))
def test_a_line_that_is_cut_reads_like_the_whole_one_as_far_as_it_goes(width: int) -> None:
    words = "Toms idea is that the test marking comes back on Friday, and so on"
    pieces = tuple(snippet(words, ("test", "marking", "friday")))
    said = "".join(one.text for one in cut(pieces, width))
    assert words.startswith(said.removesuffix("…").rstrip())


@given(st.lists(TEXTS, max_size=4), st.lists(TEXTS, max_size=4), st.integers(1, 40))
def test_lines_are_cut_filled_and_set_apart_to_their_width(left: list[str], right: list[str], width: int) -> None:
    first, second = tuple(Piece(one) for one in left), tuple(Piece(one) for one in right)
    assert width_of(cut(first, width)) <= width
    assert width_of(filled(first, width)) == width
    assert width_of(apart(first, second, width)) <= width


def test_blocks_stand_beside_each_other() -> None:
    rows = beside([[line("a")], [line("日本"), line("b")]], [3, 5])
    assert [text_of([row]) for row in rows] == ["a    日本 ", "     b    "]


def test_lines_are_centred() -> None:
    assert centred([line("a")], 4) == [EMPTY, line("a"), EMPTY, EMPTY]


def test_a_piece_is_one_line_whatever_it_is_made_of() -> None:
    assert Piece("a\nb\tc\x1b[31m").text == "a b c\N{REPLACEMENT CHARACTER}[31m"


def test_the_names_of_the_columns_stand_above_what_is_in_them() -> None:
    head, first = [text_of([one]) for one in draw(view.ActionsBody((ACTION,), ("what", "by when"), "what"), 76)][:2]
    cells = [cell_len(one.partition(word)[0]) for one, word in ((head, "Who"), (first, "Ann"))]
    assert cells[0] == cells[1]
    cells = [cell_len(one.partition(word)[0]) for one, word in ((head, "By when"), (first, "Fri 27"))]
    assert cells[0] == cells[1]


@pytest.mark.parametrize("width", [40, 76])
def test_the_promise_whose_day_is_asked_is_marked_wherever_it_stands(width: int) -> None:
    asked = replace(ACTION, what="ring her", by_when="", due="", fields=(), asked="by when")
    body = view.ActionsBody((asked, replace(ACTION, number=2)), ("what", "by when"), "by when")
    marked = [one for one in text_of(draw(body, width)).splitlines() if "?" in one]
    assert len(marked) == 1
    assert "ring her" in marked[0] or width == 40


@pytest.mark.parametrize("name", ["clauses", "levels", "whole table"])
def test_while_a_short_question_hangs_no_other_answers_are_offered(name: str) -> None:
    body = BODIES[name]
    assert isinstance(body, view.AgreementBody)

    def said(one: view.AgreementBody) -> list[str]:
        return [piece.act.line for row in draw(one, 76) for piece in row if isinstance(piece.act, Say)]

    assert said(body)
    assert said(replace(body, hangs=True)) == []
