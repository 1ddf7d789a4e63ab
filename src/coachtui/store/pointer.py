"""Where the home is, once a person has chosen a folder for it: one small file in the user's own settings folder.

Touches that file, and the folder that is chosen. Nothing is moved: what was kept elsewhere stays where it is.
"""

import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Final

import platformdirs
import tomli_w

from coachtui.errors import UserError
from coachtui.store.disk import Disk
from coachtui.store.words import because, shown

NAME: Final = "coachtui"
KEY: Final = "home"
MAX_BYTES: Final = 64 * 1024
COMMENT: Final = (
    "# Where coachtui keeps conversations. Delete this file, and they are looked for in the usual place again.\n"
)


def pointer_file() -> Path:
    """The file in which a chosen home is remembered."""
    return Path(platformdirs.user_config_dir(NAME, appauthor=False, roaming=False)) / "home.toml"


def chosen_home(disk: Disk) -> Path | None:
    """The folder that was chosen, None where none was.

    Raises:
        UserError: the file cannot be read, or the folder is gone. Nothing is made in its place.
    """
    path = pointer_file()
    try:
        named = tomllib.loads(disk.read(path, MAX_BYTES).decode("utf-8-sig").replace("\r\n", "\n")).get(KEY)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        why = because(error) if isinstance(error, OSError) else "it is not proper TOML"
        raise _unusable(path, why) from None
    if not isinstance(named, str) or not Path(named).is_absolute():
        raise _unusable(path, "it names no folder")
    folder = Path(named)
    if not folder.is_dir():
        raise UserError(
            f"Your conversations are kept in {shown(folder)}, and that folder is not there now. Is it on a stick or a drive "
            "that is not plugged in?",
            "Nothing was made elsewhere. Bring it back and try again, or name another folder with --home. The choice is "
            f"remembered in {shown(path)}; without that file the usual folder is used again.",
        )
    return folder


def remember(folder: Path, disk: Disk) -> None:
    """Remember this folder as the home from now on. UserError where that cannot be written; nothing is changed then."""
    path = pointer_file()
    beside = path.with_suffix(".new")
    try:
        data = (COMMENT + tomli_w.dumps({KEY: str(folder)})).encode("utf-8")
        disk.make_folder(path.parent)
        with suppress(FileNotFoundError):
            disk.remove(beside)  # left by a program that was ended just then
        disk.write_new(beside, data)
        disk.replace(beside, path)
    except UnicodeEncodeError:
        raise UserError(f"The name of {shown(folder)} cannot be written down.", "Choose another folder.") from None
    except OSError as error:
        raise UserError(
            f"The choice could not be kept in {shown(path)}: {because(error)}.", "Everything is as it was before."
        ) from None


def folder_called(words: str) -> Path:
    """The folder a person typed: `~` is their own folder, and what does not say where it is lies in it.

    Raises:
        UserError: nothing was typed, or a file has that name.
    """
    named = words.strip().strip("\"'")
    if not named:
        raise UserError("No folder was named.", "Everything is as it was before.")
    try:
        folder = (Path.home() / Path(named).expanduser()).resolve()
        is_file = folder.exists() and not folder.is_dir()
    except (OSError, RuntimeError, ValueError):
        raise UserError("That cannot be the name of a folder.", "Everything is as it was before.") from None
    if is_file:
        raise UserError(f"{shown(folder)} is a file, not a folder.", "Everything is as it was before.")
    return folder


def _unusable(path: Path, why: str) -> UserError:
    return UserError(
        f"The note of where your conversations are kept, {shown(path)}, cannot be used: {why}.",
        "No conversation is affected. Mend it in a text editor, delete it to use the usual folder, or name a folder with "
        "--home.",
    )
