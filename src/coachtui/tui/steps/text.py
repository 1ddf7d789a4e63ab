"""A text: one passage, or one for each person, with its earlier wordings where the framework shows them."""

from coachtui.talk.view import Entry, TextBody
from coachtui.tui.steps.shared import far, quiet
from coachtui.tui.widgets.lines import Item, Line, paragraph

#: So many earlier wordings of one passage are shown.
NEWEST = 3


def draw(body: TextBody, width: int) -> list[Line]:
    """The passages; the earlier wordings stand above the one that holds now."""
    found: list[Line] = []
    for one in body.passages:
        found += _passage(one, width)
    return found


def _passage(one: Entry, width: int) -> list[Line]:
    """The newest wordings stand above; of many, how many more there were (the sheet has them all)."""
    folded = len(one.earlier) - NEWEST
    found = paragraph(f"before that: {folded} more wordings", width, "quiet") if folded > 0 else []
    found += [row for old in one.earlier[-NEWEST:] for row in paragraph(f"before: {old}", width, "quiet")]
    found += paragraph(one.text, width, "strong", act=Item(one.id))
    marks = (*one.marks, *far(one))
    return [*found, *quiet(" · ".join(marks), width)] if marks else found
