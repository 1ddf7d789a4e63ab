"""One conversation being held: takes each typed line, and gives back what to show. Both faces stand on it.

Floor 3. May use: flow, sharing, session, framework and floor 0; not the store, so a conversation can be held without a
disk. The screens and the line mode make the same records because both go through here.
"""

from coachtui.talk import promises, taking_actions, taking_agreement, taking_choices, taking_review, tying
from coachtui.talk.commands import CommandInfo
from coachtui.talk.talk import Talk
from coachtui.talk.view import Reply, View

__all__ = ["CommandInfo", "Reply", "Talk", "View"]

#: These register the bodies, and the meaning of a line, of actions, agreement, choices and review.
_REGISTERED = (promises, taking_actions, taking_agreement, taking_choices, taking_review, tying)
