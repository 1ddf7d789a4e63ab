"""At a terminal: what is not given is asked for, and what is asked can be left. With real keys in a real terminal."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("there are no such terminals there", allow_module_level=True)

from tests.pty.terminal import Terminal
from tests.support.pipe import piped

ROOT = Path(__file__).parent.parent.parent
RUN = str(ROOT / "tests/support/fixed_run.py")
WHERE = {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
START = ["start", "grow", "--with", "p3", "--with", "p7", "--plain"]


def shown(person: Path) -> Any:
    """The newest session."""
    done = piped(["show", "last", "--json"])
    assert done.code == 0, done.err
    return json.loads(done.out)


def terminal(*words: str) -> Terminal:
    """Coachtui in a terminal."""
    return Terminal([RUN, *words], WHERE)


def test_framework_and_names_are_asked_for(person: Path) -> None:
    with terminal("start", "--plain") as window:
        window.wait_for_text("Which conversation?")
        window.say("1")
        window.wait_for_text("Coachee:")
        window.say("p3")
        window.wait_for_text("Coach:")
        window.say("")
        window.wait_for_text("How are we meeting today?")
        window.say("/park an idea")
        window.wait_for_text("Parked.")
        window.type("\x04")
        assert window.status() == 0
    session = shown(person)
    assert [(one["name"], one["role"]) for one in session["people"]] == [("p3", "Coachee"), ("Coach", "Coach")]
    people = json.loads((person / "coachtui/people.json").read_text(encoding="utf-8"))["people"]
    assert [one["name"] for one in people] == ["p3"]


def test_only_who_is_missing_is_asked_for(person: Path) -> None:
    with terminal("start", "grow", "--with", "p3", "--plain") as window:
        window.wait_for_text("Coach:")
        assert "Coachee:" not in window.shown()
        window.say("p7")
        window.wait_for_text("p3 (Coachee), p7 (Coach)")
        window.say("/quit")
        assert window.status() == 0


def test_the_line_mode_shows_a_prompt_and_nothing_that_moves_the_cursor(person: Path) -> None:
    with terminal(*START) as window:
        window.wait_for_text("\n>")
        window.say("/go topic", "How to say no")
        window.wait_for_text("1. How to say no")
        window.say("/quit")
        assert window.status() == 0
        assert b"\x1b" not in window.sent


def test_ctrl_c_at_a_line_keeps_everything(person: Path) -> None:
    with terminal(*START) as window:
        window.wait_for_text("\n>")
        window.say("/go topic", "How to say no")
        window.wait_for_text("1. How to say no")
        window.type("\x03")
        window.wait_for_text("Stopped here. Everything is kept")
        assert window.status() == 0
    assert shown(person)["ended"] is None


def test_ctrl_d_at_a_question_changes_nothing(person: Path) -> None:
    with terminal("start", "grow", "--plain") as window:
        window.wait_for_text("Coachee:")
        window.type("\x04")
        window.wait_for_text("Stopped. Nothing was changed.")
        assert window.status() == 1
    assert list((person / "coachtui").glob("sessions/*/*")) == []


def test_a_closed_window_loses_nothing(person: Path) -> None:
    window = terminal(*START)
    window.wait_for_text("\n>")
    window.say("/go topic", "How to say no")
    window.wait_for_text("1. How to say no")
    window.close()
    assert window.status() == 129
    assert shown(person)["records"]["topic"]["passages"][0]["text"] == "How to say no"


def test_names_need_not_stand_in_a_shells_history(person: Path) -> None:
    piped(START, ["/go topic", "How to say no", "/end"])
    with terminal("rename") as window:
        window.wait_for_text("Whose name?")
        window.say("p3")
        window.wait_for_text("What is it to be?")
        window.say("p33")
        window.wait_for_text("Corrected, in 1 session.")
        assert window.status() == 0
    with terminal("prepare") as window:
        window.wait_for_text("Whom do you meet?")
        window.say("p33")
        window.wait_for_text("Before meeting p33")
        assert window.status() == 0


def test_deleting_asks_and_can_be_left(person: Path) -> None:
    piped(START, ["/go topic", "How to say no", "/end"])
    with terminal("delete", "last") as window:
        window.wait_for_text("[y/N]")
        window.say("")
        window.wait_for_text("Nothing was deleted.")
        assert window.status() == 1
    with terminal("delete", "last") as window:
        window.wait_for_text("[y/N]")
        window.say("y")
        window.wait_for_text("Deleted:")
        assert window.status() == 0
    assert list((person / "coachtui").glob("sessions/*/*")) == []


def test_what_was_learned_is_asked_for_once_the_rest_is_right(person: Path) -> None:
    piped(START, ["/go actions", "ring the parents", "Friday", "/end"])
    with terminal("actions", "set", "zzzz", "done") as window:
        window.wait_for_text("There is no action with that id.")
        assert window.status() == 1
    action = json.loads(piped(["actions", "--json"]).out)["actions"][0]["id"]
    with terminal("actions", "set", action, "done") as window:
        window.wait_for_text("What was learned")
        window.say("they were kind")
        assert window.status() == 0
    assert "learned: they were kind" in piped(["actions", "--all"]).out
