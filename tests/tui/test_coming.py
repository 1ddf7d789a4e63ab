"""Screens that are told to go while they come: with keys typed ahead that happens, and nothing may end by it."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from tests.tui.support import screens, start
from textual.screen import Screen

from coachtui.desk import Desk
from coachtui.framework.duty import DutyCard
from coachtui.tui.screens.choose import Choose
from coachtui.tui.screens.duty import Duty
from coachtui.tui.screens.handing.screen import Share
from coachtui.tui.screens.home.screen import Home
from coachtui.tui.screens.listed import Listed
from coachtui.tui.screens.looking import Actions, LookBack
from coachtui.tui.screens.panels import Ask, Page
from coachtui.tui.screens.session import SessionScreen
from coachtui.tui.screens.sheet import sheet

COMING: dict[str, Callable[[Desk], Screen[Any]]] = {
    "a page": lambda _: Page(["words"]),
    "a question": lambda _: Ask("What is your name?", "a name"),
    "a list": lambda _: Listed("Which?", [("one", "two")]),
    "the duty to act": lambda _: Duty(DutyCard(), ""),
    "home": Home,
    "choose": Choose,
    "actions": Actions,
    "look back": LookBack,
    "a conversation": lambda desk: SessionScreen(start(desk)),
    "a sheet": lambda desk: sheet(start(desk)),
    "a copy": lambda desk: Share(desk, start(desk).talk.working.session),
}


@pytest.mark.parametrize("turns", [0, 1, 2])
@pytest.mark.parametrize("what", sorted(COMING))
async def test_a_screen_told_to_go_while_it_comes_takes_nothing_with_it(desk: Desk, what: str, turns: int) -> None:
    async with screens(desk) as pilot:
        under = pilot.app.screen
        pilot.app.push_screen(COMING[what](desk))
        for _ in range(turns):
            await asyncio.sleep(0)
        pilot.app.pop_screen()
        await pilot.pause()
        assert pilot.app.is_running
        assert pilot.app.screen is under
