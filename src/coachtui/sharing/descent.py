"""What grew from something that stays here: it stays as well, until somebody says otherwise. Pure; touches nothing.

An action taken from a note, the next link of a chain, what was rated because it had been picked: each repeats what it was
taken from. So where that is private, or came up where a limit was reached, what was made of it is held back like it, for
everybody. Marked as one that may be shared, it goes where the agreement lets it; but a mark of before the limit was reached
knew nothing of it, and opens nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from weakref import ReferenceType, ref

from coachtui.framework.base import Source, Taken
from coachtui.framework.steps import BaseStep
from coachtui.session.models import Session
from coachtui.session.records import ChooseRecord
from coachtui.session.spot import Spot
from coachtui.session.things import Action, Note, Pick, Rating, Thing, Tie
from coachtui.sharing.limits import reached_at


@dataclass(frozen=True, slots=True)
class _Young:
    """A thing, and the ids of what it grew from."""

    thing: Thing
    origins: frozenset[str]


#: What stays here: the ids of things, and with each the ids of the limits that were reached where it comes from.
_Held = Mapping[str, frozenset[str]]


#: What was worked out last, for whom: a screen asks for it thing by thing. It keeps no session alive.
_last: tuple[ReferenceType[Session], frozenset[str]] | None = None


def grown(session: Session) -> frozenset[str]:
    """The ids of the things that stay here for no other reason than what they grew from."""
    global _last  # noqa: PLW0603 - one slot, never more than a shortcut: the value asked about never changes
    known = _last
    if known is None or known[0]() is not session:
        known = _last = (ref(session), _grown(session))
    return known[1]


def _grown(session: Session) -> frozenset[str]:
    stays, young = _kept_back(session), tuple(_grew(session))
    held: _Held = stays
    while True:
        more = dict(held)
        for one in young:
            behind = [more[origin] for origin in one.origins if origin in more]
            limits = frozenset[str]().union(*behind)
            if behind and (one.thing.id in stays or not _opened(one.thing, limits)):
                more[one.thing.id] = more.get(one.thing.id, frozenset()) | limits
        if more == held:
            return frozenset(held) - frozenset(stays)
        held = more


def _opened(thing: Thing, limits: frozenset[str]) -> bool:
    """Whether somebody said that a thing may be shared all the same, after every limit that was reached where it comes from."""
    return thing.mark == "shareable" and limits <= frozenset(thing.marked_after)


def goes_nowhere(session: Session, thing: str) -> bool:
    """Whether a thing stays here whatever was agreed: it is private, a limit was reached there, or it grew from such a one."""
    return thing in _kept_back(session) or thing in grown(session)


def made_of_what_stays(session: Session, thing: str) -> bool:
    """Whether a thing grew from something that goes to nobody, whatever was said of the thing itself since."""
    stays = frozenset((*_kept_back(session), *grown(session))) - {thing}
    return any(one.thing.id == thing and one.origins & stays for one in _grew(session))


def _kept_back(session: Session) -> _Held:
    """Everything that goes to nobody, whatever was agreed, and the limits there; what was dropped of it as well."""
    limits = reached_at(session)
    found: dict[str, frozenset[str]] = {}
    for key, record in session.records.items():
        step = session.framework.find(Spot.parse(key).step)
        shut = key in limits or (step is not None and step.private)
        there = limits.get(key, frozenset())
        found |= {one.id: there for one in record.things() if shut or one.mark == "private"}
    for one in session.parked:
        if one.spot in limits or one.mark == "private":
            found[one.id] = limits.get(one.spot or "", frozenset())
    return found


def _grew(session: Session) -> Iterator[_Young]:
    """Everything that grew from something."""
    picks = _picks(session)
    for key, record in session.records.items():
        step = session.framework.find(Spot.parse(key).step)
        fed = _feeding(step) if step is not None else frozenset()
        for thing in record.things():
            if thing.gone is None:
                named = [one for one in _named(thing) if one is not None]
                chosen = (pick for one in named for from_ in fed for pick in picks.get((from_, one), ()))
                origins = frozenset((*(one for one in _repeated(thing) if one is not None), *chosen))
                if origins:
                    yield _Young(thing, origins)


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
    """What a thing says again in its own words; what it only names, it hangs on (see `sifting`)."""
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
