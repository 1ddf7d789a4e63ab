"""The one table that says how each kind of body is drawn."""

from collections.abc import Callable, Mapping
from typing import Any

from coachtui.layouts import USUAL, Signs
from coachtui.talk import view
from coachtui.tui.steps import actions, agreement, choose, guide, link, notes, rate, review, text
from coachtui.tui.steps.drawn import COMFORTABLE, Room
from coachtui.tui.widgets.lines import Line

#: Draws one kind of body. `Any`: each takes its own kind.
Draw = Callable[[Any, Room], list[Line]]


def _in_width(how: Callable[[Any, int], list[Line]]) -> Draw:
    """What needs no more than a width to be drawn, and is read in lines."""
    return lambda body, room: how(body, min(room.width, COMFORTABLE))


#: From the type of a body to the function that draws it.
DRAWINGS: Mapping[type[view.Body], Draw] = {
    view.GuideBody: _in_width(guide.draw),
    view.TextBody: _in_width(text.draw),
    view.NotesBody: notes.draw,
    view.ChooseBody: _in_width(choose.draw),
    view.RateBody: rate.draw,
    view.LinkBody: link.draw,
    view.ActionsBody: _in_width(actions.draw),
    view.AgreementBody: _in_width(agreement.draw),
    view.ReviewBody: _in_width(review.draw),
}


def draw(body: view.Body, width: int, signs: Signs = USUAL, height: int | None = None) -> list[Line]:
    """The lines of a body in so many cells; a picture that is taller than `height` is folded."""
    return DRAWINGS[type(body)](body, Room(max(8, width), height, signs))


def is_drawn(body: view.Body) -> bool:
    """Whether this is a drawing that is looked at as a whole, and no list."""
    return isinstance(body, view.NotesBody) and body.picture.layout not in notes.READ


def in_sight(body: view.Body, lines: list[Line]) -> int | None:
    """The line that has to stay in sight where not all fit: where the entry line stands. None: the last one."""
    if isinstance(body, view.NotesBody):
        newest = notes.newest(body)
        if newest is not None:
            return notes.line_of(lines, newest)
        if body.asked or body.picture.here is None:
            return None
    if isinstance(body, view.AgreementBody) and (body.again or body.told):
        return 0
    return next((at for at, one in enumerate(lines) if any(piece.look == "here" for piece in one)), None)
