"""When an app under test has come to rest, told by its event loop and not by a clock.

Textual's pilot takes a process that uses little processor time for one that has nothing left to do. On a busy machine a
program that is waiting for its turn looks just the same, so here the loop itself is asked. Knows its private names.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

Answer = TypeVar("Answer")

#: Seconds after which work that a test itself holds up is waited for no more. No test depends on it.
HELD_UP = 20.0


class OneAtATime(ThreadPoolExecutor):
    """One thread for all work beside the loop, so that what is handed in last is also done last."""

    def __init__(self) -> None:
        super().__init__(1)
        self.handed_in = 0

    def submit(self, fn: Callable[..., Answer], /, *args: Any, **kwargs: Any) -> "Future[Answer]":
        """Hand it in, and count it."""
        self.handed_in += 1
        return super().submit(fn, *args, **kwargs)


def work_beside() -> None:
    """From now on the work that is done beside this loop can be waited for."""
    asyncio.get_running_loop().set_default_executor(OneAtATime())


async def at_rest(*_: float) -> None:
    """Wait until the loop has nothing left to do and nothing is done beside it. In the place of `wait_for_idle`."""
    loop = asyncio.get_running_loop()
    beside = getattr(loop, "_default_executor", None)
    while True:
        before = beside.handed_in if isinstance(beside, OneAtATime) else 0
        if isinstance(beside, OneAtATime):
            last = beside.submit(int)
            before += 1
            await asyncio.wait((asyncio.wrap_future(last),), timeout=HELD_UP)
        ready: Any = getattr(loop, "_ready")  # noqa: B009 - no part of its promised names
        await asyncio.sleep(0)
        while ready:
            await asyncio.sleep(0)
        if not isinstance(beside, OneAtATime) or beside.handed_in == before:
            return
