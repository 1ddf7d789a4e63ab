"""The keys of a screen, from the one table: its foot, its help, its keys and its clicks are made of them.

A screen says by name what can be done there now; which key that is, and in which words it is told, comes from the table and
from what `coachtui.toml` says. Pure but for what its rows do.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from textual.screen import Screen

from coachtui.talk.keys import USUAL, Keymap, pressed, spelt
from coachtui.talk.table import COMMANDS, Where
from coachtui.tui.screens.frame import keys
from coachtui.tui.widgets.lines import Line, Piece, Press, do, width_of

#: What can be done on a screen now, by the names of the table.
Doing = Mapping[str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Letter:
    """One key, and what it does on this screen.

    Attributes:
        name: what it is called in the table.
        key: the key, as Textual calls it.
        help: what it does, in a few words.
        do: does it.
        foot: how it stands at the foot, its key included; empty where it does not stand there.
        also: other keys that do the same.
    """

    name: str
    key: str
    help: str
    do: Callable[[], object]
    foot: str = ""
    also: tuple[str, ...] = ()


def keys_of(screen: Screen[Any]) -> Keymap:
    """The keys of the window that a screen is in."""
    found: Keymap = getattr(screen.app, "command_keys", USUAL)
    return found


def letters(keymap: Keymap, where: Where, doing: Doing, feet: Mapping[str, str] | None = None) -> tuple[Letter, ...]:
    """The keys of a screen for what can be done there now, in the order of the table.

    Args:
        keymap: the keys.
        where: the screen.
        doing: what can be done, by name.
        feet: other words for the foot, by name, where those of the table do not say how it is now; `{}` is the key.
    """
    found: list[Letter] = []
    for row, key in keymap.rows(where):
        if row.name in doing:
            foot = (feet or {}).get(row.name, row.foot).format(spelt(key))
            taken = {its for _, its in keymap.rows(where)}
            also = tuple(one for one in row.also if one not in taken)
            found.append(Letter(row.name, key, row.help, doing[row.name], foot, also))
    return tuple(found)


def press(known: Sequence[Letter], key: str) -> bool:
    """Do what this key does here, or what a click on it asks for by name (see `do`); whether it does anything."""
    key = pressed(key)
    found = next((one for one in known if key in (one.key, do(one.name).key)), None)
    found = found or next((one for one in known if key in one.also), None)
    if found is not None:
        found.do()
    return found is not None


def foot(known: Sequence[Letter], width: int, *first: Piece) -> Line:
    """The line at the foot; every item can be clicked, and what does not fit is left out from the right."""
    return keys([*first, *_pieces(known)], width)


def feet(known: Sequence[Letter], width: int) -> list[Line]:
    """The same in as many lines as it needs."""
    lines: list[list[Piece]] = [[Piece(" ")]]
    for piece in _pieces(known):
        gap = Piece("" if len(lines[-1]) == 1 else " · ", "key")
        if len(lines[-1]) > 1 and width_of((*lines[-1], gap, piece)) >= width:
            lines.append([Piece(" ")])
            gap = Piece("")
        lines[-1] += [gap, piece] if gap.text else [piece]
    return [tuple(one) for one in lines]


def _pieces(known: Sequence[Letter]) -> list[Piece]:
    return [Piece(one.foot, "key", Press(one.key)) for one in known if one.foot]


def help_page(keymap: Keymap, known: Sequence[Letter], *before: str) -> tuple[str, ...]:
    """What can be done on this screen, in words, each with its key; then what can be done on every screen."""
    told = [f"{spelt(one.key):<14}{one.help}" for one in known]
    everywhere = [f"{keymap.spelt(one.name):<14}{one.help}" for one in COMMANDS if one.everywhere]
    return (*before, *([""] if before else []), *told, "", "On every screen", *everywhere)
