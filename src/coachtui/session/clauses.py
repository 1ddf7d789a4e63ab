"""What an agreement says at a spot, and what of it is in force. Pure functions; touches nothing."""

from datetime import datetime

from coachtui.framework.steps import CONTENTS, AgreementStep
from coachtui.session.models import Agreement, Session
from coachtui.session.records import AgreementRecord
from coachtui.session.spot import Spot
from coachtui.session.things import Acceptance, Clause

_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


def clauses_at(session: Session, spot: Spot) -> tuple[Clause, ...]:
    """The clauses that stand at an agreement: those in force or of the framework, as reworded, struck or added here."""
    record = session.record(spot)
    own = record.clauses if isinstance(record, AgreementRecord) else ()
    changed: dict[str | None, Clause] = {one.replaces: one for one in own if one.replaces and one.gone is None}
    standing: list[Clause] = []
    for base in _base(session, spot):
        clause = base
        while clause.id in changed:
            clause = changed[clause.id]
        standing.append(clause)
    standing.extend(_added(own, changed))
    return tuple(one for one in standing if not one.struck)


def _added(own: tuple[Clause, ...], changed: dict[str | None, Clause]) -> list[Clause]:
    added = [one for one in own if one.replaces is None and one.gone is None]
    latest: list[Clause] = []
    for one in added:
        clause = one
        while clause.id in changed:
            clause = changed[clause.id]
        latest.append(clause)
    return latest


def _base(session: Session, spot: Spot) -> tuple[Clause, ...]:
    """What the agreement begins with here: the clauses brought from earlier meetings, else the framework's own."""
    if session.brought and session.brought.clauses:
        return session.brought.clauses
    step = session.framework.find(spot.step)
    labels = step.clauses if isinstance(step, AgreementStep) else ()
    return tuple(Clause(id=label, at=_EPOCH, text=label) for label in labels)


def verdicts(session: Session, spot: Spot, clause: str) -> dict[str | None, Acceptance]:
    """The newest word of each person on a clause."""
    record = session.record(spot)
    entries = record.acceptances if isinstance(record, AgreementRecord) else ()
    return {one.by: one for one in entries if one.clause == clause}


def in_force(session: Session, spot: Spot, now: datetime) -> Agreement:
    """The agreement with this spot's clauses and every change so far worked in."""
    return Agreement(clauses=clauses_at(session, spot), levels=levels_at(session, spot), agreed=now)


def levels_at(session: Session, spot: Spot) -> dict[str, dict[str, str]]:
    """How far each kind of content goes to each audience: the usual, what was brought, and every change since."""
    step = session.framework.find(spot.step)
    audiences = step.audiences if isinstance(step, AgreementStep) else ()
    levels: dict[str, dict[str, str]] = {one: usual_levels(one) for one in audiences}
    for audience, brought in (session.brought.levels if session.brought else {}).items():
        levels[audience] = dict(brought)
    for record in session.records.values():
        if isinstance(record, AgreementRecord):
            for change in record.changes:
                levels.setdefault(change.audience, {})[change.content] = change.level
    return levels


def usual_levels(audience: str) -> dict[str, str]:
    """Where an audience's column begins: the coachee has it all, a line manager what peers usually agree, others nothing."""
    if audience.lower() == "coachee":
        return dict.fromkeys(CONTENTS, "yes")
    if audience.lower() == "line manager":
        return {**dict.fromkeys(CONTENTS, "no"), "attendance": "yes", "topic": "yes", "actions": "ask"}
    return dict.fromkeys(CONTENTS, "no")
