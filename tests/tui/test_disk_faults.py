"""A disk that refuses in the middle of a conversation: typing goes on, the screen says so, and nothing is lost after."""

import errno
import json
import os
from pathlib import Path

import pytest
from tests.faults.fake_disk import FakeDisk
from tests.tui.conftest import NOW
from tests.tui.support import entry, look, say, screens, start, until

from coachtui.desk import Desk
from coachtui.store.home import find_home

#: Seconds that a wait for the store's threads may take at most; never a measure.
PATIENCE = 30.0


@pytest.fixture
def disk() -> FakeDisk:
    """A disk that does as it is told."""
    return FakeDisk()


@pytest.fixture
def desk(person: Path, disk: FakeDisk) -> Desk:
    """A desk over that disk."""
    numbers = iter(range(1, 10_000))
    home = find_home(None, os.environ, person, disk)
    return Desk(home, clock=lambda: NOW, mint=lambda: f"{next(numbers):016d}")


FAULTS = {
    "full": ("write", errno.ENOSPC),
    "over its quota": ("write", errno.EDQUOT),
    "read-only": ("create", errno.EROFS),
    "failing at the flush": ("flush", errno.EIO),
    "not to be written": ("replace", errno.EACCES),
}


@pytest.mark.parametrize("fault", FAULTS)
async def test_typing_goes_on_the_screen_says_so_and_all_is_there_once_the_disk_is_back(
    desk: Desk, disk: FakeDisk, fault: str
) -> None:
    conversation = start(desk)
    kind, number = FAULTS[fault]
    async with screens(desk, conversation) as pilot:
        await say(pilot, "/go reality", "before it happened")
        assert conversation.kept.flush(PATIENCE)
        disk.fail(kind, number)
        await say(pilot, "while it refused")
        conversation.kept.compact()
        await pilot.press(*"half a")
        while "NOT SAVED" not in (shown := await look(pilot)):
            # What reached the journal before the disk refused is saved, and said to be; so one more key, until it refuses.
            await pilot.press("x")
        assert "while it refused" in shown
        assert entry(pilot.app).text.startswith("half a")  # after many keys its first row may have gone up
        disk.mend()
        await until(pilot, lambda shown: "NOT SAVED" not in shown)
    text = json.dumps(desk.read("last").document)
    for words in ("before it happened", "while it refused", "half a"):
        assert words in text


async def test_a_disk_that_takes_its_time_holds_up_no_key(desk: Desk, disk: FakeDisk) -> None:
    conversation = start(desk)
    async with screens(desk, conversation) as pilot:
        await say(pilot, "/go reality")
        with disk.held("flush") as waiting:
            await say(pilot, "one", "two", "three")
            conversation.kept.soon()
            while not waiting.is_set():
                await pilot.pause(0.01)
            await pilot.press(*"four")
            shown = await look(pilot)
            assert all(word in shown for word in ("one", "two", "three", "four"))
        assert conversation.kept.flush(PATIENCE)
    assert "four" in json.dumps(desk.read("last").document)


async def test_another_program_at_the_file_is_told_on_the_screen(desk: Desk, person: Path) -> None:
    conversation = start(desk)
    async with screens(desk, conversation) as pilot:
        await say(pilot, "/go reality", "ours")
        assert conversation.kept.flush(PATIENCE)
        conversation.kept.compact()
        assert conversation.kept.flush(PATIENCE)
        path = conversation.kept.path
        document = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps({**document, "minutes": 59}), encoding="utf-8")
        await say(pilot, "ours again")
        conversation.kept.compact()
        assert conversation.kept.flush(PATIENCE)
        await until(pilot, lambda shown: "the list shows both" in shown)
    assert len(list(path.parent.glob("*.json"))) == 2
