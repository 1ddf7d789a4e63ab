"""What a sheet is, whatever the format: headings, paragraphs, lists, tables and boards of plain text. Pure; touches nothing.

A writer only has to know how its format says each of these, and how it escapes a text; `numbers` makes those of ratings.
A format that cannot set notes side by side takes `in_lines`, where a board is headings and lists.
"""

from collections.abc import Callable, Iterator, Mapping

from coachtui.report.handed import words
from coachtui.report.handed.elements import Board, Element, Heading, Item, Items, Paragraph
from coachtui.report.handed.numbers import numbers
from coachtui.report.page import by_when, day
from coachtui.sharing.shared import (
    Block,
    Clauses,
    Notes,
    Numbers,
    Outcomes,
    Part,
    Picks,
    Promises,
    Said,
    Shared,
    SharedNote,
    Terms,
    Ties,
    Words,
)

#: Layouts in which each row is a place of its own, read one after the other, and not a row of a table.
APART = frozenset({"circles"})


def document(shared: Shared) -> tuple[Element, ...]:
    """The sheet as elements, from top to bottom."""
    return (*content(shared), *about(shared))


def in_lines(shared: Shared) -> tuple[Element, ...]:
    """The same without boards: what stands in one place of a board is a heading and a list."""
    return tuple(
        one
        for element in document(shared)
        for one in (element.in_lines() if isinstance(element, Board) else (element,))
    )


def content(shared: Shared) -> tuple[Element, ...]:
    """The sheet down to the last thing that was said."""
    return tuple(_elements(shared))


def about(shared: Shared) -> tuple[Element, ...]:
    """The end of the sheet: what was agreed, what is on it, what is not, and how to treat it."""
    agreed = words.agreed(shared)
    told = (Paragraph(one, quiet=True) for one in words.closing(shared))
    known = tuple(_terms(shared.terms)) if shared.terms is not None else ()
    return (*known, Heading(2, words.ABOUT), Items(tuple(Item(one) for one in agreed)), *told)


def _terms(terms: Terms) -> Iterator[Element]:
    yield Heading(2, words.TERMS)
    if said := words.agreed_when(terms):
        yield Paragraph(said, quiet=True)
    yield Items(tuple(Item(one) for one in words.table(terms)))
    if terms.changes:
        yield Paragraph(words.CHANGED, quiet=True)
        yield Items(tuple(Item(words.changed(one), words.changed_when(one)) for one in terms.changes))
    for one in (*terms.warnings, *(terms.bounds or words.LIMITS)):
        yield Paragraph(one)
    yield Paragraph(words.OPEN, quiet=True)


def _elements(shared: Shared) -> Iterator[Element]:
    yield Heading(1, shared.title)
    yield Paragraph(" · ".join(_facts(shared)), quiet=True)
    if shared.unfinished:
        yield Paragraph(words.UNFINISHED, quiet=True)
    if shared.agreed_as:
        yield Paragraph(words.AGREED_AS.format(name=shared.agreed_as))
    if shared.empty:
        yield Paragraph(words.empty(shared))
    for stage in shared.stages:
        if stage.name:
            yield Heading(2, stage.name)
        for part in stage.parts:
            yield from _part(part)
    if shared.parked:
        yield Heading(2, "Parked for later")
        yield Items(tuple(Item(one.text, one.by) for one in shared.parked))


def _facts(shared: Shared) -> Iterator[str]:
    yield words.made_for(shared)
    if shared.day is not None:
        yield day(shared.day)
    if shared.people:
        yield ", ".join(name if name == role else f"{name} ({role})" for name, role in shared.people)


def _part(part: Part) -> Iterator[Element]:
    yield Heading(3, part.title)
    for block in part.blocks:
        yield from _BLOCKS[type(block)](block)
    if part.remarks:
        yield Items(tuple(_remark(one) for one in part.remarks))


def _remark(said: Said) -> Item:
    return Item(f"{words.REMARK}: {said.text}", said.by, (f"to: {said.to}",) if said.to else ())


def _words(block: Words) -> Iterator[Element]:
    for one in block.passages:
        yield Paragraph(one.text, one.by)


def _notes(block: Notes) -> Iterator[Element]:
    if not block.rows and not block.columns:
        yield Items(tuple(_in_order(block.notes)))
        return
    rows = _names(block.rows, {one.row for one in block.notes})
    if block.centre and block.centre in rows:
        rows = (block.centre, *(one for one in rows if one != block.centre))
    columns = _names(block.columns, {one.column for one in block.notes})
    cells: dict[tuple[str, str], list[Item]] = {}
    for one in block.notes:
        cells.setdefault((one.row, one.column), []).append(_note(one))
    filled = tuple(tuple(tuple(cells.get((row, column), ())) for column in columns) for row in rows)
    yield Board(rows, columns, filled, apart=block.layout in APART)


def _names(known: tuple[str, ...], used: set[str]) -> tuple[str, ...]:
    """The rows or columns of a board; an empty name at the end where a note stands in none, or where there are none."""
    return (*known, *([""] if "" in used or not known else []))


def _in_order(notes: tuple[SharedNote, ...]) -> Iterator[Item]:
    """Each note before what grew from it, one step further in."""
    below: dict[int | None, list[int]] = {}
    for place, one in enumerate(notes):
        below.setdefault(one.parent if one.parent != place else None, []).append(place)
    seen: set[int] = set()

    def walk(parent: int | None, depth: int) -> Iterator[Item]:
        for place in below.get(parent, ()):
            if place not in seen:
                seen.add(place)
                yield _note(notes[place], depth)
                yield from walk(place, min(depth + 1, 5))

    yield from walk(None, 0)
    yield from (_note(one) for place, one in enumerate(notes) if place not in seen)  # a circle in a mended file


def _note(note: SharedNote, depth: int = 0) -> Item:
    return Item(note.text, ", ".join(note.marks), depth=depth)


def _picks(block: Picks) -> Iterator[Element]:
    found = []
    for one in block.picks:
        dots = "" if one.dots is None else "1 dot" if one.dots == 1 else f"{one.dots} dots"
        below = [f"because: {one.reason}"] if one.reason else []
        if one.lifted:
            below.append(f"to be moved from {one.lifted[0]} to {one.lifted[1]}")
        found.append(Item(one.text, ", ".join(word for word in (dots, one.by) if word), tuple(below)))
    yield Items(tuple(found), numbered=block.ordered)


def _ties(block: Ties) -> Iterator[Element]:
    yield Items(tuple(Item(f"{a} – {block.tie} – {b}", said) for a, b, said in block.pairs))


def _promises(block: Promises) -> Iterator[Element]:
    found = []
    for one in block.promises:
        when = by_when(one.by_when, one.due)
        facts = [f"who: {one.who}", *([f"by when: {when}"] if when else [])]
        found.append(Item(one.what, below=("; ".join(facts), *(f"{name}: {text}" for name, text in one.fields))))
    yield Items(tuple(found), numbered=True)


def _clauses(block: Clauses) -> Iterator[Element]:
    yield Items(tuple(Item(text, f"accepted by {', '.join(names)}" if names else "") for text, names in block.clauses))


def _outcomes(block: Outcomes) -> Iterator[Element]:
    yield Items(
        tuple(
            Item(one.what, f"{one.who}: {one.status}", (f"learned: {one.learned}",) if one.learned else ())
            for one in block.outcomes
        )
    )


#: The only such table in this room.
_BLOCKS: Mapping[type[Block], Callable[..., Iterator[Element]]] = {
    Words: _words,
    Notes: _notes,
    Picks: _picks,
    Numbers: numbers,
    Ties: _ties,
    Promises: _promises,
    Clauses: _clauses,
    Outcomes: _outcomes,
}
