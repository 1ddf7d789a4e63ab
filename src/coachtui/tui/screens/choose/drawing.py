"""How the wall of Choose is drawn: what is asked, the choices in one or two columns, more about one of them. Pure functions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from coachtui.layouts import USUAL
from coachtui.session.wording import spoken
from coachtui.tui.looks.families import mark
from coachtui.tui.screens.choose.about import about
from coachtui.tui.screens.choose.wall import GROUPS, LENGTHS, Choice, Wall
from coachtui.tui.widgets.lines import (
    EMPTY,
    Line,
    Piece,
    Press,
    apart,
    cell_len,
    cut,
    do,
    filled,
    fit,
    indented,
    line,
    page,
    paragraph,
    width_of,
)

#: From so many cells on the choices stand in two columns.
TWO_COLUMNS = 96
#: The wall is never wider than this, with one column and with two; in a wider window it stands in the middle.
WIDEST, WIDEST_OF_TWO = 104, 152
#: Cells between two columns.
GAP = 2
#: Lines kept for them, where the window has the height.
ABOUT = 8
#: From so many lines on there is some air between them.
ROOMY = 22
QUESTION = "What would help most today?"
NONE = "There is no framework that can be used. coachtui check says what is wrong."


@dataclass(frozen=True, slots=True)
class Sight:
    """Everything there is to draw.

    Attributes:
        wall: the choices.
        remote: people do not sit in one room.
        on: the day it was held on paper, None for one that is held now.
        finding: words are being typed to find something.
        bad: how many framework files cannot be used.
        names: names of frameworks by id, for what goes well afterwards.
        follows: a quiet word on what is followed; empty where nothing is.
        more: the key that shows all or fewer, as people say it.
    """

    wall: Wall
    remote: bool = False
    on: date | None = None
    finding: bool = False
    bad: int = 0
    names: Callable[[str], str] = str
    follows: str = ""
    more: str = "m"


def columns(width: int) -> int:
    """How many choices stand side by side."""
    return 2 if width >= TWO_COLUMNS else 1


def rows(width: int, height: int) -> int:
    """How many rows of choices have room, beside everything else: the head, how many more, a rule, one of them, the foot."""
    return max(1, height - _head_rows(width, height) - 3 - _about_room(height))


def room(width: int, height: int) -> int:
    """How many choices can stand in sight at once."""
    return rows(width, height) * columns(width)


def _head_rows(width: int, height: int) -> int:
    return len(_question(Wall(()), width)) + 1 + _air(height)


def _air(height: int) -> int:
    """An empty line above the choices, where there is height for it."""
    return int(height >= ROOMY)


def _about_room(height: int) -> int:
    return min(ABOUT, max(0, height // 3))


def draw(sight: Sight, width: int, height: int) -> tuple[list[Line], int]:
    """The whole wall but its foot, and the number of the line that must be in sight."""
    several = len(sight.wall.shown(room(width, height))) > rows(width, height)
    left, width = page(width, WIDEST_OF_TWO if several else WIDEST)
    lines, at = _wall(sight, width, height)
    return indented(lines, left), at


def _wall(sight: Sight, width: int, height: int) -> tuple[list[Line], int]:
    head = _head(sight, width, height)
    here = sight.wall.here(room(width, height))
    if not sight.wall.choices:
        return [cut(one, width) for one in (*head, EMPTY, *paragraph(NONE, width - 4, "warn", first="   "))], 0
    listed, at = _listed(sight, width, height)
    found = [*head, *listed]
    if here is not None:
        told = about(here, sight.wall, sight.names, width)
        found += [line("─" * width, "edge"), *told[: max(1, _about_room(height))]]
    if sight.bad:
        files = "1 framework file" if sight.bad == 1 else f"{sight.bad} framework files"
        found += paragraph(f"{files} cannot be used; coachtui check says why.", width - 4, "warn", first="   ")
    return [cut(one, width) for one in found], len(head) + at


# -- the head


def _head(sight: Sight, width: int, height: int) -> list[Line]:
    where = _setting(sight)
    if sight.on is None and width_of(where) + 3 > width:
        where = where[:-1]  # paper has a key of its own
    row = apart(_left(sight), (Piece("  "), *where), width - 1) if width > 48 else cut((Piece(" "), *where), width - 1)
    return [*_question(sight.wall, width), row, *[EMPTY] * _air(height)]


def _question(wall: Wall, width: int) -> list[Line]:
    """What is asked, and beside or below it how long there is and how many we are."""
    question, time, people = line(f" {QUESTION}", "question"), _time(wall), _people(wall)
    both = (*time, Piece("   "), *people)
    if width_of(question) + width_of(both) + 2 < width:
        return [apart(question, both, width - 1)]
    if width_of(both) + 1 < width:
        return [question, (Piece(" "), *both)]
    return [question, *(cut((Piece(" "), *one), width - 1) for one in (time, people))]


def _left(sight: Sight) -> Line:
    if sight.finding or sight.wall.query:
        return (Piece(" / ", "key"), Piece(sight.wall.query + ("_" if sight.finding else ""), "here"))
    return line(f" {sight.follows}", "quiet") if sight.follows else EMPTY


def _time(wall: Wall) -> Line:
    lengths = sorted({*LENGTHS, wall.have})
    chosen = _spaced([_one(str(one), one == wall.have, f"min:{one}") for one in lengths])
    return (Piece("We have ", "quiet"), *chosen, Piece(" min", "quiet"))


def _people(wall: Wall) -> Line:
    chosen = _spaced([_one(word, group == wall.group, f"we:{group}") for group, word in GROUPS])
    return (Piece("We are ", "quiet", do("people")), *chosen)


def _one(word: str, chosen: bool, key: str) -> Piece:
    return Piece(f"[{word}]" if chosen else word, "here" if chosen else "quiet", Press(key))


def _spaced(pieces: Sequence[Piece]) -> list[Piece]:
    found: list[Piece] = []
    for piece in pieces:
        found += [Piece(" "), piece] if found else [piece]
    return found


def _setting(sight: Sight) -> Line:
    """In one room or not, and whether it is typed up from paper."""
    if sight.on is not None:
        return line(f"typed up from paper, held on {spoken(sight.on)}", "picked", do("paper"))
    return (
        _one("in one room", not sight.remote, "room"),
        Piece(" "),
        _one("remote", sight.remote, "remote"),
        Piece("   typed up from paper", "quiet", do("paper")),
    )


# -- the choices


def _listed(sight: Sight, width: int, height: int) -> tuple[list[Line], int]:
    """The choices in sight, column by column, and the row of the one that is looked at."""
    wall = sight.wall
    many, deep = columns(width), rows(width, height)
    space = many * deep
    shown, here = wall.shown(space), wall.here(space)
    if not shown or here is None:
        return [line("   Nothing says that. Escape shows everything again.", "quiet")], 0
    at = shown.index(here)
    number, pages = at // space, ceil(len(shown) / space)
    part = shown[number * space : (number + 1) * space]
    if len(part) <= deep:
        many = 1  # all of them in one column, with their names in full
    deep = min(deep, ceil(len(part) / many))
    each = (width - 1) // many
    found: list[Line] = []
    for row in range(deep):
        cells = [part[which] for which in range(row, len(part), deep)]
        # Between two columns there is a gap, also before the sign of the one that is looked at.
        sizes = [each - (0 if which == many - 1 else GAP) for which in range(len(cells))]
        drawn = [_row(one, wall, size, here=one is here) for one, size in zip(cells, sizes, strict=True)]
        found.append(tuple(piece for one in drawn for piece in filled(one, each)))
    return [*found, _more(sight, space, number, pages, width)], (at - number * space) % deep


def _row(one: Choice, wall: Wall, width: int, *, here: bool) -> Line:
    """A choice: its mark, what a person would say, and small beside it the name and the minutes."""
    act, framework = Press(f"to:{one.id}"), one.framework
    fits = one.fits(wall.have, wall.group)
    small = f" · {one.minutes(wall.have)}"
    space = max(4, width - 5)
    words = fit(one.words, min(46, space))
    left = space - cell_len(words) - cell_len(small) - 3
    name = fit(framework.name, left) if left >= 6 else ""
    tail = f"{name}{small}" if name else small.removeprefix(" · ") if left >= 0 else ""
    gap = max(1, space - cell_len(words) - cell_len(tail))
    return (
        Piece(" > " if here else "   ", "here", act),
        Piece(mark(framework.family, USUAL) + " ", framework.family if fits or here else "quiet", act),
        Piece(words, "here" if here else "" if fits else "quiet", act),
        Piece(" " * gap, "", act),
        Piece(tail, "quiet", act),
    )


def _more(sight: Sight, space: int, number: int, pages: int, width: int) -> Line:
    """How many others there are, and the page where there are several."""
    wall, key = sight.wall, sight.more
    hidden = wall.hidden(space)
    words = f"{hidden} more" if hidden else "fewer" if wall.more and not wall.query else ""
    place = line(f"   page {number + 1} of {pages}", "quiet", Press("pagedown")) if pages > 1 else EMPTY
    right = (Piece(f"{words}   ", "quiet", do("more")), Piece(key, "key", do("more"))) if words else EMPTY
    return apart(place, right, width - 1) if place or right else EMPTY
