"""That a limit was reached leaves by its own path, with nothing in it of what was said; and what was said there stays."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sharing.hiding import CANARY
from tests.sharing.test_non_interference import LEVELS, OPEN, PHASES, SEEDS, conversations, files, for_audience, held
from tests.strategies.given import START, soaked
from tests.support.held import holding

from coachtui.errors import UserError
from coachtui.framework.steps import CONTENTS
from coachtui.report.handed.limits import LIMIT_WRITERS, limit_lines, limit_written
from coachtui.report.handed.preview import held_back_lines
from coachtui.session.document import from_document, to_document
from coachtui.session.models import Agreement, Session, Working
from coachtui.session.spot import Spot
from coachtui.session.things import Limit
from coachtui.sharing import audiences, held_back, limit_report, questions, share
from coachtui.sharing.limits import LimitReport

ALL = Agreement(levels={one: dict.fromkeys(CONTENTS, "yes") for one in ("coachee", "line manager", "the reader")})


def reached(session: Session, number: int = 0) -> Session:
    """The same with one more entry, whatever there was."""
    made = Limit(id=f"limit{number}", at=START, spot="nowhere", told="Ms Example, room 12", told_first="not yet")
    return session.model_copy(update={"limits": (*session.limits, made)})


def bare(session: Session) -> Session:
    """Two people and the entries: all that a report may be made from."""
    return Session(id="other", framework=session.framework, people=session.people, limits=session.limits)


def everywhere(report: LimitReport) -> list[bytes]:
    return [limit_written(report, ending) for ending in LIMIT_WRITERS]


@settings(max_examples=soaked(60), phases=PHASES)
@given(OPEN, SEEDS)
def test_nothing_that_was_said_is_in_a_report(working: Working, seed: int) -> None:
    """It reads the same as that of a session in which nothing was ever said."""
    said = reached(held(working, seed))
    report = limit_report(said)
    assert report == limit_report(bare(said))
    assert everywhere(report) == everywhere(limit_report(bare(said)))


@settings(max_examples=soaked(40), phases=PHASES)
@given(OPEN, SEEDS, st.sampled_from(LEVELS))
def test_no_agreement_and_no_entry_changes_the_other(working: Working, seed: int, levels: dict[str, str]) -> None:
    """An agreement changes nothing of the report; an entry where nothing was captured changes nothing of an export."""
    said = held(working, seed)
    agreed = for_audience(said, levels)
    assert limit_report(reached(said)) == limit_report(reached(agreed))
    one, other = share(agreed, "the reader"), share(reached(agreed), "the reader")
    assert one == other
    assert files(one) == files(other)


def talk() -> Session:
    """Something was said at two steps and parked at one; at that one a limit was reached."""
    editor = holding("grow")
    editor.say(Spot("topic"), f"{CANARY} topic")
    editor.remark(Spot("topic"), f"{CANARY} remark")
    editor.park(f"{CANARY} idea", Spot("topic"))
    editor.say(Spot("goal"), "leave at five")
    editor.reach_limit(Spot("topic"), "Ms Example", "no")
    editor.say(Spot("topic"), f"{CANARY} said after it")
    return editor.session.model_copy(update={"agreement": ALL})


@pytest.mark.parametrize("audience", ["coachee", "line manager", "the reader", "anyone"])
def test_what_came_up_at_that_step_goes_to_nobody_whatever_was_agreed(audience: str) -> None:
    session = talk()
    shared = share(session, audience)
    assert CANARY not in repr(shared)
    assert "Ms Example" not in repr(shared)
    assert b"Ms Example" not in b"".join(files(shared))
    assert ("leave at five" in repr(shared)) == (audience != "anyone")
    assert not [one for one in questions(session, audience) if CANARY in one.words]


def test_a_mark_does_not_open_it() -> None:
    session = talk()
    for record in session.records.values():
        for thing in record.things():
            assert thing.mark is None
    editor = holding("grow")
    note = editor.say(Spot("topic"), CANARY)
    editor.mark(note, "shareable")
    editor.reach_limit(Spot("topic"), "Ms Example", "no")
    assert all(CANARY not in repr(share(editor.session, one)) for one in audiences(editor.session))


def test_the_coach_sees_what_is_held_back_and_why() -> None:
    stays = held_back(talk(), "coachee")
    assert {one.words for one in stays if one.reason == "a limit was reached here"} == {
        *(f"{CANARY} said after it", f"{CANARY} remark", f"{CANARY} idea"),
    }
    assert "(a limit was reached here)" in "\n".join(held_back_lines(stays))


def test_a_report_says_when_who_and_whether_and_between_whom() -> None:
    report = limit_report(talk())
    assert (report.coach, report.coachee) == ("Ben", "Ann")
    (one,) = report.reached
    assert (one.told, one.told_first, one.when.second) == ("Ms Example", "no", 0)
    told = json.loads(limit_written(report, ".json"))
    assert set(told) == {"limit_report", "coach", "coachee", "reached"}
    assert set(told["reached"][0]) == {"when", "will_be_told", "told_first"}
    page = "\n".join(limit_lines(report))
    for words in ("Coach: Ben", "Coachee: Ann", "Will be told: Ms Example", "told first: no"):
        assert words in page
    for ending in LIMIT_WRITERS:
        assert CANARY.encode() not in limit_written(report, ending)
        assert b"Ms Example" in limit_written(report, ending)


def test_hostile_names_stay_text() -> None:
    hostile = '<b onload="x">**Ms** [x](http://e.example)</b>'
    editor = holding("grow")
    editor.reach_limit(Spot("topic"), hostile, "yes")
    report = limit_report(editor.session)
    assert b"<b onload" not in limit_written(report, ".html")
    assert b"[x](" not in limit_written(report, ".md")
    assert json.loads(limit_written(report, ".json"))["reached"][0]["will_be_told"] == hostile


def test_without_a_limit_there_is_no_report() -> None:
    with pytest.raises(UserError, match="No limit was recorded"):
        limit_report(holding("grow").session)
    with pytest.raises(UserError, match=r"Use one of \.md, \.html, \.json"):
        limit_written(limit_report(talk()), ".ics")


def test_a_file_of_before_loads_and_one_of_now_comes_back_whole() -> None:
    document = to_document(Working(talk(), Spot("topic")))
    assert from_document(json.loads(json.dumps(document))).session.limits == talk().limits
    del document["limits"]
    assert from_document(json.loads(json.dumps(document))).session.limits == ()


def test_the_random_conversations_reach_limits() -> None:
    """Else the comparison of thousands of pairs would say nothing about them."""
    where = [(said, limit.spot) for said in conversations(60) for limit in said.limits]
    assert len(where) >= 20
    assert sum(spot in said.records for said, spot in where) >= 15
