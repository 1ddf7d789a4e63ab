"""Editing of notes and where they stand: columns, rows, tags, moves. Touches only the value."""

from coachtui.errors import UserError
from coachtui.framework.models import Board
from coachtui.framework.steps import NotesStep
from coachtui.session.boards import canvas, columns, fixed_column, fixed_row, rows
from coachtui.session.editor.base import EditorBase, brief
from coachtui.session.lookups import Found, find, name_of
from coachtui.session.records import NotesRecord
from coachtui.session.spot import Spot
from coachtui.session.things import Item, Move, Note, Placement


class Placing(EditorBase):
    """Notes, and the rows and columns they stand in."""

    def add_note(
        self,
        spot: Spot,
        text: str,
        *,
        row: str | None = None,
        column: str | None = None,
        tag: str | None = None,
        type: str | None = None,  # noqa: A002 - the field's name in the session file
        parent: str | None = None,
        by: str | None = None,
    ) -> str:
        """Keep one note. Row and column default to what the framework says of the step. Returns the note's id."""
        step = self._step(spot, NotesStep)
        if parent is not None:
            self._live(parent, Note)
        note = Note(
            id=self._mint(),
            at=self._clock(),
            by=self._by(by, spot),
            text=self._line(text),
            row=self._known_row(step, row) or fixed_row(self.session, step, spot),
            column=self._known_column(step, column) or fixed_column(self.session, step, spot),
            tag=self._one_of(tag, canvas(self.session, step).tags or step.tags, "tag"),
            type=self._one_of(type, canvas(self.session, step).types or step.types, "type"),
            parent=parent,
        )
        record = self._record(spot, NotesRecord)
        self._put(spot, record.model_copy(update={"notes": (*record.notes, note)}), brief(note.text))
        return note.id

    def move_note(self, spot: Spot, note: str, *, row: str | None = None, column: str | None = None) -> None:
        """Move a note to another row or column; where it stood before stays on record.

        A note born elsewhere keeps its home: only its place in this spot is kept here. The steps of one board share
        one canvas, so a note moves there for all of them.
        """
        step = self._step(spot, NotesStep)
        row, column = self._known_row(step, row), self._known_column(step, column)
        self._there(note)
        record = self._record(spot, NotesRecord)
        found = find(self.session, note)
        if found is not None and isinstance(found.thing, Note) and self._same_canvas(step, spot, found.spot):
            self._move_own(found, row, column)
            return
        before = next((one for one in reversed(record.placements) if one.id == note), None)
        place = Placement(
            id=note,
            row=row if row is not None else (before.row if before else fixed_row(self.session, step, spot)),
            column=column
            if column is not None
            else (before.column if before else fixed_column(self.session, step, spot)),
            at=self._clock(),
            by=self._by(None),
        )
        placements = (*record.placements, place)
        moved = record.model_copy(update={"placements": placements})
        self._put(spot, moved, brief(name_of(self.session, note)))

    def _same_canvas(self, step: NotesStep, spot: Spot, home: Spot) -> bool:
        born = self.session.framework.find(home.step)
        together = isinstance(born, NotesStep) and born.board is not None and born.board == step.board
        return home == spot or together

    def _move_own(self, found: Found, row: str | None, column: str | None) -> None:
        note = found.thing
        if not isinstance(note, Note):
            return
        now, by = self._clock(), self._by(None)
        new_row = row if row is not None else note.row
        new_column = column if column is not None else note.column
        if (new_row, new_column) == (note.row, note.column):
            return
        move = Move(from_row=note.row, from_column=note.column, row=new_row, column=new_column, at=now, by=by)
        changes = {"row": new_row, "column": new_column, "moves": (*note.moves, move), "edited": now}
        notes = self._replaced(getattr(found.record, found.list_name), note.model_copy(update=changes))
        session = self._with(found.spot, found.record.model_copy(update={found.list_name: notes}))
        self._edit(session, found.spot, brief(note.text))

    def set_tag(self, note: str, tag: str | None) -> None:
        """Tag a note, for example as known or guessed. Where the format has tags, it is one of them."""
        on = self._canvases(note)
        self._exchange(note, "tag", tag=self._one_of(tag, tuple(word for one in on for word in one.tags), "tag"))

    def set_type(self, note: str, type_: str | None) -> None:
        """Say what type of note it is, for example action or resource. Where the format has types, it is one of them."""
        on = self._canvases(note)
        self._exchange(note, "type", type=self._one_of(type_, tuple(word for one in on for word in one.types), "type"))

    def _canvases(self, note: str) -> tuple[NotesStep | Board, ...]:
        """The step a note was born in, its board, and every other step that has tags: a sorting step may have its own."""
        home = self.session.framework.find(self._live(note, Note).spot.step)
        steps = [one for one in self.session.framework.steps if isinstance(one, NotesStep)]
        own = [canvas(self.session, one) for one in steps if one is home or one.start_with is not None]
        return (*own, *(one for one in steps if one is home))

    def _one_of(self, word: str | None, known: tuple[str, ...], what: str) -> str | None:
        """A clean tag or type; one of the format's own, where it has any."""
        if word is None:
            return None
        line = self._line(word)
        if known and line not in known:
            raise UserError(f"There is no such {what} here. There are: {', '.join(dict.fromkeys(known))}.")
        return line

    def add_row(self, spot: Spot, name: str) -> str:
        """Add a row live. Returns its id. UserError where the framework fixes its rows."""
        return self._add(spot, "rows", name)

    def add_column(self, spot: Spot, name: str) -> str:
        """Add a column live. Returns its id. UserError where the framework fixes its columns."""
        return self._add(spot, "columns", name)

    def _add(self, spot: Spot, field: str, name: str) -> str:
        step = self._step(spot, NotesStep)
        if canvas(self.session, step).fixed:
            raise UserError(f"The {field} of this step are part of the format and stay as they are.")
        item = Item(id=self._mint(), at=self._clock(), by=self._by(None), text=self._line(name))
        record = self._record(spot, NotesRecord)
        items = (*getattr(record, field), item)
        self._put(spot, record.model_copy(update={field: items}), brief(item.text))
        return item.id

    def _known_row(self, step: NotesStep, row: str | None) -> str | None:
        return self._known(row, [one.id for one in rows(self.session, step)], "row")

    def _known_column(self, step: NotesStep, column: str | None) -> str | None:
        return self._known(column, [one.id for one in columns(self.session, step)], "column")

    def _known(self, name: str | None, known: list[str], what: str) -> str | None:
        if name is not None and name not in known:
            raise UserError(f"There is no such {what} here.")
        return name
