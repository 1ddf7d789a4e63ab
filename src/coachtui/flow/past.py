"""The past of the people in a session, as a value: built by the library, handed in by the face. Touches nothing."""

from dataclasses import dataclass
from datetime import date

from coachtui.session.models import Agreement, Session
from coachtui.session.things import Action, ActionRef, Status


@dataclass(frozen=True, slots=True)
class OpenAction:
    """An earlier action that is not done or dropped: what was promised, by whom, when, and what was last told of it.

    `private` says that it was promised at a private step, so no step that is not private may show it.
    """

    ref: ActionRef
    action: Action
    who: str
    who_role: str
    status: Status
    learned: str
    promised: date
    framework: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """Earlier sessions of these people, oldest first; open actions, the coach's own before the coachee's."""

    sessions: tuple[Session, ...] = ()
    open_actions: tuple[OpenAction, ...] = ()
    agreement: Agreement | None = None

    @property
    def last(self) -> Session | None:
        """The session before this one, or None."""
        return self.sessions[-1] if self.sessions else None


#: The past of people who have not met here before.
NO_PAST = Past()
