"""Homes with something in them, and frameworks by the dozen, for the tests of Home and Choose."""

from collections.abc import Sequence
from datetime import date, timedelta

from coachtui.desk import Desk, Wish
from coachtui.framework.models import Framework
from coachtui.tui.widgets.look import FAMILIES

#: Words that must be on no screen that nobody asked names of.
SECRETS = ("Zacharias", "Wilhelmina", "Balthasar", "staff meeting", "ring the parents")


def held(
    desk: Desk,
    framework: str = "grow",
    names: Sequence[str] = ("Zacharias", "Wilhelmina"),
    *,
    next_date: str = "",
    promise: str = "",
    ended: bool = True,
    ago: int = 0,
) -> str:
    """A conversation that was held, with a topic and what else is asked for; its id."""
    day = desk.clock().date() - timedelta(days=ago) if ago else None
    conversation = desk.start(framework, [(name, None) for name in names], Wish(on=day))
    for line in ("/go topic", "The staff meeting") if framework == "grow" else ("/park the staff meeting",):
        conversation.talk.line(line)
    if promise:
        for line in ("/go actions", promise):
            conversation.talk.line(line)
    if next_date:
        for line in ("/go next-date", next_date):
            conversation.talk.line(line)
    if ended:
        conversation.talk.editor.end()
    assert conversation.close()
    return conversation.id


def generated(many: int) -> list[Framework]:
    """Frameworks of all families, with long and short words, for two, three and more, of several lengths."""
    found = []
    for number in range(many):
        family = FAMILIES[number % len(FAMILIES)]
        made = {
            "id": f"made-{number:02}",
            "name": f"Format {number:02}" + " with a longer name" * (number % 3),
            "words": f"I want number {number:02}" + ", and I want it to be quite special" * (number % 2),
            "summary": f"Summary of {number:02}.",
            "use_when": "One thing is stuck, and there is a little time to look at it together.",
            "not_when": "It is urgent, or somebody is about to be told what to do.",
            "family": family,
            "people": (["two"], ["two", "three"], ["group"])[number % 3],
            "minutes": ([15, 30], [20], [45, 60], [60, 90])[number % 4],
            "materials": ["one large sheet", "a marker"],
            "step": [{"id": "one", "kind": "text", "stage": "One", "title": "One", "ask": ["What?"]}],
        }
        found.append(Framework.model_validate(made))
    return found


def in_days(desk: Desk, days: int) -> date:
    """A day from the desk's today."""
    return desk.clock().date() + timedelta(days=days)
