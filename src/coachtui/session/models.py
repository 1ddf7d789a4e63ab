"""A session: one conversation as a value, and what is open of it in a window.

Pure values (pydantic, frozen); an edit gives a new one, and only `SessionEditor` makes edits. Touches no disk.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from pydantic import Field

from coachtui.framework.models import Framework
from coachtui.session.records import Record
from coachtui.session.spot import Spot
from coachtui.session.things import ActionRef, Clause, Limit, Moment, Parked, Value

#: The version of the session file format that this program writes.
FORMAT = 1

Setting = Literal["in person", "remote"]
Stance = Literal["coaching", "mentoring", "telling"]


class Person(Value):
    """Someone who takes part: an id of the home's people list, a code or initials, and the role held here."""

    id: str
    name: str
    role: str


class Agreement(Value):
    """What is in force: clauses, and for each audience how far each kind of content goes (no, ask, yes).

    `presets` are the names of the usual agreements that were chosen, by audience.
    """

    clauses: tuple[Clause, ...] = ()
    levels: dict[str, dict[str, str]] = Field(default_factory=dict)
    presets: dict[str, str] = Field(default_factory=dict)
    agreed: Moment | None = None


class Origin(Value):
    """A thing of an earlier session that this one grew from."""

    session: str
    item: str


class Session(Value):
    """What was said, by whom, with which framework. Where the window stands is in `Working`.

    `brought` is the agreement these people came with, `agreement` the one in force now. `limits` are the moments at which
    the duty to act came before the conversation.
    """

    format: int = FORMAT
    id: str
    framework: Framework
    people: tuple[Person, ...] = ()
    setting: Setting = "in person"
    minutes: int = Field(default=30, ge=1)
    stance: Stance | None = None
    planned: Moment | None = None
    started: Moment | None = None
    ended: Moment | None = None
    from_paper: bool = False
    follows: str | None = None
    grew_from: tuple[Origin, ...] = ()
    parked: tuple[Parked, ...] = ()
    limits: tuple[Limit, ...] = ()
    brought: Agreement | None = None
    agreement: Agreement | None = None
    records: dict[str, Record] = Field(default_factory=dict)

    def person(self, who: str | None) -> Person | None:
        """The person with this id, or None."""
        return next((one for one in self.people if one.id == who), None)

    def holder(self, role: str) -> Person | None:
        """The first person who holds this role here, or None."""
        return next((one for one in self.people if one.role == role), None)

    @property
    def coachee(self) -> Person | None:
        """Whose words are recorded where nothing else is said."""
        return self.holder(self.framework.coachee)

    @property
    def coach(self) -> Person | None:
        """Who asks."""
        return self.holder(self.framework.coach)

    @property
    def is_group(self) -> bool:
        """Whether more than two people take part: two are a pair, and have no group of their own."""
        return len(self.people) > 2

    def record(self, spot: Spot) -> Record | None:
        """What this spot has captured so far, or None."""
        return self.records.get(spot.key)

    def records_of(self, step: str) -> tuple[tuple[Spot, Record], ...]:
        """All records of a step: one, or in a round one for each item, in the order they were begun."""
        spots = ((Spot.parse(key), record) for key, record in self.records.items())
        return tuple((spot, record) for spot, record in spots if spot.step == step)


@dataclass(frozen=True, slots=True)
class Detour:
    """An offer that was taken or declined: where it was made, where it led, and the id of what it was made for.

    `back` is true while the way back is still open: next at `to` then returns to `at`. `more` holds fields of the file
    that this version does not know.
    """

    at: Spot
    to: Spot | None
    because: str
    back: bool
    more: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Working:
    """What is open in a window: the session, where we are, the lines being typed, seconds spent at each spot.

    Undo goes through earlier sessions and leaves the rest as it is. `elapsed` has a key for every spot that was visited.
    `places` says where inside a spot the entry line stands, for the present spot and for those with a line half typed: the
    fields of a `Place` by their names, and as `of` the thing just made that is still being asked about.
    """

    session: Session
    spot: Spot
    drafts: Mapping[str, str] = field(default_factory=dict)
    elapsed: Mapping[str, int] = field(default_factory=dict)
    detours: tuple[Detour, ...] = ()
    places: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def at(self, spot: Spot) -> "Working":
        """The same, standing at another spot."""
        seen = self.elapsed if spot.key in self.elapsed else {**self.elapsed, spot.key: 0}
        return replace(self, spot=spot, elapsed=seen)


__all__ = [
    "FORMAT",
    "ActionRef",
    "Agreement",
    "Detour",
    "Origin",
    "Person",
    "Session",
    "Setting",
    "Stance",
    "Working",
]
