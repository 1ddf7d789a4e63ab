"""The same conversations by mouse alone where nothing must be typed: the record is the one that keys and lines leave."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.tui.conftest import NOW
from tests.tui.homes import held
from tests.tui.playing import ByMouse, Talk, at_home, click_on, in_lines, left_in, played
from tests.tui.support import look, screens, start, talk_of, until
from tests.tui.talks import CHAINS
from textual import events
from textual.pilot import Pilot

from coachtui.desk import Desk
from coachtui.session.clauses import clauses_at, levels_at
from coachtui.session.records import AgreementRecord
from coachtui.talk.table import COMMANDS
from coachtui.tui.screens.choose import Choose
from coachtui.tui.screens.home import Home
from coachtui.tui.screens.panels import Ask

LOOKS = [((80, 24), "dark"), ((160, 45), "light")]


@pytest.mark.parametrize("shape", LOOKS, ids=str)
@pytest.mark.parametrize("chain", CHAINS, ids=lambda chain: chain[0].framework)
async def test_by_mouse_alone_the_record_is_the_same(
    chain: tuple[Talk, ...], shape: tuple[tuple[int, int], str], tmp_path: Path
) -> None:
    size, theme = shape
    for talk in chain:
        left, _ = await played(tmp_path / "mouse", talk, size, theme, ByMouse)
        assert left == in_lines(tmp_path / "lines", talk)


CHECK_IN = """
format = 1
id = "check-in"
name = "Check-in"
version = 1
words = "I want to see where I am"
summary = "Two numbers, again and again."
use_when = "There is a minute."
not_when = "There is none."
family = "stock"
people = ["two"]
roles = ["Coach", "Coachee"]
minutes = [15]
closing = ["close"]

[[step]]
id = "numbers"
kind = "rate"
stage = "Now"
title = "Where I am"
scale = [1, 10]
rows = ["My planning", "My Mondays"]
compare = "last"
ask = ["Where are you, from 1 to 10?"]
"""


def check_in(first: str, second: str, *, again: bool) -> Talk:
    """Two numbers and the close."""
    close = ["", "", "", ""]
    return Talk(
        name="Check-in",
        framework="check-in",
        wish="I want to see where I am",
        word="see",
        names=("p3", "p7"),
        minutes=15,
        lines=((first, f"scale: {first}"), (second, f"scale: {second}"), "", *close),
        begins=NOW + timedelta(days=14 * again),
        first=1 + 500 * again,
        follows=again,
    )


async def test_at_a_follow_up_the_old_number_stands_beside_the_new_one_and_is_no_part_of_the_record(
    tmp_path: Path,
) -> None:
    for home in ("mouse", "lines"):
        (tmp_path / home / "frameworks").mkdir(parents=True)
        (tmp_path / home / "frameworks" / "check-in.toml").write_text(CHECK_IN, encoding="utf-8")
    first, later = check_in("4", "7", again=False), check_in("6", "7", again=True)
    in_the_line_mode = [in_lines(tmp_path / "lines", talk) for talk in (first, later)]
    left, _ = await played(tmp_path / "mouse", first, (80, 24), "dark", ByMouse)
    assert left == in_the_line_mode[0]
    async with at_home(tmp_path / "mouse", later, (80, 24), "dark", ByMouse) as somebody:
        await somebody.start(later)
        await until(somebody.pilot, lambda shown: "(4)" in shown and "(7)" in shown)
        await somebody.say(later.lines[0])
        shown = await look(somebody.pilot)
        assert "(4)" in shown
        assert "[6]" in shown
        session = talk_of(somebody.app)._talk.working.session.id
        for said in later.lines[1:]:
            await somebody.say(said)
        await somebody.leave()
    assert left_in(tmp_path / "mouse", session) == in_the_line_mode[1]


# -- what must be clickable besides


async def test_any_place_of_the_agreement_is_reached_by_a_click(desk: Desk) -> None:
    """A clause further down, and the coachee's own column, which is not walked through."""
    conversation = start(desk)
    conversation.talk.line("/go agree")
    async with screens(desk, conversation) as pilot:
        for clause in ("The coachee chooses", "Either of us can skip"):
            await click_on(pilot, clause)
            await click_on(pilot, "|y it stands")
        await click_on(pilot, "n row by row")
        rows = (await look(pilot)).split("\n")
        (y,) = (at for at, row in enumerate(rows) if "what is said" in row)
        await pilot.click(offset=(rows[y].index("yes"), y))
        assert ">yes" in await look(pilot)
        await click_on(pilot, "how we worked together")
        assert "May the coachee hear how we worked together?" in await look(pilot)
        await pilot.click(offset=(rows[y].index("yes"), y))
        await click_on(pilot, "yes · |ask first")
        here = conversation.talk.spot
        while conversation.talk.spot == here:
            await click_on(pilot, "empty Enter")
            await click_on(pilot, "Enter goes on")
    assert levels_at(conversation.session, here)["coachee"]["points"] == "ask"
    record = conversation.session.record(here)
    assert isinstance(record, AgreementRecord)
    clauses = [one.id for one in clauses_at(conversation.session, here)]
    assert {one.clause for one in record.acceptances} >= set(clauses), "the one that was passed by was asked again"


def wheel_down(pilot: Pilot[None]) -> events.MouseScrollDown:
    """The wheel, over the foot, as the terminal reports it."""
    at = pilot.app.screen.query_one("#foot").region
    return events.MouseScrollDown(
        None, x=at.x + 1, y=at.y + 1, delta_x=0, delta_y=1, button=0, shift=False, meta=False, ctrl=False
    )


async def test_questions_lists_and_long_menus_are_worked_without_a_key(desk: Desk) -> None:
    for name in ("Ann", "Ann"):
        held(desk, names=(name, "Bob"), ended=False)
    async with screens(desk) as pilot:
        await click_on(pilot, "Others")
        await until(pilot, lambda shown: "Which one goes on?" in shown)
        await click_on(pilot, "Escape goes back")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Home))
        await click_on(pilot, "Start")
        await click_on(pilot, "Enter starts")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Ask))
        await click_on(pilot, "Escape goes back")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Choose))
    async with screens(desk, start(desk)) as pilot:
        await click_on(pilot, "/ commands")
        seen = set[str]()
        for _ in COMMANDS:
            seen |= {row.split()[1] for row in (await look(pilot)).split("\n") if row.startswith(" > /")}
            pilot.app.post_message(wheel_down(pilot))
            await pilot.pause()
    assert seen == {f"/{one.name}" for one in COMMANDS}
