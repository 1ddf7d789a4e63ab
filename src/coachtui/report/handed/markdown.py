"""A sheet as Markdown (CommonMark with tables). Every text is escaped, so that none of it is read as anything but text."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from rich.cells import cell_len

from coachtui.report.handed.document import in_lines
from coachtui.report.handed.elements import Element, Heading, Items, Paragraph, Table
from coachtui.report.page import pad
from coachtui.sharing import Shared

#: Characters that may mean something wherever they stand.
_ANYWHERE = re.compile(r"[\\`*_{}\[\]<>|~&$^=@#!]")
#: What readers turn into links of their own accord.
_LINKS = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(:)|\b(www)(\.)")
#: No column of a table is padded further than this.
WIDEST = 40
#: What makes a list, a heading or a rule at the beginning of a line.
_AT_START = re.compile(r"^(\s*)([-+:]|\d+(?=[.)]))")


def escaped(text: str) -> str:
    """One line of text in which nothing is markup."""
    found = _ANYWHERE.sub(lambda sign: f"\\{sign[0]}", text)
    found = _LINKS.sub(lambda sign: f"{sign[1] or sign[3]}\\{sign[2] or sign[4]}", found)
    found = _AT_START.sub(_start, found)
    return found.strip(" \t")


def _start(found: re.Match[str]) -> str:
    """A sign at the start is escaped; a number before a point or bracket is set apart from it."""
    sign = found[2]
    return f"\\{sign}" if not sign.isdigit() else f"{sign}\\"


def _lines(text: str) -> list[str]:
    """The lines of a text, escaped; empty ones do not end a paragraph or a list."""
    return [escaped(one) for one in text.split("\n") if one.strip()] or [""]


def _broken(text: str, indent: str = "") -> str:
    """A text of several lines as one paragraph with hard line breaks."""
    return f"\\\n{indent}".join(_lines(text))


def markdown_file(shared: Shared) -> bytes:
    """The sheet as the bytes of a Markdown file."""
    return markdown_of(in_lines(shared))


def markdown_of(elements: Iterable[Element]) -> bytes:
    """Elements as the bytes of a Markdown file."""
    blocks = ["\n".join(_ELEMENTS[type(one)](one)) for one in elements]
    return ("\n\n".join(blocks) + "\n").encode()


def _heading(one: Heading) -> Iterator[str]:
    yield f"{'#' * one.level} {' '.join(_lines(one.text))}"


def _paragraph(one: Paragraph) -> Iterator[str]:
    mark = f" ({' '.join(_lines(one.mark))})" if one.mark else ""
    words = _broken(one.text) + mark
    yield f"*{words}*" if one.quiet and words else words


def _items(many: Items) -> Iterator[str]:
    for number, one in enumerate(many.items, 1):
        first = f"{number}. " if many.numbered else "- "
        indent = "  " * one.depth
        inner = indent + " " * len(first)
        mark = f" ({' '.join(_lines(one.mark))})" if one.mark else ""
        words = _broken(one.text, inner) + mark
        below = "".join(f"\\\n{inner}{_broken(line, inner)}" for line in one.below)
        yield f"{indent}{first}{words or ' '}{below}"


def _table(one: Table) -> Iterator[str]:
    """Its columns stand below each other in the raw text too, unless a cell is very wide."""
    rows = [[" / ".join(_lines(cell)) for cell in row] for row in (one.head, *one.rows)]
    wide = [max(3, min(WIDEST, max(cell_len(row[at]) for row in rows))) for at in range(len(one.head))]
    head, *body = (f"| {' | '.join(pad(cell, wide[at]) for at, cell in enumerate(row))} |" for row in rows)
    yield head
    yield f"| {' | '.join('-' * width for width in wide)} |"
    yield from body


_ELEMENTS: Mapping[type[Element], Callable[..., Iterator[str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Table: _table,
}
