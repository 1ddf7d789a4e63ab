"""A disk that remembers every operation, fails on demand, or takes its time; and one that behaves as on Windows."""

import errno
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from coachtui.store.disk import Disk
from coachtui.store.locks import Lock


@dataclass(frozen=True)
class Op:
    """One operation as the disk saw it. `node` is the file written to, whatever its name is by then."""

    kind: str
    path: Path | None = None
    target: Path | None = None
    node: int = 0
    data: bytes = b""
    note: object = None


@dataclass
class Fault:
    """From the `at`-th call of `kind` on (counted from 1), `times` calls fail with `number`; None: until mended."""

    kind: str
    number: int
    at: int = 1
    times: int | None = None
    under: str = ""
    winerror: int | None = None
    calls: int = 0
    struck: threading.Event = field(default_factory=threading.Event)

    def strikes(self, kind: str, path: Path | None) -> bool:
        if kind != self.kind or (self.under and self.under not in str(path)):
            return False
        self.calls += 1
        hit = self.calls >= self.at and (self.times is None or self.calls < self.at + self.times)
        if hit:
            self.struck.set()
        return hit


class FakeDisk(Disk):
    """Does everything for real, in a folder of the test, and writes it down."""

    def __init__(self) -> None:
        self.ops: list[Op] = []
        self.faults: list[Fault] = []
        self.short_writes = False
        self._lock = threading.RLock()
        self._open: dict[int, tuple[int, Path]] = {}
        self._nodes = 0
        self._known: dict[int, int] = {}
        self._gates: dict[str, threading.Event] = {}
        self.waiting = threading.Event()

    # --- steering ------------------------------------------------------------------------------------------------

    def fail(self, kind: str, number: int, **more: int | str | None) -> Fault:
        """Make calls of `kind` fail."""
        fault = Fault(kind, number, **more)  # type: ignore[arg-type] # keywords of Fault, checked when running
        with self._lock:
            self.faults.append(fault)
        return fault

    def mend(self) -> None:
        """No more faults."""
        with self._lock:
            self.faults.clear()
            self.short_writes = False

    @contextmanager
    def held(self, kind: str) -> Iterator[threading.Event]:
        """While inside, calls of `kind` do not return; the event is set when one has begun to wait."""
        gate = threading.Event()
        self.waiting.clear()
        self._gates[kind] = gate
        try:
            yield self.waiting
        finally:
            del self._gates[kind]
            gate.set()

    def found(self, root: Path) -> None:
        """Take what lies in `root` as safely on the disk before anything else happens."""
        for path in sorted(each for each in root.rglob("*") if each.is_file()):
            self._nodes += 1
            self._known[path.stat().st_ino] = self._nodes
            self._note(Op("create", path, node=self._nodes))
            self._note(Op("write", path, node=self._nodes, data=path.read_bytes()))
            self._note(Op("flush", path, node=self._nodes, note=len(self.ops)))
            self._note(Op("flush-folder", path.parent, note=len(self.ops)))

    def mark(self, note: object) -> None:
        """Write something of the test's own between the operations."""
        with self._lock:
            self.ops.append(Op("mark", note=note))

    def _before(self, kind: str, path: Path | None) -> None:
        with self._lock:
            fault = next((each for each in self.faults if each.strikes(kind, path)), None)
        if fault is not None:
            error = OSError(fault.number, os.strerror(fault.number))
            if fault.winerror is not None:
                error.winerror = fault.winerror  # type: ignore[attr-defined,unused-ignore] # exists on Windows only
            raise error
        if (gate := self._gates.get(kind)) is not None:
            self.waiting.set()
            gate.wait(60)

    def _note(self, op: Op) -> None:
        self.ops.append(op)

    # --- the disk ------------------------------------------------------------------------------------------------

    def read(self, path: Path, limit: int) -> bytes:
        self._before("read", path)
        return super().read(path, limit)

    def lock(self, path: Path, now: datetime, wait: float = 0.0) -> Lock:
        self._before("lock", path)
        return super().lock(path, now, wait)

    def create(self, path: Path) -> int:
        self._before("create", path)
        with self._lock:
            descriptor = super().create(path)
            self._nodes += 1
            self._open[descriptor] = (self._nodes, path)
            self._known[os.fstat(descriptor).st_ino] = self._nodes
            self._note(Op("create", path, node=self._nodes))
            return descriptor

    def reopen(self, path: Path, size: int) -> int:
        self._before("reopen", path)
        with self._lock:
            descriptor = super().reopen(path, size)
            self._open[descriptor] = (self._known[os.fstat(descriptor).st_ino], path)
            self._note(Op("reopen", path, node=self._open[descriptor][0]))
            return descriptor

    def write(self, descriptor: int, data: bytes) -> int:
        node, path = self._open[descriptor]
        if self.short_writes and len(data) > 1:
            data = data[: max(1, len(data) // 2)]
        self._before("write", path)
        with self._lock:
            done = super().write(descriptor, data)
            self._note(Op("write", path, node=node, data=data[:done]))
            return done

    def flush(self, descriptor: int) -> None:
        node, path = self._open[descriptor]
        with self._lock:
            self._note(Op("flush-begins", path, node=node))
            begun = len(self.ops)
        self._before("flush", path)
        super().flush(descriptor)
        with self._lock:
            # What was written while the flush ran need not be on the disk: only what came before it began.
            self._note(Op("flush", path, node=node, note=begun))

    def truncate(self, descriptor: int, size: int = 0) -> None:
        node, path = self._open[descriptor]
        self._before("truncate", path)
        with self._lock:
            super().truncate(descriptor, size)
            self._note(Op("truncate", path, node=node, note=size))

    def close(self, descriptor: int) -> None:
        with self._lock:
            self._open.pop(descriptor, None)
            super().close(descriptor)

    def rename(self, source: Path, target: Path) -> None:
        self._before("replace", target)
        with self._lock:
            super().rename(source, target)
            self._note(Op("rename", source, target))

    def hard_link(self, source: Path, target: Path) -> None:
        self._before("link", target)
        with self._lock:
            super().hard_link(source, target)
            self._note(Op("link", source, target))

    def remove(self, path: Path) -> None:
        self._before("remove", path)
        with self._lock:
            super().remove(path)
            self._note(Op("unlink", path))

    def flush_folder(self, folder: Path) -> None:
        with self._lock:
            begun = len(self.ops)
        self._before("flush_folder", folder)
        super().flush_folder(folder)
        with self._lock:
            self._note(Op("flush-folder", folder, note=begun))

    def make_folder(self, folder: Path) -> bool:
        self._before("make_folder", folder)
        return super().make_folder(folder)

    # --- another program -----------------------------------------------------------------------------------------

    def foreign_write(self, path: Path, data: bytes) -> None:
        """What a program that knows nothing of us does: write a new file and rename it over ours, durably."""
        spare = path.with_name("foreign.tmp")
        descriptor = self.create(spare)
        self.write(descriptor, data)
        self.flush(descriptor)
        self.close(descriptor)
        self.rename(spare, path)
        self.flush_folder(path.parent)


class WindowsDisk(FakeDisk):
    """Renames fail as Windows fails while an antivirus or a sync program holds the file."""

    windows = True

    def __init__(self, held_for: int) -> None:
        super().__init__()
        self.pauses: list[float] = []
        self.left = held_for

    def rename(self, source: Path, target: Path) -> None:
        if self.left > 0:
            self.left -= 1
            error = PermissionError(errno.EACCES, "held")
            error.winerror = 32  # type: ignore[attr-defined,unused-ignore] # exists on Windows only
            raise error
        super().rename(source, target)

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
