"""Holds an invented conversation through the program, line by line, as two people would. Writes a home it is given.

The clock goes on by as long as it takes to say and type a line, and ids are counted, so the same words make the same
bytes every time.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from coachtui.desk import Conversation, Desk, Wish
from coachtui.store.home import Home, find_home

#: More empty lines than lie between any two steps.
FAR = 80


@dataclass
class Time:
    """A clock that is put forward by hand, and its seconds since it began."""

    now: datetime
    seconds: float = 0.0

    def pass_by(self, seconds: float) -> None:
        """Let time pass."""
        self.seconds += seconds
        self.now += timedelta(seconds=seconds)


@dataclass
class Counting:
    """Gives ids that can be read: the letters of the conversation, and a number."""

    letters: str
    given: int = 0

    def __call__(self) -> str:
        """The next id."""
        self.given += 1
        return f"{self.letters}{self.given:03}".ljust(16, "0")


@dataclass(frozen=True)
class Script:
    """One conversation.

    Attributes:
        name: what its file is called.
        framework: the framework's id.
        people: first names; the coachee, then the coach, then others.
        begins: when it begins.
        lines: what was typed. `@step` goes on by empty lines until that step is reached, `+2` lets two minutes pass.
        minutes: how long it was to take.
        follows: the name of the script it follows, which must have been played before it.
    """

    name: str
    framework: str
    people: tuple[str, ...]
    begins: str
    lines: str
    minutes: int
    follows: str | None = None


class Refused(Exception):  # noqa: N818 - for whoever changes a script or a framework
    """A line of a script could not be taken."""


@dataclass
class Table:
    """A desk with a clock that can be put forward.

    Attributes:
        home: where conversations are kept.
        time: the clock.
        desk: what opens conversations.
        played: the ids of the conversations that were held, by the names of their scripts.
    """

    home: Home
    time: Time = field(default_factory=lambda: Time(datetime.fromisoformat("2026-11-05T15:40:00+00:00")))
    mint: Counting = field(default_factory=lambda: Counting("a"))
    played: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.desk = Desk(self.home, clock=lambda: self.time.now, mint=self._next_id, ticks=lambda: self.time.seconds)

    def _next_id(self) -> str:
        return self.mint()

    def begin(self, script: Script) -> Conversation:
        """The conversation of a script, at its first step."""
        self.time.now = datetime.fromisoformat(script.begins)
        self.mint = Counting("".join(part[0] for part in script.name.split("-")))
        named = [(name, None) for name in script.people]
        follow = self.played[script.follows] if script.follows else None
        held = self.desk.start(script.framework, named, Wish(minutes=script.minutes), follow=follow)
        self.played[script.name] = held.id
        return held

    def hold(self, script: Script) -> Path:
        """Hold all of it, and close it; gives its file."""
        held = self.begin(script)
        self.say(held, script.lines.strip("\n").split("\n"))
        path = held.kept.path
        self._line(held, "")
        if held.session.ended is None:
            raise Refused(f"{script.name} was not closed; it stands at {held.talk.spot.key}.")
        held.close()
        return path

    def say(self, held: Conversation, lines: Sequence[str]) -> None:
        """Say these lines."""
        for line in lines:
            if line.startswith("@"):
                self._go_on_to(held, line[1:])
            elif line.startswith("+") and line[1:].isdigit():
                self.time.pass_by(60 * int(line[1:]))
            else:
                self._line(held, line)

    def _go_on_to(self, held: Conversation, step: str) -> None:
        for _ in range(FAR):
            if held.talk.spot.step.rpartition("/")[2] == step:
                return
            self._line(held, "")
        raise Refused(f"{step} is not reached from {held.talk.spot.key}.")

    def _line(self, held: Conversation, line: str) -> None:
        self.time.pass_by(2 if not line else 6 + len(line) // 3)
        view = held.talk.view()
        reply = held.talk.line(line)
        if reply.problem:
            raise Refused(f"{view.spot.key}, {line!r}: {reply.problem}")


def table(folder: Path) -> Table:
    """A table in a home of its own; `folder` is made where it is not there."""
    home = find_home(str(folder / "home"), {}, folder)
    return Table(Home(home.root, home.found_by, folder / "state", folder / "cache", home.disk))
