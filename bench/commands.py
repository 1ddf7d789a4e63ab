"""Commands, from start to exit, against a bare one."""

from collections.abc import Iterator

from bench.measure import Ratio, in_turn, python


def measure() -> Iterator[Ratio]:
    """How long the shortest answers take."""
    for what, words, floor, goal in (
        ("coachtui --version", ("-m", "coachtui", "--version"), ("-m", "bench.nothing"), 1.1),
        ("coachtui frameworks", ("-m", "coachtui", "frameworks"), ("-c", "import pydantic, click"), None),
        ("coachtui list, of nothing", ("-m", "coachtui", "list"), ("-c", "import pydantic, click"), None),
    ):
        ours, base = in_turn(python(*words), python(*floor), 15)
        yield Ratio(what, f"python {' '.join(floor)}", ours, base, goal)
