"""A home with many conversations of other people: what is opened reads its own people's files whole, and no others."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.desk.test_desk import LATER, TWO, desk_of, held

from coachtui.desk import Conversation
from coachtui.errors import UserError
from coachtui.library.before import LOOKS
from coachtui.store.layout import Files
from coachtui.store.recovery import Recovered, recover

OTHERS = 30


def copied(held: Conversation, session: str, people: tuple[str, str] | None = None, **changes: Any) -> Path:
    """The same conversation once more, under another id, with other values and other people (coachee and coach)."""
    path = held.kept.path
    text = path.read_text(encoding="utf-8")
    for one, other in zip(held.session.people, people or (), strict=False):
        text = text.replace(one.id, other)
    made = path.with_name(f"{path.stem[:15]}-grow-{session}.json")
    made.write_text(json.dumps({**json.loads(text), "id": session, **changes}, indent=2), encoding="utf-8")
    return made


@pytest.fixture
def mine(person: Path) -> Conversation:
    """An open conversation of two people, among many that others held with the same coach."""
    first = held(desk_of(person), "How to say no", "/end", "/end")
    coach = first.session.coach
    assert coach is not None
    for number in range(OTHERS):
        copied(first, f"many{number}", (f"other{number}", coach.id))
    return held(desk_of(person, LATER, 500), "And again")


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read whole from here on."""
    read: list[str] = []

    def counted(disk: Any, vault: Any, files: Files, *more: Any) -> Recovered:
        read.append(files.stem)
        return recover(disk, vault, files, *more)

    monkeypatch.setattr("coachtui.store.sessions.recover", counted)
    return read


def of_others(read: list[str]) -> list[str]:
    """Those among them that are none of this test's two people's."""
    return [one for one in read if "-many" in one]


def test_going_on_reads_no_conversation_of_other_people(person: Path, mine: Conversation, whole: list[str]) -> None:
    again = desk_of(person, LATER, 600).resume()
    assert again.id == mine.id
    assert len(again.past.sessions) == 1
    assert of_others(whole) == []
    assert len(whole) < 8
    again.close()


def test_beginning_and_following_read_no_conversation_of_other_people(
    person: Path, mine: Conversation, whole: list[str]
) -> None:
    desk = desk_of(person, LATER, 600)
    for begun in (desk.start("grow", TWO), desk.start("grow", follow=mine.id), desk.resume(mine.id)):
        assert begun.past.sessions
        begun.close()
    assert of_others(whole) == []


def test_the_tour_and_new_people_read_nothing_whole(person: Path, mine: Conversation, whole: list[str]) -> None:
    desk = desk_of(person, LATER, 600)
    for begun in (desk.start("tour"), desk.start("grow", [("quite new", None), ("new as well", None)])):
        assert begun.past.sessions == ()
        begun.close()
    assert of_others(whole) == []
    assert mine.kept.path.stem not in whole


def test_of_two_versions_of_an_open_one_the_person_is_asked(person: Path, mine: Conversation) -> None:
    copied(mine, mine.id, seq=1)
    with pytest.raises(UserError, match="two versions"):
        desk_of(person, LATER, 600).resume()


def test_a_version_that_was_ended_later_says_that_it_is_not_open(person: Path, mine: Conversation) -> None:
    copied(mine, mine.id, seq=9999, ended="2026-12-05T17:00:00+00:00")
    with pytest.raises(UserError, match="No conversation is open"):
        desk_of(person, LATER, 600).resume()


@pytest.mark.parametrize("steps", [1, LOOKS, LOOKS + 3])
def test_a_line_of_what_follows_what_is_gone_back_to_its_beginning(
    person: Path, mine: Conversation, steps: int
) -> None:
    """Whoever took part: with every step somebody else, so that each is found by the one behind it only."""
    before: str | None = None
    for step in range(steps):
        copied(
            mine, f"line{step}", (f"new{step}", f"also{step}"), follows=before, started=f"2026-11-0{step + 1}T09:00:00Z"
        )
        before = f"line{step}"
    desk = desk_of(person, "2026-12-06T09:00:00+00:00", 700)
    begun = desk.start("grow", [("quite new", None)], follow=before)
    assert [one.id for one in begun.past.sessions] == [f"line{step}" for step in range(steps)]
    begun.kept.discard()
