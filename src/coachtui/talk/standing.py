"""Where notes stand that are offered to be picked. Pure; touches nothing."""

from coachtui.framework.steps import ChooseStep, NotesStep
from coachtui.session.boards import line_name, notes_of_step, notes_on
from coachtui.session.models import Session


def where_it_stands(session: Session, step: ChooseStep) -> dict[str, tuple[str, ...]]:
    """Of each note that is offered: its row, column and tag, but for the row or column all of them come from."""
    source = step.from_
    if source is None:
        return {}
    origin = session.framework.find(source.step or "")
    if source.board is None and not isinstance(origin, NotesStep):
        return {}
    on = notes_of_step(session, origin) if isinstance(origin, NotesStep) else notes_on(session, source.board or "")
    found: dict[str, tuple[str, ...]] = {}
    for one in on:
        row = line_name(session, one.row) if source.row is None else ""
        column = line_name(session, one.column) if source.column is None else ""
        found[one.thing.id] = tuple(part for part in (row, column, one.tag) if part)
    return found
