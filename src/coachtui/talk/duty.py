"""The command that comes before everything else: somebody may be at risk. Shows the card, and records that it was needed.

What was disclosed has no place here: the command takes who will be told and whether the person was told first, no more.
"""

from coachtui.errors import UserError
from coachtui.framework.duty import TOLD_FIRST, DutyCard, ToldFirst, card_lines
from coachtui.talk.holder import Holder
from coachtui.talk.view import Reply

HOW = (
    "To record that a limit was reached, and nothing of what was said:",
    "  /duty WHO yes      who will be told, by number or name; the person was told first",
    "  /duty WHO no       the person was not told first",
    "  /duty WHO not yet  the person will be told",
)
RECORDED = (
    "Recorded: a limit was reached. "
    "What came up at this step, and what was made of it, is in no copy for anybody from now on."
)


def duty(talk: Holder, argument: str) -> Reply:
    """Alone: the card. With who will be told, and yes, no or not yet: that a limit was reached, here and now."""
    if not argument:
        return Reply(page=(*card_lines(talk.duty), "", *HOW), wants="duty")
    told, told_first = _parted(argument)
    talk.editor.reach_limit(talk.spot, _named(talk.duty, told), told_first)
    return Reply(said=(RECORDED,))


def _parted(argument: str) -> tuple[str, ToldFirst]:
    """Who will be told, and whether the person was told first: the last words of the line."""
    words = " ".join(argument.split())
    for answer in sorted(TOLD_FIRST, key=len, reverse=True):
        who, blank, last = words[: -len(answer)], words[-len(answer) - 1 : -len(answer)], words[-len(answer) :]
        if last.casefold() == answer and blank == " ":
            return who.strip(" ,:"), answer
    raise UserError("Was the person told first? End the line with yes, no or not yet: /duty 1 yes")


def _named(card: DutyCard, told: str) -> str:
    """The person of a number, or the words as they are."""
    if not told:
        raise UserError("Who will be told? A number of the card, or a name: /duty 1 yes")
    if told in card.names or not told.isdecimal():
        return told
    number = int(told[:6])
    if not 1 <= number <= len(card.names):
        raise UserError(f"There is no number {number} on the card. /duty shows it.")
    return card.names[number - 1]
