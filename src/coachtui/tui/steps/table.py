"""The one table that says how each kind of body is drawn."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from coachtui.talk import view
from coachtui.tui.steps import actions, agreement, choose, guide, link, notes, rate, review, text
from coachtui.tui.widgets.lines import Line, Stand

#: From the type of a body to the function that draws it in a width. `Any`: each takes its own kind of body.
DRAWINGS: Mapping[type[view.Body], Callable[[Any, int], list[Line]]] = {
    view.GuideBody: guide.draw,
    view.TextBody: text.draw,
    view.NotesBody: notes.draw,
    view.ChooseBody: choose.draw,
    view.RateBody: rate.draw,
    view.LinkBody: link.draw,
    view.ActionsBody: actions.draw,
    view.AgreementBody: agreement.draw,
    view.ReviewBody: review.draw,
}


def draw(body: view.Body, width: int) -> list[Line]:
    """The lines of a body in so many cells."""
    return DRAWINGS[type(body)](body, max(8, width))


def in_sight(body: view.Body, lines: Sequence[Line]) -> int | None:
    """The line that has to stay in sight where not all fit: where the entry line stands. None: the last one."""
    here = next((at for at, one in enumerate(lines) if any(piece.look == "here" for piece in one)), None)
    if here is None or not isinstance(body, view.NotesBody):
        return here
    # Groups below one another: the end of this group, where the next note will stand. Side by side: simply the end.
    if len(lines[here]) > 1:
        return None
    after = range(here + 1, len(lines))
    return next((at - 1 for at in after if lines[at] and isinstance(lines[at][0].act, Stand)), None)
