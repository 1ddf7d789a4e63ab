"""`coachtui show`: the whole record of a session, for its holder."""

import sys
from pathlib import Path

import click

from coachtui.cli.common import Settings, home_option, json_option, lines_out, note, pass_settings, printable, width


@click.command(name="show")
@click.argument("session")
@json_option
@home_option
@pass_settings
def command(settings: Settings, session: str, as_json: bool) -> None:
    """Show the whole record of a conversation.

    SESSION is an id, the start of one, `last`, or a session file anywhere.
    """
    desk = settings.desk()
    path = Path(session)
    found = desk.store.read_file(path.absolute()) if _is_file(path) else desk.read(session)
    if as_json:
        from coachtui.store.jsonfile import dump

        click.echo(dump(found.document).decode().rstrip("\n"))
        return
    from coachtui.desk.tending import actions
    from coachtui.layouts import ASCII, USUAL
    from coachtui.library.threads import earlier
    from coachtui.report.terminal import record_lines

    working, shelf = desk.working(found), desk.shelf()
    before = earlier(shelf.related(working.session), working.session)
    signs = ASCII if _plain(desk.settings.signs) else USUAL
    lines_out(record_lines(working, actions(shelf), width(), signs, before))
    others = [
        printable(one.path.stem) for one in shelf.books if one.id == working.session.id and one.path != found.path
    ]
    if others:
        note(f"This is {printable(found.path.stem)}. There is another version of it: {', '.join(others)}.")
    for line in (*([found.newer] if found.newer else []), *found.notices):
        note(line)


def _plain(wanted: str) -> bool:
    """Whether pictures are drawn in plain signs: as it is set, else where this output cannot write the usual ones."""
    known = (sys.stdout.encoding or "utf-8").lower().replace("-", "").replace("_", "")
    return wanted == "ascii" or (wanted == "auto" and not known.startswith("utf"))


def _is_file(path: Path) -> bool:
    """Whether a path was meant, and not the name of a session: it says a folder, or stands here."""
    return path.suffix == ".json" and (len(path.parts) > 1 or path.is_file())
