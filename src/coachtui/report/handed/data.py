"""A sheet as JSON, for other programs: the same values as in every other format, by name.

The form is written down in `docs/contributors/copy-json.md`. What is renamed or taken away there gets another number.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from coachtui.sharing import Shared

#: The version of this form; it has nothing to do with that of session files.
FORM = 1


def json_file(shared: Shared) -> bytes:
    """The sheet as the bytes of a JSON file."""
    return (json.dumps({"sheet": FORM, **_plain(shared)}, ensure_ascii=False, indent=2) + "\n").encode()


def _plain(value: Any) -> Any:
    """A value as JSON knows it; of values of several sorts, the sort is named."""
    if is_dataclass(value) and not isinstance(value, type):
        found = {one.name: _field(one.name, getattr(value, one.name)) for one in fields(value)}
        return found if isinstance(value, Shared) else {"is": type(value).__name__.lower(), **found}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _field(name: str, value: Any) -> Any:
    said = _PAIRS.get(name)
    return said(value) if said is not None and value is not None else _plain(value)


def _named(*names: str) -> Callable[[Any], Any]:
    """Several values that are told apart by their places, told apart by names."""
    return lambda many: [dict(zip(names, map(_plain, one), strict=True)) for one in many]


def _one(*names: str) -> Callable[[Any], Any]:
    return lambda one: dict(zip(names, map(_plain, one), strict=True))


#: Fields whose values are told apart by their places.
_PAIRS: Mapping[str, Callable[[Any], Any]] = {
    "people": _named("name", "role"),
    "levels": dict,
    "lifted": _one("from", "to"),
    "scale": _one("low", "high"),
    "ends": _one("low", "high"),
    "pairs": _named("a", "b", "said"),
    "fields": _named("name", "text"),
    "clauses": _named("text", "accepted_by"),
}
