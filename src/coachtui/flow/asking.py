"""Which questions a place asks, their braces filled in from the session. Pure functions; touches nothing."""

from coachtui.framework.base import Facet
from coachtui.framework.steps import ActionsStep, BaseStep, NotesStep, RateStep
from coachtui.session.boards import Line, columns, rate_rows, rows
from coachtui.session.models import Session
from coachtui.session.records import ActionsRecord
from coachtui.session.spot import Place, Spot
from coachtui.session.wording import filled

#: How a place says that it asks the n-th follow-up question: `follow:0`.
FOLLOW = "follow:"
#: What is asked for the second action and every one after it, whatever the first was asked for with.
ONE_MORE = "What else will you do?"


def questions(session: Session, spot: Spot, place: Place) -> tuple[str, ...]:
    """All questions that can be asked at a place: the first is shown, the rest are another way to ask."""
    step = session.framework.step(spot.step)
    if place.field is not None and place.field.startswith(FOLLOW):
        asked: tuple[str, ...] = (step.follow[int(place.field.removeprefix(FOLLOW))],)
    else:
        facet = facet_at(session, step, spot, place)
        asked = facet.ask if facet is not None and facet.ask else step.ask
        if isinstance(step, ActionsStep) and _promised(session, spot):
            asked = (ONE_MORE, *asked[1:])
    return tuple(filled(session, spot, one) for one in asked)


def _promised(session: Session, spot: Spot) -> bool:
    """Whether an action stands here already."""
    record = session.record(spot)
    return isinstance(record, ActionsRecord) and any(one.gone is None for one in record.actions)


def facet_at(session: Session, step: BaseStep, spot: Spot, place: Place) -> Facet | None:
    """The column or row of the framework that asks at this place; a column's questions go before a row's."""
    lines: tuple[Line, ...] = ()
    if isinstance(step, NotesStep):
        lines = (*columns(session, step), *rows(session, step))
    elif isinstance(step, RateStep):
        lines = rate_rows(session, step, spot)
    wanted = (place.column, place.row)
    found = {one.id: one.facet for one in lines if one.facet is not None}
    facets = [found[one] for one in wanted if one is not None and one in found]
    return next((one for one in facets if one.ask), facets[0] if facets else None)
