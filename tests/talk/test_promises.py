"""What a line means at ties, actions, the agreement and the review."""

from datetime import timedelta

from tests.strategies.given import START, FixedClock
from tests.talk.holding import ALEX, SAM, Held, hold, steps

from coachtui.library.past import past_for, past_of
from coachtui.session.models import Agreement, Person, Session
from coachtui.session.spot import Spot

LATER = {"id": "later", "kind": "text", "title": "Later"}


OPTIONS = {"kind": "choose", "options": ["One", "Two", "Three"]}


# -- actions


def test_an_action_is_asked_field_by_field_and_takes_a_pick_by_its_number() -> None:
    actions = {"kind": "actions", "from": "choose", "fields": ["what", "by when", "who"], "at_most": 1}
    held = hold(steps(OPTIONS, actions, LATER))
    held.say("1 2", "")
    assert held.view.place_name == "a number, or words"
    held.say("2")
    assert (held.view.question, held.view.next_hint) == ("By when?", "leave it open")
    assert held.say("in two weeks").said == ("Friday 4 December 2026, in 13 days.",)
    held.say("Something of my own")
    held.say("")
    assert (held.view.place_name, held.talk.spot) == ("a number, or words", Spot("actions"))
    assert [one.number for one in held.body.actions] == [2, 3]
    assert [one.say for one in held.view.offers] == ["2 so far; the idea is 1 at most."]
    assert [(one.what, one.source, one.due) for one in held.body.actions] == [
        ("Two", "Two", "2026-12-04"),
        ("Something of my own", "", ""),
    ]
    assert "in words" in held.refused("1 2")
    assert "in words" in held.refused("3")
    held.say("")
    assert held.talk.spot == Spot("later")


def test_after_undo_the_day_of_a_promise_is_asked_again() -> None:
    actions = {"kind": "actions", "from": "choose", "fields": ["what", "by when", "who"], "ask": ["What first?"]}
    held = hold(steps(OPTIONS, actions, LATER))
    held.say("1", "", "1", "when the year team has said who could take the first of the two lessons")
    assert held.view.question.startswith("Which day is that?")
    held.say("/undo")
    assert (held.view.question, held.view.place_name) == ("By when?", "by when")
    held.say("Friday", "/undo")  # a day that was clear, too
    assert held.view.question == "By when?"
    held.say("Monday")
    assert [(one.what, one.by_when) for one in held.body.actions] == [("One", "Monday")]
    held.say("/undo", "/undo")
    assert (held.body.actions, held.view.question) == ((), "What first?")


def test_the_day_that_is_shown_as_an_example_is_a_day_of_school() -> None:
    held = hold(steps({"kind": "actions", "fields": ["what", "by when"]}))
    held.say("Ring them")
    assert held.view.hint == "A day: Friday, 30 Nov, in two weeks", "the 28th is a Saturday"


TWO_PROMISES = steps(
    {"kind": "actions", "fields": ["what", "by when", "who"]}, {"kind": "text", "lines": "date", "means": "next-date"}
)


def promised(held: Held) -> list[tuple[str, str, str, str]]:
    """What, who, the words of the day, and the day of every promise."""
    return [(one.what, one.who, one.by_when, one.due) for one in held.body.actions]


def test_a_day_that_is_not_found_is_asked_once_more_and_never_becomes_a_promise() -> None:
    held = hold(TWO_PROMISES)
    held.say("Ask Jo", "when the reports are in")
    assert held.view.question == 'Which day is that? "when the reports are in" names none that is known here.'
    assert (held.view.place_name, held.view.next_hint) == ("by when", "your words stay as they are")
    held.say("thursday before break")
    assert promised(held) == [("Ask Jo", "Sam", "when the reports are in; thursday before break", "2026-11-26")]
    assert held.view.place_name == "what"
    held.say("Write to the parents", "as soon as I can", "")
    assert promised(held)[1] == ("Write to the parents", "Sam", "as soon as I can", "")
    held.say("Ring home", "soon", "when it suits")
    assert promised(held)[2] == ("Ring home", "Sam", "soon; when it suits", ""), "asked once more, and not a third time"
    assert held.say("friday").said == ("The day of Ring home: Friday 27 November 2026. Your words stay beside it.",)
    assert [one[0] for one in promised(held)] == ["Ask Jo", "Write to the parents", "Ring home"]
    assert promised(held)[2][2:] == ("soon; when it suits", "2026-11-27"), "the words stay beside the day"


def test_the_next_promise_typed_where_a_day_is_asked_is_never_joined_to_the_one_before() -> None:
    held = hold(TWO_PROMISES)
    ring = "ring Priya first thing tomoz, ask about the mark scheme"
    held.say("Share the mark scheme", "next dept meeting, 2 weeks", "Bring two books", "at some point")
    assert held.say(ring).said == (f'New: "{ring[:47]}…"; the day of "Bring two books" stays in your words.',)
    assert (held.view.question, held.view.place_name) == ("By when?", "by when")
    held.say("tomoz", "Mark set 3")
    assert held.say("email Jo on Friday").said == ('New: "email Jo on Friday"; the day of "Mark set 3" is left open.',)
    held.say("")
    assert promised(held) == [
        ("Share the mark scheme", "Sam", "next dept meeting, 2 weeks", "2026-12-04"),
        ("Bring two books", "Sam", "at some point", ""),
        (ring, "Sam", "tomoz", "2026-11-22"),
        ("Mark set 3", "Sam", "", ""),
        ("email Jo on Friday", "Sam", "", ""),
    ]
    held.say("/undo")
    assert len(promised(held)) == 4, "one line, one undo"


def test_a_day_that_is_added_stands_beside_what_was_said_of_it() -> None:
    held = hold(TWO_PROMISES)
    held.say("Ask Jo", "sometime before half term")
    assert held.say("4 Dec").said == ("Friday 4 December 2026. Your words stay beside it.",)
    assert promised(held) == [("Ask Jo", "Sam", "sometime before half term", "2026-12-04")]
    held.say("Ring home", "soon", "no day")
    assert promised(held)[1][2:] == ("soon", "")
    held.go("text").say("sometime before half term", "4 Dec")
    assert held.body.passages[0].text == "Friday 4 December 2026"
    assert held.remarks("text") == ["sometime before half term"]


def test_a_promise_for_the_next_meeting_gets_the_day_that_is_named_for_it() -> None:
    held = hold(TWO_PROMISES)
    held.say("Ask Jo", "before the next meeting")
    assert promised(held)[0][3] == ""
    assert held.view.place_name == "what", "not asked again: the day is to come"
    held.go("text")
    assert held.say("4 Dec").said == ("Friday 4 December 2026.", "That is the day for: Ask Jo.")
    held.go("actions")
    assert promised(held)[0][2:] == ("before the next meeting", "2026-12-04")
    held.say("Ring home", "when we meet again")
    assert promised(held)[1][3] == "2026-12-04"


def test_a_promise_comes_back_with_its_day_to_be_mended() -> None:
    held = hold(TWO_PROMISES)
    held.say("Ask Joe", "friday")
    last = held.talk.last()
    assert last is not None
    assert last[1] == "Ask Joe \u00b7 friday"
    held.talk.mend(last[0], "Ask Jo \u00b7 thursday")
    assert promised(held) == [("Ask Jo", "Sam", "thursday", "2026-11-26")]
    held.say("/edit 1 Ask Jo again")
    assert promised(held) == [("Ask Jo again", "Sam", "thursday", "2026-11-26")]


def test_in_a_group_it_is_asked_who_does_it() -> None:
    held = hold(TWO_PROMISES, people=(SAM, ALEX, Person(id="mei", name="Mei", role="Member")))
    held.say("Move the desks", "friday")
    assert (held.view.question, held.view.next_hint) == ("Who does it?", "Sam does it")
    assert "A name" in held.refused("2")
    held.say("alex")
    held.say("Tell the office", "Mei, friday")
    assert held.view.place_name == "what"
    held.say("Ask the caretaker", "Monday: Jo and Kit", "Order paper", "", "")
    assert promised(held) == [
        ("Move the desks", "Alex", "friday", "2026-11-27"),
        ("Tell the office", "Mei", "friday", "2026-11-27"),
        ("Ask the caretaker", "Jo and Kit", "Monday", "2026-11-23"),
        ("Order paper", "Sam", "", ""),
    ]


def test_two_people_are_not_asked_who_does_it_and_other_words_before_a_day_are_no_name() -> None:
    held = hold(TWO_PROMISES)
    held.say("Move the desks", "Break, friday")
    assert promised(held) == [("Move the desks", "Sam", "Break, friday", "2026-11-27")]
    assert held.view.place_name == "what"


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
    assert held.view.question == "May your line manager hear this, and no more?"
    assert held.body.table == (), "told as a whole, not as a table"
    held.say("")
    assert [one.verdict for one in held.record("agreement").acceptances] == ["accepted"] * 4
    assert (held.view.question, held.view.next_hint) == (
        "Read the limits aloud. Has everybody heard them?",
        "heard by everyone",
    )
    held.say("")
    assert held.talk.spot == Spot("later")
    assert [one.by for one in held.record("agreement").limits_read] == [SAM.id, ALEX.id]
    assert agreed(held).levels["line manager"]["topic"] == "yes"


def test_clauses_are_struck_reworded_and_agreed_with_ok() -> None:
    held = hold(steps(AGREE))
    held.say("n", "ok", "/edit 2 It stays between the two of us")
    assert [(one.text, one.accepted) for one in held.body.clauses] == [
        ("We listen.", ("Sam", "Alex")),
        ("It stays between the two of us", ("Sam", "Alex")),
    ]
    held.go("agreement").say("n", "n")
    assert [one.text for one in held.body.clauses] == ["It stays between the two of us"]
    assert [one.text for one in agreed(held).clauses] == ["It stays between the two of us"]


def test_the_table_is_answered_cell_by_cell_or_by_a_usual_agreement() -> None:
    held = hold(steps(AGREE))
    held.say("", "n", "n", "y", "ask first")
    assert held.view.question == "May your line manager hear what was promised?"
    assert "is an answer here" in held.say("only the head").said[0]
    held.say("no", "no", "no")
    assert held.view.question == "And everybody else: is this right?"
    held.say("yes")
    assert held.view.question.startswith("Read the limits")
    levels = agreed(held).levels["line manager"]
    assert (levels["attendance"], levels["topic"], levels["points"], levels["actions"]) == ("no", "yes", "ask", "no")
    assert held.remarks("agreement") == ["only the head"]


def test_answers_that_change_nothing_are_agreed_to_as_well() -> None:
    held = hold(steps({**AGREE, "clauses": []}))
    held.say("n", "y")
    assert agreed(held).levels["line manager"]["attendance"] == "yes"


def test_leaving_by_a_command_agrees_to_nothing() -> None:
    held = hold(steps(AGREE, LATER))
    held.say("/next")
    assert (held.talk.spot, held.session.agreement) == (Spot("later"), None)


def test_a_consent_undone_is_on_record_and_can_be_given_again() -> None:
    held = hold(steps(AGREE, LATER))
    held.say("n", "y", "/undo")
    assert held.body.clauses[0].accepted == ()
    verdicts = [one.verdict for one in held.record("agreement").acceptances]
    assert verdicts == ["accepted", "accepted", "withdrawn", "withdrawn"]
    assert held.view.next_hint == "agreed as it stands"
    held.say("", "/back")
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
    assert held.view.hint == "done, moving, stuck or dropped; skip leaves the rest"
    assert held.body.actions[0].by_when == "Friday 27 November 2026"
    held.say("done: it was short", "stu", "St George's day got in between")
    assert held.remarks("review") == ["St George's day got in between"]
    held.say("1 dropped, not needed")
    assert held.view.place_name == "Nothing"
    assert held.view.hint == "done, moving, stuck or dropped, and a few words"
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


def test_what_people_say_instead_of_a_status_is_understood_and_kept() -> None:
    held = a_week_later("Ring two parents", "Ask Jo", "Tidy up", "Read the report", "Plan the trip")
    held.say("phoned one, did it, mother cried", "yes", "did it", "half done, the rest on Monday", "gave up on it")
    assert [(one.status, one.learned) for one in held.record("review").events] == [
        ("done", "phoned one, did it, mother cried"),
        ("done", ""),
        ("done", ""),
        ("moving", "half done, the rest on Monday"),
        ("dropped", ""),
    ]


def test_where_it_stays_open_what_became_of_a_promise_one_short_question_is_asked() -> None:
    held = a_week_later("Ring the parents", "Ask Jo", "Tidy up")
    held.say("I rang and nobody answered")
    assert held.view.notices == ("Kept. Is it done? y, or: moving, stuck, dropped.",)
    held.say("stuck")
    held.say("we spoke on Tuesday", "y")
    assert held.say("no").said == ("Is it moving, stuck or dropped? Enter leaves it as it is.",)
    assert [(one.status, one.learned) for one in held.record("review").events] == [
        ("stuck", "I rang and nobody answered"),
        ("done", "we spoke on Tuesday"),
    ]
    assert held.remarks("review") == []


def test_words_about_a_promise_whose_end_was_told_are_kept_with_it() -> None:
    """By mouse its status is clicked first, and the words come after."""
    held = a_week_later("Ring the parents", "Ask Jo")
    held.say("done", "moving")
    assert held.say("she answers on Friday").said == ()
    held.say("if the trip is still on")
    assert [(one.status, one.learned) for one in held.record("review").events] == [
        ("done", ""),
        ("moving", "she answers on Friday\nif the trip is still on"),
    ]
    assert held.remarks("review") == []
    held.say("done")
    assert held.record("review").events[1].status == "done"


def test_a_word_leaves_the_rest_of_a_review_for_another_time() -> None:
    held = a_week_later("Email", "Ask Jo", "Nothing")
    held.say("done", "skip")
    assert held.talk.spot == Spot("text")


def test_a_follow_up_asks_about_every_open_promise_of_these_two_of_the_newest_conversation_first() -> None:
    framework = steps({"kind": "review", "when": "follow-up", "sessions": "all"}, {"kind": "actions"})
    held: list[Session] = []
    for number, promise in enumerate(("The oldest", "The newest")):
        clock = FixedClock(START + timedelta(days=number))
        talk = hold(framework, session_id=f"session00000000{number}", clock=clock, past=past_of(held))
        talk.go("actions").say(promise, "")
        held.append(talk.session)
    clock = FixedClock(START + timedelta(days=7))
    now = hold(framework, past=past_of(held), clock=clock, session_id="session000000009", follows=held[1].id)
    assert [one.what for one in now.body.actions] == ["The newest", "The oldest"]


def test_a_meeting_agreed_on_before_stands_until_another_is_named() -> None:
    framework = steps({"kind": "text", "lines": "date", "means": "next-date"})
    before = hold(framework, session_id="session000000000")
    before.say("4 Dec")
    clock = FixedClock(START + timedelta(days=7))
    now = hold(framework, past=past_of([before.session]), clock=clock)
    assert now.view.notices[-1].startswith("You meet on Friday 4 December 2026. That stands unless")
    assert now.talk.ending().next_meeting == "Friday 4 December 2026"
    assert now.say("no date").said == ("Kept. Friday 4 December 2026 stands as agreed before.",)
    assert now.talk.ending().next_meeting == "Friday 4 December 2026"
    assert now.say("cancelled").said == ("Taken away: no meeting is agreed on now.",)
    assert now.talk.ending().next_meeting == "cancelled"
    now.say("11 Dec")
    assert now.talk.ending().next_meeting == "Friday 11 December 2026"
