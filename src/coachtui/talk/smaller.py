"""Where somebody came back to what will be done because a number was low: a promise in smaller words takes its place.

The editor does the writing. Nothing is replaced unasked: only a number before the words says which promise they are of.
"""

import re

from coachtui.flow.moves import came_for
from coachtui.session.editor import brief
from coachtui.session.things import Action
from coachtui.talk.belonging import numbered
from coachtui.talk.holder import Holder
from coachtui.talk.next_promise import is_next_promise
from coachtui.talk.promises import actions_at
from coachtui.talk.taking import as_remark
from coachtui.talk.view import Reply

#: How words begin that say what would help, and not what will be done.
_TALK = re.compile(
    r"\s*(?:if|maybe|perhaps|someone|somebody|more|less|having|knowing|it|that|help|not)\b", re.IGNORECASE
)
#: What stands in the empty entry line there.
SMALLER = "{0}: then smaller words, instead of {0}; or what would help"


def put_smaller(talk: Holder, text: str) -> Reply | None:
    """`1: just tell him about Ryan`, where 1 is a promise: its words are these now. None for any other line, or elsewhere."""
    promises = actions_at(talk.session, talk.spot)
    if came_for(talk.working) is None or not promises:
        return None
    named = numbered(text)
    action = _promise(talk, named[0]) if named is not None else None
    if named is None and _only_talks(talk, text):
        number = next((at for at, thing in talk.numbers.items() if thing == promises[0].id), 1)
        return as_remark(talk, text, f"{number}: before words puts them in the place of {number}.")
    if named is None or action is None:
        return None
    before = brief(action.text)
    talk.editor.edit_action(action.id, named[1])
    talk.newest = action.id
    return Reply(said=(f'In the place of "{before}"; /undo brings it back.',))


def _only_talks(talk: Holder, text: str) -> bool:
    """Whether these words answer the question and promise nothing: "if Kim knew and asked me after"."""
    return _TALK.match(text) is not None and not is_next_promise(text, holds_a_day=False)


def _promise(talk: Holder, number: int) -> Action | None:
    """The promise with this number on show."""
    thing = talk.numbers.get(number)
    return next((one for one in actions_at(talk.session, talk.spot) if one.id == thing), None)
