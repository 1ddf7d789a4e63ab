"""The pages that end a conversation or look over it: the thanks, and the sheet as it stands. Plain values."""

from coachtui.report.terminal import record_lines
from coachtui.session.models import Session, Working
from coachtui.session.spot import Spot
from coachtui.tui.screens.panels import WIDEST, Page

THANKS = (
    "Thank you both.",
    "",
    "This conversation is closed and kept. What was promised comes back when you follow it up.",
)


def sheet(working: Working) -> Page:
    """Everything said so far, to read."""
    return Page(record_lines(working, width=WIDEST), "Up and Down turn the page · any other key goes back")


def closed(session: Session) -> Page:
    """A conversation that is over, to read; `o` opens it again."""
    way_out = "Up and Down turn the page · o goes on with it · any other key goes back"
    return Page(record_lines(Working(session, Spot("")), width=WIDEST), way_out)


def thanks() -> Page:
    """The end; the key that is pressed says whether the sheet is wanted."""
    return Page(THANKS, "s shows the finished sheet · any other key goes back")
