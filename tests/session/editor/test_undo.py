"""Edits that are one act of the person are taken back and made again as one."""

import pytest
from tests.session.table import ACT, AGREE, WHO, opened

from coachtui.errors import UserError
from coachtui.session.boards import notes_at
from coachtui.session.clauses import verdicts
from coachtui.session.editor import SessionEditor
from coachtui.session.records import ActionsRecord, NotesRecord
from coachtui.session.spot import Spot


def texts(editor: SessionEditor) -> list[str]:
    """The notes that stand at `who`."""
    step = editor.session.framework.step("who")
    return [one.thing.text for one in notes_at(editor.session, step, Spot("who"))]  # type: ignore[arg-type]  # a notes step


def test_one_act_is_one_undo_and_one_redo() -> None:
    editor = opened(WHO)
    editor.add_note(Spot("who"), "first")
    with editor.together():
        editor.add_note(Spot("who"), "second")
        editor.add_note(Spot("who"), "third")
    returned = editor.undo()
    assert returned is not None
    assert returned.what == "second"
    assert texts(editor) == ["first"]
    editor.redo()
    assert texts(editor) == ["first", "second", "third"]


def test_an_act_that_fails_in_its_middle_is_still_one_undo() -> None:
    editor = opened(WHO)

    def act() -> None:
        with editor.together():
            for text in ("one", "two", "   "):
                editor.add_note(Spot("who"), text)

    with pytest.raises(UserError):
        act()
    editor.undo()
    assert texts(editor) == []


def test_what_two_people_accept_in_one_act_is_taken_back_for_both_and_stays_on_record() -> None:
    editor = opened(AGREE)
    with editor.together():
        editor.accept(Spot("agree"), "We listen.", by="p")
        editor.accept(Spot("agree"), "We listen.", by="c")
    editor.undo()
    said = verdicts(editor.session, Spot("agree"), "We listen.")
    assert {who: one.verdict for who, one in said.items()} == {"p": "withdrawn", "c": "withdrawn"}
    editor.redo()
    said = verdicts(editor.session, Spot("agree"), "We listen.")
    assert {who: one.verdict for who, one in said.items()} == {"p": "accepted", "c": "accepted"}


def test_steps_that_sort_what_others_sorted_cost_no_more_than_each_once() -> None:
    """Twelve steps in a round of six, each starting with the one before: six to the power of twelve if counted naively."""
    names = ["who", *(f"sort-{n}" for n in range(12))]
    pairs = zip(names[1:], names, strict=False)
    chain = [WHO, *({"id": one, "kind": "notes", "start_with": before} for one, before in pairs)]
    ring = {"id": "round", "for_each": list("abcdef"), "steps": [f"sort-{n}" for n in range(12)]}
    editor = opened(*chain, rounds=(ring,))
    editor.add_note(Spot("who"), "only one")
    for n in range(12):
        for item in "abcdef":
            editor.remark(Spot(f"sort-{n}", item), "been here")
    last = editor.session.framework.step("sort-11")
    assert [one.thing.text for one in notes_at(editor.session, last, Spot("sort-11", "a"))] == ["only one"]  # type: ignore[arg-type]  # a notes step


def test_private_takes_the_mark_off_what_was_made_of_it_and_one_undo_brings_both_back() -> None:
    editor = opened(WHO)
    note = editor.add_note(Spot("who"), "the head")
    link = editor.add_note(Spot("who"), "tell the head", parent=note)
    editor.mark(link, "shareable")
    before = editor.session
    editor.mark(note, "private")
    assert marks(editor) == ["private", None]
    returned = editor.undo()
    assert returned is not None
    assert returned.what == "how far it may go"
    assert editor.session == before
    editor.redo()
    assert marks(editor) == ["private", None]


def marks(editor: SessionEditor) -> list[str | None]:
    """How the notes at `who` are marked, in order."""
    record = editor.session.record(Spot("who"))
    assert isinstance(record, NotesRecord)
    return [one.mark for one in record.notes]


def test_an_idea_that_was_parked_takes_the_mark_off_what_was_made_of_it_as_well() -> None:
    editor = opened(WHO, ACT)
    idea = editor.park("the head")
    action = editor.commit(Spot("act"), "tell the head", source=idea)
    for mark, left in (("private", None), (None, "shareable"), ("shareable", "shareable"), (None, None)):
        editor.mark(action, "shareable")
        editor.mark(idea, mark)  # type: ignore[arg-type]  # one of the three
        record = editor.session.record(Spot("act"))
        assert isinstance(record, ActionsRecord)
        assert record.actions[0].mark == left
