"""Asking where the file shall go, and having it written. Uses Textual; the desk's `handing` writes."""

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import Any

from textual.app import App

from coachtui.desk import Desk
from coachtui.desk.handing import Handing, file_for, hand_over, suggested
from coachtui.desk.places import free_name, told
from coachtui.errors import UserError
from coachtui.tui.screens.panels import Ask

WHERE = "Where shall it go? A folder, or a file with a name of its own. Enter alone writes {path}"


async def make(app: App[Any], desk: Desk, given: Handing, ending: str) -> Path | None:
    """Ask until it is written, and say where; None where it was given up. Call it in a worker."""
    usual, problem = suggested(Path.home(), ending), ""
    while True:
        asking = f"{problem} {WHERE.format(path=told(usual))}".strip()
        typed = await app.push_screen_wait(Ask(asking, told(usual)))
        if typed is None:
            return None
        path = usual
        try:
            path = file_for(typed or usual, desk.home.sessions, ending)
            return await asyncio.to_thread(hand_over, desk.home.disk, given, path)
        except UserError as error:
            problem = str(error)
            # Something of that name may be there; the first name beside it that is free is offered then.
            with suppress(OSError):
                usual = free_name(path)
