"""Lines made of spans. The arithmetic is in `cells`; here is what a span is, and the same with spans and signs.

Pure; touches nothing. A span says what it is (its role), never how it looks: colours belong to the faces.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rich.cells import cell_len

from coachtui.layouts import cells
from coachtui.layouts.cells import one_line, width_of, wrap
from coachtui.layouts.signs import Signs
from coachtui.layouts.values import Place

__all__ = [
    "EMPTY",
    "At",
    "Line",
    "Means",
    "Of",
    "Role",
    "Says",
    "Span",
    "beside",
    "cut",
    "filled",
    "fit",
    "indented",
    "line",
    "one_line",
    "paragraph",
    "shares",
    "text_of",
    "trimmed",
    "width_of",
    "wrap",
]

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
    """The span stands for an answer: a click may say it as if it had been typed; `of`: in this cell of a rating, by its key."""

    words: str
    of: str = ""


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

    def saying(self, text: str) -> "Span":
        """The same span with other words."""
        return replace(self, text=text)


Line = tuple[Span, ...]
EMPTY: Line = ()


def line(text: str, role: Role = "", means: Means | None = None) -> Line:
    """A line of one span."""
    return (Span(text, role, means),)


def text_of(spans: Line) -> str:
    """The words of a line, without the blanks at its end."""
    return "".join(one.text for one in spans).rstrip(" ")


def fit(text: str, width: int, signs: Signs) -> str:
    """The text on one line of at most `width` cells, with a sign where it was cut."""
    return cells.fit(text, width, signs.cut)


def cut(spans: Line, width: int, signs: Signs) -> Line:
    """The line cut at `width` cells."""
    return cells.cut(spans, width, signs.cut)


def filled(spans: Line, width: int, signs: Signs) -> Line:
    """The line cut or padded with blanks to exactly `width` cells."""
    return cells.filled(spans, width, Span, signs.cut)


def paragraph(text: str, width: int, role: Role = "", means: Means | None = None) -> list[Line]:
    """A wrapped text of one role."""
    return [line(row, role, means) for row in wrap(text, width)]


def indented(lines: Iterable[Line], by: int) -> list[Line]:
    """The lines, `by` cells further right; empty ones stay empty."""
    return cells.indented(lines, by, Span)


def beside(blocks: Sequence[Sequence[Line]], widths: Sequence[int], signs: Signs, gap: int = 2) -> list[Line]:
    """Blocks of lines set side by side, each in its width."""
    return cells.beside(blocks, widths, Span, gap, signs.cut)


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
        kept[-1] = kept[-1].saying(kept[-1].text.rstrip(" "))
    return tuple(kept)
