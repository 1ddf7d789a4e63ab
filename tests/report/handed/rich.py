"""One made-up conversation in which everything that can be said was said, and what was agreed for three readers."""

from datetime import date, datetime

from tests.strategies.given import CountingMint
from tests.support.held import stepping

from coachtui.framework.models import Framework
from coachtui.session.editor import SessionEditor
from coachtui.session.models import Agreement, Person, Session, Working
from coachtui.session.spot import Spot
from coachtui.session.things import ActionRef

ZOE = Person(id="zoe0", name="Zoë", role="Coachee")
PRIYA = Person(id="priya0", name="Priya", role="Coach")

FRAMEWORK = {
    "id": "rich",
    "name": "A bit of everything",
    "words": "I want all of it",
    "summary": "Made up for tests.",
    "use_when": "Something is to be shown.",
    "not_when": "Somebody needs help.",
    "family": "think",
    "minutes": [30],
    "step": [
        {"id": "since", "kind": "review", "stage": "Look back", "title": "Since last time", "ask": ["What came of it?"]},
        {"id": "topic", "kind": "text", "stage": "Topic", "title": "Our topic", "ask": ["What about?"], "means": "topic"},
        {"id": "own", "kind": "text", "stage": "Topic", "title": "For the coach", "ask": ["And you?"], "private": True},
        {
            "id": "sorted", "kind": "notes", "stage": "Boards", "title": "Helps and hinders", "layout": "columns",
            "columns": ["Helps", "Gets in the way"], "ask": ["What helps?"], "follow": ["What else?"],
        },
        {
            "id": "grid", "kind": "notes", "stage": "Boards", "title": "What first", "layout": "grid",
            "rows": ["Soon", "Later"], "columns": ["Big", "Small"], "ask": ["What first?"],
        },
        {
            "id": "seen", "kind": "notes", "stage": "Boards", "title": "One moment", "layout": "rows",
            "rows": ["Me", "A colleague"], "ask": ["Who saw what?"],
        },
        {"id": "ways", "kind": "notes", "stage": "Ways", "title": "Ways round", "ask": ["What could you do?"]},
        {
            "id": "pick", "kind": "choose", "stage": "Ways", "title": "What I go for",
            "from": "ways", "ask": ["Which?"],
        },
        {
            "id": "link", "kind": "link", "stage": "Ways", "title": "What helps which", "tie": "helps with",
            "from": "ways", "to": "sorted", "ask": ["Which helps?"],
        },
        {
            "id": "sure", "kind": "rate", "stage": "Numbers", "title": "How sure I am", "scale": [1, 10],
            "ends": ["not at all", "as good as done"], "ask": ["How sure?"],
        },
        {
            "id": "matrix", "kind": "rate", "stage": "Numbers", "title": "Now and by summer", "scale": [1, 5],
            "rows": ["Energy", "Time"], "columns": ["Now", "By summer"], "ask": ["How much?"],
        },
        {"id": "do", "kind": "actions", "stage": "Way forward", "title": "What I will do", "ask": ["What will you do?"]},
        {
            "id": "how", "kind": "text", "stage": "Close", "title": "How we worked",
            "content": "feedback", "ask": ["How was it?"],
        },
        {
            "id": "next", "kind": "text", "stage": "Close", "title": "Next time", "lines": "date",
            "means": "next-date", "ask": ["When next?"],
        },
    ],
}  # fmt: skip

LEVELS = {
    "line manager": {
        "attendance": "yes",
        "topic": "yes",
        "points": "ask",
        "actions": "yes",
        "ratings": "ask",
        "feedback": "no",
    },
}
#: What the coachee says yes to for the line manager, by its words.
YES = ("Ask the librarian for a box: done", "Eleven of them read at home", "Time - Now: 2", "Books on the windowsill")


def rich() -> tuple[Session, tuple[Session, ...]]:
    """The conversation, and the one before it."""
    before = _editor("before0", "2026-11-02T15:00:00+00:00")
    old = before.commit(Spot("do"), "Ask the librarian for a box", by="zoe0")
    made = _editor("rich0", "2026-11-21T16:00:00+00:00", follows="before0")
    made.report(Spot("since"), ActionRef(session="before0", id=old), "done", "she had been waiting to be asked")
    made.say(Spot("topic"), "Reading in tutor time\nwith Year 8", by="zoe0")
    made.say(Spot("own"), "Do not mention the inspection", by="priya0")
    helps = made.add_note(Spot("sorted"), "Eleven of them read at home", column="Helps", by="zoe0")
    made.add_note(Spot("sorted"), "The bell is late", column="Gets in the way", by="zoe0")
    made.add_note(Spot("sorted"), "I give up in week six", column="Gets in the way", by="zoe0")
    made.remark(Spot("sorted"), "The quiet after lunch", to="What else?", by="zoe0")
    hidden = made.add_note(Spot("sorted"), "My head of year and I do not speak", column="Gets in the way", by="zoe0")
    made.mark(hidden, "private")
    made.add_note(Spot("grid"), "A box of books", row="Soon", column="Small", by="zoe0")
    made.add_note(Spot("grid"), "A timetable of readers", row="Later", column="Big", by="priya0")
    made.add_note(Spot("seen"), "Nobody looked up", row="Me", by="zoe0")
    made.add_note(Spot("seen"), "It was calm for once", row="A colleague", by="zoe0")
    books = made.add_note(Spot("ways"), "Books on the windowsill", by="zoe0")
    made.add_note(Spot("ways"), "Begin with two minutes of quiet", by="zoe0")
    made.pick(Spot("pick"), books, reason="they see them when they come in", by="zoe0")
    made.tie(Spot("link"), books, helps, "they choose for themselves")
    made.rate(Spot("sure"), 7, remark="if I tell the class today", by="zoe0")
    for row, column, value in (
        ("Energy", "Now", 3),
        ("Energy", "By summer", 4),
        ("Time", "Now", 2),
        ("Time", "By summer", 4),
    ):
        made.rate(Spot("matrix"), value, row=row, column=column, by="zoe0")
    first = made.commit(Spot("do"), "Carry the box over", by="zoe0")
    made.set_field(first, "by when", "Friday before school", due=date(2026, 11, 27))
    made.set_field(first, "support", "Sam has the key")
    made.commit(Spot("do"), "Tell the class", by="zoe0")
    made.say(Spot("how"), "You let me finish", by="zoe0")
    made.say(Spot("next"), "2026-12-05", by="zoe0")
    made.park("A reading prize?", None)
    made.end()
    return made.session.model_copy(update={"agreement": Agreement(levels=LEVELS)}), (before.session,)


def _editor(name: str, start: str, follows: str | None = None) -> SessionEditor:
    framework = Framework.model_validate(FRAMEWORK)
    session = Session(
        id=name,
        framework=framework,
        people=(ZOE, PRIYA),
        started=datetime.fromisoformat(start),
        follows=follows,
    )
    working = Working(session, Spot("topic"))
    return SessionEditor(working, stepping(start), CountingMint(1000 if follows else 0))
