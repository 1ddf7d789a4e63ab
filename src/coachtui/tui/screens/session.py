"""The session: one question, what was captured, one entry line. One screen, updated in place from question to question.

It holds no truth: it draws what `Talk.view()` says and hands on each line. What it does hold is the window's own: a menu
that is open, the thing being mended, whether the strip is peeked at.
"""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from coachtui.store.state import NotSaved, State
from coachtui.talk.view import Reply
from coachtui.tui.screens import menu, pasting
from coachtui.tui.screens.showing import Showing
from coachtui.tui.widgets.canvas import Canvas
from coachtui.tui.widgets.lines import Go, Press, Say, Stand

#: Seconds between two beats of the clock that books the time; a longer gap is a closed lid.
BEAT = 20.0


class SessionScreen(Showing):
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
    class Noticed(Message):
        """The store has something to tell, such as another program's changes; sent from its threads."""

        sentence: str

    @dataclass
    class Left(Message):
        """The person is done here: ended, or leaves it open (`quit`)."""

        ended: bool

    def on_mount(self) -> None:
        """Listen to the store, and put back what was being typed."""
        self._open.kept.on_state = self._saving
        self._open.kept.on_notice = self._noticed
        self._window.state = self._open.kept.state
        self._entry.fill(self._view.draft)
        self.set_interval(BEAT, self._beat)
        # Before the first frame, so that nothing is seen to find its place.
        self._draw()

    def on_unmount(self) -> None:
        """The window's part is over; the store goes on."""
        self._open.kept.on_state = None
        self._open.kept.on_notice = None

    def _saving(self, state: State) -> None:
        """Called from the store's threads: only a message, which Textual takes from any thread."""
        self.post_message(self.Saving(state))

    def _noticed(self, sentence: str) -> None:
        """Called from the store's threads, like `_saving`."""
        self.post_message(self.Noticed(sentence))

    def _beat(self) -> None:
        if not self._open.read_only:
            self._talk.tick(beating=True)

    # -- the entry line reports here

    def typed(self, text: str) -> None:
        """Keep the half line at once; open, filter or close the menu."""
        if not self._open.read_only:
            self._talk.draft(text)
        had = self._window.menu
        self._window.menu = None if self._window.mending else self._menu_for(text)
        cleared = self._window.handed_back and not text
        if had is not self._window.menu or self._window.asked_twice or cleared:
            self._window.asked_twice = False
            self._window.handed_back &= not cleared
            self._draw()
        else:
            self._picture.grow()

    def entered(self, text: str) -> None:
        """Enter: mend, run a command, keep the words, or go on."""
        chosen = self._window.menu.chosen if self._window.menu else None
        self._window.menu = None
        if self._window.mending is not None:
            self._mend(text)
        elif chosen is not None:
            self._take(chosen.name, chosen.argument, text)
        elif text.strip():
            self._keep(text)
        elif self._window.asked_twice:
            self._heard(self._talk.line(""), "")
        else:
            self._window.asked_twice = True
            self._window.tell()
            self._draw()

    def pressed(self, key: str) -> bool:
        """Keys with a meaning of their own here; any key takes back a first Enter."""
        if self._window.asked_twice:
            self._window.asked_twice = False
            self._draw()
        if key in {"pageup", "pagedown"}:
            self._picture.turn(-1 if key == "pageup" else 1)
            return True
        if self._window.menu is not None and key in {"up", "down", "tab", "escape"}:
            self._in_menu(key)
            return True
        empty = not self._entry.text
        if key == "escape":
            return self._escaped()
        if key == "up" and empty:
            self._recall()
            return True
        if key in {"ctrl+z", "ctrl+y"} and empty and self._window.mending is None:
            self.action_say("/undo" if key == "ctrl+z" else "/redo")
            return True
        return key == "tab"

    def _escaped(self) -> bool:
        """Leave the mending, put a line away that could not be taken, or bring back what was put away."""
        text, window = self._entry.text, self._window
        if window.mending is not None:
            self._give_up()
            return True
        if text and (window.handed_back or (text.startswith("/") and not text.startswith("//"))):
            window.put_away(text)
            self._fill("")
        elif not text and window.put_by:
            self._fill(window.brought_back())
        else:
            return False
        self._draw()
        return True

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
        self._heard(*pasting.hand_over(self._talk, lines))

    def _take(self, name: str, argument: str, typed: str = "") -> None:
        """A command out of the menu: done at once, or filled in where words follow.

        One typed out to its end whose words may be left out (`[NAME]`) is done as it stands.
        """
        whole = argument.startswith("[") and typed.strip() == f"/{name}"
        if argument and not whole:
            self._fill(f"/{name} ")
            self._window.menu = menu.opened(self._talk.commands(), f"/{name} ")
            self._draw()
        else:
            self._heard(self._talk.line(f"/{name}"), f"/{name}")

    def _mend(self, text: str) -> None:
        thing, self._window.mending = self._window.mending, None
        if thing is None or not text.strip():
            self._give_up()
            return
        reply = self._talk.mend(thing, text)
        if reply.problem:
            self._window.mending = thing
        self._heard(reply, text)

    def _leave(self, *, ended: bool) -> None:
        self.post_message(self.Left(ended))

    # -- mending and the menu

    def _recall(self) -> None:
        last = None if self._open.read_only else self._talk.last()
        if last is None:
            return
        self._window.mending, words = last
        self._window.tell()
        self._entry.fill(words)
        self._draw()

    def _menu_for(self, text: str) -> menu.Menu | None:
        """The menu for what is being typed. Most of it is words, and for words nobody asks what could be done here."""
        return menu.opened(self._talk.commands(), text) if text.startswith("/") else None

    def _give_up(self) -> None:
        self._window.mending = None
        self._fill("")
        self._draw()

    def _in_menu(self, key: str) -> None:
        if self._window.menu is None:
            return
        if key == "escape":
            self._window.menu = None
            self._window.put_away(self._entry.text)
            self._fill("")
        elif key == "tab" and self._window.menu.chosen is not None:
            self._fill(f"/{self._window.menu.chosen.name} ")
            self._window.menu = menu.opened(self._talk.commands(), self._entry.text)
        elif key != "tab":
            self._window.menu = self._window.menu.moved(-1 if key == "up" else 1)
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
            self._window.menu = menu.opened(self._talk.commands(), "/park ")
            self._draw()

    def action_peek(self) -> None:
        """Show the coach's strip, or put it away."""
        self._window.peek = not self._window.peek
        self._draw()

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
        elif isinstance(act, Press):
            self._press(act)

    def _press(self, act: Press) -> None:
        if act.key == "/" and not self._entry.text:
            self._entry.insert("/")
        elif act.key.startswith("/") and self._window.menu is not None:
            found = next(one for one in self._talk.commands() if f"/{one.name}" == act.key)
            self._window.menu = None
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
        was, self._window.state = self._window.state, event.state
        if isinstance(was, NotSaved) or isinstance(event.state, NotSaved):
            self._draw()

    def on_session_screen_noticed(self, event: Noticed) -> None:
        """It stands there from now on: nobody may be looking at this moment."""
        self._window.told_by_store = (*self._window.told_by_store, event.sentence)
        self._draw()
