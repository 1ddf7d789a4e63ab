"""What the writing of a session has to say of itself. Touches nothing: three small values."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

SILENT: Final = "the disk has not answered for some seconds"
UNFIT: Final = "something in this session could not be written down (a mistake in coachtui: please report it)"


@dataclass(frozen=True)
class Saved:
    """Everything handed over is on the disk, confirmed by it. `elsewhere`: in that file, not in the session's own."""

    elsewhere: Path | None = None


@dataclass(frozen=True)
class Saving:
    """Something is on its way; a moment later it is `Saved` or `NotSaved`."""


@dataclass(frozen=True)
class NotSaved:
    """The disk refuses or does not answer. Everything is kept in memory and tried again all the time.

    Attributes:
        reason: one sentence for the person, ready to show.
        since: when it began, in seconds of `time.monotonic()`; offer another folder after ten.
    """

    reason: str
    since: float


State: TypeAlias = Saved | Saving | NotSaved


@dataclass(frozen=True)
class Pace:
    """How often things are done. Only tests change it.

    Attributes:
        flush: seconds between two flushes at least, while words come in.
        retry: seconds between two tries after an error.
        silence: seconds without an answer after which the disk counts as refusing.
        look: seconds between two looks whether another program was at the file, while nothing else happens.
        journal: bytes of journal after which it is compacted into the JSON.
    """

    flush: float = 0.25
    retry: float = 0.25
    silence: float = 5.0
    look: float = 2.0
    journal: int = 64 * 1024


def refused(why: str) -> str:
    """The sentence for a disk that refuses, from half a sentence that says why."""
    return (
        f"Not saved: {why}. Keep typing: everything is kept in this window and tried again four times a second, but do "
        "not close it before it says saved."
    )
