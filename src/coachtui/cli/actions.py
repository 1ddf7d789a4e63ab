"""`coachtui actions`: commitments across all sessions, and saying outside a session what became of one."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from coachtui.cli.common import (
    Settings,
    asked,
    at_terminal,
    day_of,
    home_option,
    json_option,
    json_out,
    lines_out,
    note,
    pass_settings,
    width,
)

if TYPE_CHECKING:
    from coachtui.flow.past import OpenAction


@click.group(name="actions", invoke_without_command=True)
@click.option("--all", "every", is_flag=True, help="Also what is done or dropped.")
@click.option("--due", callback=day_of, metavar="DATE", help="Only what is open and due up to that day.")
@json_option
@home_option
@click.pass_context
def command(context: click.Context, every: bool, due: date | None, as_json: bool) -> None:
    """List commitments, or say what became of one."""
    if context.invoked_subcommand is not None:
        return
    from coachtui.desk.tending import actions
    from coachtui.library.promises import due as due_by
    from coachtui.library.promises import still_open

    found = actions(context.ensure_object(Settings).desk().shelf())
    if due is not None:
        found = due_by(found, due)
    elif not every:
        found = still_open(found)
    if as_json:
        json_out({"actions": [_as_json(one) for one in found]})
    elif found:
        lines_out(line for one in found for line in _lines(one))
    else:
        note("Nothing is open.")


@command.command(name="set")
@click.argument("action")
@click.argument("status")
@click.option("--learned", metavar="WORDS", help="What was learned; asked for at a terminal.")
@home_option
@pass_settings
def set_status(settings: Settings, action: str, status: str, learned: str | None) -> None:
    """Say what became of ACTION (its id, or the start of it): open, done, moving, stuck or dropped."""
    from coachtui.desk.tending import action_called, set_action, status_called

    desk = settings.desk()
    # A wrong word is told before anything is asked.
    wanted = status_called(status)
    before = action_called(desk.shelf(), action)
    if learned is None:
        learned = asked("What was learned (just Enter: nothing)?") if at_terminal() else ""
    set_action(desk, before.ref, wanted, learned)
    note(f"{before.ref.id[:4]}: {before.status} -> {wanted}")


def _as_json(one: "OpenAction") -> dict[str, Any]:
    return {
        "session": one.ref.session,
        "id": one.ref.id,
        "what": one.action.text,
        "who": one.who,
        "role": one.who_role,
        "due": one.action.due.isoformat() if one.action.due else None,
        "by_when": one.action.fields.get("by when"),
        "status": one.status,
        "learned": one.learned,
        "promised": one.promised.isoformat(),
        "framework": one.framework,
    }


def _lines(one: "OpenAction") -> Iterator[str]:
    from coachtui.report.page import day, fit, wrap
    from coachtui.session.when import when_words

    yield from wrap(one.action.text, fit(width()), f"{one.ref.id[:4]}  ")
    words = one.action.fields.get("by when")
    said = when_words(words or "", one.action.due)
    when = f"by {said}" if one.action.due else f"by when: {said}" if said else ""
    learned = f"learned: {one.learned}" if one.learned else ""
    facts = [one.who, when, one.status, f"promised {day(one.promised)}", learned]
    yield from wrap("; ".join(fact for fact in facts if fact), fit(width()), "      ")
