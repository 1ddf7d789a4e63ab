"""What has been captured at a spot, as a body of the view: one function for each kind of step. Pure; touches nothing."""

from dataclasses import replace
from functools import singledispatch
from itertools import product

from coachtui.flow.places import turns
from coachtui.framework.base import Source
from coachtui.framework.steps import (
    BaseStep,
    ChooseStep,
    GuideStep,
    LinkStep,
    NotesStep,
    RateStep,
    TextStep,
)
from coachtui.layouts import Picture
from coachtui.layouts import Place as Corner
from coachtui.layouts.adding import added_up
from coachtui.layouts.from_session import picture
from coachtui.session.boards import (
    Placed,
    canvas,
    columns,
    fixed_column,
    fixed_row,
    items,
    line_name,
    lines,
    notes_at,
    options,
    rate_rows,
    rows,
    to_lift,
)
from coachtui.session.items import ItemView, item_of
from coachtui.session.lookups import live, name_of
from coachtui.session.models import Session
from coachtui.session.records import ChooseRecord, GuideRecord, LinkRecord, RateRecord, TextRecord
from coachtui.session.spot import Place, Spot
from coachtui.session.things import Parked, Passage, Rating
from coachtui.session.wording import filled, said_before
from coachtui.sharing import let_go
from coachtui.talk.agreed import mark_of
from coachtui.talk.dates import spoken_if_day
from coachtui.talk.moment import Moment
from coachtui.talk.standing import where_it_stands
from coachtui.talk.view import (
    Body,
    Cell,
    ChooseBody,
    Entry,
    Group,
    GuideBody,
    LinkBody,
    NotesBody,
    RateBody,
    TextBody,
    TieLine,
)


@singledispatch
def body(step: BaseStep, at: Moment) -> Body:
    """The body of the view for this kind of step. The promises have their own module; see `promises`."""
    raise TypeError(step.kind)


def entry(at: Moment, thing: Passage, marks: tuple[str, ...] = (), *, earlier: bool = False) -> Entry:
    """One passage as a numbered line, with whose it is where that is not the coachee."""
    who = at.session.person(thing.by)
    coachee = at.session.coachee
    said_by = (who.name,) if who is not None and coachee is not None and who.id != coachee.id else ()
    before = said_before(thing) if earlier else ()
    private = thing.mark == "private"
    number = at.numbers.give(thing.id)
    travels = mark_of(at.session, thing.id, thing.mark)
    return Entry(number, thing.id, thing.text, (*marks, *said_by), before, private=private, travels=travels)


@body.register
def _guide(step: GuideStep, at: Moment) -> GuideBody:
    record = at.session.record(at.spot)
    seen = record.seen if isinstance(record, GuideRecord) else ()
    names = tuple(name_of(at.session, one.by) if one.by else "seen" for one in seen)
    return GuideBody(tuple(filled(at.session, at.spot, one) for one in step.say), names)


@body.register
def _text(step: TextStep, at: Moment) -> TextBody:
    record = at.session.record(at.spot)
    passages = [one for one in record.passages if not one.gone] if isinstance(record, TextRecord) else []
    entries = tuple(entry(at, one, earlier=step.keep_versions) for one in passages)
    if step.lines == "date":
        entries = tuple(replace(one, text=spoken_if_day(one.text), earlier=()) for one in entries)
    return TextBody(entries, step.lines)


# -- notes


@body.register
def _notes(step: NotesStep, at: Moment) -> NotesBody:
    session = at.session
    placed = notes_at(session, step, at.spot)
    down = [] if fixed_row(session, step, at.spot) else [one.id for one in rows(session, step)]
    across = [] if fixed_column(session, step, at.spot) else [one.id for one in columns(session, step)]
    for one in sorted(placed, key=lambda one: _comes(one, at.spot)):
        at.numbers.give(one.thing.id)
    groups = _groups(at, placed, down, across)
    shown = {one.thing.id for one in placed}
    parked = [one for one in session.parked if not one.gone and one.id not in shown] if _draws(step) else []
    on = canvas(session, step)
    tags = on.tags if step.ask_tag else ()
    asked = "  ".join(f"{n} {tag}" for n, tag in enumerate(tags, 1)) if at.pending is not None else ""
    return NotesBody(
        layout=on.layout,
        groups=groups,
        rows=tuple(line_name(session, one) for one in down),
        columns=tuple(line_name(session, one) for one in across),
        parked=tuple(_lettered(at, one) for one in parked),
        asked=asked,
        picture=_picture(at, step, placed),
        tags=tags,
    )


def _lettered(at: Moment, idea: Parked) -> Entry:
    """A parked idea with its letter: the same from the first to the last time it is seen, whatever is written meanwhile."""
    letter = at.numbers.letter_only(idea.id, [one.id for one in at.session.parked].index(idea.id))
    return replace(entry(at, idea), letter=letter)


def _picture(at: Moment, step: NotesStep, placed: tuple[Placed, ...]) -> Picture:
    """The whole canvas; of its notes, those have numbers that a command can name here."""
    session, spot = at.session, at.spot
    mine = {one.thing.id for one in placed}
    here: Corner | None = None
    if at.place.field is None:
        row, column = fixed_row(session, step, spot), fixed_column(session, step, spot)
        here = (at.place.row or row or "", at.place.column or column or "")

    def wanted(one: Placed) -> bool:
        # What a private step put on the board stays with that step.
        home = session.framework.find(one.home.step) if one.home is not None else None
        return one.thing.id in mine or home is None or not home.private

    numbers = {one: at.numbers.give(one) for one in mine}
    return picture(session, step, spot, numbers=numbers, here=here, wanted=wanted, free=let_go(session))


def _comes(one: Placed, spot: Spot) -> bool:
    """Numbers go by age, not by place, so that sorting leaves them as they are: what was brought here comes first."""
    return one.home is None or one.home == spot


def _draws(step: BaseStep) -> bool:
    return "parked" in step.include


def _groups(at: Moment, placed: tuple[Placed, ...], down: list[str], across: list[str]) -> tuple[Group, ...]:
    """Notes by where they stand: one group for each row and column, those without a place first."""
    cells = product(_or_none(down), _or_none(across))
    by_cell: dict[tuple[str | None, str | None], list[Placed]] = {cell: [] for cell in cells}
    loose: list[Placed] = []
    for one in placed:
        cell = (one.row if down else None, one.column if across else None)
        by_cell.get(cell, loose).append(one)
    groups = [_group(at, "not sorted yet", loose, None)] if loose else []
    for (row, column), notes in by_cell.items():
        name = " / ".join(line_name(at.session, one) for one in (row, column) if one)
        groups.append(_group(at, name, notes, (row, column)))
    return tuple(groups)


def _or_none(names: list[str]) -> tuple[str | None, ...]:
    """The names, or one nameless place where there are none."""
    return tuple(names) or (None,)


def _group(at: Moment, name: str, notes: list[Placed], cell: tuple[str | None, str | None] | None) -> Group:
    entries = tuple(entry(at, one.thing, _note_marks(at.session, one)) for one in notes)
    if cell is None:
        return Group(name, entries)
    mine = [one for one in at.visited if _stands_in(one, cell)]
    here = _stands_in(at.place, cell)
    place = Place(cell[0] or at.place.row, cell[1] or at.place.column, at.place.by)
    return Group(name, entries, place, here=here, visited=bool(mine))


def _stands_in(place: Place, cell: tuple[str | None, str | None]) -> bool:
    if place.field is not None:
        return False
    return (cell[0] is None or place.row == cell[0]) and (cell[1] is None or place.column == cell[1])


def _note_marks(session: Session, one: Placed) -> tuple[str, ...]:
    above = to_lift(session, one)
    return tuple(mark for mark in (one.tag, one.type, f"to lift to {above}" if above else "") if mark)


# -- choose


@body.register
def _choose(step: ChooseStep, at: Moment) -> ChooseBody:
    record = at.session.record(at.spot)
    picks = [one for one in record.picks if not one.gone] if isinstance(record, ChooseRecord) else []
    if at.place.by is not None:
        picks = [one for one in picks if one.by == at.place.by]
    chosen: dict[str, int] = {}
    for one in picks:
        if step.dots:
            chosen[one.item] = chosen.get(one.item, 0) + one.dots
        else:
            chosen.setdefault(one.item, len(chosen) + 1)
    reasons = {one.item: one.reason for one in picks if one.reason}
    asks = {one.name: filled(at.session, at.spot, one.ask[0]) for one in step.options if one.ask}
    where = where_it_stands(at.session, step)
    entries = tuple(
        _option(at, one, chosen.get(one.id), (*where.get(one.id, ()), reasons.get(one.id), asks.get(one.id)))
        for one in choices(at.session, step, at.spot)
    )
    return ChooseBody(entries, step.at_least, step.at_most, step.ordered, step.dots, step.may_add)


def choices(session: Session, step: ChooseStep, spot: Spot) -> tuple[ItemView, ...]:
    """What can be picked, and what was picked and is no option any more: a lifted note has left its row."""
    found, record = options(session, step, spot), session.record(spot)
    ids = {one.id for one in found}
    picked_here = live(record.picks) if isinstance(record, ChooseRecord) else ()
    left = dict.fromkeys(one.item for one in picked_here if one.item not in ids)
    return (*found, *(item for item in (item_of(session, one) for one in left) if item.text))


def _option(at: Moment, item: ItemView, chosen: int | None, more: tuple[str | None, ...]) -> Entry:
    """An option; `more` is where it stands, why it was picked, and its own question, asked once it is picked."""
    *told, question = more
    marks = tuple(one for one in (*told, question if chosen is not None else None) if one)
    return Entry(at.numbers.give(item.id), item.id, item.text, marks, chosen=chosen, private=_kept_private(item))


def _kept_private(item: ItemView) -> bool:
    return item.thing is not None and item.thing.mark == "private"


# -- rate


@body.register
def _rate(step: RateStep, at: Moment) -> RateBody:
    session, record = at.session, at.session.record(at.spot)
    ratings = [one for one in record.ratings if not one.gone] if isinstance(record, RateRecord) else []
    # The newest of each person, and under nobody's name the newest of all: a table may have a thousand cells.
    now = {(one.row, one.column, by): one for one in ratings for by in (one.by, None)}
    before = _rated_before(at, step)
    names = {one.id: one.name for one in (*rate_rows(session, step, at.spot), *lines(session, step.columns))}
    names |= {one.id: one.name for one in session.people}
    cells = tuple(_cell(at, place, now, before, names) for place in rate_cells(session, step, at.spot))
    ends = record.ends if isinstance(record, RateRecord) else None
    if ends is None and isinstance(step.ends, tuple):
        ends = (step.ends[0], step.ends[1])
    barrier, sums = _barrier(session, step, at.spot, ratings), added_up(session, at.spot)
    return RateBody(cells, step.scale, ends, step.show_as, barrier, sums)


def rate_cells(session: Session, step: RateStep, spot: Spot) -> tuple[Place, ...]:
    """The cells of a rating, in the order they are asked."""
    people = turns(session, step, spot)
    down = _or_none([one.id for one in rate_rows(session, step, spot)])
    across = _or_none([one.id for one in lines(session, step.columns)])
    return tuple(Place(row=row, column=column, by=who) for who, row, column in product(people, down, across))


def _cell(
    at: Moment,
    place: Place,
    now: dict[tuple[str | None, str | None, str | None], Rating],
    before: dict[tuple[str, str, str | None], float],
    names: dict[str, str],
) -> Cell:
    row, column = names.get(place.row or "", ""), names.get(place.column or "", "")
    rating = now.get((place.row, place.column, place.by))
    return Cell(
        row=row,
        column=column,
        by=names.get(place.by or "", ""),
        value=rating.value if rating else None,
        was=before.get((row, column, place.by)),
        remark=rating.remark if rating else "",
        here=place == at.place,
        place=place,
    )


def _rated_before(at: Moment, step: RateStep) -> dict[tuple[str, str, str | None], float]:
    """The numbers given at the same step of the newest earlier session, where the step asks to compare."""
    if step.compare != "last":
        return {}
    for session in reversed(at.past.sessions):
        if session.framework.id == at.session.framework.id:
            found: dict[tuple[str, str, str | None], float] = {}
            for _, record in session.records_of(step.id):
                if isinstance(record, RateRecord):
                    for one in record.ratings:
                        if not one.gone:
                            who = one.by if step.each == "person" else None
                            found[line_name(session, one.row), line_name(session, one.column), who] = one.value
            if found:
                return found
    return {}


def _barrier(session: Session, step: RateStep, spot: Spot, ratings: list[Rating]) -> str:
    if step.barrier is None:
        return ""
    low = {one.row for one in ratings if one.value <= step.barrier}
    return next((one.name for one in rate_rows(session, step, spot) if one.id in low), "")


# -- link


@body.register
def _link(step: LinkStep, at: Moment) -> LinkBody:
    left = _side(at, step.from_)
    right = _side(at, step.to, second=True)
    record = at.session.record(at.spot)
    ties = [one for one in record.ties if not one.gone] if isinstance(record, LinkRecord) else []
    by_id = {one.id: one.label for one in (*right.entries, *left.entries)}
    standing = [one for one in ties if one.a in by_id and one.b in by_id]
    drawn = tuple(TieLine(at.numbers.give(one.id), one.id, by_id[one.a], by_id[one.b], one.remark) for one in standing)
    tied = {one.a for one in drawn} | {one.b for one in drawn}
    alone = tuple(one.label for one in (*left.entries, *right.entries) if one.label not in tied)
    return LinkBody(left, right, drawn, step.tie, tuple(dict.fromkeys(alone)))


def _side(at: Moment, source: Source, *, second: bool = False) -> Group:
    step, board = at.session.framework.find(source.origin), at.session.framework.board(source.origin)
    title = (step.title if step else "") or (board.title if board else "") or source.origin
    narrowed = [one for one in (source.row, source.column, source.type, *source.tagged, *source.rings) if one]
    found = items(at.session, source)
    letters = {one.id: at.numbers.letter(one.id) if second else "" for one in found}
    entries = tuple(
        Entry(at.numbers.give(one.id), one.id, one.text, letter=letters[one.id], private=_kept_private(one))
        for one in found
    )
    return Group(": ".join([title, ", ".join(narrowed)]) if narrowed else title, entries)
