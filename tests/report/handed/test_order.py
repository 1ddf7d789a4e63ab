"""In a copy things stand in an order that people know from the conversation."""

import pytest
from tests.talk.holding import hold, shipped

from coachtui.report.handed import written
from coachtui.sharing import share


@pytest.mark.parametrize("ending", [".md", ".html", ".json"])
def test_an_idea_that_was_had_earlier_and_drawn_in_stands_before_those_of_the_step(ending: str) -> None:
    held = hold(shipped("instant-pay-off")).go("blocks")
    held.say("/park a list on the door")
    held.go("ways").say("A", "a rota", "a word with the head")
    page = written(share(held.session, "coachee"), ending).decode()
    places = [page.index(one) for one in ("a list on the door", "a rota", "a word with the head")]
    assert places == sorted(places)
