"""The ground of the editor: the current value, the stamp, undo and redo, and who is told.

Touches no disk: the listener is handed what was and what is, and the face passes the difference to the store.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from coachtui.errors import UserError
from coachtui.framework.steps import BaseStep
from coachtui.ids import Clock, Mint
from coachtui.session.lookups import Found, find, parked
from coachtui.session.models import Person, Session, Working
from coachtui.session.records import EMPTY, AgreementRecord, BaseRecord, Record
from coachtui.session.rounds import speaker_at
from coachtui.session.spot import Spot
from coachtui.session.things import Thing
from coachtui.text import is_blank, one_line, passage, too_long

#: Is told after every change: the state before, the state after.
Listener = Callable[[Working, Working], None]

R = TypeVar("R", bound=BaseRecord)
S = TypeVar("S", bound=BaseStep)
T = TypeVar("T", bound=Thing)


@dataclass(frozen=True, slots=True)
class Change:
    """One edit, as undo sees it. A consent has a `counter` and an `again`: they add entries, and take none away.

    Edits that were one act of the person (see `together`) are its `parts`, in their order.
    """

    before: Session
    after: Session
    spot: Spot
    what: str
    counter: Callable[[Session], Session] | None = None
    again: Callable[[Session], Session] | None = None
    parts: tuple["Change", ...] = ()

    def taken_back(self, session: Session) -> Session:
        """The session without this edit."""
        for part in reversed(self.parts):
            session = part.taken_back(session)
        if self.parts:
            return session
        return self.counter(session) if self.counter else keep_consents(self.before, session)

    def made_again(self, session: Session) -> Session:
        """The session with this edit once more."""
        for part in self.parts:
            session = part.made_again(session)
        if self.parts:
            return session
        return self.again(session) if self.again else keep_consents(self.after, session)


@dataclass(frozen=True, slots=True)
class Returned:
    """What undo or redo did: where, and in words what went or came back."""

    spot: Spot
    what: str


class EditorBase:
    """Holds the one current value and makes each edit a step that can be undone. See `SessionEditor`."""

    def __init__(self, working: Working, clock: Clock, mint: Mint, listener: Listener | None = None) -> None:
        """Begin with what is open; clock and ids are given, so that keys and a pipe make the same record."""
        self._working = working
        self._clock = clock
        self._mint = mint
        self._listener = listener
        self._done: list[Change] = []
        self._undone: list[Change] = []
        #: The person whose words are being taken down, if not the coachee's.
        self.author: str | None = None
        #: Why nothing can be written here, or None: a session open in another window, or made by a newer program.
        self.read_only: str | None = None
        #: Called when words were taken away for good: what keeps the session lets go of its older states.
        self.on_forgotten: Callable[[], object] = lambda: None

    @property
    def working(self) -> Working:
        """What is open now."""
        return self._working

    @property
    def session(self) -> Session:
        """What was said so far."""
        return self._working.session

    # -- the one way a value changes

    def _set(self, working: Working) -> None:
        before, self._working = self._working, working
        if self._listener is not None and before is not working:
            self._listener(before, working)

    def _edit(
        self,
        session: Session,
        spot: Spot,
        what: str,
        counter: Callable[[Session], Session] | None = None,
        again: Callable[[Session], Session] | None = None,
    ) -> None:
        """Make `session` the current one, as one undoable edit at `spot`. UserError where nothing can be written."""
        if self.read_only is not None:
            raise UserError(self.read_only)
        self._done.append(Change(self.session, session, spot, what, counter, again))
        self._undone.clear()
        self._set(replace(self._working, session=session))

    def undo(self) -> Returned | None:
        """Take back the newest edit, wherever it was made; None where there is nothing to take back."""
        if not self._done:
            return None
        change = self._done.pop()
        self._undone.append(change)
        self._set(replace(self._working, session=change.taken_back(self.session)))
        return Returned(change.spot, change.what)

    def redo(self) -> Returned | None:
        """Make the newest undone edit again; None where there is none."""
        if not self._undone:
            return None
        change = self._undone.pop()
        self._done.append(change)
        self._set(replace(self._working, session=change.made_again(self.session)))
        return Returned(change.spot, change.what)

    def _for_good(self, session: Session) -> None:
        """Make `session` the current one, past undoing: what could be undone holds the words that are to be gone."""
        if self.read_only is not None:
            raise UserError(self.read_only)
        self._done.clear()
        self._undone.clear()
        self._set(replace(self._working, session=session))
        self.on_forgotten()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Edits made inside are one act: one undo takes them all back."""
        before = len(self._done)
        try:
            yield
        finally:
            made = tuple(self._done[before:])
            if len(made) > 1:
                self._done[before:] = [
                    Change(made[0].before, made[-1].after, made[0].spot, made[0].what, parts=made),
                ]

    # -- shared by the kinds

    def _by(self, by: str | None, spot: Spot | None = None) -> str | None:
        """Whose words: the one named, else the current author, else who speaks at the step, else the coachee."""
        if by is not None:
            return by
        if self.author is not None:
            return self.author
        person = (speaker_at(self.session, spot) if spot is not None else None) or self.session.coachee
        return person.id if person else None

    def _step(self, spot: Spot, kind: type[S]) -> S:
        step = self._any_step(spot)
        if not isinstance(step, kind):
            raise UserError(f"The step {step.id!r} does not take that kind of answer.")
        return step

    def _any_step(self, spot: Spot) -> BaseStep:
        """The step of a spot. The end of an expanded id is not enough here: a record has one key only."""
        step = self.session.framework.find(spot.step)
        if step is None or step.id != spot.step:
            raise UserError("There is no such step in this conversation.")
        return step

    def _record(self, spot: Spot, kind: type[R]) -> R:
        """The record of a spot, or an empty one. What a mended file holds in another shape is never written over."""
        found = self.session.record(spot)
        if found is not None and not isinstance(found, kind):
            raise UserError(
                f"What the file holds for the step {spot.step!r} has the shape of another kind of step. "
                "It is left exactly as it is."
            )
        return kind() if found is None else found

    def _any_record(self, spot: Spot) -> BaseRecord:
        step = self._any_step(spot)
        return self.session.record(spot) or EMPTY[step.kind]()

    def _with(self, spot: Spot, record: BaseRecord, session: Session | None = None) -> Session:
        session = session or self.session
        records = {**session.records, spot.key: cast("Record", record)}
        return session.model_copy(update={"records": records})

    def _put(self, spot: Spot, record: BaseRecord, what: str) -> None:
        self._edit(self._with(spot, record), spot, what)

    def _line(self, text: str) -> str:
        """One clean line, or a sentence why not."""
        return self._checked(one_line(text))

    def _passage(self, text: str) -> str:
        """A clean passage, or a sentence why not."""
        return self._checked(passage(text))

    @staticmethod
    def _checked(text: str) -> str:
        problem = too_long(text)
        if problem:
            raise UserError(problem)
        if is_blank(text):
            raise UserError("There was nothing to keep in that: no letters, only blanks.")
        return text

    def _replaced(self, things: tuple[T, ...], new: T) -> tuple[T, ...]:
        """The same list with the thing of the same id exchanged."""
        return tuple(new if one.id == new.id else one for one in things)

    def _exchange(self, thing: str, what: str, **changes: object) -> None:
        """Change fields of a thing wherever it lives in a record. UserError where it does not exist."""
        found = self._live(thing, Thing)
        self._swap(found, found.thing.model_copy(update={**changes, "edited": self._clock()}), what)

    def _live(self, thing: str, kind: type[Thing]) -> Found:
        """Where a thing of this kind lives. UserError where it was dropped, or belongs to what people agreed."""
        found = find(self.session, thing)
        if found is None or found.thing.gone:
            raise UserError("That is not there any more; it may have been dropped. Undo brings it back.")
        if isinstance(found.record, AgreementRecord) and found.list_name != "remarks":
            raise UserError("What was agreed stays on record. A clause is reworded or struck at the agreement itself.")
        if not isinstance(found.thing, kind):
            raise UserError("That is not something this can be said of.")
        return found

    def _swap(self, found: Found, new: Thing, what: str) -> None:
        """Exchange a thing, where it lives, for its next state."""
        self._edit(self._swapped(found, new, self.session), found.spot, what)

    def _swapped(self, found: Found, new: Thing, session: Session) -> Session:
        """The session with a thing exchanged, where it lives, for its next state."""
        things: tuple[Thing, ...] = getattr(found.record, found.list_name)
        record = found.record.model_copy(update={found.list_name: self._replaced(things, new)})
        return self._with(found.spot, record, session)

    def _altered(self, session: Session, thing: str, changes: Mapping[str, object]) -> Session:
        """The session with fields of a thing changed, in whichever record it lives; the same where it lives in none."""
        found = find(session, thing)
        if found is None:
            return session
        return self._swapped(found, found.thing.model_copy(update={**changes, "edited": self._clock()}), session)

    def _there(self, thing: str) -> None:
        """UserError where nothing live has this id, in a record or on the parking list."""
        found = find(self.session, thing) or parked(self.session, thing)
        gone = found.thing.gone if isinstance(found, Found) else found.gone if found else True
        if gone:
            raise UserError("That is not there any more; it may have been dropped. Undo brings it back.")


def keep_consents(restored: Session, current: Session) -> Session:
    """An earlier session, with what was agreed up to now: undo of other edits never takes a consent away unseen.

    Beginning, end and limits that were reached stay as they are now as well, since they are no edits, and so do people
    who agreed to something or reached a limit.
    """
    records = dict(restored.records)
    for key, now in current.records.items():
        if isinstance(now, AgreementRecord):
            kept = _agreed(restored.records.get(key), now)
            if kept is not None:
                records[key] = kept
    changes = {
        "records": records,
        "people": _with_parties(restored, current),
        "agreement": current.agreement,
        "limits": current.limits,
        "started": current.started,
        "ended": current.ended,
    }
    return restored.model_copy(update=changes)


def _agreed(then: Record | None, now: AgreementRecord) -> AgreementRecord | None:
    """What was agreed up to now with the remarks there were then; None where that is nothing at all."""
    remarks = then.remarks if isinstance(then, AgreementRecord) else ()
    if remarks is now.remarks or remarks == now.remarks:
        return now
    if then is None and not (now.clauses or now.acceptances or now.changes or now.tables or now.limits_read):
        return None
    return now.model_copy(update={"remarks": remarks})


def _with_parties(restored: Session, current: Session) -> tuple[Person, ...]:
    """The people there were then, and whoever has agreed to something since."""
    missing = [one for one in current.people if restored.person(one.id) is None]
    if not missing:
        return restored.people
    records = [one for one in current.records.values() if isinstance(one, AgreementRecord)]
    parties = {one.by for record in records for one in record.acceptances}
    parties |= {one.by for record in records for one in record.tables}
    parties |= {one.by for record in records for one in record.limits_read}
    parties |= {one.by for one in current.limits}
    kept = tuple(one for one in missing if one.id in parties)
    return (*restored.people, *kept) if kept else restored.people


def brief(text: str) -> str:
    """The beginning of a text, for saying what came back."""
    first = one_line(text)
    return first if len(first) <= 48 else f"{first[:47]}…"
