"""Meetings to come: only what the newest session of a thread says counts."""

from datetime import UTC, date, datetime

import pytest
from tests.support.held import ANN, BEN, holding, with_roles

from coachtui.library.cards import Card, card_of
from coachtui.library.meetings import card_threads, meetings
from coachtui.session.document import to_document
from coachtui.session.models import Person
from coachtui.session.spot import Spot
from coachtui.store.jsonfile import encode, parse

CLEO = Person(id="cleo0", name="Cleo", role="Coachee")
TODAY = date(2026, 11, 21)


def card(
    session: str, day: str, said: str = "", people: tuple[Person, ...] = (ANN, BEN), follows: str | None = None
) -> Card:
    """The card of a session that was held on a day, and what was said about the next one."""
    editor = holding(session=session, people=people, start=f"2026-11-{day}T16:00:00+00:00", follows=follows)
    if said:
        editor.say(Spot("close/next-date"), said)
    found = card_of(parse(encode(dict(to_document(editor.working)))))
    assert found is not None
    return found


def days(*cards: Card) -> list[date]:
    """The days of the meetings to come; cards are handed in newest first."""
    return [one.day for one in meetings(cards, TODAY)]


def test_the_nearest_comes_first_and_today_counts() -> None:
    mine = card("aaaa", "14", "2026-11-30")
    theirs = card("bbbb", "13", "2026-11-21", (CLEO, BEN))
    assert days(mine, theirs) == [date(2026, 11, 21), date(2026, 11, 30)]


@pytest.mark.parametrize("said", ["", "no date", "2026-11-20", "soon"])
def test_what_is_no_day_to_come_is_no_meeting(said: str) -> None:
    assert days(card("aaaa", "14", said)) == []


@pytest.mark.parametrize("said", ["", "no date", "soon"])
def test_a_day_stands_though_a_later_conversation_names_none(said: str) -> None:
    assert days(card("bbbb", "20", said), card("aaaa", "14", "2026-11-30")) == [date(2026, 11, 30)]


@pytest.mark.parametrize("said", ["cancelled", "It's cancelled.", "called off", "2026-11-20"])
def test_a_day_goes_when_it_is_called_off_or_another_is_named(said: str) -> None:
    assert days(card("bbbb", "20", said), card("aaaa", "14", "2026-11-30")) == []


def test_a_day_is_over_once_these_people_have_met_on_it() -> None:
    assert days(card("bbbb", "21"), card("aaaa", "14", "2026-11-21")) == []
    assert days(card("bbbb", "20"), card("aaaa", "14", "2026-11-21")) == [date(2026, 11, 21)]


def test_the_day_leads_to_the_newest_session_of_these_people() -> None:
    (found,) = meetings((card("bbbb", "20"), card("aaaa", "14", "2026-11-30")), TODAY)
    assert found.session == "bbbb"


def test_the_same_two_with_changed_chairs_are_one_thread() -> None:
    swapped = card("bbbb", "20", "2026-12-01", with_roles(BEN, ANN))
    assert days(swapped, card("aaaa", "14", "2026-11-30")) == [date(2026, 12, 1)]


def test_sessions_without_people_are_threads_by_what_they_follow() -> None:
    first, second = card("aaaa", "14", "2026-11-30", ()), card("bbbb", "20", "2026-12-01", (), "aaaa")
    other = card("cccc", "19", "2026-12-02", ())
    assert days(second, other, first) == [date(2026, 12, 1), date(2026, 12, 2)]
    assert [one[0].id for one in card_threads((second, other, first))] == ["bbbb", "cccc"]


def test_one_that_is_planned_is_a_meeting() -> None:
    working = holding(session="aaaa").working
    planned = working.session.model_copy(update={"started": None, "planned": datetime(2026, 11, 25, 9, tzinfo=UTC)})
    document = to_document(working)
    found = card_of(parse(encode({**document, "started": None, "planned": planned.planned})))
    assert found is not None
    assert days(found) == [date(2026, 11, 25)]
