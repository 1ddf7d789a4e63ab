"""Usual agreements (presets): which of them these people can choose, what each means on one line, and choosing one.

What was answered row by row stays as it was answered; the agreement is taken whole where its name is said again.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from coachtui.flow.places import heard_by
from coachtui.framework.contents import SHORTLY, content_words
from coachtui.framework.steps import CONTENTS, AgreementStep, Content, Level
from coachtui.session.clauses import levels_at, presets_at, said_by_hand
from coachtui.session.models import Session
from coachtui.session.spot import Spot
from coachtui.talk import agreed
from coachtui.talk.holder import Holder
from coachtui.talk.taking import match
from coachtui.talk.view import Reply


@dataclass(frozen=True, slots=True)
class Usual:
    """One usual agreement: its name, whose column it fills, and how far each kind of content goes."""

    name: str
    audience: str
    levels: Mapping[Content, Level]


def usual(session: Session, step: AgreementStep, audience: str) -> tuple[Usual, ...]:
    """What can be chosen for an audience, in the order of the format.

    A name that begins with an audience and a colon, as in "Group: among ourselves", is about that audience alone. It is not
    there for people who have no such audience: two people are no group.
    """
    known = {one.casefold(): one for one in step.audiences}
    here = heard_by(session, step)
    found: list[Usual] = []
    for name, levels in step.presets.items():
        head, colon, _ = name.partition(":")
        about = known.get(head.strip().casefold(), audience) if colon else audience
        if about == audience or about in here:
            found.append(Usual(name, about, levels))
    return tuple(found)


def meant(session: Session, step: AgreementStep, audience: str, text: str) -> Usual | None:
    """The usual agreement that is named by its number, its name or its beginning; None where that is not clear."""
    found = usual(session, step, audience)
    name = match(text, [one.name for one in found])
    return next((one for one in found if one.name == name), None)


def on_one_line(one: Usual, reader: str) -> str:
    """What a usual agreement means, in a few words; for whom, where that is not the usual reader."""
    by_level = {
        level: [SHORTLY[content] for content in CONTENTS if one.levels.get(content, "no") == level]
        for level in ("yes", "ask")
    }
    if len(by_level["yes"]) == len(CONTENTS):
        words = "everything"
    elif len(by_level["ask"]) == len(CONTENTS):
        words = "everything is asked first"
    elif not by_level["yes"] and not by_level["ask"]:
        words = "nothing"
    else:
        asked = f"asked first: {', '.join(by_level['ask'])}" if by_level["ask"] else ""
        words = "; ".join(part for part in (", ".join(by_level["yes"]), asked) if part)
    return words if one.audience == reader else f"{words} (for {agreed.audience_name(one.audience)})"


def choose(talk: Holder, spot: Spot, step: AgreementStep, one: Usual, *, whole: bool = True) -> Reply:
    """Fill a column as a usual agreement has it, and say what that means.

    Args:
        talk: the conversation.
        spot: where the agreement is made.
        step: the step that is made there.
        one: what was chosen.
        whole: rows that were answered by themselves give way too; else they stay, unless the same is chosen once more.
    """
    kept: list[Content] = [] if whole else kept_by_hand(talk, spot, one)
    if kept and presets_at(talk.session).get(one.audience) == one.name:
        kept = []
    levels: dict[Content, Level] = {content: level for content, level in one.levels.items() if content not in kept}
    talk.editor.choose_preset(spot, one.audience, one.name, levels)
    if not kept:
        talk.by_hand = {place for place in talk.by_hand if place.column != one.audience}
    for who in talk.agreeing():
        talk.editor.accept_table(spot, who)
    now = levels_at(talk.session, spot).get(one.audience, {})
    said = [f"For {agreed.audience_name(one.audience)}: {one.name}."]
    if not kept:
        said.append(agreed.in_words(one.audience, now))
    else:
        rows = ", ".join(f"{content_words(content, listed=True)}: {now.get(content, 'no')}" for content in kept)
        said.append(f'Kept as you answered: {rows}. Say "{one.name}" once more to take all of it.')
    return Reply(said=(*said, *warning(step, one.name)), moved=True)


def kept_by_hand(talk: Holder, spot: Spot, one: Usual) -> list[Content]:
    """The rows answered by themselves that a usual agreement has otherwise."""
    answered = {place.row for place in talk.by_hand if place.column == one.audience and talk.spot == spot}
    answered |= said_by_hand(talk.session, one.audience)
    now = levels_at(talk.session, spot).get(one.audience, {})
    return [
        content
        for content in CONTENTS
        if content in answered and one.levels.get(content, now.get(content)) != now.get(content)
    ]


def warning(step: AgreementStep, name: str) -> tuple[str, ...]:
    """What has to be said when this usual agreement is chosen."""
    return (f"! {step.warnings[name]}",) if name in step.warnings else ()
