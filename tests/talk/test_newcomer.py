"""What people who were never shown the program type, and what becomes of it."""

from datetime import date

import pytest
from tests.strategies.given import START
from tests.talk.holding import hold, shipped, steps
from tests.talk.test_agreement import AGREE

from coachtui.session.models import Working
from coachtui.session.spot import Spot
from coachtui.session.things import ActionRef, Event
from coachtui.talk.dates import names_an_hour, read_day

WAYS = {"kind": "notes", "id": "ways"}
PICK = {"kind": "choose", "id": "pick", "from": "ways"}


@pytest.mark.parametrize(
    "line",
    ["y", "OK.", "fine", "that is fine", "That's fine", "no, that is fine", "Nothing", "no change", "No, nothing."],
)
def test_what_says_that_a_sentence_is_fine_leaves_it_as_it_is(line: str) -> None:
    held = hold(steps(AGREE))
    held.say("n", line)
    first, second = held.body.clauses
    assert (first.text, first.accepted, second.here) == ("We listen.", ("Sam", "Alex"), True)


def test_other_words_are_one_more_sentence_once_that_is_said_and_never_take_the_place_of_one() -> None:
    held = hold(steps(AGREE))
    held.say("n", "Nothing about the trip goes further")
    assert held.view.notices[-1] == "y adds it; anything else leaves it a remark."
    assert len(held.body.clauses) == 2
    assert held.say("y").said[0].startswith("Added as sentence 3.")
    assert held.remarks("agreement") == []
    assert [one.text for one in held.body.clauses] == [
        "We listen.",
        "We keep time.",
        "Nothing about the trip goes further",
    ]
    assert held.body.clauses[0].here
    assert held.talk.last() == (held.body.clauses[2].id, "Nothing about the trip goes further")
    held.say("/undo")
    assert held.remarks("agreement") == ["Nothing about the trip goes further"]
    held.say("/redo")
    assert len(held.body.clauses) == 3


def test_a_bare_no_strikes_a_sentence_says_so_and_undo_brings_it_back() -> None:
    held = hold(steps(AGREE))
    assert held.say("n", "no").said == ('Struck out: "We listen." (/undo brings it back).',)
    assert held.say("/undo").said[0].startswith('Back again: "We listen."')
    assert held.say("/redo").said[0].startswith('Gone again: "We listen."')


def test_a_sentence_is_put_in_other_words_by_number_by_its_menu_and_by_up() -> None:
    held = hold(steps(AGREE))
    assert "put it in other words" in [one.say for one in held.talk.deeds(held.body.clauses[1].id)]
    held.say("/edit 1 We both listen.")
    assert (held.body.clauses[0].text, held.body.clauses[0].accepted) == ("We both listen.", ("Sam", "Alex"))
    last = held.talk.last()
    assert last is not None
    assert not held.talk.mend(last[0], "We both listen well.").problem
    assert held.body.clauses[0].text == "We both listen well."
    assert held.say("/undo").said[0].startswith('Back again: "We both listen."')
    assert held.say("/redo").said[0].startswith('Back again: "We both listen well."')
    held.say("/drop 2")
    assert len(held.body.clauses) == 1


def test_two_people_are_not_asked_about_a_group() -> None:
    held = hold(shipped("instant-pay-off"), minutes=20)
    held.go("agreement/agree").say("")
    assert "Group" not in " ".join(name for name, _ in held.body.presets)
    held.say("", "")
    assert held.talk.spot == Spot("problem")
    held.go("agreement/agree").say("", "n")
    assert "group" not in held.body.audiences


@pytest.mark.parametrize(
    ("line", "chosen"),
    [
        ("3 and 1", [3, 1]),
        ("1,3", [1, 3]),
        ("1 & 3", [1, 3]),
        ("1-3", [1, 2, 3]),
        ("all", [1, 2, 3]),
        ("1 to 2", [1, 2]),
        ("probably 1 and 3", [1, 3]),
        ("1 & 3 I think", [1, 3]),
        ("the first and the third", [1, 3]),
    ],
)
def test_a_choice_is_taken_however_its_numbers_are_joined(line: str, chosen: list[int]) -> None:
    held = hold(steps(WAYS, PICK))
    held.say("one", "two", "three")
    held.go("pick").say(line)
    found = sorted((one.chosen, one.number) for one in held.body.entries if one.chosen)
    assert [number for _, number in found] == chosen
    assert held.say("none").said == ("Nothing is chosen.",)
    assert not [one for one in held.body.entries if one.chosen]


def test_from_the_second_action_on_something_else_is_asked_for() -> None:
    held = hold(steps({"kind": "actions", "ask": ["What will you do first?", "What then?"]}))
    assert held.view.question == "What will you do first?"
    held.say("Ask Jo", "Friday")
    assert held.view.question == "What else will you do?"


def test_skip_goes_on_and_a_word_out_of_a_name_is_enough() -> None:
    held = hold(steps({**WAYS, "columns": ["In me", "In others"], "fixed": True}, PICK))
    held.say("mine", "/move 1 others")
    assert held.reply.said == ("Moved to In others.",)
    held.say("/col others")
    assert held.view.place_name == "In others"
    assert held.refused("/col attic") == "No column can be added here. There are: In me, In others."
    assert "There are: 1 Notes, 2 Choose" in held.refused("/go attic")
    held.say("/skip")
    assert held.talk.spot == Spot("pick")


def test_to_end_before_the_last_step_is_asked_about_and_parked_ideas_are_named() -> None:
    held = hold(steps(WAYS, PICK))
    held.say("/park a stamp")
    assert held.say("/end").said == ("One step is still to come. Enter again closes it; any words go on.",)
    held.say("a note", "/end")
    assert held.session.ended is None, "something was said in between"
    assert held.say("/end").wants == "ended"
    assert held.talk.ending().said_back() == ("Still parked: a stamp",)


def test_a_stage_is_ticked_only_where_something_was_said_and_one_left_out_has_a_sign_of_its_own() -> None:
    held = hold(steps(WAYS, PICK, {"kind": "notes", "id": "last", "title": "Last"}))
    held.say("/next", "/next")
    assert [one.progress for one in held.view.trail] == ["passed", "passed", "here"]
    held.go("ways").say("a way")
    assert [one.progress for one in held.go("last").view.trail] == ["done", "passed", "here"]
    assert held.say("/where").page[:3] == ("\u2713  1  Notes", "-  2  Choose (left out)", ">  3  Last")
    assert [one.progress for one in held.go("ways").view.trail] == ["here", "ahead", "ahead"]


def test_a_stage_with_a_step_passed_over_is_not_ticked() -> None:
    first = {"kind": "choose", "id": "room", "stage": "Opening", "options": ["In person"], "optional": True}
    agreed = {"kind": "text", "id": "agreed", "stage": "Opening"}
    held = hold(steps(first, agreed, {**WAYS, "title": "Ways"}))
    held.say("1", "/go ways")
    assert [one.progress for one in held.view.trail] == ["passed", "here"]
    held.say("/go agreed", "yes", "/go ways")
    assert [one.progress for one in held.view.trail] == ["done", "here"]
    other = hold(steps(first, agreed, {**WAYS, "title": "Ways"}))
    other.go("agreed").say("yes", "")
    assert [one.progress for one in other.view.trail] == ["done", "here"], "what is only offered may be left out"


def test_an_hour_beside_a_day_is_kept_in_words_and_said() -> None:
    held = hold(steps({"kind": "text", "lines": "date"}))
    said = held.say("Monday 7 Dec at 3.45").said
    assert said == ("Monday 7 December 2026. Your words are kept as a remark.",)
    assert held.remarks("text") == ["Monday 7 Dec at 3.45"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("by the end of next week", date(2026, 11, 27)),
        ("end of the week", date(2026, 11, 27)),
        ("next week", date(2026, 11, 27)),
        ("the end of the month", date(2026, 11, 30)),
        ("end of next month", date(2026, 12, 31)),
        ("before half-term", None),
    ],
)
def test_the_end_of_a_week_or_month_is_a_day(words: str, day: date | None) -> None:
    assert read_day(words, date(2026, 11, 21)) == day
    assert not names_an_hour(words)


def test_yes_and_no_are_there_only_while_something_is_offered_in_sight() -> None:
    held = hold(steps({"kind": "notes", "columns": ["now", "then"], "at_least": 3}, PICK | {"from": "notes"}))
    held.say("one")
    for line in ("", "two"):
        shown = any(one.to for one in held.view.offers)
        assert {one.name: one.here for one in held.talk.commands()}["yes"] is shown
        held.say(line)


def test_what_was_said_of_a_day_stands_beside_it_and_what_became_of_a_promise_is_told() -> None:
    held = hold(steps({"kind": "actions", "fields": ["what", "by when"]}, {"kind": "text", "id": "after"}))
    held.say("Ask Jo", "Friday after school")
    (line,) = held.body.actions
    assert (line.due, line.by_when, line.status) == ("2026-11-27", "Friday after school", "")
    assert held.talk.ending().promised[0].startswith("Ask Jo · Friday 27 November 2026 (Friday after school)")
    told = Event(id="e", at=START, action=ActionRef(session=held.session.id, id=line.id), status="done")
    record = held.record("actions").model_copy(update={"events": (told,)})
    session = held.session.model_copy(update={"records": {"actions": record}})
    later = hold(session.framework, begin=Working(session, Spot("actions")))
    assert later.body.actions[0].status == "done"
