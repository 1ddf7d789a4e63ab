"""Windows tells a program that its console is being closed in a way of its own, and gives it about five seconds.

Touches the process's console handlers, on Windows only; elsewhere nothing. Logging off and shutting down do not
reach a console program at all: only the journal protects there.
"""

import sys
from collections.abc import Callable

_kept: list[object] = []  # the system holds a bare pointer, so we must keep the object alive

#: The console window is being closed; the user logs off; the machine shuts down.
CLOSING = frozenset({2, 5, 6})


def on_console_close(save: Callable[[], None]) -> bool:
    """Have `save` called (on a thread of the system) when the console closes. False where there is no such thing."""
    if sys.platform == "win32":
        import ctypes

        @ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_uint)
        def handler(event: int) -> int:
            if event in CLOSING:
                save()
            return 0  # let the system end us as it would have

        _kept.append(handler)
        return bool(ctypes.windll.kernel32.SetConsoleCtrlHandler(handler, 1))
    return False
