"""Choose: the wall by keys and mouse, what fits first, favourites, finding, and starting from it."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tui.homes import generated, held
from tests.tui.support import entry, golden, look, say, screens, seen, talk_of, until
from textual.pilot import Pilot

from coachtui.desk import Desk
from coachtui.framework.catalogue import Catalogue, Entry
from coachtui.framework.models import Framework
from coachtui.session.models import Session
from coachtui.tui.screens.choose import Choose
from coachtui.tui.screens.choose.about import lower
from coachtui.tui.screens.choose.drawing import Sight, draw, room
from coachtui.tui.screens.choose.wall import LENGTHS, Wall, choices
from coachtui.tui.screens.home import Home
from coachtui.tui.screens.listed import Listed
from coachtui.tui.screens.panels import Ask, Blank, Page
from coachtui.tui.screens.session import SessionScreen


def offering(desk: Desk, monkeypatch: pytest.MonkeyPatch, frameworks: list[Framework]) -> None:
    """From now on these are all the frameworks that there are."""
    entries = [Entry(one.id, Path(f"{one.id}.toml"), "yours", one) for one in frameworks]
    monkeypatch.setattr(type(desk.catalogue), "entries", lambda _: entries)


def favouring(desk: Desk, *ids: str) -> None:
    """The school's own favourites."""
    listed = ", ".join(f'"{one}"' for one in ids)
    desk.home.settings_file.write_text(f"favourites = [{listed}]\n", encoding="utf-8")


async def begun(pilot: Pilot[None]) -> Session:
    """The session that was begun, once its screen is there."""
    await until(pilot, lambda _: isinstance(pilot.app.screen, SessionScreen))
    return talk_of(pilot.app)._talk.working.session


async def clicked(pilot: Pilot[None], words: str) -> None:
    """Click on these words, where they stand last on the screen."""
    rows = (await look(pilot)).split("\n")
    y = next(number for number, row in enumerate(rows) if words in row)
    await pilot.click(offset=(rows[y].rindex(words) + 1, y))


# -- the wall


async def test_it_leads_with_what_a_person_would_say(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n")
        shown = await look(pilot)
    assert shown.index("I want to think something through") < shown.index("GROW")
    assert "Good when you know the field" in shown
    assert "Better another day when it is urgent" in shown
    assert "Topic → Goal → Reality → Options → Way forward" in shown


async def test_left_and_right_and_a_number_say_how_long_there_is(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n")
        assert "15 20 [30] 45 60 min" in await look(pilot)
        await pilot.press("right", "right", "right")
        assert "[60]" in await look(pilot)
        await pilot.press("left", "left", "left", "left", "left")
        assert "[15]" in await look(pilot)
        await pilot.press("2", "5")
        assert "15 20 [25] 30 45 60 min" in await look(pilot)
        await pilot.press("right")
        assert "[30]" in await look(pilot)


def test_the_one_that_was_chosen_stays_in_sight_and_chosen_in_a_low_window_too() -> None:
    wall = Wall(choices(generated(45)), have=60)
    for one in wall.shown(6):
        chosen = replace(wall, at=one.id)
        for have in LENGTHS:
            here = replace(chosen, have=have).here(6)
            assert here is not None
            assert here.id == one.id


async def test_another_time_leaves_what_was_chosen_in_sight_and_chosen(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n", "right", "right")
        for _ in range(9):
            await pilot.press("down")
            (chosen,) = [row for row in (await look(pilot)).split("\n") if row.startswith(" > ")]
            await pilot.press("left", "left", "left")
            (after,) = [row for row in (await look(pilot)).split("\n") if row.startswith(" > ")]
            assert after[:40] == chosen[:40]
            await pilot.press("right", "right", "right")


async def test_the_questions_for_names_say_what_was_chosen(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n", "2", "0", "enter")
        assert "Instant pay-off, 20 minutes" in await look(pilot)
        await say(pilot, "Ann")
        assert "Instant pay-off, 20 minutes" in await look(pilot)


@pytest.mark.parametrize(("have", "taken"), [(20, 20), (25, 25), (30, 30), (90, 30)])
async def test_the_length_taken_is_the_longest_that_fits_and_a_number_of_ones_own_as_it_is(
    desk: Desk, have: int, taken: int
) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n", *str(have), "/", *"stuck", "enter")
        assert f"Instant pay-off, {taken} minutes" in await look(pilot)
        await say(pilot, "Ann", "Bob")
        session = await begun(pilot)
    assert (session.framework.id, session.minutes) == ("instant-pay-off", taken)


async def test_what_does_not_fit_comes_after_what_does_and_can_be_chosen(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n", "left", "left")
        shown = await look(pilot)
        assert shown.index("I'm stuck on one thing") < shown.index("I want to think something through")
        await clicked(pilot, "I want to think something through")
        assert "It can be chosen, but it takes 30 minutes." in await look(pilot)
        await pilot.press("enter")
        await say(pilot, "Ann", "Bob")
        assert (await begun(pilot)).minutes == 30


async def test_how_many_we_are(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n", "w", "w")
        shown = await look(pilot)
        assert "We are 2 3 [4+]" in shown
        assert shown.index("I want to know where we stand") < shown.index("I'm stuck on one thing")
        await pilot.press("enter")
        await say(pilot, "Ann", "Bob", "Cleo", "Dan", "")
        session = await begun(pilot)
    assert [one.name for one in session.people] == ["Ann", "Bob", "Cleo", "Dan"]


async def test_clicks_do_what_keys_do(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n")
        await clicked(pilot, "45")
        assert "[45]" in await look(pilot)
        await clicked(pilot, " 3 ")
        assert "[3]" in await look(pilot)
        await clicked(pilot, "remote ")
        assert "[remote]" in await look(pilot)
        await clicked(pilot, "I'm stuck on one thing")
        assert "> ▲ I'm stuck on one thing" in await look(pilot)
        await clicked(pilot, "I'm stuck on one thing")
        assert isinstance(pilot.app.screen, Ask)


async def test_a_name_that_is_too_long_is_asked_for_again_at_once(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n", "enter")
        await say(pilot, "ha " * 40)
        shown = await until(pilot, lambda shown: "at most" in shown)
        assert "Coachee: a first name" in shown
        await say(pilot, "Ha")
        await until(pilot, lambda shown: "Coach: a first name" in shown)


async def test_in_a_narrow_window_no_two_choices_run_into_each_other(desk: Desk) -> None:
    async with screens(desk, size=(40, 10)) as pilot:
        await pilot.press("n")
        assert "[in one room] remote\n" in await look(pilot)


async def test_the_schools_favourites_come_first_and_the_others_under_more(desk: Desk) -> None:
    favouring(desk, "whats-working-well", "not-there", "grow")
    async with screens(desk) as pilot:
        await pilot.press("n")
        shown = await look(pilot)
        assert shown.index("I want to know where we stand") < shown.index("I want to think something through")
        assert "I'm stuck on one thing" not in shown
        assert f"{len(desk.catalogue.ids()) - 2} more   m" in shown
        await pilot.press("m")
        shown = await look(pilot)
        assert "I'm stuck on one thing" in shown
        await clicked(pilot, "fewer")
        assert "I'm stuck on one thing" not in await look(pilot)


async def test_the_schools_own_words_stand_on_the_wall(desk: Desk) -> None:
    desk.home.settings_file.write_text('[school.terms]\nlistener = "ear"\n', encoding="utf-8")
    async with screens(desk) as pilot:
        await pilot.press("n")
        assert "want a good ear to think with" in await look(pilot)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("joins in", "perspective-circles"),
        ("a colleague who does not join in", "perspective-circles"),
        ("Our meetings!", "whats-working-well"),
        ("I can't decide", "grow"),
        ("quick help", "instant-pay-off"),
    ],
)
def test_a_worry_in_ones_own_words_finds(query: str, first: str) -> None:
    frameworks = [one.framework for one in Catalogue().entries() if one.framework is not None]
    found = Wall(choices(frameworks), query=query).shown(9)
    assert [one.id for one in found][:1] == [first]
    assert Wall(choices(frameworks), query="zzz of the").shown(9) == ()


async def test_a_word_finds(desk: Desk) -> None:
    favouring(desk, "grow")
    async with screens(desk) as pilot:
        await pilot.press("n", "/", *"fallen")
        shown = await look(pilot)
        assert "/ fallen_" in shown
        assert "I've fallen out with someone" in shown
        assert "I want to think something through" not in shown
        await pilot.press(*"xx")
        assert "Nothing says that." in await look(pilot)
        await pilot.press("backspace", "backspace", "enter")
        assert isinstance(pilot.app.screen, Ask)
        await pilot.press("escape", "escape")
        shown = await look(pilot)
        assert isinstance(pilot.app.screen, Choose)
        assert "> ○ I've fallen out with someone" in shown
        await pilot.press("escape")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Home))


async def test_a_broken_framework_hides_no_other(desk: Desk) -> None:
    (desk.home.frameworks / "mine.toml").write_text("name = [", encoding="utf-8")
    async with screens(desk) as pilot:
        await pilot.press("n")
        shown = await look(pilot)
    assert "GROW" in shown
    assert "1 framework file cannot be used" in shown


async def test_without_any_framework_it_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    offering(desk, monkeypatch, [])
    async with screens(desk) as pilot:
        await pilot.press("n", "down", "enter", "m", "right")
        assert "There is no framework that can be used." in await look(pilot)


async def test_one_key_blanks_it(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n", "b")
        assert isinstance(pilot.app.screen, Blank)
        await pilot.press("x")
        assert isinstance(pilot.app.screen, Choose)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 45)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_forty_five_frameworks(desk: Desk, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    offering(desk, monkeypatch, generated(45))
    async with screens(desk, size=size) as pilot:
        await pilot.press("n")
        name = f"{size[0]}x{size[1]}"
        golden(f"choose-45-{name}", await look(pilot))
        await pilot.press("m", *["down"] * 30)
        golden(f"choose-45-more-{name}", await look(pilot))


async def test_every_one_of_forty_five_can_be_reached(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    offering(desk, monkeypatch, generated(45))
    found: set[str] = set()
    async with screens(desk) as pilot:
        await pilot.press("n", "m")
        for _ in range(45):
            found.update(re.findall(r"> \S I want number (\d\d)", seen(pilot.app)))
            await pilot.press("down")
    assert len(found) == 45


MOVES: dict[str, Callable[[Wall, int], Wall]] = {
    "up": lambda wall, space: wall.moved(-1, space),
    "down": lambda wall, space: wall.moved(1, space),
    "more": lambda wall, space: replace(wall, more=not wall.more),
    "w": lambda wall, space: wall.more_people(),
    "left": lambda wall, space: wall.longer(-1),
    "right": lambda wall, space: wall.longer(1),
}


@given(
    st.integers(0, 45),
    st.integers(1, 200),
    st.integers(1, 60),
    st.lists(st.sampled_from(["up", "down", "more", "w", "left", "right"]), min_size=1, max_size=8),
)
def test_at_any_size_one_is_looked_at_and_no_line_is_too_long(
    many: int, width: int, height: int, keys: list[str]
) -> None:
    wall = Wall(choices(generated(many), ("made-03",) if many % 2 else ()))
    space = room(width, height)
    for key in keys:
        wall = MOVES[key](wall, space)
        lines, sight = draw(Sight(wall), width, height)
        assert 0 <= sight < max(1, len(lines))
        assert all(sum(piece.width for piece in line) <= width for line in lines)
        if many:
            assert any(piece.text == " > " for piece in lines[sight]) or width < 12


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("You know it", "you know it"),
        ("I am stuck", "I am stuck"),
        ("I'm stuck", "I'm stuck"),
        ("DSL advice is needed", "DSL advice is needed"),
        ("A term ends", "a term ends"),
        ("", ""),
    ],
)
def test_a_sentence_goes_on_in_small_letters(words: str, told: str) -> None:
    assert lower(words) == told


# -- who is there


async def test_a_conversation_is_started_with_two_names_and_enter(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n", "r", "enter")
        await say(pilot, "Ann", "Bob")
        await begun(pilot)
    # Nothing was said, so nothing is kept of it.
    assert desk.shelf().sessions == ()


async def test_who_is_left_out_is_called_by_the_role(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n", "r", "enter")
        await say(pilot, "", "")
        await begun(pilot)
        await say(pilot, "/park x")
    (session,) = desk.shelf().sessions
    assert [(person.name, person.role) for person in session.people] == [("Coachee", "Coachee"), ("Coach", "Coach")]
    assert session.setting == "remote"


async def test_how_we_meet_is_not_asked_again(desk: Desk) -> None:
    for keys, title in (((), "What is in place?"), (("r",), "What is in place?")):
        async with screens(desk) as pilot:
            await pilot.press("n", *keys, "enter")
            await say(pilot, "Ann", "Bob")
            await begun(pilot)
            shown = await look(pilot)
            assert title in shown
            assert "How are we meeting today?" not in shown
            assert ("Phones and messages are off" in shown) == bool(keys)


async def test_escape_at_a_name_goes_back_to_the_wall(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n", "enter")
        assert isinstance(pilot.app.screen, Ask)
        entry(pilot.app).insert("Ann")
        await pilot.press("escape")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Choose))


async def test_a_mistake_in_the_names_is_told_and_the_wall_is_there_again(desk: Desk) -> None:
    held(desk, names=("Ann", "Bob"))
    async with screens(desk) as pilot:
        await pilot.press("n", "enter")
        await say(pilot, "Ann", "Ann")
        await until(pilot, lambda shown: "The same person was named twice." in shown)
        assert isinstance(pilot.app.screen, Page)
        await pilot.press("x")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Choose))


async def test_a_name_that_is_known_is_the_same_person(desk: Desk) -> None:
    held(desk, names=("Ann", "Bob"))
    async with screens(desk) as pilot:
        await pilot.press("n", "enter")
        await say(pilot, "ann", "Bob")
        session = await begun(pilot)
    assert [one.name for one in session.people] == ["Ann", "Bob"]
    assert len(desk.naming.list.people()) == 2


async def test_where_two_could_be_meant_it_is_asked(desk: Desk) -> None:
    held(desk, names=("Ann", "Bob"))
    other = desk.naming.list.add("Ann", "Coachee")
    async with screens(desk) as pilot:
        await pilot.press("n", "enter")
        await say(pilot, "Ann")
        shown = await until(pilot, lambda shown: "Who is meant?" in shown)
        assert isinstance(pilot.app.screen, Listed)
        assert "last here 21 Nov 2026, GROW" in shown
        assert "not here yet" in shown
        await pilot.press("down", "enter")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Ask))
        await say(pilot, "Bob")
        assert (await begun(pilot)).people[0].id == other.id


async def test_somebody_new_of_the_same_name(desk: Desk) -> None:
    held(desk, names=("Ann", "Bob"))
    known = {desk.naming.list.add("Ann", "Coachee").id, *(one.id for one in desk.naming.list.people())}
    async with screens(desk) as pilot:
        await pilot.press("n", "enter")
        await say(pilot, "Ann")
        await until(pilot, lambda shown: "somebody else, who is new here" in shown)
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Ask))
        await say(pilot, "Bob")
        person = (await begun(pilot)).people[0]
    assert person.name == "Ann"
    assert person.id not in known


async def test_the_tour_asks_nobodys_name_and_lists_nobody(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n", "/", *"tour", "enter")
        session = await begun(pilot)
    assert [one.name for one in session.people] == ["Ash", "Sam"]
    assert desk.naming.list.people() == ()


# -- from paper


async def test_held_on_paper(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n", "p")
        assert "On which day?" in await look(pilot)
        await say(pilot, "tomorrow")
        await until(pilot, lambda shown: "has not come yet" in shown)
        await pilot.press("x")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Ask))
        await say(pilot, "3 November")
        shown = await until(pilot, lambda shown: "held on Tuesday 3 November 2026" in shown)
        await pilot.press("enter")
        await say(pilot, "Ann", "Bob")
        session = await begun(pilot)
        shown = await look(pilot)
        assert "How are we meeting today?" not in shown
        assert "What is in place?" not in shown
        await pilot.press("ctrl+g")
        shown = await look(pilot)
        assert " min" not in shown
        assert "tips   " not in shown
        await say(pilot, "/park x")
    assert session.from_paper
    assert session.started is not None
    assert session.started.date() == date(2026, 11, 3)
    (kept,) = desk.shelf().sessions
    assert kept.from_paper


async def test_held_on_paper_after_all_not(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n", "p")
        await say(pilot, "")
        await until(pilot, lambda shown: "held on Saturday 21 November 2026" in shown)
        await pilot.press("p")
        await until(pilot, lambda shown: "[in one room]" in shown)
        await pilot.press("p", "escape")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Choose))
        assert "[in one room]" in await look(pilot)


async def test_where_nothing_was_found_the_one_that_was_chosen_before_is_chosen_again(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n", "down", "down")
        before = next(row for row in (await look(pilot)).split("\n") if row.startswith(" > "))
        await pilot.press("/", *"zzzz", "escape")
        assert before in (await look(pilot)).split("\n")


async def test_all_is_offered_only_where_more_is_to_be_seen(desk: Desk) -> None:
    async with screens(desk, size=(80, 40)) as pilot:
        await pilot.press("n", "h")
        assert "show all" not in await look(pilot)
