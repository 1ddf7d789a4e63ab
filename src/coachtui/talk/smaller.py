"""Where somebody came back to what will be done because a number was low: a promise in smaller words takes its place.

The editor does the writing. Nothing is replaced unasked: only a number before the words says which promise they are of.
"""

from coachtui.flow.moves import came_for
from coachtui.session.editor import brief
from coachtui.session.things import Action
from coachtui.talk.belonging import numbered
from coachtui.talk.holder import Holder
from coachtui.talk.promises import actions_at
from coachtui.talk.view import Reply

#: What stands in the empty entry line there.
SMALLER = "{0}: then smaller words, instead of {0}; or what would help"


def put_smaller(talk: Holder, text: str) -> Reply | None:
    """`1: just tell him about Ryan`, where 1 is a promise: its words are these now. None for any other line, or elsewhere."""
    named = numbered(text) if came_for(talk.working) is not None else None
    action = _promise(talk, named[0]) if named is not None else None
    if named is None or action is None:
        return None
    before = brief(action.text)
    talk.editor.edit_action(action.id, named[1])
    talk.newest = action.id
    return Reply(said=(f'In the place of "{before}"; /undo brings it back.',))


def _promise(talk: Holder, number: int) -> Action | None:
    """The promise with this number on show."""
    thing = talk.numbers.get(number)
    return next((one for one in actions_at(talk.session, talk.spot) if one.id == thing), None)
