"""Perspective circles: the centre in the middle, people around it, the channels inside each. Pure; touches nothing.

Below `NEEDS` columns the same notes stand as a list, person by person: a picture nobody can read is worse than none.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from coachtui.layouts.boxes import SIDES, box
from coachtui.layouts.lines import EMPTY, At, Line, Role, Span, beside, fit, paragraph, shares, width_of
from coachtui.layouts.notes import entries, loose, stacked
from coachtui.layouts.signs import Signs
from coachtui.layouts.values import Heading, Picture

#: The width from which the picture is drawn.
NEEDS = 72
GAP = 2


@dataclass(frozen=True, slots=True)
class _Seats:
    """Who sits where round the centre, read from the left to the right and from above down."""

    left: tuple[Heading, ...]
    above: tuple[Heading, ...]
    below: tuple[Heading, ...]
    right: tuple[Heading, ...]


def as_circles(picture: Picture, width: int, signs: Signs, whole: str | None = None) -> list[Line]:
    """The centre in a strong box in the middle, each other person in a box around it.

    With `whole`, only this person's notes are written out, and of the others' channels it is said how much is in them.
    """
    centre = next((one for one in picture.rows if one.key == picture.centre), None)
    if centre is None or width < NEEDS:
        return stacked(_centre_first(picture), width, signs)
    seats = _seats(tuple(one for one in picture.rows if one is not centre))
    middle = (*seats.above, centre, *seats.below)
    # With one other person, two circles stand beside each other: a third part that stays empty would only narrow them.
    parts = [one for one in (seats.left, middle, seats.right) if one]
    widths = shares(width, len(parts), GAP)
    stacks = [
        [
            _person(picture, one, each, signs) if whole in (None, one.key) else _outline(picture, one, each, signs)
            for one in people
        ]
        for people, each in zip(parts, widths, strict=True)
    ]
    height = max(_height(one) for one in stacks)
    drawn = [_spread(one, height) for one in stacks]
    before = loose(picture, width, signs)
    return [*before, *([EMPTY] if before else []), *beside(drawn, widths, signs, GAP)]


def _centre_first(picture: Picture) -> Picture:
    """As a list, the centre comes first."""
    rows = sorted(picture.rows, key=lambda one: one.key != picture.centre)
    return replace(picture, rows=tuple(rows))


def _seats(people: tuple[Heading, ...]) -> _Seats:
    """From six people on one sits above the centre and one below; an odd one of three or five sits above."""
    middle = min(2, len(people)) if len(people) > 5 else len(people) % 2 if len(people) > 1 else 0
    beside_it = len(people) - middle
    left, right = (beside_it + 1) // 2, beside_it // 2
    seats: dict[str, list[Heading]] = {"left": [], "above": [], "below": [], "right": []}
    order: list[str] = []
    for number in range(max(1, left)):
        order += ["left"] if number < left else []
        order += ["above"] if number == 0 and middle > 0 else []
        order += ["below"] if number == left - 1 and middle > 1 else []
        order += ["right"] if number < right else []
    for seat, one in zip(order, people, strict=True):
        seats[seat].append(one)
    return _Seats(*(tuple(seats[name]) for name in ("left", "above", "below", "right")))


def _person(picture: Picture, row: Heading, width: int, signs: Signs) -> list[Line]:
    """One person: what stands in each channel, then the empty channels, so that what was not asked is seen as well."""
    inner = width - SIDES
    inside = entries(picture.bare(row.key), inner, signs)
    empty: list[Heading] = []
    for column in picture.columns:
        here, notes = picture.stands(row.key, column.key), picture.at(row.key, column.key)
        if not notes and not here:
            empty.append(column)
            continue
        role: Role = "here" if here else "name"
        words = f"> {column.name}" if here else column.name
        inside += paragraph(words, inner, role, At((row.key, column.key)))
        inside += entries(notes, inner, signs)
    inside += _counts(picture, row, empty, inner, signs)
    return _circle(picture, row, inside, width, signs)


def _outline(picture: Picture, row: Heading, width: int, signs: Signs) -> list[Line]:
    """One person, and only how many notes stand in each channel."""
    return _circle(picture, row, _counts(picture, row, picture.columns, width - SIDES, signs), width, signs)


def _circle(picture: Picture, row: Heading, inside: list[Line], width: int, signs: Signs) -> list[Line]:
    strong, here = row.key == picture.centre, picture.stands(row.key)
    return box(row.name, inside, width, signs, place=(row.key, ""), here=here, strong=strong)


def _counts(picture: Picture, row: Heading, channels: Iterable[Heading], width: int, signs: Signs) -> list[Line]:
    """Channels with how many notes they hold, as many on a line as fit."""
    found: list[Line] = []
    for one in channels:
        told = len(picture.at(row.key, one.key)) or signs.none
        span = Span(fit(f"{one.name} {told}", width, signs), "quiet", At((row.key, one.key)))
        if found and width_of(found[-1]) + GAP + span.width <= width:
            found[-1] = (*found[-1], Span(" " * GAP), span)
        else:
            found.append((span,))
    return found


def _height(boxes: list[list[Line]]) -> int:
    return sum(len(one) for one in boxes)


def _spread(boxes: list[list[Line]], height: int) -> list[Line]:
    """Boxes spread over the height: one stands in the middle, several reach from the top to the bottom."""
    free = height - _height(boxes)
    if len(boxes) < 2:
        return [*([EMPTY] * (free // 2)), *(row for one in boxes for row in one)]
    found = list(boxes[0])
    for one, room in zip(boxes[1:], shares(free, len(boxes) - 1, 0), strict=True):
        found += [*([EMPTY] * room), *one]
    return found
