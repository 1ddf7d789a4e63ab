"""A guide: lines to say or do."""

from coachtui.talk.view import GuideBody
from coachtui.tui.steps.shared import quiet
from coachtui.tui.widgets.lines import EMPTY, Line, paragraph


def draw(body: GuideBody, width: int) -> list[Line]:
    """Its lines, and who has seen them."""
    found = [row for say in body.say for row in paragraph(say, width, first="· ")]
    if body.seen_by:
        found += [EMPTY, *quiet("seen by " + ", ".join(body.seen_by), width)]
    return found
