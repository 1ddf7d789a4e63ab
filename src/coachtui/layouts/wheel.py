"""A wheel, told honestly in a terminal: its spokes as bars of the same length, one below the other. Pure functions."""

from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len

from coachtui.layouts.lines import Line, Of, Role, Span, filled, indented, line, wrap
from coachtui.layouts.ratings import across, barrier, digits, ends, plain, said
from coachtui.layouts.signs import Signs
from coachtui.layouts.values import Cell, Ratings

#: The shortest and the longest a spoke may be.
SHORTEST, LONGEST = 10, 40


@dataclass(frozen=True, slots=True)
class _Frame:
    """How much room there is for what: the names at the left, the bars, all together."""

    ratings: Ratings
    label: int
    length: int
    width: int
    signs: Signs


def as_wheel(ratings: Ratings, width: int, signs: Signs) -> list[Line]:
    """Each row a spoke, filled as far as its number; the older one as a thin line under it."""
    found: list[Line] = []
    frame = _frame(ratings, width, signs)
    if frame is None:
        found = plain(ratings, width, signs)
    else:
        for row, cells in groupby(ratings.cells, key=lambda one: one.row):
            found += _spokes(row, list(cells), frame)
    return [*found, *ends(ratings, width), *barrier(ratings, width)]


def _frame(ratings: Ratings, width: int, signs: Signs) -> _Frame | None:
    """The bars as long as there is room for, the same number of cells for each step; None where there is too little."""
    names = [one.row for one in ratings.cells] + [f"  {across(one, signs)}" for one in ratings.cells]
    label = 2 + min(max((cell_len(one) for one in names), default=0), max(0, width // 3))
    told = max((cell_len(one) for cell in ratings.cells for one in _told(cell, ratings, signs)), default=0)
    room, steps = min(LONGEST, width - label - 2 - told - 2), max(1, ratings.scale[1] - ratings.scale[0])
    if room < SHORTEST:
        return None
    return _Frame(ratings, label, steps * (room // steps) if steps <= room else room, width, signs)


def _told(cell: Cell, ratings: Ratings, signs: Signs) -> tuple[str, ...]:
    """What stands behind the bars of a cell."""
    now = signs.none if cell.value is None else digits(cell.value)
    return (now,) if cell.was is None else (now, f"{digits(cell.was)} {ratings.before}")


def _spokes(row: str, cells: list[Cell], frame: _Frame) -> list[Line]:
    """A row with its bars: beside its name where there is one, under it where there are several."""
    alone = len(cells) == 1 and not across(cells[0], frame.signs)
    found: list[Line] = [] if alone or not row else _name(row, frame, here=False)
    for cell in cells:
        name = row if alone else across(cell, frame.signs)
        *above, last = _name(name, frame, here=cell.here)
        if above or last[-1].width > frame.label:
            above, last = [*above, last], ()
        found += [*above, *_bars(cell, filled(last, frame.label + 2, frame.signs), frame)]
        found += indented(said(cell, frame.width - frame.label - 2), frame.label + 2)
    return found


def _name(name: str, frame: _Frame, *, here: bool) -> list[Line]:
    """A name at the left, with the sign of the entry line before it."""
    inward = 2 + len(name) - len(name.lstrip())
    rows = wrap(name, frame.width - inward)
    role: Role = "here" if here else "name"
    return [line((">" if here and not at else " ").ljust(inward) + one, role) for at, one in enumerate(rows)]


def _bars(cell: Cell, name: Line, frame: _Frame) -> list[Line]:
    means = Of(cell.key) if cell.key else None
    told, signs, length = _told(cell, frame.ratings, frame.signs), frame.signs, frame.length
    full = _share(cell.value, frame.ratings.scale, length)
    bar = (Span(signs.full * full, "value", means), Span(signs.empty * (length - full), "quiet", means))
    found: list[Line] = [(*name, *bar, Span(f"  {told[0]}", "value"))]
    if cell.was is not None:
        old = line(signs.soft.flat * _share(cell.was, frame.ratings.scale, length), "old")
        margin = Span(" " * (frame.label + 2))
        found.append((margin, *filled(old, length, signs), Span(f"  {told[1]}", "old")))
    return found


def _share(value: float | None, scale: tuple[int, int], length: int) -> int:
    """How far a bar is filled: a whole number of cells, at the low end none."""
    low, high = scale
    if value is None or high <= low:
        return 0
    return round(length * min(1.0, max(0.0, (value - low) / (high - low))))
