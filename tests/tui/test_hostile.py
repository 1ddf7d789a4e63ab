"""Words that would be markup, actions or escape sequences elsewhere, through every screen: they stand there as words."""

import itertools
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from rich.segment import Segment
from tests.support.hostile import BRACKETS, DRIVES_A_TERMINAL, ESCAPES, hostile_home
from tests.tui.support import entry, fake, look, say, screens, start, until, view_of
from textual.color import Color
from textual.screen import Screen

import coachtui.tui
from coachtui.desk import Desk
from coachtui.framework.duty import DutyCard
from coachtui.layouts import Picture, Ratings
from coachtui.session.spot import Place, Spot
from coachtui.talk.view import NO_PICTURE, Body, Entry, Group, NotesBody, OfferLine, RateBody, Reply, Shown, Stop
from coachtui.tui.screens.duty import Duty
from coachtui.tui.screens.listed import Listed
from coachtui.tui.screens.panels import Ask, Page
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


#: What is no text of anybody, and cannot be just anything.
KNOWN = {
    "due": "2026-11-27",
    "content": "points",
    "id": "n",
    "spot": Spot("a"),
    "place": Place(),
    "letter": "",
    "number": 1,
}


def filled(kind: Any, turn: Iterator[str], **known: object) -> Any:
    """A value of this type, with the next text in turn wherever a text can stand: fields that come later are filled too."""
    hints = get_type_hints(kind)
    found = {one.name: known.get(one.name, _value(one.name, hints[one.name], turn)) for one in fields(kind)}
    return kind(**found)


def _value(name: str, hint: Any, turn: Iterator[str]) -> object:
    origin, inner = get_origin(hint), get_args(hint)
    if name in KNOWN or hint in (Picture, Picture | Ratings | None):
        return KNOWN.get(name, NO_PICTURE)
    if origin in {Union, UnionType}:
        return _value(name, inner[0], turn)
    if origin is Literal:
        return inner[0]
    if origin is tuple:
        kinds = inner[:1] * 2 if inner[-1] is Ellipsis else inner
        return tuple(_value(name, one, turn) for one in kinds)
    plain_values: dict[object, object] = {str: next(turn), bool: False, int: 1, float: 1.0}
    return plain_values[hint] if hint in plain_values else filled(hint, turn)


def bodies() -> list[Any]:
    """All kinds of steps, a rating in each of its ways to be drawn."""
    ways = get_args(get_type_hints(RateBody)["show_as"])
    kinds = [pytest.param(one, {}, id=one.__name__) for one in get_args(Body) if one is not RateBody]
    rated = {"scale": (0, 10)}
    return [*kinds, *(pytest.param(RateBody, {**rated, "show_as": way}, id=f"RateBody-{way}") for way in ways)]


@pytest.mark.parametrize(("kind", "known"), bodies())
async def test_any_text_in_any_kind_of_step_is_only_shown(kind: type[Body], known: dict[str, object]) -> None:
    texts = (*BRACKETS, *ESCAPES)
    turn, brackets = itertools.cycle(texts), set[str]()
    conversation = fake(filled(kind, turn, **known))
    async with screens(opening=conversation, size=(160, 60)) as pilot:
        for _ in range(8):
            rest = {name: value for name, value in everywhere(next(turn)).items() if name != "draft"}
            conversation.talk.shown = view_of(filled(kind, turn, **known), **rest)
            conversation.talk.reply = Reply(said=(next(turn),), problem=next(turn))
            await say(pilot, "x")
            shown = await look(pilot)
            assert not DRIVES_A_TERMINAL.search(shown.replace("\n", ""))
            assert not pilot.app._exit
            brackets |= {one for one in BRACKETS if one in shown}
    assert len(brackets) >= 8, "as they are, letter by letter"


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
    "formats by words": ("slash", "left_square_bracket"),
    "formats without words": ("escape",),
    "the next formats": ("down", "down", "down", "right"),
    "a name": ("enter",),
    "Home again": ("escape", "escape", "escape"),
    "conversations": ("l",),
    "conversations by words": ("w", "a", "y"),
    "conversations without words": ("escape", "down"),
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
    "/duty",
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
            if line in {"/duty", "/where", "/show", "/help"}:
                await pilot.press("escape")
        assert not pilot.app._exit
    for drawn in shown:
        assert not DRIVES_A_TERMINAL.search(drawn.replace("\n", ""))
    if texts is BRACKETS:
        words = " ".join(" ".join(shown).split())
        assert sum(" ".join(text.split()) in words for text in texts) >= 12, "as they are, letter by letter"


async def test_a_page_a_list_a_question_and_a_card_show_them(desk: Desk) -> None:
    texts = (*BRACKETS, *ESCAPES)
    panels: tuple[Screen[Any], ...] = (
        Page(texts),
        Listed(texts[0], [(text, text) for text in texts]),
        *(Ask(text, text) for text in texts[::7]),
        Duty(DutyCard(speak_to=texts[:9], procedure=texts[9:18]), texts[18]),
        Duty(DutyCard(speak_to=texts[25:34], procedure=texts[34:43])),
    )
    async with screens(desk, size=(160, 100)) as pilot:
        for panel in panels:
            pilot.app.push_screen(panel)
            shown = await look(pilot)
            assert not DRIVES_A_TERMINAL.search(shown.replace("\n", ""))
            assert not isinstance(panel, Page | Listed) or all(one in shown for one in BRACKETS)
            pilot.app.pop_screen()
            await pilot.pause()
        assert not pilot.app._exit


def test_nothing_is_told_in_a_toast() -> None:
    """A toast is gone before it is read, and is one place more for hostile words; there is none."""
    source = Path(coachtui.tui.__file__).parent
    assert [path.name for path in source.rglob("*.py") if "notify(" in path.read_text(encoding="utf-8")] == []
