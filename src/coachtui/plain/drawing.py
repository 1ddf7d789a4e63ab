"""A view as plain lines: all of it on arrival, and later only what has changed. Pure functions; touches nothing.

No boxes and no signs that a screen reader would spell out. What can be referred to has its number in front.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from coachtui.plain.bodies import Spoken, spoken, standing
from coachtui.talk.moving import DONE
from coachtui.talk.view import Entry, OfferLine, View


def arrival(view: View, before: View | None = None) -> list[str]:
    """Everything about a spot that one has just come to. With `before`, how far it goes is said where that differs."""
    stage = f"{view.stage}: " if view.stage and view.stage != view.title else ""
    lines = ["", f"{stage}{view.title}"]
    if view.private:
        lines.append("Private: this is kept out of the shared view and out of every copy.")
    elif view.travels and (before is None or before.travels != view.travels):
        lines.append(_far(view))
    if view.optional:
        lines.append("May be left out.")
    if view.speaks:
        lines.append(f"Speaking: {view.speaks}")
    for beside in view.shown:
        since = f" ({beside.since})" if beside.since else ""
        lines += [f"{beside.title}{since}:", *(f"  {line}" for line in beside.lines)]
    if view.silent:
        lines.append(f"{_minutes(view.silent)} of quiet first.")
    if view.clock_left and view.minutes:
        lines.append(f"{_minutes(round(view.minutes, 1))}, and then the clock ends this step.")
    lines += asked(view)
    lines += [one.line for one in spoken(view.body, view.place)]
    lines += [f"Remark {_entry(one)}" for one in view.remarks]
    if view.draft:
        lines.append(f"Half typed before: {view.draft}")
        lines.append("An empty line keeps it, any other line takes its place.")
    lines += [line for one in view.offers if not _later(one) for line in _offer(one)]
    lines += view.notices
    return lines


def page(lines: Iterable[str]) -> list[str]:
    """A page of the talk's own, its ticks as plain stars: some lines cannot write them, and a reader spells them out."""
    return [one.replace(DONE, "*") for one in lines]


def changed(before: View, after: View) -> list[str]:
    """What is new since the view before."""
    left = [one.say for one in before.offers if _later(one)] if _went_on(before, after) else []
    if before.spot != after.spot:
        return [*left, *arrival(after, before)]
    was = {one.key: one for one in spoken(before.body, before.place)}
    lines = [*left, *(one.line for one in _news(was, spoken(after.body, after.place)))]
    known = {_entry(one) for one in before.remarks}
    lines += [f"Remark {_entry(one)}" for one in after.remarks if _entry(one) not in known]
    if after.author != before.author:
        lines.append(f"Now the words of {after.author} are taken down." if after.author else "Now the coachee's words.")
    if (before.question, before.place) != (after.question, after.place):
        lines += asked(after, before)
    elif before.next_hint != after.next_hint:
        lines.append(_hint(after))
    lines += [_far(after)] if before.travels != after.travels else []
    lines += [line for one in after.offers if one not in before.offers and not _later(one) for line in _offer(one)]
    lines += [one for one in after.notices if one not in before.notices]
    return lines


def _later(one: OfferLine) -> bool:
    """What is only said, about how much there is, comes when the place is left. What can be taken has to come before."""
    return one.leaving and not one.to


def _went_on(before: View, after: View) -> bool:
    """Whether the entry line stands elsewhere now: then how many answers there are is said, and not after each of them."""
    return (before.spot, before.place) != (after.spot, after.place)


def asked(view: View, before: View | None = None) -> list[str]:
    """The question at the entry line's place, and what an empty line does. With `before`, only what differs from it."""
    # Only words of the program begin with a capital here; a person's code and whatever was said stay as they are.
    said = view.kind == "review" or view.place.by is not None
    ours = not said and (view.kind == "agreement" or view.place.field is not None)
    place = f"{view.place_name[:1].upper()}{view.place_name[1:]}" if ours else view.place_name
    question = view.question if view.question != view.title else ""
    lines = []
    if before is None or (before.question, before.place_name) != (view.question, view.place_name):
        lines = [": ".join(one for one in (place, question) if one)] if place or question else []
    about = standing(view)
    if about and (before is None or standing(before) != about):
        lines.append(f"About {about}")
    if view.hint and (before is None or before.hint != view.hint):
        lines.append(f"({view.hint})")
    return [*lines, _hint(view)]


def _hint(view: View) -> str:
    return f"[An empty line: {view.next_hint}]"


def _news(was: dict[str, Spoken], now: Iterable[Spoken]) -> Iterator[Spoken]:
    """What is new, has other words, or another number: a number that was read out has to go on being right."""
    for one in now:
        old = was.get(one.key)
        if old is None:
            if not one.quiet:
                yield one
        elif one.words.startswith(f"{old.words}\n") and one.number == old.number:
            yield replace(one, words=one.words[len(old.words) + 1 :])  # another line of the same answer
        elif (one.words, one.number) != (old.words, old.number):
            yield one


def _far(view: View) -> str:
    """How far goes what is said here."""
    asked, _, who = view.travels.partition(": ")
    if asked == "asked first":
        return f"What is answered here goes further only if you say so when a copy is made: {who}."
    if asked.startswith("stays "):  # whatever is agreed, the limits hold: so it says what the program does
        return "What is said here goes into no copy for others."
    return f"What is answered here {view.travels}."


def _entry(one: Entry) -> str:
    told = [*one.marks, *([one.travels] if one.travels else [])]
    marks = f" ({', '.join(told)})" if told else ""
    return f"{one.number}. {one.text}{marks}"


def _offer(one: OfferLine) -> list[str]:
    if not one.to:
        return [one.say]
    taken = "y opens" if one.plain_yes else "/yes opens"
    left = "n leaves" if one.plain_yes else "/no leaves"
    return [one.say, f'{taken} "{one.to}", {left} it.']


def _minutes(count: float) -> str:
    return "One minute" if count == 1 else "Half a minute" if count == 0.5 else f"{count:g} minutes"
