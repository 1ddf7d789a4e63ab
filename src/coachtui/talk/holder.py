"""Holds one conversation: the editor, the past, and where the entry line stands. Moves; never writes words.

Touches no disk. What the entry line's place, the visited places and the probe are is the window's own and is not kept.
"""

import time
from collections.abc import Callable
from datetime import date

from coachtui.flow.asking import FOLLOW
from coachtui.flow.moves import next_spot
from coachtui.flow.pace import said_now
from coachtui.flow.past import Past
from coachtui.flow.places import AGAIN, HERE, OTHERS, SENTENCES, TABLE, action_fields, places, waits
from coachtui.flow.spots import spots
from coachtui.framework.duty import DutyCard
from coachtui.framework.steps import ActionsStep, AgreementStep, GuideStep, RateStep, ReviewStep
from coachtui.session.clauses import asked_anew, clauses_at, verdicts
from coachtui.session.editor import SessionEditor
from coachtui.session.models import Detour, Person, Session, Working
from coachtui.session.spot import Place, Spot
from coachtui.talk.asked import Asked
from coachtui.talk.moment import Moment, Numbers, Stood
from coachtui.talk.view import Reply

#: Finds or mints the person of a name and a role in the home's list.
People = Callable[[str, str], Person]

#: A longer gap between two beats of the face's clock than this is a pause (a closed lid), in seconds.
PAUSE = 60.0
#: So many places back are remembered.
MOST_BACK = 200


class Holder:
    """Where a conversation stands, and the ways it can move."""

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
        self.editor = editor
        self.past = past
        self.people = people
        self.today = today
        self.place: Place = HERE
        self.visited: set[Place] = set()
        #: Where the entry line stood before, for the way back; the place just left is the last.
        self.before: list[Stood] = []
        #: The rows of an agreement's table that were answered by themselves in this window, changed or not.
        self.by_hand: set[Place] = set()
        self.probe = 0
        #: The action or note whose further fields or tag are being asked.
        self.pending: str | None = None
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
        #: The short way to the close is on show, so once this spot is left it has been said.
        self.short_way_told = False
        #: The names of what goes well after this conversation; looked up by the desk, and only when it is nearly over.
        self.afterwards: Callable[[], tuple[str, ...]] = tuple
        #: The school's card for the moment somebody may be at risk; set by the desk.
        self.duty = DutyCard()
        self._ticks = ticks
        self._ticked = ticks()
        self._owed = 0.0
        here = editor.working.spot
        if editor.session.framework.find(here.step) is None:
            order = spots(editor.session, past)
            here = order[0] if order else Spot(editor.session.framework.steps[0].id)
        self.arrive(here)

    @property
    def session(self) -> Session:
        """What was said so far."""
        return self.editor.session

    @property
    def working(self) -> Working:
        """What is open."""
        return self.editor.working

    @property
    def spot(self) -> Spot:
        """Where we are."""
        return self.editor.working.spot

    def moment(self) -> Moment:
        """The present moment, with fresh numbers."""
        return Moment(self.session, self.past, self.spot, self.place, frozenset(self.visited), Numbers(), self.pending)

    # -- standing and moving

    def stand(self, place: Place) -> None:
        """Put the entry line in another place of this spot. A clause that is left without a word is asked again."""
        if self._unsaid(self.place):
            self.visited.discard(self.place)
        if place != self.place:
            self._remember()
        self._stand(place)

    def _stand(self, place: Place) -> None:
        self.place = place
        self.visited.add(place)
        self.probe = 0
        self.pending = None

    def _unsaid(self, place: Place) -> bool:
        """Whether a place is a clause to which nobody has said anything."""
        clause = place.field
        if clause is None or clause not in [one.id for one in clauses_at(self.session, self.spot)]:
            return False
        return not verdicts(self.session, self.spot, clause)

    def arrive(self, spot: Spot) -> None:
        """Go to a spot, and stand at its first place that waits for an answer."""
        self.tick()
        self._pass_by_the_short_way()
        if spot != self.spot:
            self._remember()
        self.editor.enter(spot)
        self.visited = set()
        found = self.places()
        cells = [one for one in found if one.field is None]
        self._stand(next((one for one in found if waits(self.session, self.spot, one)), (cells or found)[0]))

    def _remember(self) -> None:
        """Keep where the entry line stands, for the way back. A place that is asked for something just made is none."""
        here = Stood(self.spot, self.place, frozenset(self.visited))
        known = self.session.framework.find(self.spot.step) is not None
        if known and self.pending is None and self.place in self.places() and self.before[-1:] != [here]:
            self.before = [*self.before[-MOST_BACK:], here]

    def come_to(self, spot: Spot, place: Place, visited: set[Place]) -> None:
        """Go somewhere without remembering where from: a way back is no way on."""
        if spot != self.spot:
            self.tick()
            self._pass_by_the_short_way()
            self.editor.enter(spot)
        self.visited = visited
        self.probe = 0
        self.pending = None
        self._stand(place)

    def _pass_by_the_short_way(self) -> None:
        """What was offered and neither taken nor declined is remembered as said: it is not said at every step."""
        because = said_now(self.working)
        if self.short_way_told and because not in [one.because for one in self.working.detours]:
            self.editor.set_out(Detour(self.spot, None, because, back=False))
        self.short_way_told = False

    def return_to(self, spot: Spot, at: Place | None = None) -> None:
        """Go to where something was undone: to its place in the step where it has one, so that it is in sight.

        Else the entry line stays where it is, in a step whose places are not asked anew.
        """
        step = self.session.framework.step(spot.step)
        asks_anew = isinstance(step, RateStep | ReviewStep)
        here = self.place
        if spot != self.spot or asks_anew or here not in self.places():
            self.arrive(spot)
        else:
            self.stand(here)
        wanted = (at.row, at.column, at.field) if at is not None else None  # whoever speaks there
        found = next((one for one in self.places() if (one.row, one.column, one.field) == wanted), None)
        if found is None or (found.field == TABLE and self.place.row is not None):
            return  # who stands at a row of the table stays there
        if (
            found.field == TABLE
            and self.before
            and self.before[-1].spot == spot
            and self.before[-1].place.row is not None
        ):
            found = self.before[-1].place  # the last row was what was just answered
        left = self.place
        self.stand(found)
        self.by_hand.discard(found)
        if left != found:
            self.visited.discard(left)  # nothing was said there: it is asked again

    def places(self) -> tuple[Place, ...]:
        """The places of the present spot."""
        return places(self.session, self.past, self.spot)

    def next_place(self) -> Place | None:
        """The next place of this spot that has not been visited, after the present one first; None if all were."""
        found = self.places()
        at = found.index(self.place) if self.place in found else -1
        for one in (*found[at + 1 :], *found[: max(at, 0)]):
            if one not in self.visited and not (at >= 0 and one in found[:at] and is_follow(self.place)):
                return one
        return None

    def step_on(self) -> None:
        """After an answer that fills its place: stand at the next place, where there is one."""
        following = self.next_place()
        if following is not None:
            self.stand(following)

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

    # -- time

    def unbooked(self) -> float:
        """Seconds since the last booking; none where that was so long ago that it can only be a pause."""
        gap = self._ticks() - self._ticked + self._owed
        return gap if 0 <= gap <= PAUSE else 0.0

    def tick(self, *, beating: bool = False) -> None:
        """Book the time since the last call to the present spot.

        A face whose clock beats regularly says so: then a gap of more than a minute is a pause and is not counted.
        """
        now = self._ticks()
        gap, self._ticked = now - self._ticked, now
        if gap <= 0 or (beating and gap > PAUSE):
            return
        self._owed += gap
        whole = int(self._owed)
        if whole and self.spot.step:
            self._owed -= whole
            self.editor.spend(self.spot, whole)


def is_follow(place: Place) -> bool:
    """Whether a place asks a follow-up question."""
    return place.field is not None and place.field.startswith(FOLLOW)
