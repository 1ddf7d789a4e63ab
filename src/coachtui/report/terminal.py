"""The whole record of one session for its holder, as plain lines for a terminal. Pure functions; touches nothing.

Not an export: what is made to be handed over goes through `sharing`. Everything stands here, private things included.
"""

from collections.abc import Iterable, Mapping, Sequence

from coachtui.flow.past import NO_PAST, OpenAction
from coachtui.flow.places import answered
from coachtui.flow.spots import spots
from coachtui.framework.contents import CONTENT_WORDS, LISTED
from coachtui.framework.steps import CONTENTS, BaseStep, NotesStep
from coachtui.layouts import USUAL, Signs
from coachtui.report.agreed import history_lines
from coachtui.report.known import Known
from coachtui.report.page import IN, day, fit, heading, held, inset, pad, tagged, wordings, wrap
from coachtui.report.rows import Row, apart, plain_rows, under
from coachtui.report.sections import board, section
from coachtui.session.actions import ActionKey
from coachtui.session.lookups import live, still_parked
from coachtui.session.models import Agreement, Session, Working
from coachtui.session.spot import Spot


def by_key(actions: Iterable[OpenAction]) -> dict[ActionKey, OpenAction]:
    """Actions by where they were promised, as `Known` wants them."""
    return {(one.ref.session, one.ref.id): one for one in actions}


def record_lines(
    working: Working,
    actions: Iterable[OpenAction] = (),
    width: int = 80,
    signs: Signs | None = USUAL,
    before: Sequence[Session] = (),
) -> list[str]:
    """The whole record.

    Args:
        working: the session, and the half lines that were being typed.
        actions: every action of these people with what has become of it.
        width: cells of the terminal.
        signs: what pictures are drawn with; None lists the notes instead, as is best read aloud.
        before: what these people held earlier, oldest first: how they came to agree on what they do.
    """
    rows = record_rows(working, actions, width, signs, before)
    return [*(row.text for row in rows), *_small_print(working.session, width)]


def record_rows(
    working: Working,
    actions: Iterable[OpenAction] = (),
    width: int = 80,
    signs: Signs | None = USUAL,
    before: Sequence[Session] = (),
    *,
    whole: Session | None = None,
) -> list[Row]:
    """The same, each line with what it tells of: for a screen on which one can go back to a thing and mend it.

    `whole` is the session with what is not to be shown here: a stage at which only that was said was not left out.
    """
    width = fit(width)
    known = Known(working.session, by_key(actions), signs)
    return apart(
        plain_rows(_head(working.session, width), heads=len(heading(working.session.framework.name, width))),
        *_stages(known, width),
        plain_rows(_left_out(whole or known.session, width)),
        plain_rows(_parked(known, width), heads=2),
        plain_rows(_limits(known, width), heads=2),
        plain_rows(_agreement(working.session, before, width), heads=2),
        plain_rows(_drafts(working, known, width), heads=2),
    )


def _head(session: Session, width: int) -> list[str]:
    facts = [
        held(session.started, session.ended, session.planned, from_paper=session.from_paper),
        session.setting,
        f"{session.minutes} minutes",
    ]
    people = ", ".join(f"{one.name} ({one.role})" if one.name != one.role else one.name for one in session.people)
    lines = [*heading(session.framework.name, width), *wrap(" · ".join(facts), width)]
    lines += wrap(people, width) if people else []
    lines += wrap(f"It was {session.stance}.", width) if session.stance else []
    return lines


def _small_print(session: Session, width: int) -> list[str]:
    """What commands and other programs know it by; nobody has to read it."""
    links = [f"Session {session.id}"]
    if session.follows:
        links.append(f"follows {session.follows}")
    links.extend(f"grew from {one.session}:{one.item}" for one in session.grew_from)
    return ["", *wrap(" · ".join(links), fit(width))]


def _stages(known: Known, width: int) -> list[list[Row]]:
    """A block for each stage, with the spots that captured anything."""
    session = known.session
    blocks: list[list[Row]] = []
    stage: str | None = None
    boards: set[str] = set()
    for step in session.framework.steps:
        for spot, record in session.records_of(step.id):
            lines = section(known, spot, step, record, width)
            rows = [*_board_once(known, spot, step, boards, width), *_titled(known, spot, step, lines, width)]
            if not rows:
                continue
            if step.stage and step.stage != stage:
                head = heading(step.stage, width)
                blocks.append(plain_rows(head, heads=len(head)))
                stage = step.stage
            blocks.append(rows)
    return blocks


def _left_out(session: Session, width: int) -> list[str]:
    """The stages of a closed conversation at which nothing was said."""
    if session.ended is None:
        return []
    said: dict[str, bool] = {}
    for spot in spots(session, NO_PAST):
        stage, record = session.framework.step(spot.step).stage, session.record(spot)
        remarks = record is not None and any(True for _ in live(record.remarks))
        said[stage] = said.get(stage, False) or remarks or answered(session, spot)
    names = [stage for stage, anything in said.items() if stage and not anything]
    return wrap(f"Left out: {', '.join(names)}.", width) if names else []


def _titled(known: Known, spot: Spot, step: BaseStep, lines: list[str], width: int) -> list[Row]:
    """What a spot captured under its title. The title leads to the spot itself."""
    return under(wrap(known.title(spot, step), width), lines, spot) if lines else []


def _board_once(known: Known, spot: Spot, step: BaseStep, shown: set[str], width: int) -> list[Row]:
    """The whole board where the first of its steps that captured anything stands."""
    if not isinstance(step, NotesStep) or step.board is None or step.board in shown:
        return []
    canvas = known.session.framework.board(step.board)
    if canvas is None:
        return []
    shown.add(step.board)
    lines = board(known, canvas, step, width)
    return under(wrap(canvas.title or canvas.id, width), lines, spot) if lines else []


def _parked(known: Known, width: int) -> list[str]:
    ideas = still_parked(known.session)
    if not ideas:
        return []
    lines: list[str] = []
    for one in ideas:
        said = wrap(f"{one.text}{known.marks(one)}", width - len(IN), "- ")
        lines += tagged([*said, *wordings(one.earlier, width - len(IN))], one.id)
    return [*heading("Parked", width), *inset(lines)]


def _limits(known: Known, width: int) -> list[str]:
    """The moments at which a limit was reached: day, time and step, who will be told, told first or not."""
    lines: list[str] = []
    for one in known.session.limits:
        spot = Spot.parse(one.spot)
        step = known.session.framework.find(spot.step)
        where = f", at: {known.title(spot, step)}" if step is not None else ""
        lines += wrap(f"{day(one.at)}, {one.at:%H:%M}{where}", width - len(IN), "- ")
        lines += wrap(f"Will be told: {one.told}", width - len(IN), IN)
        lines += wrap(f"The person was told first: {one.told_first}", width - len(IN), IN)
    if not lines:
        return []
    lines += wrap("What came up at this step, and what was made of it, is in no copy for anybody.", width - len(IN))
    return [*heading("A limit was reached", width), *inset(lines)]


def _agreement(session: Session, before: Sequence[Session], width: int) -> list[str]:
    """What is agreed now, and how it came about over the meetings of these people."""
    found = agreement_lines(session.agreement, width, group=session.is_group)
    history = history_lines((*before, session), width - len(IN)) if found else []
    return [*found, *inset(["", *history] if history else [])]


def agreement_lines(agreement: Agreement | None, width: int, *, group: bool) -> list[str]:
    """The agreement in force: its clauses, and who may hear what as a table. Nothing where nothing was agreed.

    `group`: more than two people take part. Two hear of no group, unless they agreed something for one.
    """
    if agreement is None:
        return []
    lines = [line for one in agreement.clauses for line in wrap(one.text, width - len(IN), "- ")]
    levels = {
        audience: row
        for audience, row in agreement.levels.items()
        if group or audience.casefold() != "group" or set(row.values()) - {"no"}
    }
    lines += _who_hears_what(levels, width - len(IN)) if levels else []
    return [*heading("What is agreed now", width), *inset(lines)]


def _who_hears_what(levels: Mapping[str, Mapping[str, str]], width: int) -> list[str]:
    """A row for each kind of content, a column for each audience; one audience after the other where that is too wide."""
    first = max(len(words) for words in CONTENT_WORDS.values())
    across = {audience: max(len(audience), len("ask")) for audience in levels}
    if first + sum(cells + 2 for cells in across.values()) > width:
        told = {
            audience: ", ".join(f"{LISTED[one]} {row.get(one, 'no')}" for one in CONTENTS)
            for audience, row in levels.items()
        }
        return ["", *(line for audience, words in told.items() for line in wrap(words, width, f"{audience}: ", IN))]
    found = ["", f"{' ' * first}  {'  '.join(pad(audience, cells) for audience, cells in across.items())}".rstrip()]
    for content, words in CONTENT_WORDS.items():
        row = "  ".join(pad(levels[audience].get(content, "no"), cells) for audience, cells in across.items())
        found.append(f"{pad(words, first)}  {row}".rstrip())
    return found


def _drafts(working: Working, known: Known, width: int) -> list[str]:
    """Half lines that were being typed and not yet kept."""
    lines: list[str] = []
    for key, text in working.drafts.items():
        spot = Spot.parse(key)
        step = known.session.framework.find(spot.step)
        name = known.title(spot, step) if step is not None else key
        lines += wrap(text, width - len(IN), f"{name}: ", IN)
    return [*heading("Half typed", width), *inset(lines)] if lines else []
