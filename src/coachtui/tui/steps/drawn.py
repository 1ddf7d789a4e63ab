"""From the lines of a drawing to lines on the screen: each role gets its look, each meaning its act. Pure functions."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from coachtui import layouts
from coachtui.layouts import USUAL, Signs
from coachtui.tui.widgets.lines import Act, Item, Line, Look, Piece, Say

#: Lines to read are never longer than this: longer ones lose the eye on its way back.
COMFORTABLE = 92


@dataclass(frozen=True, slots=True)
class Room:
    """What there is to draw in: cells across, rows where they are few, and the signs this terminal can show."""

    width: int
    height: int | None = None
    signs: Signs = USUAL


LOOK_OF: Mapping[layouts.Role, Look] = {
    "": "",
    "second": "",
    "name": "strong",
    "here": "here",
    "number": "quiet",
    "quiet": "quiet",
    "edge": "edge",
    "value": "picked",
    "old": "quiet",
}
"""How each role looks."""


BEHIND: Mapping[layouts.Role, Look] = {"edge": "edge", "name": "behind", "here": "behind"}
"""How each role looks in what is only looked at; all others are quiet."""


def act_of(means: layouts.Means | None) -> Act | None:
    """What a click does where nothing more is known: it says an answer, or is on a thing."""
    if isinstance(means, layouts.Says):
        return Say(means.words)
    return Item(means.id) if isinstance(means, layouts.Of) else None


def pieces(lines: Iterable[layouts.Line], act: Callable[[layouts.Means | None], Act | None] = act_of) -> list[Line]:
    """The lines of a drawing as lines of the screen; `act` says what a click does."""
    return [tuple(Piece(one.text, LOOK_OF[one.role], act(one.means)) for one in line) for line in lines]


def quietly(lines: Iterable[layouts.Line]) -> list[Line]:
    """The same for what is only looked at: nothing of it can be clicked, and it stays behind what is asked."""
    return [tuple(Piece(one.text, BEHIND.get(one.role, "quiet")) for one in line) for line in lines]
