"""What was made of what: the one relation between things that the door and the editor both go by. Pure; touches nothing.

An action taken from a note, the next link of a chain, what was rated because it had been picked: each repeats what it was
taken from, or was asked for because of it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from coachtui.framework.base import Source, Taken
from coachtui.framework.steps import BaseStep
from coachtui.session.models import Session
from coachtui.session.records import ChooseRecord
from coachtui.session.spot import Spot
from coachtui.session.things import Action, Note, Pick, Rating, Thing, Tie


@dataclass(frozen=True, slots=True)
class Young:
    """A thing, and the ids of what it was made of."""

    thing: Thing
    origins: frozenset[str]


def young(session: Session) -> Iterator[Young]:
    """Everything that was made of something; what was dropped as well, since there may be more that was made of that."""
    picks = _picks(session)
    for key, record in session.records.items():
        step = session.framework.find(Spot.parse(key).step)
        fed = _feeding(step) if step is not None else frozenset()
        for thing in record.things():
            named = [one for one in _named(thing) if one is not None]
            chosen = (pick for one in named for from_ in fed for pick in picks.get((from_, one), ()))
            origins = frozenset((*(one for one in _repeated(thing) if one is not None), *chosen))
            if origins:
                yield Young(thing, origins)


def made_of(session: Session, thing: str) -> tuple[Thing, ...]:
    """What was made of a thing, directly or by way of others, in the order of the records; what was dropped as well."""
    every = tuple(young(session))
    found = {thing}
    while True:
        more = found | {one.thing.id for one in every if one.origins & found}
        if more == found:
            return tuple(one.thing for one in every if one.thing.id in found - {thing})
        found = more


def _picks(session: Session) -> dict[tuple[str, str], list[str]]:
    """The ids of the picks that handed something on: by the step where it was picked, and by what was."""
    found: dict[tuple[str, str], list[str]] = {}
    for key, record in session.records.items():
        if isinstance(record, ChooseRecord):
            for one in record.picks:
                if one.gone is None:
                    found.setdefault((Spot.parse(key).step, one.item), []).append(one.id)
    return found


def _feeding(step: BaseStep) -> frozenset[str]:
    """The steps whose things this one takes."""
    given = (getattr(step, name, None) for name in ("from_", "to", "rows", "columns"))
    sources = (one.from_ if isinstance(one, Taken) else one for one in given)
    return frozenset(one.step for one in sources if isinstance(one, Source) and one.step is not None)


def _repeated(thing: Thing) -> tuple[str | None, ...]:
    """What a thing says again in its own words; what it only names, it hangs on (see `coachtui.sharing.sifting`)."""
    said = _REPEATED.get(type(thing))
    return said(thing) if said else ()


def _named(thing: Thing) -> tuple[str | None, ...]:
    """Everything a thing takes up that may have been picked before."""
    said = _NAMED.get(type(thing))
    return said(thing) if said else ()


_REPEATED: Mapping[type[Thing], Callable[..., tuple[str | None, ...]]] = {
    Action: lambda one: (one.source,),
    Note: lambda one: (one.parent,),
}
_NAMED: Mapping[type[Thing], Callable[..., tuple[str | None, ...]]] = {
    Action: lambda one: (one.source,),
    Pick: lambda one: (one.item,),
    Tie: lambda one: (one.a, one.b),
    Rating: lambda one: (one.row, one.column),
    Note: lambda one: (one.row, one.column),
}
