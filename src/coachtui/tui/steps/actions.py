"""Actions: a small table of what, who and by when; the other fields below each."""

from datetime import date

from coachtui.session.when import said_beside, short_day
from coachtui.talk.view import ActionLine, ActionsBody
from coachtui.tui.steps.shared import NUMBER, far, numbered, quiet
from coachtui.tui.widgets.lines import EMPTY, Item, Line, Piece, Say, cell_len, filled, fit, pad

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
    words = ("What", room - NUMBER), ("Who", WHO), ("By when", WHEN)
    before = (" " * NUMBER, "  ", "  ")
    return tuple(Piece(gap + pad(word, cells), "quiet") for gap, (word, cells) in zip(before, words, strict=True))


def _action(action: ActionLine, width: int, *, wide: bool) -> list[Line]:
    day, words = _when(action)
    who, when = action.who or _asked(action, "who"), day or words or _asked(action, "by when")
    marks = (*((action.status,) if action.status else ()), *far(action))
    if wide:
        room = width - WHO - WHEN - 4
        rows = numbered(action.number, action.what, room, marks=marks, act=Item(action.id))
        first = filled(rows[0], room)
        tail = (Piece("  " + pad(who, WHO)), Piece("  " + fit(when, WHEN), "strong"))
        found = [(*first, *tail), *rows[1:]]
    else:
        found = numbered(
            action.number,
            action.what,
            width,
            marks=(
                *(part for part in (who, f"{day} ({words})" if day and words else when) if part),
                *marks,
            ),
            act=Item(action.id),
        )
    if wide and words and (day or cell_len(words) > WHEN):
        found += numbered("", f"by when: {words}", width, look="quiet")
    for name, value in action.fields:
        found += numbered("", f"{name}: {value}", width, look="quiet")
    # An action that took the words of what it grew from says nothing new by repeating them.
    if action.source and action.source != action.what:
        found += numbered("", f"from: {fit(action.source, width)}", width, look="quiet")
    return found


def _asked(action: ActionLine, field: str) -> str:
    """A sign where just this is being asked: the row it belongs to need not be the last."""
    return "?" if action.asked == field else ""


def _when(action: ActionLine) -> tuple[str, str]:
    """The day, in few letters, and what was said of it where that says more; only the words where no day was read."""
    if not action.due:
        return "", action.by_when
    day = date.fromisoformat(action.due)
    return short_day(day), said_beside(action.by_when, day)
