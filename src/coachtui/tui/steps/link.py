"""Linking: two lists, the ties between them, and a quiet sign before what has no partner yet."""

from coachtui.talk.view import Group, LinkBody, TieLine
from coachtui.tui.steps.shared import NUMBER, numbered, quiet
from coachtui.tui.widgets.lines import EMPTY, Item, Line, Piece, beside, fit, line

#: Below this width the two lists stand one below the other.
SIDE_BY_SIDE = 56
#: What stands before something without a partner; as wide as what stands before the others.
ALONE, TIED = "· ", "  "


def draw(body: LinkBody, width: int) -> list[Line]:
    """Both lists, then the ties in words, then what the sign means, where it stands anywhere."""
    if width >= SIDE_BY_SIDE:
        each = (width - 4) // 2
        found = beside([_list(body, body.left, each), _list(body, body.right, each)], [each, each], 4)
    else:
        found = [*_list(body, body.left, width), EMPTY, *_list(body, body.right, width)]
    if body.ties:
        found += [EMPTY, *(row for tie in body.ties for row in _tie(body, tie, width))]
    if body.alone:
        found += [EMPTY, *quiet(f"{ALONE}has no partner yet", width)]
    return found


def _list(body: LinkBody, group: Group, width: int) -> list[Line]:
    found = [line(fit(TIED + group.name, width), "strong")] if group.name else []
    for one in group.entries:
        first, *rest = numbered(one.number, one.text, width - len(ALONE), marks=one.marks, act=Item(one.id))
        sign = ALONE if one.number in body.alone else TIED
        found += [(Piece(sign, "quiet"), *first), *((Piece(TIED), *row) for row in rest)]
    return found


def _tie(body: LinkBody, tie: TieLine, width: int) -> list[Line]:
    texts = {one.number: one.text for one in (*body.left.entries, *body.right.entries)}
    word = f" {body.tie} " if body.tie else " "
    half = max(8, (width - NUMBER - len(word) - 12) // 2)
    a, b = (f"{number} {fit(texts.get(number, ''), half)}" for number in (tie.a, tie.b))
    return numbered(tie.number, f"{a} ─{word}─ {b}", width, act=Item(tie.id))
