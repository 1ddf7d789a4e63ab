"""Looking over all sessions and into one: entries for lists, and what Review needs to know. Reads through the store.

Nothing here changes anything, and all of it may be called in a thread.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from coachtui.desk.desk import Desk
from coachtui.errors import UserError
from coachtui.flow.past import OpenAction
from coachtui.library.promises import all_actions
from coachtui.library.search import Entry, entry_of
from coachtui.library.shelf import Book, Shelf
from coachtui.library.threads import earlier, in_order
from coachtui.session.models import Session, Working
from coachtui.store.listing import Listed


@dataclass(frozen=True, slots=True)
class Looked:
    """A session to be read: what it holds, what these people held before, and what became of every promise."""

    working: Working
    before: tuple[Session, ...] = ()
    actions: tuple[OpenAction, ...] = ()
    notices: tuple[str, ...] = ()


def entries(desk: Desk) -> Iterator[Entry]:
    """Every session file, newest first, as soon as it is read."""
    return (entry_of(Book.of(one)) for one in desk.store.each())


def entry_at(desk: Desk, path: Path) -> Entry | None:
    """The entry of one file as it is now; None where the file is gone."""
    if not path.exists():
        return None
    try:
        found = desk.store.read(path)
    except UserError as error:
        return Entry("", path, None, str(error))
    return entry_of(Book.of(Listed(found.path, str(found.document["id"]), found.document, newer=found.newer)))


def look_at(desk: Desk, path: Path) -> Looked:
    """A session on its own. UserError where it cannot be read or understood."""
    found = desk.store.read(path)
    working = desk.working(found)
    told = (found.newer,) if found.newer else ()
    return Looked(working, (), all_actions([working.session]), (*told, *found.notices))


def look_around(desk: Desk, looked: Looked, known: Sequence[Entry] | None = None) -> Looked:
    """The same with what these people held otherwise. `known`: the entries of all files, where they were read already."""
    session = looked.working.session
    every = tuple(entries(desk)) if known is None else known
    books = [book for one in _related(every, session) if (book := _book(desk, one.path)) is not None]
    others = [one for one in Shelf(books).sessions if one.id != session.id]
    actions = all_actions(in_order((*others, session)))
    return Looked(looked.working, earlier(others, session), actions, looked.notices)


def _related(every: Iterable[Entry], session: Session) -> Iterator[Entry]:
    """The entries that share somebody with this session, or that it follows from."""
    cards = {one.id: one.card for one in every if one.card is not None}
    people, line, at = {one.id for one in session.people}, set[str](), session.follows
    while at is not None and at not in line:
        line.add(at)
        card = cards.get(at)
        at = card.follows if card is not None else None
    for one in every:
        if one.card is not None and (one.id in line or people & {who.id for who in one.card.people}):
            yield one


def _book(desk: Desk, path: Path) -> Book | None:
    with suppress(UserError):
        found = desk.store.read(path)
        return Book(str(found.document["id"]), found.path, found.document, newer=found.newer or "")
    return None
