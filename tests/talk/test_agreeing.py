"""How two people who were never shown the program get through the agreement: three questions, and no word lost or misread."""

import pytest
from rich.cells import cell_len
from tests.strategies.given import FixedClock
from tests.talk.holding import ALEX, SAM, Held, hold, shipped, steps

from coachtui.flow.places import OTHERS, SENTENCES, TABLE
from coachtui.framework.catalogue import Catalogue
from coachtui.session.models import Person
from coachtui.session.spot import Place, Spot
from coachtui.text import clean

FIRST = "May your line manager hear that we meet, and when?"


def agreeing(name: str = "instant-pay-off", step: str = "agreement/agree") -> Held:
    """Two people who stand at the agreement of a shipped format."""
    return hold(shipped(name)).go(step)


def at_table() -> Held:
    """Two people who stand at the table as a whole."""
    held = agreeing()
    held.say("y")
    return held


def level(held: Held, content: str, audience: str = "line manager") -> str:
    """How far something goes as it is agreed now."""
    assert held.session.agreement is not None
    return held.session.agreement.levels[audience][content]


# -- three questions


def test_the_agreement_is_three_questions_and_three_answers() -> None:
    held, asked = agreeing(), list[str]()
    while held.talk.spot == Spot("agreement/agree") and len(asked) < 10:
        asked.append(held.view.question)
        held.say("yes")
    assert asked == [
        "Do these three sentences hold between us?",
        "May your line manager hear this, and no more?",
        "Read the limits aloud. Has everybody heard them?",
    ]
    assert held.talk.spot == Spot("problem")


def test_row_by_row_it_is_six_questions_and_one_for_everybody_else() -> None:
    held = at_table()
    held.say("no")
    for _ in range(6):
        assert held.view.question.startswith("May your line manager hear ")
        held.say("y")
    assert (held.talk.place, held.body.told) == (Place(field=OTHERS), ("Nothing for SLT, anyone.",))
    held.say("y")
    assert held.talk.place.field == "limits"


def test_everybody_else_is_gone_through_where_somebody_says_no() -> None:
    held = at_table()
    held.say("n", *"yyyyyy", "n")
    assert held.view.question == "May SLT hear that we meet, and when?"
    held.say("y", "")
    assert level(held, "attendance", "SLT") == "yes"


def test_a_no_to_the_sentences_strikes_nothing_and_goes_one_by_one() -> None:
    held = agreeing()
    assert held.say("no").said == ("One by one, then. y keeps a sentence, n strikes it out.",)
    assert [one.here for one in held.body.clauses] == [True, False, False]
    assert held.view.question == "Shall sentence 1 stand as it is?"


# -- what people say


@pytest.mark.parametrize(
    "line",
    [
        "yes that's fine by me, we always do",
        "Agreed, Sam said so too",
        "OK - as last time",
        "fine, thanks, good to know",
    ],
)
def test_a_yes_with_more_words_is_a_yes_and_the_words_are_a_remark(line: str) -> None:
    held = agreeing()
    held.say("n", line)
    assert (held.body.clauses[0].accepted, len(held.body.clauses)) == (("Sam", "Alex"), 3)
    assert held.body.clauses[1].here
    assert held.remarks("agreement/agree") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "No phones in the room",
        "Yes, but not the numbers",
        "Agreed actions go to SLT",
        "No, I do not like that",
        "Good manners",
    ],
)
def test_where_it_is_not_clear_one_short_question_is_asked_and_nothing_is_struck_or_agreed(line: str) -> None:
    held = agreeing()
    held.say("n", line)
    assert held.view.notices[-2:] == (
        f'One more sentence for both of you to keep: "{line}"?',
        "y adds it; anything else leaves it a remark.",
    )
    assert [(one.accepted, one.here) for one in held.body.clauses] == [((), True), ((), False), ((), False)]
    held.say("")
    assert held.remarks("agreement/agree") == [line], "an empty line leaves it a remark"


@pytest.mark.parametrize("line", ["no thanks", "No, thank you.", "nope", "never"])
def test_a_polite_no_is_a_no_everywhere(line: str) -> None:
    held = at_table()
    held.say(line)
    assert held.view.question == FIRST
    held.say(line)
    assert level(held, "attendance") == "no"


@pytest.mark.parametrize(
    ("line", "now"), [("ask me first", "ask"), ("no, she talks", "no"), ("yes, she knows", "yes"), ("nothing", "no")]
)
def test_a_row_is_answered_as_people_say_it_and_their_words_are_kept(line: str, now: str) -> None:
    held = at_table()
    held.say("n", line)
    assert level(held, "attendance") == now
    assert held.remarks("agreement/agree") == ([line] if "," in line else [])


def test_nothing_said_to_the_table_means_that_nothing_is_heard() -> None:
    held = at_table()
    assert held.say("Nothing.").said == ("For the line manager: nothing.",)
    assert held.view.question == "Is it right that your line manager hears nothing?"


def test_one_row_is_changed_in_its_own_words() -> None:
    held = at_table()
    assert held.say("what was promised: yes").said == ("line manager, what was promised: ask -> yes",)
    assert held.say("SLT, the numbers: ask first").said == ("SLT, the numbers: no -> ask",)
    assert held.talk.place == Place(field=TABLE)


def test_a_no_to_the_limits_takes_nothing_away() -> None:
    held = at_table()
    held.say("y")
    assert held.say("no").said[0].startswith("They hold whatever else is agreed.")
    assert held.talk.place.field == "limits"


# -- remarks and undo stay where the person is


def test_other_words_at_a_row_stay_at_that_row_and_undo_does_too() -> None:
    held = at_table()
    held.say("n", "y", "she is ill at the moment")
    row = held.talk.place
    assert row.row == "topic"
    assert [(one.text, one.marks) for one in held.view.remarks] == [
        ("she is ill at the moment", ("May your line manager hear what it is about?",))
    ]
    held.say("/undo")
    assert (held.talk.place, held.view.remarks) == (row, ())
    held.say("no")
    assert len(held.session.agreement.clauses if held.session.agreement else ()) == 3, "no sentence is struck"
    assert level(held, "topic") == "no"


def test_undo_of_an_answer_stands_at_its_row_and_the_next_row_is_asked_again() -> None:
    held = at_table()
    held.say("n", "n", "/undo")
    assert held.view.question == FIRST
    held.say("n")
    assert held.talk.place.row == "topic"


@pytest.mark.parametrize("line", ["y", "no, she gossips"])
def test_undo_of_an_answer_to_the_last_row_stands_at_that_row(line: str) -> None:
    held = at_table()
    held.say("n", *"yyyyy")
    last = held.talk.place
    held.say(line)
    assert held.talk.place == Place(field=OTHERS)
    held.say("/undo")
    assert (held.talk.place, last.row) == (last, "feedback")


def test_where_numbers_are_usual_agreements_none_is_a_sentence() -> None:
    held = at_table()
    assert held.refused("/drop 2") == "There is no number 2 here."


def test_undo_of_the_sentences_at_once_stands_there_again_and_they_can_be_agreed_again() -> None:
    held = at_table()
    held.say("/undo")
    assert held.talk.place == Place(field=SENTENCES)
    held.say("")
    assert held.talk.place == Place(field=TABLE)


# -- usual agreements


def test_each_usual_agreement_says_on_one_line_what_it_means() -> None:
    lines = dict(at_table().body.presets)
    assert lines["Peer pair"] == "that we meet, the topic; asked first: promises"
    assert lines["Independent coach: nothing reported back"] == "nothing"
    assert lines["Ask me first"] == "everything is asked first"
    assert lines["Open"] == "everything"


def test_a_usual_agreement_answers_everything_that_is_left() -> None:
    held = at_table()
    held.say("3")
    assert held.reply.said[0] == "For the line manager: Senior supporting a middle leader."
    assert held.talk.place.field == "limits"
    assert level(held, "actions") == "yes"


def test_what_was_answered_row_by_row_stays_and_the_name_once_more_takes_all() -> None:
    held = at_table()
    held.say("n", "no", "yes", "peer")
    assert held.reply.said == (
        "For the line manager: Peer pair.",
        'Kept as you answered: that we meet: no. Say "Peer pair" once more to take all of it.',
    )
    assert (level(held, "attendance"), held.talk.place) == ("no", Place(field=TABLE))
    held.say("peer")
    assert (level(held, "attendance"), held.talk.place.field) == ("yes", "limits")


def test_an_answer_that_changed_nothing_is_kept_as_well() -> None:
    held = at_table()
    held.say("n", "yes", "independent")
    assert "that we meet: yes" in held.reply.said[1]
    assert level(held, "attendance") == "yes"


def test_an_answer_taken_back_is_not_kept() -> None:
    held = at_table()
    held.say("n", "no", "/undo", "peer")
    assert (level(held, "attendance"), held.talk.place.field) == ("yes", "limits")


def test_the_command_says_what_it_would_change_of_what_was_answered() -> None:
    held = at_table()
    held.say("n", "no", "/share peer")
    assert "It changes what was answered row by row: that we meet." in held.view.notices


def test_a_usual_agreement_of_a_group_is_about_the_group() -> None:
    people = (SAM, ALEX, Person(id="kim0000000000000", name="Kim", role="Member"))
    held = hold(shipped("whats-working-well"), people=people, clock=FixedClock()).go("agreement/agree")
    held.say("y")
    (means,) = [means for name, means in held.body.presets if name.startswith("Group")]
    assert (
        means == "that we meet, the topic, what is said, promises, numbers; asked first: how we worked (for the group)"
    )
    held.say("group")
    assert (level(held, "points", "group"), level(held, "points")) == ("yes", "no")


def test_a_group_that_says_yes_may_have_what_was_said_in_it_and_nobody_else_may() -> None:
    people = (SAM, ALEX, Person(id="kim0000000000000", name="Kim", role="Member"))
    held = hold(shipped("whats-working-well"), people=people, clock=FixedClock()).go("agreement/agree")
    held.say("y", "y", "y")
    assert [level(held, "points", one) for one in ("group", "line manager", "SLT", "anyone")] == [
        "yes",
        "no",
        "no",
        "no",
    ]
    assert level(held, "feedback", "group") == "ask"
    pair = hold(shipped("whats-working-well"), people=(SAM, ALEX), clock=FixedClock()).go("agreement/agree")
    pair.say("y", "y", "y")
    assert level(pair, "points", "group") == "no"


@pytest.mark.parametrize("words", ["not the topic please", "what it is about: no pls", "no numbers, and not the topic"])
def test_polite_wishes_change_rows(words: str) -> None:
    held = at_table()
    held.say(words)
    assert level(held, "topic") == "no"


def test_an_empty_line_after_other_words_at_the_table_is_no_yes_yet() -> None:
    held = at_table()
    held.refused("I would keep the topic to ourselves")
    before = held.talk.place
    said = held.say("").said
    assert said == ("What you said last changes nothing here. y or Enter agrees as it stands.",)
    assert held.talk.place == before
    held.say("")
    assert held.talk.place != before
    held = at_table()
    held.refused("I would keep the topic to ourselves")
    held.say("y")
    assert held.talk.place != before


def test_ask_me_first_please_is_an_answer_to_a_row() -> None:
    held = at_table()
    held.say("n", "ask me first pls")
    assert level(held, "attendance") == "ask"


# -- back


def test_back_leads_to_the_place_just_left_from_the_next_step_too() -> None:
    held = at_table()
    held.say("y", "y")
    assert held.talk.spot == Spot("problem")
    places = []
    for _ in range(3):
        held.say("/back")
        places.append(held.talk.place.field)
    assert places == ["limits", TABLE, SENTENCES]
    held.say("", "")
    assert held.talk.place.field == "limits"


def test_back_leads_from_a_row_to_the_row_before_and_on_again() -> None:
    held = at_table()
    held.say("n", "n", "n", "/back")
    assert held.talk.place.row == "topic"
    held.say("y")
    assert held.talk.place.row == "points"


def test_back_leads_to_where_one_was_before_going_elsewhere() -> None:
    columns = {"kind": "notes", "columns": ["In me", "In others"], "fixed": True}
    held = hold(steps(columns, {"kind": "text"}, {"kind": "actions"}))
    held.say("mine", "")
    held.go("actions").say("/back")
    assert (held.talk.spot, held.view.place_name) == (Spot("notes"), "In others")
    held.say("/back")
    assert held.view.place_name == "In me"
    assert held.say("/back").said == ("This is the first step.",)


def test_back_in_a_window_just_opened_leads_to_the_last_place_of_the_step_before() -> None:
    first = at_table()
    first.say("y", "y")
    again = hold(first.session.framework, begin=first.talk.working)
    again.say("/back")
    assert (again.talk.spot, again.talk.place.field) == (Spot("agreement/agree"), "limits")
    again.say("")
    assert again.talk.spot == Spot("problem")


# -- what fits


@pytest.mark.parametrize("name", Catalogue().ids())
def test_what_can_be_typed_is_never_cut_in_a_narrow_window(name: str) -> None:
    held = hold(shipped(name))
    for step in held.session.framework.steps:
        held.go(step.id)
        for place in held.talk.places():
            held.talk.stand(place)
            label = clean(held.view.place_name).partition(", for: ")[0]
            assert cell_len(label) <= 24, (step.id, label)


def test_a_question_about_the_sentences_is_no_new_sentence_and_the_limits_answer_what_asks_about_them() -> None:
    held = agreeing()
    for line in ("what limits?", "what limits"):
        said = held.say(line).said
        assert said[0] == "Your question is kept as a remark. y or n, when you have talked about it."
        assert any("at risk" in one for one in said[1:])
        assert held.view.notices == ()
    assert held.say("Who reads this?").said[1:] == ()
    assert held.remarks("agreement/agree") == ["what limits?", "what limits", "Who reads this?"]
    assert len(held.body.clauses) == 3
    held.say("", "what limits are there?")
    assert any("at risk" in one for one in held.reply.said)


def test_while_one_more_sentence_is_asked_about_only_its_answers_are_offered() -> None:
    held = agreeing()
    held.say("Nothing about the trip goes further")
    assert (held.view.place_name, held.view.hint, held.body.hangs) == ("y adds it", "Anything else leaves it", True)
    held.say("n")
    assert (held.view.place_name, held.body.hangs) == ("y or n", False)


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("not what its about", "line manager, what it is about: yes -> no"),
        ("Not what it's about", "line manager, what it is about: yes -> no"),
        ("not the topic", "line manager, what it is about: yes -> no"),
        ("everything but what was promised", "line manager, what was promised: ask -> no"),
        ("Yes, but not the topic", "line manager, what it is about: yes -> no"),
        ("the topic stays between us", "line manager, what it is about: yes -> no"),
        ("also the numbers", "line manager, the numbers: no -> yes"),
        ("what was promised is fine", "line manager, what was promised: ask -> yes"),
        ("the numbers to SLT: ask first", "SLT, the numbers: no -> ask"),
        ("SLT: the numbers too", "SLT, the numbers: no -> yes"),
        ("not my numbers", "It says that already."),
    ],
)
def test_a_plain_yes_or_no_to_a_row_in_its_own_words_changes_it_and_says_so(line: str, changed: str) -> None:
    held = at_table()
    said = held.say(line).said
    assert said == (changed,)
    assert held.talk.place == Place(field=TABLE)
    assert held.remarks("agreement/agree") == []


def test_several_rows_go_in_one_line_and_come_back_with_one_undo() -> None:
    held = at_table()
    held.say("not the topic or what was promised")
    assert held.reply.said == (
        "line manager, what it is about: yes -> no",
        "line manager, what was promised: ask -> no",
    )
    held.say("/undo")
    assert (level(held, "topic"), level(held, "actions")) == ("yes", "ask")


def test_a_question_about_the_table_changes_no_row_and_is_kept() -> None:
    held = at_table()
    assert held.say("not the topic?").said[0].startswith("Kept as a remark")
    assert level(held, "topic") == "yes"


@pytest.mark.parametrize(
    "line",
    [
        "not if she asks",
        "the topic",
        "not the topic if she asks",
        "only the topic",
        "1 i think, no wait the other one, 3",
        "not 1",
        "9",
    ],
)
def test_what_is_not_plain_at_the_table_is_handed_back_and_stands_under_nothing(line: str) -> None:
    held = at_table()
    assert held.refused(line).startswith(
        "y, n, or a number from 1 to 7; n goes row by row, where your own words have their place."
    )
    assert held.remarks("agreement/agree") == []


@pytest.mark.parametrize("line", ["1", "no 1", "No. 1", "1 i think", "the first one", "number 1 please"])
def test_a_usual_agreement_is_taken_by_its_number_however_that_is_said(line: str) -> None:
    held = at_table()
    first = held.body.presets[0][0]
    assert held.say(line).said[0] == f"For the line manager: {first}."
    assert held.remarks("agreement/agree") == []


@pytest.mark.parametrize("line", ["1 i think", "no 1", "3", "the first one", "1 i think, no wait the other one, 3"])
def test_numbers_are_no_new_sentence(line: str) -> None:
    held = agreeing()
    assert held.refused(line).startswith("y or n;")
    held.say("n")
    assert held.refused(line).startswith("y or n;")
    assert held.remarks("agreement/agree") == []
    held.say("1 hour at most, and then we stop")
    assert held.remarks("agreement/agree") == ["1 hour at most, and then we stop"], "that is a sentence"


def test_at_a_row_its_own_words_answer_it_and_another_row_is_changed_without_leaving_this_one() -> None:
    held = at_table()
    held.say("n", "y")
    assert held.say("also the numbers").said == ("line manager, the numbers: no -> yes",)
    assert held.talk.place.row == "topic"
    held.say("not the topic")
    assert (level(held, "topic"), held.talk.place.row) == ("no", "points")


@pytest.mark.parametrize("line", ["yes fine", "yes, both heard", "heard", "We have both heard them."])
def test_that_the_limits_were_heard_is_said_in_many_ways_and_kept_in_one(line: str) -> None:
    held = at_table()
    held.say("y")
    assert held.say(line).said == ("Heard.",)
    assert (held.talk.spot, held.remarks("agreement/agree")) == (Spot("problem"), [])
