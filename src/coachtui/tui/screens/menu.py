"""The menu of commands that a slash on an empty line opens. Pure values and functions.

The same words as in the line mode: what the menu does is put them into the entry line.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coachtui.tui.ports import Command
from coachtui.tui.widgets.lines import Line, Piece, Press, cut, fit, line

#: Commands shown at once; the list moves with the choice.
ROWS = 8


@dataclass(frozen=True, slots=True)
class Menu:
    """The commands that fit what was typed so far, and the one that Enter takes."""

    found: tuple[Command, ...]
    at: int = 0
    #: A command is typed out and its argument has begun: nothing to choose any more.
    settled: bool = False

    @property
    def chosen(self) -> Command | None:
        """The command that Enter takes, or None."""
        return self.found[self.at] if self.found and not self.settled else None

    def moved(self, by: int) -> "Menu":
        """The same with another choice, round the ends."""
        return replace(self, at=(self.at + by) % len(self.found)) if self.found else self


def opened(commands: Sequence[Command], text: str) -> Menu | None:
    """The menu for what stands in the entry line; None where that is no command."""
    if not text.startswith("/") or text.startswith("//") or "\n" in text:
        return None
    word, blank, _ = text[1:].partition(" ")
    word = word.lower()
    if blank:
        return Menu(tuple(one for one in commands if one.name == word), settled=True)
    begins = [one for one in commands if one.name.startswith(word)]
    holds = [one for one in commands if one not in begins and (word in one.name or word in one.help.lower())]
    found = [*begins, *(holds if len(word) > 1 else [])]
    # What can be done now comes first; the rest stays findable.
    return Menu(tuple(sorted(found, key=lambda one: (not one.here, one not in begins, one.name != word))))


def draw(menu: Menu, width: int) -> list[Line]:
    """The menu's lines, the choice marked."""
    if not menu.found:
        return [line("  no such command · Escape gives up · two slashes begin a text with a slash", "quiet")]
    first = max(0, min(menu.at - ROWS // 2, len(menu.found) - ROWS))
    shown = menu.found[first : first + ROWS]
    return [_row(one, width, chosen=not menu.settled and first + at == menu.at) for at, one in enumerate(shown)]


def _row(one: Command, width: int, *, chosen: bool) -> Line:
    words = f"/{one.name} {one.argument}".rstrip()
    sign = "> " if chosen else "  "
    act = Press(f"/{one.name}")
    name = Piece(f"{sign}{fit(words, 24):<24}  ", "here" if chosen else ("strong" if one.here else "quiet"), act)
    return cut((name, Piece(one.help, "" if chosen else "quiet", act)), width)
