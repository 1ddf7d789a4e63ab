"""Being stopped for a while, by a shell or from outside, and going on. Touches Textual's driver and the terminal.

Textual does all of it inside the signal's handler, wherever the program happens to be: if that is while it writes, it waits
for itself for ever. And when it goes on after a stop that cannot be noticed (SIGSTOP), it begins to read the keyboard a
second time, and half of the keys go to each reader. Here both happen between two events, once.

Looked after by `tests/pty/test_stopping.py`.
"""

import os
import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from coachtui.tui.shell.resizing import ask_anew

if TYPE_CHECKING:
    from textual.drivers.linux_driver import LinuxDriver

#: What makes a terminal ours again: the other screen, no cursor, marks around pastes, news of the focus.
OURS = "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?1004h"

#: Drivers that gave the terminal back before they stopped.
_away: "set[LinuxDriver]" = set()


def stop_between_events() -> None:
    """From now on stops are handled by the event loop. Does nothing on Windows, which has none."""
    if sys.platform == "win32":
        return
    from textual.drivers.linux_driver import LinuxDriver

    # Handed to the system by name when the driver is made, so this is the one place to change them.
    setattr(LinuxDriver, "_sigtstp_application", _later(_stop))  # noqa: B010 - no part of its promised names
    setattr(LinuxDriver, "_sigcont_application", _later(_go_on))  # noqa: B010 - the same


def _later(what: "Callable[[LinuxDriver], None]") -> "Callable[..., None]":
    def handler(driver: "LinuxDriver", *_: object) -> None:
        driver._loop.call_soon_threadsafe(what, driver)  # noqa: SLF001 - no part of its promised names

    return handler


def _stop(driver: "LinuxDriver") -> None:
    """Give the terminal back, and stop."""
    if driver not in _away:
        _away.add(driver)
        driver.suspend_application_mode()
    os.kill(os.getpid(), signal.SIGSTOP)


def _go_on(driver: "LinuxDriver") -> None:
    """Take the terminal again; after a stop that nobody noticed, only make it ours as it was."""
    if driver in _away:
        driver.resume_application_mode()
        writer = driver._writer_thread  # noqa: SLF001 - no part of its promised names
        if writer is not None and writer.is_alive():  # not where it was only let run in the background
            _away.discard(driver)
        return
    import termios
    import tty

    try:
        modes = termios.tcgetattr(driver.fileno)
        modes[tty.LFLAG] = driver._patch_lflag(modes[tty.LFLAG])  # noqa: SLF001 - the same
        modes[tty.IFLAG] = driver._patch_iflag(modes[tty.IFLAG])  # noqa: SLF001 - the same
        termios.tcsetattr(driver.fileno, termios.TCSANOW, modes)
    except termios.error:
        return  # it is gone; `ending` sees to that
    driver.write(OURS)
    driver._enable_mouse_support()  # noqa: SLF001 - the same
    ask_anew(driver)
