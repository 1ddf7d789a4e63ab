"""Each piece of a framework on its own: has it the settings it may have, and are their values of the right sort?

Pure; touches no disk. One bad step does not hide the others: every piece is read apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from coachtui.framework.base import Model
from coachtui.framework.mistakes import MOST_TOLD, Mistake, listed, nearest, quoted, sort_of
from coachtui.framework.models import FORMAT, Board, Framework, Round
from coachtui.framework.pieces import Draft, Piece
from coachtui.framework.steps import KINDS, STEP_OF, BaseStep
from coachtui.framework.troubles import Path
from coachtui.framework.wording import in_words, path_in

M = TypeVar("M", bound=Model)


def newer(head: Piece) -> Mistake | None:
    """The one mistake that is told alone: the file is written for a later program, or does not say for which."""
    number = head.data.get("format")
    if isinstance(number, int) and not isinstance(number, bool) and number > FORMAT:
        what = f"This file has format {quoted(number)[1:-1]}, and this program reads format {FORMAT}."
        return head.mistake(("format",), what, "Use a newer coachtui for it.")
    return None


def format_mistake(head: Piece) -> list[Mistake]:
    """A `format` that is missing or is not a number this program knows."""
    number = head.data.get("format")
    if number is None:
        what = "The file does not say which format it is written in."
        return [head.mistake((), what, f"Add a first line format = {FORMAT}.")]
    if isinstance(number, bool) or not isinstance(number, int):
        return []  # told as a wrong type
    if number < 1:
        return [head.mistake(("format",), "There is no such format.", f"Write format = {FORMAT}.")]
    return []


@dataclass(frozen=True)
class Reading(Generic[M]):
    """A piece that was read.

    Attributes:
        model: the piece, if it is fit.
        rest: the piece without its bad settings, so that its references can be looked at all the same; else None.
        mistakes: what is wrong with it.
    """

    model: M | None
    rest: M | None
    mistakes: list[Mistake]


def read(model: type[M], piece: Piece) -> Reading[M]:
    """A piece as its model, or every mistake in it."""
    found = _validated(model, piece.data)
    if not isinstance(found, list):
        return Reading(found, found, [])
    mistakes = [in_words(one, piece, model) for one in _without_echoes(found)]
    paths = [path_in(piece.data, one["loc"]) for one in found]
    rest = _rest(model, piece.data, paths)
    return Reading(None, rest, list(dict.fromkeys(mistakes)))


def _validated(model: type[M], data: dict[str, Any]) -> M | list[ErrorDetails]:
    try:
        return model.model_validate(data, extra="forbid", by_alias=True, by_name=False)
    except ValidationError as error:
        return error.errors(include_url=False, include_input=False)[:MOST_TOLD]


def _without_echoes(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """A list whose only entry is wrong counts as empty too; the wrong entry is enough to tell."""
    places = [error["loc"] for error in errors]

    def echo(error: ErrorDetails) -> bool:
        here = error["loc"]
        return error["type"] == "too_short" and any(len(one) > len(here) and one[: len(here)] == here for one in places)

    return [error for error in errors if not echo(error)]


def _rest(model: type[M], data: dict[str, Any], paths: list[Path]) -> M | None:
    """The piece without the settings that are wrong: first only the innermost, then the whole line."""
    for cut in (_innermost, _outermost):
        kept: Any = data
        for path in paths:
            kept = _left_out(kept, cut(path))
        found = _validated(model, kept)
        if not isinstance(found, list):
            return found
    return None


def _innermost(path: Path) -> Path:
    """The path up to its last name: entries of a list keep their numbers, so they are not taken out alone."""
    last = max((number for number, part in enumerate(path) if isinstance(part, str)), default=-1)
    return path[: last + 1]


def _outermost(path: Path) -> Path:
    return path[:1]


def _left_out(value: Any, path: Path) -> Any:
    """The same value without what lies at `path`."""
    if not path:
        return value
    if isinstance(value, dict) and path[0] in value:
        if len(path) == 1:
            return {key: one for key, one in value.items() if key != path[0]}
        return {key: _left_out(one, path[1:]) if key == path[0] else one for key, one in value.items()}
    if isinstance(value, list):
        return [_left_out(one, path[1:]) if number == path[0] else one for number, one in enumerate(value)]
    return value


def head_of(head: Piece, *, part: bool) -> Reading[Framework]:
    """The settings at the top of a file. A part needs no name."""
    data = {"name": head.data.get("id") or "part", **head.data} if part else head.data
    return read(Framework, head.with_data(data))


def step_of(piece: Piece) -> Reading[BaseStep]:
    """A step as the model of its kind, or every mistake in it."""
    kind = piece.data.get("kind")
    model = next((STEP_OF[known] for known in KINDS if known == kind), None)
    return Reading(None, None, _unknown_kind(piece)) if model is None else read(model, piece)


def _unknown_kind(piece: Piece) -> list[Mistake]:
    kind = piece.data.get("kind")
    kinds = f"The kinds are {listed(KINDS, 'and')}."
    if kind is None:
        return [piece.mistake((), "This step has no kind.", f'Add a line such as kind = "text". {kinds}')]
    if not isinstance(kind, str):
        what = f'"kind" wants text between quotation marks, and this is {sort_of(kind)}.'
        return [piece.mistake(("kind",), what, kinds)]
    near = nearest(kind, KINDS)
    remedy = f"Did you mean {quoted(near)}?" if near else kinds
    return [piece.mistake(("kind",), f"There is no kind {quoted(kind)}.", remedy)]


@dataclass
class Models:
    """The pieces of a draft as models, by the identity of the piece: the fit ones, and what is left of the others."""

    fit: dict[int, Model] = field(default_factory=dict)
    rest: dict[int, Model] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)


def pieces_of(draft: Draft) -> Models:
    """All pieces but the head, each read apart."""
    models = Models()
    for piece, reading in _read_one_by_one(draft):
        models.mistakes += reading.mistakes
        if len(models.mistakes) > MOST_TOLD:
            break
        if reading.model is not None:
            models.fit[id(piece)] = reading.model
        if reading.rest is not None:
            models.rest[id(piece)] = reading.rest
    return models


def _read_one_by_one(draft: Draft) -> Iterator[tuple[Piece, Reading[Any]]]:
    for piece in draft.steps:
        yield piece, step_of(piece)
    for piece in draft.boards:
        yield piece, read(Board, piece)
    for piece in draft.rounds:
        yield piece, read(Round, piece)
