"""Review: the finished sheet of one session, opened from the lists, and what can be done with it from here. Uses Textual.

The page is read anew whenever it comes into sight, so that what was mended stands on it as it is now.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.message import Message

from coachtui.desk import Desk, Wish
from coachtui.desk.deleting import delete, take_out
from coachtui.desk.handing import to_hand_over
from coachtui.desk.looking import Looked, look_around, look_at
from coachtui.desk.onward import swapped_chairs
from coachtui.desk.tending import rename
from coachtui.errors import UserError
from coachtui.layouts import Signs
from coachtui.library.search import Entry
from coachtui.report.review import Sheet, review_sheet
from coachtui.session.lookups import earlier_of
from coachtui.session.models import Session
from coachtui.store.words import because
from coachtui.tui.ports import Conversation
from coachtui.tui.screens.handing.screen import Share
from coachtui.tui.screens.leaving import let_go
from coachtui.tui.screens.letters import Doing
from coachtui.tui.screens.panels import Ask, Page, close
from coachtui.tui.screens.review.passing import passed_on
from coachtui.tui.screens.review.reading import CLOSED, Reading
from coachtui.tui.screens.review.stops import Target, target
from coachtui.tui.shell.ahead import on_the_way

#: The entries of all files, where a list has read them already; else None.
Known = Callable[[], Sequence[Entry] | None]

UNUSED = "It is deleted. {names}: no other conversation has that name. Enter takes it out of the list of names, Escape leaves it."
DELETE = "Delete this conversation for good? It cannot be brought back. Type: delete"


class Review(Reading):
    """The finished sheet of a session."""

    @dataclass
    class Opened(Message):
        """A conversation was opened here, to be gone on with; it takes the place of all screens."""

        conversation: Conversation

    @dataclass
    class Visited(Message):
        """A conversation was opened to mend one thing; Review comes back afterwards."""

        conversation: Conversation
        target: Target
        peek: bool

    def __init__(
        self,
        desk: Desk,
        path: Path,
        *,
        thing: str = "",
        words: Sequence[str] = (),
        private: bool = False,
        known: Known = lambda: None,
    ) -> None:
        """`thing` and `words`: what was found, to stand at. `private`: private things were in sight already."""
        super().__init__(private=private)
        self._desk = desk
        self.path = path
        #: Something was changed in other conversations as well.
        self.everywhere = False
        self._known = known
        self._hit = (thing, tuple(words))
        self._looked: Looked | None = None
        self._sure = False
        self._busy = False
        #: It is being deleted: what is read of it meanwhile is not told.
        self._going = False

    # -- reading it from the disk

    def on_screen_resume(self) -> None:
        """Read anew, whenever this screen comes into sight."""
        self.run_worker(self._look(), exclusive=True, group="look", name="_look")

    async def _look(self) -> None:
        try:
            looked = await asyncio.to_thread(look_at, self._desk, self.path)
            self.came_back(looked.working.session)
            self._lay(looked, self._looked)
            around = await asyncio.to_thread(look_around, self._desk, looked, self._known())
        except (UserError, OSError) as error:
            if self.is_current and not self._going:
                self.app.switch_screen(Page((f"This conversation cannot be shown: {_why(error)}",)))
            return
        self._lay(around)

    def _lay(self, looked: Looked, before: Looked | None = None) -> None:
        """Put it on the page; until all is read, with what was known of earlier conversations."""
        if before is not None:
            looked = Looked(looked.working, before.before, before.actions, looked.notices)
        self._looked = looked

        def paper(width: int, signs: Signs, *, private: bool, earlier: bool) -> Sheet:
            every = looked.working, looked.before, looked.actions
            return review_sheet(*every, width, private=private, earlier=earlier, signs=signs)

        self.lay(paper)
        if self._hit[0]:
            (thing, words), self._hit = self._hit, ("", ())
            self.find(thing, words)
        if looked.notices and not self._said:
            self.tell(*looked.notices)

    @property
    def _session(self) -> Session | None:
        return self._looked.working.session if self._looked is not None else None

    # -- keys

    def doing(self) -> Doing:
        """What can be done with it."""
        session, found = self._session, dict(super().doing())
        if session is None:
            return {name: found[name] for name in ("blank", "back")}
        found["continue" if session.ended is None else "reopen"] = self._go_on
        found |= {"follow": self._follow, "copy": self._copy, "delete": lambda: self._ask(self._delete)}
        if session.coach is not None and session.coachee is not None:
            found["swap"] = self._swap
        if session.people:
            found["rename"] = lambda: self._ask(self._rename)
        if session.limits and self._private:  # that one was reached is a private line, and so is its key
            found["limit"] = lambda: self._ask(self._pass_on)
        return found

    def feet(self) -> dict[str, str]:
        """There is much to choose from here, so it is told in few words."""
        few = {"mend": "{} mend", "back": "{} back"} if self._session is not None else {}
        return {**super().feet(), **few}

    def press(self, key: str) -> None:
        """What a key does; a second Enter means the thing one still stands at."""
        self._sure = self._sure and key == "enter"
        super().press(key)

    def _step(self, by: int) -> None:
        self._sure = False
        super()._step(by)

    # -- mending

    def enter(self) -> None:
        """Go into the session at this thing, its words ready to be mended; a closed one only when Enter is pressed again."""
        stop, session = self.stop, self._session
        if stop is None or session is None:
            super().enter()
            return
        if stop.session and stop.session != session.id:
            self._other(stop.session, stop.thing)
            return
        aim = target(session, stop)
        if aim is None:
            self.tell("There are no words to mend in this.")
        elif session.ended is not None and not self._sure:
            self.tell(CLOSED)
            self._sure = True
        else:
            self._sure = False
            self._visit(aim)

    def _visit(self, aim: Target) -> None:
        conversation = self._opened(lambda: self._desk.resume(self.path, reopen=False))
        if conversation is None:
            return
        if conversation.read_only is not None:
            conversation.close()
            self.tell(conversation.read_only)
            return
        closed = self._session is not None and self._session.ended is not None
        self._said = ()
        self._opened_at = self._session if closed else None
        self.post_message(self.Visited(conversation, aim, self._private))

    def worded_before(self) -> bool:
        """Whether one stands at a thing of this conversation that said something else before."""
        stop, session = self.stop, self._session
        mine = stop is not None and session is not None and stop.session in ("", session.id)
        return bool(mine and stop and session and earlier_of(session, stop.thing))

    def forget(self) -> None:
        """Open the conversation for that alone, and close it again."""
        stop, conversation = self.stop, self._opened(lambda: self._desk.resume(self.path, reopen=False))
        if stop is None or conversation is None:
            return
        reply = conversation.talk.forget(stop.thing)
        self._said = reply.said or (reply.problem,)
        on_the_way(self, self._let_go(conversation))

    async def _let_go(self, conversation: Conversation) -> None:
        if await let_go(self.app, conversation):
            await self._look()

    def _other(self, session: str, thing: str) -> None:
        """The page of an earlier conversation, over this one."""
        try:
            path = self._desk.store.find(session)
        except UserError as error:
            self.tell(str(error))
            return
        self.app.push_screen(Review(self._desk, path, thing=thing, private=self._private, known=self._known))

    # -- going on

    def _go_on(self) -> None:
        self._hold(lambda: self._desk.resume(self.path))

    def _follow(self) -> None:
        session = self._session
        if session is not None:
            wish = Wish(remote=session.setting == "remote", asked=True)
            # The file's own name is meant, where there are two versions of a conversation.
            self._hold(lambda: self._desk.start(session.framework.id, (), wish, follow=self.path.stem))

    def _swap(self) -> None:
        session = self._session
        if session is not None:
            self._hold(lambda: swapped_chairs(self._desk, session))

    def _hold(self, opening: Callable[[], Conversation]) -> None:
        conversation = self._opened(opening)
        if conversation is not None:
            self.post_message(self.Opened(conversation))

    def _opened(self, opening: Callable[[], Conversation]) -> Conversation | None:
        try:
            return opening()
        except (UserError, OSError) as error:
            self.tell(_why(error))
            return None

    def _copy(self) -> None:
        """A copy for somebody."""
        if self._looked is None:
            return
        try:
            session = to_hand_over(self._desk, self._desk.store.read(self.path))
        except (UserError, OSError) as error:
            self.tell(_why(error))
            return
        self.app.push_screen(Share(self._desk, session))

    # -- names, and away with it

    def _ask(self, asking: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Ask something over this page, once at a time."""
        if not self._busy:
            self._busy = True
            on_the_way(self, asking())

    async def _rename(self) -> None:
        try:
            await self._renamed()
        except (UserError, OSError) as error:
            self.tell(_why(error))
        finally:
            self._busy = False

    async def _renamed(self) -> None:
        people = self._session.people if self._session is not None else ()
        if not people:
            return
        number: str | None = "1"
        if len(people) > 1:
            named = ", ".join(f"{at} {one.name}" for at, one in enumerate(people, 1))
            number = await self.app.push_screen_wait(Ask(f"Whose name is to be corrected? {named}"))
        if not number or not number.isdecimal() or not 1 <= int(number) <= len(people):
            return
        one = people[int(number) - 1]
        new = await self.app.push_screen_wait(Ask(f"What is {one.name} to be called, in every conversation?"))
        if not new:
            return
        done = await asyncio.to_thread(rename, self._desk, one.id, new)
        many = "1 conversation" if done.sessions == 1 else f"{done.sessions} conversations"
        self.tell(f"Corrected, in {many}.", *(f"Not yet: {line}" for line in done.left))
        self.everywhere = True
        await self._look()

    async def _pass_on(self) -> None:
        """That a limit was reached leaves by its own way."""
        try:
            if self._session is not None:
                self.tell(await passed_on(self.app, self._desk, self._session))
        finally:
            self._busy = False

    async def _delete(self) -> None:
        try:
            word = await self.app.push_screen_wait(Ask(DELETE))
            if (word or "").strip().lower() != "delete":
                self.tell("Nothing was deleted.")
                return
            self._going = True
            gone = await asyncio.to_thread(delete, self._desk, self.path)
            if gone.unused and await self.app.push_screen_wait(Ask(UNUSED.format(names=gone.names))) is not None:
                await asyncio.to_thread(take_out, self._desk, gone.unused)
            close(self, None)
        except (UserError, OSError) as error:
            self.tell(_why(error))
        finally:
            self._busy = self._going = False


def _why(error: Exception) -> str:
    """What went wrong, as a sentence."""
    return f"{because(error)}." if isinstance(error, OSError) else str(error)
