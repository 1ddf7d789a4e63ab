"""All frameworks there are: the home's own and the shipped ones, the bad ones among them with their mistakes.

Reads framework files; writes nothing. One bad file never hides the others.
"""

import difflib
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Literal

from coachtui.errors import UserError
from coachtui.framework.loading import Loaded, load_bytes
from coachtui.framework.mistakes import Mistake, listed, printable, quoted
from coachtui.framework.models import Framework
from coachtui.framework.parts import Parts
from coachtui.framework.shipped import shipped_folder
from coachtui.framework.source import read_bytes

Origin = Literal["yours", "shipped", "yours, instead of the shipped one"]

#: So many of a file's mistakes stand in the error of `Catalogue.get`; `check` tells all.
_TOLD = 3


@dataclass(frozen=True)
class Entry:
    """One framework in the list: what Choose shows of it, or what is wrong with its file."""

    id: str
    path: FilePath
    origin: Origin
    framework: Framework | None
    mistakes: tuple[Mistake, ...] = ()

    @property
    def name(self) -> str:
        """Its name; for a file that cannot be read, the file's."""
        return self.framework.name if self.framework else self.id

    @property
    def words(self) -> str:
        """What a coachee would say who needs it."""
        return self.framework.words if self.framework else ""

    @property
    def summary(self) -> str:
        """What it leads to."""
        return self.framework.summary if self.framework else ""

    @property
    def family(self) -> str:
        """The purpose it is listed under; empty for a file that cannot be read."""
        return self.framework.family if self.framework else ""

    @property
    def people(self) -> tuple[str, ...]:
        """How many people it is for."""
        return self.framework.people if self.framework else ()

    @property
    def minutes(self) -> tuple[int, ...]:
        """The lengths to choose from."""
        return self.framework.minutes if self.framework else ()


class Catalogue:
    """Frameworks of several folders, read when asked for and kept in memory while their files stay the same.

    Args:
        folders: folders of frameworks, the home's own first; where two hold the same id, the first wins.
        shipped: the folder that came with the program, always the last; found by itself.
    """

    def __init__(self, folders: Sequence[FilePath] = (), *, shipped: FilePath | None = None) -> None:
        self._shipped = shipped or shipped_folder()
        same = _real(self._shipped)
        # In a checkout the home's folder is the shipped one: it is read once.
        self._folders = (*(folder for folder in folders if _real(folder) != same), self._shipped)
        self.parts = Parts(self._folders)
        self._loaded: dict[FilePath, tuple[bytes, Loaded]] = {}

    def ids(self) -> list[str]:
        """The ids of all frameworks, bad ones included. Reads no file."""
        return sorted(self._files())

    def entries(self) -> list[Entry]:
        """Every framework, by id; a bad file is an entry with its mistakes."""
        made_with = self.parts.digest()
        return [self._entry(name, paths, made_with) for name, paths in sorted(self._files().items())]

    def entry(self, framework: str) -> Entry | None:
        """One framework's entry, or None."""
        paths = self._files().get(framework)
        return self._entry(framework, paths, self.parts.digest()) if paths else None

    def get(self, framework: str) -> Framework:
        """The framework with this id, its parts put in.

        Raises:
            UserError: there is none (the nearest are named), or its file has mistakes (the first are told).
        """
        wanted = framework.strip().lower()
        entry = self.entry(wanted)
        if entry is None:
            raise UserError(f"There is no framework {quoted(framework)}.", self._near(wanted))
        if entry.framework is None:
            raise _unfit(entry)
        return entry.framework

    def _files(self) -> dict[str, list[FilePath]]:
        """For each id the files that hold it, the one that wins first."""
        found: dict[str, list[FilePath]] = {}
        for folder in self._folders:
            try:
                paths = sorted(folder.iterdir())
            except OSError:
                continue
            for path in paths:
                if path.suffix == ".toml" and not path.name.startswith("."):
                    found.setdefault(printable(path.stem), []).append(path)
        return found

    def _entry(self, name: str, paths: list[FilePath], made_with: bytes) -> Entry:
        path = paths[0]
        origin: Origin = "shipped" if path.parent == self._shipped else "yours"
        if origin == "yours" and paths[-1].parent == self._shipped:
            origin = "yours, instead of the shipped one"
        loaded = self._load(path, made_with)
        if isinstance(loaded, Framework) and loaded.part:
            loaded = [_a_part(path)]
        if isinstance(loaded, list):
            return Entry(name, path, origin, None, tuple(loaded))
        return Entry(name, path, origin, loaded)

    def _load(self, path: FilePath, made_with: bytes) -> Loaded:
        data = read_bytes(path)
        if isinstance(data, Mistake):
            return [data]
        digest = hashlib.sha256(made_with + data).digest()
        known = self._loaded.get(path)
        if known is None or known[0] != digest:
            known = self._loaded[path] = (digest, load_bytes(path, data, self.parts))
        return known[1]

    def _near(self, wanted: str) -> str:
        known = self.ids()
        begun = [name for name in known if wanted and name.startswith(wanted)]
        near = list(dict.fromkeys(begun + difflib.get_close_matches(wanted[:80], known, n=3, cutoff=0.5)))[:3]
        if near:
            return f"Did you mean {listed(near)}?"
        return "coachtui frameworks lists all there are."


def _real(folder: FilePath) -> FilePath:
    try:
        return folder.resolve()
    except (OSError, RuntimeError):
        return folder


def _a_part(path: FilePath) -> Mistake:
    what = "This file says that it is a part."
    return Mistake(printable(str(path)), None, None, what, "Move it into the folder frameworks/parts.")


def _unfit(entry: Entry) -> UserError:
    told = " ".join(mistake.sentence for mistake in entry.mistakes[:_TOLD])
    more = len(entry.mistakes) - _TOLD
    if more > 0:
        told += f" And {more} more."
    remedy = f"coachtui check {quoted(printable(str(entry.path)))} tells all, once you have changed it."
    if entry.origin not in {"yours", "shipped"}:
        remedy += " Take the file out of the folder to use the shipped one."
    return UserError(f"The framework {quoted(entry.id)} cannot be used. {told}", remedy)
