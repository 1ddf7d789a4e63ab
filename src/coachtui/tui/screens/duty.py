"""The duty-to-act card over a conversation: whom to speak to now, and that it was needed. Uses Textual; holds no truth.

It opens in the shared view too, so nothing that was said stands on it, and there is nowhere to write what was disclosed.
"""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from coachtui.framework.duty import LONGEST, STOP, DutyCard, ToldFirst
from coachtui.text import is_blank, one_line
from coachtui.tui.screens.letters import Letter, keys_of, letters, press
from coachtui.tui.screens.panels import WIDEST, Ask, close, ways_out
from coachtui.tui.widgets.canvas import Canvas
from coachtui.tui.widgets.lines import EMPTY, PAGE, Line, Look, Piece, Press, in_page, indented, line, paragraph, wrap

#: What each key of the table answers to whether the person was told first.
ANSWERS: dict[str, ToldFirst] = {"yes": "yes", "no": "no", "not-yet": "not yet"}
OTHERS = "somebody else"
WHO = "Who will be told? A name or a role, and nothing of what was said."


class Duty(Screen[str | None]):
    """The card; gives what the command `/duty` is to be told, or None where nothing is recorded."""

    AUTO_FOCUS = ""

    def __init__(self, card: DutyCard, read_only: str | None = None) -> None:
        """`read_only`: why nothing can be recorded here, as a sentence."""
        super().__init__()
        self._card = card
        self._read_only = read_only
        self._who = ""
        self._told: ToldFirst | None = None
        self._said = ""
        self._digit = 0
        self._sheet = Canvas("page")
        self._sheet_foot = Canvas("page-foot")

    def compose(self) -> ComposeResult:
        """The card, and below it what is chosen."""
        yield self._sheet
        yield self._sheet_foot

    def on_mount(self) -> None:
        """Before the first frame."""
        self._draw()

    def on_resize(self) -> None:
        """Wrap anew."""
        self._draw()

    # -- how it looks

    def _draw(self) -> None:
        width = self.size.width
        if not width:
            return
        self._sheet.show(in_page(indented(self._page(min(WIDEST, width - 4)), 2), width))
        foot = in_page(indented(self._foot(min(width, PAGE) - 2), 1), width)
        self._sheet_foot.show([line("─" * width, "edge"), *foot])

    def _page(self, width: int) -> list[Line]:
        found: list[Line] = [
            EMPTY,
            *paragraph(STOP, width, "warn"),
            EMPTY,
            *paragraph("Speak to now:", width, "strong"),
        ]
        for number, name in enumerate(self._card.names, 1):
            found += self._choice(str(number), name, width, chosen=self._who == name)
        other = self._who if self._who and self._who not in self._card.names else ""
        found += self._choice(keys_of(self).said("card", "other"), other or OTHERS, width, chosen=bool(other))
        found.append(EMPTY)
        for step in self._card.steps:
            found += paragraph(step, width, first="· ")
        return found

    def _choice(self, key: str, words: str, width: int, *, chosen: bool) -> list[Line]:
        look: Look = "here" if chosen else ""
        return paragraph(words, width, look, first=f"{'>' if chosen else ' '} {key}  ", act=Press(key))

    def _foot(self, width: int) -> list[Line]:
        found: list[Line] = []
        if self._said:
            found += paragraph(self._said, width, "strong")
        other = keys_of(self).said("card", "other")
        who = self._who or f"1{f' to {len(self._card.names)}' if len(self._card.names) > 1 else ''}, or {other}"
        found += paragraph(who, width, "" if self._who else "quiet", first="Who will be told?  ")
        found += self._answers(width)
        return [*found, *ways_out([one for one in self._letters if one.name not in ANSWERS], width)]

    def _answers(self, width: int) -> list[Line]:
        """Whether the person was told first: the three answers, each with its letter."""
        question = "Was the person told first?  "
        answers = [Piece(one.foot, "quiet", Press(one.key)) for one in self._letters if one.name in ANSWERS]
        if self._told is not None:
            return paragraph(self._told, width, first=question)
        if len(question) + sum(one.width + 3 for one in answers) - 3 > width:
            return [*(line(row) for row in wrap(question.strip(), width)), *((one,) for one in answers)]
        row: list[Piece] = [Piece(question)]
        for one in answers:
            row += [one, Piece("   ")]
        return [tuple(row[:-1])]

    # -- what keys do

    def on_key(self, event: events.Key) -> None:
        """One letter each; Enter records, Escape goes back."""
        event.stop()
        self._pressed(event.key)

    def on_canvas_chosen(self, event: Canvas.Chosen) -> None:
        """A click on a name or an answer chooses it."""
        event.stop()
        if isinstance(event.act, Press):
            self._pressed(event.act.key)

    def _pressed(self, key: str) -> None:
        self._digit = int(key) if key.isdecimal() else 0
        press(self._letters, key)

    @property
    def _letters(self) -> tuple[Letter, ...]:
        """What the keys do here."""
        doing: dict[str, Callable[[], object]] = {
            "who": self._choose,
            "other": lambda: self.app.push_screen(Ask(WHO), self._named),
            "yes": lambda: self._answer("yes"),
            "no": lambda: self._answer("no"),
            "not-yet": lambda: self._answer("not yet"),
            "page-up": lambda: self._sheet.turn(-1),
            "page-down": lambda: self._sheet.turn(1),
            "record": self._record,
            "back": lambda: close(self, None),
        }
        return letters(keys_of(self), "card", doing)

    def _choose(self) -> None:
        """The person of the digit that was pressed."""
        if 1 <= self._digit <= len(self._card.names):
            self._who = self._card.names[self._digit - 1]
            self._tell("")

    def _answer(self, told: ToldFirst) -> None:
        self._told = told
        self._tell("")

    def _named(self, answer: str | None) -> None:
        """Other words than those of the card: a name or a role, no more."""
        words = one_line(answer or "")
        if is_blank(words):
            return
        if len(words) > LONGEST or words.isdecimal():
            self._tell(
                f"Who will be told is a name or a role of at most {LONGEST} characters. Nothing of what was said."
            )
            return
        self._who = words
        self._tell("")

    def _record(self) -> None:
        if self._read_only is not None:
            self._tell(f"Nothing can be recorded here. {self._read_only}")
        elif not self._who:
            self._tell("Who will be told? A digit chooses.")
        elif self._told is None:
            yes, no, not_yet = (keys_of(self).said("card", name) for name in ANSWERS)
            self._tell(f"Was the person told first? {yes}, {no} or {not_yet}.")
        else:
            close(self, f"{self._who} {self._told}")

    def _tell(self, sentence: str) -> None:
        self._said = sentence
        self._draw()
