"""`coachtui start`: begin a conversation, on the screen or in lines."""

from datetime import date

import click

from coachtui.cli.common import Settings, asked, at_terminal, day_of, home_option, pass_settings
from coachtui.cli.screens import NO_TERMINAL, hold, screens_possible
from coachtui.errors import UserError


@click.command(name="start")
@click.argument("framework", required=False)
@click.option("--with", "people", multiple=True, metavar="NAME", help="Who takes part: coachee first, then coach.")
@click.option("--role", "roles", multiple=True, metavar="NAME=ROLE", help="Who does what, where it is not that.")
@click.option("--minutes", type=click.IntRange(1, 480), metavar="N", help="How long it is to take.")
@click.option("--remote", is_flag=True, help="The people do not sit in one room.")
@click.option("--follow", metavar="SESSION", help="The conversation this one follows; `last` is the newest.")
@click.option("--swap", is_flag=True, help="With --follow: coach and coachee change chairs.")
@click.option("--from", "grew_from", metavar="SESSION:ITEM", help="The note of an earlier one that it grows from.")
@click.option("--on", callback=day_of, metavar="DATE", help="With --from-paper: the day it was held, as 2026-11-21.")
@click.option("--from-paper", is_flag=True, help="It was held on paper and is typed up now: no clock.")
@click.option("--plain", is_flag=True, help="With lines in and lines out instead of the screen.")
@home_option
@pass_settings
def command(  # noqa: PLR0917 - click hands every option over by name
    settings: Settings,
    framework: str | None,
    people: tuple[str, ...],
    roles: tuple[str, ...],
    minutes: int | None,
    remote: bool,
    follow: str | None,
    swap: bool,
    grew_from: str | None,
    on: date | None,
    from_paper: bool,
    plain: bool,
) -> int:
    """Begin a conversation.

    FRAMEWORK is an id that `coachtui frameworks` lists; who is not named is asked for.
    """
    from coachtui.desk import Wish
    from coachtui.desk.starting import TOUR

    _check(follow=follow, swap=swap, on=on, from_paper=from_paper)
    named = _named(people, roles)
    if not plain and not screens_possible():
        raise UserError(NO_TERMINAL)
    desk = settings.desk()
    followed = desk.session(follow) if follow else None
    chosen = framework or (followed.framework.id if followed else _which(desk.catalogue.ids()))
    desk.catalogue.get(chosen)  # a wrong name is told before anybody is asked for theirs
    if swap and followed is not None:
        named = desk.swapped(followed)
    if len(named) < 2 and not roles and followed is None and grew_from is None and chosen != TOUR and at_terminal():
        named = _ask_names(named)
    wish = Wish(minutes=minutes, remote=remote, on=on, from_paper=from_paper, asked=remote)
    conversation = desk.start(chosen, named, wish, follow=followed.id if followed else None, grew_from=grew_from)
    return hold(desk, conversation, plain=plain)


def _check(*, follow: str | None, swap: bool, on: date | None, from_paper: bool) -> None:
    if on is not None and not from_paper:
        raise click.UsageError("--on goes with --from-paper: the day of a conversation that was held on paper.")
    if swap and follow is None:
        raise click.UsageError("--swap goes with --follow: it is the people of that conversation who change chairs.")


def _named(people: tuple[str, ...], roles: tuple[str, ...]) -> list[tuple[str, str | None]]:
    """Names in their order, each with the role that was said for it; who has a role only comes last."""
    said: dict[str, str] = {}
    for pair in roles:
        name, equals, role = pair.rpartition("=")
        if not equals or not name or not role:
            raise click.UsageError("--role is written NAME=ROLE, as in p3=Coach.")
        said[name] = role
    return [*((name, said.pop(name, None)) for name in people), *said.items()]


def _which(known: list[str]) -> str:
    """The framework, asked for by number or name at a terminal."""
    if not at_terminal():
        raise click.UsageError(f"Which framework? There is {', '.join(known)}.")
    for number, name in enumerate(known, 1):
        click.echo(f"{number}. {name}", err=True)
    answer = asked("Which conversation?")
    if answer.isdigit() and 0 < int(answer) <= len(known):
        return known[int(answer) - 1]
    return answer


def _ask_names(named: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """Coachee, then coach, as far as they were not named; just Enter leaves a chair without a name."""
    click.echo("A code or initials are enough; just Enter leaves it open.", err=True)
    return [*named, *((asked(chair), None) for chair in ("Coachee", "Coach")[len(named) :])]
