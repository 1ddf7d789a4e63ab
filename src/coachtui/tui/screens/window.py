"""What belongs to the window and not to the conversation: an open menu, a first Enter, what was just said quietly.

Plain values and pure drawing; lost without harm when the window closes.
"""

from dataclasses import dataclass

from coachtui.store.state import NotSaved, State
from coachtui.talk.view import View
from coachtui.tui.screens import frame
from coachtui.tui.screens.menu import Menu
from coachtui.tui.screens.menu import draw as draw_menu
from coachtui.tui.widgets.lines import EMPTY, Line, Piece, fit, indented, line, paragraph

#: Cells that the entry line has at least, before anything is put in front of it.
ROOM = 12


@dataclass(slots=True)
class Window:
    """The window's own state.

    Attributes:
        state: how the saving goes.
        read_only: why nothing can be kept, as a sentence; None if it can.
        said: what became of the last line, in quiet words.
        problem: why the last line could not be taken.
        asked_twice: Enter was pressed once on an empty line; the next one goes.
        peek: the coach's strip is in sight.
        mending: the id of the thing whose words stand in the entry line.
        menu: the open menu.
    """

    state: State
    read_only: str | None = None
    said: tuple[str, ...] = ()
    problem: str = ""
    asked_twice: bool = False
    peek: bool = False
    mending: str | None = None
    menu: Menu | None = None

    def tell(self, *said: str, problem: str = "") -> None:
        """Say this from now on, and nothing of before."""
        self.said, self.problem = said, problem


def saved(window: Window) -> Piece:
    """The steady word at the top right; only *not saved* ever changes it."""
    if window.read_only:
        return Piece("only to read", "warn")
    if isinstance(window.state, NotSaved):
        return Piece("NOT SAVED · keep typing", "warn")
    return Piece("saved", "quiet")


def prompt(view: View, window: Window, left: int, width: int) -> Line:
    """What stands before the entry line: where the words go. In a narrow window the words themselves come first."""
    room = width - left - ROOM
    words = "mend > " if window.mending else f"{fit(view.place_name, min(24, room - 3))} > ".lstrip()
    return (Piece(" " * left), Piece(words, "here")) if room >= 2 else EMPTY


def hint(view: View, width: int) -> str:
    """What stands in the empty line; nothing where the line is too narrow for words."""
    return view.hint if width >= 2 * ROOM else ""


def foot(view: View, window: Window, width: int) -> list[Line]:
    """A rule, what is said quietly or the menu, and the keys."""
    rule = line("─" * width, "quiet")
    said = draw_menu(window.menu, width - 2) if window.menu else quiet(view, window, width - 2)
    return [rule, *indented(said, 1), frame.keys(view, width, mending=window.mending is not None)]


def quiet(view: View, window: Window, width: int) -> list[Line]:
    """Everything there is to say beside the question, the most urgent first."""
    found: list[Line] = []
    if isinstance(window.state, NotSaved):
        found += paragraph(window.state.reason, width, "warn")
    if window.problem:
        found += paragraph(window.problem, width, "warn")
    for said in (*view.notices, *window.said):
        found += paragraph(said, width, "quiet")
    if window.peek:
        found += frame.strip(view, width)
    found += frame.offers(view.offers, width)
    if window.asked_twice:
        found += paragraph(f"{view.next_hint} · Enter again", width, "strong")
    return found
