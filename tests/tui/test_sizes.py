"""Every size of terminal from one cell to a wall, light and dark, and the screens as they are meant to look."""

import pytest
from tests.tui.support import entry, fake, golden, look, say, screens, start
from tests.tui.test_drawing import BODIES
from textual.pilot import Pilot

from coachtui.desk import Desk
from coachtui.talk.view import Body

SIZES = [(1, 1), (2, 1), (1, 5), (10, 3), (20, 5), (40, 10), (80, 24), (100, 30), (160, 45), (300, 100)]


async def resized(pilot: Pilot[None], columns: int, rows: int) -> None:
    """Another size, once the screen has taken it up."""
    await pilot.resize_terminal(columns, rows)
    while pilot.app.screen.size != (columns, rows):
        await pilot.pause()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_no_size_ends_the_program(desk: Desk, size: tuple[int, int]) -> None:
    conversation = start(desk, "instant-pay-off")
    conversation.talk.line("/go blocks")
    async with screens(desk, conversation, size=size) as pilot:
        await say(pilot, "日本語 👩\u200d🏫 and a long word " + "x" * 90)
        await pilot.press("/", "escape", "ctrl+g", "ctrl+b", "x")
        await resized(pilot, size[0] + 3, size[1] + 2)
        shown = await look(pilot)
        assert len(shown.split("\n")) == size[1] + 2
        entry(pilot.app).insert("still typing")
        assert entry(pilot.app).text == "still typing"


@pytest.mark.parametrize("size", [(1, 1), (30, 8), (300, 100)], ids=str)
async def test_home_and_choose_live_at_any_size(desk: Desk, size: tuple[int, int]) -> None:
    async with screens(desk, size=size) as pilot:
        await pilot.press("n", "down", "right", "enter")
        await say(pilot, "Ann", "")
        await resized(pilot, 80, 24)
        assert "saved" in await look(pilot)


@pytest.mark.parametrize("name", BODIES)
async def test_every_kind_is_drawn_in_a_small_and_a_tiny_window(name: str) -> None:
    body: Body = BODIES[name]
    for size in ((100, 30), (24, 8)):
        async with screens(opening=fake(body), size=size) as pilot:
            assert "What is" in await look(pilot)


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light"])
async def test_light_and_dark(desk: Desk, theme: str) -> None:
    conversation = start(desk)
    async with screens(desk, conversation) as pilot:
        pilot.app.theme = theme
        await say(pilot, "x")
        assert "GROW" in await look(pilot)


async def test_a_long_line_makes_the_entry_grow_and_the_question_stays(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        before = (await look(pilot)).split("\n").index("       What is happening at the moment?")
        entry(pilot.app).insert("many words " * 30)
        after = (await look(pilot)).split("\n")
        assert after.index("       What is happening at the moment?") == before
        assert entry(pilot.app).size.height > 2


# -- as they are meant to look: read the difference when one of these changes


@pytest.mark.parametrize("size", [(80, 24), (100, 30)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_how_the_screens_look(desk: Desk, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    # Two frameworks, whatever else comes to stand beside them.
    shown = [one for one in desk.catalogue.entries() if one.id in {"grow", "instant-pay-off"}]
    monkeypatch.setattr(type(desk.catalogue), "entries", lambda _: shown)
    name = f"{size[0]}x{size[1]}"
    async with screens(desk, size=size) as pilot:
        desk.welcome = ()
        pilot.app.screen._said = ()  # type: ignore[attr-defined]  # a path of this machine stands in it
        pilot.app.screen._draw()  # type: ignore[attr-defined]  # Home
        golden(f"home-first-{name}", await look(pilot))
        await pilot.press("n")
        golden(f"choose-{name}", await look(pilot))
        await pilot.press("down", "enter")
        golden(f"ask-{name}", await look(pilot))
        await say(pilot, "Ann", "Bob", "/go problem")
        golden(f"text-{name}", await look(pilot))
        await say(pilot, "Meetings run over", "Every one of our meetings runs over", "/go blocks")
        await say(pilot, "I put off the hard talk", "never led a moderation", "", "", "they like to talk")
        golden(f"columns-{name}", await look(pilot))
        await pilot.press("/")
        golden(f"menu-{name}", await look(pilot))
        await pilot.press("escape", "ctrl+g", "enter")
        golden(f"strip-{name}", await look(pilot))
        await say(pilot, "/where")
        golden(f"where-{name}", await look(pilot))
        await pilot.press("x")
        await say(pilot, "/quit")
        golden(f"home-{name}", await look(pilot))
