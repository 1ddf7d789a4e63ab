"""What stands around an answer: the top line, the trail of stages, the question, the foot. Pure functions."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coachtui.talk.view import OfferLine, Stop, View
from coachtui.tui.steps import beside
from coachtui.tui.steps.drawn import Room
from coachtui.tui.steps.shared import far
from coachtui.tui.widgets.lines import (
    EMPTY,
    Go,
    Item,
    Line,
    Piece,
    Press,
    apart,
    cell_len,
    cut,
    fit,
    indented,
    line,
    page,
    paragraph,
    width_of,
    wrap,
)

#: A question is never wider than this: longer lines are not taken in at a glance.
QUESTION = 64
#: Rows a question usually takes, with what is said quietly below it.
USUAL_ROWS = 3
#: Rows of the foot that are counted on, so that nothing above moves with each quiet word below.
FOOT = 4
#: How far the question stands in from the edge of the page, where there is room: as far as the words of numbered notes.
MARGIN = 7
#: How far the answer and the entry line stand in, and from which width on.
LEFT, WIDE = 3, 76
#: From so many rows on the question has air around it.
ROOMY = 18


def margin(width: int) -> int:
    """Cells left free at the left of the question."""
    return page(width)[0] + (MARGIN if width >= QUESTION + MARGIN else 1)


def beginning(width: int) -> int:
    """Cells left free at the left of the answer and of the entry line."""
    return page(width)[0] + (LEFT if width >= WIDE else 1)


def head(view: View, saved: Piece, width: int) -> list[Line]:
    """The framework's name, how much is parked where there is room to say so, and whether everything is saved."""
    room = width - 2
    name = line(view.framework, "strong")
    parked = line(f"parked {view.parked}", "quiet", Press("/show")) if view.parked else EMPTY
    right = (*parked, Piece("   "), saved) if parked else (saved,)
    if clock(view):
        right = (Piece(clock(view), "strong"), Piece("   "), *right)
    if width_of(name) + width_of(right) + 2 > room:
        right = (*right[:2], saved) if view.clock_left else (saved,)
    return [(Piece(" "), *apart(name, right, room))]


def clock(view: View) -> str:
    """The time left where the method is the clock: in minutes, and in the last minute in seconds. Nothing else counts."""
    left = view.clock_left
    if not left:
        return ""
    return f"{math.ceil(left / 60)} min" if left > 60 else f"{left} s"


def trail(view: View, width: int) -> list[Line]:
    """Where we are among the stages; a click goes there."""
    return [(Piece(" "), *cut(_around_here(view.trail, width - 2), width - 2))]


def _stop(stop: Stop) -> Piece:
    if stop.progress == "here":
        return Piece(f"[{stop.name}]", "here", Go(stop.spot))
    if stop.progress == "done":
        return Piece(f"{stop.name} ✓", "good", Go(stop.spot))
    # Brackets as round a word that may be left out: this stage was.
    return Piece(f"({stop.name})" if stop.progress == "passed" else stop.name, "quiet", Go(stop.spot))


def _around_here(stops: Sequence[Stop], room: int) -> Line:
    """The trail; where it is too long, whole stages give way at its ends: the present one stays, and what comes next."""
    pieces = [_stop(stop) for stop in stops]
    here = next((at for at, stop in enumerate(stops) if stop.progress == "here"), 0)
    first, last = here, here
    while True:
        wider = [(first, last + 1), (first - 1, last)]
        fitting = [(a, b) for a, b in wider if a >= 0 and b < len(pieces) and width_of(_part(pieces, a, b)) <= room]
        if not fitting:
            return _part(pieces, first, last)
        first, last = fitting[0]


def _part(pieces: Sequence[Piece], first: int, last: int) -> Line:
    """The stages from the first to the last, with a sign where there are others."""
    more = Piece("…", "quiet")
    before, after = [more] * (first > 0), [more] * (last + 1 < len(pieces))
    return _joined([*before, *pieces[first : last + 1], *after])


def _joined(pieces: Sequence[Piece]) -> Line:
    found: list[Piece] = []
    for piece in pieces:
        if found:
            found.append(Piece(" ─ ", "quiet"))
        found.append(piece)
    return tuple(found)


def question(view: View, width: int) -> list[Line]:
    """The question alone, and below it, quietly, what is special about this moment."""
    left = margin(width)
    room = max(1, min(QUESTION, width - left - 1))
    found = [line(row, "question") for row in wrap(view.question, room)]
    marks = _marks(view)
    if marks:
        found += [line(row, "quiet") for row in wrap(marks, room)]
    return indented(found, left)


def _marks(view: View) -> str:
    named = view.title not in view.question
    parts = [
        f"one more question on: {view.title}" if view.follow and view.title else "",
        view.title if view.spot.item is not None and named and not view.follow else "",
        f"another way, {view.probe} of {view.probes}" if view.probe > 1 else "",
        "may be left out" if view.optional and not view.follow else "",
        "private: in no shared view and no export" if view.private else "",
        f"{_minutes(view.silent)} of quiet" if view.silent else "",
        view.speaks if ":" in view.speaks else f"in the words of: {view.speaks}" if view.speaks else "",
        f"noted for {view.author}" if view.author else "",
    ]
    return " · ".join(part for part in parts if part)


def _minutes(number: float) -> str:
    return "1 minute" if number == 1 else f"{number:g} minutes"


def around(view: View, draw: Callable[[int], Sequence[Line]], room: Room) -> list[Line]:
    """The answer with what belongs to it: earlier steps shown above it, remarks below.

    `draw` draws the answer in about so many rows. Remarks give way to it: where both do not fit, of them the newest is
    shown, on one line.
    """
    rows, told = room.height or 0, _remarks(view, room.width)
    answer = draw(rows - len(told))
    if len(answer) + len(told) > rows and told:
        told = _newest_remark(view, room.width)
        answer = draw(rows - len(told))
    left = max(0, rows - len(answer) - len(told) - 1)
    found = beside.draw(view.shown, Room(room.width, left, room.signs))
    if found and answer:
        found.append(EMPTY)
    return [*found, *answer, *told]


def _remarks(view: View, width: int) -> list[Line]:
    found: list[Line] = []
    for remark in view.remarks:
        words = " · ".join([remark.text, *far(remark)])
        found += paragraph(words, width, "quiet", first="+ ", act=Item(remark.id))
    return found


def _newest_remark(view: View, width: int) -> list[Line]:
    """The newest remark on one line, and how many others there are."""
    *others, newest = view.remarks
    more = f" · {len(others)} more: /show" if others else ""
    words = fit(" · ".join([newest.text.replace("\n", " "), *far(newest)]), max(1, width - 2 - cell_len(more)))
    return [(Piece("+ ", "quiet"), Piece(words, "quiet", Item(newest.id)), *([Piece(more, "quiet")] if more else []))]


def strip(view: View, width: int) -> list[Line]:
    """The coach's strip: how the time stands, what helps, and what gets in the way."""
    found: list[Line] = []
    if view.spent is not None:
        found += paragraph(_time(view), width, "quiet", first="time   ")
    if view.do:
        found += paragraph(" ".join(view.do), width, first="tips   ")
    if view.avoid:
        found += paragraph("; ".join(view.avoid), width, first="avoid  ")
    return found or paragraph("Typed up from paper: no clock runs, and there are no tips.", width, "quiet")


def _time(view: View) -> str:
    """The minutes that are left and those so far, and this step's share of all: about 2."""
    spent = int(view.spent or 0)
    left = view.minutes_in_all - spent
    so_far = f"{left} min left" if left >= 0 else f"{-left} min over"
    so_far += f" · {spent} of {view.minutes_in_all} gone"
    return f"{so_far} · this step about {max(0.5, round(view.minutes * 2) / 2):g}" if view.minutes else so_far


def offers(many: Sequence[OfferLine], width: int) -> list[Line]:
    """What could come next, and how to take it."""
    found: list[Line] = []
    for number, offer in enumerate(many):
        key = "y" if offer.plain_yes else "/yes"
        words = f'{offer.say} {key} opens "{offer.to}".' if offer.to else offer.say
        found += paragraph(words, width, "strong" if number == 0 else "quiet", first="? ")
    return found


def rule(view: View, width: int) -> Line:
    """The rule below the entry line, and at its end how far goes what is typed there."""
    words = f" {fit(view.travels, max(0, width - 8))} " if view.travels and width >= 24 else ""
    if not words:
        return line("─" * width, "edge")
    return (Piece("─" * (width - cell_len(words) - 2), "edge"), Piece(words, "quiet"), Piece("──", "edge"))


def keys(pieces: Sequence[Piece], width: int) -> Line:
    """The one line of keys; what does not fit is left out from the right."""
    found: Line = (Piece(" "),)
    for piece in pieces:
        longer = (*found, *((Piece(" · ", "key"),) if len(found) > 1 else ()), piece)
        if width_of(longer) > width - 1:
            break
        found = longer
    return found


@dataclass(frozen=True, slots=True)
class Heights:
    """Rows of each part of the screen, from the top; what is left over stays empty above the foot.

    `above` are those of the question's rows that stay empty above it.
    """

    head: int
    above: int
    question: int
    body: int
    entry: int
    foot: int


def share(height: int, *, question: int, body: int, entry: int, foot: int) -> Heights:
    """Share out the rows. What is typed, what is asked and the newest of what was said come first.

    Where there is room, the question stands in the middle of the upper third, in the same row whatever is below it: the
    air above it belongs to the window's height, and only the air below it gives way to a long answer.
    """
    least = min(body, max(2, height // 5))
    # In the order of what may be cut last: the entry line never goes. Air below the question never gives way to what may
    # come and go at the foot, so that the answer does not jump with that.
    roomy, above = height >= ROOMY, air_above(height)
    free = height - entry - question - above - body - 2 - FOOT
    wants = {
        "entry": min(entry, max(1, height // 3)),
        "question": min(question, max(1, height // 2)),
        "keys": 1,
        "head": 1,
        "trail": 1,
        "above": above,
        "below": max(0, min(height // 3 - 2 - question - above, free)) if roomy else 0,
        "least": least,
        "said": min(foot - 1, height // 2),
        "more": body - least,
        "gap": 1 if roomy and body else 0,
    }
    got: dict[str, int] = {}
    left = height
    for name, wanted in wants.items():
        got[name] = max(0, min(wanted, left))
        left -= got[name]
    return Heights(
        head=got["head"] + got["trail"],
        above=got["above"],
        question=got["question"] + got["above"] + got["below"],
        body=got["least"] + got["more"] + got["gap"],
        entry=got["entry"],
        foot=got["keys"] + got["said"],
    )


def air_above(height: int) -> int:
    """Rows that stay empty above the question in a window of this height, whatever else there is."""
    return max(0, (height // 3 - 2 - USUAL_ROWS) // 2) if height >= ROOMY else 0


def placed_question(view: View, width: int, rows: Heights) -> list[Line]:
    """The question in its rows, always beginning in the same one."""
    return [*([EMPTY] * rows.above), *question(view, width)]
