"""The list of people: ids minted once, names that may be alike, and a file that is never lost."""

import os
import threading
from pathlib import Path

import pytest
from tests.faults.fake_disk import FakeDisk
from tests.store.workshop import counting_mint, ticking_clock

from coachtui.errors import UserError
from coachtui.ids import mint
from coachtui.store.disk import Disk
from coachtui.store.people import People, Person
from coachtui.store.vault import Plain


def a_list(folder: Path, disk: Disk | None = None) -> People:
    return People(folder / "people.json", disk or Disk(), Plain(), counting_mint(), ticking_clock())


def test_people_are_added_resolved_renamed_and_removed(tmp_path: Path) -> None:
    people = a_list(tmp_path)
    assert people.people() == ()
    assert people.resolve("p3") is None
    one = people.add(" P3\t", "Coachee")
    assert (one.name, one.roles) == ("P3", ("Coachee",))
    assert people.resolve("p3") == one
    assert people.resolve(one.id) == one
    assert people.hold(one.id, "Coach").roles == ("Coachee", "Coach")
    assert people.hold(one.id, "Coach").roles == ("Coachee", "Coach")
    assert people.rename(one.id, "Quill") == Person(one.id, "Quill", ("Coachee", "Coach"))
    assert people.resolve("p3") is None
    people.remove(one.id)
    assert people.people() == ()
    assert {path.name for path in tmp_path.iterdir()} == {"people.json"}


def test_two_of_one_name_are_both_given_so_that_one_is_asked_for(tmp_path: Path) -> None:
    people = a_list(tmp_path)
    one, two = people.add("AB"), people.add("AB")
    small = people.add("ab")
    assert one.id != two.id
    assert people.resolve("AB") == (one, two)
    assert people.resolve("ab") == small
    assert people.resolve("aB") == (one, two, small)


@pytest.mark.parametrize("name", ["", "  ", "\x1b\x07", "x" * 81])
def test_a_name_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError):
        a_list(tmp_path).add(name)
    assert not (tmp_path / "people.json").exists()


def test_nobody_of_that_id_is_said(tmp_path: Path) -> None:
    people = a_list(tmp_path)
    with pytest.raises(UserError, match="no such person"):
        people.rename("nobody", "x")


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b'{"format": 1, "people": {}}',
        b'{"format": 2, "people": []}',
        b'{"format": 1, "people": [{"id": "aaaa"}]}',
        b'{"format": 1, "people": [{"id": "../x", "name": "p"}]}',
        b'{"format": 1, "people": [{"id": "aaaa", "name": "p", "roles": "x"}]}',
        b'{"format": 1, "people": [{"id": "aaaa", "name": "p"}, {"id": "aaaa", "name": "q"}]}',
        b"\xff\xfe",
        b"[" * 5000,
    ],
)
def test_a_list_that_cannot_be_read_is_said_and_never_overwritten(tmp_path: Path, text: bytes) -> None:
    people = a_list(tmp_path)
    people.path.write_bytes(text)
    for attempt in (people.people, lambda: people.add("new"), lambda: people.remove("aaaa")):
        with pytest.raises(UserError, match=r"people\.json") as caught:
            attempt()
        assert caught.value.remedy
    assert people.path.read_bytes() == text


def test_a_link_or_a_pipe_is_not_followed(tmp_path: Path) -> None:
    people = a_list(tmp_path)
    os.mkfifo(people.path)
    with pytest.raises(UserError, match="not an ordinary file"):
        people.people()


def test_fields_of_a_later_version_are_kept(tmp_path: Path) -> None:
    people = a_list(tmp_path)
    people.path.write_bytes(b'{"format": 1, "more": 1, "people": [{"id": "aaaa", "name": "p", "colour": "red"}]}')
    people.rename("aaaa", "q")
    people.add("r")
    text = people.path.read_text()
    assert '"colour": "red"' in text
    assert '"more": 1' in text
    assert [each.name for each in people.people()] == ["q", "r"]


def test_a_disk_that_refuses_leaves_the_list_as_it_was(tmp_path: Path) -> None:
    disk = FakeDisk()
    people = a_list(tmp_path, disk)
    one = people.add("p1")
    for kind in ("create", "write", "flush", "replace", "lock"):
        disk.fail(kind, 28)
        with pytest.raises(UserError, match="the disk is full"):
            people.add("p2")
        disk.mend()
    assert people.people() == (one,)
    assert {path.name for path in tmp_path.iterdir()} == {"people.json"}


def test_many_windows_may_add_at_once(tmp_path: Path) -> None:
    def add(number: int) -> None:
        People(tmp_path / "people.json", Disk(), Plain(), mint, ticking_clock()).add(f"p{number}")

    threads = [threading.Thread(target=add, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {each.name for each in a_list(tmp_path).people()} == {f"p{number}" for number in range(8)}


def test_two_windows_that_enter_the_same_new_name_at_the_same_moment_enter_one_person(tmp_path: Path) -> None:
    ready, found = threading.Barrier(8), list[object]()

    def enter(number: int) -> None:
        people = People(tmp_path / "people.json", Disk(), Plain(), mint, ticking_clock())
        assert people.resolve("Sam") is None
        ready.wait()  # each has looked, and nobody of them has entered anything yet
        found.append(people.enter("sam" if number % 2 else "Sam", "Coach"))

    threads = [threading.Thread(target=enter, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    [one] = a_list(tmp_path).people()
    assert found == [one] * 8


def test_entering_a_name_that_several_have_gives_them_all(tmp_path: Path) -> None:
    people = a_list(tmp_path)
    both = (people.add("AB"), people.add("AB"))
    assert people.enter("AB", "Coach") == both
    assert people.people() == both
