"""The one error a person is meant to see. Floor 0: imports nothing of ours, and no library.

Everything that can go wrong is one of two things: a `UserError`, which is a sentence a coach can act on, or a
bug. Rooms raise; only the faces (tui, cli, plain) turn a `UserError` into words on a screen.
"""


class UserError(Exception):
    """Something a person can do something about, said in plain words.

    The text may stand on a shared screen and may be written to a log, so it never quotes a note, an answer or
    anything else that was said in a session. File names, line numbers, step names and ids are fine.

    Attributes:
        sentence: what happened, where (file and line if there is one), and what is safe.
        remedy: what to do next, as a sentence of its own; None when the first sentence says it all.
    """

    sentence: str
    remedy: str | None

    def __init__(self, sentence: str, remedy: str | None = None) -> None:
        super().__init__(sentence, remedy)
        self.sentence = sentence
        self.remedy = remedy

    def __str__(self) -> str:
        """Both sentences, as they would be printed on one line."""
        return self.sentence if self.remedy is None else f"{self.sentence} {self.remedy}"
