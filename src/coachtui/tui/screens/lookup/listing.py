"""The list on the screen: what stands round it, the rows in sight, moving over them. Uses Textual; reads no disk.

Only the rows in sight are drawn. Letters are words in the line above, and keys in the list below it.
"""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen

from coachtui.desk import Desk
from coachtui.library.ledger import Promise
from coachtui.library.search import Entry
from coachtui.session.things import Status
from coachtui.talk.table import Where
from coachtui.tui.screens.letters import Letter, feet, help_page, keys_of, letters, press
from coachtui.tui.screens.lookup.finding import Finding
from coachtui.tui.screens.lookup.rows import Manner, promise_row, session_row
from coachtui.tui.screens.lookup.words import HIDDEN, NOTHING, now, told
from coachtui.tui.screens.panels import Blank, Page, close
from coachtui.tui.screens.review.drawing import centred_rule
from coachtui.tui.widgets.canvas import Canvas
from coachtui.tui.widgets.entry import EntryLine
from coachtui.tui.widgets.lines import EMPTY, Line, Press, apart, in_page, indented, line, page, paragraph

#: What a key of the table says has become of a commitment.
STATUS: dict[str, Status] = {
    "done": "done", "moving": "moving", "stuck": "stuck", "dropped": "dropped", "still-open": "open",
}  # fmt: skip
#: How far a key of the table moves.
MOVES = {"up": -1, "down": 1, "page-up": -10, "page-down": 10, "first": -(10**9), "last": 10**9}


class Listing(Screen[None]):
    """A list of sessions or commitments, filtered by the line above it."""

    def __init__(self, desk: Desk, *, actions: bool = False) -> None:
        """`actions`: begin with commitments."""
        super().__init__()
        self._desk = desk
        self._list = Finding(actions=actions)
        self._at = 0
        self._top = 0
        self._typing = True
        self._said: tuple[str, ...] = ()
        self._above = Canvas("above")
        self._prompt = Canvas("prompt")
        self._entry = EntryLine(self)
        self._drawn = Canvas("list")
        self._foot = Canvas("foot")

    def compose(self) -> ComposeResult:
        """A line above, the words looked for, the list, the keys."""
        yield self._above
        with Horizontal(id="line"):
            yield self._prompt
            yield self._entry
        yield self._drawn
        yield self._foot

    def on_mount(self) -> None:
        """Before the first frame."""
        self._stand(typing=self._typing)

    def open(self) -> None:
        """Open what one stands at."""
        raise NotImplementedError

    def become(self, status: Status) -> None:
        """Say what has become of the commitment one stands at."""
        raise NotImplementedError

    # -- drawing

    def on_resize(self) -> None:
        """Drawn for the new size."""
        self._draw()

    def _manner(self) -> Manner:
        seen = self._list
        return Manner(page(self.size.width)[1], self._desk.clock().date(), seen.names, seen.private, seen.words)

    def _tell(self, *sentences: str) -> None:
        self._said = sentences
        self._draw()

    def _draw(self) -> None:
        width, height = self.size
        if not width:
            return  # what was read came too early for this screen
        seen = self._list
        self._at = max(0, min(self._at, len(seen.found) - 1))
        left, room = page(width)
        words = " find > " if self._typing else " find   "
        self._prompt.styles.width = left + len(words)
        self._prompt.show(indented([line(words, "here", Press("slash"))], left))
        title = line(" Actions" if seen.actions else " Look back", "strong")
        self._above.show(indented([apart(title, line(told(seen), "quiet"), room - 1)], left))
        foot = [centred_rule(width)]
        for said in self._said:
            foot += indented(paragraph(said, width - 2, "strong"), 1)
        foot += feet(self._letters, width)
        self._foot.show(foot)
        self._drawn.show([EMPTY, *in_page(self._rows(max(1, height - 3 - len(foot))), width)])

    def _reason(self) -> str:
        """Why nothing stands in the list."""
        if not self._list.whole:
            return "Reading…"
        hidden = HIDDEN if self._list.words and not self._list.names else ""
        return NOTHING[self._list.actions, bool(self._list.words)] + hidden

    def _rows(self, room: int) -> list[Line]:
        """The rows in sight: from the first one that leaves the one at hand in sight, as many as fit."""
        if not self._list.found:
            return indented(paragraph(self._reason(), self.size.width - 6, "quiet"), 3)
        self._top = min(self._top, self._at)
        blocks = [self._row(at) for at in range(self._top, self._at + 1)] if self._at - self._top < room else []
        if not blocks:
            self._top = max(0, self._at - room + 1)
            blocks = [self._row(at) for at in range(self._top, self._at + 1)]
        while len(blocks) > 1 and sum(map(len, blocks)) > room:
            del blocks[0]
            self._top += 1
        lines = [one for block in blocks for one in block]
        for at in range(self._at + 1, len(self._list.found)):
            if len(lines) >= room:
                break
            lines += self._row(at)
        return lines[:room]

    def _row(self, at: int) -> list[Line]:
        one, manner, act = self._list.found[at], self._manner(), Press(f"at {at}")
        # While one types the arrow stands at the words, so that it is seen to come down into the list.
        here = at == self._at and (at > 0 or not self._typing)
        if isinstance(one, Promise):
            return promise_row(one, manner, act, here=here)
        return session_row(
            one, manner, act, here=here, versions=self._list.versions(one), timed=self._list.same_day(one)
        )

    # -- the line above reports here

    def typed(self, text: str) -> None:
        """Filter by these words."""
        self._list.ask(text)
        self._at = self._top = 0
        self._tell()

    def entered(self, text: str) -> None:
        """Open the first that fits, and keep the words."""
        self._entry.fill(text)
        self.open()

    def pressed(self, key: str) -> bool:
        """Keys with a meaning of their own while one types."""
        return press(self._letters, key)

    def refused(self, sentence: str) -> None:
        """Too long to look for."""
        self._tell(sentence)

    def _escaped(self) -> None:
        """Put the words away first, then go back."""
        if self._entry.text:
            self._entry.fill("")
            self.typed("")
        else:
            close(self, None)

    # -- keys in the list

    def _stand(self, *, typing: bool) -> None:
        """Letters are words from now on, or keys."""
        self._typing = typing
        above = self._entry
        above.can_focus = typing  # it takes the keys wherever it may
        self.set_focus(above if typing else None)
        self._draw()

    def on_click(self, event: events.Click) -> None:
        """A click into the line above: letters are words again."""
        if event.widget is self._entry:
            self._stand(typing=True)

    def on_key(self, event: events.Key) -> None:
        """A key in the list."""
        if not self._typing:
            self.press(event.key)

    def press(self, key: str) -> None:
        """What a key of the list does."""
        press(self._letters, key)

    @property
    def _letters(self) -> tuple[Letter, ...]:
        """What the keys do now: while one types, and in the list."""
        seen, doing = self._list, self._always()
        where: Where = "find" if self._typing else "look-back"
        if seen.found or not self._typing:
            doing["open"] = self.open
        if self._typing:
            doing["down"] = lambda: self._stand(typing=False)
            return letters(keys_of(self), where, doing, now(seen, typing=True, some=bool(seen.found)))
        doing |= {
            "private": self._private,
            "other": self._other,
            "find": lambda: self._stand(typing=True),
            "blank": lambda: self.app.push_screen(Blank()),
            "help": self._help,
        }
        if seen.actions:
            doing["closed"] = self._also_closed
            doing |= {name: self._becoming(status) for name, status in STATUS.items()}
        return letters(keys_of(self), where, doing, now(seen, typing=False, some=bool(seen.found)))

    def _always(self) -> dict[str, Callable[[], object]]:
        """What can be done while one types, and in the list too."""
        doing: dict[str, Callable[[], object]] = {"names": self._names, "back": self._escaped}
        return {**doing, **{name: self._moving(by) for name, by in MOVES.items()}}

    def _moving(self, by: int) -> Callable[[], None]:
        return lambda: self._move(by)

    def _becoming(self, status: Status) -> Callable[[], None]:
        return lambda: self.become(status)

    def _help(self) -> None:
        before = "Up and Down go from row to row; everything can be clicked."
        self.app.push_screen(Page(help_page(keys_of(self), self._letters, before)))

    def on_canvas_chosen(self, event: Canvas.Chosen) -> None:
        """A click on a row opens it; one on a key presses it."""
        event.stop()
        if not isinstance(event.act, Press):
            return
        word, _, number = event.act.key.partition(" ")
        if word == "at" and number:
            self._at = min(int(number), max(0, len(self._list.found) - 1))
            self.open()
        else:
            self.press(event.act.key)

    def on_mouse_scroll_up(self) -> None:
        """Wheel: earlier rows."""
        self._move(-3)

    def on_mouse_scroll_down(self) -> None:
        """Wheel: later rows."""
        self._move(3)

    def _move(self, by: int) -> None:
        if by == -1 and self._at == 0 and not self._typing:
            self._stand(typing=True)
            return
        self._at = max(0, min(len(self._list.found) - 1, self._at + by))
        self._tell()

    def _names(self) -> None:
        """People's names, or not; only when they are in sight can they be looked for."""
        self._list.names = not self._list.names
        self._list.look()
        self._draw()

    def _private(self) -> None:
        self._list.private = not self._list.private
        self._list.look()
        self._draw()

    def _other(self) -> None:
        """Commitments instead of sessions, or sessions again."""
        self._list.actions = not self._list.actions
        self._at = self._top = 0
        self._list.look()
        self._tell()

    def _also_closed(self) -> None:
        if self._list.actions:
            self._list.closed = not self._list.closed
            self._list.look()
            self._draw()

    @property
    def here(self) -> Entry | Promise | None:
        """What one stands at."""
        found = self._list.found
        return found[self._at] if self._at < len(found) else None
