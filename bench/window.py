"""A program in a real terminal window: when its first words stood there, how long a key took, how many bytes it sent.

Only the standard library. The bytes are searched for the words that are waited for and not made into a screen, so that
the measuring is never the slow part. POSIX only, like pseudo-terminals.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

#: Seconds after which a program that does not show what is waited for is given up.
PATIENCE = 30.0
#: Milliseconds without a byte after which a screen counts as complete.
QUIET = 40.0
SIZE = (120, 40)


class VainError(Exception):
    """A program never showed what was waited for."""


@dataclass(frozen=True)
class Burst:
    """What came back after a key: milliseconds to the words waited for and to the last byte, and how many bytes."""

    shown: float
    complete: float
    size: int


class Window:
    """A terminal window with a program in it. Use it in a `with`; what still runs at its end is killed."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str] | None = None) -> None:
        self.began = time.perf_counter()
        self.peak = 0.0
        self.sent = bytearray()
        self._pid, self._master = pty.fork()
        if self._pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
            os.execvpe(command[0], list(command), {**(os.environ if env is None else env), "TERM": "xterm-256color"})  # noqa: S606 - no shell is wanted

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.kill()

    def kill(self) -> None:
        """End it without asking. After this, `peak` is the most memory it ever held, in MiB."""
        if self._master < 0:
            return
        os.kill(self._pid, signal.SIGKILL)
        _, _, used = os.wait4(self._pid, 0)
        self.peak = used.ru_maxrss / 1024
        os.close(self._master)
        self._master = -1

    # -- reading

    def _read(self, seconds: float) -> bool:
        """Whether bytes came within this time."""
        ready, _, _ = select.select([self._master], [], [], max(0.0, seconds))
        if not ready:
            return False
        try:
            found = os.read(self._master, 1 << 16)
        except OSError:
            found = b""
        if not found:
            raise VainError(f"it ended; the last it said was {bytes(self.sent[-300:])!r}")
        self.sent += found
        return True

    def wait(self, words: bytes, since: int = 0) -> float:
        """Wait for these bytes; the moment they were there, on the clock of `time.perf_counter`."""
        until = time.perf_counter() + PATIENCE
        looked = since
        while self.sent.find(words, looked) < 0:
            looked = max(since, len(self.sent) - len(words))
            left = until - time.perf_counter()
            if left <= 0 or not self._read(left):
                raise VainError(f"{words!r} never came; the last was {bytes(self.sent[-300:])!r}")
        return time.perf_counter()

    def rest(self, quiet: float = QUIET) -> float:
        """Read until nothing has come for this many milliseconds; the moment of the last byte."""
        last = time.perf_counter()
        while self._read(quiet / 1000):
            last = time.perf_counter()
        return last

    def drain(self, seconds: float) -> int:
        """Read for this long whatever comes; how many bytes that was."""
        before, until = len(self.sent), time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self._read(left)
        return len(self.sent) - before

    # -- what is measured

    def first_frame(self, words: Iterable[bytes]) -> tuple[float, float]:
        """Milliseconds from its start to the first of these words, and to all of them."""
        moments = [self.wait(one) for one in words]
        return (moments[0] - self.began) * 1000, (moments[-1] - self.began) * 1000

    def key(self, keys: bytes, words: bytes) -> Burst:
        """Type these bytes and wait for those; then for quiet."""
        since = len(self.sent)
        began = time.perf_counter()
        os.write(self._master, keys)
        shown = self.wait(words, since)
        complete = max(shown, self.rest())
        return Burst((shown - began) * 1000, (complete - began) * 1000, len(self.sent) - since)

    def type(self, keys: bytes) -> None:
        """Type these bytes; wait for nothing."""
        os.write(self._master, keys)

    # -- what the system says of it

    def cpu(self) -> float:
        """Milliseconds of processor its threads have used so far; 0.0 where the system does not say."""
        try:
            fields = Path(f"/proc/{self._pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")
