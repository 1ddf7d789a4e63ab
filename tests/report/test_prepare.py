"""The page before a follow-up."""

from datetime import date

import pytest
from tests.support.held import BEN, holding

from coachtui.framework.steps import CONTENTS
from coachtui.library.past import past_of
from coachtui.library.promises import all_actions
from coachtui.report.hiding import without_private
from coachtui.report.prepare import prepare_lines
from coachtui.report.terminal import record_lines
from coachtui.session.models import Agreement, Person, Session, Working
from coachtui.session.spot import Spot
from coachtui.session.things import ActionRef

FIRST, SECOND = "2026-11-07T16:00:00+00:00", "2026-11-21T16:00:00+00:00"


def met() -> list[Session]:
    """Two sessions: in the second one is told of what was promised in the first."""
    one = holding(session="aaaa", start=FIRST)
    one.say(Spot("goal"), "be calmer")
    one.say(Spot("goal"), "leave at five")
    ring = one.commit(Spot("actions"), "ring the parents")
    one.commit(Spot("actions"), "tidy the desk")
    send = one.commit(Spot("actions"), "send the article")
    one.set_who(send, BEN.id)
    one.rate(Spot("commitment"), 8)
    one.say(Spot("close/leaving"), "it is allowed to be small")
    one.park("ask the head")
    drawn = one.park("start earlier")
    one.place_parked(Spot("options"), drawn)
    one.say(Spot("close/next-date"), "2026-11-21")
    two = holding(session="bbbb", start=SECOND, follows="aaaa")
    two.report(Spot("look-back/since"), ActionRef(session="aaaa", id=ring), "done", "they were kind")
    return [one.session, two.session]


def page(width: int = 80) -> str:
    """The page for Ben, who meets Ann."""
    sessions = met()
    return "\n".join(prepare_lines(past_of(sessions), all_actions(sessions), "Ann", width))


def test_open_actions_come_first_and_the_coachs_own_before_all() -> None:
    text = page()
    order = [
        "Still open",
        "send the article",
        "tidy the desk",
        "What became of the others",
        "ring the parents (Ann): done",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "learned: they were kind" in text


def test_the_goal_in_its_first_and_its_latest_wording() -> None:
    assert "first: be calmer\n  now: leave at five" in page()


def test_last_numbers_leaving_words_and_next_date_even_if_the_newest_is_still_at_its_beginning() -> None:
    text = page()
    assert "How sure I am" in text
    assert "      8" in text
    assert "it is allowed to be small" in text
    assert "Next time" not in text, "the day that was named is over"


def test_the_day_of_the_next_meeting_stands_on_it() -> None:
    sessions = met()
    text = "\n".join(prepare_lines(past_of(sessions), all_actions(sessions), "Ann", meeting=date(2026, 11, 28)))
    assert "Saturday 28 November 2026" in text.split("Next time")[1]


def test_it_says_whose_topic_and_whose_goal_it_was() -> None:
    one = holding(session="aaaa", start=FIRST)
    one.say(Spot("topic"), "the rota")
    one.say(Spot("goal"), "leave at five")
    text = "\n".join(prepare_lines(past_of([one.session]), (), "Ben"))
    assert "About (Ann): the rota" in text
    assert "The goal (Ann)\n" in text


def test_what_is_of_an_earlier_meeting_says_of_which() -> None:
    text = page()
    for name in ("The goal", "The last numbers", "Left with"):
        assert f"{name} (Ann, Saturday 7 November 2026)\n" in text


def test_with_the_newest_goal_out_of_sight_the_one_before_is_not_told_as_the_goal_of_now() -> None:
    one, two = holding(session="aaaa", start=FIRST), holding(session="bbbb", start=SECOND, follows="aaaa")
    one.say(Spot("goal"), "leave at five")
    two.mark(two.say(Spot("goal"), "leave the school"), "private")
    sessions = [one.session, without_private(two.working)[0].session]
    text = "\n".join(prepare_lines(past_of(sessions), (), "Ann"))
    assert "The goal (Ann, Saturday 7 November 2026)\n" in text
    assert "leave the school" not in text


@pytest.mark.parametrize(
    ("people", "level", "told"), [((), "no", False), ((), "ask", True), (("Kim",), "no", True), (("Kim",), "yes", True)]
)
def test_two_people_hear_of_a_group_only_where_they_agreed_something_for_one(
    people: tuple[str, ...], level: str, *, told: bool
) -> None:
    contents = [str(one) for one in CONTENTS]
    levels = {"coachee": dict.fromkeys(contents, "yes"), "group": {**dict.fromkeys(contents, "no"), "actions": level}}
    more = tuple(Person(id=one, name=one, role="Member") for one in people)
    one = holding(start=FIRST)
    session = one.session.model_copy(
        update={"agreement": Agreement(levels=levels), "people": (*one.session.people, *more)},
    )
    before = prepare_lines(past_of([session]), (), "Ann")
    whole = record_lines(Working(session, Spot("goal")))
    for lines in (before, whole):
        assert any("coachee" in line for line in lines)
        assert any("group" in line.split() for line in lines) == told


def test_only_parked_ideas_that_were_never_drawn_in() -> None:
    assert "- ask the head" in page()
    assert "start earlier" not in page()


def test_what_is_private_is_said_to_be_so() -> None:
    one = holding(session="aaaa", start=FIRST)
    for words, spot in (("the rota", "topic"), ("leave at five", "goal")):
        one.mark(one.say(Spot(spot), words), "private")
    one.mark(one.commit(Spot("actions"), "see the doctor"), "private")
    one.mark(one.park("ask the head"), "private")
    text = "\n".join(prepare_lines(past_of([one.session]), all_actions([one.session]), "Ann"))
    for words in ("the rota (private)", "leave at five (private)", "ask the head (private)"):
        assert words in text
    assert "open; promised Saturday 7 November 2026; private" in " ".join(text.split())


def test_a_first_meeting_says_so_kindly() -> None:
    lines = prepare_lines(past_of([]), [], "Ann")
    assert lines[-1] == "This is the first time: there is nothing to look back on."


@pytest.mark.parametrize("private", [False, True])
def test_what_was_said_beside_the_day_stands_with_it_unless_it_is_private(private: bool) -> None:
    one = holding(session="aaaa", start=FIRST)
    at = Spot(next(step.id for step in one.session.framework.steps if step.means == "next-date"))
    one.say(at, "2026-12-01")
    remark = one.remark(at, "tuesday week, p3, my room")
    if private:
        one.mark(remark, "private")
    text = "\n".join(prepare_lines(past_of([one.session]), (), "Ben", meeting=date(2026, 12, 1)))
    assert "Tuesday 1 December 2026" in text
    assert ("(tuesday week, p3, my room)" in text) is not private
    other = "\n".join(prepare_lines(past_of([one.session]), (), "Ben", meeting=date(2026, 12, 8)))
    assert "my room" not in other.split("Next time")[1], "it was said of another day"
