"""Where things are taken from and what is shown: every `from`, `to`, `start_with`, `show`, `board`, `row`, `lift`.

Pure; touches no disk.
"""

from collections.abc import Iterable, Iterator

from coachtui.framework.base import Facet, Source, Taken
from coachtui.framework.mistakes import Mistake, listed, quoted, suggestion
from coachtui.framework.models import Board
from coachtui.framework.outline import Entry, Outline
from coachtui.framework.pieces import Piece
from coachtui.framework.steps import BaseStep, ChooseStep, NotesStep, RateStep, ReviewStep
from coachtui.framework.troubles import Path

#: The kinds whose records hold things that can be taken.
FEEDS = ("notes", "choose", "actions", "text", "rate", "agreement")

Canvas = NotesStep | Board


def check_references(entry: Entry, step: BaseStep, outline: Outline) -> Iterator[Mistake]:
    """Every reference of one step."""
    piece = entry.piece
    for name in ("from_", "to", "start_with"):
        source = getattr(step, name, None)
        if isinstance(source, Source):
            yield from check_source(piece, (name.rstrip("_"),), source, outline, entry.place)
    if isinstance(step, NotesStep) and step.start_with is not None and step.start_with.step is not None:
        yield from _sortable(piece, step.start_with.step, outline)
    for name in ("rows", "columns"):
        taken = getattr(step, name, None)
        if isinstance(taken, Taken):
            yield from check_source(piece, (name, "from"), taken.from_, outline, entry.place)
    yield from _shown(entry, step, outline)
    if isinstance(step, NotesStep):
        yield from _on_board(entry, step, outline)
    if isinstance(step, ChooseStep) and step.lift is not None:
        yield from _lifted(entry, step, step.lift, outline)


def _sortable(piece: Piece, name: str, outline: Outline) -> Iterator[Mistake]:
    """What is sorted are notes that people wrote; an answer that stands in the framework is none."""
    found = outline.steps.get(name)
    if found is not None and isinstance(found.model, ChooseStep) and found.model.options:
        what = f"The step {quoted(piece.local(name))} chooses from options of its own, and only what people wrote can be sorted."
        yield piece.mistake(("start_with",), what, "Name a step of notes, or one that chooses from notes.")


def check_board(entry: Entry, board: Board, outline: Outline) -> Iterator[Mistake]:
    """Where a board's rows and columns are taken from: a step before the first that fills it."""
    users = outline.on_board(entry.id)
    before = users[0].place if users else len(outline.steps)
    for name, taken in (("rows", board.rows), ("columns", board.columns)):
        if isinstance(taken, Taken):
            yield from check_source(entry.piece, (name, "from"), taken.from_, outline, before)


def _shown(entry: Entry, step: BaseStep, outline: Outline) -> Iterator[Mistake]:
    # A review shows what was said last time, so it may name steps that come later in the file.
    before = None if isinstance(step, ReviewStep) else entry.place
    for number, name in enumerate(step.show):
        found = outline.step_or_board(entry.piece, ("show", number), name, before=before)
        if isinstance(found, Mistake):
            yield found


# -- from ------------------------------------------------------------------------------------------------------------


def check_source(piece: Piece, path: Path, source: Source, outline: Outline, before: int) -> Iterator[Mistake]:
    """One `from`: what it names is there, comes earlier, holds something, and has the rows and tags that narrow it."""
    if (source.step is None) == (source.board is None):
        what = "This is to name either a step or a board, and one of the two only."
        yield piece.mistake(path, what, 'Write for example from = "options", or from = { board = "circles" }.')
    elif source.board is not None:
        yield from _from_board(piece, path, source, outline, before)
    else:
        yield from _from_step(piece, path, source, outline, before)


def _from_board(piece: Piece, path: Path, source: Source, outline: Outline, before: int) -> Iterator[Mistake]:
    name = source.board or ""
    found = outline.canvas_named(piece, (*path, "board"), name)
    if isinstance(found, Mistake):
        yield found
        return
    users = outline.on_board(name)
    if users and all(one.place >= before for one in users):
        what = f"Nothing is written on the board {quoted(piece.local(name))} before this step."
        yield piece.mistake((*path, "board"), what, "Move this step below one that fills the board.")
    if isinstance(found.model, Board):
        steps = [one.model for one in users if isinstance(one.model, NotesStep)]
        yield from _narrowed(piece, path, source, [found.model, *steps], found.model)


def _from_step(piece: Piece, path: Path, source: Source, outline: Outline, before: int) -> Iterator[Mistake]:
    found = outline.step(piece, (*path, "step"), source.step or "", before=before)
    if isinstance(found, Mistake):
        yield found
        return
    if found.model is None:
        return
    name = quoted(piece.local(found.id))
    if found.kind not in FEEDS:
        what = f"The step {name} is of kind {quoted(found.kind)}, and there is nothing in it that could be taken."
        yield piece.mistake((*path, "step"), what, f"Name a step of kind {listed(FEEDS[:4])}.")
        return
    if isinstance(found.model, NotesStep):
        canvas = outline.canvas(found.model)
        if canvas is not None:
            yield from _narrowed(
                piece, path, source, [canvas, found.model, *_sorted_from(found.model, outline)], canvas
            )
        return
    narrowing = [
        key for key in ("tagged", "not_tagged", "row", "not_row", "column", "rings", "type") if getattr(source, key)
    ]
    for key in narrowing:
        what = f"Only notes have a {key.removeprefix('not_').removesuffix('s').removesuffix('ged')}, and {name} is of kind {quoted(found.kind)}."
        yield piece.mistake((*path, key), what, 'Take it out, or name a step of kind "notes".')


def _sorted_from(step: NotesStep, outline: Outline) -> list[Canvas]:
    """The step whose notes are sorted here: its tags and types come along."""
    if step.start_with is None:
        return []
    entry = outline.steps.get(step.start_with.origin)
    if entry is None or not isinstance(entry.model, NotesStep):
        board = outline.board(step.start_with.board)
        return [board] if board else []
    canvas = outline.canvas(entry.model)
    return [entry.model, *([canvas] if canvas is not None else [])]


def _narrowed(piece: Piece, path: Path, source: Source, holders: list[Canvas], canvas: Canvas) -> Iterator[Mistake]:
    rows, columns = names_of(canvas, "rows"), names_of(canvas, "columns")
    rings = None if rows is None or columns is None else [*columns, *rows]
    tags = [tag for one in holders for tag in one.tags]
    types = [name for one in holders for name in one.types]
    yield from _known(piece, (*path, "row"), source.row, rows, "row")
    yield from _known(piece, (*path, "column"), source.column, columns, "column")
    yield from _known(piece, (*path, "type"), source.type, types, "type")
    yield from _all_known(piece, (*path, "tagged"), source.tagged, tags, "tag")
    yield from _all_known(piece, (*path, "not_tagged"), source.not_tagged, tags, "tag")
    yield from _all_known(piece, (*path, "not_row"), source.not_row, rows, "row")
    yield from _all_known(piece, (*path, "rings"), source.rings, rings, "ring")


def names_of(canvas: Canvas | RateStep, side: str) -> list[str] | None:
    """The names of rows or columns; None where they are only known in the conversation."""
    facets: tuple[Facet, ...] | Taken = getattr(canvas, side)
    if isinstance(facets, Taken):
        return None
    names = [one.name for one in facets]
    if side == "rows" and isinstance(canvas, Board) and canvas.centre is not None:
        names.insert(0, canvas.centre)
    return names


def _all_known(piece: Piece, path: Path, names: Iterable[str], known: list[str] | None, sort: str) -> Iterator[Mistake]:
    for number, name in enumerate(names):
        yield from _known(piece, (*path, number), name, known, sort)


def _known(piece: Piece, path: Path, name: str | None, known: list[str] | None, sort: str) -> Iterator[Mistake]:
    if name is not None and known is not None and name not in known:
        what = f"There is no {sort} {quoted(name)} there."
        yield piece.mistake(path, what, suggestion(name, known, none=f"It has no {sort}s with names; take this out."))


# -- boards ----------------------------------------------------------------------------------------------------------


def _on_board(entry: Entry, step: NotesStep, outline: Outline) -> Iterator[Mistake]:
    piece = entry.piece
    if step.board is None:
        for key in ("row", "column"):
            if getattr(step, key) is not None and "board" not in piece.data:
                what = f"{quoted(key)} says where on a board the notes stand, and this step names no board."
                yield piece.mistake((key,), what, f'Add board = "…", or write {key}s = [ … ] for {key}s of its own.')
        return
    found = outline.canvas_named(piece, ("board",), step.board)
    if isinstance(found, Mistake):
        yield found
        return
    for key in ("layout", "rows", "columns", "fixed"):
        if key in step.model_fields_set:
            what = f"This step is on a board, so {quoted(key)} belongs to the board."
            yield piece.mistake((key,), what, "Move the line into the [[board]] or take it out.", key=True)
    if not isinstance(found.model, Board):
        return
    for key, name in (("row", step.row), ("column", step.column)):
        if name is not None:
            yield from _seat(entry, (key,), name, found.model, outline)


def _seat(entry: Entry, path: Path, name: str, board: Board, outline: Outline) -> Iterator[Mistake]:
    """The row or column of a board that a step fills: a name, or the one whose turn it is in a round."""
    side = f"{path[0]}s"
    round_ = outline.round_of(entry.id)
    if round_ is None or name != f"{{{round_.call_it}}}":
        known = names_of(board, side)
        if "{" in name:
            what = f"{quoted(name)} is not the word of a round that repeats this step."
            remedy = f"Write {quoted('{' + round_.call_it + '}')}." if round_ else "Put the step into a [[round]]."
            yield entry.piece.mistake(path, what, remedy)
        elif known is None:
            only = [board.centre] if side == "rows" and board.centre else []
            if name not in only:
                what = f"The board takes its {side} from an earlier step, so none of them is called {quoted(name)} yet."
                yield entry.piece.mistake(path, what, suggestion(name, only, none="Take the line out, or use a round."))
        else:
            yield from _known(entry.piece, path, name, known, str(path[0]))
        return
    if not _same_items(round_.for_each, getattr(board, side), outline):
        what = (
            f"The round goes through {_each(entry.piece, round_.for_each)}, and these are not the {side} of the board."
        )
        remedy = "Let the board take them from the same step: " + f'{side} = {{ from = "…" }}.'
        yield entry.piece.mistake(path, what, remedy)


def _same_items(for_each: str | tuple[str, ...], facets: tuple[Facet, ...] | Taken, outline: Outline) -> bool:
    if isinstance(facets, Taken):
        return facets.from_.step == for_each
    if for_each == "roles":
        for_each = outline.head.roles if outline.head else ()
    return not isinstance(for_each, str) and set(for_each) <= {one.name for one in facets}


def _each(piece: Piece, for_each: str | tuple[str, ...]) -> str:
    return quoted(piece.local(for_each)) if isinstance(for_each, str) else listed(for_each, "and")


def _lifted(entry: Entry, step: ChooseStep, name: str, outline: Outline) -> Iterator[Mistake]:
    found = outline.step_or_board(entry.piece, ("lift",), name, before=entry.place)
    if isinstance(found, Mistake):
        yield found
        return
    if "from" not in entry.piece.data:
        what = "A note is moved up one row, and this step does not say from where notes are chosen."
        yield entry.piece.mistake(("lift",), what, 'Add from = { board = "…" } or from = "…".')
    model = found.model
    canvas = outline.canvas(model) if isinstance(model, NotesStep) else model
    if found.kind and found.kind != "notes":
        what = f"The step {quoted(entry.piece.local(name))} has no rows; it is of kind {quoted(found.kind)}."
        yield entry.piece.mistake(("lift",), what, 'Name a board, or a step of kind "notes", with rows.')
    elif isinstance(canvas, NotesStep | Board) and len(names_of(canvas, "rows") or ()) < 2:
        what = f"{quoted(entry.piece.local(name))} has no rows in an order, so nothing can move up."
        yield entry.piece.mistake(
            ("lift",), what, 'Give it rows by name, the highest first, such as rows = ["Going well", "Not yet"].'
        )
