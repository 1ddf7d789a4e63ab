"""What has been captured, as lines that can be read aloud: one function for each body. Pure; touches nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from coachtui.framework.contents import content_words
from coachtui.session.spot import Place
from coachtui.session.when import when_words
from coachtui.talk.view import (
    ActionLine,
    ActionsBody,
    AgreementBody,
    Body,
    ChooseBody,
    Entry,
    Group,
    GuideBody,
    LinkBody,
    NotesBody,
    RateBody,
    ReviewBody,
    TextBody,
    View,
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """One line. `key` says which thing it is about, `quiet` that it is said on arrival only."""

    key: str
    words: str
    number: int | str = 0
    quiet: bool = False

    @property
    def line(self) -> str:
        """The line as it is printed."""
        words = self.words.replace("\n", "\n   ")
        return f"{self.number}. {words}" if self.number else words


def spoken(body: Body, place: Place) -> list[Spoken]:
    """A body as lines, for an entry line that stands at this place."""
    return list(_OF_BODY[type(body)](body, place))


def standing(view: View) -> str:
    """The clause that is asked about just now, with its number, where its words do not stand in the question."""
    if isinstance(view.body, AgreementBody):
        return next((f"{one.number}. {one.text}" for one in view.body.clauses if one.here), "")
    return ""


def _entry(one: Entry, more: str = "") -> Spoken:
    marks = [*one.marks, *_far(one)]
    told = f" ({', '.join(marks)})" if marks else ""
    return Spoken(one.id, f"{one.text}{told}{more}", one.label)


def _far(one: Entry | ActionLine) -> list[str]:
    word = one.travels or ("private" if one.private else "")
    return [word] if word else []


def _guide(body: GuideBody, _: Place) -> Iterator[Spoken]:
    for number, line in enumerate(body.say):
        yield Spoken(f"say:{number}", line)


def _text(body: TextBody, _: Place) -> Iterator[Spoken]:
    for one in body.passages:
        for number, words in enumerate(one.earlier):
            yield Spoken(f"earlier:{one.id}:{number}", f"Earlier: {words}", quiet=True)
        yield _entry(one)


def _notes(body: NotesBody, _: Place) -> Iterator[Spoken]:
    places = [group.name for group in body.groups if group.name and group.place is not None]
    if places:
        named = ", ".join(f"{number} {name}" for number, name in enumerate(places, 1))
        yield Spoken("places", f"Places: {named}.", quiet=True)
    for group in body.groups:
        if group.name and group.entries:
            yield Spoken(f"group:{group.name}", f"{group.name}:", quiet=True)
        yield from (_entry(one) for one in group.entries)
    loose = next((group.entries for group in body.groups if group.place is None and group.name), ())
    if loose and len(places) > 1 and not (body.rows and body.columns):
        yield Spoken("sort", f"Two numbers put a note into a place: {loose[0].number} 2 for {places[1]}.", quiet=True)
    if body.parked:
        yield Spoken("parked", "Parked earlier; its letter draws one in:", quiet=True)
        yield from (Spoken(f"parked:{one.id}", one.text, one.label, quiet=True) for one in body.parked)
    if body.asked:
        yield Spoken("asked", f"Mark it, if you like: {body.asked}")


def _choose(body: ChooseBody, _: Place) -> Iterator[Spoken]:
    for one in body.entries:
        yield _entry(one, _chosen(one, body))
    if body.may_add:
        yield Spoken("may-add", "Other words add to the list.", quiet=True)


def _chosen(one: Entry, body: ChooseBody) -> str:
    if one.chosen is None:
        return ""
    if body.dots:
        return f" - {one.chosen} {'dot' if one.chosen == 1 else 'dots'}"
    return f" - picked, number {one.chosen} in order" if body.ordered else " - picked"


def _rate(body: RateBody, _: Place) -> Iterator[Spoken]:
    low, high = body.scale
    ends = f"From {low} ({body.ends[0]}) to {high} ({body.ends[1]})." if body.ends else f"From {low} to {high}."
    yield Spoken("scale", ends)
    for number, cell in enumerate(body.cells):
        name = " / ".join(one for one in (cell.by, cell.row, cell.column) if one)
        was = f" (last time {cell.was:g})" if cell.was is not None else ""
        remark = f", {cell.remark}" if cell.remark else ""
        if cell.value is not None or was:
            value = f"{cell.value:g}" if cell.value is not None else "-"
            yield Spoken(f"cell:{number}", f"{name}{': ' if name else ''}{value}{remark}{was}")
    if body.barrier:
        yield Spoken("barrier", f"The first low one: {body.barrier}")


def _link(body: LinkBody, _: Place) -> Iterator[Spoken]:
    words = {one.label: f"{one.label} {one.text}" for one in (*body.left.entries, *body.right.entries)}
    yield from _side(body.left)
    yield from _side(body.right)
    for tie in body.ties:
        said = f" ({tie.said})" if tie.said else ""
        yield Spoken(tie.id, f"{words[tie.a]} - {body.tie} - {words[tie.b]}{said}")
    if body.alone:
        yield Spoken("alone", f"Not tied yet: {', '.join(body.alone)}")


def _side(group: Group) -> Iterator[Spoken]:
    yield Spoken(f"side:{group.name}", f"{group.name}:", quiet=True)
    yield from (_entry(one) for one in group.entries)


def _words(before: str, words: str) -> str:
    return f"{before}{words}" if words else ""


def _actions(body: ActionsBody, _: Place) -> Iterator[Spoken]:
    for one in body.actions:
        said = when_words(one.by_when, date.fromisoformat(one.due) if one.due else None)
        when = f", by {said}" if one.due else _words("; by when: ", said)
        rest = _words("; ", one.status) + "".join(f"; {name}: {value}" for name, value in one.fields if name != "who")
        private = "".join(f" ({word})" for word in _far(one))
        who = f" - {one.who}" if one.who else ""
        yield Spoken(one.id, f"{one.what}{who}{when}{rest}{private}", one.number)
    if body.offered:
        yield Spoken("offered", "Chosen before; its number takes its words:", quiet=True)
        yield from (Spoken(f"offered:{one.id}", one.text, one.number, quiet=True) for one in body.offered)


def _agreement(body: AgreementBody, place: Place) -> Iterator[Spoken]:
    yield from (Spoken(f"warning:{words}", f"! {words}") for words in body.warnings)
    for one in body.clauses:
        accepted = f" - accepted: {', '.join(one.accepted)}" if one.accepted else ""
        declined = f" - declined: {', '.join(one.declined)}" if one.declined else ""
        yield Spoken(one.id, f"{one.text}{accepted}{declined}", one.number)
    if place.row is not None:
        yield Spoken("table", "Who may hear what:", quiet=False)
        for audience in body.audiences:
            levels = ", ".join(
                f"{content_words(one.content, listed=True)} {one.level}"
                for one in body.table
                if one.audience == audience
            )
            yield Spoken(f"audience:{audience}", f"  {audience}: {levels}")
        if body.agreed:
            yield Spoken("agreed", f"Agreed to by {', '.join(body.agreed)}.", quiet=True)
    yield from (Spoken(f"told:{number}", one) for number, one in enumerate(body.told))
    if body.presets:
        yield Spoken("presets", "Or a usual agreement, by its number:")
        for number, (name, means) in enumerate(body.presets, 1):
            yield Spoken(f"preset:{name}", f"{name}: {means}", number)
    if body.again:
        yield from (Spoken(f"stands:{number}", line) for number, line in enumerate(body.stands))
    if place.field == "limits" or body.again:
        yield from (Spoken(f"limit:{number}", line) for number, line in enumerate(body.limits))


def _review(body: ReviewBody, _: Place) -> Iterator[Spoken]:
    for one in body.actions:
        facts = f"{one.who}{_words(', by when: ', one.by_when)}, promised {one.promised}"
        learned = _words("; learned: ", one.learned)
        yield Spoken(f"action:{one.number}", f"{one.what} ({facts}): {one.status}{learned}", one.number)
    if not body.actions:
        yield Spoken("none", "There is no earlier action to look back on.", quiet=True)


#: The only such table in this room.
_OF_BODY: dict[type, Callable[[Any, Place], Iterator[Spoken]]] = {
    GuideBody: _guide,
    TextBody: _text,
    NotesBody: _notes,
    ChooseBody: _choose,
    RateBody: _rate,
    LinkBody: _link,
    ActionsBody: _actions,
    AgreementBody: _agreement,
    ReviewBody: _review,
}
