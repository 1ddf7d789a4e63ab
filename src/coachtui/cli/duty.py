"""`coachtui duty`: the own path of what was recorded when a limit was reached."""

import click

from coachtui.cli.common import Settings, at_terminal, home_option, lines_out, note, pass_settings, width
from coachtui.errors import UserError


@click.command(name="duty")
@click.argument("session")
@click.option("--to", "target", metavar="FILE", help="The file: .md, .html or .json; without it, only a preview.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@home_option
@pass_settings
def command(settings: Settings, session: str, target: str | None, yes: bool) -> int:
    """Pass on that a limit was reached.

    SESSION is an id, the start of one, or `last`. The file says that a limit was reached, when, who will be told, whether
    the person was told first, and who coached whom. Nothing that was said is in it.
    """
    from coachtui.desk.limits import limit_file, pass_on
    from coachtui.report.handed.limits import CONTENTS, limit_lines
    from coachtui.sharing import limit_report

    desk = settings.desk()
    report = limit_report(desk.session(session))
    path = limit_file(target, desk.home.sessions) if target else None
    if path is None:
        lines_out(limit_lines(report, width()))
        note("This is a preview: nothing was written. --to FILE makes the file.")
        return 0
    if not yes:
        if not at_terminal():
            raise UserError(
                "Nothing was written: nobody can be asked here.",
                f"The file would say {CONTENTS}. --yes writes it without asking.",
            )
        note(f"The file says {CONTENTS}. Nothing of what was said.")
        if not click.confirm(f"Write {path}?", default=False, err=True):
            note("Nothing was written.")
            return 1
    pass_on(desk.home.disk, report, path)
    note(f"Written: {path}")
    return 0
