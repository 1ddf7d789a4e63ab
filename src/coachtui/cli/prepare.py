"""`coachtui prepare`: the page before a follow-up."""

import click

from coachtui.cli.common import Settings, home_option, lines_out, needed, pass_settings, width


@click.command(name="prepare")
@click.argument("name", required=False)
@home_option
@pass_settings
def command(settings: Settings, name: str | None) -> None:
    """Show what to know before a follow-up.

    What is still open with NAME, what became of the rest, and where it stood.
    """
    from coachtui.desk.tending import day_with, past_with
    from coachtui.report.prepare import prepare_lines

    desk = settings.desk()
    who = needed(name, "Whom do you meet?", "Whom do you meet? coachtui prepare NAME")
    past, actions = past_with(desk, who)
    lines_out(prepare_lines(past, actions, desk.naming.must(who).name, width(), meeting=day_with(desk, who)))
