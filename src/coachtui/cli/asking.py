"""Asking the coachee thing by thing what may go, with a way back and a last look. Touches the terminal through what it is given."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from coachtui.errors import UserError

if TYPE_CHECKING:
    from coachtui.sharing import Question

HOW = (
    "The agreement says to ask the coachee first. For each: may this go?",
    "y: it may go. n: it stays. Enter: not now, so it stays. back: the one before. rest: all the rest stays.",
)
LAST = "Enter goes on with this; a number asks that one again; stop writes nothing"
STOPPED = "Nothing was handed over."

#: What is typed, and what it means for the thing that is asked about.
_ANSWERS = {"y": True, "yes": True, "n": False, "no": False, "": False}

#: What stands before the words in the list of the last look.
_LEAD = re.compile(r" *[0-9]+  (?:goes |stays)  ")


def ask_each(questions: Sequence["Question"], ask: Callable[[str], str], say: Callable[[str], None]) -> dict[str, bool]:
    """The coachee's answers by the keys of the questions; what was not answered stays.

    Args:
        questions: what has to be asked, in the order of the talk.
        ask: gives one line that was typed.
        say: shows one line.

    Raises:
        UserError: nothing shall be handed over after all.
    """
    answers: dict[str, bool] = {}
    for line in HOW:
        say(line)
    _go_through(questions, answers, ask, say)
    while (number := _last_look(questions, answers, ask, say)) is not None:
        _go_through(questions[number : number + 1], answers, ask, say)
    return answers


def words_of(one: "Question") -> str:
    """What is asked about, in words that can be read out."""
    from coachtui.report.handed.words import ASKED_WORDS

    under = f" ({one.title})" if one.title else ""
    return f"{ASKED_WORDS[one.content]}{under}: {one.words}"


def folded(line: str, width: int) -> list[str]:
    """A line in as many as it takes, broken between words; in the list of the last look, below its own words."""
    from coachtui.report.page import wrap

    lead = _LEAD.match(line)
    first = lead[0] if lead else ""
    return wrap(line[len(first) :], width, first) or [""]


def _go_through(
    questions: Sequence["Question"], answers: dict[str, bool], ask: Callable[[str], str], say: Callable[[str], None]
) -> None:
    at = 0
    while at < len(questions):
        one = questions[at]
        counted = f"{at + 1} of {len(questions)}. " if len(questions) > 1 else ""
        typed = ask(f"{counted}{words_of(one)} [y, n, back, rest]").strip().casefold()
        if typed == "back":
            if at == 0:
                say("This is the first one.")
            at = max(0, at - 1)
        elif typed == "rest":
            for left in questions[at:]:
                answers.pop(left.key, None)
            return
        elif typed in _ANSWERS:
            answers[one.key] = _ANSWERS[typed]
            at += 1
        else:
            say("y, n, back or rest; Enter alone leaves it here.")


def _last_look(
    questions: Sequence["Question"], answers: dict[str, bool], ask: Callable[[str], str], say: Callable[[str], None]
) -> int | None:
    """Everything once more; the place of the one to be asked again, or None where it is right."""
    say("")
    for number, one in enumerate(questions, 1):
        say(f"{number:3}  {'goes ' if answers.get(one.key) else 'stays'}  {words_of(one)}")
    while True:
        typed = ask(LAST).strip().casefold()
        if not typed:
            return None
        if typed == "stop":
            raise UserError(STOPPED)
        if typed.isdecimal() and 1 <= int(typed[:6]) <= len(questions):
            return int(typed) - 1
        say(f"A number from 1 to {len(questions)}, Enter, or stop.")
