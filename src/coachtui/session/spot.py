"""A spot: where in the talk we are. Pure values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A step and, in a round, the id (or label) of the item it is repeated for."""

    step: str
    item: str | None = None

    @property
    def key(self) -> str:
        """The key of the spot's record in a session: `step`, or `step@item`."""
        return self.step if self.item is None else f"{self.step}@{self.item}"

    @classmethod
    def parse(cls, key: str) -> "Spot":
        """The spot with this key."""
        step, at, item = key.partition("@")
        return cls(step, item if at else None)

    def __str__(self) -> str:
        return self.key


@dataclass(frozen=True, slots=True)
class Place:
    """Where inside a spot the entry line stands: a column, a row, a cell, a person's turn, or nowhere in particular.

    `row` and `column` are labels of the framework or ids of items; `by` is a person's id where everyone answers apart;
    `field` is the field of an action, the clause or the reviewed action that is asked for.
    """

    row: str | None = None
    column: str | None = None
    by: str | None = None
    field: str | None = None
