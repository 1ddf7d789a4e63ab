"""What was agreed about who may hear what, for the copy of the one whose words these are. Pure; touches nothing.

An allow-list of its own: nothing but the table, the days, who agreed, what was changed, and the limits as they are read
aloud. Both who talked know all of it. Anybody else gets a line on their own column (`Shared.levels`), and nothing from here.
"""

from collections.abc import Iterator
from datetime import date

from coachtui.framework.steps import CONTENTS, AgreementStep
from coachtui.session.clauses import changes_of, still_agreed
from coachtui.session.models import Session
from coachtui.session.records import AgreementRecord
from coachtui.session.spot import Spot
from coachtui.session.things import LevelChange, TableAcceptance
from coachtui.sharing.limits import withheld
from coachtui.sharing.policy import ATTENDANCE, Policy, audiences, policy, readers
from coachtui.sharing.shared import Change, Column, Terms
from coachtui.sharing.sifting import private_spots

#: The one who gets them.
OWN = "coachee"


def terms(session: Session, agreed: Policy) -> Terms | None:
    """What the coachee is told of the agreement; None for everybody else."""
    if agreed.audience.casefold() != OWN:
        return None
    met = agreed.grants("attendance", ATTENDANCE)
    return Terms(
        columns=tuple(Column(one, policy(session, one).listed) for one in readers(session) if one.casefold() != OWN),
        days=tuple(dict.fromkeys(_days(session))) if met else (),
        by=tuple(_who(session, one, met=met) for one in dict.fromkeys(_accepted(session))),
        changes=tuple(_changes(session, met=met)),
        bounds=next((one.limits for one in _steps(session) if one.limits), ()),
        warnings=tuple(dict.fromkeys(_warnings(session))),
        usual=session.agreement is None,
    )


def _days(session: Session) -> Iterator[date]:
    """When it was first agreed, as far as is known here, and when it came to be what it is now."""
    for one in (session.brought, session.agreement):
        if one is not None and one.agreed is not None:
            yield one.agreed.date()


def _steps(session: Session) -> Iterator[AgreementStep]:
    return (one for one in session.framework.steps if isinstance(one, AgreementStep))


def _warnings(session: Session) -> Iterator[str]:
    """What is said with a usual agreement that was chosen, such as that the talk is part of appraisal."""
    chosen = session.agreement.presets.values() if session.agreement else ()
    for step in _steps(session):
        yield from (step.warnings[one] for one in chosen if one in step.warnings)


def agreed_as(session: Session, audience: str) -> str:
    """The usual agreement that was chosen for this audience, where something is said with it; else empty.

    Everybody who was there heard it before they agreed, so the reader is told as well under what terms it was said.
    """
    chosen = session.agreement.presets if session.agreement else {}
    name = next((preset for column, preset in chosen.items() if column.casefold() == audience.casefold()), "")
    return name if any(name in step.warnings for step in _steps(session)) else ""


def _records(session: Session) -> Iterator[AgreementRecord]:
    """Of agreements with those who were there. Nothing is told of one at a private step, at a spot where a limit was
    reached, or asked for something that was said (which may be held back): not even who agreed.
    """
    closed, people = withheld(session) | private_spots(session), {None, *(one.id for one in session.people)}
    for key, one in session.records.items():
        if isinstance(one, AgreementRecord) and key not in closed and Spot.parse(key).item in people:
            yield one


def _told(one: LevelChange | TableAcceptance) -> bool:
    return one.gone is None and one.mark != "private"


def _accepted(session: Session) -> Iterator[str | None]:
    """Who accepted the table at this meeting as it is now, by the newest word of each."""
    levels = session.agreement.levels if session.agreement else {}
    newest = {one.by: one for record in _records(session) for one in record.tables if _told(one)}
    return (by for by, one in newest.items() if still_agreed(one, levels) and session.person(by) is not None)


def _changes(session: Session, *, met: bool) -> Iterator[Change]:
    """What this meeting made of the table that these people came with, cell by cell, with the last change of each."""
    if session.brought is None:
        return
    open_here = {one.id for record in _records(session) for one in record.changes if _told(one)}
    last = {(one.audience, one.content): one for one in changes_of(session) if one.id in open_here}
    for audience in audiences(session):
        before, now = session.brought.levels.get(audience, {}), policy(session, audience).levels
        for content in CONTENTS:
            change, was = last.get((audience, content)), before.get(content, "no")
            if change is not None and was != now[content]:
                day = change.at.date() if met else None
                yield Change(day, _who(session, change.by, met=met), audience, content, was, now[content])


def _who(session: Session, who: str | None, *, met: bool) -> str:
    person = session.person(who)
    return "" if person is None else person.name if met else person.role
