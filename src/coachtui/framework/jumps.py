"""Jumps that are offered (`go_to`, `check`) and steps that an answer opens (`open`).

Pure; touches no disk.
"""

from collections.abc import Iterator

from coachtui.framework.mistakes import Mistake, quoted, suggestion
from coachtui.framework.outline import Entry, Outline
from coachtui.framework.steps import BaseStep, ChooseStep, RateStep
from coachtui.framework.troubles import Path
from coachtui.framework.wording import keys_of


def check_jumps(entry: Entry, step: BaseStep, outline: Outline) -> Iterator[Mistake]:
    """Every jump of one step: its answer is there, its target is there and part of the conversation."""
    if isinstance(step, RateStep) and step.check is not None and step.check.go_to is not None:
        yield from _target(entry, ("check", "go_to"), step.check.go_to, outline)
    if isinstance(step, ChooseStep):
        yield from _answers(entry, step, outline)


def _answers(entry: Entry, step: ChooseStep, outline: Outline) -> Iterator[Mistake]:
    for number, option in enumerate(step.options):
        path: Path = ("options", number)
        if option.go_to is not None:
            yield from _target(entry, (*path, "go_to"), option.go_to, outline, option.name)
        for place, name in enumerate(option.open):
            yield from _opened(entry, (*path, "open", place), name, outline)
    for answer, target in step.go_to.items():
        yield from _answer(entry, step, ("go_to", answer), answer)
        yield from _target(entry, ("go_to", answer), target, outline, answer)
    for answer, names in step.open.items():
        yield from _answer(entry, step, ("open", answer), answer)
        for place, name in enumerate(names):
            yield from _opened(entry, ("open", answer, place), name, outline)


def _answer(entry: Entry, step: ChooseStep, path: Path, answer: str) -> Iterator[Mistake]:
    names = [one.name for one in step.options]
    if answer in names:
        return
    what = f"There is no option {quoted(answer)} in this step."
    if answer in keys_of(ChooseStep):
        remedy = "If it belongs to the step, move the line up, above the block in single brackets."
    else:
        remedy = suggestion(answer, names, none="Give the step options, or take this out.")
    yield entry.piece.mistake(path, what, remedy, key=True)


def _target(entry: Entry, path: Path, name: str, outline: Outline, answer: str | None = None) -> Iterator[Mistake]:
    """A step that is offered next: any step, if it is part of the conversation whenever it is offered."""
    piece = entry.piece
    found = outline.step(piece, path, name)
    if isinstance(found, Mistake):
        yield found
        return
    word = quoted(piece.local(name))
    if found.id == entry.id:
        yield piece.mistake(path, f"The step {word} offers a jump to itself.", "Name another step.")
    round_ = outline.round_of(found.id)
    if round_ is not None and round_ is not outline.round_of(entry.id):
        what = f"The step {word} is repeated in a round, so it is not clear for whom to go there."
        yield piece.mistake(path, what, "Name a step outside the round, such as the one before it.")
    openers = outline.openers.get(found.id, set())
    mine = outline.openers.get(entry.id, set())
    if openers and (entry.id, answer) not in openers and not (mine and mine <= openers):
        what = f"The step {word} is only part of the conversation when an answer opens it."
        yield piece.mistake(path, what, "Let this answer open it too, or name another step.")
    when = found.piece.data.get("when")
    if when is not None and when != entry.piece.data.get("when"):
        what = f"The step {word} is not always part of the conversation: it says when = {quoted(when)}."
        yield piece.mistake(path, what, "Name a step without when.")


def _opened(entry: Entry, path: Path, name: str, outline: Outline) -> Iterator[Mistake]:
    piece = entry.piece
    found = outline.step(piece, path, name)
    if isinstance(found, Mistake):
        yield found
        return
    word = quoted(piece.local(name))
    if found.id == entry.id:
        what = f"The step {word} opens itself."
        yield piece.mistake(path, what, "Name a step below this one.")
    elif found.place <= entry.place:
        what = f"The step {word} comes before this one, so an answer here cannot open it."
        yield piece.mistake(path, what, "Move that step below this one.")
    mine = outline.round_of(entry.id)
    if mine is not None and outline.round_of(found.id) is not mine:
        what = f"This question is repeated in a round, and the step {word} is not part of it."
        yield piece.mistake(path, what, "Take the step into the round, or ask this question outside it.")
