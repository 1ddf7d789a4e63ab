"""Four storms of a minute side by side, so a minute in all: the program never ends, never sticks, and does not grow.

In a soak (COACHTUI_SOAK set) each lasts so many minutes, with other seeds. The seed stands in a failure's words.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.pty.storms import Storm

SOAK = int(os.environ.get("COACHTUI_SOAK") or 0)
MINUTES = max(1, SOAK)
SEEDS = range(100 * SOAK + 1, 100 * SOAK + 5)


@pytest.mark.first
@pytest.mark.timeout(60 * MINUTES + 900)
def test_no_storm_ends_it_sticks_it_or_makes_it_grow(tmp_path: Path) -> None:
    storms = [Storm(seed, 60.0 * MINUTES, tmp_path / str(seed)) for seed in SEEDS]
    with ThreadPoolExecutor(len(storms)) as pool:
        for storm in pool.map(Storm.run, storms):
            print(f"storm {storm.seed}: {storm.bursts} bursts, left {storm.left} times, {storm.held} MB")  # noqa: T201
    assert min(storm.bursts for storm in storms) >= 1
