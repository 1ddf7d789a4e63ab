"""What must hold of every session whatever was done to it: `problems()` says what does not, in words for a failing test."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic_core import to_json

from coachtui.framework.base import Taken
from coachtui.framework.models import Framework
from coachtui.framework.steps import AgreementStep, ChooseStep, NotesStep, RateStep
from coachtui.session.document import PARTED
from coachtui.session.lookups import all_things
from coachtui.session.models import Session
from coachtui.session.records import AgreementRecord, BaseRecord, ChooseRecord, NotesRecord
from coachtui.session.things import Acceptance, Action, Clause, Note, Pick, Rating, Thing, Tie
from coachtui.text import clean

#: Fields in which a tombstone would still hold words.
WORDS = ("text", "remark", "reason", "learned", "low", "high", "fields", "earlier", "to", "due", "who")


def problems(session: Session) -> list[str]:
    """Everything that does not hold."""
    return [*_ids(session), *_dangling(session), *_tombstones(session), *_unclean(session)]


def things(session: Session) -> dict[str, Thing]:
    """Every thing of a session by its id, parked ideas included."""
    return {one.id: one for one in (*(thing for _, thing in all_things(session)), *session.parked)}


def _ids(session: Session) -> Iterator[str]:
    ids = [thing.id for _, thing in all_things(session)] + [one.id for one in (*session.parked, *session.limits)]
    yield from (f"the id {one} is there twice" for one in set(ids) if ids.count(one) > 1)


def _dangling(session: Session) -> Iterator[str]:
    known = {*things(session), *labels(session.framework), *(one.id for one in session.people)}
    known |= {one.id for one in (session.brought.clauses if session.brought else ())}
    for key, record in session.records.items():
        for who, to in _references(record):
            if to is not None and to not in known:
                yield f"in {key}, {who} points to {to!r}, which is nowhere"


def _references(record: BaseRecord) -> Iterator[tuple[str, str | None]]:
    for thing in record.things():
        yield from ((f"{type(thing).__name__}.{name}", to) for name, to in _of_thing(thing))
    if isinstance(record, NotesRecord | ChooseRecord):
        for place in record.placements:
            yield from (("Placement.id", place.id), ("Placement.row", place.row), ("Placement.column", place.column))
            yield "Placement.from_row", place.from_row


def _of_thing(thing: Thing) -> Iterator[tuple[str, str | None]]:
    names: dict[type[Thing], tuple[str, ...]] = {
        Note: ("row", "column", "parent"),
        Pick: ("item",),
        Rating: ("row", "column"),
        Tie: ("a", "b"),
        Action: ("source",),
        Acceptance: ("clause",),
        Clause: ("replaces",),
    }
    yield from ((name, getattr(thing, name)) for name in names.get(type(thing), ()))
    if isinstance(thing, Note):
        for move in thing.moves:
            yield from (("moves", one) for one in (move.row, move.column, move.from_row, move.from_column))


def labels(framework: Framework) -> set[str]:
    """Every name in a framework that is its own id."""
    found = set(framework.roles)
    for one in (*framework.steps, *framework.boards):
        for facets in (getattr(one, "rows", ()), getattr(one, "columns", ())):
            found |= set() if isinstance(facets, Taken) else {facet.name for facet in facets}
        found |= {getattr(one, "centre", None) or ""}
        if isinstance(one, ChooseStep):
            found |= {option.name for option in one.options}
        if isinstance(one, NotesStep):
            found |= {one.row or "", one.column or ""}
        if isinstance(one, AgreementStep):
            found |= set(one.clauses)
        if isinstance(one, RateStep):
            found |= set(one.weights)
    for round_ in framework.rounds:
        found |= set() if isinstance(round_.for_each, str) else set(round_.for_each)
    return found - {""}


def _tombstones(session: Session) -> Iterator[str]:
    for one in things(session).values():
        if one.gone is not None:
            held = [name for name in WORDS if getattr(one, name, None)]
            yield from (f"the dropped {type(one).__name__} {one.id} still holds its {name}" for name in held)
            if one.model_extra:
                yield f"the dropped {type(one).__name__} {one.id} still holds unknown fields"


def _unclean(session: Session) -> Iterator[str]:
    for one in (*things(session).values(), *session.limits):
        text = str(one.model_dump(mode="python"))
        if clean(text) != text:
            yield f"the {type(one).__name__} {one.id} holds text that was not cleaned"


def as_json(value: object) -> Any:
    """A value as the store would write it and any program would read it."""
    return json.loads(to_json(value, by_alias=True))


def apply(document: dict[str, Any], found: dict[str, object]) -> None:
    """Do to a document what the store does with changes by path."""
    for path, value in found.items():
        name, slash, key = path.partition("/")
        if not slash:
            document[name] = as_json(value)
        elif value is None:
            del document[name][key]
        else:
            assert name in PARTED
            document[name][key] = as_json(value)


def agreed(session: Session) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Every entry of every agreement in order, by the record's key and the name of the list."""
    return {
        (key, name): [one.model_dump(mode="json") for one in found]
        for key, record in session.records.items()
        if isinstance(record, AgreementRecord)
        for name, found in (("acceptances", record.acceptances), ("changes", record.changes))
    }


def but_for_agreement(session: Session, people: set[str]) -> dict[str, Any]:
    """All that undo takes back fully: without what was agreed, by whom, limits, and when it began and ended."""
    found = session.model_dump(mode="json", exclude={"agreement", "framework", "started", "ended", "limits"})
    found["people"] = [one for one in found["people"] if one["id"] in people]
    for key, record in session.records.items():
        if isinstance(record, AgreementRecord):
            found["records"][key] = {"remarks": found["records"][key]["remarks"]}
            if not record.remarks:
                del found["records"][key]
    return found
