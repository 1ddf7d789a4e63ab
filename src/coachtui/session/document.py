"""A session as a document: the JSON that lies in a file, and the difference between two states of it by path.

Pure functions. Touches no disk: the store keeps documents and knows nothing of the models.

A path is a top-level key (`people`), or `records/KEY`, `drafts/KEY`, `elapsed/KEY`, `places/KEY`, split at the first slash
only (a record's key may hold one: `records/close/leaving`). The store adds `seq`, which means nothing here.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from typing import Annotated, Any

import pydantic

from coachtui.errors import UserError
from coachtui.session.models import Detour, Session, Working
from coachtui.session.records import EMPTY
from coachtui.session.spot import Spot
from coachtui.text import clean

#: Keys of the document whose parts change one by one.
PARTED = ("records", "drafts", "elapsed", "places")

#: No session is nested deeper than this; the writer of JSON gives up soon after.
MAX_DEPTH = 100

_WINDOW = ("seq", "spot", "drafts", "elapsed", "detours", "places")
_PLAIN = tuple(name for name in Session.model_fields if name not in ("framework", "records"))


def to_document(working: Working) -> dict[str, Any]:
    """The whole document, ready for JSON, in the order it is written in."""
    session = working.session
    known: dict[str, Any] = session.model_dump(mode="json", exclude={"framework", "records"})
    document: dict[str, Any] = {"format": known.pop("format"), "id": known.pop("id")}
    document["framework"] = session.framework.model_dump(mode="json", exclude_unset=True)
    document.update(known)
    document.update(_window(working))
    document["records"] = {key: record.model_dump(mode="json") for key, record in session.records.items()}
    return document


def _window(working: Working) -> dict[str, Any]:
    return {
        "spot": working.spot.key,
        "drafts": dict(working.drafts),
        "elapsed": dict(working.elapsed),
        "detours": [_detour_out(one) for one in working.detours],
        "places": {key: dict(one) for key, one in working.places.items()},
    }


def changes(before: Working, after: Working) -> dict[str, object]:
    """What has changed, by path. Values are frozen models or plain JSON; None removes a part.

    Fields are told apart by identity first, so this costs next to nothing per keystroke.
    """
    found: dict[str, object] = {}
    old, new = before.session, after.session
    if old is not new:
        for name in _PLAIN:
            value = getattr(new, name)
            if getattr(old, name) is not value:
                # A moment on its own is written as it is inside a thing: with its offset, in the same letters.
                found[name] = value.isoformat() if isinstance(value, datetime) else value
        found.update(_parts("records", old.records, new.records))
    if before.spot != after.spot:
        found["spot"] = after.spot.key
    if before.detours is not after.detours:
        found["detours"] = [_detour_out(one) for one in after.detours]
    found.update(_parts("drafts", before.drafts, after.drafts))
    found.update(_parts("elapsed", before.elapsed, after.elapsed))
    found.update(_parts("places", before.places, after.places))
    return found


def _parts(name: str, old: Mapping[str, object], new: Mapping[str, object]) -> dict[str, object]:
    if old is new:
        return {}
    found: dict[str, object] = {f"{name}/{key}": value for key, value in new.items() if old.get(key) is not value}
    found.update({f"{name}/{key}": None for key in old if key not in new})
    return found


def from_document(document: Mapping[str, Any], *, cleaned: bool = False) -> Working:
    """Read a document back. UserError names the field where it does not hold a session of this format.

    `cleaned` says that every text in it went through `text.clean` already, as with all that the store has read.
    """
    clean_one = document if cleaned else _cleaned(document, 0)
    if not isinstance(clean_one, Mapping):
        raise UserError(_field_sentence(()))
    body = {key: value for key, value in clean_one.items() if key not in _WINDOW}
    window = {key: value for key, value in clean_one.items() if key in _WINDOW and value is not None}
    try:
        return _working(Session.model_validate(body), _Window.model_validate(window))
    except pydantic.ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        raise UserError(_field_sentence(first["loc"])) from None


class _DetourIn(pydantic.BaseModel):
    """A detour as it stands in a document: spots by their keys."""

    model_config = pydantic.ConfigDict(extra="allow", hide_input_in_errors=True)

    at: str
    to: str | None = None
    because: str
    back: bool = False


class _Window(pydantic.BaseModel):
    """The part of a document that says what is open in a window."""

    model_config = pydantic.ConfigDict(hide_input_in_errors=True)

    spot: str = ""
    drafts: dict[str, str] = pydantic.Field(default_factory=dict)
    elapsed: dict[str, Annotated[int, pydantic.Field(ge=0)]] = pydantic.Field(default_factory=dict)
    detours: tuple[_DetourIn, ...] = ()
    places: dict[str, dict[str, Any]] = pydantic.Field(default_factory=dict)


def _working(session: Session, window: _Window) -> Working:
    detours = tuple(_detour_in(one) for one in window.detours)
    return Working(session, Spot.parse(window.spot), window.drafts, window.elapsed, detours, window.places)


def _detour_out(detour: Detour) -> dict[str, Any]:
    to = detour.to.key if detour.to else None
    return {**detour.more, "at": detour.at.key, "to": to, "because": detour.because, "back": detour.back}


def _detour_in(value: _DetourIn) -> Detour:
    to = Spot.parse(value.to) if value.to is not None else None
    return Detour(Spot.parse(value.at), to, value.because, value.back, value.model_extra or {})


#: What a record's key may look like to be named in a sentence.
_KEY = re.compile(r"[a-z0-9-]{1,64}(/[a-z0-9-]{1,64})?(@[0-9a-z]{1,32})?")

#: Which part of the union was read; it stands in the place of a mistake but not in the file.
_TAGS = frozenset((*EMPTY, "names", "taken", "one", "word"))


def _field_sentence(loc: tuple[int | str, ...]) -> str:
    where = ".".join(_named(loc)) or "the document"
    return (
        f"the field {where[:200]!r} does not hold what a session file has there. "
        "The file was left exactly as it is; a copy from before the change, or the hand that changed it, can mend it"
    )


def _named(loc: tuple[int | str, ...]) -> Iterator[str]:
    """The place of a mistake, as far as it may be quoted: own names, numbers and keys of records; for the rest, a sign."""
    names = _field_names()
    for place, part in enumerate(loc):
        if part in EMPTY and loc[0] == "records" and place == 2:
            continue
        if isinstance(part, int):
            yield str(part)
        elif part in names or (place == 1 and loc[0] in PARTED and _KEY.fullmatch(part)):
            yield part
        elif part not in _TAGS:
            yield "…"


@cache
def _field_names() -> frozenset[str]:
    """Every name of a field that a session file may have, in all models."""
    names: set[str] = set()
    todo: list[type[pydantic.BaseModel]] = [pydantic.BaseModel]
    while todo:
        model = todo.pop()
        todo.extend(model.__subclasses__())
        if model.__module__.startswith("coachtui."):
            names |= {field.alias or name for name, field in model.model_fields.items()}
    return frozenset(names)


def _cleaned(value: Any, depth: int) -> Any:
    if depth > MAX_DEPTH:
        raise UserError(_field_sentence(()))
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {clean(str(key)): _cleaned(one, depth + 1) for key, one in value.items()}
    if isinstance(value, list):
        return [_cleaned(one, depth + 1) for one in value]
    return value
