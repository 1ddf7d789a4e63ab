"""Looking back and commitments: the two ways into the one list that Home offers."""

from coachtui.desk import Desk
from coachtui.tui.screens.lookup.screen import Lookup
from coachtui.tui.screens.lookup.words import reason


class LookBack(Lookup):
    """All conversations: by date, format, words, and by people once their names are in sight."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)


class Actions(Lookup):
    """All commitments, the open ones first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, actions=True)


__all__ = ["Actions", "LookBack", "reason"]
