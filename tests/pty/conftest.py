"""What the terminal tests share: the program in a home of its own, and the session it leaves behind."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.pty.terminal import Terminal

from coachtui.desk import Desk
from coachtui.store.home import find_home

# There are no such terminals and signals on Windows; the journal is tested there without them.
collect_ignore_glob = ["test_*.py"] if sys.platform == "win32" else []

GROW = ("-m", "coachtui", "start", "grow", "--with", "p1", "--with", "p2")

Begin = Callable[..., Terminal]


@pytest.fixture
def begun(person: Path) -> Terminal:
    """A GROW conversation at its topic, in a terminal."""
    terminal = Terminal(GROW)
    to_topic(terminal)
    return terminal


def to_topic(terminal: Terminal) -> None:
    """Wait for the first question, and go to the topic."""
    terminal.wait_for_text("saved")
    terminal.say("/go topic")
    terminal.wait_for_text("What would you like to think through today?")


def home_desk(person: Path) -> Desk:
    """The desk over what the program left behind."""
    return Desk(find_home(None, os.environ, person))


def left_behind(desk: Desk) -> str:
    """Everything the newest session holds, JSON and journal together, as one text."""
    found = desk.read("last")
    assert not found.damaged
    return json.dumps(found.document, ensure_ascii=False)
