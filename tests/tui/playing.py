"""Plays a whole conversation as two people would: from Home to the thanks and back, by keys, by mouse, or in lines.

What they say is plain data, a tuple of lines. An empty line goes on. A line with clicks beside it, `(line, click, ...)`, is
typed by whoever plays by keys; whoever plays by mouse types nothing and clicks on these words, one after the other, in the
place where they stand on the screen. Of the words of a click

    `>|no`           the letter behind the stroke is clicked, and not the first
    `^Scene`         the first place where they stand is meant, and not the last
    `scale: 8`       this number on the scale is meant
    `/undo`          the row of this command in the menu of commands is meant
    `+ some words`   are no click: they are put into the entry line, and kept by clicking on Enter
    `= some words`   the same, in the place of what stands there

All others are a line's own words. Nothing here looks behind the screen but to know that a question has changed.
"""

import io
import json
import os
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.cells import cell_len
from tests.support.fixed_run import counting
from tests.tui.conftest import NOW
from tests.tui.support import entry, look, screens, talk_of, until
from textual.app import App
from textual.pilot import Pilot

from coachtui.desk import Desk, Wish
from coachtui.plain import Console, LineMode, Lines
from coachtui.store.home import find_home
from coachtui.tui.screens.choose import Choose
from coachtui.tui.screens.home import Home
from coachtui.tui.screens.panels import Ask, Page
from coachtui.tui.screens.session import SessionScreen

Said = str | tuple[str, ...]

#: The most pages of a menu that are turned to find a command.
PAGES = 12


@dataclass(frozen=True)
class Talk:
    """One conversation.

    Attributes:
        name: what a table calls it.
        framework: its id.
        wish: the words it stands under on the wall of Choose.
        word: one of them by which it is found.
        names: coachee and coach; an empty one is left out.
        minutes: how long it is to take, as the wall says it for half an hour.
        lines: what is said.
        begins: when.
        first: the first of the counted ids.
        follows: it follows what was held in the same home before, with the same people.
    """

    name: str
    framework: str
    wish: str
    word: str
    names: tuple[str, str]
    minutes: int
    lines: tuple[Said, ...]
    begins: datetime = NOW
    first: int = 1
    follows: bool = False

    @property
    def typed(self) -> list[str]:
        """The lines as they are typed."""
        return [one if isinstance(one, str) else one[0] for one in self.lines]


def desk_for(home: Path, talk: Talk, theme: str = "") -> Desk:
    """A desk over this home, at the moment the conversation begins. Time stands still and ids are counted."""
    home.mkdir(exist_ok=True)
    if theme:
        (home / "coachtui.toml").write_text(f'theme = "{theme}"\n', encoding="utf-8")
    found = find_home(str(home), os.environ, home)
    return Desk(found, clock=lambda: talk.begins, mint=counting(talk.first), ticks=lambda: 0.0)


def left_in(home: Path, session: str) -> dict[str, Any]:
    """The session file, but for the number of the last write."""
    (path,) = (one for one in home.glob("sessions/*/*.json") if session[:4] in one.name)
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    assert document["id"] == session
    assert document["ended"], "it was held to its end"
    return {**document, "seq": None}


def in_lines(home: Path, talk: Talk) -> dict[str, Any]:
    """Hold it in the line mode; the session file it leaves."""
    desk = desk_for(home, talk)
    held = desk.start(
        talk.framework,
        [] if talk.follows else [(talk.names[0], _chair(desk, talk, 0)), (talk.names[1], _chair(desk, talk, 1))],
        Wish(talk.minutes, asked=True),
        follow="last" if talk.follows else None,
    )
    out, err = io.StringIO(), io.StringIO()
    console = Console(Lines(io.StringIO("".join(f"{line}\n" for line in talk.typed))), out, err)
    assert LineMode(held, console).run() == 0
    assert not err.getvalue(), err.getvalue()
    return left_in(home, held.id)


def _chair(desk: Desk, talk: Talk, number: int) -> str:
    framework = desk.catalogue.get(talk.framework)
    return (framework.coachee, framework.coach)[number]


# -- what is on the screen


def place_of(shown: str, words: str) -> tuple[int, int] | None:
    """Where to click for these words: column and row, counted from 0. None where they do not stand there."""
    if words.startswith("scale: "):
        return _on_scale(shown, words.removeprefix("scale: "))
    first, words = words.startswith("^"), words.removeprefix("^")
    before, stroke, behind = words.partition("|")
    wanted = before + behind
    whole = (
        (r"(?<!\w)" if wanted[:1].isalnum() else "") + re.escape(wanted) + (r"(?!\w)" if wanted[-1].isalnum() else "")
    )
    found = [
        (cell_len(row[: hit.start() + (len(before) if stroke else 0)]), y)
        for y, row in enumerate(shown.split("\n"))
        for hit in re.finditer(whole, row)
    ]
    return found[0 if first else -1] if found else None


def _on_scale(shown: str, number: str) -> tuple[int, int] | None:
    """A number on a scale; where there are several, on the one that is asked now."""
    rows = list(enumerate(shown.split("\n")))
    scales = [(y, row) for y, row in rows if re.search(r"\b1\b.*\b2\b.*\b3\b.*\b4\b.*\b5\b", row)]
    for y, row in [one for one in scales if "> " in one[1]] or scales:
        if hit := re.search(rf"\b{number}\b", row):
            return cell_len(row[: hit.start()]), y
    return None


async def click_on(pilot: Pilot[None], words: str) -> None:
    """Find these words on the screen and click on them, as a person does."""
    shown = await look(pilot)
    place = place_of(shown, words)
    assert place is not None, f"nothing on the screen says {words!r}:\n{shown}"
    await pilot.click(offset=place)


# -- playing


@dataclass
class Keys:
    """The keys that were pressed beyond the words themselves, each under what it was pressed for."""

    pressed: list[tuple[str, str]] = field(default_factory=list)
    each: Counter[int] = field(default_factory=Counter)
    notes: int = 0
    questions: int = 0

    def many(self, what: str) -> int:
        """How many were pressed for this."""
        return sum(one == what for one, _ in self.pressed)

    def row(self, name: str) -> str:
        """One row of the table; see `HEAD`."""
        around = self.many("start") + self.many("end") + self.many("page")
        kept, went = self.many("note"), self.many("question")
        return f"{name:22}{self.notes:7}{kept:7}{self.questions:11}{went:7}{max(self.each, default=0):9}{around:8}"


#: Notes and their keys, questions gone on from and their keys, the most keys for one, keys from Home and back.
HEAD = "format                  notes   keys  questions   keys  at most  around"


class Player:
    """Whoever sits at the screen."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        self.keys = Keys()
        self.app: App[None] = pilot.app

    async def start(self, talk: Talk) -> None:
        """From Home to the first question."""
        raise NotImplementedError

    async def say(self, said: Said) -> None:
        """One line."""
        raise NotImplementedError

    async def leave(self) -> None:
        """From the thanks to Home."""
        raise NotImplementedError

    def _goes_on(self, told: str) -> None:
        assert isinstance(self.app.screen, SessionScreen), told

    async def play(self, talk: Talk) -> str:
        """The whole of it; the session's id."""
        await self.start(talk)
        await until(self.pilot, lambda _: isinstance(self.app.screen, SessionScreen))
        held = talk_of(self.app)._talk
        for number, said in enumerate(talk.lines, 1):
            self._goes_on(f"it ended before line {number}, {said!r}")
            before = (held.view().spot, held.view().place, held.view().place_name)
            await self.say(said)
            if said:
                assert not talk_of(self.app)._window.problem, (said, talk_of(self.app)._window.problem)
            elif not isinstance(self.app.screen, Page):
                now = held.view()
                assert before != (now.spot, now.place, now.place_name), f"line {number} went nowhere from {before}"
        assert "Thank you both." in await look(self.pilot), talk_of(self.app)._talk.view().spot
        await self.leave()
        await until(self.pilot, lambda _: isinstance(self.app.screen, Home))
        return held.working.session.id


class ByKeys(Player):
    """Types, and presses Enter. The words are put in at once: what letters do has tests of its own."""

    async def press(self, what: str, *keys: str) -> None:
        """Press keys, and count them."""
        self.keys.pressed += [(what, key) for key in keys]
        await self.pilot.press(*keys)

    async def _type(self, what: str, words: str) -> None:
        entry(self.app).insert(words)
        await self.press(what, "enter")

    async def start(self, talk: Talk) -> None:
        """Start is the first thing on Home; a format is found by a word of it."""
        if talk.follows:
            await self.press("start", "p")
            await until(self.pilot, lambda shown: "begins the follow-up" in shown)
            await self.press("start", "enter", "enter")
            return
        await self.press("start", "enter", "slash")
        await self.pilot.press(*talk.word)
        await self.press("start", "enter")
        for name in talk.names:
            await until(self.pilot, lambda _: isinstance(self.app.screen, Ask))
            await self._type("start", name)

    async def say(self, said: Said) -> None:
        """Enter keeps a line; on the empty line it goes on when it is pressed again."""
        words = said if isinstance(said, str) else said[0]
        if words:
            self.keys.notes += 1
            await self._type("note", words)
        else:
            self.keys.questions += 1
            before = len(self.keys.pressed)
            await self.press("question", "enter", "enter")
            self.keys.each[len(self.keys.pressed) - before] += 1
        if words and isinstance(self.app.screen, Page):
            await self.press("page", "enter")

    async def leave(self) -> None:
        """Any key."""
        await self.press("end", "enter")


class ByMouse(Player):
    """Clicks. What must be typed is put in, and kept by a click on Enter."""

    async def click(self, words: str) -> None:
        """One click, or what stands for several."""
        if words.startswith(("+ ", "= ")):
            await self._put_in(words[2:], instead=words.startswith("="))
        elif words.startswith("/") and words[1:].isalpha():
            await self._command(words)
        else:
            await click_on(self.pilot, words)

    async def _put_in(self, words: str, *, instead: bool = False) -> None:
        if instead:
            entry(self.app).clear()
        entry(self.app).insert(words)
        await click_on(self.pilot, "Enter")

    async def _command(self, name: str) -> None:
        await click_on(self.pilot, "/ commands")
        for _ in range(PAGES):
            if place_of(await look(self.pilot), name):
                break
            await click_on(self.pilot, "Up and Down choose")
        await click_on(self.pilot, name)

    async def start(self, talk: Talk) -> None:
        """Home, the wall, the names."""
        if talk.follows:
            await self.click("Prepare")
            await until(self.pilot, lambda shown: "begins the follow-up" in shown)
            await self.click("Enter begins the follow-up")
            await until(self.pilot, lambda _: isinstance(self.app.screen, Choose))
            await self.click("Enter starts")
            return
        await self.click("Start")
        await self.click(talk.wish)
        if isinstance(self.app.screen, Choose):
            await self.click("Enter starts")
        for name in talk.names:
            await until(self.pilot, lambda _: isinstance(self.app.screen, Ask))
            await (self._put_in(name) if name else self.click("|Enter goes on"))

    async def say(self, said: Said) -> None:
        """Clicks where there are any; else the words are put in."""
        if isinstance(said, tuple):
            for words in said[1:]:
                await self.click(words)
        elif said:
            await self._put_in(said)
        else:
            await self.click("empty Enter")
            await self.click("Enter closes it" if "Enter closes it" in await look(self.pilot) else "Enter goes on")

    async def leave(self) -> None:
        """What stands at the foot of the thanks."""
        await self.click("any other key goes back")


@asynccontextmanager
async def at_home(
    home: Path, talk: Talk, size: tuple[int, int], theme: str, player: Callable[[Pilot[None]], Player]
) -> AsyncIterator[Player]:
    """Somebody at Home, in a terminal of this size."""
    async with screens(desk_for(home, talk, theme), size=size) as pilot:
        yield player(pilot)


async def played(
    home: Path, talk: Talk, size: tuple[int, int], theme: str, player: Callable[[Pilot[None]], Player]
) -> tuple[dict[str, Any], Keys]:
    """Play it from Home and back: the session file it leaves, and the keys that were pressed."""
    async with at_home(home, talk, size, theme, player) as somebody:
        session = await somebody.play(talk)
    return left_in(home, session), somebody.keys
