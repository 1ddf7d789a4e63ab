"""A real disk of 128 kB that really is full. Only where the test may mount one; elsewhere it is skipped."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.workshop import LONG, States, a_document, a_store, beside

from coachtui.store.state import NotSaved, Saved


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A mounted disk of 128 kB."""
    if sys.platform != "linux":
        pytest.skip("only on Linux")
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(place)]
    try:
        made = subprocess.run(mount, capture_output=True, check=False, timeout=20).returncode == 0
    except OSError:
        made = False
    if not made:
        pytest.skip("may not mount a disk here")
    yield place
    subprocess.run(["umount", "-l", str(place)], capture_output=True, check=False, timeout=20)


def fill(filler: Path) -> None:
    """Write until there is no room."""
    with filler.open("wb", buffering=0) as file:
        for _ in range(1000):
            try:
                file.write(b"x" * 1024)
            except OSError:
                return


def test_a_full_disk_is_told_of_and_nothing_is_lost_when_there_is_room_again(small_disk: Path) -> None:
    store = a_store(small_disk)
    session = store.create(a_document())
    assert session.flush(LONG)
    filler = small_disk / "filler"
    fill(filler)
    states = States(session)
    for number in range(200):
        session.keep({f"records/r{number}": "words " * 20})
    state = states.wait_for(NotSaved)
    assert isinstance(state, NotSaved)
    assert "the disk is full" in state.reason
    assert not session.close(0.05)
    filler.unlink()
    states.wait_for(Saved)
    assert session.close(LONG)
    assert len(store.read("last").document["records"]) == 200
    assert beside(session.path) == {session.path.name}
