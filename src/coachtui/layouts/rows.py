"""Rows: one band below the other, the highest first; with columns as well, a table. Pure functions; touches nothing."""

from coachtui.layouts.grid import as_grid
from coachtui.layouts.lines import EMPTY, Line, indented, line
from coachtui.layouts.notes import NARROWEST, entries, heading, loose
from coachtui.layouts.signs import Signs
from coachtui.layouts.values import Picture


def as_rows(picture: Picture, width: int, signs: Signs) -> list[Line]:
    """Each row with its notes under its name; an empty row says so, since an empty one is an answer too."""
    if picture.columns or not picture.rows:
        return as_grid(picture, width, signs)
    found = loose(picture, width, signs)
    step = 2 if width >= NARROWEST else 0
    for row in picture.rows:
        notes = picture.at(row.key)
        found += [EMPTY] if found else []
        found += heading(row.name, (row.key, ""), width, here=picture.stands(row.key))
        found += indented(entries(notes, width - step, signs) or [line(signs.none, "quiet")], step)
    return found
