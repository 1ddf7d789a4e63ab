"""Editing of words: passages, remarks, parked ideas, and mending or dropping any text. Touches only the value."""

from coachtui.errors import UserError
from coachtui.framework.steps import GuideStep, NotesStep, TextStep
from coachtui.session.boards import columns, fixed_column, fixed_row, rows
from coachtui.session.editor.base import EditorBase, brief
from coachtui.session.lookups import Found, find, parked
from coachtui.session.origins import made_of
from coachtui.session.records import GuideRecord, NotesRecord, TextRecord
from coachtui.session.spot import Spot
from coachtui.session.things import Mark, Parked, Passage, Placement, Remark, Seen, Thing, Wording
from coachtui.text import one_line

#: After one of these no other sign is needed before the next sentence.
ENDS = (".", "!", "?", "…", ":", ";", ",", "–", "-")

#: So many lines are several.
MANY = 2


class Writing(EditorBase):
    """Passages, remarks, the parking list, and what can be done with any text."""

    def say(self, spot: Spot, text: str, by: str | None = None, *, had: str | None = None) -> str:
        """Set the answer of a `text` step; the old wording is kept. Returns the passage's id.

        `had`: what is kept as the old wording, where these words were added to it a moment ago.
        """
        step = self._step(spot, TextStep)
        words = self._passage(text) if step.lines == "many" else self._line(text)
        who = self._by(by, spot)
        old = self.passage_at(spot, who)
        if old is None:
            new = Passage(id=self._mint(), at=self._clock(), by=who, text=words)
            record = self._record(spot, TextRecord)
            passages = (*record.passages, new)
            self._put(spot, record.model_copy(update={"passages": passages}), brief(words))
            return new.id
        if old.text != words:
            self._reword(old.model_copy(update={"text": had}) if had is not None else old, words, who)
        return old.id

    def add_line(self, spot: Spot, text: str, by: str | None = None) -> str:
        """Add one line to the answer of a `text` step; where one line is asked for, as one more sentence of it."""
        lines = self._step(spot, TextStep).lines
        if lines == "date":
            raise UserError("This step takes one day.")
        line = self._passage(text) if lines == "many" else self._line(text)
        old = self.passage_at(spot, self._by(by, spot))
        if old is None:
            return self.say(spot, line, by)
        if lines == "many":
            self._exchange(old.id, brief(line), text=self._passage(f"{old.text}\n{line}"))
        else:
            between = " " if old.text.endswith(ENDS) else "; "
            self._exchange(old.id, brief(line), text=self._line(f"{old.text}{between}{line}"))
        return old.id

    def drop_line(self, spot: Spot, by: str | None, line: int) -> str:
        """Take one line, from 0, out of the several of a passage; the others stay. Returns its words. UserError: no such line."""
        old = self.passage_at(spot, self._by(by, spot))
        several = old.text.split("\n") if old is not None else []
        if old is None or len(several) < MANY or not 0 <= line < len(several):
            raise UserError("There is no such line here.")
        words = several.pop(line)
        self._exchange(old.id, brief(words), text=self._passage("\n".join(several)))
        return words

    def passage_at(self, spot: Spot, by: str | None) -> Passage | None:
        """The live passage at a `text` spot: that person's where everyone answers apart, else the only one."""
        step = self._step(spot, TextStep)
        standing = [one for one in self._record(spot, TextRecord).passages if one.gone is None]
        if step.each == "person":
            standing = [one for one in standing if one.by == by]
        return standing[-1] if standing else None

    def remark(self, spot: Spot, text: str, to: str | None = None, by: str | None = None) -> str:
        """Keep something said at any spot, where no answer was asked for. `to` is the follow-up question, if any."""
        words = self._passage(text)
        record = self._any_record(spot)
        new = Remark(
            id=self._mint(), at=self._clock(), by=self._by(by, spot), text=words, to=one_line(to) if to else None
        )
        self._put(spot, record.model_copy(update={"remarks": (*record.remarks, new)}), brief(words))
        return new.id

    def see(self, spot: Spot, by: str | None = None) -> None:
        """A `guide` was seen, or read aloud and confirmed, by this person."""
        self._step(spot, GuideStep)
        record = self._record(spot, GuideRecord)
        who = self._by(by, spot)
        if any(one.by == who for one in record.seen):
            return
        seen = (*record.seen, Seen(by=who, at=self._clock()))
        self._put(spot, record.model_copy(update={"seen": seen}), "seen")

    # -- the parking list

    def park(self, text: str, spot: Spot | None = None, by: str | None = None) -> str:
        """Put an idea on the parking list, from anywhere."""
        words = self._line(text)
        here = spot or self.working.spot
        new = Parked(id=self._mint(), at=self._clock(), by=self._by(by, here), text=words, spot=here.key)
        session = self.session.model_copy(update={"parked": (*self.session.parked, new)})
        self._edit(session, here, brief(words))
        return new.id

    def place_parked(self, spot: Spot, idea: str, row: str | None = None, column: str | None = None) -> None:
        """Draw a parked idea into a `notes` spot. It goes on living on the parking list; only its place is kept."""
        found = self._idea(idea)
        step = self._step(spot, NotesStep)
        if row is not None and row not in [one.id for one in rows(self.session, step)]:
            raise UserError("There is no such row here.")
        if column is not None and column not in [one.id for one in columns(self.session, step)]:
            raise UserError("There is no such column here.")
        record = self._record(spot, NotesRecord)
        place = Placement(
            id=idea,
            row=row or fixed_row(self.session, step, spot),
            column=column or fixed_column(self.session, step, spot),
            at=self._clock(),
            by=self._by(None),
        )
        placements = (*record.placements, place)
        self._put(spot, record.model_copy(update={"placements": placements}), brief(found.text))

    def _idea(self, idea: str) -> Parked:
        """A parked idea that is still there."""
        found = parked(self.session, idea)
        if found is None or found.gone:
            raise UserError("That idea is not on the parking list any more.")
        return found

    # -- any text

    def edit(self, thing: str, text: str) -> None:
        """Mend the words of anything; what was there goes to its earlier wordings."""
        if parked(self.session, thing) is not None:
            idea, words = self._idea(thing), self._line(text)
            if words != idea.text:
                self._exchange_parked(idea.model_copy(update=self._reworded(idea, words)))
            return
        found = self._live(thing, Passage)
        words = self._passage(text) if self._keeps_lines(found) else self._line(text)
        if isinstance(found.thing, Passage) and words != found.thing.text:
            self._reword(found.thing, words, found.thing.by)

    def _keeps_lines(self, found: Found) -> bool:
        """Whether a text may have several lines: remarks, and the answer of a step that takes many."""
        step = self.session.framework.find(found.spot.step)
        many = not isinstance(step, TextStep) or step.lines == "many"
        return found.list_name == "remarks" or (found.list_name == "passages" and many)

    def drop(self, thing: str) -> None:
        """Take a thing out. Its id stays as a tombstone without words; undo brings it back."""
        if parked(self.session, thing) is not None:
            idea = self._idea(thing)
            self._exchange_parked(idea.tombstone(self._clock()), brief(idea.text))
            return
        found = self._live(thing, Thing)
        what = brief(found.thing.text) if isinstance(found.thing, Passage) else "one entry"
        self._swap(found, found.thing.tombstone(self._clock()), what)

    def forget(self, thing: str) -> None:
        """Take the earlier wordings of a thing away for good. No undo brings them back, nor anything from before."""
        if parked(self.session, thing) is not None:
            idea = self._idea(thing).model_copy(update={"earlier": (), "edited": self._clock()})
            ideas = self._replaced(self.session.parked, idea)
            self._for_good(self.session.model_copy(update={"parked": ideas}))
            return
        found = self._live(thing, Thing)
        if not getattr(found.thing, "earlier", ()):
            raise UserError("It has no earlier wording.")
        new = found.thing.model_copy(update={"earlier": (), "edited": self._clock()})
        things: tuple[Thing, ...] = getattr(found.record, found.list_name)
        record = found.record.model_copy(update={found.list_name: self._replaced(things, new)})
        self._for_good(self._with(found.spot, record))

    def attribute(self, thing: str, by: str) -> None:
        """Say whose words a thing holds."""
        self._set_about(thing, "whose words", by=by)

    def mark(self, thing: str, mark: Mark | None) -> None:
        """Say how far one thing may travel; None leaves it to the agreement.

        That it may be shared is said in the face of every limit that was reached up to now, and of none that comes later.
        Narrower than before, the last word counts for what was made of it as well: nothing of that is marked as one that
        may be shared any more, until somebody says so again. It is one edit.
        """
        known = tuple(one.id for one in self.session.limits) if mark == "shareable" else ()
        self._set_about(thing, "how far it may go", mark=mark, marked_after=known, made=self._narrowed(thing, mark))

    def _narrowed(self, thing: str, mark: Mark | None) -> tuple[str, ...]:
        """What was made of a thing and loses its mark with it: the ids."""
        found = find(self.session, thing)
        own = found.thing if found is not None else parked(self.session, thing)
        taken_back = mark is None and own is not None and own.mark == "shareable"
        if mark != "private" and not taken_back:
            return ()
        return tuple(one.id for one in made_of(self.session, thing) if one.mark == "shareable")

    def _set_about(self, thing: str, what: str, *, made: tuple[str, ...] = (), **changes: object) -> None:
        """Change what is said about a thing, parked or not, and not its words; `made` of it are left to the agreement."""
        idea, session = parked(self.session, thing), self.session
        if idea is not None:
            self._idea(thing)  # what was dropped is not marked
            new = idea.model_copy(update={**changes, "edited": self._clock()})
            session = session.model_copy(update={"parked": self._replaced(session.parked, new)})
            spot, what = self.working.spot, brief(idea.text)
        else:
            spot = self._live(thing, Thing).spot
            session = self._altered(session, thing, changes)
        for one in made:
            session = self._altered(session, one, {"mark": None, "marked_after": ()})
        self._edit(session, spot, what)

    def _reworded(self, old: Passage, words: str, by: str | None = None) -> dict[str, object]:
        before = Wording(text=old.text, at=old.edited or old.at, by=old.by)
        return {"text": words, "by": by or old.by, "earlier": (*old.earlier, before), "edited": self._clock()}

    def _reword(self, old: Passage, words: str, by: str | None) -> None:
        self._exchange(old.id, brief(words), **self._reworded(old, words, by))

    def _exchange_parked(self, new: Parked, what: str | None = None) -> None:
        ideas = self._replaced(self.session.parked, new)
        session = self.session.model_copy(update={"parked": ideas})
        self._edit(session, self.working.spot, what or brief(new.text))
