"""Reading one framework file from disk, whatever lies there: a pipe, a folder, a gigabyte, a photograph.

Touches the disk, only ever reading, and only through `read_bytes`. Says what is wrong as a `Mistake`; raises nothing.
"""

import errno
import os
import stat
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath

from coachtui.framework.mistakes import Mistake, printable
from coachtui.framework.places import Places
from coachtui.framework.troubles import Path

#: A framework file is at most this long, in bytes.
MAX_BYTES = 64 * 1024

# What Windows does not have is 0. Without O_NONBLOCK, opening a pipe would wait for ever for somebody to write.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True)
class FileText:
    """A file's text and its name, able to say where in it something is wrong."""

    file: str
    text: str

    @cached_property
    def places(self) -> Places:
        """Where things stand in the text."""
        return Places(self.text)

    def mistake(self, path: Path, what: str, remedy: str, *, key: bool = False) -> Mistake:
        """A mistake at a path of the parsed data."""
        line, column = self.places.of(path, key=key) or (None, None)
        return Mistake(self.file, line, column, what, remedy)

    def mistake_at(self, offset: int, what: str, remedy: str) -> Mistake:
        """A mistake at a character of the text."""
        line, column = self.places.of_offset(offset)
        return Mistake(self.file, line, column, what, remedy)


def read(path: FilePath) -> FileText | Mistake:
    """The text of a framework file, or why it cannot be had. A byte order mark at the start is passed over."""
    data = read_bytes(path)
    return data if isinstance(data, Mistake) else decode(path, data)


def read_bytes(path: FilePath) -> bytes | Mistake:
    """The bytes of a regular file of at most 64 kB, or why they cannot be had. Never waits, never writes."""
    name = printable(str(path))
    try:
        # Asked before opening: opening some devices does something. Asked again after, for a file changed in between.
        refused = _refusal(name, path.stat())
        if refused is not None:
            return refused
        handle = os.open(path, _FLAGS)
        with os.fdopen(handle, "rb") as file:
            refused = _refusal(name, os.fstat(handle))
            data = b"" if refused is not None else file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        return _unreadable(name, error)
    return refused or (_too_long(name) if len(data) > MAX_BYTES else data)


def decode(path: FilePath, data: bytes) -> FileText | Mistake:
    """The bytes as text, or where they stop being UTF-8."""
    name = printable(str(path))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Mistake(
            name,
            None,
            None,
            "The file is saved as UTF-16, which some editors call Unicode.",
            "Save it again and choose UTF-8 as its encoding.",
        )
    try:
        return FileText(name, data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        return _not_utf8(name, error.object, error.start)


def _not_utf8(name: str, data: bytes, at: int) -> Mistake:
    line_start = data.rfind(b"\n", 0, at) + 1
    before = data[line_start:at].decode("utf-8", "replace").removeprefix("\ufeff")
    byte = data[at]
    old = bytes([byte]).decode("cp1252", "replace")
    guess = f', in an older encoding "{old}"' if old.isprintable() and old != "\ufffd" else ""
    return Mistake(
        name,
        data.count(b"\n", 0, at) + 1,
        len(before) + 1,
        f"The file is not saved as UTF-8: the byte 0x{byte:02X}{guess} does not belong there.",
        "Save it again and choose UTF-8 as its encoding.",
    )


def _refusal(name: str, status: os.stat_result) -> Mistake | None:
    if stat.S_ISDIR(status.st_mode):
        return Mistake(name, None, None, "This is a folder, not a file.", "Name a file that ends in .toml.")
    if not stat.S_ISREG(status.st_mode):
        return Mistake(
            name,
            None,
            None,
            "This is not an ordinary file but a pipe, a device or the like.",
            "Put an ordinary text file in its place.",
        )
    return _too_long(name) if status.st_size > MAX_BYTES else None


def _too_long(name: str) -> Mistake:
    return Mistake(
        name,
        None,
        None,
        f"The file is larger than {MAX_BYTES // 1024} kB, the most a framework may have.",
        "Make it shorter, or move an opening or a closing into a part of its own.",
    )


_REASONS = {
    errno.ENOENT: ("There is no such file.", "Look at the spelling of its name and folder."),
    errno.ENOTDIR: ("There is no such file.", "Look at the spelling of its name and folder."),
    errno.EACCES: ("You are not allowed to read this file.", "Change who may read it, or ask whoever put it there."),
    errno.EPERM: ("You are not allowed to read this file.", "Change who may read it, or ask whoever put it there."),
    errno.ELOOP: ("This is a link that leads back to itself.", "Put the file itself in its place."),
    errno.ENAMETOOLONG: ("The name is too long for this computer.", "Give the file a shorter name."),
}


def _unreadable(name: str, error: OSError | ValueError) -> Mistake:
    number = error.errno if isinstance(error, OSError) else None
    default = ("The file cannot be read.", "Look whether it opens in a text editor.")
    what, remedy = _REASONS.get(number or 0, default)
    return Mistake(name, None, None, what, remedy)
