"""The desk: where a conversation is opened, for whichever face. Brings home, frameworks, past and talk together.

Floor 4, between the faces and the engine. May use: talk, library and everything below; no Textual and no click. Both
faces open conversations here, so that screen and line mode begin, keep and close them in the same way.
"""

from coachtui.desk.conversation import Conversation
from coachtui.desk.desk import Desk
from coachtui.desk.overview import Overview, Waiting
from coachtui.desk.starting import Wish

__all__ = ["Conversation", "Desk", "Overview", "Waiting", "Wish"]
