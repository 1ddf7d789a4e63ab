"""What stands on the wall of Choose, in which order, and what of it fits the time and the number of people. Pure values."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from coachtui.framework.models import Framework, People
from coachtui.tui.widgets.look import FAMILIES

#: The lengths that are offered, in minutes; any other is typed as a number.
LENGTHS = (15, 20, 30, 45, 60)
#: The length a wall begins with.
USUAL = 30
#: The longest conversation there is, in minutes.
LONGEST = 480
#: Words that say nothing of what is looked for.
SMALL = frozenset(
    re.findall(
        r"\w+",
        """a about all am an and are as at be been but by can do does dont for from get got had has have he her him his how i
        if im in into is it its ive me my not of on or our she so some somebody someone that the their them there they this
        to us want was we what when who with you your""",
    )
)
#: An ending is taken off a word where so many letters are left.
STEM = 4
#: How many people, and how it is said.
GROUPS: tuple[tuple[People, str], ...] = (("two", "2"), ("three", "3"), ("group", "4+"))


@dataclass(frozen=True, slots=True)
class Choice:
    """A framework on the wall.

    Attributes:
        framework: the framework.
        rank: its place among those of its family, from 0.
        favourite: its place among the school's own favourites, None where it is none.
    """

    framework: Framework
    rank: int = 0
    favourite: int | None = None

    @property
    def id(self) -> str:
        """The framework's id."""
        return self.framework.id

    @property
    def words(self) -> str:
        """What a person would say who needs this."""
        return self.framework.words or self.framework.summary or self.framework.name

    def minutes(self, have: int) -> int:
        """The length it would take: the longest that fits, else its shortest.

        A number that somebody typed, and that is none of those offered, is meant as it stands where it lies between the two.
        """
        known = self.framework.minutes
        if have not in LENGTHS and min(known) <= have <= max(known):
            return have
        return max((one for one in known if one <= have), default=min(known))

    def fits(self, have: int, group: People) -> bool:
        """Whether it is made for this time and this many people."""
        return min(self.framework.minutes) <= have and group in self.framework.people

    def says(self, query: str) -> int:
        """How many words of the query stand in what is told of it; its keywords are told to nobody, and count too."""
        one = self.framework
        told = " ".join((one.words, one.name, one.summary, one.use_when, one.family, *one.keywords)).casefold()
        words = re.findall(r"[^\W_]+", told.replace("'", ""))
        return sum(any(word.startswith(_stem(wanted)) for word in words) for wanted in _wanted(query))


def _wanted(query: str) -> list[str]:
    """The words of a query that say something; all of them where none does."""
    words = re.findall(r"[^\W_]+", query.casefold().replace("'", ""))
    return [one for one in words if one not in SMALL] or words


def _stem(word: str) -> str:
    """A word without an ending such as -s, -ing or -ed, so that "joins" finds "join"."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            return word.removesuffix(ending)
    return word


def choices(frameworks: Iterable[Framework], favourites: Sequence[str] = ()) -> tuple[Choice, ...]:
    """All frameworks as choices, each with its place in its family."""
    seen: dict[str, int] = {}
    found: list[Choice] = []
    for one in sorted(frameworks, key=lambda framework: (framework.name.casefold(), framework.id)):
        rank = seen[one.family] = seen.get(one.family, -1) + 1
        found.append(Choice(one, rank, favourites.index(one.id) if one.id in favourites else None))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Wall:
    """The wall as it is looked at.

    Attributes:
        choices: everything that could stand on it.
        have: the minutes there are.
        group: how many people there are.
        more: all are in sight, not only the favourites or the first of each family.
        query: words that were typed to find something.
        at: the id of the one that is looked at.
        lead: the id of one that stands first whatever fits: the format of the conversation that is followed.
    """

    choices: tuple[Choice, ...]
    have: int = USUAL
    group: People = "two"
    more: bool = False
    query: str = ""
    at: str = ""
    lead: str = ""

    def shown(self, room: int) -> tuple[Choice, ...]:
        """Those in sight, in their order, where `room` of them can stand at once."""
        if self.query.strip():
            said = {one.id: one.says(self.query) for one in self.choices}
            most = max(said.values(), default=0)
            return self._sorted(self.by_family, [one for one in self.choices if most and said[one.id] == most])
        if self.more:
            return self._sorted(self.by_family)
        favourites = [one for one in self.choices if one.favourite is not None or one.id == self.lead]
        if any(one.favourite is not None for one in favourites):
            return self._sorted(self.by_family, favourites)
        if len(self.choices) <= room:
            return self._sorted(self.by_family)
        first = self._sorted(_first_of_each)[: max(1, room)]
        # The one that was chosen stays in sight where another time or number of people moves it down.
        kept = [one for one in self.choices if one.id == self.at and one not in first]
        return (*first[: len(first) - len(kept)], *kept)

    def by_family(self, one: Choice) -> tuple[int, int, int]:
        """The order of a whole list: the favourites, then family by family."""
        favourite = len(self.choices) if one.favourite is None else one.favourite
        return (favourite, FAMILIES.index(one.framework.family), one.rank)

    def _sorted(
        self, key: Callable[[Choice], tuple[int, ...]], some: Iterable[Choice] | None = None
    ) -> tuple[Choice, ...]:
        every = self.choices if some is None else some
        return tuple(
            sorted(every, key=lambda one: (one.id != self.lead, not one.fits(self.have, self.group), *key(one)))
        )

    def hidden(self, room: int) -> int:
        """How many are not in sight."""
        return 0 if self.query.strip() else len(self.choices) - len(self.shown(room))

    def here(self, room: int) -> Choice | None:
        """The one that is looked at; the first one where it is not in sight. None where nothing is in sight."""
        shown = self.shown(room)
        return next((one for one in shown if one.id == self.at), shown[0] if shown else None)

    def moved(self, by: int, room: int) -> "Wall":
        """Look at the next one, or the one before."""
        shown, here = self.shown(room), self.here(room)
        if here is None:
            return self
        at = max(0, min(len(shown) - 1, shown.index(here) + by))
        return replace(self, at=shown[at].id)

    def longer(self, by: int) -> "Wall":
        """The next of the lengths, or the one before."""
        after = [one for one in LENGTHS if one > self.have]
        before = [one for one in LENGTHS if one < self.have]
        have = (after[0] if after else self.have) if by > 0 else (before[-1] if before else self.have)
        return replace(self, have=have)

    def more_people(self) -> "Wall":
        """The next number of people, and round again."""
        names = [group for group, _ in GROUPS]
        return replace(self, group=names[(names.index(self.group) + 1) % len(names)])


def _first_of_each(one: Choice) -> tuple[int, int]:
    """The order where only a few can stand: the first of every family, then the second."""
    return (one.rank, FAMILIES.index(one.framework.family))
