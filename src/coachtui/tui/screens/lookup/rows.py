"""How one row of the list looks: a session or a commitment, with what was found in it. Pure; touches nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coachtui.library.cards import Card
from coachtui.library.ledger import Promise
from coachtui.library.promises import STILL_OPEN
from coachtui.library.search import Entry, begins, hit_in, spans
from coachtui.tui.widgets.lines import Act, Line, Look, Piece, cut, line, pad, paragraph

#: Cells left of a row: the sign stands in them; and of what belongs to it.
IN, DEEPER = "   ", " " * 6
HIDDEN = "in a private line"
#: What stands for a topic that is private while private things are out of sight.
HIDDEN_TOPIC = "a private topic"


@dataclass(frozen=True, slots=True)
class Manner:
    """How rows are drawn: for what width, on what day, with what in sight."""

    width: int
    today: date
    names: bool = False
    private: bool = False
    words: tuple[str, ...] = ()


def session_row(
    entry: Entry, manner: Manner, act: Act, *, here: bool, versions: int = 1, timed: bool = False
) -> list[Line]:
    """A session: its day (`timed`: with the time), format and state; what was found in it on a line of its own."""
    card = entry.card
    sign = " > " if here else IN
    look: Look = "here" if here else ""
    if card is None:
        return _unreadable(entry, manner, sign)
    when = card.when
    state = "open" if card.started and not card.ended else "planned" if not card.started else ""
    time = f"{when.astimezone():%H:%M}" if when is not None and timed else ""
    more = [time, f"{versions} versions" if versions > 1 else "", "from a newer coachtui" if entry.newer else ""]
    people = ", ".join(one.name for one in card.people) if manner.names else ""
    tail = " · ".join(one for one in (*more, people, _topic(card, manner)) if one)
    pieces = (
        Piece(f"{sign}{pad(f'{when.astimezone():%d %b %Y}' if when else 'no date', 13)}", look, act),
        Piece(pad(card.framework_name, 28), look or "strong", act),
        Piece(pad(state, 9), "good", act),
        Piece(tail, "quiet", act),
    )
    return [cut(pieces, manner.width - 1), *_found(entry, manner, act)]


def _topic(card: Card, manner: Manner) -> str:
    """What it was about, once names are in sight; a private one only together with private lines."""
    if not manner.names or not card.topic:
        return ""
    if card.topic_private:
        return f"private: {card.topic}" if manner.private else HIDDEN_TOPIC
    return card.topic


def _unreadable(entry: Entry, manner: Manner, sign: str) -> list[Line]:
    """A file that cannot be read, and why; its name is said once."""
    name = entry.path.name
    words = entry.reason.replace(str(entry.path), name)
    told = words if words.startswith(name) else f"{name} cannot be read: {words}"
    rows = paragraph(told, manner.width - len(IN) - 2, "warn")
    return [(Piece(IN if at else sign, "here"), *row) for at, row in enumerate(rows)]


def _found(entry: Entry, manner: Manner, act: Act) -> list[Line]:
    hit = hit_in(entry, manner.words)
    if hit.said is None:
        return []
    more = f"  +{hit.more}" if hit.more else ""
    if hit.said.private and not manner.private:
        return [line(f"{DEEPER}{HIDDEN}{more}", "quiet", act)]
    mark = "private: " if hit.said.private else ""
    room = manner.width - len(DEEPER) - len(more) - 2
    pieces = (Piece(DEEPER, "", act), Piece(mark, "warn", act), *snippet(hit.said.text, manner.words, act))
    return [(*cut(pieces, room + len(DEEPER)), Piece(more, "quiet", act))]


def snippet(text: str, words: Sequence[str], act: Act | None = None) -> list[Piece]:
    """A text from a little before the first word that was found, with each of them marked."""
    marked, start = spans(text, words), begins(text, words)
    pieces: list[Piece] = [Piece("… ", "quiet", act)] if start else []
    done = start
    for begin, end in marked:
        pieces += [Piece(text[done:begin], "", act), Piece(text[begin:end], "picked", act)]
        done = end
    return [one for one in (*pieces, Piece(text[done:], "", act)) if one.text]


def promise_row(one: Promise, manner: Manner, act: Act, *, here: bool) -> list[Line]:
    """A commitment: what, then whose it is, when it is due, how it stands."""
    told = one.open
    sign = " > " if here else IN
    look: Look = "here" if here else "strong" if told.status in STILL_OPEN else "quiet"
    if one.private and not manner.private:
        what = [Piece("a private promise", "here" if here else "quiet", act)]
    else:
        what = [Piece(f"{told.action.text}{' (private)' if one.private else ''}", look, act)]
        what = snippet(what[0].text, manner.words, act) if manner.words and not here else what
    first = cut((Piece(sign, "here" if here else "", act), *what), manner.width - 1)
    who = told.who if manner.names else told.who_role or "somebody else"
    late = told.status in STILL_OPEN and told.action.due is not None and told.action.due < manner.today
    when = due_words(told.action.due, manner.today) if told.action.due else told.action.fields.get("by when", "")
    status = "" if told.status == "open" else told.status
    facts = " · ".join(fact for fact in (status, told.framework, f"{told.promised:%d %b %Y}") if fact)
    second = (
        Piece(f"{DEEPER}{who}", "quiet", act),
        Piece(f" · {when}" if when else "", "" if late else "quiet", act),
        Piece(f" · {facts}", "quiet", act),
    )
    return [first, cut(second, manner.width - 1)]


def due_words(due: date, today: date) -> str:
    """A day as people say it from here: tomorrow, on Friday, due Friday 13 November."""
    days = (due - today).days
    near = {-1: "due yesterday", 0: "today", 1: "tomorrow"}
    if days in near:
        return near[days]
    if 1 < days < 7:
        return f"on {due:%A}"
    day = f"{due:%A} {due.day} {due:%B}" + (f" {due.year}" if due.year != today.year else "")
    return f"due {day}" if days < 0 else f"on {day}"
