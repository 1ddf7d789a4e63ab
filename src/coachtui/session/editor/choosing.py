"""Editing of picks, ratings and ties. Touches only the value."""

from typing import get_args

from coachtui.errors import UserError
from coachtui.framework.steps import ChooseStep, LinkStep, RateStep
from coachtui.session.boards import items, liftable, lines, options, rate_rows
from coachtui.session.editor.base import EditorBase, brief
from coachtui.session.lookups import live, name_of
from coachtui.session.models import Session, Setting
from coachtui.session.records import ChooseRecord, LinkRecord, RateRecord
from coachtui.session.spot import Spot
from coachtui.session.things import Item, Naming, Pick, Placement, RatedBefore, Rating, Tie, Wording


class Choosing(EditorBase):
    """Picks, ratings and ties."""

    def pick(self, spot: Spot, item: str, *, dots: int = 1, reason: str = "", by: str | None = None) -> str:
        """Pick one item; picked again, its dots or its reason change. Returns the pick's id.

        Where at most one is asked for, it takes the place of the pick before.
        """
        step = self._step(spot, ChooseStep)
        if item not in [one.id for one in options(self.session, step, spot)]:
            raise UserError("That is not one of the things to choose from here.")
        words = self._line(reason) if reason else ""
        dots = max(1, dots)
        record = self._record(spot, ChooseRecord)
        who = self._by(by, spot)
        same = next((one for one in live(record.picks) if one.item == item and one.by == who), None)
        if same is not None:
            if same.dots != dots or words not in ("", same.reason):
                self._exchange(same.id, brief(name_of(self.session, item)), dots=dots, **self._reasoned(same, words))
            return same.id
        kept = tuple(one.tombstone(self._clock()) if self._yields(step, one, who) else one for one in record.picks)
        pick = Pick(id=self._mint(), at=self._clock(), by=who, item=item, dots=dots, reason=words)
        record = record.model_copy(update={"picks": (*kept, pick)})
        session = self._told(step, item, self._with(spot, self._lifted(step, spot, record, item)))
        self._edit(session, spot, brief(name_of(self.session, item)))
        return pick.id

    def _told(self, step: ChooseStep, item: str, session: Session) -> Session:
        """What an option says of the session as a whole is kept with the session."""
        sets = next((one.sets for one in step.options if one.name == item), None)
        if sets is None:
            return session
        return session.model_copy(update={"setting" if sets in get_args(Setting) else "stance": sets})

    def unpick(self, spot: Spot, item: str, by: str | None = None) -> None:
        """Take a pick back."""
        record = self._record(spot, ChooseRecord)
        who = self._by(by, spot)
        mine = [one for one in record.picks if one.gone is None and one.item == item and one.by in (who, by)]
        if not mine:
            raise UserError("That was not picked.")
        picks = tuple(one.tombstone(self._clock()) if one in mine else one for one in record.picks)
        self._put(spot, record.model_copy(update={"picks": picks}), brief(name_of(self.session, item)))

    def give_reason(self, pick: str, reason: str) -> None:
        """Say what speaks for a pick."""
        old, words = self._live(pick, Pick).thing, self._line(reason)
        if isinstance(old, Pick) and words != old.reason:
            self._exchange(pick, brief(words), **self._reasoned(old, words))

    @staticmethod
    def _reasoned(old: Pick, words: str) -> dict[str, object]:
        if not words or words == old.reason:
            return {}
        before = Wording(text=old.reason, at=old.edited or old.at, by=old.by)
        return {"reason": words, "earlier": (*old.earlier, before) if old.reason else old.earlier}

    def add_option(self, spot: Spot, text: str) -> str:
        """Add an option live, where the framework allows it. Returns its id."""
        step = self._step(spot, ChooseStep)
        if not step.may_add:
            raise UserError("This step takes one of the answers shown: type its number.")
        record = self._record(spot, ChooseRecord)
        item = Item(id=self._mint(), at=self._clock(), by=self._by(None, spot), text=self._line(text))
        self._put(spot, record.model_copy(update={"added": (*record.added, item)}), brief(item.text))
        return item.id

    @staticmethod
    def _yields(step: ChooseStep, pick: Pick, who: str | None) -> bool:
        """Whether an earlier pick makes room, because only one is asked for."""
        return pick.gone is None and pick.by == who and step.at_most == 1 and step.dots is None

    def _lifted(self, step: ChooseStep, spot: Spot, record: ChooseRecord, item: str) -> ChooseRecord:
        """Keep to which row a picked note would go, where the step lifts; once, however many people pick it."""
        picked = [one for one in live(record.picks) if one.item == item]
        if step.lift is None or len(picked) > 1:
            return record
        found = liftable(self.session, step.lift).get(item)
        if found is None or found[1] is None:
            return record
        note, above = found
        place = Placement(
            id=item,
            row=above,
            column=note.column,
            from_row=note.row,
            at=self._clock(),
            by=self._by(None, spot),
        )
        return record.model_copy(update={"placements": (*record.placements, place)})

    # -- ratings

    def rate(
        self,
        spot: Spot,
        value: float,
        *,
        row: str | None = None,
        column: str | None = None,
        remark: str = "",
        by: str | None = None,
    ) -> str:
        """Put a number in one cell; the number before stays on record. UserError outside the scale."""
        step = self._step(spot, RateStep)
        low, high = step.scale
        if not low <= value <= high:
            raise UserError(f"A number from {low} to {high} is asked for here.")
        if row is not None and row not in [one.id for one in rate_rows(self.session, step, spot)]:
            raise UserError("There is no such row here.")
        if column is not None and column not in [one.id for one in lines(self.session, step.columns)]:
            raise UserError("There is no such column here.")
        words = self._line(remark) if remark else ""
        record = self._record(spot, RateRecord)
        who = self._by(by, spot)
        for old in record.ratings:
            if old.gone is None and (old.row, old.column) == (row, column) and old.by == who:
                if old.value == value and words in ("", old.remark):
                    return old.id
                before = RatedBefore(value=old.value, remark=old.remark, at=old.edited or old.at, by=old.by)
                changed: dict[str, object] = {"value": value, "earlier": (*old.earlier, before)}
                # What was said about the old number stays with the old number.
                remark = words or (old.remark if old.value == value else "")
                self._exchange(old.id, f"{value:g}", remark=remark, **changed)
                return old.id
        new = Rating(id=self._mint(), at=self._clock(), by=who, value=value, row=row, column=column, remark=words)
        self._put(spot, record.model_copy(update={"ratings": (*record.ratings, new)}), f"{value:g}")
        return new.id

    def name_ends(self, spot: Spot, low: str, high: str) -> None:
        """Name the two ends of the scale in the coachee's words; one may still be empty."""
        self._step(spot, RateStep)
        record = self._record(spot, RateRecord)
        words = (self._line(low) if low else "", self._line(high) if high else "")
        if words == record.ends:
            return
        new = Naming(id=self._mint(), at=self._clock(), by=self._by(None, spot), low=words[0], high=words[1])
        what = f"{brief(words[0])} - {brief(words[1])}"
        self._put(spot, record.model_copy(update={"namings": (*record.namings, new)}), what)

    def add_rate_row(self, spot: Spot, name: str) -> str:
        """Add a row to a rating live. Returns its id."""
        self._step(spot, RateStep)
        record = self._record(spot, RateRecord)
        item = Item(id=self._mint(), at=self._clock(), by=self._by(None, spot), text=self._line(name))
        self._put(spot, record.model_copy(update={"rows": (*record.rows, item)}), brief(item.text))
        return item.id

    # -- ties

    def tie(self, spot: Spot, a: str, b: str, remark: str = "") -> str:
        """Tie a thing of the first set to one of the second. Returns the tie's id."""
        step = self._step(spot, LinkStep)
        ends = ((a, step.from_), (b, step.to))
        if any(end not in [one.id for one in items(self.session, source)] for end, source in ends):
            raise UserError("Those two cannot be tied here: one of them is not in the lists.")
        if a == b:
            raise UserError("A tie needs two different things.")
        words = self._line(remark) if remark else ""
        record = self._record(spot, LinkRecord)
        same = next((one for one in record.ties if one.gone is None and (one.a, one.b) == (a, b)), None)
        if same is not None:
            return same.id
        now = self._clock()
        others = record.ties
        if not step.many:
            others = tuple(one.tombstone(now) if one.a == a and not one.gone else one for one in others)
        tie = Tie(id=self._mint(), at=now, by=self._by(None, spot), a=a, b=b, remark=words)
        what = f"{brief(name_of(self.session, a))} + {brief(name_of(self.session, b))}"
        self._put(spot, record.model_copy(update={"ties": (*others, tie)}), what)
        return tie.id

    def untie(self, tie: str) -> None:
        """Take a tie back."""
        found = self._live(tie, Tie)
        self._swap(found, found.thing.tombstone(self._clock()), "tie")
