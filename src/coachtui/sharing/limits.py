"""The path out for limits that were reached, and only for them: apart from every export. Pure; touches nothing.

A `LimitReport` is made here alone, from named fields of the entries and from two names. Nothing that was said is looked at,
so nothing of it can be in there, and whatever an agreement says changes nothing about it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from coachtui.errors import UserError
from coachtui.framework.duty import ToldFirst
from coachtui.session.models import Person, Session


@dataclass(frozen=True, slots=True)
class Reached:
    """One entry: when, who will be told, and whether the person was told first."""

    when: datetime
    told: str
    told_first: ToldFirst


@dataclass(frozen=True, slots=True)
class LimitReport:
    """That limits were reached, and between whom. The names are those in the session, or the roles where there are none."""

    coach: str
    coachee: str
    reached: tuple[Reached, ...]


def limit_report(session: Session) -> LimitReport:
    """What is passed on of the limits that were reached. UserError where none was."""
    if not session.limits:
        raise UserError("No limit was recorded in this conversation.", "/duty records one while it is open.")
    return LimitReport(
        coach=_name(session.coach, session.framework.coach),
        coachee=_name(session.coachee, session.framework.coachee),
        reached=tuple(Reached(one.at.replace(second=0), one.told, one.told_first) for one in session.limits),
    )


def _name(person: Person | None, role: str) -> str:
    return person.name if person else role


def withheld(session: Session) -> frozenset[str]:
    """The keys of the records that are in no export for anybody: a limit was reached there."""
    return frozenset(one.spot for one in session.limits)


def reached_at(session: Session) -> Mapping[str, frozenset[str]]:
    """The same keys, each with the ids of the limits that were reached there."""
    found: dict[str, frozenset[str]] = {}
    for one in session.limits:
        found[one.spot] = found.get(one.spot, frozenset()) | {one.id}
    return found
