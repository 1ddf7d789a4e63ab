"""All sessions of a home, side by side: what could be read, what could not, and why.

Reads through the store and changes nothing. A session that is broken stands on the shelf with its reason and hides no
other. One from a newer version is read as far as this one understands it, since no field ever changes its meaning.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from coachtui.errors import UserError
from coachtui.library.cards import Card, card_of
from coachtui.library.threads import people_of, same_people
from coachtui.session.document import from_document
from coachtui.session.models import Session, Working
from coachtui.store.listing import Listed


@dataclass(frozen=True)
class Book:
    """One session file as it stands on the shelf.

    Attributes:
        id: the session's id; empty where the file could not be read.
        path: its JSON file.
        document: what the file and its journal say; empty where they could not be read.
        trouble: a sentence why it cannot be used; empty where all is well.
        newer: a sentence for a file from a newer version; empty for all others.
        versions: how many files hold this same session.
        open_elsewhere: a journal stands beside it: open in a window, or not closed cleanly.
        notices: what the store found while reading.
    """

    id: str
    path: Path
    document: Mapping[str, Any]
    trouble: str = ""
    newer: str = ""
    versions: int = 1
    open_elsewhere: bool = False
    notices: tuple[str, ...] = ()

    @classmethod
    def of(cls, listed: Listed) -> "Book":
        """One entry of the store's listing."""
        return cls(
            id=listed.id or "",
            path=listed.path,
            document=listed.document or {},
            trouble=listed.unreadable or "",
            newer=listed.newer or "",
            versions=max(1, len(listed.versions)),
            open_elsewhere=listed.leftover,
            notices=listed.notices,
        )

    @cached_property
    def _read(self) -> Working | str:
        if not self.document:
            return self.trouble or f"{self.path.name} is empty."
        try:
            return from_document(self.document, cleaned=True)
        except UserError as error:
            return self.newer or f"{self.path.name} cannot be read: {error}"

    @property
    def working(self) -> Working | None:
        """The session with its spot and drafts, or None where it cannot be understood."""
        return None if isinstance(self._read, str) else self._read

    @property
    def session(self) -> Session | None:
        """What was said, or None where it cannot be understood."""
        return None if isinstance(self._read, str) else self._read.session

    @property
    def reason(self) -> str:
        """Why it cannot be shown; empty where it can."""
        return self._read if isinstance(self._read, str) else ""

    @property
    def when(self) -> datetime | None:
        """The moment it belongs to: begun, else planned; None where the file does not say."""
        return self.card.when if self.card is not None else None

    @cached_property
    def card(self) -> Card | None:
        """What a list shows of it; None where it cannot be understood. Costs next to nothing."""
        return card_of(self.document) if self.document else None


class Shelf:
    """All sessions, newest first; those that say no time come last."""

    def __init__(self, books: Iterable[Book]) -> None:
        self.books = tuple(sorted(books, key=_order, reverse=True))

    @classmethod
    def of(cls, listing: Iterable[Listed]) -> "Shelf":
        """The shelf of a store's listing."""
        return cls(Book.of(one) for one in listing)

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        """Every session that can be understood, newest first; of two versions of one, the further one only."""
        return _further(self.books)

    @property
    def cards(self) -> tuple[Card, ...]:
        """The same as cards, for counting and for lists: far cheaper than whole sessions."""
        further: dict[str, Book] = {}
        for book in self.books:
            if book.card is not None and (book.id not in further or _seq(book) > _seq(further[book.id])):
                further[book.id] = book
        return tuple(book.card for book in self.books if book.card is not None and further[book.id] is book)

    def related(self, session: Session) -> tuple[Session, ...]:
        """The sessions of the same people as this one, or that it follows from: only those are read whole."""
        return _further(self.books_related(session))

    def books_related(self, session: Session) -> tuple[Book, ...]:
        """The same as they stand here, none of them read whole yet."""
        people = people_of(session)
        wanted: set[str] = set()
        links = {card.id: card.follows for card in self.cards}
        at = session.follows
        while at is not None and at not in wanted:
            wanted.add(at)
            at = links.get(at)
        return tuple(
            book
            for book in self.books
            if book.card is not None and (book.id in wanted or (people and _people(book.card) == people))
        )

    @property
    def unreadable(self) -> tuple[Book, ...]:
        """What cannot be listed, each with its reason."""
        return tuple(book for book in self.books if book.card is None)

    def get(self, session: str) -> Session | None:
        """The session with this id, or None."""
        return next((one for one in self.sessions if one.id == session), None)


def _people(card: Card) -> frozenset[str]:
    """Whose thread it belongs to."""
    return same_people(card.people, *card.chairs)


def _further(books: Iterable[Book]) -> tuple[Session, ...]:
    """Of each session the version that is further on, newest session first."""
    further: dict[str, Book] = {}
    for book in books:
        held = further.get(book.id)
        if book.session is not None and (held is None or _seq(book) > _seq(held)):
            further[book.id] = book
    inside = sorted(further.values(), key=_order, reverse=True)
    return tuple(book.session for book in inside if book.session is not None)


def _seq(book: Book) -> int:
    found = book.document.get("seq")
    return found if isinstance(found, int) else -1


def _order(book: Book) -> tuple[float, str]:
    when = book.when
    return (when.timestamp() if when else float("-inf"), book.id or book.path.name)
