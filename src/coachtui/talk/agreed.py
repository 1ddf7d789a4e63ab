"""What is agreed, in words: how far something goes, what a column of the table means, what has to be warned of.

Pure; touches nothing.
"""

from collections.abc import Iterable, Mapping, Sequence

from coachtui.framework.contents import LISTED, content_words
from coachtui.framework.steps import CONTENTS, AgreementStep, BaseStep, Content, Level
from coachtui.session.clauses import presets_at
from coachtui.session.lookups import find, parked
from coachtui.session.models import Session
from coachtui.session.spot import Spot
from coachtui.session.things import Remark
from coachtui.sharing import audiences, grown, let_go, policy, withheld

PRIVATE, MAY_BE_SHARED, STAYS = "private", "may be shared", "stays: taken from what stays"
#: What is said where a limit was reached, whatever was agreed. It tells of no limit.
NO_COPY = "goes into no copy"
#: So many audiences are named; of more it is only said that there are others.
_NAMED = 2


def audience_name(audience: str) -> str:
    """An audience as it stands in a sentence: the line manager, but SLT and anyone."""
    return audience if audience in ("anyone", "SLT") else f"the {audience}"


def others(session: Session, known: Iterable[str]) -> list[str]:
    """The audiences that are not the coachee: they have their own words unless they say otherwise."""
    own = {"coachee", session.framework.coachee.casefold()}
    return [one for one in known if one.casefold() not in own]


# -- how far something goes


def levels_of(session: Session, contents: Sequence[Content]) -> dict[str, Level]:
    """How far these kinds of content go, by what is in force: for everybody but the coachee."""
    return {one: policy(session, one).level(contents) for one in others(session, audiences(session))}


def sign(session: Session, contents: Sequence[Content]) -> str:
    """The quiet sign of how far these kinds of content go beyond those who sit there; a group hears itself anyway."""
    here = {"group"} if session.is_group else set[str]()
    levels = {one: far for one, far in levels_of(session, contents).items() if one.casefold() not in here}
    for level, words in (("yes", "may go to"), ("ask", "asked first")):
        who = [one for one, far in levels.items() if far == level]
        if who:
            return f"{words}: {_some(who)}"
    return f"stays {'among' if session.is_group else 'between'} us"


def _some(who: list[str]) -> str:
    if "anyone" in who:
        return "anyone"
    return ", ".join(who) if len(who) <= _NAMED else f"{who[0]} and others"


def step_sign(session: Session, step: BaseStep, spot: Spot) -> str:
    """How far goes what is said at a step, standing at this spot of it."""
    if spot.key in withheld(session):
        return NO_COPY
    return PRIVATE if step.private else sign(session, (step.classed,))


def contents_of(session: Session, thing: str) -> tuple[Content, ...]:
    """What the agreement calls a thing of this session.

    Nothing where it has no say: it is of a private step or of another session, or it came up where a limit was reached.
    """
    found, closed = find(session, thing), withheld(session)
    if found is None:
        idea = parked(session, thing)
        return ("points",) if idea is not None and idea.spot not in closed else ()
    step = session.framework.find(found.spot.step)
    if step is None or step.private or found.spot.key in closed:
        return ()
    return (step.classed, "points") if isinstance(found.thing, Remark) else (step.classed,)


def leaves_open(session: Session, thing: str) -> bool:
    """Whether the agreement leaves open how far a thing goes: somebody is to be asked first."""
    contents = contents_of(session, thing)
    return bool(contents) and "ask" in levels_of(session, contents).values()


def mark_of(session: Session, thing: str, mark: str | None) -> str:
    """How far a thing goes where that differs from what its step usually does; else nothing."""
    if mark == "private":
        return PRIVATE
    if thing in grown(session):
        return STAYS
    return MAY_BE_SHARED if mark == "shareable" and thing in let_go(session) else ""


def remark_mark(session: Session, step: BaseStep, remark: Remark) -> str:
    """The same for a remark: it may be about anything, so it can stay where the answer goes."""
    own = mark_of(session, remark.id, remark.mark)
    if own or not contents_of(session, remark.id):
        return own
    usual, here = levels_of(session, (step.classed,)), levels_of(session, (step.classed, "points"))
    return sign(session, (step.classed, "points")) if usual != here else ""


# -- what a table means


def in_words(audience: str, levels: Mapping[str, str] | Mapping[Content, Level], *, rest: bool = True) -> str:
    """What a column of the table means for its audience; without the `rest`, what they do not get is left unsaid."""
    found = {
        level: [LISTED[one] for one in CONTENTS if levels.get(one, "no") == level] for level in ("yes", "ask", "no")
    }
    who = audience_name(audience)
    start = f"{who[:1].upper()}{who[1:]} gets"
    if not found["yes"] and not found["ask"]:
        return f"{start} nothing."
    said = [f"{start}: {', '.join(found['yes'])}."] if found["yes"] else []
    said += [f"{'Asked' if said else f'{start}, asked'} first: {', '.join(found['ask'])}."] if found["ask"] else []
    return " ".join([*said, *([f"Not: {', '.join(found['no'])}."] if found["no"] and rest else [])])


def usual_reader_of(session: Session, known: Sequence[str]) -> str:
    """The audience that is meant where none is named: the line manager, else the first that is not the coachee."""
    found = others(session, known)
    return next((one for one in found if one.casefold() == "line manager"), next(iter(found), "line manager"))


def your(audience: str) -> str:
    """An audience as the coachee is asked about it: your line manager, SLT."""
    return f"your {audience}" if audience.casefold() == "line manager" else audience_name(audience)


def listed(contents: Iterable[str]) -> str:
    """Kinds of content in the words of the rows, one after the other."""
    return ", ".join(content_words(one, listed=True) for one in contents)


def column_told(levels: Mapping[str, str]) -> tuple[str, ...]:
    """A column of the table, a line a level, in the words of its rows."""
    names = {"yes": "Yes", "ask": "Asked first", "no": "No"}
    by_level = {level: [one for one in CONTENTS if levels.get(one, "no") == level] for level in names}
    return tuple(f"{names[level]}: {listed(found)}." for level, found in by_level.items() if found)


def in_force_words(session: Session, levels: Mapping[str, Mapping[str, str]], known: Sequence[str]) -> tuple[str, ...]:
    """What is agreed for everybody but the coachee, a sentence each; those who get nothing are named together."""
    got: list[str] = []
    nothing: list[str] = []
    for one in others(session, known):
        own = levels.get(one, {})
        if all(own.get(content, "no") == "no" for content in CONTENTS):
            nothing.append(audience_name(one))
        else:
            got.append(in_words(one, own, rest=False))
    return (*got, f"Nothing for {', '.join(nothing)}.") if nothing else tuple(got)


def warnings_at(session: Session, step: AgreementStep) -> tuple[str, ...]:
    """What has to be said about the usual agreements that were chosen, here or at an earlier meeting."""
    chosen = presets_at(session).values()
    return tuple(dict.fromkeys(step.warnings[one] for one in chosen if one in step.warnings))
