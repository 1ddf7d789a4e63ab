"""Earlier steps shown beside a question, as a title and plain lines. Pure; touches nothing."""

from collections.abc import Iterable, Iterator
from functools import singledispatch

from coachtui.framework.base import Source
from coachtui.framework.steps import BaseStep, NotesStep, RateStep, ReviewStep
from coachtui.layouts import Picture, Ratings
from coachtui.layouts.from_session import board_picture, picture, ratings
from coachtui.session.boards import Placed, columns, items, line_name, notes_of_step, notes_on, rows, steps_on, to_lift
from coachtui.session.models import Session
from coachtui.session.records import RateRecord
from coachtui.session.spot import Spot
from coachtui.session.wording import filled
from coachtui.talk.dates import spoken, spoken_if_day
from coachtui.talk.moment import Moment
from coachtui.talk.view import Shown


def shown_beside(at: Moment) -> tuple[Shown, ...]:
    """What the step asks to have beside it: earlier steps or boards, those left empty skipped."""
    last = at.past.last if isinstance(at.step, ReviewStep) else None
    found = [
        one
        for name in at.step.show
        for one in (*(_shown(last, name, since=True) if last else ()), *_shown(at.session, name))
    ]
    return tuple(one for one in found if one.lines)


def _shown(session: Session, name: str, *, since: bool = False) -> Iterator[Shown]:
    """What a session holds of a step or board of this name; nothing where its framework knows none."""
    board, step = session.framework.board(name), session.framework.find(name)
    day = spoken(session.started.date()) if since and session.started else ""
    if board is not None:
        found = [one for one in notes_on(session, board.id) if not _private(session, one)]
        filling = steps_on(session, board.id)
        shown = _in_order(session, filling[0], found) if filling else found
        lines = tuple(_note(session, one) for one in shown)
        drawn = board_picture(session, board.id, wanted=lambda one: not _private(session, one))
        yield Shown(board.title or board.id, lines, day, drawn)
    elif step is not None:
        title = filled(session, Spot(step.id), step.title or step.id)
        yield Shown(title, lines_of(step, session), day, picture_of(step, session))


def _private(session: Session, one: Placed) -> bool:
    """What a private step put on a board stays with that step."""
    home = session.framework.find(one.home.step) if one.home is not None else None
    return home is not None and home.private


@singledispatch
def picture_of(step: BaseStep, session: Session) -> Picture | Ratings | None:
    """What a step has captured as a picture; None where its lines say as much."""
    return None


@picture_of.register
def _picture_of_notes(step: NotesStep, session: Session) -> Picture | None:
    spots = [spot for spot, _ in session.records_of(step.id)]
    if len(spots) != 1 or not (rows(session, step) or columns(session, step)):
        return None
    return picture(session, step, spots[0])


@picture_of.register
def _picture_of_rate(step: RateStep, session: Session) -> Ratings | None:
    spots = [spot for spot, _ in session.records_of(step.id)]
    return ratings(session, step, spots[0]) if len(spots) == 1 else None


@singledispatch
def lines_of(step: BaseStep, session: Session) -> tuple[str, ...]:
    """What a step has captured, a line a thing."""
    texts = (spoken_if_day(one.text) for one in items(session, Source(step=step.id)))
    return tuple(line for text in texts for line in text.split("\n"))


@lines_of.register
def _notes(step: NotesStep, session: Session) -> tuple[str, ...]:
    return tuple(_note(session, one) for one in _in_order(session, step, notes_of_step(session, step)))


def _in_order(session: Session, step: NotesStep, placed: Iterable[Placed]) -> list[Placed]:
    """Notes are told row by row and column by column, those without a place last."""
    order = [one.id for one in (*rows(session, step), *columns(session, step))]
    return sorted(placed, key=lambda one: [_rank(order, one.row), _rank(order, one.column)])


def _rank(order: list[str], line: str | None) -> int:
    return order.index(line) if line in order else len(order)


@lines_of.register
def _rate(step: RateStep, session: Session) -> tuple[str, ...]:
    lines: list[str] = []
    for _, record in session.records_of(step.id):
        if isinstance(record, RateRecord):
            for one in record.ratings:
                if one.gone is None:
                    name = " / ".join(line_name(session, part) for part in (one.row, one.column) if part)
                    lines.append(f"{name}: {one.value:g}" if name else f"{one.value:g}")
    return tuple(lines)


def _note(session: Session, one: Placed) -> str:
    where = " / ".join(line_name(session, part) for part in (one.row, one.column) if part)
    above = to_lift(session, one)
    marks = [mark for mark in (one.tag, f"to lift to {above}" if above else "") if mark]
    words = f"{one.thing.text} ({', '.join(marks)})" if marks else one.thing.text
    return f"{where}: {words}" if where else words
