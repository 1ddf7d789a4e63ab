"""The pages that end a conversation or look over it: the thanks, and the sheet as it stands. Plain values."""

from coachtui.report.terminal import record_lines
from coachtui.session.models import Working
from coachtui.tui.screens.panels import WIDEST, Page

THANKS = (
    "Thank you both.",
    "",
    "This conversation is closed and kept. What was promised comes back when you follow it up.",
)


def sheet(working: Working) -> Page:
    """Everything said so far, to read."""
    return Page(record_lines(working, width=WIDEST), "Up and Down turn the page · any other key goes back")


def thanks() -> Page:
    """The end; the key that is pressed says whether the sheet is wanted."""
    return Page(THANKS, "s shows the finished sheet · any other key goes back")
