"""Taking in a line: what it means at each kind of step. One function a kind; the editor does the writing.

No line that holds words is ever refused because it has the wrong form: what is not an answer here is kept as a remark, and
the reply says so and what the answer would look like. A refusal (UserError) hands the line back.
"""

import re
from functools import singledispatch
from itertools import product

from coachtui.errors import UserError
from coachtui.flow.asking import FOLLOW, questions
from coachtui.framework.steps import BaseStep, GuideStep, LinkStep, NotesStep, RateStep, TextStep
from coachtui.session.boards import canvas, columns, rows
from coachtui.session.editor import brief
from coachtui.session.lookups import name_of, parked
from coachtui.session.records import RateRecord
from coachtui.session.spot import Place
from coachtui.session.things import Remark
from coachtui.talk.asked import Asked
from coachtui.talk.bodies import rate_cells
from coachtui.talk.holder import Holder
from coachtui.talk.next_meeting import take_day
from coachtui.talk.said_numbers import rating_of
from coachtui.talk.scribing import scribed
from coachtui.talk.view import Reply

_NUMBERS = re.compile(r"\s*(\d{1,4}(?:[\s,;]+\d{1,4})*)\s*$")
LEADING = re.compile(r"\s*(\d{1,4})[\s,.:;)-]+(.*\S)\s*$")


@singledispatch
def take(step: BaseStep, talk: Holder, text: str) -> Reply:
    """Take in a line with words in it, at this kind of step."""
    raise TypeError(step.kind)


def take_line(talk: Holder, text: str) -> Reply:
    """Take in a line where the entry line stands: a follow-up question first, then by kind."""
    step = talk.session.framework.step(talk.spot.step)
    field = talk.place.field
    if field is not None and field.startswith(FOLLOW) and not _rates_anew(talk, step, text):
        asked = step.follow[int(field.removeprefix(FOLLOW))]
        text = _in_words(talk, step, text)
        _not_lone(talk, text)
        talk.newest = talk.editor.remark(talk.spot, text, to=asked)
        talk.step_on()
        return Reply()
    return take(step, talk, text)


def _in_words(talk: Holder, step: BaseStep, text: str) -> str:
    """An answer in numbers of notes, as the words of these notes: "Which is the biggest?" is answered with a number."""
    numbers = numbers_of(text) if isinstance(step, NotesStep | LinkStep) else None
    if numbers is None or any(one not in talk.numbers for one in numbers):
        return text
    return "; ".join(name_of(talk.session, talk.numbers[one]) for one in numbers)


def as_remark(talk: Holder, text: str, why: str = "") -> Reply:
    """Keep a line as a remark, to what was asked where that is a question of the format; say what an answer would look like."""
    talk.newest = talk.editor.remark(talk.spot, text, to=_question(talk) if why else None)
    return Reply(said=(f"Kept as a remark; /undo takes it back. {why}".strip(),))


def _question(talk: Holder) -> str | None:
    """The question on show here, where it stands in the format itself: whoever reads the remark later then knows what it is to."""
    asked = questions(talk.session, talk.spot, talk.place)
    shown = asked[talk.probe % len(asked)] if asked else ""
    return shown if shown in talk.session.framework.step(talk.spot.step).ask else None


def numbers_of(text: str) -> list[int] | None:
    """The numbers of a line that holds nothing else."""
    found = _NUMBERS.match(text)
    return [int(one) for one in re.split(r"[\s,;]+", found[1])] if found else None


def shown(talk: Holder, number: int) -> str:
    """The id of the thing with this number on show. UserError where there is none."""
    if number not in talk.numbers:
        raise UserError(f"There is no number {number} here.")
    return talk.numbers[number]


@take.register
def _guide(step: GuideStep, talk: Holder, text: str) -> Reply:
    return as_remark(talk, text)


@take.register
def _text(step: TextStep, talk: Holder, text: str) -> Reply:
    by = talk.place.by
    if step.lines == "date":
        return Reply(said=take_day(talk, text, by))
    _not_lone(talk, text)
    had = talk.editor.passage_at(talk.spot, by)
    talk.newest = talk.editor.add_line(talk.spot, text, by)
    if had is not None and step.lines == "one":
        talk.asked = Asked(
            ("Added to it. y keeps only the new words.",), lambda: _only(talk, step, had.text, text, by), bare=True
        )
    return Reply()


def _only(talk: Holder, step: TextStep, had: str, text: str, by: str | None) -> Reply:
    """The words that were added take the place of the whole answer after all; `had` is what it said before them."""
    talk.newest = talk.editor.say(talk.spot, text, by, had=had)
    where = "stays in sight" if step.keep_versions else "is kept"
    return Reply(said=(f"It says this now; the earlier wording {where}.",))


def _not_lone(talk: Holder, text: str) -> None:
    """Hand a number back once that stands alone where words are asked for. UserError, until it is said again."""
    lone = (talk.spot, talk.place, text.strip())
    if not talk.asks_to_end or not text.strip().isdecimal() or talk.lone == lone:
        talk.lone = None
        return
    talk.lone = lone
    raise UserError("That is only a number. The same again keeps it as it stands.")


# -- notes


@take.register
def _notes(step: NotesStep, talk: Holder, text: str) -> Reply:
    if _tags(step, talk, text):
        return Reply()
    idea = parked(talk.session, talk.letters.get(text.strip().upper(), ""))
    if idea is not None:
        talk.editor.place_parked(talk.spot, idea.id, talk.place.row, talk.place.column)
        return Reply(said=(f'Drawn in: "{brief(idea.text)}".',))
    sorted_ = _sorts(step, talk, text)
    if sorted_ is not None:
        return sorted_
    _not_lone(talk, text)
    place = talk.place
    marked = scribed(talk.session, step, talk.spot, text)
    row, words = (marked[0].id, marked[1]) if marked is not None else (place.row, text)
    talk.newest = talk.editor.add_note(talk.spot, words, row=row, column=place.column, by=place.by)
    talk.pending = talk.newest if step.ask_tag and canvas(talk.session, step).tags else None
    elsewhere = marked is not None and row != place.row
    return Reply(said=(f"Under {marked[0].name}.",) if marked is not None and elsewhere else ())


def _tags(step: NotesStep, talk: Holder, text: str) -> bool:
    """Take a line as the mark of the note before, if it is one: its number, its name, its letter. `2 guess` marks note 2."""
    note, talk.pending = talk.pending, None
    names = list(canvas(talk.session, step).tags) if step.ask_tag else []
    said = text.strip().lower()
    leading = LEADING.match(said)
    named = next((one for one in names if leading and one.lower() == leading[2]), None)
    if leading and named is not None and int(leading[1]) in talk.numbers:
        talk.editor.set_tag(talk.numbers[int(leading[1])], named)
        return True
    # A note may begin like a mark: only a whole one counts, or a single sign.
    tag = match(said, names) if len(said) == 1 or said in [one.lower() for one in names] else None
    if note is None or tag is None:
        return False
    talk.editor.set_tag(note, tag)
    return True


def match(text: str, names: list[str], *, anywhere: bool = False) -> str | None:
    """The name that is meant by its number (from 1), by itself or by its beginning; None where that is not clear.

    `anywhere`: the beginning of any word in it will do, and a number may stand before the word.
    """
    wish = text.strip().lower()
    if wish.isdecimal():
        return names[int(wish) - 1] if 0 < int(wish) <= len(names) else None
    exact = [one for one in names if one.lower() == wish]
    begin = [one for one in names if wish and one.lower().startswith(wish)]
    found = exact or begin
    if anywhere and not found and wish:
        found = [one for one in names if begins_a_word(wish, one)]
    return found[0] if len(found) == 1 else None


def begins_a_word(wish: str, text: str) -> bool:
    """Whether these words stand in a text, beginning where one of its words begins."""
    return re.search(rf"(?<![^\W_]){re.escape(wish)}", text, re.IGNORECASE) is not None


def _sorts(step: NotesStep, talk: Holder, text: str) -> Reply | None:
    """Where earlier notes are sorted, a number and a place move a note: `3 2`, or `3 helps`. None for other words."""
    across, down = columns(talk.session, step), rows(talk.session, step)
    if step.start_with is None or not (across or down):
        return None
    # In a grid, the cells as they are shown: row by row.
    places = list(product(down or (None,), across or (None,)))
    names = [" / ".join(line.name for line in one if line) for one in places]
    numbers, leading = numbers_of(text), LEADING.match(text)
    if numbers is not None and len(numbers) == 2:
        if not 0 < numbers[1] <= len(places):
            raise UserError(f"There are {len(places)} places to move a note to: 3 2 moves the third to the second.")
        note, to = shown(talk, numbers[0]), numbers[1] - 1
    elif numbers is not None and len(numbers) == 1 and numbers[0] in talk.numbers:
        raise UserError(f"Where does {numbers[0]} belong? {numbers[0]} 1 puts it under {names[0]}, and so on.")
    elif numbers is None and leading and int(leading[1]) in talk.numbers:
        name = match(leading[2], names, anywhere=True)
        if name is None:
            return None
        note, to = talk.numbers[int(leading[1])], names.index(name)
    else:
        return None
    row, column = places[to]
    talk.editor.move_note(talk.spot, note, row=row.id if row else None, column=column.id if column else None)
    return Reply(said=(f"Moved to {names[to]}.",))


# -- rate


def _rates_anew(talk: Holder, step: BaseStep, text: str) -> bool:
    """At a question that is not the number's own, a bare number on the scale is the rating all the same."""
    found = rating_of(text, step.scale[1]) if isinstance(step, RateStep) else None
    if not isinstance(step, RateStep) or found is None or found[1]:
        return False
    return step.scale[0] <= found[0] <= step.scale[1]


@take.register
def _rate(step: RateStep, talk: Holder, text: str) -> Reply:
    field, cells = talk.place.field, rate_cells(talk.session, step, talk.spot)
    if field is not None and not _rates_anew(talk, step, text):
        return _end(step, talk, text)
    found = rating_of(text, step.scale[1])
    if found is None:
        if not _was_rated(talk):
            return _in_words_alone(step, talk, text)
        return as_remark(talk, text, "A number alone changes the number." if re.search(r"\d", text) else "")
    if field is None:
        _rate_cell(talk, talk.place, *found)
        talk.step_on()
        return Reply()
    if field.startswith(FOLLOW):
        _rate_cell(talk, cells[-1], *found)  # the follow-up question stands: its answer is still to come
        return Reply(said=(f"Now {found[0]:g}.",))
    talk.stand(cells[0])  # no name for the ends is wanted
    return _rate(step, talk, text)


def _in_words_alone(step: RateStep, talk: Holder, text: str) -> Reply:
    """Words where a number is asked for: kept at once, and asked once for the number that belongs to them."""
    asked_before = talk.worded is not None and talk.worded[:2] == (talk.spot, talk.place)
    as_remark(talk, text, "a number")
    if asked_before or talk.newest is None:
        return Reply(said=("Kept as a remark; /undo takes it back.",))
    talk.worded = (talk.spot, talk.place, talk.newest)
    return Reply(
        said=(f"A number from {step.scale[0]} to {step.scale[1]}, or Enter: then the words stay as a remark.",)
    )


def _words_before(talk: Holder) -> Remark | None:
    """What was said just before in words, where a number was asked for: it belongs to the number."""
    worded, record = talk.worded, talk.session.record(talk.spot)
    if worded is None or worded[:2] != (talk.spot, talk.place) or record is None:
        return None
    return next((one for one in record.remarks if one.id == worded[2] and one.gone is None), None)


def _was_rated(talk: Holder) -> bool:
    """Whether a number was just given here, or stands where the entry line is: then words belong to it."""
    record, place = talk.session.record(talk.spot), talk.place
    ratings = [one for one in record.ratings if one.gone is None] if isinstance(record, RateRecord) else []
    return any(
        one.id == talk.newest or ((one.row, one.column) == (place.row, place.column) and place.by in (None, one.by))
        for one in ratings
    )


def _rate_cell(talk: Holder, cell: Place, value: float, remark: str) -> None:
    before = _words_before(talk)
    words = "; ".join(one for one in (before.text if before else "", remark) if one)
    talk.newest = talk.editor.rate(talk.spot, value, row=cell.row, column=cell.column, remark=words, by=cell.by)
    if before is not None:
        talk.editor.drop(before.id)


def _end(step: RateStep, talk: Holder, text: str) -> Reply:
    """The coachee names one end of the scale: the low one first, then the high one. Until then it has its number."""
    record = talk.session.record(talk.spot)
    low, high = (record.ends if isinstance(record, RateRecord) else None) or (str(step.scale[0]), str(step.scale[1]))
    at_low = talk.place.field == "end:low"
    talk.editor.name_ends(talk.spot, text if at_low else low, high if at_low else text)
    talk.step_on()
    return Reply()
