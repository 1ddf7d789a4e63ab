"""Private steps: what is said there goes nowhere else, neither to a step that is not private nor onto a list.

Pure; touches no disk.
"""

from collections.abc import Iterator

from coachtui.framework.base import Source, Taken
from coachtui.framework.mistakes import Mistake, quoted
from coachtui.framework.models import Board, Round
from coachtui.framework.outline import Entry, Outline
from coachtui.framework.pieces import Piece
from coachtui.framework.steps import BaseStep
from coachtui.framework.troubles import Path

REMEDY = "Name another step, or make this one private too."


def check_privacy(entry: Entry, step: BaseStep, outline: Outline) -> Iterator[Mistake]:
    """What one step takes or shows of private ones, and what a private one tells about itself."""
    piece = entry.piece
    if is_private(entry):
        if step.means is not None:
            what = f"A private step cannot mean the {step.means}: lists and later meetings show that."
            yield piece.mistake(("means",), what, "Take one of the two lines out.")
        return
    for path, name in _named_by(step):
        if _holds_private(name, outline):
            yield _leak(piece, path, name)


def check_private_board(entry: Entry, board: Board, outline: Outline) -> Iterator[Mistake]:
    """A board is one picture: either all that is written on it is private, or nothing."""
    users = outline.on_board(entry.id)
    private = [one for one in users if is_private(one)]
    if private and len(private) < len(users):
        one = private[0]
        what = f"Other steps on the board {quoted(entry.piece.local(entry.id))} are not private, and it is shown whole."
        yield one.piece.mistake(("private",), what, "Make all of its steps private, or none.")
    if private and len(private) == len(users):
        return
    for path, name in _lines(board):
        if _holds_private(name, outline):
            yield _leak(entry.piece, path, name)


def check_private_round(piece: Piece, model: Round, outline: Outline) -> Iterator[Mistake]:
    """A round over private things names them in each of its steps."""
    each = model.for_each
    steps = [outline.steps[name] for name in model.steps if name in outline.steps]
    if isinstance(each, str) and _holds_private(each, outline) and not all(is_private(one) for one in steps):
        yield _leak(piece, ("for_each",), each, "Name another step, or make all steps of the round private too.")


def is_private(entry: Entry) -> bool:
    """Whether a step says that it is private."""
    return entry.piece.data.get("private") is True


def _named_by(step: BaseStep) -> Iterator[tuple[Path, str]]:
    """Every step or board whose things a step takes or shows, with the place in the file."""
    for name in ("from_", "to", "start_with"):
        source = getattr(step, name, None)
        if isinstance(source, Source):
            yield (name.rstrip("_"),), source.origin
    yield from _lines(step)
    for number, shown in enumerate(step.show):
        yield ("show", number), shown


def _lines(canvas: object) -> Iterator[tuple[Path, str]]:
    for side in ("rows", "columns"):
        taken = getattr(canvas, side, None)
        if isinstance(taken, Taken):
            yield (side, "from"), taken.from_.origin


def _holds_private(name: str, outline: Outline) -> bool:
    """Whether a step or a board is private. Of a board with both sorts of steps that alone is told; see above."""
    step = outline.steps.get(name)
    users = [step] if step is not None else outline.on_board(name)
    return bool(users) and all(is_private(one) for one in users)


def _leak(piece: Piece, path: Path, name: str, remedy: str = REMEDY) -> Mistake:
    what = f"{quoted(piece.local(name))} is private, so what is said there cannot stand in a step that is not."
    return piece.mistake(path, what, remedy)
