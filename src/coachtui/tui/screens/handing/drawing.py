"""How the stages of a copy look: lists, one question, a page. Pure; touches nothing."""

from collections.abc import Callable, Mapping, Sequence

from coachtui.desk.handing import Choice
from coachtui.report.handed.words import ASKED_WORDS, is_own, to_whom
from coachtui.sharing import Question
from coachtui.tui.widgets.lines import (
    EMPTY,
    Line,
    Look,
    Piece,
    Press,
    cell_len,
    indented,
    line,
    pad,
    paragraph,
)

#: Lines of a page are never longer than this.
WIDEST = 84
#: What stands before what was answered.
ANSWERS: Mapping[bool | None, str] = {True: "yes", False: "no", None: "not asked yet: it stays here"}

#: The formats in the order in which they are offered: the name, and what each is good for.
FORMATS: Mapping[str, tuple[str, str]] = {
    ".html": ("HTML", "a page to print, or to read in a browser"),
    ".md": ("Markdown", "plain text with headings, for any editor"),
    ".json": ("JSON", "for another program"),
    ".ics": ("Calendar", "the next meeting and the days of what was promised"),
}
#: What each is called in the table of keys.
NAMES = {ending: name.lower() for ending, (name, _) in FORMATS.items()}


def whom(choices: Sequence[Choice], at: int, width: int) -> list[Line]:
    """The audiences, each with what was agreed for it in a few words."""
    wide = max((cell_len(one.audience) for one in choices), default=0)
    found: list[Line] = []
    for number, one in enumerate(choices):
        found += _row(number, one.audience, min(wide, 24), one.agreed, here=number == at, width=width)
    return found


def formats(endings: Sequence[str], at: int, width: int, key: Callable[[str], str]) -> list[Line]:
    """The formats, each with its key, as `key` spells it out by name, and what it is good for."""
    found: list[Line] = []
    for number, one in enumerate(endings):
        name, about = FORMATS[one]
        found += _row(number, f"{key(NAMES[one])}  {name}", 11, about, here=number == at, width=width)
    return found


def _row(number: int, name: str, wide: int, about: str, *, here: bool, width: int) -> list[Line]:
    act = Press(f"row {number}")
    look: Look = "here" if here else ""
    first = Piece("   > " if here else "     ", "here", act)
    told = paragraph(about, max(16, width - wide - 9), look or "quiet", act=act)
    named = paragraph(name, wide, look or "strong", act=act)
    rows: list[Line] = []
    for at in range(max(len(told), len(named))):
        left = named[at] if at < len(named) else EMPTY
        text = left[0].text if left else ""
        rows.append(
            (
                first if at == 0 else Piece(" " * 5, "", act),
                Piece(pad(text, wide) + "   ", look or "strong", act),
                *(told[at] if at < len(told) else EMPTY),
            )
        )
    return rows


def question(asked: Sequence[Question], at: int, answers: Mapping[str, bool], audience: str, width: int) -> list[Line]:
    """One thing that has to be asked about, in words that can be read out."""
    one = asked[at]
    room = min(WIDEST, width - 4)
    under = f" · {one.title}" if one.title else ""
    found = indented(paragraph(f"{ASKED_WORDS[one.content]}, {at + 1} of {len(asked)}{under}", room, "quiet"), 2)
    found += [EMPTY, *indented(paragraph(one.words, room, "strong"), 4), EMPTY]
    found += indented(paragraph(f"May this go to {to_whom(audience)}?", room, "question"), 2)
    if one.key in answers:
        found += indented(paragraph(f"Answered so far: {ANSWERS[answers[one.key]]}", room, "quiet"), 2)
    return found


def page(lines: Sequence[str]) -> list[Line]:
    """What the audience gets, or what stays."""
    return [line(f"  {one}") if one else EMPTY for one in lines]


def for_whom(audience: str, width: int) -> list[Line]:
    """One line that says whose page it is."""
    said = "you, the coachee," if is_own(audience) else to_whom(audience)
    return indented(paragraph(f"This is all that a copy for {said} holds:", width - 2, "strong"), 1)


def asked_for(audience: str, width: int) -> list[Line]:
    """What has to happen before the page is shown."""
    said = f"Before anything goes to {to_whom(audience)}, the coachee says of each thing whether it may."
    return indented(paragraph(f"{said} What is not answered stays here.", width - 2, "strong"), 1)
