"""One conversation, open in this window: the talk, and what keeps it on the disk. Touches the disk through the store."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Protocol

from coachtui.flow.past import Past
from coachtui.ids import Clock, Mint
from coachtui.session.document import changes
from coachtui.session.editor import SessionEditor
from coachtui.session.models import Person, Session, Working
from coachtui.store.keeper import OpenSession
from coachtui.talk import Talk

#: Gives the person of a name and a role, from the home's list; a new one is entered in it.
People = Callable[[str, str], Person]

#: Gives seconds of a clock that only runs forward.
Ticks = Callable[[], float]


class Keeps(Protocol):
    """What a conversation asks of the disk."""

    def keep(self, changes: Mapping[str, object]) -> None:
        """Take the newest values."""
        ...

    def soon(self) -> None:
        """Make them durable now."""
        ...

    def compact(self) -> None:
        """Bring the journal into the file."""
        ...


class Conversation:
    """What a face holds while a conversation is open.

    Attributes:
        talk: hand every typed line to it, and show its view.
        kept: what keeps it: `state` and `on_state` say whether all is saved, `flush(seconds)` waits for it.
        read_only: a sentence why nothing can be kept (open in another window, from a newer version), or None. A face shows
            it and takes no lines then.
        fresh: begun in this window.
    """

    def __init__(
        self,
        working: Working,
        kept: OpenSession,
        past: Past,
        *,
        people: People,
        clock: Clock,
        mint: Mint,
        ticks: Ticks,
        fresh: bool = False,
        forget: Callable[[], object] | None = None,
        given: Mapping[str, object] | None = None,
    ) -> None:
        """For the desk.

        `forget` deletes the session for good; it is called at the close when nothing at all was said. `given` are the
        records that were there from the start, because what they say was asked before.
        """
        self.kept = kept
        self.past = past
        self.read_only = kept.read_only
        self.fresh = fresh
        self._forget = forget
        self._given = dict(given or {})
        self._closed = False
        editor = SessionEditor(working, clock, mint, self._changed)
        editor.read_only = kept.read_only
        editor.on_forgotten = self._forgotten
        self.talk = Talk(editor, past, people=people, today=lambda: clock().date(), ticks=ticks)

    @property
    def session(self) -> Session:
        """What was said so far."""
        return self.talk.editor.session

    @property
    def id(self) -> str:
        """The session's id."""
        return self.session.id

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences for the person, from the store: what recovery found, what other programs did."""
        return self.kept.notices

    @property
    def empty(self) -> bool:
        """Whether nothing at all was said: begun here, never ended, nothing on record, half typed or parked, no limit."""
        working = self.talk.editor.working
        session = working.session
        said = any(record != self._given.get(key) for key, record in session.records.items())
        return self.fresh and session.ended is None and not (said or working.drafts or session.parked or session.limits)

    def close(self, timeout: float = 10.0) -> bool:
        """Book the time spent, bring everything into the file and give the session back.

        A conversation begun here in which nothing at all was said is taken away again.

        Args:
            timeout: seconds to wait for the disk.

        Returns:
            False where the disk did not take it in time: the conversation is still open and kept in memory. Offer
            `kept.save_elsewhere(folder)`, or `kept.discard()` when the person says so.
        """
        if self._closed:
            return True
        if self.read_only is None:
            self.talk.leave()
        nothing = self.empty
        if not self.kept.close(timeout):
            return False
        self._closed = True
        if nothing and self._forget is not None:
            # Tidiness only: an empty session that cannot be taken away does no harm.
            with suppress(Exception):
                self._forget()
        return True

    def save_now(self, timeout: float) -> bool:
        """Book the time spent and wait until all is durable; the session stays open. For signals: says whether it is."""
        if self._closed or self.read_only is not None:
            return True
        self.talk.leave()
        return self.kept.flush(timeout)

    def _forgotten(self) -> None:
        """Words were taken away for good: out of the journal, out of the file and out of the copies from before, now."""
        self.kept.soon()
        self.kept.forget_older()

    def _changed(self, before: Working, after: Working) -> None:
        """Hand what is new to the disk; never waits for it. A key that comes after the end is no part of it."""
        if self.read_only is not None or self._closed:
            return
        keep(self.kept, before, after)


def keep(kept: Keeps, before: Working, after: Working) -> None:
    """Hand the difference of two states to the disk; at a change of spot the journal is brought into the file."""
    found = changes(before, after)
    if found:
        kept.keep(found)
    if before.spot != after.spot or before.session.ended != after.session.ended:
        kept.soon()
        kept.compact()
