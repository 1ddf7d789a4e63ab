"""Changing every reference in a raw step, board or round: for parts, whose ids get a prefix when they are put in.

Pure; touches no disk. Works before anything was checked, so whatever has the wrong shape is left as it is.
"""

import re
from collections.abc import Callable
from typing import Any

Rename = Callable[[str], str]

#: What `for_each` may say besides a step.
RESERVED = ("people", "roles")

_BRACES = re.compile(r"\{([a-z0-9][a-z0-9/-]*)\}")


def rewrite(sort: str, data: dict[str, Any], rename: Rename, words: Rename) -> dict[str, Any]:
    """`data` with each reference to a step or board renamed, and each word in braces likewise."""
    table = _TABLES[sort]
    return {key: in_braces(table.get(key, _same)(value, rename), words) for key, value in data.items()}


def _same(value: Any, _: Rename) -> Any:
    return value


def in_braces(value: Any, rename: Rename) -> Any:
    """Every string in `value` with the words in braces renamed."""
    if isinstance(value, str):
        return _BRACES.sub(lambda found: f"{{{rename(found[1])}}}", value) if "{" in value else value
    if isinstance(value, list):
        return [in_braces(one, rename) for one in value]
    if isinstance(value, dict):
        return {key: in_braces(one, rename) for key, one in value.items()}
    return value


def _names(value: Any, rename: Rename) -> Any:
    if isinstance(value, str):
        return rename(value)
    return [_names(one, rename) for one in value] if isinstance(value, list) else value


def _values(value: Any, rename: Rename) -> Any:
    return {key: _names(one, rename) for key, one in value.items()} if isinstance(value, dict) else value


def _in_table(*keys: str) -> Callable[[Any, Rename], Any]:
    def change(value: Any, rename: Rename) -> Any:
        if not isinstance(value, dict):
            return value
        return {key: _names(one, rename) if key in keys else one for key, one in value.items()}

    return change


def _source(value: Any, rename: Rename) -> Any:
    return rename(value) if isinstance(value, str) else _in_table("step", "board")(value, rename)


def _taken(value: Any, rename: Rename) -> Any:
    if not isinstance(value, dict):
        return value
    return {key: _source(one, rename) if key == "from" else one for key, one in value.items()}


def _options(value: Any, rename: Rename) -> Any:
    change = _in_table("go_to", "open")
    return [change(one, rename) for one in value] if isinstance(value, list) else value


def _for_each(value: Any, rename: Rename) -> Any:
    return rename(value) if isinstance(value, str) and value not in RESERVED else value


_TABLES: dict[str, dict[str, Callable[[Any, Rename], Any]]] = {
    "step": {
        "show": _names,
        "board": _names,
        "lift": _names,
        "from": _source,
        "to": _source,
        "start_with": _source,
        "rows": _taken,
        "columns": _taken,
        "go_to": _values,
        "open": _values,
        "options": _options,
        "check": _in_table("go_to"),
    },
    "board": {"rows": _taken, "columns": _taken},
    "round": {"for_each": _for_each, "steps": _names},
}
