"""The session as its file should say it, value by value. Touches nothing and locks nothing: `keeper` does.

The document is plain JSON decoded from what was encoded for the journal, so journal and snapshot cannot differ, and
nobody outside can change a value that is on its way to the disk.
"""

import json

from coachtui.store.jsonfile import Document, apply, loose


class Ledger:
    """A document and the number of its last change."""

    def __init__(self, document: Document, seq: int) -> None:
        self.seq = seq
        self._document = loose(document)

    def note(self, path: str, data: bytes) -> int:
        """Take in an encoded value; gives the number of the change.

        Raises:
            ValueError: the value does not fit the document at that path.
        """
        apply(self._document, path, json.loads(data))
        self.seq += 1
        return self.seq

    def compose(self) -> Document:
        """The whole document as it is now; later changes do not reach into it."""
        document = loose(self._document)
        document["seq"] = self.seq
        return document
