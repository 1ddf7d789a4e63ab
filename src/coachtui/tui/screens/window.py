"""What belongs to the window and not to the conversation: an open menu, a first Enter, what was just said quietly.

Plain values and pure drawing; lost without harm when the window closes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coachtui.store.state import NotSaved, State
from coachtui.talk.commands import CommandInfo
from coachtui.talk.keys import USUAL, Keymap, spelt
from coachtui.talk.view import GuideBody, View
from coachtui.tui.screens import frame
from coachtui.tui.screens.menu import Menu
from coachtui.tui.widgets.entry import UNDO
from coachtui.tui.widgets.lines import EMPTY, Line, Piece, cell_len, fit, paragraph

#: Cells that the entry line has at least, before anything is put in front of it.
ROOM = 12
#: What stands before a line that was refused, for as long as it stands there to be corrected.
REFUSED = "not kept > "
#: So many characters that are no answer are a slip, such as two numbers where one is wanted.
FEW = 12


@dataclass(slots=True)
class Window:
    """The window's own state.

    Attributes:
        state: how the saving goes.
        read_only: why nothing can be kept, as a sentence; None if it can.
        said: what became of the last line, in quiet words.
        problem: why the last line could not be taken.
        told_by_store: what the store had to tell since the window was opened; stays in sight.
        asked_twice: Enter was pressed once on an empty line; the next one goes.
        peek: the coach's strip is in sight.
        silence: a quiet minute; any key ends it.
        mending: the id of the thing whose words stand in the entry line.
        taking_out: Enter was pressed on an emptied line of mending; the next one takes the thing out.
        menu: the open menu.
        handed_back: what stands in the entry line could not be taken; Escape puts it away.
        put_by: words that Escape put away, or that others took the place of; on the empty line the key of undo brings
            them back, while nothing else was said.
        put_at: what had been said when they were put by.
        hidden: the half line of a private step, while both people look at the screen.
        aside: the half line, while the entry line serves a menu or the mending of something else.
        moves: how often an empty Enter led to another step so far.
        commands: what could be done here, as the foot shows it.
        keymap: the keys.
    """

    state: State
    read_only: str | None = None
    said: tuple[str, ...] = ()
    problem: str = ""
    told_by_store: tuple[str, ...] = ()
    asked_twice: bool = False
    peek: bool = False
    silence: bool = False
    mending: str | None = None
    taking_out: bool = False
    menu: Menu | None = None
    handed_back: bool = False
    put_by: str = ""
    put_at: object = None
    hidden: str = ""
    aside: str | None = None
    moves: int = 0
    commands: Sequence[CommandInfo] = ()
    keymap: Keymap = USUAL

    def tell(self, *said: str, problem: str = "") -> None:
        """Say this from now on, and nothing of before."""
        self.said, self.problem = said, problem

    def kept(self, text: str) -> str:
        """What is kept of a line being typed: before it the half line that it stands over, and what is hidden, if any.

        What stands over a half line are words being mended or a command; of a command only what holds more than its name.
        """
        over = text if self.aside is None or self.mending is not None else worded(text)
        return "\n".join(one for one in (self.hidden, self.aside, over) if one)

    def put_away(self, text: str, said: object) -> None:
        """Escape takes this out of the entry line; what is more than the name of a command can be brought back.

        `said`: all that has been said so far.
        """
        self.handed_back = False
        words = worded(text)
        if words:
            self.put_by, self.put_at = words, said
        self.tell(*((f"Put away. {self.undoes} on the empty line brings it back.",) if words else ()))

    def soon_typed_again(self, text: str) -> bool:
        """Whether typing may take the place of this when it was refused: it holds nobody's words.

        That is a command there is, with its numbers, or a few letters. A command whose name words ran into is no command.
        """
        if not text.startswith("/") or text.startswith("//"):
            return len(text) <= FEW
        name, *rest = text[1:].split() or [""]
        known = any(name == one.name or name in one.also for one in self.commands)
        return known and all(len(one) <= 3 for one in rest)

    @property
    def undoes(self) -> str:
        """The key that brings back what was put by."""
        return self.keymap.spelt("undo") or spelt(UNDO)

    def brought_back(self) -> str:
        """The words that were put away, once; Escape puts them away again."""
        self.handed_back = True
        words, self.put_by = self.put_by, ""
        self.tell()
        return words


def worded(text: str) -> str:
    """The same, or nothing where it is only the name of a command."""
    return text if not text.startswith("/") or " " in text.strip() else ""


def shared(view: View, keymap: Keymap = USUAL) -> View:
    """What both people may see of a moment: of a private step, that there is one, and how the coach opens it."""
    if not view.private:
        return view
    closed = GuideBody((f"{keymap.spelt('tips') or '/tips'} opens it, and closes it again.",))
    bare = replace(view, question="This step is for one of you alone.", body=closed, probe=1, probes=1, hint="")
    return replace(bare, shown=(), remarks=(), notices=(), offers=(), place_name="", speaks="", do=(), avoid=())


def closed(view: View, window: Window) -> bool:
    """Whether this is a private step that nobody has opened: nothing that was said there may come on the screen."""
    return view.private and not window.peek


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
    most, name = min(24, room - 3), view.place_name
    if cell_len(name) > most:
        name = name.partition(", for: ")[0]  # what is asked comes before what it is asked of
    begins = "mend > " if window.mending else f"{fit(name, most)} > ".lstrip()
    refused = window.handed_back and window.menu is None and len(REFUSED) <= room
    words = REFUSED if refused else begins
    return (Piece(" " * left), Piece(words, "here")) if room >= 2 else EMPTY


def hint(view: View, window: Window, width: int) -> str:
    """What stands in the empty line; nothing where the line is too narrow for words."""
    words = "Enter twice takes it out; Escape leaves it" if window.mending else view.hint
    return words if width >= 2 * ROOM else ""


def quiet(view: View, window: Window, width: int) -> list[Line]:
    """Everything there is to say beside the question, the most urgent first."""
    found: list[Line] = []
    if isinstance(window.state, NotSaved):
        found += paragraph(window.state.reason, width, "warn")
    for told in window.told_by_store:
        found += paragraph(told, width, "warn")
    if window.problem:
        found += paragraph(window.problem, width, "warn")
    for said in (*view.notices, *window.said):
        found += paragraph(said, width, "quiet")
    if window.peek:
        found += frame.strip(view, width)
    found += frame.offers([one for one in view.offers if window.asked_twice or not one.leaving], width)
    if window.asked_twice:
        found += paragraph(f"{view.next_hint} · Enter again", width, "strong")
    return found
