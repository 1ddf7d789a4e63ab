"""What was agreed, in the copy of the one whose words these are: who may hear what, since when, and what nobody can promise."""

from datetime import date

import pytest
from tests.strategies.given import CountingMint
from tests.support.held import holding, stepping

from coachtui.framework.steps import AgreementStep, Level
from coachtui.report.handed import WRITERS, written
from coachtui.report.handed.preview import preview_lines
from coachtui.report.terminal import record_lines
from coachtui.session.clauses import clauses_at
from coachtui.session.editor import SessionEditor
from coachtui.session.models import Session, Working
from coachtui.session.spot import Spot
from coachtui.sharing import AUDIENCES, questions, share
from coachtui.sharing.shared import Terms

AGREE, AGAIN = Spot("agreement/agree"), Spot("agreement/still-agreed")
APPRAISAL = "Part of appraisal: notes may be used"


def first_meeting(preset: str = "Peer pair") -> SessionEditor:
    """Two people agreed what their line manager gets."""
    editor = holding("grow", start="2026-11-02T15:00:00+00:00")
    choose(editor, AGREE, preset)
    for who in ("ann0", "ben0"):
        editor.accept_table(AGREE, who)
    return editor


def choose(editor: SessionEditor, spot: Spot, preset: str) -> None:
    """A usual agreement for the line manager."""
    step = editor.session.framework.step(spot.step)
    assert isinstance(step, AgreementStep)
    editor.choose_preset(spot, "line manager", preset, step.presets[preset])


def second_meeting(*levels: tuple[str, Level]) -> SessionEditor:
    """The same people again, who change something of the table."""
    agreed, start = first_meeting().session.agreement, "2026-11-21T15:00:00+00:00"
    session = holding("grow", session="bbbb", start=start).session
    session = session.model_copy(update={"brought": agreed, "agreement": agreed})
    editor = SessionEditor(Working(session, AGAIN), stepping(start), CountingMint())
    for content, level in levels:
        editor.set_level(AGAIN, "line manager", content, level)
    return editor


def terms(session: Session) -> Terms:
    """What the coachee is told."""
    found = share(session, "coachee").terms
    assert found is not None
    return found


def page(session: Session, audience: str = "coachee") -> str:
    return " ".join("\n".join(preview_lines(share(session, audience), 96)).split())


def test_the_table_is_what_copies_are_made_by() -> None:
    session = first_meeting().session
    for column in terms(session).columns:
        assert column.levels == share(session, column.audience).levels
    assert [one.audience for one in terms(session).columns] == ["line manager", "SLT", "anyone"]
    assert "The line manager: that we meet, what it is about; ask first: what was promised" in page(session)
    assert "Nothing for SLT, anyone" in page(session)


def test_two_people_are_told_of_a_group_only_where_they_agreed_something_for_one() -> None:
    editor = first_meeting()
    assert "group" not in page(editor.session)
    editor.set_level(AGREE, "group", "topic", "yes")
    assert "The group: what it is about" in page(editor.session)


def test_it_says_since_when_and_by_whom() -> None:
    assert "Agreed on Monday 2 November 2026 by Ann and Ben." in page(first_meeting().session)


def test_a_change_is_told_with_the_day_and_by_whom() -> None:
    session = second_meeting(("actions", "yes")).session
    (change,) = terms(session).changes
    assert (change.before, change.level, change.day) == ("ask", "yes", date(2026, 11, 21))
    assert "Agreed on Monday 2 November 2026, and again on Saturday 21 November 2026" in page(session)
    words = "The line manager, what was promised: now yes, before ask first (Saturday 21 November 2026, Ann)"
    assert words in page(session)


def test_what_is_changed_back_is_no_change() -> None:
    assert terms(second_meeting(("actions", "yes"), ("actions", "ask")).session).changes == ()


def test_the_limits_stand_there_in_honest_words() -> None:
    session = first_meeting().session
    said = page(session)
    for words in ("it is passed on straight away", "asked for by law", "nobody can promise total secrecy"):
        assert words in said
    step = session.framework.step("agreement/agree")
    assert isinstance(step, AgreementStep)
    assert terms(session).bounds == step.limits


def test_a_warning_of_what_they_chose_stands_there_too() -> None:
    assert "This is linked to appraisal" in page(first_meeting(APPRAISAL).session)
    assert "appraisal" not in page(first_meeting().session)


def test_where_nothing_was_agreed_it_says_so() -> None:
    said = page(holding("grow").session)
    assert "Nothing was agreed in this conversation, so what is usual holds" in said
    assert "nobody can promise total secrecy" in said


@pytest.mark.parametrize("audience", [one for one in AUDIENCES if one != "coachee"])
def test_nobody_else_hears_what_was_agreed_for_others(audience: str) -> None:
    session = first_meeting(APPRAISAL).session
    shared = share(session, audience)
    assert shared.terms is None
    for ending in WRITERS:
        if ending != ".ics":
            assert (b"appraisal" in written(shared, ending)) == (audience == "line manager")
            assert b"2 November" not in written(shared, ending) or audience == "line manager"


def test_the_line_manager_is_told_where_it_is_part_of_appraisal() -> None:
    """Both heard the warning before they agreed, and whoever reads the page is to know on what terms it was said."""
    words = "Agreed by those who talked: Part of appraisal: notes may be used"
    assert words in page(first_meeting(APPRAISAL).session, "line manager")
    assert "Agreed by those who talked" not in page(first_meeting().session, "line manager")


def test_a_number_is_asked_about_before_a_remark_on_it() -> None:
    editor = first_meeting(APPRAISAL)
    editor.remark(Spot("importance"), "because of the inspection")
    editor.rate(Spot("importance"), 8)
    assert [one.words for one in questions(editor.session, "line manager")] == ["8", "because of the inspection"]


def test_of_a_step_where_a_limit_was_reached_not_even_who_agreed_is_told() -> None:
    editor = first_meeting()
    assert terms(editor.session).by == ("Ann", "Ben")
    editor.reach_limit(AGREE, "Ms Example", "yes")
    assert terms(editor.session).by == ()
    assert terms(editor.session).columns[0].audience == "line manager"


def test_a_yes_of_before_a_change_is_not_told_as_a_yes_to_what_it_became() -> None:
    editor = first_meeting()
    editor.set_level(AGREE, "line manager", "points", "yes")
    assert terms(editor.session).by == ()
    editor.accept_table(AGREE, "ben0")
    assert terms(editor.session).by == ("Ben",)
    told = " ".join(" ".join(record_lines(editor.working)).split())
    assert "The table was agreed to by Ben; as it stood before by Ann." in told
    assert "- agreed to, as it stood before, on Monday 2 November 2026 by Ann - agreed to on" in told
    editor.undo()
    editor.undo()
    assert terms(editor.session).by == ("Ann", "Ben")


def test_nothing_is_asked_about_without_words_and_a_heading() -> None:
    """Who accepted which sentence is no question: it could not be answered."""
    editor = first_meeting(APPRAISAL)
    for clause in clauses_at(editor.session, AGREE):
        editor.accept(AGREE, clause.id, "ann0")
    editor.add_note(Spot("reality"), "nineteen of twenty-eight")
    asked = questions(editor.session, "line manager")
    assert [(one.words, one.title) for one in asked] == [("nineteen of twenty-eight", "How things are")]
    assert "accepted by" not in page(editor.session, "line manager")


@pytest.mark.parametrize(
    ("preset", "ended", "words"),
    [
        (
            "Independent coach: nothing reported back",
            True,
            "Nothing of this conversation goes to the line manager, not even",
        ),
        ("Peer pair", False, "There is nothing here so far. What may come, and what never does, stands below."),
        ("Peer pair", True, "There is nothing here that may go to the line manager. What might have"),
    ],
)
def test_an_empty_page_says_whether_that_is_for_ever(preset: str, words: str, *, ended: bool) -> None:
    editor = first_meeting(preset)
    if ended:
        editor.end()
    assert words in page(editor.session, "line manager")


def test_a_page_says_what_comes_what_may_come_and_what_never_does() -> None:
    said = page(first_meeting().session, "line manager")
    for words in (
        "On this page, if there was any: the day, who was there, and the next date; the topic",
        "Only what the coachee said yes to, one by one; there may be more: what was promised",
        "Never on this page, whether there was any or not: what was said",
    ):
        assert words in said


def test_of_an_agreement_asked_for_something_that_stays_nothing_is_told() -> None:
    """An agreement in a round over notes: that it was changed there tells of the note it was asked for."""
    editor = second_meeting(("actions", "yes"))
    record = editor.session.records[AGAIN.key]
    moved = {key: one for key, one in editor.session.records.items() if key != AGAIN.key}
    session = editor.session.model_copy(update={"records": {**moved, f"{AGAIN.step}@somenote": record}})
    assert terms(session).changes == ()
