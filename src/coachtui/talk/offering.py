"""Which offers are in sight where the entry line stands: what is shown, and so what can be taken. Writes nothing."""

from coachtui.flow.offers import Offer, offers
from coachtui.framework.steps import ActionsStep, NotesStep
from coachtui.talk.holder import Holder
from coachtui.talk.whereabouts import is_follow


def in_sight(talk: Holder) -> tuple[tuple[Offer, bool], ...]:
    """The offers shown now, each with whether it is for somebody who is about to go on."""
    step = talk.session.framework.step(talk.spot.step)
    counts, going = isinstance(step, NotesStep | ActionsStep), is_last_place(talk)
    found: list[tuple[Offer, bool]] = []
    for one in offers(talk.working, talk.past):
        leaving = one.leaving or (counts and one.to is None and not one.because)
        # While a tag is asked for, how many there are is not said; what can be taken stays.
        if not leaving or (going and (talk.pending is None or one.to is not None)):
            found.append((one, leaving))
    return tuple(found)


def is_last_place(talk: Holder) -> bool:
    """Whether an empty line would end the taking down of answers here; only follow-up questions may still come."""
    if is_follow(talk.place):
        return False
    following = talk.next_place()
    return following is None or is_follow(following)
