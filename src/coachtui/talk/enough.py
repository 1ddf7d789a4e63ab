"""Where more could be said after something was: there "that's it" is no answer but goes on. Reads; writes nothing."""

from coachtui.framework.steps import ActionsStep, NotesStep, TextStep
from coachtui.session.boards import notes_at
from coachtui.talk.holder import Holder
from coachtui.talk.promises import actions_at


def more_is_asked(talk: Holder) -> bool:
    """Whether one thing more is asked for where the entry line stands, after something was said here."""
    step = talk.session.framework.step(talk.spot.step)
    if talk.place.field not in (None, "what"):
        return False
    if isinstance(step, ActionsStep):
        return bool(actions_at(talk.session, talk.spot))
    if isinstance(step, NotesStep):
        return bool(notes_at(talk.session, step, talk.spot))
    many = isinstance(step, TextStep) and step.lines == "many"
    return many and talk.editor.passage_at(talk.spot, talk.place.by) is not None
