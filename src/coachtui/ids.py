"""Names for things and the time of day, both given to the rest as functions. Floor 0: standard library only.

The editor and the store never mint or look at the clock themselves; they are handed a `Mint` and a `Clock`. So a
test can hand in its own, and keys, mouse and a pipe can be shown to make the same record.
"""

import secrets
from collections.abc import Callable
from datetime import datetime

Mint = Callable[[], str]
"""Gives a new id each time it is called. Ids are never reused and never change."""

Clock = Callable[[], datetime]
"""Gives the present moment: aware, with the local offset, in whole seconds."""

ID_LENGTH = 16
"""Characters in an id: 80 bits, so two schools merging their files will not meet the same one twice."""

# Crockford's base 32: digits and lower-case letters without i, l, o and u, so an id read aloud or off a
# print-out is not mistaken, and the first four characters are safe in a file name on every system.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""The 32 characters an id is made of."""


def mint() -> str:
    """A new id for a session or for a thing in one.

    Returns:
        `ID_LENGTH` characters of `ALPHABET`. The first four of a session's id end its file name.
    """
    return "".join(secrets.choice(ALPHABET) for _ in range(ID_LENGTH))


def now() -> datetime:
    """The present moment where this machine is, with its offset from UTC, without fractions of a second."""
    return datetime.now().astimezone().replace(microsecond=0)
