"""A disk that is full, broken, read-only, slow or cuts writes short: nothing kept is lost, and no key ever waits."""

import errno
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.faults.fake_disk import FakeDisk
from tests.store.workshop import LONG, QUICK, States, a_document, a_store, beside

from coachtui.errors import UserError
from coachtui.store.keeper import OpenSession
from coachtui.store.sessions import Store
from coachtui.store.state import NotSaved, Pace, Saved, Saving

WRITING = ("create", "write", "flush", "replace", "link", "flush_folder", "remove", "truncate")
NUMBERS = (errno.ENOSPC, errno.EROFS, errno.EIO, errno.EACCES, errno.EDQUOT)
WORDS = {f"records/{key}": {"words": key * 3} for key in "abc"}


def words(store: Store) -> dict[str, object]:
    return {f"records/{key}": record for key, record in store.read("last").document["records"].items()}


def opening(disk: FakeDisk, store: Store, strike: Callable[[], object]) -> OpenSession:
    strike()
    return store.create(a_document())


def talking(disk: FakeDisk, store: Store, strike: Callable[[], object]) -> OpenSession:
    session = store.create(a_document())
    session.keep({"records/a": "early"})
    assert session.flush(LONG)
    strike()
    return session


def resuming(disk: FakeDisk, store: Store, strike: Callable[[], object]) -> OpenSession:
    session = store.create(a_document())
    session.keep({"records/a": "early"})
    assert session.flush(LONG)
    session.discard()
    session = store.open("last")
    strike()
    return session


PHASES = {"open": opening, "mid": talking, "resumed": resuming}


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("kind", WRITING)
@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: errno.errorcode[number])
def test_a_lasting_fault_loses_nothing_once_the_disk_is_back(
    tmp_path: Path, phase: str, kind: str, number: int
) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    session = PHASES[phase](disk, store, lambda: disk.fail(kind, number))
    for path, value in WORDS.items():
        session.keep({path: value})
    session.compact()
    closed = session.close(0.01)
    state = session.state
    assert closed or (isinstance(state, Saved | Saving | NotSaved))
    if isinstance(state, NotSaved):
        assert state.reason.startswith("Not saved: ")
        assert "Keep typing" in state.reason
    disk.mend()
    assert session.close(LONG)
    assert words(store) == WORDS
    assert beside(session.path) == {session.path.name}


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("kind", WRITING)
@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_passing_fault_is_got_over_without_help(tmp_path: Path, phase: str, kind: str, at: int) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    session = PHASES[phase](disk, store, lambda: disk.fail(kind, errno.EIO, at=at, times=2))
    for path, value in WORDS.items():
        session.keep({path: value})
        session.compact()
    assert session.flush(LONG)
    assert session.state == Saved()
    assert session.close(LONG)
    assert words(store) == WORDS


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk can only be read"),
        (errno.EIO, "the disk reports a fault"),
        (errno.EACCES, "not allowed"),
        (errno.EDQUOT, "share of the disk is used up"),
        (errno.ESTALE, "network drive"),
    ],
)
def test_the_person_is_told_why_and_since_when_and_then_that_it_is_saved(
    tmp_path: Path, number: int, says: str
) -> None:
    disk = FakeDisk()
    session = a_store(tmp_path, disk).create(a_document())
    assert session.flush(LONG)
    states = States(session)
    before = time.monotonic()
    disk.fail("write", number)
    session.keep({"records/a": 1})
    state = states.wait_for(NotSaved)
    assert isinstance(state, NotSaved)
    assert says in state.reason
    assert before <= state.since <= time.monotonic()
    disk.mend()
    states.wait_for(Saved)
    assert session.close(LONG)
    assert [type(each) for each in states.seen if not isinstance(each, Saving)] == [NotSaved, Saved]


def test_closing_is_refused_while_words_are_unsaved_and_the_session_goes_on(tmp_path: Path) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    session = store.create(a_document())
    assert session.flush(LONG)
    disk.fail("write", errno.ENOSPC)
    session.keep({"records/a": 1})
    assert not session.close(0.05)
    session.keep({"records/b": 2})
    disk.mend()
    assert session.close(LONG)
    assert words(store) == {"records/a": 1, "records/b": 2}


def test_the_whole_session_can_be_saved_elsewhere_and_goes_on_there(tmp_path: Path) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    session = store.create(a_document())
    assert session.flush(LONG)
    disk.fail("write", errno.ENOSPC, under="sessions")
    states = States(session)
    session.keep({"records/a": 1})
    states.wait_for(NotSaved)
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = session.save_elsewhere(stick)
    assert session.state == Saved(copy)
    session.keep({"records/b": 2})
    assert session.flush(LONG)
    assert b'"b": 2' in copy.read_bytes()
    session.discard()


def test_a_folder_that_cannot_take_it_either_is_said(tmp_path: Path) -> None:
    disk = FakeDisk()
    session = a_store(tmp_path, disk).create(a_document())
    disk.fail("create", errno.EACCES)
    with pytest.raises(UserError, match="not allowed"):
        session.save_elsewhere(tmp_path)
    disk.mend()
    assert session.close(LONG)


@pytest.mark.parametrize("kind", ["write", "flush", "replace", "flush_folder"])
def test_a_slow_disk_never_makes_a_key_wait(tmp_path: Path, kind: str) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    session = store.create(a_document())
    assert session.flush(LONG)
    with disk.held(kind) as waiting:
        session.keep({"records/first": 0})
        session.compact()
        assert waiting.wait(LONG)
        for number in range(200):  # these all come back while the disk does not
            session.keep({f"records/n{number % 20}": number})
        assert not session.flush(0.01)
        assert session.state == Saving()
    assert session.flush(LONG)
    assert session.close(LONG)
    assert len(words(store)) == 21


def test_while_a_flush_is_slow_words_still_reach_the_journal(tmp_path: Path) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    session = store.create(a_document())
    assert session.flush(LONG)
    with disk.held("flush") as waiting:
        session.keep({"records/a": 1})
        assert waiting.wait(LONG)
        session.keep({"records/b": 2})
        while store.read("last").document["records"] != {"a": 1, "b": 2}:
            time.sleep(0.001)  # the test's own time limit ends this if it never comes
    assert session.close(LONG)


def test_words_that_come_while_a_snapshot_is_slow_are_not_emptied_with_the_journal(tmp_path: Path) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    assert store.create(a_document()).close(LONG)
    session = store.open("last")
    session.keep({"records/a": 1})
    assert session.flush(LONG)
    with disk.held("replace") as waiting:
        session.compact()
        assert waiting.wait(LONG)
        session.keep({"records/b": 2})
        while store.read("last").document["records"] != {"a": 1, "b": 2}:
            time.sleep(0.001)  # the test's own time limit ends this if it never comes
    assert session.flush(LONG)
    session.discard()
    recovered = store.read("last")
    assert recovered.document["records"] == {"a": 1, "b": 2}
    assert recovered.notices == ()
    assert not recovered.foreign


@pytest.mark.parametrize("kind", ["write", "flush"])
def test_a_disk_that_never_answers_is_told_of(tmp_path: Path, kind: str) -> None:
    disk = FakeDisk()
    pace = Pace(flush=0.0, retry=0.01, silence=0.02)
    session = a_store(tmp_path, disk, pace=pace).create(a_document())
    assert session.flush(LONG)
    states = States(session)
    with disk.held(kind):
        session.keep({"records/a": 1})
        state = states.wait_for(NotSaved)
        assert isinstance(state, NotSaved)
        assert "has not answered" in state.reason
    assert session.close(LONG)


def test_writes_cut_short_are_put_together(tmp_path: Path) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    session = store.create(a_document())
    disk.short_writes = True
    session.keep(WORDS)
    session.compact()
    assert session.flush(LONG)
    assert session.close(LONG)
    assert words(store) == WORDS


def test_after_a_failed_flush_the_same_file_is_never_flushed_again(tmp_path: Path) -> None:
    disk = FakeDisk()
    session = a_store(tmp_path, disk).create(a_document())
    assert session.flush(LONG)
    fault = disk.fail("flush", errno.EIO, times=1, under=".journal")
    session.keep({"records/a": 1})
    assert fault.struck.wait(LONG)
    assert session.flush(LONG)
    begun = [op.node for op in disk.ops if op.kind == "flush-begins"]
    ended = [op.node for op in disk.ops if op.kind == "flush"]
    failed = list({node for node in begun if begun.count(node) > ended.count(node)})
    assert len(failed) == 1
    last_try = max(index for index, op in enumerate(disk.ops) if op.kind == "flush-begins" and op.node == failed[0])
    assert not [op for op in disk.ops[last_try + 1 :] if op.node == failed[0] and op.kind.startswith("flush")]
    assert session.close(LONG)


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EACCES, errno.EROFS, errno.ENOSYS])
def test_a_disk_without_locks_opens_for_reading_and_says_why(tmp_path: Path, number: int) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    assert store.create(a_document()).close(LONG)
    disk.fail("lock", number)
    session = store.open("last")
    assert session.read_only is not None
    assert "cannot be locked" in session.read_only
    with pytest.raises(UserError, match="reading only"):
        session.keep({"records/a": 1})


def test_a_new_session_on_a_disk_without_locks_is_kept_in_memory_until_there_are_some(tmp_path: Path) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    disk.fail("lock", errno.ENOLCK)
    session = store.create(a_document())
    session.keep({"records/a": 1})
    session.compact()
    states = States(session)
    states.wait_for(NotSaved)
    disk.mend()
    assert session.close(LONG)
    assert words(store) == {"records/a": 1}


def test_a_home_that_is_pulled_out_is_not_made_anew_somewhere_else(tmp_path: Path) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    session = store.create(a_document())
    assert session.flush(LONG)
    states = States(session)
    home = store.home.root
    home.rename(tmp_path / "pulled out")
    session.keep({"records/a": 1})
    session.compact()
    states.wait_for(NotSaved)
    assert not home.exists()
    (tmp_path / "pulled out").rename(home)
    assert session.close(LONG)
    assert words(store) == {"records/a": 1}


def test_a_fault_while_reading_is_said_and_harms_nothing(tmp_path: Path) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    assert store.create(a_document()).close(LONG)
    path = store.find("last")
    disk.fail("read", errno.EIO)
    with pytest.raises(UserError, match="the disk reports a fault"):
        store.open(path)
    (listed,) = store.listing()
    assert listed.unreadable is not None
    disk.mend()
    assert store.open(path).close(LONG)


def test_amend_says_so_when_the_disk_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coachtui.store.sessions.PATIENCE", 0.05)
    disk = FakeDisk()
    store = a_store(tmp_path, disk, pace=QUICK)
    assert store.create(a_document()).close(LONG)
    disk.fail("write", errno.ENOSPC)
    with pytest.raises(UserError, match="the disk is full"):
        store.amend("last", lambda document: {"records/a": 1})
    disk.mend()
    store.amend("last", lambda document: {"records/b": 2})
    assert words(store)["records/b"] == 2
