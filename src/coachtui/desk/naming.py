"""Who is meant by a name: the home's list of people, and the people of a session. Touches `people.json` by the store."""

from collections.abc import Sequence

from coachtui.errors import UserError
from coachtui.ids import Mint
from coachtui.session.models import Person
from coachtui.store.people import People
from coachtui.store.people import Person as Known
from coachtui.text import one_line


class Naming:
    """Names, and whose they are."""

    def __init__(self, people: People, mint: Mint) -> None:
        self.list = people
        self._mint = mint

    def person(self, name: str, role: str) -> Person:
        """The person of this name or id, holding this role; a new name is entered in the list.

        An empty name gives somebody who is called by the role, and stands in this one session only.

        Raises:
            UserError: two could be meant (each is named with an id), or the list cannot be read or written.
        """
        wanted = one_line(name)
        if not wanted:
            return Person(id=self._mint(), name=role, role=role)
        found = self.known(wanted)
        if found is None:
            # Another window may be entering the same name at this very moment.
            found = _one(self.list.enter(wanted, role))
        if role not in found.roles:
            found = self.list.hold(found.id, role)
        return Person(id=found.id, name=found.name, role=role)

    def known(self, name: str) -> Known | None:
        """The person of this name or id, None where nobody is. UserError where two could be meant."""
        found = self.list.resolve(name)
        return None if found is None else _one(found)

    def must(self, name: str) -> Known:
        """The same; UserError where nobody is."""
        found = self.known(name)
        if found is None:
            raise UserError(
                "Nobody of that name is known here.", "coachtui list shows all conversations and their people."
            )
        return found


def among(people: Sequence[Person], name: str) -> Person | None:
    """The one of these people who is called this (or has this id), whatever the capitals."""
    wanted = one_line(name).casefold()
    return next((one for one in people if wanted in (one.id.casefold(), one.name.casefold())), None)


def _one(found: Known | tuple[Known, ...]) -> Known:
    """The one who was found; UserError where there are several."""
    if isinstance(found, tuple):
        each = ", ".join(f"{one.name} ({_told(one)})" for one in found)
        raise UserError(f"More than one person could be meant: {each}.", "Give the id of the one you mean.")
    return found


def _told(known: Known) -> str:
    roles = "".join(f"{role}, " for role in known.roles)
    return f"{roles}id {known.id}"
