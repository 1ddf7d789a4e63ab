"""Notes: the picture of the step, what is asked about the newest, and parked ideas. The drawing itself is in `layouts`."""

from coachtui import layouts
from coachtui.session.spot import Place
from coachtui.talk.view import NotesBody
from coachtui.tui.steps.drawn import COMFORTABLE, Room, act_of, pieces
from coachtui.tui.steps.shared import answers, entries, quiet
from coachtui.tui.widgets.lines import EMPTY, Act, Item, Line, Stand

#: Layouts that are lines to read, one below the other; the others take all the width there is.
READ = frozenset({"list", "rows"})
#: What stands between the tags that are asked for, and before them.
TAGS = "  "
LEAD = "Mark it, if you like: "


def draw(body: NotesBody, room: Room) -> list[Line]:
    """Parked ideas that could be drawn in, the picture, and what is asked about the newest note."""
    above = _parked(body, room.width)
    below = answers(_numbered(body.asked), room.width, first=LEAD, between=TAGS) if body.asked else []
    # The row for the marks is kept free where they will be asked for: else the picture would change its shape with them.
    kept = max(len(below), 1 if body.tags else 0)
    left = None if room.height is None else max(1, room.height - len(above) - kept)
    width = min(room.width, COMFORTABLE) if body.picture.layout in READ and not body.picture.columns else room.width
    picture = layouts.draw(body.picture, width, room.signs, left)
    return [*above, *pieces(picture, lambda means: _act(body, means)), *below]


def _numbered(asked: str) -> list[tuple[str, str]]:
    """What is asked about the newest note, each with the number that says it."""
    return [(one, one.partition(" ")[0]) for one in asked.split(TAGS)]


def _parked(body: NotesBody, width: int) -> list[Line]:
    if not body.parked:
        return []
    return [*quiet("Parked earlier · its letter draws one in", width), *entries(body.parked, width), EMPTY]


def _act(body: NotesBody, means: layouts.Means | None) -> Act | None:
    """A click on a place stands there, where this step fills it; one on a note is on that note."""
    if not isinstance(means, layouts.At):
        return act_of(means)
    places = [group.place for group in body.groups if group.place is not None]
    found = next((one for one in places if _is_in(one, means.place)), None)
    return Stand(found) if found is not None else None


def _is_in(place: Place, corner: layouts.Place) -> bool:
    row, column = corner
    return (not row or row == place.row) and (not column or column == place.column)


def newest(body: NotesBody) -> str | None:
    """The id of the note that has to stay in sight: the newest where the entry line stands; None where there is none."""
    picture = body.picture
    if picture.here is None or body.asked:
        return None
    row, column = picture.here
    here = picture.at(row or None, column or None)
    return here[-1].id if here else None


def line_of(lines: list[Line], thing: str) -> int | None:
    """The last line on which this thing stands."""
    return next((at for at in range(len(lines) - 1, -1, -1) if any(one.act == Item(thing) for one in lines[at])), None)
