"""One conversation as three readers get it, in every format. The files are kept beside this one, to be read by a person.

`WRITE_GOLDENS=1` writes them anew; read the difference.
"""

import os
from pathlib import Path

import pytest
from icalendar import Calendar
from tests.report.handed.rich import YES, rich

from coachtui.report.handed import endings, written
from coachtui.report.handed.preview import held_back_lines, preview_lines
from coachtui.sharing import Shared, held_back, questions, share

GOLDENS = Path(__file__).parent / "goldens"
READERS = ("coachee", "line manager", "anyone")
SECRETS = ("Do not mention", "do not speak")


def answers(audience: str) -> dict[str, bool]:
    """Yes to a few things, no to the rest."""
    session, before = rich()
    return {one.key: one.words in YES for one in questions(session, audience, before)}


def shared(audience: str) -> Shared:
    """What a reader gets."""
    session, before = rich()
    return share(session, audience, answers(audience), before)


def compare(name: str, data: bytes) -> None:
    """Compare with the file of this name."""
    path = GOLDENS / name
    if os.environ.get("WRITE_GOLDENS"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    assert data == path.read_bytes()


def name_of(audience: str) -> str:
    return audience.replace(" ", "-")


@pytest.mark.parametrize("audience", READERS)
@pytest.mark.parametrize("ending", [".md", ".html", ".json"])
def test_as_a_file(audience: str, ending: str) -> None:
    compare(f"{name_of(audience)}{ending}", written(shared(audience), ending))


@pytest.mark.parametrize("audience", ["coachee", "line manager"])
def test_as_a_calendar(audience: str) -> None:
    data = written(shared(audience), ".ics")
    compare(f"{name_of(audience)}.ics", data)
    events = Calendar.from_ical(data).walk("VEVENT")
    assert [str(one["SUMMARY"]) for one in events] == ["Coaching conversation", "Carry the box over"][-len(events) :]


def test_who_gets_no_day_gets_no_calendar() -> None:
    assert endings(shared("anyone")) == (".md", ".html", ".json")
    assert ".ics" in endings(shared("coachee"))


@pytest.mark.parametrize("audience", READERS)
def test_on_one_page(audience: str) -> None:
    compare(f"{name_of(audience)}.preview.txt", "\n".join([*preview_lines(shared(audience), 80), ""]).encode())


@pytest.mark.parametrize("audience", READERS)
def test_what_stays_here(audience: str) -> None:
    session, before = rich()
    held = held_back(session, audience, answers(audience), before)
    compare(f"{name_of(audience)}.stays.txt", "\n".join([*held_back_lines(held, 80), ""]).encode())


@pytest.mark.parametrize("audience", READERS)
def test_what_is_private_is_on_no_copy(audience: str) -> None:
    for ending in endings(shared(audience)):
        page = written(shared(audience), ending).decode()
        assert not [one for one in SECRETS if one in page]


def test_the_questions_can_be_answered() -> None:
    session, before = rich()
    words = [one.words for one in questions(session, "line manager", before)]
    assert set(YES) <= set(words)
    assert all(words)
