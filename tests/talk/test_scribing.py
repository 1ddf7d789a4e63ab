"""Lines that begin with a mark go into the row of that mark; anywhere else they are notes like any other."""

import pytest
from tests.talk.holding import Held, hold, shipped, steps

from coachtui.talk.view import NotesBody


def rows_of(held: Held) -> dict[str, list[str]]:
    """The notes by the name of their row."""
    body = held.view.body
    assert isinstance(body, NotesBody)
    return {group.name: [one.text for one in group.entries] for group in body.groups if group.entries}


def at_the_sheet() -> Held:
    """What's working well, at its three rows."""
    held = hold(shipped("whats-working-well"))
    held.say("/go notes")
    return held


def test_a_mark_puts_a_note_into_its_row_and_the_entry_line_stays() -> None:
    held = at_the_sheet()
    place = held.view.place
    held.say("reading hour")
    assert held.say("- late buses").said == ("Under - Not working well.",)
    assert held.say("~ homework").said == ("Under ~ So-so.",)
    assert held.say("+ greetings").said == (), "it stands there already"
    assert held.view.place == place
    assert rows_of(held) == {
        "+ Working well": ["reading hour", "greetings"],
        "~ So-so": ["homework"],
        "- Not working well": ["late buses"],
    }


@pytest.mark.parametrize("line", ["-late", "-", "--- ", "1 - 2", "+1 for this", "~"])
def test_only_a_mark_a_blank_and_words_are_a_marked_line(line: str) -> None:
    held = at_the_sheet()
    held.say(line)
    assert rows_of(held) == {"+ Working well": [line.strip()]}


def test_undo_takes_back_a_marked_line_as_any_other() -> None:
    held = at_the_sheet()
    held.say("- late buses", "/undo")
    assert rows_of(held) == {}


def test_three_rows_without_marks_have_them_by_their_order() -> None:
    held = hold(steps({"kind": "notes", "layout": "rows", "rows": ["Keep", "Change", "Stop"], "ask": ["What?"]}))
    held.say("- meetings on Mondays", "~ the agenda")
    assert rows_of(held) == {"Change": ["the agenda"], "Stop": ["meetings on Mondays"]}


@pytest.mark.parametrize(
    "step",
    [
        {"kind": "notes", "ask": ["What?"]},
        {"kind": "notes", "layout": "columns", "columns": ["A", "B", "C"], "ask": ["What?"]},
        {"kind": "notes", "layout": "rows", "rows": ["A", "B"], "ask": ["What?"]},
        {"kind": "notes", "layout": "grid", "rows": ["A", "B", "C"], "columns": ["X", "Y"], "ask": ["What?"]},
    ],
)
def test_where_marks_mean_nothing_a_line_is_kept_as_it_stands(step: dict[str, object]) -> None:
    held = hold(steps(step))
    held.say("- a line from a list")
    assert [one for many in rows_of(held).values() for one in many] == ["- a line from a list"]


def test_circles_take_no_marks_for_people() -> None:
    held = hold(shipped("perspective-circles"))
    held.say("/go who", "a colleague", "a pupil", "/go me", "- tired")
    assert list(rows_of(held).values()) == [["- tired"]]
