"""`python -m pictures`: plays the invented conversations anew, and takes every picture anew."""

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from coachtui.store.jsonfile import dump
from pictures.conversations import ALL
from pictures.playing import table
from pictures.shots import SHOTS, lines_of, picture

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "sessions" / "examples"
PICTURES = ROOT / "docs" / "pictures"

#: What would make the same screen look otherwise on another machine.
DIFFERENT = ("NO_COLOR", "COLORFGBG", "COLORTERM", "COLUMNS", "LINES")


def same_everywhere() -> None:
    """One terminal, one time zone."""
    for name in [*DIFFERENT, *(name for name in os.environ if name.startswith("TEXTUAL"))]:
        os.environ.pop(name, None)
    os.environ.update(TERM="xterm-256color", TZ="UTC")
    if hasattr(time, "tzset"):
        time.tzset()


def examples() -> dict[str, bytes]:
    """Every invented conversation as the file the program wrote, by its name."""
    with TemporaryDirectory() as folder:
        at = table(Path(folder))
        for script in ALL:
            at.hold(script)
        # How often the store wrote depends on the machine; what it wrote does not.
        read = {name: at.desk.read(session).document for name, session in at.played.items()}
        return {f"{name}.json": dump({**document, "seq": 1}) for name, document in read.items()}


def main(names: Sequence[str]) -> None:
    """Make the examples and the pictures; only pictures of these names, if there are any."""
    same_everywhere()
    if not names:
        EXAMPLES.mkdir(exist_ok=True)
        for name, content in examples().items():
            (EXAMPLES / name).write_bytes(content)
    PICTURES.mkdir(exist_ok=True)
    for shot in SHOTS:
        if not names or shot.name in names:
            path = PICTURES / f"{shot.name}.svg"
            path.write_text(picture(shot, lines_of(shot)), encoding="utf-8", newline="\n")
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main(sys.argv[1:])
