"""Old session files, brought up to date in memory.

Touches nothing: documents in, documents out. A session file outlives every line of code, so each change of the
format adds one function to the table and none is ever taken out. The file itself changes only when the session
next does; its original is kept beside it once.
"""

from collections.abc import Callable, Mapping
from typing import Final

from coachtui.store.jsonfile import BadFileError, Document

FORMAT: Final = 1
"""The format this version writes."""

Migration = Callable[[Document], Document]

#: From which format, and what makes the next one of it. Each sets `format` itself.
MIGRATIONS: Final[Mapping[int, Migration]] = {}


def newer(document: Mapping[str, object], newest: int = FORMAT) -> str | None:
    """A sentence if this file was written by a newer version than this one, else None."""
    found = document["format"]
    if not isinstance(found, int) or found <= newest:
        return None
    return (
        f"This session was written by a newer coachtui (format {found}; this one knows up to {newest}). It is open for "
        "reading only and nothing in it is changed. Update coachtui to go on with it."
    )


def migrate(document: Document, table: Mapping[int, Migration] = MIGRATIONS, newest: int = FORMAT) -> Document:
    """The document in the newest format; the same object if it already is.

    Raises:
        BadFileError: no way leads from its format to the newest.
    """
    while (found := document["format"]) != newest:
        step = table.get(found) if isinstance(found, int) else None
        if step is None:
            raise BadFileError("at the top", f"format {found} is not one that was ever written")
        before = found
        document = step({**document})
        if document["format"] == before:
            raise RuntimeError(f"migration from format {before} does not set a new one")
    return document
