"""How a page of Review looks: rows with a sign beside the thing one stands at. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from coachtui import layouts
from coachtui.library.search import spans
from coachtui.report.rows import Part, Row
from coachtui.tui.screens.review.stops import Stop
from coachtui.tui.widgets.lines import EMPTY, Line, Look, Piece, Press, line

#: Cells left of the page: the sign stands in them.
LEFT = 3

LOOKS: dict[Part, Look] = {"heading": "strong", "rule": "quiet", "title": "strong", "": ""}

#: How the parts of a picture look: names stand out from what was said, so that none is read as a note.
DRAWN: dict[layouts.Role, Look] = {"name": "strong", "here": "strong", "value": "strong", "edge": "edge"}
QUIET: frozenset[layouts.Role] = frozenset({"number", "quiet", "old"})


def page(rows: Sequence[Row], stops: Sequence[Stop], at: int, words: Sequence[str] = ()) -> list[Line]:
    """The whole page.

    Args:
        rows: what stands on it.
        stops: what can be gone to.
        at: the number of the stop one stands at; -1 for none.
        words: found words to mark where one stands.
    """
    leads: dict[int, dict[str, int]] = {}
    for place, stop in enumerate(stops):
        for number in range(stop.first, stop.last + 1):
            leads.setdefault(number, {}).setdefault(stop.thing, place)
    here = stops[at] if 0 <= at < len(stops) else None
    found: list[Line] = []
    for number, row in enumerate(rows):
        to = leads.get(number, {})
        standing = here is not None and here.first <= number <= here.last
        sign = " > " if here is not None and number == here.first else " " * LEFT
        first = Piece(sign, "here", _act(to, ""))
        pieces = [piece for part in _parts(row, to, here if standing else None) for piece in _marked(part, words)]
        found.append((first, *pieces) if row.text else EMPTY)
    return found


def _act(to: Mapping[str, int], thing: str) -> Press | None:
    """A click on a thing goes to it; beside all of them, to the first one on the line."""
    return Press(f"at {to.get(thing, next(iter(to.values())))}") if to else None


def _parts(row: Row, to: Mapping[str, int], here: Stop | None) -> Iterator[Piece]:
    """A row in its looks; where one stands, only the words of that one thing are painted so."""
    own = here is not None and any(one.thing == here.thing for one in row.runs)
    if not row.runs or (here is not None and not own):
        yield Piece(row.text, LOOKS[row.part] if here is None else "here", _act(to, ""))
        return
    done = 0
    for run in row.runs:
        if run.start > done:
            yield Piece(row.text[done : run.start], "", _act(to, ""))
        look: Look = "quiet" if run.role in QUIET else DRAWN.get(run.role, "")
        painted = own and here is not None and run.thing == here.thing
        yield Piece(row.text[run.start : run.end], "here" if painted else look, _act(to, run.thing))
        done = run.end
    if done < len(row.text):
        yield Piece(row.text[done:], "", _act(to, ""))


def _marked(part: Piece, words: Sequence[str]) -> list[Piece]:
    """Where one stands, the words that were looked for stand out once more."""
    if not words or part.look != "here":
        return [part]
    pieces: list[Piece] = []
    done = 0
    for start, end in spans(part.text, words):
        pieces += [part.saying(part.text[done:start]), Piece(part.text[start:end], "question", part.act)]
        done = end
    return [one for one in (*pieces, part.saying(part.text[done:])) if one.text]


def centred_rule(width: int) -> Line:
    """The line above the keys."""
    return line("─" * width, "edge")
