"""Making the view: what is asked, where we are in the trail, what is offered, what is shown beside. Writes nothing."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from coachtui.flow.asking import facet_at
from coachtui.flow.moves import next_spot
from coachtui.flow.pace import SHORT_WAY, minutes_at, spent
from coachtui.flow.spots import just_swapped, spots
from coachtui.framework.steps import (
    ActionsStep,
    AgreementStep,
    BaseStep,
    ChooseStep,
    GuideStep,
    NotesStep,
    RateStep,
    ReviewStep,
)
from coachtui.session.boards import line_name
from coachtui.session.editor import brief
from coachtui.session.lookups import live, name_of, still_parked
from coachtui.session.rounds import roles_at
from coachtui.session.spot import Place, Spot
from coachtui.session.wording import filled
from coachtui.talk import at_agreement
from coachtui.talk.agreed import remark_mark, step_sign
from coachtui.talk.bodies import body, entry
from coachtui.talk.dates import spoken
from coachtui.talk.hinting import sort_hint, text_hint
from coachtui.talk.holder import Holder
from coachtui.talk.moment import Moment
from coachtui.talk.moving import step_name
from coachtui.talk.next_meeting import stands_already
from coachtui.talk.offering import in_sight
from coachtui.talk.promises import chosen, left_open, offered
from coachtui.talk.questions import asking
from coachtui.talk.smaller import SMALLER
from coachtui.talk.summary import shown_beside
from coachtui.talk.trailing import trail
from coachtui.talk.view import (
    ActionsBody,
    AgreementBody,
    Body,
    Entry,
    LinkBody,
    OfferLine,
    RateBody,
    ReviewBody,
    TextBody,
    View,
)
from coachtui.talk.whereabouts import is_follow

#: What an empty line does where it closes the conversation: once somebody asked for that, and at the last step.
CLOSES, END = "closes it here", "the end"


def make_view(talk: Holder, at: Moment) -> View:
    """The whole view of a moment."""
    step, session = at.step, at.session
    asked = asking(at)
    drawn = body(step, at)
    author = session.person(talk.editor.author)
    facet = facet_at(session, step, at.spot, at.place)
    share = minutes_at(session, at.past, at.spot)
    coming = next_hint(talk, at)
    left = _clock_left(talk, at, share)
    own = (facet.hint if facet else None) or step.hint or ""
    view = View(
        framework=session.framework.name,
        spot=at.spot,
        kind=step.kind,
        stage=step.stage,
        title=step_name(talk, at.spot),
        trail=trail(talk),
        question=asked[talk.probe % len(asked)],
        probe=talk.probe % len(asked) + 1,
        probes=len(asked),
        place=at.place,
        place_name=place_name(at, at.place),
        body=drawn,
        next_hint=coming,
        ends=coming in (CLOSES, END),
        hint=_hint(talk, at, drawn, filled(session, at.spot, own)),
        follow=is_follow(at.place),
        shown=shown_beside(at),
        notices=_notices(talk, at, left),
        remarks=_remarks(at),
        offers=_offers(talk),
        do=() if session.from_paper else tuple(filled(session, at.spot, one) for one in step.do),
        avoid=() if session.from_paper else tuple(filled(session, at.spot, one) for one in step.avoid),
        speaks=_speaks(at),
        author=author.name if author else "",
        minutes=share,
        minutes_in_all=session.minutes,
        spent=None if session.from_paper else spent(talk.working),
        clock_left=left,
        silent=None if session.from_paper else _silent(step),
        hard_clock=step.clock == "hard" and not session.from_paper,
        private=step.private,
        travels=step_sign(session, step, at.spot),
        optional=step.optional,
        draft=talk.working.drafts.get(at.spot.key, ""),
        parked=len(still_parked(session)),
        ended=session.ended is not None,
    )
    return _hanging(talk, view)


def _hanging(talk: Holder, view: View) -> View:
    """While a short question of the program's own waits for a yes, only its answers stand there."""
    if talk.asked is None or not talk.asked.prompt:
        return view
    drawn = replace(view.body, hangs=True) if isinstance(view.body, AgreementBody) else view.body
    return replace(view, body=drawn, place_name=talk.asked.prompt, hint="Anything else leaves it", offers=())


def _silent(step: BaseStep) -> float | None:
    """Minutes of quiet that belong to a step."""
    return step.silent or (step.silent_first if isinstance(step, NotesStep) else None)


def takes_plain_yes(talk: Holder) -> bool:
    """Whether a bare y or n can only mean an offer here: where no free words are asked for."""
    step = talk.session.framework.step(talk.spot.step)
    return isinstance(step, RateStep | ChooseStep | GuideStep)


def place_name(at: Moment, place: Place) -> str:
    """What the entry line's place is called; empty where there is only one."""
    session, field = at.session, place.field
    if is_follow(place):
        return "one more question"
    parts = [line_name(session, one) for one in (place.row, place.column) if one is not None]
    if isinstance(at.step, AgreementStep) and not is_follow(place):
        return at_agreement.label(place)
    if isinstance(at.step, NotesStep) and at.step.row and at.step.column is None and len(parts) > 1:
        parts = parts[1:]
    if field is not None and field.startswith("end:"):
        return "the low end" if field == "end:low" else "the high end"
    if field is not None and isinstance(at.step, ActionsStep):
        return _action_place(at, at.step, field)
    if field is not None and isinstance(at.step, ReviewStep) and not is_follow(place):
        found = (one for one in at.past.open_actions if one.ref.id == field)
        return next((brief(one.action.text) for one in found), "")
    if place.by is not None:
        parts.insert(0, name_of(session, place.by))
    return " / ".join(parts)


def _action_place(at: Moment, step: ActionsStep, field: str) -> str:
    left = offered(at.session, step, at.spot) if field == "what" else ()
    if not left:
        return field
    return f"what, for {at.numbers.give(left[0].id)}" if len(chosen(at.session, step)) == 1 else "a number, or words"


def next_hint(talk: Holder, at: Moment) -> str:
    """What an empty line would do now."""
    if talk.end_asked == (talk.spot, talk.session):
        return CLOSES
    if at.pending is not None and at.place.field is not None:
        return left_open(at)
    if isinstance(at.step, AgreementStep) and (at.place.row is not None or at.place.field is not None):
        alone = at.session.person(talk.editor.author)
        who = alone.name if alone is not None else "everyone"
        if at.place.field == "limits":
            return f"heard by {who}"
        if at.place.row is not None:
            return "the rest stays as it stands"
        return f"{who} agrees to it as it stands" if alone is not None else "agreed as it stands"
    following = talk.next_place()
    if following is not None:
        if is_follow(following):
            return "one more question"
        return place_name(at, following) or "the next one"
    after = next_spot(talk.working, talk.past)
    if after.spot is None:
        return END
    word = "back to" if after.returning is not None else "next:"
    return f"{word} {step_name(talk, after.spot)}"


def _hint(talk: Holder, at: Moment, drawn: Body, own: str) -> str:
    """What stands in the empty entry line: the framework's words, or ours where they would not be true any more."""
    place = at.place
    if is_follow(place):
        return "A few words, or leave it"
    if isinstance(at.step, GuideStep):
        return "Nothing has to be typed here"
    if isinstance(at.step, AgreementStep):
        return own or at_agreement.hint(at.session, at.step, place)
    if isinstance(drawn, TextBody) and talk.editor.passage_at(at.spot, place.by) is not None:
        return text_hint(talk, at, drawn)
    if isinstance(drawn, ActionsBody):
        if at.check is not None and drawn.field == "what" and drawn.actions:
            return SMALLER.format(drawn.actions[0].number)
        return _action_hint(
            drawn, own, talk.today(), alone=isinstance(at.step, ActionsStep) and len(chosen(at.session, at.step)) == 1
        )
    if stands_already(at) is not None:
        return "Another day, or: cancelled"
    if isinstance(at.step, NotesStep) and at.step.start_with is not None:
        return sort_hint(drawn) or own
    return own or _shape_hint(drawn, place)


def _shape_hint(drawn: Body, place: Place) -> str:
    """What an answer looks like where the framework does not say."""
    if isinstance(drawn, LinkBody) and drawn.left.entries and drawn.right.entries:
        return f"One from each list: {drawn.left.entries[0].label} {drawn.right.entries[0].label}"
    if isinstance(drawn, RateBody) and place.field is None:
        return f"A number from {drawn.scale[0]} to {drawn.scale[1]}"
    if isinstance(drawn, ReviewBody) and place.field is not None:
        several = sum(not one.told for one in drawn.actions) > 1
        rest = "; skip leaves the rest" if several else ", and a few words"
        return f"done, moving, stuck or dropped{rest}"
    return ""


def _school_day(today: date) -> str:
    """A day of school about a week ahead, as an example of how one is said."""
    day = today + timedelta(days=7)
    day += timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
    return f"{day.day} {day:%b}"


def _action_hint(drawn: ActionsBody, own: str, today: date, *, alone: bool) -> str:
    """At what will be done, or at one field of it; `alone`: one thing was chosen before, and no other."""
    if drawn.field == "by when":
        return f"A day: Friday, {_school_day(today)}, in two weeks"
    if drawn.field == "who":
        return "A name"
    if drawn.field == "what" and drawn.offered:
        one = drawn.offered[0].number
        if alone:
            return own or f"In their words; {one} takes the words above"
        return own or f"{one} as it is; {one}: then your own words; or something new"
    return own if drawn.field == "what" else ""


def _clock_left(talk: Holder, at: Moment, share: float | None) -> int | None:
    """Whole seconds left where the method is the clock; 0 when they are over, None everywhere else."""
    if at.step.clock != "hard" or share is None:
        return None
    gone = talk.working.elapsed.get(at.spot.key, 0) + talk.unbooked()
    return max(0, math.ceil(share * 60 - gone))


def _notices(talk: Holder, at: Moment, left: int | None) -> tuple[str, ...]:
    """What is said quietly of itself: what should lie ready, and that the time of a step is over."""
    found: list[str] = list(talk.asked.words) if talk.asked is not None else []
    order = spots(at.session, at.past)
    begins = not at.session.from_paper and _first_page(talk, order) == at.spot
    # Said on arriving, and gone once anything was said: the page has other things to say then.
    begins = begins and at.place == talk.places()[0] and at.session.record(at.spot) is None
    if begins and just_swapped(at.session, at.past):
        found += _chairs(at)
    if begins and at.session.framework.materials:
        found.append(f"To have ready: {'; '.join(at.session.framework.materials)}.")
    stands = stands_already(at)
    if stands is not None:
        found.append(f"You meet on {spoken(stands)}. That stands unless another day is named here.")
    names = talk.afterwards() if len(order) > 1 and order[-1] == at.spot else ()
    if names:
        found.append(f"Afterwards, if you like: {' or '.join(names)}.")
    if left == 0:
        found.append(f"The time for this step is over. An empty line goes on ({next_hint(talk, at)}).")
    return tuple(found)


def _first_page(talk: Holder, order: Sequence[Spot]) -> Spot | None:
    """Where people begin: the first spot, or the one behind how they meet where that was known before they came."""
    return next((one for one in order if one == talk.spot or one.key in talk.working.elapsed), None)


def _chairs(at: Moment) -> list[str]:
    """Who thinks and who asks, once chairs were swapped."""
    thinks, asks = at.session.coachee, at.session.coach
    named = thinks is not None and asks is not None and thinks.name != thinks.role and asks.name != asks.role
    return (
        [f"Now {thinks.name} thinks, {asks.name} asks."]
        if named and thinks and asks
        else ["Now the chairs are swapped."]
    )


def _remarks(at: Moment) -> tuple[Entry, ...]:
    record = at.session.record(at.spot)
    remarks = record.remarks if record is not None else ()
    return tuple(
        replace(
            entry(at, one, (one.to,) if one.to and one.to not in at.step.ask else ()),
            travels=remark_mark(at.session, at.step, one),
        )
        for one in live(remarks)
    )


def _offers(talk: Holder) -> tuple[OfferLine, ...]:
    plain = takes_plain_yes(talk)
    return tuple(
        OfferLine(one.say, _spot_name(talk, one.to), plain, leaving, one.because.startswith(SHORT_WAY))
        for one, leaving in in_sight(talk)
    )


def _spot_name(talk: Holder, spot: Spot | None) -> str:
    return step_name(talk, spot) if spot is not None else ""


def _speaks(at: Moment) -> str:
    roles = roles_at(at.session, at.spot)
    if roles:
        return ", ".join(f"{role}: {name}" for role, name in roles)
    return at.step.speaks or ""
