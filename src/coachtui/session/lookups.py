"""Finding things in a session: by id, by name. Pure functions; touches nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from coachtui.session.latest import latest
from coachtui.session.models import Session
from coachtui.session.records import BaseRecord, NotesRecord
from coachtui.session.spot import Spot
from coachtui.session.things import Clause, Event, Parked, Passage, Pick, Thing, Wording

T = TypeVar("T", bound=Thing)


@dataclass(frozen=True, slots=True)
class Found:
    """A thing and where it lives: its spot, the name of its list in the record, and its record."""

    spot: Spot
    list_name: str
    record: BaseRecord
    thing: Thing


def find(session: Session, thing: str) -> Found | None:
    """Where the thing with this id lives, dropped things included; parked ideas and people are not in records."""
    return _by_id(session).get(thing)


@latest
def _by_id(session: Session) -> dict[str, Found]:
    """Every thing in a record by its id; of two with one id the first."""
    found: dict[str, Found] = {}
    for key, record in session.records.items():
        spot = Spot.parse(key)
        for name, things in record.lists():
            for one in things:
                if one.id not in found:
                    found[one.id] = Found(spot, name, record, one)
    return found


def parked(session: Session, thing: str) -> Parked | None:
    """The parked idea with this id, or None."""
    return next((one for one in session.parked if one.id == thing), None)


def still_parked(session: Session) -> tuple[Parked, ...]:
    """The ideas that wait on the parking list still: what was drawn into a step stands there."""
    drawn = {
        one.id for record in session.records.values() if isinstance(record, NotesRecord) for one in record.placements
    }
    return tuple(one for one in live(session.parked) if one.id not in drawn)


def earlier_of(session: Session, thing: str) -> tuple[Wording, ...]:
    """What a thing said before and could be taken away. What was agreed is not: that stays on record."""
    found = find(session, thing)
    own = found.thing if found is not None else parked(session, thing)
    if not isinstance(own, Passage | Event | Pick) or isinstance(own, Clause) or own.gone is not None:
        return ()
    return own.earlier


def name_of(session: Session, thing: str) -> str:
    """What a label or id reads as: the text of the thing, the name of the person, or the label itself."""
    found = find(session, thing)
    if found is not None:
        return _text(session, found.thing)
    idea = parked(session, thing)
    if idea is not None:
        return idea.text
    person = session.person(thing)
    return person.name if person else _brought(session, thing)


def _brought(session: Session, thing: str) -> str:
    """The words of a clause that was brought from an earlier meeting; else the id or label itself."""
    clauses = session.brought.clauses if session.brought else ()
    return next((one.text for one in clauses if one.id == thing), thing)


def _text(session: Session, thing: Thing) -> str:
    if isinstance(thing, Passage):
        return thing.text
    if isinstance(thing, Pick):
        return name_of(session, thing.item)
    return ""


def live(things: tuple[T, ...]) -> Iterator[T]:
    """The things that were not dropped."""
    return (one for one in things if one.gone is None)


def all_things(session: Session) -> Iterator[tuple[Spot, Thing]]:
    """Every thing in every record, tombstones included."""
    for key, record in session.records.items():
        spot = Spot.parse(key)
        for thing in record.things():
            yield spot, thing
