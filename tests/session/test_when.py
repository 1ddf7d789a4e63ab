"""A day, and what somebody said of it: nothing that was said is dropped, and nothing is said twice."""

from datetime import date

import pytest

from coachtui.session.when import said_beside, short_day, when_words

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "words",
    [
        *("Tuesday", "by Tuesday", "Tue", "24 Nov", "24/11", "24.11.", "2026-11-24", "Tuesday 24 November 2026"),
        *("the 24th", "tomorrow", "in three days", "next Tuesday", "a week on Tuesday", "this Tue 24.11.26", ""),
    ],
)
def test_what_only_names_the_day_is_not_said_again(words: str) -> None:
    assert said_beside(words, DAY) == ""
    assert when_words(words, DAY) == "Tuesday 24 November 2026"


@pytest.mark.parametrize(
    "words",
    [
        "Tuesday after lunch",
        "Tuesday at 3.45",
        "24 Nov, period 3",
        "before school on Tuesday",
        "Tue 15:30",
        "by the 24th, Jo too",
    ],
)
def test_what_says_more_stands_beside_the_day(words: str) -> None:
    assert said_beside(words, DAY) == words
    assert when_words(words, DAY) == f"Tuesday 24 November 2026 ({words})"


def test_words_without_a_day_stand_alone() -> None:
    assert when_words("after half-term", None) == "after half-term"
    assert short_day(DAY) == "Tue 24 Nov 2026"
