"""What a line means at each kind of step, and what an empty line does."""

from datetime import timedelta
from typing import Any

import pytest
from tests.strategies.given import START, FixedClock
from tests.talk.holding import ALEX, SAM, Held, everything, hold, shipped, steps

from coachtui.flow.past import Past
from coachtui.library.past import past_for
from coachtui.session.models import Agreement
from coachtui.session.spot import Spot

LATER = {"id": "later", "kind": "text", "title": "Later"}


def texts(things: Any) -> list[str]:
    """The words of things that stand."""
    return [one.text for one in things if one.gone is None]


# -- guide and text


def test_a_guide_keeps_remarks_and_an_empty_line_says_it_was_seen_by_all() -> None:
    held = hold(steps({"kind": "guide", "say": "Move your chair.", "confirm": "all"}, LATER))
    assert held.say("It squeaks").said == ("Kept as a remark.",)
    held.say("")
    assert [one.by for one in held.record("guide").seen] == [SAM.id, ALEX.id]
    assert held.talk.spot == Spot("later")


def test_one_line_of_text_is_replaced_and_the_old_wording_kept() -> None:
    held = hold(steps({"kind": "text", "lines": "one", "keep_versions": True}))
    held.say("A first go", "Better words")
    (passage,) = held.body.passages
    assert (passage.text, passage.earlier) == ("Better words", ("A first go",))


def test_many_lines_are_added_and_everyone_answers_apart() -> None:
    held = hold(steps({"kind": "text", "each": "person"}, LATER))
    assert held.view.place_name == "Sam"
    held.say("One", "Two", "")
    assert held.view.place_name == "Alex"
    held.say("Mine", "")
    assert texts(held.record("text").passages) == ["One\nTwo", "Mine"]
    assert held.talk.spot == Spot("later")


def test_a_date_is_read_back_and_words_that_name_no_day_are_kept() -> None:
    held = hold(steps({"kind": "text", "lines": "date"}, {**LATER, "ask": ["Before {text}?"]}))
    assert held.say("Friday").said == ("Friday 27 November 2026.",)
    assert held.body.passages[0].text == "Friday 27 November 2026"
    assert texts(held.record("text").passages) == ["2026-11-27"]
    assert held.go("later").view.question == "Before Friday 27 November 2026?"
    assert held.go("text").say("when the inspection is over").said == ("Kept in your words; no day was read from it.",)
    assert held.say("no date").said == ("Left open.",)


def test_follow_up_questions_are_asked_once_there_is_an_answer() -> None:
    held = hold(steps({"kind": "text", "lines": "one", "follow": ["How does it sound?", "And now?"]}, LATER))
    held.say("")
    assert held.talk.spot == Spot("later")
    held.say("/back", "An answer", "")
    assert (held.view.question, held.view.follow) == ("How does it sound?", True)
    held.say("Small")
    assert held.view.question == "And now?"
    held.say("")
    assert held.talk.spot == Spot("later")
    assert [(one.to, one.text) for one in held.record("text").remarks] == [("How does it sound?", "Small")]


def test_two_slashes_write_one_and_text_is_never_a_command() -> None:
    held = hold(steps({"kind": "notes"}))
    held.say("//next to the door", " /quit is no command here")
    assert texts(held.record("notes").notes) == ["/next to the door", "/quit is no command here"]


# -- notes

COLUMNS = {
    "kind": "notes",
    "layout": "columns",
    "columns": [{"name": "In me", "ask": ["What in you?", "What else in you?"], "hint": "honestly"}, "In others"],
    "ask": ["What is in the way?"],
}


def test_the_question_and_the_hint_change_with_the_column() -> None:
    held = hold(steps(COLUMNS, LATER))
    assert (held.view.question, held.view.probes, held.view.hint) == ("What in you?", 2, "honestly")
    held.say("I put it off")
    assert held.view.next_hint == "In others"
    held.say("")
    assert (held.view.question, held.view.hint) == ("What is in the way?", "")
    held.say("They wait")
    assert [(one.text, one.column) for one in held.record("notes").notes] == [
        ("I put it off", "In me"),
        ("They wait", "In others"),
    ]
    held.say("")
    assert held.talk.spot == Spot("later")


def test_a_note_is_asked_for_its_tag_and_enter_leaves_it_open() -> None:
    held = hold(steps({"kind": "notes", "tags": ["I know", "I am guessing"], "ask_tag": True}, LATER))
    held.say("They are tired")
    assert held.body.asked == "1 I know  2 I am guessing"
    held.say("2", "They like it", "i know", "Nobody said so", "")
    assert held.talk.spot == Spot("notes")
    held.say("A note right after", "Another one")
    notes = {one.text: one.tag for one in held.record("notes").notes}
    assert notes == {
        "They are tired": "I am guessing",
        "They like it": "I know",
        "Nobody said so": None,
        "A note right after": None,
        "Another one": None,
    }


def test_two_numbers_sort_and_the_numbers_stay() -> None:
    sort = {**COLUMNS, "id": "sort", "start_with": "notes"}
    held = hold(steps({"kind": "notes"}, sort))
    held.say("a", "b", "c", "")
    assert held.say("3 2").said == ("Moved to In others.",)
    held.say("1 1", "a new one")
    shown = {one.text: (one.number, group.name) for group in held.body.groups for one in group.entries}
    assert shown == {
        "a": (1, "In me"),
        "b": (2, "not sorted yet"),
        "c": (3, "In others"),
        "a new one": (4, "In me"),
    }
    assert "places to move" in held.refused("1 9")
    assert held.refused("77 1") == "There is no number 77 here."


def test_in_a_grid_the_second_number_counts_the_cells() -> None:
    grid = {
        "id": "grid",
        "kind": "notes",
        "layout": "grid",
        "start_with": "notes",
        "rows": ["much", "little"],
        "columns": ["easy", "hard"],
    }
    held = hold(steps({"kind": "notes"}, grid))
    held.say("a", "", "1 4")
    assert [group.name for group in held.body.groups if group.entries] == ["little / hard"]


def test_parked_ideas_are_offered_and_drawn_in() -> None:
    held = hold(steps({"kind": "text"}, {"kind": "notes", "include": ["parked"], "at_least": 2}))
    held.say("/park a stamp", "/go notes")
    assert [one.text for one in held.body.parked] == ["a stamp"]
    held.say("/take 1")
    assert held.body.parked == ()
    assert [one.text for group in held.body.groups for one in group.entries] == ["a stamp"]
    assert [one.say for one in held.view.offers] == ["1 so far; 2 or more is the idea."]
    assert held.refused("/take 9") == "There is no number 9 here."


# -- choose

OPTIONS = {"kind": "choose", "options": ["One", "Two", "Three"]}


def picks(held: Held) -> list[str]:
    """What is picked, in order."""
    return [one.text for one in sorted(held.body.entries, key=lambda one: one.chosen or 0) if one.chosen]


def test_numbers_and_names_pick_and_pick_again_takes_back() -> None:
    held = hold(steps(OPTIONS, LATER))
    held.say("1 3")
    assert picks(held) == ["One", "Three"]
    assert held.say("1").said == ("Taken back.",)
    held.say("two")
    assert picks(held) == ["Three", "Two"]
    assert "no number 4" in held.refused("4")
    held.say("")
    assert held.talk.spot == Spot("later")


def test_of_one_pick_the_last_stands_and_words_without_a_number_are_a_remark() -> None:
    held = hold(steps({**OPTIONS, "at_most": 1}))
    held.say("1", "2")
    assert picks(held) == ["Two"]
    assert "number" in held.say("Neither really").said[0]
    assert held.remarks("choose") == ["Neither really"]


def test_the_order_typed_last_stands() -> None:
    held = hold(steps({**OPTIONS, "ordered": True, "reason": True}))
    held.say("1 2", "1 because it is near", "2 1")
    assert picks(held) == ["Two", "One"]
    assert held.body.entries[0].marks == ("because it is near",)


def test_a_new_option_is_added_where_that_is_allowed() -> None:
    held = hold(steps({**OPTIONS, "may_add": True}))
    held.say("Something else")
    assert picks(held) == ["Something else"]
    held.say("4")
    assert picks(held) == []


def test_dots_are_counted_and_the_same_again_takes_them_back() -> None:
    held = hold(steps({**OPTIONS, "dots": 3, "each": "person"}))
    held.say("1 1 2", "", "2 2 2 2")
    assert [one.chosen for one in held.body.entries] == [None, 4, None]
    assert [one.say for one in held.view.offers] == ["4 dots of 3 are used."]
    held.say("2", "2")
    assert [one.chosen for one in held.body.entries] == [None, None, None]


def test_a_pick_made_in_another_name_can_be_taken_back_by_its_number() -> None:
    held = hold(steps(OPTIONS))
    held.say("/by Alex", "1", "/by")
    assert held.say("1").said == ("Taken back.",)


def test_a_lifted_note_stays_in_sight_and_can_be_put_back() -> None:
    framework = steps(
        {"kind": "notes", "rows": ["Well", "Not yet"]},
        {"id": "lift", "kind": "choose", "from": {"step": "notes", "row": "Not yet"}, "lift": "notes"},
    )
    held = hold(framework)
    held.say("", "Homework", "")
    held.say("1")
    assert picks(held) == ["Homework"]
    held.say("1")
    assert [one.chosen for one in held.body.entries] == [None]


def test_an_answer_leads_away_and_back_and_opens_steps() -> None:
    options = [{"name": "On"}, {"name": "Again", "go_to": "text"}, {"name": "More", "open": ["extra"]}]
    choose = {"kind": "choose", "options": options, "at_most": 1}
    held = hold(
        steps({"kind": "text", "title": "Goal"}, choose, {"id": "extra", "kind": "text", "title": "Extra"}, LATER)
    )
    held.go("choose").say("2")
    assert held.view.next_hint == "next: Goal"
    held.say("")
    assert (held.talk.spot, held.view.next_hint) == (Spot("text"), "back to Choose")
    held.say("")
    assert (held.talk.spot, held.view.next_hint) == (Spot("choose"), "next: Later")
    held.say("3")
    assert held.view.next_hint == "next: Extra"
    held.say("", "1", "/back", "1", "")
    assert held.talk.spot == Spot("later")


# -- rate

RATE = {"kind": "rate", "scale": [1, 10], "check": {"below": 7, "say": "Smaller?", "go_to": "actions"}}


@pytest.mark.parametrize(
    ("line", "value", "remark"),
    [("7", 7, ""), ("7.5", 7.5, ""), ("7,5 a bit", 7.5, "a bit"), ("8/10", 8, ""), ("8: it grew", 8, "it grew")],
)
def test_a_number_and_a_remark(line: str, value: float, remark: str) -> None:
    held = hold(steps({"kind": "rate"}))
    held.say(line)
    assert [(one.value, one.remark) for one in held.record("rate").ratings] == [(value, remark)]


@pytest.mark.parametrize("line", ["quite", "7 of them!", "8/20", "seven"])
def test_words_at_a_rating_are_never_lost(line: str) -> None:
    held = hold(steps({"kind": "rate"}))
    held.say(line)
    record = held.record("rate")
    assert line in [*texts(record.remarks), *(f"{one.value:g} {one.remark}" for one in record.ratings)]


def test_a_number_outside_the_scale_is_handed_back() -> None:
    held = hold(steps({"kind": "rate"}))
    assert held.refused("11") == "A number from 1 to 10 is asked for here."


def test_every_cell_is_asked_in_turn_and_skipped_ones_wait_on_the_next_visit() -> None:
    held = hold(steps({"kind": "rate", "rows": ["Plan", "Mark"], "columns": ["now", "soon"], "each": "person"}, LATER))
    asked = []
    for n in range(8):
        asked.append(held.view.place_name)
        held.say("" if n == 3 else "5")
    assert asked[:3] == ["Sam / Plan / now", "Sam / Plan / soon", "Sam / Mark / now"]
    assert asked[4:] == [one.replace("Sam", "Alex") for one in asked[:4]]
    held.go("rate")
    assert held.view.place_name == "Sam / Mark / soon"


def test_the_coachee_names_the_ends_and_a_number_there_is_the_rating() -> None:
    held = hold(steps({"kind": "rate", "ends": "ask", "scale": [0, 10], "follow": ["And?"]}))
    assert held.view.question == "What would 0 be, in a few words of your own?"
    held.say("empty")
    assert held.view.question == "What would 10 be, in a few words of your own?"
    held.say("full")
    assert held.body.ends == ("empty", "full")
    held.go("rate").say("4")
    held.go("rate")
    assert (held.talk.place.field, held.body.cells[0].value) == (None, 4)
    other = hold(steps({"kind": "rate", "ends": "ask"}))
    other.say("6")
    assert (other.body.ends, other.body.cells[0].value) == (None, 6)


def test_a_low_number_brings_one_offer_and_only_a_new_one_brings_it_again() -> None:
    held = hold(steps({"kind": "actions"}, RATE, LATER))
    held.go("rate").say("5")
    offer = held.view.offers[0]
    assert (offer.say, offer.to, offer.plain_yes) == ("Smaller?", "Actions", True)
    held.say("n")
    assert not held.view.offers
    held.say("6")
    assert len(held.view.offers) == 1
    held.say("y")
    assert (held.talk.spot, held.view.next_hint) == (Spot("actions"), "back to Rate")
    held.say("A small thing", "", "")
    assert (held.talk.spot, len(held.view.offers)) == (Spot("rate"), 0)
    held.say("6")
    assert not held.view.offers
    held.say("9")
    assert not held.view.offers
    assert [one.value for one in held.record("rate").ratings[0].earlier] == [5, 6]


def test_many_low_numbers_bring_one_offer() -> None:
    held = hold(steps({"kind": "actions"}, {**RATE, "rows": ["a", "b", "c"]}))
    held.go("rate").say("1", "2", "3")
    assert len(held.view.offers) == 1
    held.say("n")
    assert not held.view.offers


def test_at_the_follow_up_a_bare_number_rates_anew_and_the_question_stands() -> None:
    held = hold(steps({"kind": "rate", "follow": ["What makes it that?", "And one more?"]}))
    held.say("5", "8")
    assert (held.body.cells[0].value, held.view.question) == (8, "What makes it that?")
    held.say("8 of us said so")
    assert held.remarks("rate") == ["8 of us said so"]


def test_the_numbers_of_last_time_stand_beside_for_each_person() -> None:
    rate = {"kind": "rate", "rows": ["Plan"], "each": "person"}
    for compare, was in (("last", [3, 4]), (None, [None, None])):
        framework = steps({**rate, **({"compare": compare} if compare else {})})
        before = hold(framework)
        before.say("3", "4")
        held = hold(framework, past=Past(sessions=(before.session,)))
        assert [one.was for one in held.body.cells] == was


# -- link


def test_two_numbers_tie_whichever_comes_first() -> None:
    link = {"kind": "link", "from": "ways", "to": "blocks", "tie": "gets round"}
    held = hold(steps({"id": "ways", "kind": "notes"}, {"id": "blocks", "kind": "notes"}, link))
    held.say("w1", "w2", "", "b1", "")
    assert held.body.alone == (1, 2, 3)
    held.say("3 1")
    assert [(one.a, one.b) for one in held.body.ties] == [(1, 3)]
    assert held.body.alone == (2,)
    assert "cannot be tied" in held.refused("1 2")
    assert "2 5" in held.say("the first, I think").said[0]
    held.say("/unlink 4")
    assert held.body.ties == ()


# -- actions


def test_an_action_is_asked_field_by_field_and_takes_a_pick_by_its_number() -> None:
    actions = {"kind": "actions", "from": "choose", "fields": ["what", "by when", "who"], "at_most": 1}
    held = hold(steps(OPTIONS, actions, LATER))
    held.say("1 2", "")
    assert held.view.place_name == "what, for: One"
    held.say("2")
    assert (held.view.question, held.view.next_hint) == ("By when?", "leave it open")
    assert held.say("in two weeks").said == ("Saturday 5 December 2026.",)
    held.say("Something of my own")
    held.say("")
    assert (held.view.place_name, held.talk.spot) == ("what", Spot("actions"))
    assert [one.say for one in held.view.offers] == ["2 so far; the idea is 1 at most."]
    assert [(one.what, one.source, one.due) for one in held.body.actions] == [
        ("Two", "Two", "2026-12-05"),
        ("Something of my own", "One", ""),
    ]
    assert "in words" in held.refused("1 2")
    assert held.refused("3") == "There is no number 3 here."
    held.say("")
    assert held.talk.spot == Spot("later")


# -- agreement

AGREE = {
    "kind": "agreement",
    "clauses": ["We listen.", "It stays here."],
    "audiences": ["coachee", "line manager", "SLT"],
    "limits": ["Harm is passed on."],
    "presets": {
        "Topic only": dict.fromkeys(["attendance", "topic"], "yes")
        | dict.fromkeys(["points", "actions", "ratings", "feedback"], "no")
    },
}


def agreed(held: Held) -> Agreement:
    """What is in force."""
    assert held.session.agreement is not None
    return held.session.agreement


def test_empty_lines_accept_all_that_stands() -> None:
    held = hold(steps(AGREE, LATER))
    assert held.view.next_hint == "agreed as it stands"
    held.say("")
    assert all(one.accepted == ("Sam", "Alex") for one in held.body.clauses)
    assert held.view.question == "What may the line manager hear?"
    held.say("")
    assert (held.view.question, held.view.next_hint) == ("Read the limits aloud.", "heard by everyone")
    held.say("")
    assert held.talk.spot == Spot("later")
    assert [one.by for one in held.record("agreement").limits_read] == [SAM.id, ALEX.id]
    assert agreed(held).levels["line manager"]["topic"] == "yes"


def test_clauses_are_struck_reworded_and_agreed_with_ok() -> None:
    held = hold(steps(AGREE))
    held.say("ok", "It stays between the two of us")
    assert [(one.text, one.accepted) for one in held.body.clauses] == [
        ("We listen.", ("Sam", "Alex")),
        ("It stays between the two of us", ("Sam", "Alex")),
    ]
    held.go("agreement").say("n")
    assert [one.text for one in held.body.clauses] == ["It stays between the two of us"]
    assert [one.text for one in agreed(held).clauses] == ["It stays between the two of us"]


def test_the_table_is_answered_cell_by_cell_or_by_a_usual_agreement() -> None:
    held = hold(steps(AGREE))
    held.say("", "n", "y", "ask first")
    assert held.view.place_name == "what was promised"
    assert held.say("topic").said == ("For the line manager: Topic only.",)
    assert held.view.question == "What may SLT hear?"
    assert "usual" in held.say("only the head").said[0]
    levels = agreed(held).levels["line manager"]
    assert (levels["attendance"], levels["topic"], levels["points"]) == ("yes", "yes", "no")
    assert held.remarks("agreement") == ["only the head"]


def test_answers_that_change_nothing_are_agreed_to_as_well() -> None:
    held = hold(steps({**AGREE, "clauses": []}))
    held.say("y")
    assert agreed(held).levels["line manager"]["attendance"] == "yes"


def test_leaving_by_a_command_agrees_to_nothing() -> None:
    held = hold(steps(AGREE, LATER))
    held.say("/next")
    assert (held.talk.spot, held.session.agreement) == (Spot("later"), None)


def test_a_consent_undone_is_on_record_and_can_be_given_again() -> None:
    held = hold(steps(AGREE, LATER))
    held.say("y", "/undo")
    assert held.body.clauses[0].accepted == ("Sam",)
    assert [one.verdict for one in held.record("agreement").acceptances] == ["accepted", "accepted", "withdrawn"]
    assert held.view.next_hint == "agreed as it stands"
    held.say("")
    assert held.body.clauses[0].accepted == ("Sam", "Alex")


# -- review


def a_week_later(*actions: str) -> Held:
    """A follow-up to a talk in which these things were promised."""
    framework = steps({"kind": "review", "when": "follow-up", "show": ["text"]}, {"kind": "text"}, {"kind": "actions"})
    before = hold(framework, session_id="session000000000")
    before.go("text").say("What I wanted then")
    before.go("actions")
    for one in actions:
        before.say(one, "Friday")
    clock = FixedClock(START + timedelta(days=7))
    seed = before.session.model_copy(
        update={"id": "session000000001", "started": clock.now, "follows": before.session.id}
    )
    past = past_for(seed, [before.session])
    return hold(framework, past=past, clock=clock, follows=before.session.id)


def test_a_review_goes_through_what_was_promised() -> None:
    held = a_week_later("Email", "Ask Jo", "Nothing")
    assert (held.view.place_name, held.view.next_hint) == ("Email", "Ask Jo")
    assert held.body.actions[0].by_when == "Friday 27 November 2026"
    held.say("done: it was short", "stu", "St George's day got in between")
    assert held.remarks("review") == ["St George's day got in between"]
    held.say("1 dropped, not needed")
    assert held.view.place_name == "Nothing"
    held.say("")
    assert held.talk.spot == Spot("text")
    told = [(one.status, one.learned) for one in held.record("review").events]
    assert told == [("dropped", "not needed"), ("stuck", "")]
    held.go("review")
    assert held.view.place_name == "Nothing"


def test_a_review_shows_what_was_said_then() -> None:
    held = a_week_later("Email")
    (then,) = held.view.shown
    assert (then.title, then.lines, then.since) == ("Text", ("What I wanted then",), "Saturday 21 November 2026")


def test_with_nothing_promised_a_review_takes_remarks() -> None:
    held = a_week_later()
    assert held.say("It went well").said == ("Kept as a remark.",)


# -- rounds, and what is part of the talk


def test_a_round_runs_over_people_named_live_and_those_named_later() -> None:
    held = hold(everything(), people=(SAM, ALEX))
    held.go("who").say("Jo", "Kim")
    order = [held.session.framework.step("who").id]
    while held.talk.spot.step != "worth-checking":
        if held.talk.spot.step == "them":
            order.append(held.view.title)
        held.say("/next")
    assert order[1:] == ["From where Jo stands", "From where Kim stands"]
    held.go("who").say("Lou")
    assert sum(line.endswith("From where Lou stands") for line in held.say("/where").page) == 1


def test_roles_move_one_seat_for_each_and_a_round_may_stop() -> None:
    held = hold(everything())
    held.go("who").say("Jo", "Kim", "")
    held.say("/go now sit where Jo")
    assert held.view.speaks == "Teller: Sam, Questioner: Alex, Observer: Sam"
    held.say("/go now sit where Kim")
    assert held.view.speaks == "Teller: Alex, Questioner: Sam, Observer: Alex"
    held.say("/go From where Jo")
    assert [(one.say, one.plain_yes) for one in held.view.offers] == [
        ("1 more in this round. The round may stop here.", False)
    ]
    held.say("y is a note here", "", "/yes")
    assert held.talk.spot == Spot("worth-checking")


def test_in_a_round_over_people_the_words_are_theirs() -> None:
    framework = steps(
        {"kind": "text", "title": "Last word"}, round=[{"id": "r", "for_each": "people", "steps": ["text"]}]
    )
    held = hold(framework)
    held.say("Mine", "", "Yours")
    assert [record.passages[0].by for record in (held.record(f"text@{SAM.id}"), held.record(f"text@{ALEX.id}"))] == [
        SAM.id,
        ALEX.id,
    ]


def test_an_item_dropped_while_we_stand_in_it_leads_on_to_the_next() -> None:
    held = hold(
        steps(
            {"id": "who", "kind": "notes"},
            {"id": "them", "kind": "text"},
            LATER,
            round=[{"id": "r", "for_each": "who", "steps": ["them"]}],
        )
    )
    held.say("Jo", "Kim", "")
    held.talk.editor.drop(held.talk.spot.item or "")
    assert held.view.next_hint == "next: Text (Kim)"
    held.say("")
    assert "Kim" in held.view.title


@pytest.mark.parametrize(
    ("when", "more", "there"),
    [
        ("remote", {}, False),
        ("remote", {"setting": "remote"}, True),
        ("group", {}, False),
        ("group", {"people": (SAM, ALEX, SAM.model_copy(update={"id": "x", "name": "Kim"}))}, True),
        ("first", {}, True),
        ("first", {"follows": "session000000000"}, False),
        ("follow-up", {}, False),
        ("follow-up", {"follows": "session000000000"}, True),
    ],
)
def test_steps_for_some_talks_only(when: str, more: dict[str, Any], there: bool) -> None:
    held = hold(steps({"kind": "text", "when": when}, LATER), **more)
    assert (held.talk.spot == Spot("text")) is there


def test_optional_and_private_steps_say_so() -> None:
    held = hold(steps({"kind": "text", "optional": True, "private": True}))
    assert (held.view.optional, held.view.private) == (True, True)


def test_how_people_meet_is_told_by_the_first_answer() -> None:
    held = hold(shipped("grow"))
    held.say("2", "")
    assert (held.session.setting, held.view.title) == ("remote", "On the call")
