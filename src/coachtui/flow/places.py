"""The places of a spot: where the entry line stands, one after another. Pure functions; touches nothing.

A place is a column, a row, a cell, a person's turn, a field of an action, a clause. An empty line goes to the next place
not visited yet, and only after the last does it leave the spot. Follow-up questions are places too, once there is an answer.
"""

from collections.abc import Iterable
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
from coachtui.session.records import AgreementRecord, RateRecord, ReviewRecord
from coachtui.session.spot import Place, Spot

#: The nameless place of a spot that has only one.
HERE = Place()
#: Where an agreement is shown again to people who agreed to it before: as a whole, before its parts.
AGAIN = "again"
#: Where the sentences of a short agreement are agreed to all at once, before each of them.
SENTENCES = "sentences"
#: Where the table is told as a whole, before its cells: what the usual reader hears.
TABLE = "table"
#: Where it is told what everybody else hears, before their cells.
OTHERS = "others"


def places(session: Session, past: Past, spot: Spot) -> tuple[Place, ...]:
    """All places of a spot in the order they are visited; never empty."""
    step = session.framework.step(spot.step)
    found = _of(step, session, past, spot)
    follows = tuple(Place(field=f"{FOLLOW}{n}") for n in range(len(step.follow))) if answered(session, spot) else ()
    return (*(found or (HERE,)), *follows)


def waits(session: Session, spot: Spot, place: Place) -> bool:
    """Whether this place of a rating or a review has not been answered yet; other kinds begin at the front."""
    step, record = session.framework.step(spot.step), session.record(spot)
    if isinstance(step, RateStep) and isinstance(record, RateRecord):
        if place.field is not None:
            at_high = place.field == "end:high"
            unnamed = record.ends is None or record.ends[at_high] == str(step.scale[at_high])
            return place.field.startswith("end:") and unnamed
        return not any(
            (one.row, one.column) == (place.row, place.column) and place.by in (None, one.by)
            for one in record.ratings
            if one.gone is None
        )
    if isinstance(step, ReviewStep) and isinstance(record, ReviewRecord):
        return place.field not in [one.action.id for one in record.events if one.gone is None]
    return True


def answered(session: Session, spot: Spot) -> bool:
    """Whether a spot has captured anything beyond remarks."""
    record = session.record(spot)
    if record is None:
        return False
    step = session.framework.find(spot.step)
    if isinstance(step, NotesStep) and notes_at(session, step, spot):
        return True
    if isinstance(record, AgreementRecord) and record.limits_read:
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
    found = tuple(Place(row=one[1], column=one[2], by=one[0]) for one in product(people, down, across))
    if step.start_with is None or found == (HERE,):
        return found
    # What is sorted is asked for once, and not again in each place: only those that ask something themselves are visited.
    asking = {one.id for one in (*rows(session, step), *columns(session, step)) if one.facet and one.facet.ask}
    own = (one for one in found if {one.row, one.column} & asking)
    return (*(Place(by=one) for one in people), *own)


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
    group = session.is_group or "group" in session.framework.people
    return (*further[:1], *(("who",) if group and "who" in further[1:] else ()))


@_of.register
def _of_agreement(step: AgreementStep, session: Session, past: Past, spot: Spot) -> tuple[Place, ...]:
    clauses = tuple(Place(field=one.id) for one in clauses_at(session, spot))
    usual, rest = _cells(readers(session, step)[:1]), _cells(readers(session, step)[1:])
    limits = (Place(field="limits"),) if step.limits else ()
    # Where the sentences, the table and the limits are one short step, each is one question; a no goes through its parts.
    short = len(clauses) > 1 and usual and limits
    sentences = (Place(field=SENTENCES),) if short else ()
    told = (Place(field=TABLE),) if usual else ()
    others = (Place(field=OTHERS),) if rest else ()
    again = (Place(field=AGAIN),) if session.brought is not None and (clauses or usual) else ()
    return (*again, *sentences, *clauses, *told, *usual, *others, *rest, *limits)


def _cells(audiences: Iterable[str]) -> tuple[Place, ...]:
    return tuple(Place(row=content, column=audience) for audience, content in product(audiences, CONTENTS))


def heard_by(session: Session, step: AgreementStep) -> tuple[str, ...]:
    """The audiences of an agreement that these people have: two people have no group of their own."""
    return tuple(one for one in step.audiences if session.is_group or one.lower() != "group")


def readers(session: Session, step: AgreementStep) -> tuple[str, ...]:
    """Those of them that are asked about, the line manager first.

    The coachee is none: they may have all of it unless they say otherwise.
    """
    own = ("coachee", session.framework.coachee.lower())
    found = [one for one in heard_by(session, step) if one.lower() not in own]
    return tuple(sorted(found, key=lambda one: one.lower() != "line manager"))


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
