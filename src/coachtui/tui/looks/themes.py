"""The four themes as Textual wants them, with every look in them: made from the one table. Uses Textual."""

from collections.abc import Mapping
from typing import Final

from textual.theme import Theme

from coachtui.tui.looks.paints import INK, NAMES, PAINTS, PAPER, Name


def name_in_textual(name: Name) -> str:
    """What Textual calls one of our themes."""
    return f"coachtui-{name}"


def variables(name: Name) -> dict[str, str]:
    """What the style sheet and every Canvas know a look by: a colour and a weight for each."""
    found: dict[str, str] = {}
    for look, themes in PAINTS.items():
        found[f"look-{look}"] = themes[name].colour
        found[f"look-{look}-weight"] = themes[name].weight
    return found


def theme(name: Name) -> Theme:
    """One theme. What Textual's own widgets use besides is set to the same few colours."""
    ink, paper = INK[name].colour, PAPER[name].colour
    here, warn, good = (PAINTS[look][name].colour for look in ("here", "warn", "good"))
    return Theme(
        name=name_in_textual(name),
        primary=here,
        secondary=here,
        accent=here,
        warning=warn,
        error=warn,
        success=good,
        foreground=ink,
        background=paper,
        surface=paper,
        panel=paper,
        boost=paper,
        dark=name != "light",
        variables=variables(name),
    )


THEMES: Final[Mapping[Name, Theme]] = {name: theme(name) for name in NAMES}
