"""The elements that a sheet is built of: values of plain text. Pure; touches nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

#: What a row or column is called whose notes stand in none.
NOWHERE = "Not placed"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: 1 is the title, 2 a stage, 3 a step, 4 a place on a board."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage; `quiet` where it is ours and not what was said, `mark` what stands quietly behind it."""

    text: str
    mark: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: a text, what stands quietly behind it, and quiet lines below it."""

    text: str
    mark: str = ""
    below: tuple[str, ...] = ()
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Items:
    """A list; numbered where the order matters."""

    items: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the names of its columns, and its rows, the first cell of each being its name."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Notes by row and column. Where there are no rows, or no columns, the only one has no name.

    Attributes:
        rows: the names of the rows; an empty one, last, for what stands in no row.
        columns: the same for columns.
        cells: what stands where row and column meet, row by row.
        apart: each row is a place of its own (a circle, a ring), read one after the other.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[tuple[Item, ...], ...], ...]
    apart: bool = False

    @property
    def has_rows(self) -> bool:
        """Whether its rows have names."""
        return any(self.rows)

    @property
    def has_columns(self) -> bool:
        """Whether its columns have names."""
        return any(self.columns)

    @property
    def row_names(self) -> tuple[str, ...]:
        """The names of its rows as they are read; empty ones where there are no rows."""
        return tuple(one or (NOWHERE if self.has_rows else "") for one in self.rows)

    @property
    def column_names(self) -> tuple[str, ...]:
        """The same for columns."""
        return tuple(one or (NOWHERE if self.has_columns else "") for one in self.columns)

    def in_lines(self) -> Iterator["Heading | Items"]:
        """Place by place: a heading and what stands there."""
        for row, across in zip(self.rows, self.cells, strict=True):
            for column, items in zip(self.columns, across, strict=True):
                if items:
                    yield Heading(4, " · ".join(one for one in (row, column) if one) or NOWHERE)
                    yield Items(items)


Element = Heading | Paragraph | Items | Table | Board
