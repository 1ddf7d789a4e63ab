"""`coachtui list`: all sessions, newest first."""

from typing import TYPE_CHECKING, Any

import click

from coachtui.cli.common import Settings, home_option, json_option, json_out, lines_out, note, pass_settings, width

if TYPE_CHECKING:
    from coachtui.library.shelf import Book
    from coachtui.session.models import Session


@click.command(name="list")
@click.option("--with", "person", metavar="NAME", help="Only those this person takes part in.")
@json_option
@home_option
@pass_settings
def command(settings: Settings, person: str | None, as_json: bool) -> None:
    """List sessions, newest first."""
    desk = settings.desk()
    wanted = desk.naming.must(person).id if person is not None else None
    books = [one for one in desk.shelf().books if wanted is None or _takes_part(one, wanted)]
    if as_json:
        json_out({"sessions": [_as_json(one) for one in books]})
        return
    if not books:
        note("There are no sessions here yet. coachtui start begins one.")
        return
    lines_out(_line(one) for one in books)


def _takes_part(book: "Book", person: str) -> bool:
    return book.session is not None and book.session.person(person) is not None


def _as_json(book: "Book") -> dict[str, Any]:
    session = book.session
    if session is None:
        return {"id": book.id or None, "path": str(book.path), "unreadable": book.reason}
    from coachtui.session.wording import topic

    return {
        "id": session.id,
        "path": str(book.path),
        "framework": {"id": session.framework.id, "name": session.framework.name},
        "people": [{"id": one.id, "name": one.name, "role": one.role} for one in session.people],
        "topic": topic(session),
        "topic_private": book.card is not None and book.card.topic_private,
        "planned": _iso(session.planned),
        "started": _iso(session.started),
        "ended": _iso(session.ended),
        "follows": session.follows,
        "versions": book.versions,
        "newer": bool(book.newer),
    }


def _iso(moment: Any) -> str | None:
    return moment.isoformat() if moment is not None else None


def _line(book: "Book") -> str:
    from coachtui.report.page import shortened

    session = book.session
    if session is None:
        return f"----  {reason_of(book)}"
    people = ", ".join(one.name for one in session.people) or "-"
    when = session.started or session.planned
    day = f"{when:%d %b %Y %H:%M}" if when else "no date          "
    versions = f"{book.versions} versions" if book.versions > 1 else ""
    newer = "from a newer coachtui" if book.newer else ""
    # The topic comes last: it is what may be cut off.
    parts = [session.id[:4], day, session.framework.name, people, _state(session), versions, newer, _topic(book)]
    return shortened("  ".join(one for one in parts if one), width())


def _topic(book: "Book") -> str:
    """What it was about; a list is looked at by more than one pair of eyes, so a private topic is not told."""
    card = book.card
    return "" if card is None else "a private topic" if card.topic_private else card.topic


def _state(session: "Session") -> str:
    if session.started is None:
        return "planned"
    return "" if session.ended is not None else "open"


def reason_of(book: "Book") -> str:
    """Why it cannot be shown, with its file named once, fit for a terminal."""
    from coachtui.text import visible

    name = visible(book.path.name)
    reason = visible(book.reason.replace(str(book.path), book.path.name))
    return reason if reason.startswith(name) else f"{name}: {reason}"
