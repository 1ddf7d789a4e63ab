"""Columns side by side. Pure functions; touches nothing."""

from coachtui.layouts.grid import as_grid
from coachtui.layouts.lines import EMPTY, Line, beside, shares
from coachtui.layouts.notes import NARROWEST, entries, heading, loose, stacked
from coachtui.layouts.signs import Signs
from coachtui.layouts.values import Picture

GAP = 2


def as_columns(picture: Picture, width: int, signs: Signs) -> list[Line]:
    """Columns side by side where each has room, else below one another. With rows as well: a table."""
    if not picture.columns:
        return stacked(picture, width, signs)
    if picture.rows:
        return as_grid(picture, width, signs)
    widths = shares(width, len(picture.columns), GAP)
    if widths[-1] < NARROWEST:
        return stacked(picture, width, signs)
    blocks = [
        [
            *heading(one.name, ("", one.key), each, here=picture.stands(column=one.key)),
            *entries(picture.at(column=one.key), each, signs),
        ]
        for one, each in zip(picture.columns, widths, strict=True)
    ]
    before = loose(picture, width, signs)
    return [*before, *([EMPTY] if before else []), *beside(blocks, widths, signs, GAP)]
