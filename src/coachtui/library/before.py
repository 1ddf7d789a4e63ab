"""The files of what the people of a session held before, found without reading every other one whole. Reads through the store."""

from collections.abc import Iterable
from typing import Final

from coachtui.library.shelf import Book, Shelf
from coachtui.library.threads import people_of, same_people
from coachtui.session.models import Session
from coachtui.store.glance import with_words
from coachtui.store.sessions import Store

#: Looks through all files before every one of them is read whole: each follows the line of what came before a step further.
LOOKS: Final = 4


def shelf_before(store: Store, session: Session) -> Shelf:
    """A shelf with all that these people held, and with the line of sessions that this one follows; others may stand there."""
    people = people_of(session)
    asked = [one for one in (tuple(people), (session.follows or "",)) if any(one)]
    books: dict[str, Book] = {}
    known: set[str] = set()
    for _ in range(LOOKS):
        if not asked:
            return Shelf(books.values())
        books |= {str(one.path): Book.of(one) for one in store.where(with_words(*asked))}
        known |= {one for group in asked for one in group}
        asked = _further_back(books.values(), session, known)
    return Shelf.of(store.listing()) if asked else Shelf(books.values())


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
