"""From text to raw tables, and where that fails, why, in words for someone who has never heard of TOML.

Pure; touches no disk. `tomllib` reads; `scanner` explains, because it can go on after the first mistake.
"""

import re
import tomllib
import unicodedata
from typing import Any

from coachtui.framework.mistakes import Mistake, printable, quoted
from coachtui.framework.source import FileText
from coachtui.framework.troubles import MAX_DEPTH, MAX_PARTS, Sort, Trouble
from coachtui.text import hostile, name_of

#: So many characters of one sort are told; the rest follow the same pattern.
_MOST_TOLD = 20

#: Text in a line with more points than this is looked at before `tomllib` is: it is quadratic in dotted keys.
_MANY_POINTS = 200


def parse(file: FileText) -> dict[str, Any] | list[Mistake]:
    """The tables of a file, all text in NFC; or every mistake that keeps it from being read."""
    found = _hostile_text(file)
    if found:
        return found
    if _suspicious(file.text) and file.places.scan.over_limit:
        return _explained(file)
    if _longest_dots(file.text) > _MANY_POINTS and file.places.scan.troubles:
        return _explained(file)
    try:
        data = tomllib.loads(file.text)
    except (ValueError, RecursionError, MemoryError) as error:
        return _explained(file) or [_by_library(file, error)]
    composed = _composed(data)
    if _count(composed) != _count(data):  # two names that look the same and were written in two ways
        return _explained(file)
    found = _hostile_values(file, composed)
    return found or composed


def _suspicious(text: str) -> bool:
    """True where a limit may be passed, so that the second reader has to look first."""
    return _longest_dots(text) > MAX_PARTS - 1 or "[[[" in text or text.count("{") + text.count("[") > 100


def _longest_dots(text: str) -> int:
    return max((line.count(".") for line in text.split("\n")), default=0)


# -- characters ------------------------------------------------------------------------------------------------------


def _hostile_text(file: FileText) -> list[Mistake]:
    """Control characters, escape sequences and direction marks that stand in the file as such."""
    found = [_refused(file, offset, name) for offset, name in hostile(file.text)]
    found += [_refused(file, at.start(), name_of("\r")) for at in re.finditer("\r", file.text)]
    return found[:_MOST_TOLD]


def _refused(file: FileText, offset: int, name: str) -> Mistake:
    return file.mistake_at(
        offset, f"Here stands {name}, which a framework may not hold.", "Take it out; the words around it can stay."
    )


def _hostile_values(file: FileText, data: dict[str, Any]) -> list[Mistake]:
    """The same, written as an escape; and tables within tables beyond the limit."""
    found: list[Mistake] = []
    todo: list[tuple[tuple[str | int, ...], Any]] = [((), data)]
    while todo and len(found) < _MOST_TOLD:
        path, value = todo.pop()
        if len(path) > MAX_DEPTH:
            found.append(_too_deep(file, path))
        elif isinstance(value, dict):
            for key in value:
                found += _refused_value(file, (*path, key), key, key=True)
            todo += [((*path, key), one) for key, one in value.items()]
        elif isinstance(value, list):
            todo += [((*path, number), one) for number, one in enumerate(value)]
        elif isinstance(value, str):
            found += _refused_value(file, path, value, key=False)
    return found[:_MOST_TOLD]


def _refused_value(file: FileText, path: tuple[str | int, ...], text: str, *, key: bool) -> list[Mistake]:
    names = dict.fromkeys(name for _, name in hostile(text))
    if "\r" in text:
        names[name_of("\r")] = None
    where = "name" if key else "text"
    return [
        file.mistake(path, f"This {where} holds {name}.", "Take it out; the words around it can stay.", key=key)
        for name in names
    ]


def _too_deep(file: FileText, path: tuple[str | int, ...]) -> Mistake:
    return file.mistake(
        path, f"This lies more than {MAX_DEPTH} levels deep.", "Nothing in a framework lies so deep; take it out."
    )


def _composed(value: Any) -> Any:
    """All text in the form that compares equal to what a keyboard makes (NFC)."""
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {_composed(key): _composed(one) for key, one in value.items()}
    return [_composed(one) for one in value] if isinstance(value, list) else value


def _count(value: Any) -> int:
    """How many values there are, all levels together."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(_count(one) for one in inside)


# -- what the second reader found ------------------------------------------------------------------------------------


def _explained(file: FileText) -> list[Mistake]:
    told = sorted(file.places.scan.troubles, key=lambda trouble: trouble.offset)
    lines: set[int] = set()
    found: list[Mistake] = []
    for trouble in told:
        line, _ = file.places.of_offset(trouble.offset)
        if line not in lines:  # one line, one mistake: the others are mostly its echo
            lines.add(line)
            found.append(_in_words(file, trouble))
    return found


def _in_words(file: FileText, trouble: Trouble) -> Mistake:
    what, remedy = _WORDS[trouble.sort]
    if trouble.sort == "bare":
        remedy = _bare_remedy(trouble.detail)
    detail = quoted(trouble.detail)
    if trouble.sort == "curly":
        detail = printable(file.text[trouble.offset : trouble.offset + 1])
    return file.mistake_at(trouble.offset, what.replace("DETAIL", detail), remedy.replace("DETAIL", detail))


def _bare_remedy(word: str) -> str:
    lowered = word.lower()
    if lowered in ("true", "yes", "on"):
        return "For yes, write true in small letters."
    if lowered in ("false", "no", "off", "none", "null"):
        return "For no, write false in small letters; for nothing, take the line out."
    return "Put quotation marks around it."


_WORDS: dict[Sort, tuple[str, str]] = {
    "curly": (
        "Here stands a curly quotation mark, DETAIL, as word processors make them.",
        'Replace it by the straight one, ", before and after the text.',
    ),
    "quote": (
        "A quotation mark opens here and is not closed on the same line.",
        'Put a " at the end of the text.',
    ),
    "long-quote": (
        "Three quotation marks open a long text here, and it is never closed.",
        "Put three of them at its end.",
    ),
    "inner-quote": (
        "The text ended at the quotation mark before this, and more follows.",
        "Inside a text use single quotation marks, 'like this'; between two texts put a comma.",
    ),
    "bracket": (
        "A bracket opens here and is never closed.",
        "Put the closing one, DETAIL, after the last entry.",
    ),
    "comma": (
        "A comma is missing or stands alone here.",
        "Put exactly one comma between two entries.",
    ),
    "equals": (
        "This line is not a setting: DETAIL.",
        'A setting is a name, then =, then its value, as in title = "Our topic". A note to yourself begins with #.',
    ),
    "bare": (
        "DETAIL stands here without quotation marks.",
        "Put quotation marks around it.",
    ),
    "empty": (
        "There is nothing after the = of DETAIL.",
        "Write a value, or take the line out.",
    ),
    "twice": (
        "DETAIL stands here a second time in the same block.",
        "Keep one of the two.",
    ),
    "single": (
        "A block DETAIL begins here a second time, with one bracket on each side.",
        "Where there may be several, each begins with two brackets on each side, as in [[step]].",
    ),
    "header": (
        "This heading is not closed.",
        "Put DETAIL at its end.",
    ),
    "backslash": (
        "A text holds DETAIL, and a backslash has a meaning of its own.",
        "Write the backslash twice, or use / instead.",
    ),
    "rest": (
        "The line goes on after its value ended.",
        "Put each setting on a line of its own.",
    ),
    "dots": (
        f"The name that begins with DETAIL has more than {MAX_PARTS} parts with dots between them.",
        "Use the plain names of settings.",
    ),
    "deep": (
        f"Under DETAIL, brackets are nested more than {MAX_DEPTH} deep.",
        "Nothing in a framework lies so deep; look for brackets too many.",
    ),
}

# -- what only the library found -------------------------------------------------------------------------------------

_AT = re.compile(r"\(at line (\d+), column (\d+)\)")


def _by_library(file: FileText, error: BaseException) -> Mistake:
    """The place that `tomllib` tells, without its words."""
    remedy = "Compare it with a framework that works, or take the last change back."
    found = _AT.search(str(error))
    if found:
        line, column = int(found[1]), int(found[2])
        return Mistake(file.file, line, column, "This cannot be read from here on.", remedy)
    if isinstance(error, RecursionError | MemoryError):
        return Mistake(file.file, None, None, "The file is too deeply nested to be read.", remedy)
    if "end of document" in str(error):
        return file.mistake_at(len(file.text), "The file ends in the middle of something.", remedy)
    return Mistake(file.file, None, None, "A number in the file is too long to be read.", remedy)
