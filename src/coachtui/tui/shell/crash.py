"""What is said when the program itself was wrong: which mistake and where, and never a word of the conversation.

Textual would print the local variables of every function on the way, notes and names among them.
"""

import hashlib
import traceback
from pathlib import Path
from types import TracebackType

SHOWN = 4


def confession(error: BaseException | None) -> str:
    """A few plain lines: what is safe, and a code with the places in the source that help to mend it."""
    code, places = report(error)
    return "\n".join(
        (
            "coachtui has made a mistake and had to stop. What was typed is kept: start it again and choose Continue.",
            f"Code {code}. To report it, send these lines; there is nothing of your conversation in them.",
            *(f"  {place}" for place in places),
        )
    )


def report(error: BaseException | None) -> tuple[str, list[str]]:
    """A short code that is the same for the same mistake, and the innermost places of it, ours first."""
    if error is None:
        return "0000", []
    places = _places(error.__traceback__)
    ours = [place for place in places if place.startswith("coachtui/")] or places
    kind = type(error).__name__
    told = [kind, *ours[-SHOWN:]]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:4], told


def _places(where: TracebackType | None) -> list[str]:
    """File, line and function of each step; no source line, no value, no message: a message may quote a note."""
    found: list[str] = []
    for step in traceback.extract_tb(where):
        parts = Path(step.filename).parts
        package = next((at for at in range(len(parts) - 1, -1, -1) if parts[at] in {"coachtui", "textual"}), None)
        name = "/".join(parts[package:]) if package is not None else Path(step.filename).name
        found.append(f"{name}:{step.lineno} in {step.name}")
    return found
