"""The lines of an answer that may have several: which one is meant by its place or its words. Reads; writes nothing."""

from coachtui.framework.steps import TextStep
from coachtui.talk.answers import words_of
from coachtui.talk.holder import Holder


def line_meant(talk: Holder, argument: str) -> int | None:
    """Which line (from 0) of the answer here: the third by `3`, one by how its words begin.

    None where the answer has no several lines, or not just one of them is meant.
    """
    step = talk.session.framework.step(talk.spot.step)
    passage = talk.editor.passage_at(talk.spot, talk.place.by) if isinstance(step, TextStep) else None
    lines = passage.text.split("\n") if passage is not None else []
    if len(lines) == 1:
        return None
    if argument.isdecimal() and len(argument) <= 4:
        return int(argument) - 1 if 0 < int(argument) <= len(lines) else None
    wish = words_of(argument).split()
    found = [at for at, one in enumerate(lines) if wish and words_of(one).split()[: len(wish)] == wish]
    return found[0] if len(found) == 1 else None
