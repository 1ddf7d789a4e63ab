"""From a session to what a layout is given. Pure functions over session and framework; touches nothing.

What is drawn is what the session says, wherever a note stands now: a board is the union of its steps, a note to be
lifted stands where it stood and says so, what stood in a dropped row stands nowhere in particular. Dropped notes are never
here.
"""

from collections.abc import Callable, Container, Iterable, Mapping

from coachtui.framework.models import Board
from coachtui.framework.steps import NotesStep, RateStep
from coachtui.layouts.values import Cell, Heading, Note, Picture, Place, Ratings
from coachtui.session.boards import (
    Line,
    Placed,
    canvas,
    columns,
    lines,
    notes_at,
    notes_on,
    rate_rows,
    rows,
    steps_on,
    to_lift,
)
from coachtui.session.lookups import live
from coachtui.session.models import Session
from coachtui.session.records import RateRecord
from coachtui.session.spot import Spot
from coachtui.session.things import Note as SessionNote
from coachtui.session.things import Rating

#: Whether a thing may be shown: everything, unless the caller says otherwise (a shared view, an export).
Wanted = Callable[[Placed], bool]

#: Where a rating stood before: by the id of its row and of its column, and by whom, each empty where there is none.
Before = Mapping[tuple[str, str, str], float]


def picture(
    session: Session,
    step: NotesStep,
    spot: Spot,
    *,
    numbers: Mapping[str, int] | None = None,
    here: Place | None = None,
    wanted: Wanted | None = None,
    free: Container[str] = (),
) -> Picture:
    """The canvas of a `notes` step as it stands now: the whole board where it fills one, else what this spot shows.

    Args:
        session: what was said.
        step: the step that is asked or read.
        spot: where it is asked; in a round, for whom.
        numbers: what each note is called by in commands, by its id; without it, notes have no numbers.
        here: the row and column of the entry line, empty where it is in none.
        wanted: leaves out what may not be shown; without it, everything is drawn.
        free: the ids of notes that say that they may be shared; without it, none does.
    """
    placed = notes_at(session, step, spot)
    if step.board is not None:
        mine = {one.thing.id for one in placed}
        placed = (*(one for one in notes_on(session, step.board) if one.thing.id not in mine), *placed)
        placed = tuple(sorted(placed, key=lambda one: one.thing.at))
    return picture_of(session, step, [one for one in placed if wanted is None or wanted(one)], numbers, here, free=free)


def board_picture(session: Session, board: str, *, wanted: Wanted | None = None) -> Picture | None:
    """A whole board, as a finished sheet shows it; None where no step fills it."""
    steps = steps_on(session, board)
    if not steps:
        return None
    return picture_of(session, steps[0], [one for one in notes_on(session, board) if wanted is None or wanted(one)])


def picture_of(
    session: Session,
    step: NotesStep,
    placed: Iterable[Placed],
    numbers: Mapping[str, int] | None = None,
    here: Place | None = None,
    *,
    free: Container[str] = (),
) -> Picture:
    """These notes on the canvas of this step."""
    on = canvas(session, step)
    return Picture(
        layout=on.layout,
        notes=tuple(_note(session, one, on.types, numbers or {}, free) for one in placed),
        rows=_headings(rows(session, step)),
        columns=_headings(columns(session, step)),
        centre=(on.centre or "") if isinstance(on, Board) else "",
        here=here,
    )


def _headings(found: Iterable[Line]) -> tuple[Heading, ...]:
    return tuple(Heading(one.id, one.name) for one in found)


def _note(
    session: Session, placed: Placed, types: tuple[str, ...], numbers: Mapping[str, int], free: Container[str]
) -> Note:
    thing = placed.thing
    return Note(
        text=thing.text,
        row=placed.row or "",
        column=placed.column or "",
        id=thing.id,
        parent=(thing.parent or "") if isinstance(thing, SessionNote) else "",
        number=numbers.get(thing.id),
        marks=_marks(session, placed, free),
        second=placed.type in types[1:],
    )


def _marks(session: Session, placed: Placed, free: Container[str]) -> tuple[str, ...]:
    """Tag, type, whose words they are where not the coachee's, what was said about showing it where that says more than
    the agreement does, and the row it is to be lifted to.
    """
    who, coachee = session.person(placed.thing.by or ""), session.coachee
    by = who.name if who is not None and coachee is not None and who.id != coachee.id else ""
    shareable = "may be shared" if placed.thing.id in free else ""
    mark = {"private": "private", "shareable": shareable}.get(placed.thing.mark or "", "")
    above = to_lift(session, placed)
    return tuple(one for one in (placed.tag, placed.type, by, mark, f"to lift to {above}" if above else "") if one)


def ratings(
    session: Session, step: RateStep, spot: Spot, *, before: Before | None = None, here: Place | None = None
) -> Ratings:
    """The numbers of a `rate` step, person by person, row by row; where everyone answers apart, for each of them.

    Args:
        session: what was said.
        step: the step that is asked or read.
        spot: where it is asked.
        before: the numbers to be shown beside, such as those of last time.
        here: the row and column of the entry line.
    """
    record = session.record(spot)
    given = list(live(record.ratings)) if isinstance(record, RateRecord) else []
    people = [(one.id, one.name) for one in session.people] if step.each == "person" else [("", "")]
    down = [(one.id, one.name) for one in rate_rows(session, step, spot)] or [("", "")]
    across = [(one.id, one.name) for one in lines(session, step.columns)] or [("", "")]
    cells = []
    for who, row, column in ((w, r, c) for w in people for r in down for c in across):
        rating = _given(given, row[0], column[0], who[0])
        cells.append(
            Cell(
                row=row[1],
                column=column[1],
                by=who[1],
                value=rating.value if rating else None,
                was=(before or {}).get((row[0], column[0], who[0])),
                remark=rating.remark if rating else "",
                here=here == (row[0], column[0]),
                key=rating.id if rating else "",
            )
        )
    named = record.ends if isinstance(record, RateRecord) else None
    return Ratings(
        cells=tuple(cells),
        scale=step.scale,
        ends=named or (step.ends if isinstance(step.ends, tuple) else None),
        look=step.show_as,
        barrier=_barrier(step, given, down),
    )


def _given(given: Iterable[Rating], row: str, column: str, by: str) -> Rating | None:
    at = (row, column)
    return next((one for one in given if (one.row or "", one.column or "") == at and by in ("", one.by)), None)


def _barrier(step: RateStep, given: Iterable[Rating], down: Iterable[tuple[str, str]]) -> str:
    if step.barrier is None:
        return ""
    low = {one.row or "" for one in given if one.value <= step.barrier}
    return next((name for key, name in down if key in low), "")
