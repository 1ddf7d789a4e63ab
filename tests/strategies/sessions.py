"""Random sessions of people who have not begun, with random frameworks. They shrink. See `edits` for what is said in them."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from tests.strategies.frameworks import frameworks
from tests.strategies.given import START

from coachtui.framework.models import Framework
from coachtui.framework.steps import CONTENTS
from coachtui.session.models import Agreement, Origin, Person, Session, Working
from coachtui.session.spot import Spot
from coachtui.session.things import Clause


@st.composite
def sessions(
    draw: Callable[[st.SearchStrategy[Any]], Any], framework: st.SearchStrategy[Framework] | None = None
) -> Session:
    """A session of two to five people that has not begun; now and then people who met before."""
    made: Framework = draw(framework if framework is not None else frameworks())
    count = draw(st.integers(2, 5))
    people = tuple(
        Person(id=f"person{number}", name=f"p{number}", role=made.roles[-1 - number % len(made.roles)])
        for number in range(count)
    )
    clause = Clause(id="broughtclause001", at=START, text="As we said last time.")
    levels = {"coachee": dict.fromkeys(map(str, CONTENTS), "yes")}
    brought = draw(st.sampled_from([None, Agreement(clauses=(clause,), levels=levels, agreed=START)]))
    follows = draw(st.sampled_from([None, "earliersession01"]))
    return Session(
        id="thissession00001",
        framework=made,
        people=people,
        setting=draw(st.sampled_from(["in person", "remote"])),
        minutes=draw(st.sampled_from(made.minutes)),
        follows=follows,
        grew_from=(Origin(session=follows, item="anearlieritem001"),) if follows else (),
        brought=brought,
        agreement=brought,
    )


def workings(session: st.SearchStrategy[Session] | None = None) -> st.SearchStrategy[Working]:
    """A random session, open at its first step."""
    return (session if session is not None else sessions()).map(
        lambda one: Working(one, Spot(one.framework.steps[0].id))
    )
