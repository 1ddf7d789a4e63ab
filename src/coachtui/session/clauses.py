"""What an agreement says at a spot, and what of it is in force. Pure functions; touches nothing."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from coachtui.framework.steps import CONTENTS, AgreementStep
from coachtui.session.models import Agreement, Session
from coachtui.session.records import AgreementRecord
from coachtui.session.spot import Spot
from coachtui.session.things import Acceptance, Clause, LevelChange, TableAcceptance

#: The one audience that is another person for each of those who are coached.
LINE_MANAGER = "line manager"

_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


def clauses_at(session: Session, spot: Spot) -> tuple[Clause, ...]:
    """The clauses that stand at an agreement: those in force or of the framework, as reworded, struck or added here."""
    record = session.record(spot)
    own = record.clauses if isinstance(record, AgreementRecord) else ()
    added = [one for one in own if one.replaces is None and one.gone is None]
    changed = {one.replaces: one for one in _worded(session) if one.replaces and one.gone is None}
    standing = [_latest(one, changed) for one in (*_base(session, spot), *added)]
    return tuple(one for one in standing if not one.struck)


def _worded(session: Session) -> Iterator[Clause]:
    """Every clause that was worded in this session, wherever: what one step reworded, another does not bring back."""
    for record in session.records.values():
        if isinstance(record, AgreementRecord):
            yield from record.clauses


def _latest(clause: Clause, changed: Mapping[str, Clause]) -> Clause:
    """The newest wording of a clause. A file mended by hand may lead round in a circle; then one of them stands."""
    seen: set[str] = set()
    while clause.id in changed and clause.id not in seen:
        seen.add(clause.id)
        clause = changed[clause.id]
    return clause


def _base(session: Session, spot: Spot) -> tuple[Clause, ...]:
    """What the agreement begins with here: the clauses brought from earlier meetings, else the framework's own."""
    step = session.framework.find(spot.step)
    labels = step.clauses if isinstance(step, AgreementStep) else ()
    if not labels:
        return ()  # a step that asks for no clauses (for the table, the limits) does not go through them again
    if session.brought and session.brought.clauses:
        return session.brought.clauses
    return tuple(Clause(id=label, at=_EPOCH, text=label) for label in labels)


def verdicts(session: Session, spot: Spot, clause: str) -> dict[str | None, Acceptance]:
    """The newest word of each person on a clause."""
    record = session.record(spot)
    entries = record.acceptances if isinstance(record, AgreementRecord) else ()
    return {one.by: one for one in entries if one.clause == clause}


def in_force(session: Session, spot: Spot, now: datetime) -> Agreement:
    """What is agreed now: the clauses that were brought and those of every step used, this spot's included, and all levels."""
    clauses = {one.id: one for one in _still_brought(session)}
    clauses |= {one.id: one for place in _used(session, spot) for one in clauses_at(session, place)}
    # A clause of the framework begins when people agree to it; until then it has no time of its own.
    dated = tuple(one.model_copy(update={"at": now}) if one.at == _EPOCH else one for one in clauses.values())
    return Agreement(clauses=dated, levels=levels_at(session, spot), presets=presets_at(session), agreed=now)


def _still_brought(session: Session) -> Iterator[Clause]:
    """The clauses these people came with, as they are worded now; without those that were struck here."""
    changed = {one.replaces: one for one in _worded(session) if one.replaces and one.gone is None}
    for one in session.brought.clauses if session.brought else ():
        if not (now := _latest(one, changed)).struck:
            yield now


def levels_at(session: Session, spot: Spot) -> dict[str, dict[str, str]]:
    """How far each kind of content goes to each audience: the usual, what was brought, and every change since.

    Where two steps changed the same level, the later change stands.
    """
    levels: dict[str, dict[str, str]] = {}
    for place in _used(session, spot):
        step = session.framework.find(place.step)
        audiences = step.audiences if isinstance(step, AgreementStep) else ()
        levels.update({one: _beginning(session, one) for one in audiences})
    for audience, brought in (session.brought.levels if session.brought else {}).items():
        levels[audience] = dict(brought)
    for change in changes_of(session):
        levels.setdefault(change.audience, {})[change.content] = change.level
    return levels


def presets_at(session: Session) -> dict[str, str]:
    """The usual agreement that was chosen last for each audience, by its name; single levels may differ from it since."""
    named = dict(session.brought.presets) if session.brought else {}
    named |= {one.audience: one.preset for one in changes_of(session) if one.preset is not None}
    return {audience: name for audience, name in named.items() if name}


def changes_of(session: Session) -> list[LevelChange]:
    """Every change of a level in this session, the oldest first."""
    records = [one for one in session.records.values() if isinstance(one, AgreementRecord)]
    return sorted((one for record in records for one in record.changes), key=lambda one: one.at)


def said_by_hand(session: Session, audience: str) -> set[str]:
    """The kinds of content whose level for this audience was changed in this session one by one, and stands so.

    A usual agreement that was chosen since, or going back to what it was, ends that.
    """
    before: dict[str, str] = {}
    for change in changes_of(session):
        if change.audience != audience:
            continue
        if change.preset is not None:
            before.pop(change.content, None)
        elif change.level == before.setdefault(change.content, change.before or "no"):
            del before[change.content]
    return set(before)


def asked_anew(session: Session, spot: Spot) -> str | None:
    """The line manager, where what they may hear was agreed for another coachee only and nobody has said anything to it here."""
    return None if table_said(session, spot) else not_brought(session, spot)


def not_brought(session: Session, spot: Spot) -> str | None:
    """The line manager, where what they may hear came along for another coachee only, whatever was said to it here since."""
    step, brought = session.framework.find(spot.step), session.brought
    if not isinstance(step, AgreementStep) or brought is None or not brought.levels:
        return None
    if any(one.casefold() == LINE_MANAGER for one in brought.levels):
        return None
    return next((one for one in step.audiences if one.casefold() == LINE_MANAGER), None)


def table_said(session: Session, spot: Spot) -> dict[str | None, TableAcceptance]:
    """The newest word of each person on the table."""
    record = session.record(spot)
    return {one.by: one for one in record.tables} if isinstance(record, AgreementRecord) else {}


def still_agreed(word: TableAcceptance, levels: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether somebody's word on the table is a yes to these levels; a yes of before a change is none to what it became."""
    return word.verdict == "accepted" and all(levels.get(one) == row for one, row in word.levels.items())


def _used(session: Session, spot: Spot) -> tuple[Spot, ...]:
    """The spots of every agreement record, and this one."""
    spots = [Spot.parse(key) for key, one in session.records.items() if isinstance(one, AgreementRecord)]
    return tuple(dict.fromkeys((*spots, spot)))


def _beginning(session: Session, audience: str) -> dict[str, str]:
    """Where an audience's column begins at an agreement: a group that agrees with itself was there and heard it all.

    What was said about each other's work in it is asked first. Where nothing is agreed, `usual_levels` holds for a group too.
    """
    if audience.lower() == "group" and session.is_group:
        return {**dict.fromkeys(CONTENTS, "yes"), "feedback": "ask"}
    return usual_levels(audience)


def usual_levels(audience: str) -> dict[str, str]:
    """What an audience usually gets: the coachee has it all, a line manager what peers usually agree, others nothing."""
    if audience.lower() == "coachee":
        return dict.fromkeys(CONTENTS, "yes")
    if audience.lower() == LINE_MANAGER:
        return {**dict.fromkeys(CONTENTS, "no"), "attendance": "yes", "topic": "yes", "actions": "ask"}
    return dict.fromkeys(CONTENTS, "no")
