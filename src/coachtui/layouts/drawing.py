"""The two tables: which layout and which look is drawn by what. Pure functions; touches nothing."""

from collections.abc import Callable, Mapping, Sequence

from coachtui.framework.steps import Layout
from coachtui.layouts.balls import as_balls
from coachtui.layouts.chain import as_chain
from coachtui.layouts.circles import as_circles
from coachtui.layouts.columns import as_columns
from coachtui.layouts.folding import CIRCLES, PLACES, ROWS, Way, only_filled, small
from coachtui.layouts.grid import as_grid, as_target
from coachtui.layouts.lines import Line, paragraph, trimmed
from coachtui.layouts.notes import as_list, stacked
from coachtui.layouts.ratings import as_ruler, as_table
from coachtui.layouts.rings import as_rings
from coachtui.layouts.rows import as_rows
from coachtui.layouts.signs import USUAL, Signs
from coachtui.layouts.values import Look, Picture, Ratings
from coachtui.layouts.wheel import as_wheel

#: From the layout of notes to what draws it in a width.
LAYOUTS: Mapping[Layout, Callable[[Picture, int, Signs], list[Line]]] = {
    "list": as_list,
    "columns": as_columns,
    "rows": as_rows,
    "grid": as_grid,
    "circles": as_circles,
    "rings": as_rings,
    "target": as_target,
    "chain": as_chain,
}

#: How a picture is folded that is taller than the room there is; what is not here has nothing to fold.
FOLDED: Mapping[Layout, Sequence[Way]] = {
    "circles": CIRCLES,
    "columns": PLACES,
    "rows": ROWS,
    "grid": PLACES,
    "rings": PLACES,
    "target": PLACES,
}

#: Layouts that are still themselves without the places in which nothing stands.
FALL_IN: frozenset[Layout] = frozenset({"columns", "rows"})

#: From the look of a rating to what draws it in a width.
LOOKS: Mapping[Look, Callable[[Ratings, int, Signs], list[Line]]] = {
    "ruler": as_ruler,
    "table": as_table,
    "balls": as_balls,
    "wheel": as_wheel,
}


def draw(picture: Picture, width: int, signs: Signs = USUAL, height: int | None = None) -> list[Line]:
    """The notes as lines, none wider than `width` cells.

    Where they would be more than `height` lines, what is being filled stays whole and the rest is folded. It may still
    be more: then the face shows a window on it.
    """
    room = max(1, width)
    found = trimmed(LAYOUTS[picture.layout](picture, room, signs), width, signs)
    for way in FOLDED.get(picture.layout, ()) if picture.rows or picture.columns else ():
        if height is None or len(found) <= height:
            break
        found = trimmed(way(picture, room, signs), width, signs)
    return found


def draw_small(picture: Picture, width: int, signs: Signs = USUAL, height: int | None = None) -> list[Line]:
    """The notes to be looked at beside something else: as they are where that fits `height`, else as much as does."""
    room = max(1, width)
    found = trimmed(LAYOUTS[picture.layout](picture, room, signs), width, signs)
    if height is None or not (picture.rows or picture.columns):
        return found
    if len(found) > height and picture.layout == "rows":
        found = trimmed(stacked(picture, room, signs), width, signs)
    bare = only_filled(picture)
    if len(found) > height and picture.layout in FALL_IN and (bare.rows or bare.columns):
        found = trimmed(LAYOUTS[picture.layout](bare, room, signs), width, signs)
    return found if len(found) <= height else trimmed(small(picture, room, signs, height), width, signs)


def draw_ratings(ratings: Ratings, width: int, signs: Signs = USUAL) -> list[Line]:
    """The ratings as lines, none wider than `width` cells, sums and differences last."""
    room = max(1, width)
    sums = [row for one in ratings.sums for row in paragraph(one, room, "quiet")]
    return trimmed([*LOOKS[ratings.look](ratings, room, signs), *sums], width, signs)
