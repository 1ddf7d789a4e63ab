"""The power fails at any moment: whatever the disk kept, nothing that was shown as saved is missing or torn."""

import json
import random
import shutil
from pathlib import Path

import pytest
from tests.faults.crash_states import crash, rebuild
from tests.faults.fake_disk import FakeDisk
from tests.store.workshop import LONG, SOAK, a_document, a_store

from coachtui.store.keeper import OpenSession
from coachtui.store.people import People
from coachtui.store.sessions import Store
from coachtui.store.vault import Plain

STATES = 500 * SOAK


class Talk:
    """Words kept in a session; each new value of a path is larger than the one before."""

    def __init__(self, disk: FakeDisk, store: Store) -> None:
        self.disk = disk
        self.store = store
        self.said: dict[str, int] = {}
        self.session: OpenSession | None = None

    def begin(self) -> None:
        self.session = self.store.create(a_document())
        self.confirm()

    def say(self, *keys: str) -> None:
        assert self.session is not None
        for key in keys:
            self.said[key] = self.said.get(key, 0) + 1
            self.session.keep({f"records/{key}": {"count": self.said[key], "fill": "x" * 40 * self.said[key]}})

    def confirm(self) -> None:
        assert self.session is not None
        assert self.session.flush(LONG)
        self.disk.mark(dict(self.said))

    def end(self) -> None:
        assert self.session is not None
        assert self.session.close(LONG)
        self.disk.mark(dict(self.said))

    def kill(self) -> None:
        assert self.session is not None
        self.session.discard()

    def resume(self) -> None:
        self.session = self.store.open("last")
        assert self.session.read_only is None


def play(talk: Talk, dice: random.Random) -> None:
    """A whole conversation with compactions, a kill, resumings and another program at the file."""
    talk.begin()
    for part in range(6):
        for _ in range(dice.randint(1, 4)):
            talk.say(*dice.sample("abcdef", dice.randint(1, 3)))
            if dice.random() < 0.5:
                talk.confirm()
        if dice.random() < 0.6 and talk.session is not None:
            talk.session.compact()
            talk.say("z")
        talk.confirm()
        if part in {1, 3}:
            talk.end() if dice.random() < 0.5 else talk.kill()
            talk.resume()
    talk.end()


def counts(document: dict[str, dict[str, dict[str, int]]]) -> dict[str, int]:
    return {key: record["count"] for key, record in document["records"].items()}


@pytest.mark.parametrize("seed", range(10))
def test_nothing_that_was_saved_is_lost_in_any_state_of_the_disk(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    disk = FakeDisk()
    talk = Talk(disk, a_store(tmp_path / "real", disk))
    play(talk, dice)
    root = tmp_path / "real"
    bad: list[str] = []
    for number in range(STATES // 10):
        point = dice.randint(1, len(disk.ops))
        state = crash(disk.ops, point, dice)
        confirmed = next((op.note for op in reversed(disk.ops[:point]) if op.kind == "mark"), None)
        place = tmp_path / "after"
        rebuild(state, root, place)
        bad += [f"state {number} at {point}: {what}" for what in judge(place, confirmed, talk.said)]
        shutil.rmtree(place, ignore_errors=True)
    assert bad == []


def judge(place: Path, confirmed: object, said: dict[str, int]) -> list[str]:
    """What is wrong with a state of the disk: unreadable, or something saved is missing or was never said."""
    found = a_store(place).listing()
    if confirmed is None:
        return [each.unreadable for each in found if each.unreadable]
    if len(found) != 1 or found[0].document is None:
        return [f"{len(found)} sessions, {[each.unreadable for each in found]}"]
    assert isinstance(confirmed, dict)
    have = counts(found[0].document)
    missing = {key: (least, have.get(key)) for key, least in confirmed.items() if have.get(key, 0) < least}
    beyond = {key: count for key, count in have.items() if count > said[key]}
    torn = [key for key, record in found[0].document["records"].items() if len(record["fill"]) != 40 * record["count"]]
    return [f"{missing=} {beyond=} {torn=}"] if missing or beyond or torn else []


@pytest.mark.parametrize("seed", range(4))
def test_recovering_twice_gives_the_same_and_resuming_after_it_loses_nothing(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    disk = FakeDisk()
    talk = Talk(disk, a_store(tmp_path / "real", disk))
    play(talk, dice)
    for number in range(5 * SOAK):
        point = dice.randint(len(disk.ops) // 3, len(disk.ops))
        place = tmp_path / f"after-{number}"
        rebuild(crash(disk.ops, point, dice), tmp_path / "real", place)
        store = a_store(place)
        first, second = store.read("last"), store.read("last")
        assert first == second
        session = store.open("last")
        session.keep({"records/new": {"count": 1}})
        assert session.close(LONG)
        after = store.read("last").document
        assert after["records"] == {**first.document["records"], "new": {"count": 1}}
        assert not [path.name for path in session.path.parent.iterdir() if path.suffix in {".journal", ".lock", ".tmp"}]


@pytest.mark.parametrize("seed", range(4))
def test_another_programs_version_and_ours_both_survive_every_crash(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    disk = FakeDisk()
    talk = Talk(disk, a_store(tmp_path / "real", disk))
    talk.begin()
    talk.say("a", "b")
    assert talk.session is not None
    talk.session.compact()
    talk.say("a")
    talk.confirm()
    path = talk.session.path
    theirs = json.loads(path.read_bytes())
    theirs["records"]["a"] = {"count": 999, "fill": "theirs"}
    disk.foreign_write(path, json.dumps(theirs).encode())
    disk.mark("foreign")
    begun = len(disk.ops)
    early = sum(1 for op in disk.ops if op.kind == "mark" and isinstance(op.note, dict))
    talk.say("a", "c")
    talk.confirm()
    talk.session.compact()
    talk.say("c")
    talk.end()
    for number in range(20 * SOAK):
        point = dice.randint(begun, len(disk.ops))
        marks = [op.note for op in disk.ops[:point] if op.kind == "mark" and isinstance(op.note, dict)]
        place = tmp_path / f"after-{number}"
        rebuild(crash(disk.ops, point, dice), tmp_path / "real", place)
        raw = [file.read_bytes() for file in (place / "home/sessions/2026").glob("*.json")]
        assert json.dumps(theirs).encode() in raw
        documents = [each.document for each in a_store(place).listing()]
        ours = [counts(each) for each in documents if each is not None]
        for key, least in marks[-1].items():
            if key == "a" and len(marks) == early:
                continue  # they wrote over it on purpose, and the power failed before we confirmed anything after that
            assert any(least <= have.get(key, 0) < 999 for have in ours), (number, point, key, ours)
        shutil.rmtree(place)


@pytest.mark.parametrize("seed", range(3))
def test_the_list_of_people_is_whole_after_every_crash(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    disk = FakeDisk()
    store = a_store(tmp_path / "real", disk)
    people = People(store.home.people, disk, Plain(), store._mint, store._clock)
    for number in range(5):
        people.add(f"p{number}", "Coachee")
        disk.mark(number + 1)
    for _ in range(30 * SOAK):
        point = dice.randint(1, len(disk.ops))
        least = next((op.note for op in reversed(disk.ops[:point]) if op.kind == "mark"), 0)
        place = tmp_path / "after"
        rebuild(crash(disk.ops, point, dice), tmp_path / "real", place)
        again = People(place / "home/people.json", disk, Plain(), store._mint, store._clock)
        assert isinstance(least, int)
        assert least <= len(again.people()) <= 5
        shutil.rmtree(place, ignore_errors=True)
