"""Whether a line says yes or no, as people say it: pure functions on words, for the agreement and for what is asked.

What is not clear is never guessed at: then neither is said, and whoever asks says what would be clear.
"""

import re
from dataclasses import dataclass
from typing import Literal

from coachtui.framework.steps import Level

Word = Literal["yes", "no", ""]


def _these(words: str) -> frozenset[str]:
    return frozenset(words.split(", "))


#: A bare yes, wherever one is asked for.
_YES = _these("y, yes, yes please, yeah, yep, yup, aye, ok, okay, agreed, agree, i agree, we agree, sure")
#: A bare no.
_NO = _these(
    "n, no, nope, nah, no thanks, no thank you, no way, never, not at all, rather not, better not, id rather not, "
    "i would rather not, no not that, no no, please no, no please, of course not"
)
#: What people say when they have nothing to add; after a "no," as well ("no, nothing").
_NOTHING_TO_ADD = _these(
    "nothing, nothing else, nothing more, nothing to add, nothing to change, no change, no changes, not now, as it is, "
    "as it stands, leave it, leave it as it is, keep it, keep it as it is, keep them, thanks, thank you, no objection, "
    "no objections, no problem, no worries, it stands, they stand, still stands, it still stands, they still stand, "
    "still the same, same as before, the same as before"
)
#: What people say when something more is asked for and there is none, and what leads up to it or trails behind it.
_NO_MORE = re.compile(
    r"(?:(?:no|nope|nah|i think|um|er|ok|okay|well|yeah|yes|right|so|and)\s+)*"
    r"(?:that ?i?s (?:it|all|everything|enough|plenty|the lot|all of (?:it|them)|me(?: done)?)|that ?(?:wi)?ll do|enough"
    r"|(?:im|i am|were|we are|all) done|(?:nothing|no) (?:else|more)(?: to add)?|nothing to add)"
    r"(?:\s+(?:i think|then|really|thanks|thank you|for now|for today|now))*"
)
#: A sentence of nothing but these, with one that agrees among them, agrees: "yes, that's fine by me".
_AGREEING = _these(
    "y, yes, yeah, yep, yup, aye, ok, okay, agreed, agree, fine, sure, good, happy, great, perfect, right, alright, "
    "absolutely, definitely, certainly, course"
)
#: With one of these a yes to an offer begins; "fine" or "happy" may be about the number that was given.
_TAKING = _these("y, yes, yeah, yep, yup, ok, okay, sure")
_AROUND = _these(
    "that, thats, is, its, it, this, these, those, they, them, all, by, me, with, for, us, both, of, we, were, i, im, am, "
    "are, to, sounds, looks, very, quite, really, please, thanks, thank, you, too, then, as, well, so, and, do, does, "
    "works, everything, a, lot, will, be, still, stands, stand, holds, hold"
)
#: After one of these, what began as a yes may not be one.
_DOUBT = _these(
    "but, except, unless, only, if, however, though, although, not, no, dont, never, without, until, apart, rather, "
    "instead, ask"
)
#: How somebody begins who has nothing against it: "No, that is fine".
_NO_BUT_FINE = re.compile(r"\s*no\s*[,.;:]\s*", re.IGNORECASE)
#: What ends the first part of a sentence.
_PAUSE = re.compile(r"\s*(?:[,.;:!]+|\s[-\u2013\u2014]+)\s*")
_HEARING = _these("heard, have, has, weve, ive, everybody, everyone, limits, the, now, already, each")
#: How a question begins; and so many words with such a beginning are one without its mark, too.
_ASKING = _these("what, whats, which, who, whos, why, how, when, where")
_FEW = 3
#: Said to be polite, and nothing else.
_POLITE = _these("please, pls, plz, thanks, ta")
_THANKS = re.compile(r"[\s,]+(?:please|pls|plz|thanks|thank you|ta)[\s.!]*$", re.IGNORECASE)
_ASK = _these("a, ask, ask first, ask me, ask me first, ask us, ask us first, only if i say yes")
_LEVEL_WORDS: dict[Word, Level] = {"yes": "yes", "no": "no"}


@dataclass(frozen=True, slots=True)
class Heard:
    """What was understood of a line: yes, no or neither; and whether it says more than that, which is to be kept."""

    word: Word
    more: bool = False


def words_of(text: str) -> str:
    """A line as bare small words: no marks, no apostrophes."""
    return " ".join(re.sub(r"['\u2019]", "", re.sub(r"[^\w\s'\u2019]", " ", text)).lower().split())


def plainly(text: str) -> str:
    """A line as bare small words, without what is only polite at its end."""
    words = words_of(text).split()
    while len(words) > 1 and words[-1] in _POLITE:
        words.pop()
    return " ".join(words)


def without_thanks(text: str) -> str:
    """A line without a please or thanks at its end, where more than that was said."""
    return _THANKS.sub("", text) or text


def says_yes(text: str) -> bool:
    """Whether a line is a bare yes and nothing else."""
    return words_of(text) in _YES


def says_no(text: str) -> bool:
    """Whether a line is a bare no, however politely."""
    return words_of(text) in _NO


def asks(text: str) -> bool:
    """Whether a line is a question: by its mark, or a few words that begin as questions do."""
    words = words_of(text).split()
    return text.rstrip().endswith("?") or (0 < len(words) <= _FEW and words[0] in _ASKING)


def takes(text: str) -> Word:
    """Whether a line takes what is offered or declines it, and says nothing else: "yes ok", "no thanks"."""
    words = words_of(text)
    if says_no(text):
        return "no"
    return "yes" if words.split()[:1] and words.split()[0] in _TAKING and _agrees(words) else ""


def says_no_more(text: str) -> bool:
    """Whether a line says that there is no more to add, and nothing else: "no, that's it"."""
    return _NO_MORE.fullmatch(words_of(text)) is not None


def says_heard(text: str) -> bool:
    """Whether a line says that something was heard, and nothing else: "yes, both heard", "we have heard them"."""
    found = set(words_of(text).split())
    return "heard" in found and found <= _AGREEING | _AROUND | _HEARING


def hear(text: str) -> Heard:
    """Yes, no or neither, where sentences are agreed to. "No phones in the room" is neither: it may be a new sentence."""
    words = words_of(text)
    if says_no(text):
        return Heard("no")
    if _agrees(words) or _agrees(words_of(_NO_BUT_FINE.sub("", text))):
        return Heard("yes")
    first, *rest = _PAUSE.split(text.strip(), maxsplit=1)
    # "Fine, as we said last time" agrees and says more; "Yes, but not the numbers" may not agree at all.
    if rest and words_of(rest[0]) and _agrees(words_of(first)) and not _DOUBT & set(words.split()):
        return Heard("yes", more=True)
    return Heard("")


def hear_level(text: str) -> tuple[Level | None, bool]:
    """How far something is to go, where just that is asked, and whether the line says more than that."""
    words = words_of(text)
    if plainly(text) in _ASK:
        return "ask", False
    if words.removeprefix("no ") in {"nothing", "nothing at all", "none", "none of it"}:
        return "no", False
    if words in _NOTHING_TO_ADD:  # as it stands, but which level that is has to be seen and said
        return None, False
    found = hear(text)
    if found.word and not (found.word == "yes" and words.startswith("no ")):  # "no, that is fine" may be either here
        return _LEVEL_WORDS[found.word], found.more
    first, *rest = _PAUSE.split(text.strip(), maxsplit=1)
    doubt = _DOUBT & set(words_of(rest[0]).split()) if rest else set[str]()
    if rest and not doubt & {"but", "except", "unless", "only", "if", "ask"}:
        if says_no(first):
            return "no", True
        if words_of(first) in _ASK:
            return "ask", True
    return None, False


def _agrees(words: str) -> bool:
    if words in _YES or words in _NOTHING_TO_ADD:
        return True
    found = words.split()
    return bool(_AGREEING & set(found)) and all(one in _AGREEING | _AROUND for one in found)
