"""Editing of notes and where they stand: columns, rows, tags, moves. Touches only the value."""

from coachtui.errors import UserError
from coachtui.framework.steps import NotesStep
from coachtui.session.boards import canvas, columns, fixed_column, fixed_row, rows
from coachtui.session.editor.base import EditorBase, brief
from coachtui.session.lookups import name_of
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
        note = Note(
            id=self._mint(),
            at=self._clock(),
            by=self._by(by),
            text=self._line(text),
            row=self._known_row(step, row) or fixed_row(self.session, step, spot),
            column=self._known_column(step, column) or fixed_column(self.session, step, spot),
            tag=tag,
            type=type,
            parent=parent,
        )
        record = self._record(spot, NotesRecord)
        self._put(spot, record.model_copy(update={"notes": (*record.notes, note)}), brief(note.text))
        return note.id

    def move_note(self, spot: Spot, note: str, *, row: str | None = None, column: str | None = None) -> None:
        """Move a note to another row or column; where it stood before stays on record.

        A note born elsewhere keeps its home: only its place in this spot is kept here.
        """
        step = self._step(spot, NotesStep)
        row, column = self._known_row(step, row), self._known_column(step, column)
        record = self._record(spot, NotesRecord)
        mine = next((one for one in record.notes if one.id == note and one.gone is None), None)
        if mine is not None:
            self._move_own(mine, row, column)
            return
        before = next((one for one in reversed(record.placements) if one.id == note), None)
        place = Placement(
            id=note,
            row=row if row is not None else (before.row if before else None),
            column=column if column is not None else (before.column if before else None),
            at=self._clock(),
            by=self._by(None),
        )
        placements = (*record.placements, place)
        moved = record.model_copy(update={"placements": placements})
        self._put(spot, moved, brief(name_of(self.session, note)))

    def _move_own(self, note: Note, row: str | None, column: str | None) -> None:
        new_row = row if row is not None else note.row
        new_column = column if column is not None else note.column
        move = Move(
            from_row=note.row,
            from_column=note.column,
            row=new_row,
            column=new_column,
            at=self._clock(),
            by=self._by(None),
        )
        moves = (*note.moves, move)
        self._exchange(note.id, brief(note.text), row=new_row, column=new_column, moves=moves)

    def set_tag(self, note: str, tag: str | None) -> None:
        """Tag a note, for example as known or guessed."""
        self._exchange(note, "tag", tag=tag)

    def set_type(self, note: str, type_: str | None) -> None:
        """Say what type of note it is, for example action or resource."""
        self._exchange(note, "type", type=type_)

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
            raise UserError(f"There is no {what} called {name_of(self.session, name)!r} here.")
        return name
