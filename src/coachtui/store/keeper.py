"""A session that is open: takes the newest values, and two threads bring them to the disk.

Touches the disk only through `writer`. The thread that handles keys calls `keep`, which puts values into a dict and
goes on; an append thread writes them to the journal within milliseconds; a flush thread makes that durable and
compacts it into the JSON. So neither a slow nor a failing disk ever delays a key.
"""

import atexit
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Final, Literal

from coachtui.errors import UserError
from coachtui.ids import Clock
from coachtui.store import journal as journals
from coachtui.store.jsonfile import Document, encode
from coachtui.store.ledger import Ledger
from coachtui.store.recovery import Recovered
from coachtui.store.state import NotSaved, Pace, Saved, Saving, State, refused
from coachtui.store.words import because, shown
from coachtui.store.writer import Writer

StateListener = Callable[[State], None]
NoticeListener = Callable[[str], None]
Job = Literal["wait", "flush", "compact", "close", "stop"]

SILENT: Final = "the disk has not answered for some seconds"
UNFIT: Final = "something in this session could not be written down (a mistake in coachtui: please report it)"


class OpenSession:
    """One session in one window.

    Attributes:
        document: the session as it was recovered, before any edit of this window.
        read_only: why nothing can be kept (another window, a newer format, no lock), or None.
        on_state: called from the store's threads whenever `state` changes; must return at once.
        on_notice: called from the store's threads with a sentence, when another program changed the file.
    """

    def __init__(
        self,
        recovered: Recovered,
        writer: Writer | None,
        clock: Clock,
        *,
        read_only: str | None = None,
        fresh: Mapping[str, object] | None = None,
        pace: Pace | None = None,
    ) -> None:
        """For the store. `fresh`: the values of a new session, which are all still to be written."""
        self.document: Document = recovered.document
        self.read_only = read_only
        self.on_state: StateListener | None = None
        self.on_notice: NoticeListener | None = None
        self._recovered = recovered
        self._writer = writer
        self._clock = clock
        self._pace = pace or Pace()
        self._wake = threading.Condition()  # on an RLock: a signal handler may call `flush` in the middle of `keep`
        self._drain_gate = threading.Lock()
        self._emit_gate = threading.RLock()
        self._ledger = Ledger({} if fresh else recovered.document, recovered.seq)
        self._snapped = recovered.seq if _clean(recovered) and not fresh else -1
        self._pending: dict[str, object] = {}
        self._unfit: set[str] = set()
        # Marks count calls of `keep`: handed over, taken off the dict, in the journal, confirmed by the disk.
        self._handed = self._drained = self._written = self._durable = 0
        self._failure: NotSaved | None = None
        self._elsewhere: Path | None = None
        self._waiting_since = self._retry_at = self._last_flush = 0.0
        self._floor = 0
        self._soon = self._compact = self._touched = False
        self._closing = self._ended = self._closed = self._stop = False
        self._told: State = Saved()
        self._told_notices = 0
        self._threads: list[threading.Thread] = []
        if writer is not None:
            self._start()
        if fresh:
            self.keep(fresh)
            self.compact()

    # --- for the faces -------------------------------------------------------------------------------------------

    @property
    def id(self) -> str:
        """The session's id."""
        return str(self.document["id"])

    @property
    def path(self) -> Path:
        """Its JSON file; changes only if another program wrote the old one."""
        return self._recovered.path if self._writer is None else self._writer.files.json

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences for the person: what recovery found, and what other programs did since."""
        return (*self._recovered.notices, *(self._writer.notices if self._writer else ()))

    @property
    def state(self) -> State:
        """Whether what was handed over is on the disk. May be asked at any time from any thread."""
        with self._wake:
            if self._unfit:
                return NotSaved(refused(UNFIT), self._waiting_since)
            if self._durable >= self._handed:
                return Saved(self._elsewhere if self._failure else None)
            if self._failure is not None:
                return self._failure
            if monotonic() - self._waiting_since > self._pace.silence:
                return NotSaved(refused(SILENT), self._waiting_since)
            return Saving()

    def keep(self, changes: Mapping[str, object]) -> None:
        """Take the newest value of each top-level path; never waits for the disk.

        Values are immutable: models, tuples, plain values. None at a path of two parts takes the entry away.

        Raises:
            UserError: the session is open for reading only.
            ValueError: a path that cannot be kept, or the session is closed (mistakes in the program).
        """
        if self.read_only is not None:
            raise UserError(self.read_only)
        if wrong := [path for path in changes if not journals.usable(path)]:
            raise ValueError(f"not a path that can be kept: {wrong[0]!r}")
        with self._wake:
            if self._ended or self._stop:
                raise ValueError("this session is closed")
            if self._durable >= self._handed:
                self._waiting_since = monotonic()
            for path, value in changes.items():
                # A value for the whole replaces what is waiting for its parts, and the order stays that of keeping.
                self._pending.pop(path, None)
                self._pending[path] = value
            self._handed += 1
            self._touched = True
            self._wake.notify_all()

    def soon(self) -> None:
        """Make everything durable now rather than within a quarter of a second; does not wait for it."""
        with self._wake:
            self._soon = True
            self._wake.notify_all()

    def compact(self) -> None:
        """Bring the journal into the JSON when the threads come to it (at a change of question); does not wait."""
        with self._wake:
            self._compact = True
            self._wake.notify_all()

    def flush(self, timeout: float) -> bool:
        """Wait up to `timeout` seconds until all that was handed over is durable; says whether it is."""
        with self._wake:
            mark = self._handed
            self._soon = True
            self._wake.notify_all()
            self._wake.wait_for(lambda: self._durable >= mark or self._stop, timeout)
            return self._durable >= mark and not self._unfit

    def close(self, timeout: float) -> bool:
        """Bring everything into the JSON, clear away journal and lock, and give the session back.

        Returns:
            True when closed. False when the disk did not let us in `timeout` seconds: the session is still open, still
            kept in memory and tried again; offer `save_elsewhere`, or `discard` when the person says so.
        """
        if self._writer is None or self._closed:
            return True
        with self._wake:
            self._closing = True
            self._retry_at = 0.0
            self._wake.notify_all()
            self._wake.wait_for(lambda: self._closed or self._stop, timeout)
            self._closing = False
            if not self._closed:
                return False
        self._join(1.0)
        return True

    def discard(self) -> None:
        """Let go without another write: what the disk has not taken is lost. Only when the person asked for it."""
        with self._wake:
            self._stop = True
            self._wake.notify_all()
        self._join(1.0)
        atexit.unregister(self._last_words)
        stuck = any(thread.is_alive() for thread in self._threads)
        if self._writer is not None and not self._closed and not stuck:
            self._writer.let_go()  # else the disk hangs, and the system takes lock and files back when we end

    def save_elsewhere(self, folder: Path) -> Path:
        """Write the whole session to another folder, and go on doing so while its own disk refuses. May take a while.

        Raises:
            UserError: that folder cannot be written either.
        """
        if self._writer is None:
            raise UserError(self.read_only or "This session is open for reading only.")
        _, _, mark = self._drain()
        with self._wake:
            document = self._ledger.compose()
            # What was taken off the dict here never came into the journal, so a snapshot must.
            self._writer.fresh = True
        names = (f"{self._writer.files.stem}{more}.json" for more in ("", *(f"-{n}" for n in range(2, 100))))
        target = next(path for name in names if not (path := folder / name).exists())
        try:
            self._writer.copy_to(target, document, new=True)
        except OSError as error:
            raise UserError(
                f"Nothing could be written to {shown(folder)}: {because(error)}.",
                "Everything is still kept in this window. Choose another folder, a memory stick for example.",
            ) from None
        with self._wake:
            self._elsewhere = target
            self._progress(mark)
        self._emit()
        return target

    # --- the append thread ---------------------------------------------------------------------------------------

    def _append_loop(self, writer: Writer) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._stop or self._may_append(writer), self._patience())
                if self._stop:
                    return
                ready = self._may_append(writer)
            if ready:
                self._guarded(lambda: self._append(writer))
            self._emit()

    def _may_append(self, writer: Writer) -> bool:
        return bool(self._pending) and not writer.fresh and self._failure is None

    def _append(self, writer: Writer) -> None:
        lines, last, mark = self._drain()
        if lines:
            writer.append(lines, last)
        with self._wake:
            self._written = max(self._written, mark)
            self._wake.notify_all()

    def _drain(self) -> tuple[bytes, int, int]:
        """Take what is pending into the ledger; gives its journal lines, the last number and the mark reached."""
        assert self._writer is not None
        with self._drain_gate:
            with self._wake:
                batch, mark = self._pending, self._handed
                self._pending = {}
            lines = [line for path, value in batch.items() if (line := self._encoded(path, value))]
            with self._wake:
                self._drained = max(self._drained, mark)
                return b"".join(lines), self._ledger.seq, mark

    def _encoded(self, path: str, value: object) -> bytes | None:
        assert self._writer is not None
        try:
            data = encode(value)
            with self._wake:
                number = self._ledger.note(path, data)
                self._unfit.discard(path)
        except (ValueError, TypeError, RecursionError):
            with self._wake:
                self._unfit.add(path)
            return None
        return journals.line(number, path, data, self._writer.vault)

    # --- the flush thread ----------------------------------------------------------------------------------------

    def _flush_loop(self, writer: Writer) -> None:
        jobs: dict[Job, Callable[[Writer], None]] = {
            "flush": self._flush,
            "compact": self._snapshot,
            "close": self._finish,
        }
        while True:
            with self._wake:
                job, pause = self._next_job(writer, monotonic())
                if job == "wait":
                    self._wake.wait(pause)
                    continue
            if job == "stop":
                return
            self._guarded(lambda work=jobs[job]: work(writer))
            self._emit()

    def _next_job(self, writer: Writer, now: float) -> tuple[Job, float | None]:
        """What is to be done now, or how long to wait at most. Called with the lock held."""
        if self._stop:
            return "stop", None
        unsaved = self._durable < self._handed
        if self._failure is not None and now < self._retry_at:
            return "wait", self._retry_at - now
        if self._closing and not self._unfit:
            return "close", None
        if writer.fresh and (unsaved or self._touched):
            return "compact", None
        if self._compact and not self._pending:
            self._compact = False
            if self._ledger.seq > self._snapped:
                return "compact", None
        if writer.size - self._floor >= self._pace.journal:
            return "compact", None
        if self._written > self._durable:
            due = self._last_flush + self._pace.flush
            return ("flush", None) if self._soon or now >= due else ("wait", due - now)
        if not unsaved:
            self._soon = False
        return "wait", None

    def _flush(self, writer: Writer) -> None:
        with self._wake:
            mark, self._soon = self._written, False
            self._last_flush = monotonic()
        writer.flush()
        with self._wake:
            self._progress(mark)

    def _snapshot(self, writer: Writer) -> None:
        if writer.fresh:
            self._drain()
        with self._wake:
            document, seq, mark = self._ledger.compose(), self._ledger.seq, self._drained
            self._touched = False
        try:
            writer.snapshot(document, seq, self._clock())
        except OSError:
            self._copy_elsewhere(writer, document, mark)
            raise
        with self._wake:
            self._snapped = seq
            self._failure = None
            self._elsewhere = None
            self._floor = writer.size
            self._touched = self._touched or writer.fresh
            self._progress(mark)

    def _copy_elsewhere(self, writer: Writer, document: Document, mark: int) -> None:
        if self._elsewhere is None or mark <= self._durable:
            return
        with suppress(OSError):
            writer.copy_to(self._elsewhere, document, new=False)
            with self._wake:
                self._progress(mark)

    def _finish(self, writer: Writer) -> None:
        self._drain()
        while self._ledger.seq > self._snapped or self._durable < self._handed:
            self._snapshot(writer)
            self._drain()
        with self._wake:
            if self._pending or not self._closing:
                return
            self._ended = True
        writer.finish()
        atexit.unregister(self._last_words)
        with self._wake:
            self._closed = self._stop = True
            self._wake.notify_all()

    # --- both ----------------------------------------------------------------------------------------------------

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
            assert self._writer is not None
            self._writer.fresh = True
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

    def _patience(self) -> float | None:
        """While something is on its way, look up now and then, so that a silent disk is told of."""
        return self._pace.silence if self._durable < self._handed else None

    def _emit(self) -> None:
        with self._emit_gate:
            state = self.state
            if state != self._told:
                self._told = state
                if self.on_state is not None:
                    with suppress(Exception):  # a face that is closing must not stop the saving
                        self.on_state(state)
            told = self._writer.notices if self._writer else []
            for sentence in told[self._told_notices :]:
                if self.on_notice is not None:
                    with suppress(Exception):
                        self.on_notice(sentence)
            self._told_notices = len(told)

    def _start(self) -> None:
        for name, loop in (("append", self._append_loop), ("flush", self._flush_loop)):
            # Daemons: a disk that hangs must not keep the program from ending. `_last_words` gives them their time.
            thread = threading.Thread(target=loop, args=(self._writer,), name=f"store-{name}", daemon=True)
            self._threads.append(thread)
            thread.start()
        atexit.register(self._last_words)

    def _last_words(self) -> None:
        self.flush(2.0)

    def _join(self, timeout: float) -> None:
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(timeout)


def _clean(recovered: Recovered) -> bool:
    """Whether the JSON alone holds everything, so that nothing need be written if nothing changes."""
    return recovered.digest is not None and not (recovered.replayed or recovered.damaged or recovered.foreign)
