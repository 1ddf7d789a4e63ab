"""Notes and their places, picks, ratings and ties."""

import math

import pytest
from tests.session.table import GOAL, WHO, File, opened

from coachtui.errors import UserError
from coachtui.session.editor import SessionEditor
from coachtui.session.items import picked
from coachtui.session.lookups import find
from coachtui.session.records import ChooseRecord, LinkRecord, RateRecord
from coachtui.session.spot import Spot
from coachtui.session.things import Note, Pick, Rating

PICK: File = {"id": "pick", "kind": "choose", "options": ["Yes", "No"]}
RATE: File = {"id": "rate", "kind": "rate", "rows": ["Sleep"], "columns": ["Now", "Then"], "scale": [1, 5]}
LINK: File = {"id": "link", "kind": "link", "from": "who", "to": "goal"}


def note(editor: SessionEditor, id: str) -> Note:
    found = find(editor.session, id)
    assert found is not None
    assert isinstance(found.thing, Note)
    return found.thing


def rating(editor: SessionEditor, id: str) -> Rating:
    found = find(editor.session, id)
    assert found is not None
    assert isinstance(found.thing, Rating)
    return found.thing


def picks(editor: SessionEditor) -> list[Pick]:
    record = editor.session.record(Spot("pick"))
    assert isinstance(record, ChooseRecord)
    return [one for one in record.picks if one.gone is None]


def test_a_move_keeps_where_it_stood() -> None:
    editor = opened({**WHO, "columns": ["Near", "Far"], "rows": ["Top"]})
    one = editor.add_note(Spot("who"), "Sam", column="Near")
    editor.move_note(Spot("who"), one, column="Far", row="Top")
    (move,) = note(editor, one).moves
    assert (move.from_column, move.column, move.from_row, move.row) == ("Near", "Far", None, "Top")
    before = editor.session
    editor.move_note(Spot("who"), one, column="Far")
    assert editor.session is before


def test_tags_types_and_parents_are_ones_that_exist() -> None:
    editor = opened({**WHO, "tags": ["sure"], "types": ["action"]}, PICK)
    one = editor.add_note(Spot("who"), "Sam", tag="sure", type="action")
    two = editor.add_note(Spot("who"), "Kim", parent=one)
    editor.set_tag(two, "sure")
    editor.set_type(two, "action")
    editor.set_tag(one, None)
    assert [(note(editor, id).tag, note(editor, id).type) for id in (one, two)] == [
        (None, "action"),
        ("sure", "action"),
    ]
    pick = editor.pick(Spot("pick"), "Yes")
    before = editor.session
    for call in (
        lambda: editor.set_tag(one, "unheard of"),
        lambda: editor.set_type(one, "unheard of"),
        lambda: editor.set_tag(pick, "sure"),
        lambda: editor.add_note(Spot("who"), "Lee", parent="nobody"),
        lambda: editor.add_note(Spot("who"), "Lee", row="nowhere"),
        lambda: editor.add_note(Spot("who"), "Lee", tag="unheard of"),
        lambda: editor.move_note(Spot("who"), "nobody"),
    ):
        with pytest.raises(UserError):
            call()
    assert editor.session is before


def test_what_the_format_fixes_stays() -> None:
    editor = opened({**WHO, "fixed": True})
    with pytest.raises(UserError):
        editor.add_row(Spot("who"), "more")
    with pytest.raises(UserError):
        editor.add_column(Spot("who"), "more")


def test_picking_again_changes_the_pick_and_keeps_its_place() -> None:
    editor = opened({**PICK, "dots": 5})
    first = editor.pick(Spot("pick"), "Yes")
    editor.pick(Spot("pick"), "No", dots=2)
    assert editor.pick(Spot("pick"), "Yes", dots=3, reason="clear") == first
    editor.give_reason(first, "clearer")
    assert [(one.item, one.dots, one.reason) for one in picks(editor)] == [("Yes", 3, "clearer"), ("No", 2, "")]
    assert [one.text for one in picks(editor)[0].earlier] == ["clear"]
    editor.pick(Spot("pick"), "No", by="c", dots=2)
    assert picked(editor.session, "pick") == (("No", 4), ("Yes", 3))
    editor.unpick(Spot("pick"), "Yes")
    assert [one.item for one in picks(editor)] == ["No", "No"]
    with pytest.raises(UserError):
        editor.unpick(Spot("pick"), "Yes")


def test_where_one_is_asked_for_the_new_pick_takes_its_place() -> None:
    editor = opened({**PICK, "at_most": 1})
    for item, by in (("Yes", "p"), ("No", "c"), ("No", "p")):
        editor.pick(Spot("pick"), item, by=by)
    assert [(one.item, one.by) for one in picks(editor)] == [("No", "c"), ("No", "p")]


def test_a_pick_whose_thing_was_dropped_does_not_count() -> None:
    editor = opened(WHO, {"id": "pick", "kind": "choose", "from": "who"})
    one = editor.add_note(Spot("who"), "Sam")
    editor.pick(Spot("pick"), one)
    editor.drop(one)
    assert picked(editor.session, "pick") == ()
    with pytest.raises(UserError):
        editor.pick(Spot("pick"), one)


def test_options_are_added_only_where_that_is_allowed() -> None:
    editor = opened(PICK)
    with pytest.raises(UserError):
        editor.add_option(Spot("pick"), "Perhaps")


def test_a_reason_is_cleaned() -> None:
    editor = opened(PICK)
    editor.pick(Spot("pick"), "Yes", reason="\x1b[1mbold")
    assert picks(editor)[0].reason == "[1mbold"


def test_the_number_before_stays_on_record() -> None:
    editor = opened(RATE)
    cell = editor.rate(Spot("rate"), 2, row="Sleep", column="Now", remark="tired")
    assert editor.rate(Spot("rate"), 4, row="Sleep", column="Now") == cell
    # What was said about the old number stays with the old number.
    assert (rating(editor, cell).value, rating(editor, cell).remark) == (4, "")
    assert [(one.value, one.remark) for one in rating(editor, cell).earlier] == [(2, "tired")]
    before = editor.session
    editor.rate(Spot("rate"), 4, row="Sleep", column="Now")
    assert editor.session is before
    assert editor.rate(Spot("rate"), 4, row="Sleep", column="Now", by="c") != cell
    editor.drop(cell)
    assert (rating(editor, cell).remark, rating(editor, cell).earlier) == ("", ())


def test_the_same_number_again_keeps_what_was_said_about_it() -> None:
    editor = opened(RATE)
    cell = editor.rate(Spot("rate"), 2, row="Sleep", column="Now", remark="tired")
    editor.rate(Spot("rate"), 2, row="Sleep", column="Now")
    assert rating(editor, cell).remark == "tired"


@pytest.mark.parametrize("value", [0, 6, -1, math.nan, math.inf])
def test_a_number_off_the_scale_is_refused(value: float) -> None:
    with pytest.raises(UserError):
        opened(RATE).rate(Spot("rate"), value, row="Sleep", column="Now")


def test_a_cell_that_is_not_there_is_refused() -> None:
    editor = opened(RATE)
    for row, column in (("Food", None), (None, "Never")):
        with pytest.raises(UserError):
            editor.rate(Spot("rate"), 3, row=row, column=column)
    added = editor.add_rate_row(Spot("rate"), "Food")
    assert rating(editor, editor.rate(Spot("rate"), 3, row=added)).row == added


def test_named_ends_keep_what_they_were_called_before() -> None:
    editor = opened(RATE)
    editor.name_ends(Spot("rate"), "cold", "warm")
    editor.name_ends(Spot("rate"), "far", "near")
    record = editor.session.record(Spot("rate"))
    assert isinstance(record, RateRecord)
    assert record.ends == ("far", "near")
    assert [(one.low, one.high, one.by) for one in record.namings] == [("cold", "warm", "p"), ("far", "near", "p")]


def test_ties_hold_between_the_two_sets_only() -> None:
    editor = opened(WHO, GOAL, LINK)
    sam, goal = editor.add_note(Spot("who"), "Sam"), editor.say(Spot("goal"), "sleep")
    tie = editor.tie(Spot("link"), sam, goal, "\x07because")
    assert editor.tie(Spot("link"), sam, goal) == tie
    for a, b in ((goal, sam), (sam, sam), (sam, "nowhere")):
        with pytest.raises(UserError):
            editor.tie(Spot("link"), a, b)
    editor.untie(tie)
    record = editor.session.record(Spot("link"))
    assert isinstance(record, LinkRecord)
    assert [(one.remark, one.gone is not None) for one in record.ties] == [("", True)]
    with pytest.raises(UserError):
        editor.untie(tie)


def test_with_one_partner_only_the_new_tie_takes_the_place() -> None:
    editor = opened(WHO, {**LINK, "to": "who", "many": False})
    a, b, c = (editor.add_note(Spot("who"), text) for text in "abc")
    editor.tie(Spot("link"), a, b, "first")
    editor.tie(Spot("link"), a, c)
    record = editor.session.record(Spot("link"))
    assert isinstance(record, LinkRecord)
    assert [(one.b, one.remark, one.gone is not None) for one in record.ties] == [(b, "", True), (c, "", False)]
