"""Taking in a line at the review: what became of what was promised. See `taking`; the editor does the writing."""

import re

from coachtui.flow.places import reviewed
from coachtui.framework.steps import ReviewStep
from coachtui.session.lookups import find
from coachtui.session.records import ReviewRecord
from coachtui.session.spot import Place
from coachtui.session.things import STATUSES, ActionRef, Event, Remark, Status
from coachtui.talk.asked import Asked
from coachtui.talk.holder import Holder
from coachtui.talk.taking import LEADING, as_remark, take
from coachtui.talk.view import Reply

_FIRST_WORD = re.compile(r"\s*([A-Za-z]+)[\s,.:;-]*(.*)$", re.DOTALL)

#: Answers that leave all the others for another time.
_SKIPS = ("skip", "skip them", "skip the rest", "skip all", "later", "next")

_DOUBT = "Kept. Is it done? y, or: moving, stuck, dropped."
_NOT_DONE = "Is it moving, stuck or dropped? Enter leaves it as it is."

_YES = re.compile(
    r"(?:yes|y|yep|yeah|yup|sure|of course)(?:[\s,.!]+(?:i|we|it|did|it's|is|have|has|all|done|that))*[.!]*",
    re.IGNORECASE,
)
_NO = re.compile(r"(?:no|n|nope|not yet|not really)[\s.!]*", re.IGNORECASE)

_MOVING = (
    r"(?:have )?(?:started|begun)|began|half[- ]?(?:way )?(?:done|through|there)|halfway|partly(?: done)?|nearly(?: done)?"
    r"|almost(?: done)?|in progress|under way|on the way|working on it|some of (?:it|them)|still going on"
)
_STUCK = r"(?:got |am |is |still )?stuck|got nowhere|could ?n[o'\u2019]?t(?: do it)?|could not(?: do it)?"
_DROPPED = r"dropped(?: it)?|gave (?:it )?up(?: on it)?|given up|let it go|not needed(?: any ?more)?|no longer needed"
_DONE = (
    r"(?:i |we |have |'ve )*(?:did|done|finished|completed)(?: it| that| this| them| all| both| so)+"
    r"|all done|(?:is|it's|that's|was|have|got it) done|it happened|sorted"
)
#: What people say of what they did, and the status it means; what is partly done is told apart first.
_PHRASES: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("moving", re.compile(rf"\b(?:{_MOVING})\b", re.IGNORECASE)),
    ("stuck", re.compile(rf"\b(?:{_STUCK})\b", re.IGNORECASE)),
    ("dropped", re.compile(rf"\b(?:{_DROPPED})\b", re.IGNORECASE)),
    ("done", re.compile(rf"\b(?:{_DONE})\b", re.IGNORECASE)),
)
_NOT = re.compile(r"\b(?:not|never|nobody|no one|only|without|but)\b|n['\u2019]t\b", re.IGNORECASE)


@take.register
def _review(step: ReviewStep, talk: Holder, text: str) -> Reply:
    field = talk.place.field
    earlier = {one.ref.id: one for one in reviewed(talk.session, talk.past, step)}
    leading = LEADING.match(text)
    if leading and talk.numbers.get(int(leading[1])) in earlier and understood(leading[2])[0] is not None:
        field, text = talk.numbers[int(leading[1])], leading[2]
    if not earlier or field not in earlier:
        return as_remark(talk, text)
    if text.strip().lower().rstrip(".") in _SKIPS:
        return talk.leave_spot()
    if _NO.fullmatch(text.strip()):
        return Reply(said=(_NOT_DONE,))
    status, learned = understood(text)
    ref = ActionRef(session=earlier[field].ref.session, id=field)
    before = _told_before(talk, ref)
    if status is None and before is not None:
        # What became of it stands already: these are words about it.
        status, learned = before.status, "\n".join(one for one in (before.learned, text.strip()) if one)
    return _told(talk, ref, status, learned) if status is not None else _asked(talk, ref, text)


def _told_before(talk: Holder, ref: ActionRef) -> Event | None:
    """What was said of it in this conversation."""
    record = talk.session.record(talk.spot)
    told = record.events if isinstance(record, ReviewRecord) else ()
    return next((one for one in told if one.action == ref and one.gone is None), None)


def _told(talk: Holder, ref: ActionRef, status: Status, learned: str) -> Reply:
    """Keep what became of it, with what was said of it just before where that left a doubt."""
    said = _said_just_before(talk)
    if said is not None and talk.place.field == ref.id:
        learned = "\n".join(one for one in (said.text, learned) if one)
        talk.editor.drop(said.id)
    talk.newest = talk.editor.report(talk.spot, ref, status, learned)
    talk.visited.add(Place(field=ref.id))
    if talk.place.field == ref.id:
        talk.step_on()
    return Reply()


def _asked(talk: Holder, ref: ActionRef, text: str) -> Reply:
    """Words that leave open what became of it: they are kept, and one short question is asked."""
    as_remark(talk, text)
    talk.doubt = (talk.place, talk.newest)
    talk.asked = Asked((_DOUBT,), lambda: _told(talk, ref, "done", ""))
    return Reply()


def _said_just_before(talk: Holder) -> Remark | None:
    """The words that left a doubt here, where they are the last thing that was said."""
    place, thing = talk.doubt
    found = find(talk.session, thing) if thing is not None and place == talk.place else None
    talk.doubt = (talk.place, None)
    return found.thing if found is not None and isinstance(found.thing, Remark) and found.thing.gone is None else None


def understood(text: str) -> tuple[Status | None, str]:
    """The status that a line tells of, and the words to keep with it. No status where there is a doubt.

    A status at its beginning counts; so do a yes, and what people say instead: "phoned one, did it, mother cried".
    """
    line = text.strip()
    if _YES.fullmatch(line):
        return "done", ""
    first = _FIRST_WORD.match(line)
    if first:
        word, rest = str(first[1]).lower(), str(first[2]).strip()
        short = len(word) > 1 and not rest
        meant: list[Status] = [one for one in STATUSES if one == word or (short and one.startswith(word))]
        if len(meant) == 1:
            return meant[0], rest
    for status, phrase in _PHRASES:
        found = phrase.search(line)
        if found:
            around = f"{line[: found.start()]} {line[found.end() :]}"
            if _NOT.search(around) or (status == "done" and line.endswith("?")):
                return None, ""
            return status, line if re.search(r"\w", around) else ""
    return None, ""
