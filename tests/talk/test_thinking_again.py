"""People think aloud, change their minds and say that it is enough: what they mean is taken, and nothing they did not."""

import pytest
from tests.talk.holding import Held, hold, shipped, steps

WAYS = {"kind": "notes", "id": "ways"}
PICK = {"kind": "choose", "id": "pick", "from": "ways"}
DAY = {"kind": "text", "id": "day", "lines": "date", "means": "next-date"}
DO = {"kind": "actions", "id": "do", "fields": ["what", "by when"]}


def picking(*picks: str) -> Held:
    """At a choice between five, with these picked."""
    held = hold(steps(WAYS, PICK))
    held.say("one on one", "a brew", "the list", "a rota", "the head")
    held.go("pick").say(*picks)
    return held


def picked(held: Held) -> list[str]:
    """What is picked now, as it stands on show."""
    return [one.text for one in held.body.entries if one.chosen]


@pytest.mark.parametrize(
    ("line", "now"),
    [
        ("just the second one", ["a brew"]),
        ("only 2", ["a brew"]),
        ("no, just 2 and 3", ["a brew", "the list"]),
        ("2 not 4", ["a brew"]),
        ("the first, not the fourth", ["one on one", "a brew"]),
        ("just 5", ["the head"]),
    ],
)
def test_what_is_chosen_and_nothing_else_is_said_in_one_line(line: str, now: list[str]) -> None:
    held = picking("2 and 4")
    held.say(line)
    assert picked(held) == now
    assert held.remarks("pick") == []


def test_a_sentence_with_just_in_it_is_no_choice() -> None:
    held = picking("2 and 4")
    held.say("just not sure about the second")
    assert picked(held) == ["a brew", "a rota"]


def test_a_choice_in_words_keeps_the_words_behind_it() -> None:
    held = picking()
    held.say("the first one, she always listens")
    assert picked(held) == ["one on one"]
    assert held.remarks("pick") == ["she always listens"]
    held.say("the second one, no wait")
    assert picked(held) == ["one on one"]


def test_the_usual_agreement_is_chosen_in_words_with_more_behind_them() -> None:
    held = hold(shipped("instant-pay-off"))
    held.say("yes", "the second one, I'd rather nothing went back")
    assert not held.reply.problem
    assert held.session.agreement is not None
    assert set(held.session.agreement.levels["line manager"].values()) == {"no"}


@pytest.mark.parametrize(
    "line",
    [
        "no thats it",
        "that's all",
        "Nothing else, thanks",
        "no, nothing more",
        "thats enough",
        "no i think that's enough for now",
    ],
)
def test_that_is_all_goes_on_where_more_is_asked_for(line: str) -> None:
    held = hold(steps(DO, {"kind": "text", "id": "last"}))
    held.say("ring her", "friday", line)
    assert [one.what for one in held.go("do").body.actions] == ["ring her"]
    held = hold(steps(WAYS, {"kind": "text", "id": "last"}))
    held.say("ring her")
    assert held.say(line).said[0] == "Nothing more, then."
    assert held.talk.spot.step == "last"
    assert [one.text for one in held.record("ways").notes] == ["ring her"]


def test_where_nothing_was_said_yet_the_same_words_are_an_answer() -> None:
    held = hold(steps(WAYS))
    held.say("nothing else")
    assert [one.text for one in held.record("ways").notes] == ["nothing else"]


def test_a_day_is_told_from_the_one_that_stands() -> None:
    held = hold(steps(DAY))
    for line, day in (
        ("friday week", "2026-12-04"),
        ("actually thursday that week", "2026-12-03"),
        ("a week later", "2026-12-10"),
        ("no 3 dec", "2026-12-03"),
    ):
        held.say(line)
        assert held.record("day").passages[-1].text == day
    assert held.remarks("day") == []


def test_who_did_not_know_the_day_first_says_it_later() -> None:
    held = hold(steps(DO))
    held.say("tell him", "dunno", "before thursday")
    (action,) = held.record("do").actions
    assert (action.fields["by when"], str(action.due)) == ("before thursday", "2026-11-26")
    held.say("", "the rota", "when it is out", "before thursday")
    assert held.record("do").actions[1].fields["by when"] == "when it is out; before thursday"


def test_a_promise_is_made_smaller_in_its_place() -> None:
    held = hold(shipped("instant-pay-off")).go("actions")
    held.say("tell Keith about all of them", "friday", "ask Kim", "monday")
    held.go("confidence").say("6", "y")
    assert held.view.question == "What would make it smaller, or who could help?"
    assert held.view.hint == "1: then smaller words, instead of 1; or what would help"
    held.say("1: just tell him about Ryan")
    assert [one.what for one in held.body.actions] == ["just tell him about Ryan", "ask Kim"]
    held.say("Lee sits in", "")
    held.say("")
    assert held.talk.spot.step == "confidence"
    held.go("actions")
    assert held.view.question == "What else will you do?"
    held.say("1: one more thing")
    assert len(held.body.actions) == 4, "a number takes a place only where that was what was come for"


def test_one_line_of_several_is_taken_out_by_its_place_or_its_words() -> None:
    held = hold(steps({"kind": "text", "id": "ideal", "lines": "many"}))
    held.say("they talk", "nobody shouts", "I could ask the head", "I could wait")
    assert held.refused("/drop I could fly").startswith("Nothing here begins with")
    held.say("/drop I could ask")
    assert held.record("ideal").passages[0].text == "they talk\nnobody shouts\nI could wait"
    held.say("/drop 2")
    assert held.record("ideal").passages[0].text == "they talk\nI could wait"
    assert "shouts" not in str(held.document()["records"])
    held.say("/undo")
    assert held.record("ideal").passages[0].text == "they talk\nnobody shouts\nI could wait"


@pytest.mark.parametrize(
    ("lines", "now", "remarks"),
    [
        (("the second one, and the first one after that maybe",), ["one on one", "a brew"], []),
        (("the rota and the second one",), ["a brew", "a rota"], []),
        (("the rota and something with Kim",), [], ["the rota and something with Kim"]),
        (("2", "1 as well"), ["one on one", "a brew"], []),
        (("2", "and the third", "also 2"), ["a brew", "the list"], []),
        (("the second one and 4, they're the same really",), ["a brew", "a rota"], ["they're the same really"]),
    ],
)
def test_several_are_chosen_as_people_say_them(lines: tuple[str, ...], now: list[str], remarks: list[str]) -> None:
    held = picking(*lines)
    assert picked(held) == now
    assert held.remarks("pick") == remarks


def test_a_number_and_what_it_is_done_with_is_that_one_with_these_words() -> None:
    held = hold(steps(WAYS, PICK, {**DO, "from": "pick"}))
    held.say("a calendar", "the head")
    held.go("pick").say("1 2")
    held.go("do").say("1 but I'd do it with Gwyn, not for him")
    (line,) = held.body.actions
    assert (line.number, line.what) == (1, "a calendar, but I'd do it with Gwyn, not for him")


@pytest.mark.parametrize(("line", "step"), [("yes ok", "actions"), ("yep", "actions"), ("no thanks", "confidence")])
def test_an_offer_is_taken_or_declined_as_people_say_it(line: str, step: str) -> None:
    held = hold(shipped("instant-pay-off")).go("actions")
    held.say("tell him", "friday")
    held.go("confidence").say("6", line)
    assert held.talk.spot.step == step
    assert held.remarks("confidence") == []


def test_what_is_about_the_number_takes_no_offer() -> None:
    held = hold(shipped("instant-pay-off")).go("confidence")
    held.say("6", "happy with that")
    assert (held.talk.spot.step, held.remarks("confidence")) == ("confidence", ["happy with that"])


@pytest.mark.parametrize("line", ["the first one. friday", "1, friday", "1: by friday"])
def test_a_promise_by_its_place_may_have_its_day_with_it(line: str) -> None:
    held = hold(steps(WAYS, PICK, {**DO, "from": "pick"}))
    held.say("a calendar", "the head")
    held.go("pick").say("1 2")
    held.go("do").say(line)
    (one,) = held.body.actions
    assert (one.what, one.due, held.body.field) == ("a calendar", "2026-11-27", "what")


def test_a_promise_by_its_place_keeps_what_is_said_with_it() -> None:
    held = hold(steps(WAYS, PICK, {**DO, "from": "pick"}))
    held.say("a calendar", "the head")
    held.go("pick").say("the first one and the last one")
    assert picked(held) == ["a calendar", "the head"]
    held.go("do").say("the second one, with Gwyn beside me")
    assert held.body.actions[0].what == "the head, with Gwyn beside me"
    held.say("")
    held.say("yes the first one too")
    assert sorted(one.what for one in held.body.actions) == ["a calendar", "the head, with Gwyn beside me"]


@pytest.mark.parametrize(
    ("words", "ours"),
    [
        ("before the next meeting", True),
        ("next time we meet", True),
        ("our next meeting, I hope", True),
        ("whenever the next meeting is, second week of december i think", False),
        ("at the next meeting of the department", False),
    ],
)
def test_the_next_meeting_is_theirs_only_where_they_call_it_so(words: str, ours: bool) -> None:
    held = hold(steps(DO, DAY))
    held.say("plan one lesson together", words)
    held.go("day").say("thursday week")
    assert (held.record("do").actions[0].due is not None) is ours


@pytest.mark.parametrize("line", ["1, on monday", "1 on monday", "the first one, by monday"])
def test_a_number_with_a_day_is_that_promise_and_leaves_the_others_alone(line: str) -> None:
    held = hold(steps(WAYS, PICK, {**DO, "from": "pick"}))
    held.say("ask Jo", "the head")
    held.go("pick").say("1 2")
    held.go("do").say("talk to Marc", "friday", line)
    assert sorted((one.what, one.due) for one in held.body.actions) == [
        ("ask Jo", "2026-11-23"),
        ("talk to Marc", "2026-11-27"),
    ]
    held.say("1, next friday" if held.view.place.field == "what" else "")
    assert {one.what for one in held.body.actions} == {"ask Jo", "talk to Marc"}
    assert next(one.due for one in held.body.actions if one.what == "ask Jo") == "2026-11-27"


def test_what_would_help_is_no_promise() -> None:
    held = hold(shipped("instant-pay-off")).go("actions")
    held.say("talk to Marc", "friday")
    held.go("confidence").say("6", "y", "if Gareth knew and asked me after")
    assert [one.what for one in held.body.actions] == ["talk to Marc"]
    assert held.remarks("actions") == ["if Gareth knew and asked me after"]
    held.say("ask Gareth to ask me after")
    assert len(held.body.actions) == 2
