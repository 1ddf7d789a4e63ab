"""Rings: boxes inside one another, the nearest inmost and first; labelled bands where there is no room for that.

Pure functions; touches nothing.
"""

from coachtui.layouts.boxes import SIDES, box
from coachtui.layouts.lines import EMPTY, Line
from coachtui.layouts.notes import entries, heading, loose, stacked
from coachtui.layouts.signs import Signs
from coachtui.layouts.values import Heading, Picture

#: The narrowest the inmost ring may be.
NARROWEST = 30


def as_rings(picture: Picture, width: int, signs: Signs) -> list[Line]:
    """Each ring holds the ones nearer than itself, and its own notes below them."""
    if not picture.columns or width - SIDES * (len(picture.columns) - 1) < NARROWEST:
        return _bands(picture, width, signs)
    inside: list[Line] = []
    for number, ring in enumerate(picture.columns):
        wide = width - SIDES * (len(picture.columns) - 1 - number)
        inside = [*inside, *_held(picture, ring, wide - SIDES, signs)]
        here = picture.stands(column=ring.key)
        inside = box(ring.name, inside, wide, signs, place=("", ring.key), here=here, strong=number == 0)
    before = loose(_by_ring(picture), width, signs)
    return [*before, *([EMPTY] if before else []), *inside]


def _by_ring(picture: Picture) -> Picture:
    """The same, seen by ring alone: what has no ring is loose, whatever its segment."""
    return Picture(picture.layout, picture.notes, (), picture.columns, here=picture.here)


def _held(picture: Picture, ring: Heading, width: int, signs: Signs) -> list[Line]:
    """The notes of one ring, by segment where there are segments."""
    rows = {one.key for one in picture.rows}
    found = entries((one for one in picture.at(column=ring.key) if one.row not in rows), width, signs)
    for row in picture.rows:
        notes, here = picture.at(row.key, ring.key), picture.stands(row.key, ring.key)
        if notes or here:
            found += [*heading(row.name, (row.key, ring.key), width, here=here), *entries(notes, width, signs)]
    return found


def _bands(picture: Picture, width: int, signs: Signs) -> list[Line]:
    """The rings below one another, the nearest first."""
    if not picture.columns:
        return stacked(picture, width, signs)
    found = loose(_by_ring(picture), width, signs)
    for ring in picture.columns:
        found += heading(ring.name, ("", ring.key), width, here=picture.stands(column=ring.key))
        found += _held(picture, ring, width, signs)
    return found
