"""`coachtui search`: what it finds, for people and for programs, and that words need not stand in a shell's history."""

import json
import os
import sys
from pathlib import Path

import pytest
from tests.support.pipe import piped

ROOT = Path(__file__).parent.parent.parent
START = ["start", "grow", "--with", "p3", "--with", "p7", "--plain"]
TALK = ["/go topic", "How to say no", "/go options", "ask at the café", "about Pat", "/private 2", "/end"]


@pytest.fixture
def home(person: Path) -> Path:
    """A home with one closed conversation."""
    assert piped(START, TALK).code == 0
    return person / "coachtui"


def test_words_in_any_order_without_accents(home: Path) -> None:
    done = piped(["search", "CAFE", "ask"])
    assert done.code == 0
    head, hit = done.out.splitlines()
    assert "GROW" in head
    assert "p3, p7" in head
    assert hit.strip() == "ask at the café"


def test_a_name_or_a_day_finds_a_conversation(home: Path) -> None:
    for words in (["p7"], ["2026-11-21"], ["grow", "no"]):
        assert "GROW" in piped(["search", *words]).out


def test_private_lines_are_found_and_marked(home: Path) -> None:
    assert "private: about Pat" in piped(["search", "pat"]).out


def test_nothing_found_is_said_and_is_no_mistake(home: Path) -> None:
    done = piped(["search", "zebra"])
    assert (done.code, done.out, done.err) == (0, "", "Nothing was found.\n")
    assert json.loads(piped(["search", "zebra", "--json"]).out) == {"sessions": []}


def test_one_document_for_programs(home: Path) -> None:
    done = piped(["search", "pat", "--json"])
    (found,) = json.loads(done.out)["sessions"]
    assert done.err == ""
    assert found["framework"] == {"id": "grow", "name": "GROW"}
    assert [(one["spot"], one["text"], one["private"]) for one in found["hits"]] == [("options", "about Pat", True)]


def test_files_that_cannot_be_read_are_told(home: Path) -> None:
    (path,) = (home / "sessions").rglob("*.json")
    path.with_name("2026-11-20-0900-grow-brok.json").write_text("{ nothing", encoding="utf-8")
    done = piped(["search", "cafe"])
    assert done.code == 0
    assert "1 file could not be read, so not searched." in done.err


def test_in_a_pipe_the_words_must_be_given(home: Path) -> None:
    done = piped(["search"])
    assert (done.code, done.out) == (1, "")
    assert "What is to be looked for?" in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals there")
def test_at_a_terminal_they_are_asked_for(home: Path) -> None:
    from tests.pty.terminal import Terminal

    where = {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    with Terminal([str(ROOT / "tests/support/fixed_run.py"), "search"], where) as window:
        window.wait_for_text("What are you looking for?")
        window.say("cafe")
        window.wait_for_text("ask at the café")
        assert window.status() == 0
