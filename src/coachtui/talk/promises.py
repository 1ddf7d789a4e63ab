"""Bodies of the view for actions, the agreement and the review. Pure; touches nothing."""

from collections.abc import Iterator

from coachtui.flow.past import OpenAction
from coachtui.flow.places import AGAIN, SENTENCES, TABLE, heard_by, readers, reviewed
from coachtui.framework.steps import CONTENTS, ActionsStep, AgreementStep, Level, ReviewStep
from coachtui.session.actions import events_in, fold
from coachtui.session.boards import items
from coachtui.session.clauses import asked_anew, clauses_at, levels_at, table_said, verdicts
from coachtui.session.editor import brief
from coachtui.session.items import ItemView
from coachtui.session.lookups import name_of
from coachtui.session.models import Session
from coachtui.session.records import ActionsRecord, AgreementRecord, ReviewRecord
from coachtui.session.spot import Spot
from coachtui.session.things import Action, Clause, Event
from coachtui.session.when import when_words
from coachtui.talk import at_agreement
from coachtui.talk.agreed import in_force_words, mark_of, warnings_at
from coachtui.talk.bodies import body
from coachtui.talk.dates import spoken
from coachtui.talk.moment import Moment
from coachtui.talk.usual import on_one_line, usual
from coachtui.talk.view import (
    ActionLine,
    ActionsBody,
    AgreementBody,
    ClauseLine,
    Entry,
    LevelCell,
    ReviewBody,
    ReviewLine,
)


@body.register
def _actions(step: ActionsStep, at: Moment) -> ActionsBody:
    for number, one in enumerate(_taken_or_left(step, at), 1):
        at.numbers.keep(one, number)
    drawn = sorted((_action(at, one) for one in actions_at(at.session, at.spot)), key=lambda one: one.number)
    left = offered(at.session, step, at.spot)
    entries = tuple(Entry(at.numbers.give(one.id), one.id, one.text) for one in left)
    return ActionsBody(tuple(drawn), step.fields, at.place.field or "what", entries)


def _taken_or_left(step: ActionsStep, at: Moment) -> Iterator[str]:
    """Of everything that was chosen before, in its order: the action that grew from it, else the thing itself.

    So a number that was read goes on being right: what was chosen as 2 is 2 as a promise, whichever came first.
    """
    grown: dict[str, str] = {}
    for one in actions_at(at.session, at.spot):
        if one.source is not None:
            grown.setdefault(one.source, one.id)
    for item in chosen(at.session, step):
        yield grown.get(item.id, item.id)


def chosen(session: Session, step: ActionsStep) -> tuple[ItemView, ...]:
    """What was chosen before, for actions to grow from; what has its number here is numbered in this order."""
    return items(session, step.from_) if step.from_ is not None else ()


def actions_at(session: Session, spot: Spot) -> tuple[Action, ...]:
    """The live actions of one spot."""
    record = session.record(spot)
    return tuple(one for one in record.actions if not one.gone) if isinstance(record, ActionsRecord) else ()


def offered(session: Session, step: ActionsStep, spot: Spot) -> tuple[ItemView, ...]:
    """What was chosen before, and no action has grown from yet."""
    used = {one.source for one in actions_at(session, spot)}
    return tuple(one for one in chosen(session, step) if one.id not in used)


def _action(at: Moment, one: Action) -> ActionLine:
    told = fold(events_in(at.session)).get((at.session.id, one.id))
    rest = tuple((name, value) for name, value in one.fields.items() if name not in ("what", "by when"))
    return ActionLine(
        number=at.numbers.give(one.id),
        id=one.id,
        what=one.text,
        who=name_of(at.session, one.who) if one.who else "",
        by_when=one.fields.get("by when", ""),
        due=one.due.isoformat() if one.due else "",
        fields=rest,
        source=name_of(at.session, one.source) if one.source else "",
        private=one.mark == "private",
        travels=mark_of(at.session, one.id, one.mark),
        status=told.status if told is not None and told.status != "open" else "",
        asked=(at.place.field or "") if at.pending == one.id else "",
    )


def field_asked(at: Moment, field: str) -> str:
    """The question for one field of an action. Where the words so far name no day, it is asked once more, and says so."""
    words = _words_without_day(at) if field == "by when" else ""
    if words:
        return f'Which day is that? "{words}" names none that is known here.'
    return "Who does it?" if field == "who" else f"{field.capitalize()}?"


def _words_without_day(at: Moment) -> str:
    """What was said of the day of the action that is being taken down, where no day was found in it."""
    one = next((one for one in actions_at(at.session, at.spot) if one.id == at.pending), None)
    return brief(one.fields.get("by when", "")) if one is not None and one.due is None else ""


def left_open(at: Moment) -> str:
    """What an empty line means at a field of an action, or at the tag of a note."""
    if at.place.field == "by when" and _words_without_day(at):
        return "your words stay as they are"
    one = next((one for one in actions_at(at.session, at.spot) if one.id == at.pending), None)
    if at.place.field == "who" and one is not None and one.who:
        return f"{name_of(at.session, one.who)} does it"
    return "leave it open"


@body.register
def _agreement(step: AgreementStep, at: Moment) -> AgreementBody:
    record = at.session.record(at.spot)
    heard = record.limits_read if isinstance(record, AgreementRecord) else ()
    levels = levels_at(at.session, at.spot)
    told = at_agreement.told(at.session, step, at.spot, at.place)  # the rows themselves come up where somebody says n
    heard_of = () if told else heard_by(at.session, step)
    table = tuple(
        _level(at, content, audience, levels.get(audience, {}).get(content, "no"))
        for content in CONTENTS
        for audience in heard_of
    )
    names = tuple(name_of(at.session, one.by) if one.by else "heard" for one in heard)
    # A clause has its number only where clauses are in sight: /drop 2 must not strike one where 2 is a usual agreement.
    standing = clauses_at(at.session, at.spot) if at_agreement.is_about_sentences(at.session, at.spot, at.place) else ()
    clauses = tuple(_clause(at, one) for one in standing)
    now = table_said(at.session, at.spot).values()
    agreed = tuple(_name(at, one.by) for one in now if one.verdict == "accepted" and one.levels == levels)
    return AgreementBody(
        clauses,
        table,
        heard_of,
        step.limits,
        names,
        _usual(step, at) if at.place.field == TABLE else (),
        again=at.place.field == AGAIN,
        stands=_stands(step, at, levels),
        agreed=agreed,
        warnings=warnings_at(at.session, step),
        told=told,
        whole=at.place.field == SENTENCES,
    )


def _stands(step: AgreementStep, at: Moment, levels: dict[str, dict[str, str]]) -> tuple[str, ...]:
    """What is in force, in words; and for whom it was agreed what is not, for whoever is coached now."""
    anew = asked_anew(at.session, at.spot)
    if anew is None:
        return in_force_words(at.session, levels, heard_by(at.session, step))
    was = next((one.coachee for one in reversed(at.past.sessions) if one.agreement is not None), None)
    now = at.session.coachee
    named = was is not None and now is not None and was.name != was.role and now.name != now.role
    said = (
        f"What {was.name} agreed for a {anew} holds for {was.name} alone; {now.name} is asked next."
        if named and was and now
        else f"What was agreed for a {anew} holds on the other chair alone; it is asked next."
    )
    rest = tuple(one for one in heard_by(at.session, step) if one != anew)
    return (said, *in_force_words(at.session, levels, rest))


def _usual(step: AgreementStep, at: Moment) -> tuple[tuple[str, str], ...]:
    reader = readers(at.session, step)[0]
    return tuple((one.name, on_one_line(one, reader)) for one in usual(at.session, step, reader))


def _clause(at: Moment, one: Clause) -> ClauseLine:
    said = verdicts(at.session, at.spot, one.id).values()
    by_verdict = {
        word: tuple(_name(at, who.by) for who in said if who.verdict == word) for word in ("accepted", "declined")
    }
    number = at.numbers.give(one.id)
    here = at.place.field == one.id
    return ClauseLine(number, one.id, one.text, by_verdict["accepted"], by_verdict["declined"], here)


def _name(at: Moment, person: str | None) -> str:
    return name_of(at.session, person) if person else "both"


def _level(at: Moment, content: str, audience: str, level: str) -> LevelCell:
    known: Level = "yes" if level == "yes" else "ask" if level == "ask" else "no"
    here = at.place.row == content and at.place.column == audience
    return LevelCell(content, audience, known, here)


@body.register
def _review(step: ReviewStep, at: Moment) -> ReviewBody:
    record = at.session.record(at.spot)
    told = {one.action.id: one for one in record.events if not one.gone} if isinstance(record, ReviewRecord) else {}
    earlier = reviewed(at.session, at.past, step)
    return ReviewBody(tuple(_reviewed(at, one, told.get(one.ref.id)) for one in earlier))


def _reviewed(at: Moment, one: OpenAction, event: Event | None) -> ReviewLine:
    return ReviewLine(
        number=at.numbers.give(one.ref.id),
        what=one.action.text,
        who=one.who,
        by_when=when_words(one.action.fields.get("by when", ""), one.action.due),
        promised=spoken(one.promised),
        status=event.status if event else one.status,
        learned=event.learned if event else one.learned,
        here=at.place.field == one.ref.id,
        told=event is not None,
        id=one.ref.id,
    )
