"""Ratings as lines: always with the digit, a table where there are columns. Pure functions; touches nothing."""

from collections.abc import Sequence
from dataclasses import replace

from rich.cells import cell_len

from coachtui import layouts
from coachtui.framework.steps import BaseStep, RateStep
from coachtui.layouts import adding
from coachtui.layouts.adding import ONLY
from coachtui.layouts.from_session import ratings
from coachtui.report.known import Known
from coachtui.report.page import IN, fit, number, pad, wrap
from coachtui.report.pictures import line_of
from coachtui.session.boards import Line, line_name, lines, rate_rows
from coachtui.session.lookups import live
from coachtui.session.models import Session
from coachtui.session.records import BaseRecord, RateRecord
from coachtui.session.spot import Spot
from coachtui.session.things import Rating


def of_rate(known: Known, spot: Spot, step: BaseStep, record: BaseRecord, width: int) -> list[str]:
    """A rating: each person's numbers, what was said to them, earlier numbers, sums and differences where asked for."""
    if not isinstance(step, RateStep) or not isinstance(record, RateRecord):
        return []
    given = list(live(record.ratings))
    if not given:
        return []
    if known.signs is not None:
        return _drawn(known, spot, step, given, width)
    session = known.session
    down = rate_rows(session, step, spot) or ONLY
    across = lines(session, step.columns) or ONLY
    found = wrap(_scale(step, record), width)
    for by in dict.fromkeys(one.by for one in given):
        mine = [one for one in given if one.by == by]
        if step.each == "person" and known.who(by):
            found += wrap(f"{known.who(by)}:", width)
        found += _table(mine, down, across, width) if len(across) > 1 else _rows(mine, down, width)
        found += _loose_lines(known, _loose(session, spot, step, mine), width)
        found += _remarks(known, mine, width)
        if step.totals:
            sums = adding.totals(step, mine, across)
            found += wrap(sums, width, IN) if sums else []
    if step.barrier is not None:
        found += _barrier(step.barrier, given, down, width)
    if step.differences:
        apart = adding.differences(given, down)
        found += wrap(apart, width, IN) if apart else []
    return found


def _drawn(known: Known, spot: Spot, step: RateStep, given: Sequence[Rating], width: int) -> list[str]:
    """The numbers as on the screen, and the numbers they had before."""
    shown = replace(ratings(known.session, step, spot), sums=adding.added_up(known.session, spot))
    drawn = layouts.draw_ratings(shown, width, known.signs or layouts.USUAL)
    loose = _loose(known.session, spot, step, given)
    standing = [one for one in given if one not in loose]
    return [
        *(line_of(one) for one in drawn),
        *_loose_lines(known, loose, width),
        *_remarks(known, standing, width, said=False),
        *_remarks(known, loose, width),
    ]


def _loose(session: Session, spot: Spot, step: RateStep, given: Sequence[Rating]) -> list[Rating]:
    """Numbers given in a row or column that is there no more: what was said stays on the page."""
    down = {one.id for one in rate_rows(session, step, spot) or ONLY}
    across = {one.id for one in lines(session, step.columns) or ONLY}
    return [one for one in given if (one.row or "") not in down or (one.column or "") not in across]


def _loose_lines(known: Known, loose: Sequence[Rating], width: int) -> list[str]:
    found: list[str] = []
    for one in loose:
        name = " - ".join(
            word for ref in (one.row, one.column) if (word := line_name(known.session, ref)) and word != ref
        )
        found += wrap(f"{number(one.value)}  {name or 'no longer in the table'}", width, IN)
    return found


def added_up(session: Session, spot: Spot, width: int = 80) -> list[str]:
    """The sums and differences of a rating, where its step asks for them; nothing for any other step."""
    return [line for one in adding.added_up(session, spot) for line in wrap(one, fit(width))]


def _scale(step: RateStep, record: RateRecord) -> str:
    low, high = step.scale
    ends = record.ends or (step.ends if isinstance(step.ends, tuple) else None)
    if ends is None:
        return f"From {low} to {high}:"
    return f"From {low} ({ends[0]}) to {high} ({ends[1]}):"


def _at(given: Sequence[Rating], row: str, column: str) -> Rating | None:
    return next((one for one in given if (one.row or "", one.column or "") == (row, column)), None)


def _rows(given: Sequence[Rating], down: Sequence[Line], width: int) -> list[str]:
    found: list[str] = []
    for row in down:
        cell = next((one for one in given if (one.row or "") == row.id), None)
        if cell is not None:
            found += wrap(f"{number(cell.value)}  {row.name}".rstrip(), width, IN)
    return found


def _table(given: Sequence[Rating], down: Sequence[Line], across: Sequence[Line], width: int) -> list[str]:
    first = max(cell_len(row.name) for row in down)
    cells = [max(cell_len(column.name), 4) for column in across]
    if first + sum(cells) + 2 * len(cells) + len(IN) > width:
        return _cell_by_cell(given, down, across, width)
    found = [f"{IN}{' ' * first}  {'  '.join(pad(c.name, w) for c, w in zip(across, cells, strict=True))}".rstrip()]
    for row in down:
        values = [_at(given, row.id, column.id) for column in across]
        if any(values):
            shown = [pad(number(one.value) if one else "-", wide) for one, wide in zip(values, cells, strict=True)]
            found.append(f"{IN}{pad(row.name, first)}  {'  '.join(shown)}".rstrip())
    return found


def _cell_by_cell(given: Sequence[Rating], down: Sequence[Line], across: Sequence[Line], width: int) -> list[str]:
    found: list[str] = []
    for row in down:
        for column in across:
            cell = _at(given, row.id, column.id)
            if cell is not None:
                name = " - ".join(one for one in (row.name, column.name) if one)
                found += wrap(f"{number(cell.value)}  {name}", width, IN)
    return found


def _remarks(known: Known, given: Sequence[Rating], width: int, *, said: bool = True) -> list[str]:
    found: list[str] = []
    for one in given:
        name = " - ".join(line_name(known.session, line) for line in (one.row, one.column) if line)
        where = f"{name}: " if name else ""
        if one.remark and said:
            found += wrap(f"{where}{one.remark}", width, f"{IN}said: ")
        if one.earlier:
            # Each remark belongs to the number it was made about; the newest may have kept an older one.
            shown = {one.remark}
            told: list[str] = []
            for old in one.earlier:
                bare = old.remark.removeprefix("(").removesuffix(")") if old.remark.startswith("(") else old.remark
                words = f" ({bare})" if bare and old.remark not in shown else ""
                shown.add(old.remark)
                told.append(f"{number(old.value)}{words}")
            found += wrap(f"{where}before that {', '.join(told)}", width, IN, IN)
    return found


def _barrier(limit: float, given: Sequence[Rating], down: Sequence[Line], width: int) -> list[str]:
    for row in down:
        if any((one.row or "") == row.id and one.value <= limit for one in given):
            return wrap(f"The first low one: {row.name}", width, IN)
    return []
