"""What a test hands to the editor: a clock that runs forward by itself, ids that can be counted, soak counts."""

import os
from datetime import datetime, timedelta

from coachtui.ids import ALPHABET, ID_LENGTH

#: The moment at which every test begins, with an offset that is not UTC.
START = datetime.fromisoformat("2026-11-21T16:22:05+01:00")


def soaked(count: int) -> int:
    """How many examples to try: `count`, or that many times `COACHTUI_SOAK` where it is set."""
    return count * int(os.environ.get("COACHTUI_SOAK") or 1)


class FixedClock:
    """A clock for tests. It stands still unless `step` is given; then each look moves it on by so many seconds."""

    def __init__(self, now: datetime = START, step: int = 0) -> None:
        """Begin at `now`."""
        self.now = now
        self.step = step

    def __call__(self) -> datetime:
        """The present moment, after moving on."""
        self.now += timedelta(seconds=self.step)
        return self.now

    def advance(self, seconds: int) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


class CountingMint:
    """Ids in the order they were asked for, of the length and letters of real ones."""

    def __init__(self, start: int = 0) -> None:
        """Begin after `start`; the first id is number `start + 1`."""
        self.count = start

    def __call__(self) -> str:
        """The next id."""
        self.count += 1
        return nth_id(self.count)


def nth_id(number: int) -> str:
    """The id that a fresh `CountingMint` gives at its `number`-th call."""
    letters = ""
    while number:
        number, rest = divmod(number, len(ALPHABET))
        letters = ALPHABET[rest] + letters
    return letters.rjust(ID_LENGTH, "0")
