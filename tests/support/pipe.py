"""Holds a conversation the way a pipe does, and writes down what went in and what came out, in order.

A transcript reads like a terminal: what was typed begins with `> `, what came on standard error with `! `.
"""

import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TextIO, cast

from tests.support.fixed_run import NOW, run


@dataclass(frozen=True)
class Done:
    """What came of a command: its exit code, its transcript, and the two streams apart."""

    code: int
    transcript: str
    out: str
    err: str


class Typed:
    """Lines to be read, each written into the transcript at the moment it is."""

    def __init__(self, lines: Sequence[str], transcript: io.StringIO) -> None:
        self._source = io.StringIO("".join(f"{line}\n" for line in lines))
        self._transcript = transcript

    def readline(self, size: int = -1) -> str:
        """The next line, or part of one."""
        line = self._source.readline(size)
        if line:
            self._transcript.write(f"> {line}" if line.strip() else ">\n")
        return line

    def isatty(self) -> bool:
        """A pipe."""
        return False


class Heard(io.StringIO):
    """A stream that is written into the transcript as well, each line with a mark in front."""

    def __init__(self, transcript: io.StringIO, mark: str) -> None:
        super().__init__()
        self._transcript = transcript
        self._mark = mark

    def write(self, text: str, /) -> int:
        lines = text.split("\n")
        for number, line in enumerate(lines):
            last = number == len(lines) - 1
            self._transcript.write(f"{self._mark if line else ''}{line}{'' if last else chr(10)}")
        return super().write(text)


def piped(words: Sequence[str], lines: Sequence[str] = (), **fixed: Any) -> Done:
    """Run one command with these lines on standard input. `now` and `first` (id) as in `fixed_run`."""
    transcript = io.StringIO()
    out, err = Heard(transcript, ""), Heard(transcript, "! ")
    before = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = cast("TextIO", Typed(lines, transcript)), out, err
    try:
        code = run(list(words), fixed.get("now", NOW), fixed.get("first", 1))
    finally:
        sys.stdin, sys.stdout, sys.stderr = before
    return Done(code, transcript.getvalue(), out.getvalue(), err.getvalue())
