"""Taking in a line at a choice: numbers, names, and words that plainly mean one. See `taking`; the editor does the writing."""

import re
from collections.abc import Collection, Sequence

from coachtui.errors import UserError
from coachtui.framework.steps import ChooseStep
from coachtui.session.boards import lift_of, line_name
from coachtui.session.editor import brief
from coachtui.session.items import ItemView
from coachtui.session.records import ChooseRecord
from coachtui.session.things import Pick
from coachtui.talk.answers import without_thanks
from coachtui.talk.bodies import choices
from coachtui.talk.holder import Holder
from coachtui.talk.said_numbers import choice_in, numbers_among, numbers_and_words, parts_of, place_in, places_and_words
from coachtui.talk.taking import LEADING, as_remark, numbers_of, take
from coachtui.talk.view import Reply

_SPAN = re.compile(r"(?<!\d)(\d{1,3})\s*(?:[-–—]|\bto\b)\s*(\d{1,3})(?!\d)")
_BACK = "Taken back."
_NOTHING = "Nothing is chosen."
_NONE = ("none", "none of them", "nothing", "neither")


#: Words that take a choice out again, and its numbers: "not 3", "take out 1 and 4", "3 out".
_OUT = re.compile(
    r"(?:(?:no|ok|well|and|but|please)\W+)*(?:not|without|minus|except|(?:take|leave)(?: out| away)|drop|remove|untick|unpick"
    r"|delete)\s+(?:(?:the |number |no\. ?)+)?(?P<before>\d[\d\s&+andor]*)"
    r"|(?:take |leave )?(?P<behind>\d[\d\s&+andor]*?)\s+(?:out|away|not)",
    re.IGNORECASE,
)


#: What is chosen and nothing besides: "just 2", "only the second one", "2 not 4", "the first instead of the third".
_JUST = re.compile(
    r"(?:(?:no|ok|okay|well|so|actually|yes)\W+)*(?P<just>(?:just|only)\s+)?(?P<these>.{1,40}?)"
    r"(?:[\s,]+(?:and )?(?:not|instead of|rather than)\s+(?P<not>.{1,40}))?",
    re.IGNORECASE,
)

#: What is chosen besides what is chosen already.
_BESIDES = re.compile(
    r"(?:oh\s+)?(?:and also|and|also|plus|\+)\s*(?P<behind>.{1,40})|(?:and\s+)?(?P<before>.{1,40}?)\s+(?:as well|too|also)",
    re.IGNORECASE,
)


@take.register
def _choose(step: ChooseStep, talk: Holder, text: str) -> Reply:
    """A choice, and where something was chosen before, what is chosen now in plain words."""
    before = _standing(talk)
    reply = _taken(step, talk, text)
    now = _standing(talk)
    if not before or reply.said == (_NOTHING,):
        return reply
    if not now:
        return Reply(said=(*reply.said, _NOTHING), wants=reply.wants, moved=reply.moved)
    return Reply(said=(*reply.said, *_chosen_now(step, talk, now)), wants=reply.wants, moved=reply.moved)


def _standing(talk: Holder) -> dict[str, Pick]:
    """What is picked in the name of whoever speaks, in the order in which it was."""
    record = talk.session.record(talk.spot)
    picks = record.picks if isinstance(record, ChooseRecord) else ()
    return {one.item: one for one in picks if one.gone is None and talk.place.by in (None, one.by)}


def _chosen_now(step: ChooseStep, talk: Holder, now: Collection[str]) -> tuple[str, ...]:
    """What is chosen, by its numbers: in the order of choosing where that counts, else as they stand on show."""
    order = [one.id for one in choices(talk.session, step, talk.spot)]
    numbers = [order.index(one) + 1 for one in now if one in order]
    *first, last = [str(one) for one in (numbers if step.ordered else sorted(numbers))] or [""]
    told = f"{', '.join(first)} and {last}" if first else last
    return (f"Chosen now: {told}. A number alone takes it out again.",) if told else ()


def _taken_out(talk: Holder, text: str, found: Sequence[ItemView]) -> Reply | None:
    """Numbers that are said to be no choice any more; None for other words."""
    said, standing = _OUT.fullmatch(text.strip().rstrip(".!")), _standing(talk)
    if said is None:
        return None
    if not standing:
        return Reply(said=(_NOTHING,))
    numbers = [int(one) for one in re.findall(r"\d{1,4}", said["before"] or said["behind"])]
    _check_numbers(numbers, len(found))
    out = [one for one in dict.fromkeys(numbers) if found[one - 1].id in standing]
    for one in out:
        talk.editor.unpick(talk.spot, found[one - 1].id, standing[found[one - 1].id].by)
    never = ", ".join(str(one) for one in dict.fromkeys(numbers) if one not in out)
    return Reply(said=(*([_BACK] if out else []), *([f"Not chosen: {never}."] if never else [])))


def _only_these(talk: Holder, text: str, found: Sequence[ItemView]) -> list[str] | None:
    """What is chosen and nothing else, "just the second", "2 not 4"; what was chosen otherwise is taken out. None for others."""
    said = _JUST.fullmatch(text.strip().rstrip(".!"))
    if said is None or not (said["just"] or said["not"]):
        return None
    wanted, unwanted = _numbers_in(said["these"], len(found)), _numbers_in(said["not"] or "", len(found))
    if wanted is None or (said["not"] and unwanted is None) or set(wanted) & set(unwanted or ()):
        return None
    _check_numbers([*wanted, *(unwanted or ())], len(found))
    these, standing = [found[one - 1].id for one in wanted], _standing(talk)
    out = [found[one - 1].id for one in unwanted or ()]
    for one in [one for one in standing if (one not in these if said["just"] else one in out)]:
        talk.editor.unpick(talk.spot, one, standing[one].by)
    # What is chosen already would be taken out by saying it again.
    return [one for one in these if one not in standing]


def _also(talk: Holder, text: str, found: Sequence[ItemView]) -> list[str] | None:
    """What is chosen besides: "1 as well", "and the third". None for other words."""
    said = _BESIDES.fullmatch(text.strip().rstrip(".!"))
    wanted = _numbers_in(said["before"] or said["behind"], len(found)) if said is not None else None
    if wanted is None:
        return None
    _check_numbers(wanted, len(found))
    return [found[one - 1].id for one in wanted if found[one - 1].id not in _standing(talk)]


def _numbers_in(words: str, count: int) -> list[int] | None:
    place = place_in(words, count)
    return [place] if place is not None else chosen_numbers(words, count) or numbers_among(words, count)


def _check_numbers(numbers: Sequence[int], count: int) -> None:
    bad = next((one for one in numbers if not 0 < one <= count), None)
    if bad is not None:
        raise UserError(f"There are {count} to choose from, and no number {bad}.")


def _taken(step: ChooseStep, talk: Holder, text: str) -> Reply:
    found = choices(talk.session, step, talk.spot)
    if text.strip().lower().rstrip(".") in _NONE and not any(one.text.lower() == text.strip().lower() for one in found):
        return _unpick_all(talk)
    numbers = chosen_numbers(without_thanks(text), len(found))
    if numbers is not None:
        _check_numbers(numbers, len(found))
        return _pick(step, talk, [found[one - 1].id for one in numbers])
    these = _only_these(talk, text, found)
    if these is not None:
        return _pick(step, talk, these)
    more = _also(talk, text, found)
    if more is not None:
        return _pick(step, talk, more)
    out = _taken_out(talk, text, found)
    if out is not None:
        return out
    leading = LEADING.match(text)
    if leading and step.reason and 0 < int(leading[1]) <= len(found):
        item = found[int(leading[1]) - 1].id
        talk.editor.pick(talk.spot, item, reason=leading[2], by=talk.place.by)
        return Reply(said=_lifted(talk, [item]))
    named = [one.id for one in found if one.text.lower() == text.strip().lower()]
    if named:
        return _pick(step, talk, named)
    meant = _meant(step, talk, text, found)
    if meant is not None:
        return meant
    if step.may_add:
        added = talk.editor.add_option(talk.spot, text)
        talk.editor.pick(talk.spot, added, by=talk.place.by)
        talk.newest = added
        return Reply()
    several = ": 2, or 1 and 3." if step.at_most != 1 and len(found) > 2 else "."
    return as_remark(talk, text, f"To choose, type the number that stands before one{several}")


def _meant(step: ChooseStep, talk: Holder, text: str, found: Sequence[ItemView]) -> Reply | None:
    """A choice said in words: "the first", "the form I think", or numbers and words, which are kept as a remark."""
    both = numbers_and_words(text, len(found))
    if both is not None:
        reply = _pick(step, talk, [found[one - 1].id for one in both[0]])
        talk.newest = talk.editor.remark(talk.spot, both[1])
        return Reply(said=(*reply.said, "Your words are kept as a remark."))
    several = numbers_among(text, len(found))
    if several is not None:
        reply = _pick(step, talk, [found[one - 1].id for one in several])
        chosen = "; ".join(brief(found[one - 1].text) for one in dict.fromkeys(several))
        return reply if reply.said else Reply(said=(f"Chosen: {chosen}",))
    named = [_one_of(one, found) for one in parts_of(text)]
    if named and None not in named:
        wished = [found[at].id for at in dict.fromkeys(named) if at is not None]
        reply = _pick(step, talk, wished)
        chosen = "; ".join(brief(one.text) for one in found if one.id in wished)
        return reply if reply.said else Reply(said=(f"Chosen: {chosen}",))
    beside = places_and_words(text, len(found))
    if beside is not None:
        items = [found[one - 1] for one in dict.fromkeys(beside[0])]
        new = [one.id for one in items if one.id not in _standing(talk)]
        if not new:
            return None
        reply = _pick(step, talk, new)
        talk.newest = talk.editor.remark(talk.spot, beside[1])
        chosen = "; ".join(brief(one.text) for one in items)
        return Reply(said=(f"Chosen: {chosen}", *reply.said, "Your words are kept as a remark."))
    at = _one_of(text, found)
    if at is None:
        return None
    reply = _pick(step, talk, [found[at].id])
    return reply if reply.said else Reply(said=(f"Chosen: {brief(found[at].text)}",))


def _one_of(words: str, found: Sequence[ItemView]) -> int | None:
    """Where the one stands (from 0) that these words name, by its place, its number or a word of it."""
    number = place_in(words, len(found))
    return number - 1 if number is not None else choice_in(words, [one.text for one in found])


def chosen_numbers(text: str, count: int) -> list[int] | None:
    """The numbers of a choice as people say them: `3 1`, `3 and 1`, `1 & 3`, `1-3`, `all`. None for other words."""
    words = text.strip().lower().rstrip(".")
    if words in ("all", "both", "all of them"):
        return list(range(1, count + 1)) or None
    joined = re.sub(r"\s*(?:\band\b|[&+,;])\s*", " ", words)
    joined = _SPAN.sub(lambda one: _span(int(one[1]), int(one[2])), joined)
    return numbers_of(joined)


def _span(low: int, high: int) -> str:
    """The numbers from one to another; where they do not go up, the two of them."""
    return " ".join(str(one) for one in (range(low, high + 1) if low < high <= low + 99 else (low, high)))


def _unpick_all(talk: Holder) -> Reply:
    """Take every pick back that stands in the name of whoever speaks."""
    record = talk.session.record(talk.spot)
    picks = record.picks if isinstance(record, ChooseRecord) else ()
    for one in [one for one in picks if one.gone is None and talk.place.by in (None, one.by)]:
        talk.editor.unpick(talk.spot, one.item, one.by)
    return Reply(said=(_NOTHING,))


def _pick(step: ChooseStep, talk: Holder, wished: list[str]) -> Reply:
    if not wished:
        return Reply()
    by, standing = talk.place.by, _standing(talk)
    again = standing.get(wished[0]) if len(set(wished)) == 1 else None
    if again is not None and (again.dots == len(wished) or not step.dots):
        talk.editor.unpick(talk.spot, again.item, again.by)
        return Reply(said=(_BACK,))
    if not step.dots and len(set(wished)) > 1 and set(wished) & set(standing):
        # Several that were ticked are said anew: that is the choice now.
        for one in [one for one in standing if one not in wished]:
            talk.editor.unpick(talk.spot, one, standing.pop(one).by)
    if step.ordered and not step.dots:
        _unpick_those_out_of_order(talk, wished, standing)
    for item in dict.fromkeys(wished):
        reason = standing[item].reason if item in standing else ""
        talk.editor.pick(talk.spot, item, dots=wished.count(item) if step.dots else 1, reason=reason, by=by)
    return Reply(said=_lifted(talk, wished))


def _lifted(talk: Holder, wished: list[str]) -> tuple[str, ...]:
    """From where to where the notes are to go that were picked here: they stand where they stood until it is so."""
    found = [lift_of(talk.session, one) for one in dict.fromkeys(wished)]
    moves = [one[2] for one in found if one is not None and one[0] == talk.spot]
    named = [(line_name(talk.session, one.from_row), line_name(talk.session, one.row)) for one in moves]
    return tuple(
        f"To lift from {came} to {went}. It stays where it is until it has got better." for came, went in named
    )


def _unpick_those_out_of_order(talk: Holder, wished: list[str], standing: dict[str, Pick]) -> None:
    """Picks named again in another order are made anew, so that the order typed last is the one that stands."""
    before = [one for one in standing if one in wished]
    if before != [one for one in dict.fromkeys(wished) if one in standing]:
        for item in before:
            talk.editor.unpick(talk.spot, item, standing[item].by)
