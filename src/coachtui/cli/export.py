"""`coachtui export`: the one door out."""

from typing import TYPE_CHECKING

import click

from coachtui.cli.common import Settings, asked, at_terminal, home_option, lines_out, note, pass_settings, width
from coachtui.errors import UserError

if TYPE_CHECKING:
    from coachtui.sharing import Question

#: Cells that are left for an answer behind its question.
ROOM = 8


@click.command(name="export")
@click.argument("session")
@click.option("--for", "audience", metavar="AUDIENCE", required=True, help="For whom: coachee, line manager, group ...")
@click.option(
    "--to",
    "target",
    metavar="FILE",
    help="The file (.md, .html, .json or .ics), or a folder; without it, only a preview.",
)
@click.option("--held-back", is_flag=True, help="Show instead what would not be handed over, and the reason.")
@home_option
@pass_settings
def command(settings: Settings, session: str, audience: str, target: str | None, held_back: bool) -> None:
    """Make a file for somebody, by what was agreed.

    SESSION is an id, the start of one, or `last`. What the agreement says to ask first is asked here, thing by thing, with
    a way back and a last look; where nobody can be asked, it stays.
    """
    from coachtui.desk.handing import CARE, file_for, hand_over, handing, to_hand_over
    from coachtui.desk.places import told
    from coachtui.report.handed.preview import held_back_lines, preview_lines

    desk = settings.desk()
    given = handing(to_hand_over(desk, desk.read(session)), desk.shelf(), audience)
    path = file_for(target, desk.home.sessions) if target else None
    if given.nothing and not held_back:
        raise UserError(given.nothing, "--held-back shows what stays here.")
    given = given.answered(_answers(given.questions))
    if held_back:
        lines_out(held_back_lines(given.held_back, width()))
        return
    if path is None:
        lines_out(preview_lines(given.shared, width()))
        note("This is a preview: nothing was written. --to FILE makes the file.")
        return
    hand_over(desk.home.disk, given, path)
    note(f"Written: {told(path)}")
    if given.audience.casefold() == "coachee":
        note(CARE)


def _answers(questions: "tuple[Question, ...]") -> dict[str, bool]:
    """What the coachee says to each thing that has to be asked about."""
    from coachtui.cli.asking import STOPPED, ask_each, folded

    if not questions:
        return {}
    if not at_terminal():
        number = "1 thing has" if len(questions) == 1 else f"{len(questions)} things have"
        note(f"{number} to be asked about first, and nobody can be asked here: what was not asked about stays.")
        return {}

    def say(line: str) -> None:
        note("\n".join(folded(line, width())))

    def ask(question: str) -> str:
        *before, last = folded(question, width() - ROOM)
        for line in before:
            note(line)
        return asked(last)

    try:
        return ask_each(questions, ask, say)
    except click.Abort:
        note("")  # what comes next begins a line of its own
        raise UserError(STOPPED) from None
