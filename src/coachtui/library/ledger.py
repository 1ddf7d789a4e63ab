"""Commitments across all sessions, from their entries: the list of the Actions screen. Pure functions; touches nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from coachtui.flow.past import OpenAction
from coachtui.library.cards import Card
from coachtui.library.promises import STILL_OPEN
from coachtui.library.search import Entry, fold, occurs
from coachtui.session.actions import ActionKey
from coachtui.session.actions import fold as newest_of
from coachtui.session.things import Action, ActionRef, Event


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment with what has become of it, and the entry of the session it was promised in."""

    entry: Entry
    open: OpenAction

    @property
    def private(self) -> bool:
        """Promised at a private step, or marked as private."""
        return self.open.private or self.open.action.mark == "private"


def promises(entries: Iterable[Entry], *, closed: bool = False) -> tuple[Promise, ...]:
    """Every commitment, each session's once: open ones first, the coach's own before the others', the soonest due first.

    Args:
        entries: the sessions.
        closed: also what is done or dropped.
    """
    once = {one.id: one for one in entries if one.card is not None}
    events = newest_of(event for one in once.values() if one.card for event in one.card.events)
    every = (Promise(one, told) for one in once.values() for told in _of(one, events))
    return tuple(sorted((one for one in every if closed or one.open.status in STILL_OPEN), key=_order))


def _of(entry: Entry, events: Mapping[ActionKey, Event]) -> Iterator[OpenAction]:
    card = entry.card
    if card is None:
        return
    for action in card.promised:
        event = events.get((card.id, action.id))
        who, role = _who(card, action, entry.chairs)
        yield OpenAction(
            ref=ActionRef(session=card.id, id=action.id),
            action=action,
            who=who,
            who_role=role,
            status=event.status if event else "open",
            learned=event.learned if event else "",
            promised=(card.when or action.at).date(),
            framework=card.framework_name,
            private=action.id in entry.hidden,
        )


def _who(card: Card, action: Action, chairs: tuple[str, str]) -> tuple[str, str]:
    """Name and role of whose it is; free words have no role, and nobody in particular is the coachee."""
    if action.who is None:
        return next(((one.name, one.role) for one in card.people if one.role == chairs[0]), (chairs[0], chairs[0]))
    return next(((one.name, one.role) for one in card.people if one.id == action.who), (action.who, ""))


def _order(one: Promise) -> tuple[bool, bool, date, int]:
    told = one.open
    closed, theirs = told.status not in STILL_OPEN, told.who_role != one.entry.chairs[1]
    return (closed, theirs, told.action.due or date.max, -told.promised.toordinal())


def promise_fits(one: Promise, words: Iterable[str], *, names: bool, private: bool) -> bool:
    """Whether a commitment has every one of these words, in itself, its date, its status or its format."""
    told = one.open
    said = [told.action.text, told.learned, *told.action.fields.values()] if private or not one.private else []
    due = told.action.due
    said += [told.status, f"{due:%A} {due.day} {due:%B %Y %Y-%m-%d}" if due else "", told.who if names else ""]
    whole = f"{fold(chr(10).join(said))}\n{one.entry.about}\n{one.entry.people if names else ''}"
    return all(occurs(word, whole) for word in words)
