"""Goal 1: commands, from start to exit, against a bare Python."""

from collections.abc import Iterator

from bench.installed import Installed
from bench.measure import Effort, Ratio, Row, in_turn, process


def measure(installed: Installed, effort: Effort) -> Iterator[Row]:
    """How long the shortest answers take."""
    libraries = "import pydantic, click"
    for goal, words, floor, limit in (
        ("1", ("--version",), "pass", 1.1),
        ("", ("list",), libraries, None),
        ("", ("frameworks",), libraries, None),
    ):
        ours = process(installed.command, *words, env=installed.env)
        base = process(installed.python, "-c", floor)
        took = in_turn(ours, base, effort.commands)
        yield Ratio(goal, f"coachtui {' '.join(words)}", f"python -c '{floor}'", *took, limit)
