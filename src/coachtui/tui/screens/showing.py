"""The half of the session screen that shows: its parts, what became of a line, the pages over it. Uses Textual.

What keys and clicks do is `session`'s; here is what is seen of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen

from coachtui.session.models import Session
from coachtui.talk.commands import help_lines
from coachtui.talk.keys import USUAL, Keymap
from coachtui.talk.keys import spelt as named
from coachtui.talk.view import Reply, View
from coachtui.tui.ports import Conversation
from coachtui.tui.screens import sheet
from coachtui.tui.screens.duty import Duty
from coachtui.tui.screens.panels import Blank, Page
from coachtui.tui.screens.picture import Picture
from coachtui.tui.screens.review.stops import Stop, target
from coachtui.tui.screens.window import Window, closed
from coachtui.tui.widgets.entry import EntryLine


class Showing(Screen[None]):
    """A screen that shows a conversation."""

    @dataclass
    class CopyWanted(Message):
        """A copy for the coachee is wanted at the end; `after` is done when that is over."""

        session: Session
        after: Callable[[object], None]

    def __init__(self, conversation: Conversation, keymap: Keymap = USUAL, told: Sequence[str] = ()) -> None:
        """`keymap`: the keys of the commands. `told`: what is to be said first, such as what cannot be used of the settings."""
        super().__init__()
        self._open = conversation
        self._talk = conversation.talk
        self._view: View = self._talk.view()
        self._window = Window(conversation.kept.state, conversation.read_only, keymap=keymap)
        self._window.commands = self._talk.commands()
        self._window.tell(*told, *conversation.notices, problem=conversation.read_only or "")
        self._picture = Picture(self, self, self._view)
        self._entry.new_line = keymap.key("talk", "new-line")

    def compose(self) -> ComposeResult:
        """Top, question, answer, entry line, foot."""
        yield from self._picture.parts()

    def typed(self, text: str) -> None:
        """The entry line reads so now."""
        raise NotImplementedError

    def entered(self, text: str) -> None:
        """Enter was pressed on this text."""
        raise NotImplementedError

    def pressed(self, key: str) -> bool:
        """A key with a meaning of its own; true if it was used."""
        raise NotImplementedError

    def refused(self, sentence: str) -> None:
        """Too long: say so; what stands in the line stays."""
        self._window.tell(problem=sentence)
        self._draw()

    def _heard(self, reply: Reply, text: str) -> None:
        """Show what became of a line; a line that could not be taken stands in the entry line again."""
        window, before = self._window, self._view.spot
        window.asked_twice = window.silence = window.taking_out = False
        window.menu = None
        # What is brought back into the line, or shown on a page, says itself.
        window.tell(*(reply.said if reply.wants != "mend" else ()), problem=reply.problem)
        window.handed_back = bool(reply.problem and text)
        self._view, window.commands = self._talk.view(), self._talk.commands()
        if window.hidden:
            self._talk.draft(window.hidden, before)  # a line that was said took the half line with it
            self._view = self._talk.view()
        if self._view.spot != before:
            window.mending, window.put_by, window.hidden = None, "", ""
        if closed(self._view, window) and window.said:
            window.tell(f"Done. {self._opens} shows what became of it.", problem=reply.problem)
        if reply.problem:
            self._fill(text, marked=window.mending is None and window.soon_typed_again(text))
        elif reply.refill:
            self._fill(reply.refill)
        elif window.mending is None:
            aside, window.aside = window.aside, None
            self._fill(aside) if aside and self._view.spot == before else self._put_draft()
        self._draw()
        self._show(reply)

    def _show(self, reply: Reply) -> None:
        """What only a screen can do, or shows in a way of its own."""
        doing = self._wishes().get(reply.wants)
        if doing is not None:
            doing(reply)
        elif reply.page:
            self.app.push_screen(Page(reply.page))

    def _wishes(self) -> dict[str, Callable[[Reply], object]]:
        """What a reply can want of a screen."""
        return {
            "tips": lambda _: self._peek(),
            "help": lambda _: self._help(),
            "menu": lambda _: self._palette(),
            "mend": lambda reply: self._mend_this(*reply.thing),
            "silence": lambda _: self._be_silent(),
            "blank": lambda _: self.app.push_screen(Blank()),
            "look": lambda _: self.run_worker(self.app.run_action("app.next_look"), group="look"),
            "show": lambda _: self.app.push_screen(
                sheet.sheet(self._open, private=self._window.peek), self._mend_there
            ),
            "ended": self._thank,
            "sure": lambda _: self._ask_again(),
            "preview": lambda reply: self.app.push_screen(sheet.preview(self._talk, reply)),
            "quit": lambda _: self._leave(ended=False),
            "duty": lambda _: self.app.push_screen(Duty(self._talk.duty, self._open.read_only), self._limit_reached),
        }

    def _ask_again(self) -> None:
        """The next Enter means what the command said."""
        self._window.asked_twice = True
        self._draw()

    def _limit_reached(self, told: str | None) -> None:
        """From the card: who will be told, and whether the person was told first; or nothing."""
        if told is not None:
            self._say(f"/duty {told}")

    def _say(self, line: str) -> None:
        """Say a line without touching the one being typed."""
        raise NotImplementedError

    def _peek(self) -> None:
        """The coach's strip comes, or goes; with it what is being typed at a private step."""
        window = self._window
        if self._view.private and window.peek and window.mending is not None:
            self._give_up()
        window.peek = not window.peek
        if self._view.private and window.aside is None and window.menu is None:
            half = window.kept(self._entry.text)
            window.hidden = half if closed(self._view, window) else ""
            self._entry.fill("" if window.hidden else half)
        self._draw()

    def _put_draft(self) -> None:
        """What was being typed here stands in the entry line again; at a private step only where that is opened."""
        window, draft = self._window, self._view.draft
        window.hidden = draft if closed(self._view, window) else ""
        self._entry.fill("" if window.hidden else draft)

    @property
    def _opens(self) -> str:
        """How a private step is opened."""
        return self._window.keymap.spelt("tips") or "/tips"

    def _help(self) -> None:
        """What can be done here, with the keys of this window."""
        spelt = {one.name: self._window.keymap.spelt(one.name) for one in self._window.commands}
        rows = self._window.keymap.rows("talk")
        keys = ["", "Keys", *(f"{named(key):<18}{row.help}" for row, key in rows)]
        self.app.push_screen(Page((*help_lines(self._window.commands, spelt), *keys)))

    def _be_silent(self) -> None:
        self._window.silence = True
        self._draw()

    def _palette(self) -> None:
        """The menu of all commands."""
        raise NotImplementedError

    def _give_up(self) -> None:
        """Leave the words that are being mended as they were."""
        raise NotImplementedError

    def _mend_this(self, thing: str, words: str) -> None:
        """Put the words of a thing into the entry line, to be mended; a half line is put aside meanwhile."""
        if self._open.read_only:
            return
        if closed(self._view, self._window):
            self._window.tell(f"{self._opens} opens this step; then it can be mended.")
            self._draw()
            return
        if self._entry.text and self._window.aside is None:
            self._window.aside = self._entry.text
        self._window.mending = thing
        self._window.tell()
        self._entry.fill(words)
        self._draw()

    def _thanked(self, chosen: str | None) -> None:
        """After the last word: the sheet where it is wanted, or each other's chairs, then away."""
        if chosen == "sheet":
            self.app.push_screen(sheet.sheet(self._open), self._read_at_the_end)
        elif chosen == "copy":
            self.post_message(self.CopyWanted(self._talk.working.session, self._thank))
        else:
            self._leave(ended=True, swap=chosen == "swap")

    def _thank(self, _: object = None) -> None:
        """The last word."""
        self.app.push_screen(sheet.thanks(self._talk.working.session, self._talk.past), self._thanked)

    def _read_at_the_end(self, _: Stop | None) -> None:
        """The last word again."""
        self._thank()

    def _mend_there(self, stop: Stop | None) -> None:
        """From the sheet to one thing on it, its words in the entry line."""
        aim = target(self._talk.working.session, stop) if stop is not None and not stop.session else None
        if aim is None:
            return
        self._heard(self._talk.go(aim.spot), "")
        if aim.words:
            self._mend_this(aim.thing, aim.words)

    def _put_back(self, text: str, problem: str) -> None:
        self._window.tell(problem=problem)
        self._window.handed_back = True
        self._fill(text)
        self._draw()

    def _fill(self, text: str, *, marked: bool = False) -> None:
        """Put text into the entry line, kept as what is being typed. `marked`: typing takes its place."""
        self._entry.fill(text, marked=marked)
        self._keep_half(text)

    def _keep_half(self, text: str) -> None:
        """Keep what is being typed, and what was before that was put aside for it."""
        if not self._open.read_only:
            self._talk.draft(self._window.kept(text))

    def _put_away(self, text: str) -> None:
        """Take this out of the entry line; it stays within reach, and what was put aside for it comes back."""
        self._window.put_away(text, self._so_far)
        self._clear()

    @property
    def _so_far(self) -> object:
        """All that has been said."""
        session = self._talk.working.session
        return session.records, session.parked

    def _clear(self) -> None:
        """Nothing stands in the entry line now but what was put aside."""
        aside, self._window.aside = self._window.aside, None
        self._fill(aside or "")

    def _leave(self, *, ended: bool, swap: bool = False) -> None:
        """Away from here."""
        raise NotImplementedError

    @property
    def _entry(self) -> EntryLine:
        return self._picture.entry

    def on_resize(self) -> None:
        """Everything is drawn for the new size."""
        self._draw()

    def _draw(self) -> None:
        self._picture.draw(self._view, self._window)
