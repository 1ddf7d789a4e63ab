"""The sheet of a conversation that was closed in this window just now: one thing on it can be put right. Uses Textual.

The conversation is still held; it stays closed. What is mended is on the page when it comes back.
"""

from coachtui.session.lookups import earlier_of
from coachtui.tui.ports import Conversation
from coachtui.tui.screens.letters import keys_of
from coachtui.tui.screens.review.reading import CLOSED, Paper, Reading
from coachtui.tui.screens.review.stops import Stop, Target, target


class Finished(Reading):
    """A finished sheet, read before the window lets go of its conversation."""

    def __init__(self, conversation: Conversation, paper: Paper, *, private: bool = False) -> None:
        """`private`: private things were in sight already."""
        super().__init__(paper, private=private, copied=lambda: conversation.talk.working.session)
        self._conversation = conversation
        #: What Enter was pressed on once.
        self._sure: tuple[str, str, object] | None = None

    def on_screen_resume(self) -> None:
        """As it is now, after something was mended."""
        self.came_back(self._conversation.talk.working.session)
        self.draw()

    def press(self, key: str) -> None:
        """What a key does; a second Enter means the thing one still stands at."""
        if key != "enter":
            self._sure = None
        super().press(key)

    def enter(self) -> None:
        """To this thing, its words ready to be mended, once Enter is pressed again."""
        stop = self.stop
        if stop is None:
            super().enter()
            return
        aim = self._aim(stop)
        if aim is None:
            self.tell("There are no words to mend in this.")
        elif self._conversation.read_only is not None:
            self.tell(self._conversation.read_only)
        elif self._sure != stop.name:
            self._sure = stop.name
            self.tell(CLOSED)
        else:
            self._visit(aim)

    def _visit(self, aim: Target) -> None:
        # Loaded only here: the session screen itself opens this page.
        from coachtui.tui.screens.review.mending import Mending

        self._sure = None
        self._opened_at = self._conversation.talk.working.session
        self.app.push_screen(Mending(self._conversation, aim, keys_of(self), peek=self._private, stays=True))

    def _aim(self, stop: Stop) -> Target | None:
        session = self._conversation.talk.working.session
        return target(session, stop) if stop.session in ("", session.id) else None

    def worded_before(self) -> bool:
        """Whether one stands at a thing that said something else before."""
        stop = self.stop
        mine = stop is not None and not stop.session and self._conversation.read_only is None
        return bool(mine and stop and earlier_of(self._conversation.talk.working.session, stop.thing))

    def forget(self) -> None:
        """Take the earlier wordings of this thing away for good."""
        if self.stop is not None:
            reply = self._conversation.talk.forget(self.stop.thing)
            self.tell(*(reply.said or (reply.problem,)))
