"""What stands in the empty entry line, what is said on leaving only, and the questions of single options."""

from tests.talk.holding import hold, steps

LATER = {"kind": "text", "id": "later"}


def test_a_follow_up_question_says_that_words_are_kept_beside_the_answer() -> None:
    held = hold(
        steps({"kind": "text", "lines": "one", "hint": "In one sentence", "follow": ["How close is that?"]}, LATER)
    )
    assert held.view.hint == "In one sentence"
    held.say("late starts")
    assert held.view.hint == "More is added to it; /mend puts it another way"
    held.say("")
    assert held.view.question == "How close is that?"
    assert held.view.hint == "A few words, or leave it"
    held.say("very")
    assert held.remarks("text") == ["very"]


def test_a_look_back_says_what_can_be_said_of_a_promise() -> None:
    held = hold(steps({"kind": "review"}, LATER))
    assert held.view.hint == "", "nothing was promised"


def test_where_many_lines_are_one_answer_more_may_follow() -> None:
    held = hold(steps({"kind": "text", "hint": "Whatever comes"}, LATER))
    held.say("calm")
    assert held.view.hint == "More may follow"


TIES = steps(
    {"kind": "notes", "id": "ways"},
    {"kind": "notes", "id": "blocks"},
    {"kind": "link", "from": "ways", "to": "blocks"},
)


def test_a_link_says_with_signs_that_are_there_how_to_tie() -> None:
    held = hold(TIES)
    held.say("/go link")
    assert held.view.hint == "", "nothing to tie yet"
    held.say("/go ways", "a door", "/go blocks", "a wall", "/go link")
    assert held.view.hint == "One from each list: 1 A"


def test_two_tie_however_they_are_joined() -> None:
    for words in ("1 a", "A 1", "1A", "1-A", "1 and a", "a + 1", "1 – A", "1 with a.", "1 1", "1 and 1", "1-1"):
        held = hold(TIES)
        held.say("a door", "/go blocks", "a wall", "/go link", words)
        assert [(one.a, one.b) for one in held.body.ties] == [("1", "A")], words
    held = hold(TIES)
    held.say("a door", "/go blocks", "a wall", "/go link", "a door opens a wall")
    assert held.body.ties == ()
    assert held.remarks("link") == ["a door opens a wall"]


def test_how_many_there_are_is_said_on_leaving_and_not_in_the_first_of_two_columns() -> None:
    held = hold(steps({"kind": "notes", "columns": ["now", "then"], "at_least": 3, "follow": ["Which?"]}, LATER))
    held.say("one")
    assert not held.view.offers
    held.say("")
    assert [(one.say, one.leaving) for one in held.view.offers] == [("1 so far; 3 or more is the idea.", True)]
    held.say("")
    assert held.view.question == "Which?"
    assert not held.view.offers


def test_the_question_of_an_option_stands_beside_it_once_it_is_picked() -> None:
    held = hold(steps({"kind": "choose", "options": ["One", {"name": "Two", "ask": ["What would two be?"]}]}, LATER))
    assert not any(one.marks for one in held.body.entries)
    held.say("2")
    assert [one.marks for one in held.body.entries] == [(), ("What would two be?",)]
