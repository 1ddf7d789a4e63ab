"""`coachtui show`: the whole record of a session, for its holder."""

import click

from coachtui.cli.common import Settings, home_option, json_option, lines_out, note, pass_settings, printable, width


@click.command(name="show")
@click.argument("session")
@json_option
@home_option
@pass_settings
def command(settings: Settings, session: str, as_json: bool) -> None:
    """Show the whole record of a conversation.

    SESSION is an id, the start of one, or `last`.
    """
    desk = settings.desk()
    found = desk.read(session)
    if as_json:
        from coachtui.store.jsonfile import dump

        click.echo(dump(found.document).decode().rstrip("\n"))
        return
    from coachtui.desk.tending import actions
    from coachtui.report.terminal import record_lines

    working, shelf = desk.working(found), desk.shelf()
    lines_out(record_lines(working, actions(shelf), width()))
    others = [
        printable(one.path.stem) for one in shelf.books if one.id == working.session.id and one.path != found.path
    ]
    if others:
        note(f"This is {printable(found.path.stem)}. There is another version of it: {', '.join(others)}.")
    for line in (*([found.newer] if found.newer else []), *found.notices):
        note(line)
