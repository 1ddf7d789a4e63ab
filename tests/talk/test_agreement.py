"""Agreeing: by each person, with a warning, shown again as a whole, changed from anywhere; and how far things go."""

from datetime import timedelta
from typing import Any

import pytest
from tests.strategies.given import START, FixedClock
from tests.talk.holding import ALEX, SAM, Held, hold, shipped, steps

from coachtui.flow.past import Past
from coachtui.report.agreed import history_lines
from coachtui.session.models import Person
from coachtui.session.spot import Spot

CONTENTS = ("attendance", "topic", "points", "actions", "ratings", "feedback")
APPRAISAL = "Part of appraisal"
PRESETS: dict[str, dict[str, str]] = {
    "Peer pair": {**dict.fromkeys(CONTENTS, "no"), "actions": "ask"},
    APPRAISAL: dict.fromkeys(CONTENTS, "yes"),
}
AGREE: dict[str, Any] = {
    "kind": "agreement",
    "clauses": ["We listen.", "We keep time."],
    "audiences": ["coachee", "line manager", "SLT"],
    "limits": ["Harm is passed on."],
    "presets": PRESETS,
    "warnings": {APPRAISAL: "It may be used in appraisal."},
}
TALK = ({"kind": "text", "means": "topic"}, {"kind": "notes"}, {"kind": "actions"}, AGREE)


def verdicts(held: Held) -> list[tuple[str | None, str]]:
    """Who said what to a clause, in order."""
    return [(one.by, one.verdict) for one in held.record("agreement").acceptances]


def met_again(first: Held, people: tuple[Person, ...] = (SAM, ALEX)) -> Held:
    """The same people a week later, with what they had agreed."""
    agreement = first.session.agreement
    clock = FixedClock(START + timedelta(days=7))
    past = Past(sessions=(first.session,), agreement=agreement)
    return hold(
        first.session.framework,
        past=past,
        people=people,
        clock=clock,
        session_id="session000000002",
        brought=agreement,
        agreement=agreement,
    )


# -- by each person


def test_limits_that_were_heard_are_not_told_as_left_out() -> None:
    held = hold(steps({"kind": "agreement", "limits": ["Harm is passed on."], "clauses": []}, {"kind": "notes"}))
    held.say("")
    assert held.say("/where").page[0] == "\u2713  1  Agreement"


def test_one_enter_is_everyones_yes_to_clauses_and_to_the_table() -> None:
    kim = Person(id="kim0000000000000", name="Kim", role="Member")
    held = hold(steps(AGREE), people=(SAM, ALEX, kim))
    held.say("", "")
    assert {by for by, _ in verdicts(held)} == {SAM.id, ALEX.id, kim.id}
    assert [one.by for one in held.record("agreement").tables] == [SAM.id, ALEX.id, kim.id]
    assert held.body.agreed == ("Sam", "Alex", "Kim")


def test_who_does_not_agree_is_on_record_and_an_enter_of_all_does_not_change_it() -> None:
    held = hold(steps(AGREE))
    reply = held.say("/by Alex", "n", "n")
    assert reply.said == ("Alex does not agree to it as it stands. /edit puts it in other words; strike takes it out.",)
    assert held.body.clauses[0].declined == ("Alex",)
    held.say("/by", "", "/back")
    first, second = held.body.clauses
    assert (first.accepted, first.declined, second.accepted) == (("Sam",), ("Alex",), ("Sam", "Alex"))


def test_one_person_at_a_time_stays_at_a_clause_until_all_have_spoken() -> None:
    held = hold(steps(AGREE))
    held.say("/by Sam", "n", "y")
    assert held.body.clauses[0].here
    held.say("/by Alex", "y")
    assert held.body.clauses[1].here
    held.say("strike")
    assert [(one.by, one.struck) for one in held.record("agreement").clauses] == [(ALEX.id, True)]


def test_who_changed_a_clause_is_on_record_and_the_others_are_still_to_agree() -> None:
    held = hold(steps(AGREE))
    held.say("/by Alex", "/edit 1 We listen, and ask")
    assert [(one.by, one.text) for one in held.record("agreement").clauses] == [(ALEX.id, "We listen, and ask")]
    assert held.body.clauses[0].accepted == ("Alex",)


def test_a_table_accepted_and_then_changed_is_accepted_as_it_was() -> None:
    held = hold(steps({**AGREE, "clauses": [], "limits": []}))
    held.say("")
    held.go("agreement").say("/by Alex", "n", "n")
    assert held.body.agreed == ()
    held.say("/by", "/redo")
    held.go("agreement").say("")
    held.go("agreement")
    assert held.body.agreed == ("Sam", "Alex")
    held.say("/undo")
    verdicts = [(one.by, one.verdict) for one in held.record("agreement").tables]
    assert verdicts[:2] == [(SAM.id, "accepted"), (ALEX.id, "accepted")]
    assert held.session.agreement is not None


# -- presets and their warning


def test_a_preset_says_what_it_means_and_warns_now_and_at_every_later_meeting() -> None:
    held = hold(steps(AGREE))
    said = held.say("", "part").said
    assert said[0] == "For the line manager: Part of appraisal."
    assert said[1].startswith("The line manager gets: that we meet")
    assert said[2] == "! It may be used in appraisal."
    assert held.body.warnings == ("It may be used in appraisal.",)
    later = met_again(held)
    assert later.body.warnings == ("It may be used in appraisal.",)
    later.say("line manager, points: no")
    assert later.body.warnings, "one level less does not end what it is linked to"
    later.say("/share peer", "y")
    assert later.body.warnings == ()


def test_that_it_is_part_of_appraisal_is_recorded_where_no_level_changes() -> None:
    held = hold(steps({**AGREE, "presets": {**PRESETS, APPRAISAL: {"topic": "yes"}}}))
    held.say("", "part")
    (change,) = held.record("agreement").changes
    assert (change.before, change.level, change.preset) == ("yes", "yes", APPRAISAL)
    held.say("/undo")
    assert held.body.warnings == ()


# -- shown again


def test_what_was_agreed_is_shown_as_a_whole_and_one_enter_leaves_it() -> None:
    first = hold(steps(AGREE))
    first.say("", "", "")
    again = met_again(first)
    assert (again.view.question, again.body.again) == ("Does what we agreed still stand?", True)
    assert again.body.stands == (
        "The line manager gets: that we meet, what it is about. Asked first: what was promised.",
        "Nothing for SLT.",
    )
    assert again.say("").wants == "ended"
    record = again.record("agreement")
    assert {one.by for one in record.tables} == {one.by for one in record.limits_read} == {SAM.id, ALEX.id}
    assert (record.changes, record.clauses) == ((), ())


def test_a_level_is_changed_in_one_line_with_its_day_and_person_and_told_in_the_history() -> None:
    first = hold(steps(AGREE))
    first.say("", "", "")
    again = met_again(first)
    again.say("/by Sam")
    assert again.say("Line manager, actions: yes").said == ("line manager, what was promised: ask -> yes",)
    assert "actions: yes" not in again.remarks("agreement")
    again.say("/by", "")
    (change,) = again.record("agreement").changes
    assert (change.by, change.at.date(), change.before, change.level) == (SAM.id, again.clock.now.date(), "ask", "yes")
    assert history_lines((first.session, again.session), 100) == [
        "- agreed to on Saturday 21 November 2026 by Sam, Alex",
        "- changed on Saturday 28 November 2026 by Sam: line manager, what was promised: ask -> yes",
        "- agreed to on Saturday 28 November 2026 by Sam, Alex",
    ]


def test_an_agreement_is_gone_through_where_it_does_not_stand_any_more() -> None:
    first = hold(steps(AGREE))
    first.say("", "", "")
    again = met_again(first)
    again.say("n", "/edit 1 We listen and ask")
    assert again.body.clauses[0].text == "We listen and ask"
    assert again.session.agreement is not None
    assert [one.text for one in again.session.agreement.clauses] == ["We listen and ask", "We keep time."]


def test_clauses_brought_are_not_gone_through_at_a_step_that_asks_for_none_and_stay_in_force() -> None:
    table = {**AGREE, "id": "table", "clauses": [], "limits": []}
    first = hold(steps(AGREE, table))
    first.say("", "", "", "")
    again = met_again(first)
    again.go("table")
    assert again.body.clauses == ()
    again.say("")
    assert again.session.agreement is not None
    assert [one.text for one in again.session.agreement.clauses] == ["We listen.", "We keep time."]


# -- from anywhere


@pytest.mark.parametrize(("answer", "actions"), [("y", "yes"), ("n", "ask"), ("", "ask"), ("/next", "ask")])
def test_the_table_is_changed_from_anywhere_after_a_yes(answer: str, actions: str) -> None:
    held = hold(steps(*TALK))
    held.say("Homework", "/share part")
    assert held.view.notices[-3:] == (
        (
            "Part of appraisal, for the line manager? The line manager gets: that we meet, what it is about, what is said, what "
            "was promised, the numbers, how we worked together."
        ),
        "! It may be used in appraisal.",
        "y changes the agreement; anything else leaves it as it is.",
    )
    held.say(answer)
    levels = held.session.agreement.levels["line manager"] if held.session.agreement else {"actions": "ask"}
    assert levels["actions"] == actions
    assert not [one for one in held.view.notices if "Part of appraisal" in one]
    if answer == "y":
        assert [one.preset for one in held.record("agreement").changes] == [APPRAISAL] * 4
        assert len(held.record("agreement").tables) == 2
    elif answer == "n":
        assert held.reply.said == ("It stays as it is.",)


def test_what_is_no_usual_agreement_is_refused_with_those_there_are() -> None:
    held = hold(steps(*TALK))
    assert held.refused("/share everything").startswith("Which one: Peer pair; Part of appraisal?")
    bare = hold(steps({"kind": "notes"}))
    assert "no table" in bare.refused("/share peer")


# -- how far things go


def test_the_sign_says_how_far_goes_what_is_said_here() -> None:
    held = hold(steps(*TALK, {"kind": "notes", "id": "mine", "private": True}))
    signs = [held.go(one).view.travels for one in ("text", "notes", "actions", "mine")]
    assert signs == ["may go to: line manager", "stays between us", "asked first: line manager", "private"]
    held.say("/share part", "y")
    assert held.go("notes").view.travels == "may go to: line manager"


def test_one_key_goes_round_private_shareable_and_as_agreed() -> None:
    held = hold(steps(*TALK)).go("actions")
    held.say("Ask Jo", "")
    marks, words = [], []
    for _ in range(3):
        words.append(held.say("/level").said[0])
        marks.append((held.record("actions").actions[0].mark, held.body.actions[0].travels))
    assert marks == [("private", "private"), ("shareable", "may be shared"), (None, "")]
    assert words == [
        "Private, in no copy: Ask Jo",
        "May be shared: Ask Jo",
        "As agreed (asked first: line manager): Ask Jo",
    ]


def test_where_the_agreement_says_no_nothing_is_made_shareable_and_it_says_why() -> None:
    held = hold(steps(*TALK)).go("notes")
    held.say("They wait")
    assert held.refused("/share 1").startswith("It is agreed that this stays between you")
    held.say("/level", "/level")
    assert held.record("notes").notes[0].mark is None
    held.say("/private 1", "/share 1 agreed")
    assert held.record("notes").notes[0].mark is None
    held.go("text").say("Homework")
    assert held.say("/share 1").said == ("As agreed (may go to: line manager): Homework",)


def test_nothing_of_a_private_step_is_made_shareable() -> None:
    held = hold(steps({"kind": "notes", "private": True}))
    held.say("mine")
    assert "goes into no copy" in held.refused("/share 1")
    assert held.refused("/level 9") == "There is no number 9 here."


def test_a_mark_says_nothing_that_the_agreement_does_not_leave_open_any_more() -> None:
    held = hold(steps(*TALK)).go("actions")
    held.say("Ask Jo", "", "/share 1")
    assert held.body.actions[0].travels == "may be shared"
    held.say("/share part", "y")
    assert held.body.actions[0].travels == ""


def test_so_does_a_note_on_a_board() -> None:
    levels = {**dict.fromkeys(CONTENTS, "ask")}
    held = hold(steps({"kind": "notes", "columns": ["Now", "Later"]}, {**AGREE, "presets": {**PRESETS, "Ask": levels}}))
    held.say("They wait", "/share ask", "y", "/share 1")
    assert held.body.picture.notes[0].marks == ("may be shared",)
    held.say("/share peer", "y")
    assert held.body.picture.notes[0].marks == ()


def test_a_remark_that_stays_where_the_answer_goes_says_so() -> None:
    held = hold(steps(*TALK))
    held.say("Homework", "/remark It is about Kim")
    assert held.view.remarks[0].travels == "stays between us"
    held.say("/private 2")
    assert held.view.remarks[0].travels == "private"


# -- what somebody would see


def test_a_preview_is_of_the_column_one_stands_in_or_of_whoever_is_named() -> None:
    held = hold(steps(*TALK))
    assert held.say("/preview").audience == "line manager"
    held.go("agreement").say("", "n", *"nnnnnn", "n")
    assert (held.talk.place.column, held.say("/preview").audience) == ("SLT", "SLT")
    reply = held.say("/preview coachee")
    assert (reply.wants, reply.audience, reply.page[0][:16]) == ("preview", "coachee", "The coachee gets")
    assert "It can be looked at for: coachee" in held.refused("/preview the press")


def test_the_shipped_talk_about_working_together_goes_from_start_to_close() -> None:
    held = hold(shipped("how-we-work"))
    seen = []
    while held.reply.wants != "ended":
        if held.talk.spot.step not in seen:
            seen.append(held.talk.spot.step)
        held.say("")
    assert seen[seen.index("purpose") : seen.index("times") + 1] == [
        "purpose",
        "hopes",
        "rules",
        "who-hears",
        "limits",
        "times",
    ]
    agreement = held.session.agreement
    assert agreement is not None
    assert len(agreement.clauses) == 5
    assert agreement.levels["line manager"]["points"] == "no"
    again = met_again(held)
    again.go("who-hears")
    assert (again.body.again, again.body.clauses) == (True, ())
    again.say("line manager, actions: no", "")
    assert again.talk.spot == Spot("limits")
