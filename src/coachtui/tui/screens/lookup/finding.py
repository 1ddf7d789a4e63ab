"""What was read so far, and which of it fits the words that are typed. Plain values; touches no screen and no disk."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from coachtui.library.ledger import Promise, promise_fits, promises
from coachtui.library.promises import STILL_OPEN
from coachtui.library.search import Entry, fits, newest_first, words_of


@dataclass(slots=True)
class Finding:
    """The list behind the screen.

    Attributes:
        actions: commitments are listed, not sessions.
        names: people's names are in sight, and can be looked for.
        private: private things are in sight.
        closed: done and dropped commitments as well.
        whole: every file was read.
        words: what is looked for.
    """

    actions: bool = False
    names: bool = False
    private: bool = False
    closed: bool = False
    whole: bool = False
    words: tuple[str, ...] = ()
    entries: list[Entry] = field(default_factory=list)
    found: Sequence[Entry | Promise] = ()
    _promises: Sequence[Promise] = ()
    _versions: Counter[str] = field(default_factory=Counter)
    #: The conversations of each day; two versions of one are one.
    _days: dict[date | None, set[str]] = field(default_factory=dict)

    def read(self, more: Iterable[Entry], promised: Sequence[Promise] | None = None) -> None:
        """Take in more files, and the commitments of all so far where they were worked out."""
        new = list(more)
        self.entries += new
        self._versions += Counter(one.id for one in new if one.id)
        self._count_days(new)
        if promised is not None:
            self._promises = promised
        self.look()

    def finish(self) -> None:
        """Every file was read: now the order is that of the moments in them, not of their names."""
        self.whole = True
        self.entries = newest_first(self.entries)
        self.look()

    def put(self, path: Path, now: Entry | None) -> None:
        """One file as it is now; None where it is gone."""
        old = next((at for at, one in enumerate(self.entries) if one.path == path), None)
        if old is not None:
            self.entries[old : old + 1] = [now] if now is not None else []
        self._versions = Counter(one.id for one in self.entries if one.id)
        self._days.clear()
        self._count_days(self.entries)
        self._promises = promises(self.entries, closed=True)
        self.look()

    def versions(self, entry: Entry) -> int:
        """How many files hold this same session."""
        return self._versions[entry.id] if entry.id else 1

    def same_day(self, entry: Entry) -> bool:
        """Whether several conversations were held on the day of this one."""
        day = _day(entry)
        return day is not None and len(self._days.get(day, ())) > 1

    def _count_days(self, entries: Iterable[Entry]) -> None:
        for one in entries:
            if one.card is not None:
                self._days.setdefault(_day(one), set()).add(one.id or str(one.path))

    def ask(self, query: str) -> None:
        """Look for these words from now on."""
        self.words = words_of(query)
        self.look()

    def look(self) -> None:
        """Find anew what fits."""
        self.found = self._actions() if self.actions else self._sessions()

    def _sessions(self) -> list[Entry]:
        # What cannot be read is never hidden by words: nobody knows what it holds.
        return [one for one in self.entries if one.card is None or fits(one, self.words, names=self.names)]

    def _actions(self) -> list[Promise]:
        return [
            one
            for one in self._promises
            if (self.closed or one.open.status in STILL_OPEN)
            and promise_fits(one, self.words, names=self.names, private=self.private)
        ]


def _day(entry: Entry) -> date | None:
    """The day it was held on, on this computer's clock."""
    when = entry.card.when if entry.card is not None else None
    return when.astimezone().date() if when is not None else None
