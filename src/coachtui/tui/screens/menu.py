"""Menus at the foot: the commands that a slash or Ctrl+P opens, and what can be done with a thing that was clicked.

Pure values and functions. The same words as in the line mode: what a menu does is say a line, and each row shows it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coachtui.talk.commands import CommandInfo, Deed
from coachtui.tui.widgets.lines import Line, Look, Piece, Press, cut, fit, line

#: Rows shown at once; the list moves with the choice.
ROWS = 8
#: What a click on a row presses: this, and the row's number.
ROW = "row:"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to choose.

    Attributes:
        words: what stands first.
        about: what stands behind it, quietly.
        says: the line that is said when it is chosen.
        wanted: what is still to be typed after that line; empty where nothing is.
        may: what is wanted may be left out.
        here: it can be done now.
    """

    words: str
    about: str
    says: str
    wanted: str = ""
    may: bool = False
    here: bool = True


@dataclass(frozen=True, slots=True)
class Menu:
    """The rows that fit what was typed so far, and the one that Enter takes.

    Attributes:
        rows: what there is to choose.
        at: the choice.
        settled: a command is typed out and its words have begun: nothing to choose any more.
        of_thing: the menu of a thing that was clicked; the line being typed has nothing to do with it.
    """

    rows: tuple[Row, ...]
    at: int = 0
    settled: bool = False
    of_thing: bool = False

    @property
    def chosen(self) -> Row | None:
        """The row that Enter takes, or None."""
        return self.rows[self.at] if self.rows and not self.settled else None

    @property
    def wanted(self) -> str:
        """What is to be typed after the command that stands there."""
        return self.rows[0].wanted if self.settled and self.rows else ""

    def moved(self, by: int) -> "Menu":
        """The same with another choice, round the ends."""
        return replace(self, at=(self.at + by) % len(self.rows)) if self.rows else self

    def turned(self, pages: int) -> "Menu":
        """The same a page further on; from the last one to the first again."""
        last = len(self.rows) - 1
        if not self.rows or self.at == (last if pages > 0 else 0):
            return self.moved(pages)
        return replace(self, at=max(0, min(last, self.at + pages * ROWS)))


def opened(commands: Sequence[CommandInfo], text: str) -> Menu | None:
    """The menu for what stands in the entry line; None where that is no command."""
    if not text.startswith("/") or text.startswith("//") or "\n" in text:
        return None
    word, blank, _ = text[1:].partition(" ")
    word = word.lower()
    if blank:
        return Menu(tuple(_row(one) for one in commands if one.name == word), settled=True)
    ranked = [(_rank(one, word), one) for one in commands]
    # What can be done now comes first; the rest stays findable.
    found = sorted(
        ((rank, one) for rank, one in ranked if rank < NOT_AT_ALL), key=lambda got: (not got[1].here, got[0])
    )
    return Menu(tuple(_row(one) for _, one in found))


#: How well a command fits a word: 0 best; from this on it does not.
NOT_AT_ALL = 5


def _rank(one: CommandInfo, word: str) -> int:
    """The whole name or another word for it, the beginning of its name, of another word, and last anything it says."""
    fits = (
        word in (one.name, *one.also),
        one.name.startswith(word),
        any(other.startswith(word) for other in one.also),
        len(word) > 1 and (word in one.name or word in one.help.lower()),
    )
    return next((rank for rank, fit_ in enumerate(fits) if fit_), NOT_AT_ALL)


def of_thing(deeds: Sequence[Deed]) -> Menu | None:
    """The menu of a thing; None where nothing can be done with it here."""
    rows = tuple(Row(one.say, one.line, one.line, "the words" if one.typed else "") for one in deeds)
    return Menu(rows, of_thing=True) if rows else None


def _row(one: CommandInfo) -> Row:
    wanted = (one.wanted or one.argument.lower()) if one.argument else ""
    words = f"/{one.name} {people_say(one.argument)}".rstrip()
    return Row(words, one.help, f"/{one.name}", wanted, may=one.argument.startswith("["), here=one.here)


#: What may follow a command, in people's words.
ARGUMENTS = {"N": "number", "STEP": "step", "PLACE": "place", "TEXT": "words", "TAG": "a word for it", "TYPE": "kind"}


def people_say(argument: str) -> str:
    """What may follow a command as people say it: a number, not N."""
    bare = argument.strip("[]")
    words = " ".join(ARGUMENTS.get(one, one.lower()) for one in bare.split())
    return f"[{words}]" if argument.startswith("[") else words


def draw(menu: Menu, width: int) -> list[Line]:
    """The menu's lines, the choice marked."""
    if not menu.rows:
        return [line("  no such command · Escape gives up · two slashes begin a text with a slash", "quiet")]
    first = max(0, min(menu.at - ROWS // 2, len(menu.rows) - ROWS))
    shown = list(enumerate(menu.rows))[first : first + ROWS]
    room = 34 if menu.of_thing else 24
    found = [_line(row, at, width, room, chosen=not menu.settled and at == menu.at) for at, row in shown]
    more = len(menu.rows) - len(shown)
    how = "Down shows them" if menu.of_thing else "letters find them"
    return [*found, line("  " + fit(f"{more} more, {how}", width - 2), "quiet", Press("pagedown"))] if more else found


def _line(row: Row, at: int, width: int, room: int, *, chosen: bool) -> Line:
    act = Press(f"{ROW}{at}")
    look: Look = "here" if chosen else ("strong" if row.here else "quiet")
    name = Piece(f"{'> ' if chosen else '  '}{fit(row.words, room):<{room}}  ", look, act)
    return cut((name, Piece(row.about, "" if chosen else "quiet", act)), width)
