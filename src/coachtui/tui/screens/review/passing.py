"""From Review: passing on that a limit was reached. Shows what would be written, asks, and has it written. Uses Textual."""

import asyncio
from pathlib import Path
from typing import Any, Final

from textual.app import App

from coachtui.desk import Desk
from coachtui.desk.limits import limit_file, limit_offered, pass_on
from coachtui.desk.places import told
from coachtui.errors import UserError
from coachtui.report.handed.limits import CONTENTS, limit_lines
from coachtui.session.models import Session
from coachtui.sharing import limit_report
from coachtui.tui.screens.panels import WIDEST, Ask, Page

NOTHING: Final = "Nothing was written."
GOES: Final = {"go": "{} writes it to a file of its own", "back": "{} goes back, nothing is written"}
WHERE: Final = "Where shall it go? A folder, or a file that ends in .html, .md or .json. Enter alone: {path}"


async def passed_on(app: App[Any], desk: Desk, session: Session) -> str:
    """Show the report and ask, until it is written or given up; a sentence says which. Call it in a worker."""
    report = limit_report(session)
    width = max(1, min(WIDEST, app.size.width - 4))
    page = (f"This would be written, and nothing else: {CONTENTS}.", "", *limit_lines(report, width))
    if await app.push_screen_wait(Page(page, GOES)) != "go":
        return NOTHING
    problem = ""
    while True:
        offered = limit_offered(Path.home())
        typed = await app.push_screen_wait(Ask(f"{problem} {WHERE.format(path=told(offered))}".strip(), told(offered)))
        if typed is None:
            return NOTHING
        try:
            path = limit_file(typed or offered, desk.home.sessions)
            return f"Written: {told(await asyncio.to_thread(pass_on, desk.home.disk, report, path))}"
        except UserError as error:
            problem = str(error)
