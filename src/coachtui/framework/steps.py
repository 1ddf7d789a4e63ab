"""The nine kinds of step: what each asks, and the shape of what it records.

Pure values (pydantic, frozen). The kinds are a closed set; `Step` is their union, told apart by `kind`. The text under
each setting is its description in the JSON Schema (see `schema.py`), so that an editor can show it.
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from coachtui.framework.anystep import CONTENTS, KINDS, BaseStep, Content, Kind, Layout, Level
from coachtui.framework.base import (
    MAX_NAMES,
    AnySource,
    Count,
    End,
    Ends,
    Facet,
    FacetsOrTaken,
    Id,
    Ids,
    Line,
    Lines,
    Model,
    Names,
    Prose,
    as_tuple,
    facets,
)

__all__ = [
    "CONTENTS",
    "KINDS",
    "STEP_OF",
    "ActionsStep",
    "AgreementStep",
    "BaseStep",
    "Check",
    "ChooseStep",
    "Content",
    "GuideStep",
    "Kind",
    "Layout",
    "Level",
    "LinkStep",
    "NotesStep",
    "Option",
    "RateStep",
    "ReviewStep",
    "Sets",
    "Step",
    "TextStep",
]


class GuideStep(BaseStep):
    """Something to say, do or read aloud; records who has seen it."""

    kind: Literal["guide"]
    """`guide`: something to say, do or read aloud."""

    say: Lines = ()
    """What is read aloud or done."""

    confirm: Literal["one", "all"] = "one"
    """`all`: everyone present says that they have seen it."""


class TextStep(BaseStep):
    """One passage; earlier wordings are always kept, and shown where `keep_versions` says so."""

    kind: Literal["text"]
    """`text`: one passage in the person's own words."""

    lines: Literal["one", "many", "date"] = "many"
    """One line, many lines, or a date."""

    keep_versions: bool = False
    """Earlier wordings are shown underneath. They are kept in any case."""


class NotesStep(BaseStep):
    """Many short notes, each with a place; on its own or on a board shared with other steps."""

    kind: Literal["notes"]
    """`notes`: many short notes, each with a place."""

    layout: Layout = "list"
    """How the notes are laid out. Rings, nearest first, are the columns of `rings` and `target`."""

    rows: FacetsOrTaken = ()
    """The rows: a list of names, or `{ from = "step" }`."""

    columns: FacetsOrTaken = ()
    """The columns: a list of names, or `{ from = "step" }`."""

    fixed: bool = False
    """No row or column may be added during the conversation."""

    board: Id | None = None
    """The board that these notes are written on."""

    row: Line | None = None
    """The row of the board that this step fills."""

    column: Line | None = None
    """The column of the board that this step fills."""

    tags: Names = ()
    """Tags that a note may carry, such as `I know` or `I am guessing`."""

    ask_tag: bool = False
    """Every note is asked for its tag."""

    types: Names = ()
    """Types that a note may have, such as `action` or `resource`."""

    start_with: AnySource | None = None
    """The notes of an earlier step, to be sorted here."""

    silent_first: float | None = Field(default=None, gt=0, le=120)
    """Minutes in which everyone writes alone before anything is shown."""

    at_least: Count | None = None
    """How many notes are hoped for. Never a wall."""

    at_most: Count | None = None
    """How many notes there should be at most. Never a wall."""


Sets = Literal["in person", "remote", "coaching", "mentoring", "telling"]


class Option(Facet):
    """One answer of a `choose`: it may offer a jump, or open steps that are otherwise left out.

    `sets` says what picking it tells about the session as a whole: how people meet, or what the talk became.
    """

    go_to: Id | None = None
    """The step that is offered next when this is picked."""

    open: Ids = ()
    """Steps that are part of the conversation only when this is picked."""

    sets: Sets | None = None
    """What picking this tells about the session: in person, remote, coaching, mentoring or telling."""


class ChooseStep(BaseStep):
    """Picks from fixed options or from earlier things, in order or as dots."""

    kind: Literal["choose"]
    """`choose`: picks from a list."""

    options: Annotated[
        tuple[Option, ...],
        Field(max_length=MAX_NAMES),
        BeforeValidator(facets, json_schema_input_type=tuple[Line | Option, ...]),
    ] = ()
    """The answers to pick from: names, or tables with a name and more."""

    from_: AnySource | None = Field(default=None, alias="from")
    """The earlier step or board whose things are picked from."""

    at_least: Count | None = None
    """How many picks are hoped for. Never a wall."""

    at_most: Count | None = None
    """How many picks there may be."""

    ordered: bool = False
    """The order of the picks matters."""

    dots: int | None = Field(default=None, ge=1, le=50)
    """How many dots each person has to give."""

    may_add: bool = False
    """An answer of one's own may be added."""

    reason: bool = False
    """Each pick is asked for its reason."""

    go_to: dict[Line, Id] = Field(default_factory=dict)
    """For an answer, the step that is offered next."""

    open: dict[Line, Ids] = Field(default_factory=dict)
    """For an answer, the steps that are part of the conversation only when it is picked."""

    lift: Id | None = None
    """A board or step with rows in order: the chosen note moves one row up, and from where to where is kept."""

    def goes_to(self, option: str) -> str | None:
        """The step that picking `option` offers to go to, or None."""
        own = next((one.go_to for one in self.options if one.name == option), None)
        return own or self.go_to.get(option)

    def opens(self, option: str) -> tuple[str, ...]:
        """The steps that are part of the talk only when `option` is picked."""
        own = next((one.open for one in self.options if one.name == option), ())
        return own or self.open.get(option, ())

    @property
    def openable(self) -> frozenset[str]:
        """All steps that some answer of this step opens."""
        tables = (step for steps in self.open.values() for step in steps)
        return frozenset(tables) | {step for one in self.options for step in one.open}


class Check(Model):
    """A rule that offers a jump when a rating is low; never a wall."""

    below: float
    """A rating lower than this brings the offer."""

    say: Prose
    """The sentence that is shown then."""

    go_to: Id | None = None
    """The step that is offered then."""

    ask: Prose | None = None
    """What is asked there instead of that step's own question, as long as the way back is open."""


class RateStep(BaseStep):
    """A number for each row, column and person, with a remark."""

    kind: Literal["rate"]
    """`rate`: a number for each row, column and person."""

    rows: FacetsOrTaken = ()
    """What is rated: a list of names, or `{ from = "step" }`. Without it there is one rating."""

    columns: FacetsOrTaken = ()
    """What each row is rated for: a list of names, or `{ from = "step" }`."""

    scale: Annotated[tuple[End, End], BeforeValidator(as_tuple)] = (1, 10)
    """The lowest and the highest number, such as `[1, 10]`."""

    ends: Ends | None = None
    """The names of the two ends, low end first; or `ask`: the coachee names them."""

    show_as: Literal["ruler", "table", "balls", "wheel"] = "ruler"
    """How the ratings are drawn. `balls` have five signs, so their scale has five steps."""

    weights: dict[Line, Annotated[float, Field(ge=0, le=100)]] = Field(default_factory=dict)
    """How much a named row or column counts in the totals. Without it, each counts once."""

    totals: bool = False
    """Sums are shown."""

    differences: bool = False
    """Differences between people, or between the columns, are shown."""

    compare: Literal["last"] | None = None
    """`last`: the ratings of the session before are shown beside."""

    check: Check | None = None
    """What is offered when a rating is low."""

    barrier: float | None = None
    """The first row rated at this number or lower is marked as the barrier."""


class LinkStep(BaseStep):
    """Ties between two sets of things; what has no partner stays in sight."""

    kind: Literal["link"]
    """`link`: ties between two sets of things."""

    from_: AnySource = Field(alias="from")
    """The first set: an earlier step or a board."""

    to: AnySource
    """The second set: an earlier step or a board."""

    many: bool = True
    """A thing may have several partners."""

    tie: Line = "goes with"
    """The words between the two, such as `answers` or `comes before`."""


class ActionsStep(BaseStep):
    """Commitments that live on after the session. The first two fields are asked, the rest are a key away."""

    kind: Literal["actions"]
    """`actions`: commitments that live on after the session."""

    from_: AnySource | None = Field(default=None, alias="from")
    """The earlier step or board whose things are offered to become actions."""

    fields: Names = ("what", "by when")
    """What is asked for each action; `what` comes first. The first two are asked, the rest are a key away."""

    owners: Names = ()
    """The roles whose actions these may be."""

    at_most: Count | None = None
    """How many actions there should be at most. Never a wall."""


class AgreementStep(BaseStep):
    """Clauses accepted by whom and when; kinds of content x audiences -> no, ask first, yes."""

    kind: Literal["agreement"]
    """`agreement`: what was agreed, and who may hear what."""

    clauses: Lines = ()
    """The sentences that are agreed to, one by one."""

    audiences: Names = ()
    """Who might be told something: coachee, line manager, group, SLT, anyone."""

    presets: dict[Line, dict[Content, Level]] = Field(default_factory=dict)
    """Named levels. Each says for every kind of content: no, ask or yes."""

    warnings: dict[Line, Line] = Field(default_factory=dict)
    """By the name of a preset: what is said when it is chosen, and again at each later meeting under it."""

    limits: Lines = ()
    """What cannot be kept between two people, read aloud."""


class ReviewStep(BaseStep):
    """What became of earlier actions, with earlier answers shown beside."""

    kind: Literal["review"]
    """`review`: what became of earlier actions."""

    sessions: Literal["last", "all"] = "last"
    """Whether the last conversation is looked back on, or all of them."""


#: Which model reads which kind. The only such table in this room.
STEP_OF: dict[Kind, type[BaseStep]] = {
    "guide": GuideStep,
    "text": TextStep,
    "notes": NotesStep,
    "choose": ChooseStep,
    "rate": RateStep,
    "link": LinkStep,
    "actions": ActionsStep,
    "agreement": AgreementStep,
    "review": ReviewStep,
}

Step = Annotated[
    GuideStep | TextStep | NotesStep | ChooseStep | RateStep | LinkStep | ActionsStep | AgreementStep | ReviewStep,
    Field(discriminator="kind"),
]
