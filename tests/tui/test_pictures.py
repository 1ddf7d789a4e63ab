"""Pictures on the screen at three sizes, as two people see them: read the difference when one of these changes."""

from typing import Literal

import pytest
from tests.layouts.examples import PICTURES
from tests.tui.support import fake, golden, look, say, screens, start

from coachtui.desk import Desk
from coachtui.session.spot import Place
from coachtui.talk.view import Cell, Group, NotesBody, RateBody

SIZES = [(80, 24), (100, 30), (160, 45)]
at_sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")

PEOPLE = ("a colleague on my team", "the head of year", "a pupil", "a pupil's parent")
ME = (
    "flat, after an hour of preparing", "", "", "two of them looked at their phones", "the parent wrote something down",
    "", "", "they do not want this at all", "", "", "'we have tried that before'",
)  # fmt: skip
COLLEAGUE = (
    "tired, it is the third change this year", "know", "", "", "a folder full of arrows", "told",
    "everybody nodding at first", "guess", "", "", "nobody asked me before", "could ask",
    "", "", "'this is already decided'", "guess",
)  # fmt: skip


@at_sizes
async def test_circles_fill_one_after_the_other(desk: Desk, size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    conversation = start(desk, "perspective-circles")
    async with screens(desk, conversation, size=size) as pilot:
        await say(pilot, "/go who", *PEOPLE, "/go me", *ME[:3])
        golden(f"circles-me-{name}", await look(pilot))
        await say(pilot, *ME[3:], "/go them", *COLLEAGUE[:11])
        shown = await look(pilot)
        golden(f"circles-them-{name}", shown)
        assert "nobody asked me" in shown, "the newest note is in sight"
        await say(pilot, *COLLEAGUE[11:], "/go onlooker")
        golden(f"circles-balcony-{name}", await look(pilot))


GOOD = ("pupils greet each other by name", "reading hour every day", "the timetable is out in time")
SO_SO = ("homework depends on the subject", "corridors before lunch")
BAD = ("detentions", "late buses in winter")


@at_sizes
async def test_three_rows_are_scribed_from_any_of_them(desk: Desk, size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    conversation = start(desk, "whats-working-well")
    async with screens(desk, conversation, size=size) as pilot:
        await say(pilot, "/go notes", *GOOD, *(f"- {one}" for one in BAD), *(f"~ {one}" for one in SO_SO))
        golden(f"rows-{name}", await look(pilot))
        await say(pilot, "/go lift")
        golden(f"rows-lift-{name}", await look(pilot))
        await say(pilot, "1")
        golden(f"rows-lifted-{name}", await look(pilot))


@pytest.mark.parametrize("size", [(80, 24), (60, 16), (100, 30)], ids=str)
async def test_the_newest_note_is_always_in_sight(desk: Desk, size: tuple[int, int]) -> None:
    conversation = start(desk, "whats-working-well")
    conversation.talk.line("/go notes")
    for number in range(40):
        conversation.talk.line(f"good note {number}")
        conversation.talk.line(f"- bad note {number}")
    async with screens(desk, conversation, size=size) as pilot:
        await say(pilot, "the newest of all")
        assert "the newest of all" in await look(pilot)
        await say(pilot, "/row -", "and one down here")
        assert "and one down here" in await look(pilot)


async def test_somebody_who_comes_late_gets_a_circle(desk: Desk) -> None:
    conversation = start(desk, "perspective-circles")
    async with screens(desk, conversation) as pilot:
        await say(pilot, "/go who", "a colleague", "/go me", "tired", "/go who", "the head", "/go me")
        assert "the head" in await look(pilot)
        await say(pilot, "/go them", "hurried")
        shown = await look(pilot)
        assert "hurried" in shown
        assert "the head" in shown


@pytest.mark.parametrize("name", ["grid", "rings", "target", "chain", "circles-6"])
async def test_every_layout_fits_a_small_screen(name: str) -> None:
    picture = PICTURES[name]
    groups = (Group("", (), Place(*picture.here) if picture.here else None),)
    async with screens(opening=fake(NotesBody(picture.layout, groups, picture=picture))) as pilot:
        golden(f"layout-{name}-80x24", await look(pilot))


@pytest.mark.parametrize("look_of", ["ruler", "table", "balls", "wheel"])
async def test_every_look_of_a_rating_has_its_digits(look_of: Literal["ruler", "table", "balls", "wheel"]) -> None:
    rows = ("Clear purpose", "People on board", "Time in the timetable")
    cells = tuple(
        Cell(row, "", "", value, was, remark, here=row == rows[2], place=Place(row=row))
        for row, value, was, remark in zip(rows, (3, 1.5, None), (2, None, 4), ("", "two of six", ""), strict=True)
    )
    body = RateBody(cells, (1, 5), ("not at all", "fully"), look_of, sums=("Sum: 4.5",))
    async with screens(opening=fake(body)) as pilot:
        shown = await look(pilot)
        golden(f"rate-{look_of}-80x24", shown)
        assert "1.5" in shown
        assert "Sum: 4.5" in shown


async def test_circles_keep_their_shape_while_one_marks_and_types(desk: Desk) -> None:
    conversation = start(desk, "perspective-circles")
    async with screens(desk, conversation, size=(80, 24)) as pilot:
        await say(
            pilot, "/go who", "colleague", "the parent", "/go me", "cross", "a bit silly", "/go outer circles", "", ""
        )
        await say(pilot, "bored, it is always notices")

        async def drawn() -> list[str]:
            return [row for row in (await look(pilot)).splitlines() if any(sign in row for sign in "│║╭╔╰╚")]

        asked = await drawn()
        assert any("╔═ Me" in row for row in asked), "all the circles stand there"
        assert "Mark it, if you like: 1 know  2 told  3 guess  4 could ask" in await look(pilot)
        await pilot.press(*"half a word")
        assert await drawn() == asked
        await pilot.press(*["backspace"] * 11, "slash")
        left = await drawn()
        assert left == asked[: len(left)], "the menu covers it from below, and moves nothing"
