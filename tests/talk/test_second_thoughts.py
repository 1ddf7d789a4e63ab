"""Second thoughts: undo names the place and goes there, /go finds words inside titles, numbers stand for what they show."""

from datetime import date, timedelta

from tests.strategies.given import START, FixedClock
from tests.talk.holding import Held, hold, shipped, steps

from coachtui.flow.past import OpenAction, Past
from coachtui.flow.places import TABLE
from coachtui.flow.spots import spots
from coachtui.session.models import Agreement, Person
from coachtui.session.spot import Place, Spot
from coachtui.session.things import Action, ActionRef
from coachtui.talk.view import AgreementBody, ReviewBody

COLUMNS = {"kind": "notes", "title": "In the way", "layout": "columns", "columns": ["In me", "In others"]}
NEXT = {"id": "next", "kind": "text", "title": "What next"}


def test_undo_goes_back_to_the_column_and_names_the_step() -> None:
    held = hold(steps(COLUMNS, NEXT))
    held.say("mine", "", "theirs", "", "/undo")
    assert held.reply.said == ('Gone again: "theirs" in In the way.',)
    assert (held.talk.spot, held.view.place_name) == (Spot("notes"), "In others")
    held.say("/undo")
    assert (held.reply.said, held.view.place_name) == (('Gone again: "mine" in In the way.',), "In me")
    held.go("next").say("/redo")
    assert (held.reply.said, held.view.place_name) == (('Back again: "mine" in In the way.',), "In me")


def agreeing() -> Held:
    """Standing at the first agreement."""
    return hold(shipped("grow")).go("readiness/meeting").go("agreement/agree")


def test_undo_inside_an_agreement_stands_at_the_clause_it_concerns() -> None:
    held = agreeing()
    body = held.body
    assert isinstance(body, AgreementBody)
    held.say("n", "ok", "/edit 2 We may both tell our line manager that we meet", "y", "n")
    assert held.view.question.startswith("May your line manager"), "the clauses are through"
    held.say("/undo")
    third = held.body.clauses[2]
    assert (held.talk.place, third.here) == (Place(field=third.id), True)
    held.say("/undo")
    second = held.body.clauses[1]
    assert second.text == body.clauses[1].text
    assert held.talk.place == Place(field=second.id)


def test_undo_of_a_level_stands_in_its_cell_of_the_table() -> None:
    held = agreeing()
    held.say("", "n", "y", "ask")
    changed = held.talk.place
    held.say("/next", "/undo")
    assert held.talk.spot == Spot("agreement/agree")
    assert held.talk.place.column == changed.column == "line manager"
    assert held.talk.place.row == "topic"


def test_go_finds_words_that_begin_inside_a_title_a_stage_or_an_id() -> None:
    held = hold(shipped("perspective-circles"))
    held.say("/go moment")
    assert held.talk.spot == Spot("scene")
    held.say("/go balcony")
    assert held.talk.spot == Spot("onlooker")
    held.say("/go checking")
    assert held.talk.spot == Spot("worth-checking")
    assert held.refused("/go omen").startswith("There is no step called 'omen'")


def test_go_asks_which_one_where_several_fit_and_takes_the_number_it_named() -> None:
    held = hold(shipped("grow"))
    which = held.refused("/go what i")
    assert which.startswith("Which one: ")
    number = next(
        one for one in which.removeprefix("Which one: ").split(", ") if one.endswith("What I will do")
    ).split()[0]
    held.say(f"/go {number}")
    assert held.talk.spot == Spot("actions")


def test_a_number_at_a_follow_up_question_stands_for_the_note_it_names() -> None:
    columns = ["In me", "In others", "In the situation"]
    held = hold(
        steps({"kind": "notes", "id": "blocks", "columns": columns, "follow": ["Which of these is the biggest?"]})
    )
    held.say("I put it off", "", "They are busy", "", "No room", "")
    assert held.view.question == "Which of these is the biggest?"
    held.say("2")
    assert held.remarks("blocks") == ["They are busy"]
    held.say("/remark 2 of 3 agree")
    assert held.remarks("blocks")[-1] == "2 of 3 agree"


def test_what_was_told_at_one_review_is_not_asked_again_at_the_next() -> None:
    review = {"kind": "review", "sessions": "all", "title": "Since last time"}
    two = steps({**review, "id": "first"}, {**review, "id": "second"})
    promised = [
        OpenAction(ActionRef(session="s0", id=f"a{n}"), Action(id=f"a{n}", at=START, text=f"Act {n}"), "Sam", "Coachee",
                   "open", "", date(2026, 11, 2), "GROW")
        for n in range(2)
    ]  # fmt: skip
    held = hold(two, past=Past(open_actions=tuple(promised)))
    held.say("done it went well", "/next")
    body = held.body
    assert isinstance(body, ReviewBody)
    assert [one.what for one in body.actions] == ["Act 1"]
    held.say("/back")
    assert len(held.body.actions) == 2, "the first review keeps both in sight"


def test_where_one_is_to_be_chosen_another_takes_its_place_and_undo_brings_it_back() -> None:
    held = hold(steps({"kind": "choose", "options": ["One", "Two", "Three"], "at_most": 1, "reason": True}, NEXT))

    def chosen() -> list[str]:
        return [one.text for one in held.body.entries if one.chosen]

    held.say("1", "3")
    assert chosen() == ["Three"]
    assert not held.view.offers
    held.say("2 it is nearest")
    assert chosen() == ["Two"]
    held.say("/undo")
    assert chosen() == ["Three"]


def test_who_has_just_swapped_chairs_is_not_asked_what_became_of_what_was_promised_minutes_ago() -> None:
    first = hold(shipped("instant-pay-off"), session_id="first")
    first.go("actions").say("Ask Jo", "Friday", "/end", "/end")

    same = first.session.people
    swapped = tuple(one.model_copy(update={"role": role}) for one, role in zip(same, ("Coach", "Coachee"), strict=True))

    def look_back(days: int, people: tuple[Person, ...]) -> list[str]:
        clock = FixedClock()
        clock.now += timedelta(days=days)
        past = Past(sessions=(first.session,))
        held = hold(shipped("instant-pay-off"), past=past, follows="first", clock=clock, people=people)
        return [one.step for one in spots(held.session, held.talk.past) if one.step.startswith("look-back/")]

    asked = ["look-back/since", "look-back/learned"]
    assert look_back(0, swapped) == []
    assert look_back(7, swapped) == asked
    assert look_back(0, same) == asked


def test_with_chairs_swapped_it_is_said_who_thinks_and_the_line_managers_column_is_asked_of_the_new_coachee() -> None:
    first = hold(shipped("instant-pay-off"), session_id="first")
    first.go("agreement/agree").say("y", "the numbers: yes", "y", "y", "/end", "/end")
    agreed = first.session.agreement
    assert agreed is not None
    levels = {one: column for one, column in agreed.levels.items() if one != "line manager"}
    brought = agreed.model_copy(update={"levels": levels})
    sam, alex = first.session.people
    people = (sam.model_copy(update={"role": "Coach"}), alex.model_copy(update={"role": "Coachee"}))
    past = Past(sessions=(first.session,))
    framework = shipped("instant-pay-off")
    held = hold(framework, past=past, follows="first", people=people, brought=brought, agreement=brought)
    held.go("agreement/still-agreed")
    assert "Now Alex thinks, Sam asks." in held.view.notices
    assert held.view.question == "Does what we agreed still stand?"
    assert held.body.stands[0] == "What Sam agreed for a line manager holds for Sam alone; Alex is asked next."
    assert not any("numbers" in one for one in held.body.stands)
    held.say("y")
    assert held.view.question == "Alex: may your line manager hear this, and no more?"
    assert held.view.notices == ()
    held.say("y")
    assert held.talk.spot == Spot("problem")
    assert held.session.agreement is not None
    assert held.session.agreement.levels["line manager"]["ratings"] == "no"
    held.say("/back")
    assert held.view.question == "Alex: may your line manager hear this, and no more?", "whose it is, at every visit"
    held.say("nothing")
    assert held.view.question == "Alex: is it right that your line manager hears nothing?"


def test_an_empty_line_at_what_was_agreed_goes_to_what_is_asked_anew_as_well() -> None:
    held = hold(shipped("instant-pay-off"), brought=Agreement(levels={"SLT": {"topic": "yes"}}))
    held.go("agreement/still-agreed").say("")
    assert held.talk.place == Place(field=TABLE)
    known = hold(shipped("instant-pay-off"), brought=Agreement(levels={"line manager": {"topic": "yes"}}))
    known.go("agreement/still-agreed").say("")
    assert known.talk.spot == Spot("problem")
