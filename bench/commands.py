"""Commands, from start to exit, against a bare Python."""

from collections.abc import Iterator

from bench.measure import Ratio, in_turn, python


def measure() -> Iterator[Ratio]:
    """How long the shortest answers take."""
    floor = python("-c", "pass")
    for what, words, goal in (
        ("coachtui --version", ("-m", "coachtui", "--version"), 1.5),
        ("coachtui frameworks", ("-m", "coachtui", "frameworks"), None),
    ):
        ours, base = in_turn(python(*words), floor, 15)
        yield Ratio(what, "python -c pass", ours, base, goal)
