"""Reading a day from words such as "Friday", "28 Nov" or "in two weeks". Touches nothing.

The reading itself is dateparser's; it is loaded when the first date is typed. Days lie ahead, and 3/4 is the third of April.
"""

import re
from datetime import date, datetime, time

#: Words that a date reader takes for a day, but that people do not mean as one: bare numbers, bare months.
_NOT_A_DAY = re.compile(r"\d{1,4}|[a-z]{3,9}", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORDLESS = ("no date", "none", "no", "later", "not yet")


def read_day(words: str, today: date) -> date | None:
    """The day that is meant, or None where the words name none. Pure but for loading the library."""
    text = words.strip()
    if text.lower() in _WORDLESS or _is_vague(text):
        return None
    import dateparser  # a tenth of a second, and most conversations name no day until their end

    found = dateparser.parse(
        text,
        languages=["en"],
        settings={
            "RELATIVE_BASE": datetime.combine(today, time(12)),
            "PREFER_DATES_FROM": "future",
            "DATE_ORDER": "DMY",
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return found.date() if found is not None else None


def _is_vague(text: str) -> bool:
    if not _NOT_A_DAY.fullmatch(text):
        return False
    return text.isdigit() or (text.lower().startswith(_MONTHS) and not text.lower().startswith("mon"))


def spoken(day: date) -> str:
    """A day as people say it: Friday 27 November 2026."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def spoken_if_day(words: str) -> str:
    """A day kept as 2026-11-27 as people say it; any other words as they are."""
    try:
        return spoken(date.fromisoformat(words))
    except ValueError:
        return words
