"""Lines made of spans, and the arithmetic of cells: wrapping, padding, boxes, things side by side.

Pure; uses rich for the width of characters and nothing else. A width is a number of terminal cells: a wide character
takes two, a combining mark none. A span says what it is (its role), never how it looks: colours belong to the faces.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from rich.cells import cell_len, split_graphemes

from coachtui.layouts.signs import Signs
from coachtui.layouts.values import Place
from coachtui.text import visible

#: What a span is: "" is what people said; `second` the same, of the second sort; `edge` the lines of a drawing.
Role = Literal["", "second", "name", "here", "number", "quiet", "edge", "value", "old"]


@dataclass(frozen=True, slots=True)
class At:
    """The span stands for a place: a click may put the entry line there."""

    place: Place


@dataclass(frozen=True, slots=True)
class Of:
    """The span stands for a note, by its id, or for a cell of a rating, by its key."""

    id: str


@dataclass(frozen=True, slots=True)
class Says:
    """The span stands for an answer: a click may say it as if it had been typed."""

    words: str


Means = At | Of | Says


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text of one role on one line, and what it stands for."""

    text: str
    role: Role = ""
    means: Means | None = None

    @property
    def width(self) -> int:
        """Cells it takes."""
        return cell_len(self.text)


Line = tuple[Span, ...]
EMPTY: Line = ()

#: Put round a text that runs right to left, so that what stands beside it stays where it is. It takes no room.
_TURN = "\u200e"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})

#: Stands for a character that is wider than all the room there is.
_TOO_WIDE = "?"


def line(text: str, role: Role = "", means: Means | None = None) -> Line:
    """A line of one span."""
    return (Span(text, role, means),)


def text_of(spans: Line) -> str:
    """The words of a line, without the blanks at its end."""
    return "".join(one.text for one in spans).rstrip(" ")


def width_of(spans: Iterable[Span]) -> int:
    """Cells a line takes."""
    return sum(one.width for one in spans)


def one_line(text: str) -> str:
    """The text on one line; what could drive a terminal becomes a small sign."""
    return " ".join(visible(text).split())


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken at blanks where it can be; its own line ends stay."""
    width = max(1, width)
    found: list[str] = []
    for raw in visible(text).replace("\t", "    ").split("\n"):
        found += [_turned(row) for row in _wrapped(raw, width)]
    return found


def _wrapped(raw: str, width: int) -> list[str]:
    rows, current = [], ""
    for word in re.findall(r"\S+", raw):
        joined = f"{current} {word}" if current else word
        if cell_len(joined) <= width:
            current = joined
            continue
        if current:
            rows.append(current)
        *full, current = _chopped(word, width)
        rows += full
    return [*rows, current]


def _chopped(word: str, width: int) -> list[str]:
    """A word in pieces of at most `width` cells; what belongs to one character stays together."""
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


def _turned(row: str) -> str:
    # A joiner at the end would swallow the blank behind it.
    row = row.rstrip("\u200d")
    if row.isascii() or not any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in row):
        return row
    return f"{_TURN}{row}{_TURN}"


def fit(text: str, width: int, signs: Signs) -> str:
    """The text on one line of at most `width` cells, with a sign where it was cut."""
    text = one_line(text)
    if cell_len(text) <= width:
        return _turned(text)
    room = width - cell_len(signs.cut)
    if room < 1:
        return ""
    return f"{_turned(_chopped(text, room)[0].rstrip())}{signs.cut}"


def cut(spans: Line, width: int, signs: Signs) -> Line:
    """The line cut at `width` cells."""
    if width_of(spans) <= width:
        return spans
    found: list[Span] = []
    room = width
    for one in spans:
        if one.width <= room:
            found.append(one)
            room -= one.width
            continue
        blank = not one.text.strip()
        found.append(Span(" " * room if blank else fit(one.text, room, signs), one.role, one.means))
        break
    return tuple(found)


def filled(spans: Line, width: int, signs: Signs) -> Line:
    """The line cut or padded with blanks to exactly `width` cells."""
    kept = cut(spans, width, signs)
    missing = width - width_of(kept)
    return (*kept, Span(" " * missing)) if missing > 0 else kept


def paragraph(text: str, width: int, role: Role = "", means: Means | None = None) -> list[Line]:
    """A wrapped text of one role."""
    return [line(row, role, means) for row in wrap(text, width)]


def indented(lines: Iterable[Line], by: int) -> list[Line]:
    """The lines, `by` cells further right; empty ones stay empty."""
    return [(Span(" " * by), *one) if one else one for one in lines]


def beside(blocks: Sequence[Sequence[Line]], widths: Sequence[int], signs: Signs, gap: int = 2) -> list[Line]:
    """Blocks of lines set side by side, each in its width."""
    found: list[Line] = []
    for row in zip_longest(*blocks, fillvalue=EMPTY):
        spans: list[Span] = []
        for cell, width in zip(row, widths, strict=True):
            if spans and gap:
                spans.append(Span(" " * gap))
            spans += filled(cell, width, signs)
        found.append(tuple(spans))
    return found


def shares(width: int, parts: int, gap: int = 2) -> list[int]:
    """The width in equal parts with gaps between them; what is left over goes to the first ones."""
    each, over = divmod(max(0, width - gap * (parts - 1)), parts)
    return [each + (number < over) for number in range(parts)]


def trimmed(lines: Iterable[Line], width: int, signs: Signs) -> list[Line]:
    """The lines, none wider than `width`, without blanks at their ends and without empty lines at the end of all."""
    found = [_bare(cut(one, max(0, width), signs)) for one in lines]
    while found and not found[-1]:
        found.pop()
    return found


def _bare(spans: Line) -> Line:
    kept = list(spans)
    while kept and kept[-1].means is None and not kept[-1].text.strip(" "):
        kept.pop()
    if kept and kept[-1].text.endswith(" "):
        kept[-1] = Span(kept[-1].text.rstrip(" "), kept[-1].role, kept[-1].means)
    return tuple(kept)
