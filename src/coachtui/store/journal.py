"""The journal: one line for each thing that changed since the last snapshot.

Touches nothing: lines in, lines out. A line is a checksum (CRC-32 in eight hexadecimal digits), a blank, and
`{"n": seq, "p": path, "v": value}` without blanks, sealed by the vault. Each line holds the whole new value, so
reading one twice does no harm. A line whose path is empty names, as its value, a snapshot that the lines belong to.
"""

import json
import re
from dataclasses import dataclass
from typing import Final
from zlib import crc32

from coachtui.store.jsonfile import BadFileError, Document, apply, parse
from coachtui.store.vault import Vault
from coachtui.text import hostile

MAX_BYTES: Final = 64 << 20
"""Largest journal that is read; ours are cut at every compaction."""

MARKER: Final = ""
"""The path of a line that names a snapshot by its SHA-256."""

FRAME = re.compile(rb"([0-9a-f]{8}) (.+)", re.DOTALL)


@dataclass(frozen=True)
class Line:
    """One change: its number, the top-level path, and the whole new value."""

    seq: int
    path: str
    value: object


@dataclass(frozen=True)
class Journal:
    """What a journal holds. `torn`: the last write was cut short, as when the power fails. `damaged`: bad lines inside.

    `size` is how many bytes it has, `whole` how many of them end with the last whole line.
    """

    lines: tuple[Line, ...] = ()
    bases: frozenset[str] = frozenset()
    torn: bool = False
    damaged: int = 0
    size: int = 0
    whole: int = 0

    def after(self, seq: int) -> list[Line]:
        """The changes that a snapshot of that number does not hold yet, in order."""
        return sorted((line for line in self.lines if line.seq > seq), key=lambda line: line.seq)


def line(seq: int, path: str, value: bytes, vault: Vault) -> bytes:
    """One line with its newline; `value` is compact JSON already."""
    body = vault.seal_line(b'{"n":%d,"p":%s,"v":%s}' % (seq, json.dumps(path).encode(), value))
    return b"%08x %s\n" % (crc32(body), body)


def marker(seq: int, digest: str, vault: Vault) -> bytes:
    """The line that says: a snapshot of this SHA-256 is ours."""
    return line(seq, MARKER, json.dumps(digest).encode(), vault)


def read(data: bytes, vault: Vault) -> Journal:
    """Every line that is whole, and what to say of the others.

    Raises:
        UserError: the vault is locked.
    """
    lines: list[Line] = []
    bases: set[str] = set()
    damaged = 0
    whole, _, rest = data.rpartition(b"\n")
    for raw in whole.split(b"\n"):
        if not raw.strip(b"\0"):
            continue  # zeros are what a power cut leaves where data was on its way
        found = _line(raw, vault)
        if found is None:
            damaged += 1
        elif found.path == MARKER:
            bases.add(str(found.value))
        else:
            lines.append(found)
    torn = bool(rest) or b"\0" in data
    return Journal(tuple(lines), frozenset(bases), torn, damaged, size=len(data), whole=len(data) - len(rest))


def replay(document: Document, lines: list[Line]) -> int:
    """Put the lines into `document`, in place; says how many did not fit."""
    misfits = 0
    for each in lines:
        try:
            apply(document, each.path, each.value)
        except ValueError:
            misfits += 1
    return misfits


def _line(raw: bytes, vault: Vault) -> Line | None:
    frame = FRAME.fullmatch(raw)
    if frame is None or int(frame[1], 16) != crc32(frame[2]):
        return None
    try:
        value = parse(vault.unseal_line(frame[2]))
    except (BadFileError, ValueError):
        return None
    if not isinstance(value, dict) or value.keys() != {"n", "p", "v"}:
        return None
    seq, path = value["n"], value["p"]
    if type(seq) is not int or seq < 0 or not isinstance(path, str) or (path and not usable(path)):
        return None
    return Line(seq, path, value["v"])


def usable(path: str) -> bool:
    """Whether a top-level path may be kept: one part or two, and not the number that is the store's own."""
    top, slash, key = path.partition("/")
    return bool(top) and top != "seq" and (bool(key) or not slash) and next(hostile(path), None) is None
