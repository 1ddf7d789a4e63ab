"""The pages that end a conversation or look over it: the thanks, and the sheet as it stands. Makes screens, holds nothing."""

from time import monotonic

from textual import events

from coachtui.flow.past import NO_PAST, Past
from coachtui.layouts import Signs
from coachtui.library.promises import all_actions
from coachtui.report.review import Sheet, review_sheet
from coachtui.report.would_see import would_see
from coachtui.session.models import Session
from coachtui.talk.ending import ending_of
from coachtui.talk.view import Reply
from coachtui.tui.ports import Conversation, Talk
from coachtui.tui.screens.panels import WIDEST, Page
from coachtui.tui.screens.review.finished import Finished
from coachtui.tui.screens.review.reading import Reading

THANKS = "Thank you both."
KEPT = "This conversation is closed and kept. What was promised comes back when you follow it up."


def sheet(conversation: Conversation, *, private: bool = False) -> Reading:
    """Everything said so far, to read and to mend. `private`: private things are in sight already."""
    talk = conversation.talk

    def paper(width: int, signs: Signs, *, private: bool, earlier: bool) -> Sheet:
        working, before = talk.working, talk.past.sessions
        actions = all_actions((*before, working.session))
        return review_sheet(working, before, actions, width, private=private, earlier=earlier, signs=signs)

    if talk.working.session.ended is not None:
        return Finished(conversation, paper, private=private)
    return Reading(paper, private=private, copied=lambda: talk.working.session)


def preview(talk: Talk, reply: Reply) -> Page:
    """What a reader would see of it as it stands now."""
    return Page((*reply.page, "", *would_see(talk.working.session, reply.audience, talk.past.sessions, WIDEST)))


def thanks(session: Session, past: Past = NO_PAST) -> Page:
    """The end: what is said back, and by which keys it goes on. Nothing private stands on it."""
    ending = ending_of(session, past)
    back = [line for said in ending.said_back() for line in ("", said)]
    swap = {"swap": f"{{}}  {ending.swap_question()}"} if ending.chairs is not None else {}
    return Thanks((THANKS, *back, "", KEPT), {"sheet": "", "copy": "", **swap}, "end")


class Thanks(Page):
    """The last page. Keys that were typed ahead of it are not meant for it: they do nothing, and go nowhere."""

    _since: float | None = None

    def on_mount(self) -> None:
        """From the first time it can be seen, keys are meant for it."""
        self.call_after_refresh(self._seen)

    def _seen(self) -> None:
        self._since = monotonic()

    def on_key(self, event: events.Key) -> None:
        """As on any page, for keys that were pressed while it was in sight."""
        if self._since is None or event.time < self._since:
            event.stop()
            event.prevent_default()
