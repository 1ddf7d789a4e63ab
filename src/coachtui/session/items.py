"""Items: things of a session as something that can be chosen, tied, rated or repeated for.

Pure functions; touches nothing. What is taken keeps its identity: the item's id is the id of the thing itself, so an edited
note and the action that grew from it still belong together. `boards.items` is the way in from `from` of a framework.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from coachtui.framework.steps import BaseStep, ChooseStep
from coachtui.session.clauses import clauses_at
from coachtui.session.lookups import find, live, name_of, parked
from coachtui.session.models import Session
from coachtui.session.records import ActionsRecord, AgreementRecord, ChooseRecord, TextRecord
from coachtui.session.spot import Spot
from coachtui.session.things import Passage, Pick


@dataclass(frozen=True, slots=True)
class ItemView:
    """One thing that can be chosen, tied, rated or repeated for. A label has no `thing`."""

    id: str
    text: str
    thing: Passage | None = None
    home: Spot | None = None


def item_of(session: Session, thing: str) -> ItemView:
    """The item with this id, wherever it lives; a label of the framework is its own item."""
    found = find(session, thing)
    if found is not None and isinstance(found.thing, Passage):
        return ItemView(thing, found.thing.text, found.thing, found.spot)
    return ItemView(thing, name_of(session, thing), parked(session, thing))


def of_text(session: Session, step: BaseStep) -> Iterator[ItemView]:
    """The live things of a `text` step as items."""
    for spot, record in session.records_of(step.id):
        if isinstance(record, TextRecord):
            for one in record.passages:
                if one.gone is None and one.text:
                    yield ItemView(one.id, one.text, one, spot)


def of_choose(session: Session, step: BaseStep) -> Iterator[ItemView]:
    """The live things of a `choose` step as items."""
    for item, _ in picked(session, step.id):
        yield item_of(session, item)


def of_actions(session: Session, step: BaseStep) -> Iterator[ItemView]:
    """The live things of a `actions` step as items."""
    for spot, record in session.records_of(step.id):
        if isinstance(record, ActionsRecord):
            for one in record.actions:
                if one.gone is None:
                    yield ItemView(one.id, one.text, one, spot)


def of_agreement(session: Session, step: BaseStep) -> Iterator[ItemView]:
    """The live things of a `agreement` step as items."""
    for spot, record in session.records_of(step.id):
        if isinstance(record, AgreementRecord):
            for one in clauses_at(session, spot):
                yield ItemView(one.id, one.text, one, spot)


def picked(session: Session, step: str) -> tuple[tuple[str, int], ...]:
    """What was picked at a step over all its spots: item and dots, most dots first, else in the order of picking.

    A pick whose thing was dropped since is left out.
    """
    picks: list[Pick] = []
    for _, record in session.records_of(step):
        if isinstance(record, ChooseRecord):
            picks.extend(one for one in live(record.picks) if _stands(session, one.item))
    order = {one.item: place for place, one in reversed(list(enumerate(picks)))}
    by_item = groupby(sorted(picks, key=lambda one: order[one.item]), key=lambda one: one.item)
    totals = [(item, sum(one.dots for one in same)) for item, same in by_item]
    chosen = session.framework.find(step)
    if isinstance(chosen, ChooseStep) and chosen.dots:
        totals.sort(key=lambda pair: -pair[1])
    return tuple(totals)


def _stands(session: Session, item: str) -> bool:
    found, idea = find(session, item), parked(session, item)
    return (found is None or found.thing.gone is None) and (idea is None or idea.gone is None)
