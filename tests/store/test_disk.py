"""The calls to the operating system: modes, odd files, and Windows' habit of holding files."""

import errno
import os
import stat
from pathlib import Path

import pytest
from tests.faults.fake_disk import WindowsDisk
from tests.store.workshop import LONG, a_document, a_store

from coachtui.store.disk import PATIENCE, Disk, OddFileError
from coachtui.store.windows import on_console_close


@pytest.mark.parametrize("umask", [0, 0o022, 0o777])
def test_every_file_and_folder_is_for_its_owner_only_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        store = a_store(tmp_path)
        session = store.create(a_document())
        assert session.flush(LONG)
        open_modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in session.path.parent.iterdir()}
        session.keep({"records/a": 1})
        assert session.close(LONG)
    finally:
        os.umask(before)
    assert {0o600} == set(open_modes.values())
    assert len(open_modes) == 3
    for path in [*store.home.root.rglob("*"), *store.home.state.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_a_file_that_is_none_is_refused_with_a_reason(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/etc/passwd")
    with pytest.raises(OddFileError) as pipe:
        Disk().read(tmp_path / "pipe", 100)
    assert "not an ordinary file" in pipe.value.reason
    with pytest.raises(OddFileError):
        Disk().read(tmp_path, 100)
    with pytest.raises(OSError, match="symbolic") as link:
        Disk().read(tmp_path / "link", 100)
    assert link.value.errno == errno.ELOOP


def test_a_file_may_be_as_large_as_the_limit_and_not_a_byte_more(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x" * 100)
    assert len(Disk().read(tmp_path / "file", 100)) == 100
    with pytest.raises(OddFileError):
        Disk().read(tmp_path / "file", 99)


def test_where_there_are_no_hard_links_a_copy_is_made(tmp_path: Path) -> None:
    class NoLinks(Disk):
        def hard_link(self, source: Path, target: Path) -> None:
            raise OSError(errno.EPERM, "no links here")

    (tmp_path / "one").write_bytes(b"words")
    NoLinks().link(tmp_path / "one", tmp_path / "two")
    assert (tmp_path / "two").read_bytes() == b"words"
    store = a_store(tmp_path / "whole", NoLinks())
    session = store.create(a_document())
    assert session.flush(LONG)
    session.keep({"records/a": 1})
    assert session.close(LONG)
    assert store.read("last").document["records"] == {"a": 1}


def test_windows_holding_a_file_for_a_moment_is_waited_out(tmp_path: Path) -> None:
    disk = WindowsDisk(held_for=3)
    (tmp_path / "new").write_bytes(b"new")
    disk.replace(tmp_path / "new", tmp_path / "old")
    assert disk.pauses == list(PATIENCE[:3])
    assert (tmp_path / "old").read_bytes() == b"new"


def test_windows_holding_a_file_for_long_is_an_error_and_then_got_over(tmp_path: Path) -> None:
    disk = WindowsDisk(held_for=6)
    (tmp_path / "new").write_bytes(b"new")
    with pytest.raises(PermissionError):
        disk.replace(tmp_path / "new", tmp_path / "old")
    assert disk.pauses == list(PATIENCE)
    disk.left = 20
    store = a_store(tmp_path / "whole", disk)
    session = store.create(a_document())
    session.keep({"records/a": 1})
    assert session.close(LONG)
    assert store.read("last").document["records"] == {"a": 1}


def test_a_real_refusal_is_not_tried_again(tmp_path: Path) -> None:
    class Refusing(WindowsDisk):
        def rename(self, source: Path, target: Path) -> None:
            raise PermissionError(errno.EACCES, "no")

    disk = Refusing(0)
    with pytest.raises(PermissionError):
        disk.replace(tmp_path / "a", tmp_path / "b")
    assert disk.pauses == []


def test_the_console_handler_is_only_for_windows() -> None:
    assert on_console_close(lambda: None) is (os.name == "nt")
