"""Looking after what is there: actions across sessions, names, and what is known before a meeting."""

from pathlib import Path

import pytest
from tests.desk.test_desk import LATER, TWO, closed, desk_of

from coachtui.desk.tending import action_called, actions, past_with, rename, set_action, status_called
from coachtui.errors import UserError


def promised(person: Path) -> str:
    """A closed conversation with one promise; gives the action's id."""
    desk = desk_of(person)
    closed(desk.start("grow", TWO), "/go actions", "ring the parents", "Friday", "/end", "/end")
    (action,) = actions(desk.shelf())
    return action.ref.id


def test_what_became_of_an_action_is_told_outside_a_session(person: Path) -> None:
    action = promised(person)
    later = desk_of(person, LATER, 500)
    before = action_called(later.shelf(), action[:4])
    assert before.status == "open"
    set_action(later, before.ref, status_called("Done"), "they were kind")
    (after,) = actions(later.shelf())
    assert (after.status, after.learned) == ("done", "they were kind")
    assert after.action == before.action


def test_a_closed_session_stays_closed_when_an_action_of_it_is_told_of(person: Path) -> None:
    action = promised(person)
    later = desk_of(person, LATER, 500)
    set_action(later, action_called(later.shelf(), action).ref, "stuck")
    assert later.session("last").ended is not None


@pytest.mark.parametrize("ref", ["zzzz", ""])
def test_an_action_that_is_not_there_is_told(person: Path, ref: str) -> None:
    promised(person)
    shelf = desk_of(person, LATER, 500).shelf()
    with pytest.raises(UserError, match="no action with that id"):
        action_called(shelf, ref)


def test_a_status_there_is_not_names_those_there_are() -> None:
    with pytest.raises(UserError, match="open, done, moving, stuck, dropped"):
        status_called("finished")


def test_an_action_of_a_session_that_is_open_elsewhere_is_left(person: Path) -> None:
    action = promised(person)
    window = desk_of(person, LATER, 500).resume("last")
    other = desk_of(person, LATER, 600)
    with pytest.raises(UserError, match="already open"):
        set_action(other, action_called(other.shelf(), action).ref, "done")
    window.close()


def test_a_name_is_corrected_everywhere(person: Path) -> None:
    promised(person)
    later = desk_of(person, LATER, 500)
    done = rename(later, "p3", "p33")
    assert (done.name, done.sessions, done.left) == ("p33", 1, ())
    assert [one.name for one in later.session("last").people] == ["p33", "p7"]
    assert [one.name for one in later.naming.list.people()] == ["p33", "p7"]


def test_a_name_is_not_given_to_two(person: Path) -> None:
    promised(person)
    with pytest.raises(UserError, match="somebody else"):
        rename(desk_of(person, LATER, 500), "p3", "P7")


def test_a_session_open_elsewhere_is_told_of_when_a_name_is_corrected(person: Path) -> None:
    promised(person)
    window = desk_of(person, LATER, 500).resume("last")
    done = rename(desk_of(person, LATER, 600), "p3", "p33")
    assert done.sessions == 0
    assert len(done.left) == 1
    window.close()


def test_the_past_with_somebody_is_the_newest_thread(person: Path) -> None:
    promised(person)
    later = desk_of(person, LATER, 500)
    closed(later.start("grow", [("p3", None), ("p9", None)]), "/park an idea")
    past, found = past_with(later, "p7")
    assert [len(past.sessions), len(found)] == [1, 1]
    past, found = past_with(later, "p3")
    assert [one.coach.name for one in past.sessions if one.coach] == ["p9"]
    assert found == ()
    with pytest.raises(UserError, match="Nobody of that name"):
        past_with(later, "p1")
