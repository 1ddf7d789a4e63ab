"""The day something was held on that is typed up afterwards. Touches nothing but the date library, loaded when needed."""

import re
from datetime import date, datetime, time

from coachtui.errors import UserError
from coachtui.session.wording import spoken

#: Words before a day that only lead up to it.
_AROUND = re.compile(r"^(?:(?:on|last|the)\s+)+", re.IGNORECASE)
#: A line without any of these names no day.
_SIGN_OF_A_DAY = re.compile(r"\d|\b(?:today|yesterday|tomorrow|mon|tue|wed|thu|fri|sat|sun|week|day)", re.IGNORECASE)
#: A number or a month alone is no day yet.
_TOO_LITTLE = re.compile(
    r"\d{1,4}(?:st|nd|rd|th)?|(?:a\s+)?day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:\s+\d{4})?",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.?(?:\s?(\d{4}|\d{2}))?")
#: No day is named in more letters.
_LONGEST = 60


def held_on(words: str, today: date) -> date:
    """The day that is meant, today or before; 3/4 is the third of April.

    Raises:
        UserError: no day can be read from the words, or it has not come yet.
    """
    text = _AROUND.sub("", words.strip())
    day = _read(text, today)
    if day is None:
        raise UserError("No day could be read from that.", "Try it as in 3 November, last Tuesday or 2026-11-03.")
    if day > today:
        raise UserError(f"{spoken(day)} has not come yet.", "What was held on paper was held today or before.")
    return day


def _read(text: str, today: date) -> date | None:
    if len(text) > _LONGEST or not text.isascii() or not _SIGN_OF_A_DAY.search(text) or _TOO_LITTLE.fullmatch(text):
        return None
    if dotted := _DOTTED.fullmatch(text):
        text = "/".join(part for part in dotted.groups() if part)
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    import dateparser  # a tenth of a second, and hardly anybody types up from paper

    found = dateparser.parse(
        text,
        languages=["en"],
        settings={
            "RELATIVE_BASE": datetime.combine(today, time(12)),
            "PREFER_DATES_FROM": "past",
            "DATE_ORDER": "DMY",
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return found.date() if found is not None else None
