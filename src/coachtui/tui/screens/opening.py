"""A conversation that is opened from a screen: what has to be looked through for it is looked through beside the drawing.

A key given behind it waits its turn, and the look can be given up until the conversation itself is opened. That is done in one go
at the end, where nothing can come between it and the window that takes the conversation: none is ever open and forgotten.
"""

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import Any

from textual.screen import Screen

from coachtui.library.steps import Answer, Steps, at_once

#: What stands there while many files are looked through.
WAITS = "One moment: it is being looked up. What you type waits; Esc gives it up."
#: Seconds of looking that are begun in one go: as long as leaving may have to wait for them.
BATCH = 0.1


async def opened(
    screen: Screen[Any], steps: Steps[Answer], in_front: asyncio.Event, slow: Callable[[], object]
) -> Answer:
    """What these steps lead to. Cancelled before that, nothing was opened.

    Args:
        screen: whoever asked.
        steps: see `coachtui.desk.Desk.starting` and `resuming`.
        in_front: set while that screen is in front; only then is anything opened.
        slow: called when it is not there at once.

    Raises:
        UserError: it cannot be opened.
    """
    while not await asyncio.to_thread(_some, steps):
        slow()
    while not screen.is_active:
        slow()
        await in_front.wait()
        await asyncio.sleep(0)  # it may not have heard yet that another one came
    if screen.app.return_code is not None:
        raise asyncio.CancelledError  # whoever leaves opens nothing any more
    return at_once(steps)


def _some(steps: Steps[Answer]) -> bool:
    """Take steps for a while, up to the one before something is opened; whether that was reached."""
    until = monotonic() + BATCH
    while monotonic() < until:
        if next(steps):
            return True
    return False
