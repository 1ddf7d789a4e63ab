"""`coachtui delete`: take a session away for good."""

import click

from coachtui.cli.common import Settings, at_terminal, home_option, note, pass_settings
from coachtui.errors import UserError


@click.command(name="delete")
@click.argument("session")
@click.option("--yes", is_flag=True, help="Do not ask.")
@home_option
@pass_settings
def command(settings: Settings, session: str, yes: bool) -> int:
    """Delete a session for good, after asking."""
    desk = settings.desk()
    path = desk.store.find(session)
    if not yes:
        if not at_terminal():
            raise UserError(f"{path.name} was not deleted: nobody can be asked here.", "--yes deletes without asking.")
        if not click.confirm(f"Delete {path.name} for good? It cannot be brought back.", err=True):
            note("Nothing was deleted.")
            return 1
    removed = desk.store.delete(path)
    note(f"Deleted: {path.name}{' and its older copies' if len(removed) > 1 else ''}.")
    return 0
