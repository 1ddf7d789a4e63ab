"""How an agreement came to be what it is: who agreed to it when, and every change since, meeting by meeting. Pure functions."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from coachtui.framework.contents import content_words
from coachtui.report.known import Known
from coachtui.report.page import day, wrap
from coachtui.session.clauses import changes_of, still_agreed
from coachtui.session.models import Session
from coachtui.session.records import AgreementRecord
from coachtui.session.things import Clause, LevelChange


def history_lines(sessions: Sequence[Session], width: int) -> list[str]:
    """The history over these meetings, the oldest first: one line for each time somebody agreed to the table or changed it."""
    return [line for one in sessions for words in _of(Known(one)) for line in wrap(words, width, "- ")]


def _of(known: Known) -> Iterator[str]:
    records = [one for one in known.session.records.values() if isinstance(one, AgreementRecord)]
    yield from _levels(known)
    for record in records:
        for clause in record.clauses:
            if clause.gone is None and clause.mark != "private":
                yield f"{_changed(known, clause.at, clause.by)}: {_clause(clause)}"
    yield from _agreed(known, records)


def _agreed(known: Known, records: Iterable[AgreementRecord]) -> Iterator[str]:
    """Who accepted the table at this meeting, by the newest word of each: as it became, or as it stood before a change."""
    newest = {one.by: one for record in records for one in record.tables}
    levels = known.session.agreement.levels if known.session.agreement else {}
    accepted = [one for one in newest.values() if one.verdict == "accepted"]
    stands = [one for one in accepted if still_agreed(one, levels)]
    for said, how in (([one for one in accepted if one not in stands], ", as it stood before"), (stands, "")):
        if said:
            names = ", ".join(name for one in said if (name := known.who(one.by)))
            yield f"agreed to{how}{',' if how else ''} on {day(max(one.at for one in said))}{f' by {names}' if names else ''}"


def _levels(known: Known) -> Iterator[str]:
    """What a meeting changed of the table: from what it was to what it became, for each audience and person."""
    cells: dict[tuple[str, str], list[LevelChange]] = {}
    for one in changes_of(known.session):
        cells.setdefault((one.audience, one.content), []).append(one)
    told: dict[tuple[str | None, str], list[LevelChange]] = {}
    words: dict[str, str] = {}
    for (audience, content), changes in cells.items():
        first, last = changes[0], changes[-1]
        if first.before != last.level or last.preset:
            told.setdefault((last.by, audience), []).append(last)
            words[last.id] = (
                f"{content_words(content)}: {first.before or 'no'} -> {last.level}"
                if first.before != last.level
                else ""
            )
    for (by, audience), lasts in told.items():
        preset = next((one.preset for one in reversed(lasts) if one.preset), None)
        said = "; ".join(words[one.id] for one in lasts if words[one.id])
        name = f"{preset}" if preset and not said else f"{said} ({preset})" if preset else said
        yield f"{_changed(known, lasts[-1].at, by)}: {audience}, {name}"


def _changed(known: Known, at: datetime, by: str | None) -> str:
    who = known.who(by)
    return f"changed on {day(at)}{f' by {who}' if who else ''}"


def _clause(clause: Clause) -> str:
    if clause.struck:
        return f"struck: {clause.text}"
    return f"{'in other words' if clause.replaces else 'added'}: {clause.text}"
