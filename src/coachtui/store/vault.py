"""The seam where protection comes in: every byte and every name the store writes passes through a `Vault`.

Touches nothing itself. `Plain` is the vault that changes nothing; an encrypting one takes its place without the rest
of the store knowing. Both journal and session pass through, so an open session leaks no more than a closed one.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from coachtui.store.layout import plain_stem, tail_fits


class Vault(Protocol):
    """What the store asks of protection. Sealing must work while notes cannot be read (a locked vault)."""

    def seal(self, data: bytes) -> bytes:
        """The bytes of a whole file as they shall stand on the disk."""
        ...

    def unseal(self, data: bytes) -> bytes:
        """The reverse. Raises `UserError` if locked, `ValueError` if the bytes are not what was sealed."""
        ...

    def seal_line(self, data: bytes) -> bytes:
        """One journal entry as it shall stand on the disk: no newline in it."""
        ...

    def unseal_line(self, data: bytes) -> bytes:
        """The reverse of `seal_line`; errors as in `unseal`."""
        ...

    def file_stem(self, document: Mapping[str, object], when: datetime) -> str:
        """The name for a new session's file, without ending: a plain name, no path in it."""
        ...

    def belongs(self, stem: str, identity: str) -> bool:
        """Whether a file of that name may hold the session of that id; False hints at a copy made by another program."""
        ...


class Plain:
    """No protection: files that any editor opens."""

    def seal(self, data: bytes) -> bytes:
        """The same bytes."""
        return data

    def unseal(self, data: bytes) -> bytes:
        """The same bytes."""
        return data

    def seal_line(self, data: bytes) -> bytes:
        """The same bytes; JSON without blanks has no newline."""
        return data

    def unseal_line(self, data: bytes) -> bytes:
        """The same bytes."""
        return data

    def file_stem(self, document: Mapping[str, object], when: datetime) -> str:
        """Moment, framework and the first four of the id."""
        return plain_stem(document, when)

    def belongs(self, stem: str, identity: str) -> bool:
        """Whether the name ends in the first four of the id."""
        return tail_fits(stem, identity)
