"""Floor: a question, a hint and a TextArea in Textual, texts changed in place at each Enter.

Words after the file's name: `footer` adds Textual's Footer, `pydantic` loads pydantic with two small models as well, `steady`
keeps the cursor from blinking.
"""

import sys
from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Footer, Static, TextArea

WORDS = sys.argv[1:]

if "pydantic" in WORDS:
    from pydantic import BaseModel

    class Note(BaseModel, frozen=True):
        """A note."""

        id: str
        text: str

    class Session(BaseModel, frozen=True):
        """A session."""

        id: str
        notes: tuple[Note, ...] = ()


class Answer(TextArea):
    """Where the answer is typed; Enter asks for the next question."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.prevent_default()
            event.stop()
            self.app.query_one("#question", Static).update(question())
            self.app.query_one("#hint", Static).update(f"{len(asked)} asked so far")
            self.text = ""
        else:
            await super()._on_key(event)


asked: list[int] = []


def question() -> str:
    """The next question."""
    asked.append(1)
    return f"What would you say to number {len(asked):03}?"


class Question(App[None]):
    """A question and a place for its answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "nothing", "another way"),
        Binding("ctrl+o", "nothing", "park"),
        Binding("ctrl+g", "nothing", "tips"),
    ]

    def compose(self) -> ComposeResult:
        """Two texts, the place for the answer, and perhaps the Footer."""
        yield Static(question(), id="question")
        yield Static("nothing asked so far", id="hint")
        yield Answer()
        if "footer" in WORDS:
            yield Footer()

    def on_mount(self) -> None:
        """The cursor stands in the answer."""
        self.query_one(Answer).focus()
        self.query_one(Answer).cursor_blink = "steady" not in WORDS


Question().run()
