"""One session, one window: a lock the system itself takes back when a program dies.

Touches the `.lock` file it is given. The file also says who holds it (process, machine, since), never whose session.
"""

import json
import os
import socket
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from coachtui.store.disk import FILE_MODE, SAFE
from coachtui.text import one_line

#: Windows locks the first byte against reading, so what we say of ourselves starts at the second.
SKIP: Final = 1
#: Longest note on who holds a lock, in bytes.
MAX_NOTE: Final = 500


class HeldError(Exception):
    """Another window or program holds it; `holder` says which, as part of a sentence."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


class Lock:
    """A held lock. `release` gives it back and takes the file away."""

    def __init__(self, path: Path, held: FileLock) -> None:
        self.path = path
        self._held = held

    def release(self) -> None:
        """Give the lock back. The file goes while it is still ours: whoever waits for it sees that and starts anew."""
        with suppress(OSError):
            self.path.unlink()
        with suppress(OSError):
            self._held.release()
        if os.name == "nt":  # there an open file cannot be removed, nor one that the next window already holds
            with suppress(OSError):
                self.path.unlink()


def take(path: Path, now: datetime, wait: float = 0.0) -> Lock:
    """Take the lock at `path`, waiting up to `wait` seconds.

    Raises:
        HeldError: somebody else has it.
        OSError: the disk cannot lock, or the file cannot be made.
    """
    lock = FileLock(path, mode=FILE_MODE, thread_local=False, fallback_to_soft=False)
    try:
        lock.acquire(timeout=wait, poll_interval=0.02)
    except Timeout:
        raise HeldError(_holder(path)) from None
    except NotImplementedError as error:
        raise OSError(38, "no locks here") from error
    _say_who(path, now)
    return Lock(path, lock)


def _say_who(path: Path, now: datetime) -> None:
    note = {"pid": os.getpid(), "host": socket.gethostname(), "since": now.isoformat(timespec="seconds")}
    with suppress(OSError):  # only a kindness to the second window
        descriptor = os.open(path, os.O_WRONLY | SAFE)
        try:
            os.ftruncate(descriptor, SKIP)
            os.lseek(descriptor, SKIP, os.SEEK_SET)
            os.write(descriptor, json.dumps(note).encode())
        finally:
            os.close(descriptor)


def _holder(path: Path) -> str:
    try:
        descriptor = os.open(path, os.O_RDONLY | SAFE)
        try:
            os.lseek(descriptor, SKIP, os.SEEK_SET)
            note = json.loads(os.read(descriptor, MAX_NOTE))
        finally:
            os.close(descriptor)
        pid, host = int(note["pid"]), one_line(str(note["host"]))[:80]
        since = datetime.fromisoformat(str(note["since"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return "another window"
    where = "on this computer" if host == socket.gethostname() else f"on the computer {host}"
    return f"another window {where} (process {pid}, since {since:%H:%M on %d %B %Y})"
