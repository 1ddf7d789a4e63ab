"""What an audience would get, on one page of a terminal: the same document that the files are written from.

Not a file to hand over: it is shown to those who decide whether one is made.
"""

from collections.abc import Callable, Iterable, Mapping

from rich.cells import cell_len

from coachtui.report.handed.document import in_lines
from coachtui.report.handed.elements import Element, Heading, Items, Paragraph, Table
from coachtui.report.page import IN, fit, joined, pad, wrap
from coachtui.sharing import HeldBack, Shared

REASONS: Mapping[str, str] = {
    "private": "private",
    "not agreed": "not agreed for this reader",
    "not asked": "goes only if the coachee says so",
    "hangs on something held back": "belongs to something that stays here",
    "grew from something held back": "taken from something that stays here; /share lets it go",
    "a limit was reached here": "a limit was reached here",
}


def preview_lines(shared: Shared, width: int = 80) -> list[str]:
    """The page, in lines of at most `width` cells."""
    return element_lines(in_lines(shared), width)


def element_lines(elements: Iterable[Element], width: int = 80) -> list[str]:
    """Elements as lines of at most `width` cells."""
    width = fit(width)
    return joined(*(_ELEMENTS[type(one)](one, width) for one in elements))


def held_back_lines(held: tuple[HeldBack, ...], width: int = 80) -> list[str]:
    """What stays here, and the reason: for the coach alone."""
    width = fit(width)
    if not held:
        return ["Nothing is held back."]
    found = wrap("For you alone. This stays here:", width)
    title = None
    for one in held:
        if one.title != title:
            title = one.title
            found += ["", *wrap(title, width)]
        found += wrap(
            f"{one.words} ({REASONS[one.reason]})" if one.words else f"({REASONS[one.reason]})", width, f"{IN}- "
        )
    return found


def _heading(one: Heading, width: int) -> list[str]:
    lines = wrap(one.text, width)
    if one.level > 2:
        return lines
    return [*lines, ("=" if one.level == 1 else "-") * max(cell_len(line) for line in lines)]


def _paragraph(one: Paragraph, width: int) -> list[str]:
    return wrap(f"{one.text} ({one.mark})" if one.mark else one.text, width, IN if not one.quiet else "")


def _items(many: Items, width: int) -> list[str]:
    found: list[str] = []
    for number, one in enumerate(many.items, 1):
        sign = f"{number}. " if many.numbered else "- "
        first = IN + IN * one.depth + sign
        found += wrap(f"{one.text} ({one.mark})" if one.mark else one.text, width, first)
        for line in one.below:
            found += wrap(line, width, " " * len(first))
    return found


def _table(one: Table, width: int) -> list[str]:
    """As a table where it fits, else line by line, each cell with its name."""
    rows = (one.head, *one.rows)
    wide = [max(cell_len(row[at]) for row in rows) for at in range(len(one.head))]
    if len(IN) + sum(wide) + 2 * (len(wide) - 1) <= width and not any("\n" in cell for row in rows for cell in row):
        return [f"{IN}{'  '.join(pad(cell, wide[at]) for at, cell in enumerate(row))}".rstrip() for row in rows]
    found: list[str] = []
    for row in one.rows:
        cells = [f"{head}: {cell}" if head else cell for head, cell in zip(one.head, row, strict=True) if cell]
        found += wrap("; ".join(cells), width, f"{IN}- ")
    return found


_ELEMENTS: Mapping[type[Element], Callable[..., list[str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Table: _table,
}
