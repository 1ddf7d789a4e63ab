"""Canvases in the finished sheet: drawn as on the screen, with what a picture cannot show below it. Pure functions.

Each line knows the notes whose words stand in it, as every line of a page does.
"""

from coachtui import layouts
from coachtui.framework.steps import NotesStep
from coachtui.layouts.from_session import picture_of
from coachtui.report.known import Known
from coachtui.report.page import IN, Run, Tagged, tagged, wordings, wrap
from coachtui.session.boards import Placed, canvas, line_name
from coachtui.session.lookups import name_of
from coachtui.session.things import Note

#: Layouts that show which note grew from which.
GROWN = frozenset({"chain", "rings"})


def pictured(known: Known, step: NotesStep, placed: tuple[Placed, ...], width: int, signs: layouts.Signs) -> list[str]:
    """The notes as a picture, then earlier wordings and where notes stood before."""
    picture = picture_of(known.session, step, placed, free=known.free)
    drawn = [line_of(one) for one in layouts.draw(picture, width, signs)] if placed else []
    grown = canvas(known.session, step).layout in GROWN
    told = [row for one in placed for row in _history(known, one, width, grown=grown)]
    return [*drawn, *(wrap("Before that:", width) if told else []), *told]


def line_of(spans: layouts.Line) -> str:
    """A line of a drawing, with the ids of the notes on it, and which part of it is what."""
    text, runs, at = layouts.text_of(spans), list[Run](), 0
    for one in spans:
        end = min(at + len(one.text), len(text))
        if end > at:
            runs.append(Run(at, end, one.role, one.means.id if isinstance(one.means, layouts.Of) else ""))
        at = end
    return Tagged(text, tuple(dict.fromkeys(one.thing for one in runs if one.thing)), tuple(runs)) if runs else text


def _history(known: Known, one: Placed, width: int, *, grown: bool) -> list[str]:
    thing = one.thing
    found: list[str] = []
    if isinstance(thing, Note) and thing.parent and not grown:
        found += wrap(f"under: {name_of(known.session, thing.parent)}", width, IN, IN)
    found += moved(known, one, width)
    found += wordings(thing.earlier, width)
    return tagged([*wrap(thing.text, width, "- "), *found], thing.id) if found else []


def moved(known: Known, one: Placed, width: int) -> list[str]:
    """Where a note stood at first, if it stands elsewhere now."""
    thing = one.thing
    if not isinstance(thing, Note) or not thing.moves:
        return []
    was = thing.moves[0]
    names = [line_name(known.session, line) for line in (was.from_row, was.from_column) if line]
    return wrap(f"moved from {' - '.join(names)}", width, IN, IN) if names else []
