"""Home, Choose and Look back: what is offered, and that nobody's name stands there unasked."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from tests.tui.conftest import NOW
from tests.tui.support import entry, fake, look, say, screens, settled, start

from coachtui.desk import Desk
from coachtui.store.home import find_home
from coachtui.tui.screens.choose import Choose
from coachtui.tui.screens.home import Home
from coachtui.tui.screens.panels import Ask, Blank, Page
from coachtui.tui.screens.session import SessionScreen


def held(desk: Desk, framework: str = "grow", *, ended: bool = False) -> None:
    """A conversation that was begun, something said in it, and closed."""
    conversation = start(desk, framework, "Zacharias", "Wilhelmina")
    for line in ("/go topic", "The staff meeting"):
        conversation.talk.line(line)
    if ended:
        conversation.talk.editor.end()
    assert conversation.close()


async def test_the_first_time_it_says_where_notes_are_kept(desk: Desk) -> None:
    async with screens(desk) as pilot:
        shown = await look(pilot)
    assert "> Start" in shown
    assert "Continue" not in shown
    assert "Look back" not in shown
    assert "Your notes are kept in" in shown


async def test_home_shows_nobodys_name_and_nothing_that_was_said(desk: Desk) -> None:
    held(desk)
    held(desk, ended=True)
    async with screens(desk) as pilot:
        shown = await look(pilot)
    assert "> Continue" in shown
    assert "one conversation is open, from today" in shown
    assert "2 conversations" in shown
    for secret in ("Zacharias", "Wilhelmina", "staff meeting"):
        assert secret not in shown


async def test_enter_continues_where_it_was_left(desk: Desk) -> None:
    held(desk)
    async with screens(desk) as pilot:
        await pilot.press("enter")
        assert "The staff meeting" in await look(pilot)


async def test_an_older_conversation_is_told_by_its_day(desk: Desk, person: Path) -> None:
    held(desk)
    later = Desk(find_home(None, os.environ, person), clock=lambda: NOW + timedelta(days=1))
    async with screens(later) as pilot:
        assert "from yesterday" in await look(pilot)


async def test_letters_and_arrows_do_the_same(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n")
        assert isinstance(pilot.app.screen, Choose)
        await pilot.press("escape", "down", "up", "enter")
        assert isinstance(pilot.app.screen, Choose)


async def test_a_click_does_the_same(desk: Desk) -> None:
    async with screens(desk) as pilot:
        rows = (await look(pilot)).split("\n")
        y = next(number for number, row in enumerate(rows) if "Start" in row)
        await pilot.click(offset=(8, y))
        assert isinstance(pilot.app.screen, Choose)


async def test_one_key_blanks_home(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("b")
        assert isinstance(pilot.app.screen, Blank)
        assert (await look(pilot)).strip() == ""
        await pilot.press("x")
        assert isinstance(pilot.app.screen, Home)


async def test_q_leaves(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("q")
        assert pilot.app._exit


async def test_choose_leads_with_what_a_person_would_say(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n")
        shown = await look(pilot)
    assert shown.index("I want to think something through") < shown.index("GROW")
    assert "Better another day when" in shown


async def test_left_and_right_change_the_minutes(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n")
        assert "[45]" in await look(pilot)
        await pilot.press("right", "right", "right")
        assert "[60]" in await look(pilot)
        await pilot.press("left", "left", "left")
        assert "[30]" in await look(pilot)


async def test_a_conversation_is_started_with_two_names_and_enter(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n", "right", "r", "enter")
        await say(pilot, "Ann", "Bob")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SessionScreen)
    session = desk.shelf().sessions
    # Nothing was said, so nothing is kept of it.
    assert session == ()


async def test_who_is_left_out_is_called_by_the_role(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n", "r", "enter")
        await say(pilot, "", "")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SessionScreen)
        await say(pilot, "/park x")
    (session,) = desk.shelf().sessions
    assert [(person.name, person.role) for person in session.people] == [("Coachee", "Coachee"), ("Coach", "Coach")]
    assert session.setting == "remote"


async def test_escape_at_a_name_goes_back_to_the_list(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n", "enter")
        assert isinstance(pilot.app.screen, Ask)
        entry(pilot.app).insert("Ann")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Choose)


async def test_a_mistake_in_the_names_is_told_and_the_list_is_there_again(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n", "enter")
        await say(pilot, "Ann", "Ann")
        assert isinstance(pilot.app.screen, Page)
        assert "The same person was named twice." in await look(pilot)
        await pilot.press("x")
        assert isinstance(pilot.app.screen, Choose)


async def test_a_broken_framework_hides_no_other(desk: Desk) -> None:
    (desk.home.frameworks / "mine.toml").write_text("name = [", encoding="utf-8")
    async with screens(desk) as pilot:
        await pilot.press("n")
        shown = await look(pilot)
    assert "GROW" in shown
    assert "1 framework file cannot be used" in shown


async def test_looking_back_shows_names_only_after_a_key(desk: Desk) -> None:
    held(desk, ended=True)
    async with screens(desk) as pilot:
        await pilot.press("l")
        await settled(pilot)
        shown = await look(pilot)
        assert "21 Nov 2026" in shown
        assert "GROW" in shown
        assert "Zacharias" not in shown
        await pilot.press("n")
        assert "Zacharias, Wilhelmina" in await look(pilot)
        await pilot.press("n")
        assert "Zacharias" not in await look(pilot)


async def test_looking_back_at_a_closed_conversation_shows_it_and_leaves_it_closed(desk: Desk) -> None:
    held(desk, ended=True)
    async with screens(desk) as pilot:
        await pilot.press("l")
        await settled(pilot)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, Page)
        assert "Zacharias" in await look(pilot)
        await pilot.press("x")
        assert "Look back" in await look(pilot)
        assert desk.shelf().sessions[0].ended is not None
        await pilot.press("enter", "o")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SessionScreen)


async def test_a_session_that_cannot_be_read_is_listed_with_its_reason(desk: Desk) -> None:
    held(desk)
    (path,) = desk.home.sessions.rglob("*.json")
    path.write_text("{ nothing", encoding="utf-8")
    before = path.read_bytes()
    async with screens(desk) as pilot:
        assert "1 session file cannot be read" in await look(pilot)
        await pilot.press("l")
        await settled(pilot)
        shown = await look(pilot)
        assert "cannot be read" in shown
        await pilot.press("enter")
        assert "cannot be read" in await look(pilot)
    assert path.read_bytes() == before


async def test_the_same_conversation_in_a_second_window_is_only_to_read(desk: Desk) -> None:
    first = start(desk)
    first.talk.line("/park x")
    async with screens(desk) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert "only to read" in await look(pilot)
        await say(pilot, "words")
        assert entry(pilot.app).text == "words"
    first.close()


@pytest.mark.parametrize(("colours", "dark"), [("15;0", True), ("0;15", False), ("", True), ("nonsense", True)])
async def test_a_light_terminal_is_believed(monkeypatch: pytest.MonkeyPatch, colours: str, dark: bool) -> None:
    monkeypatch.setenv("COLORFGBG", colours)
    async with screens(opening=fake()) as pilot:
        assert pilot.app.current_theme.dark is dark
