"""Panels over a screen: a page to read, an empty screen, one question. Each goes away with a key.

A panel holds its widgets and looks none up: with keys typed ahead it may be told to go while it comes, and is then mounted
without them.
"""

import re
from asyncio import InvalidStateError
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Offset
from textual.screen import ModalScreen, Screen

from coachtui.talk.table import Where
from coachtui.tui.screens.letters import Letter, keys_of, letters, press
from coachtui.tui.widgets.canvas import Canvas, dragged
from coachtui.tui.widgets.entry import EntryLine
from coachtui.tui.widgets.lines import (
    EMPTY,
    Line,
    Piece,
    Press,
    fit,
    indented,
    line,
    page,
    paragraph,
    width_of,
    wrap,
)

#: Cells that a line with a hint in it has at least.
ROOM = 16
#: Lines of a page are never longer than this.
WIDEST = 76
#: The first half of a line that stands in two columns.
IN_TWO = re.compile(r"\S+( \S+)*  +(?=\S)")


Answer = TypeVar("Answer")


def close(screen: Screen[Answer], answer: Answer) -> None:
    """Close a panel with its answer, once."""
    if not screen.is_current:
        return
    try:
        screen.dismiss(answer)
    except InvalidStateError:
        # Whoever asked is gone meanwhile, with what it was doing: nobody waits for the answer, and the panel still goes.
        screen.app.pop_screen()


def hanging(text: str) -> int:
    """How far a line of a page stands in where it is wrapped: where what is told of a key or a command begins."""
    found = IN_TWO.match(text)
    return found.end() if found is not None and found.end() <= WIDEST // 2 else 0


def ways_out(known: Sequence[Letter], width: int) -> list[Line]:
    """The line that names the keys, wrapped between its parts; a click on one presses it."""
    rows: list[list[Piece]] = [[]]
    for one in known:
        if not one.foot:
            continue
        piece = Piece(one.foot, "key", Press(one.key))
        gap = 3 if rows[-1] else 0
        if rows[-1] and width_of(rows[-1]) + gap + piece.width > width:
            rows.append([])
        rows[-1] += [*([Piece(" · ", "key")] if rows[-1] else []), piece]
    return [tuple(row) if width_of(row) <= width else line(fit(row[0].text, width), "key", row[0].act) for row in rows]


class Page(Screen[str]):
    """Text to read. Any key closes it; the keys that turn pages turn them. The answer is the name of what was chosen."""

    def __init__(self, texts: Sequence[str], offer: Mapping[str, str] | None = None, where: Where = "page") -> None:
        """`offer`: what can be chosen, by its name in the table of `where`, each with its words, or none for the table's.

        Where `back` is among it, no other key closes the page.
        """
        super().__init__()
        self._texts = tuple(texts)
        self._offer = offer or {}
        self._where: Where = where
        self._held: Offset | None = None
        self.page = Canvas("page")
        self.page_foot = Canvas("page-foot")

    def compose(self) -> ComposeResult:
        """One drawing."""
        yield self.page
        yield self.page_foot

    def on_resize(self) -> None:
        """Wrap anew."""
        left, width = page(self.size.width)
        lines: list[Line] = [EMPTY]
        for text in self._texts:
            lines += paragraph(text, min(WIDEST, width - 4), rest=" " * hanging(text))
        self.page.show(indented(lines, left + 2))
        self.page_foot.show(indented(ways_out(self._letters, width - 2), left + 2))

    @property
    def _letters(self) -> tuple[Letter, ...]:
        """What the keys do here."""

        def answer(name: str) -> Callable[[], object]:
            return lambda: close(self, name)

        doing = {"page-up": lambda: self.page.turn(-1), "page-down": lambda: self.page.turn(1)}
        others = {} if "back" in self._offer else {"close": answer("close")}
        chosen = {name: answer(name) for name in self._offer}
        words = {name: said for name, said in self._offer.items() if said}
        return letters(keys_of(self), self._where, {**doing, **chosen, **others}, words)

    def on_key(self, event: events.Key) -> None:
        """Turn pages, or close."""
        event.stop()
        self._pressed(event.key)

    def _pressed(self, key: str) -> None:
        known = self._letters
        if not press(known, key):
            press(known, "any")

    def on_canvas_chosen(self, event: Canvas.Chosen) -> None:
        """A click on the line that says there is more turns the page."""
        event.stop()
        if isinstance(event.act, Press):
            self._pressed(event.act.key)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where."""
        self._held = event.screen_offset

    def on_click(self, event: events.Click) -> None:
        """A click is a key, where any key will do; a drag is none."""
        held, self._held = self._held, None
        if not dragged(held, event):
            press(self._letters, "any")


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

    AUTO_FOCUS = "#entry"

    def __init__(self, question: str, hint: str = "", about: str = "") -> None:
        """`about`: a quiet word above it on what the question belongs to."""
        super().__init__()
        self._question = question
        self._about = about
        self._hint = hint
        self._asked = Canvas("question")
        self._prompt = Canvas("prompt")
        self._entry = EntryLine(self, one_line=True)
        self._line = Horizontal(self._prompt, self._entry, id="line")
        self._below = Canvas("foot")

    def compose(self) -> ComposeResult:
        """The question above its line."""
        yield self._asked
        yield self._line
        yield self._below

    def on_mount(self) -> None:
        """Fill in the hint."""
        if self.app.size.width >= 2 * ROOM:
            self._entry.hint(self._hint)
        self._prompt.show([line("> ", "here")])
        self._below.show(indented(ways_out(self._letters, self.app.size.width), 1))

    def on_resize(self) -> None:
        """Wrap anew."""
        left, width = page(self.size.width)
        rows = [line(row, "question") for row in wrap(self._question, min(64, width - 4))]
        about = paragraph(self._about, min(64, width - 4), "quiet") if self._about else []
        self._asked.show([EMPTY, *indented([*about, *rows], left + 2)])
        self._line.styles.padding = (0, left + 2)

    @property
    def _letters(self) -> tuple[Letter, ...]:
        """What the keys do here."""
        doing = {"answer": lambda: self.entered(self._entry.text), "back": lambda: close(self, None)}
        return letters(keys_of(self), "question", doing)

    def typed(self, text: str) -> None:
        """Nothing to keep: a name or a folder is no word of the conversation."""

    def entered(self, text: str) -> None:
        """The answer."""
        close(self, text.strip())

    def pressed(self, key: str) -> bool:
        """Escape goes back."""
        return press(self._letters, key)

    def on_canvas_chosen(self, event: Canvas.Chosen) -> None:
        """A click does what its key would."""
        event.stop()
        if isinstance(event.act, Press):
            self.pressed(event.act.key)

    def refused(self, sentence: str) -> None:
        """Too long for a name: nothing is taken in."""
        self._below.show([line(f" {sentence}", "warn")])
