"""Reading lines: from a person or a pipe, whatever bytes come, and the ways a conversation may be interrupted.

Touches standard input and the process's signal handlers. A signal while a line is awaited ends the wait at once; one that
comes while something is being worked out is noticed before the next line is read, so nothing is left half done.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Protocol

from coachtui.text import MAX_ANSWER

#: The longest line that is taken in, a slash command before the words included.
MAX_LINE = MAX_ANSWER + 200

#: Signals that end a conversation politely, as far as this system has them.
ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))


class StoppedError(Exception):
    """Somebody or something asked to stop; `number` is the signal's."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class TooLongError(Exception):
    """A line of so many characters, more than can be kept as one; it was read to its end and let go."""

    def __init__(self, length: int) -> None:
        super().__init__(length)
        self.length = length


class Readable(Protocol):
    """What lines are read from."""

    def readline(self, limit: int = -1, /) -> str:
        """One line with its end, at most `limit` characters; empty at the end of the input."""
        ...


class Lines:
    """The lines that are typed or piped in, one at a time."""

    def __init__(self, source: Readable) -> None:
        self._source = source
        self._first = True
        self._waiting = False
        self._stopped: int | None = None

    def next(self) -> str | None:
        """The next line without its end; None at the end of the input.

        Raises:
            StoppedError: a signal came.
            TooLongError: the line is longer than can be kept; the next call gives the one after it.
        """
        self._waiting = True
        try:
            if self._stopped is not None:
                raise StoppedError(self._stopped)
            return self._read()
        finally:
            self._waiting = False

    def _read(self) -> str | None:
        line = self._part()
        if not line:
            return None
        length = len(line.rstrip("\r\n"))
        last = line
        while not last.endswith("\n") and (last := self._part()):
            length += len(last.rstrip("\r\n"))
        if length > MAX_LINE:
            raise TooLongError(length)
        if self._first:
            self._first = False
            line = line.removeprefix("\ufeff")  # some programs begin what they pipe with it
        return line.rstrip("\r\n")

    def _part(self) -> str:
        try:
            return self._source.readline(MAX_LINE + 1)
        except OSError:  # the terminal is gone
            return ""

    def rest(self) -> int:
        """Read what is left and say how many lines of it hold words."""
        count = 0
        while True:
            try:
                line = self.next()
            except TooLongError:
                count += 1
                continue
            if line is None:
                return count
            count += bool(line.strip())

    @contextmanager
    def watched(self) -> Iterator[None]:
        """While this lasts, signals that end a program end the wait for a line instead."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.getsignal(number) for number in ENDING}
        for number in ENDING:
            if before[number] != signal.SIG_IGN:  # somebody wants us to outlive it, as nohup does
                signal.signal(number, self._on_signal)
        try:
            yield
        finally:
            for number, handler in before.items():
                with suppress(TypeError, ValueError):
                    signal.signal(number, handler)

    def _on_signal(self, number: int, _: FrameType | None) -> None:
        self._stopped = number
        if self._waiting:
            self._waiting = False
            raise StoppedError(number)
