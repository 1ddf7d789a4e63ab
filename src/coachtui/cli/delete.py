"""`coachtui delete`: take a session away for good."""

import click

from coachtui.cli.common import Settings, at_terminal, home_option, note, pass_settings
from coachtui.errors import UserError


@click.command(name="delete")
@click.argument("session")
@click.option("--yes", is_flag=True, help="Do not ask. A name that nothing uses any more is taken out of the list too.")
@home_option
@pass_settings
def command(settings: Settings, session: str, yes: bool) -> int:
    """Delete a session for good, after asking; and a name that nothing uses any more, after asking again."""
    from coachtui.desk.deleting import delete, take_out

    desk = settings.desk()
    path = desk.store.find(session)
    if not yes:
        if not at_terminal():
            raise UserError(f"{path.name} was not deleted: nobody can be asked here.", "--yes deletes without asking.")
        if not click.confirm(f"Delete {path.name} for good? It cannot be brought back.", err=True):
            note("Nothing was deleted.")
            return 1
    gone = delete(desk, path)
    note(f"Deleted: {path.name}{' and its older copies' if len(gone.files) > 1 else ''}.")
    asking = f"{gone.names}: no other conversation has that name. Take it out of the list of names?"
    if gone.unused and (yes or click.confirm(asking, default=True, err=True)):
        take_out(desk, gone.unused)
        note(f"Out of the list of names: {gone.names}.")
    return 0
