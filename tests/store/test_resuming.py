"""Taken up again after a kill: the first words are safe at once, and nothing of what was left behind is harmed."""

import errno
import time
from pathlib import Path

import pytest
from tests.faults.fake_disk import FakeDisk
from tests.store.workshop import LONG, States, a_document, a_store, beside

from coachtui.store.keeper import OpenSession
from coachtui.store.layout import Files
from coachtui.store.sessions import Store
from coachtui.store.state import NotSaved, Saved, Saving


def killed(store: Store, **records: object) -> Files:
    """A session with these records, all of them in its file but the last, which stands in the journal left behind."""
    session = store.create(a_document())
    assert session.close(LONG)
    session = store.open(session.path)
    for key, value in records.items():
        session.keep({f"records/{key}": value})
    assert session.flush(LONG)
    session.discard()
    files = Files.of(session.path)
    assert files.journal.stat().st_size
    return files


def wait_for_records(store: Store, **records: object) -> None:
    """Until whoever reads now finds these; the test's own time limit ends this if it never comes."""
    while store.read("last").document["records"] != records:
        time.sleep(0.001)


@pytest.mark.parametrize("kind", ["flush", "replace", "flush_folder", "link"])
def test_first_words_are_in_the_journal_while_the_disk_does_not_answer(tmp_path: Path, kind: str) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    killed(store, a="before")
    with disk.held(kind):
        session = store.open("last")
        session.keep({"records/b": "first words"})
        wait_for_records(store, a="before", b="first words")
        assert session.state == Saving()
    assert session.flush(LONG)
    assert session.close(LONG)
    assert store.read("last").document["records"] == {"a": "before", "b": "first words"}
    assert beside(session.path) == {session.path.name}


def test_what_was_left_behind_is_called_saved_only_when_a_snapshot_of_it_is(tmp_path: Path) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    files = killed(store, a="before")
    with disk.held("replace") as waiting:
        session = store.open("last")
        assert waiting.wait(LONG)
        states = States(session)
        assert session.state == Saving()
    states.wait_for(Saved)
    assert b'"a": "before"' in files.json.read_bytes()
    assert session.close(LONG)


def test_a_disk_that_refuses_is_told_of_before_anything_is_typed(tmp_path: Path) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    killed(store, a="before")
    disk.fail("flush", errno.EIO)
    session = store.open("last")
    while not isinstance(session.state, NotSaved):
        time.sleep(0.001)  # the test's own time limit ends this if it never comes
    disk.mend()
    assert session.close(LONG)
    assert store.read("last").document["records"] == {"a": "before"}


def test_words_on_top_of_a_snapshot_that_was_just_renamed_belong_to_it(tmp_path: Path) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    files = killed(store, a="before")
    before = files.json.read_bytes()
    with disk.held("flush_folder") as waiting:
        session = store.open("last")
        assert waiting.wait(LONG)
        assert files.json.read_bytes() != before
        session.keep({"records/b": "first words"})
        wait_for_records(store, a="before", b="first words")
        found = store.read("last")
        assert not found.foreign
        assert found.notices == ()
    assert session.close(LONG)


@pytest.mark.parametrize("rest", [b'0badc0de {"n":999,"p":"spot","v":"to', bytes(40)])
def test_a_cut_off_end_does_not_spoil_the_words_after_it(tmp_path: Path, rest: bytes) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    files = killed(store, a="before")
    with files.journal.open("ab") as journal:
        journal.write(rest)
    assert "cut off" in store.read("last").notices[0]
    with disk.held("flush"):
        session = store.open("last")
        session.keep({"records/b": "first words"})
        wait_for_records(store, a="before", b="first words")
        found = store.read("last")
        assert not found.damaged
        assert found.notices == ()
    assert session.close(LONG)


def test_a_damaged_journal_is_put_aside_as_it_was(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    files = killed(store, a="before", b="then")
    raw = files.journal.read_bytes().replace(b'"before"', b'"bef0re"')
    files.journal.write_bytes(raw)
    session = store.open("last")
    session.keep({"records/c": "first words"})
    assert session.close(LONG)
    assert files.damaged(1).read_bytes() == raw
    assert store.read("last").document["records"] == {"b": "then", "c": "first words"}


def test_a_journal_with_a_second_name_is_not_written_to(tmp_path: Path) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    files = killed(store, a="before")
    other = tmp_path / "somebody's file"
    other.hardlink_to(files.journal)
    raw = other.read_bytes()
    session = store.open("last")
    session.keep({"records/b": "first words"})
    assert session.close(LONG)
    assert other.read_bytes() == raw
    assert store.read("last").document["records"] == {"a": "before", "b": "first words"}


def test_a_journal_that_cannot_be_taken_up_is_done_without(tmp_path: Path) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    killed(store, a="before")
    disk.fail("reopen", errno.EACCES)
    session = store.open("last")
    session.keep({"records/b": "first words"})
    assert session.flush(LONG)
    session.discard()
    assert store.read("last").document["records"] == {"a": "before", "b": "first words"}


@pytest.mark.parametrize("ended", [True, False], ids=["closed", "killed"])
def test_first_words_are_safe_though_another_program_changed_the_file_in_between(tmp_path: Path, ended: bool) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    files = killed(store, a="before")
    theirs = files.json.read_bytes().replace(b'"records": {}', b'"records": {"z": "theirs"}')
    files.json.write_bytes(theirs)
    with disk.held("replace") as waiting:
        session = store.open("last")
        assert waiting.wait(LONG)
        session.keep({"records/b": "first words"})
        wait_for_records(store, z="theirs", a="before", b="first words")
    assert session.close(LONG) if ended else session.flush(LONG)
    if not ended:
        session.discard()
    assert files.json.read_bytes() == theirs
    assert store.read(session.path).document["records"] == {"z": "theirs", "a": "before", "b": "first words"}
    if ended:
        assert beside(files.json) == {files.json.name, session.path.name}


def test_words_that_the_journal_refuses_while_a_snapshot_is_on_its_way_are_written_all_the_same(
    tmp_path: Path,
) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    session: OpenSession = store.create(a_document())
    session.keep({"records/a": 1})
    assert session.flush(LONG)
    with disk.held("replace") as waiting:
        session.keep({"records/b": 2})
        session.compact()
        assert waiting.wait(LONG)
        refused = disk.fail("write", errno.ENOSPC, times=1, under=".journal")
        session.keep({"records/c": 3})
        assert refused.struck.wait(LONG)
    assert session.flush(LONG)
    session.discard()
    assert store.read("last").document["records"] == {"a": 1, "b": 2, "c": 3}
