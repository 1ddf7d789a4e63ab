"""By keys on the screen or by lines from a pipe: the same conversation leaves the same session file.

The lines are those of the line mode's goldens; on the screen each is typed with its Enter, and an empty line is Enter
twice. The files have to be alike but for `seq`, which counts writes, and a line that is being typed is written too.
"""

import json
from pathlib import Path
from typing import Any

from tests.plain.test_goldens import GOLDENS, LATER, typed
from tests.pty.terminal import ROOT, Terminal

RUN = str(ROOT / "tests" / "support" / "fixed_run.py")

#: Commands that open a page, which a key closes.
PAGES = ("/where", "/help", "/show")


def by_keys(words: list[str], lines: list[str], env: dict[str, str], size: tuple[int, int]) -> None:
    """Hold a conversation on the screen, by keys alone."""
    with Terminal([RUN, *words], env, columns=size[0], rows=size[1]) as terminal:
        terminal.wait_for_text("saved")
        for line in lines:
            terminal.type(line.encode() + (b"\r" if line else b"\r\r"))
            if line in PAGES:
                terminal.wait_for_text("Any key goes back")
                terminal.type(" ")
                terminal.wait_for(lambda: "Any key goes back" not in terminal.shown(), "the page to close")
        if lines[-1] != "/quit":
            terminal.wait_for_text("Thank you")
            terminal.type(" ")
            terminal.wait_for_text("choose a conversation")
            terminal.type("q")
        assert terminal.status() == 0


def left(home: Path, session: str) -> dict[str, Any]:
    """The session file, as the goldens hold it."""
    (path,) = home.glob(f"sessions/*/*-{session}.json")
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return {**document, "framework": document["framework"]["id"], "seq": None}


def golden(name: str) -> dict[str, Any]:
    """What the same conversation left when it came from a pipe."""
    read: dict[str, Any] = json.loads((GOLDENS / f"{name}.json").read_text(encoding="utf-8"))
    return read


def test_instant_pay_off_by_keys_leaves_what_the_pipe_left(person: Path) -> None:
    people = ["--with", "p3", "--with", "p7"]
    by_keys(["start", "instant-pay-off", *people], typed("instant-pay-off"), {}, (80, 24))
    assert left(person / "coachtui", "0003") == golden("instant-pay-off")


def test_grow_and_its_follow_up_by_keys_leave_what_the_pipe_left(person: Path) -> None:
    by_keys(["start", "grow", "--with", "p3", "--with", "p7"], typed("grow"), {}, (100, 30))
    assert left(person / "coachtui", "0003") == golden("grow")
    later = {"COACHTUI_TEST_NOW": LATER, "COACHTUI_TEST_ID": "500"}
    by_keys(["start", "--follow", "last"], typed("grow-follow-up"), later, (160, 45))
    assert left(person / "coachtui", "0500") == golden("grow-follow-up")
