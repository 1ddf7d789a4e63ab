"""Actions: a small table of what, who and by when; the other fields below each."""

from datetime import date

from coachtui.talk.dates import spoken
from coachtui.talk.view import ActionLine, ActionsBody
from coachtui.tui.steps.shared import NUMBER, far, numbered, quiet
from coachtui.tui.widgets.lines import EMPTY, Item, Line, Piece, Say, filled, fit, pad

#: Below this width, who and when stand under what.
TABLE = 60
WHO, WHEN = 12, 18


def draw(body: ActionsBody, width: int) -> list[Line]:
    """What an action could grow from, then the actions."""
    found: list[Line] = []
    if body.offered:
        found += quiet("From what was picked · a number takes its words", width)
        for one in body.offered:
            found += numbered(one.number, one.text, width, marks=one.marks, act=Say(str(one.number)))
        found.append(EMPTY)
    if not body.actions:
        return found
    wide = width >= TABLE
    if wide:
        found.append(_head(width))
    for action in body.actions:
        found += _action(action, width, wide=wide)
    return found


def _head(width: int) -> Line:
    room = width - WHO - WHEN - 4
    words = (" " * NUMBER + "What", room), ("  Who", WHO + 2), ("  By when", WHEN + 2)
    return tuple(Piece(pad(word, cells), "quiet") for word, cells in words)


def _action(action: ActionLine, width: int, *, wide: bool) -> list[Line]:
    day = _day(action)
    when = f"{action.by_when} ({day})" if day else action.by_when
    marks = far(action)
    if wide:
        room = width - WHO - WHEN - 4
        rows = numbered(action.number, action.what, room, marks=marks, act=Item(action.id))
        first = filled(rows[0], room)
        tail = (Piece("  " + pad(action.who, WHO)), Piece("  " + fit(action.by_when, WHEN), "strong"))
        found = [(*first, *tail), *rows[1:]]
    else:
        found = numbered(
            action.number,
            action.what,
            width,
            marks=(*(part for part in (action.who, when) if part), *marks),
            act=Item(action.id),
        )
    if wide and day:
        found += numbered("", f"by {day}", width, look="quiet")
    for name, value in action.fields:
        found += numbered("", f"{name}: {value}", width, look="quiet")
    # An action that took the words of what it grew from says nothing new by repeating them.
    if action.source and action.source != action.what:
        found += numbered("", f"from: {fit(action.source, width)}", width, look="quiet")
    return found


def _day(action: ActionLine) -> str:
    """The day that was read from the words, as people say it; empty where the words say it themselves."""
    if not action.due or action.due in action.by_when:
        return ""
    day = spoken(date.fromisoformat(action.due))
    return "" if day in action.by_when else day
