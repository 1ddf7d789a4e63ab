"""The program is ended from outside, in every way there is: the words are there, and so is the terminal."""

import contextlib
import os
import signal
from pathlib import Path

import pytest
from tests.pty.conftest import GROW, home_desk, left_behind, to_topic
from tests.pty.terminal import Terminal


def type_half_a_line(terminal: Terminal) -> None:
    """Words without an Enter: echoed, and handed to the system. How soon that happens is what the kill tests measure.

    They are in the journal first, and no longer there once the file itself was written anew.
    """
    terminal.type("half a sent")
    terminal.wait_for_text("half a sent")
    sessions = Path(os.environ["COACHTUI_HOME"]) / "sessions"
    terminal.wait_for(lambda: any(b"half a sent" in one for one in _kept(sessions)), "the disk")


def _kept(sessions: Path) -> list[bytes]:
    """What stands in the files there are; one may go while they are listed."""
    found = []
    for path in sessions.rglob("*"):
        with contextlib.suppress(OSError):
            found.append(path.read_bytes())
    return found


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_it_with_its_status_and_gives_the_terminal_back(
    begun: Terminal, person: Path, number: signal.Signals, status: int
) -> None:
    with begun as terminal:
        type_half_a_line(terminal)
        terminal.signal(number)
        assert terminal.status() == status
        for off in (b"\x1b[?1049l", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?2004l", b"\x1b[?25h"):
            assert off in terminal.sent
        assert terminal.modes() == terminal.modes_before
        assert "half a sent" not in terminal.last_words()
    assert "half a sent" in left_behind(home_desk(person))


def test_a_kill_loses_nothing(begun: Terminal, person: Path) -> None:
    with begun as terminal:
        type_half_a_line(terminal)
        terminal.signal(signal.SIGKILL)
        assert terminal.status() == -signal.SIGKILL
    assert "half a sent" in left_behind(home_desk(person))


def test_a_closed_window_loses_nothing(begun: Terminal, person: Path) -> None:
    with begun as terminal:
        type_half_a_line(terminal)
        terminal.close()
        assert terminal.status() == 128 + signal.SIGHUP
    assert "half a sent" in left_behind(home_desk(person))


def test_a_terminal_that_is_gone_ends_it_though_nobody_says_so(person: Path) -> None:
    """Some launchers ignore the signal of a closed window for their children."""
    with Terminal(GROW, deaf=True) as terminal:
        to_topic(terminal)
        type_half_a_line(terminal)
        terminal.close()
        assert terminal.status() == 128 + signal.SIGHUP
    assert "half a sent" in left_behind(home_desk(person))


def test_after_a_kill_continue_puts_the_half_line_back(begun: Terminal, person: Path) -> None:
    with begun as terminal:
        terminal.say("Meetings")
        type_half_a_line(terminal)
        terminal.signal(signal.SIGKILL)
        terminal.status()
    with Terminal(("-m", "coachtui")) as again:
        again.wait_for_text("> Continue")
        again.type("\r")
        again.wait_for_text("half a sent")
        again.wait_for_text("Meetings")
        again.type("\x11")
        assert again.status() == 0


def test_after_a_kill_the_half_line_stands_in_the_column_it_was_typed_in(person: Path) -> None:
    with Terminal(("-m", "coachtui", "start", "instant-pay-off", "--with", "p1", "--with", "p2")) as terminal:
        terminal.wait_for_text("saved")
        for line, question in (("/go blocks", "What in you"), ("/col In the situation", "What in the situation")):
            terminal.say(line)
            terminal.wait_for_text(question)
        type_half_a_line(terminal)
        terminal.signal(signal.SIGKILL)
        terminal.status()
    with Terminal(("-m", "coachtui")) as again:
        again.wait_for_text("> Continue")
        again.type("\r")
        again.wait_for_text("half a sent")
        again.wait_for_text("What in the situation")
        again.type("ence\r")
        again.wait_for_text("1  half a sentence")
        again.type("\x11")
        assert again.status() == 0
    (note,) = home_desk(person).read("last").document["records"]["blocks"]["notes"]
    assert (note["text"], note["column"]) == ("half a sentence", "In the situation")


def test_ctrl_q_ends_it_cleanly_and_leaves_only_the_file(begun: Terminal, person: Path) -> None:
    with begun as terminal:
        terminal.say("Meetings")
        terminal.wait_for_text("Meetings")
        terminal.type("\x11")
        assert terminal.status() == 0
        assert terminal.modes() == terminal.modes_before
    desk = home_desk(person)
    assert [path.suffix for path in desk.home.sessions.rglob("*.*")] == [".json"]
    assert desk.overview().open[0].framework == "GROW"


def test_ctrl_c_ends_nothing(begun: Terminal) -> None:
    with begun as terminal:
        terminal.type("\x03")
        terminal.say("Still here")
        terminal.wait_for_text("Still here")


CRASH = """
import sys
from coachtui.talk import Talk
def line(self, text):
    note = "the secret of " + text
    raise KeyError(note)
kept, Talk.line = Talk.line, lambda self, text: line(self, text) if "Zacharias" in text else kept(self, text)
from coachtui.__main__ import main
main(sys.argv[1:])
"""


def test_a_mistake_of_ours_shows_no_words_and_loses_none(person: Path) -> None:
    with Terminal(("-c", CRASH, *GROW[2:])) as terminal:
        to_topic(terminal)
        terminal.say("Zacharias and his key")
        assert terminal.status() == 1
        told = terminal.last_words()
        assert "coachtui has made a mistake" in told
        assert "KeyError" in told
        assert "Zacharias" not in told
        assert "secret" not in told
        assert "Traceback" not in told
        assert terminal.modes() == terminal.modes_before
    assert "Zacharias and his key" in left_behind(home_desk(person))


def test_without_a_terminal_it_says_so(person: Path) -> None:
    with Terminal(
        (
            "-c",
            "import subprocess, sys; sys.exit(subprocess.run([sys.executable, '-m', 'coachtui'], stdin=-3).returncode)",
        )
    ) as terminal:
        assert terminal.status() == 1
        assert "need a terminal" in terminal.last_words()


def test_the_running_program_leaves_no_core_and_no_log(person: Path) -> None:
    with Terminal(GROW, {"TEXTUAL_LOG": str(person / "keys.log"), "TEXTUAL": "debug"}) as terminal:
        to_topic(terminal)
        terminal.say("Zacharias")
        terminal.wait_for_text("Zacharias")
        limits = Path(f"/proc/{terminal.process.pid}/limits")
        if limits.exists():
            cores = next(line for line in limits.read_text(encoding="ascii").splitlines() if "core file" in line)
            assert cores.split()[4:6] == ["0", "0"]
        terminal.type("\x11")
        assert terminal.status() == 0
    assert not (person / "keys.log").exists()
