"""The commands follow a home that was chosen on the screen; the tour asks nobody's name."""

import json
from pathlib import Path

import pytest
from tests.support.pipe import piped

from coachtui.store.disk import Disk
from coachtui.store.home import choose_home


@pytest.fixture(autouse=True)
def nothing_named(person: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable and no current folder names a home."""
    monkeypatch.delenv("COACHTUI_HOME")
    monkeypatch.chdir(person)


def test_commands_and_line_mode_use_the_chosen_folder(person: Path) -> None:
    choose_home("coaching", Disk())
    assert piped(["start", "grow", "--plain"], ["/go topic", "How to say no"]).code == 0
    assert len(list((person / "coaching/sessions").rglob("*.json"))) == 1
    assert "How to say no" in piped(["list"]).out
    told = piped(["doctor"]).out
    assert f"Home: {person / 'coaching'} (chosen by you" in told


def test_a_chosen_folder_that_is_gone_is_told_by_every_command(person: Path) -> None:
    choose_home("stick", Disk())
    (person / "stick").rename(person / "pulled")
    for words in (["list"], ["doctor"], ["start", "grow", "--plain"]):
        done = piped(words)
        assert done.code == 1
        assert "that folder is not there now" in done.err
    assert not (person / "stick").exists()
    assert not (person / "data").exists()
    assert piped(["--home", str(person / "other"), "list"]).code == 0


def test_the_tour_has_invented_people_whom_no_list_gets(person: Path) -> None:
    assert piped(["start", "tour", "--plain"], ["/park an idea"]).code == 0
    session = json.loads(piped(["show", "last", "--json"]).out)
    assert [(one["name"], one["role"]) for one in session["people"]] == [("Ash", "Coachee"), ("Sam", "Coach")]
    assert not list(person.rglob("people.json"))


def test_with_names_the_tour_is_theirs(person: Path) -> None:
    assert piped(["start", "tour", "--with", "p3", "--plain"], ["/park an idea"]).code == 0
    session = json.loads(piped(["show", "last", "--json"]).out)
    assert [one["name"] for one in session["people"]] == ["p3"]
