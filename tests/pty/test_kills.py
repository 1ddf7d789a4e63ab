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

#: Words that were seen so many seconds before the kill, or earlier, must be there.
BEFORE = 0.05
#: Taken up after a kill, a session is first written anew as a whole, and the journal begins after that. What is typed in
#: the first moments waits for it: so many seconds, on a slow disk and a busy machine.
OPENING = 0.5
#: Programs that run side by side: most of the time each waits for a finger.
LANES = 6
LETTERS = "abcdefghijkmnopqrstuvwxyz"


def kills_wanted() -> int:
    """How many kills this run makes."""
    soak = int(os.environ.get("COACHTUI_SOAK") or 0)
    return {0: 60, 1: 1000}.get(soak, soak)


@dataclass
class Word:
    """One word that somebody typed, and how long before the kill: typed, and seen on the screen (None: never).

    `after` is how long after the first frame it was typed, and `round` which kill it was: for whoever has to find out.
    """

    text: str
    round: int
    after: float
    typed: float
    seen: float | None

    @property
    def due(self) -> bool:
        """Whether it must be there. On a busy machine a key may wait for its turn; a word counts from when it is seen."""
        early = self.round > 0 and self.after < OPENING
        return self.seen is not None and self.seen >= (OPENING if early else BEFORE)


@dataclass
class Lane:
    """One home, one conversation in it, killed again and again."""

    number: int
    kills: int
    folder: Path
    words: list[Word] = field(default_factory=list)
    lost: list[Word] = field(default_factory=list)

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
            self._one(chance, kill)
            self._check()
        return self

    def _one(self, chance: random.Random, kill: int) -> None:
        typed: list[tuple[float, str]] = []
        with Terminal(("-m", "coachtui", "resume") if kill else GROW, self.env) as terminal:
            terminal.wait_for_text("Enter keep")
            if kill == 0:
                terminal.say("/go reality")
                terminal.wait_for_text("What is happening at the moment?")
            begun = time.monotonic()
            until = begun + chance.uniform(0.05, 1.2)
            while time.monotonic() < until:
                word = "".join(chance.choices(LETTERS, k=9))
                terminal.type(word)
                typed.append((time.monotonic(), word))
                terminal.type("\r" if chance.random() < 0.3 else " ")
                time.sleep(chance.uniform(0.0, 0.06))
            terminal.signal(signal.SIGKILL)
            killed = time.monotonic()
            assert terminal.status() == -signal.SIGKILL, f"it ended by itself:\n{terminal.shown()}"
            for at, word in typed:
                seen = terminal.echoed_at(word.encode())
                self.words.append(Word(word, kill, at - begun, killed - at, None if seen is None else killed - seen))

    def _check(self) -> None:
        home = find_home(None, self.env, self.folder)
        kept = left_behind(Desk(home))
        self.lost += [word for word in self.words if word.due and word.text not in kept and word not in self.lost]


@pytest.mark.timeout(3600 if os.environ.get("COACHTUI_SOAK") else 240)
def test_no_kill_at_any_moment_loses_a_word(tmp_path: Path) -> None:
    wanted = kills_wanted()
    each = [wanted // LANES + (lane < wanted % LANES) for lane in range(LANES)]
    with ThreadPoolExecutor(LANES) as pool:
        lanes = list(pool.map(Lane.run, [Lane(n, kills, tmp_path / str(n)) for n, kills in enumerate(each)]))
    words = [word for lane in lanes for word in lane.words]
    due = sum(word.due for word in words)
    print(f"{wanted} kills, {len(words)} words typed, {due} due")  # noqa: T201 - read in a soak
    lost = [(lane.number, word) for lane in lanes for word in lane.lost]
    assert lost == [], f"{len(lost)} words lost, in lane and round {sorted({(n, word.round) for n, word in lost})}"
    assert due > wanted, "too few words were typed for the test to mean anything"
