"""The small things inside records: notes, picks, ratings, ties, actions, clauses, remarks.

Pure values (pydantic, frozen). Touches no disk. Every thing has an id that never changes, says whose words it holds
(`by`, a person's id), when it was made and when it was last edited, so two copies of a session can be merged thing by
thing. What is dropped stays as a tombstone: the id, `gone`, and no text.
"""

from datetime import date, datetime
from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, PlainSerializer

from coachtui.framework.duty import ToldFirst

#: A moment with its local offset, written as in 2026-11-21T16:22:05+00:00.
Moment = Annotated[AwareDatetime, PlainSerializer(lambda at: at.isoformat(), return_type=str)]

#: How far one thing may travel, where the agreement leaves that open.
Mark = Literal["private", "shareable"]

Status = Literal["open", "done", "moving", "stuck", "dropped"]
STATUSES: tuple[Status, ...] = ("open", "done", "moving", "stuck", "dropped")


class Value(BaseModel):
    """Frozen base of all session values. Fields this version does not know are kept and written back."""

    model_config = ConfigDict(
        defer_build=True,  # what checks a session is made when the first one is read, not when the program starts
        frozen=True,
        extra="allow",
        hide_input_in_errors=True,
        validate_by_name=True,
        allow_inf_nan=False,
    )


class Wording(Value):
    """What stood in a thing before it was edited; `field` names the field of an action it stood in, if not the text."""

    text: str
    at: Moment
    by: str | None = None
    field: str | None = None


class Thing(Value):
    """Anything with an id of its own inside a session.

    `marked_after` are the ids of the limits that had been reached when it was marked as one that may be shared: the mark
    speaks for those who knew of them, and of no others. The order is kept so, and not by the clock, which can be put back.
    """

    id: str
    at: Moment
    edited: Moment | None = None
    by: str | None = None
    mark: Mark | None = None
    marked_after: tuple[str, ...] = Field(default=(), exclude_if=lambda limits: not limits)
    gone: Moment | None = None

    def tombstone(self, at: datetime) -> Self:
        """What is left once this is dropped: the id, whose it was and where it stood, and not a word of it.

        Fields that this version does not know may hold words as well, so they go too.
        """
        known = type(self).model_fields
        kept = {name: getattr(self, name) for name in known}
        blank = {name: empty for name, empty in _WORDS.items() if name in known}
        return type(self).model_validate({**kept, **blank, "edited": at, "gone": at})


#: The fields in which something that was said may stand, and what is left of them in a tombstone.
_WORDS: dict[str, object] = {
    "text": "",
    "remark": "",
    "reason": "",
    "learned": "",
    "low": "",
    "high": "",
    "value": 0.0,
    "to": None,
    "who": None,
    "due": None,
    "fields": {},
    "earlier": (),
}


class Passage(Thing):
    """A text with its earlier wordings, oldest first."""

    text: str = ""
    earlier: tuple[Wording, ...] = ()


class Remark(Passage):
    """Something said where no answer was asked for, or in answer to a follow-up question (`to`)."""

    to: str | None = None


class Parked(Passage):
    """An idea caught early, to be drawn on later; `spot` is where it came up."""

    spot: str | None = None


class Move(Value):
    """A change of place of a note: where it stood before, and where it went."""

    from_row: str | None = None
    from_column: str | None = None
    row: str | None = None
    column: str | None = None
    at: Moment
    by: str | None = None


class Note(Passage):
    """One short note. `row` and `column` are labels of the framework or ids of items added live."""

    row: str | None = None
    column: str | None = None
    tag: str | None = None
    type: str | None = None
    parent: str | None = None
    moves: tuple[Move, ...] = ()


class Placement(Value):
    """Where a thing born elsewhere stands in this record. `id` is the thing's; never a copy of its text.

    `from_row` is set by a lift: the row the note was lifted from.
    """

    id: str
    row: str | None = None
    column: str | None = None
    from_row: str | None = None
    at: Moment
    by: str | None = None


class Item(Passage):
    """A row, a column or an option added live; `text` is its name."""


class Pick(Thing):
    """One thing chosen: a label of the framework or the id of a thing, with dots and a reason where asked."""

    item: str
    dots: int = 1
    reason: str = ""
    earlier: tuple[Wording, ...] = ()


class RatedBefore(Value):
    """An earlier number in the same cell."""

    value: float
    remark: str = ""
    at: Moment
    by: str | None = None


class Rating(Thing):
    """A number in one cell: row and column are labels or ids, `by` is the person whose rating it is."""

    value: float
    row: str | None = None
    column: str | None = None
    remark: str = ""
    earlier: tuple[RatedBefore, ...] = ()


class Naming(Thing):
    """The two ends of a scale in someone's own words. The newest one stands; what stood before is kept beside it."""

    low: str
    high: str


class Tie(Thing):
    """Two things that belong together: `a` from the one set, `b` from the other."""

    a: str
    b: str
    remark: str = ""


class Action(Passage):
    """A commitment; `text` is what. `who` is a person's id or free words; `due` is a plain date or None.

    `fields` holds the other fields by their name in the framework, `by when` in the person's own words among them.
    `source` is the id of the thing it grew from. What became of it is never stored here: see `Event`.
    """

    who: str | None = None
    due: date | None = None
    source: str | None = None
    fields: dict[str, str] = Field(default_factory=dict)


class ActionRef(Value):
    """Points at an action where it was promised: the session's id and the action's."""

    session: str
    id: str


class Event(Thing):
    """What became of an action: reported at a follow-up, or set outside a session.

    `earlier` holds what was said to be learned before it was told again.
    """

    action: ActionRef
    status: Status
    learned: str = ""
    earlier: tuple[Wording, ...] = ()


class Clause(Passage):
    """One sentence of an agreement; `struck` when the people took it out.

    `replaces` is the clause that this one stands for: an id, or a label of the framework.
    """

    struck: bool = False
    replaces: str | None = None


class Acceptance(Thing):
    """Who accepted a clause, or took the acceptance back. Entries are only ever added."""

    clause: str
    verdict: Literal["accepted", "declined", "withdrawn"] = "accepted"


class LevelChange(Thing):
    """A change of how far one kind of content goes to one audience. Entries are only ever added.

    `preset` is the name under which it was chosen: None for a single level, empty where an undo took the name away.
    """

    audience: str
    content: str
    before: str | None = None
    level: str
    preset: str | None = None


class TableAcceptance(Thing):
    """Who accepted the table of contents and audiences, as it stood then; or took it back. Entries are only ever added."""

    levels: dict[str, dict[str, str]] = Field(default_factory=dict)
    verdict: Literal["accepted", "withdrawn"] = "accepted"


class Seen(Value):
    """Who has seen or confirmed something read aloud, and when."""

    by: str | None = None
    at: Moment


class Limit(Thing):
    """That a limit was reached: at which spot (its key), who will be told, and whether the person was told first.

    Its moment is when. It has no field for what was disclosed, and never gets one. Entries are only ever added.
    """

    spot: str
    told: str
    told_first: ToldFirst
