"""The last gate before the terminal: no line that is drawn can drive it, wherever its text came from.

Text is cleaned where it enters and made plain where it is shown; this holds even where both were forgotten.
"""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from coachtui.text import visible


class CleanLines(LineFilter):
    """Puts a small sign in the place of every control character, escape and reading-direction override."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments; only one that holds something hostile is made anew."""
        if all(segment.control or segment.text.isprintable() for segment in segments):
            return segments
        return [segment if segment.control else Segment(visible(segment.text), segment.style) for segment in segments]
