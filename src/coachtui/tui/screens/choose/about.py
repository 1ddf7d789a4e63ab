"""What is told below the wall about the choice that is looked at, kindly worded. Pure functions."""

from collections.abc import Callable

from coachtui.framework.models import Framework
from coachtui.tui.screens.choose.wall import Choice, Wall
from coachtui.tui.widgets.lines import Line, Piece, apart, cut, line, paragraph, width_of


def about(one: Choice, wall: Wall, names: Callable[[str], str], width: int) -> list[Line]:
    """More about one choice: what it leads to, its stages, when it helps, what is needed.

    Args:
        one: the choice.
        wall: the time and the number of people it is looked at with.
        names: the name of a framework by its id; empty for one that is not here.
        width: cells of a line.
    """
    framework = one.framework
    name = (Piece("  "), Piece(framework.name, "strong"))
    trail = _trail(framework)
    found: list[Line] = []
    whole = (*name, Piece(f"   {framework.summary}"))
    if width_of(whole) + width_of(trail) + 3 < width:
        found.append(apart(whole, trail, width - 1))
    else:
        found += [cut(whole, width - 1)] if width_of(whole) < width else [name, *_told("", framework.summary, width)]
        found.append((Piece("  "), *cut(trail, width - 3)))
    found += _told("Good when ", lower(framework.use_when), width, "quiet")
    found += _told("Better another day when ", lower(framework.not_when), width, "quiet")
    if not one.fits(wall.have, wall.group):
        found += _told("", _why(framework, wall), width, "quiet")
    after = ", ".join(known for one_id in framework.leads_to if (known := names(one_id)))
    ready = "; ".join(framework.materials)
    quiet = [f"Lay ready: {ready}" if ready else "", f"Goes well after it: {after}" if after else ""]
    return found + _told("", " · ".join(part for part in quiet if part), width, "quiet")


def _told(lead: str, words: str, width: int, look: str = "") -> list[Line]:
    if not words:
        return []
    return paragraph(f"{lead}{words}", width - 3, "quiet" if look else "", first="  ", rest="    ")


def _why(framework: Framework, wall: Wall) -> str:
    """What it would take, kindly."""
    parts = []
    if min(framework.minutes) > wall.have:
        parts.append(f"it takes {min(framework.minutes)} minutes")
    if wall.group not in framework.people:
        said = {"two": "two people", "three": "three", "group": "a group"}
        parts.append(f"it is made for {' or '.join(said[one] for one in framework.people)}")
    return f"It can be chosen, but {' and '.join(parts)}."


def _trail(framework: Framework) -> Line:
    """The stages of the format itself, without its opening and its close."""
    own = [step.stage or step.title for step in framework.steps if "/" not in step.id]
    return line(" → ".join(dict.fromkeys(name for name in own if name)), "quiet")


def lower(words: str) -> str:
    """A sentence as it goes on after other words: its first letter small, unless it is a name in capitals or `I`."""
    first = words.partition(" ")[0].partition("'")[0].partition("’")[0]
    return words if first == "I" or (len(first) > 1 and not first[1:].islower()) else words[:1].lower() + words[1:]
