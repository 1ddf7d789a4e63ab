"""The parts of the session screen, made once, drawn and arranged in place, never mounted anew. Uses Textual."""

from collections.abc import Iterator

from textual.containers import Horizontal
from textual.screen import Screen
from textual.widget import Widget

from coachtui.layouts import USUAL
from coachtui.talk.view import View
from coachtui.tui.screens import frame
from coachtui.tui.screens.foot import foot
from coachtui.tui.screens.window import Window, hint, prompt, saved, shared
from coachtui.tui.steps.drawn import Room
from coachtui.tui.steps.table import draw, in_sight, is_drawn
from coachtui.tui.widgets.canvas import Canvas
from coachtui.tui.widgets.entry import EntryLine, EntryOwner
from coachtui.tui.widgets.lines import indented, page, width_of


class Picture:
    """Draws a view and a window on the parts of a screen."""

    def __init__(self, screen: Screen[None], owner: EntryOwner, view: View) -> None:
        """`owner`: who the entry line reports to."""
        self._screen = screen
        self._view = view
        self._rows = 0
        self._said = frame.FOOT
        self._head = Canvas("head")
        self._question = Canvas("question")
        self._body = Canvas("body", ends=True)
        self._prompt = Canvas("prompt")
        self.entry = EntryLine(owner)
        self._line = Horizontal(self._prompt, self.entry, id="line")
        self._foot = Canvas("foot")

    def parts(self) -> Iterator[Widget]:
        """From top to bottom: head, question, answer, entry line, foot."""
        yield from (self._head, self._question, self._body, self._line, self._foot)

    def draw(self, view: View, window: Window) -> None:
        """Draw everything anew."""
        view = self._view = view if window.peek else shared(view, window.keymap)
        width, height = self._screen.app.size
        left, beside = frame.beginning(width), page(width)[0]
        room = width - left - beside - 2
        self._head.show([*frame.head(view, saved(window), width), *frame.trail(view, width)])
        below = foot(view, window, width)
        signs = getattr(self._screen.app, "signs", USUAL)
        if window.menu is None:
            self._said = max(len(below), frame.FOOT)
        # What comes and goes while one types, a second row or the menu, takes rows away and not the shape of the picture.
        rows = frame.share(
            height, question=len(frame.question(view, width)) + 1, body=height, entry=1, foot=self._said
        ).body
        answer = frame.around(view, lambda most: draw(view.body, room, signs, most), Room(room, rows, signs))
        # A menu covers a drawing from below and moves nothing of it; of a list the end stays, where the newest is.
        stays = window.menu is not None and is_drawn(view.body) and len(answer) <= rows
        self._body.show(indented(answer, left), 0 if stays else in_sight(view.body, answer))
        self._foot.show(below)
        words = prompt(view, window, left, width)
        self._line.styles.padding = (0, beside, 0, 0)
        self._prompt.styles.width = width_of(words)
        self._prompt.show([words])
        self.entry.hint(hint(view, window, width))
        self._arrange()
        # The entry line's width may change with the words before it, and with the width the rows it needs.
        self._screen.call_after_refresh(self.grow)

    def grow(self) -> None:
        """Give the entry line the rows it needs, if that changed."""
        if self.entry.rows != self._rows:
            self._arrange()

    def turn(self, pages: int) -> None:
        """Turn the pages of an answer that is longer than its place."""
        self._body.turn(pages)

    def _arrange(self) -> None:
        """Share out the rows."""
        width, height = self._screen.app.size
        self._rows = self.entry.rows
        body, below, question = self._body, self._foot, self._question
        rows = frame.share(
            height,
            question=len(frame.question(self._view, width)) + 1,
            body=len(body.lines),
            entry=self._rows,
            foot=len(below.lines),
        )
        question.show(frame.placed_question(self._view, width, rows))
        question.styles.height = rows.question
        self._head.styles.height = rows.head
        body.styles.height = rows.body
        self._line.styles.height = rows.entry
        below.styles.height = rows.foot
