"""Rating: a ruler where there is room for one, else a plain row; always with the digit."""

from coachtui.talk.view import Cell, RateBody
from coachtui.tui.steps.shared import quiet
from coachtui.tui.widgets.lines import (
    EMPTY,
    Line,
    Look,
    Piece,
    Say,
    Stand,
    apart,
    cell_len,
    fit,
    line,
    pad,
    width_of,
    wrap,
)

#: More steps than this are no ruler any more.
LONGEST = 13


def draw(body: RateBody, width: int) -> list[Line]:
    """Every cell in the order it is asked; the one that is asked now is marked."""
    names = [_name(cell) for cell in body.cells]
    label = min(max((cell_len(name) for name in names), default=0), max(0, width // 3))
    low, high = body.scale
    margin = label + 4 + (14 if any(cell.was is not None for cell in body.cells) else 0)
    ruler = body.show_as == "ruler" and high - low < LONGEST and width - margin >= 4 * (high - low + 1)
    found: list[Line] = []
    for cell, name in zip(body.cells, names, strict=True):
        found += _ruler(body, cell, name, label) if ruler else _row(cell, name, label)
        found += [line(" " * (label + 4) + row, "quiet") for row in wrap(cell.remark, width - label - 4) if row]
    if body.ends:
        found += _ends(body.ends, body.scale, label if ruler else None, width)
    if body.barrier:
        found += [EMPTY, *quiet(f"first at or below the line: {body.barrier}", width)]
    return found


def _name(cell: Cell) -> str:
    return " · ".join(part for part in (cell.row, cell.column, cell.by) if part)


def _label(cell: Cell, name: str, label: int) -> list[Piece]:
    sign = "> " if cell.here else "  "
    return [Piece(sign + pad(name, label) + ("  " if label else ""), "here" if cell.here else "", Stand(cell.place))]


def _ruler(body: RateBody, cell: Cell, name: str, label: int) -> list[Line]:
    low, high = body.scale
    pieces = _label(cell, name, label)
    for number in range(low, high + 1):
        act = Say(str(number)) if cell.here else None
        if cell.value == number:
            pieces.append(Piece(f"[{number}]".center(4), "picked", act))
        else:
            pieces.append(Piece(f" {number} ".center(4), "" if cell.here else "quiet", act))
    if cell.value is not None and cell.value != int(cell.value):
        pieces.append(Piece(f" [{_digits(cell.value)}]", "picked"))
    return [(*pieces, *_was(cell))]


def _row(cell: Cell, name: str, label: int) -> list[Line]:
    value = "–" if cell.value is None else _digits(cell.value)
    look: Look = "picked" if cell.value is not None else "quiet"
    return [(*_label(cell, name, label), Piece(f"{value:>4}", look), *_was(cell))]


def _was(cell: Cell) -> tuple[Piece, ...]:
    return () if cell.was is None else (Piece(f"  last time {_digits(cell.was)}", "quiet"),)


def _digits(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def _ends(ends: tuple[str, str], scale: tuple[int, int], label: int | None, width: int) -> list[Line]:
    low, high = scale
    if label is None:
        return quiet(f"{low} is {ends[0]}, {high} is {ends[1]}", width)
    margin = 2 + label + (2 if label else 0)
    room = min(4 * (high - low + 1), width - margin)
    words = apart(line(fit(ends[0], room // 2), "quiet"), line(fit(ends[1], room // 2), "quiet"), room)
    return [(Piece(" " * margin), *words)] if width_of(words) <= width else []
