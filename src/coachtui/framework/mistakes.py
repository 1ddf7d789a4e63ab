"""A mistake in a framework file: where it is, what is wrong, what to do. And the words shared by all of them.

Pure values and functions; touches no disk. Whatever is quoted from a file goes through `quoted`, so that no sentence
can carry a control character to a terminal.
"""

import datetime as dt
import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from coachtui.text import visible

#: So many mistakes are told at once. Who made more will check again anyway, and a hostile file gains nothing.
MOST_TOLD = 50

#: Longer words are compared by their beginnings: comparing is slow for long ones.
_COMPARED = 32

#: How much of a value is quoted in a sentence, in characters.
_QUOTED = 40


@dataclass(frozen=True)
class Mistake:
    """One thing that is wrong in one file, said so that its writer can mend it.

    Attributes:
        file: the file as it was named, made fit to print.
        line: counted from 1; None where the whole file is meant.
        column: counted in characters from 1; None where the whole line or file is meant.
        what: a sentence that says what is wrong.
        remedy: a sentence that says what to do.
    """

    file: str
    line: int | None
    column: int | None
    what: str
    remedy: str

    @property
    def place(self) -> str:
        """File, line and column in words: `grow.toml, line 12, column 9`."""
        words = [short_name(self.file)]
        if self.line is not None:
            words.append(f"line {self.line}")
        if self.column is not None:
            words.append(f"column {self.column}")
        return ", ".join(words)

    @property
    def sentence(self) -> str:
        """Place, what is wrong and what to do, on one line."""
        return f"{self.place}: {self.what} {self.remedy}".rstrip()


def short_name(file: str) -> str:
    """The last part of a path; for a part its folder too, because parts and frameworks may share a name."""
    path = PurePath(file)
    return f"parts/{path.name}" if path.parent.name == "parts" else path.name


def printable(text: str) -> str:
    """`text` on one line without anything that could drive a terminal."""
    return visible(text).replace("\r", " ").replace("\n", " ").replace("\t", " ")


def quoted(value: object) -> str:
    """A word from the file between quotation marks, shortened, fit to print."""
    text = printable(str(value))
    return f'"{text}"' if len(text) <= _QUOTED else f'"{text[: _QUOTED - 1]}…"'


def listed(names: Iterable[str], last: str = "or") -> str:
    """Names in quotation marks, as one reads a list aloud."""
    words = [quoted(name) for name in names]
    if len(words) > 12:
        words = [*words[:11], f"{len(words) - 11} more"]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""


def nearest(word: object, names: Iterable[str]) -> str | None:
    """The name most like `word`, or None where none is like it."""
    known = list(dict.fromkeys(names))
    if not isinstance(word, str) or not word or not known:
        return None
    lowered = {name.lower()[:_COMPARED]: name for name in reversed(known)}
    found = difflib.get_close_matches(word.lower()[:_COMPARED], list(lowered), n=1, cutoff=0.6)
    return lowered[found[0]] if found else None


def suggestion(word: object, names: Iterable[str], *, none: str) -> str:
    """`Did you mean "…"?`, or the list of what there is, or `none` where there is nothing."""
    known = list(dict.fromkeys(names))
    near = nearest(word, known)
    if near is not None:
        return f"Did you mean {quoted(near)}?"
    return f"There is {listed(known, 'and')}." if known else none


def sort_of(value: Any) -> str:
    """What a value is, in words a person uses: text, a whole number, a list, ..."""
    if isinstance(value, dt.date | dt.time):
        return "a date or time without quotation marks"
    return _SORTS.get(type(value), "something else")


_SORTS: dict[type, str] = {
    str: "text",
    bool: "true or false",
    int: "a whole number",
    float: "a number with a point",
    list: "a list",
    tuple: "a list",
    dict: "a table",
}
