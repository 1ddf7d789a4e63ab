"""The sessions of a home: made, found, opened, read, changed when closed, deleted.

Touches `sessions/YYYY/` and the folder of older copies in the state folder. Knows of a session only the few top-level
keys it needs to name and find the file.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from coachtui.errors import UserError
from coachtui.ids import Clock, Mint
from coachtui.store.disk import Disk
from coachtui.store.glance import Could, with_words
from coachtui.store.home import Home
from coachtui.store.jsonfile import Document, encode, parse
from coachtui.store.keeper import OpenSession
from coachtui.store.layout import ID, YEAR, Files, moment
from coachtui.store.listing import Listed, all_files, listing, one_by_one, sifted
from coachtui.store.locks import HeldError, Lock
from coachtui.store.migrations import FORMAT, MIGRATIONS, Migration
from coachtui.store.place import Place
from coachtui.store.recovery import Recovered, UnreadableError, recover
from coachtui.store.state import NotSaved, Pace
from coachtui.store.vault import Plain, Vault
from coachtui.store.words import because, shown
from coachtui.store.writer import Writer
from coachtui.text import one_line

#: Seconds that `amend` waits for the disk before it says so.
PATIENCE: Final = 10.0
#: How many choices a sentence about an unclear id names.
CHOICES: Final = 6


class Store:
    """All sessions of one home. Holds no session itself, and every call looks at the disk anew."""

    def __init__(
        self,
        home: Home,
        disk: Disk,
        vault: Vault,
        mint: Mint,
        clock: Clock,
        *,
        migrations: Mapping[int, Migration] = MIGRATIONS,
        newest: int = FORMAT,
        pace: Pace | None = None,
    ) -> None:
        """`migrations`, `newest` and `pace` are for tests."""
        self.home = home
        self._disk = disk
        self._vault = vault
        self._mint = mint
        self._clock = clock
        self._table = migrations
        self._newest = newest
        self._pace = pace
        self._place = Place(disk, vault, home.previous)

    def create(self, document: Mapping[str, object]) -> OpenSession:
        """A new session, open for writing. `format` and `seq` are the store's; an `id` is minted if none is given.

        Returns at once: files are made by the store's threads, and if the disk refuses, `state` says so while
        everything is kept in memory. Values are encoded like those of `OpenSession.keep`.
        """
        told = {key: value for key, value in document.items() if key not in {"seq", "format", "id"}}
        # The id comes last: a journal that has it has all before it, so a session is there whole or not at all.
        values = {"format": self._newest, **told, "id": document.get("id") or self._mint()}
        # Whoever looks at `document` sees plain JSON, as after opening a file.
        plain: Document = {**parse(encode(values)), "seq": 0}
        when = moment(plain) or self._clock()
        stem = self._safe_stem(self._vault.file_stem(plain, when))
        files, lock = self._free(self.home.sessions / f"{when.year:04}", stem)
        recovered = Recovered(files.json, plain)
        return OpenSession(
            recovered, Writer(self._place, files, lock, None), self._clock, fresh=values, pace=self._pace
        )

    def find(self, ref: str) -> Path:
        """The JSON file of a session by its id, the start of one, `last`, or its file name without ending.

        Raises:
            UserError: none or several fit; the sentence names what there is.
        """
        wanted = one_line(ref).removesuffix(".json")
        if (path := self._by_id(wanted)) is not None:
            return path
        found = self.listing()
        if not found:
            raise UserError("There are no sessions here yet.", "Start one with: coachtui start")
        if wanted.lower() == "last":
            return self._last(found)
        named = [each for each in found if each.path.name == f"{wanted}.json"]
        fits = named or [each for each in found if each.id and each.id.lower() == wanted.lower()]
        if not fits and len(wanted) >= 1:
            fits = [each for each in found if each.id and each.id.lower().startswith(wanted.lower())]
        if len(fits) == 1:
            return fits[0].path
        if not fits:
            raise UserError(
                f"There is no session {wanted[:64]!r} here.", "The command `coachtui list` shows all, with their ids."
            )
        raise UserError(*_unclear(wanted, fits))

    def read(self, ref: str | Path) -> Recovered:
        """A session as it is on the disk, journal included; nothing is locked or changed.

        Raises:
            UserError: not found. UnreadableError: found, but it cannot be read.
        """
        return self._recover(Files.of(self._path(ref)))

    def read_file(self, path: Path) -> Recovered:
        """A session file anywhere, by its path: only to read, nothing is locked or changed.

        Raises:
            UserError: it is not there. UnreadableError: it cannot be read.
        """
        if self.home.disk.stamp(path) is None:
            raise UserError(f"There is no file {shown(path)}.", "Nothing was changed.")
        return self._recover(Files.of(path))

    def open(self, ref: str | Path, *, write: bool = True) -> OpenSession:
        """Open a session. Where it cannot be written, `read_only` says why (another window, newer format, no lock).

        Raises:
            UserError: not found. UnreadableError: found, but it cannot be read.
        """
        files = Files.of(self._path(ref))
        lock, read_only = self._lock(files) if write else (None, "This session was opened for reading only.")
        try:
            recovered = self._recover(files)
        except UserError:
            if lock is not None:
                lock.release()
            raise
        if recovered.newer is not None:
            if lock is not None:
                lock.release()
            lock, read_only = None, recovered.newer
        writer = None if read_only is not None else Writer(self._place, files, lock, recovered)
        return OpenSession(recovered, writer, self._clock, read_only=read_only, pace=self._pace)

    def listing(self) -> list[Listed]:
        """Every session, newest first, unreadable ones with the reason."""
        return listing(self._disk, self._vault, self.home.sessions, self._recover)

    def sifted(self, could: Could) -> Iterator[Listed | None]:
        """Only those whose bytes `could` says yes to, a file at a time: None for each that is not read whole. See `glance`."""
        return sifted(self._disk, self._vault, self.home.sessions, self._recover, could)

    def each(self) -> Iterator[Listed]:
        """The same one by one, by the moment in the file's name: for lists that fill while one looks at them."""
        return one_by_one(self._disk, self._vault, self.home.sessions, self._recover)

    def amend(
        self, ref: str | Path, change: Callable[[Document], Mapping[str, object]], *, forget: bool = False
    ) -> None:
        """Change a session that is closed, under its lock: `change` gets the document and gives values by path.

        `forget`: no older copy is left, because it says what is to be read nowhere any more.

        Raises:
            UserError: not found, unreadable, open in another window, or the disk refuses.
        """
        session = self.open(ref)
        if session.read_only is not None:
            raise UserError(session.read_only)
        try:
            session.keep(change(session.document))
            if forget:
                session.forget_older()
        except BaseException:
            session.close(PATIENCE)
            raise
        if not session.close(PATIENCE):
            state = session.state
            session.discard()
            why = state.reason if isinstance(state, NotSaved) else "the disk did not answer."
            raise UserError(f"{shown(session.path)} was not changed: {why}", "Mend that and give the command again.")

    def delete(self, ref: str | Path) -> list[Path]:
        """Delete a session for good, with its journal, copies and the older copy in the state folder.

        Returns:
            The files that were removed. A second version of the same session is a file of its own and stays.

        Raises:
            UserError: not found, open in another window, or the disk refuses.
        """
        files = Files.of(self._path(ref))
        lock, why = self._lock(files)
        if lock is None:
            raise UserError(f"{shown(files.json)} is not deleted. {why}", "Close it there and try again.")
        removed: list[Path] = []
        try:
            mine = files.all(self._disk.names(files.folder))
            for path in (self.home.previous / files.json.name, *mine):
                if path != files.lock and self._disk.stamp(path) is not None:
                    self._disk.remove(path)
                    removed.append(path)
            self._disk.flush_folder(files.folder)
        except OSError as error:
            raise UserError(
                f"{shown(files.json)} could not be deleted completely: {because(error)}.",
                f"{len(removed)} of its files are gone. Mend that and delete it again.",
            ) from None
        finally:
            lock.release()
        return removed

    # --- inside --------------------------------------------------------------------------------------------------

    def _by_id(self, wanted: str) -> Path | None:
        """The file of the session with this whole id, or of this name, if there is one only: the rest is only glanced at."""
        if wanted.lower() == "last" or not ID.fullmatch(wanted):
            return None
        named = [one for one in all_files(self._disk, self.home.sessions) if one.stem == wanted]
        if named:
            return named[0].json if len(named) == 1 and self._disk.stamp(named[0].json) is not None else None
        fits = [one for one in self.sifted(with_words((wanted,))) if one is not None and one.id == wanted]
        return fits[0].path if len(fits) == 1 else None

    def _recover(self, files: Files) -> Recovered:
        try:
            return recover(self._disk, self._vault, files, self._table, self._newest)
        except UnreadableError as error:
            older = self.home.previous / files.json.name
            if error.never_begun or self._disk.stamp(older) is None:
                raise
            remedy = (
                f"Nothing in it was changed. An older copy is {shown(older)}: put it in its place, or mend the file in a "
                "text editor, and open it again."
            )
            raise UnreadableError(files.json, error.reason, remedy) from None

    def _lock(self, files: Files) -> tuple[Lock | None, str | None]:
        """The lock, or why there is none, as a sentence."""
        try:
            return self._disk.lock(files.lock, self._clock()), None
        except HeldError as error:
            return None, f"This session is already open in {error.holder}. Here it is open for reading only."
        except OSError as error:
            return None, (
                f"This session is open for reading only, because {shown(files.folder)} cannot be locked: "
                f"{because(error)}."
            )

    def _free(self, folder: Path, stem: str) -> tuple[Files, Lock | None]:
        """Files of a name that nobody has; locked if the disk lets us (else the writer tries again later)."""
        for number in range(1, 100):
            files = Files(folder, stem if number == 1 else f"{stem}-{number}")
            try:
                if any(self._disk.stamp(path) is not None for path in (files.json, files.journal, files.prev)):
                    continue
                self._disk.make_folder(folder)
                return files, self._disk.lock(files.lock, self._clock())
            except HeldError:
                continue
            except OSError:
                return files, None
        raise UserError("There are already 99 sessions of that name.", "Wait a minute and start again.")

    def _path(self, ref: str | Path) -> Path:
        if isinstance(ref, str):
            return self.find(ref)
        inside = ref.parent.parent == self.home.sessions and YEAR.fullmatch(ref.parent.name)
        if not inside or ref.suffix != ".json":
            raise UserError(f"{shown(ref)} is not a session of this home.", "The command `coachtui list` shows all.")
        return ref

    @staticmethod
    def _safe_stem(stem: str) -> str:
        """Whatever a vault says, a name is one plain name."""
        kept = "".join(sign if sign.isascii() and (sign.isalnum() or sign == "-") else "-" for sign in stem)
        return kept.strip("-")[:120] or "session"

    @staticmethod
    def _last(found: list[Listed]) -> Path:
        readable = [each for each in found if each.document is not None]
        held = [each for each in readable if each.document and each.document.get("started")]
        newest = next(iter(held or readable), None)
        if newest is not None:
            both = [each for each in readable if each.id == newest.id]
            if len(both) > 1:  # which of the two is meant only the person knows
                raise UserError(*_unclear("last", both))
            return newest.path
        raise UserError(f"No session here can be read. {found[0].unreadable}")


def _unclear(wanted: str, fits: list[Listed]) -> tuple[str, str]:
    names = ", ".join(shown(Path(each.path.stem)) for each in fits[:CHOICES])
    more = f" and {len(fits) - CHOICES} more" if len(fits) > CHOICES else ""
    if len({each.id for each in fits}) == 1:
        return (
            f"There are two versions of the session {wanted}: {names}{more}.",
            "Name the one you mean by its file name.",
        )
    return f"More than one session begins with {wanted}: {names}{more}.", "Type more of its id."


def plain_store(home: Home, mint: Mint, clock: Clock) -> Store:
    """The store of an unprotected home."""
    with suppress(UserError):
        home.make()
    return Store(home, home.disk, Plain(), mint, clock)
