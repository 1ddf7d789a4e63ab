"""What could come next, and why: offers, never walls. Pure functions; touches nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch

from coachtui.flow.moves import WANTED, is_idle, jump_to
from coachtui.flow.pace import short_way
from coachtui.flow.past import Past
from coachtui.flow.places import answered
from coachtui.flow.spots import spots
from coachtui.framework.steps import ActionsStep, BaseStep, ChooseStep, GuideStep, NotesStep, RateStep
from coachtui.session.boards import notes_at, rate_rows
from coachtui.session.editor import brief
from coachtui.session.lookups import live, name_of
from coachtui.session.models import Session, Working
from coachtui.session.records import ActionsRecord, ChooseRecord, RateRecord
from coachtui.session.spot import Spot


@dataclass(frozen=True, slots=True)
class Offer:
    """One quiet line. With a `to` it can be taken; `because` is what it was made for, so that it is made only once.

    `returns` says whether next comes back here afterwards; `leaving`, that it is for somebody who is about to leave the step.
    """

    say: str
    to: Spot | None = None
    because: str = ""
    returns: bool = True
    leaving: bool = False


def offers(working: Working, past: Past) -> tuple[Offer, ...]:
    """Everything that is offered at the present spot and was not taken or declined yet."""
    session, here = working.session, working.spot
    step = session.framework.find(here.step)
    if step is None:
        return ()
    settled = {one.because for one in working.detours}

    def open_(made: Iterator[Offer]) -> tuple[Offer, ...]:
        return tuple(one for one in made if not one.because or one.because not in settled)

    found = open_(_of(step, session, past, here))
    if any(one.to is not None for one in found):
        return found
    # One thing at a time: what the answer asks for, else the short way, else leaving the rest of a round out.
    rest = open_(_stop_early(session, past, here)) or open_(_leave_out(session, past, here))
    rest = rest or open_(_wanted(session, past, here))
    return (*found, *(tuple(_shorter(working, past)) or rest))


def _shorter(working: Working, past: Past) -> Iterator[Offer]:
    """The short way to the close, where the time left only just fits it."""
    found = short_way(working, past)
    if found is not None:
        yield Offer(found.say, found.to, found.because, returns=False, leaving=found.again)


@singledispatch
def _of(step: BaseStep, session: Session, past: Past, here: Spot) -> Iterator[Offer]:
    """What the kind of step offers; most offer nothing."""
    return iter(())


@_of.register
def _of_notes(step: NotesStep, session: Session, past: Past, here: Spot) -> Iterator[Offer]:
    count = len(notes_at(session, step, here))
    if step.at_least and 0 < count < step.at_least:
        yield Offer(f"{count} so far; {step.at_least} or more is the idea.")
    if step.at_most and count > step.at_most:
        yield Offer(f"{count} so far; the idea is {step.at_most} at most.")


@_of.register
def _of_choose(step: ChooseStep, session: Session, past: Past, here: Spot) -> Iterator[Offer]:
    record = session.record(here)
    picks = [one for one in record.picks if one.gone is None] if isinstance(record, ChooseRecord) else []
    if step.at_most and step.dots is None and len({one.item for one in picks}) > step.at_most:
        yield Offer(f"That is more than {step.at_most}: which could wait?")
    for person in {one.by for one in picks} if step.dots else ():
        spent = sum(one.dots for one in picks if one.by == person)
        if spent > (step.dots or 0):
            yield Offer(f"{spent} dots of {step.dots} are used.")


@_of.register
def _of_actions(step: ActionsStep, session: Session, past: Past, here: Spot) -> Iterator[Offer]:
    record = session.record(here)
    count = sum(1 for _ in live(record.actions)) if isinstance(record, ActionsRecord) else 0
    if step.at_most and count > step.at_most:
        yield Offer(f"{count} so far; the idea is {step.at_most} at most.")


@_of.register
def _of_rate(step: RateStep, session: Session, past: Past, here: Spot) -> Iterator[Offer]:
    record = session.record(here)
    ratings = [one for one in record.ratings if one.gone is None] if isinstance(record, RateRecord) else []
    if step.check is not None:
        check = step.check
        low = [(one.edited or one.at, place, one) for place, one in enumerate(ratings) if one.value < check.below]
        if low:
            # The newest low number only: what is offered for it is offered once, however many cells are low.
            newest = max(low)[2]
            to = jump_to(session, past, here, check.go_to) if check.go_to else None
            yield Offer(check.say, to, because=f"{newest.id}:{newest.value:g}")
    if step.barrier is not None:
        at_barrier = {one.row for one in ratings if one.value <= step.barrier}
        first = next((one for one in rate_rows(session, step, here) if one.id in at_barrier), None)
        if first is not None:
            yield Offer(f"'{name_of(session, first.id)}' is the first at {step.barrier:g} or below: begin there.")


def _stop_early(session: Session, past: Past, here: Spot) -> Iterator[Offer]:
    """At the last step of one item of a round that may stop: leaving the rest of the round out."""
    round_ = session.framework.round_of(here.step)
    if round_ is None or not round_.may_stop_early:
        return
    order = spots(session, past)
    mine = [one for one in order if one.step in round_.steps]
    last_of_item = [one for one in mine if one.item == here.item][-1:]
    if (
        here not in last_of_item
        or here == mine[-1]
        or not _spoken(session, [one for one in mine if one.item == here.item])
    ):
        return
    after = order[order.index(mine[-1]) + 1 :]
    to_come = dict.fromkeys(one.item for one in mine[mine.index(here) + 1 :])
    say = f"Still to come: {', '.join(brief(name_of(session, one)) for one in to_come if one)}. It may stop here."
    yield Offer(say, after[0] if after else None, because=f"{round_.id}:{here.key}", returns=False, leaving=True)


def _leave_out(session: Session, past: Past, here: Spot) -> Iterator[Offer]:
    """At the first step of every item but the first of a round that may stop: leaving this one out."""
    round_ = session.framework.round_of(here.step)
    if round_ is None or not round_.may_stop_early or here.item is None:
        return
    order = spots(session, past)
    mine = [one for one in order if one.step in round_.steps]
    same = [one for one in mine if one.item == here.item]
    if here not in same[:1] or here == mine[0] or any(answered(session, one) for one in same):
        return
    after = order[order.index(same[-1]) + 1 :]
    say = f"{brief(name_of(session, here.item))} may be left out."
    yield Offer(say, after[0] if after else None, because=f"{round_.id}:out:{here.key}", returns=False)


def _wanted(session: Session, past: Past, here: Spot) -> Iterator[Offer]:
    """The step that comes next only where somebody wants it: offered once something was said here for it."""
    order = spots(session, past)
    to = next(iter(order[order.index(here) + 1 :]), None) if here in order else None
    step = session.framework.find(to.step) if to is not None else None
    if to is None or step is None or step.when != WANTED or is_idle(session, to) or not answered(session, here):
        return
    if not answered(session, to):
        yield Offer(
            "One thing more before you go on, if you like.",
            to,
            because=f"{WANTED}:{to.key}",
            returns=False,
            leaving=True,
        )


def _spoken(session: Session, same: list[Spot]) -> bool:
    """Whether anybody said anything in this turn of a round, if it asks for anything."""
    asking = [one for one in same if not isinstance(session.framework.find(one.step), GuideStep)]
    return not asking or any(answered(session, one) for one in asking)
