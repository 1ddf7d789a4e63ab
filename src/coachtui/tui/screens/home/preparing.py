"""The page before a follow-up, with names on it: it opens by a key only. Enter there begins the follow-up.

Private lines take a key more, as everywhere on a screen that two people may look at.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from time import monotonic

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from coachtui.desk.tending import Thread
from coachtui.report.prepare import prepare_lines
from coachtui.session.wording import spoken
from coachtui.tui.screens.letters import Letter, foot, keys_of, letters, press
from coachtui.tui.screens.panels import Blank, close
from coachtui.tui.screens.review.drawing import centred_rule
from coachtui.tui.widgets.canvas import Canvas
from coachtui.tui.widgets.lines import EMPTY, Line, Look, Press, in_page, indented, line

#: Lines of the page are never longer than this.
WIDEST = 90


class PreparePage(Screen[bool]):
    """What to know five minutes before the door opens; true if the follow-up begins now."""

    def __init__(self, thread: Thread) -> None:
        super().__init__()
        self._thread = thread
        self._in_sight = thread.in_sight
        self._private = False
        #: When it could be seen first: the key for private lines is the one that opens this page, and may be pressed twice.
        self._since: float | None = None
        self._page = Canvas("page")
        self._foot = Canvas("foot")

    def compose(self) -> ComposeResult:
        """One drawing and a foot."""
        yield self._page
        yield self._foot

    def on_mount(self) -> None:
        """From the first time it can be seen, every key is meant for it."""
        self.call_after_refresh(self._seen)

    def _seen(self) -> None:
        self._since = monotonic()

    def on_resize(self) -> None:
        """Written anew for the width."""
        self._draw()

    def _draw(self) -> None:
        width, day = self.size.width, self._thread.day
        if not width:
            return  # too early for this screen
        when = [line(f"You meet on {spoken(day)}.", "quiet"), EMPTY] if day else []
        page = _bold_headings(self._written(private=self._private))
        key = keys_of(self).said("prepare", "private")
        hidden = [line(f"There are private lines: {key} shows them.", "quiet"), EMPTY] if self._hides else []
        self._page.show([EMPTY, *in_page(indented([*when, *hidden, *page], 2), width)])
        self._foot.show([centred_rule(width), foot(self._letters, width)])

    def _written(self, *, private: bool) -> list[str]:
        thread = self._thread if private else self._in_sight
        most = min(WIDEST, self.size.width - 3)
        return prepare_lines(thread.past, thread.actions, thread.name, most, meeting=thread.day)

    @property
    def _hides(self) -> bool:
        """Whether something private is out of sight now."""
        return not self._private and self._written(private=True) != self._written(private=False)

    def _show_private(self) -> None:
        self._private = not self._private
        self._draw()

    def on_key(self, event: events.Key) -> None:
        """Turn pages, blank, go on or back."""
        event.stop()
        ahead = self._since is None or event.time < self._since
        press([one for one in self._letters if not (ahead and one.name == "private")], event.key)

    def on_canvas_chosen(self, event: Canvas.Chosen) -> None:
        """A click does what its key would."""
        if isinstance(event.act, Press):
            press(self._letters, event.act.key)

    @property
    def _letters(self) -> tuple[Letter, ...]:
        """What the keys do here."""
        doing: dict[str, Callable[[], object]] = {
            "begin": lambda: close(self, True),
            "page-up": lambda: self._page.turn(-1),
            "page-down": lambda: self._page.turn(1),
            "blank": lambda: self.app.push_screen(Blank()),
            "back": lambda: close(self, False),
        }
        if self._private or self._hides:
            doing["private"] = self._show_private
        return letters(keys_of(self), "prepare", doing, {"private": "{} hides private lines"} if self._private else {})


def _bold_headings(page: Sequence[str]) -> list[Line]:
    """The lines of the page; a heading, which has a rule below it, as in Review."""
    ruled = [bool(one) and set(one) == {"-"} for one in page]
    looks: list[Look] = ["quiet" if mine else "strong" if below else "" for mine, below in pairwise([*ruled, False])]
    return [line(one, look) for one, look in zip(page, looks, strict=True)]
