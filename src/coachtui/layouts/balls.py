"""Ratings as balls filled by quarters. Pure functions; touches nothing.

The digit always stands before the sign: some terminals draw these signs one cell wide, some two, and not all fonts have
them. In plain ASCII the digit stands alone.
"""

from coachtui.layouts.lines import Line, paragraph
from coachtui.layouts.ratings import Write, as_table, digits
from coachtui.layouts.signs import Signs
from coachtui.layouts.values import Ratings


def as_balls(ratings: Ratings, width: int, signs: Signs) -> list[Line]:
    """A table of digits with their balls, and under it what each ball stands for."""
    write = _writer(ratings.scale, signs)
    low, high = ratings.scale
    told = bool(signs.balls[0]) and bool(ratings.cells) and high - low == 4
    legend = paragraph(", ".join(write(number) for number in range(low, high + 1)), width, "quiet") if told else []
    return [*as_table(ratings, width, signs, write), *legend]


def _writer(scale: tuple[int, int], signs: Signs) -> Write:
    low, high = scale

    def write(value: float) -> str:
        share = (value - low) / (high - low) if high > low else 1.0
        return f"{digits(value)} {signs.balls[round(4 * min(1.0, max(0.0, share)))]}".strip()

    return write
