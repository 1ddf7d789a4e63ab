"""The next meeting and the actions with a date, as a calendar file. icalendar folds and escapes; it is loaded when needed.

Every event is a whole day, without a reminder, without anybody to be invited.
"""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from coachtui.errors import UserError
from coachtui.sharing import Shared

if TYPE_CHECKING:
    from icalendar import Event

#: Ids of events are made from what is in them, so that the same sheet gives the same file, and a second import no second event.
_SPACE = UUID("6f0f7a4e-7f0e-5d0c-9c0a-2f6b3a1f5e21")


def calendar_file(shared: Shared) -> bytes:
    """The sheet's days as the bytes of a calendar file. UserError where there are none."""
    from icalendar import Calendar

    days = dict.fromkeys(_days(shared))
    if not days:
        raise UserError(
            "There is no day for a calendar in what is shared here.", "A next date or an action with a day makes one."
        )
    calendar = Calendar()
    calendar.add("prodid", "-//coachtui//EN")
    calendar.add("version", "2.0")
    for day, summary, more in days:
        calendar.add_component(_event(day, summary, more))
    return bytes(calendar.to_ical())


def has_days(shared: Shared) -> bool:
    """Whether there is a day for a calendar."""
    return bool(_days(shared))


def _days(shared: Shared) -> list[tuple[date, str, str]]:
    found = [(shared.next_date, "Coaching conversation", "")] if shared.next_date else []
    return [*found, *((one.due, one.what, f"who: {one.who}") for one in shared.promises if one.due)]


def _event(day: date, summary: str, more: str) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", str(uuid5(_SPACE, f"{day.isoformat()}\0{summary}\0{more}")))
    # The file does not tell when it was made.
    event.add("dtstamp", datetime(day.year, day.month, day.day, tzinfo=UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", summary)
    if more:
        event.add("description", more)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event
