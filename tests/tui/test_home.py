"""Home: what is offered and in which order, by keys and mouse, and that nobody's name stands there unasked."""

import asyncio
import math
import os
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies.sessions import workings
from tests.tui.conftest import NOW
from tests.tui.homes import SECRETS, held, in_days
from tests.tui.resting import work_beside
from tests.tui.support import entry, fake, golden, look, say, screens, start, talk_of, until
from tests.tui.test_ahead import typed
from textual.pilot import Pilot

from coachtui.desk import Desk, Overview
from coachtui.desk.overview import overview_of
from coachtui.library.meetings import Meeting
from coachtui.library.shelf import Book, Shelf
from coachtui.session.document import to_document
from coachtui.session.models import Working
from coachtui.store.home import find_home
from coachtui.store.jsonfile import encode, parse
from coachtui.tui.app import CoachApp
from coachtui.tui.screens.choose import Choose
from coachtui.tui.screens.home import Home, screen
from coachtui.tui.screens.home.counting import BATCH, counted
from coachtui.tui.screens.home.drawing import draw, items
from coachtui.tui.screens.listed import Listed
from coachtui.tui.screens.looking import Actions, LookBack
from coachtui.tui.screens.panels import Blank
from coachtui.tui.screens.session import SessionScreen
from coachtui.tui.shell import ahead

TODAY = date(2026, 11, 21)
NOTHING = Overview(0, (), (), 0, 0)


def offered(seen: Overview) -> dict[str, str]:
    """What is offered, and the words beside it."""
    return {one.called: one.words for one in items(seen, TODAY)}


# -- what is offered


async def test_the_first_time_it_says_where_notes_are_kept(desk: Desk) -> None:
    async with screens(desk) as pilot:
        shown = await look(pilot)
    assert "> Start" in shown
    assert "Continue" not in shown
    assert "Look back" not in shown
    assert "Your notes are kept in" in shown


async def test_home_shows_nobodys_name_and_nothing_that_was_said(desk: Desk) -> None:
    held(desk, ended=False)
    held(desk, next_date="2026-11-23", promise="ring the parents")
    held(desk, names=("Balthasar", "Wilhelmina"), next_date="2026-11-30")
    async with screens(desk) as pilot:
        shown = await look(pilot)
    assert "> Continue" in shown
    assert "one conversation is open, from today" in shown
    assert "two meetings, the nearest on Monday" in shown
    assert "1 to come back to" in shown
    assert "Sat 21 Nov · 3 sessions" in shown
    for secret in (*SECRETS, "GROW"):
        assert secret not in shown


@given(st.lists(workings(), max_size=3), st.integers(1, 100))
def test_no_home_whatever_is_in_it_shows_a_name_a_topic_or_a_note(every: list[Working], width: int) -> None:
    """Whatever people are called and whatever was said: the drawing is made of numbers and days."""
    books = [marked(working, number) for number, working in enumerate(every)]
    seen = overview_of(Shelf(books), TODAY)
    assert seen.sessions == len(books)
    lines, _ = draw(seen, TODAY, 0, (), (width, 24), key=str)
    shown = "".join(piece.text for line in lines for piece in line)
    assert "Qzq" not in shown


def marked(working: Working, number: int) -> Book:
    """A session file in which every name and every answer holds a mark."""
    session = working.session
    people = tuple(one.model_copy(update={"name": f"Qzq{one.name}"}) for one in session.people)
    named = session.framework.model_copy(update={"name": "Qzq format"})
    changed = session.model_copy(
        update={"id": f"session{number:09}", "people": people, "framework": named, "started": NOW}
    )
    document = parse(encode(dict(to_document(replace(working, session=changed)))))
    assert isinstance(document, Mapping)
    return Book(f"session{number:09}", Path("x.json"), document)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([0], "one meeting today"),
        ([1], "one meeting tomorrow"),
        ([2], "one meeting on Monday"),
        ([6], "one meeting on Friday"),
        ([7], "one meeting on 28 November"),
        ([60], "one meeting on 20 January 2027"),
        ([2, 9, 30], "three meetings, the nearest on Monday"),
        ([], "the page before you meet again"),
    ],
)
def test_meetings_are_told_by_number_and_day(days: list[int], told: str) -> None:
    ahead = tuple(Meeting(TODAY + timedelta(days=one), "x") for one in days)
    assert offered(replace(NOTHING, sessions=1, meetings=ahead))["Prepare"] == told


def test_only_what_there_is_to_do_is_offered() -> None:
    assert list(offered(NOTHING)) == ["Start", "Try it"]
    assert list(offered(replace(NOTHING, sessions=1))) == ["Start", "Prepare", "Look back"]
    assert list(offered(replace(NOTHING, unreadable=1))) == ["Start", "Try it", "Look back"]


async def test_an_older_conversation_is_told_by_its_day(desk: Desk, person: Path) -> None:
    held(desk, ended=False)
    later = Desk(find_home(None, os.environ, person), clock=lambda: NOW + timedelta(days=1))
    async with screens(later) as pilot:
        assert "from yesterday" in await look(pilot)


# -- what the keys do


async def test_enter_continues_where_it_was_left(desk: Desk) -> None:
    held(desk, ended=False)
    async with screens(desk) as pilot:
        await pilot.press("enter")
        assert "The staff meeting" in await look(pilot)


async def test_of_several_that_are_open_the_newest_goes_on_and_the_others_are_a_key_away(desk: Desk) -> None:
    held(desk, names=("Balthasar", "Wilhelmina"), ended=False, ago=3)
    held(desk, ended=False)
    async with screens(desk) as pilot:
        shown = await until(pilot, lambda shown: "Others" in shown)
        assert "the other one that is open" in shown
        assert "two are open, the newest from today" in shown
        assert "Balthasar" not in shown
        await pilot.press("o")
        shown = await until(pilot, lambda shown: "Balthasar" in shown)
        assert isinstance(pilot.app.screen, Listed)
        await pilot.press("down", "enter")
        await until(pilot, lambda shown: "saved" in shown)
        assert isinstance(pilot.app.screen, SessionScreen)
        session = pilot.app.screen._talk.working.session
        assert [one.name for one in session.people] == ["Balthasar", "Wilhelmina"]


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


async def test_a_letter_that_is_not_offered_does_nothing(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("c", "p", "a", "l", "o", "w", "x")
        assert isinstance(pilot.app.screen, Home)


async def test_actions_and_looking_back_are_a_letter_away(desk: Desk) -> None:
    held(desk, promise="ring the parents")
    async with screens(desk) as pilot:
        await pilot.press("a")
        assert isinstance(pilot.app.screen, Actions)
    async with screens(desk) as pilot:
        await pilot.press("l")
        assert isinstance(pilot.app.screen, LookBack)


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


async def test_a_session_that_cannot_be_read_is_counted_and_left_alone(desk: Desk) -> None:
    held(desk)
    (path,) = desk.home.sessions.rglob("*.json")
    path.write_bytes(b"{ not json")
    async with screens(desk) as pilot:
        assert "1 session file cannot be read" in await look(pilot)
    assert path.read_bytes() == b"{ not json"


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


async def test_settings_that_cannot_be_used_are_told_once(desk: Desk) -> None:
    desk.home.settings_file.write_text('favourites = 3\ntheme = "pink"\n', encoding="utf-8")
    held(desk, ended=False)
    async with screens(desk) as pilot:
        assert "coachtui.toml, line 1" in await look(pilot)
        await pilot.press("enter")
        await until(pilot, lambda shown: "saved" in shown)
        await say(pilot, "/quit")
        shown = await until(pilot, lambda shown: "Continue" in shown)
        assert "coachtui.toml" not in shown


def dark(pilot: Pilot[None]) -> bool:
    """Whether the screen is dark now."""
    return pilot.app.current_theme.dark


async def test_a_key_goes_through_light_and_dark_and_comes_back(desk: Desk) -> None:
    async with screens(desk) as pilot:
        seen = [dark(pilot)]
        for _ in range(4):
            await pilot.press("d")
            await pilot.pause()
            seen.append(dark(pilot))
    assert {True, False} == set(seen)


@pytest.mark.parametrize(("colours", "dark"), [("15;0", True), ("0;15", False), ("", True), ("nonsense", True)])
async def test_a_light_terminal_is_believed(monkeypatch: pytest.MonkeyPatch, colours: str, dark: bool) -> None:
    monkeypatch.setenv("COLORFGBG", colours)
    async with screens(opening=fake()) as pilot:
        assert pilot.app.current_theme.dark is dark


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 45)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_how_a_full_home_looks(desk: Desk, size: tuple[int, int]) -> None:
    held(desk, ended=False, ago=1)
    held(desk, names=("Balthasar", "Wilhelmina"), next_date=in_days(desk, 2).isoformat(), promise="ring the parents")
    desk.to_tell()
    async with screens(desk, size=size) as pilot:
        golden(f"home-full-{size[0]}x{size[1]}", await look(pilot))


async def test_every_key_of_home_at_once_ends_nothing(desk: Desk) -> None:
    """Keys typed ahead, before anything was looked up, go wrong nowhere."""
    held(desk, ended=False)
    async with screens(desk) as pilot:
        for key in ("p", "escape", "l", "escape", "escape", "n", "escape"):
            await pilot.press(key)
        await asyncio.sleep(0)
        assert await until(pilot, lambda shown: "Continue" in shown)


# -- a key that is there before anybody knows what there is


@dataclass
class Slow:
    """A home whose sessions are counted when the test says so."""

    app: CoachApp
    pilot: Pilot[None]
    gate: asyncio.Event

    async def counts(self) -> None:
        """Now everything has been counted."""
        self.gate.set()
        await self.pilot.pause()


@asynccontextmanager
async def slow(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Slow]:
    """The app, with a Home that does not know yet what there is."""
    gate = asyncio.Event()

    async def waits(desk: Desk, told: Callable[[int], object]) -> Overview:
        told(1200)
        await gate.wait()
        return await counted(desk, told)

    monkeypatch.setattr(screen, "counted", waits)
    work_beside()
    app = CoachApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        yield Slow(app, pilot, gate)
    app.let_go()


async def test_a_home_that_is_being_counted_says_so_and_promises_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    held(desk, ended=False)
    async with slow(desk, monkeypatch) as home:
        shown = await look(home.pilot)
        assert "Sat 21 Nov · 1200 sessions so far" in shown
        assert ">" not in shown
        await home.counts()
        shown = await look(home.pilot)
        assert "Sat 21 Nov · 1 session\n" in shown
        assert "> Continue" in shown


async def test_words_behind_an_early_enter_reach_the_conversation_however_late(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    held(desk, ended=False)
    async with slow(desk, monkeypatch) as home:
        typed(home.pilot.app, ("enter", *"quiet"))
        await until(home.pilot, lambda shown: "One moment" in shown)
        with monkeypatch.context() as late:
            late.setattr(ahead, "monotonic", lambda: math.inf)
            await home.app._in_turn._late()
        await home.pilot.pause()
        assert isinstance(home.pilot.app.screen, Home)
        await home.counts()
        await until(home.pilot, lambda _: isinstance(home.pilot.app.screen, SessionScreen))
        await until(home.pilot, lambda _: entry(home.pilot.app).text == "quiet")
        assert talk_of(home.pilot.app)._talk.working.session.framework.id == "grow"


@pytest.mark.parametrize(
    ("key", "then"),
    # The last one is Enter as it comes when it was pressed before the program was loaded.
    [("l", LookBack), ("a", Actions), ("c", SessionScreen), ("enter", SessionScreen), ("ctrl+j", SessionScreen)],
)
async def test_an_early_key_is_answered_once_everything_is_counted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, key: str, then: type
) -> None:
    held(desk, promise="ring the parents")
    held(desk, ended=False)
    async with slow(desk, monkeypatch) as home:
        await home.pilot.press(key)
        assert isinstance(home.pilot.app.screen, Home)
        await home.counts()
        await until(home.pilot, lambda _: isinstance(home.pilot.app.screen, then))


async def test_early_arrows_are_counted_from_the_top(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    held(desk, ended=False)
    async with slow(desk, monkeypatch) as home:
        typed(home.pilot.app, ("down", "down"))
        await home.counts()
        assert "> Prepare" in await look(home.pilot)


async def test_a_new_conversation_does_not_wait_for_the_old_ones(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with slow(desk, monkeypatch) as home:
        await home.pilot.press("n")
        assert isinstance(home.pilot.app.screen, Choose)
        await home.pilot.press("escape", "b")
        assert isinstance(home.pilot.app.screen, Blank)


async def test_blanking_and_leaving_wait_for_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    held(desk, ended=False)
    async with slow(desk, monkeypatch) as home:
        await home.pilot.press("c", "ctrl+b")
        assert isinstance(home.pilot.app.screen, Blank)
        await home.counts()
        assert isinstance(home.pilot.app.screen, Blank)  # an empty screen stays empty until a key
        await home.pilot.press("x")
        await until(home.pilot, lambda _: isinstance(home.pilot.app.screen, SessionScreen))
    async with slow(desk, monkeypatch) as home:
        await home.pilot.press("c", "ctrl+q")
        assert home.pilot.app._exit


async def test_whoever_leaves_is_not_kept_by_letters_that_wait(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with slow(desk, monkeypatch) as home:
        typed(home.pilot.app, ("c", "w", "o", "ctrl+q"))
        await home.pilot.pause()
        assert not home.app._exit
        monkeypatch.setattr(ahead, "monotonic", lambda: math.inf)
        await home.app._in_turn._late()
        while not home.app._exit:  # never: the test's own end
            await asyncio.sleep(0)


async def test_escape_gives_up_what_was_asked_for_early(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    held(desk, ended=False)
    async with slow(desk, monkeypatch) as home:
        await home.pilot.press("c")
        assert "One moment" in await look(home.pilot)
        await home.pilot.press("escape")
        assert "One moment" not in await look(home.pilot)
        await home.counts()
        assert "> Continue" in await look(home.pilot)


async def test_files_are_counted_a_few_at_a_time(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A thread cannot be stopped: whoever leaves would wait for one that reads everything."""
    held(desk)
    listed = list(desk.store.each())
    seen: list[int] = []
    monkeypatch.setattr(desk.store, "each", lambda: iter(listed * (2 * BATCH + 1)))
    assert (await counted(desk, seen.append)).sessions == 1
    assert seen == [BATCH, 2 * BATCH, 2 * BATCH + 1]
