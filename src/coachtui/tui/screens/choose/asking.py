"""What is asked before a conversation begins: who is there, who of two is meant, the day of one held on paper.

Each question is a panel; Escape in any of them goes back to the wall.
"""

import asyncio
from datetime import date

from textual.app import App

from coachtui.desk import Desk
from coachtui.desk.chairs import Named
from coachtui.desk.held import held_on
from coachtui.errors import UserError
from coachtui.framework.models import Framework, People
from coachtui.library.cards import Card
from coachtui.store.people import MAX_NAME, Person
from coachtui.text import one_line
from coachtui.tui.screens.listed import Listed
from coachtui.tui.screens.panels import Ask, Page

#: The row that is none of the people known here.
NEW = "somebody else, who is new here"


async def who(app: App[None], desk: Desk, framework: Framework, group: People, minutes: int) -> list[Named] | None:
    """First names or codes; whoever is left out is called by the role. None where somebody went back."""
    about = f"{framework.name}, {minutes} minutes"
    found: list[Named] = []
    for role in (framework.coachee, framework.coach):
        name = await _name(app, desk, f"{role}: a first name, initials or a code. Enter leaves it out.", role, about)
        if name is None:
            return None
        found.append((name, role))
    if group == "two" and "two" not in framework.people:
        group = framework.people[0]
    while group != "two":
        question = "Who else is here?" if group == "three" else "Who else is here? Enter when that is everybody."
        name = await _name(app, desk, question, None, about)
        if name is None:
            return None
        if not name:
            break
        found.append((name, None))
        if group == "three":
            break
    return found


async def _name(app: App[None], desk: Desk, question: str, role: str | None, about: str) -> str | None:
    """One name, or the id of somebody who is known; empty where it was left out, None where somebody went back."""
    problem = ""
    while True:
        said = await app.push_screen_wait(Ask(f"{problem}{question}", "a first name or a code", about))
        name = one_line(said or "")
        if said is None or not name:
            return said
        if len(name) > MAX_NAME:
            problem = f"A name has at most {MAX_NAME} characters. "
            continue
        known = await asyncio.to_thread(desk.naming.list.resolve, name)
        if not isinstance(known, tuple):
            return known.id if known is not None else name
        picked = await _which(app, desk, known)
        if picked == len(known):
            return (await asyncio.to_thread(desk.naming.list.add, name, role)).id
        if picked is not None:
            return known[picked].id


async def _which(app: App[None], desk: Desk, known: tuple[Person, ...]) -> int | None:
    """Who of several is meant, by what is known of each; the number after the last is somebody new."""
    cards = (await asyncio.to_thread(desk.shelf)).cards
    rows = [(one.name, ", ".join(one.roles), _met(one.id, cards)) for one in known]
    return await app.push_screen_wait(Listed("More than one person is called that. Who is meant?", [*rows, (NEW,)]))


def _met(person: str, cards: tuple[Card, ...]) -> str:
    """When somebody was last here."""
    for card in cards:
        if card.when is not None and any(one.id == person for one in card.people):
            return f"last here {card.when.astimezone():%d %b %Y}, {card.framework_name}"
    return "not here yet"


async def day_on_paper(app: App[None], today: date) -> date | None:
    """The day of a conversation that was held on paper; None where somebody went back."""
    while True:
        question = "It was held on paper. On which day? Enter alone: today."
        said = await app.push_screen_wait(Ask(question, "such as 3 November, or last Tuesday"))
        if said is None:
            return None
        try:
            return await asyncio.to_thread(held_on, said, today) if said else today
        except UserError as error:
            await app.push_screen_wait(Page((str(error),)))
