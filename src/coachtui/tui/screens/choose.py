"""Choose: which conversation, how long, with whom. Turned towards the coachee: it leads with what a person would say."""

from dataclasses import dataclass, replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from coachtui.desk import Desk, Wish
from coachtui.desk.starting import usual_minutes
from coachtui.errors import UserError
from coachtui.framework.models import Framework
from coachtui.tui.ports import Conversation
from coachtui.tui.screens.panels import Ask, Blank, Page
from coachtui.tui.widgets.canvas import Canvas
from coachtui.tui.widgets.lines import EMPTY, Line, Piece, Press, cut, fit, line, pad, paragraph

KEYS = " Enter starts · left and right: minutes · r: remote · Escape goes back"


@dataclass(frozen=True, slots=True)
class Choice:
    """A framework in the list, and the length chosen for it."""

    framework: Framework
    minutes: int

    def other_length(self, by: int) -> "Choice":
        """The next length offered, or the one before."""
        lengths = self.framework.minutes
        at = lengths.index(self.minutes) + by
        return replace(self, minutes=lengths[max(0, min(len(lengths) - 1, at))])


class Choose(Screen[Conversation | None]):
    """The list of frameworks; gives the conversation that was begun, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("ctrl+b", "blank", show=False),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        entries = desk.catalogue.entries()
        self._choices = [
            Choice(entry.framework, usual_minutes(entry.framework)) for entry in entries if entry.framework is not None
        ]
        self._bad = sum(entry.framework is None for entry in entries)
        self._at = 0
        self._remote = False

    def compose(self) -> ComposeResult:
        """A drawing and a foot."""
        yield Canvas("choose")
        yield Canvas("foot")

    def on_resize(self) -> None:
        """Drawn for the new size."""
        self._draw()

    def action_blank(self) -> None:
        """An empty screen."""
        self.app.push_screen(Blank())

    def _draw(self) -> None:
        width, height = self.size
        if not width:
            return
        room = max(1, height - 11)
        first = max(0, min(self._at - room // 2, len(self._choices) - room))
        found: list[Line] = [line(" What would help most today?", "question"), EMPTY]
        for at, choice in enumerate(self._choices[first : first + room], first):
            found.append(_row(choice, width, here=at == self._at, number=at))
        found += [EMPTY, *self._about(width)]
        self.query_one("#choose", Canvas).show(found)
        self.query_one("#foot", Canvas).show([line(fit(KEYS, width), "key")])

    def _about(self, width: int) -> list[Line]:
        if not self._choices:
            return [line("   There is no framework that can be used. coachtui check says what is wrong.", "warn")]
        chosen = self._choices[self._at]
        framework = chosen.framework
        where = "remote" if self._remote else "in one room"
        found = [
            (Piece("   "), *_lengths(chosen), Piece(f" min · {where}", "quiet", Press("r"))),
            EMPTY,
            *paragraph(framework.summary, min(76, width - 4), first="   "),
        ]
        if framework.use_when:
            found += paragraph(f"Good when  {framework.use_when}", min(76, width - 4), "quiet", first="   ")
        if framework.not_when:
            found += paragraph(
                f"Better another day when  {framework.not_when}", min(76, width - 4), "quiet", first="   "
            )
        if self._bad:
            files = "1 framework file" if self._bad == 1 else f"{self._bad} framework files"
            found += [EMPTY, line(f"   {files} cannot be used; coachtui check says why.", "warn")]
        return found

    # -- keys

    def on_key(self, event: events.Key) -> None:
        """Arrows, r, Enter."""
        if not self._choices:
            return
        if event.key in {"up", "down"}:
            self._at = (self._at + (1 if event.key == "down" else -1)) % len(self._choices)
        elif event.key in {"left", "right"}:
            self._choices[self._at] = self._choices[self._at].other_length(1 if event.key == "right" else -1)
        elif event.key == "r":
            self._remote = not self._remote
        elif event.key == "enter":
            self.run_worker(self._begin(), exclusive=True)
        self._draw()

    def on_canvas_chosen(self, event: Canvas.Chosen) -> None:
        """A click chooses; on the chosen one it starts."""
        if not isinstance(event.act, Press):
            return
        if event.act.key == "r":
            self._remote = not self._remote
        elif event.act.key.startswith("min:"):
            self._choices[self._at] = replace(self._choices[self._at], minutes=int(event.act.key[4:]))
        elif int(event.act.key) == self._at:
            self.run_worker(self._begin(), exclusive=True)
        else:
            self._at = int(event.act.key)
        self._draw()

    async def _begin(self) -> None:
        """Ask who is there, then start. A question left with Escape comes back here."""
        choice = self._choices[self._at]
        people = await self._people(choice.framework)
        if people is None:
            return
        try:
            wish = Wish(minutes=choice.minutes, remote=self._remote)
            self.dismiss(self._desk.start(choice.framework.id, people, wish))
        except UserError as error:
            await self.app.push_screen_wait(Page((str(error),)))

    async def _people(self, framework: Framework) -> list[tuple[str, str | None]] | None:
        """First names or codes; whoever is left out is called by the role."""
        found: list[tuple[str, str | None]] = []
        for role in (framework.coachee, framework.coach):
            name = await self._ask(f"{role}: a first name, initials or a code. Enter leaves it out.")
            if name is None:
                return None
            found.append((name, role))
        while set(framework.people) != {"two"}:
            name = await self._ask("Who else is here? Enter when that is everybody.")
            if name is None:
                return None
            if not name:
                break
            found.append((name, None))
        return found

    async def _ask(self, question: str) -> str | None:
        return await self.app.push_screen_wait(Ask(question, "a first name or a code"))


def _lengths(choice: Choice) -> list[Piece]:
    return [
        Piece(
            f"[{minutes}]" if minutes == choice.minutes else f" {minutes} ",
            "here" if minutes == choice.minutes else "quiet",
            Press(f"min:{minutes}"),
        )
        for minutes in choice.framework.minutes
    ]


def _row(choice: Choice, width: int, *, here: bool, number: int) -> Line:
    framework = choice.framework
    act = Press(str(number))
    words = framework.words or framework.summary or framework.name
    sign = " > " if here else "   "
    room = max(12, min(46, width - 30))
    lead = Piece(sign + pad(words, room), "here" if here else "", act)
    return cut((lead, Piece(f"  {framework.name} · {choice.minutes}", "quiet", act)), width - 1)
