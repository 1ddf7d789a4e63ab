"""The slash commands: one table for both faces. Each says its name, what it takes, what it does, and when it can be done.

Keys, menus and help are drawn from this table. The editor does the writing.
"""

from collections.abc import Callable
from dataclasses import dataclass

from coachtui.errors import UserError
from coachtui.talk import arranging, moving
from coachtui.talk.holder import Holder
from coachtui.talk.view import Reply

Run = Callable[[Holder, str], Reply]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done from the entry line. `here` says whether it makes sense at the present moment."""

    name: str
    argument: str
    help: str
    run: Run
    here: Callable[[Holder], bool] = lambda _: True


COMMANDS: tuple[Command, ...] = (
    Command("next", "", "leave this step and go to the next", moving.next_step),
    Command("back", "", "go to the step before", moving.back),
    Command("go", "STEP", "go to any step, by name or number", moving.go),
    Command("ask", "", "another way to ask", moving.ask, moving.has_probes),
    Command("park", "TEXT", "put an idea on the parking list", arranging.park),
    Command("take", "N", "draw a parked idea in here", arranging.take_parked, arranging.takes_parked),
    Command("remark", "TEXT", "keep a remark", arranging.remark),
    Command("col", "NAME", "go to a column, or add one", moving.column, moving.has_columns),
    Command("row", "NAME", "go to a row, or add one", moving.row, moving.has_rows),
    Command("move", "N PLACE", "move a note to another column or row", arranging.move, arranging.has_notes),
    Command("lift", "N", "move a note one row up", arranging.lift, arranging.lifts),
    Command("tag", "TAG", "tag the last note", arranging.tag, arranging.has_tags),
    Command("type", "TYPE", "say what type of note it is", arranging.set_type, arranging.has_types),
    Command("field", "NAME TEXT", "fill another field of the action", arranging.field, arranging.has_actions),
    Command("reason", "TEXT", "say what speaks for the last pick", arranging.reason, arranging.has_picks),
    Command("unlink", "N", "take a tie back", arranging.unlink, arranging.has_ties),
    Command("edit", "N TEXT", "mend the words of something", arranging.edit),
    Command("drop", "N", "take something out", arranging.drop),
    Command("undo", "", "take back the last change", moving.undo),
    Command("redo", "", "make it again", moving.redo),
    Command("yes", "", "take what is offered", moving.yes, moving.has_offer),
    Command("no", "", "leave what is offered", moving.no, moving.has_offer),
    Command("by", "[NAME]", "say whose words come next (alone: the coachee's)", arranging.by),
    Command("people", "[NAME]", "add a person", arranging.people),
    Command("private", "[N]", "keep one thing between the two of you", arranging.private),
    Command("share", "[N]", "let one thing be shared", arranging.share),
    Command("where", "", "all steps, and where we are", moving.where),
    Command("time", "", "how the time stands", moving.minutes),
    Command("show", "", "everything so far", moving.show),
    Command("blank", "", "blank the screen", moving.blank),
    Command("end", "", "close the conversation", moving.end),
    Command("quit", "", "stop here; everything is kept and it stays open", moving.leave),
    Command("help", "", "what can be done here", lambda talk, _: help_page(talk)),
)

_BY_NAME = {one.name: one for one in COMMANDS}


def run(talk: Holder, line: str) -> Reply:
    """Run a slash command. The beginning of a name is enough where it is clear. UserError where it is not known."""
    name, _, argument = line[1:].strip().replace("\t", " ").partition(" ")
    return find(name.lower() or "help").run(talk, argument.strip())


def find(name: str) -> Command:
    """The command of this name, or with this beginning. UserError names the nearest."""
    if name in _BY_NAME:
        return _BY_NAME[name]
    begin = [one for one in COMMANDS if name and one.name.startswith(name)]
    if len(begin) == 1:
        return begin[0]
    if begin:
        raise UserError(f"Which one: {', '.join('/' + one.name for one in begin)}?")
    raise UserError(f"There is no command /{name[:40]}. /help shows what can be done here. Two slashes write one.")


def help_page(talk: Holder) -> Reply:
    """What can be done here, now, in words."""
    lines = ["Type and press Enter to keep what is said. An empty line goes on.", ""]
    lines += [f"/{one.name} {one.argument}".rstrip().ljust(18) + one.help for one in COMMANDS if one.here(talk)]
    return Reply(page=tuple(lines))
