"""What a face shows of a conversation right now: one frozen value, made by `Talk.view()`.

Pure values. A face (screen or line mode) draws a `View` and holds no truth of its own. Everything that can be referred to by
a number on the screen or in a slash command has that number here.
"""

from dataclasses import dataclass
from typing import Literal

from coachtui.framework.steps import Kind, Layout, Level
from coachtui.layouts import Picture, Ratings
from coachtui.session.spot import Place, Spot

#: A list without notes.
NO_PICTURE = Picture("list")

#: `passed`: it lies behind us, and something of it was left out; `done`: all was answered that is not only offered.
Progress = Literal["done", "here", "passed", "ahead"]
#: What only a face can do.
Wants = Literal[
    "", "quit", "ended", "blank", "show", "silence", "tips", "menu", "help", "mend", "look", "preview", "duty", "sure"
]


@dataclass(frozen=True, slots=True)
class Stop:
    """One stage in the trail along the top, and the first spot of it."""

    name: str
    progress: Progress
    spot: Spot


@dataclass(frozen=True, slots=True)
class Entry:
    """One numbered line: a note, an option, an action, a clause. `marks` are short words such as a tag or a name.

    `letter` stands before it instead of the number where it belongs to the second of two lists.
    `chosen` is the rank among the picks (1 is first), or the dots; None where it is not picked.
    `travels` says how far it goes, where that differs from what its step usually does.
    `earlier` are wordings it had before, newest last, filled only where the framework shows them.
    """

    number: int
    id: str
    text: str
    marks: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    chosen: int | None = None
    private: bool = False
    travels: str = ""
    letter: str = ""

    @property
    def label(self) -> str:
        """What stands before it, and what is typed for it."""
        return self.letter or str(self.number)


@dataclass(frozen=True, slots=True)
class Group:
    """A column, a row or a plain list of entries. `here`: the entry line stands in it; `visited`: it has stood there."""

    name: str
    entries: tuple[Entry, ...]
    place: Place | None = None
    here: bool = False
    visited: bool = False


@dataclass(frozen=True, slots=True)
class GuideBody:
    """Lines to say or do, and who has seen them."""

    say: tuple[str, ...]
    seen_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextBody:
    """Passages: one, or one for each person (marks hold the name)."""

    passages: tuple[Entry, ...]
    lines: Literal["one", "many", "date"] = "many"


@dataclass(frozen=True, slots=True)
class NotesBody:
    """Notes by group: one nameless group for a list. `rows` and `columns` name a grid; groups come row by row then.

    `parked` can be drawn in with /take; a note may be marked with `tags`. `picture` is the whole board, if the step fills one.
    """

    layout: Layout
    groups: tuple[Group, ...]
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    parked: tuple[Entry, ...] = ()
    asked: str = ""
    picture: Picture = NO_PICTURE
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChooseBody:
    """What can be picked, and what was."""

    entries: tuple[Entry, ...]
    at_least: int | None = None
    at_most: int | None = None
    ordered: bool = False
    dots: int | None = None
    may_add: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a rating; `was` is the number given there last time, shown beside."""

    row: str
    column: str
    by: str
    value: float | None
    was: float | None
    remark: str
    here: bool
    place: Place


@dataclass(frozen=True, slots=True)
class RateBody:
    """A rating: its cells in the order they are asked, the scale, the names of its two ends, and sums as sentences."""

    cells: tuple[Cell, ...]
    scale: tuple[int, int]
    ends: tuple[str, str] | None
    show_as: Literal["ruler", "table", "balls", "wheel"]
    barrier: str = ""
    sums: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TieLine:
    """One tie, and what stands before its two ends. Its own number is for clicks: no face has to show it."""

    number: int
    id: str
    a: str
    b: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class LinkBody:
    """Two lists and the ties between them; `alone` are the numbers and letters of those without a partner."""

    left: Group
    right: Group
    ties: tuple[TieLine, ...]
    tie: str
    alone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action: what, who, by when in words and as an ISO date, the other fields by name.

    `status` is what has become of it, where that was told already.
    """

    number: int
    id: str
    what: str
    who: str
    by_when: str
    due: str
    fields: tuple[tuple[str, str], ...] = ()
    source: str = ""
    private: bool = False
    travels: str = ""
    status: str = ""
    #: The field that is being asked for just this one; empty where none is.
    asked: str = ""


@dataclass(frozen=True, slots=True)
class ActionsBody:
    """The actions so far; `offered` are picks that no action has grown from yet (their number takes their words)."""

    actions: tuple[ActionLine, ...]
    fields: tuple[str, ...]
    field: str
    offered: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """One clause and who has accepted it (names)."""

    number: int
    id: str
    text: str
    accepted: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    here: bool = False


@dataclass(frozen=True, slots=True)
class LevelCell:
    """How far one kind of content goes to one audience."""

    content: str
    audience: str
    level: Level
    here: bool = False


@dataclass(frozen=True, slots=True)
class AgreementBody:
    """Clauses, the table row by row (one content a row), the limits to read aloud, the usual agreements (name, what it means).

    `again`: shown to people who agreed before. `stands`, `told`: the table in words. `whole`: all clauses are asked at once.
    """

    clauses: tuple[ClauseLine, ...]
    table: tuple[LevelCell, ...]
    audiences: tuple[str, ...]
    limits: tuple[str, ...]
    limits_heard: tuple[str, ...] = ()
    presets: tuple[tuple[str, str], ...] = ()
    again: bool = False
    stands: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    whole: bool = False
    hangs: bool = False  # a short question waits for its own answer


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One earlier action, what it said, and what has become of it."""

    number: int
    what: str
    who: str
    by_when: str
    promised: str
    status: str
    learned: str = ""
    here: bool = False
    told: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class ReviewBody:
    """Earlier actions, the coach's own promises first; empty where there are none."""

    actions: tuple[ReviewLine, ...]


Body = GuideBody | TextBody | NotesBody | ChooseBody | RateBody | LinkBody | ActionsBody | AgreementBody | ReviewBody


@dataclass(frozen=True, slots=True)
class Shown:
    """An earlier step shown beside: its title, its lines as plain text, and its picture where it has one."""

    title: str
    lines: tuple[str, ...]
    since: str = ""
    picture: Picture | Ratings | None = None


@dataclass(frozen=True, slots=True)
class OfferLine:
    """Something that could come next, and why. Taken with /yes (or y where no words are expected); without `to`, only said.

    `leaving`: about how much there is, so said when somebody is about to go on. `short`: it is the short way to the close.
    """

    say: str
    to: str
    plain_yes: bool
    leaving: bool = False
    short: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """Everything a face needs to draw the present moment of a conversation."""

    framework: str
    spot: Spot
    kind: Kind
    stage: str
    title: str
    trail: tuple[Stop, ...]
    question: str
    probe: int
    probes: int
    place: Place
    place_name: str
    body: Body
    #: What an empty line would do: "In others", "next: Ways", "the end"; and whether that closes the conversation.
    next_hint: str
    ends: bool = False
    hint: str = ""
    follow: bool = False
    shown: tuple[Shown, ...] = ()
    remarks: tuple[Entry, ...] = ()
    offers: tuple[OfferLine, ...] = ()
    notices: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    speaks: str = ""
    author: str = ""
    minutes: float | None = None
    minutes_in_all: int = 0
    #: Minutes that have passed in all; None for what is typed up from paper.
    spent: float | None = None
    #: Seconds left of a step whose method is the clock, 0 when they are over; None for every other step.
    clock_left: int | None = None
    silent: float | None = None
    hard_clock: bool = False
    private: bool = False
    #: How far goes what is said here, in two or three words: "stays between us", "asked first: line manager".
    travels: str = ""
    optional: bool = False
    draft: str = ""
    parked: int = 0
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of a line: quiet words for the person, and what the face has to do.

    `problem` is a sentence when the line could not be taken: it was not lost, the face puts it back into the entry line.
    `page` is text to show apart. `wants` is something only a face can do; one that cannot, shows the page. `thing` is the id
    and the words of what is to be mended; `audience` is whose preview is wanted.
    """

    said: tuple[str, ...] = ()
    problem: str = ""
    page: tuple[str, ...] = ()
    moved: bool = False
    refill: str = ""
    wants: Wants = ""
    thing: tuple[str, str] = ("", "")
    audience: str = ""
