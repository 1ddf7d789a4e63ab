"""What was worked out last is handed out again for the very same values, and never for any others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.session.table import WHO, opened
from tests.strategies.edits import Edits
from tests.strategies.given import START
from tests.strategies.sessions import workings

from coachtui.flow.past import NO_PAST
from coachtui.flow.spots import spots
from coachtui.session.latest import latest
from coachtui.session.lookups import find
from coachtui.session.models import Working
from coachtui.session.records import NotesRecord
from coachtui.session.things import Item, Note, Remark


class Counted:
    """Two values told apart by their numbers, and how often that was worked out."""

    def __init__(self) -> None:
        self.worked = 0
        self.told = latest(self._tell)

    def _tell(self, one: list[int], other: list[int]) -> tuple[int, ...]:
        self.worked += 1
        return (*one, *other)


def test_the_same_values_are_worked_out_once() -> None:
    counted, one, other = Counted(), [1], [2]
    assert [counted.told(one, other) for _ in range(3)] == [(1, 2)] * 3
    assert counted.worked == 1


def test_values_that_are_only_equal_are_worked_out_anew() -> None:
    counted, one = Counted(), [1]
    counted.told(one, [2])
    counted.told(one, [2])
    counted.told([1], [2])
    assert counted.worked == 3


def test_another_value_in_any_place_gives_its_own_answer() -> None:
    counted, one, other = Counted(), [1], [2]
    asked = [(one, other), (other, other), (other, one), (one, one), (one, other)]
    assert [counted.told(*each) for each in asked] == [(1, 2), (2, 2), (2, 1), (1, 1), (1, 2)]


def test_a_mistake_is_no_answer() -> None:
    def inverse(of: list[int]) -> float:
        return 1 / of[0]

    asked, nought = latest(inverse), [0]
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            asked(nought)
    assert asked([2]) == 0.5


def noted(*words: str) -> NotesRecord:
    """A record of these notes; the words are their ids as well."""
    return NotesRecord(notes=tuple(Note(id=one, at=START, text=one) for one in words))


def test_what_is_looked_for_is_found_in_the_conversation_that_was_asked() -> None:
    session = opened(WHO).session
    before = session.model_copy(update={"records": {"a": noted("x", "y"), "b@z": noted("y", "z")}})
    after = session.model_copy(update={"records": {"b@z": noted("y", "z")}})
    for _ in range(2):
        assert [str(found.spot) for one in "xyz" if (found := find(before, one))] == ["a", "a", "b@z"]
        assert [str(found.spot) for one in "xyz" if (found := find(after, one))] == ["b@z", "b@z"]
        assert find(session, "x") is None


@given(workings(), st.integers(0, 2**32))
def test_after_every_edit_the_answer_is_that_of_a_conversation_never_asked_about(working: Working, seed: int) -> None:
    edits = Edits.of(working, seed)
    for _ in range(6):
        spots(edits.session, NO_PAST)
        edits.step()
        kept, thing = edits.session, edits.thing()
        answers = spots(kept, NO_PAST), find(kept, thing)
        never_asked = kept.model_copy()
        assert answers == (spots(never_asked, NO_PAST), find(never_asked, thing))


def test_the_lists_of_a_record_come_in_the_order_of_its_fields() -> None:
    lists = {
        "rows": (Item(id="r", at=START, text="r"),),
        "notes": noted("x").notes,
        "remarks": (Remark(id="m", at=START, text="m"),),
    }
    read = NotesRecord.model_validate({**lists, "of a later version": noted("y").notes, "kind": "notes"})
    for one in (read, NotesRecord().model_copy(update=lists)):
        assert [name for name, _ in one.lists()] == ["remarks", "notes", "rows"]
