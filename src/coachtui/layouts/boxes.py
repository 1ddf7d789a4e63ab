"""Boxes: lines with a frame round them, the name in its upper edge. Pure functions; touches nothing."""

from collections.abc import Sequence

from rich.cells import cell_len

from coachtui.layouts.lines import At, Line, Role, Span, filled, line, one_line, wrap
from coachtui.layouts.signs import Corners, Signs
from coachtui.layouts.values import Place

#: Cells that the two sides of a box take, blanks included.
SIDES = 4

#: No box is drawn narrower than this.
NARROWEST = 16


def box(
    name: str,
    inside: Sequence[Line],
    width: int,
    signs: Signs,
    *,
    place: Place,
    here: bool = False,
    strong: bool = False,
) -> list[Line]:
    """The lines in a box of exactly `width` cells. A name too long for the edge stands whole inside."""
    corners = signs.strong if strong else signs.soft
    role: Role = "here" if here else "name"
    means = At(place)
    title = f"> {one_line(name)}" if here else one_line(name)
    room = width - SIDES
    found: list[Line] = []
    if cell_len(title) < room:
        words = wrap(title, room)[0]
        rest = corners.flat * (width - cell_len(words) - 5)
        start = Span(f"{corners.top_left}{corners.flat} ", "edge")
        found.append((start, Span(words, role, means), Span(f" {rest}{corners.top_right}", "edge")))
        body = list(inside)
    else:
        found.append(line(f"{corners.top_left}{corners.flat * (width - 2)}{corners.top_right}", "edge"))
        before, after = ("> ", "  ") if here else ("", "")
        rows = wrap(one_line(name), room - len(before))
        body = [*(line(f"{after if at else before}{row}", role, means) for at, row in enumerate(rows)), *inside]
    found += [_row(one, room, corners, signs) for one in body]
    return [*found, line(f"{corners.bottom_left}{corners.flat * (width - 2)}{corners.bottom_right}", "edge")]


def _row(inside: Line, room: int, corners: Corners, signs: Signs) -> Line:
    edge = corners.upright
    return (Span(f"{edge} ", "edge"), *filled(inside, room, signs), Span(f" {edge}", "edge"))
