"""Days as people say them, on Saturday 21 November 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachtui.talk.dates import read_day, said_of_day, spoken, spoken_if_day
from coachtui.talk.next_promise import is_next_promise

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Friday", "2026-11-27"),
        ("fri", "2026-11-27"),
        ("by Friday", "2026-11-27"),
        ("next Friday", "2026-11-27"),
        ("Friday week", "2026-12-04"),
        ("a week tues, lunch", "2026-12-01"),
        ("a week on Tuesday", "2026-12-01"),
        ("this week sunday", "2026-11-22"),
        ("by Friday at the latest", "2026-11-27"),
        ("first thing Monday", "2026-11-23"),
        ("Tuesday break", "2026-11-24"),
        ("on Thursday period 3", "2026-11-26"),
        ("tomorrow", "2026-11-22"),
        ("today", "2026-11-21"),
        ("21/11", "2026-11-21"),
        ("28/11", "2026-11-28"),
        ("3/4", "2027-04-03"),
        ("1.12.", "2026-12-01"),
        ("1.12.26", "2026-12-01"),
        ("28 Nov", "2026-11-28"),
        ("May 5", "2027-05-05"),
        ("the 3rd", "2026-12-03"),
        ("31st", "2026-12-31"),
        ("in two weeks", "2026-12-04"),
        ("in a fortnight", "2026-12-04"),
        ("2026-12-01", "2026-12-01"),
        ("thursday before break", "2026-11-26"),
        ("Thursday \u2013 before break", "2026-11-26"),
        ("by 4 dec", "2026-12-04"),
        ("by the 4th of December if we can", "2026-12-04"),
        ("mon 30 nov before break", "2026-11-30"),
        ("friday lunch", "2026-11-27"),
        ("friday, or monday if I must", "2026-11-27"),
        ("some time next week", "2026-11-27"),
        ("a week on Friday", "2026-12-04"),
        ("monday next week", "2026-11-23"),
        ("not on friday, on tuesday", "2026-11-24"),
        ("in a month", "2026-12-21"),
        ("Thursday in two weeks, after school", "2026-12-10"),
        ("in two weeks on Thursday", "2026-12-10"),
        ("Thursday in a fortnight", "2026-12-10"),
        ("the Thursday after next", "2026-12-03"),
    ],
)
def test_days_are_read(words: str, day: str) -> None:
    assert read_day(words, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "words",
    [
        "no date",
        "3",
        "may",
        "Dec",
        "December 2026",
        "2027",
        "10 30",
        "at 4",
        "a",
        "soon",
        "before half-term",
        "31/02",
        "after the inspection",
        "when I see Jo",
        "every so often",
        "40th",
        "in 5000 years",
        "\u0663/\u0664",
        "Friday " * 60,
        "after Friday",
        "every friday",
        "before friday's assembly",
        "when the sun is out",
        "with 3/4 of the class",
        "in 999 months",
    ],
)
def test_other_words_are_no_day(words: str) -> None:
    assert read_day(words, TODAY) is None


@given(st.text(max_size=70))
def test_any_words_are_read_without_a_complaint(words: str) -> None:
    day = read_day(words, TODAY)
    assert said_of_day(day, words).endswith(".")


@pytest.mark.parametrize(
    ("today", "words", "said"),
    [
        # On a Sunday nobody calls tomorrow "next Monday".
        ("2026-11-22", "next monday", "Monday 30 November 2026, in 8 days."),
        ("2026-11-22", "monday", "Monday 23 November 2026."),
        ("2026-11-23", "this friday", "Friday 27 November 2026."),
        ("2026-11-23", "next friday", "Friday 4 December 2026, in 11 days."),
        # Two weeks from a Saturday or a Sunday: the school day that is nearest.
        ("2026-11-21", "in two weeks", "Friday 4 December 2026, in 13 days."),
        ("2026-11-22", "in two weeks", "Monday 7 December 2026, in 15 days."),
    ],
)
def test_a_day_named_by_how_far_off_it_is_is_said_so_that_a_wrong_one_is_seen(
    today: str, words: str, said: str
) -> None:
    now = date.fromisoformat(today)
    assert said_of_day(read_day(words, now), words, now) == said


def test_a_day_is_said_as_people_say_it() -> None:
    assert spoken(date(2026, 12, 1)) == "Tuesday 1 December 2026"
    assert spoken_if_day("2026-12-01") == "Tuesday 1 December 2026"
    assert spoken_if_day("some time") == "some time"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2 weeks", date(2026, 12, 4)),
        ("two weeks", date(2026, 12, 4)),
        ("a week", date(2026, 11, 27)),
        ("next dept meeting, 2 weeks", date(2026, 12, 4)),
        ("first thing tomoz", date(2026, 11, 22)),
        ("tomorow", date(2026, 11, 22)),
        ("tommorow", date(2026, 11, 22)),
        ("wensday", date(2026, 11, 25)),
        ("before break on thrusday", date(2026, 11, 26)),
        ("for two weeks", None),
        ("one day", None),
        ("sundry", None),
        ("tursday", None),  # Tuesday and Thursday are equally near
        ("mondays", None),
    ],
)
def test_a_length_of_time_alone_and_common_slips_are_read(words: str, day: date | None) -> None:
    assert read_day(words, TODAY) == day


@pytest.mark.parametrize(
    "words",
    [
        "ring Priya first thing tomoz, ask about the mark scheme",
        "ring Priya on Friday",
        "I'll set up a form for parents",
        "Jo to order the paper",
    ],
)
def test_a_promise_is_told_from_a_day(words: str) -> None:
    assert is_next_promise(words, holds_a_day=read_day(words, TODAY) is not None)


@pytest.mark.parametrize(
    "words",
    [
        "when the head says so",
        "in the holidays",
        "after parents evening",
        "thursday before break",
        "I'll ask her on Friday",
        "staff meeting on Friday",
        "as soon as I can",
        "start of next term",
        "try for friday maybe",
        "say friday week then",
        "leave it open for now",
        "wait for the head",
        "ask Jo",
        "can we ask Jo about it?",
        "sometime before half term",
        "year 9 parents evening",
        "have no idea yet",
    ],
)
def test_words_that_may_be_a_time_stay_with_the_day(words: str) -> None:
    assert not is_next_promise(words, holds_a_day=read_day(words, TODAY) is not None)
