"""Pictures that are taller than the room there is: what is being filled stays whole, the rest is folded. Pure.

Each way of folding gives lines like any layout; `drawing` takes the first that fits. Nothing is lost by it: what is
folded says how much there is, and the whole picture is a keystroke away.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len

from coachtui.layouts.boxes import SIDES, box
from coachtui.layouts.circles import NEEDS, as_circles
from coachtui.layouts.lines import (
    At,
    Line,
    Span,
    beside,
    fit,
    indented,
    one_line,
    paragraph,
    shares,
    width_of,
    wrap,
)
from coachtui.layouts.notes import NARROWEST, below, brief, entries, heading, loose, stacked
from coachtui.layouts.signs import Signs
from coachtui.layouts.values import Heading, Note, Picture, Place, standing_at

Way = Callable[[Picture, int, Signs], list[Line]]

GAP = 2


def one_circle_among_others(picture: Picture, width: int, signs: Signs) -> list[Line]:
    """All the circles in their places; only the one being filled is written out."""
    if width < NEEDS:
        return one_circle(picture, width, signs)
    return as_circles(picture, width, signs, whole=standing_at(picture)[0])


def one_circle(picture: Picture, width: int, signs: Signs, *, together: bool = False) -> list[Line]:
    """The circle being filled, with its channels side by side; everybody else on a line above it."""
    mine = next((one for one in picture.rows if one.key == standing_at(picture)[0]), None)
    if mine is None or width < NARROWEST + SIDES:
        return one_place(picture, width, signs)
    others = [one for one in picture.rows if one is not mine]
    inner = width - SIDES
    across = max(1, min(len(picture.columns), inner // (NARROWEST + GAP)))
    inside = entries(picture.bare(mine.key), inner, signs)
    # As many channels below one another as there are beside one another, so that the last row is not left half empty.
    across = -(-len(picture.columns) // -(-len(picture.columns) // across)) if picture.columns else 1
    for start in range(0, len(picture.columns), across):
        widths = shares(inner, across, GAP)
        some = picture.columns[start : start + across]
        blocks: list[list[Line]] = [
            _channel(picture, mine, one, each, signs) for one, each in zip(some, widths, strict=False)
        ]
        blocks += [[]] * (across - len(blocks))
        inside += beside(blocks, widths, signs, GAP)
    drawn = box(
        mine.name,
        inside,
        width,
        signs,
        place=(mine.key, ""),
        here=picture.stands(mine.key),
        strong=mine.key == picture.centre,
    )
    folded = [_folded_row(picture, one, width, signs) for one in others]
    if together:
        folded = _packed([_counted(picture, one, (one.key, ""), signs) for one in others], width)
    return [*loose(picture, width, signs), *folded, *drawn]


def one_circle_alone(picture: Picture, width: int, signs: Signs) -> list[Line]:
    """The circle being filled, with everybody else together on as few lines as they need."""
    return one_circle(picture, width, signs, together=True)


def _channel(picture: Picture, row: Heading, column: Heading, width: int, signs: Signs) -> list[Line]:
    here = picture.stands(row.key, column.key)
    words = f"> {column.name}" if here else column.name
    notes = entries(picture.at(row.key, column.key), width, signs)
    return [*paragraph(words, width, "here" if here else "name", At((row.key, column.key))), *notes]


def one_place(picture: Picture, width: int, signs: Signs) -> list[Line]:
    """The place being filled, whole; every other row or column on a line of its own."""
    row, column = standing_at(picture)
    found = loose(picture, width, signs)
    for one in _others_first(picture, row):
        if one.key != row:
            found.append(_folded_row(picture, one, width, signs))
            continue
        found += heading(one.name, (one.key, ""), width, here=picture.stands(one.key))
        notes = picture.bare(one.key) if picture.columns else picture.at(one.key)
        found += below(notes, width, signs)
        found += indented(_columns(picture, one.key, column, width - 2, signs), 2)
    return found if picture.rows else [*found, *_columns(picture, None, column, width, signs)]


def one_place_alone(picture: Picture, width: int, signs: Signs) -> list[Line]:
    """The place being filled, whole; all others together on as few lines as they need."""
    row, column = standing_at(picture)
    rest: list[Span] = [_counted(picture, one, (one.key, ""), signs) for one in picture.rows if one.key != row]
    within = row if picture.rows else None
    more = [_counted(picture, one, (row, one.key), signs, within) for one in picture.columns if one.key != column]
    found = [*loose(picture, width, signs), *_packed(rest, width), *_packed(more, width)]
    names = {one.key: one.name for one in (*picture.rows, *picture.columns)}
    words = signs.between.join(names[one] for one in (row, column) if one in names)
    found += heading(words, (row, column), width, here=picture.here is not None)
    return [
        *found,
        *below(picture.at(row if picture.rows else None, column if picture.columns else None), width, signs),
    ]


def small(picture: Picture, width: int, signs: Signs, height: int) -> list[Line]:
    """A picture that is only looked at, in about `height` lines: of each row or column its name and as much as fits.

    Names stand in a column of their own, and a note is never broken where a line ends: so it still reads as a list.
    """
    groups = picture.rows or picture.columns
    names = min(max((cell_len(one_line(one.name)) for one in groups), default=0), max(4, width // 3))
    room = max(1, width - names - GAP)
    texts: list[list[_Row]] = []
    for one in groups:
        notes = picture.at(one.key) if picture.rows else picture.at(column=one.key)
        texts.append(_in_a_row(_with_columns(picture, notes) or [signs.none], room, signs))
    found: list[Line] = []
    for one, words, rows in zip(groups, texts, _rooms([len(one) for one in texts], height), strict=True):
        kept = [one.text for one in words]
        if len(words) > rows:
            rest = "".join(f"{one.before}{one.text}" for one in words[rows:])
            kept = [*kept[: rows - 1], fit(f"{kept[rows - 1]}{rest}", room, signs)]
        name = fit(one_line(one.name), names, signs)
        before = [name + " " * (names - cell_len(name) + GAP), *[" " * (names + GAP)] * (len(kept) - 1)]
        found += [(Span(first, "name"), Span(text, "quiet")) for first, text in zip(before, kept, strict=True)]
    return found


def _with_columns(picture: Picture, notes: Sequence[Note]) -> list[str]:
    """Notes on one line each; where rows have columns, the first note of each column with the column's name before it."""
    if not picture.rows or not picture.columns:
        return [brief(note) for note in notes]
    known = {one.key: one.name for one in picture.columns}
    found = [brief(note) for note in notes if note.column not in known]
    for key, name in known.items():
        texts = [brief(note) for note in notes if note.column == key]
        found += [f"{one_line(name)}: {texts[0]}", *texts[1:]] if texts else []
    return found


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of texts, and what stands before it where the rows are put behind one another."""

    text: str
    before: str


def _in_a_row(texts: Sequence[str], width: int, signs: Signs) -> list[_Row]:
    """Short texts after one another, each whole on its line where it fits one."""
    found: list[_Row] = []
    for text in texts:
        joined = f"{found[-1].text}{signs.between}{text}" if found else text
        if found and cell_len(joined) <= width:
            found[-1] = replace(found[-1], text=joined)
        else:
            first, *more = wrap(text, width) or [""]
            found += [_Row(first, signs.between), *(_Row(one, " ") for one in more)]
    return found


def only_filled(picture: Picture) -> Picture:
    """The same picture without the rows and columns in which nothing stands."""
    return replace(
        picture,
        rows=tuple(one for one in picture.rows if picture.at(one.key)),
        columns=tuple(one for one in picture.columns if picture.at(column=one.key)),
    )


def _rooms(wanted: Sequence[int], height: int) -> list[int]:
    """Lines for each: at least one, and what is left over goes round, one each time, to those who want more."""
    got = [1] * len(wanted)
    while sum(got) < height and got != list(wanted):
        for number, most in enumerate(wanted):
            if got[number] < most and sum(got) < height:
                got[number] += 1
    return got


#: From the tallest to the lowest way of drawing what does not fit as it is.
CIRCLES: Sequence[Way] = (one_circle_among_others, one_circle, one_circle_alone, one_place, one_place_alone)
PLACES: Sequence[Way] = (one_place, one_place_alone)
ROWS: Sequence[Way] = (stacked, *PLACES)


def _others_first(picture: Picture, row: str) -> list[Heading]:
    """In circles, the one being filled comes last, next to the entry line; elsewhere the order of rows means something."""
    if picture.layout != "circles":
        return list(picture.rows)
    return sorted(picture.rows, key=lambda one: one.key == row)


def _columns(picture: Picture, row: str | None, column: str, width: int, signs: Signs) -> list[Line]:
    found: list[Line] = []
    for one in picture.columns:
        place: Place = (row or "", one.key)
        notes = picture.at(row, one.key)
        if one.key != column:
            found.append(_folded(one, place, _glimpse(notes, signs), width, signs))
            continue
        found += [*heading(one.name, place, width, here=picture.stands(row, one.key)), *below(notes, width, signs)]
    return found


def _folded_row(picture: Picture, row: Heading, width: int, signs: Signs) -> Line:
    if not picture.columns:
        return _folded(row, (row.key, ""), _glimpse(picture.at(row.key), signs), width, signs)
    counts = [(one.name, len(picture.at(row.key, one.key))) for one in picture.columns]
    told = signs.between.join(f"{name} {count}" for name, count in counts if count)
    return _folded(row, (row.key, ""), told or signs.none, width, signs)


def _folded(one: Heading, place: Place, told: str, width: int, signs: Signs) -> Line:
    name = Span(fit(f"  {one.name}", max(1, width // 2), signs), "name", At(place))
    room = width - name.width - 2
    return (name, Span(f"  {fit(told, room, signs)}", "quiet", At(place))) if room > 0 else (name,)


def _glimpse(notes: Sequence[Note], signs: Signs) -> str:
    """How many there are, and the beginning of them."""
    return f"{len(notes)}{signs.between}{'; '.join(map(brief, notes))}" if notes else signs.none


def _counted(picture: Picture, one: Heading, place: Place, signs: Signs, row: str | None = None) -> Span:
    notes = picture.at(one.key) if place[1] == "" else picture.at(row, one.key)
    return Span(f"{one_line(one.name)} {len(notes) or signs.none}", "quiet", At(place))


def _packed(spans: Sequence[Span], width: int) -> list[Line]:
    """Short things, as many on a line as fit."""
    found: list[Line] = []
    for one in spans:
        if found and width_of(found[-1]) + GAP + one.width <= width:
            found[-1] = (*found[-1], Span(" " * GAP), one)
        else:
            found.append((one,))
    return found
