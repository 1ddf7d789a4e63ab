"""Runs coachtui with a fixed clock and counted ids, so that two runs write the same bytes.

    python tests/support/fixed_run.py ARGS

The clock stands at COACHTUI_TEST_NOW (2026-11-21T16:22:05+00:00 if not set). Ids are four digits that count from
COACHTUI_TEST_ID (1 if not set) and twelve zeros; the first four characters are enough to name a session.
"""

import os
import sys
from collections.abc import Callable
from datetime import datetime
from itertools import count

NOW = "2026-11-21T16:22:05+00:00"


def counting(first: int = 1) -> Callable[[], str]:
    """A mint whose ids can be read."""
    numbers = count(first)
    return lambda: f"{next(numbers):04}000000000000"


def run(argv: list[str], now: str = NOW, first: int = 1) -> int:
    """Run one command. Returns its exit code."""
    from coachtui.cli.app import main

    moment = datetime.fromisoformat(now)
    return main(argv, clock=lambda: moment, mint=counting(first), ticks=lambda: 0.0)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:], os.environ.get("COACHTUI_TEST_NOW", NOW), int(os.environ.get("COACHTUI_TEST_ID", "1"))))
