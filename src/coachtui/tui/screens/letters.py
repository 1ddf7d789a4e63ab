"""The keys of a screen without an entry line: one small table, from which its foot, its help, keys and clicks are made.

What the table of commands is to a conversation, this is to Home, Choose and their like. Pure but for what its rows do.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coachtui.talk.keys import spelt
from coachtui.tui.screens.frame import keys
from coachtui.tui.widgets.lines import Line, Piece, Press

#: What a key is called where its own name would not do.
NAMES = {"slash": "/", "left": "left arrow", "right": "right arrow", "pageup": "PageUp", "pagedown": "PageDown"}


@dataclass(frozen=True, slots=True)
class Letter:
    """One key, and what it does on this screen.

    Attributes:
        key: the key, as Textual calls it.
        help: what it does, in a few words.
        do: does it.
        foot: how it stands at the foot, its key included; empty where it does not stand there.
        also: what else does it: another key, or what a click presses.
    """

    key: str
    help: str
    do: Callable[[], object]
    foot: str = ""
    also: tuple[str, ...] = ()


def press(letters: Sequence[Letter], key: str) -> bool:
    """Do what this key does here; whether it does anything."""
    found = next((one for one in letters if key in (one.key, *one.also)), None)
    if found is not None:
        found.do()
    return found is not None


def foot(letters: Sequence[Letter], width: int, *first: Piece) -> Line:
    """The line at the foot; every item can be clicked, and what does not fit is left out from the right."""
    return keys([*first, *(Piece(one.foot, "key", Press(one.key)) for one in letters if one.foot)], width)


def help_page(letters: Sequence[Letter], *before: str) -> tuple[str, ...]:
    """What can be done on this screen, in words, each with its key."""
    told = [f"{NAMES.get(one.key) or _named(one.key):<14}{one.help}" for one in letters]
    return (*before, *([""] if before else []), *told)


def _named(key: str) -> str:
    """A letter as it stands on the keyboard; other keys as people say them."""
    return key if len(key) == 1 else spelt(key)
