"""Killed at random moments while somebody types, and taken up again each time: no word is ever missing.

Sixty kills in the test run; COACHTUI_SOAK=1 makes them a thousand, COACHTUI_SOAK=N so many.
"""

import os
import random
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.pty.conftest import GROW, left_behind
from tests.pty.terminal import Terminal

from coachtui.desk import Desk
from coachtui.store.home import find_home

#: Words that were typed this many seconds before the kill, or earlier, must be there.
BEFORE = 0.05
#: Programs that run side by side: most of the time each waits for a finger.
LANES = 6
LETTERS = "abcdefghijkmnopqrstuvwxyz"


def kills_wanted() -> int:
    """How many kills this run makes."""
    soak = int(os.environ.get("COACHTUI_SOAK") or 0)
    return {0: 60, 1: 1000}.get(soak, soak)


@dataclass
class Lane:
    """One home, one conversation in it, killed again and again."""

    number: int
    kills: int
    folder: Path
    due: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    late: int = 0
    typed: int = 0

    @property
    def env(self) -> dict[str, str]:
        """A home apart from all other lanes."""
        names = ("HOME", "COACHTUI_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")
        return {name: str(self.folder / name.lower()) for name in names}

    def run(self) -> "Lane":
        """All its kills."""
        chance = random.Random(self.number)
        (self.folder / "home").mkdir(parents=True)
        for kill in range(self.kills):
            self._one(chance, GROW if kill == 0 else ("-m", "coachtui", "resume"))
            self._check()
        return self

    def _one(self, chance: random.Random, words: tuple[str, ...]) -> None:
        typed: list[tuple[float, str]] = []
        with Terminal(words, self.env) as terminal:
            terminal.wait_for_text("saved")
            if words is GROW:
                terminal.say("/go reality")
                terminal.wait_for_text("What is happening at the moment?")
            until = time.monotonic() + chance.uniform(0.05, 1.2)
            while time.monotonic() < until:
                word = "".join(chance.choices(LETTERS, k=9))
                terminal.type(word)
                typed.append((time.monotonic(), word))
                terminal.type("\r" if chance.random() < 0.3 else " ")
                time.sleep(chance.uniform(0.0, 0.06))
            terminal.signal(signal.SIGKILL)
            killed = time.monotonic()
            terminal.status()
            shown = terminal.sent
        for at, word in typed:
            # On a busy machine a word may wait for its turn; what counts is what the person saw.
            echoed = word.encode() in shown
            self.typed += 1
            self.late += not echoed
            if echoed and at <= killed - BEFORE:
                self.due.append(word)

    def _check(self) -> None:
        home = find_home(None, self.env, self.folder)
        kept = left_behind(Desk(home))
        missing = [word for word in self.due if word not in kept]
        self.lost += missing
        self.due = [word for word in self.due if word not in missing]


@pytest.mark.timeout(3600 if os.environ.get("COACHTUI_SOAK") else 240)
def test_no_kill_at_any_moment_loses_a_word(tmp_path: Path) -> None:
    wanted = kills_wanted()
    each = [wanted // LANES + (lane < wanted % LANES) for lane in range(LANES)]
    with ThreadPoolExecutor(LANES) as pool:
        lanes = list(pool.map(Lane.run, [Lane(n, kills, tmp_path / str(n)) for n, kills in enumerate(each)]))
    typed, due = sum(lane.typed for lane in lanes), sum(len(lane.due) for lane in lanes)
    print(f"{wanted} kills, {typed} words typed, {due} due, {sum(lane.late for lane in lanes)} not echoed in time")  # noqa: T201 - read in a soak
    assert [word for lane in lanes for word in lane.lost] == []
    assert due > wanted, "too few words were typed for the test to mean anything"
