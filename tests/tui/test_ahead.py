"""Keys typed ahead of a panel: one closes it, and the words after it stand in the line below it."""

from collections.abc import Callable

import pytest
from tests.tui.support import entry, fake, screens
from textual import events
from textual.screen import Screen

from coachtui.tui.screens.panels import Ask, Blank, Page
from coachtui.tui.shell.ahead import hand_on

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


async def test_a_panel_that_waits_for_a_key_finds_something_when_the_key_was_taken() -> None:
    """It was woken for the key, and the key is handed on before its turn comes."""
    async with screens(opening=fake()) as pilot:
        pilot.app.push_screen(page := Page(("Something to read.",)))
        await pilot.pause()
        page.post_message(events.Key("x", "x"))
        pilot.app.pop_screen()
        hand_on(page)
        await pilot.pause()
        assert entry(pilot.app).text == "x"
        assert pilot.app.is_running
