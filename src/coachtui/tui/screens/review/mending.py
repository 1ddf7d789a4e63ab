"""The session, opened over Review to put one thing right: it stands at its spot, its words in the entry line.

What was kept or left goes back to Review at once; so does Escape on the empty line where there were no words to mend.
"""

from dataclasses import replace

from coachtui.talk.keys import USUAL, Keymap
from coachtui.talk.view import Reply
from coachtui.tui.ports import Conversation
from coachtui.tui.screens.panels import close
from coachtui.tui.screens.review.stops import Target
from coachtui.tui.screens.session import SessionScreen

BACK = "Escape on the empty line goes back to the page."


class Mending(SessionScreen):
    """A conversation at the spot of one thing."""

    def __init__(
        self,
        conversation: Conversation,
        target: Target,
        keymap: Keymap = USUAL,
        *,
        peek: bool = False,
        stays: bool = False,
    ) -> None:
        """`peek`: what the coach alone sees is in sight, as it was on the page. `stays`: the window holds it open still."""
        conversation.talk.go(target.spot)
        super().__init__(conversation, keymap)
        self._target = target
        self._stays = stays
        self._half_line = self._view.draft
        self._window.peek = peek
        if target.words:
            # Textual runs the mounting of the class below too, and that puts the half line into the entry line.
            self._view = replace(self._view, draft=target.words)
            self._window.mending = target.thing
            self._window.aside = self._half_line or None
        else:
            self._window.tell(BACK)

    def pressed(self, key: str) -> bool:
        """Escape on the empty line goes back."""
        if key == "escape" and not self._entry.text and self._window.mending is None and self._window.menu is None:
            self._leave(ended=False)
            return True
        return super().pressed(key)

    def _heard(self, reply: Reply, text: str) -> None:
        mended = self._target.words and not self._window.mending and not reply.problem
        super()._heard(reply, text)
        if mended:
            self._go_back()

    def _give_up(self) -> None:
        super()._give_up()
        self._go_back()

    def _leave(self, *, ended: bool, swap: bool = False) -> None:
        if self._stays:
            close(self, None)
        else:
            super()._leave(ended=ended, swap=swap)

    def _go_back(self) -> None:
        """The half line that stood at this spot stands there again."""
        if not self._open.read_only:
            self._talk.draft(self._half_line)
        self._leave(ended=False)
