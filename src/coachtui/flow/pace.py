"""Advisory minutes: each step's share of the length that was chosen. Pure functions; touches nothing."""

from coachtui.flow.past import Past
from coachtui.flow.spots import spots
from coachtui.session.models import Session
from coachtui.session.spot import Spot


def minutes_at(session: Session, past: Past, spot: Spot) -> float | None:
    """How many minutes this spot may take, scaled so that all spots of the talk fill the chosen length.

    None where the step says none, and for what is typed up from paper: its time has passed already.
    """
    step = session.framework.find(spot.step)
    if step is None or step.minutes is None or session.from_paper:
        return None
    whole = sum(_share(session, one) for one in spots(session, past))
    return step.minutes * session.minutes / whole if whole else None


def _share(session: Session, spot: Spot) -> float:
    step = session.framework.find(spot.step)
    return step.minutes or 0.0 if step else 0.0
