"""Editing of actions, what became of them, and the agreement. Touches only the value."""

from collections.abc import Callable, Mapping
from datetime import date

from coachtui.errors import UserError
from coachtui.framework.steps import CONTENTS, ActionsStep, AgreementStep, Content, Level, ReviewStep
from coachtui.session.boards import items
from coachtui.session.clauses import clauses_at, in_force, levels_at, presets_at, table_said, verdicts
from coachtui.session.editor.base import EditorBase, brief
from coachtui.session.models import Session
from coachtui.session.records import ActionsRecord, AgreementRecord, ReviewRecord
from coachtui.session.spot import Spot
from coachtui.session.things import (
    STATUSES,
    Acceptance,
    Action,
    ActionRef,
    Clause,
    Event,
    LevelChange,
    Seen,
    Status,
    TableAcceptance,
    Wording,
)

Fix = Callable[[Session], Session]
Entry = Acceptance | Clause | LevelChange | TableAcceptance


class Promising(EditorBase):
    """Actions, reviews and the agreement."""

    def commit(self, spot: Spot, what: str, *, source: str | None = None, by: str | None = None) -> str:
        """Take down a commitment; *who* is the coachee unless said. Returns the action's id."""
        step = self._step(spot, ActionsStep)
        offered = [one.id for one in items(self.session, step.from_)] if step.from_ else []
        if source is not None and source not in offered:
            self._there(source)
        who = self._by(by, spot)
        owner = self._owner(step, who)
        action = Action(id=self._mint(), at=self._clock(), by=who, who=owner, text=self._line(what), source=source)
        record = self._record(spot, ActionsRecord)
        actions = (*record.actions, action)
        self._put(spot, record.model_copy(update={"actions": actions}), brief(action.text))
        return action.id

    def _owner(self, step: ActionsStep, who: str | None) -> str | None:
        """Whose action it is: that of the person speaking, where the step lets them own one; else its first owner's."""
        person = self.session.person(who)
        if not step.owners or (person is not None and person.role in step.owners):
            return who
        holders = (self.session.holder(role) for role in step.owners)
        return next((one.id for one in holders if one is not None), who)

    def set_field(self, action: str, field: str, value: str, *, due: date | None = None) -> None:
        """Fill one field of an action; what stood in it before is kept.

        `what` mends its words, `who` says whose it is; `by when` keeps the words and the date read from them.
        """
        if field in ("what", "who"):
            (self.edit_action if field == "what" else self.set_who)(action, value)
            return
        words, name = self._line(value), self._line(field)
        old = self._action(action)
        changes: dict[str, object] = {"fields": {**old.fields, name: words}}
        if name == "by when":
            changes["due"] = due
        if old.fields.get(name, words) != words:
            changes["earlier"] = (*old.earlier, self._before(old, old.fields[name], name))
        self._exchange(action, brief(words), **changes)

    def set_who(self, action: str, who: str) -> None:
        """Say whose action it is: a person's id, or free words for someone outside the session."""
        words, old = self._line(who), self._action(action)
        if words != old.who:
            earlier = (*old.earlier, self._before(old, old.who, "who")) if old.who else old.earlier
            self._exchange(action, "who", who=words, earlier=earlier)

    @staticmethod
    def _before(old: Action | Event, text: str, field: str | None = None) -> Wording:
        return Wording(text=text, at=old.edited or old.at, by=old.by, field=field)

    def edit_action(self, action: str, what: str) -> None:
        """Mend what is to be done; the old wording is kept."""
        old = self._action(action)
        words = self._line(what)
        if words != old.text:
            self._exchange(action, brief(words), text=words, earlier=(*old.earlier, self._before(old, old.text)))

    def _action(self, action: str) -> Action:
        for record in self.session.records.values():
            if isinstance(record, ActionsRecord):
                for one in record.actions:
                    if one.id == action and one.gone is None:
                        return one
        raise UserError("There is no action at that number.")

    def report(self, spot: Spot, action: ActionRef, status: Status, learned: str = "", by: str | None = None) -> str:
        """Say what became of an action of an earlier session. Told again, the new word stands. Returns the event's id."""
        self._step(spot, ReviewStep)
        if status not in STATUSES:
            raise UserError(f"What became of an action is one of: {', '.join(STATUSES)}.")
        words = self._passage(learned) if learned else ""
        record = self._record(spot, ReviewRecord)
        old = next((one for one in record.events if one.action == action and one.gone is None), None)
        if old is not None:
            earlier = old.earlier
            if words and old.learned and words != old.learned:
                earlier = (*earlier, self._before(old, old.learned))
            self._exchange(old.id, status, status=status, learned=words or old.learned, earlier=earlier)
            return old.id
        event = Event(
            id=self._mint(), at=self._clock(), by=self._by(by, spot), action=action, status=status, learned=words
        )
        self._put(spot, record.model_copy(update={"events": (*record.events, event)}), status)
        return event.id

    # -- the agreement: entries are added, never taken away; undo adds a counter-entry

    def accept(self, spot: Spot, clause: str, by: str | None = None) -> None:
        """This person accepts a clause."""
        self._verdict(spot, clause, "accepted", by)

    def decline(self, spot: Spot, clause: str, by: str | None = None) -> None:
        """This person does not accept a clause as it stands."""
        self._verdict(spot, clause, "declined", by)

    def _verdict(self, spot: Spot, clause: str, verdict: str, by: str | None) -> None:
        self._step(spot, AgreementStep)
        standing = self._clause(spot, clause)
        who = self._by(by, spot)
        said = verdicts(self.session, spot, clause).get(who)
        if said is not None and said.verdict == verdict:
            return

        def add(word: str) -> Fix:
            entry = Acceptance.model_validate(
                {"id": self._mint(), "at": self._clock(), "by": who, "clause": clause, "verdict": word}
            )
            return lambda session: self._agree(session, spot, "acceptances", entry)

        # Undone, this person's word is again what it was before; where there was none, this one is withdrawn.
        back = said.verdict if said is not None else "withdrawn"
        self._consent(spot, brief(standing.text), add(verdict), lambda: add(back), lambda: add(verdict))

    def reword_clause(self, spot: Spot, clause: str, text: str) -> str:
        """Say a clause in other words; it then has to be accepted anew. Returns the id of the new wording."""
        words, standing = self._line(text), self._clause(spot, clause)
        if words == standing.text:
            return clause
        return self._set_clause(spot, clause, words, struck=False)

    def strike(self, spot: Spot, clause: str) -> None:
        """Take a clause out of the agreement."""
        self._set_clause(spot, clause, self._clause(spot, clause).text, struck=True)

    def add_clause(self, spot: Spot, text: str) -> str:
        """Add a clause. Returns its id."""
        return self._set_clause(spot, None, self._line(text), struck=False)

    def _clause(self, spot: Spot, clause: str) -> Clause:
        """The clause that stands here under this id. UserError where none does: it was reworded or struck."""
        self._step(spot, AgreementStep)
        standing = next((one for one in clauses_at(self.session, spot) if one.id == clause), None)
        if standing is None:
            raise UserError("There is no such clause.")
        return standing

    def _set_clause(self, spot: Spot, old: str | None, text: str, *, struck: bool) -> str:
        self._step(spot, AgreementStep)
        new = Clause(id=self._mint(), at=self._clock(), by=self._by(None), text=text, struck=struck, replaces=old)

        def put(clause: Clause) -> Fix:
            return lambda session: self._agree(session, spot, "clauses", clause)

        def again() -> Fix:
            return put(new.model_copy(update={"edited": self._clock()}))

        self._consent(spot, brief(text), put(new), lambda: put(new.tombstone(self._clock())), again)
        return new.id

    def set_level(self, spot: Spot, audience: str, content: str, level: Level) -> None:
        """Change how far one kind of content goes to one audience. The change is on record with date and person."""
        self._step(spot, AgreementStep)
        audience = self._line(audience)
        if content not in CONTENTS or level not in ("no", "ask", "yes"):
            raise UserError(f"A level is no, ask or yes, for one of: {', '.join(CONTENTS)}.")
        before = levels_at(self.session, spot).get(audience, {}).get(content)
        if before != level:
            self._change(spot, audience, (content, before, level))

    def choose_preset(self, spot: Spot, audience: str, name: str, levels: Mapping[Content, Level]) -> None:
        """Set one audience's levels as a usual agreement has them. The name is on record with each level that it changes.

        Where it changes none, the name alone is: that a talk is part of appraisal is never left unrecorded.
        """
        self._step(spot, AgreementStep)
        audience = self._line(audience)
        now = levels_at(self.session, spot).get(audience, {})
        other: list[Content] = [one for one in levels if now.get(one) != levels[one]]
        if not other and presets_at(self.session).get(audience) != name:
            other = list(levels)[:1]
        for content in other:
            self._change(spot, audience, (content, now.get(content), levels[content]), name)

    def _change(self, spot: Spot, audience: str, to: tuple[str, str | None, str], preset: str | None = None) -> None:
        """Put one change on record: of a content, from a level, to another."""
        content, before, level = to
        named = presets_at(self.session).get(audience, "")

        def change(old: str | None, new: str, name: str | None) -> Fix:
            entry = LevelChange(
                id=self._mint(),
                at=self._clock(),
                by=self._by(None),
                audience=audience,
                content=content,
                before=old,
                level=new,
                preset=name,
            )
            return lambda session: self._agree(session, spot, "changes", entry)

        what = f"{content} for {audience}: {level}"
        back = before or "no"
        was = None if preset is None else named
        self._consent(
            spot,
            what,
            change(before, level, preset),
            lambda: change(level, back, was),
            lambda: change(back, level, preset),
        )

    def accept_table(self, spot: Spot, by: str | None = None) -> None:
        """This person accepts the table of contents and audiences as it stands; from now on an agreement is in force."""
        if not self._step(spot, AgreementStep).audiences:
            self._put_in_force(spot)
            return
        who, before = self._by(by, spot), self.session.agreement
        levels, said = levels_at(self.session, spot), table_said(self.session, spot).get(who)
        accepted = said is not None and said.verdict == "accepted" and said.levels == levels
        if accepted and before is not None:
            return

        def add(verdict: str, table: Mapping[str, Mapping[str, str]]) -> Fix:
            entry = TableAcceptance.model_validate(
                {"id": self._mint(), "at": self._clock(), "by": who, "levels": table, "verdict": verdict}
            )
            return lambda session: self._agree(session, spot, "tables", entry)

        def taken_back() -> Fix:
            fix = add(said.verdict, said.levels) if said is not None else add("withdrawn", levels)
            # Where nothing was in force before, nothing is again; what was recorded of it stays.
            return fix if before is not None else lambda session: _nothing_in_force(fix(session))

        self._consent(spot, "agreed", add("accepted", levels), taken_back, lambda: add("accepted", levels))

    def _put_in_force(self, spot: Spot) -> None:
        """An agreement without a table is in force from now on."""
        if self.session.agreement is None:

            def agree(session: Session) -> Session:
                return session.model_copy(update={"agreement": in_force(session, spot, self._clock())})

            # Undone, nothing is in force again; what was recorded of it since stays.
            counter = _nothing_in_force
            self._edit(agree(self.session), spot, "agreed", counter, agree)

    def hear_limits(self, spot: Spot, by: str | None = None) -> None:
        """This person has heard the limits of confidence read aloud. Cannot be unheard: undo leaves it on record."""
        self._step(spot, AgreementStep)
        record = self._record(spot, AgreementRecord)
        who = self._by(by, spot)
        if any(one.by == who for one in record.limits_read):
            return
        heard = (*record.limits_read, Seen(by=who, at=self._clock()))
        self._put(spot, record.model_copy(update={"limits_read": heard}), "limits heard")

    def _consent(self, spot: Spot, what: str, first: Fix, counter: Callable[[], Fix], again: Callable[[], Fix]) -> None:
        """One edit of the agreement, with what undo and redo add to it when they happen."""
        self._edit(
            first(self.session),
            spot,
            what,
            # Asked for when it happens, not now: the entries it adds get their ids and times then.
            counter=lambda session: _now(counter, session),
            again=lambda session: _now(again, session),
        )

    def _agree(self, session: Session, spot: Spot, field: str, entry: Entry) -> Session:
        """Add an entry to the agreement's record (or exchange the one of the same id); work out what is in force."""
        record = session.record(spot)
        if not isinstance(record, AgreementRecord):
            record = AgreementRecord()
        entries: tuple[Entry, ...] = getattr(record, field)
        known = any(one.id == entry.id for one in entries)
        entries = self._replaced(entries, entry) if known else (*entries, entry)
        session = self._with(spot, record.model_copy(update={field: entries}), session)
        return session.model_copy(update={"agreement": in_force(session, spot, self._clock())})


def _nothing_in_force(session: Session) -> Session:
    return session.model_copy(update={"agreement": None})


def _now(fix: Callable[[], Fix], session: Session) -> Session:
    """Make the fix at this moment, and apply it."""
    return fix()(session)
