"""What was said stays out of crash dumps and out of reach of other programs of the same user, where the system allows.

Touches this process's own limits, on Linux and macOS; elsewhere nothing. Failing is no reason not to start.
"""

import sys
from contextlib import suppress

#: `prctl` option: whether this process may be dumped and its memory read by others.
PR_SET_DUMPABLE = 4


def harden() -> None:
    """No core dumps; on Linux no reading of our memory by other programs either."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
