"""Floor: a Textual program with one label."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Label(App[None]):
    """One label."""

    def compose(self) -> ComposeResult:
        """The label."""
        yield Static("What would you like?")


Label().run()
