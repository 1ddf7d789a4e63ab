"""Tables of notes: the 2 x 2 with its axes named, and the target (segments x rings, nearest first).

Pure functions; touches nothing. Where a cell would be too narrow, the same notes stand in groups below one another.
"""

from dataclasses import replace

from rich.cells import cell_len

from coachtui.layouts.lines import EMPTY, At, Line, Role, Span, beside, filled, line, wrap
from coachtui.layouts.notes import entries, loose, stacked
from coachtui.layouts.signs import Signs
from coachtui.layouts.values import Heading, Picture, keys

#: The narrowest a cell may be inside.
NARROWEST = 16
GUTTER = 18

#: The one segment of a target that has none.
ALL = Heading("", "")


def as_grid(picture: Picture, width: int, signs: Signs) -> list[Line]:
    """A table with the names of its rows at the left and of its columns above."""
    if not picture.rows or not picture.columns:
        return stacked(picture, width, signs)
    widths = _widths(picture, width)
    if min(widths[1:]) < NARROWEST:
        return stacked(picture, width, signs)
    return [*_before(picture, width, signs), *_head(picture, widths, signs), *_body(picture, widths, signs)]


def as_target(picture: Picture, width: int, signs: Signs) -> list[Line]:
    """Segments down, rings across, the nearest ring at the left: how far out a note stands is read from left to right."""
    if not picture.columns:
        return stacked(picture, width, signs)
    shown = picture
    if not picture.rows:
        notes = tuple(replace(one, row=ALL.key) for one in picture.notes)
        shown = replace(picture, rows=(ALL,), notes=notes, here=picture.here and (ALL.key, picture.here[1]))
    widths = _widths(shown, width)
    if min(widths[1:]) < NARROWEST:
        return stacked(picture, width, signs)
    body = [*_head(shown, widths, signs), *_body(shown, widths, signs)]
    return [*_before(shown, width, signs), _outwards(widths, signs), *body]


def _before(picture: Picture, width: int, signs: Signs) -> list[Line]:
    """What has no cell yet: no row, or a row but no column. A row alone is told behind the note."""
    rows, columns = {one.key: one.name for one in picture.rows}, keys(picture.columns)
    outside = tuple(
        replace(one, row="", column="", marks=(*one.marks, *filter(None, (rows.get(one.row),))))
        for one in picture.notes
        if one.row not in rows or one.column not in columns
    )
    found = loose(Picture("list", outside, columns=picture.columns), width, signs)
    return [*found, EMPTY] if found else []


def _widths(picture: Picture, width: int) -> list[int]:
    """The width of the gutter, and of the inside of each column; lines and blanks come on top."""
    names = max(cell_len(one.name) for one in picture.rows)
    gutter = min(names + 2, GUTTER, max(0, width // 5)) if names else 0
    count = len(picture.columns)
    each, over = divmod(max(0, width - gutter - (3 * count + 1) - (1 if gutter else 0)), count)
    return [gutter, *(each + (number < over) for number in range(count))]


def _gutter(widths: list[int]) -> Line:
    return (Span(" " * (widths[0] + 1)),) if widths[0] else ()


def _outwards(widths: list[int], signs: Signs) -> Line:
    """Which way is near and which is far."""
    room = sum(widths[1:]) + 3 * len(widths[1:]) + 1
    words = ("nearest ", f"{signs.arrow} furthest")
    between = room - sum(cell_len(one) for one in words) - 1
    return (*_gutter(widths), Span(f"{words[0]}{signs.soft.flat * max(0, between)}{words[1]}", "quiet"))


def _head(picture: Picture, widths: list[int], signs: Signs) -> list[Line]:
    """The names of the columns, each over its own."""
    blocks: list[list[Line]] = []
    for one, width in zip(picture.columns, widths[1:], strict=True):
        here = picture.stands(column=one.key)
        role: Role = "here" if here else "name"
        rows = wrap(f"> {one.name}" if here else one.name, width)
        blocks.append([line(row, role, At(("", one.key))) for row in rows])
    found = beside(blocks, widths[1:], signs, 3)
    before = " " * (widths[0] + 1 if widths[0] else 0)
    return [(Span(f"{before}  "), *row) for row in found]


def _body(picture: Picture, widths: list[int], signs: Signs) -> list[Line]:
    soft = signs.soft
    found = [_rule(widths, soft.top_left, signs.tee_down, soft.top_right, signs)]
    for number, row in enumerate(picture.rows):
        if number:
            found.append(_rule(widths, signs.tee_right, signs.cross, signs.tee_left, signs))
        found += _row(picture, row, widths, signs)
    return [*found, _rule(widths, soft.bottom_left, signs.tee_up, soft.bottom_right, signs)]


def _rule(widths: list[int], left: str, middle: str, right: str, signs: Signs) -> Line:
    parts = middle.join(signs.soft.flat * (width + 2) for width in widths[1:])
    return (*_gutter(widths), Span(f"{left}{parts}{right}", "edge"))


def _row(picture: Picture, row: Heading, widths: list[int], signs: Signs) -> list[Line]:
    """One row: its name in the gutter, its cells between lines."""
    here = picture.stands(row.key)
    names: list[Line] = []
    if widths[0]:
        role: Role = "here" if here else "name"
        rows = wrap(f"> {row.name}" if here else row.name, widths[0])
        names = [line(one, role, At((row.key, ""))) for one in rows]
    cells = [
        entries(picture.at(row.key, column.key), width, signs)
        for column, width in zip(picture.columns, widths[1:], strict=True)
    ]
    height = max(1, len(names), *(len(one) for one in cells))
    edge = Span(signs.soft.upright, "edge")
    found: list[Line] = []
    for at in range(height):
        spans: list[Span] = []
        if widths[0]:
            spans += [*filled(names[at] if at < len(names) else EMPTY, widths[0], signs), Span(" ")]
        spans.append(edge)
        for column, cell, width in zip(picture.columns, cells, widths[1:], strict=True):
            inside = cell[at] if at < len(cell) else (Span("", "", At((row.key, column.key))),)
            spans += [Span(" "), *filled(inside, width, signs), Span(" "), edge]
        found.append(tuple(spans))
    return found
