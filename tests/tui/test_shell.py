"""What stands between the program and a rough world, as far as no real terminal is needed."""

import sys
from pathlib import Path

import pytest
from tests.tui.support import FakeTalk, entry, fake, look, say, screens, until
from textual import events
from textual.app import App

from coachtui.desk import Desk
from coachtui.errors import UserError
from coachtui.store.state import NotSaved
from coachtui.talk.view import Reply
from coachtui.tui import app
from coachtui.tui.screens.panels import Page
from coachtui.tui.shell.crash import confession, report
from coachtui.tui.shell.keyboard import Forgiving


def failing(words: str) -> Exception:
    """A mistake with words in its message and in its locals."""
    secret = f"the secret of {words}"
    try:
        raise KeyError(secret)
    except KeyError as error:
        return error


def test_a_confession_names_the_mistake_and_the_place_and_no_word() -> None:
    told = confession(failing("Zacharias"))
    assert "KeyError" in told
    assert "test_shell.py" in told
    assert "in failing" in told
    assert "Zacharias" not in told
    assert "secret" not in told


def test_the_same_mistake_has_the_same_code() -> None:
    assert report(failing("a"))[0] == report(failing("b"))[0]
    assert report(failing("a"))[0] != report(ValueError())[0]
    assert report(None) == ("0000", [])


async def test_a_mistake_of_ours_ends_with_a_status_and_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: FakeTalk, text: str) -> Reply:
        raise KeyError(text)

    told: list[str] = []

    def confess(error: BaseException | None) -> str:
        told.append(confession(error))
        return told[-1]

    conversation = fake()
    monkeypatch.setattr(FakeTalk, "line", broken)
    monkeypatch.setattr(app, "confession", confess)
    apps: list[App[None]] = []
    with pytest.raises(KeyError):  # noqa: PT012 - the mistake comes out when the app is left
        async with screens(opening=conversation) as pilot:
            apps.append(pilot.app)
            await say(pilot, "Zacharias")
    assert apps[0].return_code == 1
    assert len(told) == 1
    assert "Zacharias" not in told[0]
    # The line was not lost either: it is still the draft.
    assert conversation.talk.drafts == ["Zacharias"]


def test_odd_bytes_become_a_sign_and_whole_characters_stay_whole() -> None:
    decoder = Forgiving("utf-8")
    assert decoder.decode("é".encode()[:1]) == ""
    assert decoder.decode("é".encode()[1:]) == "é"
    assert decoder.decode(b"caf\xe9 ") == "caf\N{REPLACEMENT CHARACTER} "
    assert decoder.decode(b"", final=True) == ""


def test_without_a_terminal_the_screens_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__stdin__", None)
    with pytest.raises(UserError, match="need a terminal"):
        app.run(None)


async def test_ctrl_q_asks_once() -> None:
    conversation = fake()
    conversation.closes = False
    conversation.kept.state = NotSaved("Not saved: the disk is full.", 0.0)
    async with screens(opening=conversation) as pilot:
        await pilot.press("ctrl+q", "ctrl+q")
        await pilot.press("escape")
        assert "What is happening" in await look(pilot)


async def test_a_mouse_outside_the_window_takes_no_keys_away() -> None:
    async with screens(opening=fake()) as pilot:
        await pilot.press("a")
        for kind in (events.MouseDown, events.MouseScrollUp):
            pilot.app.screen._forward_event(kind(None, 500, 1, 0, 0, 1, False, False, False))
            await pilot.press("b")
        assert entry(pilot.app).text == "abb"


async def test_a_window_in_the_background_keeps_what_is_typed_into_it() -> None:
    async with screens(opening=fake()) as pilot:
        pilot.app.post_message(events.AppBlur())
        await pilot.press("a")
        assert entry(pilot.app).text == "a"


async def test_a_home_that_cannot_be_listed_still_opens(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses() -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(desk.store, "each", refuses)
    async with screens(desk) as pilot:
        shown = await look(pilot)
    assert "> Start" in shown
    assert "cannot be listed now" in shown


async def test_textual_still_has_the_hooks_we_hang_on() -> None:
    """Private or half-private names; when one goes, the guard behind it goes quietly."""
    from textual.drivers import linux_driver

    for name in ("_fatal_error", "panic", "get_line_filters", "_exit_renderables"):
        assert hasattr(App, name) or hasattr(App(), name), name
    assert "getincrementaldecoder(" in Path(linux_driver.__file__).read_text(encoding="utf-8")


async def test_no_key_makes_a_picture_of_the_notes() -> None:
    async with screens(opening=fake()) as pilot:
        await pilot.press("ctrl+p")
        assert "Screenshot" not in await look(pilot)
        assert not pilot.app.ENABLE_COMMAND_PALETTE


async def test_a_panel_goes_away_though_nobody_waits_for_its_answer_any_more(desk: Desk) -> None:
    async with screens(desk) as pilot:
        pilot.app.run_worker(pilot.app.push_screen_wait(page := Page(("Something to read.",))), exit_on_error=False)
        await until(pilot, lambda shown: "Something to read." in shown)
        # What leaving under load comes to: the answer has been given up, and then a key comes.
        waiting = page._result_callbacks[-1].future
        assert waiting is not None
        waiting.cancel()
        await pilot.press("x")
        await until(pilot, lambda shown: "Something to read." not in shown)
        assert pilot.app.is_running
