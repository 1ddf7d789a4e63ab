"""Keys, pastes and clicks that come faster than they are dealt with: each reaches what is there when its turn has come."""

import asyncio
from collections.abc import Callable, Iterable

import pytest
from tests.tui.support import entry, fake, look, screens, talk_of, until
from textual import events
from textual.app import App
from textual.screen import Screen

from coachtui.desk import Desk
from coachtui.tui.screens.home import Home
from coachtui.tui.screens.panels import Ask, Blank, Page
from coachtui.tui.screens.session import SessionScreen
from coachtui.tui.shell import ahead
from coachtui.tui.shell.ahead import on_the_way

PANELS: dict[str, tuple[Callable[[], Screen[str] | Screen[None] | Screen[str | None]], str]] = {
    "an empty screen": (Blank, "x"),
    "a page": (lambda: Page(("Something to read.",)), "enter"),
    "a page with keys of its own": (lambda: Page(("Shall it?",), {"back": ""}), "n escape"),
    "a question that is left": (lambda: Ask("Who?"), "escape"),
    "a question that is answered": (lambda: Ask("Who?"), "m e enter"),
}


@pytest.mark.parametrize("told", PANELS)
async def test_words_typed_ahead_of_a_panel_are_not_lost(told: str) -> None:
    panel, keys = PANELS[told]
    held = fake()
    async with screens(opening=held) as pilot:
        pilot.app.push_screen(panel())
        await pilot.pause()
        for key in (*keys.split(), "w", "o"):
            pilot.app.simulate_key(key)
        pilot.app.post_message(events.Paste("rd"))
        await pilot.pause()
        assert entry(pilot.app).text == "word"
        assert held.talk.drafts[-1] == "word"


async def test_two_panels_need_two_keys_and_no_more() -> None:
    async with screens(opening=fake()) as pilot:
        pilot.app.push_screen(Page(("Something to read.",)))
        pilot.app.push_screen(Blank())
        await pilot.pause()
        for key in "xyword":
            pilot.app.simulate_key(key)
        await pilot.pause()
        assert entry(pilot.app).text == "word"


def typed(app: App[None], keys: Iterable[str]) -> None:
    """Keys that are all there before the first one is looked at."""
    for key in keys:
        app.post_message(events.Key("slash", "/") if key == "/" else events.Key(key, None))


def clicked(app: App[None], x: int, y: int) -> None:
    """A click that comes in behind them, as a terminal reports it."""
    for kind in (events.MouseDown, events.MouseUp):
        app.post_message(kind(None, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y))


async def test_a_whole_beginning_can_be_typed_ahead(desk: Desk) -> None:
    """From Home by the list and the questions for names into the first answer, each screen coming in its own time."""
    async with screens(desk) as pilot:
        keys = ("n", "/", *"stuck", "enter", *"Ana", "enter", *"Ben", "enter")
        typed(pilot.app, (*keys, *"agreed", "backspace"))
        pilot.app.post_message(events.Paste("d and so on"))
        await until(pilot, lambda _: isinstance(pilot.app.screen, SessionScreen))
        await until(pilot, lambda _: entry(pilot.app).text == "agreed and so on")
        session = talk_of(pilot.app)._talk.working.session
        assert session.framework.id == "instant-pay-off"
        assert [one.name for one in session.people] == ["Ana", "Ben"]


async def test_a_way_that_leads_nowhere_gives_its_keys_back(desk: Desk) -> None:
    """Escape at the first name goes back to the list, Escape there to Home; the one behind them finds Home and does nothing."""
    async with screens(desk) as pilot:
        typed(pilot.app, ("n", "enter", "escape", "m", "escape", "z"))
        await until(pilot, lambda _: isinstance(pilot.app.screen, Home))
        assert len(pilot.app.screen_stack) == 2


async def test_a_click_behind_letters_comes_behind_them() -> None:
    held = fake()
    async with screens(opening=held) as pilot:
        rows = (await look(pilot)).split("\n")
        y = next(number for number, row in enumerate(rows) if "commands" in row)
        typed(pilot.app, "word")
        clicked(pilot.app, rows[y].index("commands"), y)
        typed(pilot.app, ["escape"])
        await pilot.pause()
        # The click found the line with the whole word in it, and what it did came before the key behind it.
        assert held.talk.drafts[:4] == ["w", "wo", "wor", "word"]
        assert "Escape closes" not in await look(pilot)


async def test_what_never_comes_holds_nothing_up_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "PATIENCE", 0.05)
    never = asyncio.Event()

    async def way() -> None:
        await never.wait()

    async with screens(opening=fake()) as pilot:
        on_the_way(pilot.app.screen, way())
        await pilot.pause()
        typed(pilot.app, "word")
        await pilot.pause()
        assert entry(pilot.app).text == ""
        await until(pilot, lambda _: entry(pilot.app).text == "word")
        never.set()


async def test_what_waits_goes_on_when_its_way_ends() -> None:
    """However long that takes: no clock is asked."""
    there = asyncio.Event()

    async def way() -> None:
        await there.wait()

    async with screens(opening=fake()) as pilot:
        on_the_way(pilot.app.screen, way())
        await pilot.pause()
        typed(pilot.app, "word")
        there.set()
        await pilot.pause()
        assert entry(pilot.app).text == "word"
