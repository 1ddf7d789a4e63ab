"""Going back to the place just left, and going through the parts of something. Writes nothing but where we are."""

from coachtui.flow.moves import back_spot
from coachtui.flow.places import places
from coachtui.flow.spots import spots
from coachtui.session.spot import Place, Spot
from coachtui.talk.holder import Holder
from coachtui.talk.view import Reply
from coachtui.talk.whereabouts import is_follow


def back(talk: Holder, _: str) -> Reply:
    """The place just left, in this step or another. Where nothing was left in this window, what comes before this."""
    if _come_back(talk):
        return Reply(moved=True)
    before = [one for one in talk.places() if not is_follow(one)]
    at = before.index(talk.place) if talk.place in before else 0
    if at > 0:
        talk.come_to(talk.spot, before[at - 1], set(before[:at]))
        return Reply(moved=True)
    spot = back_spot(talk.working, talk.past)
    if spot is None:
        return Reply(said=("This is the first step.",))
    _come_to_end_of(talk, spot)
    return Reply(moved=True)


def _come_back(talk: Holder) -> bool:
    """Stand again at the place just left that is still there. Says whether there was one."""
    order = spots(talk.session, talk.past)
    while talk.before:
        last = talk.before.pop()
        gone = last.spot not in order or last.place not in places(talk.session, talk.past, last.spot)
        if not gone and (last.spot, last.place) != (talk.spot, talk.place):
            talk.come_to(last.spot, last.place, set(last.visited))
            return True
    return False


def _come_to_end_of(talk: Holder, spot: Spot) -> None:
    """Go to a spot that comes before: to its last place, as if it had been gone through."""
    found = [one for one in places(talk.session, talk.past, spot) if not is_follow(one)]
    talk.come_to(spot, found[-1], set(found))


def go_through(talk: Holder, first: Place) -> None:
    """Stand at the first of the parts of something that was asked about as a whole; all of them are asked anew."""
    found = talk.places()
    talk.visited -= set(found[found.index(first) :])
    talk.stand(first)
