"""What a layout is given: notes with their places, ratings with their scales. Pure values; touches nothing.

These values know nothing of a conversation, so that a screen, a pipe, a finished sheet and a test can each make them
from what they have. A place is a pair of keys, `(row, column)`; an empty key means none.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from coachtui.framework.steps import Layout

#: A place on a picture: the key of a row and of a column, each empty where there is none.
Place = tuple[str, str]

#: How a rating is drawn.
Look = Literal["ruler", "table", "balls", "wheel"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A row, a column, a ring or a person: the key that notes point to, and the name that is shown."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Note:
    """One note and where it stands.

    `parent` is the id of the note it grew from; `number` what it is called by in commands, where it has one; `marks`
    are short words behind it (a tag, a name); `second` says that it is of the second sort, such as a resource.
    """

    text: str
    row: str = ""
    column: str = ""
    id: str = ""
    parent: str = ""
    number: int | None = None
    marks: tuple[str, ...] = ()
    second: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """Notes to be laid out.

    `centre` is the key of the row in the middle of circles; `here` is where the entry line stands, if it does. Rings,
    nearest first, are the columns of `rings` and `target`; rows are the segments.
    """

    layout: Layout
    notes: tuple[Note, ...] = ()
    rows: tuple[Heading, ...] = ()
    columns: tuple[Heading, ...] = ()
    centre: str = ""
    here: Place | None = None

    def at(self, row: str | None = None, column: str | None = None) -> tuple[Note, ...]:
        """The notes of this row and column, in their order; None asks for any."""
        return tuple(one for one in self.notes if row in (None, one.row) and column in (None, one.column))

    def bare(self, row: str) -> tuple[Note, ...]:
        """The notes that stand in this row, but in none of the columns."""
        known = keys(self.columns)
        return tuple(one for one in self.at(row) if one.column not in known)

    def loose(self) -> tuple[Note, ...]:
        """The notes that stand in none of the rows; where there are no rows, in none of the columns."""
        if self.rows:
            known = keys(self.rows)
            return tuple(one for one in self.notes if one.row not in known)
        known = keys(self.columns)
        return tuple(one for one in self.notes if one.column not in known) if known else ()

    def stands(self, row: str | None = None, column: str | None = None) -> bool:
        """Whether the entry line stands in this row and column; None asks for any."""
        return self.here is not None and row in (None, self.here[0]) and column in (None, self.here[1])


def keys(headings: Iterable[Heading]) -> frozenset[str]:
    """The keys of some headings."""
    return frozenset(one.key for one in headings)


def standing_at(picture: Picture) -> Place:
    """Where one looks: where the entry line stands, else where the newest note with a place is, else the first place."""
    if picture.here is not None and picture.here != ("", ""):
        return picture.here
    known = keys(picture.rows) | keys(picture.columns)
    for one in reversed(picture.notes):
        if one.row in known or one.column in known:
            return (one.row, one.column)
    return (picture.rows[0].key if picture.rows else "", picture.columns[0].key if picture.columns else "")


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of a rating: for which row and column, by whom, and the number it had before, if any.

    `key` is for the face: it is handed back with every span drawn for this cell.
    """

    row: str = ""
    column: str = ""
    by: str = ""
    value: float | None = None
    was: float | None = None
    remark: str = ""
    here: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class Ratings:
    """A rating: its cells in the order they are asked, the scale, the names of its two ends, and how it is drawn.

    `before` is what the older number is called; `barrier` the first row at or below the line, if there is one.
    """

    cells: tuple[Cell, ...]
    scale: tuple[int, int] = (1, 10)
    ends: tuple[str, str] | None = None
    look: Look = "ruler"
    before: str = "last time"
    barrier: str = ""
    #: Sums and differences, as sentences, where they are wanted.
    sums: tuple[str, ...] = ()
