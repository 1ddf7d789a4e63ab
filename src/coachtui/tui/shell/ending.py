"""Being ended from outside: a closed window, a kill, a terminal that is simply gone. Uses signals and one thread.

Words are on their way to the disk from the moment they are typed; this only waits for the last of them, gives the
terminal back, and makes sure that the program really ends.
"""

import asyncio
import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable

#: Seconds the disk is given, and seconds after which the program goes even if Textual hangs.
PATIENCE = 2.0
LAST_RESORT = 4.0
#: Seconds between two looks at the terminal.
LOOK = 1.0

Save = Callable[[float], object]


def on_signals(save: Save, leave: Callable[[int], None]) -> None:
    """On SIGHUP and SIGTERM save, then `leave(128 + number)`. Call it in the running event loop.

    Windows has no such signals for a console program; there the journal alone protects what was typed.
    """
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGHUP, signal.SIGTERM):
        if signal.getsignal(number) is signal.SIG_IGN:
            continue  # whoever started us wants us to live on; a lost terminal is noticed by `watch_terminal`
        loop.add_signal_handler(number, _end, number, save, leave)


def _end(number: int, save: Save, leave: Callable[[int], None]) -> None:
    status = 128 + number
    _leave_anyway(status)
    with contextlib.suppress(Exception):
        save(PATIENCE)
    leave(status)


def _leave_anyway(status: int) -> None:
    """End the process after a while, whatever hangs: a disk that does not answer, a terminal that takes nothing."""
    timer = threading.Timer(LAST_RESORT, os._exit, (status,))
    timer.daemon = True
    timer.start()


def watch_terminal(save: Save) -> None:
    """Start a thread that ends the program when its terminal is gone though nobody sent a signal."""
    if sys.platform == "win32":
        return
    stdin = sys.__stdin__
    if stdin is None or not stdin.isatty():
        return
    thread = threading.Thread(target=_watch, args=(stdin.fileno(), save), name="terminal-watch", daemon=True)
    thread.start()


def _watch(terminal: int, save: Save) -> None:
    never = threading.Event()
    while not never.wait(LOOK):
        if not _alive(terminal):
            status = 128 + signal.SIGHUP
            _leave_anyway(status)
            with contextlib.suppress(Exception):
                save(PATIENCE)
            os._exit(status)


def _alive(terminal: int) -> bool:
    """Whether there still is a terminal: a hung-up one refuses to tell its settings."""
    import termios

    try:
        termios.tcgetattr(terminal)
    except termios.error:
        return False
    return True
