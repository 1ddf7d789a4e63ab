"""What came before a session, as the value that flow and talk work with. Pure functions; touches nothing."""

from collections.abc import Iterable

from coachtui.flow.past import Past
from coachtui.library.promises import all_actions, coach_first, still_open
from coachtui.library.threads import earlier, in_order, were_there
from coachtui.session.models import Agreement, Session


def past_for(session: Session, sessions: Iterable[Session]) -> Past:
    """What these people held before this session, what is still open of it, and what they had agreed.

    What was told since this session began does not count, so an action that is reported in it does not vanish from it.
    """
    return past_of(earlier(sessions, session), session)


def past_of(sessions: Iterable[Session], session: Session | None = None) -> Past:
    """The past that these sessions make, up to `session` if that is given."""
    before = in_order(sessions)
    began = session.started if session is not None else None
    coaches = {one.framework.coach for one in before}
    open_now = still_open(all_actions(before, until=began))
    # Nobody is bound by what others agreed before they came.
    theirs = [one for one in before if session is None or were_there(session, one)]
    return Past(sessions=before, open_actions=coach_first(open_now, coaches), agreement=agreement_in_force(theirs))


def agreement_in_force(sessions: Iterable[Session]) -> Agreement | None:
    """The newest agreement of these sessions (oldest first), or None where nothing was ever agreed."""
    return next((one.agreement for one in reversed(tuple(sessions)) if one.agreement is not None), None)
