"""Counts the seconds spent at a spot, without those of a closed lid. Touches only the clock it is given."""

from collections.abc import Callable

#: A longer gap between two beats of the face's clock than this is a pause (a closed lid), in seconds.
PAUSE = 60.0


class Clock:
    """Seconds of a clock that only runs forward, counted and not yet booked."""

    def __init__(self, ticks: Callable[[], float]) -> None:
        """Begin to count now. `ticks`: seconds since any moment."""
        self._ticks = ticks
        self._counted = ticks()
        self._owed = 0.0

    def unbooked(self) -> float:
        """Seconds that are not booked; none where the last count was so long ago that it can only be a pause."""
        gap = self._ticks() - self._counted + self._owed
        return gap if 0 <= gap <= PAUSE else 0.0

    def count(self, *, beating: bool = False) -> None:
        """Count the time since the last call.

        A face whose clock beats regularly says so: then a gap of more than a minute is a pause and is not counted.
        """
        now = self._ticks()
        gap, self._counted = now - self._counted, now
        if gap > 0 and not (beating and gap > PAUSE):
            self._owed += gap

    def whole(self) -> int:
        """The whole seconds that were counted, to be booked now; what is left of a second waits."""
        whole = int(self._owed)
        self._owed -= whole
        return whole
