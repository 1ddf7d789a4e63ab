"""What a page is made from: the session, and what is known of actions beyond it. Pure values and small look-ups."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from coachtui.flow.past import OpenAction
from coachtui.framework.steps import BaseStep
from coachtui.layouts import Signs
from coachtui.session.actions import ActionKey
from coachtui.session.models import Session
from coachtui.session.spot import Spot
from coachtui.session.things import Thing
from coachtui.session.wording import filled
from coachtui.sharing import let_go


@dataclass(frozen=True)
class Known:
    """A session, and every action of these people with what has become of it, by session and id."""

    session: Session
    actions: Mapping[ActionKey, OpenAction] = field(default_factory=dict)
    #: What pictures are drawn with; without it, notes are listed under the names of their places.
    signs: Signs | None = None

    @cached_property
    def free(self) -> frozenset[str]:
        """The things that may be shared though the agreement alone would not let them go."""
        return let_go(self.session)

    def who(self, by: str | None) -> str:
        """The name of whoever holds this id; empty for nobody in particular."""
        person = self.session.person(by)
        return person.name if person else ""

    def spoken_by(self, by: str | None) -> str:
        """The same, but empty for the coachee, whose words these are where nothing else is said."""
        coachee = self.session.coachee
        return "" if coachee is not None and by == coachee.id else self.who(by)

    def title(self, spot: Spot, step: BaseStep) -> str:
        """The heading of a spot: the step's title with its braces filled in, else its first question, else its id."""
        words = step.title or (step.ask[0] if step.ask else step.id)
        return filled(self.session, spot, words)

    def marks(self, thing: Thing, *more: str | None) -> str:
        """What stands in brackets after a thing: tags, whose words, and how far it goes where that is not what was agreed."""
        private = "private" if thing.mark == "private" else None
        shareable = "may be shared" if thing.id in self.free else None
        words = [one for one in (*more, self.spoken_by(thing.by), private, shareable) if one]
        return f" ({', '.join(words)})" if words else ""
