"""Looking after what is there: actions across sessions, names, deleting, and the page before a follow-up.

Touches the disk through the store. Closed sessions are changed under their lock; one that is open in a window is left.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from coachtui.desk.desk import Desk
from coachtui.desk.starting import TOUR
from coachtui.errors import UserError
from coachtui.flow.past import OpenAction, Past, agreed_day
from coachtui.library.before import all_open, everything
from coachtui.library.cards import Card
from coachtui.library.meetings import meetings
from coachtui.library.past import past_of
from coachtui.library.promises import all_actions, still_open
from coachtui.library.shelf import Shelf
from coachtui.library.steps import Steps
from coachtui.library.threads import in_order, people_of, threads
from coachtui.report.hiding import without_private
from coachtui.session.document import from_document
from coachtui.session.models import Session, Working
from coachtui.session.records import ActionsRecord
from coachtui.session.spot import Spot
from coachtui.session.things import STATUSES, ActionRef, Event, Status
from coachtui.text import one_line, passage


@dataclass(frozen=True, slots=True)
class Renamed:
    """What came of a correction: in how many sessions, and sentences about those that could not be changed now."""

    name: str
    sessions: int
    left: tuple[str, ...]


def actions(shelf: Shelf) -> tuple[OpenAction, ...]:
    """Every action of every session with what has become of it, newest promises first."""
    return tuple(reversed(all_actions(in_order(shelf.sessions))))


def set_action(desk: Desk, action: ActionRef, status: Status, learned: str = "") -> None:
    """Say outside a session what has become of an action.

    Args:
        desk: the home.
        action: where it was promised, and its id; see `action_called`.
        status: what has become of it; see `status_called`.
        learned: what was learned, in words.

    Raises:
        UserError: the action is not there any more, or its session is open in another window.
    """
    event = Event(id=desk.mint(), at=desk.clock(), action=action, status=status, learned=passage(learned))

    def tell(document: Mapping[str, Any]) -> dict[str, object]:
        for key, record in from_document(document, cleaned=True).session.records.items():
            if isinstance(record, ActionsRecord) and any(one.id == action.id for one in record.actions):
                return {f"records/{key}": record.model_copy(update={"events": (*record.events, event)})}
        raise UserError("That action is not there any more.", "Nothing was changed.")

    desk.store.amend(action.session, tell)


def status_called(word: str) -> Status:
    """The status of that name. UserError names those there are."""
    for status in STATUSES:
        if status == word.strip().lower():
            return status
    raise UserError("There is no status of that name.", f"It is one of: {', '.join(STATUSES)}.")


def action_called(shelf: Shelf, ref: str) -> OpenAction:
    """The action with this id, or with this beginning of one. UserError where there is none or several are meant."""
    session, _, action = ref.strip().lower().rpartition(":")
    near = [one for one in actions(shelf) if one.ref.id.startswith(action) and one.ref.session.startswith(session)]
    found = [one for one in near if one.ref.id == action] or near
    if not action or not found:
        raise UserError("There is no action with that id.", "coachtui actions --all shows all, with their ids.")
    if len(found) > 1:
        raise UserError(f"{len(found)} actions begin with that id.", "Type more of it, or write SESSION:ACTION.")
    return found[0]


def rename(desk: Desk, name: str, new: str) -> Renamed:
    """Correct a person's name or code, in the list of people and in every session they take part in.

    Raises:
        UserError: nobody or several people are meant, or the new name belongs to somebody else.
    """
    known = desk.naming.must(name)
    wanted = one_line(new)
    taken = [
        one for one in desk.naming.list.people() if one.name.casefold() == wanted.casefold() and one.id != known.id
    ]
    if taken:
        raise UserError(f"{wanted} is somebody else here already.", "Nothing was changed. Choose another name.")
    renamed = desk.naming.list.rename(known.id, wanted)
    changed, left = 0, []
    for book in desk.shelf().books:
        session = book.session
        if session is None or session.person(known.id) is None:
            continue
        try:
            desk.store.amend(book.path, lambda document: _renamed(document, known.id, renamed.name), forget=True)
            changed += 1
        except UserError as error:
            left.append(str(error))
    return Renamed(renamed.name, changed, tuple(left))


def _renamed(document: Mapping[str, Any], person: str, name: str) -> dict[str, object]:
    people = from_document(document, cleaned=True).session.people
    return {"people": tuple(one.model_copy(update={"name": name}) if one.id == person else one for one in people)}


def past_with(desk: Desk, name: str) -> tuple[Past, tuple[OpenAction, ...]]:
    """What was held with a person before, and every action of it; of several threads with them, the newest.

    Raises:
        UserError: nobody or several people are meant.
    """
    known = desk.naming.must(name)
    held = [one for one in desk.shelf().sessions if one.person(known.id) is not None and one.started is not None]
    if not held:
        return past_of(()), ()
    thread = _thread(held)
    return past_of(thread), all_actions(in_order(thread))


def _thread(held: list[Session]) -> list[Session]:
    """The sessions of the same people as the newest one."""
    return [one for one in held if people_of(one) == people_of(held[0])]


@dataclass(frozen=True, slots=True)
class Thread:
    """What the same people held, for the page before they meet again.

    Attributes:
        last: the newest session of theirs.
        day: when they meet next, None where no day to come was agreed on.
        past: all they held.
        actions: everything that was promised in it, with what has become of it.
    """

    last: Session
    day: date | None
    past: Past
    actions: tuple[OpenAction, ...]

    @property
    def name(self) -> str:
        """Whom the meeting is with: the coachee, or everybody where nobody is coached."""
        coachee = self.last.coachee
        return coachee.name if coachee else ", ".join(one.name for one in self.last.people)

    @property
    def in_sight(self) -> "Thread":
        """The same with nothing private in it, for a screen that two people look at; nor that a limit was reached."""
        every = (Working(one, Spot("")) for one in self.past.sessions)
        held = [without_private(one, self.actions)[0].session for one in every]
        return replace(self, past=past_of(held), actions=all_actions(held))


def threads_ahead(shelf: Shelf, today: date) -> tuple[Thread, ...]:
    """Everybody that could be met again: those with a day to come first, the nearest at the top, then the newest."""
    ahead = {one.session: one.day for one in meetings([one for one in shelf.cards if one.framework != TOUR], today)}
    found: list[Thread] = []
    for one in threads(shelf.sessions):
        held = [session for session in one.sessions if session.framework.id != TOUR]
        if held:
            past, actions = past_of(held), all_actions(in_order(held))
            day = next((ahead[session.id] for session in held if session.id in ahead), None)
            found.append(Thread(held[-1], day, past, actions))
    return tuple(sorted(found, key=lambda one: one.day or date.max))


def meeting_again(desk: Desk) -> Steps[tuple[Thread, ...]]:
    """Everybody that could be met again, looked up a step at a time; see `threads_ahead`."""
    shelf = yield from everything(desk.store)
    found = threads_ahead(shelf, desk.clock().date())
    yield True
    return found


def still_going(desk: Desk) -> Steps[tuple[Card, ...]]:
    """The conversations that are open, newest first, looked up a step at a time."""
    found = yield from all_open(desk.store)
    yield True
    return found


def day_with(desk: Desk, name: str) -> date | None:
    """When a person is met next, by what was agreed in the conversations that `past_with` tells of; None if no day is."""
    past, _ = past_with(desk, name)
    return agreed_day(past, desk.clock().date())


def sessions_with(shelf: Shelf, person: str | None) -> tuple[Session, ...]:
    """Sessions, newest first; with `person`, those the person with this id takes part in."""
    return tuple(one for one in shelf.sessions if person is None or one.person(person) is not None)


__all__ = [
    "Renamed",
    "Thread",
    "action_called",
    "actions",
    "day_with",
    "meeting_again",
    "past_with",
    "rename",
    "sessions_with",
    "set_action",
    "status_called",
    "still_going",
    "still_open",
    "threads_ahead",
]
