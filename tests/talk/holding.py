"""A conversation held by a test: people, clock and ids are given, lines go in, and what is shown can be read.

Touches nothing but the frameworks that are shipped and `tests/framework/everything.toml`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tests.strategies.given import START, CountingMint, FixedClock

from coachtui.flow.past import NO_PAST, Past
from coachtui.framework.catalogue import Catalogue
from coachtui.framework.loading import load
from coachtui.framework.models import Framework
from coachtui.session.document import to_document
from coachtui.session.editor import SessionEditor
from coachtui.session.models import Person, Session, Working
from coachtui.session.records import BaseRecord
from coachtui.session.spot import Spot
from coachtui.talk import Reply, Talk, View

EVERYTHING = Path(__file__).parents[1] / "framework" / "everything.toml"

SAM = Person(id="sam0000000000000", name="Sam", role="Coachee")
ALEX = Person(id="alex000000000000", name="Alex", role="Coach")


@cache
def shipped(name: str) -> Framework:
    """A framework that comes with the program."""
    return Catalogue().get(name)


@cache
def everything() -> Framework:
    """The framework that uses every kind and setting."""
    found = load(EVERYTHING)
    assert isinstance(found, Framework)
    return found


def steps(*given: dict[str, Any], **more: Any) -> Framework:
    """A small framework of these steps; ids are their kinds where none is given."""
    named = [{"id": one["kind"], "title": one["kind"].capitalize(), **one} for one in given]
    return Framework.model_validate({"format": 1, "id": "small", "name": "Small", "step": named, **more})


class Ticks:
    """A clock that only runs forward, by hand."""

    now = 0.0

    def __call__(self) -> float:
        """The seconds so far."""
        return self.now


@dataclass
class Held:
    """One conversation, and the last reply."""

    talk: Talk
    ticks: Ticks
    clock: FixedClock
    reply: Reply = field(default_factory=Reply)

    def say(self, *lines: str) -> Reply:
        """Type these lines; none may be refused. Returns the last reply."""
        for line in lines:
            self.reply = self.talk.line(line)
            assert not self.reply.problem, f"{line!r}: {self.reply.problem}"
        return self.reply

    def refused(self, line: str) -> str:
        """Type a line that is refused: nothing changes. Returns the sentence."""
        before = self.session
        self.reply = self.talk.line(line)
        assert self.reply.problem, f"{line!r} was taken: {self.reply}"
        assert self.session is before
        return self.reply.problem

    def go(self, step: str, item: str | None = None) -> "Held":
        """Go to a step."""
        self.talk.go(Spot(step, item))
        return self

    @property
    def session(self) -> Session:
        """What was said so far."""
        return self.talk.session

    @property
    def view(self) -> View:
        """What there is to show."""
        return self.talk.view()

    @property
    def body(self) -> Any:
        """The body of the view; a test knows its kind."""
        return self.talk.view().body

    def record(self, key: str) -> Any:
        """What this spot has captured."""
        found = self.session.records[key]
        assert isinstance(found, BaseRecord)
        return found

    def remarks(self, key: str) -> list[str]:
        """The remarks of a spot."""
        return [one.text for one in self.record(key).remarks if one.gone is None] if key in self.session.records else []

    def document(self) -> dict[str, Any]:
        """The whole file."""
        return to_document(self.talk.working)


def hold(
    framework: Framework,
    *,
    people: Sequence[Person] = (SAM, ALEX),
    past: Past = NO_PAST,
    begin: Working | None = None,
    session_id: str = "session000000001",
    clock: FixedClock | None = None,
    minutes: int | None = None,
    mint: CountingMint | None = None,
    **more: Any,
) -> Held:
    """Begin a conversation with this framework, or go on with a working session."""
    clock, mint, ticks = clock or FixedClock(), mint or CountingMint(), Ticks()
    session = Session(
        id=session_id,
        framework=framework,
        people=tuple(people),
        minutes=minutes or framework.minutes[0],
        started=clock.now,
        **more,
    )
    editor = SessionEditor(begin or Working(session, Spot("")), clock, mint)

    def meet(name: str, role: str) -> Person:
        return Person(id=mint(), name=name, role=role)

    def today() -> date:
        return clock.now.date()

    return Held(Talk(editor, past, people=meet, today=today, ticks=ticks), ticks, clock)


#: The day on which every test begins: a Saturday.
TODAY = START.date()
