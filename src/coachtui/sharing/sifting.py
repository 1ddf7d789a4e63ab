"""Which things may pass: first each by itself, then with what it hangs on. Pure; touches nothing.

A thing that names another (a note its row, a pick what was picked, a tie its two ends, anything in a round the item it was
asked for) passes only if that other one does: else its place, or that it is there at all, would tell of what is held back.
What grew from something that goes to nobody (see `descent`) passes only where it was marked as one that may be shared.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from coachtui.framework.base import Facet, Taken
from coachtui.framework.models import Framework
from coachtui.framework.steps import AgreementStep, BaseStep, ChooseStep, Content, Level, NotesStep, RateStep
from coachtui.session.models import Session
from coachtui.session.records import BaseRecord, ReviewRecord
from coachtui.session.spot import Spot
from coachtui.session.things import (
    Acceptance,
    Action,
    Clause,
    Event,
    LevelChange,
    Note,
    Parked,
    Pick,
    Rating,
    Remark,
    TableAcceptance,
    Thing,
    Tie,
)
from coachtui.sharing.descent import grown
from coachtui.sharing.limits import withheld
from coachtui.sharing.policy import Policy, narrowest, willing

#: What an action's session and id are, as one value.
ActionKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that might be handed over: where it stands, what kinds of content it is, and the ids it hangs on.

    `grew`: from something that goes to nobody, so it does not either.
    """

    thing: Thing
    spot: Spot | None
    contents: tuple[Content, ...]
    needs: tuple[str, ...] = ()
    ceiling: Level = "yes"
    grew: bool = False

    def verdict(self, policy: Policy) -> Level:
        """How far it may travel, taken by itself."""
        if self.grew:
            return "no"
        level = narrowest(policy.verdict(self.contents, self.thing), self.ceiling)
        # That somebody said yes to a sentence is nothing that could be asked about by itself.
        return "no" if level == "ask" and isinstance(self.thing, Acceptance) else level

    def passes(self, policy: Policy) -> bool:
        """Whether it is handed over, taken by itself."""
        level = self.verdict(policy)
        return level == "yes" or (level == "ask" and policy.answers.get(self.thing.id, False))


@dataclass(frozen=True, slots=True)
class Before:
    """An action of an earlier session that may be named here, and how far that session's own agreement lets it travel."""

    action: Action
    level: Level


#: The actions of earlier sessions that may be named.
Earlier = Mapping[ActionKey, Before]


def candidates(session: Session, earlier: Earlier) -> Iterator[Candidate]:
    """Everything that an agreement could let pass: not what was dropped, nothing of a private step, nothing that came up
    where a limit was reached, no news of an action that may not be named.
    """
    closed, young = withheld(session), grown(session)
    for key, record in session.records.items():
        if key in closed:
            continue
        spot = Spot.parse(key)
        step = session.framework.find(spot.step)
        if step is not None and not step.private and step.kind == record.kind:
            for one in _of_record(step, spot, record, earlier):
                yield replace(one, grew=True) if one.thing.id in young else one
    for idea in session.parked:
        if idea.gone is None and idea.spot not in closed:
            yield Candidate(idea, None, ("points",))


def _of_record(step: BaseStep, spot: Spot, record: BaseRecord, earlier: Earlier) -> Iterator[Candidate]:
    around = (spot.item,) if spot.item else ()
    # What somebody remarked comes after what it was remarked on, as on the sheet.
    for thing in sorted(record.things(), key=lambda one: isinstance(one, Remark)):
        if thing.gone is not None:
            continue
        contents: tuple[Content, ...] = (step.classed,)
        if isinstance(thing, Remark):
            contents = (step.classed, "points")  # whatever the step asks for, a remark may be about anything
        elif isinstance(thing, Event) and isinstance(record, ReviewRecord):
            before = earlier.get((thing.action.session, thing.action.id))
            if before is not None:
                yield Candidate(thing, spot, ("actions",), around, before.level)
            continue
        elif isinstance(thing, Event | LevelChange | TableAcceptance):
            continue  # what was set outside a session is not told here; levels are told by the agreement as a whole
        yield Candidate(thing, spot, contents, (*around, *_needs(thing)))


def _needs(thing: Thing) -> tuple[str, ...]:
    named = _NEEDS.get(type(thing))
    return tuple(one for one in named(thing) if one is not None) if named else ()


_NEEDS: Mapping[type[Thing], Callable[..., Iterable[str | None]]] = {
    Note: lambda one: (one.row, one.column),
    Pick: lambda one: (one.item,),
    Rating: lambda one: (one.row, one.column),
    Tie: lambda one: (one.a, one.b),
    Acceptance: lambda one: (one.clause,),
    Clause: lambda one: (one.replaces,),
}


def labels(framework: Framework) -> frozenset[str]:
    """Every name that stands in the framework itself and is its own id: rows, columns, options, roles, clauses."""
    found: set[str] = {*framework.roles}
    for step in framework.steps:
        if isinstance(step, NotesStep):
            found |= {*_names(step.rows), *_names(step.columns)}
        elif isinstance(step, ChooseStep):
            found |= set(_names(step.options))
        elif isinstance(step, RateStep):
            found |= {*_names(step.rows), *_names(step.columns)}
        elif isinstance(step, AgreementStep):
            found |= set(step.clauses)
    for board in framework.boards:
        found |= {*_names(board.rows), *_names(board.columns)} | ({board.centre} if board.centre else set())
    for round_ in framework.rounds:
        if not isinstance(round_.for_each, str):
            found |= set(round_.for_each)
    return frozenset(found)


def _names(facets: Iterable[Facet] | Taken) -> Iterator[str]:
    return iter(()) if isinstance(facets, Taken) else (one.name for one in facets)


@dataclass(frozen=True)
class Sieve:
    """Says what passes.

    Attributes:
        policy: what was agreed.
        kept: the ids of things that pass.
        known: names that need no leave.
        dropped: the ids of tombstones.
        closed: the keys of records of which nothing passes, whatever was agreed.
    """

    policy: Policy
    kept: frozenset[str]
    known: frozenset[str]
    dropped: frozenset[str]
    closed: frozenset[str] = frozenset()

    def passes(self, ref: str | None) -> bool:
        """Whether what this points at may be named."""
        return ref is None or ref in self.kept or ref in self.known or ref in self.dropped

    def ref(self, ref: str | None) -> str | None:
        """The reference, as far as there is still something there."""
        return ref if ref is not None and (ref in self.kept or ref in self.known) else None


def sieve(session: Session, policy: Policy, earlier: Earlier) -> Sieve:
    """Sift the things of a session."""
    found = [one for one in candidates(session, earlier) if one.passes(policy)]
    known = (
        labels(session.framework) | {one.id for one in session.people} | {one.id for one in _brought(session, policy)}
    )
    dropped = frozenset(one.id for one in _everything(session) if one.gone is not None and one.mark != "private")
    kept = frozenset(one.thing.id for one in found)
    shut = withheld(session) | private_spots(session)
    while True:
        sieve_ = Sieve(policy, kept, known, dropped, shut)
        found = [one for one in found if all(_stands(sieve_, one, ref) for ref in one.needs)]
        fewer = frozenset(one.thing.id for one in found)
        if fewer == kept:
            return sieve_
        kept = fewer


def private_spots(session: Session) -> frozenset[str]:
    """The keys of the records of private steps: where something stands in them is as private as what was said there."""
    steps = {one.id for one in session.framework.steps if one.private}
    return frozenset(key for key in session.records if Spot.parse(key).step in steps)


def _stands(sieve_: Sieve, one: Candidate, ref: str) -> bool:
    """What stood in a row that was dropped stands nowhere in particular; what picks or ties a dropped thing is no more."""
    if isinstance(one.thing, Note) and ref in sieve_.dropped and one.spot is not None and ref != one.spot.item:
        return True
    return ref in sieve_.kept or ref in sieve_.known


def _brought(session: Session, policy: Policy) -> tuple[Clause, ...]:
    if session.brought is None or policy.level(["points"]) != "yes":
        return ()
    return tuple(one for one in session.brought.clauses if one.gone is None and one.mark != "private")


def _everything(session: Session) -> Iterator[Thing | Parked]:
    """Every thing but those where a limit was reached: what hangs on them stays here, dropped or not."""
    closed = withheld(session)
    for key, record in session.records.items():
        if key not in closed:
            yield from record.things()
    yield from (one for one in session.parked if one.spot not in closed)


def promised(before: Session, policy: Policy) -> dict[ActionKey, Before]:
    """The actions of an earlier session that its own agreement lets the same audience have, asked for or not."""
    own = sieve(before, willing(policy), {}).kept
    return {
        (before.id, one.thing.id): Before(one.thing, one.verdict(policy))
        for one in candidates(before, {})
        if isinstance(one.thing, Action) and one.thing.id in own
    }
