"""A home in which several conversations were held: two threads, a broken file, and one from a newer coachtui."""

import json
from datetime import timedelta

from tests.tui.conftest import NOW

from coachtui.desk import Conversation, Desk
from coachtui.session.models import Session

FIRST = (
    "/go topic",
    "How to say no",
    "/go goal",
    "leave school at fife",
    "/go options",
    "ask the head",
    "plan it together",
    "about Pat",
    "/private 3",
    "/go commitment",
    "6",
    "/go actions",
    "ring the parents",
    "2026-11-19",
)
SECOND = ("/go goal", "leave at five", "/go commitment", "8", "/go actions", "write the list", "2026-11-27")
OTHER = ("/go topic", "The café rota", "/go actions", "see the office", "")


def hold(
    desk: Desk,
    days: int,
    names: tuple[str, ...],
    lines: tuple[str, ...],
    *,
    end: bool = True,
    follow: str | None = None,
) -> str:
    """A conversation held so many days ago; gives its id."""
    then = Desk(desk.home, clock=lambda: NOW - timedelta(days=days), mint=desk.mint)
    conversation: Conversation = then.start("grow", [(name, None) for name in names], follow=follow)
    for line in lines:
        reply = conversation.talk.line(line)
        assert not reply.problem, (line, reply.problem)
    if end:
        conversation.talk.editor.end()
    found = conversation.session.id
    assert conversation.close()
    return found


def furnish(desk: Desk) -> tuple[str, str, str]:
    """Two talks of one thread (the second still open) and one of another; gives their ids, the oldest first."""
    first = hold(desk, 19, ("Zacharias", "Wilhelmina"), FIRST)
    other = hold(desk, 12, ("Ottoline", "Wilhelmina"), OTHER)
    second = hold(desk, 1, (), SECOND, end=False, follow=first)
    return first, other, second


def spoil(desk: Desk) -> None:
    """A file that is not JSON, and one of a format that is not known yet."""
    folder = desk.home.sessions / "2026"
    (folder / "2026-11-20-0900-grow-brok.json").write_text("{ nothing", encoding="utf-8")
    document = json.loads(next(folder.glob("*-grow-*0*.json")).read_text(encoding="utf-8"))
    document |= {"format": 99, "id": "newer00000000000", "started": "2026-11-18T09:00:00+00:00"}
    (folder / "2026-11-18-0900-grow-newe.json").write_text(json.dumps(document), encoding="utf-8")


def kept(desk: Desk, session: str) -> Session:
    """A session as it is on the disk."""
    return desk.session(session)
