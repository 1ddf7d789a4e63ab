"""Stopped for a while and going on: by a shell (SIGTSTP), and from outside, where no program can notice it (SIGSTOP)."""

import signal
from pathlib import Path

import pytest
from tests.pty.terminal import Terminal


def stop(terminal: Terminal, number: signal.Signals) -> None:
    """Stop it, and wait until it has stopped."""
    terminal.signal(number)
    terminal.wait_for(terminal.stopped, "a stop")


def test_a_stop_gives_the_terminal_back_and_going_on_takes_it_again(begun: Terminal) -> None:
    with begun as terminal:
        terminal.type("before")
        terminal.wait_for_text("before")
        terminal.forget()
        stop(terminal, signal.SIGTSTP)
        terminal.wait_for(lambda: b"\x1b[?1049l" in terminal.sent, "the terminal")
        assert terminal.modes() == terminal.modes_before
        terminal.forget()
        terminal.signal(signal.SIGCONT)
        terminal.wait_for(lambda: b"\x1b[?1049h" in terminal.sent, "the screen")
        terminal.wait_for(lambda: terminal.modes() != terminal.modes_before, "the keyboard")
        terminal.type(" and after")
        terminal.wait_for_text("before and after")
        terminal.type("\x11")
        assert terminal.status() == 0


@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGSTOP])
def test_however_often_there_is_one_reader_of_keys(begun: Terminal, number: signal.Signals) -> None:
    with begun as terminal:
        terminal.type("0")
        terminal.wait_for_text("> 0")
        before = threads(terminal)
        for turn in range(1, 6):
            stop(terminal, number)
            terminal.signal(signal.SIGCONT)
            # What is typed before the terminal is taken again would be the shell's.
            terminal.wait_for(lambda: not terminal.stopped() and not terminal.given_back(), "the keyboard")
            terminal.type(str(turn))
            terminal.wait_for_text("> " + "".join(str(one) for one in range(turn + 1)))
        terminal.wait_for(lambda: threads(terminal) <= before, "no thread more than before")
        terminal.type("a whole line of words that must not be torn apart")
        terminal.wait_for_text("> 012345a whole line of words that must not be torn apart")


def threads(terminal: Terminal) -> int:
    """How many threads read keys and write to the terminal; 0 where the system does not say."""
    return len(list(Path(f"/proc/{terminal.process.pid}/task").glob("*")))
