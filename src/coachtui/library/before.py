"""Which sessions the one that is wanted belongs with, found without reading all others whole. Reads through the store."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from coachtui.errors import UserError
from coachtui.library.cards import Card
from coachtui.library.shelf import Book, Shelf
from coachtui.library.steps import Steps
from coachtui.library.threads import people_of, same_people
from coachtui.session.models import Session
from coachtui.store.glance import Could, anything, not_ended, with_words
from coachtui.store.sessions import Store

#: Looks through all files before every one of them is read whole: each follows the line of what came before a step further.
LOOKS: Final = 4


def newest_open(store: Store) -> Steps[str | Path]:
    """The newest conversation that is open: its file, or its id where several files hold it.

    What was ended is not read whole. Of two versions the further one says whether it was.

    Raises:
        UserError: none is open.
    """
    for one in (yield from _those(store, not_ended)).cards:
        if one.started is None or one.ended is not None:
            continue
        shelf = yield from _those(store, with_words((one.id,)))
        if any(card.id == one.id and card.ended is None for card in shelf.cards):
            paths = [book.path for book in shelf.books if book.id == one.id]
            return paths[0] if len(paths) == 1 else one.id
    raise UserError("No conversation is open.", "coachtui start begins one; coachtui list shows all.")


def all_open(store: Store) -> Steps[tuple[Card, ...]]:
    """Every conversation that is open, the newest first; of two versions the further one says whether it is."""
    begun = [one.id for one in (yield from _those(store, not_ended)).cards if one.started is not None]
    if not begun:
        return ()
    shelf = yield from _those(store, with_words(*((one,) for one in begun)))
    return tuple(one for one in shelf.cards if one.started is not None and one.ended is None)


def everything(store: Store) -> Steps[Shelf]:
    """A shelf with all sessions, each read whole."""
    shelf = yield from _those(store, anything)
    for book in shelf.books:
        _ = book.session  # the book remembers it
        yield False
    return shelf


def shelf_before(store: Store, session: Session, new: Iterable[str] = ()) -> Steps[Shelf]:
    """A shelf with all that these people held, and with the line of sessions that this one follows; others may stand there.

    `new`: the ids of people who can have held nothing yet.
    """
    people = people_of(session)
    asked: list[tuple[str, ...]] = [(session.follows,)] if session.follows else []
    if people and not people & set(new):
        asked.append(tuple(people))
    books: dict[Path, Book] = {}
    known: set[str] = set()
    for _ in range(LOOKS):
        if asked:
            books |= {one.path: one for one in (yield from _those(store, with_words(*asked))).books}
            known |= {one for group in asked for one in group}
            asked = _further_back(books.values(), session, known)
    shelf = (yield from _those(store, anything)) if asked else Shelf(books.values())
    for book in shelf.books_related(session):
        _ = book.session  # this is what is slow, and the book remembers it
        yield False
    return shelf


def _those(store: Store, could: Could) -> Steps[Shelf]:
    books: list[Book] = []
    for one in store.sifted(could):
        if one is not None:
            books.append(Book.of(one))
        yield False
    return Shelf(books)


def _further_back(books: Iterable[Book], session: Session, known: set[str]) -> list[tuple[str, ...]]:
    """What to look for next, where the line of what came before leads to a session that was not looked for yet."""
    cards = {one.card.id: one.card for one in books if one.card is not None}
    line, at, last = set[str](), session.follows, None
    while at in cards and at not in line:
        line.add(at)
        last = cards[at]
        at = last.follows
    if at is None or at in line or at in known:
        return []
    people = same_people(last.people, *last.chairs) if last is not None else frozenset[str]()
    return [(at,), tuple(people)] if people else [(at,)]
