"""A conversation whose past takes long to look up: keys have their turn, it can be given up, and nothing stays open then."""

import asyncio
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from tests.tui.homes import held
from tests.tui.resting import work_beside
from tests.tui.support import entry, look, until
from tests.tui.test_ahead import typed
from textual.pilot import Pilot

from coachtui.desk import Desk
from coachtui.desk.tending import meeting_again, still_going
from coachtui.library.steps import at_once
from coachtui.tui.app import CoachApp
from coachtui.tui.screens import opening
from coachtui.tui.screens.choose import Choose
from coachtui.tui.screens.choose import screen as choose_screen
from coachtui.tui.screens.home import Home
from coachtui.tui.screens.home import screen as home_screen
from coachtui.tui.screens.home.preparing import PreparePage
from coachtui.tui.screens.panels import Blank, Page
from coachtui.tui.screens.session import SessionScreen
from coachtui.tui.shell import ahead

#: From Home to a conversation of two people, by the list; and that of those who were there last.
BEGIN = ("n", "enter", *"Ana", "enter", *"Ben", "enter")
GO_ON = ("c",)


@dataclass
class Slow:
    """A home in which what is opened is looked up when the test says so."""

    app: CoachApp
    pilot: Pilot[None]
    gate: asyncio.Event

    async def found(self) -> None:
        """Now all was looked through."""
        self.gate.set()
        await self.pilot.pause()

    async def asked(self, keys: tuple[str, ...]) -> None:
        """What these keys ask for is being looked up."""
        typed(self.app, keys)
        await until(self.pilot, lambda shown: "One moment" in shown)


@asynccontextmanager
async def slow(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Slow]:
    """The app, in which it takes long."""
    gate, opened = asyncio.Event(), opening.opened

    async def waits(screen: Any, steps: Any, in_front: asyncio.Event, slow: Any) -> Any:
        slow()
        await gate.wait()
        return await opened(screen, steps, in_front, slow)

    for one in (home_screen, choose_screen):
        monkeypatch.setattr(one, "opened", waits)
    work_beside()
    app = CoachApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda shown: "> Continue" in shown)
        yield Slow(app, pilot, gate)
    app.let_go()


def locked(desk: Desk) -> bool:
    """Whether any conversation is open."""
    return any(desk.home.sessions.rglob("*.lock"))


@pytest.fixture
def one(desk: Desk) -> str:
    """A conversation that is open, and closed in every window."""
    return held(desk, ended=False)


@pytest.mark.parametrize("keys", [GO_ON, BEGIN], ids=["continue", "start"])
async def test_words_behind_it_reach_the_conversation_however_late(
    desk: Desk, one: str, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    async with slow(desk, monkeypatch) as home:
        await home.asked((*keys, *"quiet"))
        with monkeypatch.context() as late:
            late.setattr(ahead, "monotonic", lambda: math.inf)
            await home.app._in_turn._late()
        await home.pilot.pause()
        assert isinstance(home.pilot.app.screen, Home | Choose)
        assert not locked(desk)
        await home.found()
        await until(home.pilot, lambda _: isinstance(home.pilot.app.screen, SessionScreen))
        await until(home.pilot, lambda _: entry(home.pilot.app).text.endswith("quiet"))


@pytest.mark.parametrize(("keys", "there"), [(GO_ON, Home), (BEGIN, Choose)], ids=["continue", "start"])
async def test_escape_gives_it_up_and_it_can_be_asked_for_again(
    desk: Desk, one: str, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...], there: type
) -> None:
    files = sorted(desk.home.sessions.rglob("*"))
    async with slow(desk, monkeypatch) as home:
        await home.asked(keys)
        await home.pilot.press("escape")
        assert "One moment" not in await look(home.pilot)
        await home.found()
        assert isinstance(home.pilot.app.screen, there)
        assert sorted(desk.home.sessions.rglob("*")) == files
        typed(home.app, keys[-1:] if there is Home else ("enter", *"Ana", "enter", *"Ben", "enter"))
        await until(home.pilot, lambda _: isinstance(home.pilot.app.screen, SessionScreen))


@pytest.mark.parametrize(("keys", "there"), [(GO_ON, Home), (BEGIN, Choose)], ids=["continue", "start"])
async def test_an_empty_screen_stays_empty_and_nothing_is_opened_behind_it(
    desk: Desk, one: str, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...], there: type
) -> None:
    async with slow(desk, monkeypatch) as home:
        await home.asked(keys)
        await home.pilot.press("ctrl+b")
        assert isinstance(home.pilot.app.screen, Blank)
        await home.found()
        assert isinstance(home.pilot.app.screen, Blank)
        assert not locked(desk)
        await home.pilot.press("x")
        await until(home.pilot, lambda _: isinstance(home.pilot.app.screen, SessionScreen))


@pytest.mark.parametrize("keys", [GO_ON, BEGIN], ids=["continue", "start"])
async def test_whoever_leaves_leaves_at_once_and_opens_nothing(
    desk: Desk, one: str, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    files = sorted(desk.home.sessions.rglob("*"))
    async with slow(desk, monkeypatch) as home:
        await home.asked(keys)
        await home.pilot.press("ctrl+q")
        assert home.app.return_code == 0
        home.gate.set()
    assert sorted(desk.home.sessions.rglob("*")) == files


@pytest.mark.parametrize("key", ["p", "o"], ids=["prepare", "others"])
async def test_a_list_that_is_looked_up_waits_is_given_up_and_is_there_in_the_end(
    desk: Desk, one: str, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    held(desk, names=("Ana", "Ben"), ended=False)
    async with slow(desk, monkeypatch) as home:
        await home.asked((key,))
        await home.pilot.press("escape")
        assert "One moment" not in await look(home.pilot)
        await home.asked((key, "down", "enter"))
        await home.found()
        await until(home.pilot, lambda _: isinstance(home.pilot.app.screen, SessionScreen | PreparePage))
        assert "One moment" not in await look(home.pilot)


async def test_only_the_conversations_that_are_open_are_read_for_the_list_of_others(desk: Desk, one: str) -> None:
    held(desk, names=("Ana", "Ben"))
    assert [card.id for card in at_once(still_going(desk))] == [one]
    assert len(at_once(meeting_again(desk))) == 2


async def test_what_cannot_be_opened_is_told_and_the_screen_is_there_again(
    desk: Desk, one: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with slow(desk, monkeypatch) as home:
        await home.asked(GO_ON)
        (path,) = desk.home.sessions.rglob("*.json")
        path.write_bytes(b"{ not json")
        await home.found()
        assert isinstance(home.pilot.app.screen, Page)
        await home.pilot.press("escape")
        assert "One moment" not in await look(home.pilot)
    assert path.read_bytes() == b"{ not json"


async def test_until_the_last_step_nothing_is_opened_and_the_look_can_be_left(desk: Desk, one: str) -> None:
    files = sorted(desk.home.sessions.rglob("*"))
    for steps in (desk.resuming(), desk.starting("grow", [("Zacharias", None), ("Wilhelmina", None)])):
        while not next(steps):
            assert not locked(desk)
        assert not locked(desk)
        steps.close()
        assert sorted(desk.home.sessions.rglob("*")) == files
    conversation = at_once(desk.resuming())
    assert locked(desk)
    assert conversation.close()
