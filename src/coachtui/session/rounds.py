"""Rounds: what they are repeated for, and who holds which role in them. Pure functions; touches nothing."""

from collections.abc import Iterator

from coachtui.framework.base import Source
from coachtui.framework.models import Round
from coachtui.session.boards import items
from coachtui.session.items import ItemView
from coachtui.session.models import Person, Session
from coachtui.session.spot import Spot


def round_items(session: Session, round_: Round) -> tuple[ItemView, ...]:
    """What a round is repeated for: people, roles, names given in the framework, or the items of a step."""
    each = round_.for_each
    if not isinstance(each, str):
        return tuple(ItemView(one, one) for one in each)
    if each == "people" and session.people:
        return tuple(ItemView(one.id, one.name) for one in session.people)
    if each in ("people", "roles"):
        return tuple(ItemView(one, one) for one in session.framework.roles)
    return items(session, Source(step=each))


def roles_at(session: Session, spot: Spot) -> tuple[tuple[str, str], ...]:
    """Who holds which role at a spot of a rotating round: pairs of role and name. Empty elsewhere.

    The roles move one seat for each item of the round.
    """
    names = [one.name for one in session.people] or list(session.framework.roles)
    return tuple((role, names[seat % len(names)]) for role, seat in _seats(session, spot))


def speaker_at(session: Session, spot: Spot) -> Person | None:
    """The person whose words a step asks for by role (`speaks`), where one holds it; roles of a round move round."""
    step = session.framework.find(spot.step)
    if step is None or step.speaks is None:
        return None
    seat = dict(_seats(session, spot)).get(step.speaks)
    if seat is None or not session.people:
        return session.holder(step.speaks)
    return session.people[seat % len(session.people)]


def _seats(session: Session, spot: Spot) -> Iterator[tuple[str, int]]:
    """The roles of a rotating round and the seat of each at this spot, counted from the first person on."""
    round_ = session.framework.round_of(spot.step)
    if round_ is None or not round_.rotate:
        return
    order = [one.id for one in round_items(session, round_)]
    turn = order.index(spot.item) if spot.item in order else 0
    yield from ((role, seat + turn) for seat, role in enumerate(round_.rotate))
