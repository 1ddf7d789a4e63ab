"""Meetings that are still to come: what the people of each thread agreed on last. Pure functions; touches nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coachtui.library.cards import Card
from coachtui.library.threads import same_people


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting to come: its day, and the session it was agreed on in."""

    day: date
    session: str


def newest_of_each_thread(cards: Sequence[Card]) -> tuple[Card, ...]:
    """Of the sessions of the same people the newest, in the order of `cards` (newest first)."""
    root: dict[str, frozenset[str]] = {}
    newest: dict[frozenset[str], Card] = {}
    for card in reversed(cards):
        people = same_people(card.people, *card.chairs)
        key = people or root.get(card.follows or "") or frozenset((card.id,))
        root[card.id] = key
        newest[key] = card
    kept = {card.id for card in newest.values()}
    return tuple(card for card in cards if card.id in kept)


def meetings(cards: Sequence[Card], today: date) -> tuple[Meeting, ...]:
    """All meetings from today on, the nearest first.

    Only what the newest session of a thread says counts: whoever met again since is not met on the older date.
    """
    found = [
        Meeting(day, card.id)
        for card in newest_of_each_thread(cards)
        if (day := _day(card)) is not None and day >= today
    ]
    return tuple(sorted(found, key=lambda one: one.day))


def _day(card: Card) -> date | None:
    if card.started is None and card.planned is not None:
        return card.planned.astimezone().date()
    return card.next_date
