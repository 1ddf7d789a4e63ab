"""What a new session knows before anybody says a word: how people meet, what it grew from. Pure functions of values."""

from dataclasses import replace

from coachtui.flow.past import Past
from coachtui.flow.spots import spots
from coachtui.framework.steps import ChooseStep, TextStep
from coachtui.ids import Clock, Mint
from coachtui.session.editor import SessionEditor
from coachtui.session.models import Session, Working
from coachtui.session.spot import Spot


def with_meeting(working: Working, past: Past, clock: Clock, mint: Mint) -> Working:
    """How people meet, noted already because it was asked before, and standing behind that question."""
    found = _how_we_meet(working.session)
    if found is None:
        return working
    spot, option = found
    editor = SessionEditor(working, clock, mint)
    editor.pick(spot, option)
    order = spots(editor.session, past)
    after = order.index(working.spot) + 1
    if spot != working.spot or after >= len(order):
        return editor.working
    # Nobody has been at that question: the conversation begins behind it.
    return replace(editor.working, elapsed={}).at(order[after])


def _how_we_meet(session: Session) -> tuple[Spot, str] | None:
    """Where it is asked how people meet, and the option that says what the session knows; None where it is not asked."""
    for step in session.framework.steps:
        if isinstance(step, ChooseStep):
            option = next((one.name for one in step.options if one.sets == session.setting), None)
            if option is not None:
                return Spot(step.id), option
    return None


def with_topic(working: Working, words: str, clock: Clock, mint: Mint, *, private: bool = False) -> Working:
    """The words of what a conversation grew from, already standing as its topic.

    `private`: they went to nobody where they come from, so they begin as private here.
    """
    for step in working.session.framework.steps:
        if words and step.means == "topic" and isinstance(step, TextStep):
            editor = SessionEditor(working, clock, mint)
            said = editor.say(Spot(step.id), words)
            if private:
                editor.mark(said, "private")
            return editor.working
    return working
