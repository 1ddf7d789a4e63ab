"""What a terminal with few colours, or none, is sent instead. The last gate but one before the terminal; uses Textual.

Rich turns a colour that a terminal lacks into the nearest one it has. With 256 colours that looks right. With sixteen
it does not: a calm grey becomes black on black. So there the table says itself which of the sixteen each paint is.
"""

from functools import lru_cache
from typing import Final

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from coachtui.tui.looks.paints import INK, PAINTS, PAPER, Name

_BARE: Final = Style.from_color(RichColor.default(), RichColor.default())


class NoColour(LineFilter):
    """Takes every colour away; weights stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments in the terminal's own two colours."""
        return [
            segment if segment.style is None else Segment(segment.text, segment.style + _BARE, segment.control)
            for segment in segments
        ]


class Sixteen(LineFilter):
    """Exchanges the colours of one theme for those the table names among the sixteen."""

    def __init__(self, name: Name) -> None:
        super().__init__()
        every = [PAPER[name], INK[name], *(themes[name] for themes in PAINTS.values())]
        self._numbers: dict[tuple[int, ...], int] = {_triple(paint.colour): paint.sixteen for paint in every}
        self._ink, self._paper = INK[name].sixteen, PAPER[name].sixteen
        self._style = lru_cache(256)(self._exchanged)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments in some of the sixteen colours."""
        return [
            segment if segment.style is None else Segment(segment.text, self._style(segment.style), segment.control)
            for segment in segments
        ]

    def _exchanged(self, style: Style) -> Style:
        ink, paper = self._near(style.color, self._ink), self._near(style.bgcolor, self._paper)
        return style + Style.from_color(ink, paper)

    def _near(self, colour: RichColor | None, usual: int) -> RichColor:
        if colour is None or colour.triplet is None:
            return RichColor.from_ansi(usual)
        return RichColor.from_ansi(self._numbers.get(tuple(colour.triplet), usual))


def _triple(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
