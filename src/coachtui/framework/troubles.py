"""What the second reader of TOML has to tell: places of keys and values, and what it could not read.

Pure values; touches no disk.
"""

from dataclasses import dataclass, field
from typing import Literal

#: Keys and indices from the top of the file to a value: `("step", 3, "kind")`.
Path = tuple[str | int, ...]

#: No key has more parts, no value lies deeper (framework-files, *Limits*).
MAX_PARTS = 16
MAX_DEPTH = 6

#: After so many the rest of a file is not worth telling.
MAX_TROUBLES = 20

CURLY = "“”„‟‘’‚‛«»‹›"

Sort = Literal[
    "curly", "quote", "long-quote", "inner-quote", "bracket", "comma", "equals", "bare", "empty", "twice", "single", "header",
    "backslash", "rest", "dots", "deep",
]  # fmt: skip


@dataclass(frozen=True)
class Trouble:
    """Something that cannot be read: where, of which sort, and a word to tell it by."""

    offset: int
    sort: Sort
    detail: str = ""


@dataclass
class Scan:
    """What was found: where keys and values begin (offsets), and what could not be read."""

    keys: dict[Path, int] = field(default_factory=dict)
    values: dict[Path, int] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)

    @property
    def over_limit(self) -> bool:
        """True where the text must not be given to `tomllib`."""
        return any(trouble.sort in ("dots", "deep") for trouble in self.troubles)
