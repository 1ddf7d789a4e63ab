"""Where inside a step something has changed: what undo and redo look at next. Pure functions; touches nothing."""

from dataclasses import dataclass
from typing import TypeVar

from coachtui.flow.places import SENTENCES, TABLE
from coachtui.framework.steps import AgreementStep
from coachtui.session.clauses import clauses_at
from coachtui.session.editor import brief
from coachtui.session.lookups import all_things, live
from coachtui.session.models import Session
from coachtui.session.records import ActionsRecord, AgreementRecord
from coachtui.session.spot import Place, Spot
from coachtui.session.things import Clause, Note, Passage
from coachtui.talk.at_agreement import row_of

_T = TypeVar("_T")


def changed_place(before: Session, after: Session, spot: Spot) -> Place | None:
    """The place of what differs between two states at a spot: a clause, a cell of the table, a note's column and row.

    None where it has no place of its own.
    """
    then, now = before.record(spot), after.record(spot)
    if isinstance(then, AgreementRecord) or isinstance(now, AgreementRecord):
        return _in_agreement(before, after, spot)
    things = {} if then is None else {one.id: one for one in then.things()}
    others = {} if now is None else {one.id: one for one in now.things()}
    for one in (*others.values(), *things.values()):
        if things.get(one.id) != others.get(one.id) and isinstance(one, Note):
            return Place(row=one.row, column=one.column)
    return None


def emptied_field(before: Session, after: Session, spot: Spot) -> tuple[str, str] | None:
    """The promise at a spot that has lost what was said of it, and what: its id, and the name of the field."""
    then, now = before.record(spot), after.record(spot)
    if not isinstance(then, ActionsRecord) or not isinstance(now, ActionsRecord):
        return None
    had = {one.id: one.fields for one in then.actions if one.gone is None}
    stands = [one for one in now.actions if one.gone is None and one.id in had]
    lost = ((one.id, name) for one in stands for name in had[one.id] if name not in one.fields)
    return next(lost, None)


@dataclass(frozen=True, slots=True)
class Change:
    """What came and what went between two states, in quotation marks; `count` is how many things more stand now."""

    came: str
    went: str
    count: int


def came_and_went(before: Session, after: Session, spot: Spot) -> Change:
    """What words came and went, as a person sees it: what was struck or dropped is not there, what was reworded is new."""
    then, now = _words(before, spot), _words(after, spot)
    agreed = isinstance(after.framework.find(spot.step), AgreementStep)  # there, taking back adds an entry
    came = [words for one, words in now.items() if then.get(one) != words]
    went = [words for one, words in then.items() if now.get(one) != words]
    return Change(_quoted(came), _quoted(went), 0 if agreed else _standing(after) - _standing(before))


def _words(session: Session, spot: Spot) -> dict[str, str]:
    """Everything that stands and has words, by its id; of an agreement, the clauses that are in force at this spot."""
    found = {
        one.id: one.text
        for _, one in all_things(session)
        if isinstance(one, Passage) and not isinstance(one, Clause) and one.gone is None and one.text
    }
    found |= {one.id: one.text for one in live(session.parked)}
    step = session.framework.find(spot.step)
    if isinstance(step, AgreementStep):
        found |= {one.id: one.text for one in clauses_at(session, spot)}
    return found


def _quoted(words: list[str]) -> str:
    named = [f'"{brief(one)}"' for one in words[:2]]
    return " and ".join(named) + (f" and {len(words) - 2} more" if len(words) > 2 else "")


def _standing(session: Session) -> int:
    return sum(1 for _, one in all_things(session) if one.gone is None)


def _in_agreement(before: Session, after: Session, spot: Spot) -> Place | None:
    """The clause whose words or verdicts differ, the row of the table, the table, or what a remark was made about.

    None where it has no place: then nobody has to be led away from where they are.
    """
    was, now = _record(before, spot), _record(after, spot)
    old, new = {one.id: one for one in clauses_at(before, spot)}, {one.id: one for one in clauses_at(after, spot)}
    stands = [one for one in new if one not in old]
    judged = [one.clause for one in _differing(was.acceptances, now.acceptances)]
    clauses = list(dict.fromkeys(one for one in (*stands, *judged) if one in new))
    if clauses:
        return Place(field=clauses[0] if stands or len(clauses) == 1 else SENTENCES)
    cells = _differing(was.changes, now.changes)
    if cells:
        alone = len(cells) == 1 and not cells[0].preset
        return Place(row=cells[0].content, column=cells[0].audience) if alone else Place(field=TABLE)
    said = _differing(was.remarks, now.remarks)
    step = after.framework.find(spot.step)
    row = row_of(after, step, said[0].to) if said and isinstance(step, AgreementStep) else None
    if row is not None:
        return row
    return Place(field=TABLE) if was.tables != now.tables else None


def _differing(was: tuple[_T, ...], now: tuple[_T, ...]) -> list[_T]:
    """What stands in one of two lists and not in the other, the newer list's first."""
    return [*(one for one in now if one not in was), *(one for one in was if one not in now)]


def _record(session: Session, spot: Spot) -> AgreementRecord:
    found = session.record(spot)
    return found if isinstance(found, AgreementRecord) else AgreementRecord()
