"""What is done at each key, and what is not: counted, never timed."""

import gc

import pytest

from coachtui.talk import CommandInfo
from coachtui.talk.view import View
from coachtui.tui.shell.settling import settle
from tests.tui.support import FakeConversation, FakeTalk, entry, screens, view_of


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
        gc.unfreeze()
        gc.enable()
