"""How one session gets onto the disk: the order of writes that survives a kill, a power cut and a full disk.

Touches the files of one session and nothing else. Has no threads and no timing of its own: `keeper` calls `append`
from one thread and everything else from another, and decides what to do about errors.

The order (docs/contributors/store.md says why): snapshot to a new file, flush it, keep the old one as `.prev`, rename,
flush the folder, and only then empty the journal. Before the rename the journal is told the name (the SHA-256) of the
coming snapshot; so recovery knows whether lines and snapshot belong together, or another program was at the file.

A journal that a kill left behind is taken up again when the session is opened: new lines follow the old ones at once,
without waiting for any flush, and a snapshot of it all is the first thing that is made durable.
"""

import errno
import os
import threading
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from coachtui.store import journal as journals
from coachtui.store.disk import OddFileError, Stamp
from coachtui.store.jsonfile import MAX_BYTES, Document, dump
from coachtui.store.layout import Files
from coachtui.store.locks import HeldError, Lock
from coachtui.store.place import Place
from coachtui.store.recovery import Part, Recovered
from coachtui.store.words import shown


class Writer:
    """Writes one session.

    Attributes:
        fresh: a snapshot of everything must be on the disk before anything more may be called saved.
        sound: the journal may take lines. If not, words wait for that snapshot: what the journal holds is in doubt.
    """

    def __init__(self, place: Place, files: Files, lock: Lock | None, recovered: Recovered | None) -> None:
        """`recovered` is None for a session that is new."""
        self.files = files
        self.notices: list[str] = []
        self.size = 0
        self.fresh = recovered is not None and (recovered.leftover or recovered.migrated or recovered.foreign)
        self._place = place
        self._disk = place.disk
        self.vault = place.vault
        self._lock = lock
        self._gate = threading.Lock()
        self._journal: int | None = None
        self.sound = not self.fresh
        self._new_name = self._over = False
        self._last = self._owed = 0
        self._stale: list[Files] = []
        self._old_locks: list[Lock] = []
        self._damaged: set[Part] = set(recovered.damaged) if recovered else set()
        self._keep_original = recovered is not None and recovered.migrated
        known = recovered.digest if recovered and not recovered.foreign else None
        self._ours = {known} if known else set()
        self._newest = known
        self._stamp = place.disk.stamp(files.json) if known else None
        if recovered is not None and recovered.journal is not None:
            self._take_up(*recovered.journal)

    def distrust(self, seq: int) -> None:
        """Changes up to `seq` may be in no journal: it takes no more until a snapshot of them all is on the disk.

        Called from any thread, and waits for none: the disk may hang in the middle of an `append`.
        """
        self._owed = max(self._owed, seq)
        self.fresh, self.sound = True, False

    def _take_up(self, size: int, whole: int) -> None:
        """Go on in the journal that was left behind, after its last whole line; where that cannot be, do without."""
        with suppress(OSError):
            self._journal = self._disk.reopen(self.files.journal, size)
            if whole < size:
                self._disk.truncate(self._journal, whole)
            self.size = whole
            self.sound = True

    # --- the append thread ---------------------------------------------------------------------------------------

    def append(self, lines: bytes, last: int) -> None:
        """Write finished journal lines, the last of which has number `last`. An error leaves the journal in doubt."""
        with self._gate:
            if self._over:
                return  # taken up before the end and late for it: the JSON has these by now
            if self._journal is None:
                self._journal = self._disk.create(self.files.journal)
                self._new_name = True
                self.size = 0
            if self.size == 0 and self._newest is not None:
                lines = journals.marker(last, self._newest, self.vault) + lines
            self._disk.write_all(self._journal, lines)
            self.size += len(lines)
            self._last = last

    # --- the flush thread ----------------------------------------------------------------------------------------

    def flush(self) -> None:
        """Make durable what `append` wrote. After an error only `snapshot` may be called, never this again."""
        if self._journal is None:
            return
        named, self._new_name = self._new_name, False
        try:
            self._disk.flush(self._journal)
            if named:
                self._disk.flush_folder(self.files.folder)
        except OSError:
            self._new_name = named
            raise

    def disturbed(self) -> bool:
        """Whether another program may have been at the file; only `snapshot` looks closely."""
        return self._disk.stamp(self.files.json) != self._stamp

    def snapshot(self, document: Document, seq: int, now: datetime) -> None:
        """Write the whole document, durable when this returns, then empty the journal of what the document holds."""
        data = self.vault.seal(dump(document))
        digest = sha256(data).hexdigest()
        self._prepare(now)
        if self.sound and self._journal is not None:
            with self._gate:
                self._disk.write_all(self._journal, journals.marker(seq, digest, self.vault))
            self._disk.flush(self._journal)
        self._write(data, digest, now)
        self._disk.flush_folder(self.files.folder)
        if self._empty_journal(seq):
            self._disk.flush_folder(self.files.folder)

    def drop_older(self) -> bool:
        """After a snapshot: take away what was before it, so that what was taken out for good is nowhere; whether it is."""
        with suppress(OSError):
            if self.size == 0 and self._journal is not None:
                self._disk.flush(self._journal)  # else a power cut might bring the emptied lines back
            return self._place.drop_older(self.files) and self.size == 0
        return False

    def copy_to(self, target: Path, document: Document, *, new: bool) -> None:
        """Write the whole document, durable, to a file outside the session's own folder."""
        data = self.vault.seal(dump(document))
        if new:
            self._disk.write_new(target, data)
        else:
            spare = target.with_name(target.name + ".tmp")
            self._disk.remove(spare)
            self._disk.write_new(spare, data)
            self._disk.replace(spare, target)
        self._disk.flush_folder(target.parent)

    def finish(self) -> None:
        """After the last snapshot: leave only the JSON, move one older copy to the state folder, give the lock back."""
        with self._gate:
            self._over = True
            self._drop_journal()
        for files in (*self._stale, self.files):
            for path in (files.journal, files.tmp):
                with suppress(OSError):
                    self._disk.remove(path)
        with suppress(OSError):
            self._put_away()
        with suppress(OSError):
            self._disk.flush_folder(self.files.folder)
        self.let_go()

    def let_go(self) -> None:
        """Close what is open and give the lock back; the files stay as they are."""
        with self._gate:
            if self._journal is not None:
                self._disk.close(self._journal)
                self._journal = None
        self._release_old_locks()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    # --- inside --------------------------------------------------------------------------------------------------

    def _prepare(self, now: datetime) -> None:
        folder = self.files.folder
        if not folder.parent.parent.is_dir():
            # The home itself is gone: a stick pulled out. Making it anew would write to another disk unnoticed.
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        self._disk.make_folder(folder)
        if self._lock is None:
            try:
                self._lock = self._disk.lock(self.files.lock, now)
            except HeldError:
                raise OSError(errno.EBUSY, os.strerror(errno.EBUSY)) from None

    def _write(self, data: bytes, digest: str, now: datetime) -> None:
        temporary = self.files.tmp
        self._clear(temporary)
        self._disk.write_new(temporary, data)
        self._put_damaged_aside("json")
        seen = self._disk.stamp(self.files.json)
        if seen is not None and not self._is_ours():
            self._step_aside(now)
            seen = None
        linked = seen is not None and self._keep_previous()
        self._disk.replace(temporary, self.files.json)
        self._ours.add(digest)
        self._newest = digest
        self._stamp = self._disk.stamp(self.files.json)
        if linked and seen is not None:
            self._look_again(seen)

    def _is_ours(self) -> bool:
        """Whether the file still is what we read or wrote. Anything else belongs to another program."""
        try:
            return sha256(self._disk.read(self.files.json, MAX_BYTES)).hexdigest() in self._ours
        except FileNotFoundError:
            return True
        except OddFileError:
            return False
        except OSError as error:
            if error.errno == errno.ELOOP:
                return False
            raise

    def _keep_previous(self) -> bool:
        self._clear(self.files.prev)
        try:
            if self._keep_original and self._disk.stamp(self.files.bak) is None:
                self._disk.link(self.files.json, self.files.bak)
            self._keep_original = False
            self._disk.link(self.files.json, self.files.prev)
        except FileNotFoundError:  # removed this very moment; we are about to write it again
            return False
        return True

    def _step_aside(self, now: datetime) -> None:
        """Another program wrote the file: leave it, and go on in a second one beside it."""
        old = self.files
        for number in range(2, 100):
            files = Files(old.folder, f"{old.stem}-{number}")
            if self._disk.stamp(files.json) is not None:
                continue
            try:
                lock = self._disk.lock(files.lock, now)
            except HeldError:
                continue
            if self._lock is not None:
                self._old_locks.append(self._lock)
            self._lock = lock
            self._stale.append(old)
            self.files = files
            self.fresh = True
            self.notices.append(
                f"Another program changed {shown(old.json)} while it was open here. Neither version is overwritten: "
                f"this conversation goes on in {shown(files.json)}, and the list shows both."
            )
            return
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))

    def _look_again(self, seen: Stamp) -> None:
        """Between looking and renaming another program may have written; then `.prev` holds its words now."""
        found = self._disk.stamp(self.files.prev)
        if found is None or (found.size, found.time) == (seen.size, seen.time):
            return
        if sha256(self._disk.read(self.files.prev, MAX_BYTES)).hexdigest() in self._ours:
            return
        for number in range(2, 100):
            aside = Files(self.files.folder, f"{self.files.stem}-{number}").json
            if self._disk.stamp(aside) is None:
                self._disk.link(self.files.prev, aside)
                self.notices.append(
                    f"Another program changed {shown(self.files.json)} while it was being saved. What it wrote is kept "
                    f"in {shown(aside)}, and the list shows both versions."
                )
                return

    def _empty_journal(self, seq: int) -> bool:
        """Take out of the journal what the snapshot holds; whether names in the folder changed.

        No flush here, since lines that come in meanwhile must wait for this. The emptied journal is not flushed later
        either: should the old lines come back after a power cut, the snapshot holds them and they are skipped.
        """
        with self._gate:
            if max(self._last, self._owed) > seq:
                # Lines came in while the snapshot was on its way. They count on top of it, so the journal stays; if it
                # is in doubt, or no longer beside its snapshot, the next snapshot holds them.
                if self.sound and not self._stale:
                    self.fresh = False
                return False
            if not self.fresh:
                self.size = 0
                if self._journal is not None:
                    self._disk.truncate(self._journal)
                return False
            self.fresh, self.sound = False, True
            self._drop_journal()
            self._clear_away()
            return True

    def _drop_journal(self) -> None:
        if self._journal is not None:
            self._disk.close(self._journal)
            self._journal = None
        self.size = 0

    def _clear_away(self) -> None:
        """The new snapshot is safe: the journals it was made from are no longer needed."""
        self._put_damaged_aside("journal")
        self._clear(self.files.journal)
        for old in self._stale:
            for path in (old.journal, old.prev, old.tmp):
                self._disk.remove(path)
        self._stale.clear()
        self._release_old_locks()

    def _put_damaged_aside(self, part: Part) -> None:
        if part not in self._damaged:
            return
        source = self.files.json if part == "json" else self.files.journal
        if self._disk.stamp(source) is not None:
            self._put_aside(source)
        self._damaged.discard(part)

    def _put_aside(self, source: Path) -> None:
        names = set(self._disk.names(self.files.folder))
        number = next(n for n in range(1, 1000) if self.files.damaged(n).name not in names)
        self._disk.replace(source, self.files.damaged(number))

    def _clear(self, path: Path) -> None:
        """Make room for a file of ours; a folder in its place is put aside, whoever made it."""
        try:
            self._disk.remove(path)
        except OSError:
            if not path.is_dir():
                raise
            self._put_aside(path)

    def _put_away(self) -> None:
        if self._disk.stamp(self.files.prev) is None:
            return
        self._disk.make_folder(self._place.previous)
        target = self._place.previous / self.files.json.name
        self._disk.remove(target)
        self._disk.link(self.files.prev, target)
        self._disk.remove(self.files.prev)

    def _release_old_locks(self) -> None:
        while self._old_locks:
            self._old_locks.pop().release()
