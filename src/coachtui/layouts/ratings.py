"""Ratings as lines: the ruler and the table, always with the digit. Pure functions; touches nothing."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len

from coachtui.layouts.lines import EMPTY, Line, Of, Role, Says, Span, filled, indented, line, one_line, paragraph, wrap
from coachtui.layouts.signs import Signs
from coachtui.layouts.values import Cell, Ratings

#: More steps than this are no ruler any more.
LONGEST = 13

#: The widest a step of a ruler gets, so that it stays one thing to look at.
SLOT = 6

#: What a number is written as: with its sign where it has one.
Write = Callable[[float], str]


def digits(value: float) -> str:
    """A number without a needless point."""
    return str(int(value)) if value == int(value) else f"{value:g}"


def as_ruler(ratings: Ratings, width: int, signs: Signs) -> list[Line]:
    """The scale with the number in [brackets] and the older one in (round ones); else plain rows."""
    low, high = ratings.scale
    label = label_width(ratings, width, signs)
    slot = max(len(str(low)), len(str(high))) + 2
    steps, room = high - low + 1, width - label - 2
    if steps > LONGEST or room < steps * slot:
        return [*plain(ratings, width, signs), *ends(ratings, width), *barrier(ratings, width)]
    slot = min(SLOT, room // steps)
    found: list[Line] = []
    for cell in ratings.cells:
        *above, name = label_lines(cell, label, width, signs)
        found += [*above, (*name, *_steps(cell, ratings.scale, slot)), *_beside(cell, ratings, label, width)]
    found += _named_ends(ratings, label + 2, steps * slot, width)
    legend = [f"[ ] now, ( ) {ratings.before}"] if any(one.was is not None for one in ratings.cells) else []
    return [*found, *(row for one in legend for row in paragraph(one, width, "quiet")), *barrier(ratings, width)]


def _steps(cell: Cell, scale: tuple[int, int], slot: int) -> Line:
    spans: list[Span] = []
    for number in range(scale[0], scale[1] + 1):
        means = Says(str(number)) if cell.here else Says(str(number), cell.key) if cell.key else None
        if cell.value == number:
            # Only the number itself is a value: where values are shown in reverse, blanks would be a bar.
            shown = f"[{number}]".center(slot)
            before, _, after = shown.partition(f"[{number}]")
            spans += [Span(before, "", means), Span(f"[{number}]", "value", means), Span(after, "", means)]
        elif cell.was == number:
            spans.append(Span(f"({number})".center(slot), "old", means))
        else:
            spans.append(Span(str(number).center(slot), "" if cell.here else "quiet", means))
    return tuple(spans)


def _beside(cell: Cell, ratings: Ratings, label: int, width: int) -> list[Line]:
    """What the ruler cannot show: a number between two steps, the same number as before, the remark."""
    low, high = ratings.scale
    told = [digits(one) for one in (cell.value,) if one is not None and one not in range(low, high + 1)]
    if cell.was is not None and (cell.was == cell.value or cell.was not in range(low, high + 1)):
        told.append(f"{ratings.before} {digits(cell.was)}")
    words = ", ".join(told)
    return indented(
        [*(paragraph(words, width - label - 2, "value") if words else []), *said(cell, width - label - 2)], label + 2
    )


def _named_ends(ratings: Ratings, margin: int, room: int, width: int) -> list[Line]:
    """The two names under the two ends of the ruler; where they do not fit there, in words."""
    if ratings.ends is None:
        return []
    (low, *more), (high, *still) = (wrap(one, room) for one in ratings.ends)
    gap = room - cell_len(low) - cell_len(high)
    if more or still or gap < 2:
        return ends(ratings, width)
    return [(Span(" " * margin), Span(low, "quiet"), Span(" " * gap), Span(high, "quiet"))]


def ends(ratings: Ratings, width: int) -> list[Line]:
    """What the two ends are called, in words."""
    if ratings.ends is None:
        return []
    (low, high), (least, most) = ratings.ends, ratings.scale
    return paragraph(f"{least} is {low}, {most} is {high}", width, "quiet")


def barrier(ratings: Ratings, width: int) -> list[Line]:
    """The first row at or below the line."""
    return paragraph(f"first at or below the line: {ratings.barrier}", width, "quiet") if ratings.barrier else []


def said(cell: Cell, width: int) -> list[Line]:
    """The remark of a cell."""
    return paragraph(cell.remark, width, "quiet") if cell.remark else []


def across(cell: Cell, signs: Signs) -> str:
    """What a cell is headed by in a table: its column and its person."""
    return one_line(signs.between.join(one for one in (cell.column, cell.by) if one))


def name_of(cell: Cell, signs: Signs) -> str:
    """All that a cell is called by."""
    return one_line(signs.between.join(one for one in (cell.row, across(cell, signs)) if one))


def label_width(ratings: Ratings, width: int, signs: Signs) -> int:
    """Cells kept for the names at the left, the sign of the entry line included."""
    longest = max((cell_len(name_of(one, signs)) for one in ratings.cells), default=0)
    return 2 + min(longest, max(0, width // 3))


def label_lines(cell: Cell, label: int, width: int, signs: Signs) -> list[Line]:
    """The name of a cell; the last line is exactly as wide as the label and two blanks. A long name stands above."""
    role, means = _role(cell), Of(cell.key) if cell.key else None
    # What has no name is the only thing there is: nothing has to say that one stands there.
    before, name = "> " if cell.here and name_of(cell, signs) else "  ", name_of(cell, signs)
    if cell_len(name) <= label - 2:
        return [filled(line(before + " ".join(wrap(name, width)), role, means), label + 2, signs)]
    above = [line(("  " if at else before) + row, role, means) for at, row in enumerate(wrap(name, width - 2))]
    return [*above, (Span(" " * (label + 2)),)]


def _role(cell: Cell) -> Role:
    return "here" if cell.here else "name"


def plain(ratings: Ratings, width: int, signs: Signs, write: Write = digits) -> list[Line]:
    """One cell a row: its name, its number, the older number, and what was said with it."""
    found: list[Line] = []
    label = label_width(ratings, width, signs)
    for cell in ratings.cells:
        *above, name = label_lines(cell, label, width, signs)
        number = _numbers(cell, ratings, signs, write)
        if sum(one.width for one in (*name, *number)) <= width:
            found += [*above, (*name, *number)]
        else:
            found += paragraph(name_of(cell, signs), width, _role(cell)) if not above and cell.row else above
            found += [row for one in number for row in paragraph(one.text.strip(), width, one.role)]
        found += indented(said(cell, width - 4), 4 if width > 20 else 0)
    return found


def _numbers(cell: Cell, ratings: Ratings, signs: Signs, write: Write) -> Line:
    value: Span = Span(signs.none, "quiet") if cell.value is None else Span(write(cell.value), "value")
    old = () if cell.was is None else (Span(f"  {ratings.before} {write(cell.was)}", "old"),)
    return (value, *old)


def as_table(ratings: Ratings, width: int, signs: Signs, write: Write = digits) -> list[Line]:
    """Rows down, columns and people across, the older number in (round brackets); else one cell a row."""
    table = _table(ratings, width, signs, write)
    found = table if table is not None else plain(ratings, width, signs, write)
    if table is not None:
        if any(one.was is not None for one in ratings.cells):
            found += paragraph(f"( ) {ratings.before}", width, "quiet")
        for cell in ratings.cells:
            if cell.remark:
                found += paragraph(f"{name_of(cell, signs)}: {cell.remark}".removeprefix(": "), width, "quiet")
    return [*found, *ends(ratings, width), *barrier(ratings, width)]


def _table(ratings: Ratings, width: int, signs: Signs, write: Write) -> list[Line] | None:
    """The table, or None where a list is better: it does not fit, has one column only, or two cells of one name."""
    heads = list(dict.fromkeys(across(one, signs) for one in ratings.cells))
    rows = list(dict.fromkeys(one_line(one.row) for one in ratings.cells))
    written = {(one_line(one.row), across(one, signs)): _in_table(one, signs, write) for one in ratings.cells}
    if len(heads) < 2 or len(written) < len(ratings.cells):
        return None
    sizes = [max([cell_len(head) + 2, *(width_in(written.get((row, head))) for row in rows)]) for head in heads]
    label = max(2 + max((cell_len(row) for row in rows), default=0), 2)
    if label + sum(sizes) + 2 * len(sizes) > width:
        return None
    found: list[Line] = [_row((Span(" " * label),), [line(head, "name") for head in heads], sizes, signs)]
    for row in rows:
        here = any(one.here for one in ratings.cells if one_line(one.row) == row)
        name = filled(line(("> " if here else "  ") + row, "here" if here else "name"), label, signs)
        found.append(_row(name, [written.get((row, head), EMPTY) for head in heads], sizes, signs))
    return found


def width_in(spans: Line | None) -> int:
    """Cells a line takes; none for no line."""
    return sum(one.width for one in spans or ())


def _in_table(cell: Cell, signs: Signs, write: Write) -> Line:
    means = Of(cell.key) if cell.key else None
    value = Span(signs.none, "quiet", means) if cell.value is None else Span(write(cell.value), "value", means)
    before = (Span("> ", "here"),) if cell.here else ()
    old = () if cell.was is None else (Span(f" ({write(cell.was)})", "old", means),)
    return (*before, value, *old)


def _row(name: Line, cells: Sequence[Line], sizes: Sequence[int], signs: Signs) -> Line:
    spans = list(name)
    for cell, size in zip(cells, sizes, strict=True):
        spans += [Span("  "), *filled(cell, size, signs)]
    return tuple(spans)
