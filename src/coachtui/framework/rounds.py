"""Rounds: their steps are there, neighbours, and in one round only; what they are repeated for comes before them.

Pure; touches no disk.
"""

import re
from collections.abc import Iterator

from coachtui.framework.base import Source
from coachtui.framework.canvases import repeated
from coachtui.framework.mistakes import Mistake, listed, quoted
from coachtui.framework.models import Round
from coachtui.framework.outline import Entry, Outline
from coachtui.framework.pieces import Piece
from coachtui.framework.references import check_source
from coachtui.framework.rewriting import RESERVED

#: What braces mean everywhere, and what therefore no round can be called.
EVERYWHERE = ("coachee", "coach", "topic")

_CALLED = re.compile(r"[A-Za-z0-9_-]{1,64}")


def check_round(piece: Piece, model: Round, outline: Outline) -> Iterator[Mistake]:
    """Everything about one round."""
    entries: list[Entry] = []
    for number, name in enumerate(model.steps):
        found = outline.step(piece, ("steps", number), name)
        if isinstance(found, Mistake):
            yield found
        else:
            entries.append(found)
            yield from _second_round(piece, number, name, outline)
    if not model.steps:
        yield piece.mistake(("steps",), "This round repeats no step.", "Name the steps, or take the round out.")
    yield from repeated(piece, ("steps",), model.steps, "step")
    if entries and len(entries) == len(model.steps):
        yield from _neighbours(piece, entries, outline)
    yield from _for_each(piece, model, entries, outline)
    yield from _called(piece, model, outline)
    yield from repeated(piece, ("rotate",), model.rotate, "role")
    if len(model.rotate) == 1:
        yield piece.mistake(("rotate",), "One role alone cannot move on.", "Name two or more roles, or take it out.")


def _second_round(piece: Piece, number: int, name: str, outline: Outline) -> Iterator[Mistake]:
    first = next((one for one, model in outline.rounds if name in model.steps), None)
    if first is not None and first is not piece:
        what = f"The step {quoted(piece.local(name))} is already in the round {quoted(first.name)}."
        yield piece.mistake(("steps", number), what, "A step can be in one round only; take it out of one of them.")


def _neighbours(piece: Piece, entries: list[Entry], outline: Outline) -> Iterator[Mistake]:
    places = [one.place for one in entries]
    names = [piece.local(one.id) for one in sorted(entries, key=lambda one: one.place)]
    if places != sorted(places):
        what = "The steps of the round stand in another order in the file."
        yield piece.mistake(("steps",), what, f"Write them in the order of the file: {listed(names, 'and')}.")
        return
    inside = range(places[0], places[-1] + 1)
    between = [one for one in outline.steps.values() if one.place in inside and one.place not in places]
    if between:
        what = f"The steps of the round are not next to each other: {listed([piece.local(one.id) for one in between], 'and')} stands between them."
        yield piece.mistake(("steps",), what, "Move it out of the way, or take it into the round.")


def _for_each(piece: Piece, model: Round, entries: list[Entry], outline: Outline) -> Iterator[Mistake]:
    if not isinstance(model.for_each, str):
        yield from repeated(piece, ("for_each",), model.for_each, "name")
    elif model.for_each not in RESERVED:
        before = min((one.place for one in entries), default=len(outline.steps))
        found = list(check_source(piece, ("for_each",), Source(step=model.for_each), outline, before))
        yield from found


def _called(piece: Piece, model: Round, outline: Outline) -> Iterator[Mistake]:
    word = model.call_it
    if not _CALLED.fullmatch(word):
        what = f"{quoted(word)} cannot stand in braces."
        yield piece.mistake(("call_it",), what, "Use one word of letters, digits and hyphens, such as person.")
    elif word in EVERYWHERE:
        what = f"{quoted(word)} has a meaning of its own in braces."
        yield piece.mistake(("call_it",), what, "Use another word, such as person.")
    elif word in outline.steps and outline.steps[word].kind == "text":
        what = f"{quoted(word)} is the id of a text step, so it would not be clear what stands in the braces."
        yield piece.mistake(("call_it",), what, "Use another word.")
