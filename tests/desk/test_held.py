"""The day of a conversation that was held on paper."""

from datetime import date

import pytest

from coachtui.desk.held import held_on
from coachtui.errors import UserError

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("3 November", date(2026, 11, 3)),
        ("on 3 Nov", date(2026, 11, 3)),
        ("3/11", date(2026, 11, 3)),
        ("21.11.", date(2026, 11, 21)),
        ("2026-11-03", date(2026, 11, 3)),
        ("last Tuesday", date(2026, 11, 17)),
        ("Tuesday", date(2026, 11, 17)),
        ("yesterday", date(2026, 11, 20)),
        ("today", TODAY),
        ("2 weeks ago", date(2026, 11, 7)),
        ("28 December", date(2025, 12, 28)),
    ],
)
def test_days_as_people_say_them(words: str, day: date) -> None:
    assert held_on(words, TODAY) == day


@pytest.mark.parametrize("words", ["tomorrow", "2026-11-22", "1 December 2026", "in two weeks"])
def test_the_future_is_refused(words: str) -> None:
    with pytest.raises(UserError, match="has not come yet"):
        held_on(words, TODAY)


@pytest.mark.parametrize("words", ["", "banana", "5", "3rd", "November", "31/2", "x" * 5000, "9" * 50, "٣ November"])
def test_what_is_no_day_is_told(words: str) -> None:
    with pytest.raises(UserError, match="No day could be read"):
        held_on(words, TODAY)
