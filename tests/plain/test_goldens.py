"""Whole conversations from a pipe, as a person would read them.

`goldens/NAME.in` is what is typed; `goldens/NAME.txt` is the transcript, and `goldens/NAME.json` the session file it left
(without the framework, which is the shipped one). When words are changed on purpose, `WRITE_GOLDENS=1 pytest
tests/plain/test_goldens.py` writes both anew; read the difference.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from tests.support.pipe import Done, piped

GOLDENS = Path(__file__).parent / "goldens"
LATER = "2026-12-09T15:40:00+00:00"


def typed(name: str) -> list[str]:
    """The lines of a conversation."""
    return (GOLDENS / f"{name}.in").read_text(encoding="utf-8").split("\n")[:-1]


def same(name: str, home: Path, done: Done, session: str) -> dict[str, Any]:
    """Compare transcript and session file with the goldens; gives back the session."""
    (path,) = home.glob(f"sessions/*/*-{session}.json")
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    # The number of the last write, and the order in which records reached the disk, are the store threads' own affair.
    written = {**document, "framework": document["framework"]["id"], "seq": None}
    text = json.dumps(written, indent=1, sort_keys=True)
    found = {".txt": done.transcript.replace(str(home), "HOME"), ".json": f"{text}\n"}
    for ending, words in found.items():
        golden = GOLDENS / f"{name}{ending}"
        if os.environ.get("WRITE_GOLDENS"):
            golden.write_text(words, encoding="utf-8", newline="\n")
        assert words == golden.read_text(encoding="utf-8")
    return document


@pytest.fixture
def home(person: Path) -> Path:
    """Where the notes of this test lie."""
    return person / "coachtui"


def test_instant_pay_off_from_a_pipe(home: Path) -> None:
    done = piped(["start", "instant-pay-off", "--with", "p3", "--with", "p7", "--plain"], typed("instant-pay-off"))
    assert done.code == 0
    session = same("instant-pay-off", home, done, "0003")
    assert session["ended"], done.transcript


@pytest.mark.parametrize("name", ["perspective-circles", "whats-working-well"])
def test_a_board_from_a_pipe(home: Path, name: str) -> None:
    done = piped(["start", name, "--with", "p3", "--with", "p7", "--plain"], typed(name))
    assert done.code == 0
    same(name, home, done, "0003")


def test_grow_and_its_follow_up_from_a_pipe(home: Path) -> None:
    """What was promised in the first comes back in the second, and what was agreed still stands."""
    first = piped(["start", "grow", "--with", "p3", "--with", "p7", "--plain"], typed("grow"))
    assert first.code == 0
    held = same("grow", home, first, "0003")
    again = piped(["start", "--follow", "last", "--plain"], typed("grow-follow-up"), now=LATER, first=500)
    assert again.code == 0
    session = same("grow-follow-up", home, again, "0500")
    assert session["follows"] == held["id"]
    assert session["people"] == held["people"]
    assert session["brought"] == held["agreement"]
    prepared = piped(["prepare", "p3"], now=LATER)
    golden = GOLDENS / "prepare.txt"
    if os.environ.get("WRITE_GOLDENS"):
        golden.write_text(prepared.out, encoding="utf-8", newline="\n")
    assert prepared.out == golden.read_text(encoding="utf-8")
