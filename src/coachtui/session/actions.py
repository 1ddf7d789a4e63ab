"""What has become of actions: the fold of all events, wherever they were told. Pure functions; touches nothing."""

from collections.abc import Iterable, Iterator

from coachtui.session.models import Session
from coachtui.session.records import ActionsRecord, ReviewRecord
from coachtui.session.things import Action, Event

#: An action anywhere: the id of the session it was promised in, and its own id.
ActionKey = tuple[str, str]


def events_in(session: Session) -> Iterator[Event]:
    """Every live event a session holds, told in a review or set from outside on one of its own actions."""
    for record in session.records.values():
        if isinstance(record, ReviewRecord | ActionsRecord):
            yield from (one for one in record.events if one.gone is None)


def actions_in(session: Session) -> Iterator[Action]:
    """Every live action promised in a session."""
    for record in session.records.values():
        if isinstance(record, ActionsRecord):
            yield from (one for one in record.actions if one.gone is None)


def fold(events: Iterable[Event]) -> dict[ActionKey, Event]:
    """The newest event of each action, by the moment it was last told and its id. An action without one is open."""
    newest: dict[ActionKey, Event] = {}
    for event in sorted(events, key=lambda one: (one.edited or one.at, one.id)):
        newest[event.action.session, event.action.id] = event
    return newest
