"""Which of the things chosen before an action belongs to, by its number or by its words. Pure functions; touches nothing.

Nothing is tied unasked: words belong to a thing only where a number says so, where they repeat it, or where nothing else was chosen.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coachtui.errors import UserError
from coachtui.session.items import ItemView
from coachtui.talk.answers import words_of
from coachtui.talk.said_numbers import each_of, place_in, places_and_words
from coachtui.talk.taking_choices import chosen_numbers

#: A number and a sign that sets it apart from the words behind it: "2: phone her", "for 2, phone her".
_NUMBERED = re.compile(
    r"\s*(?:for\s+)?(\d{1,3})\s*(?::(?!\d)|[.),](?=\s)|\s[-\u2013\u2014]\s)\s*([^\W\d_].*)$", re.IGNORECASE | re.DOTALL
)
#: "for 2 phone her". A count of something is no number of a thing: "for 2 weeks".
_FOR = re.compile(r"\s*for\s+(\d{1,3})\s+(([^\W\d_]+)\b.*)$", re.IGNORECASE | re.DOTALL)
_COUNTED = re.compile(
    r"(?:day|week|month|year|minute|hour|lesson|term|period|person|pupil|child|children|people|more|or|of|and|to|in|at|other|school)"
    r"|[^\W\d_]*[^s\W\d_]s",
    re.IGNORECASE,
)
#: A number and what it is done with besides: "2 but with Gwyn".
_BUT = re.compile(
    r"\s*(\d{1,3}),?\s+((?:but|with|only|except|though|together with|and (?:i|we))\b.*)$", re.IGNORECASE | re.DOTALL
)
#: Words that say nothing of which thing is meant.
_LIGHT = each_of("a an the to of for in on at by with and is i we will ill my our it that this them then")
#: So many words in common, and no word of its own, repeat a longer thing.
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Meant:
    """What an action says, and what it grew from."""

    text: str
    source: str | None


def numbered(text: str) -> tuple[int, str] | None:
    """A number set apart from the words behind it, and these words: "2: phone her". None for other lines."""
    found = _NUMBERED.match(text)
    return (int(found[1]), found[2].strip()) if found else None


def number_and_rest(text: str, left: Sequence[ItemView], chosen: Sequence[ItemView]) -> tuple[ItemView, str] | None:
    """One of what is left, by a number or its place, and the words behind it: "the first one. friday". None for others."""
    found = numbered(text)
    placed = places_and_words(text, len(chosen)) if found is None else None
    if placed is not None and len(placed[0]) == 1:
        found = placed[0][0], placed[1]
    if found is None or not 0 < found[0] <= len(chosen) or chosen[found[0] - 1] not in left:
        return None
    return chosen[found[0] - 1], found[1]


def meant(text: str, chosen: Sequence[ItemView], left: Sequence[ItemView]) -> Meant:
    """What a line means as an action. `left` are those of `chosen` from which none has grown. UserError for a wrong number."""
    numbers = chosen_numbers(text, len(chosen))
    place = place_in(text, len(chosen)) if numbers is None else None
    if numbers is not None or place is not None:
        return _by_number(numbers or [place or 0], chosen, left)
    named = numbered(text)
    if named and 0 < named[0] <= len(chosen):
        return Meant(named[1], chosen[named[0] - 1].id)
    told = _FOR.match(text)
    if told and 0 < int(told[1]) <= len(chosen) and not _COUNTED.fullmatch(told[3]):
        return Meant(told[2].strip(), chosen[int(told[1]) - 1].id)
    placed = places_and_words(text, len(chosen))
    if placed is not None and len(placed[0]) == 1 and chosen[placed[0][0] - 1] in left:
        one = chosen[placed[0][0] - 1]
        return Meant(f"{one.text.rstrip('.')}, {placed[1]}", one.id)
    but = _BUT.match(text)
    if but and 0 < int(but[1]) <= len(chosen) and chosen[int(but[1]) - 1] in left:
        one = chosen[int(but[1]) - 1]
        return Meant(f"{one.text.rstrip('.')}, {but[2].strip()}", one.id)
    if len(chosen) == len(left) == 1:
        return Meant(text, left[0].id)
    repeated = [one for one in left if _repeats(text, one.text)]
    return Meant(text, repeated[0].id if len(repeated) == 1 else None)


def _by_number(numbers: Sequence[int], chosen: Sequence[ItemView], left: Sequence[ItemView]) -> Meant:
    if len(numbers) > 1 and chosen:
        raise UserError(
            "One at a time, please: each gets a day of its own. An action is said in words, or by one number."
        )
    if not chosen:
        raise UserError("An action is said in words: what will be done.")
    one = chosen[numbers[0] - 1] if 0 < numbers[0] <= len(chosen) else None
    if one is None:
        raise UserError("An action is said in words, or by the number of one thing that was chosen before.")
    if one not in left:
        raise UserError(
            f"{numbers[0]} is an action already. /drop {numbers[0]} takes it out, Up brings back its words."
        )
    return Meant(one.text, one.id)


def _repeats(text: str, thing: str) -> bool:
    """Whether words plainly repeat a thing: all of its words are there, or nothing but its words."""
    said, known = _weighty(text), _weighty(thing)
    return bool(known) and (known <= said or (len(said) >= _ENOUGH and said <= known))


def _weighty(text: str) -> set[str]:
    return {one for one in words_of(text).split() if one not in _LIGHT}
