"""Taking in a line at the actions: what will be done, by when and by whom. See `taking`; the editor does the writing."""

import re

from coachtui.errors import UserError
from coachtui.flow.past import next_meeting
from coachtui.flow.places import action_fields
from coachtui.framework.steps import ActionsStep
from coachtui.session.editor import brief
from coachtui.session.items import ItemView
from coachtui.session.lookups import name_of
from coachtui.session.spot import Place
from coachtui.session.things import Action
from coachtui.talk.belonging import meant, number_and_rest, numbered
from coachtui.talk.dates import (
    is_before_it,
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
from coachtui.talk.next_promise import is_next_promise
from coachtui.talk.promises import actions_at, chosen, offered
from coachtui.talk.smaller import put_smaller
from coachtui.talk.taking import take
from coachtui.talk.view import Reply

BY_WHEN = "by when"

#: Two halves of an answer that says who and when: "Mei, friday", "Friday: Mei and Tom", "Mei by friday".
_HALVES = re.compile(
    r"\s*(\S[^,;:]{0,60}?)\s*(?:[,;:]|\s(?:by|on|before)(?=\s))\s*(\S.*?)\s*$", re.IGNORECASE | re.DOTALL
)
_A_NAME = re.compile(r"[^\W\d_][\w.'\u2019-]*(?:(?:\s+(?:and|&)\s+|\s+)[^\W\d_][\w.'\u2019-]*){0,3}")
#: Words that stand beside a day with a capital letter, and are nobody's name.
_NO_NAMES = frozenset({"after", "afternoon", "assembly", "before", "break", "evening", "lunch", "lunchtime", "morning"})
_NO_NAMES |= {
    "at",
    "by",
    "end",
    "first",
    "half",
    "in",
    "maybe",
    "no",
    "not",
    "on",
    "or",
    "period",
    "school",
    "the",
    "then",
}

#: A number and a blank before words: "1 on monday".
_GAP = re.compile(r"^\s*(\d{1,3})\s+(?=[^\W\d_])")
_NO_MEETING_YET = "Kept. It is the day of your next meeting, as soon as you name one."


@take.register
def _actions(step: ActionsStep, talk: Holder, text: str) -> Reply:
    field = talk.place.field or "what"
    if talk.pending is not None and field != "what":
        if field == BY_WHEN and _says_the_next(step, talk, text):
            return _next_promise(step, talk, talk.pending, text)
        return _field(step, talk, talk.pending, text)
    smaller = put_smaller(talk, text)
    if smaller is not None:
        return smaller
    found = actions_at(talk.session, talk.spot)
    named = numbered(_GAP.sub(r"\1, ", text))
    its = next((one for one in found if named is not None and one.id == talk.numbers.get(named[0])), None)
    if its is not None and named is not None and is_whole_day(named[1], talk.today()):
        said = add_day(talk, its, named[1])
        return Reply(said=(f"The day of {its.text}: {said[0]}", *said[1:]))
    if found and _with_its_day(step, talk, text) is None and is_whole_day(text, talk.today()):
        # Nobody promises a day: it is that of the promise just made.
        said = add_day(talk, found[-1], text)
        return Reply(said=(f"The day of {found[-1].text}: {said[0]}", *said[1:]))
    return Reply(said=_take_down(step, talk, text))


def _take_down(step: ActionsStep, talk: Holder, text: str) -> tuple[str, ...]:
    """Keep a promise; what else is asked for each is asked next. Returns quiet words, of a day that was said with it."""
    found = _with_its_day(step, talk, text)
    if found is not None:
        talk.newest = talk.editor.commit(talk.spot, found[0].text, source=found[0].id)
    else:
        talk.newest = _committed(step, talk, text)
    asked = action_fields(talk.session, step)
    if asked:
        talk.stand(Place(field=asked[0]))
        talk.pending = talk.newest
    if found is None:
        return ()
    said = add_day(talk, _action(talk, talk.newest), found[1])
    if asked[:1] == (BY_WHEN,):
        talk.next_field()
    return said


def _with_its_day(step: ActionsStep, talk: Holder, text: str) -> tuple[ItemView, str] | None:
    """One of what was chosen, by its number or place, and nothing behind it but a day: "1, on monday". None for others."""
    left, every = offered(talk.session, step, talk.spot), chosen(talk.session, step)
    found = number_and_rest(text, left, every) or number_and_rest(_GAP.sub(r"\1, ", text), left, every)
    return found if found is not None and is_whole_day(found[1], talk.today()) else None


def _says_the_next(step: ActionsStep, talk: Holder, text: str) -> bool:
    """Whether the next promise was typed where the day of this one is asked for."""
    if _who_and_when(step, talk, text)[0] is not None or names_next_meeting(text):
        return False
    return is_next_promise(text, holds_a_day=read_day(text, talk.today()) is not None)


def _next_promise(step: ActionsStep, talk: Holder, before: str, text: str) -> Reply:
    """Take a line as the next promise, and say what becomes of the day of the one before."""
    one = _action(talk, before)
    left = f'the day of "{brief(one.text)}" {"stays in your words" if one.fields.get(BY_WHEN) else "is left open"}'
    talk.stand(Place(field="what"))
    said = _take_down(step, talk, text)
    return Reply(said=(f'New: "{brief(_action(talk, talk.newest or "").text)}"; {left}.', *said))


def _committed(step: ActionsStep, talk: Holder, text: str) -> str:
    """Take down what will be done, in words or by the number of what was chosen. Gives its id."""
    every = chosen(talk.session, step)
    one = meant(text, every, offered(talk.session, step, talk.spot))
    return talk.editor.commit(talk.spot, one.text, source=one.source)


def _field(step: ActionsStep, talk: Holder, action: str, text: str) -> Reply:
    """Fill the field that is asked for. Where no day was found in the words, it is asked once more."""
    field = talk.place.field or "what"
    before = _action(talk, action)
    who, words = _who_and_when(step, talk, text) if field == BY_WHEN else (None, text)
    said = add_day(talk, before, words) if field == BY_WHEN else set_field(talk, action, field, words)
    if who is not None:
        set_field(talk, action, "who", who)
        said = (*said, f"Who: {name_of(talk.session, _action(talk, action).who or '')}.")
    if field == BY_WHEN and not before.fields.get(BY_WHEN) and not _settled(talk, action):
        return Reply()  # the question itself says why it is asked again
    talk.next_field(skip="who" if who is not None else "")
    return Reply(said=said)


def _settled(talk: Holder, action: str) -> bool:
    """Whether the day is clear: one was read, it was left open on purpose, or it is the day of a meeting to be named."""
    one = _action(talk, action)
    words = one.fields.get(BY_WHEN, "")
    return one.due is not None or is_open(words) or (names_next_meeting(words) and _asks_when_next(talk))


def _asks_when_next(talk: Holder) -> bool:
    return any(step.means == "next-date" for step in talk.session.framework.steps)


def _who_and_when(step: ActionsStep, talk: Holder, text: str) -> tuple[str | None, str]:
    """Whose it is and by when, where one line says both; else nobody, and the line as it is."""
    halves = _HALVES.fullmatch(text)
    if halves is None or "who" not in step.fields:
        return None, text
    today = talk.today()
    for who, when in ((halves[1], halves[2]), (halves[2], halves[1])):
        if read_day(when, today) is not None and _is_somebody(talk, who):
            return who, when
    return None, text


def _is_somebody(talk: Holder, words: str) -> bool:
    """Whether these words are a person: one who takes part, or a name as names are written."""
    if words.lower() in _people(talk):
        return True
    each = [one for one in words.replace("&", "and").split() if one != "and"]
    named = all(one[0].isupper() and one.lower() not in _NO_NAMES for one in each)
    return bool(_A_NAME.fullmatch(words)) and named and read_day(words, talk.today()) is None


def _people(talk: Holder) -> dict[str, str]:
    """The ids of those who take part, by their names and by their roles."""
    return {one.role.lower(): one.id for one in talk.session.people} | {
        one.name.lower(): one.id for one in talk.session.people
    }


def set_field(talk: Holder, action: str, field: str, text: str) -> tuple[str, ...]:
    """Fill one field of an action: a day where one is asked for, a person where one is meant. Returns quiet words."""
    if field == BY_WHEN:
        return (_set_day(talk, action, text),)
    if field == "who":
        if text.strip().isdecimal():
            raise UserError("Whose is it? A name is asked for; an empty line leaves it as it is.")
        talk.editor.set_who(action, _people(talk).get(text.strip().lower(), text.strip()))
        return ()
    talk.editor.set_field(action, field, text)
    return ()


def add_day(talk: Holder, action: Action, text: str) -> tuple[str, ...]:
    """Add a day to an action. What was said of it before, in words that named none, stays as it was said, beside the day."""
    had = action.fields.get(BY_WHEN, "")
    if not had or action.due is not None or is_open(had) or knows_none(had):
        return (_set_day(talk, action.id, text),)
    only = is_open(text) or (is_whole_day(text, talk.today()) and not is_before_it(text))
    return (_set_day(talk, action.id, text, had if only or text.strip() == had else f"{had}; {text.strip()}"),)


def _set_day(talk: Holder, action: str, text: str, words: str = "") -> str:
    """Keep the words, and the day that they name; returns what is said back. `words`: kept instead of those that name it."""
    today, words = talk.today(), words or text
    day = read_day(text, today)
    if day is None and names_next_meeting(text):
        day = next_meeting(talk.session, talk.past)
        talk.editor.set_field(action, BY_WHEN, words, due=day)
        return f"The day of your next meeting: {spoken(day)}." if day is not None else _NO_MEETING_YET
    talk.editor.set_field(action, BY_WHEN, words, due=day)
    said = said_of_day(day, text, today)
    more = day is not None and (words != text or names_an_hour(text) or not is_whole_day(text, today))
    return f"{said} Your words stay beside it." if more else said


def newest_action(talk: Holder) -> str:
    """The action that is being taken down, or the last one here. UserError where there is none."""
    found = actions_at(talk.session, talk.spot)
    if not found:
        raise UserError("There is no action here yet.")
    return talk.pending if talk.pending in [one.id for one in found] else found[-1].id


def _action(talk: Holder, action: str) -> Action:
    return next(one for one in actions_at(talk.session, talk.spot) if one.id == action)
