"""The words around what was said: for whom, what was agreed, what is missing. Plain English; touches nothing."""

from collections.abc import Mapping

from coachtui.framework.steps import Content, Level
from coachtui.sharing import Shared

#: What the agreement's kinds of content are called to a reader.
CONTENT_WORDS: Mapping[Content, str] = {
    "attendance": "that you met, and when",
    "topic": "the topic",
    "points": "what was said",
    "actions": "what was promised",
    "ratings": "the numbers",
    "feedback": "how the coaching went",
}

LEVEL_WORDS: Mapping[Level, str] = {"no": "no", "ask": "asked first, one by one", "yes": "yes"}

UNFINISHED = "The conversation was still open when this was made."
NOTHING = "Nothing of what was said in this conversation is for {audience}."
REST = "What is not here stays with the two people who talked. Please keep this as carefully as it was given to you."
OWN = "This is your own copy. Whoever you show it to is up to you."


def to_whom(audience: str) -> str:
    """The audience as it stands in a sentence: the line manager, the coachee, SLT, anyone."""
    return audience if audience.casefold() in {"anyone", "slt"} or audience[:1].isupper() else f"the {audience}"


def made_for(shared: Shared) -> str:
    """The line under the title."""
    return f"Made for {to_whom(shared.audience)}"


def agreed(shared: Shared) -> str:
    """What was agreed for this audience, in one sentence: it says why this much and no more is here."""
    told = "; ".join(f"{CONTENT_WORDS[content]}: {LEVEL_WORDS[level]}" for content, level in shared.levels)
    return f"Agreed for {to_whom(shared.audience)}: {told}."


def closing(shared: Shared) -> str:
    """The last line."""
    return OWN if shared.audience.casefold() == "coachee" else REST
