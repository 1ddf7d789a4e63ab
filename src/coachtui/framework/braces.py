"""Words in braces: only what will be filled in, only where it is, and only what is known by then.

Pure; touches no disk. Nothing is ever evaluated: `{0.__class__}` is simply a word that nothing is called.
"""

import re
from collections.abc import Iterator
from typing import Any

from coachtui.framework.mistakes import Mistake, quoted, suggestion
from coachtui.framework.outline import Entry, Outline
from coachtui.framework.pieces import Piece
from coachtui.framework.rounds import EVERYWHERE
from coachtui.framework.troubles import Path

#: The settings whose words are filled in.
FILLED = frozenset(("title", "ask", "follow", "do", "avoid", "hint", "say", "clauses", "limits", "tie", "ends"))

#: Settings that name a place on a board; a round's word in them is checked with the board.
_SEATS = frozenset(("row", "column"))

_PAIR = re.compile(r"\{([^{}]*)\}")


def check_step_braces(entry: Entry, outline: Outline) -> Iterator[Mistake]:
    """Every word in braces in one step."""
    for path, text in _texts(entry.piece.data):
        if path[0] in _SEATS:
            continue
        if _is_filled(path):
            yield from _words(entry.piece, path, text, outline, [entry])
        else:
            yield from _not_filled(entry.piece, path, text)


def check_board_braces(entry: Entry, outline: Outline) -> Iterator[Mistake]:
    """Every word in braces on a board: it is read wherever one of its steps asks."""
    users = outline.on_board(entry.id)
    for path, text in _texts(entry.piece.data):
        if _is_filled(path):
            yield from _words(entry.piece, path, text, outline, users)
        else:
            yield from _not_filled(entry.piece, path, text)


def check_other_braces(piece: Piece) -> Iterator[Mistake]:
    """Braces at the top of a file or in a round, where nothing is filled in."""
    for path, text in _texts(piece.data):
        yield from _not_filled(piece, path, text)


def _texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if "{" in value or "}" in value:
            yield path, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _texts(one, (*path, key))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _texts(one, (*path, number))


def _is_filled(path: Path) -> bool:
    keys = [part for part in path if isinstance(part, str)]
    return bool(keys) and keys[-1] in FILLED and keys[0] not in ("go_to", "open", "weights", "presets", "warnings")


def _not_filled(piece: Piece, path: Path, text: str) -> Iterator[Mistake]:
    found = _PAIR.search(text)
    if found:
        what = f"Nothing is filled in here, so {quoted(found[0])} would be shown as it stands."
        yield piece.mistake(path, what, "Write it without the braces.")


def _words(piece: Piece, path: Path, text: str, outline: Outline, users: list[Entry]) -> Iterator[Mistake]:
    rest = _PAIR.sub("", text)
    if "{" in rest or "}" in rest:
        what = "A brace stands alone or twice here."
        yield piece.mistake(path, what, "Put one { before the word and one } after it, as in {coachee}.")
        return
    for word in dict.fromkeys(_PAIR.findall(text)):
        yield from _word(piece, path, word, outline, users)


def _word(piece: Piece, path: Path, word: str, outline: Outline, users: list[Entry]) -> Iterator[Mistake]:
    if word in ("coachee", "coach"):
        return
    if word == "topic":
        if not piece.part and not outline.draft.is_part and not _has_topic(outline):
            what = '"{topic}" is used, and no step says that it holds the topic.'
            yield piece.mistake(path, what, 'Add the line means = "topic" to the step that asks for it.')
        return
    if word in _called(outline, users) and all(_turns(user, word, outline) for user in users):
        return
    known = outline.steps.get(word)
    if known is not None and piece.part and known.piece.part != piece.part:
        known = None
    refused = (
        _unknown(piece, path, word, outline, users) if known is None else _early(piece, path, known, outline, users)
    )
    if refused is not None:
        yield refused


def _called(outline: Outline, users: list[Entry]) -> set[str]:
    """The words of the rounds that repeat these steps."""
    return {one.call_it for user in users if (one := outline.round_of(user.id)) is not None}


def _turns(user: Entry, word: str, outline: Outline) -> bool:
    round_ = outline.round_of(user.id)
    return round_ is not None and round_.call_it == word


def _has_topic(outline: Outline) -> bool:
    return any(piece.data.get("means") == "topic" for piece in outline.draft.steps)


def _unknown(piece: Piece, path: Path, word: str, outline: Outline, users: list[Entry]) -> Mistake:
    rounds = [round_ for _, round_ in outline.rounds if round_.call_it == word]
    if rounds:
        what = f"{quoted('{' + word + '}')} stands for somebody only in the steps of its round."
        return piece.mistake(path, what, "Take the step into the round, or use other words.")
    first = min((user.place for user in users), default=len(outline.steps))
    texts = [piece.local(one.id) for one in outline.steps.values() if one.kind == "text" and one.place < first]
    names = [f"{{{name}}}" for name in (*EVERYWHERE, *sorted(_called(outline, users)), *texts)]
    what = f"Nothing is called {quoted('{' + piece.local(word) + '}')} that could be filled in here."
    return piece.mistake(path, what, suggestion(f"{{{word}}}", names, none=""))


def _early(piece: Piece, path: Path, known: Entry, outline: Outline, users: list[Entry]) -> Mistake | None:
    """A step in braces: a text step, answered by now, once, and not in private."""
    word = quoted("{" + piece.local(known.id) + "}")
    first = min((user.place for user in users), default=len(outline.steps))
    if known.kind != "text":
        what = f"{word} is a step of kind {quoted(known.kind)}, and only a text step has one answer to put here."
        return piece.mistake(path, what, "Name a text step, or use other words.")
    if known.place >= first:
        what = f"{word} is answered later than it is used here."
        return piece.mistake(path, what, "Name a text step that comes before this one.")
    round_ = outline.round_of(known.id)
    if round_ is not None and any(outline.round_of(user.id) is not round_ for user in users):
        what = f"{word} is answered several times, in a round."
        return piece.mistake(path, what, "Name a text step outside the round.")
    if known.piece.data.get("private") is True and any(user.piece.data.get("private") is not True for user in users):
        what = f"{word} is private, so its words cannot stand in a step that is not."
        return piece.mistake(path, what, "Name another step, or make this one private too.")
    return None
