"""Another size of the window: asked for when it is told, so that the newest one is told last. Touches Textual's driver.

Textual asks for the size inside the signal's handler and tells it afterwards. A second signal in between is handled first, and
what the first one had asked before is told last: after the last pull at a window's edge everything was drawn for a size it no
longer had. Here the handler only calls the event loop, which asks and tells in one go.

Looked after by `tests/pty/test_resizing.py`.
"""

import asyncio
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.drivers.linux_driver import LinuxDriver


def tell_sizes_in_order() -> None:
    """From now on the size that is told last is the newest. Does nothing on Windows, which sends no signals for it."""
    if sys.platform == "win32":
        return
    from textual.drivers.linux_driver import LinuxDriver

    begin: Callable[[LinuxDriver], None] = LinuxDriver.start_application_mode

    def begin_and_listen(driver: LinuxDriver) -> None:
        before = driver._get_terminal_size()  # noqa: SLF001 - no part of its promised names
        begin(driver)
        _listen(driver, before)

    setattr(LinuxDriver, "start_application_mode", begin_and_listen)  # noqa: B010 - no part of its promised names


def _listen(driver: "LinuxDriver", before: tuple[int, int]) -> None:
    """Hear of other sizes in the place of Textual, where it does: not while the program has no terminal to draw on.

    `before`: the size before Textual asked for the first time; what it was told may be old already.
    """
    import signal

    def told(*_: object) -> None:
        ask_anew(driver)

    if signal.getsignal(signal.SIGWINCH) not in {signal.SIG_DFL, signal.SIG_IGN}:
        signal.signal(signal.SIGWINCH, told)
        if driver._get_terminal_size() != before:  # noqa: SLF001 - no part of its promised names
            ask_anew(driver)


def ask_anew(driver: "LinuxDriver") -> None:
    """Have the size asked for, and everything drawn for it, between two events. From the event loop or a signal's handler."""
    asyncio.run_coroutine_threadsafe(_ask_and_tell(driver), driver._loop)  # noqa: SLF001 - no part of its promised names


async def _ask_and_tell(driver: "LinuxDriver") -> None:
    from textual import events
    from textual.geometry import Size

    if driver._in_band_window_resize:  # noqa: SLF001 - the same
        return  # the terminal itself tells it then
    size = Size(*driver._get_terminal_size())  # noqa: SLF001 - the same
    driver._app.post_message(events.Resize(size, size))  # noqa: SLF001 - the same
