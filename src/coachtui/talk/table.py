"""The one table of commands. Each row says a name, what it takes, what it does, and when it can be done.

Everything that shows or runs a command is drawn from it: the slash commands of both faces, the menu and the palette, the
keys and their map in `coachtui.toml`, the help, the foot of the screen, and the menu of a thing that is clicked.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from coachtui.talk import arranging, deeds, levels, looking, mending, moving
from coachtui.talk.deeds import Choice
from coachtui.talk.duty import duty
from coachtui.talk.holder import Holder
from coachtui.talk.view import Reply

#: What commands are about, in the order in which help tells them.
Group = Literal["writing", "ideas", "moving", "people", "looking", "leaving"]
GROUPS: tuple[Group, ...] = get_args(Group)


def _always(_: Holder) -> bool:
    return True


def _nothing(_: Holder, __: str) -> Sequence[Choice]:
    return ()


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done from the entry line.

    Attributes:
        name: the word after the slash.
        argument: what may follow, in a word; in square brackets where it may be left out.
        help: what it does, in a few words.
        group: what it is about.
        run: does it.
        here: whether it makes sense at the present moment.
        key: its usual key, as Textual calls it; empty where it has none.
        short: a word or two for the foot of the screen; empty where it never stands there.
        wanted: what is to be typed after it, for the empty place where that goes.
        choices: what it could do with one thing, for the menu of a thing that is clicked.
    """

    name: str
    argument: str
    help: str
    group: Group
    run: Callable[[Holder, str], Reply]
    here: Callable[[Holder], bool] = _always
    key: str = ""
    short: str = ""
    wanted: str = ""
    choices: Callable[[Holder, str], Sequence[Choice]] = _nothing


N = "its number"
ALONE = "a number; alone: the last one"

# A table is read by its columns:
# fmt: off
COMMANDS: tuple[Command, ...] = (
    Command("next", "", "leave this step and go to the next; /skip as well", "moving", moving.next_step),
    Command("back", "", "the step before; in an agreement, the part before", "moving", moving.back),
    Command("go", "STEP", "go to any step, by name or number", "moving", moving.go, wanted="a step: its name or number"),
    Command("ask", "", "another way to ask", "moving", moving.ask, moving.has_probes, "ctrl+t", "another way"),
    Command("park", "TEXT", "put an idea on the parking list", "ideas", arranging.park,
            key="ctrl+o", short="park", wanted="the idea, in a few words"),
    Command("take", "N", "draw a parked idea in here", "ideas", arranging.take_parked, arranging.takes_parked,
            wanted="the number of a parked idea", choices=deeds.take),
    Command("remark", "TEXT", "keep a remark", "ideas", arranging.remark, wanted="the remark"),
    Command("col", "NAME", "go to a column, or add one", "moving", moving.column, moving.has_columns,
            wanted="a column: its name, or a new one"),
    Command("row", "NAME", "go to a row, or add one", "moving", moving.row, moving.has_rows,
            wanted="a row: its name, or a new one"),
    Command("mend", "[N]", "bring back words to mend them", "writing", mending.bring_back, mending.has_words,
            key="up", wanted=ALONE, choices=deeds.mend),
    Command("move", "N PLACE", "move a note to another column or row", "writing", arranging.move, arranging.has_notes,
            wanted="a number, and where to", choices=deeds.move),
    Command("lift", "N", "move a note one row up", "writing", arranging.lift, arranging.lifts,
            wanted=N, choices=deeds.lift),
    Command("tag", "TAG", "tag the last note", "writing", arranging.tag, arranging.has_tags,
            wanted="a tag", choices=deeds.tag),
    Command("type", "TYPE", "say what type of note it is", "writing", arranging.set_type, arranging.has_types,
            wanted="a type", choices=deeds.set_type),
    Command("field", "NAME TEXT", "fill another field of the action", "writing", arranging.field, arranging.has_actions,
            wanted="the field, and what goes in it", choices=deeds.field),
    Command("reason", "TEXT", "say what speaks for the last pick", "writing", arranging.reason, arranging.has_picks,
            wanted="what speaks for it"),
    Command("unlink", "N", "take a tie back", "writing", arranging.unlink, arranging.has_ties,
            wanted=N, choices=deeds.unlink),
    Command("edit", "N TEXT", "mend the words of something", "writing", mending.edit,
            wanted="a number, and the new words"),
    Command("drop", "N", "take something out", "writing", arranging.drop, wanted=N, choices=deeds.drop),
    Command("forget", "[N]", "take an earlier wording away for good", "writing", mending.forget, mending.has_earlier,
            wanted=ALONE, choices=deeds.forget),
    Command("undo", "", "take back the last change", "writing", moving.undo, key="ctrl+z"),
    Command("redo", "", "make it again", "writing", moving.redo, key="ctrl+y"),
    Command("yes", "", "take what is offered", "moving", moving.yes, moving.has_offer, short="take it"),
    Command("no", "", "leave what is offered", "moving", moving.no, moving.has_offer, short="not now"),
    Command("by", "[NAME]", "say whose words come next (alone: the coachee's)", "people", arranging.by,
            wanted="a name; alone: the coachee's", choices=deeds.by),
    Command("people", "[NAME]", "add a person", "people", arranging.people, wanted="a first name or a code"),
    Command("level", "[N]", "how far one thing goes: private, shared, as agreed", "people", levels.cycle,
            levels.has_things, "ctrl+l", wanted=ALONE),
    Command("private", "[N]", "keep one thing out of every copy", "people", levels.private,
            wanted=ALONE, choices=deeds.private),
    Command("share", "[N]", "let one thing be shared, or agree by a name (peer)", "people",
            levels.share, wanted="a number, or a usual agreement", choices=deeds.share),
    Command("preview", "[READER]", "what your line manager, or another, would see now", "people", levels.preview,
            wanted="a reader; alone: the line manager"),
    Command("duty", "", "somebody may be at risk: the school's card", "people", duty),
    Command("where", "", "all steps, and where we are", "looking", moving.where),
    Command("time", "", "how the time stands", "looking", moving.minutes),
    Command("tips", "", "the coach's tips, and the time", "looking", looking.tips, key="ctrl+g", short="tips"),
    Command("silence", "", "a quiet minute, for thinking", "looking", moving.silence),
    Command("show", "", "everything so far", "looking", moving.show),
    Command("blank", "", "blank the screen", "looking", moving.blank, key="ctrl+b"),
    Command("look", "", "the next look: dark, light, contrast, no colour", "looking", looking.look),
    Command("menu", "", "all commands, to choose from", "looking", looking.menu, key="ctrl+p"),
    Command("end", "", "close the conversation", "leaving", moving.end),
    Command("quit", "", "stop here; everything is kept and it stays open", "leaving", moving.leave, key="ctrl+q"),
    Command("help", "", "what can be done here", "looking", looking.help_wanted),
)
# fmt: on
