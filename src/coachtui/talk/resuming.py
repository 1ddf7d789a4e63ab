"""Where inside a step somebody stood, as it is kept in the file, and found again after a break. Pure functions.

What is kept is never trusted: a place that is not there any more, or is no place at all, is not stood at.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from coachtui.framework.models import Framework
from coachtui.framework.steps import ActionsStep
from coachtui.session.lookups import find
from coachtui.session.models import Session
from coachtui.session.spot import Place, Spot

#: Beside the fields of a place: the thing just made that is still being asked about.
OF = "of"
#: And whose words are being noted, where somebody said so.
NOTED = "noted"


def parts_of(place: Place, found: tuple[Place, ...], pending: str | None, author: str | None) -> dict[str, str]:
    """What to keep of where the entry line stands; no place where there is no other to stand at."""
    parts: dict[str, str | None] = {OF: pending, NOTED: author}
    if pending is not None or (len(found) > 1 and place in found):
        parts.update(asdict(place))
    return {name: one for name, one in parts.items() if one is not None}


def place_of(session: Session, spot: Spot, found: tuple[Place, ...], parts: Mapping[str, Any]) -> Place | None:
    """The place that was kept, or None where nobody can stand there (any more)."""
    kept = {name: parts.get(name) for name in asdict(Place())}
    place = next((one for one in found if asdict(one) == kept), None)
    return (
        place if place is not None or asked_of(session, spot, parts) is None else _field(session.framework, spot, kept)
    )


def asked_of(session: Session, spot: Spot, parts: Mapping[str, Any]) -> str | None:
    """The thing that was still being asked about: one of this spot that is still there."""
    thing = parts.get(OF)
    at = find(session, thing) if isinstance(thing, str) else None
    return at.thing.id if at is not None and at.spot == spot and at.thing.gone is None else None


def noted_of(session: Session, parts: Mapping[str, Any]) -> str | None:
    """Whose words were being noted: somebody who takes part."""
    person = session.person(parts.get(NOTED))
    return person.id if person is not None else None


def _field(framework: Framework, spot: Spot, kept: Mapping[str, Any]) -> Place | None:
    """A field of a promise, which is a place only while the promise is being taken down."""
    step, field = framework.step(spot.step), kept["field"]
    alone = all(one is None for name, one in kept.items() if name != "field")
    return Place(field=field) if alone and isinstance(step, ActionsStep) and field in step.fields else None
