"""What cannot be meant: settings that are each allowed and do not go together. One function for each kind of step.

Pure; touches no disk.
"""

from collections.abc import Callable, Iterator
from typing import Any

from coachtui.framework.base import Taken
from coachtui.framework.canvases import MOST_CELLS, check_canvas, check_names, count_of, repeated
from coachtui.framework.mistakes import Mistake, quoted, suggestion
from coachtui.framework.outline import Entry, Outline
from coachtui.framework.pieces import Piece
from coachtui.framework.steps import (
    ActionsStep,
    AgreementStep,
    BaseStep,
    ChooseStep,
    NotesStep,
    RateStep,
    TextStep,
)
from coachtui.framework.troubles import Path


def check_step_sense(entry: Entry, step: BaseStep, outline: Outline) -> Iterator[Mistake]:
    """Whatever does not go together within one step."""
    yield from _meaning(entry.piece, step)
    yield from _speaks(entry, step, outline)
    yield from _by_kind(entry, step, outline)


def _by_kind(entry: Entry, step: BaseStep, outline: Outline) -> Iterator[Mistake]:
    check = _KINDS.get(type(step))
    return check(entry.piece, step, outline) if check is not None else iter(())


def _between(piece: Piece, low: int | None, high: int | None) -> Iterator[Mistake]:
    if low is not None and high is not None and low > high:
        what = f'"at_least" is {low} and "at_most" is {high}, so no number fits.'
        yield piece.mistake(("at_least",), what, "Make at_least the smaller one.")


# -- every kind ------------------------------------------------------------------------------------------------------


def _meaning(piece: Piece, step: BaseStep) -> Iterator[Mistake]:
    if step.means is None:
        return
    if not isinstance(step, TextStep):
        what = f"{quoted(step.means)} is read from one passage, and this step is of kind {quoted(step.kind)}."
        yield piece.mistake(("means",), what, 'Use means in a step of kind "text".')
    elif (step.means == "next-date") != (step.lines == "date") and step.means == "next-date":
        what = "The next date is read from a date, and this step asks for words."
        yield piece.mistake(("means",), what, 'Add the line lines = "date".')
    if step.means == "topic" and step.content not in (None, "topic"):
        what = (
            f"A step that means the topic cannot count as {quoted(step.content)}: the agreement has a line for topics."
        )
        yield piece.mistake(("content",), what, 'Take the line out, or write content = "topic".')


def _speaks(entry: Entry, step: BaseStep, outline: Outline) -> Iterator[Mistake]:
    if step.speaks is None or outline.head is None:
        return
    round_ = outline.round_of(entry.id)
    roles = [*outline.head.roles, *(round_.rotate if round_ else ())]
    if step.speaks not in roles:
        what = f"There is no role {quoted(step.speaks)}."
        remedy = suggestion(step.speaks, roles, none="Add it to roles at the top of the file.")
        yield entry.piece.mistake(("speaks",), what, remedy)


# -- notes, choose, rate, actions ----------------------------------------------------------------------------------


def _notes(piece: Piece, step: NotesStep, outline: Outline) -> Iterator[Mistake]:
    yield from _between(piece, step.at_least, step.at_most)
    yield from repeated(piece, ("tags",), step.tags, "tag")
    yield from repeated(piece, ("types",), step.types, "type")
    board = outline.board(step.board)
    if step.ask_tag and not step.tags and (step.board is None or (board is not None and not board.tags)):
        what = "Every note is asked for its tag, and there are no tags."
        yield piece.mistake(("ask_tag",), what, 'Add tags, such as tags = ["I know", "I am guessing"].')
    if step.board is None:
        yield from check_canvas(piece, step)


def _choose(piece: Piece, step: ChooseStep, _: Outline) -> Iterator[Mistake]:
    yield from _between(piece, step.at_least, step.at_most)
    yield from check_names(piece, "options", step.options, "option")
    if not step.options and step.from_ is None and not step.may_add:
        what = "There is nothing to choose from."
        yield piece.mistake((), what, 'Add options = [ … ], or from = "…", or may_add = true.')
    fixed = step.from_ is None and not step.may_add and bool(step.options)
    for key, count in (("at_least", step.at_least), ("at_most", step.at_most)):
        if fixed and count is not None and count > len(step.options):
            what = f"{quoted(key)} is {count}, and there are {len(step.options)} options."
            yield piece.mistake((key,), what, "Write a smaller number.")
    if step.dots is not None and step.ordered:
        yield piece.mistake(("ordered",), "Dots have no order.", "Keep one of the two: dots, or ordered.")


def _rate(piece: Piece, step: RateStep, _: Outline) -> Iterator[Mistake]:
    for key, sort in (("rows", "row"), ("columns", "column")):
        yield from check_names(piece, key, getattr(step, key), sort)
    low, high = step.scale
    if low >= high:
        what = f"The scale goes from {low} to {high}."
        yield piece.mistake(("scale",), what, "Write the lower number first, such as scale = [1, 10].")
        return
    yield from _on_scale(piece, step, low, high)
    yield from _looks(piece, step, high - low + 1)
    yield from _weights(piece, step)


def _on_scale(piece: Piece, step: RateStep, low: int, high: int) -> Iterator[Mistake]:
    """Numbers that are compared with ratings lie where ratings can be."""
    numbers: list[tuple[Path, float | None]] = [(("barrier",), step.barrier)]
    if step.check is not None:
        numbers.append((("check", "below"), step.check.below))
    for path, number in numbers:
        if number is not None and not low <= number <= high:
            what = f"{quoted(path[-1])} is {number:g}, and the scale goes from {low} to {high}."
            yield piece.mistake(path, what, f"Write a number from {low} to {high}.")
    if step.check is not None and step.check.below == low:
        what = f"No rating is below {low}, so this is never said."
        yield piece.mistake(("check", "below"), what, f"Write a number from {low + 1} to {high}.")


def _looks(piece: Piece, step: RateStep, steps: int) -> Iterator[Mistake]:
    if step.show_as == "balls" and steps != 5:
        what = f"Balls have five signs, from empty to full, and this scale has {steps} steps."
        yield piece.mistake(("show_as",), what, "Write scale = [0, 4] or scale = [1, 5], or show it as a table.")
    rows = count_of(step.rows)
    if step.show_as == "wheel" and rows is not None and rows < 3:
        what = "A wheel needs three rows or more to go round."
        yield piece.mistake(("show_as",), what, "Add rows, or show it as a table.")
    if (rows or 1) * (count_of(step.columns) or 1) > MOST_CELLS:
        yield piece.mistake(("rows",), "There are more cells than anybody can rate.", "Use fewer rows or columns.")


def _weights(piece: Piece, step: RateStep) -> Iterator[Mistake]:
    sides = (step.rows, step.columns)
    names = [one.name for side in sides if not isinstance(side, Taken) for one in side]
    for name in step.weights:
        if name not in names:
            what = f"There is no row or column {quoted(name)} to give a weight to."
            remedy = suggestion(name, names, none="Only rows and columns with names of their own have weights.")
            yield piece.mistake(("weights", name), what, remedy, key=True)


def _actions(piece: Piece, step: ActionsStep, _: Outline) -> Iterator[Mistake]:
    yield from repeated(piece, ("fields",), step.fields, "field")
    yield from repeated(piece, ("owners",), step.owners, "owner")
    if "fields" in step.model_fields_set and (not step.fields or step.fields[0] != "what"):
        what = "An action begins with what will be done."
        yield piece.mistake(("fields",), what, 'Begin the list with "what", such as fields = ["what", "by when"].')


def _agreement(piece: Piece, step: AgreementStep, _: Outline) -> Iterator[Mistake]:
    names = list(step.presets)
    for name in step.warnings:
        if name not in names:
            what = f"There is no preset {quoted(name)} to warn of."
            remedy = suggestion(name, names, none="Add the preset, or take the warning out.")
            yield piece.mistake(("warnings", name), what, remedy, key=True)


_KINDS: dict[type[BaseStep], Callable[[Piece, Any, Outline], Iterator[Mistake]]] = {
    NotesStep: _notes,
    ChooseStep: _choose,
    RateStep: _rate,
    ActionsStep: _actions,
    AgreementStep: _agreement,
}
