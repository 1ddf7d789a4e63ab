"""Somebody types in a conversation, and the program is killed, again and again: what the kill tests are made of.

A `Lane` is one home with one conversation. Each round of it starts the program, goes to some place in it, ends it there
at a random moment in one of four ways, and looks at what is left on the disk.
"""

import json
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.pty.conftest import GROW
from tests.pty.terminal import Terminal

from coachtui.desk import Desk
from coachtui.store.home import find_home

#: Words whose last key was typed so many seconds before the end, or earlier, must be there. What the help promises.
BEFORE = 0.05
#: So many times as long a word may take that never came to the screen: nobody saw it, and others were before it.
BEHIND = 3
#: Processor time, in seconds, that the sum in `slower` takes where that promise was measured.
SUM_THERE = 0.02
LETTERS = "abcdefghijkmnopqrstuvwxyz"
#: Ways to end it, each with the exit status it must have then.
ENDS = {
    "kill": -signal.SIGKILL,
    "hup": 128 + signal.SIGHUP,
    "term": 128 + signal.SIGTERM,
    "closed": 128 + signal.SIGHUP,
}
#: What stands behind the prompt where a command was typed in part; and F7, which takes hold of it all, and Backspace.
HALF_COMMAND, CLEAR = "> /", b"\x1b[18~\x7f"
RESUME = ("-m", "coachtui", "resume")
HOME = ("-m", "coachtui")


@cache
def slower() -> float:
    """How many times as long as on the machine of the promise a processor takes here, load apart; at least 1."""
    taken = []
    for _ in range(5):
        begun = time.thread_time()
        sum(number * number % 7 for number in range(200_000))
        taken.append(time.thread_time() - begun)
    return max(1.0, sorted(taken)[2] / SUM_THERE)


def taken_up(terminal: Terminal) -> None:
    """The conversation stands there again. A command that was cut short by the last end would take the next words for its own."""
    terminal.wait_for_text("Enter keep")
    if HALF_COMMAND in terminal.shown():
        terminal.type(CLEAR)
        terminal.wait_for(lambda: HALF_COMMAND not in terminal.shown(), "an empty line")


@dataclass
class Word:
    """One word that somebody typed.

    Attributes:
        text: the word.
        place: where it was typed, and in which round.
        after: how many seconds after the first frame it was typed.
        typed: how many seconds before the end its last key was typed.
        seen: how many seconds before the end it stood on the screen; None if it never did.
        in_line: how many of the seconds before the end the program spent waiting for a processor that others had.
    """

    text: str
    place: str
    after: float
    typed: float
    seen: float | None
    in_line: float

    @property
    def by_the_clock(self) -> bool:
        """Whether it was typed long enough before the end."""
        return self.typed >= BEFORE

    @property
    def due(self) -> bool:
        """Whether it must be there, seen on the screen or not.

        Where others take all processors, a program that is ended may not have been given one since the key came. No
        program can promise anything of that time, so it is taken off; on a quiet machine it is next to nothing. And where
        every step takes longer than on the machine of the promise, so does the way of a key. A word that never came to the
        screen stood behind other keys, and two processors that share their caches are slower than either alone: three times
        as long for that.
        """
        return self.typed - self.in_line >= BEFORE * slower() * (BEHIND if self.seen is None else 1)


@dataclass(frozen=True)
class Typed:
    """A word and when it was typed: after the first frame, by the clock, and the program's time in line until then."""

    text: str
    after: float
    at: float
    in_line: float


@dataclass
class Lane:
    """One home, one conversation in it, ended again and again."""

    number: int
    rounds: int
    folder: Path
    words: list[Word] = field(default_factory=list)
    #: Words that are not there, due or not.
    lost: list[Word] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)
    ends: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._chance = random.Random(self.number)
        self._place = ""

    @property
    def env(self) -> dict[str, str]:
        """A home apart from all other lanes."""
        names = ("HOME", "COACHTUI_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")
        return {name: str(self.folder / name.lower()) for name in names}

    def run(self) -> "Lane":
        """All its rounds. The first is always a conversation that is begun."""
        (self.folder / "home").mkdir(parents=True)
        for turn in range(self.rounds):
            name = self._chance.choice(list(PLACES)) if turn else "begun"
            self._place = f"{name} in round {turn} of lane {self.number}"
            PLACES.get(name, Lane._begun)(self)
            self._look()
        return self

    # -- the places where it is ended

    def _begun(self) -> None:
        """A new conversation."""
        with Terminal(GROW, self.env) as terminal:
            terminal.wait_for_text("Enter keep")
            terminal.say("/go reality")
            terminal.wait_for_text("What is happening at the moment?")
            self._end(terminal, self._type(terminal, self._chance.uniform(0.1, 1.0)))

    def _resumed(self) -> None:
        """In a conversation that was taken up again."""
        with Terminal(RESUME, self.env) as terminal:
            taken_up(terminal)
            self._end(terminal, self._type(terminal, self._chance.uniform(0.2, 1.0)))

    def _first_words(self) -> None:
        """The very first words after it was taken up again."""
        with Terminal(RESUME, self.env) as terminal:
            taken_up(terminal)
            self._end(terminal, self._type(terminal, self._chance.uniform(0.05, 0.12)))

    def _compacting(self) -> None:
        """While the journal is brought into the file, as at each change of question."""
        with Terminal(RESUME, self.env) as terminal:
            taken_up(terminal)
            typed = self._type(terminal, self._chance.uniform(0.1, 0.4), line=True)
            terminal.say(f"/go {self._chance.choice(('reality', 'options'))}")
            typed += self._type(terminal, self._chance.uniform(0.0, 0.08))
            self._end(terminal, typed)

    def _recovering(self) -> None:
        """In the middle of recovery, up to three times in a row: after it took the lock, before anything is shown."""
        for _ in range(self._chance.randint(1, 3)):
            with Terminal(RESUME, self.env) as terminal:
                terminal.wait_for(lambda: self._locked(terminal.process.pid), "the lock")
                time.sleep(self._chance.uniform(0.0, 0.06))
                self._end(terminal, [], "kill")

    def _starting(self) -> None:
        """Anywhere in its start."""
        with Terminal(RESUME, self.env) as terminal:
            time.sleep(self._chance.uniform(0.0, 0.5))
            self._end(terminal, [], "kill")

    def _at_home(self) -> None:
        """On Home, or in the conversation continued from there."""
        with Terminal(HOME, self.env) as terminal:
            terminal.wait_for_text("> Continue")
            typed: list[Typed] = []
            if self._chance.random() < 0.5:
                terminal.type("c")
                taken_up(terminal)
                typed = self._type(terminal, self._chance.uniform(0.06, 0.4))
            self._end(terminal, typed)

    def _choosing(self) -> None:
        """On the list of conversations."""
        with Terminal(HOME, self.env) as terminal:
            terminal.wait_for_text("> Continue")
            terminal.type("n")
            terminal.wait_for_text("What would help most today?")
            terminal.type("\x1b[B" * self._chance.randint(0, 5))
            self._end(terminal, [])

    # -- what is done there

    def _type(self, terminal: Terminal, seconds: float, *, line: bool = False) -> list[Typed]:
        """Type words for some time. `line`: end the line."""
        typed: list[Typed] = []
        begun = time.monotonic()
        while not typed or time.monotonic() < begun + seconds:
            word = "".join(self._chance.choices(LETTERS, k=9))
            terminal.type(word)
            now = time.monotonic()
            typed.append(Typed(word, now - begun, now, terminal.in_line()))
            over = time.monotonic() >= begun + seconds
            terminal.type("\r" if (over and line) or self._chance.random() < 0.3 else " ")
            time.sleep(self._chance.uniform(0.0, 0.1))
        if line:
            terminal.type("x\r")
        return typed

    def _end(self, terminal: Terminal, typed: list[Typed], how: str = "") -> None:
        """End it; half of the times by a kill, and in the other half in one of the ways a window ends.

        Where words were typed it is stopped first, which is as good as dead: only so can be read how long it stood in
        line up to this very moment. The other ends are for the program to notice, so there it goes on.
        """
        how = how or self._chance.choice(("kill", "kill", "kill", "hup", "term", "closed"))
        ended = time.monotonic()
        if how == "kill" and typed:
            terminal.stop()
        in_line = terminal.in_line()
        if how == "closed":
            terminal.close()
        else:
            terminal.signal({"kill": signal.SIGKILL, "hup": signal.SIGHUP, "term": signal.SIGTERM}[how])
        status = terminal.status()
        assert status == ENDS[how], f"{self._place}: {how} gave {status}\n{terminal.shown()}"
        self.ends[how] += 1
        for word in typed:
            seen = terminal.echoed_at(word.text.encode())
            shown = None if seen is None else ended - seen
            waited = in_line - word.in_line
            self.words.append(Word(word.text, f"{self._place}, {how}", word.after, ended - word.at, shown, waited))

    def _locked(self, process: int) -> bool:
        sessions = self.folder / "coachtui_home" / "sessions"
        return any(str(process).encode() in path.read_bytes() for path in sessions.glob("*/*.lock"))

    def _look(self) -> None:
        """What is on the disk: one session, whole, with every word that is due."""
        desk = Desk(find_home(None, self.env, self.folder))
        listed = desk.store.listing()
        if len(listed) != 1 or listed[0].unreadable:
            self.torn.append(f"{self._place}: {len(listed)} sessions, {[one.unreadable for one in listed]}")
        found = desk.read("last")
        if found.damaged or found.foreign:
            self.torn.append(f"{self._place}: {found.notices}")
        kept = json.dumps(found.document, ensure_ascii=False)
        gone = {word.text for word in self.lost}
        self.lost += [word for word in self.words if word.text not in kept and word.text not in gone]


#: Where it is ended, and how one gets there.
PLACES: dict[str, Callable[[Lane], None]] = {
    "resumed": Lane._resumed,
    "first words": Lane._first_words,
    "compacting": Lane._compacting,
    "recovering": Lane._recovering,
    "starting": Lane._starting,
    "home": Lane._at_home,
    "choosing": Lane._choosing,
}
