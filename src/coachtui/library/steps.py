"""A look through many files that is taken a file at a time, so that whoever waits for it may give it up. Touches nothing.

A thread cannot be stopped, so a face takes a few steps beside the drawing, and then a few more. What such a look gives it gives
at its end, and until it says that it is ready it has opened and changed nothing that would have to be let go.
"""

from collections.abc import Generator
from typing import TypeVar

Answer = TypeVar("Answer")

#: Each step says whether all was looked at: what comes behind that is done in one go, and can be given up no more.
Steps = Generator[bool, None, Answer]


def at_once(steps: Steps[Answer]) -> Answer:
    """Take all the steps that are left."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            answer: Answer = end.value
            return answer
