"""Which theme it begins with, what is remembered, and what a poor terminal is sent."""

import os
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console
from rich.segment import Segment
from tests.tui.support import fake, look, say, screens, start
from textual.app import App

from coachtui.desk import Desk
from coachtui.layouts import USUAL
from coachtui.tui.looks.choosing import FILE, after, begin_with, remember, remembered
from coachtui.tui.looks.dressed import Dressed
from coachtui.tui.looks.paints import INK, NAMES, PAINTS, PAPER, Name
from coachtui.tui.looks.signs import signs_for
from coachtui.tui.looks.themes import theme, variables
from coachtui.tui.widgets.canvas import Canvas


@pytest.mark.parametrize(
    ("env", "setting", "before", "begins"),
    [
        ({}, "auto", None, "dark"),
        ({"COLORFGBG": "0;15"}, "auto", None, "light"),
        ({"COLORFGBG": "0;default;15"}, "auto", None, "light"),
        ({"COLORFGBG": "15;0"}, "auto", None, "dark"),
        ({"COLORFGBG": "nonsense"}, "auto", None, "dark"),
        ({"COLORFGBG": "0;15"}, "auto", "contrast", "contrast"),
        ({"NO_COLOR": "1"}, "auto", "light", "plain"),
        ({"NO_COLOR": ""}, "auto", None, "dark"),
        ({"NO_COLOR": "1"}, "light", None, "light"),
        ({"TERM": "dumb"}, "auto", None, "plain"),
        ({"TERM": "vt220"}, "auto", "dark", "plain"),
        ({}, "contrast", "light", "contrast"),
    ],
)
def test_what_it_begins_with(env: dict[str, str], setting: str, before: Name | None, begins: str) -> None:
    assert begin_with(env, setting, before) == begins


def test_the_key_goes_round_all_of_them() -> None:
    seen: list[Name] = ["dark"]
    while len(seen) < len(NAMES):
        seen.append(after(seen[-1]))
    assert sorted(seen) == sorted(NAMES)
    assert after(seen[-1]) == "dark"


def test_what_was_chosen_is_remembered_for_its_owner_only(desk: Desk) -> None:
    assert remembered(desk.home) is None
    assert remember(desk.home, "light")
    assert remember(desk.home, "contrast")
    assert remembered(desk.home) == "contrast"
    path = desk.home.state / FILE
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in desk.home.state.glob("looks*")] == [FILE]
    assert not desk.home.settings_file.exists()


@pytest.mark.parametrize("bad", [b"", b"theme = 3", b"theme = 'pink'", b"\xff\xfe", b"theme = [[[", b"x" * 5000])
def test_a_spoilt_file_is_as_good_as_none(desk: Desk, bad: bytes) -> None:
    (desk.home.state / FILE).write_bytes(bad)
    assert remembered(desk.home) is None


def test_where_nothing_can_be_remembered_nothing_stops(desk: Desk) -> None:
    (desk.home.state / f"{Path(FILE).stem}.new").mkdir()
    assert not remember(desk.home, "light")


def dressed(app: App[None]) -> Dressed:
    """The app, whose look is known."""
    assert isinstance(app, Dressed)
    return app


async def test_d_goes_to_the_next_look_and_the_next_window_begins_with_it(desk: Desk) -> None:
    async with screens(desk) as pilot:
        assert dressed(pilot.app).look == "dark"
        await pilot.press("d")
        await pilot.app.workers.wait_for_complete()
        assert dressed(pilot.app).look == "light"
        assert not pilot.app.current_theme.dark
    async with screens(desk) as pilot:
        assert dressed(pilot.app).look == "light"


def painted(app: App[None]) -> list[list[tuple[str, str]]]:
    """Every piece of the screen as it is, with how it is painted."""
    return [[(one.text, str(one.style)) for one in strip] for strip in app.screen._compositor.render_strips()]


@pytest.mark.parametrize("to", ["light", "contrast", "plain"])
async def test_a_look_that_is_changed_while_words_are_typed_is_that_of_all_there_is(desk: Desk, to: Name) -> None:
    async with screens(desk, start(desk)) as pilot:
        await pilot.press(*"half a w")
        before = painted(pilot.app)
        dressed(pilot.app).wear(to)
        assert "half a w" in await look(pilot)
        after = painted(pilot.app)
        assert after != before
        for one in pilot.app.screen.walk_children(with_self=True):
            one.notify_style_update()
            one.refresh()
        await look(pilot)
        assert painted(pilot.app) == after, "nothing is left that is still painted as before"


def colours(app: App[None]) -> set[str]:
    """Every colour that is sent to the terminal for the screen as it is, by its name."""
    return {
        colour.name
        for strip in app.screen._compositor.render_strips()
        for segment in strip
        if segment.style is not None
        for colour in (segment.style.color, segment.style.bgcolor)
        if colour is not None
    }


@pytest.mark.parametrize(("variable", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
async def test_without_colours_none_is_sent(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    async with screens(desk, start(desk)) as pilot:
        await pilot.press("/")
        assert "GROW" in await look(pilot)
        assert colours(pilot.app) <= {"default"}


@pytest.mark.parametrize("name", [name for name in NAMES if name != "plain"])
async def test_a_terminal_of_sixteen_colours_gets_those_of_the_table(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, name: Name
) -> None:
    monkeypatch.setattr(Console, "color_system", "standard")
    async with screens(desk, start(desk)) as pilot:
        dressed(pilot.app).wear(name)
        await pilot.press("/")
        assert "GROW" in await look(pilot)
        found = colours(pilot.app)
        assert found
        assert not [one for one in found if one.startswith("#")]


@pytest.mark.parametrize("name", NAMES)
async def test_every_theme_can_be_put_on(name: Name) -> None:
    async with screens(opening=fake()) as pilot:
        dressed(pilot.app).wear(name)
        await look(pilot)
        style = pilot.app.screen.query_one("#question", Canvas).style_of("question")
        assert style.bold
        if name != "plain":
            assert style.color is not None
            assert style.color.name == PAINTS["question"][name].colour


async def test_whatever_was_on_before_all_is_painted_as_the_theme_says(desk: Desk) -> None:
    async with screens(desk, start(desk)) as pilot:
        for name in (*NAMES, *reversed(NAMES)):
            dressed(pilot.app).wear(name)
            await look(pilot)
            paints = (PAPER[name], INK[name], *(themes[name] for themes in PAINTS.values()))
            assert colours(pilot.app) <= ({"default"} if name == "plain" else {paint.colour for paint in paints})


async def test_a_theme_with_one_other_look_is_seen_at_once(desk: Desk) -> None:
    async with screens(desk, start(desk)) as pilot:
        await look(pilot)
        other = replace(theme("dark"), name="other", variables={**variables("dark"), "look-quiet": "#123456"})
        pilot.app.register_theme(other)
        pilot.app.theme = "other"
        await look(pilot)
        assert "#123456" in colours(pilot.app)


@pytest.mark.parametrize("colours", ["15;0", "0;15"])
async def test_a_light_terminal_is_believed(monkeypatch: pytest.MonkeyPatch, colours: str) -> None:
    monkeypatch.setenv("COLORFGBG", colours)
    async with screens(opening=fake()) as pilot:
        assert pilot.app.current_theme.dark is (colours == "15;0")


# -- signs


@pytest.mark.parametrize(
    ("encoding", "term", "wanted", "usual"),
    [
        ("utf-8", "xterm-256color", "auto", True),
        ("UTF8", "", "auto", True),
        (None, "xterm", "auto", True),
        ("latin-1", "xterm", "auto", False),
        ("cp1252", "", "auto", False),
        ("ascii", "xterm", "auto", False),
        ("utf-8", "linux", "auto", False),
        ("utf-8", "linux", "usual", True),
        ("utf-8", "xterm", "ascii", False),
    ],
)
def test_which_signs(encoding: str | None, term: str, wanted: str, usual: bool) -> None:
    assert (signs_for(encoding, term, wanted) is USUAL) is usual


def test_the_environment_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORFGBG", "0;15")
    before = dict(os.environ)
    assert begin_with(os.environ) == "light"
    assert dict(os.environ) == before


def test_a_segment_without_a_style_stays_as_it_is() -> None:
    from textual.color import Color

    from coachtui.tui.looks.depth import NoColour, Sixteen

    bare = [Segment("x")]
    assert NoColour().apply(bare, Color(0, 0, 0)) == bare
    assert Sixteen("dark").apply(bare, Color(0, 0, 0)) == bare


async def test_a_command_goes_to_the_next_look_in_the_middle_of_a_conversation(desk: Desk) -> None:
    async with screens(desk, start(desk)) as pilot:
        await say(pilot, "/look")
        await pilot.app.workers.wait_for_complete()
        assert dressed(pilot.app).look == "light"
        assert remembered(desk.home) == "light"
        assert "GROW" in await look(pilot)
