"""Taking things out by how their words begin, and mending words that a promise was made of."""

import pytest
from tests.strategies.given import FixedClock
from tests.talk.holding import Held, hold, shipped, steps

NOTES = {"kind": "notes", "title": "Ways"}
CHOOSE = {"kind": "choose", "from": "notes"}
ACTIONS = {"kind": "actions", "from": "choose", "fields": ["what", "by when"]}


def words(held: Held) -> list[str]:
    """The notes that stand."""
    return [one.text for one in held.record("notes").notes if one.gone is None]


def test_a_number_with_other_words_is_no_number() -> None:
    held = hold(shipped("instant-pay-off")).go("agreement/agree")
    problem = held.refused("/drop 1 i think")
    assert problem.startswith('Nothing here begins with "1 i think". /drop takes a number alone')
    held.say("/remark 1 I think, no wait")
    assert held.say("/drop 1 i think").said == ("Taken out: 1 I think, no wait (/undo brings it back).",)
    assert (len(held.body.clauses), held.remarks("agreement/agree")) == (3, [])
    assert held.say("/undo").said
    assert held.remarks("agreement/agree") == ["1 I think, no wait"]


def test_the_one_thing_that_begins_so_is_taken_out() -> None:
    held = hold(steps(NOTES))
    held.say("Ring home", "Ring the office", "A letter", "/remark ring me")
    assert held.refused("/drop ring").startswith('3 things here begin with "ring".')
    held.say("/drop ring the")
    assert words(held) == ["Ring home", "A letter"]
    held.say("/drop a letter")
    assert words(held) == ["Ring home"]
    assert held.refused("/drop").startswith("Which one?")
    assert "number 9" in held.refused("/drop 9")
    held.say("/drop 1")
    assert words(held) == []


def test_what_was_agreed_goes_by_its_words_where_it_is_in_sight() -> None:
    held = hold(shipped("instant-pay-off")).go("agreement/agree")
    first = held.body.clauses[0].text
    assert held.say(f"/drop {first}").said[0].startswith("Struck out: ")
    held.say("y")
    assert held.refused("/drop either of us").startswith("Nothing here begins")


def test_a_remark_is_taken_out_from_its_menu() -> None:
    held = hold(steps(NOTES))
    held.say("Ring home", "/remark a slip")
    remark = held.view.remarks[0]
    (line,) = [one.line for one in held.talk.deeds(remark.id) if one.say == "take it out"]
    held.say(line)
    assert held.remarks("notes") == []


@pytest.mark.parametrize("line", ["/take out 1", "/remove 1", "/delete 1", "/take out ring"])
def test_other_words_take_something_out(line: str) -> None:
    held = hold(steps(NOTES))
    held.say("Ring home", line)
    assert words(held) == []


def promised() -> Held:
    """Two promises made of notes by their numbers, one of them put in other words since."""
    held = hold(steps(NOTES, CHOOSE, ACTIONS))
    held.say("Mark togehter", "Ring home", "", "1 2", "", "1", "", "2", "", "/edit 2 Ring the parents")
    return held


def actions(held: Held) -> list[str]:
    """What was promised."""
    return [one.text for one in held.record("actions").actions]


def test_a_promise_in_the_words_of_a_note_is_mended_with_it() -> None:
    held = promised()
    assert actions(held) == ["Mark togehter", "Ring the parents"]
    held.go("notes")
    reply = held.talk.mend(held.record("notes").notes[0].id, "Mark together")
    assert reply.said[-1] == "The promise made from it says so too."
    assert actions(held) == ["Mark together", "Ring the parents"]
    held.say("/undo")
    assert (words(held)[0], actions(held)[0]) == ("Mark togehter", "Mark togehter"), "one edit, one undo"
    assert held.say("/edit 1 Mark together").said == ("The promise made from it says so too.",)


def test_a_promise_in_words_of_its_own_stays_as_it_is() -> None:
    held = promised()
    held.go("notes")
    assert held.say("/edit 2 Ring home first").said == ()
    assert actions(held) == ["Mark togehter", "Ring the parents"]


def test_an_idea_that_was_drawn_in_is_not_parked_any_more() -> None:
    held = hold(steps({**NOTES, "include": "parked"}))
    held.say("/park a stamp", "/park a letter home")
    assert held.view.parked == 2
    held.say("/take a")
    assert (held.view.parked, held.talk.ending().parked) == (1, ("a letter home",))
    held.say("/undo")
    assert held.view.parked == 2


def test_only_steps_that_were_never_reached_are_still_to_come() -> None:
    four = [{"id": one, "kind": "text", "title": one} for one in ("one", "two", "three", "four")]
    held = hold(steps(*four))
    assert held.say("first", "", "/end").said[0].startswith("2 steps are still to come.")
    held.go("three").say("third")
    held.go("one")
    assert held.say("/end").said[0].startswith("One step is still to come.")
    held.go("four").say("fourth", "")
    held.talk.editor.reopen()
    held.go("one")
    assert held.say("/end").wants == "ended", "all had been done"


def test_the_letter_of_a_parked_idea_and_the_number_of_a_note_stay_what_they_were() -> None:
    held = hold(steps({**NOTES, "include": "parked"}, CHOOSE), clock=FixedClock(step=1))
    held.say("/park a stamp", "/park a letter home", "/park a map", "one", "two")
    assert [(one.label, one.text) for one in held.body.parked] == [
        ("A", "a stamp"),
        ("B", "a letter home"),
        ("C", "a map"),
    ]
    assert held.say("b").said == ('Drawn in: "a letter home".',)
    assert [(one.label, one.text) for one in held.body.parked] == [("A", "a stamp"), ("C", "a map")]
    held.say("three", "/take c", "/remark odd")
    numbered = [(one.number, one.text) for group in held.body.groups for one in group.entries]
    assert numbered == [(1, "one"), (2, "two"), (3, "a letter home"), (4, "three"), (5, "a map")]
    held.go("choose")
    assert [(one.number, one.text) for one in held.body.entries] == numbered, (
        "and the same where it is chosen from them"
    )
    held.go("notes")
    assert held.refused("/take 1") == "Which parked idea? Say its letter: /take A."
    held.say("/drop a")
    assert (held.body.parked, held.view.parked) == ((), 0)
    held.say("a", "B")
    assert words(held) == ["one", "two", "three", "a", "B"], "a letter that is on nothing is a note like any other"
