"""A terminal for tests: starts the real program in it, types, reads what stands on the screen, kills, closes.

Only the standard library and pyte, which turns the bytes a program sends into the screen a person would see. Like the
terminals of today it can be told where a picture begins and ends, and shows no half of one: who acts on what stands on the
screen never acts on what is still being drawn.
"""

import contextlib
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

ROOT = Path(__file__).parents[2]
#: Seconds after which a wait for the program is a failure. Never a measure: it is as generous as a busy machine needs.
PATIENCE = 60.0
#: Bytes that are kept for the screen before somebody asks what stands on it; a whole screen takes a hundredth of them.
MOST_UNREAD = 2_000_000
#: Questions a program asks a terminal, which pyte would print.
ASKED = re.compile(rb"\x1b\[[<>=]\d*u|\x1b\[\?\d+\$p")
#: The question whether whole pictures are shown, the answer to it, and where one begins and ends.
WHOLE, YES_WHOLE, BEGINS, ENDS = b"\x1b[?2026$p", b"\x1b[?2026;2$y", b"\x1b[?2026h", b"\x1b[?2026l"
#: A sequence that is whole: of a few letters, of numbers, or a text with an end.
SEQUENCE = re.compile(rb"\x1b(?:[^\[\]PX^_]|\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\))")
#: Signals that whoever started the tests may have turned off for all that runs in them. No terminal leaves them so.
USUAL = (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGTSTP, signal.SIGCONT)


class Terminal:
    """A program in a terminal of its own. Use it in a `with`; what still runs at its end is killed."""

    def __init__(
        self,
        words: Sequence[str],
        env: Mapping[str, str] | None = None,
        *,
        columns: int = 80,
        rows: int = 24,
        deaf: bool = False,
        nice: int = 0,
    ) -> None:
        """Start `python WORDS`; `deaf`: it is born with SIGHUP ignored; `nice`: how far it lets others go first."""
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.modes_before = termios.tcgetattr(slave)
        environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT / "src"), **(env or {})}
        self.process = subprocess.Popen(
            [sys.executable, *words],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            cwd=environment["HOME"],
            start_new_session=True,
            preexec_fn=_settle(deaf=deaf, nice=nice),  # noqa: PLW1509 - nothing of it waits for another thread
        )
        self._slave = slave
        os.set_blocking(self._master, False)
        self.sent = bytearray()
        self._arrived: list[tuple[float, int]] = []
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._unread = bytearray()
        self._drawn: str | None = None
        self._news = threading.Condition(threading.RLock())
        self._over = False
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(PATIENCE)
        self.close()

    # -- what the program sends

    def _read(self) -> None:
        while True:
            try:
                ready, _, _ = select.select([self._master], [], [], 0.1)
                data = os.read(self._master, 65536) if ready else None
            except BlockingIOError:
                data = None
            except (OSError, ValueError):
                data = b""
            with self._news:
                if data:
                    self.sent += data
                    self._unread += data
                    self._arrived.append((time.monotonic(), len(self.sent)))
                    self._answer(len(data))
                if data == b"" or self._over:
                    self._over = True
                    self._news.notify_all()
                    return
                self._news.notify_all()

    def _answer(self, new: int) -> None:
        """Say that whole pictures are shown, if that was asked in what is new."""
        if WHOLE in self.sent[-new - len(WHOLE) + 1 :]:
            with contextlib.suppress(OSError):
                os.write(self._master, YES_WHOLE)

    def echoed_at(self, word: bytes) -> float | None:
        """When the last letter of this word came back, by the clock of `time.monotonic`; None if it never did."""
        at = self.sent.find(word)
        end = at + len(word)
        return None if at < 0 else next(moment for moment, size in self._arrived if size >= end)

    def wait_for(self, what: Callable[[], bool], told: str, patience: float = PATIENCE) -> None:
        """Wait until this holds; looked at whenever the program has sent something."""
        until = time.monotonic() + patience
        with self._news:
            while not what():
                left = until - time.monotonic()
                assert left > 0, f"waited in vain for {told}; the screen shows:\n{self._shown()}"
                self._news.wait(min(left, 0.2))

    def wait_for_text(self, text: str) -> None:
        """Wait until these words stand on the screen."""
        self.wait_for(lambda: text in self._shown(), repr(text))

    def shown(self) -> str:
        """What stands on the screen now."""
        with self._news:
            return self._shown()

    def lead(self, keys: str | bytes, text: str) -> None:
        """Type keys, and wait until these words stand on the screen, which they do not do before."""
        assert text not in (before := self.shown()), f"{text!r} is there before {keys!r}:\n{before}"
        self.type(keys)
        self.wait_for_text(text)

    def _shown(self) -> str:
        end = self._whole()
        if end or self._drawn is None:
            self._stream.feed(ASKED.sub(b"", self._unread[:end]))
            del self._unread[:end]
            self._drawn = "\n".join(row.rstrip() for row in self._screen.display)
        return self._drawn

    def _whole(self) -> int:
        """How much of what was not read yet can stand on the screen: no half of a picture, and no half of a sequence."""
        end = len(self._unread)
        if self.process.poll() is not None:
            return end
        begun = self._unread.rfind(BEGINS)
        if begun > self._unread.rfind(ENDS):
            return begun
        last = self._unread.rfind(b"\x1b", max(0, end - 64))
        return end if last < 0 or SEQUENCE.match(self._unread, last) else last

    # -- what is done to it

    def type(self, text: str | bytes) -> None:
        """Send keys, as fast as the program takes them."""
        data = text.encode() if isinstance(text, str) else text
        until = time.monotonic() + PATIENCE
        while data:
            assert time.monotonic() < until, f"{len(data)} keys are not taken; the screen shows:\n{self.shown()}"
            with contextlib.suppress(BlockingIOError):
                data = data[os.write(self._master, data[:1024]) :]
                until = time.monotonic() + PATIENCE
                continue
            select.select([], [self._master], [], 0.2)
            if self.process.poll() is not None:
                return  # nobody is left to read them

    def say(self, *lines: str) -> None:
        """Type lines, each with its Enter."""
        for line in lines:
            self.type(line)
            self.type("\r")

    def signal(self, number: int) -> None:
        """Send a signal to the program."""
        self.process.send_signal(number)

    def resize(self, columns: int, rows: int) -> None:
        """Another size of the window. The program is told by the system."""
        with self._news:
            self._screen.resize(rows, columns)
            self._drawn = None
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def forget(self) -> None:
        """Begin `sent` anew. What was sent before is only read once somebody asks what stands on the screen."""
        with self._news:
            if len(self._unread) > MOST_UNREAD:
                del self._unread[: self._unread.find(b"\x1b", MOST_UNREAD // 2)]
            self.sent.clear()
            self._arrived.clear()

    def memory(self) -> float:
        """How many MB of memory the program holds; 0.0 where the system does not say."""
        with contextlib.suppress(OSError):
            pages = int(Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1])
            return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
        return 0.0

    def stop(self) -> None:
        """Stop it where it stands: from now on it does nothing more. Returns when it has stopped."""
        self.signal(signal.SIGSTOP)
        os.waitid(os.P_PID, self.process.pid, os.WSTOPPED | os.WNOWAIT)

    def stopped(self) -> bool:
        """Whether it is stopped now, by whomever."""
        with contextlib.suppress(ChildProcessError):
            return os.waitid(os.P_PID, self.process.pid, os.WSTOPPED | os.WNOWAIT | os.WNOHANG) is not None
        return False

    def in_line(self) -> float:
        """For how many seconds its threads so far stood in line for a processor; 0.0 where the system does not say."""
        spent = 0
        for thread in Path(f"/proc/{self.process.pid}/task").glob("*/schedstat"):
            with contextlib.suppress(OSError):  # a thread that has just ended
                spent += int(thread.read_text().split()[1])
        return spent / 1e9

    def close(self) -> None:
        """Close the window."""
        with self._news:
            self._over = True
        if self._reader.is_alive():
            self._reader.join(PATIENCE)
        for end in (self._master, self._slave):
            if end >= 0:
                os.close(end)
        self._master = self._slave = -1

    def status(self) -> int:
        """Wait for the end: the exit status, minus the number of the signal that killed it."""
        status = self.process.wait(PATIENCE)
        self._reader.join(0.5)
        return status

    def modes(self) -> object:
        """The terminal's settings now: echo, lines, signals."""
        return termios.tcgetattr(self._slave)

    def given_back(self) -> bool:
        """Whether the terminal's settings are those from before the program."""
        return self.modes() == self.modes_before

    def last_words(self) -> str:
        """What was sent after the alternate screen was left, without escape sequences."""
        _, _, after = self.sent.rpartition(b"\x1b[?1049l")
        return re.sub(r"\x1b\[[0-9;?<>]*[a-zA-Z]", "", after.decode("utf-8", "replace"))


def _settle(*, deaf: bool, nice: int) -> Callable[[], None]:
    """What the child does before it becomes the program: take the terminal as its own."""

    def settle() -> None:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        os.nice(nice)
        for number in USUAL:
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGHUP, signal.SIG_IGN if deaf else signal.SIG_DFL)

    return settle
