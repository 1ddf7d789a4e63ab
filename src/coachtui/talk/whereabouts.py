"""Where a conversation stands: its spot, the entry line's place in it, the way back, and the time spent there.

Touches no disk. Where the entry line stands is kept, for whoever goes on after a break; which places were visited and what
was on show there is the window's own.
"""

from collections.abc import Callable

from coachtui.flow.asking import FOLLOW
from coachtui.flow.pace import said_now
from coachtui.flow.past import Past
from coachtui.flow.places import HERE, TABLE, places, waits
from coachtui.framework.steps import RateStep, ReviewStep
from coachtui.session.clauses import clauses_at, verdicts
from coachtui.session.editor import SessionEditor
from coachtui.session.models import Detour, Session, Working
from coachtui.session.spot import Place, Spot
from coachtui.talk.clock import Clock
from coachtui.talk.moment import Stood
from coachtui.talk.resuming import OF, asked_of, parts_of, place_of

#: So many places back are remembered.
MOST_BACK = 200


class Whereabouts:
    """Where a conversation stands, and the ways it can move. Writes no words."""

    def __init__(self, editor: SessionEditor, past: Past, ticks: Callable[[], float]) -> None:
        """Stand nowhere yet; `ticks` is a clock that only runs forward, in seconds."""
        self.editor = editor
        self.past = past
        self.place: Place = HERE
        self.visited: set[Place] = set()
        #: Where the entry line stood before, for the way back; the place just left is the last.
        self.before: list[Stood] = []
        #: The rows of an agreement's table that were answered by themselves in this window, changed or not.
        self.by_hand: set[Place] = set()
        self.probe = 0
        #: The action or note whose further fields or tag are being asked.
        self._pending: str | None = None
        #: The short way to the close is on show, so once this spot is left it has been said.
        self.short_way_told = False
        self._clock = Clock(ticks)

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

    @property
    def pending(self) -> str | None:
        """The action or note whose further fields or tag are being asked."""
        return self._pending

    @pending.setter
    def pending(self, thing: str | None) -> None:
        self._pending = thing
        self.keep_place()

    def keep_place(self) -> None:
        """Keep where the entry line stands and whose words it takes, so that a line half typed is found there again."""
        self.editor.stand(self.spot, parts_of(self.place, self.places(), self._pending, self.editor.author))

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
        """Go to a spot, and stand where a line is half typed, or else at its first place that waits for an answer."""
        self._come_to(spot, again=bool(self.working.drafts.get(spot.key)))

    def _come_to(self, spot: Spot, *, again: bool) -> None:
        self.tick()
        self._pass_by_the_short_way()
        if spot != self.spot:
            self._remember()
        kept = self.working.places.get(spot.key, {})
        self.editor.enter(spot)
        self.visited = set()
        found = self.places()
        cells = [one for one in found if one.field is None]
        first = next((one for one in found if waits(self.session, self.spot, one)), (cells or found)[0])
        at = place_of(self.session, spot, found, kept) if again and kept else None
        if at is None or (at == first and OF not in kept):
            self._stand(first)
            return
        # What comes before it was asked already.
        self.visited = set(found[: found.index(at)]) if at in found else set(found)
        self._stand(at)
        self.pending = asked_of(self.session, spot, kept)

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

    def unbooked(self) -> float:
        """Seconds since the last booking; none where that was so long ago that it can only be a pause."""
        return self._clock.unbooked()

    def tick(self, *, beating: bool = False) -> None:
        """Book the time since the last call to the present spot; see `Clock.whole`."""
        self._clock.count(beating=beating)
        if self.spot.step:
            self.editor.spend(self.spot, self._clock.whole())


def is_follow(place: Place) -> bool:
    """Whether a place asks a follow-up question."""
    return place.field is not None and place.field.startswith(FOLLOW)
