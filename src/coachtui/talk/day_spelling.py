"""Days spelt in a hurry: "tomorow", "tomoz", "wensday". Pure functions; touches nothing.

A word is put right only where it is one letter away from exactly one name of a day or month; other words are left alone.
"""

import re

#: Long enough that one letter more, less or exchanged leaves no doubt.
_NAMES = (
    "tomorrow", "tonight", "fortnight",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "january", "february", "august", "september", "october", "november", "december",
)  # fmt: skip
#: Further away than one letter, and common all the same.
_COMMON = {
    "tomoz": "tomorrow",
    "tommorow": "tomorrow",
    "tomozz": "tomorrow",
    "tmrw": "tomorrow",
    "tomorra": "tomorrow",
    "wensday": "wednesday",
    "wendsday": "wednesday",
    "wednsday": "wednesday",
}
#: One letter away, and a word of its own.
_OWN = frozenset({"sundry", "sundae", "sundaes", "sunray"})
_WORD = re.compile(r"[a-z]+", re.IGNORECASE | re.ASCII)
_SHORTEST = 5


def put_right(words: str) -> str:
    """The same words with misspelt names of days and months as they are spelt."""
    return _WORD.sub(lambda one: _right(one[0]), words)


def _right(word: str) -> str:
    small = word.lower()
    if small in _COMMON:
        return _COMMON[small]
    if len(small) < _SHORTEST or small in _NAMES or small in _OWN or small.removesuffix("s") in _NAMES:
        return word
    near = [one for one in _NAMES if one[0] == small[0] and _one_away(small, one)]
    return near[0] if len(near) == 1 else word


def _one_away(one: str, other: str) -> bool:
    """Whether one letter was left out, added, exchanged, or put before its neighbour."""
    short, long = sorted((one, other), key=len)
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(long) - len(short) == 1:
        return short[at:] == long[at + 1 :]
    if len(long) != len(short):
        return False
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or swapped
