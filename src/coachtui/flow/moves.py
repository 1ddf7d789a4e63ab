"""Next, back, and detours that return. Pure functions: they say where it would go and never move anyone."""

from dataclasses import dataclass

from coachtui.flow.past import Past
from coachtui.flow.spots import spots
from coachtui.framework.steps import ChooseStep
from coachtui.session.models import Detour, Session, Working
from coachtui.session.records import ChooseRecord
from coachtui.session.spot import Spot


@dataclass(frozen=True, slots=True)
class Next:
    """Where next would go; None is the end. `detour` would be set out on, `returning` would be closed."""

    spot: Spot | None
    detour: Detour | None = None
    returning: Detour | None = None


def next_spot(working: Working, past: Past) -> Next:
    """What comes after the present spot: the way back of a detour, an answer's own step, or the next in order."""
    here = working.spot
    for detour in reversed(working.detours):
        if detour.back and detour.to == here:
            return Next(detour.at, returning=detour)
    wished = wished_detour(working)
    if wished is not None:
        return Next(wished.to, detour=wished)
    return Next(_after(working.session, past, here))


def back_spot(working: Working, past: Past) -> Spot | None:
    """The spot before the present one in the order of the talk; None at the start."""
    order = spots(working.session, past)
    if working.spot in order:
        at = order.index(working.spot)
        return order[at - 1] if at > 0 else None
    before = [one for one in order if _rank(working.session, one) < _rank(working.session, working.spot)]
    return before[-1] if before else None


def _after(session: Session, past: Past, here: Spot) -> Spot | None:
    order = spots(session, past)
    if here in order:
        at = order.index(here)
        return order[at + 1] if at + 1 < len(order) else None
    # The present spot has just dropped out of the talk (its option was taken back, its item dropped).
    return next((one for one in order if _rank(session, one) > _rank(session, here)), None)


def _rank(session: Session, spot: Spot) -> int:
    ids = [one.id for one in session.framework.steps]
    return ids.index(spot.step) if spot.step in ids else len(ids)


def wished_detour(working: Working) -> Detour | None:
    """The step that the newest answer at a `choose` asks for, if that wish has not been followed yet."""
    session, here = working.session, working.spot
    step, record = session.framework.find(here.step), session.record(here)
    if not isinstance(step, ChooseStep) or not isinstance(record, ChooseRecord):
        return None
    followed = {one.because for one in working.detours}
    for pick in reversed(record.picks):
        target = step.goes_to(pick.item) if pick.gone is None else None
        if target is not None and pick.id not in followed:
            return Detour(here, in_same_round(session, here, target), pick.id, back=True)
    return None


def in_same_round(session: Session, here: Spot, step: str) -> Spot:
    """The spot of a step, for the same item where both belong to one round."""
    found = session.framework.find(step)
    target = found.id if found is not None else step
    round_ = session.framework.round_of(target)
    if round_ is None:
        return Spot(target)
    if round_ is session.framework.round_of(here.step):
        return Spot(target, here.item)
    return Spot(target, next((spot.item for spot, _ in session.records_of(target)), None))
