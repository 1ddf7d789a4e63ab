"""Somebody leans on the keyboard: what the storm tests are made of.

A `Storm` is one home with one conversation of all kinds of steps. It throws keys, words, pastes, wrong bytes, mouse
events, other window sizes and stops at the program, a burst at a time. After each burst a word that was never typed
before has to come back on the screen and to stand in the file: that is what "not stuck" means, however long it takes.
"""

import contextlib
import random
import shutil
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.pty.terminal import ROOT, Terminal

START = ("-m", "coachtui", "start", "everything", "--with", "p1", "--with", "p2")
RESUME = ("-m", "coachtui", "resume")
#: Keys that leave (Ctrl+Q), or open a list with ways to leave (Ctrl+P, F1) on which a letter and Enter would do it.
LEAVING = b"\x11\x10/"
SPECIAL = (
    b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[H", b"\x1b[F", b"\x1b[5~", b"\x1b[6~", b"\x1b[3~", b"\x1b[2~",
    b"\x1b[Z", b"\t", b"\x7f", b"\x08", b"\n", b"\x1bOQ", b"\x1bOR", b"\x1b[15~", b"\x1b[17~", b"\x1b[18~", b"\x1b[19~",
    b"\x1b[1;5C", b"\x1b[1;5D", b"\x1b[1;2A", b"\x1b[1;3B", b"\x1b\x7f", b"\x1bb",
)  # fmt: skip
COMMANDS = ("ask", "back", "undo", "redo", "where", "help", "show", "next", "blank", "park it", "mark 1 x", "move 1 2",
            "again", "skip", "parked", "take 1", "edit 1", "remove 1", "nonsense", "go 9", "go goal", "go matrix",
            "go pick", "go actions", "go feeds", "go columns", "go grid", "go circles", "go last-word")  # fmt: skip
WORDS = ("seven", "7", "1", "1 2", "y", "日本語", "👩\u200d🏫", "שלום", "e\u0301", "[/] done", "[@click=app.quit]", "Friday",
         "+ well", "~", "1-2", "a long line of words that says little " * 9)  # fmt: skip
#: Odd bytes: Latin-1, halves of characters, sequences that are none, answers that nobody asked for.
ODD = (b"\xe9\xff\xfe", b"\xc3", b"\xf0\x9f", b"\xed\xa0\x80", b"\x1b[?1;2c", b"\x1b[0n", b"\x1b[24;80R", b"\x00", b"\x9b3~",
       b"\x1b]11;rgb:0/0/0\x07", b"\x1bP1$r\x1b\\", b"\x1b_x\x1b\\", b"\x80\x81\x9d", b"\x1b[999;999H", b"\x1b[<0;0;0M",
       b"\x1b[<35;999;999M", b"\x1b[M   ", b"\x1b[?2026;2$y", b"\x1b[I", b"\x1b[O")  # fmt: skip
SIZES = ((80, 24), (100, 30), (160, 45), (40, 10), (20, 5), (1, 1), (2, 2), (300, 100), (80, 3), (9, 40))
#: Storms take whatever the machine has. They let the other tests, which somebody waits for, go first.
NICE = 5
#: MB that a storm may add to what the program held when it began, beside half as much again.
GROWTH = 40.0


@dataclass
class Storm:
    """One home, one conversation, one storm.

    Attributes:
        seed: all that is thrown follows from it.
        seconds: how long it lasts.
        folder: the home, and what else a person has.
        bursts: how often the program came through with a word of ours on the screen and in the file.
        left: how often a click or a command led out, in good order.
        held: MB at the beginning and at the end.
    """

    seed: int
    seconds: float
    folder: Path
    bursts: int = 0
    left: int = 0
    held: tuple[float, float] = (0.0, 0.0)
    thrown: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._dice = random.Random(self.seed)

    @property
    def env(self) -> dict[str, str]:
        """A home apart from all others."""
        names = ("HOME", "COACHTUI_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")
        return {name: str(self.folder / name.lower()) for name in names}

    def run(self) -> "Storm":
        """The whole storm. AssertionError where the program ended or stuck; what was thrown last is in it."""
        (self.folder / "home").mkdir(parents=True)
        frameworks = self.folder / "coachtui_home" / "frameworks"
        shutil.copytree(ROOT / "tests" / "framework" / "parts", frameworks / "parts")
        shutil.copy(ROOT / "tests" / "framework" / "everything.toml", frameworks)
        until = time.monotonic() + self.seconds
        words: tuple[str, ...] = START
        while not self.bursts or time.monotonic() < until:
            with Terminal(words, self.env, nice=NICE) as terminal:
                try:
                    self._in_one_window(terminal, until)
                except (AssertionError, OSError) as error:
                    raise AssertionError(self._told(error)) from error
            words = RESUME if self._open() else START
        return self

    def _in_one_window(self, terminal: Terminal, until: float) -> None:
        terminal.wait_for_text("saved")
        self._comes_through(terminal)
        first = terminal.memory()
        while time.monotonic() < until or not self.bursts:
            for _ in range(self._dice.randint(5, 40)):
                self._throw(terminal)
            if not self._comes_through(terminal):
                self.left += 1
                return
            self.bursts += 1
            now = terminal.memory()
            self.held = (first, now)
            assert now <= 1.5 * first + GROWTH, f"it holds {now:.0f} MB, and {first:.0f} MB when the storm began"

    # -- what is thrown

    def _throw(self, terminal: Terminal) -> None:
        name = self._dice.choices(list(THROWN), [weight for weight, _ in THROWN.values()])[0]
        self.thrown = [*self.thrown[-60:], name]
        THROWN[name][1](self, terminal)

    def _letters(self, terminal: Terminal) -> None:
        terminal.type("".join(self._dice.choices("abc xyz12.,'", k=self._dice.randint(1, 30))))

    def _line(self, terminal: Terminal) -> None:
        terminal.type(f"{self._dice.choice(WORDS)}\r")

    def _command(self, terminal: Terminal) -> None:
        terminal.type(f"/{self._dice.choice(COMMANDS)}\r")

    def _special(self, terminal: Terminal) -> None:
        terminal.type(b"".join(self._dice.choices(SPECIAL, k=self._dice.randint(1, 6))))

    def _control(self, terminal: Terminal) -> None:
        terminal.type(bytes(key for key in self._dice.choices(range(1, 32), k=3) if key not in LEAVING and key != 13))

    def _escape(self, terminal: Terminal) -> None:
        terminal.type(b"\x1b")

    def _paste(self, terminal: Terminal) -> None:
        size = self._dice.choice((5, 80, 2_000, 21_000))
        letters = "words and more\n[/]\t日é" if self._dice.random() < 0.5 else "one line "
        terminal.type(b"\x1b[200~" + "".join(self._dice.choices(letters, k=size)).encode() + b"\x1b[201~")
        if self._dice.random() < 0.8:
            terminal.type(CLEAR)

    def _odd(self, terminal: Terminal) -> None:
        terminal.type(b"".join(self._dice.choices(ODD, k=self._dice.randint(1, 4))) + b" ")

    def _noise(self, terminal: Terminal) -> None:
        noise = bytes(self._dice.choices(range(256), k=self._dice.randint(1, 60)))
        terminal.type(bytes(byte for byte in noise if byte not in LEAVING and byte != 13))

    def _mouse(self, terminal: Terminal) -> None:
        """Moves, wheels and drags anywhere; presses only above the lines in which ways to leave may stand."""
        for _ in range(self._dice.randint(1, 5)):
            button = self._dice.choice((0, 2, 32, 35, 64, 65))
            row = self._dice.randint(1, 8) if button in {0, 2} else self._dice.randint(0, 60)
            column = self._dice.randint(0, 200)
            terminal.type(f"\x1b[<{button};{column};{row}M\x1b[<{button};{column};{row}m")

    def _resize(self, terminal: Terminal) -> None:
        for _ in range(self._dice.randint(1, 4)):
            terminal.resize(*self._dice.choice(SIZES))

    def _stop(self, terminal: Terminal) -> None:
        """Stopped as by a shell, or from outside; keys come while it is; and on again."""
        terminal.signal(self._dice.choice((signal.SIGTSTP, signal.SIGSTOP)))
        terminal.wait_for(terminal.stopped, "a stop")
        terminal.type("typed blind ")
        terminal.signal(signal.SIGCONT)
        # Until it has the terminal again, keys that send signals would do so, as they would in a shell.
        terminal.wait_for(lambda: not terminal.stopped() and not terminal.given_back(), "the keyboard")

    # -- whether it came through

    def _comes_through(self, terminal: Terminal) -> bool:
        """A new word is typed, comes back, and is in the file. False where the conversation was left in good order."""
        terminal.resize(100, 30)
        word = "".join(self._dice.choices("bcdfghjklmnpqrstvwxz", k=9))
        for quiet in QUIET:
            terminal.forget()
            # Out of whatever is open, an empty line, a step that takes words, and an empty line again.
            for keys in (b"\x1b", b"\x1b", CLEAR, b"/go topic\r", b"\x1b", CLEAR, word.encode()):
                terminal.type(keys)
                time.sleep(ESCAPE)
            if self._seen(terminal, word.encode(), quiet):
                break
        if self._gone(terminal):
            return False
        terminal.wait_for(lambda: word.encode() in terminal.sent, f"{word} on the screen")
        terminal.wait_for(lambda: word.encode() in self._kept(), f"{word} in the file")
        return True

    def _seen(self, terminal: Terminal, word: bytes, quiet: float) -> bool:
        """Whether the word comes back before nothing has been sent for so long: who still draws is slow, not stuck."""
        sent = -1
        while sent != len(terminal.sent):
            sent = len(terminal.sent)
            with contextlib.suppress(AssertionError):
                terminal.wait_for(lambda: word in terminal.sent or self._gone(terminal), "the word", quiet)
                return True
        return False

    def _gone(self, terminal: Terminal) -> bool:
        """It was left, by what was thrown: an end in good order, with a status that says so."""
        status = terminal.process.poll()
        assert status in {None, 0}, f"it ended with {status}\n{terminal.last_words()}"
        if status is None and not self._open():
            terminal.type(b"\x1b\x11")
            status = terminal.status()
            assert status == 0, f"it ended with {status}\n{terminal.last_words()}"
        return status == 0

    def _kept(self) -> bytes:
        sessions = self.folder / "coachtui_home" / "sessions"
        found = b""
        for path in sessions.rglob("*.j*"):
            with contextlib.suppress(OSError):  # renamed this very moment
                found += path.read_bytes()
        return found

    def _open(self) -> bool:
        """Whether there is a conversation that was not ended."""
        sessions = self.folder / "coachtui_home" / "sessions"
        for path in sessions.rglob("*.json"):
            with contextlib.suppress(OSError):
                if b'"ended": "' not in path.read_bytes():
                    return True
        return False

    def _told(self, error: BaseException) -> str:
        return f"storm {self.seed}, after {self.bursts} bursts: {error}\nthrown last: {' '.join(self.thrown)}"


#: F7 takes hold of all that stands in the entry line; Backspace takes it away.
CLEAR = b"\x1b[18~\x7f"
#: Seconds without a byte after which the way back is tried once more, and after the last of them it is stuck.
QUIET = (4.0, 8.0, 16.0, 32.0, 32.0, 32.0)
#: Seconds after which a lone Escape is no beginning of a longer key any more. No measure: the test waits for more.
ESCAPE = 0.15

THROWN: dict[str, tuple[int, Callable[[Storm, Terminal], None]]] = {
    "letters": (20, Storm._letters),
    "line": (14, Storm._line),
    "command": (14, Storm._command),
    "special": (14, Storm._special),
    "control": (8, Storm._control),
    "escape": (6, Storm._escape),
    "paste": (4, Storm._paste),
    "odd": (6, Storm._odd),
    "noise": (5, Storm._noise),
    "mouse": (8, Storm._mouse),
    "resize": (4, Storm._resize),
    "stop": (2, Storm._stop),
}
