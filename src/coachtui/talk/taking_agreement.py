"""Taking in a line at an agreement: its table, everybody else, the limits, or all of it. See `taking`, `at_clause`.

Each place asks something that yes and no answer. What is neither is kept as a remark to what was asked, and it stays there;
at the table as a whole it is handed back, since a remark under what was agreed reads as if it were agreed too.
"""

from coachtui.errors import UserError
from coachtui.flow.places import AGAIN, OTHERS, SENTENCES, TABLE, readers
from coachtui.framework.contents import content_words
from coachtui.framework.steps import CONTENTS, AgreementStep
from coachtui.session.clauses import levels_at
from coachtui.session.spot import Place
from coachtui.talk import at_agreement, usual
from coachtui.talk.agreed import audience_name
from coachtui.talk.answers import Heard, asks, hear, hear_level, says_heard, words_of
from coachtui.talk.at_clause import answer, keep_words, take_at_clause, take_at_clauses
from coachtui.talk.going import go_through
from coachtui.talk.holder import Holder
from coachtui.talk.row_changes import RowChange, row_change
from coachtui.talk.said_numbers import only_numbers, place_in, places_and_words
from coachtui.talk.taking import take
from coachtui.talk.view import Reply

_ANSWERS = "y, n or ask is an answer here."


@take.register
def _agreement(step: AgreementStep, talk: Holder, text: str) -> Reply:
    place = talk.place
    if place.row is not None and place.column is not None:
        return _row(step, talk, text)
    if place.field == SENTENCES:
        return take_at_clauses(talk, text)
    if place.field == AGAIN:
        return _again(step, talk, text)
    if place.field == TABLE:
        return _table(step, talk, text)
    if place.field == OTHERS:
        return _others(step, talk, text)
    if place.field == "limits":
        return _limits(step, talk, text)
    return take_at_clause(talk, place.field, text) if place.field is not None else _kept(step, talk, text, "")


def _kept(step: AgreementStep, talk: Holder, text: str, why: str) -> Reply:
    """Neither yes nor no: kept as a remark to what is asked here, and the question stands."""
    if only_numbers(text):
        raise UserError(why or "There is nothing to number here.")
    asked = at_agreement.question(talk.session, step, talk.spot, talk.place)
    keep_words(talk, text, to=asked or None)
    if not asks(text) and (talk.place.row is not None or talk.place.field in {TABLE, OTHERS}):
        talk.unclear = (talk.spot, talk.place)  # it may have been a wish to change just this
    answered = answer(step, text) if asks(text) else ()
    return Reply(said=(f"Kept as a remark; /undo takes it back. {why}".strip(), *answered))


def _on(talk: Holder, said: tuple[str, ...]) -> Reply:
    """It stands: go on as an empty line would."""
    reply = talk.go_on()
    return Reply(said=(*said, *reply.said), wants=reply.wants, moved=True)


def _words_beside(step: AgreementStep, talk: Holder, text: str, *, more: bool) -> tuple[str, ...]:
    """Keep what was said beside an answer, to the question it answered."""
    return keep_words(talk, text, to=at_agreement.question(talk.session, step, talk.spot, talk.place)) if more else ()


# -- the table as a whole


def _table(step: AgreementStep, talk: Holder, text: str) -> Reply:
    """The table told as a whole: it stands, a usual agreement takes its place, one row is changed, or all are gone through."""
    reader = readers(talk.session, step)[0]
    if words_of(text) in ("nothing", "nothing at all", "none", "none of it"):
        for content in CONTENTS:
            talk.editor.set_level(talk.spot, reader, content, "no")
        talk.accept_table_so_far()
        return Reply(said=(f"For {audience_name(reader)}: nothing.",), moved=True)
    heard = hear(text)
    if heard.word == "yes":
        return _on(talk, _words_beside(step, talk, text, more=heard.more))
    if heard.word == "no":
        go_through(talk, next(one for one in talk.places() if one.column == reader))
        return Reply(said=("Row by row, then.",), moved=True)
    there = usual.usual(talk.session, step, reader)
    number = place_in(text, len(there))
    chosen = there[number - 1] if number is not None else usual.meant(talk.session, step, reader, text)
    beside = places_and_words(text, len(there)) if chosen is None else None
    if beside is not None and len(beside[0]) == 1:
        said = keep_words(talk, beside[1], to=at_agreement.question(talk.session, step, talk.spot, talk.place))
        reply = _chosen(step, talk, there[beside[0][0] - 1])
        return Reply(said=(*said, *reply.said), wants=reply.wants, moved=reply.moved)
    if chosen is not None:
        return _chosen(step, talk, chosen)
    change = row_change(talk.session, step, text)
    if change is not None:
        return _changed(talk, change)
    if asks(text):
        return _kept(
            step, talk, text, f"y agrees, n goes row by row; one row: {at_agreement.example(talk.session, step)}."
        )
    talk.unclear = (talk.spot, talk.place)  # it may have been a wish to change just this: an empty line is no yes yet
    numbers = {0: "", 1: ", or 1"}.get(len(there), f", or a number from 1 to {len(there)}")
    raise UserError(
        f"y, n{numbers}; n goes row by row, where your own words have their place. "
        f"One row: {at_agreement.example(talk.session, step)}."
    )


def _chosen(step: AgreementStep, talk: Holder, one: usual.Usual) -> Reply:
    """A usual agreement answers the whole table, unless something was answered otherwise: then it is shown once more."""
    reply = usual.choose(talk, talk.spot, step, one, whole=False)
    if usual.kept_by_hand(talk, talk.spot, one):
        talk.stand(Place(field=TABLE))
        return reply
    talk.accept_table(step)
    talk.step_on()
    return reply


def _changed(talk: Holder, change: RowChange) -> Reply:
    """Rows change, and the table as it is then is accepted. Says what changed."""
    said = []
    for content in change.contents:
        before = levels_at(talk.session, talk.spot).get(change.audience, {}).get(content, "no")
        talk.by_hand.add(Place(row=content, column=change.audience))
        talk.editor.set_level(talk.spot, change.audience, content, change.level)
        if before != change.level:
            said.append(f"{change.audience}, {content_words(content, listed=True)}: {before} -> {change.level}")
    talk.accept_table_so_far()
    return Reply(said=tuple(said) or ("It says that already.",))


# -- row by row, and everybody else


def _row(step: AgreementStep, talk: Holder, text: str) -> Reply:
    place = talk.place
    audience, content = place.column or "", place.row or ""
    level, more = hear_level(text)
    told = row_change(talk.session, step, text, audience) if level is None else None
    if told is not None and told.audience == audience and told.contents == (content,):
        level = told.level
    if level is not None:
        said = _words_beside(step, talk, text, more=more)
        talk.editor.set_level(talk.spot, audience, content, level)
        talk.by_hand.add(place)
        following = talk.next_place()
        if talk.session.agreement is None or following is None or following.row is None:
            talk.accept_table_so_far()  # an answer that changes nothing is agreed to all the same
        talk.step_on()
        return Reply(said=said)
    if words_of(text) in ("as it is", "as it stands", "leave it", "leave it as it is", "keep it", "keep it as it is"):
        talk.by_hand.add(place)
        talk.step_on()
        return Reply()
    chosen = usual.meant(talk.session, step, audience, text)
    if chosen is not None:
        return _chosen(step, talk, chosen)
    return _changed(talk, told) if told is not None else _kept(step, talk, text, _ANSWERS)


def _others(step: AgreementStep, talk: Holder, text: str) -> Reply:
    """What everybody else hears: it is right, or is gone through."""
    heard = hear(text)
    if heard.word == "yes":
        return _on(talk, _words_beside(step, talk, text, more=heard.more))
    if heard.word == "no":
        go_through(talk, talk.places()[talk.places().index(talk.place) + 1])
        return Reply(said=("Row by row, then.",), moved=True)
    change = row_change(talk.session, step, text)
    if change is not None:
        return _changed(talk, change)
    return _kept(step, talk, text, "y leaves it so, n goes through it.")


# -- the limits, and what was agreed before


def _limits(step: AgreementStep, talk: Holder, text: str) -> Reply:
    heard = Heard("yes") if says_heard(text) else hear(text)
    if heard.word == "yes":
        return _on(talk, ("Heard.", *_words_beside(step, talk, text, more=heard.more)))
    if heard.word == "no":
        return Reply(said=("They hold whatever else is agreed. Talk about them first; /end closes the conversation.",))
    return _kept(step, talk, text, "y says that they were heard.")


def _again(step: AgreementStep, talk: Holder, text: str) -> Reply:
    """What was agreed at an earlier meeting is shown: it stands, is gone through, or one thing of it is changed."""
    heard = hear(text)
    if heard.word == "yes":
        said = _words_beside(step, talk, text, more=heard.more)
        talk.accept_here(step)
        following = talk.next_place()
        if (
            following is not None and following.field == TABLE
        ):  # what a line manager may hear is theirs to say who is coached
            talk.stand(following)
            return Reply(said=said, moved=True)
        left = talk.leave_spot()
        return Reply(said=(*said, *left.said), wants=left.wants, moved=True)
    if heard.word == "no":
        go_through(talk, talk.places()[1])
        return Reply(said=("Part by part, then.",), moved=True)
    change = row_change(talk.session, step, text) if readers(talk.session, step) else None
    if change is not None:
        return _changed(talk, change)
    example = at_agreement.example(talk.session, step)
    return _kept(
        step, talk, text, f"y leaves it as it is, n goes through it{f'; one row: {example}' if example else ''}."
    )
