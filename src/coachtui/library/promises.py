"""Commitments across sessions: what was promised, by whom, and what has become of it. Pure functions; touches nothing."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from coachtui.flow.past import OpenAction
from coachtui.session.actions import ActionKey, actions_in, events_in, fold
from coachtui.session.models import Session
from coachtui.session.records import ActionsRecord
from coachtui.session.things import Action, ActionRef, Event, Status

#: What may still become of something.
STILL_OPEN: tuple[Status, ...] = ("open", "moving", "stuck")


def all_actions(sessions: Iterable[Session], until: datetime | None = None) -> tuple[OpenAction, ...]:
    """Every action of these sessions with what has become of it, in the order they were promised.

    Args:
        sessions: where the actions were promised, and where was told what became of them; oldest first.
        until: only what was told up to this moment counts, None for everything.
    """
    every = tuple(sessions)
    told = (one for session in every for one in events_in(session))
    events = fold(one for one in told if until is None or (one.edited or one.at) <= until)
    return tuple(one for session in every for one in _of(session, events))


def still_open(actions: Iterable[OpenAction]) -> tuple[OpenAction, ...]:
    """Those that are not done or dropped."""
    return tuple(one for one in actions if one.status in STILL_OPEN)


def coach_first(actions: Iterable[OpenAction], coaches: Iterable[str]) -> tuple[OpenAction, ...]:
    """The same, the coach's own promises before the others'. `coaches` are the names of roles that coach."""
    roles = frozenset(coaches)
    return tuple(sorted(actions, key=lambda one: one.who_role not in roles))


def due(actions: Iterable[OpenAction], by: date) -> tuple[OpenAction, ...]:
    """Those that are open and due up to that day, the longest overdue first."""
    late = [one for one in still_open(actions) if one.action.due is not None and one.action.due <= by]
    return tuple(sorted(late, key=lambda one: one.action.due or date.max))


def _of(session: Session, events: dict[ActionKey, Event]) -> Iterator[OpenAction]:
    private = _in_private(session)
    for action in actions_in(session):
        event = events.get((session.id, action.id))
        who, role = _who(session, action)
        yield OpenAction(
            ref=ActionRef(session=session.id, id=action.id),
            action=action,
            who=who,
            who_role=role,
            status=event.status if event else "open",
            learned=event.learned if event else "",
            promised=(session.started or session.planned or action.at).date(),
            framework=session.framework.name,
            private=action.id in private,
        )


def _in_private(session: Session) -> frozenset[str]:
    """The ids of what was promised at steps that are private."""
    steps = [step for step in session.framework.steps if step.private]
    records = [record for step in steps for _, record in session.records_of(step.id)]
    return frozenset(one.id for record in records if isinstance(record, ActionsRecord) for one in record.actions)


def _who(session: Session, action: Action) -> tuple[str, str]:
    """Name and role of whose action it is; free words have no role, and nobody in particular is the coachee."""
    if action.who is None:
        coachee = session.coachee
        return (coachee.name if coachee else session.framework.coachee, session.framework.coachee)
    person = session.person(action.who)
    return (person.name, person.role) if person else (action.who, "")
