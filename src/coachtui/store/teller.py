"""Tells a face, from the store's threads, what has become of its words. Touches nothing."""

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from coachtui.store.state import Saved, State

StateListener = Callable[[State], None]
NoticeListener = Callable[[str], None]


class Teller:
    """Passes on each state that differs from the last one told, and each notice once."""

    def __init__(self) -> None:
        self.on_state: StateListener | None = None
        self.on_notice: NoticeListener | None = None
        self._gate = threading.RLock()
        self._told: State = Saved()
        self._notices = 0

    def listen(self, listener: StateListener | None, ask: Callable[[], State]) -> None:
        """From now on tell `listener` of each state that differs from the one that `ask` gives at this moment."""
        with self._gate:
            self.on_state = listener
            self._told = ask()

    def tell(self, ask: Callable[[], State], notices: list[str]) -> None:
        """`ask` gives the present state; asked under the gate, so that listeners hear states in their order."""
        with self._gate:
            state = ask()
            if state != self._told:
                self._told = state
                if self.on_state is not None:
                    _call(partial(self.on_state, state))
            new = notices[self._notices :]
            self._notices += len(new)
            for sentence in new:
                if self.on_notice is not None:
                    _call(partial(self.on_notice, sentence))


def _call(listener: Callable[[], None]) -> None:
    with suppress(Exception):  # a face that is closing must not stop the saving
        listener()
