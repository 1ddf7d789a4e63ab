"""How often the disk is asked to confirm: a flush is what costs, so none is made without a reason."""

from pathlib import Path

from tests.faults.fake_disk import FakeDisk
from tests.store.workshop import LONG, a_document, a_store

from coachtui.store.layout import Files
from coachtui.store.state import Pace

#: Nothing is flushed but what the test asks for.
ASKED = Pace(flush=3600.0, look=3600.0)


class Counting(FakeDisk):
    """Says what was flushed since it was last asked."""

    def __init__(self) -> None:
        super().__init__()
        self._from = 0

    def flushed(self) -> list[str]:
        """The endings of the files that were flushed, and `folder` for a folder, in order."""
        seen, self._from = self.ops[self._from :], len(self.ops)
        flushes = [op for op in seen if op.kind in {"flush", "flush-folder"}]
        return ["folder" if op.kind == "flush-folder" else op.path.suffix for op in flushes if op.path is not None]


def test_a_flush_is_one(tmp_path: Path) -> None:
    disk = Counting()
    store = a_store(tmp_path, disk, pace=ASKED)
    assert store.create(a_document()).close(LONG)
    session = store.open("last")
    session.keep({"records/a": 0})
    assert session.flush(LONG)
    disk.flushed()
    for number in range(5):
        session.keep({f"records/{key}": number for key in "abc"})
        assert session.flush(LONG)
        assert disk.flushed() == [".journal"]
    assert session.flush(LONG)
    assert disk.flushed() == []
    session.discard()


def test_a_new_journal_is_one_more_for_its_name(tmp_path: Path) -> None:
    disk = Counting()
    store = a_store(tmp_path, disk, pace=ASKED)
    assert store.create(a_document()).close(LONG)
    disk.flushed()
    session = store.open("last")
    session.keep({"records/a": 0})
    assert session.flush(LONG)
    assert disk.flushed() == [".journal", "folder"]
    session.discard()


def test_a_compaction_is_three_the_file_the_journal_and_the_folder(tmp_path: Path) -> None:
    disk = Counting()
    store = a_store(tmp_path, disk, pace=Pace(flush=3600.0, look=3600.0, journal=1))
    assert store.create(a_document()).close(LONG)
    session = store.open("last")
    for number in range(5):
        disk.flushed()
        session.keep({"records/a": number})
        assert session.flush(LONG)
        assert disk.flushed() == [".journal", ".tmp", "folder"]
    assert Files.of(session.path).journal.stat().st_size == 0
    session.discard()


def test_opening_and_reading_wait_for_nothing(tmp_path: Path) -> None:
    disk = Counting()
    store = a_store(tmp_path, disk, pace=ASKED)
    assert store.create(a_document()).close(LONG)
    disk.flushed()
    session = store.open("last")
    assert store.read("last").document == session.document
    assert disk.flushed() == []
    assert session.close(LONG)
