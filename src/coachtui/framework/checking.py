"""A whole framework checked: every mistake at once, so that a file checked clean always runs to its end.

Pure; touches no disk.
"""

from collections.abc import Iterator, Mapping
from itertools import islice

from coachtui.framework.base import Model
from coachtui.framework.braces import check_board_braces, check_other_braces, check_step_braces
from coachtui.framework.canvases import check_board_sense
from coachtui.framework.depth import check_depth
from coachtui.framework.heads import check_head, check_ids, too_many
from coachtui.framework.jumps import check_jumps
from coachtui.framework.mistakes import MOST_TOLD, Mistake
from coachtui.framework.models import Board, Framework
from coachtui.framework.outline import Outline
from coachtui.framework.pieces import Draft
from coachtui.framework.privacy import check_privacy, check_private_board, check_private_round
from coachtui.framework.references import check_board, check_references
from coachtui.framework.rounds import check_round
from coachtui.framework.sense import check_step_sense
from coachtui.framework.shape import format_mistake, head_of, pieces_of


def check(draft: Draft, stem: str) -> Framework | list[Mistake]:
    """The framework that a draft describes, or everything that is wrong with it.

    Args:
        draft: the framework with its parts put in.
        stem: the file's name without its ending, which its id must be.
    """
    crowd = list(too_many(draft))
    if crowd:  # looked at no further: the work would grow with the square of their number
        return crowd
    head = head_of(draft.head, part=draft.is_part)
    models = pieces_of(draft)
    outline = Outline(draft, models.fit, models.rest, head.rest)
    mistakes = [
        *format_mistake(draft.head),
        *head.mistakes,
        *models.mistakes,
        *islice(_together(outline, stem), MOST_TOLD),
    ]
    if mistakes or head.model is None:
        return in_order(mistakes)
    return _whole(head.model, draft, models.fit)


def _together(outline: Outline, stem: str) -> Iterator[Mistake]:
    """Everything that shows only when the pieces are seen together."""
    draft = outline.draft
    yield from check_ids(draft)
    yield from check_other_braces(draft.head)
    if outline.head is not None:
        yield from check_head(draft, outline.head, stem)
    for entry in outline.steps.values():
        yield from check_step_braces(entry, outline)
    for entry, step in outline.references():
        yield from check_references(entry, step, outline)
        yield from check_jumps(entry, step, outline)
        yield from check_privacy(entry, step, outline)
        if entry.model is not None:
            yield from check_step_sense(entry, step, outline)
    yield from check_depth(outline)
    for entry in outline.boards.values():
        yield from check_board_braces(entry, outline)
        if isinstance(entry.model, Board):
            yield from check_board(entry, entry.model, outline)
            yield from check_private_board(entry, entry.model, outline)
            yield from check_board_sense(entry, entry.model)
    for piece, model in outline.rounds:
        yield from check_other_braces(piece)
        yield from check_round(piece, model, outline)
        yield from check_private_round(piece, model, outline)


def in_order(mistakes: list[Mistake]) -> list[Mistake]:
    """Each mistake once, in the order of files and lines."""
    return sorted(dict.fromkeys(mistakes), key=lambda one: (one.file, one.line or 0, one.column or 0, one.what))


def _whole(head: Framework, draft: Draft, models: Mapping[int, Model]) -> Framework:
    settings = {name: getattr(head, name) for name in head.model_fields_set}
    return Framework.model_validate(
        {
            **settings,
            "step": [models[id(piece)] for piece in draft.steps],
            "board": [models[id(piece)] for piece in draft.boards],
            "round": [models[id(piece)] for piece in draft.rounds],
        }
    )
