"""Goal 8: what a change costs whoever types, and what saving costs the disk, against the bare calls on the same bytes."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.measure import Count, Effort, Ratio, Row, median, percentile
from coachtui.desk import Desk
from coachtui.store.home import find_home

_WORDS = "what was said in the meeting about the timetable and who was there "


def measure(effort: Effort) -> Iterator[Row]:
    """A conversation of some length, each key of it handed to the disk; then the file written again and again."""
    with tempfile.TemporaryDirectory() as folder:
        home = find_home(folder, {}, Path(folder))
        home.make()
        yield from _typing(Desk(home), effort)
        yield from _replacing(Path(folder), effort)


def _typing(desk: Desk, effort: Effort) -> Iterator[Row]:
    """Typing notes: each key is a draft handed over, each Enter an edit."""
    conversation = desk.start("grow")
    talk = conversation.talk
    while talk.view().kind != "notes":
        talk.line("/next")
    keys: list[float] = []
    for number in range(effort.saves):
        line = f"{number} {_WORDS}"
        for end in range(1, len(line), 3):
            began = time.perf_counter()
            talk.draft(line[:end])
            keys.append((time.perf_counter() - began) * 1000)
        talk.line(line)
    if not conversation.kept.flush(10.0):
        raise SystemExit("the disk did not take the words within ten seconds")
    conversation.close()
    yield Count("", "a key handed over, median", median(keys), unit="ms")
    yield Count("", "a key handed over, 99 of 100", percentile(keys, 0.99), 0.2, "ms")


def _replacing(folder: Path, effort: Effort) -> Iterator[Row]:
    """A whole session written again, against temporary file, fsync, replace, fsync of the folder on the same bytes."""
    path = max(folder.rglob("*.json"), key=lambda one: one.stat().st_size)
    data = path.read_bytes()
    store = Desk(find_home(str(folder), {}, folder)).store
    kept = store.open(path)
    flushes: list[float] = []
    compactions: list[float] = []
    ours: list[float] = []
    bare: list[float] = []
    with _fsyncs() as moments:
        for number in range(effort.saves):
            kept.keep({"spot": f"bench-{number}"})
            kept.soon()
            kept.flush(10.0)
            flushes.append(len(moments))
            moments.clear()
            began, before = time.perf_counter(), path.stat().st_ino
            kept.compact()
            _until_replaced(path, before)
            time.sleep(0.02)  # the folder and the journal come after the file
            compactions.append(len(moments))
            ours.append((moments[-1] - began) * 1000)
            began = time.perf_counter()
            _bare_replace(folder / "bare.json", data)
            bare.append((time.perf_counter() - began) * 1000)
            moments.clear()
    kept.close(10.0)
    # Medians: the first flush makes the journal, so it waits for its folder as well.
    yield Count("8", "fsyncs of a flush", median(flushes), 1)
    yield Count("8", "fsyncs of a compaction", median(compactions), 3)
    yield Ratio(
        "8", "compaction", f"bare durable replace of {len(data) / 1000:.0f} kB", median(ours), median(bare), 1.15
    )


def _until_replaced(path: Path, inode: int) -> None:
    until = time.perf_counter() + 10.0
    while path.stat().st_ino == inode:
        if time.perf_counter() > until:
            raise SystemExit("the file was not written within ten seconds")
        time.sleep(0.0005)  # the writing thread needs the interpreter too


@contextmanager
def _fsyncs() -> Iterator[list[float]]:
    """The moments at which a wait for the disk was over, on whatever thread."""
    moments: list[float] = []
    real = {name: getattr(os, name) for name in ("fsync", "fdatasync") if hasattr(os, name)}

    def noting(call: Callable[[int], None]) -> Callable[[int], None]:
        def act(handle: int) -> None:
            call(handle)
            moments.append(time.perf_counter())

        return act

    for name, call in real.items():
        setattr(os, name, noting(call))
    try:
        yield moments
    finally:
        for name, call in real.items():
            setattr(os, name, call)


def _bare_replace(path: Path, data: bytes) -> None:
    temporary = path.with_suffix(".tmp")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.write(handle, data)
    os.fsync(handle)
    os.close(handle)
    temporary.replace(path)
    handle = os.open(path.parent, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)
