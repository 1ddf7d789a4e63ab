"""A short list to pick one row from: threads to prepare for, conversations that are open, who of two is meant."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from coachtui.tui.screens.letters import Letter, foot, keys_of, letters, press
from coachtui.tui.screens.panels import Blank, close
from coachtui.tui.widgets.canvas import Canvas
from coachtui.tui.widgets.lines import EMPTY, Line, Piece, Press, cell_len, cut, in_page, pad, paragraph
from coachtui.tui.widgets.look import Look

#: How far a column may spread before it is cut.
WIDEST = 40


class Listed(Screen[int | None]):
    """Rows of short texts; gives the number of the one that was taken, from 0, or None."""

    def __init__(self, title: str, rows: Sequence[tuple[str, ...]]) -> None:
        super().__init__()
        self._heading = title
        self._rows = tuple(rows)
        self._at = 0
        self._list = Canvas("listed")
        self._foot = Canvas("foot")

    def compose(self) -> ComposeResult:
        """A drawing and a foot."""
        yield self._list
        yield self._foot

    def on_resize(self) -> None:
        """Drawn for the new size."""
        self._draw()

    def _draw(self) -> None:
        width = self.size.width
        if not width:
            return
        above: list[Line] = [*paragraph(self._heading, width - 2, "strong", first=" "), EMPTY]
        columns = max((len(row) for row in self._rows), default=0)
        wide = [min(WIDEST, max(cell_len(row[at]) for row in self._rows if at < len(row))) for at in range(columns)]
        rows = [_row(row, wide, width, number, here=number == self._at) for number, row in enumerate(self._rows)]
        self._list.show(in_page([*above, *rows], width), sight=len(above) + self._at)
        self._foot.show([foot(self._letters, width)])

    def on_key(self, event: events.Key) -> None:
        """Arrows, Enter, a number, b, Escape."""
        event.stop()
        self._press(event.key)

    def _press(self, key: str) -> None:
        press(self._letters, key)

    @property
    def _letters(self) -> tuple[Letter, ...]:
        """What the keys do here."""
        doing = {
            "take": lambda: close(self, self._at),
            "up": lambda: self._move(-1),
            "down": lambda: self._move(1),
            "page-up": lambda: self._move(-10),
            "page-down": lambda: self._move(10),
            "blank": lambda: self.app.push_screen(Blank()),
            "back": lambda: close(self, None),
        }
        return letters(keys_of(self), "list", doing)

    def _move(self, by: int) -> None:
        self._at = max(0, min(len(self._rows) - 1, self._at + by))
        self._draw()

    def on_canvas_chosen(self, event: Canvas.Chosen) -> None:
        """A click on a row takes it; one on a key does what the key does."""
        if not isinstance(event.act, Press):
            return
        if event.act.key.isdecimal():
            close(self, int(event.act.key))
        else:
            self._press(event.act.key)


def _row(row: tuple[str, ...], wide: Sequence[int], width: int, number: int, *, here: bool) -> Line:
    act = Press(str(number))
    pieces = [Piece("   > " if here else "     ", "here", act)]
    for at, text in enumerate(row):
        look: Look = "here" if here else "strong" if at == 0 else ""
        pieces.append(Piece(pad(text, wide[at]) + "   ", look, act))
    return cut(tuple(pieces), width - 1)
