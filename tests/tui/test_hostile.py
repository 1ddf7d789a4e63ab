"""Words that would be markup, actions or escape sequences elsewhere, through every screen: they stand there as words."""

from pathlib import Path

import pytest
from rich.segment import Segment
from tests.support.hostile import BRACKETS, DRIVES_A_TERMINAL, ESCAPES, hostile_home
from tests.tui.support import entry, fake, look, say, screens, start, until
from textual.color import Color

from coachtui.desk import Desk
from coachtui.session.spot import Spot
from coachtui.talk.view import Entry, Group, NotesBody, OfferLine, Reply, Shown, Stop
from coachtui.tui.shell.clean import CleanLines
from coachtui.tui.widgets.plain import flat, plain


def everywhere(text: str) -> dict[str, object]:
    """This text in every place of a view that a framework or a person can fill."""
    return {
        "framework": text,
        "stage": text,
        "title": text,
        "trail": (Stop(text, "here", Spot("a")), Stop(text, "done", Spot("b"))),
        "question": text,
        "place_name": text,
        "next_hint": text,
        "hint": text,
        "shown": (Shown(text, (text,), text),),
        "remarks": (Entry(1, "r", text),),
        "offers": (OfferLine(text, text, plain_yes=False),),
        "notices": (text,),
        "do": (text,),
        "avoid": (text,),
        "author": text,
        "draft": text,
    }


@pytest.mark.parametrize("text", [*BRACKETS, *ESCAPES])
async def test_any_text_anywhere_in_a_view_is_only_shown(text: str) -> None:
    body = NotesBody("columns", (Group(text, (Entry(1, "n", text, (text,), (text,)),), here=True),), asked=text)
    conversation = fake(body, **everywhere(text))
    conversation.talk.reply = Reply(said=(text,), problem=text, page=(text,))
    async with screens(opening=conversation, size=(100, 40)) as pilot:
        await pilot.press("ctrl+g")
        first = await look(pilot)
        await say(pilot, "x")
        page = await look(pilot)
        await pilot.press("x")
        last = await look(pilot)
    for shown in (first, page, last):
        assert flat(text).strip() in shown
        assert not DRIVES_A_TERMINAL.search(shown.replace("\n", ""))


@pytest.mark.parametrize("text", BRACKETS)
async def test_a_note_that_looks_like_markup_is_kept_and_shown(desk: Desk, text: str) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        await say(pilot, text)
        assert f"1  {text}" in await look(pilot)
        await pilot.press("up")
        assert entry(pilot.app).text == text


@pytest.mark.parametrize("text", ["[/] done", "[@click=app.quit]x", "[$foo]"])
async def test_a_name_that_looks_like_markup(desk: Desk, text: str) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n", "enter")
        await say(pilot, text, "")
        await say(pilot, "/park x")
        await pilot.press("ctrl+q")
        await pilot.pause()
    async with screens(desk) as pilot:
        await pilot.press("l")
        await pilot.press("ctrl+n")
        assert text in await look(pilot)


HOSTILE_FRAMEWORK = """
format = 1
id = "mine"
name = "[/] done"
words = "[@click=app.quit]I want out"
summary = "[b]a[/i]"
use_when = "[$foo]x"
not_when = "[/b]"
people = ["two"]
minutes = [10]

[[step]]
id = "one"
stage = "[/stage]"
kind = "notes"
title = "[x=\\"y"
layout = "columns"
columns = ["[/] one", "[b] two"]
hint = "[/hint]"
ask = ["What [/] now?", "[link=https://e.com]other"]
do = ["[/do]"]
avoid = ["[@click=app.quit]avoid"]
"""


async def test_a_framework_full_of_markup(desk: Desk, person: Path) -> None:
    (desk.home.frameworks / "mine.toml").write_text(HOSTILE_FRAMEWORK, encoding="utf-8")
    async with screens(desk) as pilot:
        await pilot.press("n")
        shown = await look(pilot)
        assert "[@click=app.quit]I want out" in shown
        assert "[/] done" in shown
        for _ in range(9):
            if "[@click" in (await look(pilot)).partition("\n > ")[2][:12]:
                break
            await pilot.press("down")
        await pilot.press("enter")
        await say(pilot, "", "")
        await pilot.press("ctrl+g", "ctrl+t")
        shown = await look(pilot)
        assert "[link=https://e.com]other" in shown
        assert "[/do]" in shown
        await pilot.click(offset=(60, 20))
        assert not pilot.app._exit


def test_the_last_gate_lets_nothing_through() -> None:
    gate = CleanLines()
    for text in ESCAPES:
        (drawn,) = gate.apply([Segment(text)], Color(0, 0, 0))
        assert not DRIVES_A_TERMINAL.search(drawn.text)
    plain_line = [Segment("words as they are")]
    assert gate.apply(plain_line, Color(0, 0, 0)) is plain_line


@pytest.mark.parametrize("text", [*BRACKETS, *ESCAPES])
def test_plain_text_has_no_styles_and_no_controls(text: str) -> None:
    content = plain(text)
    assert content.spans == []
    assert not DRIVES_A_TERMINAL.search(content.plain)


#: Every screen, by the keys that lead to it from the one before; Escape leads back. New screens are entered here.
WALK = {
    "Home": (),
    "Choose": ("n",),
    "the next formats": ("down", "down", "down", "right"),
    "a name": ("enter",),
    "Home again": ("escape", "escape", "escape"),
    "conversations": ("l",),
    "their names": ("n",),
    "their sheet": ("enter",),
    "a copy for somebody": ("e",),
    "what they get": ("enter",),
    "what stays": ("k",),
    "what kind of file": ("k", "enter"),
    "their sheet again": ("escape", "escape", "escape"),
    "conversations again": ("escape",),
    "Home once more": ("escape", "escape"),
    "actions": ("a",),
    "Home at last": ("escape", "escape"),
    "searching": ("s", "w", "a", "y"),
    "nothing open": ("escape", "escape", "escape"),
    "the conversation": ("c",),
    "the coach's strip": ("ctrl+g",),
    "the menu": ("/",),
    "no menu": ("escape",),
    "mending": ("up",),
    "not mending": ("escape",),
}

#: What a thread brings, and what stands there then.
AWAITED = {"their sheet": "e copy for ...", "a copy for somebody": "For whom shall a copy be made?"}

#: And in the conversation by lines.
LINES = (
    "/go topic",
    "/go importance",
    "/go options",
    "/go pick",
    "/go actions",
    "/go reality",
    "/where",
    "/show",
    "/help",
)


@pytest.mark.parametrize("first", [0, 9, 18, 27, 36])
@pytest.mark.parametrize("texts", [BRACKETS, ESCAPES], ids=["brackets", "escapes"])
async def test_every_screen_shows_them_and_lives(person: Path, texts: tuple[str, ...], first: int) -> None:
    shown: list[str] = []
    async with screens(hostile_home(person, texts, first), size=(160, 45)) as pilot:
        for name, keys in WALK.items():
            await pilot.press(*keys)
            if name in AWAITED:
                await until(pilot, lambda shown, name=name: AWAITED[name] in shown)  # type: ignore[misc]  # bound to this turn
            shown.append(await look(pilot))
            assert not pilot.app._exit, name
        for line in LINES:
            await say(pilot, line)
            shown.append(await look(pilot))
            if line in {"/where", "/show", "/help"}:
                await pilot.press("escape")
        assert not pilot.app._exit
    for drawn in shown:
        assert not DRIVES_A_TERMINAL.search(drawn.replace("\n", ""))
    if texts is BRACKETS:
        words = " ".join(" ".join(shown).split())
        assert sum(" ".join(text.split()) in words for text in texts) >= 12, "as they are, letter by letter"
