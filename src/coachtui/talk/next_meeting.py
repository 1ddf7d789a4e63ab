"""When these people meet again: what is said back to a day, what stands already, and what was promised for it.

Pure but for the editor, which does the writing.
"""

from datetime import date

from coachtui.flow.past import agreed_before, called_off, day_in
from coachtui.framework.steps import BaseStep, TextStep
from coachtui.session.lookups import live
from coachtui.session.records import ActionsRecord
from coachtui.session.things import Action
from coachtui.session.wording import meaning
from coachtui.talk.dates import (
    is_open,
    is_whole_day,
    knows_none,
    names_an_hour,
    names_next_meeting,
    read_day,
    said_of_day,
    spoken,
)
from coachtui.talk.holder import Holder
from coachtui.talk.moment import Moment


def take_day(talk: Holder, text: str, by: str | None) -> tuple[str, ...]:
    """Keep a line where a day is asked for; the words beside the day are kept as a remark. Returns quiet words."""
    today = talk.today()
    before = talk.editor.passage_at(talk.spot, by)
    stands = day_in(before.text) if before is not None else None
    day = read_day(text, today, stands)
    talk.newest = talk.editor.say(talk.spot, day.isoformat() if day else text, by)
    said = said_of_day(day, text, today)
    if day is not None and before is not None and _are_words(before.text):
        talk.editor.remark(talk.spot, before.text)  # the day is added to what was said of it, and takes nothing away
        said = f"{said} What you said before stays as a remark."
    if day is not None and (names_an_hour(text) or not is_whole_day(text, today, stands)):
        talk.editor.remark(talk.spot, text)  # the record has room for a day only, and the rest is not to be lost
        said = f"{said} Your words are kept as a remark."
    if talk.session.framework.step(talk.spot.step).means != "next-date":
        return (said,)
    agreed = agreed_before(talk.session, talk.past)
    if called_off(text):
        return ("Taken away: no meeting is agreed on now.",)
    if day is None and agreed is not None:
        return (f"Kept. {spoken(agreed)} stands as agreed before.",)
    return (said, *_settled(talk))


def _are_words(text: str) -> bool:
    """Whether what stands for the day is neither a day nor leaves it open on purpose."""
    return day_in(text) is None and not is_open(text) and not called_off(text) and not knows_none(text)


def _settled(talk: Holder) -> tuple[str, ...]:
    """Give what was promised for the next meeting the day that was named for it now. Returns quiet words."""
    day = day_in(meaning(talk.session, "next-date"))
    waiting = [
        one
        for record in talk.session.records.values()
        if isinstance(record, ActionsRecord)
        for one in live(record.actions)
        if _waits_for_meeting(one, talk.today())
    ]
    if day is None or not waiting:
        return ()
    for one in waiting:
        talk.editor.set_field(one.id, "by when", one.fields["by when"], due=day)
    return (f"That is the day for: {'; '.join(one.text for one in waiting)}.",)


def _waits_for_meeting(one: Action, today: date) -> bool:
    words = one.fields.get("by when", "")
    return names_next_meeting(words) and read_day(words, today) is None


def stands_already(at: Moment) -> date | None:
    """At the question when these people meet again: the day they agreed on before, where it stands still."""
    step: BaseStep = at.step
    if not isinstance(step, TextStep) or step.means != "next-date" or meaning(at.session, "next-date"):
        return None
    return agreed_before(at.session, at.past)
