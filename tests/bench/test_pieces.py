"""The bench still runs. What it measures is nobody's business here: a test never looks at a clock."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bench.measure import Count, Ratio

ROOT = Path(__file__).parents[2]


def test_a_line_says_whether_the_goal_is_met() -> None:
    line = str(Ratio("6", "a key", "a bare one", ours=3.0, base=6.0, limit=0.65))
    assert line.split() == ["6", "a", "key", "a", "bare", "one", "3.000", "6.000", "ms", "0.50", "<=", "0.65", "met"]
    assert "NOT MET" in str(Ratio("6", "a key", "a bare one", ours=6.0, base=6.0, limit=0.65))
    assert "met" not in str(Count("", "a key", 3.0)).lower()


def test_nothing_against_nothing_is_no_more() -> None:
    assert Ratio("13", "bytes", "bytes", ours=0, base=0).ratio == 0
    assert Ratio("13", "bytes", "bytes", ours=1, base=0).ratio == float("inf")


def test_the_engine_and_the_saving_are_measured() -> None:
    command = [sys.executable, "-m", "bench", "--quick", "engine", "saving"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "fsyncs of a compaction" in done.stdout


def test_an_unknown_part_is_refused() -> None:
    command = [sys.executable, "-m", "bench", "everything"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "there is no part 'everything'" in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="there are no pseudo-terminals here")
def test_a_floor_shows_its_question_and_the_key_that_is_typed() -> None:
    from bench.window import Window

    floor = str(ROOT / "bench" / "floors" / "question.py")
    with Window([sys.executable, floor, "footer"]) as window:
        window.first_frame([b"number 001", b"another way"])
        letter = "ł".encode()
        assert window.key(letter, letter).size > 0
        window.key(b"\r", b"number 002")
    assert window.peak > 0
