"""Opening conversations the way both faces do: begun, kept, followed, swapped, grown from a note, gone on with."""

import json
import os
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.support.fixed_run import NOW, counting

from coachtui.desk import Conversation, Desk, Wish
from coachtui.desk.onward import swapped_chairs
from coachtui.errors import UserError
from coachtui.session.things import Parked
from coachtui.sharing import policy
from coachtui.store.home import find_home

LATER = "2026-12-05T16:00:00+00:00"
TWO = [("p3", None), ("p7", None)]


def desk_of(person: Path, now: str = NOW, first: int = 1) -> Desk:
    """The home of this test, opened."""
    moment = datetime.fromisoformat(now)
    home = find_home(None, os.environ, person)
    return Desk(home, clock=lambda: moment, mint=counting(first), ticks=lambda: 0.0)


@pytest.fixture
def desk(person: Path) -> Desk:
    """The same, as a fixture."""
    return desk_of(person)


def on_disk(conversation: Conversation) -> dict[str, Any]:
    """What the file says once it is closed."""
    document: dict[str, Any] = json.loads(conversation.kept.path.read_text(encoding="utf-8"))
    return document


def roles(conversation: Conversation) -> list[tuple[str, str]]:
    """Who sits where."""
    return [(one.name, one.role) for one in conversation.session.people]


def closed(conversation: Conversation, *lines: str) -> Conversation:
    """Say these lines, and close."""
    for line in lines:
        assert conversation.talk.line(line).problem == ""
    assert conversation.close()
    return conversation


def held(desk: Desk, *lines: str) -> Conversation:
    """A GROW conversation of the usual two with these lines at its topic, closed."""
    return closed(desk.start("grow", TWO), "/go topic", *lines)


# -- beginning


def test_a_home_is_made_on_first_use_and_the_person_is_told_where(person: Path, desk: Desk) -> None:
    assert str(person / "coachtui") in desk.welcome[0]
    assert desk_of(person).welcome == ()


def test_a_folder_that_was_there_already_is_told_of_as_well_with_who_may_keep_copies_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    told, again = (Desk(find_home(str(folder), {}, tmp_path)).welcome for _ in "ab")
    assert str(folder) in told[0]
    assert "OneDrive copies to other computers" in told[1]
    assert again == ()


def test_the_file_is_there_before_anything_is_said(desk: Desk) -> None:
    conversation = desk.start("grow", TWO)
    assert conversation.kept.flush(10)
    assert conversation.kept.path.exists() or conversation.kept.path.with_suffix(".journal").exists()
    conversation.close()


def test_what_is_said_is_on_the_disk_before_it_is_closed(person: Path, desk: Desk) -> None:
    conversation = desk.start("grow", TWO)
    conversation.talk.line("/go topic")
    conversation.talk.line("How to say no")
    assert conversation.save_now(10)
    read = desk_of(person).session(conversation.id)
    assert "How to say no" in str(read.records["topic"])
    conversation.close()


def test_a_half_typed_line_is_kept(person: Path, desk: Desk) -> None:
    conversation = desk.start("grow", TWO)
    conversation.talk.line("/go topic")
    conversation.talk.draft("How to s")
    conversation.close()
    assert on_disk(conversation)["drafts"] == {"topic": "How to s"}
    again = desk_of(person).resume()
    assert again.talk.view().draft == "How to s"
    again.close()


def test_one_in_which_nothing_was_said_is_taken_away_but_only_where_it_was_begun(person: Path, desk: Desk) -> None:
    conversation = desk.start("grow", TWO)
    assert conversation.empty
    conversation.close()
    assert not conversation.kept.path.exists()
    kept = held(desk_of(person, first=100), "How to say no", "/undo")
    assert kept.kept.path.exists() or kept.empty
    second = desk_of(person, first=200).start("grow", TWO)
    second.talk.line("/park an idea")
    second.close()
    assert second.kept.path.exists()


def test_closing_twice_does_no_harm(desk: Desk) -> None:
    conversation = desk.start("grow", TWO)
    conversation.talk.line("/park an idea")
    assert conversation.close()
    assert conversation.close()
    assert conversation.save_now(1)


def test_coachee_first_then_coach_then_members(desk: Desk) -> None:
    conversation = desk.start("grow", [*TWO, ("p9", None), ("p1", "observer")])
    assert roles(conversation) == [("p3", "Coachee"), ("p7", "Coach"), ("p9", "Member"), ("p1", "Observer")]
    conversation.close()


def test_a_role_that_is_said_leaves_the_other_chair_to_the_other(desk: Desk) -> None:
    conversation = desk.start("grow", [("p3", "coach"), ("p7", None)])
    assert roles(conversation) == [("p3", "Coach"), ("p7", "Coachee")]
    conversation.close()


@pytest.mark.parametrize(
    ("people", "words"),
    [
        ([("p3", "bishop")], "There is no role of that name in GROW."),
        ([("p3", None), ("P3", None)], "The same person was named twice."),
    ],
)
def test_people_that_cannot_be_seated(desk: Desk, people: list[tuple[str, str | None]], words: str) -> None:
    with pytest.raises(UserError, match=words):
        desk.start("grow", people)
    assert desk.shelf().books == ()


def test_no_name_is_a_chair_of_this_one_session(person: Path, desk: Desk) -> None:
    conversation = desk.start("grow", [("", None), ("p7", None)])
    assert roles(conversation) == [("Coachee", "Coachee"), ("p7", "Coach")]
    assert [one.name for one in desk.naming.list.people()] == ["p7"]
    conversation.close()


def test_a_person_is_known_again_and_two_are_asked_about(desk: Desk) -> None:
    first = desk.people("p3", "Coachee")
    assert desk.people("P3", "Coach").id == first.id
    assert desk.naming.must("p3").roles == ("Coachee", "Coach")
    second = desk.naming.list.add("p3", "Observer")
    with pytest.raises(UserError) as raised:
        desk.people("p3", "Coach")
    assert first.id in str(raised.value)
    assert second.id in str(raised.value)
    assert desk.people(second.id, "Coach").id == second.id


def test_length_setting_and_paper(desk: Desk) -> None:
    conversation = desk.start("grow", TWO, Wish(minutes=25, remote=True, on=date(2026, 11, 3), from_paper=True))
    session = conversation.session
    assert (session.minutes, session.setting, session.from_paper) == (25, "remote", True)
    assert session.started is not None
    assert session.started.date() == date(2026, 11, 3)
    conversation.talk.line("/park an idea")
    conversation.close()
    assert conversation.kept.path.name.startswith("2026-11-03-")


def test_paper_from_tomorrow_is_refused(desk: Desk) -> None:
    with pytest.raises(UserError, match="has not come yet"):
        desk.start("grow", TWO, Wish(on=date(2026, 11, 22), from_paper=True))


# -- following


def test_a_follow_up_has_the_same_people_what_is_open_and_what_was_agreed(person: Path, desk: Desk) -> None:
    first = closed(
        desk.start("grow", TWO), "/go agree", "", "", "/go actions", "ring the parents", "Friday", "/end", "/end"
    )
    later = desk_of(person, LATER, 500)
    again = later.start("grow", follow="last")
    assert again.session.follows == first.id
    assert again.session.people == first.session.people
    assert first.session.agreement is not None
    assert again.session.brought == again.session.agreement == first.session.agreement
    assert [one.action.text for one in again.past.open_actions] == ["ring the parents"]
    assert "look-back/since" in [stop.spot.step for stop in again.talk.view().trail]
    again.close()


def test_who_was_not_there_is_not_bound_by_what_others_agreed(person: Path, desk: Desk) -> None:
    first = closed(
        desk.start("grow", TWO), "/go agree", "", "", "/go actions", "ring the parents", "Friday", "/end", "/end"
    )
    later = desk_of(person, LATER, 500)
    again = later.start("grow", [TWO[0], ("somebody new", None)], follow="last")
    assert first.session.agreement is not None
    assert again.session.brought is None
    assert again.session.agreement is None
    assert again.past.agreement is None
    assert again.talk.line("/go agree").moved
    assert again.talk.view().title == "What stays between us"
    again.close()


def test_what_should_lie_ready_is_said_where_people_begin(desk: Desk) -> None:
    """Also where they were asked before whether they meet in one room."""
    held = desk.start("instant-pay-off", TWO, Wish(asked=True))
    ready = "To have ready: a place where nobody overhears you; the classroom board off; a large sheet, if you would rather draw it."
    assert held.talk.view().notices == (ready,)
    held.talk.line("/next")
    assert ready not in held.talk.view().notices
    held.talk.line("/back")
    assert ready in held.talk.view().notices
    held.close()


def test_the_same_people_meet_again_without_being_told_that_it_follows(person: Path, desk: Desk) -> None:
    first = held(desk, "How to say no")
    again = desk_of(person, LATER, 500).start("grow", TWO)
    assert again.session.follows is None
    assert [one.id for one in again.past.sessions] == [first.id]
    again.close()


def test_swapping_chairs_by_role_and_in_one_word(person: Path, desk: Desk) -> None:
    held(desk, "How to say no")
    by_role = desk_of(person, LATER, 500).start("grow", [("p3", "Coach")], follow="last")
    assert roles(by_role) == [("p3", "Coach"), ("p7", "Coachee")]
    by_role.close()
    later = desk_of(person, LATER, 600)
    swapped = later.start("grow", later.swapped(later.session("last")), follow="last")
    assert roles(swapped) == [("p3", "Coach"), ("p7", "Coachee")]
    swapped.close()


def test_on_the_other_chair_the_line_managers_column_is_asked_anew_and_each_keeps_their_own(
    person: Path, desk: Desk
) -> None:
    first = closed(desk.start("grow", TWO), "/go agree", "y", "the numbers: yes", "y", "y", "/end", "/end")
    assert first.session.agreement is not None
    assert first.session.agreement.levels["line manager"]["ratings"] == "yes"
    later = desk_of(person, NOW, 500)
    swapped = swapped_chairs(later, later.session("last"))
    assert swapped.session.brought is not None
    assert "line manager" not in swapped.session.brought.levels
    assert swapped.session.brought.clauses == first.session.agreement.clauses
    assert policy(swapped.session, "line manager").nothing, "until whoever is coached now has said so"
    assert "Now p7 thinks, p3 asks." in swapped.talk.view().notices
    swapped.talk.line("")
    assert "Now p7 thinks, p3 asks." not in swapped.talk.view().notices
    closed(swapped, "/go still", "y", "what was promised: yes", "y", "/end", "/end")
    third = desk_of(person, LATER, 900)
    again = third.start("grow", third.swapped(third.session("last")), follow="last")
    assert again.session.brought is not None
    assert again.session.brought.levels["line manager"] == first.session.agreement.levels["line manager"]
    again.close()


def test_others_may_take_part_in_a_follow_up(person: Path, desk: Desk) -> None:
    first = held(desk, "How to say no")
    again = desk_of(person, LATER, 500).start("grow", [("p3", None), ("p9", None)], follow=first.id[:4])
    assert roles(again) == [("p3", "Coachee"), ("p9", "Coach")]
    assert [one.id for one in again.past.sessions] == [first.id]
    again.close()


# -- growing from something


def test_a_note_becomes_the_topic_of_a_new_conversation(person: Path, desk: Desk) -> None:
    first = closed(desk.start("grow", TWO), "/go options", "ask the head", "plan it together")
    note = next(one for one in first.session.records["options"].things() if "plan" in str(one))
    again = desk_of(person, LATER, 500).start("instant-pay-off", grew_from=f"last:{note.id[:4]}")
    assert [(one.session, one.item) for one in again.session.grew_from] == [(first.id, note.id)]
    assert again.session.people == first.session.people
    assert "plan it together" in str(again.session.records["problem"])
    again.close()
    assert again.kept.path.exists()


@pytest.mark.parametrize(
    ("ref", "words"),
    [
        ("last", "SESSION:ITEM"),
        ("last:", "There is nothing"),
        ("last:zzzz", "There is nothing"),
        ("nope:1", "no session"),
    ],
)
def test_what_it_grows_from_has_to_be_there(desk: Desk, ref: str, words: str) -> None:
    held(desk, "How to say no")
    with pytest.raises(UserError, match=words):
        desk.start("instant-pay-off", grew_from=ref)


def test_an_unclear_item_is_asked_about(person: Path, desk: Desk) -> None:
    closed(desk.start("grow", TWO), "/park one", "/park two")
    with pytest.raises(UserError, match="There are several things"):
        desk_of(person, LATER, 500).start("instant-pay-off", grew_from="last:0")


# -- going on


def test_resume_takes_the_newest_open_one_and_stands_where_it_was_left(person: Path, desk: Desk) -> None:
    held(desk, "How to say no")
    again = desk_of(person, LATER, 500).resume()
    assert again.talk.view().spot.step == "topic"
    assert not again.fresh
    again.close()


def test_resume_opens_a_closed_one_again_only_when_it_is_named(person: Path, desk: Desk) -> None:
    first = held(desk, "How to say no", "/end", "/end")
    later = desk_of(person, LATER, 500)
    with pytest.raises(UserError, match="No conversation is open"):
        later.resume()
    again = later.resume(first.id)
    assert again.session.ended is None
    again.close()


def test_a_second_window_can_only_read_and_says_why(person: Path, desk: Desk) -> None:
    first = desk.start("grow", TWO)
    first.talk.line("/park an idea")
    assert first.save_now(10)
    before = first.session
    second = desk_of(person, LATER, 500).resume(first.id)
    assert second.read_only is not None
    assert "already open" in second.read_only
    second.talk.line("/park another")
    assert second.close()
    assert first.close()
    assert on_disk(first)["parked"] == [one.model_dump(mode="json") for one in before.parked]
    assert all(isinstance(one, Parked) for one in before.parked)


def test_a_file_that_is_no_session_is_told_and_left(person: Path, desk: Desk) -> None:
    first = held(desk, "How to say no")
    damaged = {**on_disk(first), "people": 7}
    first.kept.path.write_text(json.dumps(damaged), encoding="utf-8")
    before = first.kept.path.read_bytes()
    with pytest.raises(UserError, match="people"):
        desk_of(person, LATER, 500).resume(first.id)
    assert first.kept.path.read_bytes() == before
    assert not first.kept.path.with_suffix(".lock").exists()


# -- Home


def test_the_overview_counts_and_names_nobody(person: Path, desk: Desk) -> None:
    closed(desk.start("grow", TWO), "/go actions", "ring the parents", "Friday", "/end", "/end")
    later = desk_of(person, LATER, 500)
    open_one = closed(later.start("instant-pay-off", TWO), "/park an idea")
    (person / "coachtui/sessions/2026/2026-01-01-0900-grow-zzzz.json").write_text("{", encoding="utf-8")
    overview = later.overview()
    assert (overview.sessions, overview.open_actions, overview.unreadable) == (2, 1, 1)
    assert [(one.id, one.framework) for one in overview.open] == [(open_one.id, "Instant pay-off")]
    assert "p3" not in repr(overview)


def test_a_new_name_that_another_window_enters_at_the_same_moment_is_one_person(
    desk: Desk, person: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, look = desk_of(person, first=500), desk.naming.list.resolve

    def beaten_to_it(name: str) -> object:
        found = look(name)
        if found is None:
            other.naming.person(name, "Coach")
        return found

    monkeypatch.setattr(desk.naming.list, "resolve", beaten_to_it)
    mine = desk.naming.person("Sam", "Coachee")
    [known] = desk.naming.list.people()
    assert (known.id, known.name, known.roles) == (mine.id, "Sam", ("Coach", "Coachee"))
