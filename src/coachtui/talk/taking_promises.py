"""Taking in a line at the promises: actions, the agreement, the review. See `taking`; the editor does the writing."""

import re

from coachtui.errors import UserError
from coachtui.flow.places import AGAIN, TABLE, reviewed
from coachtui.framework.steps import CONTENTS, ActionsStep, AgreementStep, Content, Level, ReviewStep
from coachtui.session.clauses import levels_at
from coachtui.session.spot import Place
from coachtui.session.things import STATUSES, ActionRef, Status
from coachtui.talk.at_clause import agrees, declines, take_at_clause
from coachtui.talk.dates import names_an_hour, read_day, said_of_day
from coachtui.talk.holder import Holder
from coachtui.talk.levels import choose, usual_reader
from coachtui.talk.promises import actions_at, offered
from coachtui.talk.taking import LEADING, as_remark, match, numbers_of, shown, take
from coachtui.talk.view import Reply

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


# -- actions


@take.register
def _actions(step: ActionsStep, talk: Holder, text: str) -> Reply:
    field = talk.place.field or "what"
    if talk.pending is not None and field != "what":
        said = set_field(talk, talk.pending, field, text)
        talk.stand(Place(field="what"))
        return Reply(said=said)
    left = offered(talk.session, step, talk.spot)
    number = numbers_of(text)
    source = left[0] if left else None
    if number is not None:
        wanted = shown(talk, number[0]) if len(number) == 1 else None
        source = next((one for one in left if one.id == wanted), None)
        if source is None:
            raise UserError("An action is said in words, or by the number of one thing that was chosen before.")
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
        hour = day is not None and names_an_hour(text)
        return (
            f"{said_of_day(day, text)} Only the day is a date; your words stay beside it."
            if hour
            else said_of_day(day, text),
        )
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
    place = talk.place
    if place.row is not None and place.column is not None:
        return _level(step, talk, text)
    if place.field == AGAIN:
        return _again(step, talk, text)
    if agrees(text) and place.field == "limits":
        talk.accept_here(step)
        return Reply(said=("Heard.",))
    if place.field == TABLE:
        return _whole_table(step, talk, text)
    if place.field == "limits" or place.field is None:
        return as_remark(talk, text)
    return take_at_clause(talk, place.field, text)


def _whole_table(step: AgreementStep, talk: Holder, text: str) -> Reply:
    """The table told in a sentence: it stands, a usual agreement takes its place, or it is gone through cell by cell."""
    if agrees(text):
        return talk.go_on()
    if declines(text):
        talk.step_on()
        return Reply(said=("One by one, then.",), moved=True)
    reader = usual_reader(talk, step.audiences)
    preset = match(text, list(step.presets))
    if preset is not None:
        return choose(talk, talk.spot, step, reader, preset)
    change = _said_as_change(step, text)
    if change is None:
        return as_remark(talk, text, f"Enter agrees; n goes through it; a change: {reader}, actions: yes")
    return _changed(talk, *change)


def _again(step: AgreementStep, talk: Holder, text: str) -> Reply:
    """What was agreed at an earlier meeting is shown: it stands, is gone through, or one thing of it is changed."""
    if agrees(text):
        talk.accept_here(step)
        return talk.leave_spot()
    if declines(text):
        talk.step_on()
        return Reply(said=("One by one, then.",), moved=True)
    change = _said_as_change(step, text)
    if change is None:
        return as_remark(talk, text, "y leaves it as it is, n goes through it; a change: line manager, actions: yes")
    return _changed(talk, *change)


def _changed(talk: Holder, audience: str, content: Content, level: Level) -> Reply:
    """One level changes, and the table as it is then is accepted."""
    before = levels_at(talk.session, talk.spot).get(audience, {}).get(content, "no")
    talk.editor.set_level(talk.spot, audience, content, level)
    talk.accept_table_so_far()
    return Reply(said=(f"{audience}, {content}: {before} -> {level}" if before != level else "It says that already.",))


def _said_as_change(step: AgreementStep, text: str) -> tuple[str, Content, Level] | None:
    """A change of one level as it is told: `line manager, actions: yes`. None where it is something else."""
    words = " ".join(text.lower().replace(",", " ").replace(":", " ").split())
    for audience in step.audiences:
        rest = words.removeprefix(f"{audience.lower()} ")
        content: Content | None = next((one for one in CONTENTS if rest != words and rest.startswith(f"{one} ")), None)
        level = _LEVELS.get(rest.removeprefix(f"{content} ")) if content is not None else None
        if content is not None and level is not None:
            return audience, content, level
    return None


def _level(step: AgreementStep, talk: Holder, text: str) -> Reply:
    place, spot = talk.place, talk.spot
    audience, content = place.column or "", place.row or ""
    level = _LEVELS.get(text.strip().lower())
    if level is not None:
        talk.editor.set_level(spot, audience, content, level)
        following = talk.next_place()
        if talk.session.agreement is None or following is None or following.row is None:
            talk.accept_table_so_far()  # an answer that changes nothing is agreed to all the same
        talk.step_on()
        return Reply()
    preset = match(text, list(step.presets))
    if preset is None:
        return as_remark(talk, text, "y, n or ask first; or the name of one of the usual agreements.")
    reply = choose(talk, spot, step, audience, preset)
    talk.visited |= {one for one in talk.places() if one.column == audience}
    talk.step_on()
    return reply


# -- review


@take.register
def _review(step: ReviewStep, talk: Holder, text: str) -> Reply:
    field = talk.place.field
    earlier = {one.ref.id: one for one in reviewed(talk.session, talk.past, step)}
    leading = LEADING.match(text)
    if leading and talk.numbers.get(int(leading[1])) in earlier and _status(leading[2])[0] is not None:
        field, text = talk.numbers[int(leading[1])], leading[2]
    status, learned = _status(text)
    if not earlier:
        return as_remark(talk, text)
    if field not in earlier or status is None:
        return as_remark(talk, text, "To say what became of it: done, moving, stuck, dropped or open.")
    ref = ActionRef(session=earlier[field].ref.session, id=field)
    talk.newest = talk.editor.report(talk.spot, ref, status, learned)
    talk.visited.add(Place(field=field))
    if field == talk.place.field:
        talk.step_on()
    return Reply()


def _status(text: str) -> tuple[Status | None, str]:
    """The status a line begins with, and the words after it. On its own, the beginning of a status is enough."""
    found = _FIRST_WORD.match(text)
    if not found:
        return None, ""
    word, rest = str(found[1]).lower(), str(found[2]).strip()
    short = len(word) > 1 and not rest
    meant: list[Status] = [one for one in STATUSES if one == word or (short and one.startswith(word))]
    return (meant[0], rest) if len(meant) == 1 else (None, "")
