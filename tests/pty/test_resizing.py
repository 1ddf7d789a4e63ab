"""Another size of the window, and at once another one: the last one holds."""

import signal
from pathlib import Path

from tests.pty.terminal import Terminal
from tests.pty.test_stopping import stop

FIRST, LAST = (60, 20), (100, 30)
#: coachtui, but whoever is told the first size is held up until the window has another one.
HELD_UP = f"""
import os
from textual.drivers.linux_driver import LinuxDriver
from coachtui.__main__ import main

ask = LinuxDriver._get_terminal_size

def held_up(driver):
    size = ask(driver)
    if size == {FIRST}:
        os.write(2, b"\\x1b]9;asked\\x07")
        while ask(driver) == size:
            pass
    return size

LinuxDriver._get_terminal_size = held_up
main(["start", "grow", "--with", "p1", "--with", "p2"])
"""


def widest(terminal: Terminal) -> int:
    """How wide the widest row on the screen is."""
    return max(len(row) for row in terminal.shown().splitlines())


def test_of_two_sizes_told_at_the_same_time_the_newest_holds(person: Path) -> None:
    with Terminal(("-c", HELD_UP)) as terminal:
        terminal.wait_for_text("saved")
        terminal.resize(*FIRST)
        terminal.wait_for(lambda: b"asked" in terminal.sent, "the question for the size")
        terminal.resize(*LAST)
        terminal.wait_for(lambda: widest(terminal) == LAST[0], "the last size")
        terminal.say("/go topic")
        terminal.wait_for_text("What would you like to think through today?")
        assert widest(terminal) == LAST[0], "and nothing smaller comes behind it"


def test_a_size_from_before_a_stop_that_nobody_noticed_holds_after_it(begun: Terminal) -> None:
    with begun as terminal:
        stop(terminal, signal.SIGSTOP)
        terminal.resize(*LAST)
        terminal.signal(signal.SIGCONT)
        terminal.wait_for(lambda: widest(terminal) == LAST[0], "the size")
        terminal.type("words")
        terminal.wait_for_text("> words")
        assert widest(terminal) == LAST[0]
