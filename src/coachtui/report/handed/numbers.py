"""Ratings as elements: one number as a sentence, several as a table, those with columns as a matrix. Pure."""

from collections.abc import Iterator

from coachtui.report.handed.elements import Element, Item, Items, Paragraph, Table
from coachtui.report.page import number
from coachtui.sharing.shared import Number, Numbers


def numbers(block: Numbers) -> Iterator[Element]:
    """What a rating says."""
    many = block.numbers
    if len(many) == 1 and not (many[0].row or many[0].column):
        yield Paragraph(f"{number(many[0].value)} {_scale(block)}", many[0].by)
        if many[0].said:
            yield Paragraph(many[0].said)
        return
    yield Paragraph(f"Each {_scale(block)}", quiet=True)
    matrix = _matrix(many)
    if matrix is not None:
        yield matrix
        said = tuple(Item(one.said, f"{one.row} · {one.column}") for one in many if one.said)
        if said:
            yield Items(said)
    else:
        yield _table(many)


def _scale(block: Numbers) -> str:
    """The scale in words: on a scale from 1 (not at all) to 10 (completely)."""
    low, high = block.scale
    ends = block.ends
    return f"on a scale from {low} ({ends[0]}) to {high} ({ends[1]})" if ends else f"on a scale from {low} to {high}"


def _matrix(many: tuple[Number, ...]) -> Table | None:
    """Rows and columns with a number where they meet; None where that is not what these are."""
    if not all(one.row and one.column and not one.by for one in many):
        return None
    found = {(one.row, one.column): number(one.value) for one in many}
    if len(found) != len(many):
        return None  # two rows of one name
    rows, columns = dict.fromkeys(one.row for one in many), tuple(dict.fromkeys(one.column for one in many))
    return Table(("", *columns), tuple((row, *(found.get((row, column), "") for column in columns)) for row in rows))


def _table(many: tuple[Number, ...]) -> Table:
    """One line for each number, with as many cells as there is something to say."""
    cells = {
        "What": [one.row for one in many],
        "For": [one.column for one in many],
        "Who": [one.by for one in many],
        "Number": [number(one.value) for one in many],
        "Said": [one.said for one in many],
    }
    used = {name: column for name, column in cells.items() if any(column)}
    return Table(tuple(used), tuple(zip(*used.values(), strict=True)))
