"""What is asked at each place of an agreement, what answers it, and what stands there. Pure; writes nothing.

The places come from `flow.places`: the sentences at once and one by one, the table as a whole and row by row, everybody else,
the limits. Each asks a question that yes and no answer.
"""

from collections.abc import Callable, Mapping

from coachtui.flow.places import AGAIN, OTHERS, SENTENCES, TABLE, readers
from coachtui.framework.contents import content_words
from coachtui.framework.steps import CONTENTS, AgreementStep
from coachtui.session.clauses import clauses_at, levels_at, not_brought
from coachtui.session.models import Session
from coachtui.session.spot import Place, Spot
from coachtui.talk.agreed import column_told, in_force_words, your

#: The few numbers that are written out.
_COUNTED = {2: "both sentences", 3: "these three sentences", 4: "these four sentences", 5: "these five sentences"}


def question(session: Session, step: AgreementStep, spot: Spot, place: Place) -> str:
    """The question of a place; empty where the framework's own is asked."""
    if place.row is not None and place.column is not None:
        return f"May {your(place.column)} hear {content_words(place.row)}?"
    if place.field in _ASKED:
        return _ASKED[place.field](session, step, spot)
    number = next((n for n, one in enumerate(clauses_at(session, spot), 1) if one.id == place.field), None)
    return f"Shall sentence {number} stand as it is?" if number is not None else ""


def _of_sentences(session: Session, _: AgreementStep, spot: Spot) -> str:
    count = len(clauses_at(session, spot))
    return f"Do {_COUNTED.get(count, f'these {count} sentences')} hold between us?"


def _of_table(session: Session, step: AgreementStep, spot: Spot) -> str:
    reader = readers(session, step)[0]
    heard = {levels_at(session, spot).get(reader, {}).get(one, "no") for one in CONTENTS}
    asked = (
        f"Is it right that {your(reader)} hears nothing?"
        if heard == {"no"}
        else f"May {your(reader)} hear this, and no more?"
    )
    whose = session.coachee  # with chairs swapped it is said whose line manager is meant, at every visit
    if whose is not None and whose.name != whose.role and not_brought(session, spot) == reader:
        return f"{whose.name}: {asked[:1].lower()}{asked[1:]}"
    return asked


def _of_others(_: Session, __: AgreementStep, ___: Spot) -> str:
    return "And everybody else: is this right?"


def _of_limits(_: Session, __: AgreementStep, ___: Spot) -> str:
    return "Read the limits aloud. Has everybody heard them?"


def _of_again(_: Session, __: AgreementStep, ___: Spot) -> str:
    return "Does what we agreed still stand?"


_ASKED: Mapping[str | None, Callable[[Session, AgreementStep, Spot], str]] = {
    AGAIN: _of_again,
    SENTENCES: _of_sentences,
    TABLE: _of_table,
    OTHERS: _of_others,
    "limits": _of_limits,
}
#: What answers the question of a place, before the entry line: never wider than a narrow window shows.
_LABELS: Mapping[str | None, str] = {"limits": "y when heard", TABLE: "y, n or a number"}
_HINTS: Mapping[str | None, str] = {
    AGAIN: "n goes through it; or a change, as in: {change}",
    SENTENCES: "n goes one by one; other words may be a new sentence",
    TABLE: "n goes row by row; a number takes that line",
    OTHERS: "n goes through them",
    "limits": "They hold whatever else is agreed",
}


def label(place: Place) -> str:
    """What can be typed at a place, in a few words."""
    if place.row is not None:
        return "y, n or ask"
    return _LABELS.get(place.field, "y or n")


def hint(session: Session, step: AgreementStep, place: Place) -> str:
    """What stands in the empty entry line at a place."""
    if place.row is not None:
        return "ask: only if you say yes to it first"
    change = example(session, step)
    if place.field in _HINTS and (change or place.field != AGAIN):
        return _HINTS[place.field].format(change=change)
    return "n goes through it" if place.field == AGAIN else "n strikes it; other words may be a new sentence"


def is_about_sentences(session: Session, spot: Spot, place: Place) -> bool:
    """Whether the entry line stands at the sentences, all at once or one of them."""
    return place.field in (SENTENCES, AGAIN) or place.field in [one.id for one in clauses_at(session, spot)]


def row_of(session: Session, step: AgreementStep, asked: str | None) -> Place | None:
    """The row of the table that a question was about; None where it was about something else."""
    rows = (Place(row=content, column=one) for one in readers(session, step) for content in CONTENTS)
    return next((one for one in rows if question(session, step, Spot(step.id), one) == asked), None)


def example(session: Session, step: AgreementStep) -> str:
    """A change of one row as it can be said, in the words of the rows; empty where there is no table."""
    return f"{content_words('actions')}: yes" if readers(session, step) else ""


def told(session: Session, step: AgreementStep, spot: Spot, place: Place) -> tuple[str, ...]:
    """What the question of the whole table, or of everybody else, is about: a line each."""
    levels = levels_at(session, spot)
    first, *others = readers(session, step) or ("",)
    if place.field == OTHERS:
        return in_force_words(session, levels, others)
    if place.field != TABLE:
        return ()
    return (*column_told(levels.get(first, {})), *in_force_words(session, levels, others))
