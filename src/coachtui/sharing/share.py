"""The only maker of a `Shared`: from the smaller session to a sheet of plain values. Pure; touches nothing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from coachtui.framework.steps import (
    ActionsStep,
    BaseStep,
    ChooseStep,
    LinkStep,
    NotesStep,
    RateStep,
    TextStep,
)
from coachtui.session.boards import canvas, columns, line_name, notes_at, notes_on, rows
from coachtui.session.clauses import clauses_at, verdicts
from coachtui.session.lookups import live, name_of
from coachtui.session.models import Session
from coachtui.session.records import (
    ActionsRecord,
    AgreementRecord,
    BaseRecord,
    ChooseRecord,
    LinkRecord,
    RateRecord,
    ReviewRecord,
    TextRecord,
)
from coachtui.session.spot import Spot
from coachtui.session.things import Action, Note
from coachtui.session.wording import as_spoken, filled, meaning
from coachtui.sharing.policy import FORMAT, Policy, policy
from coachtui.sharing.redact import Redacted, named_before, redact
from coachtui.sharing.shared import (
    Block,
    Clauses,
    Notes,
    Number,
    Numbers,
    Outcome,
    Outcomes,
    Part,
    Picks,
    Promise,
    Promises,
    Said,
    Shared,
    SharedNote,
    SharedPick,
    Stage,
    Terms,
    Ties,
    Words,
)
from coachtui.sharing.terms import agreed_as, terms

#: The title where the name of the format is not shared.
PLAIN_TITLE = "Notes of a conversation"


def share(
    session: Session,
    audience: str,
    answers: Mapping[str, bool] | None = None,
    earlier: tuple[Session, ...] = (),
) -> Shared:
    """What this audience may have of a session, by what was agreed.

    Args:
        session: the whole record; nothing of it is handed on but through an allow-list.
        audience: for whom, by a name of the agreement.
        answers: what was said where the agreement says *ask first*, by the keys of `questions`; what was not answered stays.
        earlier: sessions of the same people, so that what became of earlier actions can be named.
    """
    agreed = policy(session, audience, answers)
    known = terms(session, agreed)
    told = sheet(redact(session, agreed, named_before(session, audience, earlier)), agreed, known)
    return told if known is not None else replace(told, agreed_as=agreed_as(session, audience))


def sheet(redacted: Redacted, agreed: Policy, known: Terms | None) -> Shared:
    """The sheet of a smaller session. Everything that was said in it is worked out from that alone."""
    session = redacted.session
    named = agreed.grants("topic", FORMAT)
    met = session.started.date() if session.started else None
    # An idea that found its place on a board stands there, and not among those that wait for one.
    placed = {one.id for record in session.records.values() for one in getattr(record, "placements", ())}
    return Shared(
        audience=agreed.audience,
        title=session.framework.name if named else PLAIN_TITLE,
        day=met,
        people=tuple((one.name, one.role) for one in session.people) if met else (),
        unfinished=session.ended is None,
        levels=agreed.listed,
        stages=tuple(_stages(redacted)),
        parked=tuple(Said(one.text, _speaker(session, one.by)) for one in session.parked if one.id not in placed),
        next_date=_as_date(meaning(session, "next-date")),
        terms=known,
    )


def _as_date(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _speaker(session: Session, by: str | None) -> str:
    """Whose words these are; empty for the coachee, whose they are where nothing else is said."""
    person = session.person(by)
    coachee = session.coachee
    return "" if person is None or (coachee is not None and coachee.id == person.id) else person.name


def _stages(redacted: Redacted) -> Iterator[Stage]:
    session = redacted.session
    name, parts = "", list[Part]()
    boards: set[str] = set()
    for step in session.framework.steps:
        for part in _parts(redacted, step, boards):
            if step.stage != name and parts:
                yield Stage(name, tuple(parts))
                parts = []
            name = step.stage
            parts.append(part)
    if parts:
        yield Stage(name, tuple(parts))


def _parts(redacted: Redacted, step: BaseStep, boards: set[str]) -> Iterator[Part]:
    session = redacted.session
    for spot, record in session.records_of(step.id):
        blocks = list(_board(session, step, boards))
        title = session.framework.board(step.board).title if blocks and isinstance(step, NotesStep) else ""  # type: ignore[union-attr]
        if blocks:
            yield Part(title or _title(session, spot, step), tuple(blocks))
        own = tuple(_BLOCKS[step.kind](_Moment(redacted, session, spot), step, record))
        remarks = tuple(Said(one.text, _speaker(session, one.by), one.to or "") for one in record.remarks)
        if own or remarks:
            yield Part(_title(session, spot, step), own, remarks)


def _title(session: Session, spot: Spot, step: BaseStep) -> str:
    """The heading of a spot, and in a round for whom."""
    words = filled(session, spot, step.title or (step.ask[0] if step.ask else step.id))
    item = name_of(session, spot.item) if spot.item else ""
    return f"{words}: {item}" if item and item not in words else words


@dataclass(frozen=True, slots=True)
class _Moment:
    """One spot of the smaller session."""

    redacted: Redacted
    session: Session
    spot: Spot

    def by(self, who: str | None) -> str:
        """Whose words, where they are not the coachee's."""
        return _speaker(self.session, who)

    def name(self, ref: str | None) -> str:
        """What a row, a column or a thing reads as."""
        return line_name(self.session, ref)


def _of_text(at: _Moment, step: BaseStep, record: BaseRecord) -> Iterator[Block]:
    if isinstance(step, TextStep) and isinstance(record, TextRecord) and record.passages:
        dated = step.lines == "date"
        yield Words(tuple(Said(as_spoken(one.text) if dated else one.text, at.by(one.by)) for one in record.passages))


def _of_notes(at: _Moment, step: BaseStep, record: BaseRecord) -> Iterator[Block]:
    if isinstance(step, NotesStep) and step.board is None:
        yield from _notes(
            at.session, step, [(one.thing, one.row, one.column) for one in notes_at(at.session, step, at.spot)]
        )


def _board(session: Session, step: BaseStep, shown: set[str]) -> Iterator[Block]:
    """A whole board where the first of its steps that captured anything stands."""
    if isinstance(step, NotesStep) and step.board is not None and step.board not in shown:
        shown.add(step.board)
        yield from _notes(session, step, [(one.thing, one.row, one.column) for one in notes_on(session, step.board)])


def _notes(session: Session, step: NotesStep, placed: list[tuple[object, str | None, str | None]]) -> Iterator[Block]:
    if not placed:
        return
    order = {thing.id: number for number, (thing, _, _) in enumerate(placed) if isinstance(thing, Note)}
    found: list[SharedNote] = []
    for thing, row, column in placed:
        parent = order.get(thing.parent or "") if isinstance(thing, Note) else None
        found.append(_note(session, thing, line_name(session, row), line_name(session, column), parent))
    used_rows, used_columns = {one.row for one in found}, {one.column for one in found}
    on = canvas(session, step)
    yield Notes(
        layout=on.layout,
        rows=tuple(one.name for one in rows(session, step) if one.name in used_rows),
        columns=tuple(one.name for one in columns(session, step) if one.name in used_columns),
        notes=tuple(found),
        centre=getattr(on, "centre", None) or "",
    )


def _note(session: Session, thing: object, row: str, column: str, parent: int | None) -> SharedNote:
    marks = (thing.tag, thing.type) if isinstance(thing, Note) else ()
    text, by = getattr(thing, "text", ""), getattr(thing, "by", None)
    return SharedNote(text, row, column, tuple(one for one in (*marks, _speaker(session, by)) if one), parent)


def _of_choose(at: _Moment, step: BaseStep, record: BaseRecord) -> Iterator[Block]:
    if not isinstance(step, ChooseStep) or not isinstance(record, ChooseRecord) or not record.picks:
        return
    lifted = {one.id: (at.name(one.from_row), at.name(one.row)) for one in record.placements}
    yield Picks(
        tuple(
            SharedPick(
                at.name(one.item), one.dots if step.dots else None, one.reason, at.by(one.by), lifted.get(one.item)
            )
            for one in record.picks
        ),
        ordered=step.ordered,
    )


def _of_rate(at: _Moment, step: BaseStep, record: BaseRecord) -> Iterator[Block]:
    if not isinstance(step, RateStep) or not isinstance(record, RateRecord) or not record.ratings:
        return
    ends = record.ends or (step.ends if isinstance(step.ends, tuple) else None)
    apart = step.each == "person"
    yield Numbers(
        step.scale,
        ends,
        tuple(
            Number(one.value, at.name(one.row), at.name(one.column), _whose(at, one.by) if apart else "", one.remark)
            for one in record.ratings
        ),
    )


def _whose(at: _Moment, by: str | None) -> str:
    person = at.session.person(by)
    return person.name if person else ""


def _of_link(at: _Moment, step: BaseStep, record: BaseRecord) -> Iterator[Block]:
    if isinstance(step, LinkStep) and isinstance(record, LinkRecord) and record.ties:
        yield Ties(step.tie, tuple((at.name(one.a), at.name(one.b), one.remark) for one in record.ties))


def _of_actions(at: _Moment, step: BaseStep, record: BaseRecord) -> Iterator[Block]:
    if isinstance(step, ActionsStep) and isinstance(record, ActionsRecord) and record.actions:
        yield Promises(tuple(_promise(at.session, one) for one in record.actions))


def _promise(session: Session, action: Action) -> Promise:
    coachee = session.coachee
    named = session.person(action.who)
    who = named.name if named else action.who or (coachee.name if coachee else session.framework.coachee)
    rest = tuple((name, words) for name, words in action.fields.items() if name not in ("by when", "who") and words)
    return Promise(action.text, who, action.fields.get("by when", ""), action.due, rest)


def _of_agreement(at: _Moment, step: BaseStep, record: BaseRecord) -> Iterator[Block]:
    if not isinstance(record, AgreementRecord) or not (record.clauses or record.acceptances):
        return
    found = []
    for clause in clauses_at(at.session, at.spot):
        said = verdicts(at.session, at.spot, clause.id)
        found.append((clause.text, tuple(_whose(at, by) for by, one in said.items() if one.verdict == "accepted")))
    yield Clauses(tuple((text, tuple(name for name in names if name)) for text, names in found))


def _of_review(at: _Moment, step: BaseStep, record: BaseRecord) -> Iterator[Block]:
    if not isinstance(record, ReviewRecord):
        return
    found = []
    for event in live(record.events):
        action = at.redacted.earlier.get((event.action.session, event.action.id))
        if action is not None:
            promise = _promise(at.session, action)
            found.append(Outcome(promise.what, promise.who, event.status, event.learned))
    if found:
        yield Outcomes(tuple(found))


def _nothing(at: _Moment, step: BaseStep, record: BaseRecord) -> Iterator[Block]:
    return iter(())


#: The only such table in this room.
_BLOCKS: Mapping[str, Callable[[_Moment, BaseStep, BaseRecord], Iterator[Block]]] = {
    "guide": _nothing,
    "text": _of_text,
    "notes": _of_notes,
    "choose": _of_choose,
    "rate": _of_rate,
    "link": _of_link,
    "actions": _of_actions,
    "agreement": _of_agreement,
    "review": _of_review,
}
