"""The page before a follow-up: five minutes before the door opens. Pure functions; touches nothing.

Open actions first (the coach's own promises before the coachee's), then what became of others, the goal, the last numbers,
what the coachee left with, ideas still parked, the agreement in force, the next date. What is private is said to be so.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime

from coachtui.flow.past import OpenAction, Past, day_in
from coachtui.framework.steps import RateStep, TextStep
from coachtui.report.hiding import is_private, private_ids
from coachtui.report.known import Known
from coachtui.report.page import IN, day, fit, heading, held, in_words, inset, joined, wrap
from coachtui.report.sections import section
from coachtui.report.terminal import agreement_lines
from coachtui.session.lookups import live
from coachtui.session.models import Session
from coachtui.session.records import NotesRecord, RateRecord, TextRecord
from coachtui.session.things import Passage
from coachtui.session.when import when_words
from coachtui.session.wording import meaning, said_before


def prepare_lines(
    past: Past, actions: Iterable[OpenAction], name: str, width: int = 80, *, meeting: date | None = None
) -> list[str]:
    """The page.

    Args:
        past: the earlier sessions of these people and what is open of them.
        actions: every action of these sessions with what has become of it.
        name: whom the meeting is with.
        width: cells of the terminal.
        meeting: when they meet next, if a day to come was agreed on.
    """
    width = fit(width)
    last = past.last
    if last is None:
        return [*heading(f"Before meeting {name}", width), "This is the first time: there is nothing to look back on."]
    return joined(
        _head(past, last, name, width),
        _block("Still open", _open(past.open_actions, width), width),
        _block("What became of the others", _others(actions, width), width),
        *(_latest(past.sessions, name, told, width) for name, told in _LATEST.items()),
        _block("Still parked", _parked(past.sessions, width), width),
        agreement_lines(past.agreement, width, group=any(one.is_group for one in past.sessions)),
        _block("Next time", _next_time(past.sessions, meeting, width), width),
    )


def _head(past: Past, last: Session, name: str, width: int) -> list[str]:
    times = len(past.sessions)
    how_often = {1: "once", 2: "twice"}.get(times, f"{times} times")
    when = held(last.started, last.ended, last.planned, from_paper=last.from_paper)
    topic = meaning(last, "topic")
    told = f"Met {how_often}. Last: {last.framework.name}, {when}."
    return [
        *heading(f"Before meeting {name}", width),
        *wrap(told, width),
        *(wrap(_marked(last, topic, "topic"), width, f"About{_whose(last)}: ") if topic else []),
        *(["A limit was reached last time."] if last.limits else []),
    ]


def _marked(session: Session, words: str, means: str) -> str:
    """An answer, with a word beside it where it is private."""
    private = private_ids(session)
    kept = any(one.id in private for one in _passages(session, means) if one.text == words)
    return f"{in_words(words)} (private)" if kept else in_words(words)


def _whose(session: Session, when: datetime | None = None) -> str:
    """Of whom a topic or a goal is, where somebody was coached by name: chairs may be swapped from time to time.

    `when`: the meeting it is of, where that is an earlier one.
    """
    coachee = session.coachee
    who = coachee.name if coachee is not None and coachee.name != coachee.role else ""
    told = ", ".join([*([who] if who else []), *([day(when)] if when else [])])
    return f" ({told})" if told else ""


def _latest(
    sessions: tuple[Session, ...], name: str, told: Callable[[Session, int], list[str]], width: int
) -> list[str]:
    """What the newest session that has any of it says of something; where that is not the last one, the day is beside it."""
    for one in reversed(sessions):
        if lines := told(one, width):
            old = one is not sessions[-1] and one.started is not None
            return _block(f"{name}{_whose(one, one.started if old else None)}", lines, width)
    return []


def _block(name: str, lines: list[str], width: int) -> list[str]:
    return [*heading(name, width), *inset(lines)] if lines else []


def _open(actions: Iterable[OpenAction], width: int) -> list[str]:
    inner = width - len(IN)
    found: list[str] = []
    for one in actions:
        found += wrap(one.action.text, inner, "- ")
        found += wrap("; ".join(_facts(one)), inner, IN, IN)
        if one.learned:
            found += wrap(one.learned, inner, f"{IN}learned: ")
    return found or ["Nothing is open."]


def _facts(one: OpenAction) -> Iterator[str]:
    yield f"{one.who} ({one.who_role})" if one.who_role and one.who_role != one.who else one.who
    if one.action.due is not None:
        yield f"by {when_words(one.action.fields.get('by when', ''), one.action.due)}"
    elif one.action.fields.get("by when"):
        words = one.action.fields["by when"]  # "by Friday" says the word itself
        yield words if words.lower().startswith(("by ", "before ", "after ")) else f"by {words}"
    yield one.status
    yield f"promised {day(one.promised)}"
    if is_private(one):
        yield "private"


def _others(actions: Iterable[OpenAction], width: int) -> list[str]:
    inner = width - len(IN)
    found: list[str] = []
    for one in actions:
        if one.status in ("done", "dropped"):
            told = f"{one.action.text} ({one.who}): {one.status}"
            found += wrap(f"{told} (private)" if is_private(one) else told, inner, "- ")
            if one.learned:
                found += wrap(one.learned, inner, f"{IN}learned: ")
    return found


def _goal(session: Session, width: int) -> list[str]:
    """The goal, in its first and its latest wording."""
    inner = width - len(IN)
    for passage in _passages(session, "goal"):
        first = next(iter(said_before(passage)), None)
        if first is None or first == passage.text:
            return wrap(_marked(session, passage.text, "goal"), inner)
        return [*wrap(first, inner, "first: "), *wrap(_marked(session, passage.text, "goal"), inner, "now: ")]
    return []


def _passages(session: Session, means: str) -> Iterator[Passage]:
    for step in session.framework.steps:
        if step.means == means and isinstance(step, TextStep):
            for _, record in session.records_of(step.id):
                if isinstance(record, TextRecord):
                    yield from (one for one in live(record.passages) if one.text)


def _left_with(session: Session, width: int) -> list[str]:
    said = meaning(session, "leaving")
    return wrap(_marked(session, said, "leaving"), width - len(IN)) if said else []


def _next_time(sessions: tuple[Session, ...], meeting: date | None, width: int) -> list[str]:
    """The day to come; else what was said of it last, as it was said. A day that is over is no next time."""
    said = next((words for one in reversed(sessions) if (words := meaning(one, "next-date"))), "")
    words = day(meeting) if meeting is not None else "" if day_in(said) else said
    beside = next((_said_beside(one) for one in reversed(sessions) if meeting == day_in(meaning(one, "next-date"))), "")
    return wrap(f"{words} ({beside})" if meeting is not None and beside else words, width - len(IN)) if words else []


def _said_beside(session: Session) -> str:
    """What was said last beside the day of the next meeting, such as where it is; nothing that is private."""
    private = private_ids(session)
    steps = [step.id for step in session.framework.steps if step.means == "next-date"]
    records = [record for step in steps for _, record in session.records_of(step)]
    found = [one.text for record in records for one in live(record.remarks) if one.id not in private]
    return in_words(found[-1]) if found else ""


def _rated(session: Session, width: int) -> list[str]:
    """All ratings."""
    known = Known(session)
    found: list[str] = []
    for step in session.framework.steps:
        if isinstance(step, RateStep):
            for spot, record in session.records_of(step.id):
                lines = section(known, spot, step, record, width - len(IN)) if isinstance(record, RateRecord) else []
                if lines:
                    found += [*wrap(known.title(spot, step), width - len(IN)), *lines]
    return found


#: What the newest session that has any of it says: an open one may not have come to it yet, or keep it private.
_LATEST: Mapping[str, Callable[[Session, int], list[str]]] = {
    "The goal": _goal,
    "The last numbers": _rated,
    "Left with": _left_with,
}


def _parked(sessions: tuple[Session, ...], width: int) -> list[str]:
    """Ideas on the parking lists that were never drawn into a step."""
    found: list[str] = []
    for session in sessions:
        drawn = {
            place.id
            for record in session.records.values()
            if isinstance(record, NotesRecord)
            for place in record.placements
        }
        for idea in live(session.parked):
            if idea.id not in drawn:
                words = f"{idea.text} (private)" if idea.mark == "private" else idea.text
                found += wrap(words, width - len(IN), "- ")
    return found
