"""Ties: what people type to tie the things of two lists, and what becomes of it."""

import pytest
from tests.talk.holding import Held, hold, steps

WAYS = {"id": "ways", "kind": "notes", "title": "Ways"}
BLOCKS = {"id": "blocks", "kind": "notes", "title": "Blocks"}
LINK = {"kind": "link", "from": "ways", "to": "blocks", "tie": "gets round"}


def tying(ways: int = 3, blocks: int = 6, **link: object) -> Held:
    """So many ways and blocks, at the step that ties them."""
    held = hold(steps(WAYS, BLOCKS, {**LINK, **link}))
    held.go("ways").say(*(f"way {one}" for one in range(1, ways + 1)))
    held.go("blocks").say(*(f"block {one}" for one in range(1, blocks + 1)))
    return held.go("link")


def tied(held: Held) -> list[str]:
    """The ties on show."""
    return [f"{one.a}{one.b}" for one in held.body.ties]


def test_the_second_list_begins_anew_with_letters() -> None:
    held = tying()
    assert [one.label for one in held.body.left.entries] == ["1", "2", "3"]
    assert [one.label for one in held.body.right.entries] == ["A", "B", "C", "D", "E", "F"]
    assert held.body.alone == ("1", "2", "3", "A", "B", "C", "D", "E", "F")
    assert held.view.hint == "One from each list: 1 A"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("1 and 4, 3 and 6", ["1D", "3F"]),
        ("1-4", ["1D"]),
        ("1+4 3+6", ["1D", "3F"]),
        ("1 with 4", ["1D"]),
        ("1 & 4; 3 & 6.", ["1D", "3F"]),
        ("1 gets round 4", ["1D"]),
        ("1, 4", ["1D"]),
        ("1,4,3,6", ["1D", "3F"]),
        ("6 2", ["2F"]),
        ("1 d and 3 f", ["1D", "3F"]),
        ("1d 3f", ["1D", "3F"]),
        ("D 1, F3", ["1D", "3F"]),
        ("1 A B", ["1A", "1B"]),
        ("1 and 2 with c", ["1C", "2C"]),
        ("1 -> b", ["1B"]),
    ],
)
def test_ties_are_taken_however_people_say_them(line: str, found: list[str]) -> None:
    held = tying()
    held.say(line)
    assert tied(held) == found
    assert held.remarks("link") == []
    held.say("/undo")
    assert tied(held) == [], "a line is one act"


def test_numbers_counted_in_both_lists_are_said_back_with_the_signs_that_stand_there() -> None:
    held = tying()
    assert held.say("1 and 4, 3 and 6").said == ("Tied: 1 D, 3 F.",)
    assert held.say("2 a").said == ()
    assert held.say("1 d").said == ("Tied already. /unlink 1 D takes it back.",)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("1 9", "There is no 9 in Blocks: it has A to F."),
        ("1 d, 9 a", "There is no 9 in Ways: it has 1 to 3."),
        ("1 z", "There is no Z in Blocks: it has A to F."),
        ("5 and 8", "There is no 5 in Ways: it has 1 to 3."),
        ("2", "A tie needs two things, one from each list: 1 A."),
        ("1 2 3", "A tie needs two things, one from each list: 1 A."),
        ("1 a 2", "A tie needs two things, one from each list: 1 A."),
    ],
)
def test_numbers_that_tie_nothing_are_handed_back_and_never_kept_as_words(line: str, said: str) -> None:
    held = tying()
    assert held.refused(line) == said
    assert tied(held) == []


def test_words_are_a_remark_and_what_is_said_for_a_tie_stays_with_it() -> None:
    held = tying()
    said = held.say("3 a day would be enough").said
    assert said == ("Kept as a remark; /undo takes it back. To tie two things: 1 A, one from each list.",)
    assert held.remarks("link") == ["3 a day would be enough"]
    held.say("1 a because Jo knows how")
    held.say("2 b: we have the room")
    assert [(one.a, one.b, one.said) for one in held.body.ties] == [
        ("1", "A", "because Jo knows how"),
        ("2", "B", "we have the room"),
    ]


def test_a_tie_is_taken_back_by_what_it_ties() -> None:
    held = tying()
    held.say("1 a, 1 b, 2 c")
    held.say("/unlink B 1")
    assert tied(held) == ["1A", "2C"]
    held.say("/unlink 2 and 3")
    assert tied(held) == ["1A"]
    assert held.refused("/unlink 3 a").startswith("Those two are not tied.")
    assert "/unlink 1 A" in held.refused("/unlink")


def test_commands_take_the_letters_that_stand_there() -> None:
    held = tying()
    held.say("/edit b another block")
    assert held.body.right.entries[1].text == "another block"
    held.say("/park a stamp for it")
    assert [one.text for one in held.session.parked] == ["a stamp for it"]


def test_a_list_tied_to_itself_has_one_set_of_numbers() -> None:
    held = hold(steps(WAYS, {**LINK, "to": "ways", "tie": "comes before"}))
    held.say("one", "two", "three")
    held.go("link").say("1 and 2, 2 and 3")
    assert tied(held) == ["12", "23"]
    assert held.body.alone == ()


def test_with_nothing_in_a_list_it_says_which() -> None:
    held = tying(blocks=0)
    assert held.refused("1 a") == "There is nothing in Blocks that could be tied yet."


WORDED = ("Talk to KM about the rota", "Send the agenda on Mondays")


@pytest.mark.parametrize(
    ("line", "found", "said"),
    [
        ("2 helps with D", ["2D"], ""),
        ("D is helped by 2", ["2D"], ""),
        ("I think 2 is for A and C", ["2A", "2C"], ""),
        ("1 and 2 help with d", ["1D", "2D"], ""),
        ("2 helps with 4", ["2D"], ""),
        ("talking to KM is for C", ["1C"], ""),
        ("the agenda helps with B", ["2B"], ""),
        ("2 takes the heat out of D", ["2D"], "2 takes the heat out of D"),
    ],
)
def test_a_sentence_that_can_be_meant_in_one_way_is_a_tie(line: str, found: list[str], said: str) -> None:
    held = tying(0)
    held.go("ways").say(*WORDED)
    held.go("link").say(line)
    assert tied(held) == found
    assert held.reply.said[0].startswith("Tied: ")
    assert {one.said for one in held.body.ties} == {said}
    assert held.remarks("link") == []


@pytest.mark.parametrize(
    "line",
    [
        "2 is a good idea",
        "2 does not help D",
        "does 2 help D?",
        "talk to plan B",
        "1 for the year 7 team B",
        "all of it helps D",
    ],
)
def test_what_may_be_meant_otherwise_is_kept_as_a_remark_to_the_question(line: str) -> None:
    held = tying(0, ask=["Which goes with which?"])
    held.go("ways").say(*WORDED)
    held.go("link").say(line)
    assert tied(held) == []
    assert [(one.text, one.to) for one in held.record("link").remarks] == [(line, "Which goes with which?")]


def test_what_is_private_is_marked_as_such_at_ties_and_where_it_can_be_picked() -> None:
    held = hold(steps(WAYS, BLOCKS, LINK, {"id": "pick", "kind": "choose", "from": "ways"}))
    held.go("ways").say("ring her", "wait", "/private 2")
    held.go("blocks").say("no time", "/private 1")
    sides = held.go("link").body
    assert [one.private for one in sides.left.entries] == [False, True]
    assert [one.private for one in sides.right.entries] == [True]
    assert [one.private for one in held.go("pick").body.entries] == [False, True]
