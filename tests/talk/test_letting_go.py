"""What was taken from something that stays here stays as well; one word lets it go, and another takes that back."""

from tests.talk.holding import Held, hold, steps
from tests.talk.test_agreement import TALK

from coachtui.sharing import share


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
