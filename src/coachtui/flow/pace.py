"""Advisory minutes: each step's share of the length that was chosen, what is left, and the short way to the close.

Pure functions; touches nothing. Nothing here ends or moves anything.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coachtui.flow.moves import WANTED
from coachtui.flow.past import Past
from coachtui.flow.places import answered
from coachtui.flow.spots import spots
from coachtui.framework.steps import ActionsStep, ChooseStep
from coachtui.session.boards import items
from coachtui.session.models import Session, Working
from coachtui.session.spot import Spot

#: What a short way that was offered is remembered by, with the minutes that had passed then: `short-way:14`.
SHORT_WAY = "short-way:"
#: So many minutes are left for finding the way when the short way is offered.
TO_SPARE = 1.0
#: A talk of fewer minutes has no way shorter than itself.
SHORTEST = 5
#: After this part of the whole time it may be offered once more, and after no less than two minutes.
AGAIN = 0.1


@dataclass(frozen=True, slots=True)
class ShortWay:
    """A way to the close that still fits.

    Attributes:
        say: the quiet line.
        to: where it leads.
        because: what it is remembered by once it was said.
        again: it was said before, so it is said only to somebody who is about to leave a step.
    """

    say: str
    to: Spot
    because: str
    again: bool


def minutes_at(session: Session, past: Past, spot: Spot) -> float | None:
    """How many minutes this spot may take, scaled so that all spots of the talk fill the chosen length.

    None where the step says none, and for what is typed up from paper: its time has passed already.
    """
    step = session.framework.find(spot.step)
    if step is None or step.minutes is None or session.from_paper:
        return None
    whole = sum(_share(session, one) for one in spots(session, past))
    return step.minutes * session.minutes / whole if whole else None


def _share(session: Session, spot: Spot) -> float:
    step = session.framework.find(spot.step)
    return step.minutes or 0.0 if step and step.when != WANTED else 0.0


def spent(working: Working) -> float:
    """The minutes that have passed in this conversation."""
    return sum(working.elapsed.values()) / 60


def short_way(working: Working, past: Past) -> ShortWay | None:
    """The short way to the close, where the time left only just fits it; None where there is time, or nothing to skip."""
    session = working.session
    if session.from_paper or session.ended is not None or session.minutes < SHORTEST:
        return None
    order = spots(session, past)
    to = _target(session, order, working.spot)
    if to is None:
        return None
    at, there = order.index(working.spot), order.index(to)
    scale = _scale(session, order)
    left = session.minutes - spent(working)
    # A longer talk stretches every step, but a choice, an action and the close take no longer for it.
    kept = _minutes(session, [one for one in order[there:] if _needed(session, one)]) * min(scale, 1.0)
    planned = _minutes(session, order[at + 1 :]) * scale
    if left > kept + TO_SPARE or left >= planned:
        return None
    earlier = _said_at(working)
    if earlier is not None and spent(working) < earlier + max(2.0, AGAIN * session.minutes):
        return None
    return ShortWay(_words(session, to), to, said_now(working), again=earlier is not None)


def said_now(working: Working) -> str:
    """What a short way that is offered at this minute is remembered by."""
    return f"{SHORT_WAY}{spent(working):.0f}"


def _scale(session: Session, order: Iterable[Spot]) -> float:
    """Minutes of this conversation for one minute of the framework."""
    whole = _minutes(session, order)
    return session.minutes / whole if whole else 0.0


def _minutes(session: Session, some: Iterable[Spot]) -> float:
    return sum(_share(session, one) for one in some)


def _said_at(working: Working) -> float | None:
    """After how many minutes the short way was offered last; None if it never was."""
    told = [one.because.removeprefix(SHORT_WAY) for one in working.detours if one.because.startswith(SHORT_WAY)]
    return max((float(one) for one in told if one.isdecimal()), default=None)


def _target(session: Session, order: tuple[Spot, ...], here: Spot) -> Spot | None:
    """The first thing still ahead that the close cannot do without; None where there is nothing between here and it."""
    if here not in order:
        return None
    marks = tuple(_landmarks(session, order))
    if here in marks and not _closes(session, here) and not answered(session, here):
        return None  # what cannot be done without is being asked for just now
    ahead = order[order.index(here) + 1 :]
    to = next((one for one in marks if one in ahead), None)
    return None if to is None or to == ahead[0] else to


def _landmarks(session: Session, order: tuple[Spot, ...]) -> Iterator[Spot]:
    """What the short way leads to: the last choice, the last actions, the beginning of the close."""
    body = [one for one in order if not _closes(session, one)]
    actions = next((one for one in reversed(body) if isinstance(_step(session, one), ActionsStep)), None)
    if actions is not None:
        choice = _choice_for(session, order, actions)
        yield from (one for one in (choice, actions) if one is not None)
    yield from (one for one in order if _closes(session, one))


def _choice_for(session: Session, order: tuple[Spot, ...], actions: Spot) -> Spot | None:
    """The choice that these actions grow from, if there is anything to choose from."""
    step = _step(session, actions)
    source = step.from_.step if isinstance(step, ActionsStep) and step.from_ is not None else None
    chosen = session.framework.find(source) if source else None
    if not isinstance(chosen, ChooseStep):
        return None
    anything = chosen.options or chosen.may_add or (chosen.from_ is not None and items(session, chosen.from_))
    return next((one for one in order if one.step == chosen.id), None) if anything else None


def _step(session: Session, spot: Spot) -> object:
    return session.framework.find(spot.step)


def _closes(session: Session, spot: Spot) -> bool:
    """Whether a spot belongs to a closing part."""
    return spot.step.partition("/")[0] in session.framework.closing and "/" in spot.step


def _needed(session: Session, spot: Spot) -> bool:
    """Whether the short way goes through this spot: a choice, actions, the close."""
    return _closes(session, spot) or isinstance(_step(session, spot), ChooseStep | ActionsStep)


def _words(session: Session, to: Spot) -> str:
    """The quiet line; it does not change while the minutes go by."""
    step = _step(session, to)
    if isinstance(step, ChooseStep):
        return "Time for the close. The short way: choose one way and one action."
    return "Time for the close. The short way: one action." if isinstance(step, ActionsStep) else "Time for the close."
