"""What is said at a clause of the agreement: it stands, it goes, or one more sentence is agreed.

Words never take the place of a clause by themselves; putting one in other words is asked for by name (/edit, Up, its menu).
The editor does the writing.
"""

import re

from coachtui.framework.steps import AgreementStep
from coachtui.session.clauses import clauses_at, verdicts
from coachtui.session.editor import brief
from coachtui.talk.holder import Holder
from coachtui.talk.view import Reply

#: A bare yes.
_YES = frozenset({"y", "yes", "yes please", "ok", "okay", "agreed", "agree", "i agree", "we agree", "sure"})
#: What people say when they have nothing against it; after a "no," as well ("no, that is fine").
_NOTHING_AGAINST = frozenset(
    {
        *("fine", "thats fine", "that is fine", "its fine", "all fine", "fine by me", "fine with me", "im fine"),
        *(
            "good",
            "thats good",
            "that is good",
            "its good",
            "it is good",
            "all good",
            "sounds good",
            "looks good",
            "im good",
        ),
        *("nothing", "nothing else", "nothing more", "nothing to add", "nothing to change", "thats all", "that is all"),
        *("no change", "no changes", "not now", "as it is", "as it stands", "leave it", "leave it as it is"),
        *("keep it", "keep it as it is", "keep them", "no thanks", "no thank you", "thanks", "thank you", "thats ok"),
        *("that is ok", "its ok", "it is ok", "thats okay", "that is okay", "its okay", "it is fine", "fine thanks"),
    }
)
_NOT_AGREED = ("n", "no")
#: What takes a clause out, whoever speaks.
_STRIKE = "strike"


def agrees(text: str) -> bool:
    """Whether a line says that something is fine as it stands: one of a short list, so that nothing is guessed."""
    words = " ".join(re.sub(r"['\u2019]", "", re.sub(r"[^\w\s'\u2019]", " ", text)).lower().split())
    return words in _YES or words in _NOTHING_AGAINST or words.removeprefix("no ") in _NOTHING_AGAINST


def declines(text: str) -> bool:
    """Whether a line is a bare no."""
    return text.strip().lower().rstrip(".!") in _NOT_AGREED


def take_at_clause(talk: Holder, clause: str, text: str) -> Reply:
    """Take a line where the entry line stands at a clause."""
    if agrees(text):
        talk.accept_clause(clause)
        if not _still_to_speak(talk, clause):
            talk.step_on()
        return Reply()
    alone = talk.session.person(talk.editor.author)
    if declines(text) and alone is not None:
        talk.editor.decline(talk.spot, clause, alone.id)
        return Reply(
            said=(
                f"{alone.name} does not agree to it as it stands. /edit puts it in other words; strike takes it out.",
            )
        )
    if declines(text) or text.strip().lower() == _STRIKE:
        return strike(talk, clause)
    number = 1 + next((n for n, one in enumerate(clauses_at(talk.session, talk.spot)) if one.id == clause), 0)
    talk.newest = talk.editor.add_clause(talk.spot, text)
    talk.accept_clause(talk.newest)
    added = len(clauses_at(talk.session, talk.spot))
    return Reply(said=(f"Added as {added}. To put sentence {number} in other words: /edit {number} ...",))


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
    """The clause that is meant where none is named: the one just worded, else the one the entry line stands at."""
    for one in (talk.newest, talk.place.field):
        if one is not None and clause_here(talk, one) is not None:
            return one
    return None


def reword(talk: Holder, clause: str, text: str) -> None:
    """Put a clause in other words; whoever speaks agrees to these."""
    here = talk.place.field == clause
    talk.newest = talk.editor.reword_clause(talk.spot, clause, text)
    talk.accept_clause(talk.newest)
    if here:
        place = next((one for one in talk.places() if one.field == talk.newest), None)
        talk.stand(place or talk.place)


def _still_to_speak(talk: Holder, clause: str) -> bool:
    """Whether one person speaks at a time, and somebody has not yet said what they think of a clause."""
    said = verdicts(talk.session, talk.spot, clause)
    return talk.editor.author is not None and any(
        one not in said or said[one].verdict == "withdrawn" for one in talk.everyone()
    )
