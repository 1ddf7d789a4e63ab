"""All nine kinds in lines: the framework that uses everything runs to its end, and no line, however odd, stops it."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.pipe import Done, piped

from coachtui.session.document import from_document

ROOT = Path(__file__).parent.parent.parent
START = ["start", "everything", "--with", "p3", "--with", "p7", "--with", "p9", "--plain"]


@pytest.fixture(autouse=True)
def everything(person: Path) -> None:
    """The framework that uses everything is one of this home's own."""
    folder = person / "coachtui/frameworks"
    shutil.copytree(ROOT / "tests/framework/parts", folder / "parts")
    shutil.copy(ROOT / "tests/framework/everything.toml", folder)


def held(*lines: str, words: list[str] | None = None) -> Done:
    """This conversation from a pipe."""
    return piped(words or START, lines)


def newest() -> Any:
    """The newest session."""
    return json.loads(piped(["show", "last", "--json"]).out)


def test_empty_lines_alone_lead_through_every_step_to_the_end() -> None:
    done = held(*[""] * 400)
    assert done.code == 0
    assert "That was the last step. Everything is kept." in done.out
    assert newest()["ended"] is not None


@pytest.mark.parametrize(
    ("step", "lines", "heard"),
    [
        ("goal", ["to sleep", "", "to be heard"], ["1. to sleep", "2. to be heard (p7)"]),
        ("by-when", ["27 November"], ["Friday 27 November 2026."]),
        ("who", ["the head", "the parents"], ["1. the head", "2. the parents"]),
        ("me", ["torn"], ["1. torn"]),
        ("well", ["the start bell"], ["1. the start bell"]),
        ("checkpoint", ["4", "somewhere else"], ["4. Weigh them first - picked", "somewhere else - picked"]),
        ("letters", ["4 most do", "2"], ["4, most do", "2"]),
        ("wheel", ["empty", "full", "7"], ["From 0 (empty) to 10 (full).", "Planning / now: 7"]),
        ("actions", ["ring them", "Friday"], ["1. ring them - p3", "Friday 27 November 2026."]),
        ("commitment", ["6", "y"], ["Below 7. The action can be made smaller."]),
        ("arrive/arrived", [""], []),
    ],
)
def test_each_kind_says_back_what_it_kept(step: str, lines: list[str], heard: list[str]) -> None:
    done = held(f"/go {step}", *lines)
    assert done.code == 0
    for words in heard:
        assert words in done.out


def test_rounds_ties_dots_and_boards() -> None:
    done = held(
        *("/go who", "the head", "the parents", "/go them", "hurried", "2", ""),
        *("/go target", "ask the pupils", "/type action", "a free room", "/type resource", "/go feeds", "1 1"),
        *("/go options", "walk", "talk", "/go grid", "1 2", "/go matrix", "3", "4"),
        "/show",
    )
    assert done.code == 0
    assert "From where the head stands" in done.out
    assert "1 a free room - helps - A ask the pupils" in done.out
    page = done.out[done.out.rindex("Everything\n----------") :]
    for words in (
        "the head - Feeling",
        "- hurried",
        "- a free room - helps - ask the pupils",
        "Much worth - Much work",
    ):
        assert words in page


WORDS = st.one_of(
    st.sampled_from(["", "", "", "1", "2", "1 2", "3 1", "y", "n", "done well", "7 because", "Friday", "no date"]),
    st.sampled_from(["/next", "/back", "/undo", "/redo", "/ask", "/where", "/show", "/help", "/time", "/no", "/yes"]),
    st.sampled_from(["/by p7", "/by", "/people zz", "/col x", "/row x", "/tag x", "/move 1 2", "/lift 1", "/drop 1"]),
    st.sampled_from(["/private 1", "/share 1", "/edit 1 new words", "/take 1", "/field support me", "/unlink 1", "/"]),
    st.sampled_from(["who", "them", "feeds", "matrix", "wheel", "vote", "lift", "actions", "agree", "hat"]).map(
        lambda step: f"/go {step}"
    ),
    st.text(max_size=40).map(lambda text: " ".join(text.splitlines())),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(WORDS, max_size=60))
def test_whatever_is_typed_it_ends_politely_and_can_be_read_back(person: Path, lines: list[str]) -> None:
    done = held(*lines)
    assert done.code == 0, done.transcript
    assert "Something is wrong" not in done.err
    assert "\x1b" not in done.out + done.err
    for path in (person / "coachtui").glob("sessions/*/*.json"):
        from_document(json.loads(path.read_text(encoding="utf-8")))
        assert piped(["show", path.stem]).code == 0
        assert piped(["resume", path.stem, "--plain"], ["/park one more"], first=5000).code == 0
        path.unlink()
    (person / "coachtui/people.json").unlink(missing_ok=True)
