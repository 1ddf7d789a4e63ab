"""Next, back, and detours that return. Pure functions: they say where it would go and never move anyone."""

from dataclasses import dataclass

from coachtui.flow.past import Past
from coachtui.flow.spots import spots
from coachtui.framework.steps import Check, ChooseStep, LinkStep, RateStep
from coachtui.session.boards import items, options
from coachtui.session.models import Detour, Session, Working
from coachtui.session.records import ChooseRecord
from coachtui.session.spot import Spot

#: Of a step: it is offered to whoever leaves the step before it, and asked of nobody else.
WANTED = "wanted"


@dataclass(frozen=True, slots=True)
class Next:
    """Where next would go; None is the end. `detour` would be set out on, `returning` would be closed."""

    spot: Spot | None
    detour: Detour | None = None
    returning: Detour | None = None


def next_spot(working: Working, past: Past) -> Next:
    """What comes after the present spot: the way back of a detour, an answer's own step, or the next in order."""
    here, order = working.spot, spots(working.session, past)
    for detour in reversed(working.detours):
        # Where it set out may have dropped out of the talk since; then there is no way back to it.
        if detour.back and detour.to == here and detour.at in order:
            return Next(detour.at, returning=detour)
    wished = wished_detour(working, past)
    if wished is not None:
        return Next(wished.to, detour=wished)
    return Next(_after(working, order))


def came_for(working: Working) -> Check | None:
    """The check of a rating that led here, while the way back to it is open; None where nobody came because of one."""
    here = next((one for one in reversed(working.detours) if one.back and one.to == working.spot), None)
    step = working.session.framework.find(here.at.step) if here is not None else None
    return step.check if isinstance(step, RateStep) else None


def back_spot(working: Working, past: Past) -> Spot | None:
    """The spot before the present one in the order of the talk; None at the start."""
    order = spots(working.session, past)
    if working.spot in order:
        behind = order[: order.index(working.spot)]
        return next((one for one in reversed(behind) if not is_passed_over(working.session, one)), None)
    before = [one for one in order if _rank(working.session, one) < _rank(working.session, working.spot)]
    return before[-1] if before else None


def _after(working: Working, order: tuple[Spot, ...]) -> Spot | None:
    session, here = working.session, working.spot
    if here in order:
        ahead = order[order.index(here) + 1 :]
        return next((one for one in ahead if not is_passed_over(session, one)), None)
    # The present spot has just dropped out of the talk (its option was taken back, its item dropped).
    round_ = session.framework.round_of(here.step)
    if round_ is not None:
        waiting = [one for one in order if one.step in round_.steps and one.key not in working.elapsed]
        if waiting:
            return waiting[0]
    return next((one for one in order if _rank(session, one) > _rank(session, here)), None)


def is_passed_over(session: Session, spot: Spot) -> bool:
    """Whether an empty line goes past a spot, because it is only for those who want it."""
    step = session.framework.find(spot.step)
    return step is not None and step.when == WANTED


def is_idle(session: Session, spot: Spot) -> bool:
    """Whether a spot has nothing to pick from, or nothing to tie, and nobody has said anything there."""
    step, record = session.framework.find(spot.step), session.record(spot)
    if record is not None:
        return False
    if isinstance(step, LinkStep):
        return not (items(session, step.from_) and items(session, step.to))
    return isinstance(step, ChooseStep) and not step.may_add and not options(session, step, spot)


def _rank(session: Session, spot: Spot) -> int:
    ids = [one.id for one in session.framework.steps]
    return ids.index(spot.step) if spot.step in ids else len(ids)


def wished_detour(working: Working, past: Past) -> Detour | None:
    """The step that the newest answer at a `choose` asks for, if that wish has not been followed yet."""
    session, here = working.session, working.spot
    step, record = session.framework.find(here.step), session.record(here)
    if not isinstance(step, ChooseStep) or not isinstance(record, ChooseRecord):
        return None
    followed = {one.because for one in working.detours}
    for pick in reversed(record.picks):
        target = step.goes_to(pick.item) if pick.gone is None else None
        to = jump_to(session, past, here, target) if target is not None and pick.id not in followed else None
        if to is not None:
            return Detour(here, to, pick.id, back=True)
    return None


def jump_to(session: Session, past: Past, here: Spot, step: str) -> Spot | None:
    """The spot that a jump to this step leads to: in a round, the one of the same item, else of the first.

    None where the step is no part of the talk now, or is where we are.
    """
    found = session.framework.find(step)
    targets = [one for one in spots(session, past) if found is not None and one.step == found.id]
    same = [one for one in targets if one.item == here.item]
    to = next(iter(same or targets), None)
    return to if to != here else None
