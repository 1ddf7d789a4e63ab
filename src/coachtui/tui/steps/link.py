"""Linking: two lists, the ties between them, and a quiet sign before what is not tied yet."""

from coachtui.talk.view import Group, LinkBody, TieLine
from coachtui.tui.steps.drawn import Room
from coachtui.tui.steps.shared import NUMBER, far, numbered, quiet
from coachtui.tui.widgets.lines import EMPTY, Item, Line, Piece, beside, cell_len, fit, line, width_of

#: Below this width the two lists stand one below the other.
SIDE_BY_SIDE = 56
#: What stands before something without a partner; as wide as what stands before the others.
ALONE, TIED = "· ", "  "


def draw(body: LinkBody, room: Room) -> list[Line]:
    """Both lists, then the ties in words, then what the sign means, where it stands anywhere.

    Where that is too tall, words give way before numbers do: the ties become pairs of numbers, then each thing one line.
    """
    meaning = [EMPTY, *quiet(f"{ALONE}not tied yet", room.width)] if body.alone else []
    lists = _lists(body, room.width)
    whole = [*lists, *_ties(body, room.width), *meaning]
    if room.height is None or len(whole) <= room.height:
        return whole
    pairs = _pairs(body, room.width)
    for found in ([*lists, *pairs, *meaning], [*lists, *pairs]):
        if len(found) <= room.height:
            return found
    return [*_lists(body, room.width, short=True), *pairs]


def _ties(body: LinkBody, width: int) -> list[Line]:
    rows = [row for tie in body.ties for row in _tie(body, tie, width)]
    return [EMPTY, *rows] if rows else []


def _pairs(body: LinkBody, width: int) -> list[Line]:
    """The ties as numbers only, as many on a row as fit."""
    found: list[Line] = []
    for tie in body.ties:
        piece = Piece(f"  {tie.a} ─ {tie.b}   ", "quiet", Item(tie.id))
        if found and width_of(found[-1]) + piece.width <= width:
            found[-1] = (*found[-1], piece)
        else:
            found.append((piece,))
    return found


def _lists(body: LinkBody, width: int, *, short: bool = False) -> list[Line]:
    if width >= SIDE_BY_SIDE:
        each = (width - 4) // 2
        return beside([_list(body, one, each, short=short) for one in (body.left, body.right)], [each, each], 4)
    return [*_list(body, body.left, width, short=short), EMPTY, *_list(body, body.right, width, short=short)]


def _list(body: LinkBody, group: Group, width: int, *, short: bool = False) -> list[Line]:
    found = [line(fit(TIED + group.name, width), "strong")] if group.name else []
    for one in group.entries:
        text = fit(one.text, max(1, width - len(ALONE) - NUMBER)) if short else one.text
        first, *rest = numbered(one.label, text, width - len(ALONE), marks=(*one.marks, *far(one)), act=Item(one.id))
        sign = ALONE if one.label in body.alone else TIED
        found += [(Piece(sign, "quiet"), *first), *((Piece(TIED), *row) for row in rest)]
    return found


def _tie(body: LinkBody, tie: TieLine, width: int) -> list[Line]:
    texts = {
        one.label: f"{'private: ' if one.private else ''}{one.text}"
        for one in (*body.left.entries, *body.right.entries)
    }
    word = f" {body.tie} " if body.tie else " "
    both = max(16, width - NUMBER - cell_len(f"{tie.a}  ─{word}─ {tie.b} "))
    first, second = texts.get(tie.a, ""), texts.get(tie.b, "")
    # A short one leaves its room to the other.
    room = max(both // 2, both - cell_len(second))
    first = fit(first, room)
    a, b = f"{tie.a} {first}", f"{tie.b} {fit(second, both - cell_len(first))}"
    marks = (fit(tie.said, max(1, width - NUMBER)),) if tie.said else ()
    return numbered("", f"{a} ─{word}─ {b}", width, marks=marks, act=Item(tie.id))
