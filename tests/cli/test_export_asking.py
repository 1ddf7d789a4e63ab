"""`coachtui export` at a real terminal: the coachee is asked thing by thing."""

import os
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no such terminals there", allow_module_level=True)

from tests.cli.test_export import START, TALK
from tests.pty.terminal import Terminal
from tests.support.pipe import piped

ROOT = Path(__file__).parent.parent.parent
RUN = str(ROOT / "tests/support/fixed_run.py")
WHERE = {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}


def terminal(path: Path) -> Terminal:
    """An export for the line manager in a terminal."""
    return Terminal([RUN, "export", "last", "--for", "line manager", "--to", str(path)], WHERE, columns=160)


@pytest.fixture
def held(person: Path) -> Path:
    """A folder, and a conversation to hand over."""
    assert piped(START, TALK).code == 0
    return person


def test_yes_goes_no_stays_and_enter_stays(held: Path) -> None:
    path = held / "notes.md"
    with terminal(path) as window:
        window.wait_for_text("The agreement says to ask the coachee first.")
        window.wait_for_text(
            "1 of 2. A promise (What I will do): ring the parents (who: p3; by when: Friday) [y, n, back, rest]"
        )
        window.say("n")
        window.wait_for_text("2 of 2. A promise (What I will do): ask for the box (who: p3) [y, n, back, rest]")
        window.say("back")
        window.wait_for(lambda: window.shown().count("1 of 2.") == 2, "asked again")
        window.say("y")
        window.wait_for(lambda: window.shown().count("2 of 2.") == 2, "the second again")
        window.say("")
        window.wait_for_text("Enter goes on with this")
        assert not path.exists()
        window.say("")
        window.wait_for_text("Written:")
        assert window.status() == 0
    page = path.read_text(encoding="utf-8")
    assert "ring the parents" in page
    assert "ask for the box" not in page


def test_left_in_the_middle_nothing_is_handed_over(held: Path) -> None:
    path = held / "notes.md"
    with terminal(path) as window:
        window.wait_for_text("ring the parents")
        window.say("y")
        window.wait_for_text("ask for the box (who: p3) [y, n, back, rest]:")
        # The key may come before it is read; then the line that ends brings it about.
        window.type("\x03")
        window.type("\r")
        window.wait_for_text("Nothing was handed over.")
        assert window.status() == 1
    assert not path.exists()
