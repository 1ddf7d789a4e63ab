"""The keymap: which key does what on which screen, and how a key is spelt out for people. Pure; knows no screen.

It comes from the one table and from what `coachtui.toml` says. A wish that cannot be met is told, not obeyed.
"""

import string
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from coachtui.framework.mistakes import quoted, suggestion
from coachtui.talk.table import COMMANDS, KEYS, SCREENS, TYPED, Key, Where

#: Keys that mean something while a line is typed, so they run a command only where the line is empty.
EDITING: Final = frozenset({"up", "ctrl+z", "ctrl+y"})
#: Letters that, with Ctrl, no terminal and no typing uses for itself.
FREE_LETTERS: Final = "bfglnoprst"
#: Every key that can be given to a command in `coachtui.toml`.
FREE: Final = (*(f"ctrl+{letter}" for letter in FREE_LETTERS), *(f"f{number}" for number in range(1, 13)))
#: Keys that are the same in every program, and so stay what they are.
STEADY: Final = frozenset(
    {"enter", "escape", "up", "down", "left", "right", "pageup", "pagedown", "home", "end", "tab", "space", "backspace"}
    | {"slash", "digit", "any"}
)
#: What a key is called where its own name would not do.
NAMES: Final = {
    "slash": "/",
    "left": "left arrow",
    "right": "right arrow",
    "pageup": "PageUp",
    "pagedown": "PageDown",
    "digit": "a number",
    "any": "any key",
    "question_mark": "?",
}

Tell = Callable[[str, str, str], str]


@dataclass(frozen=True)
class Keymap:
    """The key of each command and of each row of the table, and what is to be told of the wishes that could not be met."""

    keys: Mapping[str, str]
    told: tuple[str, ...] = ()
    screens: Mapping[Where, Mapping[str, str]] | None = None

    def command(self, key: str) -> str | None:
        """The command that this key runs in a conversation, or None."""
        return next((name for name, own in self.keys.items() if own == key), None)

    def spelt(self, command: str) -> str:
        """The key of a command as people say it: `Ctrl+T`; empty where it has none."""
        return spelt(self.keys.get(command, ""))

    def key(self, where: Where, name: str) -> str:
        """The key of a row of the table, as Textual calls it."""
        return (self.screens or {}).get(where, {}).get(name) or _USUAL[where][name]

    def said(self, where: Where, name: str) -> str:
        """The same as people say it."""
        return spelt(self.key(where, name))

    def rows(self, where: Where) -> Iterator[tuple[Key, str]]:
        """The rows that hold on a screen, in the order of the table, each with its key."""
        return ((one, self.key(where, one.name)) for one in KEYS if one.where == where)

    def name(self, where: Where, key: str) -> str | None:
        """The row of this screen that a key means, by its name; None for a key that does nothing there."""
        key = pressed(key)
        rows = list(self.rows(where))
        own = next((one.name for one, its in rows if key == its), None)
        return own or next((one.name for one, _ in rows if key in one.also), None)


def pressed(key: str) -> str:
    """A key that was pressed, as the table calls it: Caps Lock changes nothing, and every digit is `digit`."""
    if key.isdecimal():
        return "digit"
    # Textual calls a large letter by itself; with Caps Lock on, somebody pressed the key of the small one.
    return key.lower() if len(key) == 1 else key


def spelt(key: str) -> str:
    """A key as people say it; a letter as it stands for itself."""
    if len(key) == 1:
        return key
    return "+".join(NAMES.get(part, part.capitalize()) for part in key.split("+"))


def understood(wish: str) -> str:
    """What somebody wrote for a key, as it is called inside: `ctrl + t`, `Ctrl-T`, `^T` are all `ctrl+t`."""
    word = "".join(wish.lower().split()).replace("control", "ctrl").replace("strg", "ctrl")
    if word.startswith("^") and len(word) == 2:
        word = f"ctrl+{word[1]}"
    return word.replace("-", "+")


@dataclass(frozen=True, slots=True)
class _Wish:
    """A key that somebody would like: the name as it was written, the screen, the row, and the key."""

    written: str
    where: Where
    name: str
    key: str


def keymap(wishes: Mapping[str, str] | None = None, tell: Tell | None = None) -> Keymap:
    """The keys of all commands and all screens.

    Args:
        wishes: command to key, as `coachtui.toml` has them; a key of a screen has the screen and a dot before its name.
        tell: makes a sentence of the name as it was written, what is wrong and what to do.
    """
    say = tell or (lambda name, what, remedy: f"{name}: {what} {remedy}".rstrip())
    told: list[str] = []
    wanted: dict[Where, list[_Wish]] = {where: [] for where in SCREENS}
    for written, wish in (wishes or {}).items():
        where, _, name = written.removeprefix("/").lower().rpartition(".")
        if where and where not in SCREENS:
            told.append(
                say(written, f"There is no screen called {quoted(where)}.", suggestion(where, SCREENS, none=""))
            )
        else:
            screen: Where = where or "talk"
            wanted[screen].append(_Wish(written, screen, name, understood(wish)))
    found: dict[Where, dict[str, str]] = {"talk": _settled("talk", wanted["talk"], {}, say, told)}
    always = {found["talk"][one.name]: one.name for one in COMMANDS if one.everywhere}
    for where in SCREENS[1:]:
        found[where] = _settled(where, wanted[where], always, say, told)
    commands = {one.name for one in COMMANDS}
    return Keymap({name: key for name, key in found["talk"].items() if name in commands}, tuple(told), found)


def _settled(
    where: Where, wishes: list[_Wish], always: Mapping[str, str], say: Tell, told: list[str]
) -> dict[str, str]:
    """The keys of one screen with what was wished; `always`: keys that mean the same everywhere."""
    usual = _USUAL[where]
    mine: dict[str, _Wish] = {}
    for wish in wishes:
        problem = _problem(wish, mine, always)
        if problem is None:
            mine[wish.name] = wish
        else:
            told.append(say(wish.written, *problem))
    # Two may change keys with each other; but who takes a key from one that keeps it takes nothing.
    while clash := next(((one, other) for one in mine.values() if (other := _owner(one, mine))), None):
        wish, other = clash
        del mine[wish.name]
        slash = "/" if other in _COMMANDS and where == "talk" else ""
        told.append(
            say(wish.written, f"{spelt(wish.key)} is the key of {slash}{other}.", f"Give {other} another key first.")
        )
    return {**usual, **{name: wish.key for name, wish in mine.items()}}


def _owner(wish: _Wish, mine: Mapping[str, _Wish]) -> str | None:
    """The other row that usually has this key and keeps it."""
    for name, key in _USUAL[wish.where].items():
        if name != wish.name and (
            wish.key in _ALSO[wish.where].get(name, ()) or (key == wish.key and name not in mine)
        ):
            return name
    return None


def _problem(wish: _Wish, mine: Mapping[str, _Wish], always: Mapping[str, str]) -> tuple[str, str] | None:
    """What is wrong with a wish and what to do; None if nothing is, as far as can be said without the others."""
    usual, names = _USUAL[wish.where], _names(wish.where)
    if wish.name not in names:
        kind = "command" if wish.where == "talk" else f"key of {wish.where}"
        return f"There is no {kind} called {quoted(wish.name)}.", suggestion(wish.name, names, none="")
    if wish.name not in _COMMANDS and usual.get(wish.name) in STEADY:
        return f"{spelt(usual[wish.name])} stays what it is on every screen.", "Leave this line out."
    if wish.key not in _free(wish.where) and wish.key != usual.get(wish.name):
        return f"{quoted(spelt(wish.key))} cannot be given to a command.", f"Free are {_free_in_words(wish.where)}."
    taken = next((other for other, own in mine.items() if own.key == wish.key), None)
    if taken is not None:
        slash = "/" if taken in _COMMANDS and wish.where == "talk" else ""
        return f"{spelt(wish.key)} was given to {slash}{taken} already.", "Choose another."
    if wish.key in always:
        return f"{spelt(wish.key)} is the key of /{always[wish.key]} on every screen.", "Choose another."
    if wish.where == "talk" and wish.name in _EVERYWHERE:
        other = next((one for one in KEYS if one.where != "talk" and wish.key in (one.key, *one.also)), None)
        if other is not None:
            return f"{spelt(wish.key)} is the key of {other.name} in [keys.{other.where}].", "Choose another."
    return None


def _names(where: Where) -> tuple[str, ...]:
    rows = tuple(one.name for one in KEYS if one.where == where)
    return (*(one.name for one in COMMANDS), *rows) if where == "talk" else rows


def _free(where: Where) -> tuple[str, ...]:
    return FREE if where in TYPED else (*FREE, *string.ascii_lowercase)


def _free_in_words(where: Where) -> str:
    letters = ", ".join(letter.upper() for letter in FREE_LETTERS)
    return f"{'' if where in TYPED else 'the letters, '}Ctrl with one of {letters}, and F1 to F12"


_COMMANDS: Final = frozenset(one.name for one in COMMANDS)
_EVERYWHERE: Final = frozenset(one.name for one in COMMANDS if one.everywhere)
_USUAL: Final[Mapping[Where, Mapping[str, str]]] = {
    where: {
        **({one.name: one.key for one in COMMANDS if one.key} if where == "talk" else {}),
        **{one.name: one.key for one in KEYS if one.where == where},
    }
    for where in SCREENS
}
_ALSO: Final[Mapping[Where, Mapping[str, tuple[str, ...]]]] = {
    where: {one.name: one.also for one in KEYS if one.where == where} for where in SCREENS
}
#: The keys as they come.
USUAL: Final = keymap()
