"""One short question that hangs on the line just typed, and what a yes to it does. Pure; moves nothing by itself."""

from collections.abc import Callable
from dataclasses import dataclass

from coachtui.talk.answers import says_no, says_yes
from coachtui.talk.view import Reply


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that the very next line may answer; any other line is taken as if nothing had been asked.

    `words` are shown; `done` is what a yes does. `bare`: only the letter y is a yes and nothing is a no, for places where
    "ok" or "no" may as well be the words somebody says. `prompt` is what y does, in two or three words; where it is given, no
    other answers are on the page while this one is waited for.
    """

    words: tuple[str, ...]
    done: Callable[[], Reply]
    bare: bool = False
    prompt: str = ""

    def answered_by(self, text: str) -> bool:
        """Whether a line answers it."""
        return text.strip().lower() == "y" if self.bare else says_yes(text) or says_no(text)
