"""What every step may say, whatever its kind, and the closed lists of words that steps are made of.

Pure values (pydantic, frozen). Everything here is offered by `steps` too, which is where other rooms take it from.
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from coachtui.framework.base import Id, Ids, Line, Lines, MaybeLine, Model, as_tuple

Kind = Literal["guide", "text", "notes", "choose", "rate", "link", "actions", "agreement", "review"]
Content = Literal["attendance", "topic", "points", "actions", "ratings", "feedback"]
Level = Literal["no", "ask", "yes"]
Layout = Literal["list", "columns", "rows", "grid", "circles", "rings", "target", "chain"]

KINDS: tuple[Kind, ...] = (
    "guide",
    "text",
    "notes",
    "choose",
    "rate",
    "link",
    "actions",
    "agreement",
    "review",
)
CONTENTS: tuple[Content, ...] = ("attendance", "topic", "points", "actions", "ratings", "feedback")


class BaseStep(Model):
    """What every step may say, whatever its kind."""

    id: Id
    """A short name that other lines point to: small letters, digits and hyphens. Never used twice in a file."""

    kind: Kind
    """The shape of what is written down at this step."""

    stage: MaybeLine = ""
    """The heading that several steps share, such as Goal or Reality."""

    title: MaybeLine = ""
    """The heading of what is recorded here, as it stands in the finished sheet."""

    ask: Lines = ()
    """The questions. The first is shown, the others are another way to ask."""

    follow: Lines = ()
    """Asked once there is an answer. What is said to it is kept as a remark."""

    do: Lines = ()
    """A line for the coach's strip: what helps here. The coachee may read it too."""

    avoid: Lines = ()
    """A line for the coach's strip: what gets in the way here. The coachee may read it too."""

    hint: Line | None = None
    """A few words shown in the empty entry line."""

    minutes: float | None = Field(default=None, gt=0, le=600)
    """The step's share of the time. Shares are scaled to the length that was chosen for the conversation."""

    clock: Literal["soft", "hard"] = "soft"
    """`soft` shows the time to the coach alone. `hard`, for formats whose method is the clock, shows everybody what is left
    of the minutes and says when they are over; it never ends the step."""

    silent: float | None = Field(default=None, gt=0, le=120)
    """Minutes of quiet at the start of this step."""

    speaks: Line | None = None
    """The role whose words are recorded here. Without it, the coachee's."""

    each: Literal["person"] | None = None
    """`person`: everyone answers apart, then all answers are shown side by side."""

    private: bool = False
    """Never in the shared view and never in anything handed on."""

    content: Content | None = None
    """What the agreement calls this. Without it: actions for actions, ratings for rate, points for all else."""

    means: Literal["topic", "goal", "leaving", "next-date"] | None = None
    """What Home, Prepare and the lists read from this step."""

    optional: bool = False
    """Offered, and passed over with one key."""

    when: Literal["first", "follow-up", "remote", "group", "wanted"] | None = None
    """The step is part of the conversation only at a first meeting, at a follow-up, remotely, in a group, or when it is
    wanted: then it is offered at the end of the step before, and passed over otherwise."""

    show: Ids = ()
    """Earlier steps, or boards, that are shown beside this one."""

    include: Annotated[
        tuple[Literal["parked"], ...],
        BeforeValidator(
            lambda value: (value,) if isinstance(value, str) else as_tuple(value),
            json_schema_input_type=Literal["parked"] | tuple[Literal["parked"], ...],
        ),
    ] = ()
    """`parked`: the ideas on the parking list are offered here."""

    @property
    def classed(self) -> Content:
        """What the agreement calls what is recorded here (see *Every step may say*)."""
        if self.content:
            return self.content
        if self.means == "topic":
            return "topic"
        return _CONTENT_OF.get(self.kind, "points")


_CONTENT_OF: dict[str, Content] = {"actions": "actions", "rate": "ratings"}
