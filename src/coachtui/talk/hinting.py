"""What stands in the empty entry line where words are added to an answer, and where notes are sorted. Pure; touches nothing."""

from coachtui.framework.steps import TextStep
from coachtui.talk.holder import Holder
from coachtui.talk.moment import Moment
from coachtui.talk.view import Body, NotesBody, TextBody


def text_hint(talk: Holder, at: Moment, drawn: Body) -> str:
    """Where an answer stands: what becomes of the words that are typed now. Empty where there is none yet."""
    step = at.step
    had = talk.editor.passage_at(at.spot, at.place.by) if isinstance(step, TextStep) else None
    if not isinstance(drawn, TextBody) or not isinstance(step, TextStep) or had is None:
        return ""
    if step.lines == "many":
        return "More may follow"
    if step.lines == "date":
        return "Another day takes its place"
    return "More is added to it; /mend puts it another way"


def sort_hint(drawn: Body) -> str:
    """Where earlier notes wait to be sorted: how one of them is put into a place, in words that are there."""
    if not isinstance(drawn, NotesBody):
        return ""
    loose = next((one.entries for one in drawn.groups if one.place is None and one.name), ())
    places = [one.name for one in drawn.groups if one.place is not None]
    word = next((one for one in places[-1].lower().split() if one.isalpha()), "") if places else ""
    return f"{loose[0].number} {word}: puts {loose[0].number} under {places[-1]}" if loose and word else ""
