"""The one line at the foot: what Enter and the most useful keys do here and now. Pure functions.

Every item can be clicked and does what its key does. The commands in it, their keys and their short names come from the
table of commands.
"""

from collections.abc import Sequence

from coachtui.talk.commands import CommandInfo
from coachtui.talk.keys import Keymap
from coachtui.talk.view import View
from coachtui.tui.screens import frame, menu
from coachtui.tui.screens.window import Window, quiet
from coachtui.tui.widgets.lines import Line, Piece, Press, fit, indented, line

#: More items than these are not read.
MOST = 5


def foot(view: View, window: Window, width: int) -> list[Line]:
    """A rule, what is said quietly or the menu, and the keys."""
    rule = line("─" * width, "edge")
    said = menu.draw(window.menu, width - 2) if window.menu else quiet(view, window, width - 2)
    return [rule, *indented(said, 1), frame.keys(items(view, window, width), width)]


def items(view: View, window: Window, width: int) -> list[Piece]:
    """What the keys do at this moment."""
    if window.silence:
        return [key("any key goes on", "escape")]
    if window.menu is not None:
        return _in_menu(window)
    if window.mending is not None:
        return [key("Enter keep the new wording", "enter"), key("Escape leave it as it was", "escape")]
    if window.handed_back:
        return [key("Enter try it again", "enter"), key("Escape put it away", "escape")]
    if window.asked_twice:
        return [key("Enter goes on", "enter"), key("any other key stays here", "escape")]
    return _usual(view, window, width)


def key(words: str, pressed: str) -> Piece:
    """An item that presses a key, or says a command where it begins with a slash."""
    return Piece(words, "key", Press(pressed))


def _in_menu(window: Window) -> list[Piece]:
    shown = window.menu
    if shown is None or shown.chosen is None:
        wanted = shown.wanted if shown is not None else ""
        return [*([Piece(f"type {wanted}", "key")] if wanted else []), key("Enter", "enter"), key("Escape", "escape")]
    more = [] if shown.of_thing else [Piece("letters find", "key")]
    return [
        *more,
        key("Up and Down choose", "pagedown"),
        key("Enter takes it", "enter"),
        key("Escape closes", "escape"),
    ]


def _usual(view: View, window: Window, width: int) -> list[Piece]:
    """An ordinary moment. Where an empty Enter goes is said in full, as long as the commands fit beside it."""
    going = key(f"empty Enter: {fit(view.next_hint, max(24, width - 42))}", "enter")
    offered = [one for one in view.offers if one.to]
    yes = "y" if offered and offered[0].plain_yes else "/yes"
    no = "n" if offered and offered[0].plain_yes else "/no"
    told = {"yes": yes, "no": no}
    shorts = commands(window.commands, window.keymap, told) if offered else commands(window.commands, window.keymap, {})
    first = [one for one in shorts if one.act in (Press("/yes"), Press("/no"))]
    rest = [one for one in shorts if one not in first]
    return [key("Enter keep", "enter"), going, *first, key("/ commands", "/"), *rest][:MOST]


def commands(known: Sequence[CommandInfo], keymap: Keymap, told: dict[str, str]) -> list[Piece]:
    """The commands that may stand at the foot and can be done now, each with its key; `told` names keys of the moment."""
    found: list[Piece] = []
    for one in known:
        by = told.get(one.name) or keymap.spelt(one.name)
        if one.short and one.here and by:
            found.append(key(f"{by} {one.short}", f"/{one.name}"))
    return found
