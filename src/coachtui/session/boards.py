"""Where notes stand, and what steps are fed with: rows, columns, the notes on a board, the items of a `from`.

Pure functions over a framework and a session; touches nothing. A board is the union of the steps that fill it, never a
record of its own. A row or column is a label of the framework (its own id) or the id of an item.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, replace

from coachtui.framework.base import Facet, Source, Taken
from coachtui.framework.models import Board
from coachtui.framework.steps import BaseStep, ChooseStep, NotesStep, RateStep
from coachtui.session.items import ItemView, item_of, of_actions, of_agreement, of_choose, of_text
from coachtui.session.latest import latest
from coachtui.session.lookups import all_things, find, live, name_of, parked
from coachtui.session.models import Session
from coachtui.session.records import ChooseRecord, NotesRecord, RateRecord
from coachtui.session.spot import Spot
from coachtui.session.things import Item, Note, Passage, Placement


@dataclass(frozen=True, slots=True)
class Line:
    """One row or column: its id, its name, and the facet of the framework that asks for it, if any."""

    id: str
    name: str
    facet: Facet | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A note, or anything else that stands on a canvas, and where. `home` is the spot it was born in."""

    thing: Passage
    row: str | None
    column: str | None
    home: Spot | None

    @property
    def tag(self) -> str | None:
        """The tag of a note; other things have none."""
        return self.thing.tag if isinstance(self.thing, Note) else None

    @property
    def type(self) -> str | None:
        """The type of a note; other things have none."""
        return self.thing.type if isinstance(self.thing, Note) else None


#: What has been worked out within one outermost call: steps that sort what others sorted would ask for it again and again.
_known: ContextVar[dict[tuple[int, str, str], tuple[Placed, ...]] | None] = ContextVar("known", default=None)


def canvas(session: Session, step: NotesStep) -> NotesStep | Board:
    """What gives this step its rows, columns and tags: its board, or the step itself."""
    return session.framework.board(step.board) or step


def steps_on(session: Session, board: str) -> tuple[NotesStep, ...]:
    """The steps that fill this board, in the order of the talk."""
    return tuple(one for one in session.framework.steps if isinstance(one, NotesStep) and one.board == board)


def rows(session: Session, step: NotesStep) -> tuple[Line, ...]:
    """The rows of the step's canvas, those added live included, a board's centre first."""
    on = canvas(session, step)
    found = list(lines(session, on.rows))
    if isinstance(on, Board) and on.centre and on.centre not in [one.id for one in found]:
        found.insert(0, Line(on.centre, on.centre))
    return (*found, *(_added(session, step, "rows")))


def columns(session: Session, step: NotesStep) -> tuple[Line, ...]:
    """The columns of the step's canvas, those added live included."""
    return (*lines(session, canvas(session, step).columns), *_added(session, step, "columns"))


def rate_rows(session: Session, step: RateStep, spot: Spot) -> tuple[Line, ...]:
    """The rows of a rating, those added live included; empty where one number is asked for."""
    record = session.record(spot)
    added = record.rows if isinstance(record, RateRecord) else ()
    return (*lines(session, step.rows), *_item_lines(added))


def lines(session: Session, facets: tuple[Facet, ...] | Taken) -> tuple[Line, ...]:
    """Facets as lines, or the items of an earlier step where they are taken from there."""
    if isinstance(facets, Taken):
        return tuple(Line(one.id, one.text) for one in items(session, facets.from_))
    return tuple(Line(one.name, one.name, one) for one in facets)


def _added(session: Session, step: NotesStep, name: str) -> Iterator[Line]:
    """Rows or columns added live at this step, or at any step of its board."""
    together = [one.id for one in steps_on(session, step.board)] if step.board else [step.id]
    for one in together:
        for _, record in session.records_of(one):
            if isinstance(record, NotesRecord):
                yield from _item_lines(record.rows if name == "rows" else record.columns)


def _item_lines(added: tuple[Item, ...]) -> Iterator[Line]:
    return (Line(one.id, one.text) for one in added if one.gone is None)


def fixed_row(session: Session, step: NotesStep, spot: Spot) -> str | None:
    """The row this spot writes into, where the framework says so; the braces of a round stand for its item."""
    return _filled(session, step.row, spot)


def fixed_column(session: Session, step: NotesStep, spot: Spot) -> str | None:
    """The column this spot writes into, where the framework says so."""
    return _filled(session, step.column, spot)


def _filled(session: Session, name: str | None, spot: Spot) -> str | None:
    if name is None or not (name.startswith("{") and name.endswith("}")):
        return name
    return spot.item


def notes_at(session: Session, step: NotesStep, spot: Spot) -> tuple[Placed, ...]:
    """The notes one spot shows: those born in it, those it started with, those placed there from elsewhere."""
    known = _known.get()
    if known is None:
        token = _known.set({})
        try:
            return notes_at(session, step, spot)
        finally:
            _known.reset(token)
    key = (id(session), step.id, spot.key)
    if key not in known:
        known[key] = _notes_at(session, step, spot)
    return known[key]


def _notes_at(session: Session, step: NotesStep, spot: Spot) -> tuple[Placed, ...]:
    record = session.record(spot)
    mine = record if isinstance(record, NotesRecord) else NotesRecord()
    moved = {one.id: one for one in mine.placements}
    shown: dict[str, Placed] = {}
    for note in live(mine.notes):
        shown[note.id] = _placed(note, moved.get(note.id), spot)
    for one in _started_with(session, step):
        thing = one.thing
        if thing is not None and thing.id not in shown:
            place = moved.get(thing.id)
            shown[thing.id] = Placed(thing, place.row if place else None, place.column if place else None, one.home)
    for placement in mine.placements:
        foreign = _foreign(session, placement.id)
        if foreign is not None and placement.id not in shown:
            place = moved[placement.id]
            shown[placement.id] = Placed(foreign[0], place.row, place.column, foreign[1])
    return _off_dropped_lines(session, _as_they_came(list(shown.values()), mine, spot))


def _as_they_came(found: list[Placed], record: NotesRecord, spot: Spot) -> list[Placed]:
    """A parked idea stands before the notes that were written after it was drawn in: what was read as the third stays it."""
    since = {one.id: one.at for one in reversed(record.placements)}  # the first place counts: it may be moved later
    for idea in [one for one in found if one.home is None and one.thing.id in since]:
        drawn = since[idea.thing.id]
        later = next((one for one in found if one.home == spot and one.thing.at > drawn), None)
        if later is not None:
            found.remove(idea)
            found.insert(found.index(later), idea)
    return found


def _started_with(session: Session, step: NotesStep) -> tuple[ItemView, ...]:
    """What a step sorts. Of a board, only what earlier steps put there, so that no step waits for itself."""
    if step.start_with is None:
        return ()
    if step.start_with.board is None:
        return items(session, step.start_with)
    on = notes_on(session, step.start_with.board, before=step.id)
    return tuple(_view(one) for one in on if _wanted(session, step.start_with, one))


def _off_dropped_lines(session: Session, placed: Iterable[Placed]) -> tuple[Placed, ...]:
    """What stood in a row or column that was dropped since stands nowhere in particular: in sight, not lost."""
    gone = {thing.id for _, thing in all_things(session) if thing.gone is not None}
    return tuple(
        replace(one, row=None if one.row in gone else one.row, column=None if one.column in gone else one.column)
        if one.row in gone or one.column in gone
        else one
        for one in placed
    )


def notes_on(session: Session, board: str, before: str | None = None) -> tuple[Placed, ...]:
    """All notes on a board, step by step in the order of the talk, each where it stands now.

    With `before`, only what the steps before that one show.
    """
    ids = [one.id for one in session.framework.steps]
    end = ids.index(before) if before in ids else len(ids)
    found: dict[str, Placed] = {}
    for step in steps_on(session, board):
        if ids.index(step.id) >= end:
            break
        for spot, _ in session.records_of(step.id):
            for one in notes_at(session, step, spot):
                found.setdefault(one.thing.id, one)
    return tuple(found.values())


def notes_of_step(session: Session, step: NotesStep) -> tuple[Placed, ...]:
    """All notes of a step over all its spots; of a round, item after item."""
    spots = [spot for spot, _ in session.records_of(step.id)] or [Spot(step.id)]
    return tuple(one for spot in spots for one in notes_at(session, step, spot))


def _placed(note: Note, place: Placement | None, spot: Spot) -> Placed:
    if place is None:
        return Placed(note, note.row, note.column, spot)
    return Placed(note, place.row, place.column, spot)


def _lifts_at(session: Session, choose: ChooseStep) -> Iterator[tuple[Spot, ChooseRecord, Placement]]:
    """The lifts of a `choose` that hold: until the last pick of a note is taken back."""
    for spot, record in session.records_of(choose.id):
        if isinstance(record, ChooseRecord):
            picked = {one.item for one in live(record.picks)}
            yield from ((spot, record, one) for one in record.placements if one.id in picked and one.from_row)


def lift_of(session: Session, note: str) -> tuple[Spot, ChooseRecord, Placement] | None:
    """Where a note was lifted to in thought, and the spot and record that say so; None where it was not.

    A lift says what would change most. The note itself stands where it stood: nothing has become better yet.
    """
    return _lifts(session).get(note)


@latest
def _lifts(session: Session) -> Mapping[str, tuple[Spot, ChooseRecord, Placement]]:
    """The last lift of each note that was lifted."""
    lifting = [one for one in session.framework.steps if isinstance(one, ChooseStep) and one.lift]
    return {lift[2].id: lift for one in lifting for lift in _lifts_at(session, one)}


def to_lift(session: Session, placed: Placed) -> str:
    """The name of the row a note is to be lifted to; empty where it is not, stands there by now, or that is private."""
    found = lift_of(session, placed.thing.id)
    if found is None or found[2].row == placed.row or session.framework.step(found[0].step).private:
        return ""
    return line_name(session, found[2].row)


def _foreign(session: Session, thing: str) -> tuple[Passage, Spot | None] | None:
    """A thing born elsewhere that is still there: of another record, or from the parking list."""
    idea = parked(session, thing)
    if idea is not None:
        return None if idea.gone else (idea, None)
    found = find(session, thing)
    if found is None or found.thing.gone or not isinstance(found.thing, Passage):
        return None
    return found.thing, found.spot


def line_name(session: Session, line: str | None) -> str:
    """What a row or column reads as; empty for none."""
    return "" if line is None else name_of(session, line)


def items(session: Session, source: Source) -> tuple[ItemView, ...]:
    """The live things of a step or board, narrowed as the source says."""
    if source.board is not None:
        return tuple(_view(one) for one in notes_on(session, source.board) if _wanted(session, source, one))
    step = session.framework.find(source.step or "")
    if step is None:
        return ()
    if isinstance(step, NotesStep):
        return tuple(_view(one) for one in notes_of_step(session, step) if _wanted(session, source, one))
    return tuple(_OF_KIND.get(step.kind, _nothing)(session, step))


def _view(placed: Placed) -> ItemView:
    return ItemView(placed.thing.id, placed.thing.text, placed.thing, placed.home)


def _wanted(session: Session, source: Source, one: Placed) -> bool:
    return (
        (not source.tagged or one.tag in source.tagged)
        and one.tag not in source.not_tagged
        and (source.row is None or source.row in (one.row, name_of(session, one.row or "")))
        and not {one.row, name_of(session, one.row or "")} & {*source.not_row}
        and (source.column is None or source.column in (one.column, name_of(session, one.column or "")))
        and (not source.rings or one.column in source.rings or one.row in source.rings)
        and (source.type is None or one.type == source.type)
    )


def _nothing(session: Session, step: BaseStep) -> Iterator[ItemView]:
    return iter(())


def _of_rate(session: Session, step: BaseStep) -> Iterator[ItemView]:
    if isinstance(step, RateStep):
        for line in rate_rows(session, step, Spot(step.id)):
            yield item_of(session, line.id)


def _as_they_stood(session: Session, step: BaseStep) -> Iterator[ItemView]:
    """What was picked at a `choose`: in the order of picking where that says something, else as it stood to be picked."""
    picked = list(of_choose(session, step))
    if not isinstance(step, ChooseStep) or step.ordered or step.dots or len(picked) < 2:
        return iter(picked)
    spots = [spot for spot, _ in session.records_of(step.id)]
    stood = {one.id: at for at, one in enumerate(one for spot in spots for one in options(session, step, spot))}
    return iter(sorted(picked, key=lambda one: stood.get(one.id, len(stood))))


_OF_KIND: dict[str, Callable[[Session, BaseStep], Iterator[ItemView]]] = {
    "text": of_text,
    "choose": _as_they_stood,
    "rate": _of_rate,
    "actions": of_actions,
    "agreement": of_agreement,
}


def liftable(session: Session, name: str) -> dict[str, tuple[Placed, str | None]]:
    """The notes of a board or step with rows, by their ids, each with the row above it; None where it cannot move up."""
    board, source = session.framework.board(name), session.framework.find(name)
    step = next(iter(steps_on(session, name)), None) if board is not None else source
    if not isinstance(step, NotesStep):
        return {}
    on = notes_on(session, name) if board is not None else notes_of_step(session, step)
    ids = [one.id for one in rows(session, step)]
    above = dict(zip(ids[1:], ids, strict=False))
    return {one.thing.id: (one, above.get(one.row or "")) for one in on}


def options(session: Session, step: ChooseStep, spot: Spot) -> tuple[ItemView, ...]:
    """What can be picked at a `choose`: its fixed options, the items it takes, and those added live."""
    fixed = tuple(ItemView(one.name, one.name) for one in step.options)
    taken = items(session, step.from_) if step.from_ is not None else ()
    if step.lift is not None:
        on = liftable(session, step.lift)
        taken = tuple(one for one in taken if one.id not in on or on[one.id][1] is not None)
    record = session.record(spot)
    added = record.added if isinstance(record, ChooseRecord) else ()
    extra = tuple(ItemView(one.id, one.text, one, spot) for one in added if one.gone is None)
    return (*fixed, *taken, *extra)
