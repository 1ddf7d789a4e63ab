"""What a piece on the screen is, never how it looks: that is `coachtui.tui.looks.paints`. Touches nothing."""

from typing import Final, Literal, get_args

from coachtui.framework.models import Family

#: What a piece is. `here` is where one stands, `picked` what was chosen, `key` a hint at a key, `edge` the line of a
#: drawing, `behind` a name in what is only looked at; a family is a framework's mark and name where frameworks are listed.
Look = Literal["", "quiet", "strong", "here", "picked", "warn", "good", "key", "question", "edge", "behind"] | Family

FAMILIES: Final[tuple[Family, ...]] = get_args(Family)
#: Every look that has a colour of its own.
LOOKS: Final[tuple[str, ...]] = (
    "quiet", "strong", "here", "picked", "warn", "good", "key", "question", "edge", "behind", *FAMILIES,
)  # fmt: skip
