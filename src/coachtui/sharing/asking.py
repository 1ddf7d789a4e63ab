"""Where the agreement says *ask first*: what has to be asked before an export, thing by thing. Pure; touches nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from coachtui.framework.steps import Content
from coachtui.session.lookups import name_of
from coachtui.session.models import Session
from coachtui.session.spot import Spot
from coachtui.session.things import Action, Event, Naming, Passage, Pick, Rating, Thing, Tie
from coachtui.sharing.descent import made_of_what_stays
from coachtui.sharing.policy import ATTENDANCE, FORMAT, Policy, audiences, key_of, narrowest, policy, willing
from coachtui.sharing.redact import SAID, named_before
from coachtui.sharing.sifting import Candidate, Earlier, candidates, sieve


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask the coachee about: the key its answer is given under, what kind of content, its words, and the
    heading under which it stands (empty where it says enough by itself).
    """

    key: str
    content: Content
    words: str
    title: str = ""


def questions(session: Session, audience: str, earlier: tuple[Session, ...] = ()) -> tuple[Question, ...]:
    """Everything that goes to this audience only if the coachee says so, in the order of the talk.

    What is private, or hangs on something that stays here whatever is answered, is not asked about.
    """
    agreed = policy(session, audience)
    before = named_before(session, audience, earlier)
    kept = sieve(session, willing(agreed), before).kept
    found: list[Question] = []
    if agreed.level(["attendance"]) == "ask":
        found.append(Question(ATTENDANCE, "attendance", "that you met, who was there, and on which day"))
    if agreed.level(["topic"]) == "ask":
        found.append(Question(FORMAT, "topic", f"the name of the format: {session.framework.name}"))
    for one in candidates(session, before):
        if one.thing.id in kept:
            found += _about(session, agreed, one, before)
    return tuple(found)


def let_go(session: Session) -> frozenset[str]:
    """The things marked as ones that may be shared, where that says more than the agreement does: somebody would have to be
    asked first, or it grew from something that stays here. A mark that opens nothing (see `descent`) says nothing.
    """
    marked = [one for one in candidates(session, {}) if one.thing.mark == "shareable" and not one.grew]
    if not marked:
        return frozenset()
    columns = [policy(session, one) for one in audiences(session)]
    return frozenset(
        one.thing.id
        for one in marked
        if any(column.level(one.contents) == "ask" for column in columns) or made_of_what_stays(session, one.thing.id)
    )


def _about(session: Session, agreed: Policy, one: Candidate, before: Earlier) -> Iterator[Question]:
    title = title_of(session, one.spot)
    if one.verdict(agreed) == "ask":
        # The last: a remark at a number is something said, and no number.
        yield Question(one.thing.id, one.contents[-1], words_of(session, one.thing, before), title)
    said = said_to(one.thing)
    if said and narrowest(agreed.verdict((*one.contents, "points"), one.thing), one.ceiling) == "ask":
        yield Question(key_of(one.thing.id, SAID), "points", said, title)


def title_of(session: Session, spot: Spot | None) -> str:
    """The heading under which something stands."""
    step = session.framework.find(spot.step) if spot else None
    return (step.title or step.id) if step else "Parked"


def words_of(session: Session, thing: Thing, before: Earlier | None = None) -> str:
    """What a thing says, in words that can be read out. `before`: the actions of earlier sessions that may be named."""
    if isinstance(thing, Action):
        return _promise(session, thing)
    if isinstance(thing, Passage):
        return thing.text
    if isinstance(thing, Rating):
        where = " - ".join(name_of(session, one) for one in (thing.row, thing.column) if one)
        return f"{where}: {thing.value:g}" if where else f"{thing.value:g}"
    if isinstance(thing, Tie):
        return f"{name_of(session, thing.a)} - {name_of(session, thing.b)}"
    if isinstance(thing, Naming):
        return f"{thing.low} - {thing.high}"
    if isinstance(thing, Event):
        was = before.get((thing.action.session, thing.action.id)) if before else None
        return f"{was.action.text if was else 'what became of an earlier action'}: {thing.status}"
    return name_of(session, thing.id)


def _promise(session: Session, action: Action) -> str:
    """A promise with all that goes with it: who, by when, and what else stands beside it."""
    who = session.person(action.who)
    named = {"who": who.name if who else action.who or "", **action.fields}
    told = "; ".join(f"{name}: {words}" for name, words in named.items() if words)
    return f"{action.text} ({told})" if told else action.text


def said_to(thing: Thing) -> str:
    """What was said to a thing: the remark of a rating or a tie, the reason of a pick, what was learned."""
    if isinstance(thing, Rating | Tie):
        return thing.remark
    if isinstance(thing, Pick):
        return thing.reason
    return thing.learned if isinstance(thing, Event) else ""
