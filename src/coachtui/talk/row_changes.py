"""A change of rows of the agreement's table, as people say it: "what was promised: yes", "not my numbers". Pure.

Only rows in their own words count, and only what plainly takes one out or puts one in; everything else is no change.
"""

import re
from dataclasses import dataclass

from coachtui.flow.places import readers
from coachtui.framework.contents import LISTED, SHORTLY, content_words
from coachtui.framework.steps import CONTENTS, AgreementStep, Content, Level
from coachtui.session.models import Session
from coachtui.talk.answers import plainly, words_of

#: Other words for the rows of the table, beside those they have.
_ROWS: dict[Content, tuple[str, ...]] = {
    "attendance": ("that we met", "meeting", "meet", "when we meet"),
    "topic": ("topic", "about what", "what its about", "what its all about", "what we talk about", "subject"),
    "points": ("what was said", "said", "what i say", "what i said", "what we say", "what we said"),
    "actions": ("promised", "what is promised", "what we promise", "what i promise", "what i promised", "promise"),
    "ratings": ("number", "ratings", "rating"),
    "feedback": ("how it went", "how we work together"),
}
_LEVELS: dict[str, Level] = {"yes": "yes", "y": "yes", "no": "no", "n": "no", "ask": "ask", "ask first": "ask"}
_OWNERS = re.compile(r"(?:the|my|our|your|any|any of the|any of my)\s+")
_FINE = (
    r"(?:yes|ok|okay|fine|sure|all|all of it|all of that|everything|thats right|that is right|thats fine|that is fine)"
)
#: What takes a row out, before its words and behind them.
_OUT = re.compile(
    rf"(?:(?:{_FINE}\s+)?(?:(?:but|and|just|please|only)\s+)?"
    r"(?:not|never|no|without|except|except for|excluding|apart from|leave out|minus|nothing about|nothing of|none of)"
    rf"|{_FINE}\s+but)\s+(?P<rows>.+)"
)
_OUT_BEHIND = re.compile(r"(?P<rows>.+?)\s+(?:not|stays? (?:here|out|private|between us)|(?:is|are) private)")
#: What puts a row in.
_IN = re.compile(rf"(?:(?:{_FINE}\s+)?(?:and|and also|also|plus|including)|yes to)\s+(?P<rows>.+)")
_IN_BEHIND = re.compile(
    r"(?:and\s+)?(?P<rows>.+?)\s+(?:too|as well|also|(?:is|are) (?:fine|ok|okay|alright)|(?:may|can) go)"
)
_SAID: tuple[tuple[re.Pattern[str], Level], ...] = (
    (_OUT, "no"),
    (_OUT_BEHIND, "no"),
    (_IN, "yes"),
    (_IN_BEHIND, "yes"),
)
_BETWEEN = re.compile(r"\s(?:and|or|nor)\s(?:not\s)?")


@dataclass(frozen=True, slots=True)
class RowChange:
    """Rows of one column of the table that are to go as far as is said."""

    audience: str
    contents: tuple[Content, ...]
    level: Level


def row_change(session: Session, step: AgreementStep, text: str, audience: str | None = None) -> RowChange | None:
    """What a line changes in the table; None where it is anything else, or a question.

    `audience`: whose column is meant where none is named; else the usual reader's.
    """
    if text.rstrip().endswith("?"):
        return None
    level, rest = _level(plainly(text))
    meant, words = _audience(step, rest)
    who = meant or audience or readers(session, step)[0]
    if level is not None:
        content = _row(words)
        return RowChange(who, (content,), level) if content is not None else None
    for said, far in _SAID:
        found = said.fullmatch(words)
        rows = _rows(found["rows"]) if found else ()
        if rows:
            return RowChange(who, rows, far)
    return None


def _level(words: str) -> tuple[Level | None, str]:
    """The level that stands at the end of a line, `what was promised: ask first`, and the words before it."""
    for word, level in sorted(_LEVELS.items(), key=lambda one: -len(one[0])):
        if len(word) > 1 and words.endswith(f" {word}"):
            return level, words.removesuffix(f" {word}")
    return None, words


def _audience(step: AgreementStep, words: str) -> tuple[str | None, str]:
    """Whom a line names, before it ("SLT, the numbers: ask") or behind it ("no numbers to SLT"), and the rest of it."""
    for one in step.audiences:
        name = rf"(?:(?:your|the|my)\s+)?{re.escape(words_of(one))}"
        for place in (rf"{name}\s+(?P<rest>.+)", rf"(?P<rest>.+?)\s+(?:to|for|with)\s+{name}"):
            found = re.fullmatch(place, words)
            if found:
                return one, found["rest"]
    return None, words


def _rows(words: str) -> tuple[Content, ...]:
    """The rows that are named, one or several; nothing where any of the words is no row."""
    whole = _row(words)
    named: list[Content | None] = [whole] if whole is not None else [_row(one) for one in _BETWEEN.split(words)]
    found: list[Content] = [one for one in named if one is not None]
    return tuple(dict.fromkeys(found)) if len(found) == len(named) else ()


def _row(words: str) -> Content | None:
    bare = _OWNERS.sub("", words, count=1) if _OWNERS.match(words) else words
    return next((one for one in CONTENTS if {words, bare} & _names(one)), None)


def _names(content: Content) -> set[str]:
    own = (content, content_words(content), LISTED[content], SHORTLY[content], *_ROWS[content])
    return {words_of(one) for one in own} | {words_of(one).removeprefix("the ") for one in own}
