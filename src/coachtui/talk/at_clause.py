"""What is said at the clauses of the agreement: they stand, one goes, or one more sentence is agreed.

Words never become a clause, or take the place of one, by themselves: one more is asked about, and putting one in other words
is asked for by name (/edit, Up, its menu). The editor does the writing.
"""

from coachtui.errors import UserError
from coachtui.flow.places import SENTENCES
from coachtui.framework.steps import AgreementStep
from coachtui.session.clauses import clauses_at, verdicts
from coachtui.session.editor import brief
from coachtui.talk import at_agreement
from coachtui.talk.answers import asks, hear, says_no, words_of
from coachtui.talk.asked import Asked
from coachtui.talk.going import go_through
from coachtui.talk.holder import Holder
from coachtui.talk.said_numbers import only_numbers
from coachtui.talk.view import Reply

#: What takes a clause out, whoever speaks.
_STRIKE = frozenset({"strike", "strike it", "strike it out", "strike out", "take it out", "remove it", "delete it"})


def take_at_clauses(talk: Holder, text: str) -> Reply:
    """Take a line where all clauses are asked about at once: they stand, or they are gone through one by one."""
    heard = hear(text)
    if heard.word == "yes":
        said = keep_words(talk, text) if heard.more else ()
        waiting = [one for one in clauses_at(talk.session, talk.spot) if still_to_speak(talk, one.id, besides=True)]
        if waiting:
            for one in waiting:
                talk.accept_clause(one.id)
            return Reply(said=(*said, "The others are still to say so: /by and a name, or /by alone for all."))
        moved = talk.go_on()
        return Reply(said=(*said, *moved.said), moved=True, wants=moved.wants)
    if heard.word == "no":
        first = talk.places()[talk.places().index(talk.place) + 1]
        go_through(talk, first)
        return Reply(said=("One by one, then. y keeps a sentence, n strikes it out.",), moved=True)
    return _ask_to_add(talk, text)


def take_at_clause(talk: Holder, clause: str, text: str) -> Reply:
    """Take a line where the entry line stands at a clause."""
    heard = hear(text)
    if heard.word == "yes":
        talk.accept_clause(clause)
        said = keep_words(talk, text) if heard.more else ()
        if not still_to_speak(talk, clause):
            talk.step_on()
        return Reply(said=said)
    alone = talk.session.person(talk.editor.author)
    if says_no(text) and alone is not None:
        talk.editor.decline(talk.spot, clause, alone.id)
        return Reply(
            said=(
                f"{alone.name} does not agree to it as it stands. /edit puts it in other words; strike takes it out.",
            )
        )
    if says_no(text) or words_of(text) in _STRIKE:
        return strike(talk, clause)
    return _ask_to_add(talk, text)


def keep_words(talk: Holder, text: str, to: str | None = None) -> tuple[str, ...]:
    """Keep what was said beside a yes or a no, and say so. `to`: what it was said to."""
    talk.newest = talk.editor.remark(talk.spot, text, to=to)
    return ("Your words are kept as a remark.",)


def _ask_to_add(talk: Holder, text: str) -> Reply:
    """Words that are neither a yes nor a no are kept at once, and become part of what is agreed only when that is said.

    A question is no sentence to agree to: it is kept, answered where that can be, and what was asked stands.
    """
    step = talk.session.framework.step(talk.spot.step)
    if asks(text) and isinstance(step, AgreementStep):
        question = at_agreement.question(talk.session, step, talk.spot, talk.place)
        talk.newest = talk.editor.remark(talk.spot, text, to=question or None)
        return Reply(
            said=("Your question is kept as a remark. y or n, when you have talked about it.", *answer(step, text))
        )
    if only_numbers(text):
        raise UserError("y or n; a new sentence needs words. /edit and its number puts a sentence in other words.")
    remark = talk.editor.remark(talk.spot, text)
    talk.newest = remark

    def added() -> Reply:
        talk.editor.drop(remark)
        talk.newest = talk.editor.add_clause(talk.spot, text)
        talk.accept_clause(talk.newest)
        number = len(clauses_at(talk.session, talk.spot))
        return Reply(said=(f"Added as sentence {number}. /edit and its number puts a sentence in other words.",))

    talk.asked = Asked(
        (f'One more sentence for both of you to keep: "{brief(text)}"?', _TO_ADD), added, prompt="y adds it"
    )
    return Reply()


_TO_ADD = "y adds it; anything else leaves it a remark."


def answer(step: AgreementStep, text: str) -> tuple[str, ...]:
    """What answers a question that was typed: the limits, where it is about them."""
    about = {"limit", "limits", "risk", "law"} & set(words_of(text).split())
    return tuple(f"! {one}" for one in step.limits) if about else ()


def strike(talk: Holder, clause: str) -> Reply:
    """Take a clause out, and say what went."""
    words = next((one.text for one in clauses_at(talk.session, talk.spot) if one.id == clause), "")
    following, here = talk.next_place(), talk.place.field == clause
    talk.editor.strike(talk.spot, clause)
    if here:
        talk.stand(following or talk.places()[-1])
    return Reply(said=(f'Struck out: "{brief(words)}" (/undo brings it back).',))


def clause_here(talk: Holder, thing: str) -> str | None:
    """The words of a clause that stands at this step; None where it is something else."""
    if not isinstance(talk.session.framework.step(talk.spot.step), AgreementStep):
        return None
    return next((one.text for one in clauses_at(talk.session, talk.spot) if one.id == thing), None)


def meant(talk: Holder) -> str | None:
    """The clause that is meant where none is named: the one just worded, else the one the entry line stands at.

    Where all of them are asked about at once, the last.
    """
    for one in (talk.newest, talk.place.field):
        if one is not None and clause_here(talk, one) is not None:
            return one
    standing = clauses_at(talk.session, talk.spot) if talk.place.field == SENTENCES else ()
    return standing[-1].id if standing else None


def reword(talk: Holder, clause: str, text: str) -> None:
    """Put a clause in other words; whoever speaks agrees to these."""
    here = talk.place.field == clause
    talk.newest = talk.editor.reword_clause(talk.spot, clause, text)
    talk.accept_clause(talk.newest)
    if here:
        place = next((one for one in talk.places() if one.field == talk.newest), None)
        talk.stand(place or talk.place)


def still_to_speak(talk: Holder, clause: str, *, besides: bool = False) -> bool:
    """Whether one person speaks at a time, and somebody has not yet said what they think of a clause.

    `besides`: somebody other than who speaks now.
    """
    said = verdicts(talk.session, talk.spot, clause)
    return talk.editor.author is not None and any(
        (one not in said or said[one].verdict == "withdrawn") and not (besides and one == talk.editor.author)
        for one in talk.everyone()
    )
