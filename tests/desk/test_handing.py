"""Handing a conversation over: where the file goes, and what a bad disk leaves behind."""

import errno
import stat
from pathlib import Path

import pytest
from tests.faults.fake_disk import FakeDisk
from tests.report.handed.rich import rich

from coachtui.desk.handing import (
    Handing,
    choices,
    file_for,
    hand_over,
    handing_with,
    suggested,
)
from coachtui.desk.places import usual_folder
from coachtui.errors import UserError
from coachtui.report.handed import written


def given(audience: str = "coachee") -> Handing:
    """The made-up conversation, for a reader."""
    session, before = rich()
    return handing_with(session, before, audience)


def test_everybody_a_copy_can_be_made_for() -> None:
    session, _ = rich()
    told = {one.audience: one.agreed for one in choices(session)}
    assert told["line manager"] == (
        "that we meet, what it is about, what was promised; ask first: what is said, the numbers"
    )
    assert told["coachee"] == "everything but what is kept private"
    assert told["SLT"] == told["anyone"] == "nothing"


@pytest.mark.parametrize("ending", [".md", ".html", ".json", ".ics"])
def test_the_file_holds_what_the_writer_gave(tmp_path: Path, ending: str) -> None:
    path = hand_over(FakeDisk(), given(), tmp_path / f"notes{ending}")
    assert path.read_bytes() == written(given().shared, ending)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("kind", ["create", "write", "flush", "flush_folder"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
def test_a_bad_disk_leaves_nothing_lying_about(tmp_path: Path, kind: str, number: int) -> None:
    disk = FakeDisk()
    disk.short_writes = True
    disk.fail(kind, number)
    with pytest.raises(UserError, match=r"could not be written: .*Nothing was handed over"):
        hand_over(disk, given(), tmp_path / "notes.html")
    assert list(tmp_path.iterdir()) == []
    disk.mend()
    assert hand_over(disk, given(), tmp_path / "notes.html").read_bytes() == written(given().shared, ".html")


def test_what_is_there_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match="is there already"):
        hand_over(FakeDisk(), given(), path)
    assert path.read_text(encoding="utf-8") == "mine"


def test_the_usual_folder(tmp_path: Path) -> None:
    assert usual_folder(tmp_path) == tmp_path
    (tmp_path / "Documents").mkdir()
    assert usual_folder(tmp_path) == tmp_path / "Documents"
    (tmp_path / "Desktop").mkdir()
    assert suggested(tmp_path, ".md") == tmp_path / "Desktop" / "notes.md"


def test_where_a_file_goes(tmp_path: Path) -> None:
    kept, folder = tmp_path / "sessions", tmp_path / "out"
    for one in (kept, folder):
        one.mkdir()
    assert file_for(folder, kept) == folder / "notes.html"
    assert file_for(folder / "mine", kept, ".md") == folder / "mine.md"
    assert file_for(folder / "mine.json", kept, ".md") == folder / "mine.json"
    (tmp_path / "link").symlink_to(kept)
    for wrong in (kept, kept / "2026", kept / "x.md", tmp_path / "link" / "x.md", folder / ".." / "sessions" / "x.md"):
        with pytest.raises(UserError):
            file_for(wrong, kept)
