"""Holds one conversation: what is being asked, what an empty line says, and where it leads. Writes no words; touches no disk."""

import time
from collections.abc import Callable
from datetime import date

from coachtui.flow.moves import came_for, next_spot
from coachtui.flow.past import Past
from coachtui.flow.places import AGAIN, HERE, OTHERS, SENTENCES, TABLE, action_fields
from coachtui.flow.spots import spots
from coachtui.framework.duty import DutyCard
from coachtui.framework.steps import ActionsStep, AgreementStep, GuideStep
from coachtui.session.clauses import asked_anew, clauses_at, verdicts
from coachtui.session.editor import SessionEditor
from coachtui.session.models import Person, Session
from coachtui.session.spot import Place, Spot
from coachtui.talk.asked import Asked
from coachtui.talk.moment import Moment, Numbers
from coachtui.talk.resuming import noted_of
from coachtui.talk.view import Reply
from coachtui.talk.whereabouts import Whereabouts, is_follow

#: Finds or mints the person of a name and a role in the home's list.
People = Callable[[str, str], Person]


class Holder(Whereabouts):
    """What a conversation is asking just now, what an empty line says there, and where it leads."""

    def __init__(
        self,
        editor: SessionEditor,
        past: Past,
        *,
        people: People,
        today: Callable[[], date],
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin where the working session stands, or at the first spot."""
        super().__init__(editor, past, ticks)
        self.people = people
        self.today = today
        #: The thing that was made or touched last, for /private, /tag and Up.
        self.newest: str | None = None
        #: A lone number that was typed where words are asked for; the same again keeps it.
        self.lone: tuple[Spot, Place, str] | None = None
        #: A question of the program's own that waits for a yes, line by line, and what the yes does.
        self.asked: Asked | None = None
        #: Where other words than yes or no were the last thing said: an empty line there is no yes yet.
        self.unclear: tuple[Spot, Place] | None = None
        #: Where words were kept while a number was asked for, and the remark they were kept as: the number takes them.
        self.worded: tuple[Spot, Place, str] | None = None
        #: At a review, where words left open what became of a promise, and the remark they were kept as.
        self.doubt: tuple[Place, str | None] = (HERE, None)
        self.numbers: dict[int, str] = {}
        #: What stands on show with a letter, at a step with two lists.
        self.letters: dict[str, str] = {}
        #: Whether /end asks first while steps are still to come; not where nobody is there to be asked.
        self.asks_to_end = True
        #: Where, and with what said, it was asked whether to end before the last step.
        self.end_asked: tuple[Spot, Session] | None = None
        #: The names of what goes well after this conversation; looked up by the desk, and only when it is nearly over.
        self.afterwards: Callable[[], tuple[str, ...]] = tuple
        #: The school's card for the moment somebody may be at risk; set by the desk.
        self.duty = DutyCard()
        here = editor.working.spot
        if editor.session.framework.find(here.step) is None:
            order = spots(editor.session, past)
            here = order[0] if order else Spot(editor.session.framework.steps[0].id)
        editor.author = noted_of(editor.session, editor.working.places.get(here.key, {}))
        self._come_to(here, again=True)

    def moment(self) -> Moment:
        """The present moment, with fresh numbers."""
        return Moment(
            self.session,
            self.past,
            self.spot,
            self.place,
            frozenset(self.visited),
            Numbers(),
            self.pending,
            came_for(self.working),
        )

    def go_on(self) -> Reply:
        """An empty line: the next place not visited yet, and after the last one the next spot."""
        # What is asked about an action is left first; a mark on a note never costs an Enter.
        if self.pending is not None and self.place.field is not None:
            self.next_field()
            return Reply(moved=True)
        if self.unclear == (self.spot, self.place):
            self.unclear = None
            return Reply(said=("What you said last changes nothing here. y or Enter agrees as it stands.",))
        self._accept_what_stands()
        following = self.next_place()
        if following is not None:
            self.stand(following)
            return Reply(moved=True)
        return self.leave_spot()

    def next_field(self, *, skip: str = "") -> None:
        """After one field of the action that is being taken down: the next that is asked for each, else a new action."""
        step, action = self.session.framework.step(self.spot.step), self.pending
        asked = action_fields(self.session, step) if isinstance(step, ActionsStep) else ()
        at = asked.index(self.place.field) + 1 if self.place.field in asked else len(asked)
        following = next((one for one in asked[at:] if one != skip), "what")
        self.stand(Place(field=following))
        self.pending = action if following != "what" else None

    def leave_spot(self) -> Reply:
        """Go to the next spot, set out on the detour an answer asks for, or come to the end."""
        following = next_spot(self.working, self.past)
        if following.detour is not None:
            self.editor.set_out(following.detour)
        if following.returning is not None:
            self.editor.come_back(following.returning)
        if following.spot is None:
            self.tick()
            self.editor.end()
            return Reply(said=("That was the last step. Everything is kept.",), wants="ended", moved=True)
        self.arrive(following.spot)
        return Reply(moved=True)

    def _accept_what_stands(self) -> None:
        """What an empty line says at a guide (seen) or at an agreement (as it stands)."""
        step = self.session.framework.step(self.spot.step)
        if self.editor.read_only is not None:
            return
        if isinstance(step, GuideStep):
            for who in self.everyone() if step.confirm == "all" else (None,):
                self.editor.see(self.spot, who)
        elif isinstance(step, AgreementStep):
            self.accept_here(step)

    def accept_here(self, step: AgreementStep) -> None:
        """What stands where the entry line is, is accepted: the clauses left, the whole table, the limits heard, or all of it.

        By everyone, or by the person whose words are being taken down. Who did not agree to a clause goes on not agreeing.
        """
        place, again = self.place, self.place.field == AGAIN
        if again or place.field == "limits":
            for who in self.agreeing() if step.limits else ():
                self.editor.hear_limits(self.spot, who)
        again_too = again and asked_anew(self.session, self.spot) is None
        if again_too or place.row is not None or place.field in (TABLE, OTHERS):
            self.accept_table(step)
        sentences = again or place.field == SENTENCES
        if sentences or (place.field not in (None, "limits", TABLE, OTHERS) and not is_follow(place)):
            for clause in clauses_at(self.session, self.spot):
                if sentences or Place(field=clause.id) == place or Place(field=clause.id) not in self.visited:
                    self.accept_clause(clause.id, leave_declined=True)
        if again:
            anew = asked_anew(self.session, self.spot) is not None
            self.visited |= {one for one in self.places() if not is_follow(one) and not (anew and one.field == TABLE)}
        if not step.audiences:
            self.editor.accept_table(self.spot)

    def accept_table(self, step: AgreementStep) -> None:
        """The table is accepted as it stands now; the entry line need not go through it any more."""
        if step.audiences:
            self.accept_table_so_far()
        self.visited |= {one for one in self.places() if one.row is not None or one.field in (TABLE, OTHERS)}

    def accept_table_so_far(self) -> None:
        """The table is accepted as it stands now."""
        for who in self.agreeing():
            self.editor.accept_table(self.spot, who)

    def accept_clause(self, clause: str, *, leave_declined: bool = False) -> None:
        """One clause is accepted; the entry line need not stand there any more. `leave_declined`: not by who said no."""
        said = verdicts(self.session, self.spot, clause)
        for who in self.agreeing():
            if not (leave_declined and who in said and said[who].verdict == "declined"):
                self.editor.accept(self.spot, clause, who)
        self.visited.add(Place(field=clause))

    def agreeing(self) -> tuple[str | None, ...]:
        """Who agrees by what is typed now: everyone who takes part, or the one whose words are being taken down."""
        return (self.editor.author,) if self.editor.author is not None else self.everyone()

    def everyone(self) -> tuple[str | None, ...]:
        """The ids of the people who take part; one nameless somebody where none are known."""
        return tuple(one.id for one in self.session.people) or (None,)
