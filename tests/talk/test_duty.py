"""`/duty`: the card as lines, and recording that a limit was reached, the same from keys and from a pipe."""

import inspect
from dataclasses import fields

import pytest
from tests.talk.holding import ALEX, SAM, Held, everything, hold, steps

from coachtui.framework.duty import LONGEST, TOLD_FIRST, DutyCard, card_lines
from coachtui.session.editor import SessionEditor
from coachtui.session.models import Session
from coachtui.session.things import Limit
from coachtui.sharing import LimitReport, Reached
from coachtui.talk.table import COMMANDS

CARD = DutyCard(("Ms Example, DSL, room 12, ext. 204", "204"), ("Stay with the person.",))
ONE = steps({"kind": "text"}, {"id": "more", "kind": "notes"})


def held(card: DutyCard = CARD) -> Held:
    made = hold(ONE)
    made.talk.duty = card
    return made


def kept(one: Held) -> list[tuple[str, str, str]]:
    return [(limit.spot, limit.told, limit.told_first) for limit in one.session.limits]


def test_alone_it_shows_the_card_and_records_nothing() -> None:
    one = held()
    before = one.session
    page = "\n".join(one.say("words nobody else may read", "/duty").page)
    assert one.reply.wants == "duty"
    assert "1  Ms Example, DSL, room 12, ext. 204" in page
    assert "Stay with the person." in page
    assert "not here" in page
    assert "words nobody" not in page
    assert one.session.limits == before.limits == ()


def test_a_card_that_nobody_filled_in_speaks_in_general_words() -> None:
    page = "\n".join(held(DutyCard()).say("/duty").page)
    assert "the person your school names for safeguarding" in page
    assert "your school's own safeguarding procedure" in page


@pytest.mark.parametrize(
    ("typed", "told", "told_first"),
    [
        ("/duty 1 yes", "Ms Example, DSL, room 12, ext. 204", "yes"),
        ("/duty 1 NO", "Ms Example, DSL, room 12, ext. 204", "no"),
        ("/duty  1   not  yet", "Ms Example, DSL, room 12, ext. 204", "not yet"),
        ("/duty the head, no", "the head", "no"),
        ("/duty Ms Not yes", "Ms Not", "yes"),
        ("/duty 204 yes", "204", "yes"),
        ("/duty 3 Oaks office not yet", "3 Oaks office", "not yet"),
        ("/duty \x1b[31mthe head\u202e yes", "[31mthe head", "yes"),
    ],
)
def test_it_records_who_will_be_told_and_whether_the_person_was(typed: str, told: str, told_first: str) -> None:
    one = held().go("more")
    assert "Recorded: a limit was reached." in one.say(typed).said[0]
    assert kept(one) == [("more", told, told_first)]
    (made,) = one.session.limits
    assert made.by == ALEX.id
    assert made.at.utcoffset() is not None


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("/duty 1", "Was the person told first? End the line with yes, no or not yet: /duty 1 yes"),
        ("/duty perhaps", "Was the person told first?"),
        ("/duty yes", "Was the person told first?"),
        ("/duty , yes", "Who will be told?"),
        ("/duty 3 yes", "There is no number 3 on the card."),
        ("/duty 0 no", "There is no number 0 on the card."),
        (f"/duty {'9' * 4000} no", "There is no number"),
        (f"/duty {'a' * (LONGEST + 1)} yes", f"one line of at most {LONGEST} characters"),
        ("/duty \u200e yes", "nothing to keep"),
    ],
)
def test_what_cannot_be_recorded_is_said_and_nothing_changes(typed: str, sentence: str) -> None:
    one = held()
    before = one.session
    assert sentence in one.refused(typed)
    assert one.session is before


def test_nothing_takes_it_away_again() -> None:
    one = held()
    one.say("a first line", "/duty 1 yes", "a second line", "/undo", "/undo", "/undo")
    assert len(kept(one)) == 1
    one.say("/redo", "/redo", "/duty the head no")
    assert [told for _, told, _ in kept(one)] == [CARD.speak_to[0], "the head"]
    for line in ("/drop 1", "/undo", "/edit 1 x", "/private"):
        one.talk.line(line)
    assert len(kept(one)) == 2


def test_what_is_being_typed_stays() -> None:
    one = held()
    one.talk.draft("half a lin")
    one.say("/duty")
    one.say("/duty 1 not yet")
    assert one.view.draft == "half a lin"


def test_it_can_be_done_at_every_step() -> None:
    one = hold(everything())
    for step in one.session.framework.steps:
        one.go(step.id)
        assert one.say("/duty 1 no").said
    assert [spot for spot, _, _ in kept(one)] == [step.id for step in one.session.framework.steps]


def test_where_nothing_can_be_written_nothing_is_recorded() -> None:
    one = held()
    one.talk.editor.read_only = "This is open in another window."
    assert one.refused("/duty 1 yes") == "This is open in another window."
    assert kept(one) == []


def test_nowhere_is_there_a_field_for_what_was_disclosed() -> None:
    """Neither in what is kept nor in what is passed on, nor in what the command or the editor takes."""
    common = {"id", "at", "edited", "by", "mark", "marked_after", "gone"}
    assert set(Limit.model_fields) - common == {"spot", "told", "told_first"}
    assert {name for name in Session.model_fields if "limit" in name or "duty" in name} == {"limits"}
    assert {one.name for one in fields(Reached)} == {"when", "told", "told_first"}
    assert {one.name for one in fields(LimitReport)} == {"coach", "coachee", "reached"}
    assert set(inspect.signature(SessionEditor.reach_limit).parameters) == {"self", "spot", "told", "told_first"}
    assert set(TOLD_FIRST) == {"yes", "no", "not yet"}
    assert [one.argument for one in COMMANDS if one.name == "duty"] == [""]
    assert not [line for line in card_lines(CARD) if line.endswith("?")]
    assert SAM.name not in str(card_lines(CARD))
