"""The short way to the close: offered when the time left only just fits it, once, and never where nothing is skipped."""

from dataclasses import replace

import pytest
from tests.talk.holding import Held, hold, shipped

from coachtui.flow.moves import next_spot
from coachtui.flow.offers import offers
from coachtui.flow.pace import minutes_at, short_way
from coachtui.flow.past import NO_PAST
from coachtui.flow.spots import spots
from coachtui.framework.steps import ActionsStep, ChooseStep
from coachtui.session.models import Working
from coachtui.session.spot import Spot

#: Each shipped format, the step that its choice is made from, and the choice.
FORMATS = [
    ("grow", "options", "pick"),
    ("instant-pay-off", "ways", "choose"),
    ("perspective-circles", "me", "worth-checking"),
    ("whats-working-well", "how-up", "forward"),
]
CHOICE = "Time for the close. The short way: choose one way and one action."


def spent(held: Held, minutes: float, at: Spot | None = None) -> Working:
    """The conversation after so many minutes, standing somewhere."""
    here = held.talk.working.at(at or held.talk.spot)
    return replace(here, elapsed={here.spot.key: round(minutes * 60)})


def begun(name: str, source: str) -> Held:
    """A conversation in which there is something to choose from."""
    held = hold(shipped(name))
    held.go(source).say("One way", "Another way")
    return held


@pytest.mark.parametrize(("name", "source", "choice"), FORMATS)
def test_with_time_in_hand_nothing_is_offered(name: str, source: str, choice: str) -> None:
    held = begun(name, source)
    passed = 0.0
    for spot in spots(held.session, NO_PAST):
        # Somebody who keeps exactly to the plan hears nothing of it.
        assert short_way(spent(held, passed, spot), NO_PAST) is None, spot
        passed += minutes_at(held.session, NO_PAST, spot) or 0.0
    assert held.session.framework.step(choice).kind == "choose"


@pytest.mark.parametrize(("name", "source", "choice"), FORMATS)
def test_late_it_leads_to_the_choice_and_from_there_to_the_action(name: str, source: str, choice: str) -> None:
    held = begun(name, source)
    for spot in spots(held.session, NO_PAST):
        if spot == Spot(choice):
            break
        late = spent(held, held.session.minutes, spot)
        found = short_way(late, NO_PAST)
        order = spots(held.session, NO_PAST)
        if order[order.index(spot) + 1] == Spot(choice):
            assert found is None, "it is the next step anyway"
            continue
        assert found is not None, spot
        assert (found.say, found.to, found.again) == (CHOICE, Spot(choice), False)
        assert isinstance(held.session.framework.step(found.to.step), ChooseStep)
        following = next_spot(late.at(found.to), NO_PAST).spot
        assert following is not None
        assert isinstance(held.session.framework.step(following.step), ActionsStep)


@pytest.mark.parametrize("name", ["grow", "instant-pay-off", "whats-working-well"])
def test_where_nothing_can_be_chosen_from_it_leads_to_the_action(name: str) -> None:
    held = hold(shipped(name))
    found = short_way(spent(held, held.session.minutes), NO_PAST)
    assert found is not None
    assert (found.say, found.to) == ("Time for the close. The short way: one action.", Spot("actions"))


def test_it_comes_when_choice_action_and_close_just_fit() -> None:
    held = begun("instant-pay-off", "ways")
    whole = held.session.minutes
    first = next(one / 4 for one in range(4 * whole + 1) if short_way(spent(held, one / 4, Spot("blocks")), NO_PAST))
    kept = [one for one in spots(held.session, NO_PAST) if one.step.startswith(("choose", "actions", "close-short/"))]
    needed = sum(
        held.session.framework.step(one.step).minutes or 0 for one in kept
    )  # a longer talk stretches these not
    assert needed < whole - first + 0.25 <= needed + 1.5


def test_an_action_that_is_being_asked_for_is_not_passed_by() -> None:
    held = begun("grow", "options")
    late = spent(held, 60, Spot("actions"))
    assert short_way(late, NO_PAST) is None
    held.go("actions").say("Ask Jo")
    done = short_way(spent(held, 60, Spot("actions")), NO_PAST)
    assert done is not None
    assert (done.say, done.to) == ("Time for the close.", Spot("close/leaving"))


def test_from_paper_there_is_no_clock_and_a_closed_talk_is_over() -> None:
    paper = hold(shipped("grow"), from_paper=True)
    assert short_way(spent(paper, 90), NO_PAST) is None
    closed = hold(shipped("grow"))
    closed.say("/end", "/end")
    assert short_way(spent(closed, 90), NO_PAST) is None


def takable(held: Held, at: Spot) -> list[str]:
    """What can be taken at a spot when the whole time has passed."""
    late = spent(held, 60, at)
    return [one.say.partition(".")[0] for one in offers(late, NO_PAST) if one.to is not None]


def test_one_thing_is_offered_at_a_time() -> None:
    held = hold(shipped("perspective-circles"))
    held.go("who").say("A colleague", "The head of year")
    first = next(one for one in spots(held.session, NO_PAST) if one.step == "them")
    held.go("them", first.item).say("I see no way")
    assert takable(held, first) == ["Time for the close"], "not the rest of the round as well"
    sure = begun("grow", "options")
    sure.go("pick").say("1")
    sure.go("commitment").say("4")
    assert takable(sure, Spot("commitment")) == ["Below 7"], "first what the answer asks for"
