"""A session as a document: the JSON that lies in a file, and the difference between two states of it by path.

Pure functions. Touches no disk: the store keeps documents and knows nothing of the models.

A path is a top-level key (`people`), or `records/KEY`, `drafts/KEY`, `elapsed/KEY`, split at the first slash only (a
record's key may hold one: `records/close/leaving`). The store adds `seq`, which means nothing here.
"""

from collections.abc import Mapping
from typing import Any

import pydantic

from coachtui.errors import UserError
from coachtui.session.models import Detour, Session, Working
from coachtui.session.spot import Spot
from coachtui.text import clean

#: Keys of the document whose parts change one by one.
PARTED = ("records", "drafts", "elapsed")

_WINDOW = ("seq", "spot", "drafts", "elapsed", "detours")
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
                found[name] = value
        found.update(_parts("records", old.records, new.records))
    if before.spot != after.spot:
        found["spot"] = after.spot.key
    if before.detours is not after.detours:
        found["detours"] = [_detour_out(one) for one in after.detours]
    found.update(_parts("drafts", before.drafts, after.drafts))
    found.update(_parts("elapsed", before.elapsed, after.elapsed))
    return found


def _parts(name: str, old: Mapping[str, object], new: Mapping[str, object]) -> dict[str, object]:
    if old is new:
        return {}
    found: dict[str, object] = {f"{name}/{key}": value for key, value in new.items() if old.get(key) is not value}
    found.update({f"{name}/{key}": None for key in old if key not in new})
    return found


def from_document(document: Mapping[str, Any]) -> Working:
    """Read a document back. UserError names the field where it does not hold a session of this format."""
    cleaned: dict[str, Any] = _cleaned(document)
    body = {key: value for key, value in cleaned.items() if key not in _WINDOW}
    try:
        session = Session.model_validate(body)
        return Working(session, *_window_in(cleaned))
    except pydantic.ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        raise UserError(_field_sentence(first["loc"])) from None
    except (KeyError, TypeError, ValueError, AttributeError):
        raise UserError(_field_sentence(("spot, drafts, elapsed or detours",))) from None


def _window_in(
    document: Mapping[str, Any],
) -> tuple[Spot, dict[str, str], dict[str, int], tuple[Detour, ...]]:
    drafts = {str(key): str(value) for key, value in (document.get("drafts") or {}).items()}
    elapsed = {str(key): max(0, int(value)) for key, value in (document.get("elapsed") or {}).items()}
    detours = tuple(_detour_in(one) for one in document.get("detours") or ())
    return Spot.parse(str(document.get("spot") or "")), drafts, elapsed, detours


def _detour_out(detour: Detour) -> dict[str, Any]:
    to = detour.to.key if detour.to else None
    return {"at": detour.at.key, "to": to, "because": detour.because, "back": detour.back}


def _detour_in(value: Mapping[str, Any]) -> Detour:
    to = Spot.parse(str(value["to"])) if value.get("to") else None
    return Detour(Spot.parse(str(value["at"])), to, str(value["because"]), value.get("back") is True)


def _field_sentence(loc: tuple[int | str, ...]) -> str:
    where = clean(".".join(str(part) for part in loc)) or "the document"
    return (
        f"the field {where[:200]!r} does not hold what a session file has there. "
        "The file was left exactly as it is; a copy from before the change, or the hand that changed it, can mend it"
    )


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {clean(str(key)): _cleaned(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    return value
