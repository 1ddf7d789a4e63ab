"""How a conversation begins: from what was asked for to the first value of a session. Pure functions; touches nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from coachtui.errors import UserError
from coachtui.flow.past import Past
from coachtui.flow.spots import spots
from coachtui.framework.models import Framework
from coachtui.ids import Mint
from coachtui.library.threads import were_there
from coachtui.session.clauses import LINE_MANAGER
from coachtui.session.models import Agreement, Origin, Person, Session, Working
from coachtui.session.spot import Spot
from coachtui.session.things import Passage


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for when a conversation is begun.

    Attributes:
        minutes: how long it is to take; None for the middle one of the framework's lengths.
        remote: people do not sit in one room.
        on: the day it was really held, for one typed up from paper.
        from_paper: typed up afterwards: no clock, no coach's strip.
        asked: whether people meet in one room was asked already, so the opening need not ask it again.
    """

    minutes: int | None = None
    remote: bool = False
    on: date | None = None
    from_paper: bool = False
    asked: bool = False


#: The tour's framework, and the two who take part in it. They are invented, so no list of people gets their names.
TOUR = "tour"
INVENTED = ("Ash", "Sam")


def invented(framework: Framework, mint: Mint) -> tuple[Person, ...]:
    """The people of the tour; nobody for any other framework."""
    if framework.id != TOUR:
        return ()
    chairs = (framework.coachee, framework.coach)
    return tuple(Person(id=mint(), name=name, role=role) for name, role in zip(INVENTED, chairs, strict=True))


def first_value(framework: Framework, people: Sequence[Person], wish: Wish, *, session: str, now: datetime) -> Session:
    """A session in which nothing was said yet. UserError where what was asked for cannot be."""
    if wish.minutes is not None and not 1 <= wish.minutes <= 480:
        raise UserError("A conversation takes from 1 to 480 minutes.")
    if wish.on is not None and wish.on > now.date():
        raise UserError(
            f"{wish.on.isoformat()} has not come yet.", "What is typed up from paper was held today or before."
        )
    return Session(
        id=session,
        framework=framework,
        people=tuple(people),
        setting="remote" if wish.remote else "in person",
        minutes=wish.minutes or usual_minutes(framework),
        started=_moment(wish.on, now),
        from_paper=wish.from_paper or wish.on is not None,
    )


def usual_minutes(framework: Framework) -> int:
    """The length that is taken where none is said: the middle one of those the framework offers."""
    return framework.minutes[(len(framework.minutes) - 1) // 2]


def _moment(on: date | None, now: datetime) -> datetime:
    """Noon of a day that only a date is known of, so that no time zone makes it another day."""
    if on is None or on == now.date():
        return now
    return datetime.combine(on, time(12), tzinfo=now.tzinfo)


def following(session: Session, past: Past, followed: Session | None) -> Session:
    """The same, linked to the session it follows, with the agreement these people came with.

    Whoever was not there has agreed to nothing: with somebody new it is asked as at a first meeting. What a line manager may
    hear was agreed for the line manager of whoever was coached: on the other chair it is asked anew, unless that was done before.
    """
    theirs = (
        followed if followed is not None and followed.agreement is not None and were_there(session, followed) else None
    )
    agreement = theirs.agreement if theirs is not None else past.agreement
    source = theirs or next((one for one in reversed(past.sessions) if one.agreement is agreement), None)
    if agreement is not None and source is not None and not _same_coachee(session, source):
        agreement = _for_coachee(agreement, session, past)
    update = {"brought": agreement, "agreement": agreement, "follows": followed.id if followed else None}
    return session.model_copy(update=update)


def _same_coachee(session: Session, before: Session) -> bool:
    """Whether nobody else is coached now than then, as far as is known."""
    now, then = session.coachee, before.coachee
    return now is None or then is None or now.id == then.id


def _for_coachee(agreement: Agreement, session: Session, past: Past) -> Agreement:
    """An agreement with the line manager's column of whoever is coached now: what they agreed last, or none."""
    own = next(
        (
            one.agreement
            for one in reversed(past.sessions)
            if one.agreement is not None and one.coachee is not None and _same_coachee(session, one)
        ),
        None,
    )
    levels = {one: column for one, column in agreement.levels.items() if not _is_theirs(one)}
    presets = {one: name for one, name in agreement.presets.items() if not _is_theirs(one)}
    if own is not None:
        levels |= {one: column for one, column in own.levels.items() if _is_theirs(one)}
        presets |= {one: name for one, name in own.presets.items() if _is_theirs(one)}
    return agreement.model_copy(update={"levels": levels, "presets": presets})


def _is_theirs(audience: str) -> bool:
    """Whether this is another person for each of those who are coached."""
    return audience.casefold() == LINE_MANAGER


def first_spot(session: Session, past: Past) -> Working:
    """Standing at the first spot of the talk. UserError for a framework that asks nothing."""
    found = spots(session, past)
    if not found:
        raise UserError(f"{session.framework.name} asks nothing, so there is nothing to talk through.")
    return Working(session, Spot("")).at(found[0])


def grown_from(session: Session, item: str) -> tuple[Origin, str]:
    """A thing of an earlier session that a new one grows from, and its words.

    Args:
        session: the earlier session.
        item: the thing's id, or the first characters of it where that is enough.
    """
    every: list[Passage] = [*session.parked]
    for record in session.records.values():
        every.extend(one for one in record.things() if isinstance(one, Passage))
    near = [one for one in every if item and one.id.startswith(item) and one.gone is None]
    found = [one for one in near if one.id == item] or near
    if len(found) != 1:
        how_many = "There is nothing" if not found else "There are several things"
        raise UserError(
            f"{how_many} with the id {item[:40]!r} in the session {session.id}.",
            f"coachtui show {session.id} --json lists every thing with its id.",
        )
    return Origin(session=session.id, item=found[0].id), found[0].text
