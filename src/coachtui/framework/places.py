"""From a path in the parsed data to line and column in the text: `("step", 3, "kind")` -> (41, 11).

Pure; touches no disk. It never fails: where a path is not in the text, the nearest enclosing place is told.
"""

from bisect import bisect_right
from functools import cached_property

from coachtui.framework.scanner import scan
from coachtui.framework.troubles import Path, Scan


class Places:
    """Where things stand in one text. The text is read when the first place is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def scan(self) -> Scan:
        """What the second reader found."""
        return scan(self._text)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        at = self._text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self._text.find("\n", at + 1)
        return starts

    def of_offset(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of a character."""
        offset = max(0, min(offset, len(self._text)))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def of(self, path: Path, *, key: bool = False) -> tuple[int, int] | None:
        """Line and column of the value at `path` (of its key, if asked), or of what encloses it. None for the whole."""
        for length in range(len(path), 0, -1):
            known = self.scan.keys if key and length == len(path) else self.scan.values
            offset = known.get(path[:length])
            if offset is not None:
                return self.of_offset(offset)
        return None
