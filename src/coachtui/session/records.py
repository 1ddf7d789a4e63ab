"""What one spot captured: nine kinds of record, told apart by `kind`.

Pure values (pydantic, frozen). Touches no disk.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from coachtui.framework.steps import Kind
from coachtui.session.things import (
    Acceptance,
    Action,
    Clause,
    Event,
    Item,
    LevelChange,
    Naming,
    Note,
    Passage,
    Pick,
    Placement,
    Rating,
    Remark,
    Seen,
    TableAcceptance,
    Thing,
    Tie,
    Value,
)


class BaseRecord(Value):
    """What every record has: remarks, and its things by the names of their lists."""

    kind: Kind = "guide"
    remarks: tuple[Remark, ...] = ()

    def lists(self) -> Iterator[tuple[str, tuple[Thing, ...]]]:
        """The name of each field that holds things, and the things, tombstones included."""
        for name, value in vars(self).items():  # the fields in their order; those of later versions are kept elsewhere
            if isinstance(value, tuple) and value and isinstance(value[0], Thing):
                yield name, value

    def things(self) -> Iterator[Thing]:
        """Every thing in this record, tombstones included."""
        for _, things in self.lists():
            yield from things


class GuideRecord(BaseRecord):
    """Seen, by whom, when."""

    kind: Literal["guide"] = "guide"
    seen: tuple[Seen, ...] = ()


class TextRecord(BaseRecord):
    """One passage; where everyone answers apart, one for each person."""

    kind: Literal["text"] = "text"
    passages: tuple[Passage, ...] = ()


class NotesRecord(BaseRecord):
    """Notes born here, places of things born elsewhere, and rows and columns added live."""

    kind: Literal["notes"] = "notes"
    notes: tuple[Note, ...] = ()
    placements: tuple[Placement, ...] = ()
    rows: tuple[Item, ...] = ()
    columns: tuple[Item, ...] = ()


class ChooseRecord(BaseRecord):
    """Picks in the order they were made, options added live, and the place of a lifted note."""

    kind: Literal["choose"] = "choose"
    picks: tuple[Pick, ...] = ()
    added: tuple[Item, ...] = ()
    placements: tuple[Placement, ...] = ()


class RateRecord(BaseRecord):
    """Numbers by row, column and person; the two ends where the coachee names them; rows added live."""

    kind: Literal["rate"] = "rate"
    ratings: tuple[Rating, ...] = ()
    namings: tuple[Naming, ...] = ()
    rows: tuple[Item, ...] = ()

    @property
    def ends(self) -> tuple[str, str] | None:
        """What the low and the high end are called by the people here, or None where nobody has named them."""
        standing = [one for one in self.namings if one.gone is None]
        return (standing[-1].low, standing[-1].high) if standing else None


class LinkRecord(BaseRecord):
    """Ties between two sets of things."""

    kind: Literal["link"] = "link"
    ties: tuple[Tie, ...] = ()


class ActionsRecord(BaseRecord):
    """Commitments promised here, and events set on them outside a session."""

    kind: Literal["actions"] = "actions"
    actions: tuple[Action, ...] = ()
    events: tuple[Event, ...] = ()


class AgreementRecord(BaseRecord):
    """Clauses worded here, who accepted which, every change of a level, who accepted the table, and who heard the limits."""

    kind: Literal["agreement"] = "agreement"
    clauses: tuple[Clause, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    changes: tuple[LevelChange, ...] = ()
    tables: tuple[TableAcceptance, ...] = ()
    limits_read: tuple[Seen, ...] = ()


class ReviewRecord(BaseRecord):
    """What became of earlier actions, as told in this session."""

    kind: Literal["review"] = "review"
    events: tuple[Event, ...] = ()


Record = Annotated[
    GuideRecord
    | TextRecord
    | NotesRecord
    | ChooseRecord
    | RateRecord
    | LinkRecord
    | ActionsRecord
    | AgreementRecord
    | ReviewRecord,
    Field(discriminator="kind"),
]

#: The empty record of each kind.
EMPTY: dict[str, type[BaseRecord]] = {
    "guide": GuideRecord,
    "text": TextRecord,
    "notes": NotesRecord,
    "choose": ChooseRecord,
    "rate": RateRecord,
    "link": LinkRecord,
    "actions": ActionsRecord,
    "agreement": AgreementRecord,
    "review": ReviewRecord,
}
