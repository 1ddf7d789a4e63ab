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

#: What can be chosen then, by its names in the table of keys.
CHOICE: dict[str, str] = dict.fromkeys(("again", "elsewhere", "without", "back"), "")


async def let_go(app: App[Any], conversation: Conversation) -> bool:
    """Close it; false where the person would rather go on with the conversation. Call it in a worker."""
    while not conversation.close(PATIENCE):
        state = conversation.kept.state
        why = state.reason if isinstance(state, NotSaved) else "The disk has not taken everything yet."
        chosen = await app.push_screen_wait(Page(("This conversation is not saved yet.", "", why), CHOICE, "unsaved"))
        if chosen == "back":
            return False
        if chosen == "without":
            conversation.kept.discard()
            return True
        if chosen == "elsewhere":
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
