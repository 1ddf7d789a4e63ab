"""By keys on the screen, by the mouse or by lines from a pipe: the same conversation leaves the same session file.

The lines are those of the line mode's goldens; on the screen each is typed with its Enter, and an empty line is Enter
twice. The files have to be alike but for `seq`, which counts writes, and a line that is being typed is written too.
"""

import contextlib
import json
from pathlib import Path
from typing import Any

from tests.plain.test_goldens import GOLDENS, LATER, typed
from tests.pty.terminal import ROOT, Terminal
from tests.tui.playing import place_of

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
            leave_the_last_page(terminal)
            terminal.type("q")
        assert terminal.status() == 0


def leave_the_last_page(terminal: Terminal) -> None:
    """A key, and again where it came before the last page could be seen: then it was not meant for it. Home takes no blank."""
    for _ in range(60):
        terminal.type(" ")
        with contextlib.suppress(AssertionError):
            terminal.wait_for(lambda: "choose a conversation" in terminal.shown(), "Home", 1.0)
            return
    raise AssertionError(terminal.shown())


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


#: What a hand on the mouse does instead of typing these lines, in the order in which they come: a line, what stands at
#: the end of the answer once everything is in its place, and the clicks.
CLICKS = (
    ("/take A", "Parked earlier", "start with a silent", "draw it in here"),
    ("A 3", "not tied yet", "^I put off saying", "tie it to End with"),
    ("2 and 2", "3 End with", "^They bring every", "tie it to A parking"),
    ("1-c", "2 A parking", "^No agenda goes", "tie it to Send the"),
    ("1 and 4", "pick one to three", "Send the agenda", "start with a silent"),
    ("1", "From what was picked", "^Send the agenda"),
    ("2", "23 November", "^start with a silent"),
    ("/drop 2", "by when >", "start with a silent", "take it out"),
)


def click(terminal: Terminal, words: str) -> str:
    """A click on these words, once they are there, as a terminal reports it; gives what stood on the screen."""
    terminal.wait_for(lambda: place_of(terminal.shown(), words) is not None, repr(words))
    before = terminal.shown()
    column, row = place_of(before, words) or (0, 0)
    terminal.type(f"\x1b[<0;{column + 1};{row + 1}M\x1b[<0;{column + 1};{row + 1}m")
    return before


def choose(terminal: Terminal, words: str) -> None:
    """A click that changes what stands on the screen; in a menu it closes it. The foot is drawn last."""
    before = click(terminal, words)
    terminal.wait_for(lambda: terminal.shown() != before, f"what a click on {words!r} does")
    if "Escape closes" in before:
        terminal.wait_for(lambda: "Escape closes" not in terminal.shown(), "the menu to close")


def go_on(terminal: Terminal) -> None:
    """What an empty Enter does, and Enter again."""
    click(terminal, "empty Enter")
    terminal.wait_for(lambda: again(terminal) is not None, "Enter to be asked for again")
    words = again(terminal) or ""
    click(terminal, words)
    terminal.wait_for(lambda: words not in terminal.shown(), "the next question")


def again(terminal: Terminal) -> str | None:
    """What the foot calls the second Enter, once it stands there: at the last question it closes the conversation."""
    return next((one for one in ("Enter goes on", "Enter closes it") if one in terminal.shown()), None)


def say(terminal: Terminal, line: str) -> None:
    """A line typed with its Enter; a page that it opens is closed by a click. Returns when it is taken in."""
    terminal.type(line)
    terminal.wait_for(lambda: stands(terminal, line), f"{line!r} to stand in the entry line")
    terminal.type("\r")
    if line in PAGES:
        click(terminal, "Any key goes back")
        terminal.wait_for(lambda: "Any key goes back" not in terminal.shown(), "the page to close")
    terminal.wait_for(lambda: not stands(terminal, line), f"{line!r} to be kept")


def stands(terminal: Terminal, line: str) -> bool:
    """Whether this line, or the row it begins with where it takes several, is what stands in the entry line.

    The hint of an empty line may hold a short line's letters, but never ends with them right behind the prompt.
    """
    behind = (row.rpartition("> ")[2].rstrip() for row in terminal.shown().split("\n") if "> " in row)
    return any(row == line or (len(row) > 40 and line.startswith(row)) for row in behind)


def test_instant_pay_off_with_a_hand_on_the_mouse_leaves_what_the_pipe_left(person: Path) -> None:
    """Words are typed; everything that needs none is clicked: going on, ideas, ties, picks, actions, pages, the thanks."""
    instead = list(CLICKS)
    # In a tall window nothing makes way for a menu, so what is to be clicked next stands where it stood.
    words = [RUN, "start", "instant-pay-off", "--with", "p3", "--with", "p7"]
    with Terminal(words, columns=100, rows=45) as terminal:
        terminal.wait_for_text("saved")
        for line in typed("instant-pay-off"):
            if not line:
                go_on(terminal)
            elif instead and instead[0][0] == line:
                _, last, *clicks = instead.pop(0)
                terminal.wait_for_text(last)
                for shown in clicks:
                    choose(terminal, shown)
            else:
                say(terminal, line)
        click(terminal, "any other key goes back")
        terminal.wait_for_text("choose a conversation")
        click(terminal, "q leave")
        assert terminal.status() == 0
    assert not instead
    assert left(person / "coachtui", "0003") == golden("instant-pay-off")
