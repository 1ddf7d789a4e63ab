"""The small shared pieces of a framework file: names with their own questions, and "where from".

Pure values (pydantic, frozen). Touches no disk. The text under each setting is its description in the JSON Schema
(see `schema.py`), so that an editor can show it.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, StringConstraints, Tag

#: The most rows, columns, options, tags or names in one list. More cannot be read on one screen.
MAX_NAMES = 60

#: An id as it stands in a file, or after a part was expanded (`close/leaving`).
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,63}(/[a-z0-9][a-z0-9-]{0,63})?$", max_length=129)]

#: A short name or sentence: one line, never empty.
Line = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"^[^\t\r\n]*[^\s][^\t\r\n]*$")]

#: A short name or sentence that may be left empty.
MaybeLine = Annotated[str, StringConstraints(max_length=500, pattern=r"^[^\t\r\n]*$")]

#: A longer text that may have several lines, never empty.
Prose = Annotated[str, StringConstraints(min_length=1, max_length=5_000, pattern=r"[^\s]")]


class Model(BaseModel):
    """Frozen base of all framework values.

    Unknown keys are kept (a session pins frameworks that a later version may have written); the file checker refuses
    them with `extra="forbid"` at validation time. Bad input is never quoted in an error.
    """

    model_config = ConfigDict(
        defer_build=True,  # Home and most commands read no framework: what checks one is made when the first is read
        frozen=True,
        extra="allow",
        hide_input_in_errors=True,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        strict=True,
        allow_inf_nan=False,
    )


def one_or_more(value: Any) -> Any:
    """A single string where a list is meant: take it as a list of one, and any list as a tuple."""
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


def as_tuple(value: Any) -> Any:
    """Any list as a tuple, so that values stay frozen."""
    return tuple(value) if isinstance(value, list) else value


#: Questions or hints: a list, or one string on its own.
Lines = Annotated[
    tuple[Prose, ...],
    Field(max_length=MAX_NAMES),
    BeforeValidator(one_or_more, json_schema_input_type=Prose | tuple[Prose, ...]),
]

#: Several names: a list, or one string on its own.
Names = Annotated[
    tuple[Line, ...],
    Field(max_length=MAX_NAMES),
    BeforeValidator(one_or_more, json_schema_input_type=Line | tuple[Line, ...]),
]

#: Several ids of steps, parts or frameworks: a list, or one string on its own.
Ids = Annotated[
    tuple[Id, ...],
    Field(max_length=200),
    BeforeValidator(one_or_more, json_schema_input_type=Id | tuple[Id, ...]),
]

#: A count of notes or picks.
Count = Annotated[int, Field(ge=1, le=500)]

#: The number at one end of a scale. A scale is drawn, so its ends stay where a person can read them.
End = Annotated[int, Field(ge=-100, le=100)]

#: `ends = "ask"`, or the names of the low and the high end.
Ends = Annotated[
    Annotated[Literal["ask"], Tag("word")] | Annotated[tuple[Line, Line], BeforeValidator(as_tuple), Tag("names")],
    Discriminator(lambda value: "word" if isinstance(value, str) else "names"),
]


class Facet(Model):
    """A column, a row or an option: its name, and the questions it asks when the entry line stands there."""

    name: Line
    """The name as it is shown. It is also how other lines point to it."""

    ask: Lines = ()
    """Questions asked while the entry line stands here. The first is shown, the others are another way to ask."""

    hint: Line | None = None
    """A few words shown in the empty entry line."""

    minutes: float | None = Field(default=None, gt=0, le=600)
    """How much of the step's time belongs here."""


def facet(value: Any) -> Any:
    """A bare name as a facet without questions of its own."""
    return {"name": value} if isinstance(value, str) else value


def facets(value: Any) -> Any:
    """Each bare name in a list as a facet."""
    return tuple(facet(one) for one in value) if isinstance(value, list | tuple) else value


class Source(Model):
    """Where things are taken from: a step, or a board, and which of its notes.

    `tagged`, `not_tagged`, `row`, `not_row`, `column`, `rings` and `type` narrow it down. What is taken keeps its identity.
    """

    step: Id | None = None
    """The step whose notes, picks or actions are taken. Name either a step or a board."""

    board: Id | None = None
    """The board whose notes are taken. Name either a step or a board."""

    tagged: Names = ()
    """Only notes with one of these tags."""

    not_tagged: Names = ()
    """Only notes without any of these tags; those without a tag are among them."""

    row: Line | None = None
    """Only notes in this row."""

    not_row: Names = ()
    """Only notes outside these rows."""

    column: Line | None = None
    """Only notes in this column."""

    rings: Names = ()
    """Only notes in these rings of a target or of rings."""

    type: Line | None = None
    """Only notes of this type."""

    @property
    def origin(self) -> str:
        """The id of the step or board that is meant."""
        return self.step or self.board or ""


def source(value: Any) -> Any:
    """A bare step id as a source."""
    return {"step": value} if isinstance(value, str) else value


#: `from = "step"`, or `from = { board = "...", tagged = [...] }`.
AnySource = Annotated[Source, BeforeValidator(source, json_schema_input_type=Id | Source)]


class Taken(Model):
    """Rows or columns that are the items of an earlier step: `{ from = "who" }`."""

    from_: AnySource = Field(alias="from")
    """The earlier step whose items become the rows or columns."""


def _names_or_taken(value: Any) -> str:
    """Which reading of rows or columns is meant, so that a mistake is told for that reading only."""
    return "taken" if isinstance(value, Mapping | Taken) else "names"


#: A list of names, each alone or with questions of its own.
Facets = Annotated[
    tuple[Facet, ...],
    Field(max_length=MAX_NAMES),
    BeforeValidator(facets, json_schema_input_type=tuple[Line | Facet, ...]),
]

#: A list of names, or `{ from = "step" }`.
FacetsOrTaken = Annotated[
    Annotated[Facets, Tag("names")] | Annotated[Taken, Tag("taken")],
    Discriminator(_names_or_taken),
]
