"""How far things are handed on: a step takes from a step that takes from a step. Pure; touches no disk.

What stands at a step is worked out by asking the steps it takes from, so a chain of two hundred would be too deep to
walk. No conversation between people needs more than a handful.
"""

from collections.abc import Iterator

from coachtui.framework.base import Source, Taken
from coachtui.framework.mistakes import Mistake
from coachtui.framework.models import Board
from coachtui.framework.outline import Outline
from coachtui.framework.steps import BaseStep

#: How many times in a row things may be taken over from an earlier step.
MOST_HANDED_ON = 20


def check_depth(outline: Outline) -> Iterator[Mistake]:
    """One mistake, at the first step where a chain has become too long."""
    depths: dict[str, int] = {}
    for entry, step in outline.references():
        board = outline.board(getattr(step, "board", None))
        sources = [*_sources(step), *(_sources(board) if board is not None else ())]
        depth = 1 + max((depths.get(one.origin, 0) for one in sources), default=0)
        if depth > MOST_HANDED_ON:
            what = (
                f"Here things are taken over for the {MOST_HANDED_ON}th time in a row, each time from the step before."
            )
            yield entry.piece.mistake(("id",), what, "Let this step take them from where they were first written down.")
            return
        for name in (entry.id, getattr(step, "board", None)):
            if name is not None:
                depths[name] = max(depths.get(name, 0), depth)


def _sources(holder: BaseStep | Board) -> Iterator[Source]:
    """Where a step or a board takes anything from."""
    for name in ("from_", "to", "start_with"):
        found = getattr(holder, name, None)
        if isinstance(found, Source):
            yield found
    for name in ("rows", "columns"):
        found = getattr(holder, name, None)
        if isinstance(found, Taken):
            yield found.from_
