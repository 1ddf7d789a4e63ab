"""The entry line: where everything that is said is typed. Uses Textual; knows nothing of conversations.

It tells its owner by plain calls, not by messages: each change is handed on before the next key is looked at, so
nothing that was typed can be overtaken by a kill, and nothing typed ahead lands in the wrong line. Keys of editing act
here too, each in its turn: none is overtaken by the letters after it.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from rich.cells import split_graphemes
from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Selection

from coachtui.text import clean, one_line, too_long
from coachtui.tui.widgets.plain import plain
from coachtui.tui.widgets.worn import Worn

#: The key that copies; on an empty line people mean to leave by it.
COPY = "ctrl+c"
#: The key that takes typing back; on an empty line, what was put away.
UNDO = "ctrl+z"
#: Keys the owner is asked about before the line uses them itself; those with Ctrl too.
ASKED = frozenset(
    {
        *(f"f{number}" for number in range(1, 13)),
        "up",
        "down",
        "tab",
        "escape",
        "pageup",
        "pagedown",
        UNDO,
        "ctrl+y",
        COPY,
        "backspace",
    }
)
#: A longer text is never marked as a whole: a stray key must not seem to take a long answer away.
SHORT = 40
#: The most rows it grows to; then it scrolls.
MOST_ROWS = 6


class EntryOwner(Protocol):
    """Who the entry line reports to."""

    def typed(self, text: str) -> None:
        """The line reads so now. Called on every change, at once."""
        ...

    def entered(self, text: str) -> None:
        """Enter was pressed on this text; the line is empty already."""
        ...

    def pressed(self, key: str) -> bool:
        """One of the `ASKED` keys, or any other key on an empty line; true if the owner used it."""
        ...

    def refused(self, sentence: str) -> None:
        """Something was not taken in, and why."""
        ...


class EntryLine(TextArea):
    """One line that grows to several rows when the words need it. Enter hands it over; another key starts a new line.

    Attributes:
        new_line: that key.
        at_once: it tells its owner of a key by a plain call, so with the key all is done that comes of it (`shell/ahead.py`).
    """

    new_line = "ctrl+j"
    at_once = True

    def __init__(self, owner: EntryOwner, id: str = "entry", *, one_line: bool = False) -> None:
        """`one_line`: it holds a name or the like; of a text in several lines it makes one."""
        super().__init__(id=id, compact=True, highlight_cursor_line=False, show_line_numbers=False)
        self.register_theme(Worn("worn"))
        self.theme = "worn"
        self.cursor_blink = False  # nothing blinks while people talk
        self._owner = owner
        self._one_line = one_line
        self._told = ""
        self._marked = ""
        self._over = ""

    def on_mount(self) -> None:
        """Stay where the keys go."""
        self.watch(self.screen, "focused", self._keep_the_keys, init=False)

    def _keep_the_keys(self, focused: Widget | None) -> None:
        """Nothing else takes keys on its screen, so where nobody has them, it has.

        Textual takes them from everybody when the mouse is outside the window, or when the window goes to the back. What
        was typed then would be gone.
        """
        if focused is None and self.is_attached and self.screen.is_attached:
            self.screen.set_focus(self)

    @property
    def rows(self) -> int:
        """Rows it needs at its present width, at most `MOST_ROWS`."""
        return max(1, min(MOST_ROWS, self.wrapped_document.height))

    def hint(self, words: str) -> None:
        """What stands in the empty line."""
        content: Content = plain(words)
        if self.placeholder != content:
            self.placeholder = content

    def fill(self, text: str, *, marked: bool = False) -> None:
        """Put this text in, the cursor behind it. Not reported as typed.

        `marked`: if it is short, typing takes its place.
        """
        self._told = text
        self._over = ""
        if self.text != text:
            self.load_text(text)
        self.move_cursor(self.document.end)
        self._marked = text if marked and "\n" not in text and len(text) <= SHORT else ""
        if self._marked:
            self.select_all()

    def taken_over(self) -> str:
        """The marked text whose place was taken by what was typed just now, once; else nothing."""
        over, self._over = self._over, ""
        return over

    # -- what goes in

    async def _on_key(self, event: events.Key) -> None:
        key = event.key
        if key == "enter":
            event.stop()
            event.prevent_default()
            self._enter()
        elif key == self.new_line:
            event.stop()
            event.prevent_default()
            self.action_new_line()
        elif self._owners(key) or await self._edits(key):
            event.stop()
            event.prevent_default()
        else:
            await super()._on_key(event)

    def _owners(self, key: str) -> bool:
        """Whether the owner has a use for this key, and used it."""
        return (key in ASKED or key.startswith("ctrl+") or not self.text) and self._owner.pressed(key)

    async def _edits(self, key: str) -> bool:
        """Do at once what a key of editing does to the line; true if it did something.

        Textual sends such a key round by the app and back, while letters go in at once. In a program that is behind, letters
        typed after Backspace came before it, and words that nobody had marked were taken away.
        """
        for binding in self._bindings.key_to_bindings.get(key, ()):
            if not binding.priority and await self.app.run_action(binding.action, self):
                return True
        return False

    def _enter(self) -> None:
        text = self.text
        self.fill("")
        self._owner.entered(text)

    def action_new_line(self) -> None:
        """A new line inside the answer."""
        self._replace_via_keyboard("\n", *self.selection)

    def action_cursor_line_start(self, select: bool = False) -> None:  # noqa: FBT002 - Textual's own signature
        """Home: the beginning of the row the cursor stands in; from there, the beginning of all that is typed."""
        row = self.get_cursor_line_start_location()
        self.move_cursor((0, 0) if self.cursor_location == row else row, select=select)

    def action_cursor_line_end(self, select: bool = False) -> None:  # noqa: FBT002 - Textual's own signature
        """End: the end of the row the cursor stands in; from there, the end of all that is typed."""
        row = self.get_cursor_line_end_location()
        self.move_cursor(self.document.end if self.cursor_location == row else row, select=select)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if result := self._replace_via_keyboard(clean(event.text).rstrip("\n"), *self.selection):
            self.move_cursor(result.end_location)

    def edit(self, edit: Edit) -> EditResult:
        """Every change goes through here: clean it, refuse what is too long, and tell the owner."""
        text = clean(edit.text)
        edit = replace(edit, text=one_line(text) if self._one_line and "\n" in text else text)
        problem = too_long(self._after(edit)) if edit.text else None
        if problem:
            self._owner.refused(problem)
            return EditResult(self.cursor_location, "")
        # Whoever types a number after one that was refused means it instead; whoever deletes means to mend.
        self._over, self._marked = self._marked if edit.text and not self.selection.is_empty else "", ""
        result = super().edit(edit)
        self._tell()
        return result

    def _after(self, edit: Edit) -> str:
        """As long as the text would be after the edit."""
        start, end = sorted((edit.from_location, edit.to_location))
        gone = len(self.get_text_range(start, end))
        return " " * (len(self.text) - gone + len(edit.text))

    def undo(self) -> None:
        """Take back typing in this line."""
        self._from_the_top(super().undo)

    def redo(self) -> None:
        """Bring back typing in this line."""
        self._from_the_top(super().redo)

    def _from_the_top(self, step: Callable[[], None]) -> None:
        """Take a step with the cursor where a line always is; the step itself puts it where it belongs.

        Textual looks for the cursor in the middle of its step, and where the cursor's line is gone already the program ended.
        """
        text, selection = self.text, self.selection
        self.selection = Selection.cursor((0, 0))
        step()
        if self.text == text:
            self.selection = selection
        self._tell()

    def _tell(self) -> None:
        text = self.text
        if text != self._told:
            self._told = text
            self._owner.typed(text)

    def action_delete_left(self) -> None:
        """Backspace takes a whole character as it is seen: an emoji of several parts, a letter with its accent."""
        if self._marked:
            self.move_cursor(self.document.end)
        row, column = self.cursor_location
        if not self.selection.is_empty or column < 2:
            super().action_delete_left()
            return
        spans, _ = split_graphemes(self.document.get_line(row)[:column])
        self._delete_via_keyboard((row, spans[-1][0]), (row, column))
