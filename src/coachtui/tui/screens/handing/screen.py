"""A copy for somebody, from for whom to the file. Uses Textual; what goes and what stays comes from the desk's `handing`.

One screen with five stages; Escape goes one back. What was answered is held here until the screen closes, and nowhere else:
next time it is asked again.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from coachtui.desk import Desk
from coachtui.desk.handing import CARE, Handing, choices, handing_with, there_before
from coachtui.desk.places import told
from coachtui.errors import UserError
from coachtui.report.handed import endings
from coachtui.report.handed.preview import held_back_lines, preview_lines
from coachtui.report.handed.words import is_own
from coachtui.session.models import Session
from coachtui.tui.screens.handing import drawing
from coachtui.tui.screens.handing.making import make
from coachtui.tui.screens.letters import Doing, Letter, feet, keys_of, letters, press
from coachtui.tui.screens.panels import Blank, close
from coachtui.tui.screens.review.drawing import centred_rule
from coachtui.tui.shell.ahead import on_the_way
from coachtui.tui.widgets.canvas import Canvas
from coachtui.tui.widgets.lines import EMPTY, Line, Press, in_page, indented, paragraph

#: Where one stands on the way to a copy.
Stage = Literal["reading", "whom", "asking", "page", "kept", "format", "made"]

WHOM = "For whom shall a copy be made? Beside each stands what was agreed."
HOW = "What kind of file?"
KEPT = "For you alone. This page goes nowhere; do not turn the screen."
MADE = "It is written, and only your account on this computer can open it:"
#: What Enter does where it takes no row, and the other key of what is kept back.
TAKES: Mapping[Stage, str] = {
    "asking": "{} not now",
    "page": "{} makes the file",
    "kept": "{} back to the page",
    "made": "{} done",
}
KEEPS: Mapping[Stage, str] = {"page": "{} for you alone: what stays here"}
TITLES: Mapping[Stage, str] = {"whom": WHOM, "format": HOW, "kept": KEPT, "made": MADE, "reading": "One moment."}


class Share(Screen[None]):
    """The way from a conversation to a file for somebody."""

    def __init__(self, desk: Desk, session: Session, audience: str = "") -> None:
        """`audience`: for whom, where that is clear."""
        super().__init__()
        self._desk = desk
        self._session = session
        self._before: tuple[Session, ...] = ()
        self._choices = choices(session)
        self._named = audience
        self._given: Handing | None = None
        self._answers: dict[str, bool] = {}
        self._stage: Stage = "reading"
        self._at = 0
        self._said: tuple[str, ...] = ()
        self._path: Path | None = None
        self._busy = False
        self._above_shown = Canvas("above")
        self._page_shown = Canvas("sheet")
        self._foot_shown = Canvas("foot")

    def compose(self) -> ComposeResult:
        """What stage it is, its page, the keys."""
        yield self._above_shown
        yield self._page_shown
        yield self._foot_shown

    def on_mount(self) -> None:
        """Begin, once it is known what these people held before."""
        self.run_worker(self._look(), name="_look")

    async def _look(self) -> None:
        with suppress(UserError, OSError):  # then nothing is told of earlier conversations
            self._before = await asyncio.to_thread(there_before, self._desk, self._session)
        if self._named:
            self._choose(self._named)
        else:
            self._stand("whom")

    # -- from stage to stage

    def _stand(self, stage: Stage, at: int = 0, *said: str) -> None:
        self._stage, self._at, self._said = stage, at, said
        self.draw()

    def _choose(self, audience: str) -> None:
        self._given, self._answers = handing_with(self._session, self._before, audience), {}
        if self._given.nothing:
            names = [one.audience for one in self._choices]
            self._named = ""
            self._stand("whom", names.index(audience) if audience in names else 0, self._given.nothing)
            return
        self._stand("asking" if self._given.questions else "page")

    def _answer(self, said: bool | None) -> None:
        """Yes, no, or not now; then the next."""
        given = self._given
        if given is None:
            return
        key = given.questions[self._at].key
        self._answers.pop(key, None)
        if said is not None:
            self._answers[key] = said
        if self._at + 1 < len(given.questions):
            self._stand("asking", self._at + 1)
        else:
            self._show_page()

    def _leave_rest(self) -> None:
        """Not now, for this one and all that follow."""
        if self._given is not None:
            for one in self._given.questions[self._at :]:
                self._answers.pop(one.key, None)
            self._show_page()

    def _show_page(self) -> None:
        if self._given is not None:
            self._given = self._given.answered(self._answers)
            self._stand("page")

    def _back(self) -> None:
        """One stage back, or away."""
        asked = self._given.questions if self._given is not None else ()
        if self._stage == "asking" and self._at:
            self._stand("asking", self._at - 1)
        elif self._stage == "page" and asked:
            self._stand("asking", len(asked) - 1)
        elif self._stage in {"asking", "page"} and not self._named:
            names = [one.audience for one in self._choices]
            self._stand("whom", names.index(self._given.audience) if self._given is not None else 0)
        elif self._stage in {"kept", "format", "made"}:
            self._stand("page")
        else:
            close(self, None)

    def _forward(self) -> None:
        """Enter."""
        if self._stage == "whom":
            self._choose(self._choices[self._at].audience)
        elif self._stage == "asking":
            self._answer(None)
        elif self._stage == "page":
            self._stand("format")
        elif self._stage == "kept":
            self._stand("page")
        elif self._stage == "format":
            self._make(self._endings[self._at])
        elif self._stage == "made":
            close(self, None)

    # -- the file

    @property
    def _endings(self) -> tuple[str, ...]:
        can = endings(self._given.shared) if self._given is not None else ()
        return tuple(one for one in drawing.FORMATS if one in can)

    def _make(self, ending: str) -> None:
        if not self._busy and ending in self._endings:
            self._busy = True
            on_the_way(self, self._asked(ending))

    async def _asked(self, ending: str) -> None:
        try:
            path = await make(self.app, self._desk, self._given, ending) if self._given is not None else None
            if path is not None:
                self._path = path
                self._stand("made")
        finally:
            self._busy = False

    # -- keys

    def letters(self) -> Sequence[Letter]:
        """What each key does at this stage; foot, keys and clicks are made from it."""
        always: dict[str, Callable[[], object]] = {
            "up": lambda: self._move(-1),
            "down": lambda: self._move(1),
            "page-up": lambda: self._page_shown.turn(-1),
            "page-down": lambda: self._page_shown.turn(1),
            "blank": lambda: self.app.push_screen(Blank()),
            "back": self._back,
        }
        if self._stage != "reading":
            always["take"] = self._forward
        feet = {"take": TAKES.get(self._stage, "{} takes it"), "kept": KEEPS.get(self._stage, "")}
        if self._stage in {"whom", "reading"}:
            feet["back"] = "{} back"
        return letters(keys_of(self), "copy", {**always, **self._doing()}, feet)

    def _doing(self) -> Doing:
        """What can be done at this stage alone."""
        found: Mapping[Stage, Doing] = {
            "asking": {
                "yes": lambda: self._answer(True),
                "no": lambda: self._answer(False),
                "rest": self._leave_rest,
            },
            "page": {"kept": lambda: self._stand("kept")},
            "kept": {"kept": self._forward},
            "format": {drawing.NAMES[one]: self._maker(one) for one in self._endings},
        }
        return found.get(self._stage, {})

    def _maker(self, ending: str) -> Callable[[], None]:
        return lambda: self._make(ending)

    def on_key(self, event: events.Key) -> None:
        """Choose, answer, turn pages, go on or back."""
        event.stop()
        self.press(event.key)

    def press(self, key: str) -> None:
        """What a key does."""
        press(self.letters(), key)

    def _move(self, by: int) -> None:
        """Over the rows where there are any to choose from; else a page."""
        if self._rows:
            self._stand(self._stage, max(0, min(self._rows - 1, self._at + by)))
        else:
            self._page_shown.turn(by)

    @property
    def _rows(self) -> int:
        """How many rows there are to choose from at this stage."""
        return {"whom": len(self._choices), "format": len(self._endings)}.get(self._stage, 0)

    def on_canvas_chosen(self, event: Canvas.Chosen) -> None:
        """A click takes a row, or presses a key."""
        event.stop()
        if not isinstance(event.act, Press):
            return
        word, _, number = event.act.key.partition(" ")
        if word == "row" and number:
            self._at = int(number)
            self._forward()
        else:
            self.press(event.act.key)

    # -- drawing

    def on_resize(self) -> None:
        """Set for the new width."""
        self.draw()

    def draw(self) -> None:
        """Set the stage for the present width."""
        width = self.size.width
        if not width:
            return  # too early for this screen
        self._above_shown.show([*in_page(self._title(width), width), EMPTY])
        page = in_page(self._page(width), width)
        self._page_shown.show(page, self._at if self._rows else None)
        told: list[Line] = []
        for said in self._said:
            told += indented(paragraph(said, width - 2, "strong"), 1)
        self._foot_shown.show([centred_rule(width), *told, *feet(self.letters(), width)])

    def _title(self, width: int) -> list[Line]:
        audience = self._given.audience if self._given is not None else ""
        if self._stage == "page":
            return drawing.for_whom(audience, width)
        if self._stage == "asking":
            return drawing.asked_for(audience, width)
        return indented(paragraph(TITLES[self._stage], width - 2, "strong"), 1)

    def _page(self, width: int) -> list[Line]:
        """What stands in the middle."""
        given, room = self._given, min(drawing.WIDEST, width - 4)
        if self._stage == "whom":
            return drawing.whom(self._choices, self._at, width)
        if given is None:
            return []
        if self._stage == "asking":
            return drawing.question(given.questions, self._at, self._answers, given.audience, width)
        if self._stage == "page":
            return drawing.page(preview_lines(given.shared, room))
        if self._stage == "kept":
            return drawing.page(held_back_lines(given.held_back, room)[2:] or ["Nothing is held back."])
        if self._stage == "format":
            keymap = keys_of(self)
            return drawing.formats(self._endings, self._at, width, lambda name: keymap.said("copy", name))
        care = [EMPTY, *paragraph(CARE, room)] if is_own(given.audience) else []
        return indented([*paragraph(told(self._path or Path()), room, "strong"), *care], 2)
