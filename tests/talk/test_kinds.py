"""What a line means at each kind of step, and what an empty line does."""

from typing import Any

import pytest
from tests.talk.holding import ALEX, SAM, Held, hold, steps

from coachtui.session.spot import Spot

LATER = {"id": "later", "kind": "text", "title": "Later"}


def texts(things: Any) -> list[str]:
    """The words of things that stand."""
    return [one.text for one in things if one.gone is None]


# -- guide and text


def test_a_guide_keeps_remarks_and_an_empty_line_says_it_was_seen_by_all() -> None:
    held = hold(steps({"kind": "guide", "say": "Move your chair.", "confirm": "all"}, LATER))
    assert held.say("It squeaks").said == ("Kept as a remark; /undo takes it back.",)
    held.say("")
    assert [one.by for one in held.record("guide").seen] == [SAM.id, ALEX.id]
    assert held.talk.spot == Spot("later")


def test_a_second_line_is_added_to_one_line_of_text_and_never_takes_its_place() -> None:
    held = hold(steps({"kind": "text", "lines": "one", "keep_versions": True}, LATER))
    assert held.say("one clear thing").said == ()
    held.say("people speak up")
    assert held.view.notices == ("Added to it. y keeps only the new words.",)
    (passage,) = held.body.passages
    assert (passage.text, passage.earlier) == ("one clear thing; people speak up", ())
    held.say("/undo")
    assert held.body.passages[0].text == "one clear thing"
    assert held.view.hint == "More is added to it; /mend puts it another way"


def test_one_key_keeps_only_the_new_words_where_that_was_meant() -> None:
    held = hold(steps({"kind": "text", "lines": "one", "keep_versions": True}, LATER))
    held.say("Set 3 does no homework", "Nine of set 3 do no homework")
    assert held.say("y").said == ("It says this now; the earlier wording stays in sight.",)
    assert held.body.passages[0].text == "Nine of set 3 do no homework"
    assert held.view.notices == ()
    held.say("and it is getting worse")
    assert held.body.passages[0].text == "Nine of set 3 do no homework; and it is getting worse"


@pytest.mark.parametrize("words", ["ok", "Yes", "no"])
def test_small_words_after_an_answer_are_words(words: str) -> None:
    held = hold(steps({"kind": "text", "lines": "one", "keep_versions": True}, LATER))
    held.say("Set 3 does no homework", "Nine of set 3", words)
    assert held.body.passages[0].text == f"Set 3 does no homework; Nine of set 3; {words}"


@pytest.mark.parametrize("way", [("/go later", "/go text"), ("", "/back")])
@pytest.mark.parametrize("versions", [True, False])
def test_who_comes_back_to_an_answer_adds_to_it_and_one_key_keeps_the_new_words_alone(
    versions: bool, way: tuple[str, ...]
) -> None:
    held = hold(steps({"kind": "text", "lines": "one", "keep_versions": versions}, LATER))
    held.say("A moment in a meeting", *way)
    assert held.view.hint == "More is added to it; /mend puts it another way"
    held.say("before break")
    assert held.body.passages[0].text == "A moment in a meeting; before break"
    assert held.view.notices == ("Added to it. y keeps only the new words.",)
    said = held.say("y").said[0]
    assert said.endswith("stays in sight." if versions else "is kept.")
    # What it said before stays in sight, and not the two put together for a moment.
    assert (held.body.passages[0].text, held.body.passages[0].earlier) == (
        "before break",
        ("A moment in a meeting",) if versions else (),
    )
    assert [one.text for one in held.record("text").passages[0].earlier] == ["A moment in a meeting"]
    held.say("/undo")
    assert held.body.passages[0].text == "A moment in a meeting; before break"


def test_in_a_later_window_words_are_added_and_undo_says_what_mends() -> None:
    held = hold(steps({"kind": "text", "lines": "one", "keep_versions": True}, LATER))
    held.say("A first go")
    again = hold(held.session.framework, begin=held.talk.working)
    assert again.say("/undo").said == (
        "Nothing to undo in this window. /mend brings words back, to put them as they were.",
    )
    again.say("Better words")
    assert again.body.passages[0].text == "A first go; Better words"
    empty = hold(steps({"kind": "text"}))
    assert empty.say("/undo").said == ("Nothing to undo in this window.",)


@pytest.mark.parametrize("kind", ["text", "notes"])
def test_a_number_alone_is_handed_back_once_where_words_are_asked_for(kind: str) -> None:
    held = hold(steps({"kind": kind}, LATER))
    assert held.refused("7") == "That is only a number. The same again keeps it as it stands."
    held.say("7")
    assert [*texts(getattr(held.record(kind), "passages", ())), *texts(getattr(held.record(kind), "notes", ()))] == [
        "7"
    ]
    assert "only a number" in held.refused("8")
    held.say("words come between")
    assert "only a number" in held.refused("8")
    held.talk.asks_to_end = False
    held.say("9")  # through a pipe nobody could say it again


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
    assert held.go("text").say("when the inspection is over").said == (
        "Kept in your words: each school has its own days. Say a day as well if it should be in the calendar.",
    )
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


def test_a_note_may_be_marked_and_the_mark_never_costs_an_enter() -> None:
    held = hold(steps({"kind": "notes", "tags": ["I know", "I am guessing"], "ask_tag": True, "hint": "A note"}, LATER))
    held.say("They are tired")
    assert held.body.asked == "1 I know  2 I am guessing"
    assert (held.view.place_name, held.view.hint, held.view.next_hint) == ("", "A note", "next: Later")
    held.say("2", "They like it", "i know", "I know not what", "Nobody said so", "")
    assert held.talk.spot == Spot("later")
    held.say("/go notes", "3 i am guessing", "/tag 4 i know")
    notes = {one.text: one.tag for one in held.record("notes").notes}
    assert notes == {
        "They are tired": "I am guessing",
        "They like it": "I know",
        "I know not what": "I am guessing",
        "Nobody said so": "I know",
    }


def test_an_empty_line_after_a_note_goes_to_the_next_column_also_where_marks_are_asked_for() -> None:
    held = hold(steps({**COLUMNS, "tags": ["known", "guess"], "ask_tag": True}, LATER))
    held.say("one", "", "two")
    assert [(one.text, one.column) for one in held.record("notes").notes] == [("one", "In me"), ("two", "In others")]


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
        "a new one": (4, "not sorted yet"),
    }
    assert held.say("4 in me").said == ("Moved to In me.",)
    assert held.refused("2") == "Where does 2 belong? 2 1 puts it under In me, and so on."
    assert held.view.hint == "2 in: puts 2 under In others"
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
    held.say("/take A")
    assert held.body.parked == ()
    assert [one.text for group in held.body.groups for one in group.entries] == ["a stamp"]
    assert [one.say for one in held.view.offers] == ["1 so far; 2 or more is the idea."]
    assert held.refused("/take A").startswith("Which parked idea?")


# -- choose

OPTIONS = {"kind": "choose", "options": ["One", "Two", "Three"]}

FORMS = {"kind": "choose", "options": ["A form for homework", "Phones away", "A list on the door", "Phone home"]}


@pytest.mark.parametrize(
    ("line", "picked"),
    [
        ("one", [1]),
        ("two", [2]),
        ("the first", [1]),
        ("the second one", [2]),
        ("the last one please", [4]),
        ("number 3", [3]),
        ("I think three", [3]),
        ("the form I think", [1]),
        ("homework", [1]),
        ("the list then", [3]),
    ],
)
def test_a_choice_is_taken_in_words_where_they_plainly_mean_one(line: str, picked: list[int]) -> None:
    held = hold(steps(FORMS))
    assert held.say(line).said[0].startswith("Chosen: ")
    assert [one.number for one in held.body.entries if one.chosen is not None] == picked
    assert held.remarks("choose") == []


@pytest.mark.parametrize(
    "line",
    ["not the form", "the form or the list", "1 or 2", "a", "the form?", "one of them", "the fifth", "9, and the list"],
)
def test_what_does_not_plainly_mean_one_is_a_remark(line: str) -> None:
    held = hold(steps(FORMS))
    assert held.say(line).said[0].endswith("To choose, type the number that stands before one: 2, or 1 and 3.")
    assert held.remarks("choose") == [line]
    assert [one for one in held.body.entries if one.chosen is not None] == []


@pytest.mark.parametrize(
    ("line", "picked", "words"),
    [("1 2 and 4, phones off", [1, 2, 4], "phones off"), ("2, because of Monday", [2], "because of Monday")],
)
def test_numbers_are_chosen_and_the_words_behind_them_kept(line: str, picked: list[int], words: str) -> None:
    held = hold(steps(FORMS))
    assert held.say(line).said[-1] == "Your words are kept as a remark."
    assert [one.number for one in held.body.entries if one.chosen is not None] == picked
    assert held.remarks("choose") == [words]


def test_where_one_is_picked_no_two_are_suggested() -> None:
    held = hold(steps({**FORMS, "at_most": 1}))
    assert held.say("whatever").said[0].endswith("To choose, type the number that stands before one.")


def picks(held: Held) -> list[str]:
    """What is picked, in order."""
    return [one.text for one in sorted(held.body.entries, key=lambda one: one.chosen or 0) if one.chosen]


@pytest.mark.parametrize("polite", ["1 and 3 please", "1 and 3, thanks", "1, 3 thank you."])
def test_a_please_behind_numbers_is_no_remark(polite: str) -> None:
    held = hold(steps(OPTIONS, LATER))
    assert held.say(polite).said == ()
    assert picks(held) == ["One", "Three"]
    assert held.record("choose").remarks == ()


def test_numbers_and_names_pick_and_pick_again_takes_back() -> None:
    held = hold(steps(OPTIONS, LATER))
    held.say("1 3")
    assert picks(held) == ["One", "Three"]
    assert held.say("1").said == ("Taken back.", "Chosen now: 3. A number alone takes it out again.")
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


FOUR = {"kind": "choose", "options": [{"name": one} for one in ("One", "Two", "Three", "Four")]}


def now(told: str) -> str:
    """How it is said what is chosen."""
    return f"Chosen now: {told}. A number alone takes it out again."


def test_after_a_change_it_is_said_what_is_chosen_now() -> None:
    held = hold(steps(FOUR))
    assert held.say("1 and 3").said == (), "nothing was chosen before"
    assert held.say("no, not that, the other one, 4").said[-1] == now("1 and 3"), "a remark chooses nothing"
    assert held.say("4").said == (now("1, 3 and 4"),)
    assert held.say("1 and 4").said == (now("1 and 4"),), "several of them said anew are the choice now"
    assert picks(held) == ["One", "Four"]
    assert held.say("/undo").said
    assert picks(held) == ["One", "Three", "Four"], "one line, one undo"
    held.say("2", "2")
    assert held.say("none").said == ("Nothing is chosen.",)
    held.say("1 2")
    assert held.say("3 4").said == (now("1, 2, 3 and 4"),), "none of these was chosen: they come to it"


@pytest.mark.parametrize("line", ["not 3", "without 3", "take out 3", "No, not number 3.", "3 out", "leave out 3"])
def test_a_number_is_taken_out_in_words(line: str) -> None:
    held = hold(steps(FOUR))
    assert held.say("1 3", line).said == ("Taken back.", now("1"))
    assert (picks(held), held.remarks("choose")) == (["One"], [])
    assert held.say(line).said == ("Not chosen: 3.", now("1"))
    assert "no number 7" in held.refused("not 7")
    held.say("1")
    assert held.say(line).said == ("Nothing is chosen.",)


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
    assert held.say("1").said == ("Taken back.", "Nothing is chosen.")


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
    held.say("", "more", "/back", "1", "")
    assert held.talk.spot == Spot("later")
