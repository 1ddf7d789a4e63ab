"""The arithmetic of cells: wrapping, cutting, padding, things side by side. The one place for it, of drawings and screens.

Pure; uses rich for the width of characters and nothing else. A width is a number of terminal cells: a wide character
takes two, a combining mark none. What a run of text on a line is beside its words (a role, a colour, what a click on it
does) is its face's own: here it only has a text and a width.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest
from typing import Protocol, Self, TypeVar

from rich.cells import cell_len, split_graphemes

from coachtui.text import visible


class Run(Protocol):
    """A run of text on one line."""

    @property
    def text(self) -> str:
        """Its words."""
        ...

    @property
    def width(self) -> int:
        """Cells it takes."""
        ...

    def saying(self, text: str) -> Self:
        """The same run with other words."""
        ...


R = TypeVar("R", bound=Run)

#: Stands where something was cut.
CUT = "…"

#: Put round a text that runs right to left, so that what stands beside it stays where it is. It takes no room.
_TURN = "\u200e"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})

#: Stands for a character that is wider than all the room there is.
_TOO_WIDE = "?"


# -- texts


def one_line(text: str) -> str:
    """The text on one line; what could drive a terminal becomes a small sign."""
    return " ".join(visible(text).split())


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken at blanks where it can be; its own line ends stay."""
    width = max(1, width)
    found: list[str] = []
    for raw in visible(text).replace("\t", "    ").split("\n"):
        found += [turned(row) for row in _wrapped(raw, width)]
    return found


def _wrapped(raw: str, width: int) -> list[str]:
    if len(raw) <= width and raw.isascii():
        return [raw.rstrip()]
    size: Callable[[str], int] = len if raw.isascii() else cell_len
    rows, current = [], ""
    for word in re.findall(r"\s*\S+", raw):
        if size(current + word) <= width:
            current += word
            continue
        if current:
            rows.append(current)
        *full, current = chopped(word.lstrip(), width)
        rows += full
    return [*rows, current]


def chopped(word: str, width: int) -> list[str]:
    """A word in pieces of at most `width` cells; what belongs to one character stays together."""
    if word.isascii():
        return [word[start : start + width] for start in range(0, len(word), width)] or [""]
    pieces, size = [""], 0
    for part, cells in _clusters(word):
        shown, cells = (part, cells) if cells <= width else (_TOO_WIDE, 1)  # noqa: PLW2901 - what is shown, and its size
        if size + cells > width:
            pieces.append("")
            size = 0
        pieces[-1] += shown
        size += cells
    return pieces


def _clusters(text: str) -> Iterable[tuple[str, int]]:
    """Each character with its marks, and the two halves of a flag together."""
    held, size = "", 0
    for start, end, cells in split_graphemes(text)[0]:
        part = text[start:end]
        if len(held) == 1 and _flag(held) and _flag(part):
            held, size = held + part, size + cells
            continue
        if held:
            yield held, size
        held, size = part, cells
    if held:
        yield held, size


def _flag(part: str) -> bool:
    return "\U0001f1e6" <= part[:1] <= "\U0001f1ff"


def turned(row: str) -> str:
    """One row of words; where some run right to left, with marks that keep them from turning what stands beside them."""
    # A joiner at the end would swallow the blank behind it.
    row = row.rstrip("\u200d")
    if row.isascii() or not any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in row):
        return row
    return f"{_TURN}{row.strip(_TURN)}{_TURN}"


def fit(text: str, width: int, sign: str = CUT) -> str:
    """The text on one line of at most `width` cells, with a sign where it was cut."""
    text = one_line(text)
    if cell_len(text) <= width:
        return turned(text)
    room = width - cell_len(sign)
    if room < 0:
        return ""
    return f"{turned(chopped(text, room)[0].rstrip())}{sign}" if room else sign


def pad(text: str, width: int, sign: str = CUT) -> str:
    """The text on one line of exactly `width` cells."""
    shown = fit(text, width, sign)
    return shown + " " * max(0, width - cell_len(shown))


# -- lines


def width_of(runs: Iterable[Run]) -> int:
    """Cells a line takes."""
    return sum(one.width for one in runs)


def cut(runs: tuple[R, ...], width: int, sign: str = CUT) -> tuple[R, ...]:
    """The line cut at `width` cells."""
    if width_of(runs) <= width:
        return runs
    found: list[R] = []
    room = max(0, width)
    for one in runs:
        if one.width > room:
            # The blanks before it keep its words apart from those before, which may be a run of another look.
            blank = min(room, len(one.text) - len(one.text.lstrip(" ")))
            if room:
                found.append(one.saying(" " * blank + fit(one.text[blank:], room - blank, sign)))
            break
        found.append(one)
        room -= one.width
    return tuple(found)


def filled(runs: tuple[R, ...], width: int, new: Callable[[str], R], sign: str = CUT) -> tuple[R, ...]:
    """The line cut or padded with blanks to exactly `width` cells; `new` makes a run of them."""
    kept = cut(runs, width, sign)
    missing = width - width_of(kept)
    return (*kept, new(" " * missing)) if missing > 0 else kept


def indented(lines: Iterable[tuple[R, ...]], by: int, new: Callable[[str], R]) -> list[tuple[R, ...]]:
    """The lines, `by` cells further right; empty ones stay empty."""
    return [(new(" " * by), *one) if one else one for one in lines]


def beside(
    blocks: Sequence[Sequence[tuple[R, ...]]],
    widths: Sequence[int],
    new: Callable[[str], R],
    gap: int = 2,
    sign: str = CUT,
) -> list[tuple[R, ...]]:
    """Blocks of lines set side by side, each in its width."""
    found: list[tuple[R, ...]] = []
    for row in zip_longest(*blocks, fillvalue=()):
        runs: list[R] = []
        for cell, width in zip(row, widths, strict=True):
            if runs and gap:
                runs.append(new(" " * gap))
            runs += filled(cell, width, new, sign)
        found.append(tuple(runs))
    return found
