"""The parts of the session screen, drawn and arranged: updated in place, never mounted anew. Uses Textual."""

from textual.screen import Screen

from coachtui.layouts import USUAL
from coachtui.talk.view import View
from coachtui.tui.screens import frame
from coachtui.tui.screens.foot import foot
from coachtui.tui.screens.window import Window, hint, prompt, saved, shared
from coachtui.tui.steps.drawn import Room
from coachtui.tui.steps.table import draw, in_sight
from coachtui.tui.widgets.canvas import Canvas
from coachtui.tui.widgets.entry import EntryLine
from coachtui.tui.widgets.lines import indented, width_of

#: Rows of the foot that a picture is folded for, so that it does not change with each quiet word below.
FOOT = 4


class Picture:
    """Draws a view and a window on the parts of a screen."""

    def __init__(self, screen: Screen[None], view: View) -> None:
        self._screen = screen
        self._view = view
        self._rows = 0

    def _part(self, name: str) -> Canvas:
        return self._screen.query_one(f"#{name}", Canvas)

    @property
    def entry(self) -> EntryLine:
        """The entry line."""
        return self._screen.query_one("#entry", EntryLine)

    def draw(self, view: View, window: Window) -> None:
        """Draw everything anew."""
        view = self._view = view if window.peek else shared(view, window.keymap)
        width, height = self._screen.app.size
        left = 3 if width >= 76 else 1
        room = width - left - 2
        self._part("head").show([*frame.head(view, saved(window), width), *frame.trail(view, width)])
        below = foot(view, window, width)
        signs = getattr(self._screen.app, "signs", USUAL)
        rows = frame.share(
            height,
            question=len(frame.question(view, width)) + 1,
            body=height,
            entry=self.entry.rows,
            foot=max(len(below), FOOT),
        ).body
        answer = draw(view.body, room, signs, rows - len(view.remarks))
        answer = frame.around(view, answer, Room(room, rows, signs))
        self._part("body").show(indented(answer, left), in_sight(view.body, answer))
        self._part("foot").show(below)
        words = prompt(view, window, left, width)
        self._part("prompt").styles.width = width_of(words)
        self._part("prompt").show([words])
        self.entry.hint(hint(view, width))
        self._arrange()
        # The entry line's width may change with the words before it, and with the width the rows it needs.
        self._screen.call_after_refresh(self.grow)

    def grow(self) -> None:
        """Give the entry line the rows it needs, if that changed."""
        if self.entry.rows != self._rows:
            self._arrange()

    def turn(self, pages: int) -> None:
        """Turn the pages of an answer that is longer than its place."""
        self._part("body").turn(pages)

    def _arrange(self) -> None:
        """Share out the rows."""
        width, height = self._screen.app.size
        self._rows = self.entry.rows
        body, below, question = self._part("body"), self._part("foot"), self._part("question")
        rows = frame.share(
            height,
            question=len(frame.question(self._view, width)) + 1,
            body=len(body.lines),
            entry=self._rows,
            foot=len(below.lines),
        )
        question.show(frame.centred_question(self._view, width, rows.question))
        question.styles.height = rows.question
        self._part("head").styles.height = rows.head
        body.styles.height = rows.body
        self._screen.query_one("#line").styles.height = rows.entry
        below.styles.height = rows.foot
