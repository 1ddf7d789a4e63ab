"""What each kind of record reads like: a table from kind to a function that gives lines. Pure functions; touches nothing."""

from collections.abc import Callable, Iterable, Iterator

from coachtui.framework.models import Board
from coachtui.framework.steps import (
    ActionsStep,
    AgreementStep,
    BaseStep,
    ChooseStep,
    GuideStep,
    LinkStep,
    NotesStep,
    ReviewStep,
    TextStep,
)
from coachtui.report.known import Known
from coachtui.report.page import IN, day, in_words, inset, tagged, wordings, wrap
from coachtui.report.pictures import moved, pictured
from coachtui.report.ratings import of_rate
from coachtui.session.boards import Line, Placed, canvas, columns, items, line_name, notes_at, notes_on, rows
from coachtui.session.clauses import clauses_at, levels_at, still_agreed, table_said, verdicts
from coachtui.session.lookups import live, name_of
from coachtui.session.records import (
    ActionsRecord,
    AgreementRecord,
    BaseRecord,
    ChooseRecord,
    GuideRecord,
    LinkRecord,
    ReviewRecord,
    TextRecord,
)
from coachtui.session.spot import Spot
from coachtui.session.things import Action, Note, Passage

#: A row and a column, each a label, an id or nothing in particular.
At = tuple[str | None, str | None]

Section = Callable[[Known, Spot, BaseStep, BaseRecord, int], list[str]]


def section(known: Known, spot: Spot, step: BaseStep, record: BaseRecord, width: int) -> list[str]:
    """What one spot captured, remarks last; nothing where nothing stands in it."""
    inner = width - len(IN)
    lines = SECTIONS[step.kind](known, spot, step, record, inner)
    for remark in live(record.remarks):
        asked = f" (to: {remark.to})" if remark.to else ""
        said = [*_said(known, remark, inner, "Remark: ", asked), *wordings(remark.earlier, inner)]
        lines += tagged(said, remark.id)
    return inset(lines)


def _said(known: Known, thing: Passage, width: int, first: str = "", more: str = "", *marks: str | None) -> list[str]:
    return wrap(f"{thing.text}{more}{known.marks(thing, *marks)}", width, first)


def _of_guide(known: Known, spot: Spot, step: BaseStep, record: BaseRecord, width: int) -> list[str]:
    if not isinstance(step, GuideStep) or not isinstance(record, GuideRecord) or not record.seen:
        return []
    if step.each != "person":
        return []  # one Enter of whoever had the keyboard says nothing of who saw it
    names = [known.who(one.by) for one in record.seen]
    told = ", ".join(name for name in names if name)
    return wrap(f"Seen by {told}." if told else "Seen.", width)


def _of_text(known: Known, spot: Spot, step: BaseStep, record: BaseRecord, width: int) -> list[str]:
    if not isinstance(step, TextStep) or not isinstance(record, TextRecord):
        return []
    found: list[str] = []
    for passage in live(record.passages):
        apart = f"{known.who(passage.by)}: " if step.each == "person" and known.who(passage.by) else ""
        words = in_words(passage.text) if step.lines == "date" else passage.text
        said = wrap(f"{words}{'' if apart else known.marks(passage)}", width, apart)
        days = step.lines == "date"
        before = [one.model_copy(update={"text": in_words(one.text)}) if days else one for one in passage.earlier]
        found += tagged([*said, *wordings(before, width)], passage.id)
    return found


def _of_notes(known: Known, spot: Spot, step: BaseStep, record: BaseRecord, width: int) -> list[str]:
    if not isinstance(step, NotesStep):
        return []
    if step.board is not None:
        return []  # the board is shown once, as a whole: see `board`
    return _grouped(known, step, notes_at(known.session, step, spot), width)


def board(known: Known, on: Board, step: NotesStep, width: int) -> list[str]:
    """A whole board, filled by all its steps, row by row and column by column."""
    return inset(_grouped(known, step, notes_on(known.session, on.id), width - len(IN)))


def _grouped(known: Known, step: NotesStep, placed: tuple[Placed, ...], width: int) -> list[str]:
    """Notes as their picture; where none is wanted, under the names of their row and column; else a plain list."""
    down, across = rows(known.session, step), columns(known.session, step)
    if known.signs is not None and (down or across or canvas(known.session, step).layout == "chain"):
        return pictured(known, step, placed, width, known.signs)
    if not down and not across:
        return [line for one in placed for line in _note(known, one, width)]
    found: list[str] = []
    for at in _places(down, across, placed):
        here = [one for one in placed if (one.row, one.column) == at]
        if here:
            name = " - ".join(line_name(known.session, one) for one in at if one is not None)
            found += wrap(name or "Not placed", width, "", IN)
            found += inset(line for one in here for line in _note(known, one, width - len(IN)))
    return found


def _places(down: tuple[Line, ...], across: tuple[Line, ...], placed: tuple[Placed, ...]) -> list[At]:
    """Row by row, column by column; then wherever else notes stand."""
    row_ids: list[str | None] = [one.id for one in down] or [None]
    column_ids: list[str | None] = [one.id for one in across] or [None]
    order: list[At] = [(row, column) for row in row_ids for column in column_ids]
    return list(dict.fromkeys([*order, *((one.row, one.column) for one in placed)]))


def _note(known: Known, one: Placed, width: int) -> list[str]:
    thing = one.thing
    under = f"under: {name_of(known.session, thing.parent)}" if isinstance(thing, Note) and thing.parent else None
    lines = _said(known, thing, width, "- ", "", one.tag, one.type, under)
    lines += moved(known, one, width)
    return tagged([*lines, *wordings(thing.earlier, width)], thing.id)


def _of_choose(known: Known, spot: Spot, step: BaseStep, record: BaseRecord, width: int) -> list[str]:
    if not isinstance(step, ChooseStep) or not isinstance(record, ChooseRecord):
        return []
    picks = list(live(record.picks))
    lifted = {one.id: one for one in record.placements}
    found: list[str] = []
    for number, pick in enumerate(picks, 1):
        first = f"{number}. " if len(picks) > 1 or step.ordered else "- "
        dots = f"{pick.dots} dots" if step.dots and pick.dots != 1 else "1 dot" if step.dots else None
        said = wrap(f"{name_of(known.session, pick.item)}{known.marks(pick, dots)}", width, first)
        if pick.reason:
            said += wrap(pick.reason, width, f"{IN}because: ")
            said += wordings(pick.earlier, width, f"{IN}{IN}")
        found += tagged(said, pick.id)
        if pick.item in lifted:
            place = lifted[pick.item]
            came, went = line_name(known.session, place.from_row), line_name(known.session, place.row)
            found += wrap(f"to be moved from {came} to {went}", width, IN, IN)
    left = [one for one in live(record.added) if one.id not in {pick.item for pick in picks}]
    for option in left:
        said = [*wrap(option.text, width, "added, not picked: "), *wordings(option.earlier, width)]
        found += tagged(said, option.id)
    return found


def _of_link(known: Known, spot: Spot, step: BaseStep, record: BaseRecord, width: int) -> list[str]:
    if not isinstance(step, LinkStep) or not isinstance(record, LinkRecord):
        return []
    session = known.session
    ties = list(live(record.ties))
    found: list[str] = []
    for tie in ties:
        words = (
            f"{name_of(session, tie.a)} - {step.tie} - {name_of(session, tie.b)}{known.marks(tie, tie.remark or None)}"
        )
        found += tagged(wrap(words, width, "- "), tie.id)
    tied = {end for tie in ties for end in (tie.a, tie.b)}
    alone = [one.text for source in (step.from_, step.to) for one in items(session, source) if one.id not in tied]
    if alone:
        found += [*wrap("No partner yet:", width), *(line for text in alone for line in wrap(text, width, f"{IN}- "))]
    return found


def _of_actions(known: Known, spot: Spot, step: BaseStep, record: BaseRecord, width: int) -> list[str]:
    if not isinstance(step, ActionsStep) or not isinstance(record, ActionsRecord):
        return []
    return [
        line for number, one in enumerate(live(record.actions), 1) for line in _action(known, one, f"{number}. ", width)
    ]


def _action(known: Known, action: Action, first: str, width: int) -> list[str]:
    lines = wrap(f"{action.text}{known.marks(action)}", width, first)
    inner = " " * len(first)
    lines += wordings((one for one in action.earlier if one.field is None), width, inner)
    lines += wrap("; ".join(_facts(known, action)), width, inner, inner)
    others = {name: words for name, words in action.fields.items() if name not in ("by when", "who") and words}
    for name, words in others.items():
        lines += wrap(words, width, f"{inner}{name}: ")
    for before in action.earlier:
        if before.field is not None:
            words = known.who(before.text) or before.text
            lines += wrap(words, width, f"{inner}{before.field} before: ")
    told = known.actions.get((known.session.id, action.id))
    if told is not None and told.learned:
        lines += wrap(told.learned, width, f"{inner}learned: ")
    return tagged(lines, action.id)


def _facts(known: Known, action: Action) -> Iterator[str]:
    coachee = known.session.coachee
    who = known.who(action.who) or action.who or (coachee.name if coachee else known.session.framework.coachee)
    yield f"who: {who}"
    if action.due is not None:
        said = action.fields.get("by when", "")
        shown = day(action.due)
        known_words = said.casefold().removeprefix("by ") in f"{shown.casefold()} {action.due.isoformat()}"
        yield f"by when: {shown}" if known_words else f"by when: {shown} ({said})"
    elif action.fields.get("by when"):
        yield f"by when: {action.fields['by when']}"
    told = known.actions.get((known.session.id, action.id))
    yield f"status: {told.status if told else 'open'}"


def _of_agreement(known: Known, spot: Spot, step: BaseStep, record: BaseRecord, width: int) -> list[str]:
    if not isinstance(step, AgreementStep) or not isinstance(record, AgreementRecord):
        return []
    found: list[str] = []
    for clause in clauses_at(known.session, spot):
        found += tagged(wrap(f"{clause.text}{_verdicts(known, spot, clause.id)}", width, "- "), clause.id)
    said = [one for one in table_said(known.session, spot).values() if one.verdict == "accepted"]
    levels = levels_at(known.session, spot)
    if said:
        now = _by(known, (one.by for one in said if still_agreed(one, levels)))
        before = _by(known, (one.by for one in said if not still_agreed(one, levels)))
        told = f"{now}; as it stood before{before}" if now and before else now or f", as it stood before{before}"
        found += wrap(f"The table was agreed to{told if now or before else ''}.", width)
    elif record.changes:
        found += wrap("The table was changed.", width)
    if record.limits_read:
        names = ", ".join(name for one in record.limits_read if (name := known.who(one.by)))
        found += wrap(f"The limits were read aloud{f' to {names}' if names else ''}.", width)
    return found


def _by(known: Known, people: Iterable[str | None]) -> str:
    """The names of these people after the word that leads to them; nothing where there are none."""
    names = ", ".join(name for one in people if (name := known.who(one)))
    return f" by {names}" if names else ""


def _verdicts(known: Known, spot: Spot, clause: str) -> str:
    """Who accepted or declined a clause, in brackets."""
    by_word: dict[str, list[str]] = {}
    for by, one in verdicts(known.session, spot, clause).items():
        by_word.setdefault(one.verdict, []).append(known.who(by))
    told = [f"{word} by {', '.join(who)}" if all(who) else word for word, who in by_word.items()]
    return f" ({'; '.join(told)})" if told else ""


def _of_review(known: Known, spot: Spot, step: BaseStep, record: BaseRecord, width: int) -> list[str]:
    if not isinstance(step, ReviewStep) or not isinstance(record, ReviewRecord):
        return []
    found: list[str] = []
    for event in live(record.events):
        was = known.actions.get((event.action.session, event.action.id))
        what = (
            f"{was.action.text} ({was.who}, {day(was.promised)})" if was else "An action of a session that is not here"
        )
        said = wrap(f"{what}: {event.status}", width, "- ")
        if event.learned:
            said += wrap(event.learned, width, f"{IN}learned: ")
        found += tagged([*said, *wordings(event.earlier, width, f"{IN}{IN}")], event.id)
    return found


#: The only such table in this room.
SECTIONS: dict[str, Section] = {
    "guide": _of_guide,
    "text": _of_text,
    "notes": _of_notes,
    "choose": _of_choose,
    "rate": of_rate,
    "link": _of_link,
    "actions": _of_actions,
    "agreement": _of_agreement,
    "review": _of_review,
}
