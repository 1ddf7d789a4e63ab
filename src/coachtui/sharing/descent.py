"""What grew from something that stays here: it stays as well, until somebody says otherwise. Pure; touches nothing.

An action taken from a note, the next link of a chain, what was rated because it had been picked: each repeats what it was
taken from. So where that is private, or came up where a limit was reached, what was made of it is held back like it, for
everybody. Marked as one that may be shared, it goes where the agreement lets it; but a mark of before the limit was reached
knew nothing of it, and opens nothing. A mark of before what it was taken from was marked private is no more: the editor took
it away then.
"""

from collections.abc import Mapping
from weakref import ReferenceType, ref

from coachtui.session.models import Session
from coachtui.session.origins import young
from coachtui.session.spot import Spot
from coachtui.session.things import Thing
from coachtui.sharing.limits import reached_at

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
    stays, made = _kept_back(session), tuple(young(session))
    held: _Held = stays
    while True:
        more = dict(held)
        for one in made:
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
    return any(one.thing.id == thing and one.origins & stays for one in young(session))


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
