"""Rows and columns that a layout wants, on a board or in a `notes` step of its own; and lists that repeat a name.

Pure; touches no disk.
"""

from collections.abc import Callable, Iterator, Sequence

from coachtui.framework.base import Facet, Taken
from coachtui.framework.mistakes import Mistake, quoted
from coachtui.framework.models import Board
from coachtui.framework.outline import Entry
from coachtui.framework.pieces import Piece
from coachtui.framework.steps import NotesStep
from coachtui.framework.troubles import Path

#: More cells than this are no table that a person can read.
MOST_CELLS = 400


def repeated(piece: Piece, path: Path, names: Sequence[str], sort: str) -> Iterator[Mistake]:
    """Names in one list that are the same but for capital letters."""
    seen: set[str] = set()
    for number, name in enumerate(names):
        if name.casefold() in seen:
            what = f"The {sort} {quoted(piece.local(name))} stands twice in this list."
            yield piece.mistake((*path, number), what, "Keep one of them, or give it another name.")
        seen.add(name.casefold())


def check_names(
    piece: Piece, key: str, facets: tuple[Facet, ...] | Taken | Sequence[Facet], sort: str
) -> Iterator[Mistake]:
    """Rows, columns or options of which two have the same name."""
    if not isinstance(facets, Taken):
        yield from repeated(piece, (key,), [one.name for one in facets], sort)


def check_canvas(piece: Piece, canvas: NotesStep | Board) -> Iterator[Mistake]:
    """Rows and columns that a layout wants, on a board or in a step of its own."""
    for key, sort in (("rows", "row"), ("columns", "column")):
        yield from check_names(piece, key, getattr(canvas, key), sort)
    rows, columns = count_of(canvas.rows), count_of(canvas.columns)
    yield from _LAYOUTS[canvas.layout](piece, canvas.layout, rows, columns)
    if (rows or 1) * (columns or 1) > MOST_CELLS:
        what = f"{rows} rows by {columns} columns make more cells than anybody can read."
        yield piece.mistake(("rows",), what, "Use fewer rows or columns.")


def check_board_sense(entry: Entry, board: Board) -> Iterator[Mistake]:
    """Whatever does not go together on one board."""
    piece = entry.piece
    yield from check_canvas(piece, board)
    yield from repeated(piece, ("tags",), board.tags, "tag")
    yield from repeated(piece, ("types",), board.types, "type")
    if board.centre is not None and board.layout != "circles":
        what = f"Only circles have a centre, and the layout of this board is {quoted(board.layout)}."
        yield piece.mistake(("centre",), what, 'Write layout = "circles", or take the centre out.')


def count_of(facets: tuple[Facet, ...] | Taken) -> int | None:
    """How many names; None where they are taken from a step and only known in the conversation."""
    return None if isinstance(facets, Taken) else len(facets)


_Layout = Callable[[Piece, str, int | None, int | None], Iterator[Mistake]]


def _plain(piece: Piece, layout: str, rows: int | None, columns: int | None) -> Iterator[Mistake]:
    for key, count in (("rows", rows), ("columns", columns)):
        if count != 0:
            what = f"There are {key} here, and the layout {quoted(layout)} has none."
            remedy = f'Add layout = "{key}", or take the {key} out.'
            yield piece.mistake((key,), what, remedy, key=True)


def _with_columns(piece: Piece, layout: str, rows: int | None, columns: int | None) -> Iterator[Mistake]:
    if columns == 0:
        what = f"The layout {quoted(layout)} needs columns."
        yield piece.mistake(("layout",), what, 'Add them, such as columns = ["In me", "In others"].')


def _with_rows(piece: Piece, layout: str, rows: int | None, columns: int | None) -> Iterator[Mistake]:
    if rows == 0:
        what = f"The layout {quoted(layout)} needs rows."
        yield piece.mistake(
            ("layout",), what, 'Add them, such as rows = ["Going well", "Not yet"], or rows = { from = "who" }.'
        )


def _grid(piece: Piece, layout: str, rows: int | None, columns: int | None) -> Iterator[Mistake]:
    if rows != 2 or columns != 2:
        what = "A grid has two rows and two columns, by name."
        yield piece.mistake(("layout",), what, 'Write two of each, or use layout = "rows" or layout = "columns".')


def _with_rings(piece: Piece, layout: str, rows: int | None, columns: int | None) -> Iterator[Mistake]:
    if columns is not None and columns < 2:
        what = f"The layout {quoted(layout)} needs rings, and they are its columns."
        yield piece.mistake(
            ("layout",), what, 'Name two or more, nearest first, such as columns = ["now", "soon", "later"].'
        )


_LAYOUTS: dict[str, _Layout] = {
    "list": _plain,
    "chain": _plain,
    "columns": _with_columns,
    "rows": _with_rows,
    "grid": _grid,
    "circles": _with_rows,
    "rings": _with_rings,
    "target": _with_rings,
}
