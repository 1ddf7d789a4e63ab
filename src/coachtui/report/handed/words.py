"""The words around what was said: for whom, what was agreed, what is missing. Plain English; touches nothing."""

from collections.abc import Mapping

from coachtui.framework.contents import CONTENT_WORDS, LISTED
from coachtui.framework.steps import Content, Level
from coachtui.report.page import day
from coachtui.sharing import Shared
from coachtui.sharing.shared import Change, Terms

#: What something is that is asked about, before its words.
ASKED_WORDS: Mapping[Content, str] = {
    "attendance": "About your meeting",
    "topic": "The topic",
    "points": "Something said",
    "actions": "A promise",
    "ratings": "A number",
    "feedback": "How the coaching went",
}

#: How far something goes, in a word.
SHORT: Mapping[str, str] = {"no": "no", "ask": "ask first", "yes": "yes"}
NOT_A_THING = "nothing"

#: What each kind of content is, said to a reader who was not there.
PAGE_WORDS: Mapping[Content, str] = {
    "attendance": "the day, who was there, and the next date",
    "topic": "the topic in its one line, and the name of the format",
    "points": "what was said (goals, notes, ideas, choices, reasons, remarks)",
    "actions": "what was promised (what, who, by when, and all that was noted beside it), and what became of earlier promises",
    "ratings": "the numbers that were given",
    "feedback": "how the coaching itself went",
}
#: How far things go, in the order in which a reader is told, so that nothing is read into what is missing.
LEVEL_WORDS: Mapping[Level, str] = {
    "yes": "On this page, if there was any",
    "ask": "Only what the coachee said yes to, one by one; there may be more",
    "no": "Never on this page, whether there was any or not",
}

UNFINISHED = "The conversation was still open when this was made."
NOTHING = "Nothing of this conversation goes to {audience}, not even that there was one. So no page is made."
ONLY_MET = "Nothing of what was said goes to {audience}."
NOT_YET = "There is nothing here so far. What may come, and what never does, stands below."
NONE_HERE = "There is nothing here that may go to {audience}. What might have, and what never does, stands below."
REMARK = "Remark"
#: The name of a usual agreement that people are warned of, for a reader who was not there.
AGREED_AS = "Agreed by those who talked: {name}"
TERMS = "Who may hear what"
USUAL = "Nothing was agreed in this conversation, so what is usual holds:"
CHANGED = "Changed at this meeting:"
OPEN = "Each of us can change this at any meeting. Every copy of this conversation is made by it."
#: What nobody can promise, where the format says nothing of it.
LIMITS = (
    "If a child, you or someone else may be at risk, it is passed on straight away. Normally you are told first.",
    "Notes can be asked for by law or in a formal process, so nobody can promise total secrecy.",
)
ABOUT = "What is on this page, and what is not"
ALL = "Everything that was written down in this conversation, as it reads now, but for what is on no copy."
#: On every copy the same, so that it tells nobody whether there was any.
PRIVATE = (
    "What was kept private, or came up where someone may be at risk, is on no copy for anybody. Nor is what was made from it, "
    "such as a promise, unless somebody marked just that to be shared."
)
#: Where not everything goes: a promise or a number that belongs to something which stays.
HANGS = "What belongs to something that is not here, such as a number given to an idea, is not here either."
REST = (
    "The rest is not for this page. Where someone may be at risk, that is passed on another way, by the school's own procedure. "
    "Please keep this as carefully as it was given to you."
)
OWN = "This is your own copy. Whoever you show it to is up to you."


def to_whom(audience: str) -> str:
    """The audience as it stands in a sentence: the line manager, the coachee, SLT, anyone."""
    return audience if audience.casefold() in {"anyone", "slt"} or audience[:1].isupper() else f"the {audience}"


def is_own(audience: str) -> bool:
    """Whether the copy is for the one whose words these are."""
    return audience.casefold() == "coachee"


def made_for(shared: Shared) -> str:
    """The line under the title."""
    return f"Made for {to_whom(shared.audience)}"


def agreed(shared: Shared) -> tuple[str, ...]:
    """What was agreed for this audience, line by line: it says why this much and no more is here."""
    if all(level == "yes" for _, level in shared.levels):
        return (ALL,)
    told = [
        (words, [PAGE_WORDS[one] for one, level in shared.levels if level == far]) for far, words in LEVEL_WORDS.items()
    ]
    return tuple(f"{words}: {'; '.join(named)}" for words, named in told if named)


def nothing(audience: str) -> str:
    """Why no page is made for somebody who gets nothing at all."""
    return NOTHING.format(audience=to_whom(audience))


def empty(shared: Shared) -> str:
    """What stands on a sheet without anything that was said: that is so for ever, so far, or this time."""
    if all(level == "no" for content, level in shared.levels if content != "attendance"):
        said = NOTHING if dict(shared.levels).get("attendance", "no") == "no" else ONLY_MET
        return said.format(audience=to_whom(shared.audience))
    return NOT_YET if shared.unfinished else NONE_HERE.format(audience=to_whom(shared.audience))


def _begun(words: str) -> str:
    """Words at the beginning of a line."""
    return words[:1].upper() + words[1:]


def in_short(levels: Mapping[Content, Level]) -> str:
    """What was agreed, in a few words for a list."""
    named = {wanted: [LISTED[one] for one in LISTED if levels.get(one, "no") == wanted] for wanted in ASKED}
    if len(named["yes"]) == len(LISTED):
        return "everything but what is kept private"
    told = [f"{say}{', '.join(named[wanted])}" for wanted, say in ASKED.items() if named[wanted]]
    return "; ".join(told) or NOT_A_THING


#: How the levels are told in a line that lists them; what is not agreed is not named.
ASKED: Mapping[Level, str] = {"yes": "", "ask": "ask first: "}


def agreed_when(terms: Terms) -> str:
    """When it was agreed, and by whom, or that nothing was; empty where neither is told."""
    if terms.usual:
        return USUAL
    first = f"Agreed on {day(terms.days[0])}" if terms.days else ""
    again = f", and again on {day(terms.days[-1])}" if len(terms.days) > 1 else ""
    by = f"{'' if first else 'Agreed'} by {' and '.join(terms.by)}" if terms.by else ""
    return f"{first}{again}{by}." if first or by else ""


def table(terms: Terms) -> tuple[str, ...]:
    """Who may hear what, a line each; those who hear nothing are named together."""
    got = [(one.audience, in_short(dict(one.levels))) for one in terms.columns]
    silent = [to_whom(audience) for audience, told in got if told == NOT_A_THING]
    return (
        *(f"{_begun(to_whom(audience))}: {told}" for audience, told in got if told != NOT_A_THING),
        *((f"Nothing for {', '.join(silent)}",) if silent else ()),
    )


def changed(change: Change) -> str:
    """What was changed: for whom, what, from what to what."""
    before = SHORT.get(change.before, change.before)
    return f"{_begun(to_whom(change.audience))}, {CONTENT_WORDS[change.content]}: now {SHORT[change.level]}, before {before}"


def changed_when(change: Change) -> str:
    """When and by whom, where that is told."""
    return ", ".join(one for one in (day(change.day) if change.day else "", change.by) if one)


def closing(shared: Shared) -> tuple[str, ...]:
    """The last lines."""
    hangs = (HANGS,) if len({level for _, level in shared.levels}) > 1 else ()  # else all goes alike, or nothing does
    return (PRIVATE, *hangs, OWN if is_own(shared.audience) else REST)
