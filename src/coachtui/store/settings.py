"""The settings of a home, written by hand in `coachtui.toml`. Reads that one file; never writes it.

A mistake in it stops nothing: what is right is used, and the rest is told in sentences that name the line.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Literal, cast, get_args

from pydantic import BaseModel, ConfigDict

from coachtui.errors import UserError
from coachtui.framework import duty
from coachtui.framework.duty import DutyCard
from coachtui.framework.mistakes import listed, nearest, quoted, sort_of, suggestion
from coachtui.framework.places import Places
from coachtui.store.home import SETTINGS, Home
from coachtui.text import clean, is_blank

Theme = Literal["auto", "light", "dark", "contrast", "plain"]
Signs = Literal["auto", "usual", "ascii"]

#: No name, key or word of a school is longer than this, in characters.
LONGEST: Final = 80
#: Nor are there more entries in a list or a table.
MOST: Final = 200
#: So many mistakes are told at once.
TOLD: Final = 20


class Settings(BaseModel):
    """What a school or a person has set.

    Attributes:
        favourites: ids of the frameworks that Choose shows first, in this order.
        keys: command to key, as it was spelt out: `{"ask": "Ctrl+T"}`; a key of a screen as `{"home.start": "s"}`.
        theme: the look of the screens; `auto` follows the terminal and what was chosen last.
        signs: `ascii` where the font lacks the usual signs.
        terms: our word to the school's own, such as `{"half-term": "term"}`.
        duty: the card for the moment somebody may be at risk: whom to speak to, and the school's own procedure.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    favourites: tuple[str, ...] = ()
    keys: Mapping[str, str] = {}
    theme: Theme = "auto"
    signs: Signs = "auto"
    terms: Mapping[str, str] = {}
    duty: DutyCard = DutyCard()


#: Nothing set: everything is as it comes.
USUAL: Final = Settings()


@dataclass(frozen=True)
class SettingsFile:
    """The settings, and what is to be told about the file they stand in.

    Attributes:
        settings: all that is right; what is not is as it comes.
        told: a sentence for each thing that could not be used.
        text: the file itself, for naming a line.
    """

    settings: Settings = USUAL
    told: tuple[str, ...] = ()
    text: str = ""

    @cached_property
    def _places(self) -> Places:
        return Places(self.text)

    def tell(self, path: tuple[str | int, ...], what: str, remedy: str, *, key: bool = False) -> str:
        """A sentence about one setting (about its name, where `key`), with the line it stands on."""
        return _sentence(self._places, path, what, remedy, key=key)


class _Wrong(Exception):  # noqa: N818 - not an error: a sentence on its way
    """One setting cannot be used; `remedy` says what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        self.what = what
        self.remedy = remedy


def read_settings(home: Home) -> SettingsFile:
    """The settings of a home. Never raises for what the file holds: it is told."""
    text = ""
    try:
        text = home.settings_text()
        data = home.settings(text)
    except UserError as problem:
        return SettingsFile(told=(str(problem),), text=text)
    return checked(data, text)


def checked(data: Mapping[str, Any], text: str) -> SettingsFile:
    """What of the parsed file can be used, and what is to be told."""
    places, told = Places(text), list[str]()
    good: dict[str, Any] = {}
    for name, value in _flat(data):
        inner = name.removeprefix("school.")
        path = (inner,) if inner == name else ("school", inner)
        read = _READERS.get(name)
        if read is None:
            known = ALL if inner == name else ("school.terms",)
            what = f"There is no setting called {quoted(inner)}."
            told.append(_sentence(places, path, what, suggestion(name, known, none=""), key=True))
            continue
        found, wrong = read(value)
        told += [_sentence(places, (*path, *at), one.what, one.remedy) for at, one in wrong]
        if found is not None:
            good[inner] = found
    more = (f"{SETTINGS}: {len(told) - TOLD} more settings cannot be used.",) if len(told) > TOLD else ()
    return SettingsFile(Settings(**good), (*told[:TOLD], *more), text)


def _flat(data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The settings by name; those of `[school]` with it before them."""
    for name, value in data.items():
        if name == "school" and isinstance(value, dict):
            yield from ((f"school.{inner}", one) for inner, one in cast("dict[str, object]", value).items())
        else:
            yield name, value


def _sentence(places: Places, path: tuple[str | int, ...], what: str, remedy: str, *, key: bool = False) -> str:
    found = places.of(path, key=key)
    where = f"{SETTINGS}, line {found[0]}" if found else SETTINGS
    return f"{where}: {what} {remedy}".rstrip()


# -- the sorts of values: what is right of them, and what is wrong where

At = tuple[str | int, ...]
Read = tuple[Any, list[tuple[At, _Wrong]]]


def _word(value: object, longest: int = LONGEST) -> str:
    if not isinstance(value, str):
        raise _Wrong(f"Here stands {sort_of(value)}, and text is wanted.", "Put it between quotation marks.")
    words = clean(value).strip()
    if is_blank(words) or len(words) > longest or "\n" in words:
        raise _Wrong("This text is empty, too long or of several lines.", f"Use 1 to {longest} characters on one line.")
    return words


def _choice(*allowed: str) -> Callable[[object], Read]:
    def read(value: object) -> Read:
        if isinstance(value, str):
            if value in allowed:
                return value, []
            near = nearest(value, allowed)
            meant = f"Did you mean {quoted(near)}?" if near else f"Choose {listed(allowed)}."
            return None, [((), _Wrong(f"It cannot be {quoted(value)}.", meant))]
        return None, [((), _Wrong(f"Here stands {sort_of(value)}.", f"Choose {listed(allowed)}."))]

    return read


def _words(value: object, example: str = '["grow", "tour"]', longest: int = LONGEST) -> Read:
    """A list of words; one that is wrong is left out."""
    if not isinstance(value, list):
        remedy = f"Write it as a list, such as {example}."
        return None, [((), _Wrong(f"Here stands {sort_of(value)}, and a list is wanted.", remedy))]
    found: list[str] = []
    wrong: list[tuple[At, _Wrong]] = []
    for number, one in enumerate(cast("list[object]", value)[:MOST]):
        try:
            found.append(_word(one, longest))
        except _Wrong as problem:
            wrong.append(((number,), problem))
    return tuple(dict.fromkeys(found)), wrong


def _table(value: object) -> Read:
    """Words to words; an entry that is wrong is left out."""
    if not isinstance(value, dict):
        example = "Write its name between square brackets on a line of its own, and one setting a line below."
        return None, [((), _Wrong(f"Here stands {sort_of(value)}, and a table is wanted.", example))]
    found: dict[str, str] = {}
    wrong: list[tuple[At, _Wrong]] = []
    for name, one in list(cast("dict[str, object]", value).items())[:MOST]:
        try:
            found[_word(name)] = _word(one)
        except _Wrong as problem:
            wrong.append(((name,), problem))
    return found, wrong


def _keys(value: object) -> Read:
    """A command and its key, one a line; the keys of a screen in a table of its own, told as `screen.name`."""
    if not isinstance(value, dict):
        return _table(value)
    plain: dict[str, object] = {}
    found: dict[str, str] = {}
    wrong: list[tuple[At, _Wrong]] = []
    for name, one in list(cast("dict[str, object]", value).items())[:MOST]:
        if not isinstance(one, dict):
            plain[name] = one
            continue
        keys, mistakes = _table(cast("object", one))
        found |= {f"{clean(name)[:LONGEST]}.{inner}": key for inner, key in (keys or {}).items()}
        wrong += [((name, *at), problem) for at, problem in mistakes]
    keys, mistakes = _table(plain)
    return {**keys, **found}, [*mistakes, *wrong]


def _duty(value: object) -> Read:
    """The duty-to-act card; what is wrong of it is left out, and the rest stands on it."""
    if not isinstance(value, dict):
        example = "Write [duty] on a line of its own, and below it speak_to and procedure."
        return None, [((), _Wrong(f"Here stands {sort_of(value)}, and a table is wanted.", example))]
    given: dict[str, tuple[str, ...]] = {}
    wrong: list[tuple[At, _Wrong]] = []
    for name, one in list(cast("dict[str, object]", value).items())[:MOST]:
        if name not in _CARD:
            what = f"There is no setting called {quoted(name)} in [duty]."
            wrong.append(((name,), _Wrong(what, suggestion(name, tuple(_CARD), none=""))))
            continue
        found, mistakes = _words(one, *_CARD[name])
        wrong += [((name, *at), mistake) for at, mistake in mistakes]
        if found is not None and len(found) > duty.MOST:
            what = f"There are {len(found)} entries, and the card has room for {duty.MOST}."
            wrong.append(((name,), _Wrong(what, "The first ones stand on it; leave the others out.")))
        given[name] = (found or ())[: duty.MOST]
    return DutyCard(**given), wrong


#: The settings of the card: what one looks like, and the most characters of an entry.
_CARD: Final[Mapping[str, tuple[str, int]]] = {
    "speak_to": ('["Ms Example, room 12, ext. 204"]', duty.LONGEST),
    "procedure": ('["Stay with the person."]', duty.LONGEST_LINE),
}

_READERS: Final[Mapping[str, Callable[[object], Read]]] = {
    "favourites": _words,
    "theme": _choice(*get_args(Theme)),
    "signs": _choice(*get_args(Signs)),
    "keys": _keys,
    "school.terms": _table,
    "duty": _duty,
}

#: Every setting there is, by its name in the file.
ALL: Final = tuple(_READERS)
