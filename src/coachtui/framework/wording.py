"""What pydantic found, in plain words: never its own.

Pure; touches no disk. One table turns each type of error into what is wrong and what to do.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from coachtui.framework.base import Facet, Source, Taken
from coachtui.framework.mistakes import Mistake, listed, nearest, quoted, sort_of
from coachtui.framework.models import Framework
from coachtui.framework.pieces import Piece
from coachtui.framework.steps import CONTENTS, STEP_OF, BaseStep, Check, ChooseStep, Option
from coachtui.framework.troubles import Path

Words = tuple[str, str]


@dataclass(frozen=True)
class _Case:
    """One error, set back into the file it came from."""

    piece: Piece
    model: type[BaseModel]
    path: Path
    value: Any
    rest: str | int | None
    context: Mapping[str, Any]

    @property
    def name(self) -> str:
        """How a sentence calls the place."""
        keys = [part for part in self.path if isinstance(part, str)]
        if not keys:
            return "This"
        last = self.path[-1]
        return f"Entry {last + 1} of {quoted(keys[-1])}" if isinstance(last, int) else quoted(keys[-1])

    @property
    def sort(self) -> str:
        """What stands there instead."""
        return sort_of(self.value)


def in_words(error: ErrorDetails, piece: Piece, model: type[BaseModel]) -> Mistake:
    """One error of pydantic as a mistake in the file."""
    path, value, rest = _within(piece.data, error["loc"])
    case = _Case(piece, model, path, value, rest, error.get("ctx") or {})
    what, remedy = _key(case) if rest == _KEY else _WORDS.get(error["type"], _other)(case)
    return piece.mistake(path, what, remedy, key=error["type"] == "extra_forbidden" or rest == _KEY)


#: How pydantic says that not a value but its key is meant.
_KEY = "[key]"


def path_in(data: Any, location: Sequence[str | int]) -> Path:
    """Where an error lies in the raw data, as far as the data has it."""
    return _within(data, location)[0]


def keys_of(model: type[BaseModel]) -> list[str]:
    """The settings of a model as they are written in a file."""
    return [field.alias or name for name, field in model.model_fields.items()]


def _within(data: Any, location: Sequence[str | int]) -> tuple[Path, Any, str | int | None]:
    """Follow a location as far as the file has it. What a validator put in between is passed over."""
    path: list[str | int] = []
    rest: str | int | None = None
    for part in location:
        inside = part in data if isinstance(data, dict) else _has(data, part)
        rest = None if inside else part
        if inside:
            path.append(part)
            data = data[part]
    return tuple(path), data, rest


def _has(data: Any, part: str | int) -> bool:
    return isinstance(data, list) and isinstance(part, int) and part < len(data)


# -- unknown and missing settings ------------------------------------------------------------------------------------


def _missing(case: _Case) -> Words:
    if isinstance(case.rest, int):
        return f"{case.name} wants two entries.", _as_example(case)
    what = f"{_the(case)} has no {quoted(case.rest)}."
    return what, _EXAMPLES.get(str(case.rest), f"Add a line that begins with {case.rest} =.")


_EXAMPLES = {
    "id": 'Give it a short name of its own, such as id = "goal".',
    "name": 'Add the name it is listed under, such as name = "GROW".',
    "from": 'Say which earlier step is meant, such as from = "options".',
    "to": 'Say which earlier step is meant, such as to = "blocks".',
    "steps": 'Say which steps are repeated, such as steps = ["them"].',
    "for_each": 'Say for whom or what, such as for_each = "people".',
    "say": "Add the sentence that is shown then, in a line that begins with say.",
    "below": "Add the number, such as below = 7.",
}


def _the(case: _Case) -> str:
    """What is being talked about: the file, the step, an option in it."""
    if case.path:
        return case.name
    if case.model is Framework:
        return "The file"
    return "This step" if issubclass(case.model, BaseStep) else f"This {case.model.__name__.lower()}"


def _key(case: _Case) -> Words:
    """A name on the left that cannot stand there."""
    what = f"{quoted(case.path[-1])} cannot stand here."
    if case.path[0] == "presets":
        near = nearest(case.path[-1], CONTENTS)
        return what, f"Did you mean {quoted(near)}?" if near else f"Write {listed(CONTENTS)}."
    return what, "Write a name that fits on one line."


def _unknown(case: _Case) -> Words:
    word = str(case.path[-1])
    inner = _nested(case.path[:-1])
    model = inner or case.model
    known = keys_of(model)
    what = f"{quoted(word)} is not a setting of {_holder(model)}."
    elsewhere = _elsewhere(word, model, inside=inner is not None)
    if elsewhere is not None:
        return what, elsewhere
    near = nearest(word, known)
    return what, f"Did you mean {quoted(near)}?" if near else f"It may have {listed(known, 'and')}."


_MOVE_UP = "If it belongs to the step, move the line up, above the block in single brackets."


def _elsewhere(word: str, model: type[BaseModel], *, inside: bool) -> str | None:
    """Where a setting belongs that stands in the wrong place."""
    kinds = [kind for kind, step in STEP_OF.items() if word in keys_of(step)]
    if kinds and not inside and issubclass(model, BaseStep):
        return f"It belongs to {listed(kinds)}; change the kind of this step or take the line out."
    if kinds and inside:
        return _MOVE_UP
    if word in keys_of(Framework) and model is not Framework:
        return "It belongs to the top of the file, above the first line in double brackets."
    if kinds:
        return "It belongs to a step; move it below a line [[step]]."
    return None


def _holder(model: type[BaseModel]) -> str:
    names: dict[type[BaseModel], str] = {
        Framework: "the file's top",
        Facet: "a row or column",
        Option: "an option",
        Source: '"from"',
        Taken: "rows or columns",
        Check: '"check"',
    }
    name = model.__name__.removesuffix("Step").lower()
    return names.get(model) or (f"a step of kind {quoted(name)}" if issubclass(model, BaseStep) else f"a {name}")


def _nested(path: Path) -> type[BaseModel] | None:
    """The model that reads what lies at `path` within a step, a board or a round."""
    if not path:
        return None
    if path[0] in ("rows", "columns"):
        return Facet if len(path) > 1 and isinstance(path[1], int) else Source if len(path) > 1 else Taken
    return _NESTED.get(str(path[0]))


_NESTED: dict[str, type[BaseModel]] = {
    "options": Option,
    "from": Source,
    "to": Source,
    "start_with": Source,
    "check": Check,
}


# -- wrong values ----------------------------------------------------------------------------------------------------


def _wants(wanted: str, remedy: Callable[[_Case], str]) -> Callable[[_Case], Words]:
    def words(case: _Case) -> Words:
        return f"{case.name} wants {wanted}, and this is {case.sort}.", remedy(case)

    return words


def _as_text(case: _Case) -> str:
    if isinstance(case.value, list | dict):
        return _example(case) or "Write one text, between quotation marks."
    return "Put quotation marks around it."


def _as_number(case: _Case) -> str:
    if isinstance(case.value, str) and case.value.strip().lstrip("+-").replace(".", "", 1).isdecimal():
        return "Write the number without quotation marks."
    return "Write a number such as 3, without quotation marks."


def _as_yes_or_no(_: _Case) -> str:
    return "Write true or false, in small letters and without quotation marks."


def _as_example(case: _Case) -> str:
    return _example(case) or "Look at the same setting in a framework that works."


def _example(case: _Case) -> str | None:
    """How the setting is written, for those that are more than one word."""
    values = _AT_TOP if case.model is Framework else _VALUES
    keys = [part for part in case.path if isinstance(part, str)]
    found = next((values[key] for key in reversed(keys) if key in values), None)
    return f"Write it like this: {found}." if found else None


_AT_TOP = {
    "people": 'people = ["two"]',
    "roles": 'roles = ["Coach", "Coachee"]',
    "minutes": "minutes = [20, 30]",
    "opening": 'opening = ["agreement"]',
    "closing": 'closing = ["close"]',
    "leads_to": 'leads_to = ["grow"]',
    "materials": 'materials = ["a large sheet", "a marker"]',
}
_VALUES = {
    "ask": 'ask = ["What is going on?", "And what else?"]',
    "scale": "scale = [1, 10]",
    "ends": 'ends = ["not at all", "fully"]',
    "rows": 'rows = ["Now", "Soon"]',
    "columns": 'columns = ["In me", "In others"]',
    "options": 'options = ["Go on", "Start again"]',
    "go_to": 'go_to = { "Start again" = "goal" }',
    "open": 'open = { "Take it slowly" = ["rest"] }',
    "check": 'check = { below = 7, say = "Make the step smaller.", go_to = "actions" }',
    "from": 'from = "options"',
    "weights": 'weights = { "Cost" = 2 }',
    "warnings": 'warnings = { "Open" = "Everything said here may be passed on." }',
    "presets": 'presets = { "Just us" = { points = "no", actions = "ask" } }',
}


def _literal(case: _Case) -> Words:
    expected = str(case.context.get("expected", ""))
    choices = [word.strip().strip("'") for word in expected.replace(" or ", ", ").split(",") if word.strip()]
    if not isinstance(case.value, str):
        return f"{case.name} wants one of {listed(choices)}, and this is {case.sort}.", "Write one of them."
    near = nearest(case.value, choices)
    remedy = f"Did you mean {quoted(near)}?" if near else f"Write {listed(choices)}."
    return f"{quoted(case.value)} is not a value of {_value_name(case)}.", remedy


def _value_name(case: _Case) -> str:
    keys = [part for part in case.path if isinstance(part, str)]
    return quoted(keys[-1]) if keys else "this"


def _pattern(case: _Case) -> Words:
    if isinstance(case.value, str) and "a-z0-9" in str(case.context.get("pattern", "")):
        if case.path[0] in ("go_to", "open") and case.path[-1] in keys_of(ChooseStep):
            return f"{quoted(case.path[-1])} is not an option of this step.", _MOVE_UP
        what = f"{quoted(case.value)} cannot be an id."
        return what, "An id has small letters a to z, digits and hyphens, such as way-forward, at most 64 of them."
    if isinstance(case.value, str) and not case.value.strip():
        return _empty(case)
    return f"{case.name} is to be one line, and this has several.", "Put it on one line."


def _empty(case: _Case) -> Words:
    return f"{case.name} is empty.", "Write something between the quotation marks, or take the line out."


def _too_long(case: _Case) -> Words:
    most = case.context.get("max_length")
    if isinstance(case.value, str):
        return f"{case.name} has {len(case.value):,} characters, and {most:,} is the most.", "Say it in fewer words."
    if most == 2:
        return f"{case.name} wants two entries, and this has more.", _as_example(case)
    return f"{case.name} has more than {most} entries.", "Take some out."


def _too_short(case: _Case) -> Words:
    return f"{case.name} is an empty list.", "Write at least one entry, or take the line out."


def _bound(words: str, key: str, remedy: str) -> Callable[[_Case], Words]:
    def told(case: _Case) -> Words:
        bound = case.context.get(key)
        number = int(bound) if isinstance(bound, float) and bound.is_integer() else bound
        return f"{case.name} is to be {words} {number}.", remedy

    return told


def _other(case: _Case) -> Words:
    return f"{case.name} is not as it should be.", _as_example(case)


_NUMBER = _wants("a whole number such as 3", _as_number)
_LIST = _wants("a list in square brackets", _as_example)
_TABLE = _wants("a table in braces", _as_example)
_WORDS: dict[str, Callable[[_Case], Words]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "string_type": _wants("text between quotation marks", _as_text),
    "int_type": _NUMBER,
    "int_from_float": _NUMBER,
    "float_type": _wants("a number such as 3 or 2.5", _as_number),
    "finite_number": _wants("an ordinary number", _as_number),
    "bool_type": _wants("true or false", _as_yes_or_no),
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _TABLE,
    "model_type": _TABLE,
    "model_attributes_type": _TABLE,
    "literal_error": _literal,
    "string_pattern_mismatch": _pattern,
    "string_too_short": _empty,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "too_short": _too_short,
    "greater_than": _bound("more than", "gt", "Write a larger number."),
    "greater_than_equal": _bound("at least", "ge", "Write a larger number."),
    "less_than": _bound("less than", "lt", "Write a smaller number."),
    "less_than_equal": _bound("at most", "le", "Write a smaller number."),
}
