"""Searching all sessions by scanning them: what is kept of each for that, and what fits. Pure functions; touches nothing.

An entry is made from a session's document, not from the whole session, so that ten thousand of them stay light. Case
and accents do not matter; every word that is looked for must occur, at least as the beginning of a word.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from coachtui.library.cards import Card
from coachtui.library.shelf import Book
from coachtui.text import one_line

#: The fields of a thing in which something that was said may stand.
WORDED = ("text", "remark", "reason", "learned", "low", "high")
#: From here on, scripts that write words without blanks between them: they are found anywhere.
UNSPACED = "\u2e80"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said: its id, the key of its spot (empty for a parked idea), its words on one line."""

    thing: str
    spot: str
    text: str
    private: bool = False


@dataclass(frozen=True)
class Entry:
    """One session file, as far as a list and a search need it.

    Attributes:
        id: the session's id; empty where the file could not be read.
        path: its file.
        card: what a list shows of it; None where it could not be read.
        reason: why it could not be read, as a sentence; empty where it could.
        newer: a sentence for a file from a newer version; else empty.
        said: everything that was said and not dropped.
        folded: all of that, fit for comparing.
        about: date and format, fit for comparing.
        people: the names, fit for comparing.
        chairs: what the coachee and the coach are called in this format.
        hidden: the ids of promises that were made at private steps.
    """

    id: str
    path: Path
    card: Card | None
    reason: str = ""
    newer: str = ""
    said: tuple[Said, ...] = ()
    folded: str = ""
    about: str = ""
    people: str = ""
    chairs: tuple[str, str] = ("Coachee", "Coach")
    hidden: frozenset[str] = field(default_factory=frozenset)

    @property
    def when(self) -> datetime | None:
        """The moment it belongs to; None where the file does not say."""
        return self.card.when if self.card is not None else None


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a session fits: the thing that does best, None where date, format or people do; and how many `more` do."""

    entry: Entry
    said: Said | None = None
    more: int = 0


def entry_of(book: Book) -> Entry:
    """What is kept of a session for searching."""
    card = book.card
    if card is None:
        return Entry(book.id, book.path, None, book.reason or book.trouble, book.newer)
    framework = book.document["framework"]
    closed = _private_steps(framework)
    said = tuple(_said(book.document, closed))
    when = card.when
    days = f"{when:%A} {when.day} {when:%B %Y %Y-%m-%d}" if when else ""
    return Entry(
        book.id,
        book.path,
        card,
        newer=book.newer,
        said=said,
        folded=fold("\n".join(one.text for one in said)),
        about=fold(f"{days}\n{card.framework_name}\n{card.framework}"),
        people=fold("\n".join(one.name for one in card.people)),
        chairs=(_word(framework.get("coachee"), "Coachee"), _word(framework.get("coach"), "Coach")),
        hidden=frozenset(one.thing for one in said if one.private),
    )


def _word(value: object, usual: str) -> str:
    return value if isinstance(value, str) and value else usual


def _private_steps(framework: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(step["id"] for step in framework["step"] if step.get("private") is True)


def _said(document: Mapping[str, Any], closed: frozenset[str]) -> Iterator[Said]:
    """Everything worded in a document; what is not shaped as expected is passed by."""
    for key, record in (document.get("records") or {}).items():
        whole = key.partition("@")[0] in closed
        for things in record.values() if isinstance(record, Mapping) else ():
            yield from _worded(things, key, whole=whole)
    yield from _worded(document.get("parked"), "", whole=False)


def _worded(things: object, key: str, *, whole: bool) -> Iterator[Said]:
    for one in things if isinstance(things, Sequence) and not isinstance(things, str) else ():
        if not isinstance(one, Mapping) or one.get("gone") or not isinstance(one.get("id"), str):
            continue
        words = [one.get(name) for name in WORDED]
        fields = one.get("fields")
        words += fields.values() if isinstance(fields, Mapping) else ()
        text = one_line(" · ".join(word for word in words if isinstance(word, str) and word))
        if text:
            yield Said(one["id"], key, text, whole or one.get("mark") == "private")


def around(text: str, words: Sequence[str], lead: int = 24) -> str:
    """The text from a little before the first of these words; what is left out is told by a sign."""
    start = begins(text, words, lead)
    return f"… {text[start:]}" if start else text


def begins(text: str, words: Sequence[str], lead: int = 24) -> int:
    """From where on a text is shown so that the first of these words is in sight: a place where a word begins."""
    found = spans(text, words)
    return text.rfind(" ", 0, found[0][0] - lead // 2) + 1 if found and found[0][0] > lead else 0


# -- comparing


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    """One character without its accents, in small letters."""
    parts = unicodedata.normalize("NFKD", char)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


def fold(text: str) -> str:
    """A text fit for comparing: no accents, small letters."""
    return text.lower() if text.isascii() else "".join(map(_folded, text))


def words_of(query: str) -> tuple[str, ...]:
    """The words that are looked for, fit for comparing."""
    return tuple(dict.fromkeys(fold(one_line(query)).split()))


@lru_cache(maxsize=64)
def _pattern(word: str) -> re.Pattern[str]:
    begins = r"(?<![^\W_])" if word[0] < UNSPACED and word[0].isalnum() else ""
    return re.compile(begins + re.escape(word))


def occurs(word: str, folded: str) -> bool:
    """Whether a folded text has this folded word, or one that begins with it."""
    return word in folded and _pattern(word).search(folded) is not None


def spans(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where these words stand in a text: from and to, in its own characters, in order, none inside another."""
    folded: list[str] = []
    origin: list[int] = []
    for at, char in enumerate(text):
        parts = _folded(char)
        folded.append(parts)
        origin.extend([at] * len(parts))
    whole = "".join(folded)
    found = sorted(
        (origin[hit.start()], origin[hit.end() - 1] + 1) for word in words for hit in _pattern(word).finditer(whole)
    )
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
        elif end > kept[-1][1]:
            kept[-1] = (kept[-1][0], end)
    return kept


def fits(entry: Entry, words: Sequence[str], *, names: bool) -> bool:
    """Whether a session has every one of these words, in what was said, its date or its format.

    Args:
        entry: the session.
        words: see `words_of`; none at all fits everything.
        names: whether people's names count.
    """
    return all(
        occurs(one, entry.folded) or occurs(one, entry.about) or (names and occurs(one, entry.people)) for one in words
    )


def hit_in(entry: Entry, words: Sequence[str]) -> Hit:
    """The thing of a session that has most of these words; the first of those, and an open one before a private one."""
    best: Said | None = None
    most = more = 0
    for said in entry.said if words else ():
        folded = fold(said.text)
        count = sum(occurs(one, folded) for one in words)
        more += count > 0
        if count and (count > most or (count == most and best is not None and best.private and not said.private)):
            best, most = said, count
    return Hit(entry, best, max(0, more - 1))


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """By the moments in the files; those that say none come last."""
    return sorted(entries, key=lambda one: (one.when.timestamp() if one.when else float("-inf"), one.path.name))[::-1]


def hits_in(entry: Entry, words: Sequence[str]) -> tuple[Said, ...]:
    """Every thing of a session that has at least one of the words."""
    return tuple(one for one in entry.said if any(occurs(word, fold(one.text)) for word in words))
