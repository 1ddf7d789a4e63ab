"""What is pictured: the real app, opened on the invented conversations, at the moments a reader should see."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from rich.segment import Segment
from textual.pilot import Pilot

from coachtui.desk import Conversation
from coachtui.tui.app import CoachApp
from coachtui.tui.looks.paints import INK, PAINTS, PAPER, Name
from pictures.conversations import ALL, CIRCLES, GROW, PAY_OFF, WORKING_WELL
from pictures.playing import Script, Table, table
from pictures.svg import Page, drawn

#: So often it is looked whether a screen has come to rest.
PATIENCE: Final = 2000


#: What is waiting on Home to be gone on with.
OPEN: Final = replace(PAY_OFF, name="waiting", people=("Jo", "Kit"), begins="2026-11-20T16:30:00+00:00")


@dataclass(frozen=True)
class Shot:
    """One picture.

    Attributes:
        name: its file, without the ending.
        title: what it shows.
        size: columns and rows.
        script: the conversation that is open; Home where there is none.
        stop: where that conversation stands: its lines up to this step and what follows in `lines`.
        lines: what is said there before the picture is taken.
        keys: what is pressed before the picture is taken.
        look: the theme.
    """

    name: str
    title: str
    size: tuple[int, int] = (80, 24)
    script: Script | None = None
    stop: str = ""
    lines: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    look: Name = "dark"


SHOTS: Final = (
    Shot("home", "Home: what to do now, and nobody's name"),
    Shot("choose", "Choose: what would help most today", (100, 30), keys=("n",)),
    Shot("choose-light", "Choose, in the light theme", (100, 30), keys=("n",), look="light"),
    Shot(
        "question",
        "A question with three columns, in the middle of a conversation",
        script=PAY_OFF,
        stop="blocks",
        lines=(
            "I stand at the door and let people tell me things",
            "I gave up the reading in October",
            "",
            "Four of them come straight from PE",
        ),
    ),
    Shot(
        "question-light",
        "The same question, in the light theme, with the coach's strip",
        (100, 30),
        script=PAY_OFF,
        stop="blocks",
        lines=("I stand at the door and let people tell me things", "", "Four of them come straight from PE"),
        keys=("ctrl+g",),
        look="light",
    ),
    Shot("commands", "The commands, opened with a slash", script=GROW, stop="options", keys=("/",)),
    Shot(
        "circles",
        "Perspective circles: one moment, seen from another chair",
        (100, 30),
        script=CIRCLES,
        stop="them",
        lines=(
            "I am disappointed; I had told my class",
            "told",
            "",
            "I see somebody reading it from a sheet, fast",
            "guess",
        ),
    ),
    Shot(
        "rows",
        "What's working well, so-so, and not: a note a line",
        (100, 30),
        script=WORKING_WELL,
        stop="what-made-it",
        lines=("/back",),
        look="light",
    ),
    Shot("actions", "Actions: what is promised and not done, in all conversations", (100, 30), keys=("a",)),
    Shot("review", "Review: a conversation that is over, to read", (100, 30), keys=("l", "down", "down", "enter")),
    Shot("ratings", "A number on a ruler", script=GROW, stop="commitment", lines=("8",)),
    Shot("no-colour", "Without colours: weights and signs say the same", script=GROW, stop="goal", look="plain"),
    Shot("contrast", "High contrast", script=GROW, stop="goal", look="contrast"),
)


def _until(script: Script, step: str) -> list[str]:
    """The lines of a script before this step, and the way to it."""
    found: list[str] = []
    for line in script.lines.strip("\n").split("\n"):
        found.append(line)
        if line == f"@{step}":
            return found
    return [*found[:-1], f"@{step}"]


def _opened(at: Table, shot: Shot) -> Conversation | None:
    if shot.script is None:
        for script in ALL:
            at.hold(script)
        half = at.begin(OPEN)
        at.say(half, _until(OPEN, "ideal"))
        half.close()
        at.time.now = datetime.fromisoformat("2026-11-21T09:30:00+00:00")
        at.desk.welcome = ()
        return None
    held = at.begin(shot.script)
    at.say(held, [*_until(shot.script, shot.stop), *shot.lines])
    return held


async def resting(pilot: Pilot[None]) -> None:
    """Wait until what is shown stays as it is, and nothing is being looked up."""
    before: object = None
    for _ in range(PATIENCE):
        now, looking = _screen(pilot), any(one.is_running and one.name == "_look" for one in pilot.app.workers)
        if now == before and not looking:
            return
        before = now
        for _ in range(3):
            await pilot.pause(0.01 if looking else None)
    raise TimeoutError("The screen does not come to rest.")


def _screen(pilot: Pilot[None]) -> list[list[Segment]]:
    """What stands on the screen. Knows Textual's private name for it."""
    return [list(strip) for strip in pilot.app.screen._compositor.render_strips()]


async def _take(shot: Shot, folder: Path) -> list[list[Segment]]:
    at = table(folder)
    held = _opened(at, shot)
    app = CoachApp(at.desk, held)
    try:
        return await _pictured(app, shot)
    finally:
        app.let_go()


async def _pictured(app: CoachApp, shot: Shot) -> list[list[Segment]]:
    async with app.run_test(size=shot.size) as pilot:
        app.wear(shot.look)
        await resting(pilot)
        for key in shot.keys:
            await pilot.press(key)
            await resting(pilot)
        return _screen(pilot)


@contextmanager
def _away() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        yield Path(folder)


def lines_of(shot: Shot) -> list[list[Segment]]:
    """What stands on the screen at the moment of the picture, row by row."""
    with _away() as folder:
        return asyncio.run(_take(shot, folder))


def words_of(lines: list[list[Segment]]) -> str:
    """The same as text."""
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)


def picture(shot: Shot, lines: list[list[Segment]]) -> str:
    """The SVG of it."""
    colours = (INK[shot.look].colour, PAPER[shot.look].colour, PAINTS["edge"][shot.look].colour)
    return drawn(Page(f"coachtui. {shot.title}", *colours), lines, shot.size[0])
