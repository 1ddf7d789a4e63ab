"""The past of the people in a session, as a value: built by the library, handed in by the face. Touches nothing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coachtui.session.models import Agreement, Session
from coachtui.session.things import Action, ActionRef, Status
from coachtui.session.wording import meaning


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

#: Words that take an agreed meeting away; "no date" only says that no other was named.
_CALLED_OFF = re.compile(r"(?:it(?:'s| is)\s+)?(?:cancel(?:led|ed)?(?:\s+it)?|called off|no meeting)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SaidOfNext:
    """What one conversation says of the next meeting: the day it was held on, and the words of its answer."""

    held: date | None
    words: str


def called_off(words: str) -> bool:
    """Whether an answer takes the meeting away that was agreed on before."""
    return _CALLED_OFF.fullmatch(words.strip().rstrip(".!")) is not None


def standing_day(said: Iterable[SaidOfNext], today: date) -> date | None:
    """The day of the next meeting, from conversations of the same people, newest first; None where none is to come.

    A day that was named stands until it is held, is over, is called off, or another one is named.
    """
    since: list[date] = []
    for one in said:
        day = day_in(one.words)
        if day is not None:
            return day if day >= today and all(held < day for held in since) else None
        if called_off(one.words):
            return None
        since += [one.held] if one.held is not None else []
    return None


def day_in(words: str) -> date | None:
    """The day, where an answer was kept as one."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def agreed_day(past: Past, today: date) -> date | None:
    """When these people meet next by all they held; None where no day to come was agreed on."""
    return standing_day((_said_in(one) for one in reversed(past.sessions)), today)


def agreed_before(session: Session, past: Past) -> date | None:
    """The day on which these people meet by what they agreed before this conversation; it may be this one that is meant."""
    if session.started is None:
        return None
    today = session.started.date()
    earlier = (_said_in(one) for one in reversed(past.sessions))
    return standing_day((SaidOfNext(today, ""), *earlier), today)


def next_meeting(session: Session, past: Past) -> date | None:
    """The day of the next meeting as it stands in this conversation: named in it, or before."""
    said = meaning(session, "next-date")
    return day_in(said) or (None if called_off(said) else agreed_before(session, past))


def _said_in(session: Session) -> SaidOfNext:
    return SaidOfNext(session.started.date() if session.started else None, meaning(session, "next-date"))
