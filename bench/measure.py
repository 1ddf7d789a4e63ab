"""Measuring: two things in turn, the ratio of their medians, and a line of the table for it.

Touches nothing but the clock and child processes.
"""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Effort:
    """How often things are measured: commands, first frames, keys, saves; and for how many seconds nothing is done."""

    commands: int = 25
    frames: int = 15
    keys: int = 300
    saves: int = 60
    idle: float = 20.0


#: Enough to see whether the bench still runs; its figures mean nothing.
QUICK = Effort(commands=3, frames=2, keys=10, saves=10, idle=2.0)


@dataclass(frozen=True)
class Ratio:
    """What was measured against which floor, in the same run.

    Attributes:
        goal: the number of the goal it belongs to; empty where it is only of interest.
        what: what was measured.
        floor: the least that could do it.
        ours: our figure, in `unit`.
        base: the floor's figure, in `unit`.
        limit: the most the ratio is to be; None where nothing is promised.
        unit: what the figures are counted in.
    """

    goal: str
    what: str
    floor: str
    ours: float
    base: float
    limit: float | None = None
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """Ours over the floor; below 1 is less than the floor."""
        return self.ours / self.base if self.base else float("inf" if self.ours else 0)

    def __str__(self) -> str:
        """One line of the table."""
        figures = f"{_figure(self.ours)} {_figure(self.base)} {self.unit:5} {self.ratio:7.2f}"
        return f"{self.goal:>3}  {self.what:45.45} {self.floor:37.37} {figures}  {_verdict(self.ratio, self.limit)}"


@dataclass(frozen=True)
class Count:
    """Something that is counted or taken by itself, without a floor."""

    goal: str
    what: str
    number: float
    limit: float | None = None
    unit: str = ""

    def __str__(self) -> str:
        """One line of the table."""
        figures = f"{_figure(self.number)} {'':9} {self.unit:5} {'':7}"
        return f"{self.goal:>3}  {self.what:45.45} {'':37} {figures}  {_verdict(self.number, self.limit)}"


Row = Ratio | Count

HEAD = f"{'':3}  {'what':45} {'floor':37} {'ours':>9} {'floor':>9} {'':5} {'ratio':>7}  goal"


def _figure(number: float) -> str:
    return f"{number:9.3f}" if abs(number) < 10 else f"{number:9.1f}" if abs(number) < 10_000 else f"{number:9.0f}"


def _verdict(value: float, limit: float | None) -> str:
    if limit is None:
        return ""
    return f"<= {limit:g} {'met' if value <= limit else 'NOT MET'}"


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


def process(*command: str, env: Mapping[str, str] | None = None) -> Callable[[], None]:
    """A child process, from start to exit, its output thrown away."""
    env = {**plain_environment(), **(env or {})}

    def act() -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)

    return act


def plain_environment() -> dict[str, str]:
    """This process's environment without what would steer coachtui."""
    return {key: value for key, value in os.environ.items() if not key.startswith(("COACHTUI_", "PYTHON"))}


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of all values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def median(values: Sequence[float]) -> float:
    """The middle one; 0.0 of none."""
    return statistics.median(values) if values else 0.0
