"""All sessions of a home, newest first, whatever state their files are in. Only reads.

Copies that other programs made (sync conflicts, copies by hand) are found by what is in them, not by their names.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from coachtui.store.disk import Disk
from coachtui.store.glance import Could, could_be
from coachtui.store.jsonfile import Document
from coachtui.store.layout import YEAR, Files, moment, stems
from coachtui.store.recovery import Recovered, UnreadableError
from coachtui.store.vault import Vault

LONG_AGO: Final = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Listed:
    """One session file.

    Attributes:
        path: its JSON file.
        id: the session's id; None if it cannot be read.
        document: the session with what its journal adds; None if it cannot be read. In a newer format as it is.
        unreadable: why it cannot be read and what to do, as sentences; else None.
        newer: the sentence for a file from a newer version; else None.
        versions: the files that hold the same session, this one among them, if there are several; else empty.
        odd_name: the id inside does not fit the file's name, as in a copy made by another program.
        leftover: a journal stands beside it: open in a window, or a program was killed.
        notices: what recovery had to say.
    """

    path: Path
    id: str | None
    document: Document | None
    unreadable: str | None = None
    newer: str | None = None
    versions: tuple[Path, ...] = ()
    odd_name: bool = False
    leftover: bool = False
    notices: tuple[str, ...] = ()


def all_files(disk: Disk, sessions: Path) -> Iterator[Files]:
    """The files of every session, in the year folders only, in no order that means anything."""
    for year in disk.names(sessions):
        if YEAR.fullmatch(year):
            folder = sessions / year
            for stem in stems(disk.names(folder)):
                yield Files(folder, stem)


def listing(disk: Disk, vault: Vault, sessions: Path, read: Callable[[Files], Recovered]) -> list[Listed]:
    """Every session, newest first; unreadable ones by the moment in their name. `read` recovers one."""
    each = (_one(vault, files, read) for files in all_files(disk, sessions))
    found = [one for one in each if one is not None]
    found.sort(key=_order, reverse=True)
    return _with_versions(found)


def one_by_one(disk: Disk, vault: Vault, sessions: Path, read: Callable[[Files], Recovered]) -> Iterator[Listed]:
    """Every session as soon as it is read, by the moment in its file's name, newest first. Versions stand alone."""
    for files in sorted(all_files(disk, sessions), key=lambda one: one.stem, reverse=True):
        found = _one(vault, files, read)
        if found is not None:
            yield found


def sifted(
    disk: Disk, vault: Vault, sessions: Path, read: Callable[[Files], Recovered], could: Could
) -> Iterator[Listed | None]:
    """Every session whose bytes `could` says yes to, in no order; None for each file that is passed by. Versions stand alone."""
    for files in all_files(disk, sessions):
        yield _one(vault, files, read) if could_be(disk, vault, files, could) else None


def _one(vault: Vault, files: Files, read: Callable[[Files], Recovered]) -> Listed | None:
    try:
        recovered = read(files)
    except UnreadableError as error:
        if error.never_begun:
            return None
        return Listed(files.json, None, None, unreadable=str(error))
    identity = str(recovered.document["id"])
    return Listed(
        files.json,
        identity,
        recovered.document,
        newer=recovered.newer,
        odd_name=not vault.belongs(files.stem, identity),
        leftover=recovered.leftover,
        notices=recovered.notices,
    )


def _with_versions(found: list[Listed]) -> list[Listed]:
    by_id: dict[str, list[Path]] = {}
    for each in found:
        if each.id is not None:
            by_id.setdefault(each.id, []).append(each.path)
    return [
        replace(each, versions=tuple(paths)) if each.id and len(paths := by_id[each.id]) > 1 else each for each in found
    ]


def _order(each: Listed) -> tuple[datetime, str]:
    when = moment(each.document) if each.document is not None else None
    if when is None:
        try:
            when = datetime.strptime(each.path.name[:15], "%Y-%m-%d-%H%M").replace(tzinfo=UTC)
        except ValueError:
            when = LONG_AGO
    return (when if when.tzinfo else when.replace(tzinfo=UTC)), each.path.name
