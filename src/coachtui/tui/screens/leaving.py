"""Letting a conversation go: only when the disk has everything, or the person says so."""

from pathlib import Path
from typing import Any

from textual.app import App

from coachtui.errors import UserError
from coachtui.store.state import NotSaved
from coachtui.tui.ports import Conversation
from coachtui.tui.screens.panels import Ask, Page

#: Seconds the disk is given before the person is asked.
PATIENCE = 2.0

CHOICE = "t  try again · o  keep a copy in another folder · l  leave without it · Escape  back to the conversation"


async def let_go(app: App[Any], conversation: Conversation) -> bool:
    """Close it; false where the person would rather go on with the conversation. Call it in a worker."""
    while not conversation.close(PATIENCE):
        state = conversation.kept.state
        why = state.reason if isinstance(state, NotSaved) else "The disk has not taken everything yet."
        keys = frozenset({"t", "o", "l", "escape"})
        pressed = await app.push_screen_wait(Page(("This conversation is not saved yet.", "", why), CHOICE, keys))
        if pressed == "escape":
            return False
        if pressed == "l":
            conversation.kept.discard()
            return True
        if pressed == "o":
            await _elsewhere(app, conversation)
    return True


async def _elsewhere(app: App[Any], conversation: Conversation) -> None:
    folder = await app.push_screen_wait(Ask("Which folder shall the copy go to?", str(Path.home())))
    if folder is None:
        return
    try:
        path = conversation.kept.save_elsewhere(_folder(folder))
        await app.push_screen_wait(Page((f"Kept in {path}.",)))
    except UserError as error:
        await app.push_screen_wait(Page((str(error),)))


def _folder(words: str) -> Path:
    return Path(words).expanduser() if words else Path.home()
