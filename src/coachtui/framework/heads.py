"""The top of a file, and ids: the id is the file's name, no id stands twice, lists hold no name twice.

Pure; touches no disk.
"""

import re
from collections.abc import Iterator

from coachtui.framework.canvases import repeated
from coachtui.framework.mistakes import Mistake, printable, quoted
from coachtui.framework.models import MAX_STEPS, Framework
from coachtui.framework.pieces import Draft, Piece
from coachtui.framework.rewriting import RESERVED

#: Names that Windows keeps for devices, whatever ending a file has.
DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))))

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


def check_head(draft: Draft, head: Framework, stem: str) -> Iterator[Mistake]:
    """The settings at the top of a framework or a part."""
    piece = draft.head
    yield from _file_name(piece, head, stem)
    yield from repeated(piece, ("people",), head.people, "word")
    yield from repeated(piece, ("roles",), head.roles, "role")
    if head.people == ("two",) and len(head.roles) < 2:
        yield piece.mistake(("roles",), "For two people there are two roles.", 'Write roles = ["Coach", "Coachee"].')
    elif not head.roles:
        yield piece.mistake(("roles",), "There is no role.", 'Write roles = ["Coach", "Coachee"].')
    if list(head.minutes) != sorted(set(head.minutes)):
        what = "The lengths are not in order, or one stands twice."
        yield piece.mistake(("minutes",), what, f"Write minutes = {sorted(set(head.minutes))}.")
    if head.id in head.leads_to:
        what = "This framework leads to itself."
        yield piece.mistake(("leads_to",), what, "Name others, or take the line out.")


def _file_name(piece: Piece, head: Framework, stem: str) -> Iterator[Mistake]:
    if head.id in DEVICES:
        what = f"{quoted(head.id)} is a name that Windows keeps for itself, so no file can be called so."
        yield piece.mistake(("id",), what, "Choose another id, and call the file the same.")
    if head.id != stem:
        what = f"The id is {quoted(head.id)}, and the file is called {quoted(printable(stem) + '.toml')}."
        remedy = f"Call the file {quoted(head.id + '.toml')}"
        remedy += f", or write id = {quoted(stem)}." if _ID.fullmatch(stem) else "."
        yield piece.mistake(("id",), what, remedy)


def check_ids(draft: Draft) -> Iterator[Mistake]:
    """Ids of steps and boards, which share their names, and of rounds; and that there is a step."""
    seen: dict[str, Piece] = {}
    for piece in (*draft.steps, *draft.boards):
        yield from _one_id(piece, seen)
    rounds: dict[str, Piece] = {}
    for piece in draft.rounds:
        yield from _one_id(piece, rounds)
    if not draft.torn and all(piece.part for piece in draft.steps):
        what = "There is no step."
        yield draft.head.mistake((), what, "Add one, beginning with a line [[step]].")


def too_many(draft: Draft) -> Iterator[Mistake]:
    """More steps, boards or rounds than a framework may have, those of its parts included."""
    for sort, pieces in (("steps", draft.steps), ("boards", draft.boards), ("rounds", draft.rounds)):
        if len(pieces) > MAX_STEPS:
            what = f"There are {len(pieces)} {sort} with those of the parts, and {MAX_STEPS} is the most."
            yield draft.head.mistake((), what, "Take some out, or make two frameworks of it.")


def _one_id(piece: Piece, seen: dict[str, Piece]) -> Iterator[Mistake]:
    name = piece.id
    if name is None:
        return
    sort = str(piece.path[0])
    word = quoted(piece.name)
    first = seen.setdefault(name, piece)
    if first is not piece:
        where = first.file.mistake((*first.path, "id"), "", "").line
        other = str(first.path[0])
        what = f"There is already a {other} with the id {word}{f', in line {where}' if where else ''}."
        yield piece.mistake(("id",), what, f"Give this {sort} another id.")
    if sort == "step" and piece.name in RESERVED:
        what = f"{word} has a meaning of its own in rounds."
        yield piece.mistake(("id",), what, "Give the step another id.")
    if sort == "step" and piece.name in ("coach", "coachee") and piece.data.get("kind") == "text":
        what = f"{word} has a meaning of its own in braces."
        yield piece.mistake(("id",), what, "Give the step another id.")
    if "/" in piece.name:
        what = f"{word} cannot be an id; a / stands between a part and its step only."
        yield piece.mistake(("id",), what, "Use small letters, digits and hyphens.")
