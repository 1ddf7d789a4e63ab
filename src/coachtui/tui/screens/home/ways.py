"""The ways from Home to a conversation that take more than one screen: preparing, the others that are open, the folder.

Each is asked for by a key; names appear on its screens only.
"""

import asyncio
from collections.abc import Sequence

from textual.app import App

from coachtui.desk import Desk
from coachtui.desk.tending import Thread
from coachtui.library.cards import Card
from coachtui.tui.ports import Conversation
from coachtui.tui.screens.choose import Choose
from coachtui.tui.screens.home.preparing import PreparePage
from coachtui.tui.screens.listed import Listed
from coachtui.tui.screens.panels import Ask, Page


async def prepare(app: App[None], threads: Sequence[Thread], desk: Desk) -> Conversation | None:
    """Choose whom to meet, read the page, and begin the follow-up if that is wanted."""
    if not threads:
        await app.push_screen_wait(Page(("Nobody was met yet, so there is nothing to prepare.",)))
        return None
    while True:
        at = 0 if len(threads) == 1 else await app.push_screen_wait(_whom(threads))
        if at is None:
            return None
        while await app.push_screen_wait(PreparePage(threads[at])):
            begun = await app.push_screen_wait(Choose(desk, threads[at].last))
            if begun is not None:
                return begun
        if len(threads) == 1:
            return None


def _whom(threads: Sequence[Thread]) -> Listed:
    rows = [(f"{one.day:%a} {one.day.day} {one.day:%b}" if one.day else "no day yet", *_thread(one)) for one in threads]
    return Listed("Whom do you meet?", rows)


def _thread(thread: Thread) -> tuple[str, str]:
    last = thread.last
    when = f", {last.started.astimezone():%d %b %Y}" if last.started else ""
    return ", ".join(one.name for one in last.people), f"last: {last.framework.name}{when}"


async def others(app: App[None], found: Sequence[Card]) -> str | None:
    """One of the conversations that are open, by its id."""
    rows = [
        (
            f"{one.when.astimezone():%a %d %b}" if one.when else "",
            one.framework_name,
            ", ".join(p.name for p in one.people),
        )
        for one in found
    ]
    at = await app.push_screen_wait(Listed("These conversations are open. Which one goes on?", rows)) if found else None
    return None if at is None else found[at].id


async def another_folder(app: App[None], desk: Desk, *, many: int) -> Desk | None:
    """The desk of another folder, if one is named; what is kept here stays here. UserError where it cannot be."""
    stays = (
        f" The {many} that lie in {desk.home.root} stay there, and are looked at again when that folder is chosen again."
        if many
        else ""
    )
    question = f"In which folder shall conversations be kept? A name alone is a folder inside your own.{stays}"
    said = await app.push_screen_wait(Ask(question, "such as coaching, or D:/coaching"))
    return await asyncio.to_thread(desk.elsewhere, said) if said else None
