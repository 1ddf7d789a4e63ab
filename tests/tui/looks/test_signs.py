"""Plain ASCII signs: nothing else is drawn anywhere, but what people said stays what they said."""

from collections.abc import Iterator

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from tests.tui.support import go_on, look, say, screens, start, talk_of
from textual.color import Color
from textual.pilot import Pilot

from coachtui.desk import Desk
from coachtui.flow.spots import spots
from coachtui.framework.catalogue import Catalogue
from coachtui.layouts import ASCII, USUAL
from coachtui.layouts.signs import Corners
from coachtui.tui.looks.families import MARKS
from coachtui.tui.looks.signs import PLAIN, PlainSigns

SHIPPED = Catalogue().ids()


@pytest.fixture(autouse=True)
def a_font_of_few_signs(desk: Desk) -> None:
    """The setting, as a school would write it."""
    desk.home.settings_file.write_text('signs = "ascii"\n', encoding="utf-8")


async def seen(pilot: Pilot[None]) -> str:
    """What stands there; every sign of it is ASCII."""
    shown = await look(pilot)
    odd = sorted({sign for sign in shown if not sign.isascii()})
    assert not odd, "\n".join(row for row in shown.split("\n") if any(sign in row for sign in odd))
    return shown


@pytest.mark.parametrize("name", SHIPPED)
async def test_a_walk_through_every_spot_is_drawn_in_ascii(desk: Desk, name: str) -> None:
    held = start(desk, name)
    async with screens(desk, held, size=(100, 30)) as pilot:
        for _ in spots(held.session, held.past):
            await seen(pilot)
            await pilot.press("ctrl+g")
            await seen(pilot)
            await pilot.press("ctrl+g")
            if held.session.ended is not None or not isinstance(pilot.app.screen, type(talk_of(pilot.app))):
                break
            await say(pilot, "words of one kind or another")
            await seen(pilot)
            await pilot.press("escape")
            await go_on(pilot)
        await seen(pilot)


async def test_home_choose_and_the_pages_are_drawn_in_ascii(desk: Desk) -> None:
    held = start(desk)
    held.talk.line("/go goal")
    held.talk.line("A goal " * 40)
    held.close()
    async with screens(desk, size=(80, 24)) as pilot:
        await seen(pilot)
        for key in ("n", "down", "right", "escape", "l", "escape", "a", "escape", "p", "escape"):
            await pilot.press(key)
            await seen(pilot)


@pytest.mark.parametrize("line", ["/", "/where", "/help", "/show", "/time", "/park " + "long words " * 30])
async def test_what_commands_bring_is_drawn_in_ascii(desk: Desk, line: str) -> None:
    async with screens(desk, start(desk, "instant-pay-off"), size=(80, 24)) as pilot:
        await say(pilot, "/go blocks", "one", "", "", "two")
        if line == "/":
            await pilot.press("/")
        else:
            await say(pilot, line)
        await seen(pilot)


async def test_letters_people_wrote_are_theirs(desk: Desk) -> None:
    held = start(desk)
    async with screens(desk, held) as pilot:
        await say(pilot, "/go goal", "Zoë said: olé · 日本語")
        shown = await look(pilot)
        assert "Zoë said: olé - 日本語" in shown
    (passage,) = held.session.records["goal"].things()
    assert getattr(passage, "text", "") == "Zoë said: olé · 日本語"


def drawn_signs() -> Iterator[str]:
    """Every sign of the usual set, and every mark."""
    for name in USUAL.__slots__:
        value = getattr(USUAL, name)
        if isinstance(value, Corners):
            yield from (getattr(value, part) for part in Corners.__slots__)
        else:
            yield from value
    yield from (mark.usual for mark in MARKS.values())


def test_every_sign_of_the_usual_set_has_a_plain_one() -> None:
    for sign in "".join(drawn_signs()):
        assert sign.isascii() or sign in PLAIN, sign


def test_a_plain_sign_takes_the_cell_of_what_it_stands_for() -> None:
    assert all(plain.isascii() and len(plain) == 1 and cell_len(sign) == 1 for sign, plain in PLAIN.items())
    assert ASCII is not USUAL


def test_what_is_plain_already_is_handed_on_as_it_is() -> None:
    segments = [Segment("plain")]
    assert PlainSigns().apply(segments, Color(0, 0, 0)) is segments


def test_a_mark_is_the_same_whichever_gate_makes_it_plain() -> None:
    assert all(PLAIN.get(mark.usual, mark.usual) == mark.plain for mark in MARKS.values())
