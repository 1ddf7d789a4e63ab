"""`coachtui resume`: go on with a conversation."""

import click

from coachtui.cli.common import Settings, home_option, pass_settings
from coachtui.cli.screens import NO_TERMINAL, hold, screens_possible
from coachtui.errors import UserError


@click.command(name="resume")
@click.argument("session", required=False)
@click.option("--plain", is_flag=True, help="With lines in and lines out instead of the screen.")
@home_option
@pass_settings
def command(settings: Settings, session: str | None, plain: bool) -> int:
    """Go on with a conversation.

    SESSION is an id, the start of one, or `last`; without it, the newest that is open.
    """
    if not plain and not screens_possible():
        raise UserError(NO_TERMINAL)
    desk = settings.desk()
    return hold(desk, desk.resume(session), plain=plain)
