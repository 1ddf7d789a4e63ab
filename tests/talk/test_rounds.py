"""Rounds, and which steps are part of a talk."""

from typing import Any

import pytest
from tests.talk.holding import ALEX, SAM, everything, hold, shipped, steps

from coachtui.session.spot import Spot

LATER = {"id": "later", "kind": "text", "title": "Later"}


# -- rounds, and what is part of the talk


def test_a_round_runs_over_people_named_live_and_those_named_later() -> None:
    held = hold(everything(), people=(SAM, ALEX))
    held.go("who").say("Jo", "Kim")
    order = [held.session.framework.step("who").id]
    while held.talk.spot.step != "worth-checking":
        if held.talk.spot.step == "them":
            order.append(held.view.title)
        held.say("/next")
    assert order[1:] == ["From where Jo stands", "From where Kim stands"]
    held.go("who").say("Lou")
    assert sum(line.endswith("From where Lou stands") for line in held.say("/where").page) == 1


def test_roles_move_one_seat_for_each_and_a_round_may_stop() -> None:
    held = hold(everything())
    held.go("who").say("Jo", "Kim", "")
    held.say("/go now sit where Jo")
    assert held.view.speaks == "Teller: Sam, Questioner: Alex, Observer: Sam"
    held.say("/go now sit where Kim")
    assert held.view.speaks == "Teller: Alex, Questioner: Sam, Observer: Alex"
    held.say("/go From where Jo")
    assert not held.view.offers, "nobody has said anything yet"
    held.say("I only wanted to be asked")
    while not held.view.offers:
        held.say("")  # it is said to somebody who is about to leave, not after each note
    assert held.view.title == "From where Jo stands"
    assert [(one.say, one.plain_yes) for one in held.view.offers] == [("Still to come: Kim. It may stop here.", False)]
    held.say("y is a note here", "/yes")
    assert held.talk.spot == Spot("worth-checking")


def test_everyone_but_the_first_may_be_left_out_with_one_key() -> None:
    held = hold(shipped("perspective-circles"))
    held.say("/go who", "colleague", "parent", "pupil", "/go change of seat: colleague")
    assert not held.view.offers
    held.say("/go change of seat: parent")
    (offer,) = held.view.offers
    assert (offer.say, offer.to, offer.plain_yes) == ("parent may be left out.", "Change of seat: pupil", True)
    held.say("y")
    assert held.view.title == "Change of seat: pupil"


def test_a_stage_that_waits_for_names_stands_in_the_path_from_the_start() -> None:
    held = hold(shipped("perspective-circles"))
    names = [one.name for one in held.view.trail]
    assert "Outer circles" in names
    held.say("/go who", "a colleague")
    assert [one.name for one in held.view.trail] == names
    alone = hold(shipped("perspective-circles"))
    alone.say("/go onlooker")
    assert "Outer circles" not in [one.name for one in alone.view.trail], "nobody was named, so it is not to come"


def test_in_a_round_over_people_the_words_are_theirs() -> None:
    framework = steps(
        {"kind": "text", "title": "Last word"}, round=[{"id": "r", "for_each": "people", "steps": ["text"]}]
    )
    held = hold(framework)
    held.say("Mine", "", "Yours")
    assert [record.passages[0].by for record in (held.record(f"text@{SAM.id}"), held.record(f"text@{ALEX.id}"))] == [
        SAM.id,
        ALEX.id,
    ]


def test_an_item_dropped_while_we_stand_in_it_leads_on_to_the_next() -> None:
    held = hold(
        steps(
            {"id": "who", "kind": "notes"},
            {"id": "them", "kind": "text"},
            LATER,
            round=[{"id": "r", "for_each": "who", "steps": ["them"]}],
        )
    )
    held.say("Jo", "Kim", "")
    held.talk.editor.drop(held.talk.spot.item or "")
    assert held.view.next_hint == "next: Text (Kim)"
    held.say("")
    assert "Kim" in held.view.title


@pytest.mark.parametrize(
    ("when", "more", "there"),
    [
        ("remote", {}, False),
        ("remote", {"setting": "remote"}, True),
        ("group", {}, False),
        ("group", {"people": (SAM, ALEX, SAM.model_copy(update={"id": "x", "name": "Kim"}))}, True),
        ("first", {}, True),
        ("first", {"follows": "session000000000"}, False),
        ("follow-up", {}, False),
        ("follow-up", {"follows": "session000000000"}, True),
    ],
)
def test_steps_for_some_talks_only(when: str, more: dict[str, Any], there: bool) -> None:
    held = hold(steps({"kind": "text", "when": when}, LATER), **more)
    assert (held.talk.spot == Spot("text")) is there


def test_optional_and_private_steps_say_so() -> None:
    held = hold(steps({"kind": "text", "optional": True, "private": True}))
    assert (held.view.optional, held.view.private) == (True, True)


def test_how_people_meet_is_told_by_the_first_answer() -> None:
    held = hold(shipped("grow"))
    held.say("2", "")
    assert (held.session.setting, held.view.title) == ("remote", "On the call")


def test_a_way_back_to_a_step_that_has_gone_is_not_taken() -> None:
    opening = {"kind": "choose", "options": [{"name": "On"}, {"name": "Weigh", "open": ["rate"]}]}
    rate = {"kind": "rate", "check": {"below": 7, "say": "Smaller?", "go_to": "text"}}
    held = hold(steps(opening, {"kind": "text"}, rate, LATER))
    held.say("2")
    held.go("rate").say("3", "y")
    assert held.view.next_hint == "back to Rate"
    held.go("choose").say("2", "", "")
    assert held.talk.spot == Spot("later")
