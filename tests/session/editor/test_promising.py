"""Actions and what became of them, people, beginning and end, undo over all of it."""

from collections.abc import Callable
from datetime import date
from typing import cast

import pytest
from tests.session.table import ACT, AGREE, GOAL, WHO, opened

from coachtui.errors import UserError
from coachtui.session.actions import events_in, fold
from coachtui.session.editor import SessionEditor
from coachtui.session.lookups import all_things, find
from coachtui.session.models import Detour, Person
from coachtui.session.spot import Spot
from coachtui.session.things import Action, ActionRef, Status

REVIEW = {"id": "review", "kind": "review"}
EARLIER = ActionRef(session="earlier", id="a1")


def action(editor: SessionEditor, id: str) -> Action:
    found = find(editor.session, id)
    assert found is not None
    assert isinstance(found.thing, Action)
    return found.thing


def test_an_action_is_the_coachees_and_knows_what_it_grew_from() -> None:
    editor = opened(WHO, ACT)
    note = editor.add_note(Spot("who"), "Sam")
    made = action(editor, editor.commit(Spot("act"), "talk to Sam", source=note))
    assert (made.text, made.who, made.source) == ("talk to Sam", "p", note)
    with pytest.raises(UserError):
        editor.commit(Spot("act"), "talk", source="nowhere")


def test_fields_keep_what_stood_in_them() -> None:
    editor = opened(ACT)
    id = editor.commit(Spot("act"), "talk")
    editor.set_field(id, "what", "talk to Sam")
    editor.set_field(id, "by when", "Friday", due=date(2026, 11, 27))
    editor.set_field(id, "support", "Kim")
    editor.set_field(id, "support", "Lee")
    editor.set_field(id, "who", "c")
    editor.set_field(id, "by when", "some day")
    now = action(editor, id)
    assert (now.text, now.who, now.due) == ("talk to Sam", "c", None)
    assert now.fields == {"by when": "some day", "support": "Lee"}
    assert [(one.field, one.text) for one in now.earlier] == [
        (None, "talk"),
        ("support", "Kim"),
        ("who", "p"),
        ("by when", "Friday"),
    ]


def test_only_an_action_has_fields_and_an_owner() -> None:
    editor = opened(WHO, ACT)
    note = editor.add_note(Spot("who"), "Sam")
    calls: tuple[Callable[[], object], ...] = (
        lambda: editor.set_field(note, "support", "Kim"),
        lambda: editor.set_who(note, "c"),
        lambda: editor.edit_action(note, "x"),
        lambda: editor.give_reason(note, "x"),
        lambda: editor.untie(note),
    )
    for call in calls:
        with pytest.raises(UserError):
            call()


def test_told_again_the_new_word_stands_and_the_old_is_kept() -> None:
    editor = opened(REVIEW)
    event = editor.report(Spot("review"), EARLIER, "stuck", "too much")
    assert editor.report(Spot("review"), EARLIER, "moving", "one at a time") == event
    newest = fold(events_in(editor.session))["earlier", "a1"]
    assert (newest.status, newest.learned) == ("moving", "one at a time")
    assert [one.text for one in newest.earlier] == ["too much"]
    with pytest.raises(UserError):
        editor.report(Spot("review"), EARLIER, cast("Status", "unheard of"))


def test_a_level_is_one_that_exists() -> None:
    editor = opened(AGREE)
    with pytest.raises(UserError):
        editor.set_level(Spot("agree"), "SLT", "everything", "yes")
    with pytest.raises(UserError):
        editor.set_level(Spot("agree"), " ", "topic", "yes")


def test_undo_goes_back_in_time_over_all_spots_and_says_where() -> None:
    editor = opened(WHO, GOAL)
    editor.add_note(Spot("who"), "Sam")
    editor.say(Spot("goal"), "sleep")
    told = [editor.undo(), editor.undo(), editor.undo()]
    assert [(one.spot, one.what) if one else None for one in told] == [
        (Spot("goal"), "sleep"),
        (Spot("who"), "Sam"),
        None,
    ]
    assert editor.redo() is not None
    editor.say(Spot("goal"), "something else")
    assert editor.redo() is None


def test_undo_leaves_drafts_time_place_beginning_and_end() -> None:
    editor = opened(WHO, GOAL)
    editor.set_stance("coaching")
    editor.start()
    editor.enter(Spot("goal"))
    editor.draft(Spot("goal"), "half a wo")
    editor.spend(Spot("goal"), 60)
    editor.set_out(Detour(Spot("who"), Spot("goal"), "why", back=True))
    editor.end()
    ended = editor.session.ended
    editor.undo()
    assert editor.session.stance is None
    assert editor.session.started is not None
    assert editor.session.ended == ended
    working = editor.working
    assert (working.spot, dict(working.drafts), dict(working.elapsed)) == (
        Spot("goal"),
        {"goal": "half a wo"},
        {"goal": 60},
    )
    editor.come_back(working.detours[0])
    assert [one.back for one in editor.working.detours] == [False]
    editor.draft(Spot("goal"), "")
    assert dict(editor.working.drafts) == {}
    editor.reopen()
    assert editor.session.ended is None


def test_starting_twice_changes_nothing_and_nowhere_cannot_be_entered() -> None:
    editor = opened(WHO)
    editor.start()
    before = editor.working
    editor.start()
    assert editor.working is before
    with pytest.raises(UserError):
        editor.enter(Spot("nowhere"))
    with pytest.raises(UserError):
        editor.draft(Spot("who"), "x" * 20_001)


def test_people_join_once_and_are_renamed_by_id() -> None:
    editor = opened(WHO)
    editor.add_person(Person(id="n", name=" K\x1bL ", role="Coachee"))
    editor.rename_person("n", "KM")
    assert [one.name for one in editor.session.people] == ["JK", "p3", "KM"]
    calls: tuple[Callable[[], object], ...] = (
        lambda: editor.add_person(Person(id="n", name="KL", role="Coachee")),
        lambda: editor.rename_person("nobody", "X"),
    )
    for call in calls:
        with pytest.raises(UserError) as refused:
            call()
        assert "KL" not in str(refused.value)
    editor.set_setting("remote")
    assert editor.session.setting == "remote"


def test_the_words_of_a_step_are_those_of_who_speaks_there() -> None:
    editor = opened({"id": "said", "kind": "notes", "speaks": "Coach"}, WHO)
    note = editor.add_note(Spot("said"), "I noticed the list on the wall")
    other = editor.add_note(Spot("who"), "a colleague")
    by = {one.id: one.by for _, one in all_things(editor.session)}
    assert (by[note], by[other]) == ("c", "p")


def test_an_action_belongs_to_whom_the_step_lets_own_one() -> None:
    act = {"id": "act", "kind": "actions", "owners": ["Coach"]}
    editor = opened(act)
    assert action(editor, editor.commit(Spot("act"), "send the notes")).who == "c"
    both = opened({**act, "owners": ["Coach", "Coachee"]})
    assert action(both, both.commit(Spot("act"), "ask the team")).who == "p"


def test_where_roles_move_round_the_words_are_those_of_whoever_holds_the_role_now() -> None:
    """Two items in a round; the teller is the first person, then the second."""
    ring = {"id": "round", "for_each": ["first", "second"], "steps": ["tell"], "rotate": ["Teller", "Listener"]}
    editor = opened({"id": "tell", "kind": "notes", "speaks": "Teller"}, rounds=(ring,))
    notes = [editor.add_note(Spot("tell", item), f"in the {item}") for item in ("first", "second")]
    by = {one.id: one.by for _, one in all_things(editor.session)}
    assert [by[one] for one in notes] == [one.id for one in editor.session.people]
