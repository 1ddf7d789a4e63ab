"""What is taken away for good is in no file of the home any more, and one whole file is there at every moment."""

import random
import shutil
import time
from pathlib import Path

import pytest
from tests.faults.crash_states import crash, rebuild
from tests.faults.fake_disk import FakeDisk
from tests.store.workshop import LONG, SOAK, a_document, a_store

from coachtui.store.layout import Files
from coachtui.store.sessions import Store

OLD, NEW = "wordsfromearlier", "wordsfromnow"


def begun(store: Store) -> Path:
    """A session that was closed twice, so that an older copy lies in the state folder."""
    session = store.create(a_document())
    session.keep({"records/a": {"text": OLD}})
    assert session.close(LONG)
    again = store.open(session.path)
    again.keep({"records/b": {"text": "more"}})
    assert again.close(LONG)
    assert (store.home.previous / session.path.name).exists()
    return session.path


def files_with(words: str, folder: Path) -> list[str]:
    """The files below a folder that hold these words."""
    return sorted(one.name for one in folder.rglob("*") if one.is_file() and words.encode() in one.read_bytes())


def test_while_the_session_is_open_it_is_gone_at_once(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    path = begun(store)
    session = store.open(path)
    session.keep({"records/b": {"text": "half"}})
    session.compact()
    session.keep({"records/a": {"text": NEW}})
    session.forget_older()
    until = time.monotonic() + LONG
    while files_with(OLD, tmp_path):
        assert time.monotonic() < until
        time.sleep(0.001)
    assert files_with(NEW, tmp_path) == [path.name]
    session.keep({"records/b": {"text": "whole"}})
    assert session.close(LONG)
    assert files_with(OLD, tmp_path) == []


def test_a_change_to_a_closed_session_leaves_no_older_copy(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    path = begun(store)
    store.amend(path, lambda _: {"records/a": {"text": NEW}}, forget=True)
    assert files_with(OLD, tmp_path) == []
    assert files_with(NEW, tmp_path) == [path.name]
    store.amend(path, lambda _: {"records/b": {"text": "once more"}})
    assert files_with(NEW, tmp_path) == sorted([path.name] * 2)


def test_where_the_copy_cannot_be_removed_it_is_tried_again_and_nothing_else_suffers(tmp_path: Path) -> None:
    disk = FakeDisk()
    store = a_store(tmp_path, disk)
    path = begun(store)
    session = store.open(path)
    session.keep({"records/a": {"text": NEW}})
    disk.fail("remove", 13, under="previous")
    session.forget_older()
    assert session.flush(LONG)
    session.keep({"records/b": {"text": "goes on"}})
    assert session.flush(LONG)
    disk.mend()
    session.keep({"records/b": {"text": "goes on further"}})
    assert session.close(LONG)
    assert files_with(OLD, tmp_path) == []
    assert files_with("goes on further", tmp_path) == [path.name]


@pytest.mark.parametrize("seed", range(4))
def test_at_every_crash_one_whole_file_is_there_and_after_it_was_told_nothing_old(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    disk = FakeDisk()
    store = a_store(tmp_path / "real", disk)
    path = begun(store)
    disk.mark("begun")
    start = len(disk.ops)
    session = store.open(path)
    session.keep({"records/b": {"text": "half"}})
    session.compact()
    assert session.flush(LONG)
    session.keep({"records/a": {"text": NEW}})
    session.forget_older()
    assert session.close(LONG)
    disk.mark("gone")
    again = store.open(path)
    again.keep({"records/c": {"text": "later"}})
    assert again.close(LONG)
    for number in range(40 * SOAK):
        point = dice.randint(start, len(disk.ops))
        place = tmp_path / "after"
        rebuild(crash(disk.ops, point, dice), tmp_path / "real", place)
        (found,) = a_store(place).listing()
        assert found.document is not None, (number, point, found.unreadable)
        told = any(op.kind == "mark" and op.note == "gone" for op in disk.ops[:point])
        assert found.document["records"]["a"]["text"] == NEW or (not told and OLD in str(found.document))
        assert not (told and files_with(OLD, place)), (number, point)
        shutil.rmtree(place)


def test_the_original_of_an_older_format_goes_too(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    path = begun(store)
    Files.of(path).bak.write_bytes(path.read_bytes())
    store.amend(path, lambda _: {"records/a": {"text": NEW}}, forget=True)
    assert files_with(OLD, tmp_path) == []
