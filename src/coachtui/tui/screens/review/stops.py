"""The things on a page that one can stop at, from the rows that know them. Pure; touches nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coachtui.report.rows import Row
from coachtui.session.lookups import find, parked
from coachtui.session.models import Session
from coachtui.session.spot import Spot
from coachtui.session.things import Clause, Passage, Pick
from coachtui.talk.mending import words_of


@dataclass(frozen=True, slots=True)
class Stop:
    """A thing on the page: the rows it stands on (first to last), and where it was said. No `thing`: a whole spot."""

    first: int
    last: int
    thing: str = ""
    spot: Spot | None = None
    session: str = ""

    @property
    def name(self) -> tuple[str, str, Spot | None]:
        """What stays the same when the page is drawn anew."""
        return (self.thing, self.session, self.spot if not self.thing else None)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a stop leads inside its session: the spot, and the thing whose words can be mended there, if it has any."""

    spot: Spot
    thing: str = ""
    words: str = ""


def stops(rows: Sequence[Row]) -> tuple[Stop, ...]:
    """Every stop, in the order of the page. The title of a spot is one where something below it is no thing of its own."""
    found: list[Stop] = []
    running: dict[tuple[str, str], int] = {}
    for at, row in enumerate(rows):
        if row.part == "title" and row.spot is not None and _bare(rows, at):
            found.append(Stop(at, at, "", row.spot, row.session))
        now: dict[tuple[str, str], int] = {}
        for thing in row.things:
            place = running.get((thing, row.session))
            if place is None:
                now[thing, row.session] = len(found)
                found.append(Stop(at, at, thing, row.spot, row.session))
            else:
                now[thing, row.session] = place
                found[place] = replace(found[place], last=at)
        running = now
    return tuple(found)


def _bare(rows: Sequence[Row], title: int) -> bool:
    """Whether something under this title tells of no thing: a rating, a picture, a guide that was seen."""
    for row in rows[title + 1 :]:
        if row.part or row.spot != rows[title].spot or not row.text:
            return False
        if not row.things:
            return True
    return False


def target(session: Session, stop: Stop) -> Target | None:
    """Where a stop of this session leads; None where it leads nowhere."""
    found = find(session, stop.thing) if stop.thing else None
    if found is not None and isinstance(found.thing, Pick):
        found = find(session, found.thing.item) or found
    if found is not None:
        worded = isinstance(found.thing, Passage) and not isinstance(found.thing, Clause)
        return Target(found.spot, found.thing.id, words_of(session, found.thing.id)) if worded else Target(found.spot)
    idea = parked(session, stop.thing) if stop.thing else None
    if idea is not None:
        return Target(_known(session, idea.spot), idea.id, idea.text)
    return Target(stop.spot) if stop.spot is not None and session.framework.find(stop.spot.step) else None


def _known(session: Session, key: str | None) -> Spot:
    """The spot where an idea came up, or the first there is."""
    spot = Spot.parse(key) if key else None
    if spot is not None and session.framework.find(spot.step) is not None:
        return spot
    return Spot(session.framework.steps[0].id)
