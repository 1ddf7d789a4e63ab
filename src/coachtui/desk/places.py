"""Where a file for somebody goes: the folder that is offered, what was typed, and how a place is told. Writes nothing."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import platformdirs

from coachtui.errors import UserError
from coachtui.store.words import because, shown

#: What a file is called unless somebody says otherwise: it tells nobody's name and no topic.
NEUTRAL: Final = "notes"
#: Names that Windows keeps for devices: a file of such a name cannot be carried there on a stick.
_DEVICES: Final = re.compile(r"(?i)^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$")
_QUOTES: Final = ("'", '"')


def usual_folder(home: Path) -> Path:
    """The folder that is offered for a file: the desktop or the documents of whoever's home this is, where there are any."""
    return next((one for one in _usual(home) if one.is_dir()), home)


def _usual(home: Path) -> Iterator[Path]:
    if home == Path.home():  # the system knows where they are: in another language, or on another drive
        yield platformdirs.user_desktop_path()
        yield platformdirs.user_documents_path()
    yield home / "Desktop"
    yield home / "Documents"


def free_name(path: Path) -> Path:
    """The path, or the first beside it that is not taken: notes, notes-2, notes-3 ..."""
    number, free = 2, path
    while free.is_symlink() or free.exists():
        free, number = path.with_stem(f"{path.stem}-{number}"), number + 1
    return free


def told(path: Path) -> str:
    """A place as it is told: the whole of it, so that nobody has to know any sign to find it."""
    return shown(path)


def place_for(target: str | Path, kept: Path, endings: tuple[str, ...], ending: str, name: str = NEUTRAL) -> Path:
    """Where a file goes: a file's name as it is; in a folder, a neutral name that is free.

    Args:
        target: what was typed, as it was typed: quotation marks around it and `~` are understood.
        kept: the folder in which conversations are kept: what is handed on never lies there.
        endings: those of files that can be made.
        ending: that of a file in a folder, or of a name without one.
        name: what a file in a folder is called.

    Raises:
        UserError: there is no such folder, the ending is not known, it would lie among the conversations, or the name is
            none that every computer takes.
    """
    typed = _unquoted(str(target))
    try:
        return _placed(typed, kept, endings, ending, name)
    except (OSError, ValueError, RuntimeError) as error:
        # RuntimeError: `~somebody` who is not here. ValueError: a sign that no name can hold.
        why = because(error) if isinstance(error, OSError) else "no file can be called that"
        raise UserError(f"{shown(Path(typed[:200]))} cannot be used: {why}.", "Type another place.") from None


def _unquoted(typed: str) -> str:
    """What was typed, without the marks that a path gets when it is pasted or dragged into a window."""
    words = typed.strip()
    if len(words) > 1 and words[0] == words[-1] and words[0] in _QUOTES:
        return words[1:-1]
    return words.replace("\\ ", " ") if os.sep == "/" and "\\ " in words and not Path(words).exists() else words


def _placed(typed: str, kept: Path, endings: tuple[str, ...], ending: str, name: str) -> Path:
    path = Path(typed).expanduser()
    if path.is_dir():
        path = free_name(path / f"{name}{ending}")
    elif typed.endswith(("/", os.sep)):
        raise UserError(f"There is no folder {told(path)}.", "Make it first, or type another place.")
    elif "." not in path.name:
        path = path.with_name(f"{path.name}{ending}")
    if path.absolute().resolve().is_relative_to(kept.resolve()):
        raise UserError(
            f"{told(path)} was not written: conversations themselves are kept in that folder.", "Choose another folder."
        )
    if path.suffix.lower() not in endings:
        raise UserError(
            f"{told(path)} was not written: its ending says no format.", f"Use one of {', '.join(endings)}."
        )
    if _DEVICES.match(path.name.partition(".")[0].strip()):
        raise UserError(f"{told(path)} was not written: Windows keeps that name for itself.", "Choose another name.")
    if not path.parent.is_dir():
        raise UserError(
            f"{told(path)} was not written: there is no folder {told(path.parent)}.",
            "Make it first, or type another place.",
        )
    return path
