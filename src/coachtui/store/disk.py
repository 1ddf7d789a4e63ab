"""Every call to the operating system that the store makes, in one place, so that tests can put a fake in between.

Touches files and folders it is given, nothing else. All methods raise `OSError` and nothing else. Files are made
for their owner only (0600, folders 0700) whatever the umask; links, pipes and devices are never followed.
"""

import errno
import os
import stat
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from coachtui.store.locks import Lock

FILE_MODE: Final = 0o600
FOLDER_MODE: Final = 0o700
#: Seconds between tries when Windows says another program (antivirus, indexer, sync) holds the file.
PATIENCE: Final = (0.05, 0.1, 0.2, 0.4, 0.8)
#: WinError 5 and 32: access denied, sharing violation.
HELD_BY_ANOTHER: Final = frozenset({5, 32})
#: What a disk answers that has no hard links (FAT, some network drives, another disk).
NO_LINKS: Final = frozenset(
    {errno.EPERM, errno.EACCES, errno.EMLINK, errno.EXDEV, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}
)
#: What a disk answers that cannot flush a folder; there is nothing more to do then.
NO_FOLDER_FLUSH: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF, errno.ENOSYS})

# Not every system has every flag; a missing one is simply left out.
SAFE: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
NONBLOCK: Final = getattr(os, "O_NONBLOCK", 0)


class OddFileError(OSError):
    """The thing at that path is not a plain file we may use; `reason` says what it is, as half a sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(errno.EINVAL, reason)
        self.reason = reason


@dataclass(frozen=True)
class Stamp:
    """What tells one state of a file from another without reading it: size in bytes, time in ns, and which file."""

    size: int
    time: int
    node: int


class Disk:
    """The real disk. A fake overrides single methods."""

    windows: bool = sys.platform == "win32"

    def read(self, path: Path, limit: int) -> bytes:
        """The whole of a plain file of at most `limit` bytes; never follows a link, never waits for a pipe."""
        descriptor = os.open(path, os.O_RDONLY | SAFE | NONBLOCK)
        try:
            self._check_plain(descriptor, limit)
            parts: list[bytes] = []
            room = limit + 1
            while room and (part := os.read(descriptor, min(room, 1 << 20))):
                parts.append(part)
                room -= len(part)
            if not room:
                raise OddFileError(f"it is larger than {limit // (1 << 20)} MB")
            return b"".join(parts)
        finally:
            os.close(descriptor)

    def create(self, path: Path) -> int:
        """A descriptor for a new file, always written at its end; an error if anything of that name exists."""
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | SAFE, FILE_MODE)
        # The umask may have taken even our own right to read; Windows before 3.13 has no fchmod and needs none.
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, FILE_MODE)
        return descriptor

    def reopen(self, path: Path, size: int) -> int:
        """A descriptor of a plain file of ours that is there already, always written at its end.

        Raises:
            OSError: it is not `size` bytes long (somebody wrote to it), or stands under another name as well.
        """
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | SAFE | NONBLOCK)
        try:
            self._check_plain(descriptor, size)
            found = os.fstat(descriptor)
            if found.st_size != size or found.st_nlink > 1:
                raise OddFileError("it is not as it was left")
        except OSError:
            os.close(descriptor)
            raise
        return descriptor

    def write(self, descriptor: int, data: bytes) -> int:
        """One write; may write less than all, and says how much."""
        return os.write(descriptor, data)

    def write_all(self, descriptor: int, data: bytes) -> None:
        """Write all of `data`. After an error an unknown part of it may stand in the file."""
        view = memoryview(data)
        while view:
            done = self.write(descriptor, bytes(view) if len(view) < len(data) else data)
            if done <= 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            view = view[done:]

    def flush(self, descriptor: int) -> None:
        """Wait until what was written really is on the disk. After an error, write to a new file; never try again."""
        if sys.platform == "darwin":
            import fcntl

            # Apple's fsync stops at the drive's cache; this one goes through it.
            with suppress(OSError):
                fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
                return
            os.fsync(descriptor)
        elif hasattr(os, "fdatasync"):
            os.fdatasync(descriptor)
        else:
            os.fsync(descriptor)

    def truncate(self, descriptor: int, size: int = 0) -> None:
        """Cut an open file down to its first `size` bytes."""
        os.ftruncate(descriptor, size)

    def close(self, descriptor: int) -> None:
        """Close a descriptor; what was flushed is safe whatever this answers."""
        with suppress(OSError):
            os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Rename over `target` in one step. On Windows tries again while another program holds either file."""
        for pause in (*PATIENCE, None):
            try:
                self.rename(source, target)
                return
            except PermissionError as error:
                if pause is None or getattr(error, "winerror", None) not in HELD_BY_ANOTHER:
                    raise
                self.pause(pause)

    def rename(self, source: Path, target: Path) -> None:
        """The bare rename behind `replace`."""
        os.replace(source, target)  # noqa: PTH105 - as above: spelt as the system does

    def pause(self, seconds: float) -> None:
        """Wait; only ever called on a store thread."""
        time.sleep(seconds)

    def link(self, source: Path, target: Path) -> None:
        """Give the file at `source` a second name; where the disk has no such thing, a flushed copy."""
        try:
            self.hard_link(source, target)
        except OSError as error:
            if error.errno not in NO_LINKS:
                raise
            self.copy(source, target)

    def hard_link(self, source: Path, target: Path) -> None:
        """The bare second name behind `link`; never through a symbolic link."""
        if self.windows:
            os.link(source, target)
        else:
            os.link(source, target, follow_symlinks=False)

    def copy(self, source: Path, target: Path) -> None:
        """A flushed copy under a new name (an error if it exists)."""
        self.write_new(target, self.read(source, 1 << 28))

    def write_new(self, path: Path, data: bytes) -> None:
        """Make a new file with `data` in it and flush it; the folder is flushed by the caller."""
        descriptor = self.create(path)
        try:
            self.write_all(descriptor, data)
            self.flush(descriptor)
        finally:
            self.close(descriptor)

    def remove(self, path: Path) -> None:
        """Remove a file (or a link itself, never what it points at); nothing happens if there is none."""
        with suppress(FileNotFoundError):
            os.unlink(path)  # noqa: PTH108 - every bare call to the system stands in this file, spelt as the system does

    def flush_folder(self, folder: Path) -> None:
        """Make names in `folder` durable. Windows has no such call, and some network drives neither."""
        if self.windows:
            return
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0))
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in NO_FOLDER_FLUSH:
                raise
        finally:
            os.close(descriptor)

    def make_folder(self, folder: Path) -> bool:
        """Make `folder` and what is missing above it, for the owner only. Says whether it was missing."""
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        for each in reversed(missing):
            with suppress(FileExistsError):  # another window was quicker
                each.mkdir(FOLDER_MODE)
                each.chmod(FOLDER_MODE)
                self.flush_folder(each.parent)
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        return bool(missing)

    def stamp(self, path: Path) -> Stamp | None:
        """Size, time and identity of what stands at `path` (a link itself), or None if nothing does."""
        try:
            found = os.lstat(path)
        except (FileNotFoundError, NotADirectoryError):
            return None
        return Stamp(found.st_size, found.st_mtime_ns, found.st_ino)

    def lock(self, path: Path, now: datetime, wait: float = 0.0) -> "Lock":
        """Take a lock; see `locks.take`."""
        from coachtui.store.locks import take

        return take(path, now, wait)

    def names(self, folder: Path) -> list[str]:
        """The names in a real folder (not a link to one), sorted; none if it is missing."""
        try:
            if not stat.S_ISDIR(os.lstat(folder).st_mode):
                return []
            return sorted(os.listdir(folder))  # noqa: PTH208 - names are wanted, not paths
        except (FileNotFoundError, NotADirectoryError):
            return []

    @staticmethod
    def _check_plain(descriptor: int, limit: int) -> None:
        found = os.fstat(descriptor)
        if stat.S_ISDIR(found.st_mode):
            raise OddFileError("it is a folder")
        if not stat.S_ISREG(found.st_mode):
            raise OddFileError("it is not an ordinary file")
        if found.st_size > limit:
            raise OddFileError(f"it is larger than {limit // (1 << 20)} MB")
