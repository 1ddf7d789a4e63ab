"""Ended at random moments while somebody types, and taken up again each time: no word is ever missing.

Sixty ends in the test run; in a soak (COACHTUI_SOAK set) at least a thousand. A word must be there if its last key was
typed 50 ms or more before the end, seen on the screen or not. Time in which the program stood in line for a processor,
because others had them all, is taken off those 50 ms: that is the machine's, and it is measured (`Word.due`).
"""

import os
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.pty.killing import Lane

#: Programs that run side by side.
TOGETHER = 4
#: Rounds in one home; after them the next one begins, so that conversations do not grow for ever.
ROUNDS = 15
SOAK = int(os.environ.get("COACHTUI_SOAK") or 0)
WANTED = max(1000, 60 * SOAK) if SOAK else 60


def told(lanes: list[Lane]) -> str:
    """The figures of a run, in one sentence."""
    ends = sum((lane.ends for lane in lanes), Counter[str]())
    words = [word for lane in lanes for word in lane.words]
    lost = [word for lane in lanes for word in lane.lost]
    return (
        f"{ends.total()} ends ({', '.join(f'{number} {how}' for how, number in sorted(ends.items()))}), "
        f"{sum(len(lane.torn) for lane in lanes)} torn; {len(words)} words typed; 50 ms or more before the end, by the "
        f"clock: {sum(word.by_the_clock for word in words)}, lost {sum(word.by_the_clock for word in lost)}; without "
        f"the time in line for a processor: {sum(word.due for word in words)}, lost {sum(word.due for word in lost)}; of "
        f"these not yet on the screen: {sum(word.due and word.seen is None for word in words)}"
    )


@pytest.mark.timeout(7200 if SOAK else 240)
def test_no_end_at_any_moment_loses_a_word(tmp_path: Path) -> None:
    lanes = [Lane(n, min(ROUNDS, WANTED - n * ROUNDS), tmp_path / str(n)) for n in range(-(-WANTED // ROUNDS))]
    with ThreadPoolExecutor(TOGETHER) as pool:
        list(pool.map(Lane.run, lanes))
    print(told(lanes))  # noqa: T201 - read in a soak
    for word in (word for lane in lanes for word in lane.lost if word.by_the_clock):
        print(word)  # noqa: T201 - read in a soak
    assert [what for lane in lanes for what in lane.torn] == []
    assert [word for lane in lanes for word in lane.lost if word.due] == []
    assert sum(word.due for lane in lanes for word in lane.words) > WANTED, "too few words to mean anything"
