"""What Home says first: how much there is and what is waiting, with nobody's name in it. Pure functions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from coachtui.desk.starting import TOUR
from coachtui.library.cards import Card, open_count
from coachtui.library.meetings import Meeting, meetings
from coachtui.library.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Waiting:
    """A conversation that is open or planned: its id, the format's name, and when it was begun or is planned."""

    id: str
    framework: str
    when: datetime | None


@dataclass(frozen=True, slots=True)
class Overview:
    """The numbers of Home. Holds no name of a person and nothing that was said.

    Attributes:
        sessions: how many conversations there are, open and planned ones included.
        open: those that were begun and not ended, newest first.
        planned: those that were planned and not begun, soonest first.
        open_actions: how many commitments are not done or dropped.
        unreadable: how many session files cannot be shown.
        meetings: those that were agreed on and are still to come, the nearest first.
    """

    sessions: int
    open: tuple[Waiting, ...]
    planned: tuple[Waiting, ...]
    open_actions: int
    unreadable: int
    meetings: tuple[Meeting, ...] = ()


def overview_of(shelf: Shelf, today: date) -> Overview:
    """The overview of everything on a shelf, as it is today. Reads no session whole."""
    cards = shelf.cards
    begun = [one for one in cards if one.started is not None and one.ended is None]
    planned = [one for one in cards if one.started is None and one.planned is not None]
    return Overview(
        sessions=len(cards),
        open=_waiting(begun),
        planned=tuple(reversed(_waiting(planned))),
        open_actions=open_count(cards),
        unreadable=len(shelf.unreadable),
        meetings=meetings([one for one in cards if one.framework != TOUR], today),
    )


def _waiting(cards: Iterable[Card]) -> tuple[Waiting, ...]:
    return tuple(Waiting(one.id, one.framework_name, one.when) for one in cards)
