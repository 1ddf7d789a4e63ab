"""What to say once about a home in a sync folder or under version control. Only looks, changes nothing."""

from contextlib import suppress
from pathlib import Path
from typing import Final

#: Part of a folder's name, and whose it is.
SYNCED: Final = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
}
#: A name inside a folder that tells the same.
INSIDE: Final = {".stfolder": "Syncthing", ".stversions": "Syncthing", ".dropbox": "Dropbox"}


def hints(root: Path) -> list[str]:
    """One sentence for each program that may keep copies of what is erased here."""
    found: dict[str, None] = {}
    for folder in (root, *root.parents):
        name = folder.name.casefold()
        for part, program in SYNCED.items():
            if part in name:
                found[program] = None
        for inside, program in INSIDE.items():
            with suppress(OSError):
                if (folder / inside).exists():
                    found[program] = None
    sentences = [
        f"Your notes lie in a folder that {program} copies to other computers. Its older versions keep what you erase, "
        "and everyone who has that account can read it."
        for program in found
    ]
    if _in_git(root):
        sentences.append(
            "Your notes lie in a folder under git, which keeps what you erase once it was committed. Add the line "
            "sessions/ to its .gitignore, or choose another home."
        )
    return sentences


def _in_git(root: Path) -> bool:
    for folder in (root, *root.parents):
        with suppress(OSError):
            if (folder / ".git").exists():
                return not (_ignored(folder) or _ignored(root))
    return False


def _ignored(folder: Path) -> bool:
    with suppress(OSError, UnicodeDecodeError):
        lines = (folder / ".gitignore").read_text(encoding="utf-8").splitlines()
        return any(line.strip().lstrip("/").startswith("sessions") for line in lines)
    return False
