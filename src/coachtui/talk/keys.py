"""The keymap: which key runs which command, and how a key is spelt out for people. Pure; knows no screen.

It comes from the table of commands and from what `coachtui.toml` says. A wish that cannot be met is told, not obeyed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from coachtui.framework.mistakes import quoted, suggestion
from coachtui.talk.table import COMMANDS

#: Keys that mean something while a line is typed, so they run a command only where the line is empty.
EDITING: Final = frozenset({"up", "ctrl+z", "ctrl+y"})
#: Letters that, with Ctrl, no terminal and no typing uses for itself.
FREE_LETTERS: Final = "bfglnoprst"
#: Every key that can be given to a command in `coachtui.toml`.
FREE: Final = (*(f"ctrl+{letter}" for letter in FREE_LETTERS), *(f"f{number}" for number in range(1, 13)))

Tell = Callable[[str, str, str], str]


@dataclass(frozen=True)
class Keymap:
    """Command to key, and what is to be told of the wishes that could not be met."""

    keys: Mapping[str, str]
    told: tuple[str, ...] = ()

    def command(self, key: str) -> str | None:
        """The command that this key runs, or None."""
        return next((name for name, own in self.keys.items() if own == key), None)

    def spelt(self, command: str) -> str:
        """The key of a command as people say it: `Ctrl+T`; empty where it has none."""
        return spelt(self.keys.get(command, ""))


def spelt(key: str) -> str:
    """A key as people say it."""
    return "+".join(part.capitalize() for part in key.split("+"))


def understood(wish: str) -> str:
    """What somebody wrote for a key, as it is called inside: `ctrl + t`, `Ctrl-T`, `^T` are all `ctrl+t`."""
    word = "".join(wish.lower().split()).replace("control", "ctrl").replace("strg", "ctrl")
    if word.startswith("^") and len(word) == 2:
        word = f"ctrl+{word[1]}"
    return word.replace("-", "+")


def keymap(wishes: Mapping[str, str] | None = None, tell: Tell | None = None) -> Keymap:
    """The keys of all commands.

    Args:
        wishes: command to key, as `coachtui.toml` has them.
        tell: makes a sentence of the command's name as it was written, what is wrong and what to do.
    """
    say = tell or (lambda name, what, remedy: f"{name}: {what} {remedy}".rstrip())
    usual = {one.name: one.key for one in COMMANDS if one.key}
    mine: dict[str, str] = {}
    told: list[str] = []
    for written, wish in (wishes or {}).items():
        name, key = written.removeprefix("/").lower(), understood(wish)
        problem = _problem(name, key, mine)
        if problem is None:
            mine[name] = key
        else:
            told.append(say(written, *problem))
    # Two commands may change keys with each other; but who takes a key from one that keeps it takes nothing.
    while clash := next(((name, other) for name in mine if (other := _owner(name, mine, usual))), None):
        name, other = clash
        told.append(say(name, f"{spelt(mine.pop(name))} is the key of /{other}.", f"Give {other} another key first."))
    return Keymap({**usual, **mine}, tuple(told))


def _owner(name: str, mine: Mapping[str, str], usual: Mapping[str, str]) -> str | None:
    """The other command whose usual key this one wants while that one keeps it."""
    return next((one for one, key in usual.items() if key == mine[name] and one != name and one not in mine), None)


def _problem(name: str, key: str, mine: Mapping[str, str]) -> tuple[str, str] | None:
    """What is wrong with a wish and what to do; None if nothing is, as far as can be said without the others."""
    names = [one.name for one in COMMANDS]
    if name not in names:
        return f"There is no command called {quoted(name)}.", suggestion(name, names, none="")
    if key not in FREE and key not in [one.key for one in COMMANDS if one.name == name]:
        return f"{quoted(spelt(key))} cannot be given to a command.", f"Free are {_free()}."
    taken = next((other for other, own in mine.items() if own == key), None)
    return (f"{spelt(key)} was given to /{taken} already.", "Choose another.") if taken else None


def _free() -> str:
    letters = ", ".join(letter.upper() for letter in FREE_LETTERS)
    return f"Ctrl with one of {letters}, and F1 to F12"


#: The keys as they come.
USUAL: Final = keymap()
