"""What an action grew from: a number says so, or its words do; where neither does, nothing is tied and nothing is asked."""

import pytest
from tests.talk.holding import Held, hold, steps

WAYS = {"kind": "notes", "id": "ways"}
PICK = {"kind": "choose", "id": "pick", "from": "ways"}
DO = {"kind": "actions", "from": "pick", "fields": ["what", "by when"], "ask": ["What first?"]}


def chosen(
    *picks: str, ways: tuple[str, ...] = ("Send the agenda on Mondays", "Talk to KM", "A parking sheet")
) -> Held:
    """At the actions, with these numbers picked."""
    held = hold(steps(WAYS, PICK, DO))
    held.say(*ways)
    held.go("pick").say(*picks)
    return held.go("actions")


def grown(held: Held) -> list[tuple[int, str, str]]:
    """The number, the words and what it grew from, of every action."""
    return [(one.number, one.what, one.source) for one in held.body.actions]


@pytest.mark.parametrize(
    ("line", "what", "source"),
    [
        ("2", "Talk to KM", "Talk to KM"),
        ("the second", "Talk to KM", "Talk to KM"),
        ("2: phone her", "phone her", "Talk to KM"),
        ("2. phone her", "phone her", "Talk to KM"),
        ("2) phone her", "phone her", "Talk to KM"),
        ("2 - phone her", "phone her", "Talk to KM"),
        ("for 2, phone her", "phone her", "Talk to KM"),
        ("for 2 phone her", "phone her", "Talk to KM"),
        ("send the agenda", "send the agenda", "Send the agenda on Mondays"),
        ("I will talk to KM on the way in", "I will talk to KM on the way in", "Talk to KM"),
        ("Book the hall", "Book the hall", ""),
        ("2 reminders a week", "2 reminders a week", ""),
        ("for 2 weeks keep a log", "for 2 weeks keep a log", ""),
        ("2.30 meeting in the hall", "2.30 meeting in the hall", ""),
        ("2:30 meeting in the hall", "2:30 meeting in the hall", ""),
        ("9: phone her", "9: phone her", ""),
    ],
)
def test_words_belong_to_what_a_number_or_they_themselves_name(line: str, what: str, source: str) -> None:
    held = chosen("1 2")
    assert (held.view.place_name, held.view.hint) == (
        "a number, or words",
        "1 as it is; 1: then your own words; or something new",
    )
    assert held.say(line).said == ()
    assert [one[1:] for one in grown(held)] == [(what, source)]


def test_numbers_stay_with_what_was_chosen_whichever_comes_first() -> None:
    held = chosen("1 2 3")
    held.say("Book the hall", "", "3", "")
    assert grown(held) == [(3, "A parking sheet", "A parking sheet"), (4, "Book the hall", "")]
    assert [(one.number, one.text) for one in held.body.offered] == [
        (1, "Send the agenda on Mondays"),
        (2, "Talk to KM"),
    ]
    held.say("1", "")
    assert held.view.place_name == "a number, or words"
    assert held.view.hint == "2 as it is; 2: then your own words; or something new"
    assert held.refused("3").startswith("3 is an action already.")
    held.say("/drop 3")
    assert [one.number for one in held.body.offered] == [2, 3]


def test_where_one_alone_was_chosen_words_belong_to_it() -> None:
    held = chosen("2")
    assert (held.view.place_name, held.view.hint) == ("what, for 1", "In their words; 1 takes the words above")
    held.say("phone her", "", "and write it down", "", "1: ring again")
    assert grown(held) == [
        (1, "phone her", "Talk to KM"),
        (2, "and write it down", ""),
        (3, "ring again", "Talk to KM"),
    ]


def test_words_are_not_tied_to_the_one_that_happens_to_be_left() -> None:
    held = chosen("1 and 2")
    held.say("1", "", "practise my first sentence", "")
    assert [(what, source) for _, what, source in grown(held)] == [
        ("Send the agenda on Mondays", "Send the agenda on Mondays"),
        ("practise my first sentence", ""),
    ]


def test_several_numbers_are_taken_one_at_a_time() -> None:
    held = chosen("1 2")
    assert held.refused("1 and 2").startswith("One at a time")


def test_without_anything_chosen_a_number_is_no_action() -> None:
    held = hold(steps({"kind": "actions"}))
    assert held.refused("2") == "An action is said in words: what will be done."


def test_what_was_picked_keeps_the_order_in_which_it_stood_whichever_was_picked_first() -> None:
    held = chosen("3", "1")
    assert [(one.number, one.text) for one in held.body.offered] == [
        (1, "Send the agenda on Mondays"),
        (2, "A parking sheet"),
    ]


def test_where_the_order_of_picking_counts_it_stays() -> None:
    held = hold(steps(WAYS, {**PICK, "ordered": True}, DO))
    held.say("one", "two", "three")
    held.go("pick").say("3 1")
    held.go("actions")
    assert [one.text for one in held.body.offered] == ["three", "one"]
