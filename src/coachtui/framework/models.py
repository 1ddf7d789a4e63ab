"""A whole framework: one conversation format, or a part that several formats share.

Pure values (pydantic, frozen). Touches no disk. A `Framework` in hand is always *expanded*: the steps of its opening and
closing parts stand in it, with ids such as `close/leaving`, and `opening` / `closing` only say where they came from.
"""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from coachtui.framework.base import (
    MAX_NAMES,
    FacetsOrTaken,
    Id,
    Ids,
    Line,
    MaybeLine,
    Model,
    Names,
    Prose,
    as_tuple,
    one_or_more,
)
from coachtui.framework.steps import Layout, Step

#: The newest version of the framework file format that this program reads.
FORMAT = 1

#: The most steps a framework may have, parts included.
MAX_STEPS = 200

Family = Literal["think", "problem", "perspective", "plan", "change", "success", "time", "stock", "agree", "learn"]
People = Literal["two", "three", "group"]


class Board(Model):
    """One canvas that several `notes` steps fill together."""

    id: Id
    """A short name that steps point to."""

    title: MaybeLine = ""
    """The heading of the finished picture."""

    layout: Layout = "columns"
    """How the notes are laid out. Rings, nearest first, are the columns of `rings` and `target`."""

    centre: Line | None = None
    """The row in the middle of `circles`, such as `Me`."""

    rows: FacetsOrTaken = ()
    """The rows: a list of names, or `{ from = "step" }`."""

    columns: FacetsOrTaken = ()
    """The columns: a list of names, or `{ from = "step" }`."""

    tags: Names = ()
    """Tags that a note may carry, such as `I know` or `I am guessing`."""

    types: Names = ()
    """Types that a note may have, such as `action` or `resource`."""

    fixed: bool = False
    """No row or column may be added during the conversation."""


class Round(Model):
    """Steps repeated for each person or each note, roles rotating if asked."""

    id: Id
    """A short name for the round."""

    for_each: Annotated[
        Annotated[Line, Tag("one")]
        | Annotated[
            tuple[Line, ...], BeforeValidator(as_tuple), Field(min_length=1, max_length=MAX_NAMES), Tag("names")
        ],
        Discriminator(lambda value: "one" if isinstance(value, str) else "names"),
    ]
    """An earlier step, `people`, `roles`, or a list of names: what the steps are repeated for."""

    call_it: Line = "item"
    """The word that stands in braces for the one whose turn it is, such as `person` for `{person}`."""

    steps: Ids
    """The steps that are repeated: neighbours, in the order of the file."""

    rotate: Names = ()
    """Roles that move one seat on each time."""

    may_stop_early: bool = False
    """The round may end before everyone has had a turn."""


class Framework(Model):
    """One conversation format (or, with `part`, a shared opening or closing)."""

    format: int = FORMAT
    """The version of the file format, not of the framework: 1."""

    id: Id
    """The same as the file's name without its ending."""

    name: Line
    """The name of the format, as a coach would say it."""

    version: int = Field(default=1, ge=1, le=9999)
    """The version of this framework. Raise it when you change what is asked."""

    part: bool = False
    """This file is an opening or a closing that several frameworks share."""

    summary: MaybeLine = ""
    """What it leads to, in one sentence."""

    words: MaybeLine = ""
    """What a coachee would say who needs this, such as `I'm stuck on one thing`."""

    keywords: Names = ()
    """Worries and words, as people would say them, by which it is found; they are not shown."""

    use_when: MaybeLine = ""
    """When it helps."""

    not_when: MaybeLine = ""
    """When something else would help more, kindly worded."""

    family: Family = "think"
    """The purpose it is listed under."""

    people: Annotated[
        tuple[People, ...],
        Field(min_length=1, max_length=3),
        BeforeValidator(one_or_more, json_schema_input_type=People | tuple[People, ...]),
    ] = ("two",)
    """How many people it is for: two, three, group."""

    roles: Names = ("Coach", "Coachee")
    """The roles that people hold."""

    minutes: Annotated[
        tuple[Annotated[int, Field(ge=1, le=480)], ...],
        Field(min_length=1, max_length=8),
        BeforeValidator(as_tuple),
    ] = (30,)
    """The lengths to choose from, shortest first."""

    origin: Prose | None = None
    """Where the method comes from."""

    materials: Names = ()
    """What should lie ready."""

    opening: Ids = ()
    """Parts that come before the steps of this file."""

    closing: Ids = ()
    """Parts that come after the steps of this file."""

    leads_to: Ids = ()
    """Frameworks that go well after this one."""

    steps: Annotated[tuple[Step, ...], BeforeValidator(as_tuple)] = Field(
        default=(), alias="step", max_length=MAX_STEPS
    )
    """What is asked, in the order of the conversation."""

    boards: Annotated[tuple[Board, ...], BeforeValidator(as_tuple)] = Field(
        default=(), alias="board", max_length=MAX_STEPS
    )
    """Canvases that several steps fill together."""

    rounds: Annotated[tuple[Round, ...], BeforeValidator(as_tuple)] = Field(
        default=(), alias="round", max_length=MAX_STEPS
    )
    """Steps that are repeated for each person, each role or each note."""

    @cached_property
    def _by_id(self) -> dict[str, Step]:
        found: dict[str, Step] = {}
        for step in self.steps:
            found[step.id] = step
        tails = [step.id.rpartition("/")[2] for step in self.steps]
        for step, tail in zip(self.steps, tails, strict=True):
            if tails.count(tail) == 1:
                found.setdefault(tail, step)
        return found

    def find(self, step: str) -> Step | None:
        """The step with this id; the end of an expanded id is enough where it is unique."""
        return self._by_id.get(step)

    def step(self, step: str) -> Step:
        """The step with this id. KeyError where there is none (a checked file never asks)."""
        return self._by_id[step]

    def board(self, board: str | None) -> Board | None:
        """The board with this id, or None."""
        return next((one for one in self.boards if one.id == board), None)

    def round_of(self, step: str) -> Round | None:
        """The round that repeats this step, or None. Rounds do not nest, so there is at most one."""
        return next((one for one in self.rounds if step in one.steps), None)

    @property
    def coachee(self) -> str:
        """The name of the role whose words are recorded where nothing else is said."""
        return self._role_like("coachee", -1)

    @property
    def coach(self) -> str:
        """The name of the role that asks."""
        return self._role_like("coach", 0)

    def _role_like(self, word: str, place: int) -> str:
        same = [role for role in self.roles if role.lower() == word]
        return same[0] if same else (self.roles[place] if self.roles else word.title())
