"""The line mode: the same conversation with lines in and lines out, for a screen reader, a slow line or a pipe.

Floor 5. May use: everything below, no Textual and no click. Questions go to standard output, messages to standard error.
"""

from coachtui.plain.mode import Console, LineMode
from coachtui.plain.reading import Lines

__all__ = ["Console", "LineMode", "Lines"]
