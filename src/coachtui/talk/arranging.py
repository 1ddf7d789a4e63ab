"""Slash commands that arrange what was said: park, move, tag, drop, attribute. The editor does the writing."""

from coachtui.errors import UserError
from coachtui.flow.places import HERE
from coachtui.framework.steps import ActionsStep, ChooseStep, LinkStep, NotesStep
from coachtui.session.boards import canvas, columns, notes_at, rows
from coachtui.session.editor import brief
from coachtui.session.lookups import find, live, name_of, parked
from coachtui.session.records import AgreementRecord, ChooseRecord
from coachtui.session.things import Passage
from coachtui.talk import tying
from coachtui.talk.answers import words_of
from coachtui.talk.at_clause import clause_here, strike
from coachtui.talk.holder import Holder
from coachtui.talk.passage_lines import line_meant
from coachtui.talk.promises import actions_at
from coachtui.talk.taking import match, shown
from coachtui.talk.taking_actions import newest_action, set_field
from coachtui.talk.view import Reply


def _split(talk: Holder, argument: str) -> tuple[str | None, str]:
    """A leading number as the id of what it shows, and the rest of the line."""
    first, _, rest = argument.partition(" ")
    if first.isdecimal() and len(first) <= 4:
        return shown(talk, int(first)), rest.strip()
    return None, argument


def _needed(talk: Holder, argument: str) -> tuple[str, str]:
    thing, rest = _split(talk, argument)
    if thing is None:
        raise UserError("Which one? Say its number first.")
    return thing, rest


def _words(text: str) -> str:
    if not text:
        raise UserError("Say the words after the command, on the same line.")
    return text


def park(talk: Holder, text: str) -> Reply:
    """Put an idea on the parking list, from anywhere."""
    talk.editor.park(_words(text), talk.spot)
    return Reply(said=("Parked.",))


def takes_parked(talk: Holder) -> bool:
    """Whether parked ideas can be drawn in here."""
    step = talk.session.framework.step(talk.spot.step)
    return isinstance(step, NotesStep) and any(one.gone is None for one in talk.session.parked)


def take_parked(talk: Holder, argument: str) -> Reply:
    """Draw a parked idea into this step, where the entry line stands. "/take out 3" takes something out."""
    out, _, rest = argument.partition(" ")
    if out.lower() == "out":
        return drop(talk, rest.strip())
    thing, _ = _split(talk, argument)
    if thing is None or parked(talk.session, thing) is None:
        raise UserError("Which parked idea? Say its letter: /take A.")
    talk.editor.place_parked(talk.spot, thing, talk.place.row, talk.place.column)
    return Reply()


def remark(talk: Holder, text: str) -> Reply:
    """Keep a remark at this spot."""
    talk.newest = talk.editor.remark(talk.spot, _words(text))
    return Reply(said=("Kept as a remark.",))


def has_notes(talk: Holder) -> bool:
    """Whether there are notes here that can be moved."""
    step = talk.session.framework.step(talk.spot.step)
    return isinstance(step, NotesStep) and bool(columns(talk.session, step) or rows(talk.session, step))


def move(talk: Holder, argument: str) -> Reply:
    """Move a note to another column or row."""
    thing, wish = _needed(talk, argument)
    step = talk.session.framework.step(talk.spot.step)
    if not isinstance(step, NotesStep):
        raise UserError("Only notes can be moved.")
    across, down = columns(talk.session, step), rows(talk.session, step)
    for field, lines in (("column", across), ("row", down)):
        name = match(wish, [one.name for one in lines], anywhere=True)
        if name is not None:
            to = next(one.id for one in lines if one.name == name)
            talk.editor.move_note(talk.spot, thing, **{field: to})
            return Reply(said=(f"Moved to {name}.",))
    names = ", ".join(one.name for one in (*across, *down))
    raise UserError(f"Where to? {names}" if names else "There is nowhere here to move it to.")


def lifts(talk: Holder) -> bool:
    """Whether this step lifts a note."""
    step = talk.session.framework.step(talk.spot.step)
    return (isinstance(step, ChooseStep) and step.lift is not None) or (
        isinstance(step, NotesStep) and bool(rows(talk.session, step))
    )


def lift(talk: Holder, argument: str) -> Reply:
    """Move a note one row up."""
    thing, _ = _needed(talk, argument)
    step = talk.session.framework.step(talk.spot.step)
    if isinstance(step, ChooseStep):
        talk.editor.pick(talk.spot, thing)
        return Reply()
    if not isinstance(step, NotesStep):
        raise UserError("Only notes in rows can be lifted.")
    ids = [one.id for one in rows(talk.session, step)]
    note = next((one for one in notes_at(talk.session, step, talk.spot) if one.thing.id == thing), None)
    at = ids.index(note.row) if note is not None and note.row in ids else 0
    if at == 0:
        raise UserError("That is in the top row already, or in no row yet; /move puts it into one.")
    talk.editor.move_note(talk.spot, thing, row=ids[at - 1])
    return Reply(said=(f"Lifted to {name_of(talk.session, ids[at - 1])}.",))


def _names_on(talk: Holder, field: str) -> list[str]:
    step = talk.session.framework.step(talk.spot.step)
    if not isinstance(step, NotesStep):
        return []
    on = canvas(talk.session, step)
    return list(on.tags if field == "tags" else on.types)


def has_tags(talk: Holder) -> bool:
    """Whether notes here carry tags."""
    return bool(_names_on(talk, "tags"))


def has_types(talk: Holder) -> bool:
    """Whether notes here have types."""
    return bool(_names_on(talk, "types"))


def tag(talk: Holder, argument: str) -> Reply:
    """Tag the last note, or the one whose number comes first."""
    note, name = _named(talk, argument, "tags")
    talk.editor.set_tag(note, name)
    return Reply()


def set_type(talk: Holder, argument: str) -> Reply:
    """Say what type the last note is, or the one whose number comes first."""
    note, name = _named(talk, argument, "types")
    talk.editor.set_type(note, name)
    return Reply()


def _named(talk: Holder, argument: str, field: str) -> tuple[str, str]:
    names = _names_on(talk, field)
    if not names:
        raise UserError(f"Notes carry no {field} here.")
    thing, wish = _split(talk, argument) if " " in argument else (None, argument)
    name = match(wish, names)
    if name is None:
        raise UserError("Which one: " + ", ".join(names) + "?")
    note = thing or _last_note(talk)
    if note is None:
        raise UserError("There is no note here yet.")
    return note, name


def _last_note(talk: Holder) -> str | None:
    """The note that was made or touched last here, else the last one on show."""
    step = talk.session.framework.step(talk.spot.step)
    here = [one.thing.id for one in notes_at(talk.session, step, talk.spot)] if isinstance(step, NotesStep) else []
    return talk.newest if talk.newest in here else here[-1] if here else None


def has_actions(talk: Holder) -> bool:
    """Whether there is an action here whose fields can be filled."""
    return bool(actions_at(talk.session, talk.spot))


def field(talk: Holder, argument: str) -> Reply:
    """Fill another field of the action at hand; the field's name, or the beginning of it, comes first."""
    step = talk.session.framework.step(talk.spot.step)
    if not isinstance(step, ActionsStep):
        raise UserError("Only actions have fields.")
    thing, rest = _split(talk, argument)
    action = thing or newest_action(talk)
    names = sorted(step.fields, key=len, reverse=True)
    exact = [one for one in names if f"{rest} ".lower().startswith(f"{one} ".lower())]
    if exact:
        name, value = exact[0], rest[len(exact[0]) :].strip()
    else:
        first, _, value = rest.partition(" ")
        name = match(first, list(step.fields)) or ""
    if not name or not value:
        raise UserError("Which field, and what? The fields are: " + ", ".join(step.fields) + ".")
    return Reply(said=set_field(talk, action, name, value))


def has_picks(talk: Holder) -> bool:
    """Whether something was picked here."""
    record = talk.session.record(talk.spot)
    return isinstance(record, ChooseRecord) and any(one.gone is None for one in record.picks)


def reason(talk: Holder, text: str) -> Reply:
    """Say what speaks for the last pick."""
    record = talk.session.record(talk.spot)
    picks = [one for one in record.picks if one.gone is None] if isinstance(record, ChooseRecord) else []
    if not picks:
        raise UserError("Nothing is picked here yet.")
    talk.editor.give_reason(picks[-1].id, _words(text))
    return Reply()


def has_ties(talk: Holder) -> bool:
    """Whether ties are made here."""
    return isinstance(talk.session.framework.step(talk.spot.step), LinkStep)


def unlink(talk: Holder, argument: str) -> Reply:
    """Take a tie back, by what it ties."""
    return tying.unlink(talk, argument)


def drop(talk: Holder, argument: str) -> Reply:
    """Take something out, by its number or by how its words begin; undo brings it back."""
    line = line_meant(talk, argument)
    if line is not None:
        words = talk.editor.drop_line(talk.spot, talk.place.by, line)
        return Reply(said=(f"Taken out: {brief(words)} (/undo brings it back).",))
    thing = shown(talk, int(argument)) if argument.isdecimal() and len(argument) <= 4 else _by_words(talk, argument)
    if clause_here(talk, thing) is not None:
        return strike(talk, thing)
    what = name_of(talk.session, thing)
    if find(talk.session, thing) is None and parked(talk.session, thing) is None:
        raise UserError("That is not from this conversation, so it stays.")
    talk.editor.drop(thing)
    if talk.pending == thing:
        talk.stand(talk.places()[0] if talk.places() else HERE)
    return Reply(said=(f"Taken out: {brief(what) or 'that'} (/undo brings it back).",))


def _by_words(talk: Holder, words: str) -> str:
    """The one thing here that begins with these words, remarks among them. UserError where it is not one."""
    wish = words_of(words).split()
    if not wish:
        raise UserError("Which one? Say its number, or how its words begin.")
    record = talk.session.record(talk.spot)
    own = [one.id for one in live(tuple(record.things()))] if record is not None else []
    named = {one: name_of(talk.session, one) for one in (*talk.numbers.values(), *own)}
    found = [one for one, text in named.items() if words_of(text).split()[: len(wish)] == wish and _is_own(talk, one)]
    whole = [one for one in found if words_of(named[one]).split() == wish]
    if len(whole) == 1 or len(found) == 1:
        return (whole if len(whole) == 1 else found)[0]
    if found:
        raise UserError(
            f'{len(found)} things here begin with "{brief(words)}". More of the words, or the number alone.'
        )
    raise UserError(
        f'Nothing here begins with "{brief(words)}". /drop takes a number alone, as in /drop 1, or how the words begin.'
    )


def _is_own(talk: Holder, thing: str) -> bool:
    """Whether it has words and can be taken out here; of what was agreed, that is a clause in sight, or a remark."""
    found = find(talk.session, thing)
    if found is None:
        return parked(talk.session, thing) is not None or clause_here(talk, thing) is not None
    agreed = isinstance(found.record, AgreementRecord) and found.list_name != "remarks"
    return clause_here(talk, thing) is not None if agreed else isinstance(found.thing, Passage)


def by(talk: Holder, name: str) -> Reply:
    """Say whose words come next; alone, they are the coachee's again."""
    if not name:
        talk.editor.author = None
        talk.keep_place()
        return Reply(moved=True)
    thing, who = _split(talk, name) if " " in name else (None, name)
    person = match(who, [one.name for one in talk.session.people]) or match(
        who, [one.role for one in talk.session.people]
    )
    found = next((one for one in talk.session.people if person in (one.name, one.role)), None)
    if found is None:
        raise UserError(f"{who} does not take part yet. /people {who} adds them.")
    if thing is not None:
        talk.editor.attribute(thing, found.id)
    else:
        talk.editor.author = found.id
        talk.keep_place()
    return Reply(moved=True)


def people(talk: Holder, name: str) -> Reply:
    """Add a person; alone, it says who takes part."""
    if not name:
        listed = tuple(f"{one.name}: {one.role}" for one in talk.session.people)
        return Reply(page=listed or ("Nobody is named in this conversation.",))
    taken = {one.role for one in talk.session.people}
    roles = talk.session.framework.roles
    order = sorted(roles, key=lambda role: role != talk.session.framework.coachee)
    role = next((one for one in order if one not in taken), "Member")
    person = talk.people(name, role)
    talk.editor.add_person(person)
    return Reply(said=(f"{person.name} takes part as {person.role}.",))
