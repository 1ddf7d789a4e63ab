"""A widget that draws lines of pieces, and tells what was clicked. Uses Textual; knows nothing of conversations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Self

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from coachtui.tui.widgets.lines import Act, Line, Piece, Press, line
from coachtui.tui.widgets.look import Look

#: The number of the right button of the mouse, and the lines that a notch of its wheel moves.
RIGHT, NOTCH = 3, 3
#: So many cells a hand may shake in a click.
STILL = 1


def begins(lines: Sequence[Line]) -> int:
    """Blanks before the line that stands furthest to the left; the sign of where one stands wanders, and is left aside."""
    texts = ["".join(piece.text for piece in one) for one in lines]
    return min((len(text) - len(text.lstrip(" >")) for text in texts if text.strip(" >")), default=0)


def dragged(pressed: Offset | None, event: events.MouseEvent) -> bool:
    """Whether the mouse was moved away from where its button was pressed: people mark words so, and mean no click."""
    if pressed is None:
        return False
    across, down = event.screen_offset - pressed
    return max(abs(across), abs(down)) > STILL


class Canvas(Widget, can_focus=False):
    """Draws the lines it was given, and nothing else: no markup, no children, no truth of its own.

    Where there are more lines than fit, it shows a window on them, by default their end; the first line then says how
    many are above.
    """

    # A drag over a drawing would start a selection that shows nothing.
    ALLOW_SELECT = False
    # Nothing in it scrolls, so a new height asks for no second layout: the next frame is the whole picture.
    virtual_size = Reactive(Size(0, 0), layout=False, repaint=False)

    @dataclass
    class Chosen(Message):
        """A piece with an act was clicked; `right`: with the right button."""

        act: Act
        right: bool = False

    def __init__(self, id: str, *, ends: bool = False) -> None:
        """`ends`: keep the last lines in sight, not the first."""
        self._handed: tuple[Region, Size, list[Strip]] | None = None
        super().__init__(id=id)
        self._lines: tuple[Line, ...] = ()
        self._ends = ends
        self._back = 0
        self._sight: int | None = None
        self._stood: int | None = None
        self._left = 0
        self._touched = False
        self._pressed: Offset | None = None
        self._paints: Mapping[str, str] = {}
        self._painted: dict[str, Style] = {}

    @property
    def lines(self) -> tuple[Line, ...]:
        """What it draws, in sight or not."""
        return self._lines

    def show(self, lines: Sequence[Line], sight: int | None = None, *, still: bool = False) -> None:
        """Draw these lines from now on; where not all fit, line number `sight` is among those shown.

        `still`: the window stays where it is for as long as that line is in it. Only the rows that read otherwise than
        before are sent to the terminal.
        """
        new = tuple(lines)
        self._stood = self._start() if still else None
        before = self._window()
        grown = len(new) != len(self._lines) and self.styles.is_auto_height
        self._lines = new
        self._left = max(2, begins(new))
        self._back = 0
        self._sight = sight
        if grown:
            self.refresh(layout=True)
            return
        rows = enumerate(zip_longest(before, self._window()))
        changed = [Region(0, row, self.size.width, 1) for row, (was, now) in rows if was != now]
        if changed:
            self.refresh(*changed)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Where its height is left to itself: all its lines."""
        return len(self._lines)

    def turn(self, pages: int) -> None:
        """Move the window by so many pages, up if negative."""
        self._shift(pages * max(1, self.size.height - 2))

    @property
    def top(self) -> int:
        """The first of its lines that is in sight, counted from 0; a line that says how many more there are is none."""
        start = self._start()
        return start + 1 if start and self.size.height > 2 else start

    def stand(self, top: int) -> None:
        """Move the window so that this line is the first in sight."""
        wanted = top - 1 if top and self.size.height > 2 else top
        self._shift(wanted - self._start())

    def _start(self) -> int:
        """The first line of the window."""
        most = max(0, len(self._lines) - self.size.height)
        return max(0, min(most, self._usual(most) + self._back))

    def _shift(self, by: int) -> None:
        most = max(0, len(self._lines) - self.size.height)
        usual = self._usual(most)
        back = min(most, max(0, usual + self._back + by)) - usual
        if back != self._back:
            self._back = back
            self.refresh()

    def _usual(self, most: int) -> int:
        """The first line of the window before anybody turns a page."""
        if self._sight is None:
            return most if self._ends else 0
        # Two lines of room around it: the first and the last row may hold the signs that there is more.
        lowest, highest = self._sight - self.size.height + 3, self._sight - 1
        if self._stood is not None:
            return min(most, max(0, lowest, min(self._stood, highest)))
        return min(most, max(0, highest if self._sight < 2 else lowest))

    def _window(self) -> list[Line]:
        height = self.size.height
        start = self._start()
        shown = list(self._lines[start : start + height])
        below = len(self._lines) - start - height
        left = " " * self._left
        if start and height > 2:
            shown[0] = line(f"{left}↑ {start + 1} more (PageUp)", "quiet", Press("pageup"))
        if below > 0 and height > 2:
            shown[-1] = line(f"{left}↓ {below + 1} more (PageDown)", "quiet", Press("pagedown"))
        return shown

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of it, the same ones again as long as nothing of it was to be drawn anew.

        Textual asks every widget of a page for all of its rows whenever any cell of the page changes, at every key of a word.
        """
        if self._handed is None or self._handed[:2] != (crop, self.size):
            self._handed = crop, self.size, super().render_lines(crop)
        return self._handed[2]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Whatever is to be drawn anew, no row is the same any more."""
        self._handed = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_line(self, y: int) -> Strip:
        """One line of the drawing."""
        base = self.style_of("")
        window = self._window()
        pieces: Line = window[y] if y < len(window) else ()
        segments = [Segment(piece.text, self.style_of(piece.look)) for piece in pieces]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def style_of(self, look: Look) -> Style:
        """How this look is painted on the canvas in the theme that is worn; worked out once and not at every row.

        A component class for each look would be Textual's own way. It works out every one of them anew for each canvas
        whenever a page opens, and most are in no line of it.
        """
        if look not in self._painted:
            self._painted[look] = self.rich_style + self._paint(look)
        return self._painted[look]

    def _paint(self, look: Look) -> Style:
        colour, weight = self._paints.get(f"look-{look}"), self._paints.get(f"look-{look}-weight", "none")
        return Style.parse(weight) + Style.from_color(Color.parse(colour).rich_color if colour else None)

    def notify_style_update(self) -> None:
        """Textual has put rules on: all is painted anew, and where the theme is another one, it is drawn anew."""
        super().notify_style_update()
        self._handed = None
        self._painted.clear()
        worn = self.app.theme_variables
        if worn != self._paints:
            self._paints = worn
            self.refresh()

    def piece_at(self, x: int, y: int) -> Piece | None:
        """The piece that is drawn there."""
        window = self._window()
        if not 0 <= y < len(window):
            return None
        for piece in window[y]:
            if x < piece.width:
                return piece
            x -= piece.width
        return None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where."""
        self._pressed = event.screen_offset

    def on_click(self, event: events.Click) -> None:
        """Tell what was clicked."""
        pressed, self._pressed = self._pressed, None
        if dragged(pressed, event):
            event.stop()
            return
        began_elsewhere = event.chain > 1 and not self._touched
        self._touched = True
        if began_elsewhere:
            # The second half of a double click: its first half has opened this screen, and nobody has seen it yet.
            event.stop()
            return
        piece = self.piece_at(event.x, event.y)
        if piece is not None and piece.act is not None:
            event.stop()
            self.post_message(self.Chosen(piece.act, event.button == RIGHT))

    def on_mouse_scroll_up(self) -> None:
        """Wheel: earlier lines."""
        self._shift(-NOTCH)

    def on_mouse_scroll_down(self) -> None:
        """Wheel: later lines."""
        self._shift(NOTCH)
