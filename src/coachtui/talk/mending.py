"""Mending: which words come back when somebody wants to put them better, and how they are put back."""

from coachtui.errors import UserError
from coachtui.session.editor import brief
from coachtui.session.lookups import all_things, earlier_of, find, live, name_of, parked
from coachtui.session.models import Session
from coachtui.session.records import BaseRecord
from coachtui.session.things import Action, Clause, Passage, Thing
from coachtui.talk import at_clause
from coachtui.talk.asked import Asked
from coachtui.talk.dates import read_day
from coachtui.talk.holder import Holder
from coachtui.talk.promises import actions_at
from coachtui.talk.taking import shown
from coachtui.talk.taking_actions import set_field
from coachtui.talk.view import Reply


def last(talk: Holder) -> tuple[str, str] | None:
    """The newest thing of this spot that has words: its id and its words."""
    clause = at_clause.meant(talk)
    if clause is not None:
        return clause, at_clause.clause_here(talk, clause) or ""
    found = find(talk.session, talk.newest) if talk.newest else None
    if found is not None and found.spot == talk.spot and mendable(found.thing):
        return found.thing.id, words_of(talk.session, found.thing.id)
    record = talk.session.record(talk.spot)
    worded = [one for one in _things(record) if mendable(one)] if record is not None else []
    if not worded:
        return None
    newest = max(enumerate(worded), key=lambda pair: (pair[1].edited or pair[1].at, pair[0]))[1]
    return newest.id, words_of(talk.session, newest.id)


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
    clause = at_clause.clause_here(talk, thing)
    if clause is not None:
        return _back(talk, thing, clause)
    _check(talk, thing)
    return _back(talk, thing, words_of(talk.session, thing))


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
    return Reply(said=mend(talk, shown(talk, int(first)), text.strip()))


def words_of(session: Session, thing: str) -> str:
    """The words of a thing as they come back to be mended: a promise with what was said of its day."""
    words = name_of(session, thing)
    found = find(session, thing)
    when = found.thing.fields.get("by when", "") if found is not None and isinstance(found.thing, Action) else ""
    return f"{words}{_DAY}{when}" if when else words


def mend(talk: Holder, thing: str, text: str) -> tuple[str, ...]:
    """Give a thing other words. Returns quiet words, of a day. UserError where it cannot have them."""
    action = next((one for one in actions_at(talk.session, talk.spot) if one.id == thing), None)
    if action is not None:
        return _mend_action(talk, action, text)
    if at_clause.clause_here(talk, thing) is not None:
        at_clause.reword(talk, thing, text)
        return ()
    _check(talk, thing)
    grown = _promises_of(talk.session, thing)
    talk.editor.edit(thing, text)
    talk.newest = thing
    now = name_of(talk.session, thing)
    if not grown or now == grown[0].text:
        return ()
    for one in grown:
        talk.editor.edit_action(one.id, now)
    many = "The promise" if len(grown) == 1 else f"The {len(grown)} promises"
    return (f"{many} made from it {'says' if len(grown) == 1 else 'say'} so too.",)


def _promises_of(session: Session, thing: str) -> list[Action]:
    """The promises that were made from a thing and are still in its own words."""
    words = name_of(session, thing)
    actions = [one for _, one in all_things(session) if isinstance(one, Action) and one.gone is None]
    return [one for one in actions if one.source == thing and one.text == words]


#: What stands between the words of a promise and those of its day.
_DAY = " \u00b7 "


def _mend_action(talk: Holder, action: Action, text: str) -> tuple[str, ...]:
    """Other words for a promise, and for its day where one stands after them; where none does, the day stays."""
    before = action.fields.get("by when", "")
    what, _, when = (
        text.rpartition(_DAY) if before or read_day(text.rpartition(_DAY)[2], talk.today()) else ("", "", "")
    )
    if not what.strip() or not when.strip():
        what, when = text.strip().removesuffix(_DAY.rstrip()), before
    talk.editor.edit_action(action.id, what)
    return set_field(talk, action.id, "by when", when.strip()) if when.strip() != before else ()


#: What is said when something was mended, and when its earlier wording is gone.
MENDED = "Mended. The earlier wording stays in the record; /forget takes it away."
FORGOTTEN = "Taken away for good. /undo goes back no further than here."
#: What no program can promise.
REMAINS = "It goes out of the safety copy on this computer too; backups and synced folders keep what they copied."
_NONE = "It has no earlier wording."


def forget(talk: Holder, argument: str) -> Reply:
    """Take the earlier wordings of something away for good, once that is confirmed."""
    if argument and not (argument.isdecimal() and len(argument) <= 4):
        raise UserError("Which one? Say its number; /forget alone means the last one.")
    found = last(talk)
    thing = shown(talk, int(argument)) if argument else found[0] if found else ""
    count = len(earlier_of(talk.session, thing))
    if not count:
        raise UserError(_NONE if thing else "Nothing was said here yet.")

    def done() -> Reply:
        talk.editor.forget(thing)
        return Reply(said=(FORGOTTEN, REMAINS))

    many = "the earlier wording" if count == 1 else f"the {count} earlier wordings"
    asked = f'Take {many} of "{brief(name_of(talk.session, thing))}" away for good? Nothing brings back what is taken.'
    talk.asked = Asked((asked, "y takes it away; anything else leaves it."), done, prompt="y takes it away")
    return Reply()


def has_earlier(talk: Holder) -> bool:
    """Whether anything on show said something else before."""
    found = last(talk)
    return any(earlier_of(talk.session, one) for one in ({found[0]} if found else set()) | set(talk.numbers.values()))


def _check(talk: Holder, thing: str) -> None:
    """Refuse what is not from this conversation, such as a label of the framework."""
    if find(talk.session, thing) is None and parked(talk.session, thing) is None:
        raise UserError("Those words are not from this conversation, so they cannot be changed here.")


def mendable(thing: Thing) -> bool:
    """Whether it has words that can be mended. A clause has, but in a way of its own: it is agreed anew."""
    return isinstance(thing, Passage) and not isinstance(thing, Clause) and thing.gone is None


def _things(record: BaseRecord) -> list[Thing]:
    return list(live(tuple(record.things())))
