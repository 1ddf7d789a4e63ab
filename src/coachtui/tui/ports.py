"""What this face asks of the rest of the house. Types only; touches nothing.

The rooms below keep these promises without knowing of them, and tests keep them with hand-made values.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from coachtui.flow.past import Past
from coachtui.framework.duty import DutyCard
from coachtui.session.models import Working
from coachtui.session.spot import Place, Spot
from coachtui.store.state import State
from coachtui.talk.commands import CommandInfo, Deed
from coachtui.talk.view import Reply, View


class Talk(Protocol):
    """One conversation being held."""

    @property
    def working(self) -> Working:
        """What is open: the session, and the half lines."""
        ...

    @property
    def past(self) -> Past:
        """What these people held before, and what is open of it."""
        ...

    @property
    def duty(self) -> DutyCard:
        """The school's card for the moment somebody may be at risk."""
        ...

    def view(self) -> View:
        """Everything there is to draw."""
        ...

    def line(self, text: str) -> Reply:
        """Take in one typed line."""
        ...

    def draft(self, text: str, spot: Spot | None = None) -> None:
        """Keep the line being typed, here or at another spot."""
        ...

    def last(self) -> tuple[str, str] | None:
        """The newest thing here: its id and words."""
        ...

    def mend(self, thing: str, text: str) -> Reply:
        """Give a thing other words."""
        ...

    def forget(self, thing: str) -> Reply:
        """Take the earlier wordings of a thing away for good."""
        ...

    def go(self, spot: Spot) -> Reply:
        """Go to a spot."""
        ...

    def stand(self, place: Place) -> None:
        """Put the entry line somewhere else inside the spot."""
        ...

    def commands(self) -> Sequence[CommandInfo]:
        """All slash commands."""
        ...

    def deeds(self, thing: str) -> Sequence[Deed]:
        """What can be done with a thing on show, by its id or its number."""
        ...

    def tick(self, *, beating: bool = False) -> None:
        """A beat of this face's clock: books the time since the last one."""
        ...


class Kept(Protocol):
    """The writing of one session."""

    @property
    def on_state(self) -> Callable[[State], None] | None:
        """Who is told of each new state; called from the store's threads."""
        ...

    @on_state.setter
    def on_state(self, listener: Callable[[State], None] | None) -> None: ...

    @property
    def on_notice(self) -> Callable[[str], None] | None:
        """Who is told what the store has to tell, as sentences; called from its threads."""
        ...

    @on_notice.setter
    def on_notice(self, listener: Callable[[str], None] | None) -> None: ...

    @property
    def state(self) -> State:
        """Whether it is saved."""
        ...

    def save_elsewhere(self, folder: Path) -> Path:
        """Keep a copy in another folder while the own one refuses. UserError where that fails too."""
        ...

    def discard(self) -> None:
        """Let go without another write."""
        ...


class Conversation(Protocol):
    """One conversation, open in this window."""

    @property
    def talk(self) -> Talk:
        """Every typed line goes to it."""
        ...

    @property
    def kept(self) -> Kept:
        """What keeps it on the disk."""
        ...

    @property
    def read_only(self) -> str | None:
        """Why nothing can be kept, as a sentence; None if it can."""
        ...

    @property
    def notices(self) -> Sequence[str]:
        """What the person should know of the file."""
        ...

    def close(self, timeout: float = 10.0) -> bool:
        """Bring everything into the file; false where the disk did not take it in time."""
        ...

    def save_now(self, timeout: float) -> bool:
        """Wait until all is durable; the conversation stays open."""
        ...
