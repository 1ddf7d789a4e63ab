"""Going on after a break: the entry line stands in the column, at the promise, at the person it stood at, half line included."""

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies.given import soaked
from tests.talk.holding import ALEX, Held, hold, shipped, steps
from tests.talk.test_any_lines import COMMANDS, LINES, held_at, talks

from coachtui.session.document import from_document
from coachtui.session.models import Working
from coachtui.session.spot import Place
from coachtui.store.jsonfile import dump, loose, parse

COLUMNS = ("In me", "In others", "In the situation")


def after_a_break(held: Held, document: dict[str, Any] | None = None) -> Held:
    """The same conversation opened anew from what its file holds."""
    again = from_document(parse(dump(loose(held.document() if document is None else document))))
    assert isinstance(again, Working)
    return hold(held.session.framework, past=held.talk.past, begin=again, clock=held.clock)


def at_blocks() -> Held:
    """An instant pay-off at its blocks, which stand in three columns."""
    return hold(shipped("instant-pay-off")).go("blocks")


@pytest.mark.parametrize("column", COLUMNS)
def test_a_half_line_comes_back_in_its_column_and_enter_keeps_it_there(column: str) -> None:
    held = at_blocks()
    held.say(f"/col {column}")
    held.talk.draft("no time to")
    again = after_a_break(held)
    assert again.view.draft == "no time to"
    assert again.talk.place.column == column
    again.say("no time to talk")
    (note,) = again.record("blocks").notes
    assert note.column == column


def test_the_columns_before_are_not_asked_again_and_those_behind_are() -> None:
    held = at_blocks()
    held.say("/col In others")
    again = after_a_break(held)
    again.say("")
    assert again.talk.place.column == "In the situation"
    again.say("")
    assert again.talk.spot.step == "ways"


def test_a_half_day_comes_back_at_its_promise() -> None:
    held = hold(shipped("instant-pay-off")).go("actions")
    held.say("Ask Robin", "friday", "Write the list")
    held.talk.draft("next mon")
    again = after_a_break(held)
    assert again.talk.place == Place(field="by when")
    again.say("next monday")
    first, second = again.record("actions").actions
    assert (first.text, second.text) == ("Ask Robin", "Write the list")
    assert first.due != second.due is not None


def test_a_half_line_in_another_step_is_found_in_its_column_too() -> None:
    held = at_blocks()
    held.say("/col In others")
    held.talk.draft("nobody as")
    held.go("ideal").go("blocks")
    assert held.talk.place.column == "In others"
    held.talk.draft("")
    held.go("ideal").go("blocks")
    assert held.talk.place.column == "In me", "with nothing half typed it begins where something waits"
    assert set(held.document()["places"]) == {"blocks"}


@pytest.mark.parametrize(
    "kept",
    [
        {"column": "No such column"},
        {"column": 7},
        {"row": "In others"},
        {"field": "by when", "of": "nosuchthing00001"},
        {"field": "what", "of": ["x"]},
        {"of": None, "column": "In others", "later": {"deep": 1}, "by": "nobody0000000000"},
        {},
    ],
)
def test_a_place_that_is_none_is_not_stood_at(kept: dict[str, Any]) -> None:
    held = at_blocks()
    held.say("/col In others")
    again = after_a_break(held, {**held.document(), "places": {"blocks": kept, "nowhere": {"column": "x"}}})
    assert again.talk.place.column == "In me"
    again.say("words")
    assert again.record("blocks").notes[0].column == "In me"


def test_a_promise_taken_out_is_not_asked_about_after_a_break() -> None:
    held = hold(steps({"kind": "actions", "fields": ["what", "by when"]}))
    held.say("Ask Robin", "/drop 1")
    again = after_a_break(held)
    assert again.talk.place == Place(field="what")


def test_whose_words_were_being_noted_is_known_after_a_break() -> None:
    held = hold(steps({"kind": "notes"}, {"kind": "text"}))
    held.say("/by Alex", "")
    again = after_a_break(held)
    again.say("mine")
    assert again.record("text").passages[0].by == ALEX.id
    again.say("/by")
    assert after_a_break(again).view.author == ""
    gone = held.document()
    gone["places"]["text"]["noted"] = "nobody0000000000"
    assert after_a_break(held, gone).view.author == ""


@settings(max_examples=soaked(30))
@given(talks(), st.integers(0, 2**32))
def test_wherever_somebody_stops_they_go_on_there(working: Working, seed: int) -> None:
    held, random = held_at(working), Random(seed)
    for _ in range(8):
        for _ in range(random.randint(1, 4)):
            held.talk.line(random.choice(["", "", *LINES]) if random.random() < 0.75 else "/" + random.choice(COMMANDS))
        again = after_a_break(held)
        assert again.talk.spot == held.talk.spot
        assert held.session.ended is not None or again.talk.place == held.talk.place
        assert again.talk.pending == held.talk.pending
        assert again.talk.editor.author == held.talk.editor.author


def test_the_way_back_goes_column_by_column_after_a_break_too() -> None:
    held = at_blocks()
    held.say("/col In others")
    again = after_a_break(held)
    again.say("", "/back", "/back")
    assert (again.talk.spot.step, again.talk.place.column) == ("blocks", "In me")
    again.say("/back")
    assert again.talk.spot.step == "ideal"
