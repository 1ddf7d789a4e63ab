"""Names of files: which files belong to one session, and how a new session's file is called.

Touches nothing. No name of a person and nothing that was said ever becomes part of a file name, and whatever a
framework or an id holds, the name stays one plain name inside its folder.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from coachtui.text import slug

#: What an id may look like; ours are shorter and lower-case, but files from elsewhere are let in.
ID: Final = re.compile(r"[0-9A-Za-z-]{4,64}")
#: A year's folder. Other folders beside it, such as `examples`, are not listed.
YEAR: Final = re.compile(r"[0-9]{4}")
#: Endings that tell that a session of this stem is there, even when the JSON itself is gone.
MARKS: Final = (".json", ".journal", ".json.prev")


@dataclass(frozen=True)
class Files:
    """All the files one session may have, by folder and stem."""

    folder: Path
    stem: str

    @property
    def json(self) -> Path:
        """The session itself."""
        return self.folder / f"{self.stem}.json"

    @property
    def prev(self) -> Path:
        """The state before the last compaction; beside the session while it is open."""
        return self.folder / f"{self.stem}.json.prev"

    @property
    def tmp(self) -> Path:
        """A snapshot being written."""
        return self.folder / f"{self.stem}.json.tmp"

    @property
    def bak(self) -> Path:
        """The original of a session that was written by an older version."""
        return self.folder / f"{self.stem}.json.bak"

    @property
    def journal(self) -> Path:
        """What was said since the last snapshot."""
        return self.folder / f"{self.stem}.journal"

    @property
    def lock(self) -> Path:
        """Says that a window has the session open."""
        return self.folder / f"{self.stem}.lock"

    def damaged(self, number: int) -> Path:
        """Where the raw file goes that could only be read in part."""
        return self.folder / f"{self.stem}.damaged-{number}"

    def all(self, names: list[str]) -> list[Path]:
        """Every file of this session among the `names` in its folder, the lock last."""
        known = {self.json.name, self.prev.name, self.tmp.name, self.bak.name, self.journal.name}
        damaged = re.compile(re.escape(self.stem) + r"\.damaged-[0-9]+")
        mine = [self.folder / name for name in names if name in known or damaged.fullmatch(name)]
        return [*mine, self.lock]

    @classmethod
    def of(cls, path: Path) -> "Files":
        """The files of the session whose JSON is at `path`."""
        return cls(path.parent, path.name.removesuffix(".json"))


def stems(names: list[str]) -> list[str]:
    """The sessions that a folder with these `names` holds, each once."""
    found: dict[str, None] = {}
    for name in names:
        for mark in MARKS:
            if name.endswith(mark) and len(name) > len(mark):
                found[name.removesuffix(mark)] = None
                break
    return list(found)


def moment(document: Mapping[str, object]) -> datetime | None:
    """When a session was held or is planned, or None if it does not say."""
    for key in ("started", "planned"):
        value = document.get(key)
        if isinstance(value, str):
            try:
                return datetime.fromisoformat(value)
            except ValueError:
                continue
    return None


def plain_stem(document: Mapping[str, object], when: datetime) -> str:
    """`2026-11-21-1622-instant-pay-off-7f3k`: the moment, the framework, and the first four of the id."""
    framework = document.get("framework")
    name = framework.get("id") if isinstance(framework, Mapping) else None
    words = slug(name)[:40].strip("-") if isinstance(name, str) else ""
    short = re.sub(r"[^0-9a-z]", "", str(document.get("id", "")).lower())[:4]
    return f"{when:%Y-%m-%d-%H%M}-{words or 'session'}-{short or 'none'}"


def tail_fits(stem: str, identity: str) -> bool:
    """Whether a file name ends as our own naming would end it for this id (`-2` and so on may follow)."""
    short = re.sub(r"[^0-9a-z]", "", identity.lower())[:4]
    return re.search(rf"-{re.escape(short)}(-[0-9]{{1,2}})?$", stem) is not None
