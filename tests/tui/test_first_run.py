"""The first run: where conversations live is said once and can be chosen once; a tour with invented people is at hand."""

import itertools
import os
from pathlib import Path

import pytest
from tests.tui.conftest import NOW
from tests.tui.homes import held
from tests.tui.support import golden, look, say, screens, talk_of, until

from coachtui.desk import Desk
from coachtui.store.home import find_home
from coachtui.tui.screens.home import Home
from coachtui.tui.screens.panels import Ask
from coachtui.tui.screens.session import SessionScreen

OTHER = "w chooses another folder"


@pytest.fixture
def fresh(person: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The desk of somebody who has just installed it and named no folder."""
    monkeypatch.delenv("COACHTUI_HOME")
    monkeypatch.chdir(person)
    return again(person)


def again(person: Path) -> Desk:
    """Another start of the program."""
    numbers = itertools.count(1)
    home = find_home(None, os.environ, person)
    return Desk(home, clock=lambda: NOW, mint=lambda: f"{next(numbers):016d}")


async def test_where_conversations_live_is_said_once(fresh: Desk, person: Path) -> None:
    async with screens(fresh) as pilot:
        shown = " ".join((await look(pilot)).split())
        assert f"Your notes are kept in {fresh.home.root}" in shown or "Your notes are kept in" in shown
        assert OTHER in shown
    async with screens(again(person)) as pilot:
        shown = await look(pilot)
        assert "Your notes are kept in" not in shown
        assert OTHER not in shown


async def test_another_folder_is_made_remembered_and_used_at_once(fresh: Desk, person: Path) -> None:
    async with screens(fresh) as pilot:
        await pilot.press("w")
        assert isinstance(pilot.app.screen, Ask)
        await say(pilot, "coaching")
        await until(pilot, lambda shown: "From now on conversations are kept in" in shown)
        await pilot.press("t")
        await until(pilot, lambda _: isinstance(pilot.app.screen, SessionScreen))
        await say(pilot, "/park x", "/quit")
        shown = await until(pilot, lambda _: isinstance(pilot.app.screen, Home))
        shown = await until(pilot, lambda shown: "Continue" in shown)
        assert "1 session" in shown
    assert len(list((person / "coaching" / "sessions").rglob("*.json"))) == 1
    assert not fresh.home.root.exists()
    assert again(person).home.root == person / "coaching"


async def test_a_name_that_cannot_be_a_folder_changes_nothing(fresh: Desk, person: Path) -> None:
    (person / "file").write_text("x", encoding="utf-8")
    async with screens(fresh) as pilot:
        await pilot.press("w")
        await say(pilot, "file")
        await until(pilot, lambda shown: "is a file, not a folder" in shown)
        await pilot.press("x")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Home))
        for words in ("", None):
            await pilot.press("w")
            await until(pilot, lambda _: isinstance(pilot.app.screen, Ask))
            await (say(pilot, words) if words is not None else pilot.press("escape"))
            await until(pilot, lambda _: isinstance(pilot.app.screen, Home))
    assert again(person).home.root == fresh.home.root


async def test_what_was_kept_before_stays_and_that_is_said(fresh: Desk, person: Path) -> None:
    held(fresh)
    async with screens(fresh) as pilot:
        await until(pilot, lambda shown: "1 session" in shown)
        await pilot.press("w")
        shown = await until(pilot, lambda shown: "In which folder" in shown)
        assert "stay there" in shown
        await say(pilot, "elsewhere")
        shown = await until(pilot, lambda shown: "From now on" in shown)
        assert "Continue" not in shown
    assert len(list(fresh.home.sessions.rglob("*.json"))) == 1


async def test_a_folder_of_a_sync_service_is_warned_of(fresh: Desk) -> None:
    async with screens(fresh) as pilot:
        await pilot.press("w")
        await say(pilot, "OneDrive/coaching")
        await until(pilot, lambda shown: "OneDrive copies to other computers" in shown)


async def test_a_folder_that_was_named_for_this_start_is_not_asked_about(desk: Desk) -> None:
    async with screens(desk) as pilot:
        assert OTHER not in await look(pilot)
        await pilot.press("w")
        assert isinstance(pilot.app.screen, Home)


async def test_the_tour_is_offered_to_whoever_is_new(desk: Desk) -> None:
    async with screens(desk) as pilot:
        assert "two minutes, with invented people" in await look(pilot)
        await pilot.press("t")
        await until(pilot, lambda _: isinstance(pilot.app.screen, SessionScreen))
        names = [one.name for one in talk_of(pilot.app)._talk.working.session.people]
        assert names == ["Ash", "Sam"]
    held(desk)
    async with screens(desk) as pilot:
        assert "invented people" not in await look(pilot)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 45)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_how_the_first_home_looks(fresh: Desk, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    fresh.welcome = ("Your notes are kept in C:\\Users\\sam\\AppData\\Local\\coachtui. coachtui sends them nowhere.",)
    async with screens(fresh, size=size) as pilot:
        golden(f"home-new-{size[0]}x{size[1]}", await look(pilot))
