"""`coachtui export`: the one door out."""

from typing import TYPE_CHECKING

import click

from coachtui.cli.common import Settings, at_terminal, home_option, lines_out, note, pass_settings, width
from coachtui.errors import UserError

if TYPE_CHECKING:
    from coachtui.sharing import Question


@click.command(name="export")
@click.argument("session")
@click.option("--for", "audience", metavar="AUDIENCE", required=True, help="For whom: coachee, line manager, group ...")
@click.option("--to", "target", metavar="FILE", help="The file: .md, .html, .json or .ics; without it, only a preview.")
@click.option("--held-back", is_flag=True, help="Show instead what would not be handed over, and the reason.")
@home_option
@pass_settings
def command(settings: Settings, session: str, audience: str, target: str | None, held_back: bool) -> None:
    """Make a file for somebody, by what was agreed.

    SESSION is an id, the start of one, or `last`. What the agreement says to ask first is asked here, thing by thing;
    where nobody can be asked, it stays.
    """
    from coachtui.desk.handing import CARE, file_for, hand_over, handing, to_hand_over
    from coachtui.report.handed.preview import held_back_lines, preview_lines

    desk = settings.desk()
    given = handing(to_hand_over(desk, desk.read(session)), desk.shelf(), audience)
    path = file_for(target, desk.home.sessions) if target else None
    given = given.answered(_answers(given.questions))
    if held_back:
        lines_out(held_back_lines(given.held_back, width()))
        return
    if path is None:
        lines_out(preview_lines(given.shared, width()))
        note("This is a preview: nothing was written. --to FILE makes the file.")
        return
    hand_over(desk.home.disk, given, path)
    note(f"Written: {path}")
    if given.audience.casefold() == "coachee":
        note(CARE)


def _answers(asked: "tuple[Question, ...]") -> dict[str, bool]:
    """What the coachee says to each thing that has to be asked about."""
    from coachtui.report.handed.words import ASKED_WORDS

    if not asked:
        return {}
    if not at_terminal():
        number = "1 thing has" if len(asked) == 1 else f"{len(asked)} things have"
        note(f"{number} to be asked about first, and nobody can be asked here: what was not asked about stays.")
        return {}
    note("The agreement says to ask the coachee first. For each: may this go?")
    try:
        return {
            one.key: click.confirm(f"{ASKED_WORDS[one.content]}: {one.words}", default=False, err=True) for one in asked
        }
    except click.Abort:
        raise UserError("Nothing was handed over.") from None
