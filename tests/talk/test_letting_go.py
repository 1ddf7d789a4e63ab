"""What was taken from something that stays here stays as well; one word lets it go, and another takes that back."""

import pytest
from tests.talk.holding import Held, hold, steps
from tests.talk.test_agreement import TALK

from coachtui.sharing import share
from coachtui.talk import deeds


def taken() -> Held:
    """A promise taken from a note that is private."""
    held = hold(steps(*TALK[:2], {"kind": "actions", "from": "notes"}, TALK[3]))
    held.go("notes").say("tell the head", "/private 1")
    held.go("actions").say("1", "")
    return held


def goes(held: Held) -> bool:
    """Whether the promise is in the coachee's copy."""
    return bool(share(held.session, "coachee").promises)


def test_what_was_taken_from_a_private_note_says_that_it_stays() -> None:
    held = taken()
    assert held.record("actions").actions[0].source is not None
    assert held.body.actions[0].travels == "stays: taken from what stays"
    assert not goes(held)


def test_one_word_lets_it_go_and_another_takes_that_back() -> None:
    held = taken()
    assert held.say("/share 1").said == ("May be shared: tell the head",)
    assert goes(held)
    held.say("/level 1")
    assert not goes(held)
    held.say("/level 1")
    assert goes(held)
    held.say("/private 1")
    assert not goes(held)


def test_where_everything_stays_between_the_two_it_can_still_go_to_the_coachee() -> None:
    levels = dict.fromkeys(("attendance", "topic", "points", "actions", "ratings", "feedback"), "no")
    agree = {**TALK[3], "presets": {**TALK[3]["presets"], "Nothing": levels}}
    held = hold(steps(*TALK[:2], {"kind": "actions", "from": "notes"}, agree))
    held.go("notes").say("tell the head", "/private 1")
    held.go("actions").say("1", "", "/share nothing", "y")
    assert not goes(held)
    held.say("/share 1")
    assert goes(held)


# -- private is the last word


def let_go() -> Held:
    """A promise taken from a note, marked as one that may be shared."""
    held = hold(steps(*TALK[:2], {"kind": "actions", "from": "notes"}, TALK[3]))
    held.go("notes").say("the head")
    held.go("actions").say("1", "", "/share 1")
    assert goes(held)
    return held.go("notes")


def test_a_note_that_is_made_private_keeps_what_was_taken_from_it_and_the_reply_says_so() -> None:
    held = let_go()
    assert held.say("/private 1").said == (
        "Private, in no copy: the head",
        "What was made of it stays here too: the head",
    )
    assert not goes(held)
    assert held.go("actions").body.actions[0].travels == "stays: taken from what stays"
    held.say("/undo")
    assert goes(held)
    assert held.go("actions").body.actions[0].travels == "may be shared"


def test_what_stayed_already_is_not_told_again_and_what_was_let_go_since_is() -> None:
    held = let_go()
    held.say("/private 1")
    assert held.say("/private 1").said == ("Private, in no copy: the head",)
    held.go("actions").say("/share 1")
    assert held.go("notes").say("/private 1").said[1:] == ("What was made of it stays here too: the head",)


def test_several_are_counted_whether_they_were_marked_or_not() -> None:
    twice = ({"kind": "actions", "from": "notes"}, {"kind": "actions", "from": "notes", "id": "more"})
    held = hold(steps(*TALK[:2], *twice, TALK[3]))
    held.go("notes").say("the head")
    held.go("actions").say("1", "", "/share 1")
    held.go("more").say("1", "")
    assert held.go("notes").say("/private 1").said[1:] == ("What was made of it stays here too: 2",)


def test_taking_back_that_a_note_may_be_shared_leaves_what_was_taken_from_it_to_the_agreement() -> None:
    levels = {**dict.fromkeys(("attendance", "topic", "ratings", "feedback"), "no"), "points": "ask", "actions": "ask"}
    agree = {**TALK[3], "presets": {**TALK[3]["presets"], "Asked": levels}}
    held = hold(steps(*TALK[:2], {"kind": "actions", "from": "notes"}, agree))
    held.go("notes").say("the head", "/share asked", "y", "/share 1")
    held.go("actions").say("1", "", "/share 1")
    assert held.go("notes").say("/share 1 agreed").said[1:] == ("What was made of it goes as agreed again: the head",)


# -- where a limit was reached


def reached(*, marked: bool) -> Held:
    """A promise taken from a note where a limit was reached; `marked`: it was said before that it may be shared."""
    held = hold(steps(*TALK[:2], {"kind": "actions", "from": "notes"}, TALK[3]))
    held.go("notes").say("tell the head")
    held.go("actions").say("1", "")
    if marked:
        held.say("/share 1")
    held.go("notes").say("/duty Ms Example yes")
    held.go("actions")
    return held


def test_a_mark_of_before_the_limit_lets_nothing_go_and_is_not_shown_as_one_that_does() -> None:
    held = reached(marked=True)
    assert held.session.records["actions"].model_dump()["actions"][0]["mark"] == "shareable"
    assert held.body.actions[0].travels == "stays: taken from what stays"
    assert not goes(held)


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize("line", ["/share 1", "/level 1"])
def test_said_again_after_the_limit_it_goes(line: str, *, marked: bool) -> None:
    held = reached(marked=marked)
    assert deeds.Choice("it may be shared") in deeds.share(held.talk, held.body.actions[0].id)
    assert held.say(line).said == ("May be shared: tell the head",)
    assert held.body.actions[0].travels == "may be shared"
    assert goes(held)
    assert held.say("/level 1").said == ("It goes into no copy: tell the head",)
    assert not goes(held)


def test_at_that_step_nothing_can_be_let_go_and_none_of_it_is_said_to_go_anywhere() -> None:
    held = reached(marked=False).go("notes")
    assert held.view.travels == "goes into no copy"
    assert (
        held.refused("/share 1")
        == "What was said at this step goes into no copy, so it cannot be marked as one to share."
    )
    assert held.say("/private 1").said == ("Private, in no copy: tell the head",)
    assert held.say("/level 1").said == ("It goes into no copy: tell the head",)
