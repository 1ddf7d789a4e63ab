"""Scribing: a line that begins with `+`, `~` or `-` and a blank goes into the row that this mark stands for. Pure.

So three rows can be filled in whatever order things are said, without leaving the entry line. It is meant for a sheet of
three rows; anywhere else such a line is a note like any other.
"""

from coachtui.framework.steps import NotesStep
from coachtui.session.boards import Line, canvas, columns, fixed_row, rows
from coachtui.session.models import Session
from coachtui.session.spot import Spot

#: The marks, for the first, the second and the third row.
MARKS = "+~-"


def scribed(session: Session, step: NotesStep, spot: Spot, text: str) -> tuple[Line, str] | None:
    """The row a line goes into by its mark, and its words; None where it has no mark, or marks mean nothing here."""
    mark, blank, words = text[:1], text[1:2], text[2:].strip()
    if mark not in MARKS or not mark or blank != " " or not words:
        return None
    row = marked_rows(session, step, spot).get(mark)
    return (row, words) if row is not None else None


def marked_rows(session: Session, step: NotesStep, spot: Spot) -> dict[str, Line]:
    """The row of each mark: the one whose name begins with it, else, of three rows, the first, second and third."""
    if fixed_row(session, step, spot) is not None or columns(session, step):
        return {}
    down = rows(session, step)
    carried = {one.name[0]: one for one in reversed(down) if one.name[:1] and one.name[0] in MARKS}
    if carried:
        return carried
    return dict(zip(MARKS, down, strict=True)) if len(down) == 3 and canvas(session, step).layout == "rows" else {}
