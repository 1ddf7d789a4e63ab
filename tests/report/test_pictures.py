"""Canvases and ratings in the finished sheet: drawn as on the screen, with what a picture cannot show below."""

from tests.report.test_terminal import page, under
from tests.support.held import ANN, BEN, holding

from coachtui.layouts import ASCII
from coachtui.report.page import things_of
from coachtui.report.terminal import record_lines
from coachtui.session.editor import SessionEditor
from coachtui.session.spot import Spot


def sorted_notes() -> SessionEditor:
    """Two notes, one of them moved and said anew."""
    editor = holding()
    late = editor.add_note(Spot("reality"), "two are late")
    editor.move_note(Spot("sort"), late, column="Gets in the way")
    editor.edit(late, "two are always late")
    editor.add_note(Spot("sort"), "one says thanks", column="Helps", by=BEN.id)
    return editor


def test_columns_stand_beside_each_other_and_what_was_said_before_stands_below() -> None:
    lines = under(page(sorted_notes(), 96), "Sorted, if it helps")
    head = next(line for line in lines if "Helps" in line)
    assert "Gets in the way" in head
    assert any("one says thanks" in line and "two are always" in line for line in lines)
    before = lines.index("Before that:")
    assert lines[before + 1 :][:2] == ["- two are always late", "first: two are late"]


def test_a_board_is_drawn_as_circles_and_every_line_knows_its_notes() -> None:
    editor = holding("everything")
    torn = editor.add_note(Spot("me"), "torn", column="Feeling", tag="I know")
    head = editor.add_note(Spot("who"), "the head")
    hurried = editor.add_note(Spot("them", head), "hurried", column="Feeling")
    drawn = record_lines(editor.working, width=96)
    line = next(one for one in drawn if "torn · I know" in one)
    assert torn in things_of(line)
    assert any(one.count("\N{BOX DRAWINGS DOUBLE HORIZONTAL}") > 3 for one in drawn), "the one in the middle"
    assert any(hurried in things_of(one) for one in drawn)


def test_plain_signs_make_a_plain_page() -> None:
    editor = holding("everything")
    editor.add_note(Spot("me"), "torn", column="Feeling")
    lines = under(page(editor, signs=ASCII), "Who sees what")
    assert lines
    assert all(line.isascii() for line in lines)


def test_a_rating_stands_on_its_scale_with_the_number_before() -> None:
    editor = holding()
    editor.rate(Spot("commitment"), 6, remark="too big")
    editor.rate(Spot("commitment"), 8)
    lines = under(page(editor), "How sure I am")
    assert "[8]" in lines[0]
    assert "not sure at all" in lines[1]
    assert lines[-1] == "before that 6 (too big)"


def test_sums_and_differences_stand_below_the_numbers() -> None:
    editor = holding("everything")
    for who, value in ((ANN.id, 2), (BEN.id, 5)):
        editor.rate(Spot("letters"), value, row="They want it", by=who)
        editor.rate(Spot("letters"), 4, row="They know of it", by=who)
    lines = under(page(editor), "Where the change stands")
    assert any("Ann" in line and "Ben" in line for line in lines)
    assert any("They want it" in line and "2" in line and "5" in line for line in lines)
    assert lines[-1] == "Furthest apart: They want it (3)"
