"""Words taken from a session: braces filled in, its topic, what an answer says, a day as people say it.

Pure functions over a session; touches nothing. Braces are looked up in a closed list of names; nothing is ever evaluated.
"""

import re
from datetime import date
from difflib import SequenceMatcher
from itertools import pairwise

from coachtui.framework.steps import TextStep
from coachtui.session.lookups import name_of
from coachtui.session.models import Session
from coachtui.session.records import TextRecord
from coachtui.session.spot import Spot
from coachtui.session.things import Passage
from coachtui.text import one_line

_BRACES = re.compile(r"\{([A-Za-z0-9_/-]{1,129})\}")

#: The most of an answer that is quoted inside a question, in characters.
LONGEST = 80


def filled(session: Session, spot: Spot, text: str) -> str:
    """The text with its braces filled in: people, the topic, a round's item, the answer of a `text` step."""
    return _BRACES.sub(lambda found: _value(session, spot, found[1]) or found[0], text)


def _value(session: Session, spot: Spot, name: str) -> str | None:
    framework = session.framework
    if name == "coachee":
        return session.coachee.name if session.coachee else framework.coachee.lower()
    if name == "coach":
        return session.coach.name if session.coach else framework.coach.lower()
    if name == "topic":
        return _in_a_sentence(topic(session)) or "the topic"
    round_ = framework.round_of(spot.step)
    if round_ is not None and name == round_.call_it:
        return name_of(session, spot.item) if spot.item else name
    step = framework.find(name)
    if isinstance(step, TextStep):
        said = answer(session, step.id)
        return _in_a_sentence(as_spoken(said) if step.lines == "date" else said) or step.title or name
    return None


def _in_a_sentence(text: str) -> str:
    """An answer as it stands inside a question: on one line, and cut where it would bury the question."""
    line = one_line(text)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def spoken(day: date) -> str:
    """A day as people say it: Friday 27 November 2026."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def as_spoken(words: str) -> str:
    """A day kept as 2026-11-27 as people say it; any other words as they are."""
    try:
        return spoken(date.fromisoformat(words))
    except ValueError:
        return words


#: From this likeness on, other words are the same ones repaired.
ALIKE = 0.8
#: Of fewer words, each one matters.
FEW = 3


def said_before(thing: Passage) -> tuple[str, ...]:
    """The earlier wordings that said something else, oldest first: what only put a slip right is left out."""
    texts = [*(one.text for one in thing.earlier), thing.text]
    return tuple(old for old, new in pairwise(texts) if old and not _repaired(old, new))


def _repaired(old: str, new: str) -> bool:
    """Whether this is a small repair: almost the same letters, or one word of several."""
    was, now = (as_spoken(one).casefold().split() for one in (old, new))
    if len(was) == len(now) >= FEW and sum(a != b for a, b in zip(was, now, strict=True)) <= 1:
        return True
    # Letter by letter where that is quick; of a long passage, word by word.
    if max(len(old), len(new)) > LONGEST * 4:
        return SequenceMatcher(None, was, now, autojunk=False).ratio() > ALIKE
    return SequenceMatcher(None, " ".join(was), " ".join(now), autojunk=False).ratio() > ALIKE


def topic(session: Session) -> str:
    """What the session is about, in the coachee's words; empty while that is open."""
    return meaning(session, "topic")


def meaning(session: Session, means: str) -> str:
    """The answer of the step that means this (`topic`, `goal`, `leaving`, `next-date`); empty where there is none."""
    for step in session.framework.steps:
        if step.means == means:
            said = answer(session, step.id)
            if said:
                return said
    return ""


def answer(session: Session, step: str) -> str:
    """The newest passage of a `text` step; empty where there is none."""
    for _, record in reversed(session.records_of(step)):
        if isinstance(record, TextRecord):
            for one in reversed(record.passages):
                if one.gone is None and one.text:
                    return one.text
    return ""
