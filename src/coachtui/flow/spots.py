"""Which spots are part of the talk now, in order. Pure functions of the session and its past; touches nothing."""

from collections.abc import Iterator, Mapping
from typing import get_args

from coachtui.flow.past import Past
from coachtui.framework.steps import AgreementStep, BaseStep, ChooseStep
from coachtui.session.items import picked
from coachtui.session.latest import latest
from coachtui.session.models import Session, Setting
from coachtui.session.rounds import round_items
from coachtui.session.spot import Spot


@latest
def spots(session: Session, past: Past) -> tuple[Spot, ...]:
    """All spots of the talk as it stands: rounds unrolled, what is not opened or does not apply left out."""
    return tuple(_spots(session, past))


def _spots(session: Session, past: Past) -> Iterator[Spot]:
    framework = session.framework
    opened = _opened(session)
    wanted = {step.id for step in framework.steps if _in_talk(session, past, step, opened)}
    unrolled: set[str] = set()
    for step in framework.steps:
        round_ = framework.round_of(step.id)
        if round_ is None:
            if step.id in wanted:
                yield Spot(step.id)
        elif round_.id not in unrolled:
            unrolled.add(round_.id)
            steps = [one.id for one in framework.steps if one.id in round_.steps and one.id in wanted]
            for item in round_items(session, round_):
                yield from (Spot(one, item.id) for one in steps)


def _in_talk(session: Session, past: Past, step: BaseStep, opened: Mapping[str, bool]) -> bool:
    """Whether a step is part of the talk: it applies to these people today, and an option opened it if one has to."""
    if session.from_paper and asks_how_we_meet(step):
        return False
    return _applies(session, past, step) and opened.get(step.id, True)


def asks_how_we_meet(step: BaseStep) -> bool:
    """Readiness, and the lists it opens: there is nothing to make ready for a talk that was held on paper."""
    return isinstance(step, ChooseStep) and any(one.sets in get_args(Setting) for one in step.options)


def _applies(session: Session, past: Past, step: BaseStep) -> bool:
    if step.when in ("first", "follow-up"):
        return (step.when == "follow-up") == _met_before(session, past, step)
    if step.when == "remote":
        return session.setting == "remote"
    return step.when != "group" or session.is_group


def _met_before(session: Session, past: Past, step: BaseStep) -> bool:
    """An agreement has been met before only where one is in force: people who skipped it are asked again."""
    if isinstance(step, AgreementStep):
        return session.brought is not None
    before = next((one for one in past.sessions if one.id == session.follows), past.last)
    if before is None:
        return session.follows is not None
    # Two who have just swapped chairs have not met again: what was promised minutes ago is not looked back at.
    return not just_swapped(session, past)


def just_swapped(session: Session, past: Past) -> bool:
    """Whether these people have just swapped chairs: on this day, in the conversation that this one follows."""
    before = next((one for one in past.sessions if one.id == session.follows), past.last)
    return before is not None and _swapped(before, session) and _on_one_day(before, session)


def _swapped(before: Session, session: Session) -> bool:
    """Whether whoever is coached now held another chair then."""
    now, then = session.coachee, before.coachee
    return now is not None and then is not None and now.id != then.id


def _on_one_day(before: Session, session: Session) -> bool:
    return (
        before.started is not None and session.started is not None and before.started.date() == session.started.date()
    )


def _opened(session: Session) -> dict[str, bool]:
    """Of the steps that an option opens, whether one was picked that does. All in one go: each choice is read once."""
    found: dict[str, bool] = {}
    for step in session.framework.steps:
        if isinstance(step, ChooseStep) and step.openable:
            found |= {one: found.get(one, False) for one in step.openable}
            found |= {one: True for item, _ in picked(session, step.id) for one in step.opens(item)}
    return found
