"""The engine on its own: a line taken in and the view made anew, as a session grows, against the empty session."""

import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Ratio
from coachtui.desk import Desk
from coachtui.store.home import find_home


def measure() -> Iterator[Ratio]:
    """A note taken in when 200 stand there already, against the first twenty."""
    with tempfile.TemporaryDirectory() as folder:
        home = find_home(folder, {}, Path(folder))
        home.make()
        conversation = Desk(home).start("grow")
        talk = conversation.talk
        while talk.view().kind != "notes":
            talk.line("/next")
        took: list[float] = []
        for n in range(220):
            began = time.perf_counter()
            talk.line(f"note {n} about the timetable")
            talk.view()
            took.append((time.perf_counter() - began) * 1000)
        conversation.close()
    yield Ratio(
        "a line, and the view after it, at 200 notes",
        "the same at 0 to 20 notes",
        statistics.median(took[-20:]),
        statistics.median(took[:20]),
        None,
    )
