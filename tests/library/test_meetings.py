"""Meetings to come: only what the newest session of a thread says counts."""

from datetime import UTC, date, datetime

import pytest
from tests.support.held import ANN, BEN, holding, with_roles

from coachtui.library.cards import Card, card_of
from coachtui.library.meetings import meetings, newest_of_each_thread
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


def test_who_met_again_since_is_not_met_on_the_older_date() -> None:
    assert days(card("bbbb", "20", "no date"), card("aaaa", "14", "2026-11-30")) == []


def test_the_same_two_with_changed_chairs_are_one_thread() -> None:
    swapped = card("bbbb", "20", "2026-12-01", with_roles(BEN, ANN))
    assert days(swapped, card("aaaa", "14", "2026-11-30")) == [date(2026, 12, 1)]


def test_sessions_without_people_are_threads_by_what_they_follow() -> None:
    first, second = card("aaaa", "14", "2026-11-30", ()), card("bbbb", "20", "2026-12-01", (), "aaaa")
    other = card("cccc", "19", "2026-12-02", ())
    assert days(second, other, first) == [date(2026, 12, 1), date(2026, 12, 2)]
    assert [one.id for one in newest_of_each_thread((second, other, first))] == ["bbbb", "cccc"]


def test_one_that_is_planned_is_a_meeting() -> None:
    working = holding(session="aaaa").working
    planned = working.session.model_copy(update={"started": None, "planned": datetime(2026, 11, 25, 9, tzinfo=UTC)})
    document = to_document(working)
    found = card_of(parse(encode({**document, "started": None, "planned": planned.planned})))
    assert found is not None
    assert days(found) == [date(2026, 11, 25)]
