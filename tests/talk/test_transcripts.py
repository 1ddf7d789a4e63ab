"""Whole conversations as a reader would see them. `COACHTUI_GOLDENS=1` writes the goldens anew; then read the difference."""

import json
import os
from datetime import timedelta
from pathlib import Path

from tests.strategies.given import START, CountingMint, FixedClock
from tests.talk import conversations
from tests.talk.holding import ALEX, SAM, Held, everything, hold, shipped
from tests.talk.showing import transcript

from coachtui.flow.spots import spots
from coachtui.library.past import past_for
from coachtui.session.document import from_document, to_document
from coachtui.session.models import Person

KIM = Person(id="kim0000000000000", name="Kim", role="Observer")

GOLDENS = Path(__file__).parent / "goldens"


def same_as_golden(name: str, found: str) -> None:
    """Compare with the golden of this name, or write it where that is asked for."""
    path = GOLDENS / name
    if os.environ.get("COACHTUI_GOLDENS"):
        path.write_text(found, encoding="utf-8", newline="\n")
    assert found == path.read_text(encoding="utf-8"), f"{name} reads otherwise; COACHTUI_GOLDENS=1 writes it anew"


def typed(script: str) -> list[str]:
    """The lines of a conversation, and one last Enter."""
    return [*script.split("\n"), ""]


def grow() -> tuple[Held, str]:
    """Sam's first conversation with Alex."""
    held = hold(shipped("grow"), minutes=45)
    return held, transcript(held, typed(conversations.GROW))


def follow_up(first: Held) -> tuple[Held, str]:
    """The one a week later, with all that came before it."""
    clock, before = FixedClock(START + timedelta(days=7)), first.session
    seed = before.model_copy(update={"id": "session000000002", "started": clock.now, "follows": before.id})
    held = hold(
        shipped("grow"),
        minutes=45,
        clock=clock,
        session_id=seed.id,
        past=past_for(seed, [before]),
        mint=CountingMint(1000),
        follows=before.id,
        brought=before.agreement,
        agreement=before.agreement,
    )
    return held, transcript(held, typed(conversations.FOLLOW_UP))


def test_a_grow_between_two_middle_leaders() -> None:
    held, page = grow()
    same_as_golden("grow.txt", page)
    assert held.session.ended is not None
    assert held.session.agreement is not None
    assert held.session.stance == "coaching"


def test_the_follow_up_a_week_later() -> None:
    first, _ = grow()
    held, page = follow_up(first)
    same_as_golden("grow-a-week-later.txt", page)
    assert [one.status for one in held.record("look-back/since").events] == ["done", "stuck"]
    assert held.session.ended is not None


def test_an_instant_pay_off_with_swapped_chairs() -> None:
    people = (SAM.model_copy(update={"role": "Coach"}), ALEX.model_copy(update={"role": "Coachee"}))
    held = hold(shipped("instant-pay-off"), minutes=20, people=people)
    same_as_golden("instant-pay-off.txt", transcript(held, typed(conversations.PAY_OFF)))
    assert {one.who for one in held.record("actions").actions} == {ALEX.id}


def a_group_that_has_met() -> Held:
    """Three people on a call, who promised something last time."""
    last = hold(everything(), session_id="session000000000", people=(SAM, ALEX, KIM))
    last.go("letters").say("4", "3", "2", "5", "3")
    last.go("actions").say("Show the wall to the others", "Friday")
    last.go("goal").say("Less red ink")
    clock = FixedClock(START + timedelta(days=7))
    seed = last.session.model_copy(update={"id": "session000000001", "started": clock.now, "follows": last.session.id})
    return hold(
        everything(),
        people=(SAM, ALEX, KIM),
        past=past_for(seed, [last.session]),
        clock=clock,
        follows=last.session.id,
        minutes=90,
        setting="remote",
        mint=CountingMint(1000),
    )


def test_every_kind_and_setting_from_the_first_spot_to_the_end() -> None:
    held = a_group_that_has_met()
    page = transcript(held, typed(conversations.EVERYTHING))
    same_as_golden("everything.txt", page)
    document = to_document(held.talk.working)
    same_as_golden(
        "everything.json", json.dumps({**document, "framework": "everything"}, indent=2, ensure_ascii=False) + "\n"
    )
    assert to_document(from_document(document)) == document
    reached = {one.key for one in spots(held.session, held.talk.past)}
    assert reached <= set(held.talk.working.elapsed)
    assert held.session.ended is not None


def test_all_of_it_by_empty_lines_and_back() -> None:
    held = hold(everything())
    for _ in range(2):
        order = spots(held.session, held.talk.past)
        assert held.talk.spot == order[0]
        for _ in range(400):
            if held.say("").wants == "ended":
                break
        assert held.talk.spot == spots(held.session, held.talk.past)[-1]
        while held.say("/back").moved:
            pass
        assert held.talk.spot == order[0]
