"""How a page of Review looks: rows with a sign beside the thing one stands at. Pure."""

from collections.abc import Sequence

from coachtui.library.search import spans
from coachtui.report.rows import Part, Row
from coachtui.tui.screens.review.stops import Stop
from coachtui.tui.widgets.lines import EMPTY, Line, Look, Piece, Press, line

#: Cells left of the page: the sign stands in them.
LEFT = 3

LOOKS: dict[Part, Look] = {"heading": "strong", "rule": "quiet", "title": "strong", "": ""}


def page(rows: Sequence[Row], stops: Sequence[Stop], at: int, words: Sequence[str] = ()) -> list[Line]:
    """The whole page.

    Args:
        rows: what stands on it.
        stops: what can be gone to.
        at: the number of the stop one stands at; -1 for none.
        words: found words to mark where one stands.
    """
    leads: dict[int, int] = {}
    for place, stop in enumerate(stops):
        leads = dict.fromkeys(range(stop.first, stop.last + 1), place) | leads
    here = range(stops[at].first, stops[at].last + 1) if 0 <= at < len(stops) else range(0)
    found: list[Line] = []
    for number, row in enumerate(rows):
        act = Press(f"at {leads[number]}") if number in leads else None
        sign = Piece(" > " if number == here.start and number in here else " " * LEFT, "here", act)
        found.append((sign, *_row(row, act, here=number in here, words=words)) if row.text else EMPTY)
    return found


def _row(row: Row, act: Press | None, *, here: bool, words: Sequence[str]) -> list[Piece]:
    look: Look = "here" if here else LOOKS[row.part]
    if not (here and words):
        return [Piece(row.text, look, act)]
    pieces: list[Piece] = []
    done = 0
    for start, end in spans(row.text, words):
        pieces += [Piece(row.text[done:start], look, act), Piece(row.text[start:end], "question", act)]
        done = end
    return [one for one in (*pieces, Piece(row.text[done:], look, act)) if one.text]


def centred_rule(width: int) -> Line:
    """The line above the keys."""
    return line("─" * width, "edge")
