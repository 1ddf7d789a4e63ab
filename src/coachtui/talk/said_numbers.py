"""Numbers as people say them: "7ish", "about 7", "seven", "the first", "1 2 and 4, phones off". Pure functions on words.

What is not clear is no number: then whoever asks keeps the line as words.
"""

import re
from collections.abc import Sequence

from coachtui.talk.answers import words_of


def each_of(many: str) -> frozenset[str]:
    """The words of a line, as a set."""
    return frozenset(many.split())


_COUNT = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PLACES = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_WORD = "|".join(_COUNT)

#: Words before a rating that say nothing more, and those that make it less sure: these are kept.
_ONLY = r"(?:yes|yeah|yep|ok|okay|well|so|then|um|er|hmm|oh|actually|no)[,.]?|up to|a|an|say|i'?d say|i would say|i think|it'?s|it is|i'?m|i am|at|now|like|more like|number"
_UNSURE = r"about|around|roughly|maybe|perhaps|probably|prob|probs|nearly|almost|somewhere around|between|somewhere between|just over|just under"
_RATED = re.compile(
    rf"\s*(?P<before>(?:(?:{_ONLY}|{_UNSURE})\s+)*)(?P<number>-?\d{{1,6}}(?:[.,]\d{{1,3}})?|(?:{_WORD})\b)"
    r"(?P<ish>-?\s?ish\b)?(?:\s*(?:/|out of)\s*(?P<scale>\d{1,3}))?"
    r"(?P<second>\s*(?:or|to|and|[-\u2013])\s*(?:an?\s+)?\d{1,6}(?:[.,]\d{1,3})?)?(?P<gap>[\s,.:;-]+(?P<more>.*))?$",
    re.IGNORECASE | re.DOTALL,
)
#: Behind a rating, these say nothing of it.
_NO_WORDS = each_of("now then please thanks")
_IS_UNSURE = re.compile(rf"(?:{_UNSURE})\b", re.IGNORECASE)


def rating_of(text: str, top: int) -> tuple[float, str] | None:
    """The number of a line on a scale, and the words to keep with it: `7`, `7 it grew`, `7/10` on a scale to 10, `7ish`.

    Where a number is only roughly meant, or one of two, the first counts and the whole line is kept beside it.
    """
    found = _RATED.match(text)
    if not found or (found["scale"] and int(found["scale"]) != top):
        return None
    said = found["number"].lower()
    if said in _COUNT and words_of(found["more"] or "") and not _light(found["more"]):
        return None  # "one of them moved" is a sentence
    value = float(_COUNT.index(said)) if said in _COUNT else float(said.replace(",", "."))
    rough = found["ish"] or found["second"] or _IS_UNSURE.search(found["before"])
    more = (found["more"] or "").strip()
    return value, text.strip() if rough else "" if words_of(more) in _NO_WORDS else more


def _light(words: str) -> bool:
    return set(words_of(words).split()) <= _AROUND


#: Words around a choice that choose nothing themselves.
_AROUND = each_of(
    "the a an i we think maybe perhaps probably that this one option number no please go for with lets let us would like "
    "prefer my is it id choose pick take say to about thing want yes ok okay well just then will ill definitely"
)
#: Words between several.
_JOINING = each_of("and both then after also plus too as")
#: Words round one that comes to others.
_TOO = each_of("and then also too as")
#: Words that may turn a choice round.
_TURNS = each_of("not dont never neither nor but except without or rather instead than")
#: Behind a choice and a pause, words that may take it back again.
_THINKS_AGAIN = each_of("no but except unless wait actually or instead if hang sorry")
_BESIDE = re.compile(r"(?P<head>[^,;:.]{1,40}?)\s*(?:[,;:.]|\s[-\u2013\u2014])\s+(?P<words>.+)", re.DOTALL)
_GROUP = re.compile(r"\s*((?:\d{1,4}[\s,;&+]*(?:and\b\s*)?)+)(.*)$", re.IGNORECASE | re.DOTALL)


def numbers_and_words(text: str, count: int) -> tuple[list[int], str] | None:
    """Several numbers, or one and a pause, with words behind them: `1 2 and 4, phones off`. None where it is a sentence."""
    found = _GROUP.match(text)
    words = found[2].strip() if found else ""
    if not found or not words or not words[0].isalpha():
        return None
    numbers = [int(one) for one in re.findall(r"\d+", found[1])]
    apart = len(numbers) > 1 or re.search(r"[,;]\s*$", found[1])
    return (numbers, words) if apart and all(0 < one <= count for one in numbers) else None


def numbers_among(text: str, count: int) -> list[int] | None:
    """The numbers of a line whose other words choose nothing: `probably 1 and 3`, `1 & 3 I think`, `the first and third`.

    None where the words may say more, or turn it round.
    """
    words = words_of(re.sub(r"[&+]", " and ", text)).split()
    if set(_PLACES[1:]) & set(words):
        words = [one for one in words if one != "one"]  # "the second one and the first one"
    last = {"last"} if not set(_PLACES[1:]) & set(words) else set[str]()  # beside another place it is one itself
    if not words or text.rstrip().endswith("?") or ({"one"} | last) & set(words):
        return None
    named = [_place(one, count) for one in words]
    found = [at for at in named if at is not None]
    rest = {one for one, at in zip(words, named, strict=True) if at is None}
    if len(found) < 2 or not rest <= _AROUND | _JOINING or not all(0 < at <= count for at in found):
        return None
    return found


def place_in(text: str, count: int) -> int | None:
    """The number of one choice in words: `two`, `the first`, `number 3`, `the last one`, `I think the second`."""
    words = words_of(text).split()
    if {"last", *_PLACES[1:]} & set(words):
        words = [one for one in words if one != "one"]  # "the first one"
    elif len(words) > 1 and words[-1] == "one" and words[-2] != "number":
        return None  # "that one"
    named = [_place(one, count) for one in words]
    found = [one for one in named if one is not None]
    rest = {one for one, at in zip(words, named, strict=True) if at is None}
    return found[0] if len(found) == 1 and rest <= _AROUND | _TOO and 0 < found[0] <= count else None


def places_and_words(text: str, count: int) -> tuple[list[int], str] | None:
    """Choices in words, a pause, and words behind them: "the second one, I'd rather not". None where these turn it round."""
    found = _BESIDE.fullmatch(text)
    place = place_in(found["head"], count) if found else None
    places = [place] if place is not None else numbers_among(found["head"], count) if found else None
    words = found["words"] if found else ""
    said = words_of(words).split()
    if places is None or not said or _THINKS_AGAIN & set(said) or words.rstrip().endswith("?"):
        return None
    return places, words.strip()


def parts_of(text: str) -> list[str]:
    """What is said one after the other: "the cuppa and the second one"; nothing where it is one thing, or a question."""
    parts = [one for one in re.split(r"\s*(?:[,&+]|\band\b)\s*", text.strip()) if one]
    return parts if len(parts) > 1 and not text.rstrip().endswith("?") else []


#: Said beside a number, and no words of their own: "1 i think, no wait the other one, 3".
_FILLER = _AROUND | each_of(
    "and or not no wait hang on sorry oh um er hm hmm actually rather instead other others one ones both last sure course "
    "right hold dont know either could be but also now again mean meant s"
)


def only_numbers(text: str) -> bool:
    """Whether a line holds numbers, and beside them nothing but filler."""
    words = words_of(text).split()
    counted = [one for one in words if one.isdecimal() or one in _PLACES[1:] or one in _COUNT]
    return bool(counted) and all(one in _FILLER or one in counted for one in words)


def _place(word: str, count: int) -> int | None:
    if word == "last":
        return count
    if word in _PLACES[1:]:
        return _PLACES.index(word)
    if word in _COUNT:
        return _COUNT.index(word)
    return int(word) if word.isdecimal() and len(word) <= 4 else None


#: What is neither a letter, a digit, a space nor a mark of a sentence.
_SIGNS = re.compile(r"[^\w\s.,;:!()'\"\u2018-\u201d\u2013\u2014-]")


def choice_in(text: str, options: Sequence[str]) -> int | None:
    """Where the one option stands (from 0) that a line names by a word of it: `the form I think`. None unless it is clear."""
    words = words_of(text).split()
    wished = [one for one in words if one not in _AROUND]
    # Signs, such as emoji, are no word of an option: a line with one is kept as it was typed.
    if set(wished) <= _FILLER or _TURNS & set(words) or text.rstrip().endswith("?") or _SIGNS.search(text):
        return None
    found = [at for at, one in enumerate(options) if set(wished) <= set(words_of(one).split())]
    return found[0] if len(found) == 1 else None
