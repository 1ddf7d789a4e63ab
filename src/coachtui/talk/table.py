"""The one table of commands. Each row says a name, what it takes, what it does, and when it can be done.

Everything that shows or runs a command is drawn from it: the slash commands of both faces, the menu and the palette, the
keys and their map in `coachtui.toml`, the help, the foot of the screen, and the menu of a thing that is clicked. Its second
half, `KEYS`, has the keys of every screen, with a column for where they hold.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from coachtui.talk import arranging, deeds, going, levels, looking, mending, moving
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
        everywhere: its key does the same on every screen.
        also: other words that people look for it by.
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
    everywhere: bool = False
    also: tuple[str, ...] = ()


N = "its number"
ALONE = "a number; alone: the last one"

# A table is read by its columns:
# fmt: off
COMMANDS: tuple[Command, ...] = (
    Command("next", "", "go to the next step, whatever is left in this one", "moving", moving.next_step,
            also=("skip", "forward", "continue")),
    Command("back", "", "to the place you just left; again: further back", "moving", going.back,
            also=("previous", "return")),
    Command("undo", "", "take back the last change", "writing", moving.undo, key="ctrl+z", also=("oops", "revert")),
    Command("go", "STEP", "go to any step, by name or number", "moving", moving.go, wanted="a step: its name or number",
            also=("goto", "jump", "step")),
    Command("ask", "", "another way to ask", "moving", moving.ask, moving.has_probes, "ctrl+t", "another way",
            also=("question", "another", "probe")),
    Command("park", "TEXT", "put an idea on the parking list", "ideas", arranging.park,
            key="ctrl+o", short="park", wanted="the idea, in a few words", also=("idea", "parking", "later")),
    Command("end", "", "close the conversation, when it is over", "leaving", moving.end, also=("close", "finish", "done")),
    Command("quit", "", "leave for now: all is kept, and it stays open", "leaving", moving.leave,
            key="ctrl+q", everywhere=True, also=("leave", "exit", "stop", "bye")),
    Command("help", "", "what can be done here", "looking", looking.help_wanted, also=("keys", "how", "what")),
    Command("time", "", "how much time is left", "looking", moving.minutes, also=("minutes", "clock")),
    Command("take", "N", "draw a parked idea in here", "ideas", arranging.take_parked, arranging.takes_parked,
            wanted="the letter of a parked idea", choices=deeds.take, also=("draw", "parked")),
    Command("remark", "TEXT", "keep a remark", "ideas", arranging.remark, wanted="the remark",
            also=("comment", "note")),
    Command("col", "NAME", "go to a column, or add one", "moving", moving.column, moving.has_columns,
            wanted="a column: its name, or a new one", also=("column",)),
    Command("row", "NAME", "go to a row, or add one", "moving", moving.row, moving.has_rows,
            wanted="a row: its name, or a new one", also=("line",)),
    Command("mend", "[N]", "bring back words to mend them", "writing", mending.bring_back, mending.has_words,
            key="up", wanted=ALONE, choices=deeds.mend, also=("correct", "fix", "change", "reword")),
    Command("move", "N PLACE", "move a note to another column or row", "writing", arranging.move, arranging.has_notes,
            wanted="a number, and where to", choices=deeds.move, also=("sort", "put")),
    Command("lift", "N", "move a note one row up", "writing", arranging.lift, arranging.lifts,
            wanted=N, choices=deeds.lift, also=("raise",)),
    Command("tag", "TAG", "tag the last note", "writing", arranging.tag, arranging.has_tags,
            wanted="a tag", choices=deeds.tag),
    Command("type", "TYPE", "say what type of note it is", "writing", arranging.set_type, arranging.has_types,
            wanted="a type", choices=deeds.set_type),
    Command("field", "NAME TEXT", "fill another field of the action", "writing", arranging.field, arranging.has_actions,
            wanted="the field, and what goes in it", choices=deeds.field, also=("more", "who", "support", "evidence")),
    Command("reason", "TEXT", "say what speaks for the last pick", "writing", arranging.reason, arranging.has_picks,
            wanted="what speaks for it", also=("because", "why")),
    Command("unlink", "PAIR", "take a tie back", "writing", arranging.unlink, arranging.has_ties,
            wanted="the two it ties, such as 1 A", choices=deeds.unlink, also=("untie",)),
    Command("edit", "N TEXT", "mend the words of something", "writing", mending.edit,
            wanted="a number, and the new words", also=("rewrite",)),
    Command("drop", "N", "take something out", "writing", arranging.drop, wanted="a number, or how its words begin",
            choices=deeds.drop, also=("delete", "remove", "strike", "out")),
    Command("forget", "[N]", "take an earlier wording away for good", "writing", mending.forget, mending.has_earlier,
            wanted=ALONE, choices=deeds.forget, also=("erase",)),
    Command("redo", "", "make it again", "writing", moving.redo, key="ctrl+y", also=("again",)),
    Command("yes", "", "take what is offered", "moving", moving.yes, moving.has_offer, short="take it",
            also=("accept",)),
    Command("no", "", "leave what is offered", "moving", moving.no, moving.has_offer, short="not now",
            also=("decline",)),
    Command("by", "[NAME]", "say whose words come next (alone: the coachee's)", "people", arranging.by,
            wanted="a name; alone: the coachee's", choices=deeds.by, also=("says", "speaker")),
    Command("people", "[NAME]", "add a person", "people", arranging.people, wanted="a first name or a code",
            also=("person", "name", "add")),
    Command("level", "[N]", "how far one thing goes: private, shared, as agreed", "people", levels.cycle,
            levels.has_things, "ctrl+l", wanted=ALONE, also=("far",)),
    Command("private", "[N]", "keep one thing out of every copy", "people", levels.private,
            wanted=ALONE, choices=deeds.private, also=("hidden",)),
    Command("share", "[N]", "let one thing be shared, or agree by a name (peer)", "people",
            levels.share, wanted="a number, or a usual agreement", choices=deeds.share, also=("agree",)),
    Command("preview", "[READER]", "what your line manager, or another, would see now", "people", levels.preview,
            wanted="a reader; alone: the line manager", also=("manager",)),
    Command("duty", "", "somebody may be at risk: the school's card", "people", duty,
            also=("risk", "safeguarding", "dsl", "harm")),
    Command("where", "", "all steps, and where we are", "looking", moving.where,
            also=("steps", "map", "progress", "trail")),
    Command("tips", "", "the coach's tips, and the time", "looking", looking.tips, key="ctrl+g", short="tips",
            also=("hints", "coach")),
    Command("silence", "", "a quiet minute, for thinking", "looking", moving.silence, also=("quiet", "pause")),
    Command("show", "", "everything so far", "looking", moving.show, also=("sheet", "all", "notes", "everything")),
    Command("blank", "", "blank the screen", "looking", moving.blank, key="ctrl+b", everywhere=True,
            also=("hide", "black")),
    Command("look", "", "the next look: dark, light, contrast, no colour", "looking", looking.look,
            also=("theme", "colours", "dark", "light", "contrast")),
    Command("menu", "", "all commands, to choose from", "looking", looking.menu, key="ctrl+p", also=("commands",)),
)
# fmt: on


#: The screens, as `coachtui.toml` calls them: a conversation and what is typed there; the places where letters are keys.
Where = Literal[
    "talk", "home", "choose", "list", "prepare", "look-back", "find", "sheet", "copy", "card", "page", "end", "unsaved",
    "question",
]  # fmt: skip
SCREENS: tuple[Where, ...] = get_args(Where)
#: Those with a line to type in: letters are words there.
TYPED: frozenset[Where] = frozenset({"talk", "find", "question"})


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a screen.

    Attributes:
        where: the screen it holds on.
        name: what it is called in `coachtui.toml`.
        key: its usual key, as Textual calls it; `digit` is any of them, and `any` whatever has no meaning of its own.
        help: what it does, in a few words.
        foot: how it stands at the foot, `{}` being the key; empty where it does not stand there.
        also: other keys that do the same.
    """

    where: Where
    name: str
    key: str
    help: str
    foot: str = ""
    also: tuple[str, ...] = ()


def _turning(where: Where, *also: str, foot: str = "") -> tuple[Key, ...]:
    """The keys that turn the pages of something to read; `also` does what PageDown does, and Up what PageUp does."""
    return (
        Key(where, "page-up", "pageup", "a page up", also=("up",) if "down" in also else ()),
        Key(where, "page-down", "pagedown", "a page down", foot, also),
    )


def _moving(where: Where, one: str, foot: str = "", *, letters: bool = False) -> tuple[Key, ...]:
    """The keys that move over rows."""
    return (
        Key(where, "up", "up", f"{one} up", also=("k",) if letters else ()),
        Key(where, "down", "down", f"{one} down", foot, ("j",) if letters else ()),
    )


def _ends(where: Where) -> tuple[Key, ...]:
    """The keys that go to the first and to the last of something."""
    return (Key(where, "first", "home", "the first"), Key(where, "last", "end", "the last"))


def _blank(where: Where, foot: str = "{} blank") -> Key:
    return Key(where, "blank", "b", "an empty screen, until a key", foot)


def _help(where: Where) -> Key:
    return Key(where, "help", "h", "this page", "{} help", also=("question_mark",))


# In the order in which help tells them and the foot has them.
# fmt: off
KEYS: tuple[Key, ...] = (
    # A conversation, beside the keys of its commands. An empty Enter goes on; the rest is kept.
    Key("talk", "keep", "enter", "keeps what is typed; on an empty line, and again, goes on"),
    Key("talk", "new-line", "ctrl+j", "a new line inside what is typed"),
    Key("talk", "commands", "slash", "all commands, on an empty line"),
    Key("talk", "fill", "tab", "fills in the command that is chosen"),
    Key("talk", "down", "down", "the next one in a menu"),
    Key("talk", "put-away", "escape", "closes a menu, puts words away, and brings them back"),
    Key("talk", "page-up", "pageup", "a page up in what was said"),
    Key("talk", "page-down", "pagedown", "a page down"),
    Key("home", "continue", "c", "goes on with the newest one that is open"),
    Key("home", "others", "o", "the others that are open"),
    Key("home", "start", "n", "a new conversation"),
    Key("home", "try", "t", "the tour"),
    Key("home", "prepare", "p", "the page before you meet again"),
    Key("home", "actions", "a", "what was promised"),
    Key("home", "look-back", "l", "all conversations"),
    # Enter pressed while the program is being loaded comes as the terminal's own end of a line, which is Ctrl+J.
    Key("home", "do", "enter", "does what the arrow stands at", also=("ctrl+j",)),
    *_moving("home", "one"),
    _blank("home"),
    Key("home", "look", "d", "the next look: dark, light, contrast, no colour", "{} light or dark"),
    _help("home"),
    Key("home", "leave", "q", "leave; everything is kept", "{} leave"),
    Key("home", "folder", "w", "another folder", "{} folder"),
    Key("choose", "start", "enter", "starts the conversation", "{} starts"),
    *_moving("choose", "one"),
    Key("choose", "page-up", "pageup", "a page up"),
    Key("choose", "page-down", "pagedown", "a page down"),
    Key("choose", "minutes", "digit", "the minutes you have"),
    Key("choose", "longer", "right", "more time", "← → time"),
    Key("choose", "people", "w", "two of you, three, or more", "{} people"),
    Key("choose", "remote", "r", "in one room, or remote", "{} remote"),
    Key("choose", "paper", "p", "it was held before, on paper, and is typed up now", "{} paper"),
    Key("choose", "find", "slash", "find by words", "{} find"),
    Key("choose", "erase", "backspace", "takes back a letter of what is looked for"),
    Key("choose", "back", "escape", "goes back", "{} back"),
    Key("choose", "more", "m", "show all, or fewer"),
    _help("choose"),
    Key("choose", "shorter", "left", "less time"),
    _blank("choose"),
    Key("list", "take", "enter", "takes it", "{} takes it"),
    *_moving("list", "one", "arrows"),
    Key("list", "page-up", "pageup", "ten up"),
    Key("list", "page-down", "pagedown", "ten down"),
    _blank("list"),
    Key("list", "back", "escape", "goes back", "{} goes back"),
    Key("prepare", "begin", "enter", "begins the follow-up", "{} begins the follow-up"),
    *_turning("prepare", "down", "space", foot="arrows turn pages"),
    Key("prepare", "private", "p", "private lines, or not", "{} shows private lines"),
    _blank("prepare"),
    Key("prepare", "back", "escape", "goes back", "{} goes back"),
    Key("find", "open", "enter", "opens the first one", "{} opens"),
    Key("find", "down", "down", "to the list", "{} to the list", also=("tab",)),
    Key("find", "up", "up", "one up"),
    Key("find", "page-up", "pageup", "ten up"),
    Key("find", "page-down", "pagedown", "ten down"),
    Key("find", "names", "ctrl+n", "people's names, or not", "{} names"),
    Key("find", "back", "escape", "puts the words away, then goes back", "{} goes back"),
    Key("look-back", "open", "enter", "opens it", "{} opens"),
    *_moving("look-back", "one", letters=True),
    Key("look-back", "page-up", "pageup", "ten up"),
    Key("look-back", "page-down", "pagedown", "ten down"),
    *_ends("look-back"),
    Key("look-back", "done", "d", "it is done", "{} done"),
    Key("look-back", "moving", "m", "it is moving", "{} moving"),
    Key("look-back", "stuck", "s", "it is stuck", "{} stuck"),
    Key("look-back", "dropped", "x", "it is dropped", "{} dropped"),
    Key("look-back", "still-open", "o", "it is open still", "{} open"),
    Key("look-back", "closed", "c", "those that are done or dropped too, or not", "{} closed ones too"),
    Key("look-back", "names", "n", "people's names, or not", "{} names"),
    Key("look-back", "private", "p", "private lines, or not", "{} private lines"),
    Key("look-back", "other", "a", "what was promised, or the conversations again", "{} actions"),
    Key("look-back", "find", "slash", "find by words", "{} find"),
    _blank("look-back", ""),
    _help("look-back"),
    Key("look-back", "back", "escape", "puts the words away, then goes back", "{} goes back", also=("q",)),
    Key("sheet", "mend", "enter", "mends this", "{} mends this"),
    *_moving("sheet", "one thing", letters=True),
    *_turning("sheet", "space"),
    *_ends("sheet"),
    Key("sheet", "continue", "c", "goes on with it", "{} continue"),
    Key("sheet", "reopen", "o", "opens it again and goes on", "{} go on with it"),
    Key("sheet", "follow", "f", "the next one of these two follows it", "{} follow up"),
    Key("sheet", "swap", "w", "the next one, each on the other's chair", "{} swap chairs"),
    Key("sheet", "rename", "r", "corrects a name, in every conversation", "{} rename"),
    Key("sheet", "copy", "e", "a copy for somebody", "{} copy for ..."),
    Key("sheet", "limit", "d", "passes on that a limit was reached", "{} duty to act"),
    Key("sheet", "forget", "t", "takes the earlier wording of this away for good", "{} take earlier wording away"),
    Key("sheet", "delete", "x", "deletes the conversation", "{} delete"),
    Key("sheet", "earlier", "m", "how it was put and where it stood before, or not", "{} as it was before"),
    Key("sheet", "private", "p", "private lines, or not", "{} shows private lines"),
    _blank("sheet", ""),
    _help("sheet"),
    Key("sheet", "back", "escape", "goes back", "{} goes back", also=("q", "left")),
    *_moving("copy", "one"),
    *_turning("copy", "space"),
    Key("copy", "yes", "y", "it may go", "{} yes"),
    Key("copy", "no", "n", "it stays", "{} no"),
    Key("copy", "take", "enter", "goes on", "{} takes it"),
    Key("copy", "rest", "l", "all the rest stays", "{} leaves out the rest"),
    Key("copy", "kept", "k", "what is kept back", "{} for you alone: what stays here"),
    Key("copy", "html", "h", "a page to print, or to read in a browser"),
    Key("copy", "markdown", "m", "plain text with headings, for any editor"),
    Key("copy", "json", "j", "for another program"),
    Key("copy", "calendar", "c", "the next meeting and the days of what was promised"),
    _blank("copy"),
    Key("copy", "back", "escape", "one back", "{} one back", also=("left",)),
    Key("card", "who", "digit", "who will be told"),
    Key("card", "other", "o", "somebody else"),
    Key("card", "yes", "y", "the person was told first", "{} yes"),
    Key("card", "no", "n", "the person was not told first", "{} no"),
    Key("card", "not-yet", "t", "the person will be told", "{} not yet"),
    *_turning("card", "down"),
    Key("card", "record", "enter", "records this, and no more", "{} records this, and no more"),
    Key("card", "back", "escape", "leaves, nothing recorded", "{} leaves, nothing recorded"),
    *_turning("page", "down"),
    Key("page", "go", "enter", "does what the page asks"),
    Key("page", "back", "escape", "goes back"),
    Key("page", "close", "any", "goes back", "Any key goes back."),
    *_turning("end", "down"),
    Key("end", "sheet", "s", "shows the finished sheet", "{}  shows the finished sheet"),
    Key("end", "copy", "c", "makes a copy for the coachee", "{}  makes a copy for the coachee"),
    Key("end", "swap", "w", "the next one, each on the other's chair", "{}  swap chairs"),
    Key("end", "close", "any", "goes back", "any other key goes back"),
    *_turning("unsaved", "down"),
    Key("unsaved", "again", "t", "tries again", "{}  try again"),
    Key("unsaved", "elsewhere", "o", "keeps a copy in another folder", "{}  keep a copy in another folder"),
    Key("unsaved", "without", "l", "leaves without it", "{}  leave without it"),
    Key("unsaved", "back", "escape", "back to the conversation", "{}  back to the conversation"),
    Key("question", "answer", "enter", "takes the answer", "{} goes on"),
    Key("question", "back", "escape", "goes back", "{} goes back"),
)
# fmt: on
