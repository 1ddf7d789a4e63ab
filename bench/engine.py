"""The engine on its own: a line taken in and the view made anew, as a session grows, against the empty session."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Effort, Ratio, Row, median
from coachtui.desk import Desk
from coachtui.store.home import find_home


def measure(effort: Effort) -> Iterator[Row]:
    """A note taken in when many stand there already, against the first twenty."""
    many = effort.saves * 4
    with tempfile.TemporaryDirectory() as folder:
        home = find_home(folder, {}, Path(folder))
        home.make()
        conversation = Desk(home).start("grow")
        talk = conversation.talk
        while talk.view().kind != "notes":
            talk.line("/next")
        took: list[float] = []
        for number in range(many):
            began = time.perf_counter()
            talk.line(f"note {number} about the timetable")
            talk.view()
            took.append((time.perf_counter() - began) * 1000)
        conversation.close()
    what = f"a line, and the view after it, at {many} notes"
    yield Ratio("", what, "the same at 0 to 20 notes", median(took[-20:]), median(took[:20]))
