"""Looking back: all conversations by date and format. Names and topics appear only after a key."""

import asyncio
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from coachtui.desk import Desk
from coachtui.errors import UserError
from coachtui.library.shelf import Book
from coachtui.session.models import Session
from coachtui.store.words import because
from coachtui.tui.screens import sheet
from coachtui.tui.screens.panels import Blank, Page
from coachtui.tui.widgets.canvas import Canvas
from coachtui.tui.widgets.lines import EMPTY, Line, Piece, Press, cut, fit, line, pad, paragraph

KEYS = " Enter opens it · n names · Escape goes back"


class LookBack(Screen[str | None]):
    """The list of conversations; gives the id of the one to open, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("ctrl+b", "blank", show=False),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._books: tuple[Book, ...] | None = None
        self._at = 0
        self._names = False

    def compose(self) -> ComposeResult:
        """A drawing and a foot."""
        yield Canvas("home")
        yield Canvas("foot")

    def on_mount(self) -> None:
        """Read the shelf beside the drawing."""
        self.run_worker(self._look())

    async def _look(self) -> None:
        try:
            shelf = await asyncio.to_thread(self._desk.shelf)
        except (UserError, OSError) as error:
            await self.app.push_screen_wait(Page((f"What is kept here cannot be listed now: {reason(error)}",)))
            self.dismiss(None)
            return
        # Reading the models takes longest, so it happens in the thread too.
        self._books = await asyncio.to_thread(
            lambda: tuple(book for book in shelf.books if book.session or book.reason)
        )
        self._draw()

    def on_resize(self) -> None:
        """Drawn for the new size."""
        self._draw()

    def action_blank(self) -> None:
        """An empty screen."""
        self.app.push_screen(Blank())

    def _draw(self) -> None:
        width, height = self.size
        if not width or not self.query("#home"):
            return  # what was looked up came too early or too late for this screen
        found: list[Line] = [line(" Look back", "strong"), EMPTY]
        if self._books is not None:
            if not self._books:
                found.append(line("   No conversation yet.", "quiet"))
            room = max(1, height - 4)
            first = max(0, min(self._at - room // 2, len(self._books) - room))
            for at, book in enumerate(self._books[first : first + room], first):
                found += _row(book, width, here=at == self._at, names=self._names, number=at)
        self.query_one("#home", Canvas).show(found)
        self.query_one("#foot", Canvas).show([line(fit(KEYS, width), "key")])

    def on_key(self, event: events.Key) -> None:
        """Arrows, Enter, and n for names."""
        books = self._books or ()
        if event.key == "n":
            self._names = not self._names
        elif event.key in {"up", "down", "pageup", "pagedown"} and books:
            by = {"up": -1, "down": 1, "pageup": -10, "pagedown": 10}[event.key]
            self._at = max(0, min(len(books) - 1, self._at + by))
        elif event.key == "enter" and books:
            self._choose(self._at)
            return
        self._draw()

    def on_canvas_chosen(self, event: Canvas.Chosen) -> None:
        """A click opens."""
        if isinstance(event.act, Press) and self._books:
            self._choose(int(event.act.key))

    def _choose(self, at: int) -> None:
        """Go on with an open one. A closed one is shown, and stays closed unless it is asked to be opened again."""
        session = (self._books or ())[at].session
        if session is None:
            return
        if session.ended is None:
            self.dismiss(session.id)
        else:
            self.app.push_screen(sheet.closed(session), lambda key: self._read(session.id, key))

    def _read(self, session: str, key: str | None) -> None:
        if key == "o":
            self.dismiss(session)


def _row(book: Book, width: int, *, here: bool, names: bool, number: int) -> list[Line]:
    sign = " > " if here else "   "
    when = f"{book.when.astimezone():%d %b %Y}" if book.when else "no date"
    session = book.session
    if session is None:
        return [
            line(fit(f"{sign}{when:<13}cannot be read", width), "warn"),
            *paragraph(book.reason, width - 6, "quiet", first="      "),
        ]
    state = "open" if session.started and not session.ended else "planned" if not session.started else ""
    people = ", ".join(person.name for person in session.people) if names else ""
    act = Press(str(number))
    pieces = (
        Piece(f"{sign}{when:<13}", "here" if here else "", act),
        Piece(pad(session.framework.name, 28), "here" if here else "strong", act),
        Piece(pad(state, 8), "good", act),
        Piece(_told(session, people), "quiet", act),
    )
    return [cut(pieces, width - 1)]


def reason(error: Exception) -> str:
    """What went wrong with the folder of sessions, as a sentence."""
    return f"{because(error)}." if isinstance(error, OSError) else str(error)


def _told(session: Session, people: str) -> str:
    return people or f"{session.minutes} min"
