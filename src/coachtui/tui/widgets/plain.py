"""The one way a text becomes something a widget may show. Touches nothing.

Textual reads a bare `str` as markup nearly everywhere: `[/] done` ends the program, `[@click=...]` acts. So no text
of a person or a file is ever given to a widget as it is; `tests/tui/test_lint.py` reads the source for it.
"""

from textual.content import Content

from coachtui.text import visible


def plain(text: str) -> Content:
    """The text exactly as it stands: no markup, and a small sign for each character that could drive a terminal."""
    return Content(visible(text))


def flat(text: str) -> str:
    """The text on one line, tabs and line ends as blanks, hostile characters as a small sign."""
    shown = visible(text)
    return shown if shown.isprintable() else " ".join(shown.replace("\t", " ").split("\n"))
