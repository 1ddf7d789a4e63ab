"""A chain: each note under the one it grew from, further in. Pure functions; touches nothing."""

from collections.abc import Iterator

from coachtui.layouts.lines import Line, Of, Role, Span, wrap
from coachtui.layouts.notes import entry, marked
from coachtui.layouts.signs import Signs
from coachtui.layouts.values import Note, Picture

STEP = 2

#: The least room that a note keeps; a chain deeper than that goes straight down.
ROOM = 24


def as_chain(picture: Picture, width: int, signs: Signs) -> list[Line]:
    """Notes in the order of the tree: after each note all that grew from it. Several may grow from one."""
    return [row for note, depth in in_order(picture.notes) for row in _entry(note, depth, width, signs)]


def in_order(notes: tuple[Note, ...]) -> Iterator[tuple[Note, int]]:
    """Each note once, with its depth. A parent that is not here, or a ring of parents, makes a beginning."""
    ids = {one.id for one in notes if one.id}
    children: dict[str, list[int]] = {}
    for place, one in enumerate(notes):
        children.setdefault(one.parent if one.parent in ids and one.parent != one.id else "", []).append(place)
    told: set[int] = set()
    # The notes without a parent first; what is left after them goes round in a ring, and is begun where it comes first.
    for start in (*children.get("", []), *range(len(notes))):
        stack = [(start, 0)]
        while stack:
            place, depth = stack.pop()
            if place in told:
                continue
            told.add(place)
            yield notes[place], depth
            below = children.get(notes[place].id, []) if notes[place].id else []
            stack += [(one, depth + 1) for one in reversed(below)]


def _entry(note: Note, depth: int, width: int, signs: Signs) -> list[Line]:
    """One note: its number stays at the left edge, so that numbers can be found; its words go in."""
    number = f"{note.number:>2}  " if note.number is not None else ""
    room = width - len(number)
    most = max(0, (room - ROOM) // STEP)
    if room < ROOM // 2:
        return entry(note, width, signs)
    inward = min(depth, most)
    sign = signs.branch if inward else ""
    means = Of(note.id) if note.id else None
    before = " " * (STEP * max(0, inward - 1))
    words = room - len(before) - len(sign)
    role: Role = "second" if note.second else ""
    rows = wrap(note.text, words)
    inside = Span(" " * (len(number) + len(before) + len(sign)))
    found: list[Line] = [
        (Span(number, "number", means), Span(f"{before}{sign}", "edge"), Span(rows[0], role, means)),
        *((inside, Span(row, role, means)) for row in rows[1:]),
    ]
    return marked(found, note, words, signs)
