"""A framework in the words of one school: our word for a thing replaced by theirs, in everything that is read aloud.

Pure; touches no disk. Only prose changes. Names that other lines point to (columns, options, tags, roles) and words in
braces stay, so nothing that is referred to or kept by name changes with the school.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError

from coachtui.framework.models import Framework

#: The settings that are prose.
PROSE: Final = frozenset(
    [
        "title",
        "stage",
        "ask",
        "follow",
        "do",
        "avoid",
        "hint",
        "say",
        "clauses",
        "limits",
        "tie",
        "materials",
        "summary",
        "words",
        "use_when",
        "not_when",
    ]
)


def in_words_of(framework: Framework, terms: Mapping[str, str]) -> Framework:
    """The framework with each of our words replaced by the school's own: whole words, large letters kept.

    Where what comes out could not be a framework (a text grows too long) it stays as it was.
    """
    known = {ours.casefold(): theirs for ours, theirs in terms.items()}
    if not known:
        return framework
    longest_first = sorted(map(re.escape, terms), key=len, reverse=True)
    pattern = re.compile(rf"\{{[^{{}}]*\}}|(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE)

    def other(found: re.Match[str]) -> str:
        word = found[0]
        return word if word.startswith("{") else _cased(word, known.get(word.casefold(), word))

    data = framework.model_dump(by_alias=True, exclude_unset=True)
    changed = _walk(data, lambda text: pattern.sub(other, text), prose=False)
    try:
        return Framework.model_validate(changed) if changed != data else framework
    except ValidationError:
        return framework


def _walk(value: Any, change: Any, *, prose: bool) -> Any:
    if isinstance(value, str):
        return change(value) if prose else value
    if isinstance(value, dict):
        return {key: _walk(one, change, prose=key in PROSE) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_walk(one, change, prose=prose) for one in value)
    return value


def _cased(ours: str, theirs: str) -> str:
    """Their word with the large letters that ours had."""
    if len(ours) > 1 and ours.isupper():
        return theirs.upper()
    return theirs[:1].upper() + theirs[1:] if ours[:1].isupper() else theirs
