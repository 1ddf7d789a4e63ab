"""Which theme the screens begin with, and the small file that remembers the one a person chose on this machine.

The file lies in the state folder of the home, for its owner only, and holds one word: never in `coachtui.toml`, which
people write by hand. It is of no value: where it cannot be read or written, nothing is said and nothing stops.
"""

import tomllib
from collections.abc import Mapping
from typing import Final

import tomli_w

from coachtui.store.home import Home
from coachtui.tui.looks.paints import NAMES, Name

FILE: Final = "looks.toml"
MOST: Final = 4096

#: Terminals without colours.
NO_COLOURS: Final = frozenset({"dumb", "vt100", "vt102", "vt220", "xterm-mono", "screen-mono", "monochrome"})


def begin_with(env: Mapping[str, str], setting: str = "auto", remembered: Name | None = None) -> Name:
    """The theme to begin with.

    What `coachtui.toml` says comes first, then what the environment asks for (NO_COLOR, a terminal without colours),
    then what was chosen last; else light where the terminal says that it is light (COLORFGBG), and dark.
    """
    if setting in NAMES:
        return setting
    if env.get("NO_COLOR") or env.get("TERM", "") in NO_COLOURS:
        return "plain"
    return remembered or ("light" if is_light(env.get("COLORFGBG", "")) else "dark")


def is_light(colours: str) -> bool:
    """Whether a terminal that says its colours (as in `0;15`) has a light background."""
    return colours.rpartition(";")[2] in {"7", "15"}


def after(name: Name) -> Name:
    """The next theme, round the end."""
    return NAMES[(NAMES.index(name) + 1) % len(NAMES)]


def remembered(home: Home) -> Name | None:
    """What was chosen last on this machine, if that is known."""
    try:
        found: object = tomllib.loads(home.disk.read(home.state / FILE, MOST).decode()).get("theme")
    except (OSError, ValueError, RecursionError):
        return None
    return found if found in NAMES else None


def remember(home: Home, name: Name) -> bool:
    """Remember it for the next time; says whether that could be done. Waits for the disk: call it beside the screen."""
    path = home.state / FILE
    new = path.with_suffix(".new")
    try:
        home.disk.make_folder(home.state)
        home.disk.remove(new)
        home.disk.write_new(new, tomli_w.dumps({"theme": name}).encode())
        home.disk.replace(new, path)
    except OSError:
        return False
    return True
