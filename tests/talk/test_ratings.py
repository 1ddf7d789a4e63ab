"""What a line means at a rating: numbers, remarks, offers, the ends, last time."""

from typing import Any

import pytest
from tests.talk.holding import Held, hold, steps

from coachtui.flow.past import Past
from coachtui.session.spot import Spot

LATER = {"id": "later", "kind": "text", "title": "Later"}


def texts(things: Any) -> list[str]:
    """The words of things that stand."""
    return [one.text for one in things if one.gone is None]


def how_many_offers(held: Held) -> int:
    """How many offers stand."""
    return len(held.view.offers)


# -- rate

RATE = {"kind": "rate", "scale": [1, 10], "check": {"below": 7, "say": "Smaller?", "go_to": "actions"}}


@pytest.mark.parametrize(
    ("line", "value", "remark"),
    [
        ("7", 7, ""),
        ("7.5", 7.5, ""),
        ("7,5 a bit", 7.5, "a bit"),
        ("8/10", 8, ""),
        ("8 out of 10", 8, ""),
        ("8: it grew", 8, "it grew"),
        ("seven", 7, ""),
        ("a seven I think", 7, "I think"),
        ("I'd say 7", 7, ""),
        # Only roughly meant: the first number counts, and what was said stays beside it.
        ("7ish", 7, "7ish"),
        ("8 now", 8, ""),
        ("prob a 6", 6, "prob a 6"),
        ("about 7", 7, "about 7"),
        ("7 or 8", 7, "7 or 8"),
        ("probably a 6, with help", 6, "probably a 6, with help"),
    ],
)
def test_a_number_and_a_remark(line: str, value: float, remark: str) -> None:
    held = hold(steps({"kind": "rate"}))
    held.say(line)
    assert [(one.value, one.remark) for one in held.record("rate").ratings] == [(value, remark)]


@pytest.mark.parametrize("line", ["quite", "7 of them!", "8/20", "one of them moved", "about time"])
def test_words_at_a_rating_are_never_lost(line: str) -> None:
    held = hold(steps({"kind": "rate"}))
    held.say(line)
    record = held.record("rate")
    assert line in [*texts(record.remarks), *(f"{one.value:g} {one.remark}" for one in record.ratings)]


def test_words_after_a_number_belong_to_it_and_no_number_is_asked_for_again() -> None:
    held = hold(steps({"kind": "rate", "rows": ["Plan", "Mark"]}, LATER))
    asked = ("A number from 1 to 10, or Enter: then the words stay as a remark.",)
    assert held.say("no idea").said == asked
    held.say("7")
    assert held.say("because they asked for it").said == ("Kept as a remark; /undo takes it back.",)
    assert held.say("no idea at all").said == asked
    held.say("5", "/back", "hard to say")
    assert held.reply.said != asked


def test_words_that_came_before_the_number_belong_to_it_and_are_a_remark_where_none_comes() -> None:
    step = {"kind": "rate", "ask": ["How sure are you?"]}
    held = hold(steps(step, LATER))
    held.say("quite sure really")
    assert held.remarks("rate") == ["quite sure really"], "kept at once, whatever comes"
    assert held.refused("11") == "A number from 1 to 10 is asked for here."
    held.say("8")
    assert [(one.value, one.remark) for one in held.record("rate").ratings] == [(8, "quite sure really")]
    assert held.remarks("rate") == []
    held.say("/undo")
    assert held.remarks("rate") == ["quite sure really"], "a line is one act"
    other = hold(steps(step, LATER))
    other.say("quite sure really", "it depends", "")
    assert other.talk.spot == Spot("later")
    assert other.remarks("rate") == ["quite sure really", "it depends"]
    assert [one.to for one in other.record("rate").remarks] == ["How sure are you?"] * 2


def test_a_number_outside_the_scale_is_handed_back() -> None:
    held = hold(steps({"kind": "rate"}))
    assert held.refused("11") == "A number from 1 to 10 is asked for here."


def test_every_cell_is_asked_in_turn_and_skipped_ones_wait_on_the_next_visit() -> None:
    held = hold(steps({"kind": "rate", "rows": ["Plan", "Mark"], "columns": ["now", "soon"], "each": "person"}, LATER))
    asked = []
    for n in range(8):
        asked.append(held.view.place_name)
        held.say("" if n == 3 else "5")
    assert asked[:3] == ["Sam / Plan / now", "Sam / Plan / soon", "Sam / Mark / now"]
    assert asked[4:] == [one.replace("Sam", "Alex") for one in asked[:4]]
    held.go("rate")
    assert held.view.place_name == "Sam / Mark / soon"


def test_the_coachee_names_the_ends_and_a_number_there_is_the_rating() -> None:
    held = hold(steps({"kind": "rate", "ends": "ask", "scale": [0, 10], "follow": ["And?"]}))
    assert held.view.question == "What would 0 be, in a few words of your own?"
    held.say("empty")
    assert held.view.question == "What would 10 be, in a few words of your own?"
    held.say("full")
    assert held.body.ends == ("empty", "full")
    held.go("rate").say("4")
    held.go("rate")
    assert (held.talk.place.field, held.body.cells[0].value) == (None, 4)
    other = hold(steps({"kind": "rate", "ends": "ask"}))
    other.say("6")
    assert (other.body.ends, other.body.cells[0].value) == (None, 6)


def test_a_low_number_brings_one_offer_and_only_a_new_one_brings_it_again() -> None:
    held = hold(steps({"kind": "actions"}, RATE, LATER))
    held.go("rate").say("5")
    offer = held.view.offers[0]
    assert (offer.say, offer.to, offer.plain_yes) == ("Smaller?", "Actions", True)
    held.say("n")
    assert how_many_offers(held) == 0
    held.say("6")
    assert how_many_offers(held) == 1
    held.say("y")
    assert (held.talk.spot, held.view.next_hint) == (Spot("actions"), "back to Rate")
    held.say("A small thing", "", "")
    assert (held.talk.spot, how_many_offers(held)) == (Spot("rate"), 0)
    held.say("6")
    assert how_many_offers(held) == 0
    held.say("9")
    assert how_many_offers(held) == 0
    assert [one.value for one in held.record("rate").ratings[0].earlier] == [5, 6]


def test_many_low_numbers_bring_one_offer() -> None:
    held = hold(steps({"kind": "actions"}, {**RATE, "rows": ["a", "b", "c"]}))
    held.go("rate").say("1", "2", "3")
    assert how_many_offers(held) == 1
    held.say("n")
    assert how_many_offers(held) == 0


def test_at_the_follow_up_a_bare_number_rates_anew_and_the_question_stands() -> None:
    held = hold(steps({"kind": "rate", "follow": ["What makes it that?", "And one more?"]}))
    held.say("5", "8")
    assert (held.body.cells[0].value, held.view.question) == (8, "What makes it that?")
    held.say("8 of us said so")
    assert held.remarks("rate") == ["8 of us said so"]


def test_the_numbers_of_last_time_stand_beside_for_each_person() -> None:
    rate = {"kind": "rate", "rows": ["Plan"], "each": "person"}
    for compare, was in (("last", [3, 4]), (None, [None, None])):
        framework = steps({**rate, **({"compare": compare} if compare else {})})
        before = hold(framework)
        before.say("3", "4")
        held = hold(framework, past=Past(sessions=(before.session,)))
        assert [one.was for one in held.body.cells] == was


def test_the_newest_low_number_is_the_one_that_is_offered_for() -> None:
    held = hold(steps({"kind": "actions"}, {**RATE, "rows": ["a", "b"]}))
    held.go("rate").say("1", "n", "2")
    assert how_many_offers(held) == 1
