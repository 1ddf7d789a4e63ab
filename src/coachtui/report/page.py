"""Plain lines of a page: wrapping by what the terminal really shows, headings, days. Pure functions; touches nothing.

Widths are counted in cells, so that wide characters and emoji stand where they should.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from rich.cells import cell_len, chop_cells

from coachtui.layouts import Role
from coachtui.session.things import Wording
from coachtui.session.when import when_words

#: No page is set narrower than this, and none wider: long lines are hard to read.
NARROWEST, WIDEST = 24, 96

#: One step inwards.
IN = "  "


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a line of a picture: its letters from `start` up to `end`, its role, the id of the thing it tells of."""

    start: int
    end: int
    role: Role
    thing: str = ""


class Tagged(str):
    """A line that knows what it tells of: the ids of the things whose words stand in it; in a picture, which part is what."""

    things: tuple[str, ...]
    runs: tuple[Run, ...]

    def __new__(cls, text: str, things: tuple[str, ...], runs: tuple[Run, ...] = ()) -> Self:
        """The same text, with these ids."""
        made = super().__new__(cls, text)
        made.things, made.runs = things, runs
        return made


def runs_of(line: str) -> tuple[Run, ...]:
    """The parts of a line of a picture, one after the other; none for any other line."""
    return line.runs if isinstance(line, Tagged) else ()


def things_of(line: str) -> tuple[str, ...]:
    """The ids of the things a line tells of; none for a line that tells of nothing in particular."""
    return line.things if isinstance(line, Tagged) else ()


def tagged(lines: Iterable[str], thing: str) -> list[str]:
    """The same lines, knowing that they tell of this thing. Where a line tells of several, the innermost comes first."""
    return [Tagged(line, tuple(dict.fromkeys((*things_of(line), thing))), runs_of(line)) for line in lines]


def fit(width: int) -> int:
    """The width to set a page in on a terminal of that width."""
    return max(NARROWEST, min(width, WIDEST))


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Break `text` into lines of at most `width` cells; its own line ends stay.

    Args:
        text: clean text.
        width: cells in all, what stands before included.
        first: stands before the first line, such as `- `.
        rest: stands before every other line; as much blank as `first` is wide where it is not given.
    """
    hanging = " " * cell_len(first) if rest is None else rest
    found: list[str] = []
    for passage in text.split("\n"):
        before = first if not found else hanging
        room = max(1, width - cell_len(before))
        found.extend(
            f"{before if number == 0 else hanging}{line}".rstrip() for number, line in enumerate(_broken(passage, room))
        )
    return found


def _broken(passage: str, room: int) -> Iterator[str]:
    line = ""
    for word in passage.split():
        joined = f"{line} {word}" if line else word
        if cell_len(joined) <= room:
            line = joined
            continue
        if line:
            yield line
        *whole, line = chop_cells(word, room) or [""]
        yield from whole
    yield line


def heading(text: str, width: int) -> list[str]:
    """A heading with a line under it."""
    lines = wrap(text, width)
    return [*lines, "-" * max(cell_len(line) for line in lines)]


def inset(lines: Iterable[str], by: str = IN) -> list[str]:
    """The same lines, further in; empty ones stay empty."""
    return [_same(line, f"{by}{line}") if line else "" for line in lines]


def _same(line: str, text: str) -> str:
    """The line further in, telling of the same things."""
    by = len(text) - len(line)
    runs = tuple(Run(one.start + by, one.end + by, one.role, one.thing) for one in runs_of(line))
    return Tagged(text, line.things, runs) if isinstance(line, Tagged) else text


def joined(*blocks: list[str]) -> list[str]:
    """Blocks with one empty line between them; empty blocks leave none."""
    found: list[str] = []
    for block in blocks:
        if block:
            found.extend(["", *block] if found else block)
    return found


def pad(text: str, cells: int) -> str:
    """The text with blanks after it up to so many cells."""
    return text + " " * max(0, cells - cell_len(text))


def day(when: date) -> str:
    """A day as people say it: Saturday 21 November 2026."""
    return f"{when:%A} {when.day} {when:%B %Y}"


def by_when(words: str, due: date | None) -> str:
    """The day of a promise, and beside it what was said of it where that says more."""
    return when_words(words, due)


def in_words(answer: str) -> str:
    """An answer that is a day, written 2026-11-21, as people say it; any other as it is."""
    try:
        return day(date.fromisoformat(answer))
    except ValueError:
        return answer


def held(started: datetime | None, ended: datetime | None, planned: datetime | None, *, from_paper: bool) -> str:
    """When a conversation was, in words."""
    if started is None:
        return f"planned for {day(planned)}, {planned:%H:%M}" if planned else "not begun"
    if from_paper:
        return f"{day(started)}, from paper"
    if ended is None:
        return f"{day(started)}, {started:%H:%M}, still open"
    if ended.date() == started.date():
        return f"{day(started)}, {started:%H:%M} to {ended:%H:%M}"
    return f"{day(started)}, {started:%H:%M}, closed {day(ended)}"


def wordings(earlier: Iterable[Wording], width: int, indent: str = IN) -> list[str]:
    """What something said before its present words, the oldest first."""
    told = [one for one in earlier if one.text]
    return [
        line
        for number, one in enumerate(told)
        for line in wrap(one.text, width, f"{indent}{'then' if number else 'first'}: ")
    ]


def number(value: float) -> str:
    """A number without a needless point."""
    return f"{value:g}"


def shortened(text: str, cells: int) -> str:
    """The text on one line of at most so many cells; what is left out is told by three points."""
    if cell_len(text) <= cells:
        return text
    return f"{chop_cells(text, max(1, cells - 3))[0].rstrip()}..."
