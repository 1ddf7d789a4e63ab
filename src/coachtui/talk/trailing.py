"""The stages along the top: which there are, and how far the talk is. Writes nothing."""

from coachtui.flow.moves import WANTED, is_idle
from coachtui.flow.spots import spots
from coachtui.framework.steps import BaseStep, GuideStep
from coachtui.session.spot import Spot
from coachtui.talk.holder import Holder
from coachtui.talk.moving import captured
from coachtui.talk.view import Progress, Stop


def trail(talk: Holder) -> tuple[Stop, ...]:
    """The stages of the talk in order, and how far we are."""
    first: dict[str, Spot] = {}
    seen: dict[str, bool] = {}
    left: set[str] = set()
    for spot in spots(talk.session, talk.past):
        step = talk.session.framework.step(spot.step)
        name, said = _stage(step), captured(talk, spot)
        first.setdefault(name, spot)
        seen[name] = seen.get(name, False) or said
        if not said and not may_be_left(step) and not is_idle(talk.session, spot):
            left.add(name)
    first = _with_rounds_to_come(talk, first)
    here, names = _stage(talk.session.framework.step(talk.spot.step)), list(first)
    behind = names[: names.index(here)] if here in names else []

    def progress(name: str) -> Progress:
        if name == here:
            return "here"
        done = seen.get(name) and name not in left
        return "done" if done else "passed" if name in behind else "ahead"

    return tuple(Stop(name, progress(name), spot) for name, spot in first.items())


def may_be_left(step: BaseStep) -> bool:
    """Whether a stage is done without this step: it is only offered, or there is nothing to answer."""
    return step.optional or step.when == WANTED or isinstance(step, GuideStep)


def _with_rounds_to_come(talk: Holder, first: dict[str, Spot]) -> dict[str, Spot]:
    """The stages, with those of a round for which nobody is named yet: else the path would grow while one walks it.

    A click on such a stage goes to where its people or notes are named.
    """
    order = spots(talk.session, talk.past)
    here = order.index(talk.spot) if talk.spot in order else 0
    ahead = {one.step: one for one in reversed(order[here:])}
    found: dict[str, Spot] = {}
    for step in talk.session.framework.steps:
        round_ = talk.session.framework.round_of(step.id)
        each = round_.for_each if round_ is not None else None
        if _stage(step) in first:
            found[_stage(step)] = first[_stage(step)]
        elif isinstance(each, str) and each in ahead:
            found[_stage(step)] = ahead[each]
    return found


def _stage(step: BaseStep) -> str:
    return step.stage or step.title
