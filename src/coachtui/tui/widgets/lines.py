"""Lines made of pieces: what everything on the screen but the entry line is drawn from. Pure; touches nothing.

So what a screen shows can be tested without one. A piece has a look and, where a click on it does something, an act.
The arithmetic of cells is that of the drawings, `coachtui.layouts.cells`: a wide character takes two cells.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len

from coachtui.layouts import cells
from coachtui.layouts.cells import cut, fit, pad, width_of, wrap
from coachtui.session.spot import Place, Spot
from coachtui.tui.widgets.look import Look
from coachtui.tui.widgets.plain import flat


@dataclass(frozen=True, slots=True)
class Say:
    """A click says this line, as if it had been typed; at this place of the step, where one is given."""

    line: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Stand:
    """A click puts the entry line here."""

    place: Place


@dataclass(frozen=True, slots=True)
class Go:
    """A click goes to this spot."""

    spot: Spot


@dataclass(frozen=True, slots=True)
class Press:
    """A click does what this key would do."""

    key: str


@dataclass(frozen=True, slots=True)
class Item:
    """A click is on a thing, by its id: a note, an option, an action."""

    id: str


Act = Say | Stand | Go | Press | Item


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text of one look, on one line; `act` is what a click on it does."""

    text: str
    look: Look = ""
    act: Act | None = None

    def __post_init__(self) -> None:
        """Whatever it is made of, a piece is one line and cannot drive the terminal."""
        object.__setattr__(self, "text", flat(self.text))

    @property
    def width(self) -> int:
        """Cells it takes."""
        return cell_len(self.text)

    def saying(self, text: str) -> "Piece":
        """The same piece with other words."""
        return replace(self, text=text)


Line = tuple[Piece, ...]
EMPTY: Line = ()


def do(name: str) -> Press:
    """What a click asks for by its name in the table of keys, whatever its key is. No key is called so."""
    return Press(f"do {name}")


def line(text: str, look: Look = "", act: Act | None = None) -> Line:
    """A line of one piece."""
    return (Piece(text, look, act),)


def paragraph(
    text: str, width: int, look: Look = "", *, first: str = "", rest: str | None = None, act: Act | None = None
) -> list[Line]:
    """A wrapped text; `first` stands before its first line, `rest` before the others (blanks, if not given)."""
    indent = cell_len(first)
    later = " " * indent if rest is None else rest
    rows = wrap(text, width - indent)
    return [line((later if at else first) + row, look, act) for at, row in enumerate(rows)]


def filled(pieces: Line, width: int) -> Line:
    """The line cut or padded with blanks to exactly `width` cells."""
    return cells.filled(pieces, width, Piece)


def apart(left: Line, right: Line, width: int) -> Line:
    """One line with something at its left and something at its right; the left gives way."""
    right = cut(right, width)
    room = width - width_of(right)
    return (*filled(left, room), *right) if room > 0 else right


def beside(blocks: Sequence[Sequence[Line]], widths: Sequence[int], gap: int = 2) -> list[Line]:
    """Blocks of lines set side by side, each in its width."""
    return cells.beside(blocks, widths, Piece, gap)


def indented(lines: Iterable[Line], by: int) -> list[Line]:
    """The lines, `by` cells further right; empty ones stay empty."""
    return cells.indented(lines, by, Piece)


#: A window that is wider than this shows what stands in it in its middle, on a page of this width.
PAGE = 120


def page(width: int, most: int = PAGE) -> tuple[int, int]:
    """Of a window of this width: the cells that stay free left of the page, and the width of the page."""
    return max(0, (width - most) // 2), min(width, most)


def in_page(lines: Iterable[Line], width: int) -> list[Line]:
    """The lines of a page of `PAGE` cells in the middle of a window of this width."""
    return indented(lines, page(width)[0])


def centred(lines: Sequence[Line], height: int) -> list[Line]:
    """The lines with empty ones above and below, to `height`."""
    above = max(0, (height - len(lines)) // 2)
    below = max(0, height - len(lines) - above)
    return [EMPTY] * above + list(lines) + [EMPTY] * below


__all__ = [
    "EMPTY",
    "PAGE",
    "Act",
    "Go",
    "Item",
    "Line",
    "Look",
    "Piece",
    "Press",
    "Say",
    "Stand",
    "apart",
    "beside",
    "cell_len",
    "centred",
    "cut",
    "filled",
    "fit",
    "in_page",
    "indented",
    "line",
    "pad",
    "page",
    "paragraph",
    "width_of",
    "wrap",
]
