"""Looking back, searching, and commitments: one list over everything that is kept. Reads through the desk; uses Textual.

Files are read in a thread and stand in the list as they come. Names and private things stay away until a key.
"""

import asyncio
from itertools import islice
from pathlib import Path

from coachtui.desk import Desk
from coachtui.desk.looking import entries, entry_at
from coachtui.desk.tending import set_action
from coachtui.errors import UserError
from coachtui.library.ledger import Promise, promises
from coachtui.library.search import hit_in
from coachtui.session.things import Status
from coachtui.tui.screens.lookup.finding import Finding
from coachtui.tui.screens.lookup.listing import Listing
from coachtui.tui.screens.lookup.words import reason
from coachtui.tui.screens.panels import Ask, Page, close
from coachtui.tui.screens.review.screen import Review
from coachtui.tui.shell.ahead import on_the_way

#: Files that are read before the list is drawn again.
BATCH = 100


class Lookup(Listing):
    """Everything that is kept, as one list."""

    def __init__(self, desk: Desk, *, actions: bool = False) -> None:
        """`actions`: begin with commitments."""
        super().__init__(desk, actions=actions)
        self._asked = False
        self._opened: Review | None = None
        self._begun = False

    # -- reading

    async def _look(self) -> None:
        """Read all files, a batch at a time, into a fresh list."""
        mine = self._list
        known = 0
        try:
            source = entries(self._desk)
            while batch := await asyncio.to_thread(lambda: list(islice(source, BATCH))):
                mine.read(batch)
                # Commitments are worked out over all files, so only when there are twice as many.
                if len(mine.entries) >= 2 * known:
                    known = len(mine.entries)
                    mine.read((), await asyncio.to_thread(promises, tuple(mine.entries), closed=True))
                self._draw()
            mine.read((), await asyncio.to_thread(promises, tuple(mine.entries), closed=True))
        except (UserError, OSError) as error:
            await self.app.push_screen_wait(Page((f"What is kept here cannot be listed now: {reason(error)}",)))
            close(self, None)
            return
        mine.finish()
        self._draw()

    def on_screen_resume(self) -> None:
        """The first time everything is read; back from a session what it holds now, and nothing else."""
        opened, self._opened = self._opened, None
        if not self._begun:
            self._begun = True
            self.run_worker(self._look(), exclusive=True, group="look", name="_look")
        elif opened is None:
            return
        elif opened.everywhere:
            self._again()
        else:
            self.run_worker(self._refresh(opened.path), name="_look")

    def _again(self) -> None:
        old = self._list
        self._list = Finding(old.actions, old.names, old.private, old.closed, words=old.words)
        self.run_worker(self._look(), exclusive=True, group="look", name="_look")

    async def _refresh(self, path: Path) -> None:
        try:
            now = await asyncio.to_thread(entry_at, self._desk, path)
        except OSError as error:
            self._tell(reason(error))
            return
        self._list.put(path, now)
        self._draw()

    # -- what is chosen

    def open(self) -> None:
        """The finished sheet, at what was found."""
        one = self.here
        if one is None:
            return
        entry = one.entry if isinstance(one, Promise) else one
        if entry.card is None:
            self._tell(entry.reason)
            return
        if isinstance(one, Promise):
            thing = one.open.ref.id
        else:
            said = hit_in(entry, self._list.words).said
            thing = said.thing if said is not None else ""
        seen = self._list
        self._opened = Review(
            self._desk,
            entry.path,
            thing=thing,
            words=seen.words,
            private=seen.private,
            known=lambda: tuple(seen.entries) if seen.whole else None,
        )
        self.app.push_screen(self._opened)

    def become(self, status: Status) -> None:
        """Say what has become of the commitment at hand, once at a time."""
        if not self._asked and isinstance(self.here, Promise):
            self._asked = True
            on_the_way(self, self._become(status))

    async def _become(self, status: Status) -> None:
        """Say what has become of the commitment at hand, and what was learned."""
        one = self.here
        try:
            if not isinstance(one, Promise):
                return
            learned = await self.app.push_screen_wait(
                Ask(f"{status.capitalize()}. What was learned?", "Enter: nothing")
            )
            if learned is None:
                return
            await asyncio.to_thread(set_action, self._desk, one.open.ref, status, learned)
            self._list.put(one.entry.path, await asyncio.to_thread(entry_at, self._desk, one.entry.path))
            self._tell(f"It is {status} now." if status != "open" else "It is open again.")
        except (UserError, OSError) as error:
            self._tell(reason(error))
        finally:
            self._asked = False
