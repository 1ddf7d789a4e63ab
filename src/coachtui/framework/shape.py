"""Each piece of a framework on its own: has it the settings it may have, and are their values of the right sort?

Pure; touches no disk. One bad step does not hide the others: every piece is read apart.
"""

from typing import TypeVar

from pydantic import ValidationError

from coachtui.framework.base import Model
from coachtui.framework.mistakes import Mistake, listed, nearest, quoted, sort_of
from coachtui.framework.models import FORMAT, Board, Framework, Round
from coachtui.framework.pieces import Draft, Piece
from coachtui.framework.steps import KINDS, STEP_OF, BaseStep
from coachtui.framework.wording import in_words

M = TypeVar("M", bound=Model)


def newer(head: Piece) -> Mistake | None:
    """The one mistake that is told alone: the file is written for a later program, or does not say for which."""
    number = head.data.get("format")
    if isinstance(number, int) and not isinstance(number, bool) and number > FORMAT:
        what = f"This file has format {quoted(number)}, and this program reads format {FORMAT}."
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


def head_of(head: Piece, *, part: bool) -> Framework | list[Mistake]:
    """The settings at the top of a file. A part needs no name."""
    data = {"name": head.data.get("id") or "part", **head.data} if part else head.data
    return read(Framework, head.with_data(data))


def read(model: type[M], piece: Piece) -> M | list[Mistake]:
    """A piece as its model, or every mistake in it."""
    try:
        return model.model_validate(piece.data, extra="forbid")
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        mistakes = [in_words(one, piece, model) for one in found]
        return list(dict.fromkeys(mistakes))


def step_of(piece: Piece) -> BaseStep | list[Mistake]:
    """A step as the model of its kind, or every mistake in it."""
    kind = piece.data.get("kind")
    model = next((STEP_OF[known] for known in KINDS if known == kind), None)
    return _unknown_kind(piece) if model is None else read(model, piece)


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


def pieces_of(draft: Draft) -> tuple[dict[int, Model], list[Mistake]]:
    """All pieces but the head, each by the identity of its raw table; and every mistake in any of them."""
    models: dict[int, Model] = {}
    mistakes: list[Mistake] = []
    found: list[tuple[Piece, Model | list[Mistake]]] = [(piece, step_of(piece)) for piece in draft.steps]
    found += [(piece, read(Board, piece)) for piece in draft.boards]
    found += [(piece, read(Round, piece)) for piece in draft.rounds]
    for piece, result in found:
        if isinstance(result, list):
            mistakes += result
        else:
            models[id(piece)] = result
    return models, mistakes
