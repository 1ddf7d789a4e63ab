"""What the rest of this room passes around: one moment of a conversation, and the numbers of what is on show.

Touches nothing.
"""

from dataclasses import dataclass, field

from coachtui.flow.past import Past
from coachtui.framework.steps import BaseStep, Check
from coachtui.session.models import Session
from coachtui.session.spot import Place, Spot

#: What has a letter and no number on show has one from here on all the same, for whatever looks it up.
UNSEEN = 9000


@dataclass(slots=True)
class Numbers:
    """Gives each thing on show the next number, counting from 1, and remembers which is which."""

    ids: dict[int, str] = field(default_factory=dict)
    #: What has a letter beside its number, where a second list begins anew; see `letter`.
    letters: dict[str, str] = field(default_factory=dict)
    _known: dict[str, int] = field(default_factory=dict)
    #: The highest number so far of those that are seen.
    _top: int = 0

    def give(self, thing: str) -> int:
        """The next number; the same as before for a thing that has one."""
        return self.keep(thing, self._known.get(thing, self._top + 1))

    def keep(self, thing: str, number: int) -> int:
        """Give a thing a number of its own choice, one that nothing else on show has."""
        self._known[thing] = number
        self.ids[number] = thing
        if self._top < number < UNSEEN:
            self._top = number
        return number

    def letter_only(self, thing: str, at: int) -> str:
        """The letter at a place of its own choice, from 0, for a thing that is not counted with the others.

        So what is counted can grow and neither moves the other.
        """
        letter = _letters(at)
        self.keep(thing, UNSEEN + at)
        self.letters[letter] = thing
        return letter

    def letter(self, thing: str) -> str:
        """The next letter, from A, for a thing of a second list; empty for one that has a number on show already."""
        if thing in self._known:
            return ""
        letter = _letters(len(self.letters))
        self.letters[letter] = thing
        return letter


def _letters(at: int) -> str:
    """A for 0, Z for 25, AA for 26."""
    before = _letters(at // 26 - 1) if at >= 26 else ""
    return before + chr(ord("A") + at % 26)


@dataclass(frozen=True, slots=True)
class Moment:
    """The session, its past, where the entry line stands, and what has been visited of this spot."""

    session: Session
    past: Past
    spot: Spot
    place: Place
    visited: frozenset[Place]
    numbers: Numbers
    #: The id of the action whose further fields are being asked, or of the note whose tag is.
    pending: str | None = None
    #: The check of a rating that led here, while the way back to it is open.
    check: Check | None = None

    @property
    def step(self) -> BaseStep:
        """The step of the present spot."""
        return self.session.framework.step(self.spot.step)


@dataclass(frozen=True, slots=True)
class Stood:
    """Where the entry line stood, and what had been visited of that spot by then."""

    spot: Spot
    place: Place
    visited: frozenset[Place]
