"""Reading a day from words such as "Friday", "28 Nov" or "in two weeks". Touches nothing.

The reading itself is dateparser's; it is loaded when the first date is typed. Days lie ahead, and 3/4 is the third of April.
"""

import re
from datetime import date, datetime, time, timedelta

from coachtui.session.wording import as_spoken as spoken_if_day
from coachtui.session.wording import spoken
from coachtui.talk.answers import words_of
from coachtui.talk.day_phrases import (
    beside,
    is_a_length_of_time,
    is_another_day,
    names_next_meeting,
    phrases,
    said_as_a_time_from_now,
    time_from_now,
    weekday,
)
from coachtui.talk.day_spelling import put_right

__all__ = [
    "is_before_it",
    "is_open",
    "is_whole_day",
    "knows_none",
    "names_an_hour",
    "names_next_meeting",
    "read_day",
    "said_of_day",
    "spoken",
    "spoken_if_day",
]

#: When on a day: "Tuesday break".
_PART_OF_A_DAY = r"break|lunch(?:time)?|morning|afternoon|evening|after school|period \d"

#: Words that only lead up to a day ("by Friday"), or that say when on that day.
_AROUND = re.compile(
    r"^(?:(?:by|on|before|until|from|for|first thing|some time)\s+)+|^the\s+(?=\d)"
    rf"|\s+(?:at the latest|first thing|{_PART_OF_A_DAY})$",
    re.IGNORECASE,
)

_AROUND_AFTER = re.compile(rf"\s(?:{_PART_OF_A_DAY})$", re.IGNORECASE)

#: A line without any of these names no day, whatever a date reader may make of its numbers.
_SIGN_OF_A_DAY = re.compile(
    r"\d\s*(?:st|nd|rd|th)\b|\d[/.-]\d|\b(?:today|tonight|tomorrow|now|fortnight|days?|weeks?|months?|years?)\b"
    r"|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)

#: A month on its own, or a word that begins like one: no day yet.
_ONLY_A_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:\s+\d{4})?", re.IGNORECASE)

#: The time of a day, beside the day: at 3.45, 15:45, 4pm.
_HOUR = re.compile(
    r"[\s,]+(?:at|from|around|about)\s+\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?m\.?|o'clock)?(?=$|[\s,])"
    r"|[\s,]+\d{1,2}:\d{2}\s*(?:[ap]m)?(?=$|[\s,])|[\s,]+\d{1,2}(?:[.:]\d{2})?\s*[ap]m(?=$|[\s,])"
    r"|[\s,]+(?:at\s+)?(?:noon|midday)\b"
    r"|(?<=[a-z])\s+\d{1,2}\.\d{2}$",
    re.IGNORECASE,
)

#: A stretch of time whose last day is meant: the last school day of a week, the last day of a month.
_STRETCH = re.compile(
    r"(?:(?:the\s+)?end\s+of\s+)?(?:(?P<this>the|this)\s+)?(?P<next>next\s+)?(?P<unit>week|month)", re.IGNORECASE
)
_MONTH_END = re.compile(r"(?:the\s+)?end\s+of\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FRIDAY = 4

#: Days that only the school knows.
_SCHOOL_DAYS = re.compile(
    r"\b(?:half[- ]?term|term|holidays?|inset|parents'? evening|inspection|exams?|easter|christmas)\b", re.IGNORECASE
)

#: A date that is left open on purpose.
_LEFT_OPEN = ("no date", "no", "none", "open", "later", "not yet", "no day")

#: Said while somebody thinks: no day, and no words to keep beside one.
_UNKNOWN = frozenset(
    {one + yet for one in ("dunno", "dont know", "i dont know", "not sure", "im not sure", "i am not sure", "no idea")
     for yet in ("", " yet", " really")} | {"idk", "um", "er", "hm", "hmm", "let me think", "good question", ""}
)  # fmt: skip
#: What is said before a day by somebody who thinks or thinks again, and behind it.
_SAYING = re.compile(
    r"^(?:(?:no|actually|sorry|well|ok|okay|yes|yeah|um|er|oh|and|so|then|or|make it|let'?s say|how about|what about"
    r"|shall we say|say)\b[\s,.!:-]*)+(?=\S)|[\s,]+(?:then|instead|please|ok|okay)[?!.]*$|\s*[?!]+$",
    re.IGNORECASE,
)

_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.?(?:\s?(\d{4}|\d{2}))?")
_DAY_OF_MONTH = re.compile(r"(\d{1,2})\s*(?:st|nd|rd|th)", re.IGNORECASE)

#: Nobody plans further ahead than this, and no day is named in more letters; what holds one is not read for longer.
_FURTHEST = timedelta(days=3660)
_LONGEST = 60
_LONGEST_AROUND = 400


def read_day(words: str, today: date, stands: date | None = None) -> date | None:
    """The day that is meant, or None where the words name none. Pure but for loading the library.

    Inside other words ("thursday before break") the day that is named; of several, the latest. `stands`: the day that was
    said before, from which "thursday that week" and "a week later" are told.
    """
    told = beside(_bare(put_right(words.strip())), stands) if stands is not None else None
    if told is not None:
        return told
    whole = _read_whole(words, today)
    if whole is not None or len(words) > _LONGEST_AROUND or is_open(words):
        return whole
    found = [_read_whole(one, today) for one in phrases(put_right(words))]
    return max((one for one in found if one is not None), default=None)


def is_whole_day(words: str, today: date, stands: date | None = None) -> bool:
    """Whether the words are a day and nothing else that would have to be kept beside it. `stands`: see `read_day`."""
    if stands is not None and beside(_bare(put_right(words.strip())), stands) is not None:
        return True
    return _read_whole(words, today) is not None and _AROUND_AFTER.search(words.strip()) is None


def is_open(words: str) -> bool:
    """Whether the day is left open on purpose."""
    return words.strip().lower().rstrip(".") in _LEFT_OPEN


def knows_none(words: str) -> bool:
    """Whether somebody said that they do not know, and nothing else: "dunno", "not sure yet"."""
    return words_of(words) in _UNKNOWN


def is_before_it(words: str) -> bool:
    """Whether the day itself is too late: "before Thursday"."""
    return re.match(r"(?:before|until|till)\s", words.strip(), re.IGNORECASE) is not None


def _read_whole(words: str, today: date) -> date | None:
    if len(words) > _LONGEST or not words.isascii():
        return None
    text = _bare(_HOUR.sub("", put_right(words.strip())))
    stretch = _end_of_stretch(text, today)
    if stretch is not None:
        return stretch
    if not _SIGN_OF_A_DAY.search(text) or _ONLY_A_MONTH.fullmatch(text) or is_another_day(text):
        return None
    if is_a_length_of_time(words):
        return None
    named = weekday(text, today) or time_from_now(text, today)
    if named is not None:
        return named if named - today <= _FURTHEST else None
    day_of_month = _DAY_OF_MONTH.fullmatch(text)
    if day_of_month:
        return _coming(int(day_of_month[1]), today)
    found = _parsed(text, today)
    if found is None or found - today > _FURTHEST:
        return None
    if (found.month, found.day) == (today.month, today.day) and str(found.year) not in text:
        return today  # today's own date means today, not a year from now
    if found < today and str(found.year) not in text:
        return None  # days lie ahead: what was read as one that is over was no day
    return found


def said_of_day(day: date | None, words: str, today: date | None = None) -> str:
    """What is said back to someone who was asked for a day.

    `today`: then a day that was named by how far off it is ("next Monday", "in two weeks") is told with that.
    """
    if day is not None:
        off = (day - today).days if today is not None and said_as_a_time_from_now(words) else -1
        how_far = {-1: "", 0: ", today", 1: ", tomorrow"}.get(off, f", in {off} days")
        return f"{spoken(day)}{how_far}."
    if is_open(words):
        return "Left open."
    if _SCHOOL_DAYS.search(words):
        return "Kept in your words: each school has its own days. Say a day as well if it should be in the calendar."
    return "Kept in your words. No day was found in them, so it is in no calendar."


def names_an_hour(words: str) -> bool:
    """Whether a time of day stands in the words, beside a day."""
    return _HOUR.search(words.strip()) is not None


def _end_of_stretch(text: str, today: date) -> date | None:
    """The last school day of a week or the last day of a month, where that is what the words mean."""
    named = _MONTH_END.fullmatch(text)
    if named:
        month = _MONTHS.index(named[1].lower()) + 1
        return _last_of(today.year + (month < today.month), month)
    found = _STRETCH.fullmatch(text)
    if not found or not (found["next"] or found["this"]):
        return None
    if found["unit"].lower() == "month":
        ahead = today.month + bool(found["next"])
        return _last_of(today.year + (ahead > 12), (ahead - 1) % 12 + 1)
    friday = today + timedelta(days=_FRIDAY - today.weekday())
    if found["next"] or friday < today:
        friday += timedelta(days=7)
    return friday


def _last_of(year: int, month: int) -> date:
    """The last day of a month."""
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _bare(text: str) -> str:
    """The words that name the day, without those around them; 1.12. as 1/12."""
    before = ""
    while before != text:
        before, text = text, _AROUND.sub("", _SAYING.sub("", text)).strip()
    dotted = _DOTTED.fullmatch(text)
    return "/".join(part for part in dotted.groups() if part) if dotted else text


def _coming(day: int, today: date) -> date | None:
    """The next day with this number in its month."""
    for ahead in range(62):
        one = today + timedelta(days=ahead)
        if one.day == day:
            return one
    return None


def _parsed(text: str, today: date) -> date | None:
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
