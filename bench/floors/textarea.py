"""Floor: a Textual program with one empty TextArea. A word after the file's name: a text it holds already, of so many characters."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import TextArea

SENTENCE = "what was said in the meeting about the timetable and who was there. "


class Area(App[None]):
    """One TextArea."""

    def compose(self) -> ComposeResult:
        """The TextArea."""
        size = int(sys.argv[1]) if len(sys.argv) > 1 else 0
        yield TextArea((SENTENCE * (size // len(SENTENCE) + 1))[:size] + "ready")


Area().run()
