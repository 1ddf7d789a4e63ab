"""What a line means at ties, actions, the agreement and the review."""

from datetime import timedelta

from tests.strategies.given import START, FixedClock
from tests.talk.holding import ALEX, SAM, Held, hold, steps

from coachtui.library.past import past_for
from coachtui.session.models import Agreement
from coachtui.session.spot import Spot

LATER = {"id": "later", "kind": "text", "title": "Later"}


OPTIONS = {"kind": "choose", "options": ["One", "Two", "Three"]}


# -- actions


def test_an_action_is_asked_field_by_field_and_takes_a_pick_by_its_number() -> None:
    actions = {"kind": "actions", "from": "choose", "fields": ["what", "by when", "who"], "at_most": 1}
    held = hold(steps(OPTIONS, actions, LATER))
    held.say("1 2", "")
    assert held.view.place_name == "what, for 1"
    held.say("2")
    assert (held.view.question, held.view.next_hint) == ("By when?", "leave it open")
    assert held.say("in two weeks").said == ("Saturday 5 December 2026.",)
    held.say("Something of my own")
    held.say("")
    assert (held.view.place_name, held.talk.spot) == ("what", Spot("actions"))
    assert [one.say for one in held.view.offers] == ["2 so far; the idea is 1 at most."]
    assert [(one.what, one.source, one.due) for one in held.body.actions] == [
        ("Two", "Two", "2026-12-05"),
        ("Something of my own", "One", ""),
    ]
    assert "in words" in held.refused("1 2")
    assert held.refused("3") == "There is no number 3 here."
    held.say("")
    assert held.talk.spot == Spot("later")


# -- agreement

AGREE = {
    "kind": "agreement",
    "clauses": ["We listen.", "It stays here."],
    "audiences": ["coachee", "line manager", "SLT"],
    "limits": ["Harm is passed on."],
    "presets": {
        "Topic only": dict.fromkeys(["attendance", "topic"], "yes")
        | dict.fromkeys(["points", "actions", "ratings", "feedback"], "no")
    },
}


def agreed(held: Held) -> Agreement:
    """What is in force."""
    assert held.session.agreement is not None
    return held.session.agreement


def test_empty_lines_accept_all_that_stands() -> None:
    held = hold(steps(AGREE, LATER))
    assert held.view.next_hint == "agreed as it stands"
    held.say("")
    assert all(one.accepted == ("Sam", "Alex") for one in held.body.clauses)
    assert held.view.question.startswith("Your line manager may hear that you met and about what; ")
    assert held.body.table == (), "told in a sentence, not as a table"
    held.say("")
    assert (held.view.question, held.view.next_hint) == ("Read the limits aloud.", "heard by everyone")
    held.say("")
    assert held.talk.spot == Spot("later")
    assert [one.by for one in held.record("agreement").limits_read] == [SAM.id, ALEX.id]
    assert agreed(held).levels["line manager"]["topic"] == "yes"


def test_clauses_are_struck_reworded_and_agreed_with_ok() -> None:
    held = hold(steps(AGREE))
    held.say("ok", "/edit 2 It stays between the two of us")
    assert [(one.text, one.accepted) for one in held.body.clauses] == [
        ("We listen.", ("Sam", "Alex")),
        ("It stays between the two of us", ("Sam", "Alex")),
    ]
    held.go("agreement").say("n")
    assert [one.text for one in held.body.clauses] == ["It stays between the two of us"]
    assert [one.text for one in agreed(held).clauses] == ["It stays between the two of us"]


def test_the_table_is_answered_cell_by_cell_or_by_a_usual_agreement() -> None:
    held = hold(steps(AGREE))
    held.say("", "n", "n", "y", "ask first")
    assert held.view.place_name == "what was promised"
    assert held.say("topic").said == (
        "For the line manager: Topic only.",
        (
            "The line manager gets: that we meet, what it is about. "
            "Not: what is said, what was promised, the numbers, how we worked together."
        ),
    )
    assert held.view.question == "What may SLT hear?"
    assert "usual" in held.say("only the head").said[0]
    levels = agreed(held).levels["line manager"]
    assert (levels["attendance"], levels["topic"], levels["points"]) == ("yes", "yes", "no")
    assert held.remarks("agreement") == ["only the head"]


def test_answers_that_change_nothing_are_agreed_to_as_well() -> None:
    held = hold(steps({**AGREE, "clauses": []}))
    held.say("y")
    assert agreed(held).levels["line manager"]["attendance"] == "yes"


def test_leaving_by_a_command_agrees_to_nothing() -> None:
    held = hold(steps(AGREE, LATER))
    held.say("/next")
    assert (held.talk.spot, held.session.agreement) == (Spot("later"), None)


def test_a_consent_undone_is_on_record_and_can_be_given_again() -> None:
    held = hold(steps(AGREE, LATER))
    held.say("y", "/undo")
    assert held.body.clauses[0].accepted == ()
    verdicts = [one.verdict for one in held.record("agreement").acceptances]
    assert verdicts == ["accepted", "accepted", "withdrawn", "withdrawn"]
    assert held.view.next_hint == "agreed as it stands"
    held.say("")
    assert held.body.clauses[0].accepted == ("Sam", "Alex")


# -- review


def a_week_later(*actions: str) -> Held:
    """A follow-up to a talk in which these things were promised."""
    framework = steps({"kind": "review", "when": "follow-up", "show": ["text"]}, {"kind": "text"}, {"kind": "actions"})
    before = hold(framework, session_id="session000000000")
    before.go("text").say("What I wanted then")
    before.go("actions")
    for one in actions:
        before.say(one, "Friday")
    clock = FixedClock(START + timedelta(days=7))
    seed = before.session.model_copy(
        update={"id": "session000000001", "started": clock.now, "follows": before.session.id}
    )
    past = past_for(seed, [before.session])
    return hold(framework, past=past, clock=clock, follows=before.session.id)


def test_a_review_goes_through_what_was_promised() -> None:
    held = a_week_later("Email", "Ask Jo", "Nothing")
    assert (held.view.place_name, held.view.next_hint) == ("Email", "Ask Jo")
    assert held.view.hint == "done, moving, stuck or dropped, and a few words"
    assert held.body.actions[0].by_when == "Friday 27 November 2026"
    held.say("done: it was short", "stu", "St George's day got in between")
    assert held.remarks("review") == ["St George's day got in between"]
    held.say("1 dropped, not needed")
    assert held.view.place_name == "Nothing"
    held.say("")
    assert held.talk.spot == Spot("text")
    told = [(one.status, one.learned) for one in held.record("review").events]
    assert told == [("dropped", "not needed"), ("stuck", "")]
    held.go("review")
    assert held.view.place_name == "Nothing"


def test_a_review_shows_what_was_said_then() -> None:
    held = a_week_later("Email")
    (then,) = held.view.shown
    assert (then.title, then.lines, then.since) == ("Text", ("What I wanted then",), "Saturday 21 November 2026")


def test_with_nothing_promised_a_review_takes_remarks() -> None:
    held = a_week_later()
    assert held.say("It went well").said == ("Kept as a remark; /undo takes it back.",)
