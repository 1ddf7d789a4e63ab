"""Sums and differences of a rating, where its step asks for them, as sentences. Pure; touches nothing."""

from collections.abc import Sequence

from coachtui.framework.steps import RateStep
from coachtui.session.boards import Line, lines, rate_rows
from coachtui.session.lookups import live
from coachtui.session.models import Session
from coachtui.session.records import RateRecord
from coachtui.session.spot import Spot
from coachtui.session.things import Rating

#: The one row or column of a rating that has none.
ONLY = (Line("", ""),)


def added_up(session: Session, spot: Spot) -> tuple[str, ...]:
    """What the numbers of a rating come to; nothing for a step that is no rating, or does not ask for it."""
    step, record = session.framework.find(spot.step), session.record(spot)
    if not isinstance(step, RateStep) or not isinstance(record, RateRecord):
        return ()
    given = list(live(record.ratings))
    down, across = rate_rows(session, step, spot) or ONLY, lines(session, step.columns) or ONLY
    found: list[str] = []
    for by in dict.fromkeys(one.by for one in given) if step.totals else ():
        person = session.person(by) if step.each == "person" else None
        told = totals(step, [one for one in given if one.by == by], across)
        found += [f"{person.name}: {told}" if person is not None else told] if told else []
    apart = differences(given, down) if step.differences else ""
    return (*found, apart) if apart else tuple(found)


def totals(step: RateStep, given: Sequence[Rating], across: Sequence[Line]) -> str:
    """The sum of each column, with the weights that rows and columns have; empty where nothing was rated."""
    sums = []
    for column in across:
        cells = [one for one in given if (one.column or "") == column.id]
        weighed = sum(one.value * step.weights.get(one.row or "", 1) * step.weights.get(column.id, 1) for one in cells)
        if cells:
            sums.append(f"{column.name}: {weighed:g}" if column.name else f"{weighed:g}")
    return f"Sum: {', '.join(sums)}" if sums else ""


def differences(given: Sequence[Rating], down: Sequence[Line]) -> str:
    """Rows whose numbers lie furthest apart, first; empty where none do."""
    apart: list[tuple[float, str]] = []
    for row in down:
        values = [one.value for one in given if (one.row or "") == row.id]
        if len(values) > 1 and max(values) > min(values):
            apart.append((max(values) - min(values), row.name))
    apart.sort(key=lambda one: -one[0])
    told = ", ".join(f"{name} ({gap:g})".strip() for gap, name in apart)
    return f"Furthest apart: {told}" if told else ""
