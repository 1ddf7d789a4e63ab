"""Mending: which words come back when somebody wants to put them better, and how they are put back."""

from coachtui.errors import UserError
from coachtui.session.lookups import find, live, name_of, parked
from coachtui.session.records import BaseRecord
from coachtui.session.things import Clause, Passage, Thing
from coachtui.talk.holder import Holder
from coachtui.talk.promises import actions_at
from coachtui.talk.taking import shown
from coachtui.talk.view import Reply


def last(talk: Holder) -> tuple[str, str] | None:
    """The newest thing of this spot that has words: its id and its words."""
    found = find(talk.session, talk.newest) if talk.newest else None
    if found is not None and found.spot == talk.spot and mendable(found.thing):
        return found.thing.id, name_of(talk.session, found.thing.id)
    record = talk.session.record(talk.spot)
    worded = [one for one in _things(record) if mendable(one)] if record is not None else []
    if not worded:
        return None
    newest = max(enumerate(worded), key=lambda pair: (pair[1].edited or pair[1].at, pair[0]))[1]
    return newest.id, name_of(talk.session, newest.id)


def has_words(talk: Holder) -> bool:
    """Whether anything was said here that could be put better."""
    return last(talk) is not None


def bring_back(talk: Holder, argument: str) -> Reply:
    """The words of the last thing said here, or of a number, come back into the entry line."""
    if not argument:
        found = last(talk)
        return _back(talk, *found) if found else Reply(said=("Nothing was said here yet.",))
    if not argument.isdecimal() or len(argument) > 4:
        raise UserError("Which one? Say its number; /mend alone brings back the last one.")
    thing = shown(talk, int(argument))
    _check(talk, thing)
    return _back(talk, thing, name_of(talk.session, thing))


def _back(talk: Holder, thing: str, words: str) -> Reply:
    """A face with an entry line that can be filled fills it; elsewhere the line is said that mends it."""
    number = next((number for number, one in talk.numbers.items() if one == thing), None)
    said = f"To mend it, say it anew: /edit {number} {words}" if number else f"The last words were: {words}"
    return Reply(said=(said,), wants="mend", thing=(thing, words))


def edit(talk: Holder, argument: str) -> Reply:
    """Mend the words of something; with the number alone, its words come back."""
    first, _, text = argument.partition(" ")
    if not first.isdecimal() or len(first) > 4:
        raise UserError("Which one? Say its number first.")
    if not text.strip():
        return bring_back(talk, first)
    mend(talk, shown(talk, int(first)), text.strip())
    return Reply()


def mend(talk: Holder, thing: str, text: str) -> None:
    """Give a thing other words. UserError where it cannot have them."""
    if thing in [one.id for one in actions_at(talk.session, talk.spot)]:
        talk.editor.edit_action(thing, text)
        return
    _check(talk, thing)
    talk.editor.edit(thing, text)
    talk.newest = thing


def _check(talk: Holder, thing: str) -> None:
    """Refuse what is not from this conversation, such as a label of the framework."""
    if find(talk.session, thing) is None and parked(talk.session, thing) is None:
        raise UserError("Those words are not from this conversation, so they cannot be changed here.")


def mendable(thing: Thing) -> bool:
    """Whether it has words that can be mended. A clause has, but in a way of its own: it is agreed anew."""
    return isinstance(thing, Passage) and not isinstance(thing, Clause) and thing.gone is None


def _things(record: BaseRecord) -> list[Thing]:
    return list(live(tuple(record.things())))
