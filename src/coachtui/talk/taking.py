"""Taking in a line: what it means at each kind of step. One function a kind; the editor does the writing.

No line that holds words is ever refused because it has the wrong form: what is not an answer here is kept as a remark, and
the reply says so and what the answer would look like. A refusal (UserError) hands the line back.
"""

import re
from functools import singledispatch

from coachtui.errors import UserError
from coachtui.flow.asking import FOLLOW
from coachtui.framework.steps import (
    ActionsStep,
    AgreementStep,
    BaseStep,
    ChooseStep,
    GuideStep,
    Level,
    LinkStep,
    NotesStep,
    RateStep,
    ReviewStep,
    TextStep,
)
from coachtui.session.boards import canvas, columns, options, rows
from coachtui.session.records import ChooseRecord, RateRecord
from coachtui.session.spot import Place
from coachtui.session.things import STATUSES, ActionRef, Status
from coachtui.talk.bodies import rate_cells
from coachtui.talk.dates import read_day, spoken
from coachtui.talk.holder import Holder
from coachtui.talk.promises import actions_at, offered
from coachtui.talk.view import Reply

_NUMBERS = re.compile(r"\s*(\d{1,4}(?:[\s,;]+\d{1,4})*)\s*$")
_LEADING = re.compile(r"\s*(\d{1,4})[\s,.:;)-]+(.*\S)\s*$")
_RATING = re.compile(r"\s*(-?\d{1,6}(?:[.,]\d{1,3})?)(?:[\s,.:;-]+(.*))?$", re.DOTALL)
_FIRST_WORD = re.compile(r"\s*([A-Za-z]+)[\s,.:;-]*(.*)$", re.DOTALL)

_LEVELS: dict[str, Level] = {
    "y": "yes",
    "yes": "yes",
    "n": "no",
    "no": "no",
    "a": "ask",
    "ask": "ask",
    "ask first": "ask",
}


@singledispatch
def take(step: BaseStep, talk: Holder, text: str) -> Reply:
    """Take in a line with words in it, at this kind of step."""
    raise TypeError(step.kind)


def take_line(talk: Holder, text: str) -> Reply:
    """Take in a line where the entry line stands: a follow-up question first, then by kind."""
    step = talk.session.framework.step(talk.spot.step)
    field = talk.place.field
    if field is not None and field.startswith(FOLLOW) and not _rates_anew(talk, step, text):
        asked = step.follow[int(field.removeprefix(FOLLOW))]
        talk.newest = talk.editor.remark(talk.spot, text, to=asked)
        talk.step_on()
        return Reply()
    return take(step, talk, text)


def as_remark(talk: Holder, text: str, why: str = "") -> Reply:
    """Keep a line as a remark, and say what an answer would look like."""
    talk.newest = talk.editor.remark(talk.spot, text)
    return Reply(said=(f"Kept as a remark. {why}".strip(),))


def _numbers(text: str) -> list[int] | None:
    """The numbers of a line that holds nothing else."""
    found = _NUMBERS.match(text)
    return [int(one) for one in re.split(r"[\s,;]+", found[1])] if found else None


def shown(talk: Holder, number: int) -> str:
    """The id of the thing with this number on show. UserError where there is none."""
    if number not in talk.numbers:
        raise UserError(f"There is no number {number} here.")
    return talk.numbers[number]


@take.register
def _guide(step: GuideStep, talk: Holder, text: str) -> Reply:
    return as_remark(talk, text)


@take.register
def _text(step: TextStep, talk: Holder, text: str) -> Reply:
    by = talk.place.by
    if step.lines == "many":
        talk.newest = talk.editor.add_line(talk.spot, text, by)
        return Reply()
    day = read_day(text, talk.today()) if step.lines == "date" else None
    had = talk.editor.passage_at(talk.spot, by)
    talk.newest = talk.editor.say(talk.spot, day.isoformat() if day else text, by)
    if step.lines == "date":
        said = f"{spoken(day)}." if day else "Kept in your words; no day was read from it."
        return Reply(said=(said,))
    return Reply(said=("The earlier wording is kept.",) if had else ())


# -- notes


@take.register
def _notes(step: NotesStep, talk: Holder, text: str) -> Reply:
    if talk.pending is not None and _tags(step, talk, text):
        return Reply()
    sorted_ = _sorts(step, talk, text)
    if sorted_ is not None:
        return sorted_
    place = talk.place
    talk.newest = talk.editor.add_note(talk.spot, text, row=place.row, column=place.column, by=place.by)
    talk.pending = talk.newest if step.ask_tag and canvas(talk.session, step).tags else None
    return Reply()


def _tags(step: NotesStep, talk: Holder, text: str) -> bool:
    """Take a line as the tag of the note before, if it is one: its number, its name or its beginning."""
    note, talk.pending = talk.pending, None
    tag = match(text, list(canvas(talk.session, step).tags))
    if note is None or tag is None:
        return False
    talk.editor.set_tag(note, tag)
    return True


def match(text: str, names: list[str]) -> str | None:
    """The name that is meant by its number (from 1), by itself or by its beginning; None where that is not clear."""
    wish = text.strip().lower()
    if wish.isdigit():
        return names[int(wish) - 1] if 0 < int(wish) <= len(names) else None
    exact = [one for one in names if one.lower() == wish]
    begin = [one for one in names if wish and one.lower().startswith(wish)]
    found = exact or begin
    return found[0] if len(found) == 1 else None


def _sorts(step: NotesStep, talk: Holder, text: str) -> Reply | None:
    """Where earlier notes are sorted, two numbers move a note: `3 2` puts the third into the second column or row."""
    pair = _numbers(text) if step.start_with is not None else None
    if pair is None or len(pair) != 2:
        return None
    across, down = columns(talk.session, step), rows(talk.session, step)
    lines_ = across or down
    if not 0 < pair[1] <= len(lines_):
        raise UserError(f"There are {len(lines_)} places to move a note to.")
    to = lines_[pair[1] - 1]
    where = {"column": to.id} if across else {"row": to.id}
    talk.editor.move_note(talk.spot, shown(talk, pair[0]), **where)
    return Reply(said=(f"Moved to {to.name}.",))


# -- choose


@take.register
def _choose(step: ChooseStep, talk: Holder, text: str) -> Reply:
    found = options(talk.session, step, talk.spot)
    numbers = _numbers(text)
    if numbers is not None:
        bad = next((one for one in numbers if not 0 < one <= len(found)), None)
        if bad is not None:
            raise UserError(f"There are {len(found)} to choose from, and no number {bad}.")
        return _pick(step, talk, [found[one - 1].id for one in numbers])
    leading = _LEADING.match(text)
    if leading and step.reason and 0 < int(leading[1]) <= len(found):
        talk.editor.pick(talk.spot, found[int(leading[1]) - 1].id, reason=leading[2], by=talk.place.by)
        return Reply()
    named = [one.id for one in found if one.text.lower() == text.strip().lower()]
    if named:
        return _pick(step, talk, named)
    if step.may_add:
        added = talk.editor.add_option(talk.spot, text)
        talk.editor.pick(talk.spot, added, by=talk.place.by)
        talk.newest = added
        return Reply()
    return as_remark(talk, text, "To choose, type the number in front.")


def _pick(step: ChooseStep, talk: Holder, wished: list[str]) -> Reply:
    by = talk.place.by
    if step.dots:
        for item in dict.fromkeys(wished):
            talk.editor.pick(talk.spot, item, dots=wished.count(item), by=by)
        return Reply()
    record = talk.session.record(talk.spot)
    picks = record.picks if isinstance(record, ChooseRecord) else ()
    standing = {one.item for one in picks if one.gone is None and by in (None, one.by)}
    if len(wished) == 1 and wished[0] in standing:
        talk.editor.unpick(talk.spot, wished[0], by)
        return Reply(said=("Taken back.",))
    for item in wished:
        talk.editor.pick(talk.spot, item, by=by)
    return Reply()


# -- rate


def _rates_anew(talk: Holder, step: BaseStep, text: str) -> bool:
    """At the follow-up of a rating, a bare number changes the rating itself."""
    if not isinstance(step, RateStep):
        return False
    found = _RATING.match(text)
    if not found or found[2]:
        return False
    low, high = step.scale
    if not low <= float(found[1].replace(",", ".")) <= high:
        return False
    talk.place = rate_cells(talk.session, step, talk.spot)[-1]
    return True


@take.register
def _rate(step: RateStep, talk: Holder, text: str) -> Reply:
    if talk.place.field is not None:
        return _end(talk, text)
    found = _RATING.match(text)
    low, high = step.scale
    if not found:
        return as_remark(talk, text, f"A number from {low} to {high} is asked for.")
    value = float(found[1].replace(",", "."))
    place = talk.place
    talk.newest = talk.editor.rate(
        talk.spot, value, row=place.row, column=place.column, remark=found[2] or "", by=place.by
    )
    talk.step_on()
    return Reply()


def _end(talk: Holder, text: str) -> Reply:
    """The coachee names one end of the scale: the low one first, then the high one."""
    record = talk.session.record(talk.spot)
    low, high = (record.ends if isinstance(record, RateRecord) else None) or ("", "")
    at_low = talk.place.field == "end:low"
    talk.editor.name_ends(talk.spot, text if at_low else low, high if at_low else text)
    talk.step_on()
    return Reply()


# -- link


@take.register
def _link(step: LinkStep, talk: Holder, text: str) -> Reply:
    pair = _numbers(text)
    if pair is None or len(pair) != 2:
        return as_remark(talk, text, "Two numbers tie two things together: 2 5.")
    a, b = (shown(talk, one) for one in pair)
    try:
        talk.newest = talk.editor.tie(talk.spot, a, b)
    except UserError:
        talk.newest = talk.editor.tie(talk.spot, b, a)
    return Reply()


# -- actions


@take.register
def _actions(step: ActionsStep, talk: Holder, text: str) -> Reply:
    field = talk.place.field or "what"
    if talk.pending is not None and field != "what":
        said = set_field(talk, talk.pending, field, text)
        talk.stand(Place(field="what"))
        return Reply(said=said)
    left = offered(talk.session, step, talk.spot)
    number = _numbers(text)
    source = left[0] if left else None
    if number is not None and len(number) == 1 and left:
        wanted = shown(talk, number[0])
        source = next((one for one in left if one.id == wanted), None)
        if source is None:
            raise UserError(f"Number {number[0]} is not one of the things chosen before.")
        text = source.text
    talk.newest = talk.editor.commit(talk.spot, text, source=source.id if source else None)
    asked = [one for one in step.fields if one != "what"][:1]
    if asked:
        talk.stand(Place(field=asked[0]))
        talk.pending = talk.newest
    return Reply()


def set_field(talk: Holder, action: str, field: str, text: str) -> tuple[str, ...]:
    """Fill one field of an action: a day where one is asked for, a person where one is meant. Returns quiet words."""
    if field == "by when":
        day = read_day(text, talk.today())
        talk.editor.set_field(action, field, text, due=day)
        return (f"{spoken(day)}.",) if day else ("Kept in your words; no day was read from it.",)
    if field == "who":
        known = {one.name.lower(): one.id for one in talk.session.people}
        known |= {one.role.lower(): one.id for one in talk.session.people}
        talk.editor.set_who(action, known.get(text.strip().lower(), text.strip()))
        return ()
    talk.editor.set_field(action, field, text)
    return ()


def newest_action(talk: Holder) -> str:
    """The action that is being taken down, or the last one here. UserError where there is none."""
    found = actions_at(talk.session, talk.spot)
    if not found:
        raise UserError("There is no action here yet.")
    return talk.pending if talk.pending in [one.id for one in found] else found[-1].id


# -- agreement


@take.register
def _agreement(step: AgreementStep, talk: Holder, text: str) -> Reply:
    place, word = talk.place, text.strip().lower()
    if place.row is not None and place.column is not None:
        return _level(step, talk, text)
    if word in ("y", "yes") and place.field == "limits":
        talk.accept_here(step)
        return Reply(said=("Heard.",))
    if place.field == "limits" or place.field is None:
        return as_remark(talk, text)
    if word in ("y", "yes"):
        talk.accept_clause(place.field)
        talk.step_on()
        return Reply()
    following = talk.next_place()
    if word in ("n", "no"):
        talk.editor.strike(talk.spot, place.field)
        said = ("Struck out. Undo brings it back.",)
    else:
        new = talk.editor.reword_clause(talk.spot, place.field, text)
        talk.accept_clause(new)
        said = ("Agreed in these words.",)
    talk.stand(following or talk.places()[-1])
    return Reply(said=said)


def _level(step: AgreementStep, talk: Holder, text: str) -> Reply:
    place, spot = talk.place, talk.spot
    audience, content = place.column or "", place.row or ""
    level = _LEVELS.get(text.strip().lower())
    if level is not None:
        talk.editor.set_level(spot, audience, content, level)
        talk.step_on()
        return Reply()
    preset = match(text, list(step.presets))
    if preset is None:
        return as_remark(talk, text, "y, n or ask first; or the name of one of the usual agreements.")
    for kind, far in step.presets[preset].items():
        talk.editor.set_level(spot, audience, kind, far)
    rest = {one for one in talk.places() if one.column == audience}
    talk.visited |= rest
    talk.step_on()
    return Reply(said=(f"{audience}: {preset}.",))


# -- review


@take.register
def _review(step: ReviewStep, talk: Holder, text: str) -> Reply:
    action = next((one for one in talk.past.open_actions if one.ref.id == talk.place.field), None)
    status, learned = _status(text)
    if action is None or status is None:
        return as_remark(talk, text, "done, moving, stuck, dropped or open tells what became of it.")
    ref = ActionRef(session=action.ref.session, id=action.ref.id)
    talk.newest = talk.editor.report(talk.spot, ref, status, learned)
    talk.step_on()
    return Reply()


def _status(text: str) -> tuple[Status | None, str]:
    """The status a line begins with, and the words after it."""
    found = _FIRST_WORD.match(text)
    if not found:
        return None, ""
    word = found[1].lower()
    meant = [one for one in STATUSES if one == word or (len(word) > 1 and one.startswith(word))]
    return (meant[0], found[2].strip()) if len(meant) == 1 else (None, "")
