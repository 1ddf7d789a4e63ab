"""A day, and what somebody said of it: how the two stand beside each other. Pure functions; touches nothing.

The day is for lists and calendars, the words are the person's. They are always kept; they are shown where they say more than
the day does: "Friday" says nothing more, "Friday after lunch" does.
"""

import re
from datetime import date

from coachtui.session.wording import spoken

_WORD = re.compile(r"[a-z']+|\d[\d.:/-]*", re.IGNORECASE)
#: What leads up to a day, or says by how much it lies ahead: the day itself says it already.
_ABOUT_A_DAY = re.compile(
    r"an?|at|by|coming|date|days?|end|first|fortnight|for|from|in|is|it|latest|months?|my|next|no|of|on|one|or|our|s|soon|st|nd"
    r"|rd|th|that|the|this|three|time|to|today|tomorrow|tonight|two|until|weeks?|weekend|years?"
)


def said_beside(words: str, day: date) -> str:
    """The words, where they say more than the day; else nothing."""
    more = [one for one in _WORD.findall(words.casefold()) if not _names(one, day)]
    return words.strip() if more or not _WORD.search(words) else ""


def when_words(words: str, day: date | None) -> str:
    """A day as people say it, what they said of it beside it; only their words where no day was read from them."""
    if day is None:
        return words
    more = said_beside(words, day)
    return f"{spoken(day)} ({more})" if more else spoken(day)


def _names(word: str, day: date) -> bool:
    """Whether a word is part of a name of this day, or only leads up to it."""
    if _ABOUT_A_DAY.fullmatch(word):
        return True
    if word.isalpha():
        named = (f"{day:%A}".casefold(), f"{day:%B}".casefold())
        return len(word) >= 3 and any(
            name.startswith(word.removesuffix("s") if len(word) > 4 else word) for name in named
        )
    parts = [int(one) for one in re.findall(r"\d+", word)]
    return ":" not in word and all(one in (day.day, day.month, day.year, day.year % 100) for one in parts)


def short_day(day: date) -> str:
    """A day in few letters: Tue 24 Nov 2026."""
    return f"{day:%a} {day.day} {day:%b %Y}"
