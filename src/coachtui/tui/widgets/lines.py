"""Lines made of pieces, and the arithmetic of cells: wrapping, cutting, setting side by side. Pure; touches nothing.

Everything on the screen but the entry line is drawn from these values, so what a screen shows can be tested without
one. Widths are in terminal cells: a wide character takes two.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from rich.cells import cell_len, chop_cells, set_cell_size

from coachtui.session.spot import Place, Spot
from coachtui.text import visible
from coachtui.tui.widgets.plain import flat

#: What a piece is, not how it looks: the colours are in `coachtui.tcss`.
Look = Literal["", "quiet", "strong", "here", "picked", "warn", "good", "key", "question"]


@dataclass(frozen=True, slots=True)
class Say:
    """A click says this line, as if it had been typed."""

    line: str


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


Act = Say | Stand | Go | Press


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


Line = tuple[Piece, ...]
EMPTY: Line = ()


def line(text: str, look: Look = "", act: Act | None = None) -> Line:
    """A line of one piece."""
    return (Piece(text, look, act),)


def width_of(pieces: Iterable[Piece]) -> int:
    """Cells a line takes."""
    return sum(piece.width for piece in pieces)


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken at blanks where it can be; its own line ends stay."""
    width = max(1, width)
    found: list[str] = []
    for raw in visible(text).replace("\t", "    ").split("\n"):
        found.extend(_wrapped(raw, width))
    return found


def _wrapped(raw: str, width: int) -> list[str]:
    if cell_len(raw) <= width:
        return [raw.rstrip()]
    found: list[str] = []
    current = ""
    for word in re.findall(r"\s*\S+", raw):
        if cell_len(current + word) <= width:
            current += word
            continue
        if current:
            found.append(current)
        *full, current = _chopped(word.lstrip(), width)
        found.extend(full)
    return [*found, current]


def _chopped(word: str, width: int) -> list[str]:
    # A wide character in a single cell leaves an empty piece behind.
    return [piece for piece in chop_cells(word, width) if piece] or [""]


def fit(text: str, width: int) -> str:
    """The text on one line of at most `width` cells, with a sign where it was cut."""
    text = flat(text)
    if cell_len(text) <= width:
        return text
    return "" if width < 1 else set_cell_size(text, width - 1).rstrip() + "…"


def pad(text: str, width: int) -> str:
    """The text on one line of exactly `width` cells."""
    return set_cell_size(fit(text, width), max(0, width))


def paragraph(
    text: str, width: int, look: Look = "", *, first: str = "", rest: str | None = None, act: Act | None = None
) -> list[Line]:
    """A wrapped text; `first` stands before its first line, `rest` before the others (blanks, if not given)."""
    indent = cell_len(first)
    later = " " * indent if rest is None else rest
    rows = wrap(text, width - indent)
    return [line((later if at else first) + row, look, act) for at, row in enumerate(rows)]


def cut(pieces: Line, width: int) -> Line:
    """The line cut at `width` cells."""
    found: list[Piece] = []
    room = width
    for piece in pieces:
        if room <= 0:
            break
        found.append(piece if piece.width <= room else Piece(fit(piece.text, room), piece.look, piece.act))
        room -= found[-1].width
    return tuple(found)


def filled(pieces: Line, width: int) -> Line:
    """The line cut or padded with blanks to exactly `width` cells."""
    kept = cut(pieces, width)
    missing = width - width_of(kept)
    return (*kept, Piece(" " * missing)) if missing > 0 else kept


def apart(left: Line, right: Line, width: int) -> Line:
    """One line with something at its left and something at its right; the left gives way."""
    right = cut(right, width)
    room = width - width_of(right)
    return (*filled(left, room), *right) if room > 0 else right


def beside(blocks: Sequence[Sequence[Line]], widths: Sequence[int], gap: int = 2) -> list[Line]:
    """Blocks of lines set side by side, each in its width."""
    found: list[Line] = []
    for row in zip_longest(*blocks, fillvalue=EMPTY):
        pieces: list[Piece] = []
        for cell, width in zip(row, widths, strict=True):
            if pieces:
                pieces.append(Piece(" " * gap))
            pieces.extend(filled(cell, width))
        found.append(tuple(pieces))
    return found


def indented(lines: Iterable[Line], by: int) -> list[Line]:
    """The lines, `by` cells further right; empty ones stay empty."""
    return [(Piece(" " * by), *one) if one else one for one in lines]


def centred(lines: Sequence[Line], height: int) -> list[Line]:
    """The lines with empty ones above and below, to `height`."""
    above = max(0, (height - len(lines)) // 2)
    below = max(0, height - len(lines) - above)
    return [EMPTY] * above + list(lines) + [EMPTY] * below


__all__ = [
    "EMPTY",
    "Act",
    "Go",
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
    "indented",
    "line",
    "pad",
    "paragraph",
    "width_of",
    "wrap",
]
