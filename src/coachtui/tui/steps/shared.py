"""What several kinds are drawn with: a numbered line, a note of who said it. Pure functions."""

from collections.abc import Iterable, Sequence

from coachtui.talk.view import ActionLine, Entry
from coachtui.tui.widgets.lines import Act, Item, Line, Look, Piece, Say, cell_len, fit, line, width_of, wrap

#: Cells taken by the number before an entry.
NUMBER = 4


def numbered(
    number: int | str,
    text: str,
    width: int,
    *,
    look: Look = "",
    marks: Sequence[str] = (),
    act: Act | None = None,
) -> list[Line]:
    """A wrapped text with its quiet number before it, and short marks behind it."""
    room = max(1, width - NUMBER)
    rows = wrap(text, room)
    found: list[Line] = []
    for at, row in enumerate(rows):
        before = f"{number:>2}  " if at == 0 else " " * NUMBER
        found.append((Piece(before, "quiet", act), Piece(row, look, act)))
    return _marked(found, rows[-1], marks, room)


def _marked(found: list[Line], last: str, marks: Sequence[str], room: int) -> list[Line]:
    """The marks behind the last row where they fit, else on a row of their own."""
    if not marks:
        return found
    words = " · ".join(marks)
    if cell_len(last) + cell_len(words) + 3 <= room:
        found[-1] = (*found[-1], Piece(f" · {words}", "quiet"))
    else:
        found.extend(line(" " * NUMBER + row, "quiet") for row in wrap(words, room))
    return found


def far(one: Entry | ActionLine) -> tuple[str, ...]:
    """The mark of how far a thing goes, where that differs from what its step usually does."""
    word = one.travels or ("private" if one.private else "")
    return (word,) if word else ()


def entry(one: Entry, width: int, *, look: Look = "", act: Act | None = None) -> list[Line]:
    """A numbered entry with its marks, and the wordings it had before."""
    marks = (*one.marks, *far(one))
    found = numbered(one.label, one.text, width, look=look, marks=marks, act=act or Item(one.id))
    for wording in one.earlier:
        found.extend(numbered("", f"before: {wording}", width, look="quiet"))
    return found


def entries(many: Iterable[Entry], width: int) -> list[Line]:
    """Entries one below the other."""
    return [row for one in many for row in entry(one, width)]


def answers(
    words: Sequence[tuple[str, str]], width: int, *, first: str = "", between: str = " · ", now: str = ""
) -> list[Line]:
    """What could be answered, each a click that says it: what stands there, and the line that is said. Wrapped between them.

    `first` stands before them; `now` is the line that was said, in brackets.
    """
    if cell_len(first) >= width:
        return [*quiet(first.strip(), width), *answers(words, width, between=between, now=now)]
    rows: list[Line] = [(Piece(first, "quiet"),) if first else ()]
    for shown, said in words:
        gap = Piece(between, "quiet")
        chosen = bool(now) and said == now
        piece = Piece(fit(f"[{shown}]" if chosen else shown, width), "here" if chosen else "quiet", Say(said))
        if width_of(rows[-1]) + gap.width + piece.width > width:
            rows.append(())
        begun = bool(rows[-1]) and rows[-1] != (Piece(first, "quiet"),)
        rows[-1] = (*rows[-1], *([gap] if begun else []), piece)
    return [row for row in rows if row]


def quiet(text: str, width: int) -> list[Line]:
    """A wrapped text, said quietly."""
    return [line(row, "quiet") for row in wrap(text, width)]
