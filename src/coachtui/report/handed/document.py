"""What a sheet is, whatever the format: headings, paragraphs, lists and tables of plain text. Pure; touches nothing.

A writer only has to know how its format says a heading, a paragraph, a list and a table, and how it escapes a text.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from coachtui.report.handed import words
from coachtui.report.page import day, number
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
    Ties,
    Words,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: 1 is the title, 2 a stage, 3 a step, 4 a place on a board."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage; `quiet` where it is ours and not what was said, `mark` what stands quietly behind it."""

    text: str
    mark: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: a text, what stands quietly behind it, and quiet lines below it."""

    text: str
    mark: str = ""
    below: tuple[str, ...] = ()
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Items:
    """A list; numbered where the order matters."""

    items: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the names of its columns, and its rows, the first cell of each being its name."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Element = Heading | Paragraph | Items | Table


def document(shared: Shared) -> tuple[Element, ...]:
    """The sheet as elements, from top to bottom."""
    return tuple(_elements(shared))


def _elements(shared: Shared) -> Iterator[Element]:
    yield Heading(1, shared.title)
    yield Paragraph(" · ".join(_facts(shared)), quiet=True)
    if shared.unfinished:
        yield Paragraph(words.UNFINISHED, quiet=True)
    if shared.empty:
        yield Paragraph(words.NOTHING.format(audience=words.to_whom(shared.audience)))
    for stage in shared.stages:
        if stage.name:
            yield Heading(2, stage.name)
        for part in stage.parts:
            yield from _part(part)
    if shared.parked:
        yield Heading(2, "Parked for later")
        yield Items(tuple(Item(one.text, one.by) for one in shared.parked))
    yield Paragraph(words.agreed(shared), quiet=True)
    yield Paragraph(words.closing(shared), quiet=True)


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
    return Item(said.text, said.by, (f"to: {said.to}",) if said.to else ())


def _words(block: Words) -> Iterator[Element]:
    for one in block.passages:
        yield Paragraph(one.text, one.by)


def _notes(block: Notes) -> Iterator[Element]:
    if not block.rows and not block.columns:
        yield Items(tuple(_in_order(block.notes)))
        return
    for row in (*block.rows, ""):
        for column in (*block.columns, ""):
            here = tuple(one for one in block.notes if (one.row, one.column) == (row, column))
            if here:
                name = " · ".join(one for one in (row, column) if one)
                yield Heading(4, name or "Not placed")
                yield Items(tuple(_note(one) for one in here))


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
            below.append(f"moved from {one.lifted[0]} to {one.lifted[1]}")
        found.append(Item(one.text, ", ".join(word for word in (dots, one.by) if word), tuple(below)))
    yield Items(tuple(found), numbered=block.ordered)


def _numbers(block: Numbers) -> Iterator[Element]:
    low, high = block.scale
    ends = block.ends
    yield Paragraph(f"From {low} ({ends[0]}) to {high} ({ends[1]})" if ends else f"From {low} to {high}", quiet=True)
    if len(block.numbers) == 1 and not (block.numbers[0].row or block.numbers[0].column):
        only = block.numbers[0]
        yield Paragraph(f"{number(only.value)}: {only.said}" if only.said else number(only.value), only.by)
        return
    whose = any(one.by for one in block.numbers)
    columns = any(one.column for one in block.numbers)
    said = any(one.said for one in block.numbers)
    head = (
        "What",
        *(("For",) if columns else ()),
        *(("Who",) if whose else ()),
        "Number",
        *(("Said",) if said else ()),
    )
    rows = []
    for one in block.numbers:
        cells = [one.row or "-", *([one.column] if columns else []), *([one.by] if whose else []), number(one.value)]
        rows.append((*cells, one.said) if said else tuple(cells))
    yield Table(head, tuple(rows))


def _ties(block: Ties) -> Iterator[Element]:
    yield Items(tuple(Item(f"{a} – {block.tie} – {b}", said) for a, b, said in block.pairs))


def _promises(block: Promises) -> Iterator[Element]:
    found = []
    for one in block.promises:
        when = day(one.due) if one.due else one.by_when
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
    Numbers: _numbers,
    Ties: _ties,
    Promises: _promises,
    Clauses: _clauses,
    Outcomes: _outcomes,
}
