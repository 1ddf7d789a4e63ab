"""Sessions for tests, held by the editor itself, so that they are what the program would write."""

from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from tests.support.fixed_run import NOW, counting

from coachtui.framework.loading import load
from coachtui.framework.models import Framework
from coachtui.ids import Clock, Mint
from coachtui.session.editor import SessionEditor
from coachtui.session.models import Person, Session, Working
from coachtui.session.spot import Spot

ROOT = Path(__file__).parent.parent.parent

ANN = Person(id="ann0", name="Ann", role="Coachee")
BEN = Person(id="ben0", name="Ben", role="Coach")


@cache
def framework(name: str = "grow") -> Framework:
    """A shipped framework, or `everything` of the tests."""
    folder = ROOT / "tests/framework" if name == "everything" else ROOT / "frameworks"
    found = load(folder / f"{name}.toml")
    assert isinstance(found, Framework), found
    return found


def stepping(start: str = NOW) -> Clock:
    """A clock that goes on by one minute each time it is asked."""
    moment = [datetime.fromisoformat(start)]

    def tell() -> datetime:
        moment[0] += timedelta(minutes=1)
        return moment[0]

    return tell


def holding(
    name: str = "grow",
    people: tuple[Person, ...] = (ANN, BEN),
    *,
    session: str = "aaaa",
    start: str = NOW,
    mint: Mint | None = None,
    follows: str | None = None,
) -> SessionEditor:
    """An editor at the beginning of a session. Ids of things begin with the session's first letter."""
    count = counting()
    given = mint or (lambda: f"{session[0]}{count()[1:4]}{'x' * 12}")
    made = Session(
        id=session,
        framework=framework(name),
        people=people,
        started=datetime.fromisoformat(start),
        follows=follows,
    )
    return SessionEditor(Working(made, Spot(made.framework.steps[0].id)), stepping(start), given)


def with_roles(coachee: Person, coach: Person) -> tuple[Person, ...]:
    """These two on these chairs."""
    return (coachee.model_copy(update={"role": "Coachee"}), coach.model_copy(update={"role": "Coach"}))
