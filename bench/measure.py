"""Measuring: two things in turn, and the ratio of their medians. Touches nothing but the clock and child processes."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """What was measured against what: medians in milliseconds, their ratio, and the goal it is held against, if any."""

    what: str
    floor: str
    ours_ms: float
    floor_ms: float
    goal: float | None

    @property
    def ratio(self) -> float:
        """Ours over the floor; below 1 is quicker than the floor."""
        return self.ours_ms / self.floor_ms

    def __str__(self) -> str:
        """One line of the table."""
        goal = "" if self.goal is None else f"goal {self.goal:5.2f}  {'kept' if self.ratio <= self.goal else 'MISSED'}"
        return f"{self.what:44.44} {self.ours_ms:9.3f} ms {self.ratio:8.2f} x {self.floor:34.34} {goal}"


@dataclass(frozen=True)
class Count:
    """Something that is counted rather than timed."""

    what: str
    number: float
    goal: float | None = None

    def __str__(self) -> str:
        """One line of the table."""
        goal = "" if self.goal is None else f"goal {self.goal:g}  {'kept' if self.number <= self.goal else 'MISSED'}"
        return f"{self.what:44.44} {self.number:9g}    {'':8}   {'':34} {goal}"


def in_turn(ours: Callable[[], None], floor: Callable[[], None], times: int) -> tuple[float, float]:
    """Run both in turn so that a noisy moment hits both; the medians in milliseconds. One uncounted run goes first."""
    took: tuple[list[float], list[float]] = ([], [])
    for n in range(times + 1):
        for which, act in enumerate((ours, floor)):
            began = time.perf_counter()
            act()
            if n:
                took[which].append((time.perf_counter() - began) * 1000)
    return statistics.median(took[0]), statistics.median(took[1])


def process(*command: str) -> Callable[[], None]:
    """A child process, from start to exit, its output thrown away."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("COACHTUI_")}

    def act() -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)

    return act


def python(*words: str) -> Callable[[], None]:
    """This Python in a child process."""
    return process(sys.executable, *words)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of all values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
