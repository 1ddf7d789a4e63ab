"""The ground of the editor: the current value, the stamp, undo and redo, and who is told.

Touches no disk: the listener is handed what was and what is, and the face passes the difference to the store.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from coachtui.errors import UserError
from coachtui.framework.steps import BaseStep
from coachtui.ids import Clock, Mint
from coachtui.session.lookups import find
from coachtui.session.models import Session, Working
from coachtui.session.records import EMPTY, AgreementRecord, BaseRecord, Record
from coachtui.session.spot import Spot
from coachtui.session.things import Thing
from coachtui.text import one_line, passage, too_long

#: Is told after every change: the state before, the state after.
Listener = Callable[[Working, Working], None]

R = TypeVar("R", bound=BaseRecord)
S = TypeVar("S", bound=BaseStep)
T = TypeVar("T", bound=Thing)


@dataclass(frozen=True, slots=True)
class Change:
    """One edit, as undo sees it. A consent has a `counter` and an `again`: they add entries, and take none away."""

    before: Session
    after: Session
    spot: Spot
    what: str
    counter: Callable[[Session], Session] | None = None
    again: Callable[[Session], Session] | None = None


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
        """Make `session` the current one, as one undoable edit at `spot`."""
        self._done.append(Change(self.session, session, spot, what, counter, again))
        self._undone.clear()
        self._set(replace(self._working, session=session))

    def undo(self) -> Returned | None:
        """Take back the newest edit, wherever it was made; None where there is nothing to take back."""
        if not self._done:
            return None
        change = self._done.pop()
        self._undone.append(change)
        undone = change.counter(self.session) if change.counter else keep_consents(change.before, self.session)
        self._set(replace(self._working, session=undone))
        return Returned(change.spot, change.what)

    def redo(self) -> Returned | None:
        """Make the newest undone edit again; None where there is none."""
        if not self._undone:
            return None
        change = self._undone.pop()
        self._done.append(change)
        redone = change.again(self.session) if change.again else keep_consents(change.after, self.session)
        self._set(replace(self._working, session=redone))
        return Returned(change.spot, change.what)

    # -- shared by the kinds

    def _by(self, by: str | None) -> str | None:
        """Whose words: the one named, else the current author, else the coachee."""
        if by is not None:
            return by
        if self.author is not None:
            return self.author
        coachee = self.session.coachee
        return coachee.id if coachee else None

    def _step(self, spot: Spot, kind: type[S]) -> S:
        step = self.session.framework.find(spot.step)
        if not isinstance(step, kind):
            raise UserError(f"The step {spot.step!r} does not take that kind of answer.")
        return step

    def _record(self, spot: Spot, kind: type[R]) -> R:
        found = self.session.record(spot)
        return found if isinstance(found, kind) else kind()

    def _any_record(self, spot: Spot) -> BaseRecord:
        step = self.session.framework.find(spot.step)
        if step is None:
            raise UserError(f"There is no step called {spot.step!r} in this conversation.")
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
        if not text:
            raise UserError("There was nothing to keep in that: no letters, only blanks.")
        return text

    def _replaced(self, things: tuple[T, ...], new: T) -> tuple[T, ...]:
        """The same list with the thing of the same id exchanged."""
        return tuple(new if one.id == new.id else one for one in things)

    def _exchange(self, thing: str, what: str, **changes: object) -> None:
        """Change fields of a thing wherever it lives in a record. UserError where it does not exist."""
        found = find(self.session, thing)
        if found is None or found.thing.gone:
            raise UserError("That is not there any more; it may have been dropped. Undo brings it back.")
        new = found.thing.model_copy(update={**changes, "edited": self._clock()})
        things: tuple[Thing, ...] = getattr(found.record, found.list_name)
        record = found.record.model_copy(update={found.list_name: self._replaced(things, new)})
        self._put(found.spot, record, what)


def keep_consents(restored: Session, current: Session) -> Session:
    """An earlier session, with what was agreed up to now: undo of other edits never takes a consent away unseen."""
    agreed = {key: one for key, one in current.records.items() if isinstance(one, AgreementRecord)}
    if restored.agreement is current.agreement and all(restored.records.get(key) is one for key, one in agreed.items()):
        return restored
    others = {key: one for key, one in restored.records.items() if not isinstance(one, AgreementRecord)}
    return restored.model_copy(update={"records": {**others, **agreed}, "agreement": current.agreement})


def brief(text: str) -> str:
    """The beginning of a text, for saying what came back."""
    first = one_line(text)
    return first if len(first) <= 48 else f"{first[:47]}…"
