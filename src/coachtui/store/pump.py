"""Two threads that bring the newest values of one open session to the disk.

Touches the disk only through `writer`. The append thread writes what is pending to the journal within milliseconds; the
flush thread makes that durable, compacts it into the JSON, and after an error tries again with a whole new snapshot.
"""

import atexit
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Final, Literal

from coachtui.ids import Clock
from coachtui.store import journal as journals
from coachtui.store.jsonfile import encode
from coachtui.store.ledger import Ledger
from coachtui.store.state import SILENT, UNFIT, NotSaved, Pace, Saved, Saving, State, refused
from coachtui.store.teller import Teller
from coachtui.store.words import because
from coachtui.store.writer import Writer

Job = Literal["wait", "flush", "compact", "close", "stop"]


class Pump:
    """Keeps, writes and says how that goes. All of `OpenSession` that needs a thread; see there for the promises."""

    def __init__(
        self, writer: Writer, ledger: Ledger, clock: Clock, pace: Pace, *, snapped: int, leftover: bool = False
    ) -> None:
        """`snapped`: the number up to which the JSON on the disk holds everything; -1 if it must be written anew.

        `leftover`: it was not closed cleanly. How much of it is durable nobody knows: it counts as handed over now.
        """
        self.writer: Final = writer
        self.teller: Final = Teller()
        self._ledger = ledger
        self._clock = clock
        self._pace = pace
        self._snapped = snapped
        self._wake = threading.Condition()  # on an RLock: a signal handler may call `flush` in the middle of `keep`
        self._drain_gate = threading.Lock()
        self._emit_gate = threading.RLock()
        self._pending: dict[str, object] = {}
        self._unfit: set[str] = set()
        # Marks count calls of `keep`: handed over, taken off the dict, in the journal, confirmed by the disk.
        self._handed = self._drained = int(leftover)
        self._written = self._durable = self._forget_at = 0
        self._failure: NotSaved | None = None
        self._elsewhere: Path | None = None
        self._waiting_since, self._retry_at, self._last_flush, self._floor = monotonic(), 0.0, 0.0, 0
        self._soon = self._compact = self._touched = False
        # Asked to close; closing cannot be stopped any more; closed; threads must end.
        self._closing = self._ended = self._closed = self._stop = False
        self._threads = [
            # Daemons: a disk that hangs must not keep the program from ending. `_last_words` gives them their time.
            threading.Thread(target=loop, name=f"store-{loop.__name__.strip('_')}", daemon=True)
            for loop in (self._append_loop, self._flush_loop)
        ]
        for thread in self._threads:
            thread.start()
        atexit.register(self._last_words)

    @property
    def state(self) -> State:
        """Whether what was handed over is on the disk."""
        with self._wake:
            if self._unfit:
                return NotSaved(refused(UNFIT), self._waiting_since)
            if self._durable >= self._handed:
                return Saved(self._elsewhere)
            if self._failure is not None:
                return self._failure
            if monotonic() - self._waiting_since > self._pace.silence:
                return NotSaved(refused(SILENT), self._waiting_since)
            return Saving()

    def keep(self, changes: Mapping[str, object]) -> None:
        """Take the newest values; never waits for the disk."""
        if wrong := [path for path in changes if not journals.usable(path)]:
            raise ValueError(f"not a path that can be kept: {wrong[0]!r}")
        with self._wake:
            if self._ended or self._stop:
                raise ValueError("this session is closed")
            if self._durable >= self._handed:
                self._waiting_since = monotonic()
            for path, value in changes.items():
                if path == "records":  # the whole of them: what waits of single ones is in it, or gone
                    self._pending = {each: v for each, v in self._pending.items() if not each.startswith("records/")}
                if not path.startswith("records/"):
                    # The order stays that of keeping, so that a draft never goes before the note it became. A record
                    # keeps the place where it was begun: records stand in that order in the file.
                    self._pending.pop(path, None)
                self._pending[path] = value
            self._handed += 1
            self._touched = True
            self._wake.notify_all()

    def soon(self) -> None:
        """Flush at the next chance."""
        with self._wake:
            self._soon = True
            self._wake.notify_all()

    def compact(self, *, forget: bool = False) -> None:
        """Write a snapshot at the next chance. `forget`: then no copy is left of what was before it."""
        with self._wake:
            self._compact = True
            self._forget_at = self._handed if forget else self._forget_at
            self._wake.notify_all()

    def flush(self, timeout: float) -> bool:
        """Wait until all is durable; says whether it is."""
        with self._wake:
            mark, self._soon = self._handed, True
            self._wake.notify_all()
            self._wake.wait_for(lambda: self._durable >= mark or self._stop, timeout)
            return self._durable >= mark and not self._unfit

    def close(self, timeout: float) -> bool:
        """Snapshot, clear away, let go; False if the disk did not let us in time, and then all goes on."""
        with self._wake:
            self._closing = True
            self._retry_at = 0.0
            self._wake.notify_all()
            closed = self._wake.wait_for(lambda: self._closed or self._stop, timeout) and self._closed
            self._closing = False
        if closed:
            self._join(1.0)
        return closed

    def discard(self) -> None:
        """Stop without another write."""
        with self._wake:
            self._stop = True
            self._wake.notify_all()
        self._join(1.0)
        atexit.unregister(self._last_words)
        stuck = any(thread.is_alive() for thread in self._threads)
        if not (self._closed or stuck):
            self.writer.let_go()  # else the disk hangs, and the system takes lock and files back when we end

    def save_copy(self, target: Path) -> None:
        """Write everything to a new file elsewhere, and keep it up to date while our own disk refuses.

        Raises:
            OSError: it cannot be written.
        """
        self._drain()
        with self._wake:
            document, mark = self._ledger.compose(), self._drained
            # What was taken off the dict here never comes into the journal, so a snapshot must follow.
            self.writer.distrust(self._ledger.seq)
            self._touched = True
        self.writer.copy_to(target, document, new=True)
        with self._wake:
            if self._failure is not None:
                self._elsewhere = target
            self._progress(mark)
        self._emit()

    def _append_loop(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._stop or self._may_append(), self._patience(None))
                if self._stop:
                    return
                ready = self._may_append()
            if ready:
                self._guarded(self._append)
            self._emit()

    def _may_append(self) -> bool:
        return bool(self._pending) and self.writer.sound and self._failure is None

    def _append(self) -> None:
        lines, last, mark = self._drain()
        if lines:
            self.writer.append(lines, last)
        with self._wake:
            self._written = max(self._written, mark)
            self._wake.notify_all()

    def _drain(self) -> tuple[bytes, int, int]:
        """Take what is pending into the ledger; gives its journal lines, the last number and the mark reached."""
        with self._drain_gate:
            with self._wake:
                batch, mark = self._pending, self._handed
                self._pending = {}
            lines = b"".join([self._line(path, value) for path, value in batch.items()])
            with self._wake:
                self._drained = max(self._drained, mark)
                return lines, self._ledger.seq, mark

    def _line(self, path: str, value: object) -> bytes:
        try:
            data = encode(value)
            with self._wake:
                number = self._ledger.note(path, data)
                self._unfit.discard(path)
        except (ValueError, TypeError, RecursionError):
            with self._wake:
                self._unfit.add(path)
            return b""
        return journals.line(number, path, data, self.writer.vault)

    def _flush_loop(self) -> None:
        jobs: dict[Job, Callable[[], None]] = {"flush": self._flush, "compact": self._snapshot, "close": self._finish}
        while True:
            idle = False
            with self._wake:
                job, pause = self._next_job(monotonic())
                if job == "wait":
                    idle = not self._wake.wait(self._patience(self._pace.look) if pause is None else pause)
            if job == "wait":
                if idle:
                    self._look()
                    self._emit()
                continue
            if job == "stop":
                return
            self._guarded(jobs[job])
            self._emit()

    def _next_job(self, now: float) -> tuple[Job, float | None]:
        """What is to be done now, or how long to wait at most. Called with the lock held."""
        if self._stop:
            return "stop", None
        if self._failure is not None and now < self._retry_at:
            return "wait", self._retry_at - now
        if self._closing and not self._unfit:
            return "close", None
        if self._wants_snapshot():
            return "compact", None
        if self._written > self._durable:
            due = self._last_flush + self._pace.flush
            return ("flush", None) if self._soon or now >= due else ("wait", due - now)
        if self._durable >= self._handed:
            self._soon = False
        return "wait", None

    def _wants_snapshot(self) -> bool:
        if self.writer.fresh:
            return self._touched or self._durable < self._handed
        if self._compact and not self._pending:
            self._compact = False
            if self._ledger.seq > self._snapped:
                return True
        return self.writer.size - self._floor >= self._pace.journal

    def _look(self) -> bool:
        """Whether another program was at the file. Then part of what we have may be nowhere but in memory."""
        with suppress(OSError):
            if self.writer.disturbed():
                with self._wake:
                    self.writer.fresh = self._touched = True
                return True
        return False

    def _flush(self) -> None:
        if self._look():
            return  # "saved" must wait for the snapshot that comes now
        with self._wake:
            mark, self._soon, self._last_flush = self._written, False, monotonic()
        self.writer.flush()
        with self._wake:
            self._progress(mark)

    def _snapshot(self) -> None:
        if not self.writer.sound:  # else what is pending goes into the journal, and is safe from a kill meanwhile
            self._drain()
        with self._wake:
            document, seq, mark = self._ledger.compose(), self._ledger.seq, self._drained
            self._touched = False
        try:
            self.writer.snapshot(document, seq, self._clock())
        except OSError:
            if self._elsewhere is not None and mark > self._durable:
                with suppress(OSError):
                    self.writer.copy_to(self._elsewhere, document, new=False)
                    with self._wake:
                        self._progress(mark)
            raise
        with self._wake:
            self._snapped = seq
            self._failure = self._elsewhere = None
            self._floor = self.writer.size
            self._touched = self._touched or self.writer.fresh
            self._progress(mark)
        if (asked := self._forget_at) and asked <= mark:
            gone = self.writer.drop_older()
            with self._wake:
                self._forget_at = 0 if gone and self._forget_at == asked else self._forget_at
                self._compact = self._compact or bool(self._forget_at)

    def _finish(self) -> None:
        self._drain()
        # Whoever wrote over the last snapshot may have taken away words that stand nowhere else by now.
        while self._ledger.seq > self._snapped or self._durable < self._handed or self._look():
            self._snapshot()
            self._drain()
        with self._wake:
            if self._pending or not self._closing:
                return
            self._ended = True
        self.writer.finish()
        atexit.unregister(self._last_words)
        with self._wake:
            self._closed = self._stop = True
            self._wake.notify_all()

    def _guarded(self, work: Callable[[], None]) -> None:
        """Do some work; whatever happens, the thread lives on and the person is told."""
        try:
            work()
        except OSError as error:
            self._fail(because(error))
        except Exception as error:  # noqa: BLE001 - a mistake in here must not stop saving for good
            self._fail(f"a mistake in coachtui ({type(error).__name__}), please report it")

    def _fail(self, why: str) -> None:
        with self._wake:
            self.writer.distrust(self._ledger.seq)
            self._touched = True
            since = self._failure.since if self._failure else monotonic()
            self._failure = NotSaved(refused(why), since)
            self._retry_at = monotonic() + self._pace.retry
            self._wake.notify_all()

    def _progress(self, mark: int) -> None:
        """Everything up to `mark` is durable. Called with the lock held."""
        self._durable = max(self._durable, mark)
        self._waiting_since = monotonic()
        self._wake.notify_all()

    def _patience(self, otherwise: float | None) -> float | None:
        """How long to sleep: while something is on its way not for ever, so that a silent disk is told of."""
        return self._pace.silence if self._durable < self._handed else otherwise

    def _emit(self) -> None:
        self.teller.tell(lambda: self.state, self.writer.notices)

    def _last_words(self) -> None:
        self.flush(2.0)

    def _join(self, timeout: float) -> None:
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(timeout)
