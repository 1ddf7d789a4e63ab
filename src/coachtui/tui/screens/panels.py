"""Panels over a screen: a page to read, an empty screen, one question. Each goes away with a key.

A panel holds its widgets and looks none up: with keys typed ahead it may be told to go while it comes, and is then mounted
without them.
"""

from asyncio import InvalidStateError
from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen, Screen

from coachtui.tui.shell.ahead import hand_on
from coachtui.tui.widgets.canvas import Canvas
from coachtui.tui.widgets.entry import EntryLine
from coachtui.tui.widgets.lines import (
    EMPTY,
    Line,
    Piece,
    Press,
    fit,
    indented,
    line,
    paragraph,
    width_of,
    wrap,
)

#: Cells that a line with a hint in it has at least.
ROOM = 16
#: Lines of a page are never longer than this.
WIDEST = 76


Answer = TypeVar("Answer")


def close(screen: Screen[Answer], answer: Answer) -> None:
    """Close a panel with its answer, once; keys typed ahead of that go to what stands below it."""
    if not screen.is_current:
        return
    try:
        screen.dismiss(answer)
    except InvalidStateError:
        # Whoever asked is gone meanwhile, with what it was doing: nobody waits for the answer, and the panel still goes.
        screen.app.pop_screen()
    hand_on(screen)


def ways_out(words: str, width: int) -> list[Line]:
    """The line that names the keys, wrapped between its parts.

    A part that begins with a letter of its own, or with Enter or Escape, is that key; a click on another is any other key.
    """
    rows: list[list[Piece]] = [[]]
    for part in words.split(" · "):
        key = part.partition(" ")[0]
        piece = Piece(part, "key", Press(key.lower() if len(key) == 1 or key in {"Enter", "Escape"} else ""))
        gap = 3 if rows[-1] else 0
        if rows[-1] and width_of(rows[-1]) + gap + piece.width > width:
            rows.append([])
        rows[-1] += [*([Piece(" · ", "key")] if rows[-1] else []), piece]
    return [tuple(row) if width_of(row) <= width else line(fit(row[0].text, width), "key", row[0].act) for row in rows]


class Page(Screen[str]):
    """Text to read. Any key closes it, and is the answer; the keys that turn pages turn them."""

    def __init__(
        self, texts: Sequence[str], closing: str = "Any key goes back.", keys: frozenset[str] = frozenset()
    ) -> None:
        """`keys`: where not empty, only these close it."""
        super().__init__()
        self._texts = tuple(texts)
        self._way_out = closing
        self._keys = keys
        self.page = Canvas("page")
        self.page_foot = Canvas("page-foot")

    def compose(self) -> ComposeResult:
        """One drawing."""
        yield self.page
        yield self.page_foot

    def on_resize(self) -> None:
        """Wrap anew."""
        width = self.size.width
        lines: list[Line] = [EMPTY]
        for text in self._texts:
            lines += paragraph(text, min(WIDEST, width - 4))
        self.page.show(indented(lines, 2))
        self.page_foot.show(indented(ways_out(self._way_out, width - 2), 2))

    def on_key(self, event: events.Key) -> None:
        """Turn pages, or close."""
        event.stop()
        self._pressed(event.key)

    def _pressed(self, key: str) -> None:
        if key == "ctrl+b":
            self.app.push_screen(Blank())
        elif key in {"pageup", "up"}:
            self.page.turn(-1)
        elif key in {"pagedown", "down"}:
            self.page.turn(1)
        elif not self._keys or key in self._keys:
            close(self, key)

    def on_canvas_chosen(self, event: Canvas.Chosen) -> None:
        """A click on the line that says there is more turns the page."""
        event.stop()
        if isinstance(event.act, Press):
            self._pressed(event.act.key)

    def on_click(self) -> None:
        """A click is a key, where any key will do."""
        if not self._keys:
            close(self, "")


class Blank(Screen[None]):
    """Nothing at all, until a key. For the moment somebody walks in."""

    def on_key(self, event: events.Key) -> None:
        """Any key brings the screen back; it does nothing else."""
        event.stop()
        close(self, None)

    def on_click(self) -> None:
        """So does a click."""
        close(self, None)


class Ask(ModalScreen[str | None]):
    """One question with one line to answer it; Escape gives None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "go_back", show=False),
        Binding("ctrl+b", "blank", show=False),
    ]
    AUTO_FOCUS = "#entry"

    def __init__(self, question: str, hint: str = "") -> None:
        super().__init__()
        self._question = question
        self._hint = hint
        self._asked = Canvas("question")
        self._prompt = Canvas("prompt")
        self._entry = EntryLine(self)
        self._below = Canvas("foot")

    def compose(self) -> ComposeResult:
        """The question above its line."""
        yield self._asked
        with Horizontal(id="line"):
            yield self._prompt
            yield self._entry
        yield self._below

    def on_mount(self) -> None:
        """Fill in the hint."""
        if self.app.size.width >= 2 * ROOM:
            self._entry.hint(self._hint)
        self._prompt.show([line("> ", "here")])
        self._below.show(indented(ways_out("Enter · Escape goes back", self.app.size.width), 1))

    def on_resize(self) -> None:
        """Wrap anew."""
        rows = wrap(self._question, min(64, self.size.width - 4))
        self._asked.show([EMPTY, *(line(f"  {row}", "question") for row in rows)])

    def action_go_back(self) -> None:
        """No answer."""
        close(self, None)

    def action_blank(self) -> None:
        """An empty screen."""
        self.app.push_screen(Blank())

    def typed(self, text: str) -> None:
        """Nothing to keep: a name or a folder is no word of the conversation."""

    def entered(self, text: str) -> None:
        """The answer."""
        close(self, text.strip())

    def pressed(self, key: str) -> bool:
        """Escape goes back."""
        if key == "escape":
            close(self, None)
            return True
        return False

    def on_canvas_chosen(self, event: Canvas.Chosen) -> None:
        """A click does what its key would."""
        event.stop()
        if event.act == Press("enter"):
            self.entered(self._entry.text)
        elif isinstance(event.act, Press):
            self.pressed(event.act.key)

    def refused(self, sentence: str) -> None:
        """Too long for a name: nothing is taken in."""
        self._below.show([line(f" {sentence}", "warn")])
