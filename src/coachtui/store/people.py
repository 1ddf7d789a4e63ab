"""The people of a home: an id minted once, a name (a code or initials), the roles they hold. Nothing more.

Touches `people.json`, through the vault, under its own lock. A file that cannot be read is never overwritten.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from coachtui.errors import UserError
from coachtui.ids import Clock, Mint
from coachtui.store.disk import Disk
from coachtui.store.jsonfile import BadFileError, dump, parse
from coachtui.store.layout import ID
from coachtui.store.locks import HeldError
from coachtui.store.vault import Vault
from coachtui.store.words import because, shown
from coachtui.text import one_line

FORMAT: Final = 1
MAX_BYTES: Final = 4 << 20
MAX_NAME: Final = 80
#: Seconds to wait for another window that is just writing.
PATIENCE: Final = 5.0


@dataclass(frozen=True)
class Person:
    """One person, as codes and ids."""

    id: str
    name: str
    roles: tuple[str, ...] = ()


class People:
    """The file of people. Every call reads it anew, so two windows agree."""

    def __init__(self, path: Path, disk: Disk, vault: Vault, mint: Mint, clock: Clock) -> None:
        self.path = path
        self._disk = disk
        self._vault = vault
        self._mint = mint
        self._clock = clock

    def people(self) -> tuple[Person, ...]:
        """Everybody, in the order they were added.

        Raises:
            UserError: the file cannot be read; it is left as it is.
        """
        return tuple(self._read()[1])

    def resolve(self, name: str) -> Person | tuple[Person, ...] | None:
        """Who is meant by a name or an id: one person, several to ask about, or None.

        Capitals and small letters are the same unless that leaves two.
        """
        return _meant(self.people(), name)

    def add(self, name: str, role: str | None = None) -> Person:
        """A new person, with an id of their own even if the name is taken (ask first, with `resolve`).

        Raises:
            UserError: no name, a name that is too long, or the file cannot be read or written.
        """
        person = Person(self._mint(), _name(name), (one_line(role),) if role else ())
        self._change(lambda everybody: [*everybody, person])
        return person

    def enter(self, name: str, role: str | None = None) -> Person | tuple[Person, ...]:
        """The person of this name (several to ask about, as with `resolve`), entered now where nobody is of that name.

        Looked for and entered in one go: two windows that enter the same new name at the same moment enter one person.

        Raises:
            UserError: no name, a name that is too long, or the file cannot be read or written.
        """
        person = Person(self._mint(), _name(name), (one_line(role),) if role else ())
        found: list[Person | tuple[Person, ...]] = []

        def entered(everybody: list[Person]) -> list[Person]:
            known = _meant(everybody, name)
            found.append(person if known is None else known)
            return [*everybody, person] if known is None else everybody

        self._change(entered)
        return found[0]

    def hold(self, identity: str, role: str) -> Person:
        """Note that a person holds a role; nothing changes if they already do.

        Raises:
            UserError: there is no such person, or the file cannot be read or written.
        """
        wanted = one_line(role)
        return self._edit(
            identity,
            lambda one: one if wanted in one.roles else replace(one, roles=(*one.roles, wanted)),
        )

    def rename(self, identity: str, name: str) -> Person:
        """Give a person another name or code.

        Raises:
            UserError: there is no such person, no name, or the file cannot be read or written.
        """
        wanted = _name(name)
        return self._edit(identity, lambda one: replace(one, name=wanted))

    def remove(self, identity: str) -> None:
        """Forget a person (their sessions are another matter). Nothing happens if they are not known."""
        self._change(lambda everybody: [each for each in everybody if each.id != identity])

    def _edit(self, identity: str, change: Any) -> Person:
        changed: list[Person] = []

        def one_changed(everybody: Sequence[Person]) -> list[Person]:
            after = [change(each) if each.id == identity else each for each in everybody]
            changed.extend(each for each in after if each.id == identity)
            if not changed:
                raise UserError("There is no such person here.", "The list of people shows everybody.")
            return after

        self._change(one_changed)
        return changed[0]

    def _change(self, change: Any) -> None:
        lock_path = self.path.with_name(self.path.name + ".lock")
        try:
            self._disk.make_folder(self.path.parent)
            lock = self._disk.lock(lock_path, self._clock(), PATIENCE)
        except HeldError as error:
            raise UserError(
                f"The list of people is being changed by {error.holder}.", "Nothing was changed. Try again in a moment."
            ) from None
        except OSError as error:
            raise self._refused(error) from None
        try:
            rest, before = self._read()
            after = change(before)
            if after != before:
                self._write(rest, after)
        except OSError as error:
            raise self._refused(error) from None
        finally:
            lock.release()

    def _write(self, rest: dict[str, Any], everybody: list[Person]) -> None:
        people = [
            {**rest.get(each.id, {}), "id": each.id, "name": each.name, "roles": list(each.roles)} for each in everybody
        ]
        data = self._vault.seal(dump({"format": FORMAT, **rest.get("", {}), "people": people}))
        spare = self.path.with_name(self.path.name + ".tmp")
        self._disk.remove(spare)
        try:
            self._disk.write_new(spare, data)
            self._disk.replace(spare, self.path)
        except OSError:
            with suppress(OSError):
                self._disk.remove(spare)
            raise
        self._disk.flush_folder(self.path.parent)

    def _read(self) -> tuple[dict[str, Any], list[Person]]:
        """Unknown fields (by person's id; the top's under an empty one), and the people."""
        try:
            document = parse(self._vault.unseal(self._disk.read(self.path, MAX_BYTES)))
        except FileNotFoundError:
            return {}, []
        except BadFileError as error:
            raise self._unreadable(error.told) from None
        except OSError as error:
            raise self._unreadable(because(error)) from None
        except ValueError:
            raise self._unreadable("it is not what was sealed here") from None
        if not isinstance(document, dict) or not isinstance(document.get("people"), list):
            raise self._unreadable('there is no list called "people"')
        if document.get("format") != FORMAT:
            raise self._unreadable("it comes from another version of coachtui")
        rest: dict[str, Any] = {"": {key: value for key, value in document.items() if key != "people"}}
        people: list[Person] = []
        for number, entry in enumerate(document["people"], 1):
            person = _person(entry)
            if person is None or person.id in rest:
                raise self._unreadable(f"person {number} in it has no name, or no id of their own")
            rest[person.id] = entry
            people.append(person)
        return rest, people

    def _unreadable(self, why: str) -> UserError:
        return UserError(
            f"The list of people in {shown(self.path)} cannot be read: {why}.",
            "It is left as it is, and sessions are not affected. Mend it in a text editor, or move it away to start anew.",
        )

    def _refused(self, error: OSError) -> UserError:
        return UserError(
            f"The list of people in {shown(self.path)} could not be written: {because(error)}.",
            "It stands as it was before. Mend that and try again.",
        )


def _meant(everybody: Sequence[Person], name: str) -> Person | tuple[Person, ...] | None:
    """Who of these is meant by a name or an id."""
    wanted = one_line(name)
    by_id = [each for each in everybody if each.id == wanted]
    exact = [each for each in everybody if each.name == wanted]
    alike = [each for each in everybody if each.name.casefold() == wanted.casefold()]
    found = by_id or exact or alike
    if not found:
        return None
    return found[0] if len(found) == 1 else tuple(found)


def _name(name: str) -> str:
    wanted = one_line(name)
    if not wanted:
        raise UserError("A person needs a name, a code or initials.", "Nothing was changed.")
    if len(wanted) > MAX_NAME:
        raise UserError(
            f"That name is longer than {MAX_NAME} characters.", "Nothing was changed. Choose a shorter one."
        )
    return wanted


def _person(entry: object) -> Person | None:
    if not isinstance(entry, dict):
        return None
    identity, name, roles = entry.get("id"), entry.get("name"), entry.get("roles", [])
    if not isinstance(identity, str) or not ID.fullmatch(identity) or not isinstance(name, str) or not one_line(name):
        return None
    if not isinstance(roles, list) or not all(isinstance(role, str) for role in roles):
        return None
    return Person(identity, one_line(name), tuple(one_line(role) for role in roles))
