"""Measure all of it and print one table: ours, the floor of the same run, the ratio, and the goal where there is one.

`python -m bench` takes some five minutes; `--quick` takes one, and its figures mean little. A word chooses a
part: commands, frames, keys, engine, saving.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import commands, engine, frames, keys, saving
from bench.installed import Installed, install
from bench.measure import HEAD, QUICK, Effort, Row

#: Parts that start the installed program, and parts that call the engine where they are.
OUTSIDE: dict[str, Callable[[Installed, Effort], Iterator[Row]]] = {
    "commands": commands.measure,
    "frames": frames.measure,
    "keys": keys.measure,
}
INSIDE: dict[str, Callable[[Effort], Iterator[Row]]] = {"engine": engine.measure, "saving": saving.measure}


def rows(parts: list[str], effort: Effort) -> Iterator[Row]:
    """Everything that is measured, part by part."""
    if any(part in OUTSIDE for part in parts):
        with tempfile.TemporaryDirectory() as folder:
            installed = install(Path(folder))
            for part in parts:
                if part in OUTSIDE:
                    yield from OUTSIDE[part](installed, effort)
    for part in parts:
        if part in INSIDE:
            yield from INSIDE[part](effort)


def main(words: list[str]) -> None:
    """Measure, and print the table at the end; what is done so far is told on standard error."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure the promises about speed.")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions")
    parser.add_argument("parts", nargs="*", help=", ".join((*OUTSIDE, *INSIDE)))
    asked = parser.parse_args(words)
    unknown = [part for part in asked.parts if part not in (*OUTSIDE, *INSIDE)]
    if unknown:
        parser.error(f"there is no part {unknown[0]!r}")
    found: list[Row] = []
    for row in rows(asked.parts or [*OUTSIDE, *INSIDE], QUICK if asked.quick else Effort()):
        print(f"{row.goal:>3}  {row.what}", file=sys.stderr, flush=True)
        found.append(row)
    print(HEAD)
    for row in sorted(found, key=lambda one: int(one.goal or 99)):
        print(row)


if __name__ == "__main__":
    main(sys.argv[1:])
