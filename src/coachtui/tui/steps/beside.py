"""Earlier steps shown beside an answer: their title, and their picture or their lines, quietly. Pure functions."""

from collections.abc import Sequence

from coachtui import layouts
from coachtui.talk.view import Shown
from coachtui.tui.steps.drawn import COMFORTABLE, Room, quietly
from coachtui.tui.widgets.lines import Line, fit, indented, line, paragraph

#: No step shown beside gets fewer rows than this, its title apart.
LEAST = 3


def draw(shown: Sequence[Shown], room: Room) -> list[Line]:
    """Each step under its title; pictures that are too tall for their part of the rows are made small."""
    found: list[Line] = []
    each = None if room.height is None else max(LEAST, room.height // max(1, len(shown)) - 1)
    for one in shown:
        found.append(line(fit(" · ".join(part for part in (one.title, one.since) if part), room.width), "quiet"))
        found += indented(_drawn(one, Room(max(1, room.width - 2), each, room.signs)), 2)
    return found


def _drawn(one: Shown, room: Room) -> list[Line]:
    if isinstance(one.picture, layouts.Picture):
        return quietly(layouts.draw_small(one.picture, room.width, room.signs, room.height))
    if isinstance(one.picture, layouts.Ratings):
        return quietly(layouts.draw_ratings(one.picture, room.width, room.signs))
    return [row for text in one.lines for row in paragraph(text, min(room.width, COMFORTABLE), "quiet")]
