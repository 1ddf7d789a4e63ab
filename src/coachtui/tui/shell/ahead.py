"""Keys typed ahead of a panel that goes away: they go to what stands below it. Touches Textual's message queues.

Textual hands each key to whatever is in front when it comes in. In a program that is behind, the keys after the one that
closes a panel wait at that panel, which is gone when their turn comes; the words they made were gone with it.

Looked after by `tests/tui/test_ahead.py`.
"""

from typing import TYPE_CHECKING, TypeVar

from textual.events import Callback, Key, Paste

if TYPE_CHECKING:
    from textual._queue import Queue
    from textual.message import Message
    from textual.message_pump import MessagePump
    from textual.screen import Screen

Answer = TypeVar("Answer")


def hand_on(panel: "Screen[Answer]") -> None:
    """Give the keys and pastes that still wait at a panel that was closed to what is in front now, in their order."""
    front = panel.app.focused or panel.app.screen
    for at in (panel.focused, panel):
        for event in _taken_from(at) if at is not None else ():
            front.post_message(event)


def _taken_from(pump: "MessagePump") -> list[Key | Paste]:
    """The keys and pastes that wait there, taken away; everything else waits on as before."""
    queue: Queue[Message | None] = pump._message_queue  # noqa: SLF001 - no part of its promised names
    first: Message | None = pump._pending_message  # noqa: SLF001 - the same: it was looked at, but not worked on yet
    pump._pending_message = None  # noqa: SLF001 - the same
    waiting = [*([first] if first else []), *queue.values]
    taken = [one for one in waiting if isinstance(one, Key | Paste)]
    queue.values.clear()
    for one in waiting:
        if not isinstance(one, Key | Paste):
            queue.put_nowait(one)
    if taken:
        # Whoever was woken for a key must find something, or it ends the program.
        queue.put_nowait(Callback(callback=_nothing))
    return taken


def _nothing() -> None:
    """What is left to do in the place of keys that were taken away."""
