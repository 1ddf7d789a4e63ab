"""Looking back: earlier actions, what was promised and what has become of each."""

from coachtui.session.spot import Place
from coachtui.session.things import STATUSES
from coachtui.talk.view import ReviewBody, ReviewLine
from coachtui.tui.steps.shared import NUMBER, answers, numbered, quiet
from coachtui.tui.widgets.lines import Line, Stand


def draw(body: ReviewBody, width: int) -> list[Line]:
    """The actions one below the other, the one that is asked for marked."""
    if not body.actions:
        return quiet("Nothing was promised last time.", width)
    several = len({action.promised for action in body.actions}) > 1
    return [row for action in body.actions for row in _action(action, width, dated=several)]


def _action(action: ReviewLine, width: int, *, dated: bool) -> list[Line]:
    """One action; `dated`: they were promised on several days, so each says on which."""
    promised = f"promised {action.promised}" if dated else ""
    marks = [
        part
        for part in (action.who, action.by_when and f"by {action.by_when}", action.status or "open", promised)
        if part
    ]
    there = Stand(Place(field=action.id)) if action.id else None
    found = numbered(action.number, action.what, width, look="here" if action.here else "", marks=marks, act=there)
    if action.learned:
        found += numbered("", f"learned: {action.learned}", width, look="quiet")
    if action.here:
        found += answers([(one, one) for one in STATUSES], width, first=" " * NUMBER, now=action.status or "open")
    return found
