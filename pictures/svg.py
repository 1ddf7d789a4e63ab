"""A screen as an SVG that needs nothing from anywhere: no font to fetch, no script, no link. Pure; touches nothing.

Each run of text is stretched to the cells it takes, so columns stand under one another whatever monospace font there
is; the lines of drawings are drawn as lines, so boxes close.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

#: Pixels of a cell, and of the letters in it.
WIDE, HIGH, LETTER = 9, 19, 15
EDGE: Final = 14
FONTS: Final = "ui-monospace,'Cascadia Mono','DejaVu Sans Mono',Menlo,Consolas,monospace"

#: Signs that are drawn as lines, and the sides they reach: up, down, left, right.
ARMS: Final[Mapping[str, str]] = {
    "─": "lr", "│": "ud", "╭": "dr", "╮": "dl", "╰": "ur", "╯": "ul",
    "┬": "dlr", "┴": "ulr", "├": "udr", "┤": "udl", "┼": "udlr",
    "═": "LR", "║": "UD", "╔": "DR", "╗": "DL", "╚": "UR", "╝": "UL",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """The colours of the whole picture, and what it shows in one line."""

    title: str
    ink: str
    paper: str
    edge: str


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    column: int
    row: int
    ink: str
    paper: str
    bold: bool
    underline: bool


def drawn(page: Page, lines: Sequence[Sequence[Segment]], columns: int) -> str:
    """The SVG of these lines of segments."""
    width, height = columns * WIDE + 2 * EDGE, len(lines) * HIGH + 2 * EDGE
    runs = [run for row, line in enumerate(lines) for run in _runs(line, row, page)]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'role="img" font-family="{FONTS}" font-size="{LETTER}px">'
    )
    parts = [
        head,
        f"<title>{escape(page.title)}</title>",
        f'<rect x=".5" y=".5" width="{width - 1}" height="{height - 1}" rx="7" fill="{page.paper}" stroke="{page.edge}"/>',
        *(_behind(run) for run in runs if run.paper != page.paper),
        *(part for run in runs for part in _before(run)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _runs(line: Sequence[Segment], row: int, page: Page) -> Iterator[_Run]:
    """Neighbouring segments of one look as one run; blanks at the end are left out."""
    column, found = 0, list[_Run]()
    for segment in line:
        run = _run(segment, column, row, page)
        column += cell_len(segment.text)
        last = found[-1] if found else None
        if last is not None and _look(last) == _look(run):
            found[-1] = _Run(last.text + run.text, last.column, row, *_look(run))
        else:
            found.append(run)
    return (run for run in found if run.text.strip() or run.paper != page.paper)


def _look(run: _Run) -> tuple[str, str, bool, bool]:
    return run.ink, run.paper, run.bold, run.underline


def _run(segment: Segment, column: int, row: int, page: Page) -> _Run:
    style = segment.style or Style.null()
    ink, paper = _colour(style.color, page.ink), _colour(style.bgcolor, page.paper)
    if style.reverse:
        ink, paper = paper, ink
    return _Run(segment.text, column, row, ink, paper, bool(style.bold), bool(style.underline))


def _colour(colour: object, usual: str) -> str:
    triplet = getattr(colour, "triplet", None)
    return usual if triplet is None else str(triplet.hex)


def _behind(run: _Run) -> str:
    """The background of a run."""
    x, y, width = EDGE + run.column * WIDE, EDGE + run.row * HIGH, cell_len(run.text) * WIDE
    return f'<rect x="{x}" y="{y}" width="{width}" height="{HIGH}" fill="{run.paper}"/>'


def _before(run: _Run) -> Iterator[str]:
    """Its letters, and its lines as one path."""
    strokes: list[str] = []
    letters, start, column = "", run.column, run.column
    for sign in run.text:
        if sign in ARMS:
            yield from _letters(letters, start, run)
            strokes.append(_strokes(ARMS[sign], column, run.row))
            letters = ""
        column += cell_len(sign)
        if sign in ARMS:
            start = column
        else:
            letters += sign
    yield from _letters(letters, start, run)
    if strokes:
        yield f'<path d="{"".join(strokes)}" stroke="{run.ink}" stroke-width="{2 if run.bold else 1.2}" fill="none"/>'


def _letters(text: str, column: int, run: _Run) -> Iterator[str]:
    """Letters between lines; long gaps are left out, so that a viewer need not squeeze blanks."""
    at = column + cell_len(text) - cell_len(text.lstrip(" "))
    words = text.strip(" ")
    if not words:
        return
    before, gap, after = words.partition("   ")
    x, y, width = EDGE + at * WIDE, EDGE + run.row * HIGH + HIGH - 5, cell_len(before) * WIDE
    weight = ' font-weight="bold"' if run.bold else ""
    line = ' text-decoration="underline"' if run.underline else ""
    yield (
        f'<text x="{x}" y="{y}" textLength="{width}" lengthAdjust="spacingAndGlyphs" fill={quoteattr(run.ink)}'
        f'{weight}{line} xml:space="preserve">{escape(before)}</text>'
    )
    yield from _letters(gap + after, at + cell_len(before), run)


def _strokes(arms: str, column: int, row: int) -> str:
    """From the middle of a cell to its sides; a capital is a line of two."""
    left, top = EDGE + column * WIDE, EDGE + row * HIGH
    x, y = left + WIDE / 2, top + HIGH / 2
    ends = {"u": (x, top), "d": (x, top + HIGH), "l": (left, y), "r": (left + WIDE, y)}
    if len(arms) == 2 and arms in {"dr", "dl", "ur", "ul"}:
        (a, b), (c, d) = (ends[arm] for arm in arms)
        return f"M{a:g} {b:g}Q{x:g} {y:g} {c:g} {d:g}"
    found = ""
    for arm in arms:
        a, b = ends[arm.lower()]
        shifts = [(0.0, 0.0)] if arm.islower() else [(0, -1.5), (0, 1.5)] if arm in "LR" else [(-1.5, 0), (1.5, 0)]
        found += "".join(f"M{x + dx:g} {y + dy:g}L{a + dx:g} {b + dy:g}" for dx, dy in shifts)
    return found
