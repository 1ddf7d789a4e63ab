"""A small conversation to try one thing on: the steps a test names, two people, a clock and ids that can be foretold."""

from typing import Any

from tests.strategies.given import CountingMint, FixedClock

from coachtui.framework.models import Framework
from coachtui.session.editor import SessionEditor
from coachtui.session.models import Person, Session, Working
from coachtui.session.spot import Spot

COACH = Person(id="c", name="JK", role="Coach")
COACHEE = Person(id="p", name="p3", role="Coachee")
File = dict[str, Any]

WHO: File = {"id": "who", "kind": "notes"}
GOAL: File = {"id": "goal", "kind": "text", "lines": "many"}
SORT: File = {"id": "sort", "kind": "notes", "columns": ["Now", "Later"], "start_with": "who"}
AGREE: File = {"id": "agree", "kind": "agreement", "clauses": ["We listen.", "It stays here."], "audiences": ["SLT"]}
ACT: File = {"id": "act", "kind": "actions", "fields": ["what", "by when", "support"]}


def framework(*steps: File, boards: tuple[File, ...] = (), rounds: tuple[File, ...] = ()) -> Framework:
    """A framework of these steps."""
    return Framework.model_validate(
        {"id": "try", "name": "Try", "step": list(steps), "board": list(boards), "round": list(rounds)}
    )


def opened(*steps: File, boards: tuple[File, ...] = (), rounds: tuple[File, ...] = (), **session: Any) -> SessionEditor:
    """An editor over a session with these steps that has just been opened; every look at the clock is a second later."""
    made = framework(*steps, boards=boards, rounds=rounds)
    value = Session(id="thissession00001", framework=made, people=(COACH, COACHEE)).model_copy(update=session)
    return SessionEditor(Working(value, Spot(steps[0]["id"])), FixedClock(step=1), CountingMint())
