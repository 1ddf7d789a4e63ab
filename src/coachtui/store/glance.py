"""Which session files could be meant, told from their bytes: reading one whole costs twenty times as much. Only reads.

A glance may say yes where the whole file says no, never the other way round: whoever glances reads what is left whole.
"""

import re
from collections.abc import Callable, Iterable
from typing import Final

from coachtui.errors import UserError
from coachtui.store.disk import Disk
from coachtui.store.jsonfile import MAX_BYTES
from coachtui.store.layout import Files
from coachtui.store.vault import Vault

#: Says of a file's bytes whether the session in it could be one that is wanted.
Could = Callable[[bytes], bool]

#: Ids as they are made here. Others may stand in a file in several ways, so nothing is told from its bytes.
_OURS: Final = re.compile(r"[0-9a-z-]+")
#: Bytes that cleaning may take out of the middle of an id; nothing else of an id can change.
_ODD: Final = bytes((*range(0x20), *range(0x7F, 0x100)))
#: How a plain letter, or something that is taken out, can be written without its own byte.
_ESCAPES: Final = (b"\\u", b"\\r", b"\\b", b"\\f")
#: A file as it is written here has this at its top level where the conversation was ended, and nowhere else.
_ENDED: Final = b'\n  "ended": "'


def with_words(*groups: Iterable[str]) -> Could:
    """Files that hold every one of the ids of at least one of these groups, wherever they stand in it."""
    asked = [tuple(one) for one in groups]
    if not all(_OURS.fullmatch(word) for group in asked for word in group):
        return lambda _: True
    sought = [tuple(word.encode() for word in group) for group in asked]

    def could(raw: bytes) -> bool:
        plain = raw if raw.isascii() and b"\x7f" not in raw else raw.translate(None, _ODD)
        if any(all(word in plain for word in group) for group in sought):
            return True
        return b"\\" in plain and any(one in plain for one in _ESCAPES)

    return could


def anything(_: bytes) -> bool:
    """All files."""
    return True


def not_ended(raw: bytes) -> bool:
    """Files of conversations that may be open, or planned."""
    return _ENDED not in raw


def could_be(disk: Disk, vault: Vault, files: Files, could: Could) -> bool:
    """Whether a session's files could hold what is wanted. What is open, or cannot be looked at, always could."""
    if disk.stamp(files.journal) is not None or disk.stamp(files.prev) is not None:
        return True
    try:
        return could(vault.unseal(disk.read(files.json, MAX_BYTES)))
    except (UserError, OSError, ValueError):
        return True  # whoever reads it whole says what is wrong with it
