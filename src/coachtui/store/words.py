"""What the disk said, in plain words. Touches nothing: errors and paths in, parts of sentences out."""

import errno
from pathlib import Path
from typing import Final

from coachtui.text import visible

REASONS: Final[dict[int, str]] = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EROFS: "the disk can only be read, not written",
    errno.EACCES: "this program is not allowed to use that place",
    errno.EPERM: "this program is not allowed to use that place",
    errno.EIO: "the disk reports a fault",
    errno.ENOENT: "the folder or file is no longer there",
    errno.ENOTDIR: "something that is no folder stands where a folder should be",
    errno.EISDIR: "a folder stands where the file should be",
    errno.ELOOP: "it is a link to another place",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENOLCK: "this disk cannot lock files",
    errno.ENOSYS: "this disk cannot lock files",
    errno.ESTALE: "the network drive has gone away",
    errno.ETIMEDOUT: "the network drive does not answer",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.EEXIST: "something else already has that name",
}

#: Windows' own numbers where the general one says too little (5 and 32: another program holds the file).
WINDOWS_REASONS: Final[dict[int, str]] = {
    5: "another program holds the file, or this program is not allowed to use it",
    32: "another program holds the file",
    39: "the disk is full",
    112: "the disk is full",
}


def because(error: OSError) -> str:
    """Why the disk refused, as half a sentence without a full stop."""
    told = getattr(error, "reason", None)
    if isinstance(told, str):
        return told
    windows = getattr(error, "winerror", None)
    if windows in WINDOWS_REASONS:
        return WINDOWS_REASONS[windows]
    if error.errno in REASONS:
        return REASONS[error.errno]
    return f"the disk refused (error {error.errno})"


def shown(path: Path) -> str:
    """A path fit for a sentence: no control characters and no halves of characters from odd file names."""
    return visible(str(path).replace("\n", "\N{REPLACEMENT CHARACTER}").replace("\t", "\N{REPLACEMENT CHARACTER}"))
