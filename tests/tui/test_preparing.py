"""Prepare: whom one meets, the page with names, and the follow-up that begins from it."""

import pytest
from tests.tui.homes import SECRETS, held, in_days
from tests.tui.support import golden, look, say, screens, talk_of, until
from textual.events import Key

from coachtui.desk import Desk
from coachtui.session.models import Session
from coachtui.tui.app import CoachApp
from coachtui.tui.screens.choose import Choose
from coachtui.tui.screens.home import Home
from coachtui.tui.screens.home.preparing import PreparePage
from coachtui.tui.screens.listed import Listed
from coachtui.tui.screens.panels import Ask, Blank
from coachtui.tui.screens.session import SessionScreen


def session_of(app: CoachApp) -> Session:
    """The session on the screen."""
    return talk_of(app)._talk.working.session


async def test_with_one_thread_the_page_is_a_key_away(desk: Desk) -> None:
    held(desk, promise="ring the parents", next_date=in_days(desk, 2).isoformat())
    async with screens(desk) as pilot:
        await pilot.press("p")
        shown = await until(pilot, lambda shown: "Before meeting Zacharias" in shown)
        assert "You meet on Monday 23 November 2026." in shown
        assert "ring the parents" in shown
        await pilot.press("b")
        assert isinstance(pilot.app.screen, Blank)
        await pilot.press("x")
        assert isinstance(pilot.app.screen, PreparePage)
        await pilot.press("escape")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Home))


async def test_enter_on_the_page_begins_the_follow_up_with_the_same_people_and_format(desk: Desk) -> None:
    before = held(desk, promise="ring the parents")
    async with screens(desk) as pilot:
        await pilot.press("p")
        await until(pilot, lambda shown: "Before meeting" in shown)
        await pilot.press("enter")
        shown = await until(pilot, lambda _: isinstance(pilot.app.screen, Choose))
        assert "It follows GROW." in shown
        assert "> ◊ I want to think something through" in shown
        await pilot.press("enter")
        await until(pilot, lambda _: isinstance(pilot.app.screen, SessionScreen))
        assert isinstance(pilot.app, CoachApp)
        session = session_of(pilot.app)
    assert session.follows == before
    assert session.framework.id == "grow"
    assert [one.name for one in session.people] == ["Zacharias", "Wilhelmina"]


async def test_another_format_can_be_chosen_for_the_follow_up(desk: Desk) -> None:
    held(desk)
    async with screens(desk) as pilot:
        await pilot.press("p")
        await until(pilot, lambda shown: "Before meeting" in shown)
        await pilot.press("enter", "/", *"stuck", "enter")
        await until(pilot, lambda _: isinstance(pilot.app.screen, SessionScreen))
        assert isinstance(pilot.app, CoachApp)
        assert session_of(pilot.app).framework.id == "instant-pay-off"


async def test_escape_goes_back_one_step_at_a_time(desk: Desk) -> None:
    held(desk)
    held(desk, names=("Balthasar", "Wilhelmina"))
    async with screens(desk) as pilot:
        await pilot.press("p")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Listed))
        for key, screen in (("enter", PreparePage), ("enter", Choose), ("escape", PreparePage), ("escape", Listed)):
            await pilot.press(key)
            await until(pilot, lambda _, screen=screen: isinstance(pilot.app.screen, screen))  # type: ignore[misc]
        await pilot.press("escape")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Home))


@pytest.mark.parametrize("size", [(80, 24), (100, 30)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_of_several_the_nearest_comes_first(desk: Desk, size: tuple[int, int]) -> None:
    held(desk, next_date=in_days(desk, 9).isoformat())
    held(desk, names=("Balthasar", "Wilhelmina"), next_date=in_days(desk, 2).isoformat())
    held(desk, names=("Cleo", "Wilhelmina"))
    desk.to_tell()
    async with screens(desk, size=size) as pilot:
        for secret in SECRETS:
            assert secret not in await look(pilot)
        await pilot.press("p")
        shown = await until(pilot, lambda shown: "Whom do you meet?" in shown)
        assert shown.index("Balthasar") < shown.index("Zacharias") < shown.index("Cleo")
        golden(f"prepare-whom-{size[0]}x{size[1]}", await look(pilot))
        rows = (await look(pilot)).split("\n")
        y = next(number for number, row in enumerate(rows) if "Zacharias" in row)
        await pilot.click(offset=(8, y))
        await until(pilot, lambda shown: "Before meeting Zacharias" in shown)
        golden(f"prepare-page-{size[0]}x{size[1]}", await look(pilot))


async def test_the_tour_is_nobody_to_meet(desk: Desk) -> None:
    conversation = desk.start("tour")
    conversation.talk.line("/park x")
    conversation.talk.editor.end()
    assert conversation.close()
    async with screens(desk) as pilot:
        await pilot.press("p")
        await until(pilot, lambda shown: "Nobody was met yet" in shown)
        await pilot.press("x")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Home))


async def test_a_follow_up_left_at_once_leaves_nothing_behind(desk: Desk) -> None:
    held(desk)
    async with screens(desk) as pilot:
        await pilot.press("p")
        await until(pilot, lambda shown: "Before meeting" in shown)
        await pilot.press("enter", "enter")
        await until(pilot, lambda _: isinstance(pilot.app.screen, SessionScreen))
        await say(pilot, "/quit")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Home))
    assert len(desk.shelf().sessions) == 1


async def test_every_screen_of_the_way_can_be_blanked(desk: Desk) -> None:
    held(desk)
    held(desk, names=("Balthasar", "Wilhelmina"))
    async with screens(desk) as pilot:
        for key in ("", "p", "enter", "enter", "p"):
            if key:
                await pilot.press(key)
            await until(pilot, bool)
            before = pilot.app.screen
            await pilot.press("ctrl+b")
            await until(pilot, lambda shown: not shown)
            assert isinstance(pilot.app.screen, Blank)
            await pilot.press("x")
            await until(pilot, bool)
            assert pilot.app.screen is before
        assert isinstance(pilot.app.screen, Ask)
        await say(pilot, "banana")
        await until(pilot, lambda shown: "No day could be read" in shown)
        await pilot.press("ctrl+b")
        await until(pilot, lambda shown: not shown)


async def test_a_day_that_was_agreed_on_stands_though_a_later_conversation_named_none(desk: Desk) -> None:
    held(desk, next_date=in_days(desk, 9).isoformat(), ago=1)
    held(desk, "instant-pay-off")
    async with screens(desk) as pilot:
        await until(pilot, lambda shown: "one meeting on 30 November" in shown)
        await pilot.press("p")
        shown = await until(pilot, lambda shown: "Before meeting Zacharias" in shown)
        assert "You meet on Monday 30 November 2026." in shown
        assert "Last: Instant pay-off" in shown


async def test_private_lines_take_a_key_more(desk: Desk) -> None:
    before = held(desk, promise="ring the parents")
    conversation = desk.resume(before)
    for words in (
        "/go topic",
        "/private 1",
        "/go actions",
        "see the doctor",
        "/private 2",
        "/park my own idea",
        "/go goal",
    ):
        conversation.talk.line(words)
    conversation.talk.editor.mark(conversation.talk.editor.session.parked[-1].id, "private")
    conversation.talk.editor.reach_limit(conversation.talk.spot, "Ms Example", "not yet")
    conversation.talk.editor.end()
    assert conversation.close()
    kept = ("staff meeting", "see the doctor", "my own idea", "A limit was reached")
    async with screens(desk, size=(100, 44)) as pilot:
        await pilot.press("p")
        shown = await until(pilot, lambda shown: "There are private lines: p shows them." in shown)
        assert "ring the parents" in shown
        assert [one for one in kept if one in shown] == []
        await pilot.press("p")
        shown = await until(pilot, lambda shown: "see the doctor" in shown)
        assert [one for one in kept if one not in shown] == []
        assert "The staff meeting (private)" in shown
        assert "hides private lines" in shown
        await pilot.press("p")
        await until(pilot, lambda shown: "see the doctor" not in shown)


async def test_a_key_pressed_before_the_page_could_be_seen_shows_nothing_private(desk: Desk) -> None:
    """The same key opens the page, and a nervous finger presses it twice."""
    before = held(desk)
    conversation = desk.resume(before, reopen=False)
    conversation.talk.editor.mark(conversation.talk.editor.park("my own idea"), "private")
    assert conversation.close()
    async with screens(desk) as pilot:
        await pilot.press("p")
        await until(pilot, lambda shown: "p shows them" in shown)
        early = Key("p", "p")
        early.time = pilot.app.screen._since - 0.01  # type: ignore[attr-defined]
        pilot.app.screen.post_message(early)
        assert "my own idea" not in await look(pilot)
        await pilot.press("p")
        await until(pilot, lambda shown: "my own idea" in shown)


async def test_where_nothing_is_private_no_key_is_offered_for_it(desk: Desk) -> None:
    held(desk, promise="ring the parents")
    async with screens(desk) as pilot:
        await pilot.press("p")
        shown = await until(pilot, lambda shown: "Before meeting Zacharias" in shown)
        assert "private lines" not in shown
