"""Boards: the union of steps, sorting without moving, lifting by one row, rows and columns added live."""

import pytest
from tests.session.table import GOAL, SORT, WHO, File, opened

from coachtui.framework.base import Source
from coachtui.framework.steps import ChooseStep, NotesStep
from coachtui.session.boards import columns, items, line_name, notes_at, notes_on, options, rows, to_lift
from coachtui.session.editor import SessionEditor
from coachtui.session.records import ChooseRecord
from coachtui.session.spot import Spot

WALL: File = {"id": "wall", "rows": ["Today", "Soon", "Later"], "columns": ["Us", "Them"], "tags": ["sure", "guess"]}
OURS: File = {"id": "ours", "kind": "notes", "board": "wall", "column": "Us"}
THEIRS: File = {"id": "theirs", "kind": "notes", "board": "wall", "column": "Them"}
LIFT: File = {"id": "lift", "kind": "choose", "from": {"board": "wall"}, "lift": "wall"}


def step(editor: SessionEditor, name: str) -> NotesStep:
    found = editor.session.framework.step(name)
    assert isinstance(found, NotesStep)
    return found


def places(editor: SessionEditor, board: str = "wall") -> dict[str, tuple[str | None, str | None]]:
    return {one.thing.text: (one.row, one.column) for one in notes_on(editor.session, board)}


def test_a_board_is_the_union_of_its_steps() -> None:
    editor = opened(OURS, THEIRS, boards=(WALL,))
    editor.add_note(Spot("theirs"), "b", row="Soon")
    editor.add_note(Spot("ours"), "a", row="Today")
    assert places(editor) == {"a": ("Today", "Us"), "b": ("Soon", "Them")}
    assert [one.thing.text for one in notes_on(editor.session, "wall")] == ["a", "b"]


def test_a_note_moves_on_the_board_from_whichever_step_it_is_moved() -> None:
    editor = opened(OURS, THEIRS, boards=(WALL,))
    note = editor.add_note(Spot("ours"), "a", row="Today")
    editor.move_note(Spot("theirs"), note, row="Later")
    assert places(editor) == {"a": ("Later", "Us")}
    assert "theirs" not in editor.session.records


def test_a_row_added_live_stands_for_every_step_of_the_board() -> None:
    editor = opened(OURS, THEIRS, boards=(WALL,))
    row = editor.add_row(Spot("ours"), "Never")
    assert [one.name for one in rows(editor.session, step(editor, "theirs"))] == ["Today", "Soon", "Later", "Never"]
    editor.add_note(Spot("theirs"), "b", row=row)
    assert line_name(editor.session, places(editor)["b"][0]) == "Never"
    editor.edit(row, "Not ever")
    assert line_name(editor.session, places(editor)["b"][0]) == "Not ever"


def test_what_stood_in_a_dropped_row_is_in_sight_and_back_after_undo() -> None:
    editor = opened(OURS, boards=(WALL,))
    row = editor.add_row(Spot("ours"), "Never")
    editor.add_note(Spot("ours"), "a", row=row)
    editor.drop(row)
    assert places(editor) == {"a": (None, "Us")}
    editor.undo()
    assert places(editor) == {"a": (row, "Us")}


def test_the_centre_comes_first_and_people_are_rows() -> None:
    board: File = {"id": "circles", "layout": "circles", "centre": "Me", "rows": {"from": "who"}}
    editor = opened(WHO, {"id": "them", "kind": "notes", "board": "circles"}, boards=(board,))
    sam = editor.add_note(Spot("who"), "Sam")
    assert [one.id for one in rows(editor.session, step(editor, "them"))] == ["Me", sam]


def test_the_braces_of_a_round_are_its_item() -> None:
    board: File = {"id": "circles", "rows": {"from": "who"}, "columns": ["Feeling"]}
    them: File = {"id": "them", "kind": "notes", "board": "circles", "row": "{person}"}
    each: File = {"id": "each", "for_each": "who", "call_it": "person", "steps": ["them"]}
    editor = opened(WHO, them, boards=(board,), rounds=(each,))
    sam, kim = editor.add_note(Spot("who"), "Sam"), editor.add_note(Spot("who"), "Kim")
    editor.add_note(Spot("them", sam), "tired", column="Feeling")
    editor.add_note(Spot("them", kim), "proud", column="Feeling")
    assert places(editor, "circles") == {"tired": (sam, "Feeling"), "proud": (kim, "Feeling")}
    assert set(editor.session.records) == {"who", f"them@{sam}", f"them@{kim}"}


def test_sorting_keeps_identity_and_does_not_move_the_original() -> None:
    editor = opened({**WHO, "columns": ["First"]}, SORT)
    note = editor.add_note(Spot("who"), "Sam", column="First")
    assert [(one.thing.id, one.column) for one in notes_at(editor.session, step(editor, "sort"), Spot("sort"))] == [
        (note, None)
    ]
    editor.move_note(Spot("sort"), note, column="Later")
    (sorted_one,) = notes_at(editor.session, step(editor, "sort"), Spot("sort"))
    (original,) = notes_at(editor.session, step(editor, "who"), Spot("who"))
    assert (sorted_one.thing.id, sorted_one.column, sorted_one.home) == (note, "Later", Spot("who"))
    assert (original.thing.id, original.column) == (note, "First")
    editor.edit(note, "Samira")
    (sorted_one,) = notes_at(editor.session, step(editor, "sort"), Spot("sort"))
    assert sorted_one.thing.text == "Samira"
    editor.drop(note)
    assert notes_at(editor.session, step(editor, "sort"), Spot("sort")) == ()


def test_steps_that_sort_each_others_boards_come_to_an_end() -> None:
    a: File = {"id": "a", "kind": "notes", "board": "wall", "start_with": {"board": "other"}}
    b: File = {"id": "b", "kind": "notes", "board": "other", "start_with": {"board": "wall"}}
    c: File = {"id": "c", "kind": "notes", "board": "wall", "start_with": {"board": "wall"}}
    editor = opened(a, b, c, boards=(WALL, {"id": "other"}))
    editor.add_note(Spot("a"), "one")
    editor.add_note(Spot("b"), "two")
    editor.add_note(Spot("c"), "three")
    assert sorted(places(editor)) == ["one", "three"]
    assert sorted(places(editor, "other")) == ["one", "two"]


def lifted() -> tuple[SessionEditor, str]:
    editor = opened(OURS, LIFT, boards=(WALL,))
    note = editor.add_note(Spot("ours"), "a", row="Later")
    editor.pick(Spot("lift"), note)
    return editor, note


def wishes(editor: SessionEditor) -> dict[str, str]:
    """To which row each note is to be lifted."""
    return {one.thing.text: to_lift(editor.session, one) for one in notes_on(editor.session, "wall")}


def test_a_lift_keeps_to_which_row_and_the_note_stays_where_it_stands() -> None:
    editor, note = lifted()
    assert places(editor) == {"a": ("Later", "Us")}
    assert wishes(editor) == {"a": "Soon"}
    record = editor.session.record(Spot("lift"))
    assert isinstance(record, ChooseRecord)
    (place,) = record.placements
    assert (place.id, place.from_row, place.row) == (note, "Later", "Soon")


def test_a_lift_is_made_once_however_often_it_is_picked() -> None:
    editor, note = lifted()
    editor.pick(Spot("lift"), note, reason="it matters")
    editor.pick(Spot("lift"), note, by="c")
    assert wishes(editor) == {"a": "Soon"}
    editor.unpick(Spot("lift"), note, by="c")
    assert wishes(editor) == {"a": "Soon"}


def test_a_lift_is_over_when_its_last_pick_is() -> None:
    editor, note = lifted()
    editor.unpick(Spot("lift"), note)
    assert wishes(editor) == {"a": ""}
    editor.pick(Spot("lift"), note)
    assert wishes(editor) == {"a": "Soon"}


def test_where_one_is_asked_for_only_the_new_one_is_lifted() -> None:
    editor = opened(OURS, {**LIFT, "at_most": 1}, boards=(WALL,))
    one, two = (editor.add_note(Spot("ours"), text, row="Later") for text in "ab")
    editor.pick(Spot("lift"), one)
    editor.pick(Spot("lift"), two)
    assert wishes(editor) == {"a": "", "b": "Soon"}


def test_a_note_that_is_really_moved_up_is_no_wish_any_more_and_undo_makes_it_one() -> None:
    editor, note = lifted()
    editor.move_note(Spot("ours"), note, row="Soon")
    assert (places(editor), wishes(editor)) == ({"a": ("Soon", "Us")}, {"a": ""})
    editor.undo()
    assert (places(editor), wishes(editor)) == ({"a": ("Later", "Us")}, {"a": "Soon"})


def test_a_note_in_the_first_row_or_in_none_is_not_offered_to_be_lifted() -> None:
    editor = opened(OURS, LIFT, boards=(WALL,))
    notes = [editor.add_note(Spot("ours"), text, row=row) for text, row in (("a", "Today"), ("b", None), ("c", "Soon"))]
    lift = editor.session.framework.step("lift")
    assert isinstance(lift, ChooseStep)
    assert [one.id for one in options(editor.session, lift, Spot("lift"))] == notes[2:]


def test_a_lift_at_a_private_step_is_told_nowhere_else() -> None:
    editor = opened(OURS, {**LIFT, "private": True}, boards=(WALL,))
    editor.pick(Spot("lift"), editor.add_note(Spot("ours"), "a", row="Later"))
    assert wishes(editor) == {"a": ""}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (Source(step="who"), ["Sam", "Kim"]),
        (Source(step="who", tagged=("sure",)), ["Sam"]),
        (Source(step="who", not_tagged=("sure",)), ["Kim"]),
        (Source(step="who", not_row=("Top",)), ["Kim"]),
        (Source(step="who", row="Top"), ["Sam"]),
        (Source(step="who", column="Near"), ["Kim"]),
        (Source(step="who", rings=("Near", "Far")), ["Kim"]),
        (Source(step="who", type="action"), ["Kim"]),
        (Source(step="who", row="Added"), []),
        (Source(step="goal"), ["more sleep"]),
        (Source(step="pick"), ["Kim"]),
        (Source(step="act"), ["go to bed"]),
        (Source(step="rate"), ["Sam", "Kim"]),
        (Source(step="agree"), []),
        (Source(step="nowhere"), []),
    ],
)
def test_items_of_every_source(source: Source, found: list[str]) -> None:
    who: File = {**WHO, "rows": ["Top"], "columns": ["Near"], "tags": ["sure"], "types": ["action"]}
    more: tuple[File, ...] = (
        {"id": "pick", "kind": "choose", "from": "who"},
        {"id": "act", "kind": "actions"},
        {"id": "rate", "kind": "rate", "rows": {"from": "who"}},
        {"id": "agree", "kind": "agreement", "clauses": ["We listen."]},
    )
    editor = opened(who, GOAL, *more)
    editor.add_note(Spot("who"), "Sam", row="Top", tag="sure")
    kim = editor.add_note(Spot("who"), "Kim", column="Near", type="action")
    editor.say(Spot("goal"), "more sleep")
    editor.pick(Spot("pick"), kim)
    editor.commit(Spot("act"), "go to bed", source=kim)
    assert [one.text for one in items(editor.session, source)] == found


def test_items_of_an_agreement_are_its_clauses_as_they_stand() -> None:
    editor = opened({"id": "agree", "kind": "agreement", "clauses": ["We listen.", "It stays here."]})
    new = editor.reword_clause(Spot("agree"), "We listen.", "We listen well.")
    editor.strike(Spot("agree"), "It stays here.")
    assert [(one.id, one.text) for one in items(editor.session, Source(step="agree"))] == [(new, "We listen well.")]


def test_options_are_the_fixed_the_taken_and_the_added() -> None:
    editor = opened(WHO, {"id": "pick", "kind": "choose", "options": ["All"], "from": "who", "may_add": True})
    sam = editor.add_note(Spot("who"), "Sam")
    own = editor.add_option(Spot("pick"), "Nobody")
    pick = editor.session.framework.step("pick")
    assert isinstance(pick, ChooseStep)
    assert [one.id for one in options(editor.session, pick, Spot("pick"))] == ["All", sam, own]
    editor.drop(own)
    assert [one.id for one in options(editor.session, pick, Spot("pick"))] == ["All", sam]


def test_columns_added_live_stand_behind_those_of_the_framework() -> None:
    editor = opened({"id": "n", "kind": "notes", "columns": [{"name": "In me", "ask": ["What in you?"]}]})
    added = editor.add_column(Spot("n"), "In time")
    found = columns(editor.session, step(editor, "n"))
    assert [one.id for one in found] == ["In me", added]
    assert found[0].facet is not None
    assert found[1].facet is None
