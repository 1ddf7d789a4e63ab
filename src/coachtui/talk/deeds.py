"""What can be done with one thing that is on show, for the menu of a thing that is clicked. Pure; writes nothing.

One function for each command that works on a thing. The table of commands names them, so this menu says what the slash
commands do, and says them too.
"""

from dataclasses import dataclass

from coachtui.framework.steps import ActionsStep, ChooseStep, NotesStep
from coachtui.session.boards import Line, Placed, canvas, columns, notes_at, options, rows
from coachtui.session.lookups import earlier_of, find, parked
from coachtui.session.things import Clause, Passage, Thing, Tie
from coachtui.sharing import grown
from coachtui.talk.agreed import leaves_open
from coachtui.talk.at_clause import clause_here
from coachtui.talk.holder import Holder
from coachtui.talk.mending import mendable
from coachtui.talk.promises import actions_at


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing a command can do with a thing.

    Attributes:
        say: what it would do, in words.
        words: what follows the number in the slash command.
        typed: more words are still to be typed after them.
    """

    say: str
    words: str = ""
    typed: bool = False


Choices = tuple[Choice, ...]


def _own(talk: Holder, thing: str) -> Thing | None:
    """The thing, where it belongs to this conversation and may be arranged. A clause is agreed anew, where it is asked."""
    found = find(talk.session, thing)
    own = found.thing if found is not None else parked(talk.session, thing)
    return None if isinstance(own, Clause) else own


def _note(talk: Holder, thing: str) -> tuple[NotesStep, Placed] | None:
    """The note of this step with its place, or None where it is no such note."""
    step = talk.session.framework.step(talk.spot.step)
    if not isinstance(step, NotesStep):
        return None
    return next(((step, one) for one in notes_at(talk.session, step, talk.spot) if one.thing.id == thing), None)


def mend(talk: Holder, thing: str) -> Choices:
    """Mend its words."""
    if clause_here(talk, thing) is not None:
        return (Choice("put it in other words"),)
    own = _own(talk, thing)
    return (Choice("mend the words"),) if own is not None and mendable(own) else ()


def move(talk: Holder, thing: str) -> Choices:
    """Move it to each column and row where it does not stand."""
    found = _note(talk, thing)
    if found is None:
        return ()
    step, placed = found
    return (*_places(columns(talk.session, step), placed.column), *_places(rows(talk.session, step), placed.row))


def _places(lines: tuple[Line, ...], now: str | None) -> Choices:
    return tuple(Choice(f"move to {one.name}", one.name) for one in lines if one.id != now)


def lift(talk: Holder, thing: str) -> Choices:
    """Lift it one row."""
    step, found = talk.session.framework.step(talk.spot.step), _note(talk, thing)
    if isinstance(step, ChooseStep):
        held = thing in [one.id for one in options(talk.session, step, talk.spot)]
        return (Choice("lift it one row"),) if step.lift is not None and held else ()
    ids = [one.id for one in rows(talk.session, found[0])] if found else []
    return (Choice("lift it one row"),) if found and found[1].row in ids[1:] else ()


def tag(talk: Holder, thing: str) -> Choices:
    """Give it each tag that it does not have."""
    found = _note(talk, thing)
    tags = canvas(talk.session, found[0]).tags if found else ()
    return tuple(Choice(f"tag it: {one}", one) for one in tags if found and one != found[1].tag)


def set_type(talk: Holder, thing: str) -> Choices:
    """Make it each type that it is not."""
    found = _note(talk, thing)
    types = canvas(talk.session, found[0]).types if found else ()
    return tuple(Choice(f"it is a {one}", one) for one in types if found and one != found[1].type)


def take(talk: Holder, thing: str) -> Choices:
    """Draw a parked idea in."""
    return (Choice("draw it in here"),) if parked(talk.session, thing) else ()


def field(talk: Holder, thing: str) -> Choices:
    """Fill each further field of an action."""
    step = talk.session.framework.step(talk.spot.step)
    if not isinstance(step, ActionsStep) or thing not in [one.id for one in actions_at(talk.session, talk.spot)]:
        return ()
    return tuple(Choice(f"say {one}", one, typed=True) for one in step.fields if one != "what")


def unlink(talk: Holder, thing: str) -> Choices:
    """Take a tie back."""
    return (Choice("take the tie back"),) if isinstance(_own(talk, thing), Tie) else ()


def private(talk: Holder, thing: str) -> Choices:
    """Keep it out of every copy."""
    own = _own(talk, thing)
    return (Choice("keep it private"),) if isinstance(own, Passage) and own.mark != "private" else ()


def share(talk: Holder, thing: str) -> Choices:
    """Let it be shared, or leave it to the agreement again."""
    own = _own(talk, thing)
    if not isinstance(own, Passage):
        return ()
    open_ = thing in grown(talk.session) or (own.mark != "shareable" and leaves_open(talk.session, thing))
    may = (Choice("it may be shared"),) if open_ else ()
    return may if own.mark is None else (*may, Choice("as agreed", "agreed"))


def by(talk: Holder, thing: str) -> Choices:
    """Say whose words they are."""
    own = _own(talk, thing)
    people = talk.session.people if isinstance(own, Passage) and len(talk.session.people) > 1 else ()
    return tuple(Choice(f"in the words of {one.name}", one.name) for one in people if own and one.id != own.by)


def forget(talk: Holder, thing: str) -> Choices:
    """Take its earlier wordings away for good."""
    return (Choice("take its earlier wording away for good"),) if earlier_of(talk.session, thing) else ()


def drop(talk: Holder, thing: str) -> Choices:
    """Take it out."""
    if clause_here(talk, thing) is not None:
        return (Choice("strike it out"),)
    own = _own(talk, thing)
    return (Choice("take it out"),) if own is not None and not isinstance(own, Tie) else ()
