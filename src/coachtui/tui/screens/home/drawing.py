"""How Home is drawn: what can be done now, in numbers and days. Pure functions; no name of a person can get in here.

What it is made from, the overview of the desk, holds no name and nothing that was said: the lid may be open towards a class.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from coachtui.desk import Overview
from coachtui.tui.widgets.lines import EMPTY, Line, Piece, apart, cut, do, indented, line, pad, page, paragraph

#: Cells that an item's name takes.
NAME = 20
#: Cells of the words beside it.
WORDS = 50
#: What can be done is never spread over more than this; in a wider window it stands in the middle.
WIDEST = 100


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do: its name in the table of keys, how it is called here, and a few words about it."""

    name: str
    called: str
    words: str


def items(seen: Overview | None, today: date) -> tuple[Item, ...]:
    """What can be done now, the most likely thing first. Only what there is to do is offered."""
    start = Item("start", "Start", "choose a conversation")
    if seen is None:
        return (start,)
    found: list[Item] = []
    if seen.open:
        found.append(Item("continue", "Continue", _open(seen, today)))
    if len(seen.open) > 1:
        many = len(seen.open) - 1
        found.append(Item("others", "Others", f"the other {_number(many)} that {'is' if many == 1 else 'are'} open"))
    found.append(start)
    if not seen.sessions:
        found.append(Item("try", "Try it", "two minutes, with invented people"))
    if seen.sessions:
        found.append(Item("prepare", "Prepare", _meetings(seen, today)))
    if seen.open_actions:
        found.append(Item("actions", "Actions", f"{seen.open_actions} to come back to"))
    if seen.sessions or seen.unreadable:
        found.append(Item("look-back", "Look back", "people, sessions, search"))
    return tuple(found)


def draw(
    seen: Overview | None,
    today: date,
    at: int,
    said: Sequence[str],
    size: tuple[int, int],
    *,
    key: Callable[[str], str],
    read: int = 0,
) -> tuple[list[Line], int]:
    """Home without its foot, and the number of the line that must be in sight.

    Args:
        seen: what there is; None while that is being counted.
        today: the present day.
        at: the number of the item that Enter takes; below 0 while nobody can say which one it will be.
        said: sentences that stand below, quietly.
        size: cells of a line, and how many lines there are.
        key: the key of an item, as people say it, by the item's name.
        read: how many sessions were counted so far.
    """
    width, height = size
    number = seen.sessions if seen is not None else read
    many = f" · {_count(number, 'session', 'sessions')}{'' if seen else ' so far'}" if number else ""
    right = line(f"{today:%a} {today.day} {today:%b}{many}", "quiet")
    offered = items(seen, today)
    air = min(max(4, height // 6), max(1, (height - len(offered) - 12) // 4))
    left, room = page(width, WIDEST)
    found: list[Line] = [(Piece(" "), *apart(line("coachtui", "strong"), right, width - 2)), *[EMPTY] * air]
    first = len(found)
    for row, item in enumerate(offered):
        found += indented([_row(item, key(item.name), room, here=row == at)], left)
    if seen is not None and seen.unreadable:
        words = _count(seen.unreadable, "session file cannot be read", "session files cannot be read")
        told = paragraph(f"{words}; Look back says why.", min(76, width - 6), "warn", first="     ")
        found += [EMPTY, *indented(told, left)]
    for one in said:
        found += [EMPTY, *indented(paragraph(one, min(76, width - 6), "quiet", first="     "), left)]
    return found, first + max(0, at)


def _row(item: Item, key: str, width: int, *, here: bool) -> Line:
    act = do(item.name)
    name = Piece(f"{'   > ' if here else '     '}{pad(item.called, NAME)}", "here" if here else "strong", act)
    words = Piece(pad(item.words, max(0, min(WORDS, width - NAME - 13))), "" if here else "quiet", act)
    return cut((name, words, Piece(f"  {'Enter' if here else key}", "key", act)), width)


def _open(seen: Overview, today: date) -> str:
    many, when = len(seen.open), _ago(seen.open[0].when, today)
    if many == 1:
        return f"one conversation is open{when and f', {when}'}"
    return f"{_number(many)} are open{when and f', the newest {when}'}"


def _ago(when: datetime | None, today: date) -> str:
    if when is None:
        return ""
    days = (today - when.astimezone().date()).days
    if days <= 0:
        return "from today"
    return "from yesterday" if days == 1 else f"from {days} days ago"


def _meetings(seen: Overview, today: date) -> str:
    if not seen.meetings:
        return "the page before you meet again"
    many, nearest = len(seen.meetings), _ahead(seen.meetings[0].day, today)
    return f"one meeting {nearest}" if many == 1 else f"{_number(many)} meetings, the nearest {nearest}"


def _ahead(day: date, today: date) -> str:
    """A day to come as people say it: today, tomorrow, on Monday, on 14 December."""
    days = (day - today).days
    if days < 2:
        return "today" if days == 0 else "tomorrow"
    year = f" {day.year}" if day.year != today.year else ""
    return f"on {day:%A}" if days < 7 else f"on {day.day} {day:%B}{year}"


def _number(number: int) -> str:
    """Small numbers in words, as they are said."""
    words = ("no", "one", "two", "three", "four", "five", "six")
    return words[number] if number < len(words) else str(number)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
