"""What went to nobody in an earlier conversation begins as private in the one that grew from it."""

from pathlib import Path

import pytest
from tests.desk.test_desk import LATER, TWO, closed, desk_of

from coachtui.sharing import share


@pytest.mark.parametrize(
    ("said", "goes"),
    [
        (["ask the head"], True),
        (["ask the head", "/private 1"], False),
        (["ask the head", "/duty 1 yes"], False),
    ],
)
def test_a_note_that_stayed_there_stays_here(person: Path, said: list[str], *, goes: bool) -> None:
    first = closed(desk_of(person).start("grow", TWO), "/go options", *said)
    note = next(one for one in first.session.records["options"].things() if "head" in str(one))
    again = desk_of(person, LATER, 500).start("instant-pay-off", grew_from=f"last:{note.id}")
    assert ("ask the head" in repr(share(again.session, "coachee"))) == goes
    again.close()
