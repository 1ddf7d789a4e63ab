"""Choosing: what can be picked, and what was. A click picks."""

from coachtui.talk.view import ChooseBody, Entry
from coachtui.tui.steps.shared import NUMBER, far, numbered
from coachtui.tui.widgets.lines import Line, Look, Piece, Say, line

#: Cells of the sign before a picked option.
SIGN = 4


def draw(body: ChooseBody, width: int) -> list[Line]:
    """The options, each with its number; picked ones with a sign, their rank or their dots."""
    found = [row for one in body.entries for row in _option(body, one, width)]
    rule = _rule(body)
    return [*found, line(" " * (SIGN + NUMBER) + rule, "quiet")] if rule else found


def _option(body: ChooseBody, one: Entry, width: int) -> list[Line]:
    look: Look = "picked" if one.chosen is not None else ""
    marks = (*one.marks, *far(one))
    rows = numbered(one.number, one.text, width - SIGN, look=look, marks=marks, act=Say(str(one.number)))
    sign = _sign(body, one)
    # Only the sign is painted: where what is picked is shown in reverse, blanks would be a bar.
    first = (*([Piece(sign, "picked")] if sign else []), Piece(" " * (SIGN - len(sign))))
    return [(*first, *row) if at == 0 else (Piece(" " * SIGN), *row) for at, row in enumerate(rows)]


def _sign(body: ChooseBody, one: Entry) -> str:
    if one.chosen is None:
        return ""
    if body.dots is not None:
        return f"•{one.chosen}"
    return f"{one.chosen}." if body.ordered else "✓"


WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def spelt(number: int) -> str:
    """A small number as a word."""
    return WORDS[number] if 0 <= number < len(WORDS) else str(number)


def _rule(body: ChooseBody) -> str:
    """What the framework suggests, in a few words; never a wall."""
    parts: list[str] = []
    if body.dots is not None:
        parts.append(f"{body.dots} dots each")
    elif body.at_most is not None:
        least = body.at_least or 0
        most = spelt(body.at_most)
        parts.append(f"pick {spelt(least)} to {most}" if 0 < least < body.at_most else f"pick {most}, or fewer")
        if body.at_most == 1:
            parts[-1] = "pick one"
    elif body.at_least:
        parts.append(f"pick {spelt(body.at_least)} or more")
    if body.ordered:
        parts.append("in order")
    if body.may_add:
        parts.append("or type another")
    return " · ".join(parts)
