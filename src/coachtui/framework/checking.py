"""A whole framework checked: every mistake at once, so that a file checked clean always runs to its end.

Pure; touches no disk.
"""

from coachtui.framework.mistakes import Mistake
from coachtui.framework.models import Framework
from coachtui.framework.pieces import Draft
from coachtui.framework.shape import format_mistake, head_of, pieces_of


def check(draft: Draft, stem: str) -> Framework | list[Mistake]:
    """The framework that a draft describes, or everything that is wrong with it.

    Args:
        draft: the framework with its parts put in.
        stem: the file's name without its ending, which its id must be.
    """
    mistakes = format_mistake(draft.head)
    head = head_of(draft.head, part=draft.is_part)
    if isinstance(head, list):
        mistakes += head
    models, found = pieces_of(draft)
    mistakes += found
    if mistakes or isinstance(head, list):
        return in_order(mistakes)
    return _whole(head, draft, models)


def in_order(mistakes: list[Mistake]) -> list[Mistake]:
    """Each mistake once, in the order of files and lines."""
    return sorted(dict.fromkeys(mistakes), key=lambda one: (one.file, one.line or 0, one.column or 0, one.what))


def _whole(head: Framework, draft: Draft, models: dict[int, object]) -> Framework:
    settings = {name: getattr(head, name) for name in head.model_fields_set}
    return Framework.model_validate(
        {
            **settings,
            "step": [models[id(piece)] for piece in draft.steps],
            "board": [models[id(piece)] for piece in draft.boards],
            "round": [models[id(piece)] for piece in draft.rounds],
        }
    )
