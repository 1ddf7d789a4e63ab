"""Ratings: the scale or the table, sums and differences. The drawing itself is in `layouts`; always with the digit."""

from coachtui import layouts
from coachtui.talk.view import RateBody
from coachtui.tui.steps.drawn import Room, act_of, pieces
from coachtui.tui.steps.shared import answers
from coachtui.tui.widgets.lines import Act, Line, Say, Stand

#: More steps than these are typed.
MOST = 21


def draw(body: RateBody, room: Room) -> list[Line]:
    """Every cell in the order it is asked; the one that is asked now is marked, and a click on another goes there."""
    found = pieces(layouts.draw_ratings(ratings(body), room.width, room.signs), lambda means: _act(body, means))
    low, high = body.scale
    said = any(isinstance(one.act, Say) and one.act.place is None for row in found for one in row)
    if said or high - low >= MOST or not any(one.here for one in body.cells):
        return found
    # A picture without the scale in it: a number is given by a click all the same.
    numbers = [(str(number), str(number)) for number in range(low, high + 1)]
    return [*found, *answers(numbers, room.width, between="  ")]


def ratings(body: RateBody) -> layouts.Ratings:
    """What the layouts draw; the key of a cell is its place in the row of cells."""
    return layouts.Ratings(
        cells=tuple(
            layouts.Cell(
                row=one.row,
                column=one.column,
                by=one.by,
                value=one.value,
                was=one.was,
                remark=one.remark,
                here=one.here,
                key=str(number),
            )
            for number, one in enumerate(body.cells)
        ),
        scale=body.scale,
        ends=body.ends,
        look=body.show_as,
        barrier=body.barrier,
        sums=body.sums,
    )


def _act(body: RateBody, means: layouts.Means | None) -> Act | None:
    if isinstance(means, layouts.Of):
        return Stand(body.cells[int(means.id)].place)
    if isinstance(means, layouts.Says) and means.of:
        return Say(means.words, body.cells[int(means.of)].place)
    return act_of(means)
