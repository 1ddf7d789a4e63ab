"""Notes: a list, true columns where the width allows, a grid row by row; else groups one below the other."""

from collections.abc import Sequence

from coachtui.talk.view import Group, NotesBody
from coachtui.tui.steps.shared import entries, heading, quiet
from coachtui.tui.widgets.lines import EMPTY, Line, Piece, beside, fit

#: A column narrower than this breaks sentences into single words; then groups stand below one another.
NARROWEST = 20
GAP = 2


def draw(body: NotesBody, width: int) -> list[Line]:
    """The notes by group, what is asked about the newest, and parked ideas that could be drawn in."""
    found = _parked(body, width) + _groups(body, width)
    return [*found, *quiet(body.asked, width)] if body.asked else found


def _parked(body: NotesBody, width: int) -> list[Line]:
    if not body.parked:
        return []
    return [*quiet("Parked earlier · /take N draws one in", width), *entries(body.parked, width), EMPTY]


def _groups(body: NotesBody, width: int) -> list[Line]:
    groups = body.groups
    if len(groups) == 1 and not groups[0].name:
        return entries(groups[0].entries, width)
    across = len(body.columns)
    if body.rows and across > 1 and len(groups) == across * len(body.rows):
        return _grid(body, width)
    if body.layout == "columns" and _fits(len(groups), width):
        return _side_by_side(groups, width)
    return _stacked(groups, width)


def _fits(columns: int, width: int) -> bool:
    return columns > 0 and (width - GAP * (columns - 1)) // columns >= NARROWEST


def _side_by_side(groups: Sequence[Group], width: int) -> list[Line]:
    each = (width - GAP * (len(groups) - 1)) // len(groups)
    blocks = [[heading(group, each), *entries(group.entries, each)] for group in groups]
    return beside(blocks, [each] * len(groups), GAP)


def _stacked(groups: Sequence[Group], width: int) -> list[Line]:
    found: list[Line] = []
    for group in groups:
        found += [heading(group, width), *entries(group.entries, width)]
    return found


def _grid(body: NotesBody, width: int) -> list[Line]:
    across = len(body.columns)
    found: list[Line] = []
    for number, name in enumerate(body.rows):
        row = body.groups[number * across : (number + 1) * across]
        found.append((Piece(fit(name, width), "strong"),))
        named = [_in_column(group, column) for group, column in zip(row, body.columns, strict=True)]
        found += _side_by_side(named, width) if _fits(across, width) else _stacked(named, width)
    return found


def _in_column(group: Group, column: str) -> Group:
    """A cell of a grid, headed by its column alone: its row stands above."""
    return Group(column, group.entries, group.place, group.here, group.visited)
