"""Pairs of threads: a conversation and the one before it, whose own agreement says what may be told of its actions.

Like `hiding`, this is the other opinion: nothing here uses `coachtui.sharing`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from tests.sharing import hiding
from tests.sharing.hiding import CANARY, ORDER, Document, Eyes
from tests.strategies.given import START
from tests.support.held import framework

from coachtui.session.document import from_document, to_document
from coachtui.session.models import Agreement, Person, Session, Working
from coachtui.session.records import ActionsRecord
from coachtui.session.spot import Spot
from coachtui.session.things import Action

#: What `tests.strategies.edits` reports on.
BEFORE, ACTIONS = "earliersession01", ("anearlieraction1", "anearlieraction2")


@dataclass
class Thread(Eyes):
    """One audience before a conversation and what is told there of the one before it."""

    before: Document = field(default_factory=dict)
    before_levels: Mapping[str, str] = field(default_factory=dict)

    def told(self, thing: Document) -> str:
        """How far the earlier action travels, by its own session's agreement."""
        ref = thing["action"]
        found = [one for one in self.before["records"]["actions"]["actions"] if one["id"] == ref["id"]]
        if ref["session"] != BEFORE or not found or found[0].get("gone") or found[0].get("mark") == "private":
            return "no"
        level = self.before_levels.get("actions", "no")
        return "yes" if level == "ask" and found[0].get("mark") == "shareable" else level

    def narrowed(self, level: str, key: str, thing: Document) -> bool:
        """Whether this, or what was said to it, stays: by this agreement and by that of the conversation before."""
        mine = "yes" if level == "ask" and thing.get("mark") == "shareable" else level
        narrowest = min(mine, self.told(thing), key=ORDER.index)
        return narrowest == "no" or (narrowest == "ask" and key not in self.asked)

    def hides(self, key: str, name: str, thing: Document) -> bool:
        """News of an action that may not be named is hidden as well."""
        return super().hides(key, name, thing) or (
            name == "events" and self.narrowed(self.level("actions"), thing["id"], thing)
        )

    def hides_words(self, key: str, name: str, thing: Document) -> bool:
        """What was learned is hidden where the action may only be named when asked about, and this was not."""
        if name == "events":
            return self.narrowed(self.level("actions", "points"), f"{thing['id']}:said", thing)
        return super().hides_words(key, name, thing)


def earlier(random: Random) -> Session:
    """A conversation with two actions, dropped, marked or neither."""
    actions = tuple(
        Action(
            id=one,
            at=START,
            by="person0",
            text=f"promise {random.randrange(9)}",
            who=random.choice(["person0", "person1", "somebody"]),
            fields={"support": "a friend"},
            mark=random.choice([None, None, "private", "shareable"]),
        )
        for one in ACTIONS
    )
    people = tuple(Person(id=f"person{at}", name=f"p{at}", role=role) for at, role in enumerate(("Coachee", "Coach")))
    return Session(
        id=BEFORE,
        framework=framework(),
        people=people,
        started=START,
        ended=START,
        records={"actions": ActionsRecord(actions=actions)},
    )


def agreed(session: Session, levels: Mapping[str, str]) -> Session:
    """The same with this agreed for the reader."""
    return session.model_copy(update={"agreement": Agreement(levels={"the reader": dict(levels)})})


def twins(
    session: Session,
    before: Session,
    levels: tuple[Mapping[str, str], Mapping[str, str]],
    asked: frozenset[str],
    random: Random,
) -> tuple[Session, Session, frozenset[str]]:
    """Both again, different only in what the audience may not see of either; and what was answered with yes."""
    now, then = (json.loads(json.dumps(to_document(Working(one, Spot(""))))) for one in (session, before))
    eyes = Thread(now, levels[0], asked, before=json.loads(json.dumps(then)), before_levels=levels[1])
    hidden = eyes.hidden()
    hiding._keep_grown(eyes)
    hiding._change_things(eyes, hidden, random)
    for key, name, thing in eyes.things():
        if name == "events" and eyes.hides(key, name, thing) and not thing.get("gone"):
            thing["status"] = random.choice(["open", "done", "stuck"])
    hiding._add_things(eyes, random)
    hiding._move_private(eyes, random)
    hiding._change_session(eyes, hidden, random)
    now["follows"] = session.follows
    _change_before(then, eyes, random)
    other, names = hiding._other_ids(now, random)
    renamed = frozenset(hiding._renamed(one, names) for one in asked)
    return from_document(other).session, from_document(then).session, renamed


def _change_before(then: Document, eyes: Thread, random: Random) -> None:
    """Actions of which nothing is told are others; of the rest, only what no export holds."""
    for one in then["records"]["actions"]["actions"]:
        if eyes.told({"action": {"session": BEFORE, "id": one["id"]}}) == "no":
            hiding._scramble(one, random)
            one["who"] = CANARY
        one["at"] = f"2026-0{random.randint(1, 9)}-01T10:00:00+00:00"
        one["source"] = random.choice([None, CANARY])
        one["unheard-of"] = CANARY
    then["records"]["topic"] = {
        "kind": "text",
        "passages": [{"id": "x" * 16, "at": "2026-01-01T00:00:00Z", "text": CANARY}],
    }
    then["minutes"] = random.randint(1, 90)
