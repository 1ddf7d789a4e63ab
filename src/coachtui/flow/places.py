"""The places of a spot: where the entry line stands, one after another. Pure functions; touches nothing.

A place is a column, a row, a cell, a person's turn, a field of an action, a clause. An empty line goes to the next place
not visited yet, and only after the last does it leave the spot. Follow-up questions are places too, once there is an answer.
"""

from functools import singledispatch
from itertools import product

from coachtui.flow.asking import FOLLOW
from coachtui.flow.past import OpenAction, Past
from coachtui.framework.steps import (
    CONTENTS,
    ActionsStep,
    AgreementStep,
    BaseStep,
    NotesStep,
    RateStep,
    ReviewStep,
)
from coachtui.session.boards import columns, fixed_column, fixed_row, lines, notes_at, rate_rows, rows
from coachtui.session.clauses import clauses_at
from coachtui.session.lookups import live
from coachtui.session.models import Session
from coachtui.session.records import ReviewRecord
from coachtui.session.spot import Place, Spot

#: The nameless place of a spot that has only one.
HERE = Place()
#: Where an agreement is shown again to people who agreed to it before: as a whole, before its parts.
AGAIN = "again"
#: Where the table of a short agreement is told in a sentence, before its cells.
TABLE = "table"


def places(session: Session, past: Past, spot: Spot) -> tuple[Place, ...]:
    """All places of a spot in the order they are visited; never empty."""
    step = session.framework.step(spot.step)
    found = _of(step, session, past, spot)
    follows = tuple(Place(field=f"{FOLLOW}{n}") for n in range(len(step.follow))) if answered(session, spot) else ()
    return (*(found or (HERE,)), *follows)


def answered(session: Session, spot: Spot) -> bool:
    """Whether a spot has captured anything beyond remarks."""
    record = session.record(spot)
    if record is None:
        return False
    step = session.framework.find(spot.step)
    if isinstance(step, NotesStep) and notes_at(session, step, spot):
        return True
    return any(True for name, things in record.lists() if name != "remarks" for _ in live(things))


def turns(session: Session, step: BaseStep, spot: Spot) -> tuple[str | None, ...]:
    """Whose turns a spot has: one person's in a round over people, everyone's where all answer apart, else nobody's."""
    round_ = session.framework.round_of(step.id)
    if round_ is not None and round_.for_each == "people" and session.person(spot.item) is not None:
        return (spot.item,)
    if step.each == "person" and session.people:
        return tuple(one.id for one in session.people)
    return (None,)


@singledispatch
def _of(step: BaseStep, session: Session, past: Past, spot: Spot) -> tuple[Place, ...]:
    """The places of a kind of step; most have one for each person whose turn it is."""
    return tuple(Place(by=one) for one in turns(session, step, spot))


@_of.register
def _of_notes(step: NotesStep, session: Session, past: Past, spot: Spot) -> tuple[Place, ...]:
    row, column = fixed_row(session, step, spot), fixed_column(session, step, spot)
    down: tuple[str | None, ...] = (row,) if row else tuple(one.id for one in rows(session, step)) or (None,)
    across: tuple[str | None, ...] = (column,) if column else tuple(one.id for one in columns(session, step)) or (None,)
    people = turns(session, step, spot)
    return tuple(Place(row=one[1], column=one[2], by=one[0]) for one in product(people, down, across))


@_of.register
def _of_rate(step: RateStep, session: Session, past: Past, spot: Spot) -> tuple[Place, ...]:
    ends = (Place(field="end:low"), Place(field="end:high")) if step.ends == "ask" else ()
    down: tuple[str | None, ...] = tuple(one.id for one in rate_rows(session, step, spot)) or (None,)
    across: tuple[str | None, ...] = tuple(one.id for one in lines(session, step.columns)) or (None,)
    cells = product(turns(session, step, spot), down, across)
    return (*ends, *(Place(row=one[1], column=one[2], by=one[0]) for one in cells))


@_of.register
def _of_actions(step: ActionsStep, session: Session, past: Past, spot: Spot) -> tuple[Place, ...]:
    return (Place(field="what"),)


def action_fields(session: Session, step: ActionsStep) -> tuple[str, ...]:
    """The fields that are asked for each action after what it is: the first one; and in a group, whose it is."""
    further = tuple(one for one in step.fields if one != "what")
    group = len(session.people) > 2 or "group" in session.framework.people
    return (*further[:1], *(("who",) if group and "who" in further[1:] else ()))


@_of.register
def _of_agreement(step: AgreementStep, session: Session, past: Past, spot: Spot) -> tuple[Place, ...]:
    clauses = tuple(Place(field=one.id) for one in clauses_at(session, spot))
    # The coachee's own column is not walked through: they may have all of it unless they say otherwise.
    others = [
        one for one in heard_by(session, step) if one.lower() not in ("coachee", session.framework.coachee.lower())
    ]
    cells = tuple(Place(row=content, column=audience) for audience, content in product(others, CONTENTS))
    limits = (Place(field="limits"),) if step.limits else ()
    # Where the sentences, the table and the limits are one short step, the table is first told as a whole.
    told = (Place(field=TABLE),) if clauses and cells and limits else ()
    found = (*clauses, *told, *cells, *limits)
    again = (Place(field=AGAIN),) if session.brought is not None and (clauses or cells) else ()
    return (*again, *found)


def heard_by(session: Session, step: AgreementStep) -> tuple[str, ...]:
    """The audiences of an agreement that these people have: two people have no group of their own."""
    two = len(session.people) <= 2
    return tuple(one for one in step.audiences if not (two and one.lower() == "group"))


@_of.register
def _of_review(step: ReviewStep, session: Session, past: Past, spot: Spot) -> tuple[Place, ...]:
    return tuple(Place(field=one.ref.id) for one in reviewed(session, past, step))


def reviewed(session: Session, past: Past, step: ReviewStep) -> tuple[OpenAction, ...]:
    """The earlier actions a review goes through: those of the last session; or all that are open, of the newest one first.

    What was promised in private comes up only where the review is private as well.
    """
    told = _told_before(session, step)
    seen = tuple(one for one in past.open_actions if (step.private or not one.private) and one.ref.id not in told)
    if step.sessions == "all" or past.last is None:
        newest = {one.id: -number for number, one in enumerate(past.sessions)}
        return tuple(sorted(seen, key=lambda one: newest.get(one.ref.session, 0)))
    followed = session.follows or past.last.id
    return tuple(one for one in seen if one.ref.session == followed)


def _told_before(session: Session, step: ReviewStep) -> set[str]:
    """What has been told at an earlier review of this conversation: nobody is asked the same twice on one day."""
    told: set[str] = set()
    for other in session.framework.steps:
        if other.id == step.id:
            break
        for _, record in session.records_of(other.id):
            if isinstance(record, ReviewRecord):
                told |= {one.action.id for one in record.events if one.gone is None}
    return told
