"""The screen of Choose: keys and clicks on the wall, and the beginning of a conversation. Holds only what is looked at."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import cast
from weakref import WeakKeyDictionary

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.worker import Worker

from coachtui.desk import Desk, Wish
from coachtui.desk.chairs import Named
from coachtui.desk.starting import TOUR
from coachtui.errors import UserError
from coachtui.framework.models import Framework, People
from coachtui.framework.school import in_words_of
from coachtui.library.steps import Steps
from coachtui.session.models import Session
from coachtui.talk.keys import pressed
from coachtui.tui.ports import Conversation
from coachtui.tui.screens.choose import asking, drawing
from coachtui.tui.screens.choose.drawing import Sight
from coachtui.tui.screens.choose.wall import LONGEST, Wall, choices
from coachtui.tui.screens.letters import Letter, foot, help_page, keys_of, letters, press
from coachtui.tui.screens.lookup.words import reason
from coachtui.tui.screens.opening import WAITS, opened
from coachtui.tui.screens.panels import Blank, Page
from coachtui.tui.shell.ahead import on_the_way, once_known
from coachtui.tui.widgets.canvas import Canvas
from coachtui.tui.widgets.lines import Line, Piece, Press

#: Most letters of what is looked for.
LONGEST_QUERY = 40


#: How long there was the last time somebody chose in this window.
_HAD: WeakKeyDictionary[Desk, int] = WeakKeyDictionary()


class Choose(Screen[Conversation | None]):
    """The wall of frameworks; gives the conversation that was begun, or None."""

    def __init__(self, desk: Desk, follow: Session | None = None) -> None:
        """`follow`: the session that the new one follows; its people come along, and its format stands first."""
        super().__init__()
        self._desk = desk
        self._follow = follow
        entries = desk.catalogue.entries()
        terms = desk.settings.terms
        every = [in_words_of(one.framework, terms) for one in entries if one.framework is not None]
        self._named = {one.id: one.name for one in every}
        offered = [one for one in every if follow is None or one.id != TOUR]
        wall = Wall(choices(offered, desk.settings.favourites))
        if follow is not None:
            wall = replace(wall, lead=follow.framework.id, at=follow.framework.id, have=follow.minutes)
        elif desk in _HAD:
            wall = replace(wall, have=_HAD[desk])
        told = f"It follows {follow.framework.name}." if follow is not None else ""
        remote = follow is not None and follow.setting == "remote"
        bad = sum(one.framework is None for one in entries)
        self._sight = Sight(wall, remote, bad=bad, names=lambda one: self._named.get(one, ""), follows=told)
        self._number = ""
        #: What was chosen when somebody began to look for words.
        self._before = ""
        self._in_front = asyncio.Event()
        #: What is being begun, and whether it takes long enough to say so.
        self._start: Worker[None] | None = None
        self._slow = False
        self._wall_shown = Canvas("choose")
        self._foot_shown = Canvas("foot")

    def compose(self) -> ComposeResult:
        """A drawing and a foot."""
        yield self._wall_shown
        yield self._foot_shown

    def on_screen_resume(self) -> None:
        """In front, so that what is begun may take its place."""
        self._in_front.set()

    def on_screen_suspend(self) -> None:
        """Another screen stands in front."""
        self._in_front.clear()

    def on_resize(self) -> None:
        """Drawn for the new size."""
        self._draw()

    @property
    def _room(self) -> int:
        return drawing.room(*self.size)

    def _draw(self) -> None:
        width, height = self.size
        if width:
            lines, sight = drawing.draw(replace(self._sight, more=keys_of(self).said("choose", "more")), width, height)
            self._wall_shown.show(lines, sight)
            self._foot_shown.show([self._foot(width)])

    def _foot(self, width: int) -> Line:
        if self._slow:
            return foot((), width, Piece(WAITS, "key"))
        if self._sight.finding:
            return foot([one for one in self._letters if one.name in {"start", "erase", "back"}], width)
        return foot(self._letters, width)

    def _help(self) -> None:
        before = "Up and Down choose a conversation; a number sets the minutes you have; everything can be clicked."
        self.app.push_screen(Page(help_page(keys_of(self), self._letters, before)))

    # -- keys

    def on_key(self, event: events.Key) -> None:
        """Arrows, Enter, letters and numbers; while something is looked for, letters are what is looked for."""
        key = event.key
        if self._start is not None:
            self._give_up(key)
            return
        self._number = (self._number + key)[-3:] if key.isdecimal() else ""
        if not (self._sight.finding and self._find(key, event.character)):
            press(self._letters, key)
        self._draw()

    @property
    def _letters(self) -> tuple[Letter, ...]:
        """What the keys do here."""
        wall, sight = self._sight.wall, self._sight
        doing: dict[str, Callable[[], object]] = {
            "start": lambda: on_the_way(self, self._begin(), instead=True),
            "up": lambda: self._move(-1),
            "down": lambda: self._move(1),
            "page-up": lambda: self._move(-self._room),
            "page-down": lambda: self._move(self._room),
            "minutes": self._minutes,
            "longer": lambda: self._see(wall.longer(1)),
            "people": lambda: self._see(wall.more_people()),
            "remote": lambda: self._set(remote=not sight.remote),
            "paper": lambda: on_the_way(self, self._paper(), instead=True),
            "find": self._begin_to_find,
            "back": self._back,
            "help": self._help,
            "shorter": lambda: self._see(wall.longer(-1)),
            "blank": lambda: self.app.push_screen(Blank()),
        }
        if wall.more or wall.hidden(self._room):
            doing["more"] = lambda: self._look(more=not wall.more)
        if sight.finding:
            doing["erase"] = lambda: self._look(query=wall.query[:-1])
        feet = {"erase": "letters find", "back": "{} shows everything"} if sight.finding else {}
        return letters(keys_of(self), "choose", doing, feet)

    def _give_up(self, key: str) -> None:
        """A key while something is begun: only the one that gives it up comes here."""
        if pressed(key) == "escape" and self._start is not None:
            self._start.cancel()

    def _minutes(self) -> None:
        """The number typed so far is how long there is."""
        self._look(have=max(1, min(LONGEST, int(self._number or "1"))))

    def _find(self, key: str, character: str | None) -> bool:
        """A key while something is looked for; whether it was one of its own."""
        query = self._sight.wall.query
        if character is None or not character.isprintable():
            return False
        if len(query) < LONGEST_QUERY:
            self._look(query=query + character)
        return True

    def _begin_to_find(self) -> None:
        here = self._sight.wall.here(self._room)
        self._before = here.id if here is not None else ""
        self._set(finding=True)

    def _back(self) -> None:
        if self._sight.finding or self._sight.wall.query:
            # Where nothing was found, the one that was chosen before is chosen again.
            found = self._sight.wall.here(self._room)
            at = found.id if found is not None else self._before
            self._look(query="", more=self._sight.wall.more or bool(at), at=at)
            self._set(finding=False)
        elif self.is_current:
            self.dismiss(None)

    def _set(self, *, remote: bool | None = None, finding: bool | None = None) -> None:
        remote = self._sight.remote if remote is None else remote
        self._sight = replace(self._sight, remote=remote, finding=self._sight.finding if finding is None else finding)

    def _see(self, wall: Wall) -> None:
        self._sight = replace(self._sight, wall=wall)
        if self._follow is None:
            _HAD[self._desk] = wall.have

    def _move(self, by: int) -> None:
        self._see(self._sight.wall.moved(by, self._room))

    def _look(self, **changes: object) -> None:
        # Whoever has chosen one stays there, wherever it moves to; until then the first one is looked at.
        here = self._sight.wall.here(self._room)
        kept = {"at": here.id} if here is not None and self._sight.wall.at else {}
        self._see(replace(self._sight.wall, **{**kept, **changes}))  # type: ignore[arg-type]  # replace checks the names

    def on_canvas_chosen(self, event: Canvas.Chosen) -> None:
        """A click does what its key would; on the one that is looked at it starts."""
        if not isinstance(event.act, Press):
            return
        what, _, which = event.act.key.partition(":")
        here = self._sight.wall.here(self._room)
        if what == "min":
            self._look(have=int(which))
        elif what == "we":
            self._look(group=cast("People", which))
        elif what == "to" and (here is None or which != here.id):
            self._look(at=which)
        elif what in {"room", "remote"}:
            self._set(remote=what == "remote")
        else:
            press(self._letters, "enter" if what == "to" else what)
        self._draw()

    # -- starting

    async def _paper(self) -> None:
        """Held on paper: ask for the day. Again: it is held now."""
        on = None
        if self._sight.on is None:
            on = await asking.day_on_paper(self.app, self._desk.clock().date())
        self._sight = replace(self._sight, on=on)
        self._draw()

    async def _begin(self) -> None:
        """Ask who is there, then start. A question left with Escape comes back here."""
        wall, on = self._sight.wall, self._sight.on
        here = wall.here(self._room)
        if here is None:
            return
        wish = Wish(here.minutes(wall.have), self._sight.remote, on, from_paper=on is not None, asked=True)
        try:
            people = await self._people(here.framework, here.minutes(wall.have))
            if people is None:
                return
        except UserError as error:
            await self.app.push_screen_wait(Page((str(error),)))
            return
        follow = self._follow.id if self._follow else None
        steps = self._desk.starting(here.id, people, wish, follow=follow)
        self._start = once_known(self, self._started(steps))

    async def _started(self, steps: Steps[Conversation]) -> None:
        """Keys wait for what is begun, however long it takes."""
        try:
            conversation = await opened(self, steps, self._in_front, lambda: self._say_slow(slow=True))
        except (UserError, OSError) as error:
            self.app.push_screen(Page((reason(error),)))
        else:
            self.dismiss(conversation)
        finally:
            self._start = None
            self._say_slow(slow=False)

    def _say_slow(self, *, slow: bool) -> None:
        self._slow = slow
        self._draw()

    async def _people(self, framework: Framework, minutes: int) -> list[Named] | None:
        """Who takes part: those of the conversation that is followed, the tour's own, or whoever is named."""
        if self._follow is not None or framework.id == TOUR:
            return []
        return await asking.who(self.app, self._desk, framework, self._sight.wall.group, minutes)
