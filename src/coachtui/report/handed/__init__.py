"""What is made to be handed over: one writer for each format, each from a `Shared` and from nothing else.

That a limit was reached has a page and writers of its own, in `limits`, from a `LimitReport` and from nothing else.

Floor 3. May use: sharing, framework and floor 0. Touches no disk: a writer gives text or bytes, the face that asked writes
them. The same `Shared` gives the same bytes, always: there is no clock, no id and no name of a computer in them.
"""

from collections.abc import Callable, Mapping

from coachtui.errors import UserError
from coachtui.report.handed.calendar import calendar_file, has_days
from coachtui.report.handed.data import json_file
from coachtui.report.handed.html import html_file
from coachtui.report.handed.markdown import markdown_file
from coachtui.sharing import Shared

#: From the ending of a file to what writes it.
WRITERS: Mapping[str, Callable[[Shared], bytes]] = {
    ".md": markdown_file,
    ".html": html_file,
    ".json": json_file,
    ".ics": calendar_file,
}

#: Endings that the design names and that are not made yet.
LATER = (".docx", ".pdf", ".svg")


def endings(shared: Shared) -> tuple[str, ...]:
    """The endings of the files that can be made of a sheet: a calendar only where there is a day."""
    return tuple(one for one in WRITERS if one != ".ics" or has_days(shared))


def written(shared: Shared, ending: str) -> bytes:
    """The sheet as a file with this ending. UserError where there is no such format."""
    writer = WRITERS.get(ending.lower())
    if writer is None:
        known = ", ".join(WRITERS)
        later = " That one comes later." if ending.lower() in LATER else ""
        raise UserError(
            f"A file that ends in {ending[:12] or 'nothing'} cannot be made.{later}", f"Use one of {known}."
        )
    return writer(shared)
