"""Parts: openings and closings that several frameworks share, found in `parts/` folders and put into a draft.

Reads files through `source`; writes nothing. A part found in an earlier folder (the home's own) wins over one of the
same id in a later folder (the shipped ones).
"""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path as FilePath
from typing import Any

from coachtui.framework.mistakes import MOST_TOLD, Mistake, quoted, suggestion
from coachtui.framework.pieces import Draft, Piece, draft
from coachtui.framework.rewriting import rewrite
from coachtui.framework.shape import head_of, newer
from coachtui.framework.source import FileText, decode, read_bytes
from coachtui.framework.syntax import parse
from coachtui.framework.troubles import Path

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")

#: A file's text and raw tables, or what keeps it from being read.
Parsed = tuple[FileText, dict[str, Any]] | list[Mistake]


class Parts:
    """Finds parts by id in the `parts/` folders of the given framework folders, first one first.

    Args:
        folders: folders of frameworks, the home's own before the shipped one.
    """

    def __init__(self, folders: Sequence[FilePath] = ()) -> None:
        self._folders = tuple(folder / "parts" for folder in folders)
        self._parsed: dict[FilePath, tuple[bytes, Parsed]] = {}

    def find(self, part: str) -> FilePath | None:
        """The file of a part, or None."""
        if not _ID.fullmatch(part):
            return None
        paths = (folder / f"{part}.toml" for folder in self._folders)
        return next((path for path in paths if _exists(path)), None)

    def ids(self) -> list[str]:
        """The ids of all parts there are."""
        found: set[str] = set()
        for folder in self._folders:
            try:
                found.update(path.stem for path in folder.glob("*.toml"))
            except OSError:
                continue
        return sorted(found)

    def read(self, path: FilePath) -> Parsed:
        """A parsed part file. A file that has not changed is parsed once."""
        data = read_bytes(path)
        if isinstance(data, Mistake):
            return [data]
        digest = hashlib.sha256(data).digest()
        known = self._parsed.get(path)
        if known is None or known[0] != digest:
            known = self._parsed[path] = (digest, parse_bytes(path, data))
        return known[1]

    def digest(self) -> bytes:
        """Changes when any part changes: for whoever keeps a result that was made with them."""
        whole = hashlib.sha256()
        for part in self.ids():
            path = self.find(part)
            data = read_bytes(path) if path else b""
            whole.update(part.encode("utf-8", "replace") + (b"?" if isinstance(data, Mistake) else data))
        return whole.digest()


def parse_bytes(path: FilePath, data: bytes) -> Parsed:
    """The text and the raw tables of a file that was read."""
    file = decode(path, data)
    if isinstance(file, Mistake):
        return [file]
    parsed = parse(file)
    return parsed if isinstance(parsed, list) else (file, parsed)


def _exists(path: FilePath) -> bool:
    try:
        path.lstat()
    except (OSError, ValueError):
        return False
    return True


def expand(own: Draft, parts: Parts) -> tuple[Draft, list[Mistake]]:
    """Put the steps, boards and rounds of opening and closing parts around a framework's own."""
    mistakes: list[Mistake] = []
    roles = own.head.data.get("roles")
    whole = Draft(own.head, own.torn)
    seen: set[str] = set()
    for key in ("opening", "closing"):
        if key == "closing":
            whole.add(own)
        for number, name in enumerate(_as_list(own.head.data.get(key))):
            if not isinstance(name, str) or len(mistakes) > MOST_TOLD:
                continue  # told where the head is checked
            if name in seen:
                what = f"The part {quoted(name)} stands here a second time."
                mistakes.append(own.head.mistake((key, number), what, "Name each part once."))
                continue
            seen.add(name)
            found, wrong = _part(own.head, (key, number), name, parts)
            mistakes += wrong
            if found is not None:
                whole.add(_prefixed(found, name, roles))
    return _with_full_names(whole), mistakes


def _as_list(value: object) -> list[Any]:
    return [value] if isinstance(value, str) else value if isinstance(value, list) else []


def _part(head: Piece, path: Path, name: str, parts: Parts) -> tuple[Draft | None, list[Mistake]]:
    place = parts.find(name)
    if place is None:
        what = f"There is no part {quoted(name)}."
        none = "Put its file into the folder frameworks/parts, or take it out here."
        return None, [head.mistake(path, what, suggestion(name, parts.ids(), none=none))]
    parsed = parts.read(place)
    if isinstance(parsed, list):
        return None, parsed
    found, mistakes = draft(*parsed)
    too_new = newer(found.head)
    if too_new is not None:
        return None, [too_new]
    return found, [*mistakes, *part_mistakes(found, name), *head_of(found.head, part=True).mistakes]


def part_mistakes(found: Draft, name: str) -> list[Mistake]:
    """What keeps a file from being a part: it does not say so, has another id, or has parts of its own."""
    head = found.head
    mistakes: list[Mistake] = []
    if head.data.get("part") is not True:
        what = "This file is used as a part and does not say that it is one."
        mistakes.append(head.mistake(("part",), what, "Add a line part = true near its top."))
    if head.data.get("id") != name:
        what = f"The id of this part is not the name of its file, {quoted(name)}."
        mistakes.append(head.mistake(("id",), what, f"Write id = {quoted(name)}."))
    for key in ("opening", "closing"):
        if key in head.data:
            what = f"A part has no {key} of its own."
            mistakes.append(head.mistake((key,), what, "Take the line out.", key=True))
    return mistakes


def _prefixed(part: Draft, name: str, roles: object) -> Draft:
    """The pieces of a part with the part's id before each id and each reference."""
    own_words = {piece.id for piece in part.steps}

    def rename(reference: str) -> str:
        return reference if "/" in reference else f"{name}/{reference}"

    def words(word: str) -> str:
        return f"{name}/{word}" if word in own_words else word

    def change(sort: str, piece: Piece) -> Piece:
        data = rewrite(sort, piece.data, rename, words)
        if piece.id is not None:
            data["id"] = rename(piece.id)
        return Piece(_in_roles(data, roles), piece.file, piece.path, name)

    return part.each(change)


def _in_roles(data: dict[str, Any], roles: object) -> dict[str, Any]:
    """A part says Coach and Coachee; a framework may call them otherwise."""
    names = [role for role in roles if isinstance(role, str)] if isinstance(roles, list) else []
    if not names:
        return data
    lowered = {role.lower() for role in names}
    swap = {"Coach": names[0], "Coachee": names[-1]}
    for key in ("speaks", "owners"):
        value = data.get(key)
        if isinstance(value, str) and value in swap and value.lower() not in lowered:
            data = {**data, key: swap[value]}
        elif isinstance(value, list):
            data = {**data, key: [_swapped(one, swap, lowered) for one in value]}
    return data


def _swapped(value: Any, swap: dict[str, str], known: set[str]) -> Any:
    return swap.get(value, value) if isinstance(value, str) and value.lower() not in known else value


def _with_full_names(whole: Draft) -> Draft:
    """The framework's own references to steps of its parts, `leaving`, in their full form, `close/leaving`."""
    full = _full_names(whole)

    def change(sort: str, piece: Piece) -> Piece:
        if piece.part or not full:
            return piece
        return piece.with_data(rewrite(sort, piece.data, rename, rename))

    def rename(name: str) -> str:
        return full.get(name, name)

    return whole.each(change)


def _full_names(whole: Draft) -> dict[str, str]:
    ids = [piece.id or "" for piece in (*whole.steps, *whole.boards)]
    tails = [name.partition("/")[2] for name in ids]
    return {
        tail: name for name, tail in zip(ids, tails, strict=True) if tail and tail not in ids and tails.count(tail) == 1
    }
