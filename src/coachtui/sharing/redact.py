"""The smaller session: everything an audience may have, and not a field more. Pure; touches nothing.

An allow-list in code: each thing is built anew from the fields named here. Times are one fixed moment, earlier wordings,
moves, marks and unknown fields do not come along.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from coachtui.framework.steps import BaseStep, Content
from coachtui.session.models import Agreement, Person, Session
from coachtui.session.records import (
    ActionsRecord,
    AgreementRecord,
    BaseRecord,
    ChooseRecord,
    GuideRecord,
    LinkRecord,
    NotesRecord,
    RateRecord,
    Record,
    ReviewRecord,
    TextRecord,
)
from coachtui.session.spot import Spot
from coachtui.session.things import (
    Acceptance,
    Action,
    Clause,
    Event,
    Item,
    Naming,
    Note,
    Parked,
    Passage,
    Pick,
    Placement,
    Rating,
    Remark,
    Tie,
)
from coachtui.sharing.policy import ATTENDANCE, Policy, key_of, policy
from coachtui.sharing.sifting import ActionKey, Before, Earlier, Sieve, promised, sieve

#: The one moment at which everything that is handed over seems to have happened.
NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
#: That of what was drawn into a step: it was said before the step was come to, so it stands before what was said there.
BEFORE = NO_TIME - timedelta(seconds=1)

#: What belongs to a thing but is of a wider kind of content: its key in questions.
SAID = "said"


@dataclass(frozen=True, slots=True)
class Redacted:
    """What is left of a session, and the actions of earlier sessions that are named in it."""

    session: Session
    earlier: Mapping[ActionKey, Action]


def named_before(session: Session, audience: str, earlier: tuple[Session, ...]) -> Earlier:
    """The actions of earlier sessions that this audience may hear of, each by its own session's agreement."""
    found: dict[ActionKey, Before] = {}
    for before in earlier:
        if before.id != session.id:
            found.update(promised(before, policy(before, audience)))
    return found


def redact(session: Session, agreed: Policy, earlier: Earlier) -> Redacted:
    """Leave out what the audience may not have."""
    sifted = sieve(session, agreed, earlier)
    met = agreed.grants("attendance", ATTENDANCE)
    records: dict[str, Record] = {}
    for key, record in session.records.items():
        spot = Spot.parse(key)
        step = session.framework.find(spot.step)
        make = _RECORDS.get(record.kind)
        if step is None or make is None or not sifted.passes(spot.item) or spot.item in sifted.dropped:
            continue
        if _is_closed(sifted, key):
            continue  # placements made there are no things of their own, so the sieve alone would let them pass
        if isinstance(record, ReviewRecord):
            record = _as_agreed_before(record, agreed, earlier)  # noqa: PLW2901 - the very same record, with less in it
        smaller = make(sifted, step, record)
        if smaller != type(smaller)():
            records[key] = smaller
    small = Session(
        id="shared",
        framework=session.framework,
        people=tuple(Person(id=one.id, name=one.name if met else one.role, role=one.role) for one in session.people),
        started=_day(session.started) if met else None,
        ended=NO_TIME if session.ended else None,
        parked=tuple(
            Parked(id=one.id, at=NO_TIME, text=one.text, by=one.by) for one in session.parked if one.id in sifted.kept
        ),
        brought=_brought(session, sifted),
        records=records,
    )
    named = {key: _action(one.action) for key, one in earlier.items()}
    return Redacted(small, named)


def _is_closed(sifted: Sieve, key: str) -> bool:
    """Whether this spot is private, or a limit was reached at it."""
    return key in sifted.closed


def _as_agreed_before(record: ReviewRecord, agreed: Policy, earlier: Earlier) -> ReviewRecord:
    """Where an earlier session says *ask first* of its action, what was learned of it is a question of its own."""

    def narrowed(event: Event) -> Event:
        before = earlier.get((event.action.session, event.action.id))
        asked = before is not None and before.level == "ask"
        return event.model_copy(update={"learned": ""}) if asked and not _answered(agreed, event) else event

    return record.model_copy(update={"events": tuple(narrowed(one) for one in record.events)})


def _answered(agreed: Policy, event: Event) -> bool:
    """Whether the coachee said that what was learned may go."""
    return agreed.answers.get(key_of(event.id, SAID), False)


def _day(moment: datetime | None) -> datetime | None:
    """Midnight of the day it was, as its people count days."""
    return None if moment is None else datetime(moment.year, moment.month, moment.day, tzinfo=UTC)


def _brought(session: Session, sifted: Sieve) -> Agreement | None:
    clauses = session.brought.clauses if session.brought else ()
    passed = tuple(_clause(sifted, one) for one in clauses if one.id in sifted.known)
    return Agreement(clauses=passed) if passed else None


# -- things, each from the fields named here


def _said(sifted: Sieve, step: BaseStep, thing: Rating | Pick | Tie | Event, words: str) -> str:
    """What was said to a thing: a remark, a reason. It may be about anything, so it counts as points as well."""
    contents: tuple[Content, ...] = ("actions" if isinstance(thing, Event) else step.classed, "points")
    return words if sifted.policy.allows(contents, thing, SAID) else ""


def _passage(one: Passage) -> Passage:
    return Passage(id=one.id, at=NO_TIME, by=one.by, text=one.text)


def _item(one: Item) -> Item:
    return Item(id=one.id, at=NO_TIME, text=one.text)


def _note(sifted: Sieve, one: Note) -> Note:
    return Note(
        id=one.id,
        at=NO_TIME,
        by=one.by,
        text=one.text,
        row=sifted.ref(one.row),
        column=sifted.ref(one.column),
        tag=one.tag,
        type=one.type,
        parent=sifted.ref(one.parent),
    )


def _action(one: Action) -> Action:
    return Action(id=one.id, at=NO_TIME, by=one.by, text=one.text, who=one.who, due=one.due, fields=dict(one.fields))


def _clause(sifted: Sieve, one: Clause) -> Clause:
    return Clause(id=one.id, at=NO_TIME, by=one.by, text=one.text, struck=one.struck, replaces=sifted.ref(one.replaces))


def _placements(sifted: Sieve, many: tuple[Placement, ...]) -> tuple[Placement, ...]:
    return tuple(
        Placement(
            id=one.id,
            row=sifted.ref(one.row),
            column=sifted.ref(one.column),
            from_row=sifted.ref(one.from_row),
            at=BEFORE,
        )
        for one in many
        if one.id in sifted.kept and sifted.passes(one.row) and sifted.passes(one.column)
    )


# -- records


def _remarks(sifted: Sieve, step: BaseStep, record: BaseRecord) -> tuple[Remark, ...]:
    asked = (*step.follow, *step.ask)
    return tuple(
        # The question it answers stands in the framework; one with braces filled in may hold somebody's words.
        Remark(id=one.id, at=NO_TIME, by=one.by, text=one.text, to=one.to if one.to in asked else None)
        for one in record.remarks
        if one.id in sifted.kept
    )


def _of_guide(sifted: Sieve, step: BaseStep, record: GuideRecord) -> Record:
    return GuideRecord(remarks=_remarks(sifted, step, record))


def _of_text(sifted: Sieve, step: BaseStep, record: TextRecord) -> Record:
    passages = tuple(_passage(one) for one in record.passages if one.id in sifted.kept)
    return TextRecord(remarks=_remarks(sifted, step, record), passages=passages)


def _of_notes(sifted: Sieve, step: BaseStep, record: NotesRecord) -> Record:
    return NotesRecord(
        remarks=_remarks(sifted, step, record),
        notes=tuple(_note(sifted, one) for one in record.notes if one.id in sifted.kept),
        placements=_placements(sifted, record.placements),
        rows=tuple(_item(one) for one in record.rows if one.id in sifted.kept),
        columns=tuple(_item(one) for one in record.columns if one.id in sifted.kept),
    )


def _of_choose(sifted: Sieve, step: BaseStep, record: ChooseRecord) -> Record:
    picks = tuple(
        Pick(
            id=one.id, at=NO_TIME, by=one.by, item=one.item, dots=one.dots, reason=_said(sifted, step, one, one.reason)
        )
        for one in record.picks
        if one.id in sifted.kept
    )
    return ChooseRecord(
        remarks=_remarks(sifted, step, record),
        picks=picks,
        added=tuple(_item(one) for one in record.added if one.id in sifted.kept),
        placements=_placements(sifted, record.placements),
    )


def _of_rate(sifted: Sieve, step: BaseStep, record: RateRecord) -> Record:
    ratings = tuple(
        Rating(
            id=one.id,
            at=NO_TIME,
            by=one.by,
            value=one.value,
            row=one.row,
            column=one.column,
            remark=_said(sifted, step, one, one.remark),
        )
        for one in record.ratings
        if one.id in sifted.kept
    )
    return RateRecord(
        remarks=_remarks(sifted, step, record),
        ratings=ratings,
        namings=tuple(
            Naming(id=one.id, at=NO_TIME, low=one.low, high=one.high) for one in record.namings if one.id in sifted.kept
        ),
        rows=tuple(_item(one) for one in record.rows if one.id in sifted.kept),
    )


def _of_link(sifted: Sieve, step: BaseStep, record: LinkRecord) -> Record:
    ties = tuple(
        Tie(id=one.id, at=NO_TIME, by=one.by, a=one.a, b=one.b, remark=_said(sifted, step, one, one.remark))
        for one in record.ties
        if one.id in sifted.kept
    )
    return LinkRecord(remarks=_remarks(sifted, step, record), ties=ties)


def _of_actions(sifted: Sieve, step: BaseStep, record: ActionsRecord) -> Record:
    actions = tuple(_action(one) for one in record.actions if one.id in sifted.kept)
    return ActionsRecord(remarks=_remarks(sifted, step, record), actions=actions)


def _of_agreement(sifted: Sieve, step: BaseStep, record: AgreementRecord) -> Record:
    return AgreementRecord(
        remarks=_remarks(sifted, step, record),
        clauses=tuple(_clause(sifted, one) for one in record.clauses if one.id in sifted.kept),
        acceptances=tuple(
            Acceptance(id=one.id, at=NO_TIME, by=one.by, clause=one.clause, verdict=one.verdict)
            for one in record.acceptances
            if one.id in sifted.kept
        ),
    )


def _of_review(sifted: Sieve, step: BaseStep, record: ReviewRecord) -> Record:
    events = tuple(
        Event(
            id=one.id,
            at=NO_TIME,
            by=one.by,
            action=one.action,
            status=one.status,
            learned=_said(sifted, step, one, one.learned),
        )
        for one in record.events
        if one.id in sifted.kept
    )
    return ReviewRecord(remarks=_remarks(sifted, step, record), events=events)


#: The only such table in this room.
_RECORDS: Mapping[str, Callable[..., Record]] = {
    "guide": _of_guide,
    "text": _of_text,
    "notes": _of_notes,
    "choose": _of_choose,
    "rate": _of_rate,
    "link": _of_link,
    "actions": _of_actions,
    "agreement": _of_agreement,
    "review": _of_review,
}
