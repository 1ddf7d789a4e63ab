"""Ended in the middle of recovery, and again in the middle of the next one, ten deep: nothing that was saved is lost."""

import random
import shutil
from pathlib import Path

import pytest
from tests.faults.crash_states import crash, rebuild
from tests.faults.fake_disk import FakeDisk
from tests.faults.test_crash_states import Talk, counts, judge
from tests.store.workshop import SOAK, a_store

CHAINS = 20 * SOAK
DEPTH = 10


class Sure(random.Random):
    """Dice that always fall so that all that was done is on the disk: a kill, not a power cut."""

    def random(self) -> float:
        return 0.0

    def randint(self, a: int, b: int) -> int:
        return b


def moments(talk: Talk, dice: random.Random) -> None:
    """Take it up, and perhaps get as far as a few words."""
    talk.resume()
    for _ in range(dice.randint(0, 3)):
        talk.say(*dice.sample("abcdef", dice.randint(1, 3)))
        if dice.random() < 0.5:
            talk.confirm()
        if dice.random() < 0.3 and talk.session is not None:
            talk.session.compact()
    talk.end() if dice.random() < 0.1 else talk.kill()


@pytest.mark.parametrize("seed", range(4))
def test_recovery_that_never_gets_to_its_end_loses_nothing(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    for chain in range(CHAINS // 4):
        place = tmp_path / f"{chain}"
        disk = FakeDisk()
        talk = Talk(disk, a_store(place, disk))
        talk.begin()
        talk.say("a", "b")
        talk.confirm()
        talk.kill()
        for depth in range(DEPTH):
            disk = FakeDisk()
            disk.found(place)
            begun = len(disk.ops)
            talk.disk, talk.store = disk, a_store(place, disk)
            there = counts(talk.store.read("last").document)
            talk.said = dict(there)
            moments(talk, dice)
            point = dice.randint(begun, len(disk.ops))
            confirmed = next((op.note for op in reversed(disk.ops[:point]) if op.kind == "mark"), there)
            after = tmp_path / f"{chain}-{depth}"
            rebuild(crash(disk.ops, point, Sure() if dice.random() < 0.5 else dice), place, after)
            shutil.rmtree(place)
            place = after
            assert judge(place, confirmed, talk.said) == [], (chain, depth)
        shutil.rmtree(place)
