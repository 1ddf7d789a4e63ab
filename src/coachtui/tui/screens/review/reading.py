"""A page that is read thing by thing: arrows, j and k, the wheel and clicks move over it, Enter goes to a thing.

Uses Textual. It is given a way to make its page, and holds no truth of its own.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen

from coachtui.layouts import USUAL, Signs
from coachtui.report.review import Sheet
from coachtui.session.models import Session
from coachtui.tui.screens.letters import Doing, Letter, feet, help_page, keys_of, letters, press
from coachtui.tui.screens.panels import Blank, Page, close
from coachtui.tui.screens.review import drawing
from coachtui.tui.screens.review.stops import Stop, stops
from coachtui.tui.widgets.canvas import Canvas
from coachtui.tui.widgets.lines import Line, Press, fit, in_page, indented, line, paragraph


class Paper(Protocol):
    """Makes a page."""

    def __call__(self, width: int, signs: Signs, *, private: bool, earlier: bool) -> Sheet:
        """The page for a width, pictures drawn with these signs; with private things and earlier wordings, or without."""
        ...


CLOSED = "This conversation is closed. Enter again opens it to mend this or take it out; it is closed again then."
MENDED = "Mended. The conversation is closed again."
TAKEN = "Taken out. The conversation is closed again."
AGAIN = "Nothing was changed. The conversation is closed again."
FORGET = "Take the earlier wording of this away for good? Nothing brings it back. Enter takes it away; any other key leaves it."

HELP = (
    "Up and Down go from thing to thing; everything can be clicked. Enter on a line opens its words to be mended; with no "
    "words left, Enter takes it out."
)

OWN = "Yours to read. It is not what is handed on."


class Reading(Screen[Stop | None]):
    """A sheet to read; gives the thing that Enter was pressed on, or None."""

    class CopyWanted(Message):
        """A copy of what is read here is wanted for somebody, as it stands at this moment."""

        def __init__(self, session: Session) -> None:
            super().__init__()
            self.session = session

    AUTO_FOCUS = ""

    def __init__(
        self, paper: Paper | None = None, *, private: bool = False, copied: Callable[[], Session] | None = None
    ) -> None:
        """`paper` may come later; see `lay`. `copied`: what a copy is made of, where one can be had from here."""
        super().__init__()
        self._paper = paper
        self._copied = copied
        self._private = private
        self._sheet = Sheet((), 0)
        self._stops: tuple[Stop, ...] = ()
        self._at = -1
        self._words: tuple[str, ...] = ()
        self._said: tuple[str, ...] = ()
        self._earlier = False
        #: What was said when a closed conversation was opened from here to mend one thing.
        self._opened_at: Session | None = None
        #: The next Enter takes the earlier wording of this thing away for good.
        self._forgetting = False
        self._above_shown = Canvas("above")
        self._page_shown = Canvas("sheet")
        self._foot_shown = Canvas("foot")

    def compose(self) -> ComposeResult:
        """A line above, the page, the keys."""
        yield self._above_shown
        yield self._page_shown
        yield self._foot_shown

    def on_mount(self) -> None:
        """Before the first frame."""
        self.draw()

    def on_resize(self) -> None:
        """Set for the new width."""
        self.draw()

    # -- what stands here

    def lay(self, paper: Paper) -> None:
        """Put this page here; where one stood stays where it is, if it still stands on it."""
        self._paper = paper
        self.draw()

    def tell(self, *sentences: str) -> None:
        """Say this below the page, and nothing of before."""
        self._said = sentences
        self.draw()

    def doing(self) -> Doing:
        """What can be done with this page now, by the names of the table."""
        found: dict[str, Callable[[], object]] = {
            "mend": self.enter,
            "up": lambda: self._step(-1),
            "down": lambda: self._step(1),
            "page-up": lambda: self._page(-1),
            "page-down": lambda: self._page(1),
            "first": lambda: self._step(-len(self._stops)),
            "last": lambda: self._step(len(self._stops)),
            "blank": lambda: self.app.push_screen(Blank()),
            "help": self._help,
            "back": lambda: close(self, None),
        }
        if self._sheet.private:
            found["private"] = self._show_private
        if self._sheet.earlier:
            found["earlier"] = self._show_earlier
        if self.worded_before():
            found["forget"] = self._ask_to_forget
        copied = self._copied
        if copied is not None:
            found["copy"] = lambda: self.post_message(self.CopyWanted(copied()))
        return found

    def feet(self) -> dict[str, str]:
        """Words for the foot where those of the table do not say how it is now."""
        found = {"private": "{} hides private lines"} if self._private else {}
        return found | ({"earlier": "{} only as it is now"} if self._earlier else {})

    @property
    def _letters(self) -> tuple[Letter, ...]:
        """What the keys do here."""
        return letters(keys_of(self), "sheet", self.doing(), self.feet())

    def _help(self) -> None:
        self.app.push_screen(Page(help_page(keys_of(self), self._letters, HELP)))

    def _show_private(self) -> None:
        self._private = not self._private
        self.draw()

    def _show_earlier(self) -> None:
        self._earlier = not self._earlier
        self.draw()

    def came_back(self, session: Session) -> None:
        """After something was to be mended in a closed conversation: say whether anything was."""
        before, self._opened_at = self._opened_at, None
        if before is not None:
            same = (before.records, before.parked) == (session.records, session.parked)
            self._said = (AGAIN if same else TAKEN if _gone(session) - _gone(before) else MENDED,)

    def _ask_to_forget(self) -> None:
        self._forgetting = True
        self.tell(FORGET)

    def worded_before(self) -> bool:
        """Whether one stands at a thing that said something else before, and that can be taken away from here."""
        return False

    def forget(self) -> None:
        """Take the earlier wordings of the thing one stands at away for good."""
        raise NotImplementedError

    def draw(self) -> None:
        """Set the page anew for the present width."""
        width = self.size.width
        if not width or self._paper is None:
            return  # too early for this screen
        stood = self._stops[self._at].name if 0 <= self._at < len(self._stops) else None
        signs: Signs = getattr(self.app, "signs", USUAL)
        self._sheet = self._paper(width - drawing.LEFT - 1, signs, private=self._private, earlier=self._earlier)
        self._stops = stops(self._sheet.rows)
        if stood is not None:
            same = [number for number, stop in enumerate(self._stops) if stop.name == stood]
            self._at = same[0] if same else min(self._at, len(self._stops) - 1)
        self._show()

    def _show(self, top: int | None = None) -> None:
        """Draw it; `top`: the line that stays at the top."""
        width = self.size.width
        self._above_shown.show(in_page(indented([line(fit(OWN, width - 2), "quiet")], 1), width))
        lines = in_page(drawing.page(self._sheet.rows, self._stops, self._at, self._words), width)
        # Until somebody moves, the page stands at its beginning.
        self._page_shown.show(lines, self._stops[self._at].last if self._at >= 0 else None, still=True)
        if top is not None:
            self._page_shown.stand(top)
        self._foot_shown.show([drawing.centred_rule(width), *self._told(width), *self._keys(width)])

    def _told(self, width: int) -> list[Line]:
        found: list[Line] = []
        for said in self._said:
            found += indented(paragraph(said, width - 2, "strong"), 1)
        here = self._sheet.names.get(self.stop.thing) if self.stop is not None and not self.stop.session else None
        if here is not None:
            found += indented([line(fit(f"Here: {here}", width - 2), "here")], 1)
        many = self._sheet.private
        if many and not self._private:
            key = keys_of(self).said("sheet", "private")
            words = f"1 private line: {key} shows it" if many == 1 else f"{many} private lines: {key} shows them"
            found += indented([line(fit(words, width - 2), "quiet")], 1)
        return found

    def _keys(self, width: int) -> list[Line]:
        return feet(self._letters, width)

    # -- moving

    def find(self, thing: str, words: Sequence[str] = ()) -> None:
        """Stand at a thing, with these words marked in it; where it is not on the page, stay."""
        self._words = tuple(words)
        self._at = next((number for number, stop in enumerate(self._stops) if stop.thing == thing), self._at)
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Move, go to a thing, or what this page can do."""
        self.press(event.key)

    def on_canvas_chosen(self, event: Canvas.Chosen) -> None:
        """A click on a thing goes to it; one on a key presses it."""
        event.stop()
        if not isinstance(event.act, Press):
            return
        word, _, number = event.act.key.partition(" ")
        if word == "at" and number:
            self._at = int(number)
            self._show()
            self.enter()
        else:
            self.press(event.act.key)

    def press(self, key: str) -> None:
        """What a key does."""
        asked, self._forgetting = self._forgetting, False
        if asked:
            self._said = ()
            self.forget() if key == "enter" else self._show()
            if key == "enter":
                return
        press(self._letters, key)

    def _step(self, by: int) -> None:
        if self._stops:
            self._at = max(0, min(len(self._stops) - 1, self._at + by))
            self._said = ()
            self._show()

    def _page(self, by: int) -> None:
        """Turn a page; one then stands at the first thing in sight."""
        self._page_shown.turn(by)
        top, height = self._page_shown.top, self._page_shown.size.height
        seen = [number for number, stop in enumerate(self._stops) if top <= stop.first < top + height]
        if seen:
            self._at, self._said = seen[0], ()
            self._show(top)

    @property
    def stop(self) -> Stop | None:
        """Where one stands."""
        return self._stops[self._at] if 0 <= self._at < len(self._stops) else None

    def enter(self) -> None:
        """Go to the thing one stands at."""
        if self.stop is None:
            self._step(1)
        else:
            close(self, self.stop)


def _gone(session: Session) -> frozenset[str]:
    """The ids of all that was taken out of a session."""
    things = [one for record in session.records.values() for one in record.things()]
    return frozenset(one.id for one in (*things, *session.parked) if one.gone is not None)
