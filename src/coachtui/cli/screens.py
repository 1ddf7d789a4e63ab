"""Opening the screens or the line mode on a conversation. Not a command; the commands that open one share it."""

import sys
from typing import TYPE_CHECKING

from coachtui.cli.common import Settings, note

if TYPE_CHECKING:
    from coachtui.desk import Conversation, Desk

NO_TERMINAL = (
    "The screens need a terminal, and this is none. With lines in and lines out: coachtui start FRAMEWORK --plain"
)


def screens_possible() -> bool:
    """Whether standard input and output are a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def open_screens(settings: Settings) -> int:
    """Open the screens on Home."""
    if not screens_possible():
        note(NO_TERMINAL)
        return 1
    from coachtui.tui.app import run

    return run(settings.desk())


def hold(desk: "Desk", conversation: "Conversation", *, plain: bool) -> int:
    """Hold a conversation on the screens, or in lines."""
    if plain:
        return _in_lines(desk, conversation)
    from coachtui.tui.app import run

    return run(desk, conversation)


def _in_lines(desk: "Desk", conversation: "Conversation") -> int:
    import gc
    import shutil

    from coachtui.desk.onward import swapped_chairs
    from coachtui.desk.tending import actions
    from coachtui.plain import Console, LineMode, Lines

    size = shutil.get_terminal_size((80, 24))
    console = Console(
        Lines(sys.stdin),
        sys.stdout,
        sys.stderr,
        alive=screens_possible(),
        width=size.columns,
        height=size.lines,
    )

    def known() -> dict[str, str]:
        return {one.id: one.name for one in desk.catalogue.entries() if one.framework is not None}

    gc.enable()  # the start turned it off; a conversation may be long
    while True:
        mode = LineMode(conversation, console, lambda: actions(desk.shelf()), known)
        code = mode.run()
        if code or not mode.swaps:
            return code
        conversation = swapped_chairs(desk, conversation.session)
