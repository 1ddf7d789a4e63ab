"""Deleting: what is left of a conversation, and of the names in it."""

from pathlib import Path

from tests.desk.test_desk import LATER, TWO, closed, desk_of

from coachtui.desk import Desk
from coachtui.desk.deleting import delete, take_out
from coachtui.desk.tending import rename


def names(desk: Desk) -> list[str]:
    """Everybody in the list."""
    return [one.name for one in desk.naming.list.people()]


def test_a_name_is_offered_once_its_last_conversation_is_gone(person: Path) -> None:
    desk = desk_of(person)
    first = closed(desk.start("grow", TWO), "/park an idea")
    second = closed(desk.start("grow", [("p3", None), ("p9", None)]), "/park an idea")
    gone = delete(desk, first.kept.path)
    assert gone.names == "p7"
    take_out(desk, gone.unused)
    assert names(desk) == ["p3", "p9"]
    assert delete(desk, second.kept.path).names == "p3, p9"


def test_where_a_file_cannot_be_read_no_name_is_taken_for_unused(person: Path) -> None:
    desk = desk_of(person)
    path = closed(desk.start("grow", TWO), "/park an idea").kept.path
    path.with_name("2026-01-01-0900-grow-brok.json").write_text("{ nothing", encoding="utf-8")
    assert delete(desk, path).unused == ()
    assert names(desk) == ["p3", "p7"]


def test_after_a_name_was_corrected_no_file_has_the_old_one(person: Path) -> None:
    desk = desk_of(person)
    closed(desk.start("grow", [("Zacharias", None), ("p7", None)]), "/park an idea", "/park another")
    later = desk_of(person, LATER, 500)
    again = later.resume("last")
    again.talk.line("/park a third")
    assert again.close()
    rename(later, "Zacharias", "p3")
    assert [one for one in person.rglob("*") if one.is_file() and b"Zacharias" in one.read_bytes()] == []


def test_after_an_earlier_wording_was_taken_away_no_file_has_it(person: Path) -> None:
    desk = desk_of(person)
    closed(desk.start("grow", TWO), "/go goal", "wordsfromearlier")
    again = desk_of(person, LATER, 500).resume("last")
    for line in ("/go goal", "/edit 1 something else altogether", "/forget 1", "y"):
        reply = again.talk.line(line)
        assert not reply.problem, reply.problem
    assert again.close()
    assert [one for one in person.rglob("*") if one.is_file() and b"wordsfromearlier" in one.read_bytes()] == []
