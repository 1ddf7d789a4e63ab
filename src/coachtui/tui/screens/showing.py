"""The half of the session screen that shows: its parts, what became of a line, the pages over it. Uses Textual.

What keys and clicks do is `session`'s; here is what is seen of it.
"""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen

from coachtui.talk.view import Reply, View
from coachtui.tui.ports import Conversation
from coachtui.tui.screens import sheet
from coachtui.tui.screens.panels import Blank, Page
from coachtui.tui.screens.picture import Picture
from coachtui.tui.screens.window import Window
from coachtui.tui.widgets.canvas import Canvas
from coachtui.tui.widgets.entry import EntryLine


class Showing(Screen[None]):
    """A screen that shows a conversation."""

    def __init__(self, conversation: Conversation) -> None:
        super().__init__()
        self._open = conversation
        self._talk = conversation.talk
        self._view: View = self._talk.view()
        self._window = Window(conversation.kept.state, conversation.read_only)
        self._window.tell(*conversation.notices, problem=conversation.read_only or "")
        self._picture = Picture(self, self._view)

    def compose(self) -> ComposeResult:
        """Top, question, answer, entry line, foot."""
        yield Canvas("head")
        yield Canvas("question")
        yield Canvas("body", ends=True)
        with Horizontal(id="line"):
            yield Canvas("prompt")
            yield EntryLine(self)
        yield Canvas("foot")

    def typed(self, text: str) -> None:
        """The entry line reads so now."""
        raise NotImplementedError

    def entered(self, text: str) -> None:
        """Enter was pressed on this text."""
        raise NotImplementedError

    def pressed(self, key: str) -> bool:
        """A key with a meaning of its own; true if it was used."""
        raise NotImplementedError

    def refused(self, sentence: str) -> None:
        """Too long: say so; what stands in the line stays."""
        self._window.tell(problem=sentence)
        self._draw()

    def _heard(self, reply: Reply, text: str) -> None:
        """Show what became of a line; a line that could not be taken stands in the entry line again."""
        self._window.asked_twice = False
        self._window.tell(*reply.said, problem=reply.problem)
        self._window.handed_back = bool(reply.problem and text)
        self._view = self._talk.view()
        if reply.moved:
            self._window.mending, self._window.put_by = None, ""
        if reply.problem:
            self._fill(text)
        elif reply.refill:
            self._fill(reply.refill)
        elif self._window.mending is None:
            self._entry.fill(self._view.draft)
        self._draw()
        if reply.page:
            self.app.push_screen(Page(reply.page))
        if reply.wants == "blank":
            self.action_blank()
        elif reply.wants == "show":
            self.app.push_screen(sheet.sheet(self._talk.working))
        elif reply.wants == "ended":
            self.app.push_screen(sheet.thanks(), self._thanked)
        elif reply.wants == "quit":
            self._leave(ended=False)

    def _thanked(self, key: str | None) -> None:
        """After the last word: the sheet where it is wanted, then away."""
        if key == "s":
            self.app.push_screen(sheet.sheet(self._talk.working), lambda _: self._leave(ended=True))
        else:
            self._leave(ended=True)

    def _put_back(self, text: str, problem: str) -> None:
        self._window.tell(problem=problem)
        self._window.handed_back = True
        self._fill(text)
        self._draw()

    def _fill(self, text: str) -> None:
        """Put text into the entry line, kept as what is being typed."""
        self._entry.fill(text)
        if not self._open.read_only:
            self._talk.draft(text)

    def action_blank(self) -> None:
        """An empty screen, until a key."""
        self.app.push_screen(Blank())

    def _leave(self, *, ended: bool) -> None:
        """Away from here."""
        raise NotImplementedError

    @property
    def _entry(self) -> EntryLine:
        return self._picture.entry

    def on_resize(self) -> None:
        """Everything is drawn for the new size."""
        self._draw()

    def _draw(self) -> None:
        self._picture.draw(self._view, self._window)
