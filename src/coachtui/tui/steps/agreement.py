"""The agreement, one part at a time: the clauses, the table of what goes to whom, or the limits to read aloud.

Only the part where the entry line stands is drawn: a whole agreement is more than two people can take in at once.
"""

from collections.abc import Sequence

from coachtui.framework.contents import content_words
from coachtui.framework.steps import Level
from coachtui.session.spot import Place
from coachtui.talk.view import AgreementBody, ClauseLine, LevelCell
from coachtui.tui.steps.shared import NUMBER, answers, numbered, quiet
from coachtui.tui.widgets.lines import EMPTY, Line, Look, Piece, Say, Stand, cell_len, fit, line, pad, paragraph, wrap

WORDS: dict[Level, str] = {"no": "no", "ask": "ask first", "yes": "yes"}
#: In the table, where `ask first` would make every column wider than its heading.
SHORT: dict[Level, str] = {"no": "no", "ask": "ask", "yes": "yes"}
#: In the order in which they stand below the table.
LEVELS: tuple[Level, ...] = ("yes", "ask", "no")
#: What can be said to a clause, and how.
ACCEPTED = (("y it stands", "y"), ("n strike it out", "n"))
#: What can be said to all clauses at once.
SENTENCES = (("y they hold", "y"), ("n one by one", "n"))
#: What can be said to an agreement that is shown again, and to a table told as a whole.
AGAIN = (("y it stands", "y"), ("n go through it", "n"))
WHOLE = (("y that is right", "y"), ("n row by row", "n"))
LOOKS: dict[Level, Look] = {"no": "quiet", "ask": "", "yes": "good"}


def draw(body: AgreementBody, width: int) -> list[Line]:
    """What is to be warned of, and the clauses, the table or the limits, by where the entry line stands; or all of it."""
    warned = [row for one in body.warnings for row in paragraph(one, width, "warn", first="! ")]
    return [*warned, *_part(body, width)]


def _part(body: AgreementBody, width: int) -> list[Line]:
    if body.again:
        return _whole(body, width)
    if body.whole:
        return [*_clauses(body, width), *_answers(body, SENTENCES, width)]
    if any(clause.here for clause in body.clauses):
        return [*_clauses(body, width), *_answers(body, ACCEPTED, width)]
    if any(cell.here for cell in body.table):
        levels = [] if body.hangs else answers([(WORDS[one], one) for one in LEVELS], width)
        agreed = quiet("agreed to by " + ", ".join(body.agreed), width) if body.agreed else [EMPTY]
        return [*_table(body, width), *agreed, *levels]
    if body.told:
        lines = [row for one in body.told for row in paragraph(one, width, first=" " * NUMBER)]
        return [*lines, *_answers(body, WHOLE, width), *_presets(body, width)]
    return _limits(body, width) or _clauses(body, width)


def _answers(body: AgreementBody, words: Sequence[tuple[str, str]], width: int) -> list[Line]:
    """What answers the question here; nothing while another short question waits for its own answer."""
    return [] if body.hangs else answers(words, width, first=" " * NUMBER)


def _presets(body: AgreementBody, width: int) -> list[Line]:
    """The usual agreements, a line each: its number, its name and what it means; a click says its name."""
    if not body.presets or body.hangs:
        return []
    lines = [EMPTY, *quiet("or a usual agreement, by its number:", width)]
    for at, (name, means) in enumerate(body.presets, 1):
        act, room = Say(name), max(1, width - NUMBER)
        number = Piece(f"{at:>2}  ", "quiet", act)
        if cell_len(name) + 2 + cell_len(means) <= room:
            lines.append((number, Piece(name, "", act), Piece(f"  {means}", "quiet", act)))
        else:
            lines.append((number, Piece(fit(name, room), "", act)))
            lines += [line(" " * NUMBER + row, "quiet", act) for row in wrap(means, room)]
    return lines


def _whole(body: AgreementBody, width: int) -> list[Line]:
    """What was agreed before, as it stands: all of it, the table in words."""
    stands = [row for one in body.stands for row in paragraph(one, width, first=" " * NUMBER)]
    return [*_answers(body, AGAIN, width), *stands, *_limits(body, width), *_clauses(body, width)]


def _clauses(body: AgreementBody, width: int) -> list[Line]:
    return [row for clause in body.clauses for row in _clause(clause, width)]


def _limits(body: AgreementBody, width: int) -> list[Line]:
    found = [row for limit in body.limits for row in paragraph(limit, width, "strong", first="! ")]
    if found and body.limits_heard:
        found += quiet("heard by " + ", ".join(body.limits_heard), width)
    return found


def _clause(clause: ClauseLine, width: int) -> list[Line]:
    marks: list[str] = []
    if clause.accepted:
        marks.append("yes: " + ", ".join(clause.accepted))
    if clause.declined:
        marks.append("no: " + ", ".join(clause.declined))
    look: Look = "here" if clause.here else ""
    number = f">{clause.number}" if clause.here else clause.number
    found = numbered(number, clause.text, width, look=look, act=Stand(Place(field=clause.id)))
    return [*found, *(row for one in marks for row in quiet(" " * NUMBER + one, width))]


def _table(body: AgreementBody, width: int) -> list[Line]:
    contents = list(dict.fromkeys(cell.content for cell in body.table))
    cells = {(cell.content, cell.audience): cell for cell in body.table}
    names = max((cell_len(content_words(content)) for content in contents), default=0) + 2
    columns = [max(cell_len(audience), 4) + 2 for audience in body.audiences]
    if names + sum(columns) > width:
        return [row for cell in body.table for row in _cell_row(cell, width)]
    pairs = list(zip(body.audiences, columns, strict=True))
    found: list[Line] = [(Piece(" " * names), *(Piece(pad(name, cell), "quiet") for name, cell in pairs))]
    asked = next((cell.audience for cell in body.table if cell.here), "")
    for content in contents:
        row = (_cell(cells.get((content, audience)), cell) for audience, cell in pairs)
        # Its name leads to what is asked about it of the reader in hand.
        own = cells.get((content, asked))
        found.append((Piece(pad(content_words(content), names), act=_there(own) if own else None), *row))
    return found


def _cell(cell: LevelCell | None, width: int) -> Piece:
    if cell is None:
        return Piece(" " * width)
    word = f">{SHORT[cell.level]}" if cell.here else SHORT[cell.level]
    return Piece(pad(word, width), "here" if cell.here else LOOKS[cell.level], _there(cell))


def _cell_row(cell: LevelCell, width: int) -> list[Line]:
    text = f"{content_words(cell.content)} to {cell.audience}: {WORDS[cell.level]}"
    look: Look = "here" if cell.here else LOOKS[cell.level]
    return [line(fit(("> " if cell.here else "  ") + text, width), look, _there(cell))]


def _there(cell: LevelCell) -> Stand:
    """A click puts the entry line there; the coachee's own column is reached by it only."""
    return Stand(Place(row=cell.content, column=cell.audience))
