"""A session that is open: what a face hands its words to.

Touches nothing itself; `pump` brings what is kept to the disk. `keep` puts the newest values into a dict and goes on,
so neither a slow nor a failing disk ever delays a key.
"""

from collections.abc import Mapping
from pathlib import Path

from coachtui.errors import UserError
from coachtui.ids import Clock
from coachtui.store.jsonfile import Document
from coachtui.store.ledger import Ledger
from coachtui.store.pump import Pump
from coachtui.store.recovery import Recovered
from coachtui.store.state import Pace, Saved, State
from coachtui.store.teller import NoticeListener, StateListener
from coachtui.store.words import because, shown
from coachtui.store.writer import Writer


class OpenSession:
    """One session in one window.

    Attributes:
        document: the session as it was recovered, before any edit of this window. Do not change it in place.
        read_only: why nothing can be kept (another window, a newer format, no lock), or None.
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
        """For the store. No writer means reading only; `fresh`: the values of a new session, all still to be written."""
        self.document: Document = recovered.document
        self.read_only = read_only
        self._recovered = recovered
        self._pump: Pump | None = None
        if writer is None:
            self.read_only = read_only or "This session was opened for reading only."
            return
        whole = recovered.digest is not None and not (recovered.replayed or recovered.damaged or recovered.foreign)
        self._pump = Pump(
            writer,
            Ledger({} if fresh else recovered.document, recovered.seq),
            clock,
            pace or Pace(),
            snapped=recovered.seq if whole else -1,
            leftover=recovered.leftover,
        )
        if fresh:
            self._pump.keep(fresh)
            self._pump.compact()

    @property
    def id(self) -> str:
        """The session's id."""
        return str(self.document["id"])

    @property
    def path(self) -> Path:
        """Its JSON file; changes only if another program wrote the old one."""
        return self._recovered.path if self._pump is None else self._pump.writer.files.json

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences for the person: what recovery found, and what other programs did since."""
        return (*self._recovered.notices, *(self._pump.writer.notices if self._pump else ()))

    @property
    def state(self) -> State:
        """Whether what was handed over is on the disk. May be asked at any time from any thread."""
        return Saved() if self._pump is None else self._pump.state

    @property
    def on_state(self) -> StateListener | None:
        """Called from the store's threads with each new `state`; must return at once and not wait for the store.

        Set it first and then look at `state`: so no change falls in between.
        """
        return self._pump.teller.on_state if self._pump else None

    @on_state.setter
    def on_state(self, listener: StateListener | None) -> None:
        if self._pump is not None:
            pump = self._pump
            pump.teller.listen(listener, lambda: pump.state)

    @property
    def on_notice(self) -> NoticeListener | None:
        """Called from the store's threads with a sentence, when another program changed the file."""
        return self._pump.teller.on_notice if self._pump else None

    @on_notice.setter
    def on_notice(self, listener: NoticeListener | None) -> None:
        if self._pump is not None:
            self._pump.teller.on_notice = listener

    def keep(self, changes: Mapping[str, object]) -> None:
        """Take the newest value of each top-level path; never waits for the disk.

        Values are immutable: models, tuples, plain values. None at a path of two parts takes the entry away.

        Raises:
            UserError: the session is open for reading only.
            ValueError: a path that cannot be kept, or the session is closed (mistakes in the program).
        """
        if self._pump is None:
            raise UserError(self.read_only or "")
        self._pump.keep(changes)

    def soon(self) -> None:
        """Make everything durable now rather than within a quarter of a second; does not wait for it."""
        if self._pump is not None:
            self._pump.soon()

    def compact(self) -> None:
        """Bring the journal into the JSON when the threads come to it (at a change of question); does not wait."""
        if self._pump is not None:
            self._pump.compact()

    def forget_older(self) -> None:
        """The same, and take the older copies away as soon as all that was handed over stands in the JSON."""
        if self._pump is not None:
            self._pump.compact(forget=True)

    def flush(self, timeout: float) -> bool:
        """Wait up to `timeout` seconds until all that was handed over is durable; says whether it is.

        May be called from a signal handler.
        """
        return self._pump is None or self._pump.flush(timeout)

    def close(self, timeout: float) -> bool:
        """Bring everything into the JSON, clear away journal and lock, and give the session back.

        Returns:
            True when closed. False when the disk did not let us in `timeout` seconds: the session is still open, still
            kept in memory and tried again; offer `save_elsewhere`, or `discard` when the person says so.
        """
        return self._pump is None or self._pump.close(timeout)

    def discard(self) -> None:
        """Let go without another write: what the disk has not taken is lost. Only when the person asked for it."""
        if self._pump is not None:
            self._pump.discard()

    def save_elsewhere(self, folder: Path) -> Path:
        """Write the whole session to another folder, and go on doing so while its own disk refuses. May take a while.

        Returns:
            The file it was written to.

        Raises:
            UserError: that folder cannot be written either.
        """
        if self._pump is None:
            raise UserError(self.read_only or "")
        stem = self._pump.writer.files.stem
        names = (f"{stem}{more}.json" for more in ("", *(f"-{number}" for number in range(2, 1000))))
        target = next(path for name in names if not (path := folder / name).exists())
        try:
            self._pump.save_copy(target)
        except OSError as error:
            raise UserError(
                f"Nothing could be written to {shown(folder)}: {because(error)}.",
                "Everything is still kept in this window. Choose another folder, a memory stick for example.",
            ) from None
        return target
