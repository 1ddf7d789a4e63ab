"""Session files as bytes: strict reading of what may be hostile, and one way of writing.

Touches nothing: bytes in, documents out, and back. A document is a JSON object; only its top level is known here.
"""

import json
import re
import unicodedata
from collections.abc import Iterable
from itertools import accumulate
from typing import Any, Final, NoReturn, TypeAlias

from pydantic_core import PydanticSerializationError, to_json, to_jsonable_python

from coachtui.text import clean, hostile

Document: TypeAlias = dict[str, Any]
"""A session as its file has it: top-level keys to JSON values."""

MAX_BYTES: Final = 32 << 20
"""Largest session file that is opened. A long session with its framework is under 0.3 MB."""
MAX_DEPTH: Final = 100
MAX_DIGITS: Final = 20

KEYS: Final = (
    "format",
    "id",
    "seq",
    "framework",
    "people",
    "setting",
    "minutes",
    "stance",
    "planned",
    "started",
    "ended",
    "follows",
    "grew_from",
    "spot",
    "drafts",
    "elapsed",
    "places",
    "parked",
    "agreement",
    "records",
)
"""The order of the known top-level keys in a file; unknown ones follow as they came."""

CONTAINERS: Final = ("drafts", "elapsed", "places", "records")
"""Top-level keys whose value holds entries by key."""

ESCAPED = re.compile(r"\\[urbf]")
STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"')
BRACKETS: Final = {"[": 1, "{": 1, "]": -1, "}": -1}


class BadFileError(ValueError):
    """Not a proper file; `where` (or nothing) and `what` are parts of a sentence and quote nothing from inside."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(where, what)
        self.where = where
        self.what = what

    @property
    def told(self) -> str:
        """What and where, as half a sentence."""
        return f"{self.what}, {self.where}" if self.where else self.what


def parse(data: bytes) -> Any:
    """The JSON value in `data`, read strictly and with every text in it cleaned.

    Raises:
        BadFileError: not UTF-8, not JSON, a key given twice, a number that is none, too deep.
    """
    text = _decoded(data)
    try:
        value = json.loads(
            text,
            object_pairs_hook=_no_twins,
            parse_constant=_no_constant,
            parse_float=_sane_float,
            parse_int=_sane_int,
        )
    except json.JSONDecodeError as error:
        raise BadFileError(_line(error.lineno, error.colno), "the text is not proper JSON") from None
    except (RecursionError, MemoryError):
        raise BadFileError("inside", "lists are nested too deep") from None
    depth = accumulate(BRACKETS.get(mark, 0) for mark in STRING.sub("", text) if mark in "[{]}")
    if max(depth, default=0) > MAX_DEPTH:
        raise BadFileError("inside", "lists are nested too deep")
    if ESCAPED.search(text) or next(hostile(text), None) or not unicodedata.is_normalized("NFC", text):
        value = _cleaned(value)
    return value


def encode(value: object) -> bytes:
    """A value as compact JSON: models by alias, no NaN. Halves of characters become the sign for a lost one.

    Raises:
        PydanticSerializationError: the value cannot be JSON at all (a mistake in the program).
    """
    try:
        return to_json(value, by_alias=True, inf_nan_mode="null")
    except PydanticSerializationError:
        # Models become plain first; names are mended before that, because the library refuses them there already.
        plain = to_jsonable_python(_mended(value), by_alias=True, inf_nan_mode="null")
        return to_json(_mended(plain), inf_nan_mode="null")


def dump(document: Document) -> bytes:
    """A whole session file: UTF-8, two blanks of indent, keys in their order, a newline at the end."""
    known = {key: document[key] for key in KEYS if key in document}
    return to_json({**known, **document}, indent=2, inf_nan_mode="null") + b"\n"


def apply(document: Document, path: str, value: object) -> None:
    """Put `value` at a top-level path in place; None at a path of two parts takes the entry away.

    Raises:
        ValueError: the value or the path does not fit the document.
    """
    top, slash, key = path.partition("/")
    if not slash:
        if top in CONTAINERS and not isinstance(value, dict | None):
            raise ValueError("not a value for this path")
        document[top] = value
        return
    inner = document.get(top)
    if inner is None:
        inner = document[top] = {}
    if not isinstance(inner, dict):
        raise ValueError("not a path into this document")
    if value is None:
        inner.pop(key, None)
    else:
        inner[key] = value


def loose(document: Document) -> Document:
    """A copy that `apply` may change without touching the original."""
    return {key: dict(value) if isinstance(value, dict) else value for key, value in document.items()}


def _decoded(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise BadFileError("", f"it is larger than {MAX_BYTES >> 20} MB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadFileError(f"on line {line}", "a character is not UTF-8") from None


def _line(line: int, column: int) -> str:
    return f"on line {line}, at character {column}"


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise BadFileError("inside", "a name stands twice in one group")
    return found


def _no_constant(_: str) -> NoReturn:
    raise BadFileError("inside", "a number is not a number")


def _sane_float(text: str) -> float:
    value = float(text) if len(text) <= 400 else float("inf")
    if value in {float("inf"), float("-inf")}:
        raise BadFileError("inside", "a number is too large")
    return value


def _sane_int(text: str) -> int:
    if len(text) > MAX_DIGITS:
        raise BadFileError("inside", "a number is too large")
    return int(text)


def _cleaned(value: Any) -> Any:
    match value:
        case str():
            return clean(value)
        case list():
            return [_cleaned(each) for each in value]
        case dict():
            return _no_twins([(clean(key), _cleaned(each)) for key, each in value.items()])
        case _:
            return value


def _mended(value: Any) -> Any:
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case list() | tuple():
            return [_mended(each) for each in _each(value)]
        case dict():
            return {_mended(key): _mended(each) for key, each in value.items()}
        case _:
            return value


def _each(values: Iterable[Any]) -> Iterable[Any]:
    return values
