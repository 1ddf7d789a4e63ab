"""The screen of Home: keys, clicks, and what they open. Looking at the disk happens beside the drawing."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from coachtui.desk import Desk, Overview
from coachtui.desk.starting import TOUR
from coachtui.errors import UserError
from coachtui.library.steps import Answer, Steps
from coachtui.talk.keys import Keymap, pressed
from coachtui.tui.ports import Conversation
from coachtui.tui.screens import opening
from coachtui.tui.screens.home import drawing
from coachtui.tui.screens.home.counting import counted
from coachtui.tui.screens.letters import Letter, foot, help_page, keys_of, letters, press
from coachtui.tui.screens.lookup.words import reason
from coachtui.tui.screens.opening import opened
from coachtui.tui.screens.panels import Blank, Page
from coachtui.tui.shell.ahead import on_the_way, once_known
from coachtui.tui.widgets.canvas import Canvas
from coachtui.tui.widgets.lines import Piece, Press, do

#: What is the same whatever there is: done at once. Everything else waits until that has been counted.
AT_ONCE = frozenset({"start", "try", "blank", "look", "help", "leave"})
#: What stands there while a key waits for that.
WAITS = "One moment: your key is answered as soon as everything has been counted. What you type waits; Esc gives it up."


class Home(Screen[None]):
    """The first screen."""

    @dataclass
    class Opened(Message):
        """A conversation was opened here."""

        conversation: Conversation

    @dataclass
    class Moved(Message):
        """Another folder was chosen, and this is its desk."""

        desk: Desk

    def __init__(self, desk: Desk, today: date | None = None) -> None:
        """`today`: for tests; the present day if None."""
        super().__init__()
        self._desk = desk
        self._today = today or desk.clock().date()
        self._overview: Overview | None = None
        self._counted = asyncio.Event()
        self._read = 0
        self._counting: Worker[None] | None = None
        self._in_front = asyncio.Event()
        self._wish: Worker[None] | None = None
        #: What is said while that is waited for.
        self._waits = ""
        self._at = 0
        self._moved = False
        self._said = _told_once(desk)
        self._home_shown = Canvas("home")
        self._foot_shown = Canvas("foot")

    def compose(self) -> ComposeResult:
        """A drawing and a foot."""
        yield self._home_shown
        yield self._foot_shown

    def on_screen_resume(self) -> None:
        """Look anew, whenever this screen comes into sight; a first look goes on under whatever lies over it."""
        self._in_front.set()
        if self._counting is None or self._counted.is_set():
            self._counting = self.run_worker(self._look(), exclusive=True, group="look", name="_look")

    def on_screen_suspend(self) -> None:
        """Another screen stands in front."""
        self._in_front.clear()

    async def _look(self) -> None:
        try:
            self._overview = await counted(self._desk, self._count)
        except (UserError, OSError) as error:
            self._said = (f"What is kept here cannot be listed now: {reason(error)}",)
        self._counted.set()
        if not self._moved:
            self._at = 0
        self._draw()

    def _count(self, read: int) -> None:
        self._read = read
        if not self._counted.is_set():
            self._draw()

    @property
    def _items(self) -> tuple[drawing.Item, ...]:
        return drawing.items(self._overview, self._today)

    def on_resize(self) -> None:
        """Drawn for the new size."""
        self._draw()

    def _draw(self) -> None:
        width, height = self.size
        if not width:
            return  # what was looked up came too early for this screen
        self._at = min(self._at, len(self._items) - 1)
        known = self._counted.is_set()
        lines, sight = drawing.draw(
            self._overview,
            self._today,
            self._at if known else -1,
            (self._waits, *self._said) if self._waits else self._said,
            (width, height),
            key=lambda name: self._keys.said("home", name),
            read=0 if known else self._read,
        )
        self._home_shown.show(lines, sight)
        self._foot_shown.show([foot(self._letters, width, Piece("arrows and Enter, or a letter", "key"))])

    # -- keys

    def on_key(self, event: events.Key) -> None:
        """Arrows, Enter, letters."""
        self._moved = True
        self._do(event.key)

    def on_canvas_chosen(self, event: Canvas.Chosen) -> None:
        """A click on a line does it."""
        if isinstance(event.act, Press):
            self._do(event.act.key)

    def _do(self, key: str) -> None:
        if pressed(key) == "escape":
            self._give_up()
        press(self._letters if self._counted.is_set() else self._early(key), key)

    def _early(self, key: str) -> tuple[Letter, ...]:
        """What this key does while nobody knows what there is."""
        waiting: dict[str, Callable[[], object]] = {
            row.name: lambda: self._wait_to(key) for row, _ in self._keys.rows("home")
        }
        at_once = {one.name: one.do for one in self._letters if one.name in AT_ONCE}
        return letters(self._keys, "home", {**waiting, **at_once})

    def _wait_to(self, key: str) -> None:
        self._wish = once_known(self, self._once_counted(key))
        self._say_wait(WAITS)

    async def _once_counted(self, key: str) -> None:
        await self._counted.wait()
        await self._in_front.wait()
        self._wish = None
        self._say_wait("")
        press(self._letters, key)

    def _say_wait(self, words: str) -> None:
        self._waits = words
        self._draw()

    def _give_up(self) -> None:
        if self._wish is not None:
            self._wish.cancel()
            self._wish = None
            self._say_wait("")

    def _move(self, by: int) -> None:
        self._at = (self._at + by) % len(self._items)
        self._draw()

    @property
    def _keys(self) -> Keymap:
        return keys_of(self)

    @property
    def _letters(self) -> tuple[Letter, ...]:
        """What can be done here now: what is offered above, and what always can be."""
        offers: dict[str, Callable[[], object]] = {
            "continue": lambda: self._open(None),
            "others": lambda: self._seek(self._others()),
            "start": self._choose,
            "try": self._try,
            "prepare": lambda: self._seek(self._prepare()),
            "actions": self._actions,
            "look-back": self._look_back,
        }
        always: dict[str, Callable[[], object]] = {
            "do": lambda: self._do(do(self._items[min(self._at, len(self._items) - 1)].name).key),
            "up": lambda: self._move(-1),
            "down": lambda: self._move(1),
            "blank": lambda: self.app.push_screen(Blank()),
            "look": lambda: self.run_worker(self.app.run_action("app.next_look")),
            "help": self._help,
            "leave": self.app.exit,
            "try": self._try,  # a key away for good, though it is offered in sight only to those who begin
        }
        if not self._desk.home.named:
            always["folder"] = lambda: self._go(self._another_folder())
        offered = {one.name: offers[one.name] for one in self._items}
        return letters(self._keys, "home", {**offered, **always})

    def _help(self) -> None:
        before = "Up and Down, then Enter; or a letter; or a click."
        self.app.push_screen(Page(help_page(self._keys, self._letters, before)))

    # -- what they do; what a key opens is loaded when the key is pressed, so that Home itself is there sooner

    def _go(self, way: Coroutine[object, object, None]) -> None:
        on_the_way(self, self._told_if_refused(way), instead=True)

    def _seek(self, way: Coroutine[object, object, None]) -> None:
        """The same for one that begins with a look through many files: keys wait for that, and Escape gives it up."""
        self._wish = once_known(self, self._told_if_refused(way), instead=False)

    async def _told_if_refused(self, way: Coroutine[object, object, None]) -> None:
        mine = get_current_worker()
        try:
            await way
        except (UserError, OSError) as error:
            self.app.push_screen(Page((reason(error),)))
        finally:
            if self._wish is mine:  # it may have led on to another one
                self._wish, self._waits = None, ""
            self._draw()

    async def _looked(self, steps: Steps[Answer]) -> Answer:
        """What these steps lead to, looked up beside the drawing. From then on there is nothing to give up."""
        found = await opened(self, steps, self._in_front, lambda: self._say_wait(opening.WAITS))
        self._wish, self._waits = None, ""
        return found

    def _choose(self) -> None:
        self._give_up()
        from coachtui.tui.screens.choose import Choose

        self.app.push_screen(Choose(self._desk), self._begun)

    async def _prepare(self) -> None:
        from coachtui.desk.tending import meeting_again
        from coachtui.tui.screens.home import ways

        threads = await self._looked(meeting_again(self._desk))
        self._begun(await ways.prepare(self.app, threads, self._desk))

    async def _others(self) -> None:
        from coachtui.desk.tending import still_going
        from coachtui.tui.screens.home import ways

        session = await ways.others(self.app, await self._looked(still_going(self._desk)))
        if session is not None:
            self._open(session)

    async def _another_folder(self) -> None:
        from coachtui.tui.screens.home import ways

        many = self._overview.sessions if self._overview else 0
        desk = await ways.another_folder(self.app, self._desk, many=many)
        if desk is not None:
            self._desk, self._moved = desk, False
            new, told = bool(desk.welcome), desk.to_tell()
            where = (f"From now on conversations are kept in {desk.home.root}.", *desk.home.hints())
            self._said = (*where, *told[1 + len(desk.home.hints()) if new else 0 :])
            self.post_message(self.Moved(desk))
            await self._look()
            # Drawn again once the window has taken that in: from then on the keys are those of the new folder.
            self.call_later(self.app.call_later, self._draw)

    def _actions(self) -> None:
        from coachtui.tui.screens.looking import Actions

        self.app.push_screen(Actions(self._desk))

    def _look_back(self) -> None:
        from coachtui.tui.screens.looking import LookBack

        self.app.push_screen(LookBack(self._desk))

    def _try(self) -> None:
        self._give_up()
        try:
            self._begun(self._desk.start(TOUR))
        except UserError as error:
            self.app.push_screen(Page((str(error),)))

    def _begun(self, conversation: Conversation | None) -> None:
        if conversation is not None:
            self.post_message(self.Opened(conversation))

    def _open(self, session: str | None) -> None:
        self._seek(self._going_on(session))

    async def _going_on(self, session: str | None) -> None:
        # Nothing may come between what is opened and whoever takes it.
        self._begun(await self._looked(self._desk.resuming(session)))


def _told_once(desk: Desk) -> tuple[str, ...]:
    """What is said on the first Home of a window; where the folder is new, how another one is chosen, for this once."""
    new = bool(desk.welcome)
    first, *rest = desk.to_tell() or ("",)
    if new and not desk.home.named:
        first += f" Whatever you do now keeps it so; {desk.keymap.said('home', 'folder')} chooses another folder."
    return tuple(one for one in (first, *rest) if one)
