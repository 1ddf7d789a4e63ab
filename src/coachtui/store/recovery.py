"""Reading a session back after whatever happened: snapshot, else the one before it, then the journal.

Only reads: nothing is changed, moved or deleted here, so doing it twice gives the same. What was read only in part is
named in `damaged`, and the writer puts those raw files aside before it writes for the first time.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal

from coachtui.errors import UserError
from coachtui.store import journal as journals
from coachtui.store.disk import Disk
from coachtui.store.jsonfile import CONTAINERS, MAX_BYTES, BadFileError, Document, loose, parse
from coachtui.store.layout import ID, Files
from coachtui.store.migrations import FORMAT, MIGRATIONS, Migration, migrate, newer
from coachtui.store.vault import Vault
from coachtui.store.words import because, shown

Part = Literal["json", "journal"]

MEND: Final = (
    "Nothing in it was changed. Put back an older copy of it{where}, or mend it in a text editor, and open it again."
)


class UnreadableError(UserError):
    """A session that cannot be read: `path` is its file, `reason` says why and where, `remedy` what to do.

    `never_begun`: it was cut off while being made, before anything in it had been confirmed as saved.
    """

    def __init__(self, path: Path, reason: str, remedy: str | None = None, *, never_begun: bool = False) -> None:
        self.path = path
        self.reason = reason
        self.never_begun = never_begun
        super().__init__(f"{shown(path)} cannot be read: {reason}.", remedy or MEND.format(where=""))


@dataclass(frozen=True)
class Recovered:
    """A session as it stands on the disk, journal included.

    Attributes:
        path: its JSON file (which may be missing if a program was killed while making it).
        document: everything, in the newest format unless `newer` says otherwise; do not change it in place.
        notices: sentences for the person: what was damaged, torn or changed by another program.
        damaged: which raw files could be read only in part.
        seq: the number of the last change.
        digest: SHA-256 of the JSON file as it is now, None if it is missing or was not used.
        replayed: how many changes came from the journal.
        leftover: whether a journal stands beside it (open in another window, or not closed cleanly).
        journal: how many bytes that journal has, and how many of them are whole lines; None if no line may follow them.
        foreign: another program changed the file while the journal held unsaved changes.
        migrated: the file is in an older format; it stays as it is until the next change.
        newer: a sentence if the file comes from a newer version; then it must only be read.
    """

    path: Path
    document: Document
    notices: tuple[str, ...] = ()
    damaged: frozenset[Part] = frozenset()
    seq: int = 0
    digest: str | None = None
    replayed: int = 0
    leftover: bool = False
    journal: tuple[int, int] | None = None
    foreign: bool = False
    migrated: bool = False
    newer: str | None = None


@dataclass
class _Findings:
    """What recovery found out so far."""

    notices: list[str] = field(default_factory=list)
    damaged: set[Part] = field(default_factory=set)
    digest: str | None = None


def recover(
    disk: Disk,
    vault: Vault,
    files: Files,
    table: Mapping[int, Migration] = MIGRATIONS,
    newest: int = FORMAT,
) -> Recovered:
    """Read one session back.

    Raises:
        UnreadableError: neither the file nor the copy beside it nor the journal alone gives a session.
    """
    found = _Findings()
    base, trouble = _base(disk, vault, files, found)
    if base is not None and (sentence := newer(base, newest)):
        return Recovered(files.json, base, seq=_seq(base), digest=found.digest, newer=sentence)
    journal = _journal(disk, vault, files, found)
    lines = _news(base, journal)
    document = loose(base or {})
    if journals.replay(document, lines):
        _note_damaged(files, found)
    if trouble is not None and base is None and _trouble(document) is not None:
        never = not found.damaged and "id" not in document and disk.stamp(files.prev) is None
        raise UnreadableError(files.json, trouble.told, never_begun=never)
    foreign = bool(found.digest and lines and journal and journal.bases and found.digest not in journal.bases)
    if foreign:
        found.notices.append(_foreign(files))
    document["seq"] = max([_seq(document), *(each.seq for each in lines)])
    was = document["format"]
    try:
        document = migrate(document, table, newest)
    except BadFileError as error:
        raise UnreadableError(files.json, error.told) from None
    migrated = document["format"] != was
    # What is damaged stays as it is, to be put aside; and lines of this format do not fit a file of an older one.
    closed = journal is None or migrated or "journal" in found.damaged
    return Recovered(
        files.json,
        document,
        notices=tuple(found.notices),
        damaged=frozenset(found.damaged),
        seq=document["seq"],
        digest=found.digest,
        replayed=len(lines),
        leftover=journal is not None,
        journal=None if closed or journal is None else (journal.size, journal.whole),
        foreign=foreign,
        migrated=migrated,
    )


def _news(base: Document | None, journal: journals.Journal | None) -> list[journals.Line]:
    """The changes that the snapshot does not hold yet. Who a session is, no journal can change."""
    if journal is None:
        return []
    if base is None:
        return journal.after(-1)
    return [each for each in journal.after(_seq(base)) if each.path not in {"id", "format"}]


def _base(disk: Disk, vault: Vault, files: Files, found: _Findings) -> tuple[Document | None, BadFileError | None]:
    """The newest snapshot that can be read; else None and why, so that the journal alone may be tried."""
    trouble: BadFileError | None
    try:
        raw = disk.read(files.json, MAX_BYTES)
        document = _document(vault, raw)
    except FileNotFoundError:
        trouble = BadFileError("", "the file is not there")
    except UserError as error:  # the vault is locked: the copy beside it would be no easier to read
        raise UnreadableError(files.json, error.sentence.rstrip("."), error.remedy) from None
    except OSError as error:
        trouble = BadFileError("", because(error))
    except BadFileError as error:
        trouble = error
    else:
        found.digest = sha256(raw).hexdigest()
        return document, None
    there = disk.stamp(files.json) is not None
    if there:
        found.damaged.add("json")
    try:
        older = _document(vault, disk.read(files.prev, MAX_BYTES))
    except (OSError, BadFileError):
        return None, trouble
    state = f"is damaged ({trouble.told})" if there else "is missing"
    found.notices.append(
        f"The file {shown(files.json)} {state}, so the copy made before it was used, with the journal on top. "
        "Look whether the last thing you remember is there. The damaged file is kept beside it."
    )
    return older, trouble


def _journal(disk: Disk, vault: Vault, files: Files, found: _Findings) -> journals.Journal | None:
    try:
        raw = disk.read(files.journal, journals.MAX_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        found.damaged.add("journal")
        found.notices.append(
            f"The journal {shown(files.journal)} cannot be read: {because(error)}. What was said after the last save "
            "may be missing. It is kept beside the session, so do not delete it before you have looked."
        )
        return journals.Journal()
    try:
        journal = journals.read(raw, vault)
    except UserError as error:
        raise UnreadableError(files.json, error.sentence.rstrip("."), error.remedy) from None
    if journal.damaged:
        _note_damaged(files, found)
    elif journal.torn:
        found.notices.append("The very last thing typed was cut off when the program or the computer stopped.")
    return journal


def _note_damaged(files: Files, found: _Findings) -> None:
    if "journal" in found.damaged:
        return
    found.damaged.add("journal")
    found.notices.append(
        f"Part of the journal {shown(files.journal)} is damaged. Everything else in it was used, and the damaged "
        "file is kept beside the session as it was."
    )


def _document(vault: Vault, raw: bytes) -> Document:
    """One snapshot, checked as far as the store knows it."""
    try:
        data = vault.unseal(raw)
    except BadFileError:
        raise
    except ValueError:
        raise BadFileError("", "it is not what was sealed here") from None
    document = parse(data)
    if not isinstance(document, dict):
        raise BadFileError("at the top", "it is not one group of names and values")
    if (trouble := _trouble(document)) is not None:
        raise trouble
    return document


def _trouble(document: Document) -> BadFileError | None:
    """What is wrong with the few keys the store itself lives by."""
    found = document.get("format")
    if type(found) is not int or found < 1:
        return BadFileError('at "format"', "there is no whole number that says the format")
    identity = document.get("id")
    if not isinstance(identity, str) or not ID.fullmatch(identity):
        return BadFileError('at "id"', "there is no id of plain letters and digits")
    seq = document.get("seq", 0)
    if type(seq) is not int or seq < 0:
        return BadFileError('at "seq"', "it is not a whole number")
    for key in CONTAINERS:
        if not isinstance(document.get(key, {}), dict | None):
            return BadFileError(f'at "{key}"', "it is not a group of names and values")
    return None


def _seq(document: Document) -> int:
    seq = document.get("seq", 0)
    return seq if isinstance(seq, int) else 0


def _foreign(files: Files) -> str:
    return (
        f"Another program changed {shown(files.json)} while words typed here were still in the journal. Neither is "
        "overwritten: as soon as you go on, yours are kept as a second file beside it, and the list shows two versions."
    )
