"""What follows a conversation that is over: chairs swapped, or another framework, linked to it. Touches no disk itself.

Opens through the desk, so that both faces and the commands do the same.
"""

from coachtui.desk.conversation import Conversation
from coachtui.desk.desk import Desk
from coachtui.desk.starting import Wish
from coachtui.session.models import Session


def swapped_chairs(desk: Desk, session: Session) -> Conversation:
    """A new conversation of the same kind and length that follows this one, coach and coachee on each other's chairs.

    Raises:
        UserError: it does not say who the coach and the coachee were.
    """
    wish = Wish(minutes=session.minutes, remote=session.setting == "remote", asked=True)
    return desk.start(session.framework.id, desk.swapped(session), wish, follow=session.id)


def lead_on(desk: Desk, session: Session, framework: str) -> Conversation:
    """A conversation of another framework with the same people, following this one. UserError where there is none."""
    wish = Wish(remote=session.setting == "remote", asked=True)
    return desk.start(framework, (), wish, follow=session.id)
