"""The editor: the only writer of a session.

One method for each thing a person can do. Touches only values: it validates against the step, stamps time and author, and
tells its listener what was and what is. Clock and ids are given to it, so keys, mouse and a pipe make the same record.
"""

from coachtui.session.editor.base import Change, EditorBase, Listener, Returned, brief
from coachtui.session.editor.choosing import Choosing
from coachtui.session.editor.placing import Placing
from coachtui.session.editor.promising import Promising
from coachtui.session.editor.standing import Standing
from coachtui.session.editor.writing import Writing


class SessionEditor(Writing, Placing, Choosing, Promising, Standing):
    """All edits of one open session. See the parts for what each does."""


__all__ = ["Change", "EditorBase", "Listener", "Returned", "SessionEditor", "brief"]
