"""Home: what to do now, the most likely thing first. It shows nobody's name.

Only what exists is offered. Looking at the disk happens beside the drawing, so the screen is there at once.
"""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen

from coachtui.desk import Desk, Overview
from coachtui.errors import UserError
from coachtui.tui.ports import Conversation
from coachtui.tui.screens.choose import Choose
from coachtui.tui.screens.looking import LookBack, reason
from coachtui.tui.screens.panels import Blank, Page
from coachtui.tui.widgets.canvas import Canvas
from coachtui.tui.widgets.lines import EMPTY, Line, Piece, Press, apart, fit, line, pad, paragraph


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do: its letter, its name, and a few words about it."""

    key: str
    name: str
    words: str


class Home(Screen[None]):
    """The first screen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+b", "blank", show=False)]

    @dataclass
    class Opened(Message):
        """A conversation was opened here."""

        conversation: Conversation

    def __init__(self, desk: Desk, today: date | None = None) -> None:
        """`today`: for tests; the present day if None."""
        super().__init__()
        self._desk = desk
        self._today = today or desk.clock().date()
        self._overview: Overview | None = None
        self._at = 0
        self._moved = False
        self._said: tuple[str, ...] = (*desk.welcome, *desk.settings_told)

    def compose(self) -> ComposeResult:
        """A drawing and a foot."""
        yield Canvas("home")
        yield Canvas("foot")

    def on_screen_resume(self) -> None:
        """Look anew, whenever this screen comes into sight."""
        self.run_worker(self._look(), exclusive=True)

    async def _look(self) -> None:
        try:
            self._overview = await asyncio.to_thread(self._desk.overview)
        except (UserError, OSError) as error:
            self._said = (f"What is kept here cannot be listed now: {reason(error)}",)
        if not self._moved:
            self._at = 0
        self._draw()

    @property
    def items(self) -> tuple[Item, ...]:
        """What can be done now."""
        seen = self._overview
        found = [Item("n", "Start", "choose a conversation")]
        if seen is not None and seen.open:
            found.insert(0, Item("c", "Continue", _open_words(seen, self._today)))
        if seen is not None and (seen.sessions or seen.unreadable):
            found.append(Item("l", "Look back", _count(seen.sessions, "conversation", "conversations")))
        rest = (
            Item("d", "Light or dark", ""),
            Item("b", "Blank", "an empty screen, until a key"),
            Item("q", "Leave", ""),
        )
        return (*found, *rest)

    def on_resize(self) -> None:
        """Drawn for the new size."""
        self._draw()

    def _draw(self) -> None:
        width = self.size.width
        if not width or not self.query("#home"):
            return  # what was looked up came too early or too late for this screen
        right = line(f"{self._today:%a %d %b}", "quiet")
        found: list[Line] = [(Piece(" "), *apart(line("coachtui", "strong"), right, width - 2)), EMPTY, EMPTY]
        for at, item in enumerate(self.items):
            found.append(_row(item, width, here=at == self._at))
        seen = self._overview
        if seen is not None and seen.open_actions:
            found += [EMPTY, *paragraph(_promises(seen.open_actions), width - 6, "quiet", first="   ")]
        if seen is not None and seen.unreadable:
            words = _count(seen.unreadable, "session file cannot be read", "session files cannot be read")
            found += paragraph(f"{words}; Look back says why.", width - 6, "warn", first="   ")
        for said in self._said:
            found += [EMPTY, *paragraph(said, width - 6, "quiet", first="   ")]
        self.query_one("#home", Canvas).show(found)
        self.query_one("#foot", Canvas).show(
            [line(fit(" Arrows and Enter, or a letter · Ctrl+Q leaves", width), "key")]
        )

    # -- keys

    def on_key(self, event: events.Key) -> None:
        """Arrows, Enter, letters."""
        items = self.items
        self._moved = True
        if event.key in {"up", "down"}:
            self._at = (self._at + (1 if event.key == "down" else -1)) % len(items)
            self._draw()
        elif event.key == "enter":
            self._do(items[min(self._at, len(items) - 1)].key)
        elif event.key in {item.key for item in items}:
            self._do(event.key)

    def on_canvas_chosen(self, event: Canvas.Chosen) -> None:
        """A click on a line does it."""
        if isinstance(event.act, Press):
            self._do(event.act.key)

    def action_blank(self) -> None:
        """An empty screen."""
        self.app.push_screen(Blank())

    def _do(self, key: str) -> None:
        doing = {
            "c": lambda: self._open(None),
            "n": lambda: self.app.push_screen(Choose(self._desk), self._begun),
            "l": lambda: self.app.push_screen(LookBack(self._desk), self._open_chosen),
            "d": self._light_or_dark,
            "b": self.action_blank,
            "q": self.app.exit,
        }
        doing[key]()

    def _light_or_dark(self) -> None:
        """The next look, for a bright room, a mirrored board, or eyes that need more of it."""
        self.run_worker(self.app.run_action("app.next_look"), group="look")

    def _begun(self, conversation: Conversation | None) -> None:
        if conversation is not None:
            self.post_message(self.Opened(conversation))

    def _open_chosen(self, session: str | None) -> None:
        if session is not None:
            self._open(session)

    def _open(self, session: str | None) -> None:
        try:
            self.post_message(self.Opened(self._desk.resume(session)))
        except UserError as error:
            self.app.push_screen(Page((str(error),)))


def _row(item: Item, width: int, *, here: bool) -> Line:
    act = Press(item.key)
    sign = "   > " if here else "     "
    words = Piece(pad(item.words, max(0, min(48, width - 26))), "quiet", act)
    name = Piece(f"{sign}{item.name:<14}", "here" if here else "strong", act)
    return (name, words, Piece(f"  {item.key}", "key", act))


def _open_words(seen: Overview, today: date) -> str:
    many = len(seen.open)
    when = _ago(seen.open[0].when, today)
    if many == 1:
        return f"one conversation is open, {when}" if when else "one conversation is open"
    return f"{many} conversations are open; the newest {when}" if when else f"{many} conversations are open"


def _ago(when: datetime | None, today: date) -> str:
    if when is None:
        return ""
    days = (today - when.astimezone().date()).days
    if days <= 0:
        return "from today"
    return "from yesterday" if days == 1 else f"from {days} days ago"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _promises(number: int) -> str:
    return _count(number, "promise to come back to", "promises to come back to")
