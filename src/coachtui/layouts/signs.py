"""The signs that drawings are made of: the usual ones, and plain ASCII for fonts and printers that lack them.

Pure values; touches nothing. What people wrote is never changed by this: only our own signs are. Lines and balls may
be drawn two cells wide by terminals set up for Chinese, Japanese or Korean; ASCII is right there too.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Corners:
    """The lines of a box."""

    top_left: str
    top_right: str
    bottom_left: str
    bottom_right: str
    flat: str
    upright: str


@dataclass(frozen=True, slots=True)
class Signs:
    """One set of signs. `balls` go from empty to full and always stand beside the number."""

    note: str
    second: str
    branch: str
    between: str
    cut: str
    none: str
    soft: Corners
    strong: Corners
    tee_down: str
    tee_up: str
    tee_right: str
    tee_left: str
    cross: str
    arrow: str
    full: str
    empty: str
    balls: tuple[str, str, str, str, str]


USUAL = Signs(
    note="·",
    second="+",
    branch="└ ",
    between=" · ",
    cut="…",
    none="–",
    soft=Corners("╭", "╮", "╰", "╯", "─", "│"),
    strong=Corners("╔", "╗", "╚", "╝", "═", "║"),
    tee_down="┬",
    tee_up="┴",
    tee_right="├",
    tee_left="┤",
    cross="┼",
    arrow="→",
    full="█",
    empty="░",
    balls=("○", "◔", "◑", "◕", "●"),
)

ASCII = Signs(
    note="-",
    second="+",
    branch="`- ",
    between=" - ",
    cut="...",
    none="-",
    soft=Corners("+", "+", "+", "+", "-", "|"),
    strong=Corners("#", "#", "#", "#", "=", "#"),
    tee_down="+",
    tee_up="+",
    tee_right="+",
    tee_left="+",
    cross="+",
    arrow="->",
    full="#",
    empty=".",
    balls=("", "", "", "", ""),
)
"""Plain ASCII. A ball is only its number there."""
