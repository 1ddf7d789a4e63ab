"""The mark of each family of frameworks: a sign beside the colour, so that nobody needs the colour. Touches nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from coachtui.framework.models import Family
from coachtui.layouts import ASCII, Signs


@dataclass(frozen=True, slots=True)
class Mark:
    """One family's sign, one cell wide: the usual one, and the one of plain ASCII."""

    usual: str
    plain: str


#: All different in both sets, and all in the fonts that come with Windows, macOS and Linux.
MARKS: Final[Mapping[Family, Mark]] = {
    "think": Mark("◊", "*"),
    "problem": Mark("▲", "^"),
    "perspective": Mark("○", "o"),
    "plan": Mark("■", "#"),
    "change": Mark("≈", "~"),
    "success": Mark("+", "+"),
    "time": Mark("@", "@"),
    "stock": Mark("≡", "="),
    "agree": Mark("&", "&"),
    "learn": Mark("!", "!"),
}


def mark(family: Family, signs: Signs) -> str:
    """The family's mark in this set of signs."""
    found = MARKS[family]
    return found.plain if signs is ASCII else found.usual
