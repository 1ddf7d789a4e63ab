"""What was held back from an audience, and the reason: for the coach alone, never part of an export. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from coachtui.framework.steps import Content
from coachtui.session.lookups import live
from coachtui.session.models import Session
from coachtui.session.spot import Spot
from coachtui.session.things import Acceptance, LevelChange, TableAcceptance
from coachtui.sharing.asking import title_of, words_of
from coachtui.sharing.limits import withheld
from coachtui.sharing.policy import Policy, policy
from coachtui.sharing.redact import named_before
from coachtui.sharing.sifting import Candidate, candidates, sieve

Reason = Literal[
    "private",
    "not agreed",
    "not asked",
    "hangs on something held back",
    "grew from something held back",
    "a limit was reached here",
]


@dataclass(frozen=True, slots=True)
class HeldBack:
    """One thing that stays here: the heading it stands under, its words, what kind of content it is, and the reason."""

    title: str
    words: str
    content: Content
    reason: Reason


def held_back(
    session: Session,
    audience: str,
    answers: Mapping[str, bool] | None = None,
    earlier: tuple[Session, ...] = (),
) -> tuple[HeldBack, ...]:
    """Everything that this audience does not get, in the order of the talk."""
    agreed = policy(session, audience, answers)
    before = named_before(session, audience, earlier)
    kept = sieve(session, agreed, before).kept
    found = [*_where_a_limit_was_reached(session), *_private(session)]
    for one in candidates(session, before):
        if one.thing.id not in kept and not isinstance(one.thing, Acceptance):
            reason = _reason(agreed, one)
            found.append(
                HeldBack(title_of(session, one.spot), words_of(session, one.thing, before), one.contents[0], reason)
            )
    return tuple(found)


def _reason(agreed: Policy, one: Candidate) -> Reason:
    if one.thing.mark == "private":
        return "private"
    if one.grew:
        return "grew from something held back"
    if one.verdict(agreed) == "no":
        return "not agreed"
    return "hangs on something held back" if one.passes(agreed) else "not asked"


def _private(session: Session) -> Iterator[HeldBack]:
    """What was said at steps that are private as a whole."""
    closed = withheld(session)
    for key, record in session.records.items():
        spot = Spot.parse(key)
        step = session.framework.find(spot.step)
        if step is not None and step.private and key not in closed:
            for thing in live(tuple(record.things())):
                yield HeldBack(title_of(session, spot), words_of(session, thing), step.classed, "private")


def _where_a_limit_was_reached(session: Session) -> Iterator[HeldBack]:
    """What came up at a spot where a limit was reached, before it or after, and whatever was agreed."""
    closed = withheld(session)
    for key, record in session.records.items():
        if key in closed:
            spot = Spot.parse(key)
            step = session.framework.find(spot.step)
            content: Content = step.classed if step is not None else "points"
            for thing in live(tuple(record.things())):
                if not isinstance(thing, Acceptance | LevelChange | TableAcceptance):
                    words = words_of(session, thing)
                    yield HeldBack(title_of(session, spot), words, content, "a limit was reached here")
    for idea in live(session.parked):
        if idea.spot in closed:
            yield HeldBack(title_of(session, None), idea.text, "points", "a limit was reached here")
