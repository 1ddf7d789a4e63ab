"""What people want when a conversation is over, as values: what the coachee leaves with, when next, and what could follow.

Pure; touches nothing. Both faces say it; what leads on is opened by the desk.
"""

from dataclasses import dataclass

from coachtui.flow.past import NO_PAST, Past, next_meeting
from coachtui.framework.steps import TextStep
from coachtui.session.lookups import name_of, still_parked
from coachtui.session.models import Session
from coachtui.session.records import ActionsRecord
from coachtui.session.spot import Spot
from coachtui.session.when import when_words
from coachtui.session.wording import meaning
from coachtui.talk.dates import spoken, spoken_if_day


@dataclass(frozen=True, slots=True)
class Chairs:
    """Who would be asked and who would ask if they swapped chairs: names."""

    coachee: str
    coach: str


@dataclass(frozen=True, slots=True)
class Ending:
    """What is said back at the end.

    Attributes:
        leaving: what the coachee leaves with, in their words; empty where nothing was said.
        promised: what was promised, each with its day where there is one; nothing that is private.
        next_meeting: when they meet again, in words; empty where it was not said.
        chairs: how it would be with chairs swapped; None where it is not two people, or it does not say who is who.
        leads_to: the ids of frameworks that go well after this one.
        parked: ideas that were parked and not used; nothing that is private.
    """

    leaving: str
    promised: tuple[str, ...]
    next_meeting: str
    chairs: Chairs | None
    leads_to: tuple[str, ...]
    parked: tuple[str, ...] = ()

    def said_back(self) -> tuple[str, ...]:
        """The sentences that are said back, before anything is offered."""
        found: list[str] = []
        if self.leaving:
            found.append(f"You are leaving with: {self.leaving}")
        found += [f"To do: {one}" for one in self.promised]
        if self.next_meeting:
            found.append(f"Next time: {self.next_meeting}")
        if self.parked:
            found.append(f"Still parked: {'; '.join(self.parked)}")
        return tuple(found)

    def swap_question(self) -> str:
        """The question whether to swap chairs; empty where they cannot be swapped."""
        if self.chairs is None:
            return ""
        return f"Swap chairs now? Then {self.chairs.coach} asks, and {self.chairs.coachee} thinks."


def ending_of(session: Session, past: Past = NO_PAST) -> Ending:
    """What there is to say back of a conversation; `past` says when these people meet by what they agreed before."""
    return Ending(
        leaving=_open_meaning(session, "leaving"),
        promised=tuple(_promised(session)),
        next_meeting=_next_meeting(session, past),
        chairs=_swapped(session),
        leads_to=session.framework.leads_to,
        parked=tuple(one.text for one in still_parked(session) if one.mark != "private"),
    )


def _next_meeting(session: Session, past: Past) -> str:
    """The day these people meet next as it stands, else what was said of it."""
    said = _open_meaning(session, "next-date")
    day = next_meeting(session, past) if said or not meaning(session, "next-date") else None
    return spoken(day) if day is not None else spoken_if_day(said)


def _open_meaning(session: Session, means: str) -> str:
    """The answer of the step that means this, where that step is not private."""
    private = any(one.private for one in session.framework.steps if isinstance(one, TextStep) and one.means == means)
    return "" if private else meaning(session, means)


def _promised(session: Session) -> list[str]:
    found: list[str] = []
    for key, record in session.records.items():
        step = session.framework.find(Spot.parse(key).step)
        if isinstance(record, ActionsRecord) and step is not None and not step.private:
            for one in record.actions:
                if one.gone is None and one.mark != "private":
                    by_when = when_words(one.fields.get("by when", ""), one.due)
                    who = name_of(session, one.who) if one.who else ""
                    found.append(" · ".join(part for part in (one.text, by_when, who) if part))
    return found


def _swapped(session: Session) -> Chairs | None:
    coach, coachee = session.coach, session.coachee
    if coach is None or coachee is None or coach.id == coachee.id or len(session.people) != 2:
        return None
    return Chairs(coachee=coach.name, coach=coachee.name)
