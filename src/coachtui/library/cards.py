"""What a list shows of a session, read straight from its document: a hundred times cheaper than the whole session.

Pure functions; touches nothing. A document that is not shaped as expected has no card; reading it whole tells why.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from coachtui.session.actions import ActionKey, fold
from coachtui.session.models import Person
from coachtui.session.records import ActionsRecord, ReviewRecord
from coachtui.session.things import Action, Event
from coachtui.text import one_line


@dataclass(frozen=True, slots=True)
class Card:
    """One session on a list.

    Attributes:
        topic: in the coachee's words, empty while it is open.
        topic_private: it was marked private, or said at a private step.
        chairs: what the framework calls whoever coaches, and whoever is coached.
        next_words: what was said about the next meeting; a day is written as 2026-11-27.
    """

    id: str
    framework: str
    framework_name: str
    people: tuple[Person, ...]
    planned: datetime | None
    started: datetime | None
    ended: datetime | None
    follows: str | None
    topic: str
    promised: tuple[Action, ...]
    events: tuple[Event, ...]
    chairs: tuple[str, str] = ("Coach", "Coachee")
    next_words: str = ""
    topic_private: bool = False

    @property
    def when(self) -> datetime | None:
        """The moment it belongs to: begun, else planned."""
        return self.started or self.planned


def card_of(document: Mapping[str, Any]) -> Card | None:
    """The card of a session's document, or None where it is not shaped as a session is."""
    try:
        return _card(document)
    except (KeyError, TypeError, ValueError, AttributeError, ValidationError):
        return None


def _card(document: Mapping[str, Any]) -> Card:
    framework, records = document["framework"], document.get("records") or {}
    promised: list[Action] = []
    events: list[Event] = []
    for record in records.values():
        if record["kind"] == "actions":
            actions = ActionsRecord.model_validate(record)
            promised.extend(one for one in actions.actions if one.gone is None)
            events.extend(one for one in actions.events if one.gone is None)
        elif record["kind"] == "review":
            events.extend(one for one in ReviewRecord.model_validate(record).events if one.gone is None)
    topic, topic_private = next(_answers(framework, records, "topic"), ("", False))
    return Card(
        id=_text(document["id"]),
        framework=_text(framework["id"]),
        framework_name=_text(framework["name"]),
        people=tuple(Person.model_validate(one) for one in document.get("people") or ()),
        planned=_moment(document.get("planned")),
        started=_moment(document.get("started")),
        ended=_moment(document.get("ended")),
        follows=_text(document["follows"]) if document.get("follows") is not None else None,
        topic=topic,
        promised=tuple(promised),
        events=tuple(events),
        chairs=_chairs(framework),
        next_words=next(_answers(framework, records, "next-date"), ("", False))[0],
        topic_private=topic_private,
    )


def open_count(cards: Sequence[Card]) -> int:
    """How many of everything that was promised is not done or dropped."""
    told: dict[ActionKey, Event] = fold(event for card in cards for event in card.events)
    statuses = [
        told[key].status if (key := (card.id, one.id)) in told else "open" for card in cards for one in card.promised
    ]
    return sum(status not in ("done", "dropped") for status in statuses)


def _answers(framework: Mapping[str, Any], records: Mapping[str, Any], means: str) -> Iterator[tuple[str, bool]]:
    """What was said at the steps that mean this, and whether it is private."""
    for step in framework["step"]:
        if step.get("means") == means:
            passages = records.get(step["id"], {}).get("passages") or ()
            for one in reversed(passages):
                if one["text"] and not one.get("gone"):
                    yield _text(one["text"]), step.get("private") is True or one.get("mark") == "private"


def _chairs(framework: Mapping[str, Any]) -> tuple[str, str]:
    """The same two roles as those of the whole framework."""
    roles = [_text(one) for one in framework.get("roles") or ()]
    coach = next((one for one in roles if one.lower() == "coach"), roles[0] if roles else "Coach")
    coachee = next((one for one in roles if one.lower() == "coachee"), roles[-1] if roles else "Coachee")
    return coach, coachee


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return one_line(value)


def _moment(value: object) -> datetime | None:
    """A moment with its offset as it stands in a document; None where there is none.

    Raises:
        ValueError: something else stands there.
    """
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError("not a moment")
    found = datetime.fromisoformat(value)
    return found if found.tzinfo else found.astimezone()
