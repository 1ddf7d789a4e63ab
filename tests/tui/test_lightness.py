"""What is done at each key, and what is not: counted, never timed."""

import gc

import pytest
from tests.tui.support import FakeConversation, FakeTalk, entry, look, screens, view_of
from textual.app import App, ComposeResult
from textual.strip import Strip

from coachtui.talk import CommandInfo
from coachtui.talk.view import View
from coachtui.tui.shell.settling import settle
from coachtui.tui.widgets.canvas import Canvas
from coachtui.tui.widgets.lines import line


class Counting(FakeTalk):
    """Counts how often it is asked for everything there is to draw, and for what could be done."""

    views = 0
    asked = 0

    def view(self) -> View:
        """Count it."""
        self.views += 1
        return super().view()

    def commands(self) -> tuple[CommandInfo, ...]:
        """Count it."""
        self.asked += 1
        return super().commands()


async def test_for_a_key_of_a_word_nothing_is_worked_out_anew() -> None:
    talk = Counting(view_of())
    async with screens(opening=FakeConversation(talk)) as pilot:
        await pilot.press("t", "h")
        views, asked = talk.views, talk.asked
        await pilot.press("e", "space", "w", "backspace", "left", "x")
        assert talk.drafts[-1] == "thex "
        assert (talk.views, talk.asked) == (views, asked)


async def test_a_key_of_a_word_leaves_every_other_row_as_it_is() -> None:
    async with screens(opening=FakeConversation(FakeTalk(view_of()))) as pilot:
        await pilot.press("t", "h")
        rows = {one: one.render_lines(one.size.region) for one in pilot.app.screen.query(Canvas)}
        assert rows
        await pilot.press("e", "space", "w", "backspace")
        for canvas, before in rows.items():
            assert canvas.render_lines(canvas.size.region) is before


async def test_a_slash_asks_what_can_be_done() -> None:
    talk = Counting(view_of())
    async with screens(opening=FakeConversation(talk)) as pilot:
        before = talk.asked
        await pilot.press("slash")
        assert entry(pilot.app).text == "/"
        assert talk.asked > before


@pytest.mark.parametrize("running", [True, False])
def test_the_collector_runs_once_the_screen_stands(running: bool) -> None:
    kept = gc.get_freeze_count()
    try:
        if not running:
            gc.disable()
        settle()
        assert gc.isenabled()
        # Where nobody turned it off, what is in memory is not ours to keep for good.
        assert (gc.get_freeze_count() > kept) is not running
    finally:
        gc.enable()  # what is frozen may stay so: `tests/conftest.py` does the same


class Recorder(Canvas):
    """Remembers which of its rows were drawn."""

    def __init__(self) -> None:
        super().__init__("recorder")
        self.drawn: list[int] = []

    def render_line(self, y: int) -> Strip:
        """Remember it."""
        self.drawn.append(y)
        return super().render_line(y)


class Easel(App[None]):
    """A canvas of five rows."""

    CSS = "Recorder { height: 5; }"

    def compose(self) -> ComposeResult:
        """The canvas."""
        yield Recorder()


async def test_only_rows_that_read_otherwise_are_drawn_again() -> None:
    async with Easel().run_test() as pilot:
        canvas = pilot.app.query_one(Recorder)
        canvas.show([line("one"), line("two"), line("three")])
        assert "three" in await look(pilot)
        canvas.drawn.clear()
        canvas.show([line("one"), line("TWO"), line("three"), line("four")])
        drawn = await look(pilot)
        assert [row.strip() for row in drawn.splitlines()[:4]] == ["one", "TWO", "three", "four"]
        canvas.drawn.clear()
        canvas.show([line("one"), line("two"), line("three"), line("four")])
        await pilot.pause()
        canvas.show([line("one"), line("two"), line("three")])
        await pilot.pause()
        # What `look` reads is drawn too, so it is not asked here.
        assert set(canvas.drawn) <= {1, 3}
        assert "four" not in await look(pilot)


async def test_the_same_lines_again_draw_nothing() -> None:
    async with Easel().run_test() as pilot:
        canvas = pilot.app.query_one(Recorder)
        canvas.show([line("one"), line("two", "strong")])
        await look(pilot)
        canvas.drawn.clear()
        canvas.show([line("one"), line("two", "strong")])
        await pilot.pause()
        assert canvas.drawn == []
