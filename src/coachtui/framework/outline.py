"""What there is in a framework and in which order: what references are held against.

Pure; touches no disk. Holds steps that are not fit themselves, so that a reference to one is not told as a second mistake.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from coachtui.framework.base import Model
from coachtui.framework.mistakes import Mistake, listed, quoted, suggestion
from coachtui.framework.models import Board, Framework, Round
from coachtui.framework.pieces import Draft, Piece
from coachtui.framework.steps import BaseStep, ChooseStep, NotesStep
from coachtui.framework.troubles import Path


@dataclass(frozen=True)
class Entry:
    """A step or a board: where it stands, and its model if it is fit."""

    id: str
    place: int
    piece: Piece
    model: Model | None

    @property
    def kind(self) -> str:
        """The kind of a step; empty for a board or a step that has none."""
        found = self.piece.data.get("kind")
        return found if isinstance(found, str) else ""


class Outline:
    """Steps, boards and rounds of a draft by id.

    Args:
        draft: the framework with its parts put in.
        models: the fit pieces, by the identity of the piece.
        rest: the same, and what is left of the others without their bad settings.
        head: the settings at the top, the bad ones left out.
    """

    def __init__(
        self, draft: Draft, models: Mapping[int, Model], rest: Mapping[int, Model], head: Framework | None
    ) -> None:
        self.draft = draft
        self.head = head
        self.models = models
        self._rest = rest
        self.steps = self._entries(draft.steps)
        self.boards = self._entries(draft.boards)

    def _entries(self, pieces: list[Piece]) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        for place, piece in enumerate(pieces):
            if piece.id is not None:
                found.setdefault(piece.id, Entry(piece.id, place, piece, self.models.get(id(piece))))
        return found

    def references(self) -> Iterator[tuple[Entry, BaseStep]]:
        """Every step whose references can be looked at, with all of its settings that are fit.

        A step whose id is taken already is among them, so that its other mistakes are told at once.
        """
        for place, piece in enumerate(self.draft.steps):
            model = self._rest.get(id(piece))
            if isinstance(model, BaseStep) and piece.id is not None:
                yield Entry(piece.id, place, piece, self.models.get(id(piece))), model

    @cached_property
    def rounds(self) -> list[tuple[Piece, Round]]:
        """The fit rounds with their pieces."""
        found = [(piece, self.models.get(id(piece))) for piece in self.draft.rounds]
        return [(piece, model) for piece, model in found if isinstance(model, Round)]

    def round_of(self, step: str) -> Round | None:
        """The first round that repeats a step."""
        return next((model for _, model in self.rounds if step in model.steps), None)

    def board(self, name: str | None) -> Board | None:
        """A fit board."""
        entry = self.boards.get(name or "")
        return entry.model if entry and isinstance(entry.model, Board) else None

    def on_board(self, name: str) -> list[Entry]:
        """The fit steps that fill a board, in order."""
        return [one for one in self.steps.values() if isinstance(one.model, NotesStep) and one.model.board == name]

    def canvas(self, step: NotesStep) -> NotesStep | Board | None:
        """What gives a step its rows and columns; None where it names a board that is not there or not fit."""
        return step if step.board is None else self.board(step.board)

    @cached_property
    def openers(self) -> dict[str, set[tuple[str, str]]]:
        """For each step that has to be opened: the choices and answers that open it."""
        found: dict[str, set[tuple[str, str]]] = {}
        for entry in self.steps.values():
            if isinstance(entry.model, ChooseStep):
                names = {*(one.name for one in entry.model.options), *entry.model.open}
                for name in names:
                    for step in entry.model.opens(name):
                        found.setdefault(step, set()).add((entry.id, name))
        return found

    # -- references ----------------------------------------------------------------------------------------------

    def step(self, piece: Piece, path: Path, name: str, *, before: int | None = None) -> Entry | Mistake:
        """The step that a reference means.

        Args:
            piece: where the reference stands; a part sees only its own steps.
            path: where in the piece.
            name: the reference in its full form.
            before: the step must come before this place; None where any will do.
        """
        entry = self.steps.get(name)
        if entry is None or not _sees(piece, entry.piece):
            return self._no_such(piece, path, name, list(self.steps.values()), "step")
        if before is not None and entry.place >= before:
            return _too_late(piece, path, entry, same=entry.place == before)
        return entry

    def canvas_named(self, piece: Piece, path: Path, name: str) -> Entry | Mistake:
        """The board that a reference means."""
        entry = self.boards.get(name)
        if entry is None or not _sees(piece, entry.piece):
            return self._no_such(piece, path, name, list(self.boards.values()), "board")
        return entry

    def step_or_board(self, piece: Piece, path: Path, name: str, *, before: int | None) -> Entry | Mistake:
        """The step or board that a reference means."""
        entry = self.boards.get(name)
        if entry is not None and _sees(piece, entry.piece):
            return entry
        if name in self.steps:
            return self.step(piece, path, name, before=before)
        both = [*self.steps.values(), *self.boards.values()]
        return self._no_such(piece, path, name, both, "step or board")

    def _no_such(self, piece: Piece, path: Path, name: str, among: list[Entry], sort: str) -> Mistake:
        seen = [piece.local(one.id) for one in among if _sees(piece, one.piece)]
        same = [one for one in seen if one.endswith(f"/{name}")]
        if same:
            what = f"Several steps are called {quoted(name)}, in different parts."
            return piece.mistake(path, what, f"Write {listed(same)}.")
        word = piece.local(name)
        what = f"There is no {sort} {quoted(word)}."
        if piece.part and name in self.steps:
            what = f"There is no {sort} {quoted(word)} in this part."
        own = piece.local(piece.id or "")
        names = [one for one in seen if one != own]
        return piece.mistake(path, what, suggestion(word, names, none=f"Add that {sort}, or take this out."))


def _sees(piece: Piece, other: Piece) -> bool:
    """A part is used by many frameworks, so it points to its own steps only."""
    return not piece.part or piece.part == other.part


def _too_late(piece: Piece, path: Path, entry: Entry, *, same: bool) -> Mistake:
    if same:
        what = f"The step {quoted(piece.local(entry.id))} points to itself."
        return piece.mistake(path, what, "Name a step that comes before it.")
    what = f"The step {quoted(piece.local(entry.id))} comes later in the file."
    return piece.mistake(path, what, "Move that step up, or name one that comes before this one.")
