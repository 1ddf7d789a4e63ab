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
from coachtui.tui.widgets.lines import Line, Piece, Press, fit, indented

#: More items than these are not read.
MOST = 5
#: What stands before the place where an empty Enter goes, and between two items.
GOING, BETWEEN = "empty Enter: ", " · "


def foot(view: View, window: Window, width: int) -> list[Line]:
    """A rule, what is said quietly or the menu, and the keys."""
    said = menu.draw(window.menu, width - 2) if window.menu else quiet(view, window, width - 2)
    return [frame.rule(view, width), *indented(said, 1), frame.keys(items(view, window, width), width)]


def items(view: View, window: Window, width: int) -> list[Piece]:
    """What the keys do at this moment."""
    if window.silence:
        return [key("any key goes on", "escape")]
    if window.menu is not None:
        return _in_menu(window)
    if window.mending is not None:
        does = "Enter takes it out" if window.taking_out else "Enter keep the new wording"
        more = [] if window.taking_out else [Piece("emptied: taken out", "key")]
        return [key(does, "enter"), key("Escape leave it as it was", "escape"), *more]
    if window.handed_back:
        return [key("Enter try it again", "enter"), key("Escape put it away", "escape")]
    if window.asked_twice:
        # What is offered to somebody about to leave is said now, so it can be taken or left now.
        offered = _offered(view, window)[0]
        does = "Enter closes it" if view.ends else "Enter goes on"
        return [key(does, "enter"), *offered, key("any other key stays here", "escape")]
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
    """An ordinary moment. Where an empty Enter goes is said in full, as far as the most useful fit beside it."""
    offered, rest = _offered(view, window)
    keep, more = key("Enter keep", "enter"), key("/ commands", "/")
    beside = sum(one.width + len(BETWEEN) for one in (keep, *offered, more)) if offered else 28
    room = max(8, width - 1 - len(GOING) - beside)
    return [keep, key(GOING + fit(view.next_hint, room), "enter"), *offered, more, *rest][:MOST]


def _offered(view: View, window: Window) -> tuple[list[Piece], list[Piece]]:
    """The keys of what is offered and stands on the screen, and those of the other commands."""
    offers = [one for one in view.offers if one.to and (window.asked_twice or not one.leaving)]
    plain = bool(offers) and offers[0].plain_yes
    told = {"yes": "y" if plain else "/yes", "no": "n" if plain else "/no"} if offers else {}
    shorts = commands(window.commands, window.keymap, told)
    answers = [one for one in shorts if one.act in (Press("/yes"), Press("/no"))]
    return answers, [one for one in shorts if one not in answers]


def commands(known: Sequence[CommandInfo], keymap: Keymap, told: dict[str, str]) -> list[Piece]:
    """The commands that may stand at the foot and can be done now, each with its key; `told` names keys of the moment."""
    found: list[Piece] = []
    for one in known:
        by = told.get(one.name) or keymap.spelt(one.name)
        if one.short and one.here and by:
            found.append(key(f"{by} {one.short}", f"/{one.name}"))
    return found
