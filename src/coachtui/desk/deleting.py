"""Deleting a conversation, and the names that nothing uses any more then. Touches the disk through the store."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from coachtui.desk.desk import Desk
from coachtui.desk.looking import entry_at
from coachtui.store.people import Person


@dataclass(frozen=True, slots=True)
class Deleted:
    """What came of it: the files that are gone, and who stands in the list of people and in no conversation any more."""

    files: tuple[Path, ...]
    unused: tuple[Person, ...]

    @property
    def names(self) -> str:
        """Their names, in one line."""
        return ", ".join(one.name for one in self.unused)


def delete(desk: Desk, path: Path) -> Deleted:
    """Delete a conversation for good.

    Raises:
        UserError: it is open in another window, or the disk refuses.
    """
    entry = entry_at(desk, path)
    people = {one.id for one in entry.card.people} if entry is not None and entry.card is not None else set[str]()
    files = desk.store.delete(path)
    return Deleted(tuple(files), _unused(desk, people) if people else ())


def _unused(desk: Desk, people: set[str]) -> tuple[Person, ...]:
    """Those of these people whom no conversation names. Where one cannot be read nobody knows, so it is nobody then."""
    books = desk.shelf().books
    if any(one.card is None for one in books):
        return ()
    used = {one.id for book in books if book.card is not None for one in book.card.people}
    return tuple(one for one in desk.naming.list.people() if one.id in people - used)


def take_out(desk: Desk, people: Iterable[Person]) -> None:
    """Take names out of the list of people. UserError where it cannot be written."""
    for one in people:
        desk.naming.list.remove(one.id)
