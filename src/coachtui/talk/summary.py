"""Earlier steps shown beside a question, as a title and plain lines. Pure; touches nothing."""

from functools import singledispatch

from coachtui.flow.asking import filled
from coachtui.framework.base import Source
from coachtui.framework.steps import BaseStep, NotesStep, RateStep
from coachtui.session.boards import Placed, items, line_name, notes_of_step, notes_on
from coachtui.session.models import Session
from coachtui.session.records import RateRecord
from coachtui.session.spot import Spot
from coachtui.talk.moment import Moment
from coachtui.talk.view import Shown


def shown_beside(at: Moment) -> tuple[Shown, ...]:
    """What the step asks to have beside it: earlier steps or boards, those left empty skipped."""
    found: list[Shown] = []
    for name in at.step.show:
        board = at.session.framework.board(name)
        step = at.session.framework.find(name)
        if board is not None:
            lines = tuple(_note(at.session, one) for one in notes_on(at.session, board.id))
            found.append(Shown(board.title or board.id, lines))
        elif step is not None:
            title = filled(at.session, Spot(step.id), step.title or step.id)
            found.append(Shown(title, lines_of(step, at.session)))
    return tuple(one for one in found if one.lines)


@singledispatch
def lines_of(step: BaseStep, session: Session) -> tuple[str, ...]:
    """What a step has captured, a line a thing."""
    texts = (one.text for one in items(session, Source(step=step.id)))
    return tuple(line for text in texts for line in text.split("\n"))


@lines_of.register
def _notes(step: NotesStep, session: Session) -> tuple[str, ...]:
    return tuple(_note(session, one) for one in notes_of_step(session, step))


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
    return f"{where}: {one.thing.text}" if where else one.thing.text
