"""Days as phrases inside words: "thursday" in "thursday before break". Pure functions; touches nothing.

Weekdays and stretches of time are worked out here, as a school means them; other days are found here and read by `dates`.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

_DAY = r"(mon|tue|wed|thu|fri|sat|sun)(?:s|rs|nes|urs|ur|r)?(?:day)?"
#: In the middle of other words, `sun` and `sat` are no days.
_DAY_AMONG = r"(?:(?:mon|tue|wed|thu|fri)(?:s|rs|nes|urs|r)?(?:day)?|satur(?:day)|sunday)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a couple of|[0-9]{1,3})"
_SPAN = rf"{_COUNT}\s+(?:school\s+)?(?:day|week|fortnight|month)s?"

#: Weeks on from the coming one of a weekday: "Thursday in two weeks", "in two weeks on Thursday".
_WEEKS = r"(?:one week|a week|two weeks|a fortnight|three weeks|four weeks|[1-9] weeks?)"
_LEAD = rf"(?:this coming|the coming|coming|this week(?: on)?|this|next|a week(?: on)?|(?<!this )week on|next week(?: on)?|(?:in\s+)?{_WEEKS}\s+on|the)"
_TAIL = rf"(?:next week|of next week|week|fortnight|after next|in\s+{_WEEKS}(?:['\u2019]?\s+time)?)"

_WEEKDAY = re.compile(
    rf"(?:(?P<lead>{_LEAD})\s+)?{_DAY}(?:,?\s+(?P<tail>{_TAIL}))?",
    re.IGNORECASE | re.ASCII,
)
_IN = re.compile(
    rf"(?:(?:in|within)\s+)?(?:about\s+)?(?P<count>{_COUNT})\s+(?:school\s+)?(?P<unit>day|week|fortnight|month)s?'?(?:\s+time)?",
    re.IGNORECASE | re.ASCII,
)
_COUNTED = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_COUNTED |= {"eleven": 11, "twelve": 12}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

#: What names a day inside other words: dates first, because a weekday beside one only says it again.
_DATES = re.compile(
    r"\b(?:[0-9]{4}-[0-9]{2}-[0-9]{2}"
    rf"|(?:the\s+)?[0-9]{{1,2}}\s*(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:\s+[0-9]{{4}})?"
    rf"|{_MONTH}\s+(?:the\s+)?[0-9]{{1,2}}(?:st|nd|rd|th)"
    r"|[0-9]{1,2}/[0-9]{1,2}(?:/(?:[0-9]{4}|[0-9]{2}))?(?!\s+of\b)"
    r"|the\s+[0-9]{1,2}\s*(?:st|nd|rd|th))\b",
    re.IGNORECASE | re.ASCII,
)
_OTHERS = re.compile(
    r"\b(?:(?:the\s+)?day after tomorrow|tomorrow|today|tonight"
    rf"|(?:in\s+)?{_WEEKS}\s+on\s+{_DAY_AMONG}"
    rf"|(?:in|within)\s+(?:about\s+)?{_SPAN}|(?<=[,;:] )(?!one day|an? day){_SPAN}(?=\s*$)"
    rf"|(?:{_LEAD}\s+)?{_DAY_AMONG}(?:,?\s+{_TAIL})?"
    r"|(?:the\s+)?end of (?:this |next |the )?(?:week|month)|(?:this|next) (?:week|month))\b(?!['\u2019]s)",
    re.IGNORECASE | re.ASCII,
)
#: After one of these a day is not the one that is meant.
_NOT_THAT = re.compile(
    r"\b(?:not|n't|after|since|except|last|every|each)\s+(?:on\s+|by\s+|before\s+|the\s+)?$", re.IGNORECASE
)

#: The next meeting of the same people, as they call it among themselves. "The next meeting" in other words may be any meeting.
_NEXT_MEETING = re.compile(
    r"\b(?:our\s+next\s+meeting|next\s+(?:session|conversation|follow-?up)\b|next time(?: we (?:meet|talk|speak))?\b"
    r"|(?:when|until|till|before|by the time) we (?:next )?(?:meet|talk|speak)\b|we (?:next )?meet (?:again|next))",
    re.IGNORECASE,
)
_JUST_NEXT_MEETING = re.compile(
    r"(?:(?:by|before|until|till|at|for|in)\s+)?(?:the\s+)?next\s+meeting\W*", re.IGNORECASE
)


def names_next_meeting(words: str) -> bool:
    """Whether the day is said to be that of the next meeting."""
    return (_NEXT_MEETING.search(words) or _JUST_NEXT_MEETING.fullmatch(words.strip())) is not None


def is_a_length_of_time(words: str) -> bool:
    """Whether so much time is named, and no day at its end: "for two weeks"; and "one day" is no day at all."""
    return re.match(r"(?:for\s+\S|(?:an?|one)\s+day\W*$)", words.strip(), re.IGNORECASE) is not None


def is_another_day(words: str) -> bool:
    """Whether a day is named only to say that it is not this one: after Friday, every Friday."""
    return re.match(r"(?:not|after|since|except|last|every|each)\s", words, re.IGNORECASE) is not None


def phrases(words: str) -> list[str]:
    """The parts of these words that name a day; where there are dates, those only."""
    return list(_found(_DATES, words)) or list(_found(_OTHERS, words))


def _found(pattern: re.Pattern[str], words: str) -> Iterator[str]:
    for one in pattern.finditer(words):
        if not _NOT_THAT.search(words[: one.start()]):
            yield one[0]


def weekday(text: str, today: date) -> date | None:
    """The day of a weekday's name: Friday, next Friday, Friday week. None for other words.

    On its own it is the coming one. "Next" means the week after this one, and never tomorrow: nobody would say it so.
    """
    found = _WEEKDAY.fullmatch(text)
    if found is None or not _is_name(text):
        return None
    number = _NAMES.index(found[2].lower())
    lead, tail = (found["lead"] or "").lower(), (found["tail"] or "").lower()
    this_week = today + timedelta(days=number - today.weekday())
    if lead == "next" or "next week" in (lead.removesuffix(" on"), tail.removeprefix("of ")):
        day = this_week + timedelta(days=7)
        return day + timedelta(days=7) if lead == "next" and (day - today).days == 1 else day
    if lead.removesuffix(" on").removesuffix(" week") == "this" and this_week >= today:
        return this_week
    coming = this_week if this_week > today else this_week + timedelta(days=7)
    return coming + timedelta(days=7 * (_weeks_on(tail) or _weeks_on(lead.removesuffix(" on"))))


#: Another day of the week of the day that stands, and a step from it: "thursday that week", "a week later".
_THAT_WEEK = re.compile(rf"(?:the\s+)?{_DAY}\s+(?:of\s+)?(?:that|the same)\s+week", re.IGNORECASE | re.ASCII)
_STEP = re.compile(
    r"(?:the|a|one)\s+(?P<unit>day|week)\s+(?P<way>after|later|before|earlier)(?:\s+that)?", re.IGNORECASE
)


def beside(text: str, day: date) -> date | None:
    """The day that is told from one that stands: "thursday that week", "the day after", "a week later". None for others."""
    found = _THAT_WEEK.fullmatch(text)
    if found is not None and _is_name(text):
        return day + timedelta(days=_NAMES.index(found[1].lower()) - day.weekday())
    step = _STEP.fullmatch(text)
    if step is None:
        return None
    away = timedelta(days=_DAYS[step["unit"].lower()])
    return day - away if step["way"].lower() in ("before", "earlier") else day + away


def _weeks_on(words: str) -> int:
    """How many weeks after the coming one of its name a weekday is, as these words beside it say; 0 for other words."""
    words = re.sub(r"^in\s+|['\u2019]?\s+time$", "", words)
    if words in {"after next", "week", "a week"}:
        return 1
    if words.endswith("fortnight"):
        return 2
    count = words.split()[0] if words.endswith(("week", "weeks")) else "0"
    return int(count) if count.isdecimal() else _COUNTED.get(count, 0)


def _is_name(text: str) -> bool:
    """Whether the weekday in it is spelt as people spell one: no `monday` made of parts that do not belong together."""
    spelt = {"mon", "monday", "tue", "tues", "tuesday", "wed", "weds", "wednesday", "thu", "thur", "thurs", "thursday"}
    spelt |= {"fri", "friday", "sat", "saturday", "sun", "sunday"}
    return any(one in spelt for one in re.findall(r"[a-z]+", text.lower()))


def time_from_now(text: str, today: date) -> date | None:
    """The day that lies so many days, weeks or months ahead; at a weekend, the school day nearest to it."""
    found = _IN.fullmatch(text)
    if found is None:
        return None
    count, unit = found["count"].lower(), found["unit"].lower()
    many = int(count) if count.isdecimal() else 2 if count.startswith("a couple") else _COUNTED.get(count, 1)
    day = _months_on(today, many) if unit == "month" else today + timedelta(days=many * _DAYS[unit])
    return day + timedelta(days={5: -1, 6: 1}.get(day.weekday(), 0))


def _months_on(today: date, many: int) -> date:
    """The same day so many months later, or the last one there is."""
    year, month = divmod(today.year * 12 + today.month - 1 + many, 12)
    first = date(year, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(today.day, last.day))


def said_as_a_time_from_now(words: str) -> bool:
    """Whether a day was named by how far off it is, so that it is said back with that."""
    return re.search(r"\b(?:next|week|fortnight|in|within|end)\b", words, re.IGNORECASE) is not None
