"""Driving the screens in tests: opening them, reading what is drawn, hand-made conversations."""

import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.support.held import holding
from tests.tui.resting import work_beside
from textual.app import App
from textual.pilot import Pilot

from coachtui.desk import Conversation, Desk
from coachtui.flow.past import NO_PAST, Past
from coachtui.framework.duty import DutyCard
from coachtui.session.models import Working
from coachtui.session.spot import Place, Spot
from coachtui.store.state import Saved, State
from coachtui.talk import CommandInfo
from coachtui.talk.commands import Deed, find, info
from coachtui.talk.view import Body, Reply, TextBody, View
from coachtui.tui import ports
from coachtui.tui.app import CoachApp
from coachtui.tui.screens.session import SessionScreen
from coachtui.tui.widgets.entry import EntryLine

GOLDENS = Path(__file__).parent / "goldens"

#: Some of the table: what of it can be done now, and a few that cannot.
HERE = ("next", "ask", "park", "undo", "redo", "tips", "blank", "quit")
COMMANDS = tuple(info(find(name), here=name in HERE) for name in ("next", "ask", "park", "take", *HERE[3:]))


def view_of(body: Body | None = None, **more: object) -> View:
    """A view with this body, and anything else that matters to a test."""
    plain = View(
        framework="GROW",
        spot=Spot("reality"),
        kind="notes",
        stage="Reality",
        title="How things are",
        trail=(),
        question="What is happening at the moment?",
        probe=1,
        probes=1,
        place=Place(),
        place_name="",
        body=body or TextBody(()),
        next_hint="next: Options",
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # the names are checked by replace itself


@dataclass
class FakeTalk:
    """A conversation that shows one view and remembers what it was told."""

    shown: View
    reply: Reply = field(default_factory=Reply)
    lines: list[str] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    went: list[Spot] = field(default_factory=list)
    past: Past = NO_PAST
    duty: DutyCard = field(default_factory=DutyCard)
    stood: list[Place] = field(default_factory=list)
    known: tuple[CommandInfo, ...] = COMMANDS

    @property
    def working(self) -> Working:
        """A session in which nothing was said: what is shown comes from the one view."""
        return holding().working

    def view(self) -> View:
        """The one view."""
        return self.shown

    def line(self, text: str) -> Reply:
        """Remember it, and answer as told."""
        self.lines.append(text)
        return self.reply

    def draft(self, text: str, spot: Spot | None = None) -> None:
        """Remember it."""
        self.drafts.append(text)

    def last(self) -> tuple[str, str] | None:
        """Nothing to mend."""
        return None

    def mend(self, thing: str, text: str) -> Reply:
        """Not asked for here."""
        raise AssertionError(f"nothing can be mended, and {thing} was: {text}")

    def forget(self, thing: str) -> Reply:
        """Take the earlier wordings of a thing away for good."""
        return Reply(said=(f"forgot {thing}",))

    def go(self, spot: Spot) -> Reply:
        """Remember it."""
        self.went.append(spot)
        return Reply(moved=True)

    def stand(self, place: Place) -> None:
        """Remember it."""
        self.stood.append(place)

    def commands(self) -> tuple[CommandInfo, ...]:
        """A few of them."""
        return self.known

    def deeds(self, thing: str) -> tuple[Deed, ...]:
        """Nothing can be done with it."""
        return ()

    def tick(self, *, beating: bool = False) -> None:
        """Time does not pass."""


@dataclass
class FakeKept:
    """A disk that says what it is told to say."""

    state: State = field(default_factory=Saved)
    on_state: Callable[[State], None] | None = None
    on_notice: Callable[[str], None] | None = None
    elsewhere: list[Path] = field(default_factory=list)
    discarded: bool = False

    def save_elsewhere(self, folder: Path) -> Path:
        """Remember where."""
        self.elsewhere.append(folder)
        return folder / "kept.json"

    def discard(self) -> None:
        """Remember that."""
        self.discarded = True


@dataclass
class FakeConversation:
    """A conversation of the two above."""

    talk: FakeTalk
    kept: FakeKept = field(default_factory=FakeKept)
    read_only: str | None = None
    notices: Sequence[str] = ()
    closes: bool = True

    def close(self, timeout: float = 10.0) -> bool:
        """Whether the disk takes it."""
        return self.closes

    def save_now(self, timeout: float) -> bool:
        """The same."""
        return self.closes


def fake(body: Body | None = None, **more: object) -> FakeConversation:
    """A conversation that shows this."""
    return FakeConversation(FakeTalk(view_of(body, **more)))


def start(desk: Desk, framework: str = "grow", *names: str) -> Conversation:
    """A real conversation, opened now."""
    return desk.start(framework, [(name, None) for name in names or ("Ann", "Bob")])


@asynccontextmanager
async def screens(
    desk: Desk | None = None, opening: ports.Conversation | None = None, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    """The app at this size, ready for keys. Toasts and tooltips are on, so that nothing in them crashes unseen."""
    work_beside()
    app = CoachApp(desk, opening)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        yield pilot
    app.let_go()


async def settled(pilot: Pilot[None]) -> None:
    """Everything drawn, and no worker still looking at the disk."""
    waiting = [worker for worker in pilot.app.workers if worker.name == "_look"]
    await pilot.app.workers.wait_for_complete(waiting)
    await pilot.pause()


async def look(pilot: Pilot[None]) -> str:
    """What stands on the screen when everything has come to rest, as text."""
    before, app = "", pilot.app
    while (now := seen(app)) != before or app.screen._layout_required or app.screen._compositor.size != app.size:
        before = now
        await pilot.pause()
    return now


def seen(app: App[None]) -> str:
    """What stands on the screen this very moment. The one place that knows Textual's private name for it."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


async def until(pilot: Pilot[None], right: Callable[[str], bool]) -> str:
    """What stands on the screen once it is as it should be, however late a thread brings it. Never: the test's own end."""
    while not right(shown := " ".join((await look(pilot)).split())):
        await pilot.pause(0.01)
    return shown


def entry(app: App[None]) -> EntryLine:
    """The entry line of the screen in front."""
    return app.screen.query_one("#entry", EntryLine)


async def say(pilot: Pilot[None], *lines: str) -> None:
    """Type lines, each with its Enter. The text is put in at once: what keys do has tests of its own."""
    for text in lines:
        if text:
            entry(pilot.app).insert(text)
        await pilot.press("enter")


async def go_on(pilot: Pilot[None], times: int = 1) -> None:
    """Enter on an empty line, and again."""
    for _ in range(times):
        await pilot.press("enter", "enter")


def talk_of(app: App[None]) -> SessionScreen:
    """The session screen in front."""
    assert isinstance(app.screen, SessionScreen), app.screen
    return app.screen


def golden(name: str, drawn: str) -> None:
    """Compare with the file; COACHTUI_GOLDENS=write writes it instead, for a person to read in the difference."""
    path = GOLDENS / f"{name}.txt"
    if os.environ.get("COACHTUI_GOLDENS") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(drawn + "\n", encoding="utf-8")
    assert drawn + "\n" == path.read_text(encoding="utf-8")
