"""A framework as it stands in its files, before it is believed: raw tables that know where they came from.

Pure; touches no disk. A `Draft` is the whole conversation, the steps of its parts included; each `Piece` of it can say
in which file, line and column one of its settings stands.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from coachtui.framework.mistakes import Mistake
from coachtui.framework.source import FileText
from coachtui.framework.troubles import Path

#: The keys of the file that hold pieces of their own.
PIECES = ("step", "board", "round")


@dataclass(frozen=True)
class Piece:
    """One table of a file: the head, a step, a board or a round.

    Attributes:
        data: its settings, references already in their full form.
        file: the file it stands in.
        path: where in that file.
        part: the id of the part it came from; empty for the framework's own.
    """

    data: dict[str, Any]
    file: FileText
    path: Path = ()
    part: str = ""

    @property
    def id(self) -> str | None:
        """Its id, where it has one that is text."""
        found = self.data.get("id")
        return found if isinstance(found, str) else None

    @property
    def name(self) -> str:
        """How a sentence calls it: the id as its own file has it."""
        return self.local(self.id or "")

    def local(self, name: str) -> str:
        """A reference as the piece's own file writes it: without the prefix of its part."""
        return name.removeprefix(f"{self.part}/") if self.part else name

    def mistake(self, path: Path, what: str, remedy: str, *, key: bool = False) -> Mistake:
        """A mistake at one of its settings."""
        return self.file.mistake((*self.path, *path), what, remedy, key=key)

    def with_data(self, data: dict[str, Any]) -> "Piece":
        """The same place with other settings."""
        return replace(self, data=data)


@dataclass
class Draft:
    """A framework with its parts put in, still raw."""

    head: Piece
    torn: bool = False
    """The steps are not written as steps, which is told once; that there are none is then no news."""
    steps: list[Piece] = field(default_factory=list)
    boards: list[Piece] = field(default_factory=list)
    rounds: list[Piece] = field(default_factory=list)

    @property
    def is_part(self) -> bool:
        """True where the file itself is a part."""
        return self.head.data.get("part") is True

    def add(self, other: "Draft") -> None:
        """Put the pieces of a part behind those that are already here."""
        self.steps += other.steps
        self.boards += other.boards
        self.rounds += other.rounds

    def each(self, change: Callable[[str, Piece], Piece]) -> "Draft":
        """A draft in which each piece but the head is changed; the sort of piece is given too."""
        return Draft(
            self.head,
            self.torn,
            [change("step", piece) for piece in self.steps],
            [change("board", piece) for piece in self.boards],
            [change("round", piece) for piece in self.rounds],
        )

    def pieces(self) -> Iterator[Piece]:
        """All pieces but the head."""
        yield from self.steps
        yield from self.boards
        yield from self.rounds


def draft(file: FileText, data: dict[str, Any]) -> tuple[Draft, list[Mistake]]:
    """Take a parsed file apart. What is not a list of tables where it should be one is told and left out."""
    mistakes: list[Mistake] = []
    head = Piece({key: value for key, value in data.items() if key not in PIECES}, file)
    found = Draft(head)
    places = {"step": found.steps, "board": found.boards, "round": found.rounds}
    for key, pieces in places.items():
        value = data.get(key, [])
        if not isinstance(value, list):
            mistakes.append(_not_a_list(file, key, value))
            found.torn = True
            continue
        for number, one in enumerate(value):
            if isinstance(one, dict):
                pieces.append(Piece(one, file, (key, number)))
            else:
                what = f'Each "{key}" is a table of settings, and this is not one.'
                mistakes.append(file.mistake((key, number), what, f"Begin each of them with a line [[{key}]]."))
    return found, mistakes


def _not_a_list(file: FileText, key: str, value: object) -> Mistake:
    if isinstance(value, dict):
        what = f"This {key} begins with [{key}], with one bracket on each side."
    else:
        what = f'"{key}" is the name of a block of its own, not of a setting.'
    return file.mistake((key,), what, f"Begin each {key} with a line [[{key}]], with two brackets on each side.")
