"""The last answer to a question that is asked again and again of the same values. Touches nothing.

A session and the past of its people never change: an edit gives a new session. So as long as they are the very same
objects, the answer is the same, and looking whether they are costs nothing, while comparing what is in them would cost as
much as answering. One answer is kept, because one conversation stands on the screen, and no second one is held in memory.
"""

from collections.abc import Callable
from functools import wraps
from operator import is_
from typing import TypeVar, TypeVarTuple

About = TypeVarTuple("About")
Answer = TypeVar("Answer")


def latest(work: Callable[[*About], Answer]) -> Callable[[*About], Answer]:
    """The same function, which works its answer out only for other values than the last time.

    Only for what follows from its arguments alone, all of them values that never change, with an answer that nobody
    changes either.
    """
    last: tuple[tuple[*About], Answer] | None = None

    @wraps(work)
    def answer(*about: *About) -> Answer:
        nonlocal last
        known = last  # read once: another thread may put its own answer there
        if known is not None and all(map(is_, known[0], about)):
            return known[1]
        found = work(*about)
        last = about, found
        return found

    return answer
