"""Typical mistakes and what is said to them, as texts that a person can read and judge.

Each `goldens/NAME.toml` is a framework with mistakes, and `goldens/NAME.txt` what `check` says of it. When words are
changed on purpose, `WRITE_GOLDENS=1 pytest tests/framework/test_goldens.py` writes the texts anew; read the difference.
"""

import os
from pathlib import Path

import pytest

from coachtui.framework.loading import check_file
from coachtui.framework.parts import Parts

GOLDENS = Path(__file__).parent / "goldens"
FILES = sorted(GOLDENS.glob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_typical_mistake_is_answered_in_these_words(path: Path) -> None:
    said = "".join(f"{mistake.sentence}\n" for mistake in check_file(path, Parts([GOLDENS])))
    golden = path.with_suffix(".txt")
    if os.environ.get("WRITE_GOLDENS"):
        golden.write_text(said, encoding="utf-8", newline="\n")
    assert said == golden.read_text(encoding="utf-8")
    assert said


def test_no_golden_has_lost_its_framework() -> None:
    assert {path.stem for path in GOLDENS.glob("*.txt")} == {path.stem for path in FILES}
