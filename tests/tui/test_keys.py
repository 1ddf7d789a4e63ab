"""The one table of keys, on every screen: no key that is not in it does anything, and a key that is changed is changed.

A new screen is entered in `WAYS`.
"""

import ast
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.tui.support import FakeTalk, fake, look, say, screens, start, until, view_of
from textual.pilot import Pilot

import coachtui.tui.screens
from coachtui.desk import Desk
from coachtui.framework.duty import DutyCard
from coachtui.store.home import find_home
from coachtui.talk.keys import STEADY, USUAL, keymap
from coachtui.talk.table import COMMANDS, KEYS, SCREENS, Where
from coachtui.tui.app import CoachApp
from coachtui.tui.screens.choose import Choose
from coachtui.tui.screens.duty import Duty
from coachtui.tui.screens.handing.screen import Share
from coachtui.tui.screens.home import Home
from coachtui.tui.screens.home.preparing import PreparePage
from coachtui.tui.screens.leaving import CHOICE
from coachtui.tui.screens.letters import Letter
from coachtui.tui.screens.listed import Listed
from coachtui.tui.screens.lookup.screen import Lookup
from coachtui.tui.screens.panels import Ask, Blank, Page
from coachtui.tui.screens.review.screen import Review
from coachtui.tui.screens.session import SessionScreen
from coachtui.tui.widgets.entry import EntryLine

Way = Callable[[Pilot[None], Desk], Awaitable[None]]


def furnished(desk: Desk) -> None:
    """A conversation with a promise, left open."""
    conversation = start(desk)
    for line in ("/go topic", "How to say no", "/go actions", "ring the parents", "Friday", "/private"):
        conversation.talk.line(line)
    assert conversation.close(60.0)


def by_keys(*keys: str, awaited: str = "") -> Way:
    """Pressed on Home, one after the other; at the end these words stand there."""

    async def go(pilot: Pilot[None], _: Desk) -> None:
        for key in keys:
            await pilot.press(key)
            await look(pilot)
        await until(pilot, lambda shown: awaited in shown)

    return go


def pushed(make: Callable[[], Page | Ask | Listed | Duty]) -> Way:
    """A panel over Home."""

    async def go(pilot: Pilot[None], _: Desk) -> None:
        pilot.app.push_screen(make())
        await look(pilot)

    return go


#: How to come to each screen from Home, the screen by its name in the table.
WAYS: dict[Where, Way] = {
    "home": by_keys(),
    "choose": by_keys("n", awaited="What would help most"),
    "list": pushed(lambda: Listed("Who?", [("Ann", "two"), ("Ann", "three")])),
    "prepare": by_keys("p", awaited="begins the follow-up"),
    "look-back": by_keys("a", "down", awaited="a private promise"),
    "find": by_keys("l", awaited="GROW"),
    "sheet": by_keys("l", "down", "enter", awaited="copy for ..."),
    "copy": by_keys("l", "down", "enter", "e", awaited="For whom"),
    "card": pushed(lambda: Duty(DutyCard(speak_to=("Ms Example", "Mr Example")))),
    "page": pushed(lambda: Page(("words",), {"go": "{} goes", "back": "{} goes back"})),
    "end": pushed(lambda: Page(("Thank you both.",), {"sheet": "", "copy": "", "swap": ""}, "end")),
    "unsaved": pushed(lambda: Page(("Not saved.",), CHOICE, "unsaved")),
    "question": pushed(lambda: Ask("What is your name?")),
}
#: Screens that any key closes.
ANY = {"end"}


def letters_of(pilot: Pilot[None]) -> tuple[Letter, ...]:
    """What the screen in front says of its keys."""
    screen = pilot.app.screen
    if isinstance(screen, Share):
        return tuple(screen.letters())
    assert isinstance(screen, Home | Choose | Listed | PreparePage | Lookup | Review | Duty | Page | Ask)
    return screen._letters


# -- nothing but the table


def test_every_screen_of_the_table_is_walked() -> None:
    assert set(WAYS) == set(SCREENS) - {"talk"}


SOURCES = sorted(Path(coachtui.tui.screens.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_screen_has_a_binding_or_asks_for_a_key_by_itself(path: Path) -> None:
    """Letters and keys with Ctrl stand in the table and nowhere else."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    words = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    names = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
    assert "Binding" not in names
    assert [one for one in words if one.startswith(("ctrl+", "Ctrl+"))] == []
    compared = [
        one.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare) and getattr(node.left, "id", getattr(node.left, "attr", "")) == "key"
        for one in ast.walk(node)
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and len(one.value) == 1
    ]
    assert [one for one in compared if one.isalnum()] == []


def test_the_bindings_of_the_app_are_those_that_do_the_same_everywhere() -> None:
    app = CoachApp(None, fake())
    bound = set(app._bindings.key_to_bindings)
    assert bound - {"ctrl+c", "ctrl+p"} == {one.key for one in COMMANDS if one.everywhere}


EVERY_KEY = (
    *"abcdefghijklmnopqrstuvwxyz0123456789",
    *(f"ctrl+{letter}" for letter in "bfglnoprtxyz"),
    *(f"f{number}" for number in range(1, 13)),
    "slash", "question_mark", "plus", "minus", "space", "tab", "backspace", "delete",
    "left", "right", "home", "end",
)  # fmt: skip


@pytest.mark.parametrize("where", sorted(set(WAYS) - {"find", "question"} - ANY))
async def test_a_key_that_is_not_in_the_table_does_nothing(desk: Desk, where: Where) -> None:
    furnished(desk)
    async with screens(desk, size=(100, 30)) as pilot:
        await WAYS[where](pilot, desk)
        known = {key for one in KEYS if one.where == where for key in (one.key, *one.also)}
        if "digit" in known:
            known |= set("0123456789")
        everywhere = {one.key for one in COMMANDS if one.everywhere}
        before, screen = await look(pilot), pilot.app.screen
        for key in EVERY_KEY:
            if key not in known | everywhere:
                await pilot.press(key)
        assert pilot.app.screen is screen
        assert await look(pilot) == before


@pytest.mark.parametrize("where", sorted(WAYS))
async def test_what_a_screen_says_of_its_keys_is_what_the_table_says(desk: Desk, where: Where) -> None:
    furnished(desk)
    async with screens(desk, size=(160, 45)) as pilot:
        await WAYS[where](pilot, desk)
        rows = {one.name: one for one in KEYS if one.where == where}
        found = letters_of(pilot)
        assert found
        assert {one.name for one in found} <= set(rows)
        assert [one.key for one in found] == [rows[one.name].key for one in found]
        shown = " ".join((await look(pilot)).split())
        told = [one.foot for one in found if one.foot]
        assert told
        assert all(" ".join(one.split()) in shown for one in told)


async def test_the_help_of_a_conversation_tells_its_keys_too(desk: Desk) -> None:
    async with screens(desk, start(desk), size=(160, 80)) as pilot:
        await say(pilot, "/help")
        shown = await look(pilot)
        for one in KEYS:
            if one.where == "talk":
                assert one.help in shown


# -- a key that is changed


#: For each screen a key that is wished for, and what it is wished to do.
WISHES: dict[Where, tuple[str, str]] = {
    "home": ("start", "s"),
    "choose": ("remote", "z"),
    "list": ("blank", "z"),
    "prepare": ("blank", "z"),
    "look-back": ("names", "z"),
    "find": ("names", "f5"),
    "sheet": ("copy", "z"),
    "copy": ("blank", "z"),
    "card": ("not-yet", "z"),
    "end": ("sheet", "z"),
    "unsaved": ("again", "z"),
}


def settled_desk(tmp_path: Path, text: str) -> Desk:
    """A desk over a home with these settings, and one conversation."""
    home = find_home(str(tmp_path / "home"), {}, tmp_path)
    home.make()
    home.settings_file.write_text(text, encoding="utf-8")
    desk = Desk(home)
    assert desk.settings_told == ()
    furnished(desk)
    return desk


@pytest.mark.parametrize("where", sorted(WISHES))
async def test_a_key_changed_in_the_settings_works_and_is_shown_and_the_usual_one_is_free(
    tmp_path: Path, where: Where
) -> None:
    name, key = WISHES[where]
    desk = settled_desk(tmp_path, f'[keys.{where}]\n{name} = "{key}"\n')
    usual = USUAL.key(where, name)
    async with screens(desk, size=(160, 45)) as pilot:
        await WAYS[where](pilot, desk)
        before, screen = await look(pilot), pilot.app.screen
        [told] = [one.foot for one in letters_of(pilot) if one.name == name] or [""]
        if told:
            assert told.startswith(key.upper() if len(key) > 1 else key)
            assert " ".join(told.split()) in " ".join(before.split())
        if where not in ANY:
            await pilot.press(usual)
            assert (await look(pilot), pilot.app.screen) == (before, screen), "the usual key is free now"
        await pilot.press(key)
        assert (await look(pilot), pilot.app.screen) != (before, screen)


@pytest.mark.parametrize("where", ["talk", *sorted(WAYS)])
async def test_the_key_of_the_empty_screen_is_one_on_every_screen(tmp_path: Path, where: Where) -> None:
    desk = settled_desk(tmp_path, '[keys]\nblank = "Ctrl+F"\nquit = "F9"\n')
    opening = start(desk) if where == "talk" else None
    async with screens(desk, opening, size=(160, 45)) as pilot:
        if where != "talk":
            await WAYS[where](pilot, desk)
        before, screen = await look(pilot), pilot.app.screen
        if where not in ANY:
            await pilot.press("ctrl+b", "ctrl+q")
            assert (await look(pilot), pilot.app.screen) == (before, screen)
        await pilot.press("ctrl+f")
        assert isinstance(pilot.app.screen, Blank)
        assert not (await look(pilot)).strip()
        await pilot.press("ctrl+f")
        assert (await look(pilot), pilot.app.screen) == (before, screen)
        await pilot.press("f9")
        await pilot.pause()
        assert pilot.app._exit


@pytest.mark.parametrize("where", ["home", "choose", "look-back", "sheet"])
async def test_the_help_says_the_changed_keys(tmp_path: Path, where: Where) -> None:
    name, key = WISHES[where]
    desk = settled_desk(tmp_path, f'[keys]\nblank = "Ctrl+F"\n[keys.{where}]\n{name} = "{key}"\n')
    async with screens(desk, size=(160, 60)) as pilot:
        await WAYS[where](pilot, desk)
        await pilot.press("h")
        shown = (await look(pilot)).split("\n")
        row = next(one for one in KEYS if (one.where, one.name) == (where, name))
        assert any(line.split() == [key, *row.help.split()] for line in shown)
        assert any(line.split()[:1] == ["Ctrl+F"] for line in shown)


async def test_mending_from_a_finished_sheet_has_the_keys_of_the_home(tmp_path: Path) -> None:
    desk = settled_desk(tmp_path, '[keys]\ntips = "Ctrl+F"\n')
    async with screens(desk, size=(100, 30)) as pilot:
        await WAYS["sheet"](pilot, desk)
        await pilot.press("down", "enter")
        await until(pilot, lambda shown: "mend >" in shown)
        assert isinstance(pilot.app.screen, SessionScreen)
        before = await look(pilot)
        await pilot.press("ctrl+g")
        assert await look(pilot) == before
        await pilot.press("ctrl+f")
        assert "tips" in await look(pilot)


async def test_a_new_line_may_have_another_key(tmp_path: Path) -> None:
    desk = settled_desk(tmp_path, '[keys]\nnew-line = "Ctrl+N"\n')
    async with screens(desk, start(desk)) as pilot:
        await pilot.press("a", "ctrl+j", "ctrl+n", "b")
        assert pilot.app.screen.query_one("#entry", EntryLine).text == "a\nb"


async def test_the_keys_of_another_folder_hold_from_then_on(
    tmp_path: Path, person: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = settled_desk(tmp_path, '[keys]\nblank = "Ctrl+F"\n[keys.home]\nleave = "z"\n')
    monkeypatch.delenv("COACHTUI_HOME")
    async with screens(Desk(find_home(None, {}, person))) as pilot:
        assert "q leave" in await look(pilot)
        await pilot.press("w")
        await look(pilot)
        await say(pilot, str(other.home.root))
        await until(pilot, lambda shown: "z leave" in shown)
        await pilot.press("ctrl+f")
        assert isinstance(pilot.app.screen, Blank)


async def test_caps_lock_changes_no_key(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("N")
        assert "What would help most" in await look(pilot)


async def test_blanking_the_screen_takes_back_a_first_enter() -> None:
    conversation = fake()
    assert isinstance(conversation.talk, FakeTalk)
    conversation.talk.shown = replace(view_of(), next_hint="next: Options")
    async with screens(opening=conversation) as pilot:
        await pilot.press("enter", "ctrl+b", "x")
        assert "Enter again" not in await look(pilot)
        await pilot.press("enter")
        assert conversation.talk.lines == []


# -- what cannot be met is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '[keys.home]\nstart = "a"\n',
            "coachtui.toml, line 2: a is the key of actions. Give actions another key first.",
        ),
        ('[keys.home]\nstart = "Ctrl+B"\n', "line 2: Ctrl+B is the key of /blank on every screen."),
        ('[keys.home]\n\ndo = "s"\n', "line 3: Enter stays what it is on every screen."),
        ('[keys.home]\nstrat = "s"\n', 'line 2: There is no key of home called "strat". Did you mean "start"?'),
        ('[keys.hoem]\nstart = "s"\n', 'There is no screen called "hoem". Did you mean "home"?'),
        ('[keys.sheet]\ncopy = "j"\n', "line 2: j is the key of down."),
        ('[keys.find]\nnames = "x"\n', 'line 2: "x" cannot be given to a command.'),
        ('[keys]\nblank = "Ctrl+N"\n', "line 2: Ctrl+N is the key of names in [keys.find]. Choose another."),
        ('[keys]\nnew-line = "Ctrl+T"\n', "line 2: Ctrl+T is the key of /ask. Give ask another key first."),
    ],
)
async def test_a_key_that_two_would_have_is_told_at_the_start_with_file_and_line(
    tmp_path: Path, text: str, told: str
) -> None:
    home = find_home(str(tmp_path / "home"), {}, tmp_path)
    home.make()
    home.settings_file.write_text(text, encoding="utf-8")
    desk = Desk(home)
    assert [one for one in desk.settings_told if told in one], desk.settings_told
    async with screens(desk, size=(160, 45)) as pilot:
        assert told[-30:] in " ".join((await look(pilot)).split())
    async with screens(Desk(home), start(Desk(home)), size=(160, 45)) as pilot:
        assert told[-30:] in " ".join((await look(pilot)).split()), "also where a conversation is opened at once"


def test_two_keys_of_a_screen_may_change_places() -> None:
    found = keymap({"home.start": "a", "home.actions": "n"})
    assert found.told == ()
    assert (found.name("home", "a"), found.name("home", "n")) == ("start", "actions")


def test_no_function_key_is_needed_for_anything() -> None:
    usual = [key for key in (*(one.key for one in COMMANDS), *(one.key for one in KEYS)) if key]
    assert [key for key in usual if key[0] == "f" and key[1:].isdecimal()] == []
    assert all(len(key) == 1 or key in STEADY or key.startswith("ctrl+") for key in usual)


@pytest.mark.parametrize("where", SCREENS)
def test_no_key_means_two_things_on_one_screen(where: Where) -> None:
    keys = [key for one in KEYS if one.where == where for key in (one.key, *one.also)]
    keys += [one.key for one in COMMANDS if one.key and (where == "talk" or one.everywhere)]
    assert len(keys) == len(set(keys))
    names = [one.name for one in KEYS if one.where == where]
    assert len(names) == len(set(names))
