"""The half of the session screen that acts: what keys, menus and clicks do. Uses Textual.

Each of them ends in a line that is said, as if it had been typed, or in something only a screen can do. Which key runs
which command, and which commands there are, comes from the one table.
"""

from textual import events

from coachtui.talk.keys import EDITING
from coachtui.talk.view import Reply
from coachtui.tui.screens import menu
from coachtui.tui.screens.showing import Showing
from coachtui.tui.screens.window import worded
from coachtui.tui.widgets.canvas import Canvas
from coachtui.tui.widgets.entry import COPY, UNDO
from coachtui.tui.widgets.lines import Go, Item, Press, Say, Stand

#: Said where somebody looks for the way out.
LEAVES = "{} leaves; everything is kept, and it stays open."
#: Said with it while something that was put away is within reach.
BACK = "{} brings back what was put away."


class Acting(Showing):
    """A screen that shows a conversation, and can be worked by keys and by the mouse."""

    # -- keys

    def pressed(self, key: str) -> bool:
        """Keys with a meaning of their own here; any key takes back a first Enter, and ends a silence."""
        self._out_of_silence()
        self._leave_it_in()
        if asked := self._window.asked_twice:
            self._window.asked_twice = False
            self._draw()
        if self._window.menu is not None and key in {"up", "down", "pageup", "pagedown", "tab", "escape"}:
            self._in_menu(key)
            return True
        if key in {"pageup", "pagedown"}:
            self._picture.turn(-1 if key == "pageup" else 1)
            return True
        if (key == "escape" and self._escaped()) or (key == UNDO and self._brought_back()):
            return True
        if key in {"escape", COPY} and not (self._entry.text or asked):
            back = (BACK.format(self._window.undoes),) if self._within_reach else ()
            self._window.tell(*back, LEAVES.format(self._window.keymap.spelt("quit") or "/quit"))
            self._draw()
            return True
        return self._by_keymap(key) or key == "tab"

    def _leave_it_in(self) -> None:
        """A first Enter on an emptied line of mending is taken back."""
        if self._window.taking_out:
            self._window.taking_out = False
            self._window.tell()
            self._draw()

    def on_screen_suspend(self) -> None:
        """Something else came into sight: a first Enter meant what stood here before."""
        self._leave_it_in()
        if self._window.asked_twice:
            self._window.asked_twice = False
            self._draw()

    def _by_keymap(self, key: str) -> bool:
        """Run the command of this key, if it has one. Keys of typing run theirs on the empty line only."""
        name = self._window.keymap.command(key)
        if name is None or (key in EDITING and (self._entry.text or self._window.mending is not None)):
            return False
        self.do(name)
        return True

    def _out_of_silence(self) -> bool:
        """Any key ends a quiet minute. True if there was one."""
        if not self._window.silence:
            return False
        self._window.silence = False
        self._window.tell()
        self._draw()
        return True

    def _escaped(self) -> bool:
        """Leave the mending, or put a line away that could not be taken. What is away stays away until it is asked for."""
        text, window = self._entry.text, self._window
        if window.mending is not None:
            self._give_up()
            return True
        if text and (window.handed_back or (text.startswith("/") and not text.startswith("//"))):
            self._put_away(text)
            self._draw()
            return True
        return False

    @property
    def _within_reach(self) -> bool:
        """Whether the last thing done here was to put words away: they come back before anything said is undone."""
        window = self._window
        return bool(window.put_by) and not self._entry.text and window.put_at == self._so_far

    def _brought_back(self) -> bool:
        """Bring back into the empty line what was put away last; true if there was something."""
        if not self._within_reach or self._window.mending is not None:
            return False
        self._fill(self._window.brought_back())
        self._draw()
        return True

    # -- commands

    def do(self, name: str) -> None:
        """Do what a key or a click of this command does; the half line stays where it is."""
        if name == "undo" and self._brought_back():
            return
        own = {
            "menu": self._palette,
            "mend": self._recall,
            "tips": self._peek,
            "help": self._help,
        }
        if name in own:
            own[name]()
            return
        found = next((one for one in self._talk.commands() if one.name == name), None)
        text = self._entry.text.strip()
        if found is None or not found.argument or found.argument.startswith("["):
            self._say(f"/{name}")
        elif found.argument == "TEXT" and text and not text.startswith("/") and self._window.mending is None:
            # The words are there already: they are what the command is for.
            self._entry.fill("")
            self._heard(self._talk.line(f"/{name} " + " ".join(text.split("\n"))), text)
        else:
            self._ask_for(f"/{name} ")

    def _say(self, line: str) -> None:
        """Say a line without touching the one being typed."""
        typed, spot = self._entry.text, self._view.spot
        self._heard(self._talk.line(line), typed)
        if self._view.spot != spot or self._window.problem or self._entry.text == typed:
            return
        if not self._entry.text:
            self._fill(typed)
        elif worded(typed):
            self._window.put_by, self._window.put_at = typed, self._so_far

    def _ask_for(self, line: str) -> None:
        """Begin a command in the entry line, and say what is wanted after it."""
        if self._busy_mending():
            return
        if self._entry.text and self._window.aside is None:
            self._window.aside = self._entry.text
        self._fill(line)
        self._window.menu = menu.opened(self._talk.commands(), line) if line.startswith("/") else None
        self._draw()

    def _recall(self) -> None:
        """Up: the words of the last thing said here come back."""
        last = None if self._open.read_only else self._talk.last()
        if last is not None and not self._busy_mending():
            self._mend_this(*last)

    def _busy_mending(self) -> bool:
        """Whether the entry line holds words being mended, so that nothing else can have it; says so."""
        if self._window.mending is None:
            return False
        self._window.tell(problem="Words are being mended here. Enter keeps them, Escape leaves them as they were.")
        self._draw()
        return True

    # -- menus

    def _menu_for(self, text: str) -> menu.Menu | None:
        """The menu for what is being typed. Most of it is words, and for words nobody asks what could be done here."""
        return menu.opened(self._talk.commands(), text) if text.startswith("/") else None

    def _palette(self) -> None:
        """All commands over whatever is being typed; the half line stays safe aside, and comes back afterwards."""
        if self._busy_mending():
            return
        if self._window.aside is not None or self._window.menu is not None:
            self._close_menu()
            return
        self._window.aside = self._entry.text
        self._entry.fill("/")
        self._window.menu = menu.opened(self._talk.commands(), "/")
        self._draw()

    def _in_menu(self, key: str) -> None:
        if self._window.menu is None:
            return
        if key == "escape":
            self._close_menu()
        elif key == "tab" and self._window.menu.chosen is not None and not self._window.menu.of_thing:
            self._fill(f"{self._window.menu.chosen.says} ")
            self._window.menu = menu.opened(self._talk.commands(), self._entry.text)
        elif key != "tab":
            by = -1 if key in {"up", "pageup"} else 1
            self._window.menu = self._window.menu.moved(by) if key in {"up", "down"} else self._window.menu.turned(by)
        self._draw()

    def _close_menu(self) -> None:
        """Away with the menu; the words of a command that was begun stay within reach."""
        about, self._window.menu = self._window.menu, None
        if about is None or not about.of_thing:
            self._put_away(self._entry.text)
        self._draw()

    def take(self, row: menu.Row, typed: str = "") -> None:
        """What was chosen in a menu: done at once, or filled in where words follow.

        One typed out to its end whose words may be left out (`[NAME]`) is done as it stands.
        """
        of_thing = self._window.menu is not None and self._window.menu.of_thing
        self._window.menu = None
        if row.wanted and not (row.may and typed.strip() == row.says):
            self._ask_for(f"{row.says.rstrip()} ")
        elif of_thing:
            self._say(row.says)
        elif row.says == "/menu":
            self._close_menu()
        else:
            self._heard(self._talk.line(row.says), row.says)

    # -- clicks

    def on_canvas_chosen(self, event: Canvas.Chosen) -> None:
        """A click says, stands, goes or presses, as if it had been typed; on a thing it opens its menu."""
        event.stop()
        self._out_of_silence()
        act = event.act
        if isinstance(act, Item):
            self._menu_of(act.id)
        elif event.right and isinstance(act, Say):
            self._menu_of(act.line)
        elif isinstance(act, Say):
            if act.place is not None:
                self._talk.stand(act.place)
            self._say(act.line)
        elif isinstance(act, Go):
            self._heard(self._talk.go(act.spot), self._entry.text)
        elif isinstance(act, Stand):
            self._talk.stand(act.place)
            self._heard(Reply(), "")
        elif isinstance(act, Press):
            self._press(act.key)

    def on_mouse_scroll_up(self) -> None:
        """The wheel over a menu: the row before."""
        self._roll("up")

    def on_mouse_scroll_down(self) -> None:
        """The wheel over a menu: the next row."""
        self._roll("down")

    def _roll(self, key: str) -> None:
        if self._window.menu is not None:
            self._in_menu(key)

    def on_click(self, event: events.Click) -> None:
        """A click on nothing closes a menu, unless words have begun to follow a command."""
        shown = self._window.menu
        if shown is not None and not shown.settled and (shown.of_thing or event.widget is not self._entry):
            self._close_menu()

    def _menu_of(self, thing: str) -> None:
        """What can be done with this thing, here."""
        if self._open.read_only or self._busy_mending():
            return
        self._window.menu = menu.of_thing(self._talk.deeds(thing))
        self._window.asked_twice = False
        self._window.tell(*(() if self._window.menu else ("Nothing can be done with that here.",)))
        self._draw()

    def _press(self, key: str) -> None:
        """What a click on the name of a key does: what the key does."""
        shown = self._window.menu
        if key.startswith(menu.ROW) and shown is not None:
            row = shown.rows[int(key.removeprefix(menu.ROW))]
            if not shown.settled:
                if not shown.of_thing:
                    self._entry.fill("")
                self.take(row)
        elif key == "/":
            self.do("menu")
        elif key.startswith("/"):
            self.do(key.removeprefix("/"))
        elif key == "enter":
            text = self._entry.text
            self._entry.fill("")
            self.entered(text)
        elif not self.pressed(key):
            self.app.simulate_key(key)
