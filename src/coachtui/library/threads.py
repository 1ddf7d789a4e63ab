"""Threads: the sessions of the same people in order, whichever way round they sat. Pure functions; touches nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from coachtui.session.models import Person, Session


@dataclass(frozen=True, slots=True)
class Thread:
    """The sessions of the same people, oldest first."""

    people: frozenset[str]
    sessions: tuple[Session, ...]


def same_people(people: Iterable[Person], coach: str, coachee: str) -> frozenset[str]:
    """The ids that make a thread: of two or three people those who coach and are coached, of a group everyone."""
    everyone = tuple(people)
    chairs = [one.id for one in everyone if one.role in (coach, coachee)]
    if len(everyone) > 3 or len(set(chairs)) != 2:
        return frozenset(one.id for one in everyone)
    return frozenset(chairs)


def people_of(session: Session) -> frozenset[str]:
    """The ids of the people whose thread this session belongs to; empty where nobody is named."""
    return same_people(session.people, session.framework.coach, session.framework.coachee)


def were_there(session: Session, before: Session) -> bool:
    """Whether everybody who takes part in a session took part in this earlier one, on whatever chair."""
    return {one.id for one in session.people} <= {one.id for one in before.people}


def begun(session: Session) -> datetime | None:
    """When it was held or is planned."""
    return session.started or session.planned


def in_order(sessions: Iterable[Session]) -> tuple[Session, ...]:
    """Sessions oldest first; those that say no time come first."""
    return tuple(sorted(sessions, key=_order))


def _order(session: Session) -> tuple[float, str]:
    at = begun(session)
    return (at.timestamp() if at else float("-inf"), session.id)


def threads(sessions: Iterable[Session]) -> tuple[Thread, ...]:
    """All threads, the one with the newest session first. Sessions without people make threads by what they follow."""
    every = in_order(sessions)
    found: dict[frozenset[str], list[Session]] = {}
    root: dict[str, frozenset[str]] = {}
    for one in every:
        key = people_of(one) or root.get(one.follows or "") or frozenset((one.id,))
        root[one.id] = key
        found.setdefault(key, []).append(one)
    ordered = sorted(found.items(), key=lambda pair: _order(pair[1][-1]), reverse=True)
    return tuple(Thread(people, tuple(members)) for people, members in ordered)


def earlier(sessions: Iterable[Session], session: Session) -> tuple[Session, ...]:
    """What these people held before this session, oldest first: by who they are, and by what it follows."""
    every = {one.id: one for one in sessions if one.id != session.id and one.started is not None}
    found = {one.id: one for one in every.values() if people_of(session) and people_of(one) == people_of(session)}
    at = every.get(session.follows or "")
    while at is not None and at.id not in found:
        found[at.id] = at
        at = every.get(at.follows or "")
    before = session.started
    return in_order(
        one for one in found.values() if before is None or (one.started is not None and one.started <= before)
    )
