"""Taking in a line at the agreement. See `taking`; the editor does the writing."""

from coachtui.flow.places import AGAIN, TABLE
from coachtui.framework.steps import CONTENTS, AgreementStep, Content, Level
from coachtui.session.clauses import levels_at
from coachtui.session.spot import Place
from coachtui.talk.at_clause import agrees, declines, take_at_clause
from coachtui.talk.holder import Holder
from coachtui.talk.levels import choose, usual_reader
from coachtui.talk.taking import as_remark, match, take
from coachtui.talk.view import Reply

_LEVELS: dict[str, Level] = {
    "y": "yes",
    "yes": "yes",
    "n": "no",
    "no": "no",
    "a": "ask",
    "ask": "ask",
    "ask first": "ask",
}


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
