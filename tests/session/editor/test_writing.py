"""Words: answers, remarks, the parking list, mending and dropping."""

from collections.abc import Callable

import pytest
from tests.session.table import ACT, GOAL, SORT, WHO, File, opened

from coachtui.errors import UserError
from coachtui.session.editor import SessionEditor
from coachtui.session.lookups import find, name_of
from coachtui.session.records import GuideRecord, NotesRecord, TextRecord
from coachtui.session.spot import Spot
from coachtui.session.things import Passage, Remark

ONE: File = {"id": "one", "kind": "text", "lines": "one"}
EACH: File = {"id": "each", "kind": "text", "each": "person"}
READ: File = {"id": "read", "kind": "guide"}


def thing(editor: SessionEditor, id: str) -> Passage:
    found = find(editor.session, id)
    assert found is not None
    assert isinstance(found.thing, Passage)
    return found.thing


def test_saying_it_again_keeps_the_first_wording_with_its_time_and_person() -> None:
    editor = opened(GOAL)
    first = editor.say(Spot("goal"), "sleep")
    born = thing(editor, first).at
    assert editor.say(Spot("goal"), "sleep more", by="c") == first
    now = thing(editor, first)
    assert (now.text, now.by, now.at) == ("sleep more", "c", born)
    assert [(one.text, one.by, one.at) for one in now.earlier] == [("sleep", "p", born)]
    assert now.edited is not None
    assert now.edited > born
    again = editor.session
    editor.say(Spot("goal"), "sleep more")
    assert editor.session is again


def test_everyone_answers_apart_where_the_step_says_so() -> None:
    editor = opened(EACH)
    assert editor.say(Spot("each"), "a", by="p") != editor.say(Spot("each"), "b", by="c")
    assert [one.text for one in (editor.passage_at(Spot("each"), who) for who in "pc") if one] == ["a", "b"]


def test_lines_are_added_or_folded_as_the_step_takes_them() -> None:
    editor = opened(GOAL, ONE)
    passage = editor.add_line(Spot("goal"), "first")
    assert editor.add_line(Spot("goal"), "second") == passage
    assert thing(editor, passage).text == "first\nsecond"
    line = editor.say(Spot("one"), "a\nb")
    assert thing(editor, line).text == "a b"
    editor.edit(line, "c\nd")
    assert thing(editor, line).text == "c d"
    assert editor.add_line(Spot("one"), "more\nstill") == line
    assert thing(editor, line).text == "c d; more still"
    editor.edit(line, "c d.")
    editor.add_line(Spot("one"), "E")
    assert thing(editor, line).text == "c d. E"


def test_the_author_is_the_coachee_unless_said() -> None:
    editor = opened(WHO)
    ids = [editor.add_note(Spot("who"), "a")]
    editor.author = "c"
    ids += [editor.add_note(Spot("who"), "b"), editor.add_note(Spot("who"), "c", by="p")]
    assert [thing(editor, one).by for one in ids] == ["p", "c", "p"]
    editor.attribute(ids[0], "c")
    assert thing(editor, ids[0]).by == "c"


def test_a_remark_can_be_made_at_any_step() -> None:
    editor = opened(WHO, GOAL, ACT, READ)
    for step in ("who", "goal", "act", "read"):
        remark = thing(editor, editor.remark(Spot(step), "by the way", to="And then?"))
        assert isinstance(remark, Remark)
        assert (remark.text, remark.to) == ("by the way", "And then?")
    with pytest.raises(UserError):
        editor.remark(Spot("nowhere"), "lost")


def test_a_guide_is_seen_once_by_each() -> None:
    editor = opened(READ)
    for who in ("p", "p", "c"):
        editor.see(Spot("read"), by=who)
    record = editor.session.record(Spot("read"))
    assert isinstance(record, GuideRecord)
    assert [one.by for one in record.seen] == ["p", "c"]


def test_a_parked_idea_is_placed_and_stays_itself() -> None:
    editor = opened(WHO, SORT)
    idea = editor.park("later", Spot("who"))
    editor.place_parked(Spot("sort"), idea, column="Now")
    editor.edit(idea, "much later")
    editor.attribute(idea, "c")
    editor.mark(idea, "private")
    (parked,) = editor.session.parked
    assert (parked.text, parked.by, parked.mark, parked.spot) == ("much later", "c", "private", "who")
    assert [one.text for one in parked.earlier] == ["later"]
    record = editor.session.record(Spot("sort"))
    assert isinstance(record, NotesRecord)
    assert [(one.id, one.column) for one in record.placements] == [(idea, "Now")]
    editor.drop(idea)
    (parked,) = editor.session.parked
    assert (parked.text, parked.earlier) == ("", ())
    assert parked.edited == parked.gone
    calls: tuple[Callable[[], object], ...] = (
        lambda: editor.edit(idea, "x"),
        lambda: editor.drop(idea),
        lambda: editor.mark(idea, None),
    )
    for call in calls:
        with pytest.raises(UserError):
            call()
    with pytest.raises(UserError):
        editor.place_parked(Spot("sort"), idea)


def test_an_idea_is_placed_only_where_notes_are_taken() -> None:
    editor = opened(GOAL, SORT, WHO)
    idea = editor.park("later")
    editor.say(Spot("goal"), "sleep")
    for spot, column in ((Spot("goal"), None), (Spot("sort"), "Never"), (Spot("nowhere"), None)):
        with pytest.raises(UserError):
            editor.place_parked(spot, idea, column=column)
    assert isinstance(editor.session.record(Spot("goal")), TextRecord)


def test_a_dropped_thing_keeps_its_id_and_no_word_and_undo_brings_it_back() -> None:
    editor = opened(ACT)
    action = editor.commit(Spot("act"), "tell Sam")
    editor.set_field(action, "support", "Kim")
    editor.set_who(action, "the caretaker")
    whole = editor.session
    editor.drop(action)
    left = thing(editor, action).model_dump_json()
    assert not any(word in left for word in ("Sam", "Kim", "caretaker"))
    assert thing(editor, action).gone is not None
    with pytest.raises(UserError):
        editor.edit(action, "again")
    editor.undo()
    assert editor.session == whole


@pytest.mark.parametrize("text", ["", "  \n ", "\x1b", "\u200f", "x" * 20_001])
def test_nothing_and_far_too_much_are_refused(text: str) -> None:
    editor = opened(GOAL, WHO)
    note = editor.add_note(Spot("who"), "Sam")
    before = editor.session
    for call in (
        lambda: editor.say(Spot("goal"), text),
        lambda: editor.add_note(Spot("who"), text),
        lambda: editor.remark(Spot("who"), text),
        lambda: editor.park(text),
        lambda: editor.edit(note, text),
    ):
        with pytest.raises(UserError):
            call()
    assert editor.session is before


def test_a_record_of_another_shape_is_never_written_over() -> None:
    record = NotesRecord()
    editor = opened(GOAL, WHO, records={"goal": record})
    with pytest.raises(UserError):
        editor.say(Spot("goal"), "sleep")
    assert editor.session.record(Spot("goal")) is record


def test_the_end_of_an_id_is_not_a_second_key() -> None:
    editor = opened({"id": "close/leaving", "kind": "text"})
    with pytest.raises(UserError):
        editor.say(Spot("leaving"), "thanks")
    said = editor.say(Spot("close/leaving"), "thanks")
    assert name_of(editor.session, said) == "thanks"


def test_what_was_forgotten_is_gone_whatever_is_undone() -> None:
    editor = opened(GOAL)
    told: list[str] = []
    editor.on_forgotten = lambda: told.append("now")
    first = editor.say(Spot("goal"), "Mark sleeps")
    editor.edit(first, "M sleeps")
    idea = editor.park("ask Mark")
    editor.edit(idea, "ask M")
    editor.forget(first)
    editor.forget(idea)
    assert told == ["now", "now"]
    assert thing(editor, first).text == "M sleeps"
    assert editor.undo() is None
    assert editor.redo() is None
    assert "Mark" not in editor.session.model_dump_json()
    with pytest.raises(UserError, match="no earlier wording"):
        editor.forget(first)
