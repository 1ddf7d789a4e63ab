"""A session without its private things, for a page that somebody else may see over the reader's shoulder. Pure functions.

What is taken out here is only not shown; the session itself stays as it is. This is no door out: see `sharing`.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar, cast

from coachtui.flow.past import OpenAction
from coachtui.session.actions import ActionKey
from coachtui.session.models import Session, Working
from coachtui.session.records import BaseRecord, Record
from coachtui.session.spot import Spot
from coachtui.session.things import Event, Note, Placement, Thing

T = TypeVar("T")

#: The fields by which one thing points at another.
POINTERS = ("item", "a", "b", "row", "column")


def is_private(action: OpenAction) -> bool:
    """Whether a promise was made at a private step, or marked as private."""
    return action.private or action.action.mark == "private"


def private_ids(session: Session, actions: Iterable[OpenAction] = ()) -> frozenset[str]:
    """The ids of everything in a session that is private: marked so, said at a private step, or told of such a promise."""
    kept = {(one.ref.session, one.ref.id) for one in actions if is_private(one)}
    found = {one.id for one in session.parked if one.mark == "private" and one.gone is None}
    for key, record in session.records.items():
        step = session.framework.find(Spot.parse(key).step)
        whole = step is not None and step.private
        found |= {one.id for one in record.things() if one.gone is None and (whole or _private(one, kept))}
    return frozenset(found)


def _private(thing: Thing, kept: Collection[ActionKey]) -> bool:
    told = isinstance(thing, Event) and (thing.action.session, thing.action.id) in kept
    return thing.mark == "private" or told


def without_private(working: Working, actions: Iterable[OpenAction] = ()) -> tuple[Working, int]:
    """The same with nothing private in it, nor anything that points at it; and how many things were left out.

    That a limit was reached is private as well: the person may not have been told yet.
    """
    session = working.session
    hidden = private_ids(session, actions)
    closed = {step.id for step in session.framework.steps if step.private}
    drafts = {key: text for key, text in working.drafts.items() if Spot.parse(key).step not in closed}
    count = len(hidden) + len(working.drafts) - len(drafts) + len(session.limits)
    records: dict[str, Record] = {}
    for key, record in session.records.items():
        spot = Spot.parse(key)
        if spot.step not in closed and spot.item not in hidden:
            records[key] = cast("Record", _open_part(record, hidden))
    parked = tuple(one for one in session.parked if one.id not in hidden)
    bare = session.model_copy(update={"records": records, "parked": parked, "limits": ()})
    return replace(working, session=bare, drafts=drafts), count


def _open_part(record: BaseRecord, hidden: frozenset[str]) -> BaseRecord:
    """A record without hidden things and without what points at them."""
    changes: dict[str, object] = {name: tuple(_open(things, hidden)) for name, things in record.lists()}
    placements: tuple[Placement, ...] = getattr(record, "placements", ())
    if placements:
        changes["placements"] = tuple(one for one in placements if one.id not in hidden)
    return record.model_copy(update=changes)


def _open(things: Iterable[T], hidden: frozenset[str]) -> Iterator[T]:
    for one in things:
        if getattr(one, "id", None) in hidden:
            continue
        if isinstance(one, Note):
            lost = {name: None for name in ("row", "column", "parent") if getattr(one, name) in hidden}
            yield cast("T", one.model_copy(update=lost)) if lost else one
        elif not any(getattr(one, name, None) in hidden for name in POINTERS):
            yield one
