"""What is handed over: a sheet of plain values, read from top to bottom. Touches nothing.

Only `share` makes one (a test reads the source for it). There are no ids, no times of day and nobody's marks in it; every
text is what a reader sees, and the writers of reports take nothing else.
"""

from dataclasses import dataclass
from datetime import date

from coachtui.framework.steps import Content, Layout, Level


@dataclass(frozen=True, slots=True)
class Said:
    """A text, and whose words it holds where that is said; `to` is the follow-up question it answers."""

    text: str
    by: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Passages, one after the other."""

    passages: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class SharedNote:
    """A note: its place by the names of row and column, the note it grew from by its number in the same list."""

    text: str
    row: str = ""
    column: str = ""
    marks: tuple[str, ...] = ()
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes with their rows and columns, by name. A row is named here only if something stands in it."""

    layout: Layout
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    notes: tuple[SharedNote, ...]
    centre: str = ""


@dataclass(frozen=True, slots=True)
class SharedPick:
    """One thing chosen, with its dots where dots were given, its reason, and the row it was lifted from and to."""

    text: str
    dots: int | None = None
    reason: str = ""
    by: str = ""
    lifted: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Picks:
    """What was chosen; `ordered` where the order matters."""

    picks: tuple[SharedPick, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """One number, for which row and column, by whom, and what was said to it."""

    value: float
    row: str = ""
    column: str = ""
    by: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Numbers:
    """A rating: the scale, the names of its ends, and its numbers."""

    scale: tuple[int, int]
    ends: tuple[str, str] | None
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Ties:
    """Pairs that belong together, with what was said to it, and the words between the two."""

    tie: str
    pairs: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """An action: what, who, by when in words and as a date, and the other fields by name."""

    what: str
    who: str
    by_when: str = ""
    due: date | None = None
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Promises:
    """The actions promised at one step."""

    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Clauses:
    """What was agreed, sentence by sentence, each with who accepted it."""

    clauses: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an earlier action."""

    what: str
    who: str
    status: str
    learned: str = ""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What became of earlier actions, as told in this session."""

    outcomes: tuple[Outcome, ...]


Block = Words | Notes | Picks | Numbers | Ties | Promises | Clauses | Outcomes


@dataclass(frozen=True, slots=True)
class Part:
    """What one step captured, under its title; remarks last."""

    title: str
    blocks: tuple[Block, ...]
    remarks: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """Parts under the heading they share; the name may be empty."""

    name: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """How far each kind of content goes to one audience."""

    audience: str
    levels: tuple[tuple[Content, Level], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One place of the table that this meeting changed: on which day and by whom, where that is shared."""

    day: date | None
    by: str
    audience: str
    content: Content
    before: str
    level: Level


@dataclass(frozen=True, slots=True)
class Terms:
    """What was agreed about who may hear what, for one who was there.

    Attributes:
        columns: for everybody but the reader.
        days: when it was agreed, and when it was last changed or agreed to again, where that is shared.
        by: who agreed to it at this meeting.
        changes: what this meeting changed of what was agreed before.
        bounds: what nobody can promise, as it is read aloud.
        warnings: what is said with what they chose.
        usual: nothing was agreed, so what is usual holds.
    """

    columns: tuple[Column, ...]
    days: tuple[date, ...] = ()
    by: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    bounds: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    usual: bool = False


@dataclass(frozen=True, slots=True)
class Shared:
    """One sheet for one audience.

    Attributes:
        audience: for whom it was made.
        title: the name of the format, or a plain word where that is not shared.
        day: when it was, where that is shared.
        people: who was there, each with the role, where that is shared.
        unfinished: the conversation was still open.
        levels: what was agreed for this audience: kind of content and level, in a fixed order. It says why this much
            and no more is here, and holds nothing of what was said.
        stages: what is shared.
        parked: ideas that were parked, where that is shared.
        next_date: the day of the next meeting, where that is shared.
        terms: what was agreed, for the coachee alone.
        agreed_as: for anybody else the name of the usual agreement, where people are warned of what it means.
    """

    audience: str
    title: str
    day: date | None
    people: tuple[tuple[str, str], ...]
    unfinished: bool
    levels: tuple[tuple[Content, Level], ...]
    stages: tuple[Stage, ...] = ()
    parked: tuple[Said, ...] = ()
    next_date: date | None = None
    terms: Terms | None = None
    agreed_as: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing of what was said is in it."""
        return not self.stages and not self.parked

    @property
    def promises(self) -> tuple[Promise, ...]:
        """Every action in it."""
        return tuple(
            one
            for stage in self.stages
            for part in stage.parts
            for block in part.blocks
            if isinstance(block, Promises)
            for one in block.promises
        )
