"""All sessions side by side: one that cannot be read hides no other, and of two versions the further one counts."""

from pathlib import Path
from typing import Any

from tests.support.held import holding

from coachtui.library.cards import open_count
from coachtui.library.promises import all_actions, still_open
from coachtui.library.shelf import Book, Shelf
from coachtui.session.document import to_document
from coachtui.session.models import Person, Working
from coachtui.session.spot import Spot
from coachtui.session.things import ActionRef

CAL, DOT = Person(id="cal0", name="Cal", role="Coach"), Person(id="dot0", name="Dot", role="Coachee")
EARLY, LATE = "2026-11-07T16:00:00+00:00", "2026-11-21T16:00:00+00:00"


def document(session: str, start: str = EARLY, seq: int = 1) -> dict[str, Any]:
    """A session as its file has it."""
    return {**to_document(Working(holding(session=session, start=start).session, Spot("topic"))), "seq": seq}


def book(held: dict[str, Any], name: str = "a.json") -> Book:
    """It stands on the shelf."""
    return Book(id=str(held.get("id", "")), path=Path(name), document=held)


def test_newest_first_and_the_unreadable_with_their_reason() -> None:
    broken = Book(id="", path=Path("broken.json"), document={}, trouble="broken.json cannot be read: it is not JSON.")
    shelf = Shelf([book(document("aaaa")), broken, book(document("bbbb", LATE))])
    assert [one.id for one in shelf.sessions] == ["bbbb", "aaaa"]
    assert [one.reason for one in shelf.unreadable] == ["broken.json cannot be read: it is not JSON."]


def test_a_field_that_is_not_a_sessions_is_a_reason_and_no_crash() -> None:
    odd = book({**document("aaaa"), "people": 7}, "odd.json")
    assert odd.session is None
    assert "odd.json cannot be read" in odd.reason
    assert "people" in odd.reason
    assert Shelf([odd, book(document("bbbb"))]).get("bbbb") is not None


def test_a_newer_file_is_read_as_far_as_it_is_understood() -> None:
    newer = Book(id="aaaa", path=Path("a.json"), document={**document("aaaa"), "format": 9}, newer="It is newer.")
    assert newer.session is not None
    assert newer.reason == ""
    assert Shelf([newer]).get("aaaa") is newer.session


def test_a_newer_file_that_is_not_understood_says_so_instead_of_being_guessed_at() -> None:
    odd = {**document("aaaa"), "format": 9, "records": {"goal": {"kind": "a tenth kind"}}}
    newer = Book(id="aaaa", path=Path("a.json"), document=odd, newer="It is from a newer coachtui.")
    assert newer.session is None
    assert newer.reason == "It is from a newer coachtui."


def test_of_two_versions_the_further_one_counts_once() -> None:
    behind, ahead = document("aaaa", seq=3), {**document("aaaa", seq=9), "minutes": 60}
    shelf = Shelf([book(ahead, "one.json"), book(behind, "two.json")])
    assert [one.minutes for one in shelf.sessions] == [60]
    assert len(shelf.books) == 2


def test_odd_times_are_no_reason_to_lose_a_session() -> None:
    shelf = Shelf([book({**document("aaaa"), "started": None}), book(document("bbbb"))])
    assert [one.id for one in shelf.sessions] == ["bbbb", "aaaa"]


def test_counting_and_finding_a_past_read_no_other_session_whole() -> None:
    """Home and the beginning of a conversation cost the same however many sessions of other people there are."""
    others = [holding(session=f"other{n}", people=(CAL, DOT), start=EARLY).session for n in range(3)]
    books = [book(to_document(Working(one, Spot("topic"))), f"{one.id}.json") for one in others]
    mine = book(document("aaaa"))
    shelf = Shelf([*books, mine])
    assert len(shelf.cards) == 4
    later = holding(session="bbbb", start=LATE).session
    assert [one.id for one in shelf.related(later)] == ["aaaa"]
    assert [("_read" in vars(one)) for one in (*books, mine)] == [False, False, False, True]


def test_what_is_followed_is_related_whoever_took_part() -> None:
    one = holding(session="aaaa", people=(), start=EARLY).session
    two = holding(session="bbbb", people=(), start=EARLY, follows="aaaa").session
    shelf = Shelf(book(to_document(Working(each, Spot("topic"))), f"{each.id}.json") for each in (one, two))
    later = holding(session="cccc", people=(), start=LATE, follows="bbbb").session
    assert {each.id for each in shelf.related(later)} == {"aaaa", "bbbb"}


def test_a_card_says_what_the_whole_session_says() -> None:
    editor = holding(session="aaaa", start=EARLY)
    editor.say(Spot("topic"), "first words")
    editor.say(Spot("topic"), "How to say no")
    done = editor.commit(Spot("actions"), "ring the parents")
    editor.commit(Spot("actions"), "tidy the desk")
    editor.drop(editor.commit(Spot("actions"), "shout back"))
    later = holding(session="bbbb", start=LATE, follows="aaaa")
    later.report(Spot("look-back/since"), ActionRef(session="aaaa", id=done), "done")
    shelf = Shelf(book(to_document(one.working), f"{one.session.id}.json") for one in (editor, later))
    newest, card = shelf.cards
    assert (card.topic, card.framework_name, card.people) == ("How to say no", "GROW", editor.session.people)
    assert (card.started, card.ended, newest.follows) == (editor.session.started, None, "aaaa")
    assert open_count(shelf.cards) == len(still_open(all_actions(shelf.sessions))) == 1
