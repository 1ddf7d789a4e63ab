"""Once the first screen stands: what was loaded for it stays, and from now on garbage is looked for again.

Touches Python's own collector, and only where the start turned it off (`coachtui.__main__`).
"""

import gc

#: Seconds after the first frame by which everything of the start stands.
SOON = 1.0


def settle() -> None:
    """Look for garbage from now on, and never again among what was loaded at the start: it stays to the end."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
