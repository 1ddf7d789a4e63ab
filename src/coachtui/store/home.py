"""The home: the one folder that holds a school's frameworks, sessions, people and settings.

Touches the folders of the home (made on first use, for the owner only) and reads `coachtui.toml`. Where the home is
depends on the option given, the environment and the current folder, all handed in, and on what was chosen (`pointer`).
"""

import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import platformdirs

from coachtui.errors import UserError
from coachtui.store.disk import Disk
from coachtui.store.hints import hints
from coachtui.store.pointer import chosen_home, folder_called, pointer_file, remember
from coachtui.store.words import because, shown

NAME: Final = "coachtui"
SETTINGS: Final = "coachtui.toml"
MAX_SETTINGS: Final = 64 * 1024

# A key of many parts takes tomllib quadratic time; nobody writes one by hand. Possessive, so linear itself.
LONG_KEY: Final = re.compile(r"(?<![\w-])(?:(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+){17}")


@dataclass(frozen=True)
class Home:
    """Where everything is. `found_by` says why it is here, as half a sentence; `named` that it was named for this start.

    A home that was named by an option, a variable or the current folder goes before any that is chosen.
    """

    root: Path
    found_by: str
    state: Path
    cache: Path
    disk: Disk
    named: bool = True

    @property
    def frameworks(self) -> Path:
        """The home's own frameworks; they win over shipped ones."""
        return self.root / "frameworks"

    @property
    def sessions(self) -> Path:
        """The sessions, in a folder for each year."""
        return self.root / "sessions"

    @property
    def people(self) -> Path:
        """The file of people."""
        return self.root / "people.json"

    @property
    def settings_file(self) -> Path:
        """The settings, written by hand."""
        return self.root / SETTINGS

    @property
    def previous(self) -> Path:
        """One older copy of each session, outside the home so that it is not synced with it."""
        return self.state / "previous"

    def make(self) -> bool:
        """Make what is missing. True if no notes were kept there before: then tell the person where they live.

        The folder itself may have been there, a synced one for example.

        Raises:
            UserError: it cannot be made.
        """
        new = not self.sessions.exists()
        try:
            for folder in (self.root, self.frameworks, self.sessions, self.state, self.cache):
                self.disk.make_folder(folder)
        except OSError as error:
            raise UserError(
                f"The home {shown(self.root)} cannot be made: {because(error)}.",
                "Nothing was lost. Name another folder with --home, or in the variable COACHTUI_HOME.",
            ) from None
        return new

    def leave_if_empty(self) -> None:
        """Take away the folders that `make` made, as far as nothing is in them. Never fails."""
        for folder in (self.frameworks, self.sessions, self.root):
            with suppress(OSError):
                folder.rmdir()

    def hints(self) -> list[str]:
        """Sentences to say once if the home lies where copies of erased notes may live on (sync folders, git)."""
        return hints(self.root)

    def settings_text(self) -> str:
        """The text of `coachtui.toml`; empty if there is none.

        Raises:
            UserError: it cannot be read; the sentence names the line where there is one.
        """
        path = self.settings_file
        try:
            return self.disk.read(path, MAX_SETTINGS).decode("utf-8-sig").replace("\r\n", "\n")
        except FileNotFoundError:
            return ""
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise _unusable(path, f"on line {line} there is a character that is not UTF-8") from None
        except OSError as error:
            told = f"it is larger than {MAX_SETTINGS // 1024} kB" if "larger" in because(error) else because(error)
            raise _unusable(path, told) from None

    def settings(self, text: str | None = None) -> dict[str, Any]:
        """What `coachtui.toml` says; empty if there is none. `text`: its text, where that was read already.

        Raises:
            UserError: it cannot be read; the sentence names the line.
        """
        path = self.settings_file
        text = self.settings_text() if text is None else text
        if (long := LONG_KEY.search(text)) is not None:
            line = text.count("\n", 0, long.start()) + 1
            raise _unusable(path, f"on line {line} there is a name of more than 16 parts")
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            place = re.search(r"at (line \d+, column \d+|end of document)", str(error))
            where = place[1] if place else "an unknown place"
            raise _unusable(path, f"at {where} it is not proper TOML") from None
        except (ValueError, RecursionError, MemoryError):
            raise _unusable(path, "it holds a number or a list that is too large") from None


def find_home(option: str | None, env: Mapping[str, str], cwd: Path, disk: Disk | None = None) -> Home:
    """Where the home is: the option, else COACHTUI_HOME, else the current folder if it holds a `coachtui.toml`, else
    the folder that was chosen, else the user's local data folder. Makes nothing.

    Raises:
        UserError: the option or the variable names a file, or the folder that was chosen is gone.
    """
    disk = disk or Disk()
    named = _named(option, env, cwd)
    root, why = named or _usual(disk)
    if root.exists() and not root.is_dir():
        raise UserError(
            f"The home {shown(root)} is a file, not a folder ({why}).", "Nothing was changed. Name a folder instead."
        )
    return _home(root, why, disk, named=named is not None)


def choose_home(words: str, disk: Disk) -> Home:
    """Make a folder that a person typed their home from now on, for every window and command. Nothing is moved into it.

    Raises:
        UserError: it cannot be a home, or the choice cannot be kept; everything is as it was then.
    """
    folder = folder_called(words)
    home = _home(folder, _chosen(), disk, named=False)
    home.make()
    remember(folder, disk)
    return home


def _home(root: Path, why: str, disk: Disk, *, named: bool) -> Home:
    key = sha256(str(root).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return Home(
        root=root,
        found_by=why,
        state=Path(platformdirs.user_state_dir(NAME, appauthor=False)) / key,
        cache=Path(platformdirs.user_cache_dir(NAME, appauthor=False)) / key,
        disk=disk,
        named=named,
    )


def _named(option: str | None, env: Mapping[str, str], cwd: Path) -> tuple[Path, str] | None:
    if option:
        return _absolute(option, cwd), "named with --home"
    if named := env.get("COACHTUI_HOME"):
        return _absolute(named, cwd), "named in COACHTUI_HOME"
    if (cwd / SETTINGS).is_file():
        return cwd.resolve(), f"the current folder, which holds {SETTINGS}"
    return None


def _usual(disk: Disk) -> tuple[Path, str]:
    chosen = chosen_home(disk)
    if chosen is not None:
        return chosen, _chosen()
    return Path(platformdirs.user_data_dir(NAME, appauthor=False, roaming=False)), "your own data folder"


def _chosen() -> str:
    return f"chosen by you, as {shown(pointer_file())} says"


def _absolute(named: str, cwd: Path) -> Path:
    return (cwd / Path(named).expanduser()).resolve()


def _unusable(path: Path, why: str) -> UserError:
    return UserError(
        f"The settings in {shown(path)} cannot be used: {why}.",
        "No session is affected. Mend that place in a text editor, or move the file away to go on without settings.",
    )
