"""A sheet as JSON, for other programs: the same values as in every other format, by name."""

import json
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
        found = {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        return found if isinstance(value, Shared) else {"is": type(value).__name__.lower(), **found}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
