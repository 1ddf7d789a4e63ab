"""A session without its earlier wordings, for a page to read: what was mended reads as it is now. Pure functions.

The session itself keeps them; they are only not shown. What stays is what a step is there to show: the real rewordings of
an answer whose versions are kept, the numbers before, and what was agreed.
"""

from coachtui.framework.steps import BaseStep, TextStep
from coachtui.session.models import Session, Working
from coachtui.session.records import Record
from coachtui.session.spot import Spot
from coachtui.session.things import Clause, Note, Passage, Rating, Thing
from coachtui.session.wording import said_before


def without_earlier(working: Working) -> tuple[Working, int]:
    """The same with every wording as it is now and every note where it stands now; and how many things that concerns."""
    session = working.session
    changed: list[str] = []
    records = {key: _record(session, key, record, changed) for key, record in session.records.items()}
    parked = tuple(_thing(one, None, changed) for one in session.parked)
    bare = session.model_copy(update={"records": records, "parked": parked})
    return Working(bare, working.spot, working.drafts, working.elapsed, working.detours), len(changed)


def _record(session: Session, key: str, record: Record, changed: list[str]) -> Record:
    step = session.framework.find(Spot.parse(key).step)
    lists = {name: tuple(_thing(one, step, changed) for one in things) for name, things in record.lists()}
    return record.model_copy(update=lists)


def _thing(thing: Thing, step: BaseStep | None, changed: list[str]) -> Thing:
    update: dict[str, object] = {}
    earlier = getattr(thing, "earlier", ())
    if earlier and not isinstance(thing, Rating | Clause):
        kept = _kept(thing, step) if isinstance(thing, Passage) else ()
        update = {"earlier": tuple(one for one in earlier if one.text in kept)} if len(kept) < len(earlier) else {}
    if isinstance(thing, Note) and thing.moves:
        update["moves"] = ()
    if not update:
        return thing
    changed.append(thing.id)
    return thing.model_copy(update=update)


def _kept(thing: Passage, step: BaseStep | None) -> tuple[str, ...]:
    """The earlier wordings that are worth showing unasked: real ones, of an answer whose versions its step keeps."""
    return said_before(thing) if isinstance(step, TextStep) and step.keep_versions else ()
