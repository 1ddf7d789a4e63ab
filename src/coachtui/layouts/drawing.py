"""The two tables: which layout and which look is drawn by what. Pure functions; touches nothing."""

from collections.abc import Callable, Mapping

from coachtui.framework.steps import Layout
from coachtui.layouts.balls import as_balls
from coachtui.layouts.chain import as_chain
from coachtui.layouts.circles import as_circles
from coachtui.layouts.columns import as_columns
from coachtui.layouts.grid import as_grid, as_target
from coachtui.layouts.lines import Line, trimmed
from coachtui.layouts.notes import as_list
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

#: From the look of a rating to what draws it in a width.
LOOKS: Mapping[Look, Callable[[Ratings, int, Signs], list[Line]]] = {
    "ruler": as_ruler,
    "table": as_table,
    "balls": as_balls,
    "wheel": as_wheel,
}


def draw(picture: Picture, width: int, signs: Signs = USUAL) -> list[Line]:
    """The notes as lines, none wider than `width` cells."""
    return trimmed(LAYOUTS[picture.layout](picture, max(1, width), signs), width, signs)


def draw_ratings(ratings: Ratings, width: int, signs: Signs = USUAL) -> list[Line]:
    """The ratings as lines, none wider than `width` cells."""
    return trimmed(LOOKS[ratings.look](ratings, max(1, width), signs), width, signs)
