"""Which signs the screens are drawn with, and the last gate that makes every sign plain. Knows no conversation.

A drawing is made with the set that `signs_for` chose. Signs that stand in words all over the screens (a tick, an
arrow, a rule) are exchanged where the line is drawn, cell for cell: so nothing has to be remembered where words are
written, and what somebody typed is drawn by its nearest plain sign too, where the font has no other. What is kept is
never changed.
"""

from collections.abc import Mapping
from typing import Final

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from coachtui.layouts import ASCII, USUAL, Signs

#: Terminals whose font has a few hundred signs only.
FEW_SIGNS: Final = frozenset({"linux", "dumb", "vt100", "vt102", "vt220", "ansi", "cons25"})

#: The nearest plain sign of every sign that the program draws, and of those that word processors put into texts.
#: Each takes one cell, as what it stands for does.
PLAIN: Final[Mapping[str, str]] = {
    **dict.fromkeys("·•–—‐‑─━╌┄", "-"),
    **dict.fromkeys("═", "="),
    **dict.fromkeys("│┃║", "|"),
    **dict.fromkeys("╭╮╰╯┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬", "+"),
    **dict.fromkeys("▔▁", "-"),
    **dict.fromkeys("█▉▊▋▌▓", "#"),
    **dict.fromkeys("░▒", "."),
    **dict.fromkeys("✓✔", "*"),
    **dict.fromkeys("→▶►▸", ">"),
    **dict.fromkeys("←◀◄", "<"),
    **dict.fromkeys("↑▲", "^"),
    **dict.fromkeys("↓▼", "v"),
    **dict.fromkeys("○◔◑◕●", "o"),
    **dict.fromkeys("‘’‚", "'"),
    **dict.fromkeys("“”„«»", '"'),
    "×": "x",
    "…": "~",
    "\N{NO-BREAK SPACE}": " ",
    "≈": "~",
    "≡": "=",
    "■": "#",
    "◊": "*",
    "\N{REPLACEMENT CHARACTER}": "?",
}
_TABLE: Final = str.maketrans(dict(PLAIN))


def signs_for(encoding: str | None, term: str, wanted: str = "auto") -> Signs:
    """The set of signs for a terminal.

    Args:
        encoding: what the terminal's stream is written in; None where nothing is known.
        term: the variable TERM.
        wanted: the setting `signs`: `auto`, `usual` or `ascii`.
    """
    if wanted in {"usual", "ascii"}:
        return ASCII if wanted == "ascii" else USUAL
    known = (encoding or "utf-8").lower().replace("-", "").replace("_", "")
    return USUAL if known.startswith("utf") and term not in FEW_SIGNS else ASCII


class PlainSigns(LineFilter):
    """Draws each sign that a font may lack by its nearest plain one."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments; only those with such a sign are made anew."""
        if all(segment.text.isascii() for segment in segments):
            return segments
        return [
            segment if segment.control else Segment(segment.text.translate(_TABLE), segment.style)
            for segment in segments
        ]
