"""`coachtui search`: full text over all sessions."""

from typing import TYPE_CHECKING, Any

import click

from coachtui.cli.common import (
    Settings,
    home_option,
    json_option,
    json_out,
    lines_out,
    needed,
    note,
    pass_settings,
    printable,
    width,
)

if TYPE_CHECKING:
    from coachtui.library.search import Entry, Said

#: What stands before each thing that was found in a session.
IN = "      "


@click.command(name="search")
@click.argument("words", nargs=-1)
@json_option
@home_option
@pass_settings
def command(settings: Settings, words: tuple[str, ...], as_json: bool) -> None:
    """Search everything that was said, in all sessions.

    Without WORDS they are asked for, so that they need not stand in the history of a shell. All of them must occur, at
    least as the beginning of a word; a name, a day or a format counts as well.
    """
    from coachtui.desk.looking import entries
    from coachtui.library.search import fits, newest_first, words_of

    asked = " ".join(words) if words else None
    wanted = words_of(needed(asked, "What are you looking for?", "What is to be looked for? coachtui search WORDS"))
    every = newest_first(entries(settings.desk()))
    found = [one for one in every if one.card is not None and fits(one, wanted, names=True)]
    if as_json:
        json_out({"sessions": [_as_json(one, wanted) for one in found]})
    elif found:
        lines_out(line for one in found for line in _lines(one, wanted))
    else:
        note("Nothing was found.")
    missing = sum(one.card is None for one in every)
    if missing:
        files = "1 file" if missing == 1 else f"{missing} files"
        note(f"{files} could not be read, so not searched. coachtui list says why.")


def _as_json(entry: "Entry", words: tuple[str, ...]) -> dict[str, Any]:
    from coachtui.library.search import hits_in

    card = entry.card
    if card is None:
        return {"id": entry.id or None, "path": str(entry.path), "unreadable": entry.reason}
    return {
        "id": card.id,
        "path": str(entry.path),
        "framework": {"id": card.framework, "name": card.framework_name},
        "people": [{"id": one.id, "name": one.name, "role": one.role} for one in card.people],
        "planned": card.planned.isoformat() if card.planned else None,
        "started": card.started.isoformat() if card.started else None,
        "ended": card.ended.isoformat() if card.ended else None,
        "hits": [
            {"thing": one.thing, "spot": one.spot or None, "text": one.text, "private": one.private}
            for one in hits_in(entry, words)
        ],
    }


def _lines(entry: "Entry", words: tuple[str, ...]) -> list[str]:
    from coachtui.library.search import hits_in
    from coachtui.report.page import shortened

    card = entry.card
    if card is None:
        return []
    when = f"{card.when:%d %b %Y %H:%M}" if card.when else "no date"
    people = ", ".join(one.name for one in card.people)
    head = "  ".join(one for one in (card.id[:4], when, card.framework_name, people) if one)
    cells = max(40, width())
    return [shortened(head, cells), *(_line(one, words, cells) for one in hits_in(entry, words))]


def _line(said: "Said", words: tuple[str, ...], cells: int) -> str:
    """A thing from a little before the first word that was found."""
    from coachtui.library.search import around
    from coachtui.report.page import shortened

    mark = "private: " if said.private else ""
    return shortened(f"{IN}{mark}{printable(around(said.text, words))}", cells)
