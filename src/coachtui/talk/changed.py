"""Where inside a step something has changed: what undo and redo look at next. Pure functions; touches nothing."""

from coachtui.session.clauses import clauses_at
from coachtui.session.models import Session
from coachtui.session.records import AgreementRecord
from coachtui.session.spot import Place, Spot
from coachtui.session.things import Note


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


def _in_agreement(before: Session, after: Session, spot: Spot) -> Place | None:
    """The clause whose words or verdicts differ, else the cell of the table that does."""
    was, now = _record(before, spot), _record(after, spot)
    old, new = {one.id: one for one in clauses_at(before, spot)}, {one.id: one for one in clauses_at(after, spot)}
    stands = [one for one in new if one not in old]
    judged = [one.clause for one in now.acceptances if one not in was.acceptances]
    judged += [one.clause for one in was.acceptances if one not in now.acceptances]
    clause = next((one for one in (*stands, *judged) if one in new), None)
    if clause is not None:
        return Place(field=clause)
    cells = [one for one in (*now.changes, *was.changes) if one not in now.changes or one not in was.changes]
    return Place(row=cells[0].content, column=cells[0].audience) if cells else None


def _record(session: Session, spot: Spot) -> AgreementRecord:
    found = session.record(spot)
    return found if isinstance(found, AgreementRecord) else AgreementRecord()
