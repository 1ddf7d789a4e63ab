"""Goals 4, 12 and 13: how soon a first screen stands, how much memory it takes, and what it does while nothing happens."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

from bench.installed import Installed
from bench.measure import Effort, Ratio, Row, median
from bench.window import Window


@dataclass
class Seen:
    """What was seen of one program, start by start."""

    paint: list[float] = field(default_factory=list[float])
    complete: list[float] = field(default_factory=list[float])
    memory: list[float] = field(default_factory=list[float])


def measure(installed: Installed, effort: Effort) -> Iterator[Row]:
    """Starts in turn, then all of them standing idle."""
    programs: dict[str, tuple[Sequence[str], Sequence[bytes]]] = {
        "label": (installed.floor("label"), (b"What",)),
        "bare": (installed.floor("question"), (b"What",)),
        "footer": (installed.floor("question", "footer"), (b"What", b"another way")),
        "pydantic": (installed.floor("question", "footer", "pydantic"), (b"What", b"another way")),
        "ours": (installed.start("grow"), (b"saved", b"Ctrl+O")),
        "home": ([installed.command], (b"coachtui",)),
    }
    seen = {name: Seen() for name in programs}
    for number in range(effort.frames + 1):
        for name, (command, words) in programs.items():
            with Window(command, installed.env) as window:
                paint, complete = window.first_frame(words)
                window.drain(0.3)
            if number:
                seen[name].paint.append(paint)
                seen[name].complete.append(complete)
                seen[name].memory.append(window.peak)
    ours, footer = seen["ours"], seen["footer"]
    floor = "bare question with Footer"
    yield Ratio("4", "first question complete", floor, median(ours.complete), median(footer.complete), 0.85)
    yield Ratio("4", "first paint", floor, median(ours.paint), median(footer.paint), 1.0)
    with_pydantic = median(seen["pydantic"].complete)
    yield Ratio("", "first question complete", "the same, pydantic loaded", median(ours.complete), with_pydantic)
    yield Ratio("", "Home complete", "bare label", median(seen["home"].complete), median(seen["label"].complete))
    held = {name: median(one.memory) for name, one in seen.items()}
    yield Ratio(
        "12", "peak memory, a conversation", "bare question with pydantic", held["ours"], held["pydantic"], 1.4, "MiB"
    )
    yield Ratio("12", "peak memory, Home", "bare question with pydantic", held["home"], held["pydantic"], 1.4, "MiB")
    yield from _idle(installed, effort)


def _idle(installed: Installed, effort: Effort) -> Iterator[Row]:
    """A conversation in which nobody types, longer than the beat of its clock; its cursor does not blink."""
    with ExitStack() as stack:
        bare = stack.enter_context(Window(installed.floor("question", "footer"), installed.env))
        ours = stack.enter_context(Window(installed.start("grow"), installed.env))
        for window, words in ((bare, b"another way"), (ours, b"Ctrl+O")):
            window.wait(words)
            window.drain(3.0)
        spent = [-bare.cpu(), -ours.cpu()]
        sizes = [-len(bare.sent), -len(ours.sent)]
        slices = max(1, round(effort.idle * 10))
        for _ in range(slices):
            bare.drain(0.05)
            ours.drain(0.05)
        spent = [spent[0] + bare.cpu(), spent[1] + ours.cpu()]
        sizes = [sizes[0] + len(bare.sent), sizes[1] + len(ours.sent)]
    seconds = slices / 10
    floor = "bare question with Footer"
    yield Ratio("13", "processor while idle, a second", floor, spent[1] / seconds, spent[0] / seconds, 1.0)
    yield Ratio("13", "bytes sent while idle, a second", floor, sizes[1] / seconds, sizes[0] / seconds, 1.0, "bytes")
