"""Notes as lines: one note, a list, groups one below the other. Pure functions; touches nothing.

These are the plainest drawings, and what every picture falls back to where there is no room for it.
"""

from collections.abc import Iterable

from rich.cells import cell_len

from coachtui.layouts.lines import At, Line, Of, Role, Span, indented, line, one_line, paragraph, width_of, wrap
from coachtui.layouts.signs import Signs
from coachtui.layouts.values import Heading, Note, Picture, Place

#: A group narrower than this breaks sentences into single words, so nothing is drawn narrower where it can be helped.
NARROWEST = 20

#: What notes without a place are headed by.
LOOSE = "Not sorted yet"

#: The one mark that stands wherever its note does, also where there is no room for the others.
PRIVATE = "private"


def entry(note: Note, width: int, signs: Signs) -> list[Line]:
    """A note with its number or sign before it, and its marks behind it, each kept whole and in sight."""
    before = f"{note.number:>2}  " if note.number is not None else f"{signs.second if note.second else signs.note} "
    role: Role = "second" if note.second else ""
    means = Of(note.id) if note.id else None
    if width < 2 * len(before):  # too narrow to write beside it
        return [*paragraph(before.strip(), width, "number", means), *paragraph(note.text, width, role, means)]
    room = width - len(before)
    rows = wrap(note.text, room)
    found: list[Line] = [
        (Span(" " * len(before) if at else before, "number", means), Span(row, role, means))
        for at, row in enumerate(rows)
    ]
    return marked(found, note, room, signs)


def marked(found: list[Line], note: Note, room: int, signs: Signs) -> list[Line]:
    """The rows of a note with its marks behind the last one where they fit in `room`, else on rows of their own."""
    if not note.marks:
        return found
    before, last = width_of(found[-1][:-1]), found[-1][-1].width
    words = wrap(signs.between.join(note.marks), room)
    told = f"{signs.between}{words[0]}"
    if len(words) == 1 and last + cell_len(told) <= room:
        return [*found[:-1], (*found[-1], Span(told, "quiet"))]
    return [*found, *indented([line(one, "quiet") for one in words], before)]


def brief(note: Note) -> str:
    """A note on one line where there is no room for its marks; that it is private is said before its words."""
    words = one_line(note.text)
    return f"{PRIVATE}: {words}" if PRIVATE in note.marks else words


def entries(notes: Iterable[Note], width: int, signs: Signs) -> list[Line]:
    """Notes one below the other."""
    return [row for one in notes for row in entry(one, width, signs)]


def below(notes: Iterable[Note], width: int, signs: Signs) -> list[Line]:
    """Notes under their heading, a little further in where there is room, so that headings stand out."""
    step = 2 if width >= NARROWEST else 0
    return indented(entries(notes, width - step, signs), step)


def heading(name: str, place: Place | None, width: int, *, here: bool = False) -> list[Line]:
    """A name over a group. Where the entry line stands, it has a sign as well as a role."""
    means = At(place) if place is not None else None
    role: Role = "here" if here else "name"
    before = "> " if here else "  "
    if width < 6:
        return paragraph(name, width, role, means)
    rows = wrap(name, width - 2)
    return [line(("  " if at else before) + row, role, means) for at, row in enumerate(rows)]


def loose(picture: Picture, width: int, signs: Signs) -> list[Line]:
    """What stands nowhere yet, under a heading of its own: it is never left out."""
    found = picture.loose()
    return [*heading(LOOSE, None, width), *below(found, width, signs)] if found else []


def as_list(picture: Picture, width: int, signs: Signs) -> list[Line]:
    """One plain list, in the order of the notes."""
    return entries(picture.notes, width, signs)


def stacked(picture: Picture, width: int, signs: Signs) -> list[Line]:
    """Groups one below the other: rows, and in each row its columns. What stands nowhere yet comes first."""
    found = loose(picture, width, signs)
    for row in picture.rows:
        found += heading(row.name, (row.key, ""), width, here=picture.stands(row.key))
        if picture.columns:
            found += below(picture.bare(row.key), width, signs)
            found += _in_columns(picture, row, width, signs)
        else:
            found += below(picture.at(row.key), width, signs)
    if not picture.rows:
        for column in picture.columns:
            found += heading(column.name, ("", column.key), width, here=picture.stands(column=column.key))
            found += below(picture.at(column=column.key), width, signs)
    return found if picture.rows or picture.columns else as_list(picture, width, signs)


def _in_columns(picture: Picture, row: Heading, width: int, signs: Signs) -> list[Line]:
    """The columns of one row, below one another; those with nothing in them are left out."""
    found: list[Line] = []
    step = 2 if width >= NARROWEST else 0
    for column in picture.columns:
        notes, here = picture.at(row.key, column.key), picture.stands(row.key, column.key)
        if notes or here:
            block = heading(column.name, (row.key, column.key), width - step, here=here)
            found += indented([*block, *below(notes, width - step, signs)], step)
    return found
