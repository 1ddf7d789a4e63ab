"""Meetings that are still to come: what the people of each thread agreed on last. Pure functions; touches nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from coachtui.flow.past import SaidOfNext, standing_day
from coachtui.library.cards import Card
from coachtui.library.threads import same_people


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting to come: its day, and the newest session of the people who meet."""

    day: date
    session: str


def card_threads(cards: Sequence[Card]) -> tuple[tuple[Card, ...], ...]:
    """The sessions of the same people together, each newest first; in the order of their newest (newest first)."""
    root: dict[str, frozenset[str]] = {}
    found: dict[frozenset[str], list[Card]] = {}
    for card in reversed(cards):
        people = same_people(card.people, *card.chairs)
        key = people or root.get(card.follows or "") or frozenset((card.id,))
        root[card.id] = key
        found.setdefault(key, []).insert(0, card)
    order = {card.id: at for at, card in enumerate(cards)}
    return tuple(sorted((tuple(one) for one in found.values()), key=lambda one: order[one[0].id]))


def meetings(cards: Sequence[Card], today: date) -> tuple[Meeting, ...]:
    """All meetings from today on, the nearest first.

    A day stands until it is held, called off, or another one is named by the same people; see `standing_day`.
    """
    found = [
        Meeting(day, thread[0].id)
        for thread in card_threads(cards)
        if (day := standing_day(_said(thread), today)) is not None
    ]
    return tuple(sorted(found, key=lambda one: one.day))


def _said(thread: Iterable[Card]) -> Iterable[SaidOfNext]:
    for card in thread:
        if card.started is None and card.planned is not None:
            yield SaidOfNext(None, card.planned.astimezone().date().isoformat())
        else:
            yield SaidOfNext(card.started.astimezone().date() if card.started else None, card.next_words)
