"""The duty-to-act card: what a school wants done when somebody may be at risk. Pure values and words; touches no disk.

There is no place on it, and none anywhere in coachtui, for what was disclosed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

#: Whether the person was told before it is passed on.
ToldFirst = Literal["yes", "no", "not yet"]
TOLD_FIRST: Final[tuple[ToldFirst, ...]] = get_args(ToldFirst)

#: Who is spoken to fits into so many characters: room for a name, a role and a number, not for a story.
LONGEST: Final = 120
#: A line of the procedure has at most so many characters.
LONGEST_LINE: Final = 200
#: No more people and no more lines than can be taken in at such a moment; each person has a digit.
MOST: Final = 9

STOP: Final = "Stop here. Somebody may be at risk."
SOMEBODY: Final = "the person your school names for safeguarding"
USUAL_PROCEDURE: Final = (
    "Follow your school's own safeguarding procedure.",
    "If somebody is in danger at this moment, call the emergency services first.",
)
#: What holds in every school.
ALWAYS: Final = (
    "What was said is recorded on the school's own system, not here.",
    "Normally the person is told first. Telling them never delays passing it on.",
)


@dataclass(frozen=True)
class DutyCard:
    """What stands on the card, set once for a home.

    Attributes:
        speak_to: people to speak to now, each with what leads to them: a room, a number.
        procedure: the school's own procedure in short lines.
    """

    speak_to: tuple[str, ...] = ()
    procedure: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Whom to speak to, in the order of their numbers; general words where nobody is set."""
        return self.speak_to or (SOMEBODY,)

    @property
    def steps(self) -> tuple[str, ...]:
        """What to do, and what holds in every school."""
        return (*(self.procedure or USUAL_PROCEDURE), *ALWAYS)

    @property
    def missing(self) -> str:
        """What is not filled in, as a sentence; empty where the card is whole."""
        left = [name for name, given in (("speak_to", self.speak_to), ("procedure", self.procedure)) if not given]
        if not left:
            return ""
        return (
            f"The duty-to-act card is not filled in: {' and '.join(left)} in [duty] of coachtui.toml. "
            "Until then it speaks in general words."
        )


def card_lines(card: DutyCard) -> tuple[str, ...]:
    """The card as plain lines, the people numbered."""
    return (STOP, "", "Speak to now:", *_numbered(card.names), "", *(f"- {one}" for one in card.steps))


def _numbered(names: Sequence[str]) -> list[str]:
    return [f"  {number}  {name}" for number, name in enumerate(names, 1)]
