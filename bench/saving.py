"""Saving: what a change costs the event handler, and what a compaction costs the disk, against the bare calls."""

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Count, Ratio, percentile
from coachtui.desk import Desk
from coachtui.store.home import find_home

_WORDS = "what was said in the meeting about the timetable and who was there "


def measure() -> Iterator[Ratio | Count]:
    """A conversation of some length, each key of it handed to the disk."""
    with tempfile.TemporaryDirectory() as folder:
        home = find_home(folder, {}, Path(folder))
        home.make()
        yield from _typing(Desk(home))
        yield from _replacing(Path(folder))


def _typing(desk: Desk) -> Iterator[Ratio | Count]:
    """Typing notes: each key is a draft handed over, each Enter an edit; with the disk and with nothing behind it."""
    conversation = desk.start("grow")
    talk = conversation.talk
    while talk.view().kind != "notes":
        talk.line("/next")
    keys: list[float] = []
    for n in range(60):
        line = f"{n} {_WORDS}"
        for end in range(1, len(line), 3):
            began = time.perf_counter()
            talk.draft(line[:end])
            keys.append((time.perf_counter() - began) * 1000)
        talk.line(line)
    began = time.perf_counter()
    saved = conversation.kept.flush(10.0)
    flushed = (time.perf_counter() - began) * 1000
    if not saved:
        raise SystemExit("the disk did not take the words within ten seconds")
    conversation.close()
    yield Count("a key handed over, median (ms)", round(statistics.median(keys), 4))
    yield Count("a key handed over, 99 of 100 (ms)", round(percentile(keys, 0.99), 4), 0.2)
    yield Count("all durable after the last key (ms)", round(flushed, 2))


def _replacing(folder: Path) -> Iterator[Ratio]:
    """A whole session written again, against temporary file, fsync, replace, fsync of the folder on the same bytes."""
    path = max(folder.rglob("*.json"), key=lambda one: one.stat().st_size)
    data = path.read_bytes()
    home = find_home(str(folder), {}, folder)
    store = Desk(home).store
    kept = store.open(path)
    ours: list[float] = []
    bare: list[float] = []
    for n in range(60):
        kept.keep({"spot": f"bench-{n}"})
        began = time.perf_counter()
        kept.compact()
        kept.flush(10.0)
        ours.append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        _bare_replace(folder / "bare.json", data)
        bare.append((time.perf_counter() - began) * 1000)
    kept.close(10.0)
    yield Ratio(
        f"flush and compaction of {len(data) // 1000} kB",
        "bare durable replace",
        statistics.median(ours),
        statistics.median(bare),
        None,
    )


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
