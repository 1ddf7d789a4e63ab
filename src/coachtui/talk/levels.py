"""Slash commands about how far things go: one thing, the whole table, and what somebody would see of it."""

from collections.abc import Iterator

from coachtui.errors import UserError
from coachtui.flow.spots import spots
from coachtui.framework.steps import AgreementStep
from coachtui.session.clauses import levels_at
from coachtui.session.editor import brief
from coachtui.session.lookups import find, name_of, parked
from coachtui.session.models import Session
from coachtui.session.origins import made_of
from coachtui.session.spot import Spot
from coachtui.session.things import Clause, Mark, Passage, Thing
from coachtui.sharing import audiences, goes_nowhere, grown, made_of_what_stays, policy
from coachtui.talk import agreed, at_clause, mending, usual
from coachtui.talk.asked import Asked
from coachtui.talk.holder import Holder
from coachtui.talk.taking import match, shown
from coachtui.talk.view import Reply

#: Words after a number that say how far it goes.
_MARKS: dict[str, Mark | None] = {"private": "private", "shareable": "shareable", "agreed": None}
_WHICH = "Which one? Say its number."


def private(talk: Holder, argument: str) -> Reply:
    """Keep one thing out of every copy."""
    return _mark(talk, _thing(talk, argument), "private")


def share(talk: Holder, argument: str) -> Reply:
    """Let one thing be shared, as far as the agreement leaves that open; or change the agreement to a usual one.

    After a number, or alone for the last thing: `agreed` leaves it to the agreement again.
    """
    words = argument.split()
    wish = _MARKS.get(words[-1].lower(), "shareable") if words else "shareable"
    number = " ".join(words[:-1]) if words and words[-1].lower() in _MARKS else argument
    if number and not number.isdecimal():
        return _ask_for_table(talk, argument)
    return _mark(talk, _thing(talk, number), wish)


def cycle(talk: Holder, argument: str) -> Reply:
    """One thing, in turn: private; may be shared, where the agreement leaves that open; as agreed."""
    thing = _thing(talk, argument)
    if made_of_what_stays(talk.session, thing.id):  # it stays already, so the choice is whether it may go
        return _mark(talk, thing, "shareable" if thing.id in grown(talk.session) else None)
    if thing.mark is None:
        return _mark(talk, thing, "private")
    opens = thing.mark == "private" and agreed.leaves_open(talk.session, thing.id)
    return _mark(talk, thing, "shareable" if opens else None)


def has_things(talk: Holder) -> bool:
    """Whether there is a thing here that could be marked without saying its number."""
    return mending.last(talk) is not None and at_clause.meant(talk) is None


def _thing(talk: Holder, argument: str) -> Thing:
    """The thing of a number, else the one that was made or touched last."""
    if argument and not (argument.isdecimal() and len(argument) <= 4):
        raise UserError(_WHICH)
    last = mending.last(talk)
    name = shown(talk, int(argument)) if argument else talk.newest or (last[0] if last else None)
    found = find(talk.session, name) if name else None
    thing = found.thing if found is not None else parked(talk.session, name) if name else None
    if thing is None or isinstance(thing, Clause):
        raise UserError(_WHICH)
    return thing


def _mark(talk: Holder, thing: Thing, mark: Mark | None) -> Reply:
    contents = agreed.contents_of(talk.session, thing.id)
    if mark == "shareable":
        if not contents:
            raise UserError("What was said at this step goes into no copy, so it cannot be marked as one to share.")
        levels = agreed.levels_of(talk.session, contents).values()
        grew = made_of_what_stays(talk.session, thing.id)
        if "ask" not in levels and "yes" not in levels and not grew:
            raise UserError(
                "It is agreed that this stays between you, so it cannot be marked as one to share.",
                "/share and the name of a usual agreement changes what the line manager gets.",
            )
        mark = "shareable" if "ask" in levels or grew else None
    before = talk.session
    talk.editor.mark(thing.id, mark)
    words = thing.text if isinstance(thing, Passage) else name_of(talk.session, thing.id)
    goes = contents and not made_of_what_stays(talk.session, thing.id)
    as_agreed = f"As agreed ({agreed.sign(talk.session, contents)})" if goes else "It goes into no copy"
    said = {"private": "Private, in no copy", "shareable": "May be shared", None: as_agreed}[mark]
    return Reply(said=(f"{said}: {brief(words)}" if words else f"{said}.", *_with_it(before, talk.session, thing)))


def _with_it(before: Session, after: Session, thing: Thing) -> Iterator[str]:
    """What a mark did to what was made of the thing, in words; nothing where it did nothing."""
    was = {one.id: one for one in made_of(before, thing.id) if one.gone is None}
    stays = [one for one in was if goes_nowhere(after, one) and not goes_nowhere(before, one)]
    left = [one.id for one in made_of(after, thing.id) if one.id in was and one.mark != was[one.id].mark]
    as_agreed = [one for one in left if not goes_nowhere(after, one)]
    if stays:
        yield f"What was made of it stays here too: {_named(after, stays)}"
    if as_agreed:
        yield f"What was made of it goes as agreed again: {_named(after, as_agreed)}"


def _named(session: Session, things: list[str]) -> str:
    """One thing in its words; more, or one without words, as how many there are."""
    words = name_of(session, things[0]) if len(things) == 1 else ""
    return brief(words) if words else str(len(things))


# -- the table, from anywhere


def has_table(talk: Holder) -> Spot | None:
    """The spot where this conversation agrees who may hear what: here, on the way, or else anywhere in its format."""
    steps = (Spot(one.id) for one in talk.session.framework.steps)
    for spot in (talk.spot, *spots(talk.session, talk.past), *steps):
        step = talk.session.framework.find(spot.step)
        if isinstance(step, AgreementStep) and step.audiences and step.presets:
            return spot
    return None


def _ask_for_table(talk: Holder, wish: str) -> Reply:
    """Say what a usual agreement would mean for the line manager, and ask for a yes."""
    spot = has_table(talk)
    step = talk.session.framework.find(spot.step) if spot else None
    if spot is None or not isinstance(step, AgreementStep):
        raise UserError(
            "This conversation has no table to change.", "Its format asks for no agreement; how-we-work does."
        )
    reader = usual_reader(talk, step.audiences)
    one = usual.meant(talk.session, step, reader, wish)
    if one is None:
        names = "; ".join(each.name for each in usual.usual(talk.session, step, reader))
        raise UserError(f"Which one: {names}?", "Its beginning is enough; a number shares one thing.")
    lost = usual.kept_by_hand(talk, spot, one)
    means = dict(levels_at(talk.session, spot).get(one.audience, {}))
    means.update({str(content): str(level) for content, level in one.levels.items()})
    question = (
        f"{one.name}, for {agreed.audience_name(one.audience)}? {agreed.in_words(one.audience, means)}",
        *([f"It changes what was answered row by row: {agreed.listed(lost)}."] if lost else []),
        *usual.warning(step, one.name),
        "y changes the agreement; anything else leaves it as it is.",
    )

    def done() -> Reply:
        return usual.choose(talk, spot, step, one)

    talk.asked = Asked(question, done, prompt="y changes it")
    return Reply()


def usual_reader(talk: Holder, known: tuple[str, ...]) -> str:
    """The audience that is meant where none is named: the line manager, else the first that is not the coachee."""
    return agreed.usual_reader_of(talk.session, known)


# -- what somebody would see


def preview(talk: Holder, wish: str) -> Reply:
    """What an audience would see as it stands now: the one whose column one stands in, the one named, or the line manager."""
    known = audiences(talk.session)
    step = talk.session.framework.step(talk.spot.step)
    here = talk.place.column if isinstance(step, AgreementStep) else None
    audience = match(wish, list(known)) if wish else here or usual_reader(talk, known)
    if audience is None:
        raise UserError(f"Nothing is agreed for {wish[:60]!r}.", f"It can be looked at for: {', '.join(known)}.")
    agreement = policy(talk.session, audience)
    return Reply(wants="preview", audience=audience, page=(agreed.in_words(audience, agreement.levels),))
