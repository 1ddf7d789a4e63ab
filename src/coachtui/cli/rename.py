"""`coachtui rename`: correct a person's name or code."""

import click

from coachtui.cli.common import Settings, home_option, needed, note, pass_settings


@click.command(name="rename")
@click.argument("name", required=False)
@click.argument("new", required=False)
@home_option
@pass_settings
def command(settings: Settings, name: str | None, new: str | None) -> int:
    """Correct a person's name or code, in every session.

    What is not given is asked for.
    """
    from coachtui.desk.tending import rename

    desk = settings.desk()
    old = needed(name, "Whose name?", "Whose name is to be corrected? coachtui rename NAME NEW")
    desk.naming.must(old)
    wanted = needed(new, "What is it to be?", "What is the name to be? coachtui rename NAME NEW")
    done = rename(desk, old, wanted)
    note(f"Corrected, in {done.sessions} {'session' if done.sessions == 1 else 'sessions'}.")
    for line in done.left:
        note(f"Not yet: {line}")
    return 1 if done.left else 0
