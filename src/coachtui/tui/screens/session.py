"""The session: one question, what was captured, one entry line. One screen, updated in place from question to question.

It holds no truth: it draws what `Talk.view()` says and hands on each line. What it does hold is the window's own: a menu
that is open, the thing being mended, whether the strip is peeked at.
"""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen

from coachtui.store.state import NotSaved, State
from coachtui.talk.view import Reply, View
from coachtui.tui.ports import Conversation
from coachtui.tui.screens import frame, menu, pasting
from coachtui.tui.screens.panels import Blank, Page
from coachtui.tui.steps.table import draw, in_sight
from coachtui.tui.widgets.canvas import Canvas
from coachtui.tui.widgets.entry import EntryLine
from coachtui.tui.widgets.lines import Go, Line, Piece, Press, Say, Stand, cell_len, fit, indented, line, paragraph

#: Seconds between two beats of the clock that books the time; a longer gap is a closed lid.
BEAT = 20.0

THANKS = (
    "Thank you both.",
    "",
    "This conversation is closed and kept. What was promised comes back when you follow it up.",
)


class SessionScreen(Screen[None]):
    """A conversation being held."""

    AUTO_FOCUS = "#entry"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "say('/ask')", show=False),
        Binding("ctrl+o", "park", show=False),
        Binding("ctrl+g", "peek", show=False),
        Binding("ctrl+b", "blank", show=False),
    ]

    @dataclass
    class Saving(Message):
        """The store says how the saving goes; sent from its threads."""

        state: State

    @dataclass
    class Left(Message):
        """The person is done here: ended, or leaves it open (`quit`)."""

        ended: bool

    def __init__(self, conversation: Conversation) -> None:
        super().__init__()
        self._open = conversation
        self._talk = conversation.talk
        self._view: View = self._talk.view()
        self._state: State = conversation.kept.state
        self._said: tuple[str, ...] = tuple(conversation.notices)
        self._problem = conversation.read_only or ""
        self._asked_twice = False
        self._peek = False
        self._mending: str | None = None
        self._menu: menu.Menu | None = None

    def compose(self) -> ComposeResult:
        """Top, question, answer, entry line, foot."""
        yield Canvas("head")
        yield Canvas("question")
        yield Canvas("body", ends=True)
        with Horizontal(id="line"):
            yield Canvas("prompt")
            yield EntryLine(self)
        yield Canvas("foot")

    def on_mount(self) -> None:
        """Listen to the store, and put back what was being typed."""
        self._open.kept.on_state = self._saving
        self._state = self._open.kept.state
        self._entry.fill(self._view.draft)
        self.set_interval(BEAT, self._beat)

    def on_unmount(self) -> None:
        """The window's part is over; the store goes on."""
        self._open.kept.on_state = None

    def _saving(self, state: State) -> None:
        """Called from the store's threads: only a message, which Textual takes from any thread."""
        self.post_message(self.Saving(state))

    def _beat(self) -> None:
        if not self._open.read_only:
            self._talk.tick(beating=True)

    # -- the entry line reports here

    def typed(self, text: str) -> None:
        """Keep the half line at once; open, filter or close the menu."""
        if not self._open.read_only:
            self._talk.draft(text)
        had = self._menu
        self._menu = None if self._mending else menu.opened(self._talk.commands(), text)
        if had is not self._menu or self._asked_twice:
            self._asked_twice = False
            self._draw()
        else:
            self._arrange()

    def entered(self, text: str) -> None:
        """Enter: mend, run a command, keep the words, or go on."""
        chosen = self._menu.chosen if self._menu else None
        self._menu = None
        if self._mending is not None:
            self._mend(text)
        elif chosen is not None:
            self._take(chosen.name, chosen.argument)
        elif text.strip():
            self._keep(text)
        elif self._asked_twice:
            self._heard(self._talk.line(""), "")
        else:
            self._asked_twice = True
            self._said, self._problem = (), ""
            self._draw()

    def pressed(self, key: str) -> bool:
        """Keys with a meaning of their own here; any key takes back a first Enter."""
        if self._asked_twice:
            self._asked_twice = False
            self._draw()
        if key in {"pageup", "pagedown"}:
            self.query_one("#body", Canvas).turn(-1 if key == "pageup" else 1)
            return True
        if self._menu is not None and key in {"up", "down", "tab", "escape"}:
            self._in_menu(key)
            return True
        empty = not self._entry.text
        if key == "escape" and self._mending is not None:
            self._give_up()
            return True
        if key == "up" and empty:
            self._recall()
            return True
        if key in {"ctrl+z", "ctrl+y"} and empty and self._mending is None:
            self.action_say("/undo" if key == "ctrl+z" else "/redo")
            return True
        return key == "tab"

    def refused(self, sentence: str) -> None:
        """Too long: say so; what stands in the line stays."""
        self._said, self._problem = (), sentence
        self._draw()

    # -- what Enter does

    def _keep(self, text: str) -> None:
        """Hand over what was typed, line by line where several notes were pasted at once."""
        if self._open.read_only:
            self._put_back(text, self._open.read_only)
            return
        lines = pasting.lines(self._view, text)
        if isinstance(lines, str):
            self._put_back(text, lines)
            return
        reply = Reply()
        for number, words in enumerate(lines):
            reply = self._talk.line(words)
            if reply.problem or reply.wants:
                self._heard(reply, "\n".join(lines[number:]))
                return
        self._heard(reply, "")

    def _take(self, name: str, argument: str) -> None:
        """A command out of the menu: done at once, or filled in where words must follow."""
        if argument:
            self._fill(f"/{name} ")
            self._menu = menu.opened(self._talk.commands(), f"/{name} ")
            self._draw()
        else:
            self._heard(self._talk.line(f"/{name}"), f"/{name}")

    def _mend(self, text: str) -> None:
        thing, self._mending = self._mending, None
        if thing is None or not text.strip():
            self._give_up()
            return
        reply = self._talk.mend(thing, text)
        if reply.problem:
            self._mending = thing
        self._heard(reply, text)

    def _heard(self, reply: Reply, text: str) -> None:
        """Show what became of a line; a line that could not be taken stands in the entry line again."""
        self._asked_twice = False
        self._said, self._problem = reply.said, reply.problem
        self._view = self._talk.view()
        if reply.problem:
            self._fill(text)
        elif reply.refill:
            self._fill(reply.refill)
        elif self._mending is None:
            self._entry.fill(self._view.draft)
        self._draw()
        if reply.page:
            self.app.push_screen(Page(reply.page))
        if reply.wants == "blank":
            self.action_blank()
        elif reply.wants == "ended":
            self.app.push_screen(Page(THANKS), lambda _: self._leave(ended=True))
        elif reply.wants == "quit":
            self._leave(ended=False)

    def _leave(self, *, ended: bool) -> None:
        self.post_message(self.Left(ended))

    def _put_back(self, text: str, problem: str) -> None:
        self._said, self._problem = (), problem
        self._fill(text)
        self._draw()

    def _fill(self, text: str) -> None:
        """Put text into the entry line, kept as what is being typed."""
        self._entry.fill(text)
        if not self._open.read_only:
            self._talk.draft(text)

    # -- mending and the menu

    def _recall(self) -> None:
        last = None if self._open.read_only else self._talk.last()
        if last is None:
            return
        self._mending, words = last
        self._said, self._problem = (), ""
        self._entry.fill(words)
        self._draw()

    def _give_up(self) -> None:
        self._mending = None
        self._fill("")
        self._draw()

    def _in_menu(self, key: str) -> None:
        if self._menu is None:
            return
        if key == "escape":
            self._menu = None
            self._fill("")
        elif key == "tab" and self._menu.chosen is not None:
            self._fill(f"/{self._menu.chosen.name} ")
            self._menu = menu.opened(self._talk.commands(), self._entry.text)
        elif key != "tab":
            self._menu = self._menu.moved(-1 if key == "up" else 1)
        self._draw()

    # -- keys and clicks

    def action_say(self, command: str) -> None:
        """Run a command without touching the line being typed."""
        typed = self._entry.text
        self._heard(self._talk.line(command), typed)
        if typed and not self._entry.text:
            self._fill(typed)

    def action_park(self) -> None:
        """Park what stands in the line; with an empty line, begin to park something."""
        text = self._entry.text.strip()
        if text and not text.startswith("/"):
            self._entry.fill("")
            self._heard(self._talk.line("/park " + " ".join(text.split("\n"))), text)
        else:
            self._fill("/park ")
            self._menu = menu.opened(self._talk.commands(), "/park ")
            self._draw()

    def action_peek(self) -> None:
        """Show the coach's strip, or put it away."""
        self._peek = not self._peek
        self._draw()

    def action_blank(self) -> None:
        """An empty screen, until a key."""
        self.app.push_screen(Blank())

    def on_canvas_chosen(self, event: Canvas.Chosen) -> None:
        """A click says, stands, goes or presses, as if it had been typed."""
        event.stop()
        act = event.act
        if isinstance(act, Say):
            self.action_say(act.line)
        elif isinstance(act, Go):
            self._heard(self._talk.go(act.spot), self._entry.text)
        elif isinstance(act, Stand):
            self._talk.stand(act.place)
            self._heard(Reply(), "")
        else:
            self._press(act)

    def _press(self, act: Press) -> None:
        if act.key == "/" and not self._entry.text:
            self._entry.insert("/")
        elif act.key.startswith("/") and self._menu is not None:
            found = next(one for one in self._talk.commands() if f"/{one.name}" == act.key)
            self._menu = None
            self._entry.fill("")
            self._take(found.name, found.argument)
        elif act.key.startswith("/"):
            self.action_say(act.key)
        elif act.key == "enter" and not self._entry.text:
            self.entered("")
        elif not self.pressed(act.key):
            self.app.simulate_key(act.key)

    def on_session_screen_saving(self, event: Saving) -> None:
        """Only *not saved* ever changes the screen."""
        was, self._state = self._state, event.state
        if isinstance(was, NotSaved) or isinstance(event.state, NotSaved):
            self._draw()

    # -- drawing

    @property
    def _entry(self) -> EntryLine:
        return self.query_one("#entry", EntryLine)

    def on_resize(self) -> None:
        """Everything is drawn for the new size."""
        self._draw()

    def _draw(self) -> None:
        """Draw everything anew from the view."""
        width = self.size.width
        if not width or not self.is_mounted:
            return
        view = self._view
        left = 3 if width >= 76 else 1
        self.query_one("#head", Canvas).show([*frame.head(view, self._saved(), width), *frame.trail(view, width)])
        answer = frame.around(view, draw(view.body, width - left - 2), width - left - 2)
        self.query_one("#body", Canvas).show(indented(answer, left), in_sight(view.body, answer))
        self.query_one("#foot", Canvas).show(self._foot(width))
        self._prompt(left)
        self._arrange()

    def _prompt(self, left: int) -> None:
        words = "mend > " if self._mending else f"{fit(self._view.place_name, 24)} > ".lstrip()
        prompt = self.query_one("#prompt", Canvas)
        prompt.styles.width = left + cell_len(words)
        prompt.show([(Piece(" " * left), Piece(words, "here"))])
        self._entry.hint(self._view.hint)

    def _arrange(self) -> None:
        """Share out the rows; the entry line grows with its words."""
        width, height = self.size
        foot = self.query_one("#foot", Canvas)
        body = self.query_one("#body", Canvas)
        rows = frame.share(
            height,
            question=len(frame.question(self._view, width)) + 1,
            body=len(body.lines),
            entry=self._entry.rows,
            foot=len(foot.lines),
        )
        question = self.query_one("#question", Canvas)
        question.show(frame.centred_question(self._view, width, rows.question))
        question.styles.height = rows.question
        self.query_one("#head", Canvas).styles.height = rows.head
        body.styles.height = rows.body
        self.query_one("#line").styles.height = rows.entry
        foot.styles.height = rows.foot

    def _saved(self) -> Piece:
        if self._open.read_only:
            return Piece("only to read", "warn")
        if isinstance(self._state, NotSaved):
            return Piece("NOT SAVED · keep typing", "warn")
        return Piece("saved", "quiet")

    def _foot(self, width: int) -> list[Line]:
        """The rule, what is said quietly, and the keys."""
        rule = line("─" * width, "quiet")
        said = menu.draw(self._menu, width - 2) if self._menu else self._quiet(width - 2)
        return [rule, *indented(said, 1), frame.keys(self._view, width, mending=self._mending is not None)]

    def _quiet(self, width: int) -> list[Line]:
        found: list[Line] = []
        if isinstance(self._state, NotSaved):
            found += paragraph(self._state.reason, width, "warn")
        if self._problem:
            found += paragraph(self._problem, width, "warn")
        for said in (*self._view.notices, *self._said):
            found += paragraph(said, width, "quiet")
        if self._peek:
            found += frame.strip(self._view, width)
        found += frame.offers(self._view.offers, width)
        if self._asked_twice:
            found += paragraph(f"{self._view.next_hint} · Enter again", width, "strong")
        return found
