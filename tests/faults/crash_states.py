"""Rebuilds what a disk may hold after the power failed, from a record of what was done to it.

What was flushed is there. Of what was not, a part may be: the last writes of each file missing, cut short or zeroed,
each file on its own; and of the names changed in a folder since it was flushed, the first so many, or any of them.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.fake_disk import Op

NAMES = ("create", "rename", "link", "unlink")


@dataclass
class Content:
    """One file, whatever it is called: what is certain, and what may or may not have come through."""

    certain: bytes = b""
    open: list[Op] = field(default_factory=list)


def crash(ops: Sequence[Op], point: int, dice: random.Random) -> dict[Path, bytes]:
    """A legal state of the disk if the power fails just before operation number `point`."""
    done = ops[:point]
    contents = _contents(done)
    names = _names(done, dice)
    after = {node: _survived(content, dice) for node, content in contents.items()}
    return {path: after.get(node, b"") for path, node in names.items()}


def _contents(done: Sequence[Op]) -> dict[int, Content]:
    found: dict[int, Content] = {}
    for op in done:
        if op.kind == "create":
            found[op.node] = Content()
        elif op.kind in {"write", "truncate"}:
            found[op.node].open.append(op)
        elif op.kind == "flush" and isinstance(op.note, int):
            content = found[op.node]
            before = {id(each) for each in done[: op.note]}
            ripe = [each for each in content.open if id(each) in before]
            content.certain = _applied(content.certain, ripe)
            content.open = [each for each in content.open if id(each) not in before]
    return found


def _applied(data: bytes, ops: Sequence[Op]) -> bytes:
    for op in ops:
        data = data[: op.note] if op.kind == "truncate" and isinstance(op.note, int) else data + op.data
    return data


def _survived(content: Content, dice: random.Random) -> bytes:
    whole = content.open[: dice.randint(0, len(content.open))]
    data = _applied(content.certain, whole)
    rest = content.open[len(whole) :]
    if rest and rest[0].kind == "write" and dice.random() < 0.6:
        cut = dice.randint(0, len(rest[0].data))
        part = rest[0].data[:cut]
        data += part if dice.random() < 0.7 else bytes(len(part))
    return data


def _names(done: Sequence[Op], dice: random.Random) -> dict[Path, int]:
    certain: list[Op] = []
    unsure: list[Op] = []
    for number, op in enumerate(done):
        if op.kind in NAMES:
            unsure.append(op)
        elif op.kind == "flush-folder" and isinstance(op.note, int):
            before = {id(each) for each in done[: min(op.note, number)]}
            ripe = [each for each in unsure if id(each) in before and _folder(each) == op.path]
            certain.extend(ripe)
            gone = {id(each) for each in ripe}
            unsure = [each for each in unsure if id(each) not in gone]
    if dice.random() < 0.5:
        lucky = unsure[: dice.randint(0, len(unsure))]
    else:
        lucky = [op for op in unsure if dice.random() < 0.5]
    kept = {id(op) for op in (*certain, *lucky)}
    names: dict[Path, int] = {}
    for op in done:
        if id(op) in kept:
            _rename(names, op)
    return names


def _folder(op: Op) -> Path | None:
    path = op.target or op.path
    return path.parent if path else None


def _rename(names: dict[Path, int], op: Op) -> None:
    assert op.path is not None
    if op.kind == "create":
        names[op.path] = op.node
    elif op.kind == "unlink":
        names.pop(op.path, None)
    elif op.path in names and op.target is not None:
        names[op.target] = names[op.path]
        if op.kind == "rename":
            del names[op.path]


def rebuild(state: dict[Path, bytes], old_root: Path, new_root: Path) -> None:
    """Put a state of the disk into a new folder."""
    for path, data in state.items():
        place = new_root / path.relative_to(old_root)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
