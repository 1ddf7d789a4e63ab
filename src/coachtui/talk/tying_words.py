"""Ties said in a sentence: "2 helps with D", "talking to KM is for C". Pure functions on words; touches nothing.

Only what can be meant in one way is a tie. Whatever is not clear stays a remark.
"""

import re
from collections.abc import Collection, Sequence

from coachtui.talk.answers import words_of
from coachtui.talk.said_numbers import each_of

#: Words between two ends that say no more than that one goes with the other.
_HELPING = each_of(
    "is are for of help helps helped helping with against about gets get round around deals deal solves solve fixes "
    "answers answer removes belongs goes go to and also would could can might should will does do probably maybe perhaps "
    "i think it the by"
)
#: Of these, the ones that say so by themselves.
_SAYS = each_of("help helps helped for against solve solves fixes answers")
#: Words that may turn a sentence round.
_TURNS = each_of("not no dont doesnt wont cant isnt arent never neither nor but except without or rather instead than")
#: Words that say nothing of which thing is meant.
_LIGHT = each_of("a an the to of for in on at my our your with and is are it that this way idea one")
_MANY = 8
_END = re.compile(r"^(?P<words>.+?)\s+(?P<ends>[A-Z]{1,2}(?:\s*(?:,|&|\+|\band\b)\s*[A-Z]{1,2})*)[.!]?\s*$")
_START = re.compile(
    r"^\s*(?P<ends>(?:[A-Z]{1,2}|\d{1,3})(?:\s*(?:,|&|\+|\band\b)\s*(?:[A-Z]{1,2}|\d{1,3}))*)\s+(?P<words>.+)$"
)
_LAST = re.compile(
    r"^(?P<words>.*?)\s+(?P<ends>(?:[A-Za-z]{1,2}|\d{1,3})(?:\s*(?:,|&|\+|\band\b)\s*(?:[A-Za-z]{1,2}|\d{1,3}))*)[.!]?\s*$"
)
_NAME = re.compile(r"\b(?:\d+|[A-Za-z]{1,2})\b")
#: What only leads up to a sentence.
_LEADS = re.compile(r"^\s*(?:(?:i think|i'?d say|maybe|perhaps|probably|so|number|way|idea)\s+)+", re.IGNORECASE)
#: What the second list is lettered with, read as a word of a sentence.
_ALSO_WORDS = frozenset({"a", "i"})


def pair_in(text: str, first: Sequence[str], letters: Collection[str]) -> tuple[str, str] | None:
    """The numbers and letters that a sentence ties, as they are typed for a tie; and the words it says beside that.

    Args:
        text: one line.
        first: the words of the first list, in order; the first has the number 1.
        letters: the letters of the second list.
    """
    if _TURNS & set(words_of(text).split()) or text.rstrip().endswith("?"):
        return None
    bare = _LEADS.sub("", text)
    return _by_signs(bare, len(first), letters) or _by_words(bare, first, letters)


def _by_signs(text: str, count: int, letters: Collection[str]) -> tuple[str, str] | None:
    """A number at one end of the line and a letter at the other, words between: "2 helps with D"."""
    start = _START.match(text)
    last = _LAST.match(start["words"]) if start else None
    if start is None or last is None or len(last["words"].split()) > _MANY or re.search(r"\d", last["words"]):
        return None
    one, other = _names(start["ends"]), _names(last["ends"])
    between = set(words_of(last["words"]).split())
    if len(one) == len(other) == 1 and (one[0] + other[0]).isdecimal() and between <= _HELPING and between & _SAYS:
        return f"{one[0]} {other[0]}", ""  # numbers alone are counted in each list
    numbers, named = (one, other) if one[0].isdecimal() else (other, one)
    if not (all(n.isdecimal() and 0 < int(n) <= count for n in numbers) and _are_letters(named, letters)):
        return None
    # In the middle of a sentence a small letter that is a word is one: "2 is a".
    if {n for n in named if n.islower()} & _ALSO_WORDS:
        return None
    return f"{' '.join(numbers)} {' '.join(named)}", "" if between <= _HELPING else text.strip()


def _by_words(text: str, first: Sequence[str], letters: Collection[str]) -> tuple[str, str] | None:
    """Words of one thing of the first list, and a letter at the end: "talking to KM is for C"."""
    found = _END.match(text)
    named = _names(found["ends"]) if found else []
    if found is None or not _are_letters(named, letters):
        return None
    said = words_of(found["words"]).split()
    while said and said[-1] in _HELPING:
        said.pop()
    wished = [one for one in said if one not in _LIGHT]
    meant = [n for n, one in enumerate(first, 1) if wished and all(_among(word, one) for word in wished)]
    if len(meant) != 1 or len(said) == len(words_of(found["words"]).split()):
        return None  # without a word such as "for", a capital letter at the end may be anybody's initial
    return f"{meant[0]} {' '.join(named)}", ""


def _names(ends: str) -> list[str]:
    return [one for one in _NAME.findall(ends) if one.lower() != "and"]


def _are_letters(named: Sequence[str], letters: Collection[str]) -> bool:
    return bool(named) and all(one.upper() in letters for one in named)


def _among(word: str, text: str) -> bool:
    """Whether a word stands in a text, in another form too: talking, talk."""
    return any(_alike(word, one) for one in words_of(text).split())


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= 4 and long.startswith(short) and len(long) <= len(short) + 3)
