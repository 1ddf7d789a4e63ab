"""The page of the Review screen: the finished sheet, and what was said of the same things before. Pure functions.

Rows know what they tell of, so that a screen can lead from each to where it was said, in this session or an earlier one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from coachtui.flow.past import OpenAction
from coachtui.framework.steps import NotesStep, RateStep, TextStep
from coachtui.layouts import USUAL, Signs
from coachtui.report.earlier import without_earlier
from coachtui.report.hiding import is_private, without_private
from coachtui.report.known import Known
from coachtui.report.page import IN, day, fit, heading, number, wrap
from coachtui.report.rows import Row, apart, plain_rows
from coachtui.report.terminal import record_rows
from coachtui.session.boards import Placed, line_name, notes_of_step, notes_on
from coachtui.session.lookups import live, name_of
from coachtui.session.models import Session, Working
from coachtui.session.records import RateRecord, TextRecord
from coachtui.session.spot import Spot
from coachtui.session.things import Passage, Rating


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to read.

    Attributes:
        rows: its rows.
        private: how many private things there are, shown or not.
        earlier: how many things said something else or stood elsewhere before, shown or not.
        names: by their ids, the words of things that share a row with others: so that it can be said which one is meant.
    """

    rows: tuple[Row, ...]
    private: int
    earlier: int = 0
    names: Mapping[str, str] = field(default_factory=dict)


def review_sheet(
    working: Working,
    before: Sequence[Session] = (),
    actions: Iterable[OpenAction] = (),
    width: int = 80,
    *,
    private: bool = False,
    earlier: bool = False,
    signs: Signs | None = USUAL,
) -> Sheet:
    """The page of a session.

    Args:
        working: the session, and the half lines that were being typed.
        before: what these people held earlier, oldest first.
        actions: every action of these people with what has become of it.
        width: cells of the terminal.
        private: show private things as well; each says that it is private.
        earlier: show what was mended or moved as it was before, too.
        signs: what pictures are drawn with.
    """
    width, known = fit(width), tuple(actions)
    bare, count = without_private(working, known)
    shown = working if private else bare
    plain, mended = without_earlier(shown)
    shown = shown if earlier else plain
    held = [one if private else without_private(Working(one, Spot("")), known)[0].session for one in before]
    rows = record_rows(shown, known, width, signs, held, whole=working.session)
    told = [one for one in known if private or not is_private(one)]
    every = tuple(apart(rows, _before(shown.session, held, told, width)))
    return Sheet(every, count, mended, _names(shown.session, every))


def _names(session: Session, rows: Iterable[Row]) -> dict[str, str]:
    """The words of everything that shares a row with something else, after the names of its place."""
    shared = {thing for row in rows if len(row.things) > 1 and not row.session for thing in row.things}
    placed = {
        one.thing.id: one
        for step in session.framework.steps
        if isinstance(step, NotesStep)
        for one in (notes_on(session, step.board) if step.board else notes_of_step(session, step))
    }
    return {thing: _named(session, thing, placed.get(thing)) for thing in shared if name_of(session, thing) != thing}


def _named(session: Session, thing: str, placed: Placed | None) -> str:
    lines = (placed.row, placed.column) if placed is not None else ()
    place = " \u00b7 ".join(line_name(session, one) for one in lines if one)
    return f"{place}: {name_of(session, thing)}" if place else name_of(session, thing)


def _before(session: Session, before: Sequence[Session], actions: Iterable[OpenAction], width: int) -> list[Row]:
    if not before:
        return []
    inner = width - len(IN)
    blocks = (
        [row for one in before for row in _met(one, inner)],
        _titled("The goal, then and now", _goals((*before, session)), session, inner),
        *_numbers(session, before, inner),
        _promised(session, before, actions, inner),
    )
    return apart(plain_rows(heading("Earlier conversations", width), heads=2), *blocks)


def _met(session: Session, width: int) -> list[Row]:
    return _rows(wrap(f"{session.framework.name}, {_when(session)}", width, "- "), session)


def _when(session: Session) -> str:
    return day(session.started) if session.started else "no date"


def _rows(lines: Iterable[str], session: Session, *things: str, spot: Spot | None = None) -> list[Row]:
    """Lines that lead to another session."""
    return [Row(f"{IN}{line}", things or (session.id,), spot, session=session.id) for line in lines]


def _titled(title: str, told: Iterable[tuple[Session, Spot, str, str]], here: Session, width: int) -> list[Row]:
    """What several sessions said of one thing: day by day. Nothing where no earlier one said anything of it."""
    each = list(told)
    if all(session is here for session, *_ in each):
        return []
    found = [Row(f"{IN}{line}", part="title") for line in wrap(title, width)]
    for session, spot, thing, words in each:
        first = "now: " if session is here else f"{_when(session)}: "
        rows = _rows(wrap(words, width, f"{IN}{first}", IN * 2), session, thing, spot=spot)
        found += [replace(row, session="") for row in rows] if session is here else rows
    return found


def _goals(sessions: Iterable[Session]) -> Iterator[tuple[Session, Spot, str, str]]:
    for session in sessions:
        for spot, passage in _passages(session, "goal"):
            yield session, spot, passage.id, passage.text


def _passages(session: Session, means: str) -> Iterator[tuple[Spot, Passage]]:
    for step in session.framework.steps:
        if step.means == means and isinstance(step, TextStep):
            for spot, record in session.records_of(step.id):
                if isinstance(record, TextRecord):
                    yield from ((spot, one) for one in live(record.passages) if one.text)


def _numbers(session: Session, before: Sequence[Session], width: int) -> Iterator[list[Row]]:
    """The ratings that were asked for here and before, each with its numbers day by day."""
    for step in session.framework.steps:
        if isinstance(step, RateStep):
            title = Known(session).title(Spot(step.id), step)
            yield _titled(title, _rated((*before, session), step.id), session, width)


def _rated(sessions: Iterable[Session], step: str) -> Iterator[tuple[Session, Spot, str, str]]:
    for session in sessions:
        for spot, record in session.records_of(step):
            if isinstance(record, RateRecord) and (given := list(live(record.ratings))):
                yield session, spot, given[0].id, "; ".join(_number(session, one) for one in given)


def _number(session: Session, rating: Rating) -> str:
    """A number with its row, its column and what was said to it."""
    names = [line_name(session, one) for one in (rating.row, rating.column) if one]
    words = f" ({rating.remark})" if rating.remark else ""
    return f"{' - '.join(names)}{' ' if names else ''}{number(rating.value)}{words}"


def _promised(session: Session, before: Sequence[Session], actions: Iterable[OpenAction], width: int) -> list[Row]:
    held = {one.id: one for one in before}
    found: list[Row] = []
    for one in actions:
        origin = held.get(one.ref.session)
        if origin is None or one.ref.session == session.id:
            continue
        lines = wrap(f"{one.action.text} ({one.who}, {day(one.promised)}): {one.status}", width, f"{IN}- ", IN * 2)
        lines += wrap(one.learned, width, f"{IN * 2}learned: ") if one.learned else []
        found += _rows(lines, origin, one.ref.id)
    return [Row(f"{IN}What was promised, and what became of it", part="title"), *found] if found else []
