"""Which questions are asked where the entry line stands, this room's own among them. Pure; writes nothing."""

from coachtui.flow.asking import FOLLOW, questions
from coachtui.flow.places import TABLE
from coachtui.framework.steps import ActionsStep, AgreementStep, RateStep
from coachtui.session.wording import filled
from coachtui.talk import at_agreement
from coachtui.talk.moment import Moment
from coachtui.talk.promises import field_asked


def asking(at: Moment) -> tuple[str, ...]:
    """All questions of this place: the first is shown, the rest are another way to ask; never empty."""
    step, place = at.step, at.place
    follow = place.field is not None and place.field.startswith(FOLLOW)
    if isinstance(step, AgreementStep) and not follow:
        own = at_agreement.question(at.session, step, at.spot, place)
        # What the format asks helps to talk about the whole; of one row, and of the limits, one thing is asked.
        whole = place.field == TABLE or at_agreement.is_about_sentences(at.session, at.spot, place)
        others = questions(at.session, at.spot, place) if whole or not own else ()
        return (*([own] if own else []), *others) or (filled(at.session, at.spot, step.title),)
    if isinstance(step, RateStep) and place.field in ("end:low", "end:high"):
        end = step.scale[place.field == "end:high"]
        return (f"What would {end} be, in a few words of your own?",)
    if isinstance(step, ActionsStep) and place.field not in (None, "what") and not follow:
        return (field_asked(at, str(place.field)),)
    asked = questions(at.session, at.spot, place)
    if at.check is not None and at.check.ask and not follow:
        return (filled(at.session, at.spot, at.check.ask), *asked[1:])
    return asked or (filled(at.session, at.spot, step.title),)
