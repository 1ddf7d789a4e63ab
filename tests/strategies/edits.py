"""Random edits of a session through the editor: legal ones mostly, illegal ones too.

The edits come from a seeded `Random`, so that a thousand of them cost little. `Edits.step()` makes one edit at a random spot;
an illegal call must raise `UserError` and change nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from tests.strategies.given import CountingMint, FixedClock

from coachtui.errors import UserError
from coachtui.framework.base import Source
from coachtui.framework.duty import TOLD_FIRST
from coachtui.framework.steps import CONTENTS, BaseStep, ChooseStep, Content, Level, LinkStep, NotesStep, RateStep
from coachtui.session.boards import columns, items, lines, options, rate_rows, rows
from coachtui.session.clauses import clauses_at
from coachtui.session.editor import SessionEditor
from coachtui.session.lookups import all_things
from coachtui.session.models import Detour, Person, Session, Working
from coachtui.session.spot import Spot
from coachtui.session.things import STATUSES, Action, ActionRef, Note, Pick, Tie

#: What people say here, and what a broken paste or a hostile file may hold.
TEXTS = [
    "One good hour",
    "talk to Sam",
    "  two  blanks ",
    "line one\nline two",
    "שלום עולם",
    "مرحبا",
    "👩‍👩‍👧‍👦 and 🏳️‍🌈",
    "e\u0301te\u0301",
    "[b]not markup[/b]",
    "/slash",
    "\x1b[31mred\x1b[0m",
    "\u202eturned\u202c",
    "a\x00b\x7f\ud800c",
    "x" * 300,
]
ILL = ["", "   ", "\u200e", "\x1b", "y" * 20_001]
#: Ids that are nowhere.
NOWHERE = ["nowhere", "", "zzzzzzzzzzzzzzzz", "who", "@", "a@b/c"]


@dataclass
class Edits:
    """A person with a seeded mind, who edits a session. `refused` counts the illegal calls, `sentences` is what they got."""

    editor: SessionEditor
    random: Random
    clock: FixedClock
    refused: int = 0
    made: dict[str, int] = field(default_factory=dict)
    sentences: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, working: Working, seed: int, listener: Callable[[Working, Working], None] | None = None) -> "Edits":
        """Begin with what is open; the clock moves on at every look, so that every stamp is a moment of its own."""
        clock = FixedClock(step=1)
        return cls(SessionEditor(working, clock, CountingMint(), listener), Random(seed), clock)

    @property
    def session(self) -> Session:
        """What was said so far."""
        return self.editor.session

    def step(self) -> str:
        """Make one random edit and give its name. Only `UserError` may be raised, and then nothing has changed."""
        name = self.random.choice(list(EDITS))
        before = self.editor.working
        try:
            EDITS[name](self)
        except UserError as error:
            self.refused += 1
            assert self.editor.working is before, f"{name} was refused and changed something"
            self.sentences.add(str(error))
            return f"{name} refused"
        self.made[name] = self.made.get(name, 0) + 1
        return name

    # -- what an edit is made of

    def one(self, options: list[Any] | tuple[Any, ...], other: Any = None) -> Any:
        """One of the options; `other` where there are none."""
        return self.random.choice(options) if options else other

    def rarely(self) -> bool:
        """True about once in twelve times."""
        return self.random.random() < 0.08

    def text(self) -> str:
        """Something said; rarely nothing, or far too much."""
        return str(self.one(ILL if self.rarely() else TEXTS))

    def spot(self, kind: str | None = None) -> Spot:
        """A spot of this kind (rarely of any, or nowhere), for an item where it is in a round."""
        if self.rarely():
            return Spot(self.one(["nowhere", "", "leaving", *(step.id for step in self.session.framework.steps)]))
        steps = [one for one in self.session.framework.steps if kind is None or one.kind == kind]
        step = self.one(steps, self.session.framework.steps[0])
        return Spot(step.id, self._item(step))

    def _item(self, step: BaseStep) -> str | None:
        round_ = self.session.framework.round_of(step.id)
        if round_ is None:
            return None
        each = round_.for_each
        if not isinstance(each, str):
            return str(self.one(each))
        if each == "people":
            return str(self.one([one.id for one in self.session.people]))
        if each == "roles":
            return str(self.one(self.session.framework.roles))
        found = [one.id for one in items(self.session, Source(step=each))]
        nobody: str | None = self.one(found)
        return nobody

    def thing(self, kind: type | None = None) -> str:
        """The id of something that was said; rarely of nothing, or of something that was dropped."""
        if self.rarely():
            return str(self.one(NOWHERE))
        found = [thing for _, thing in all_things(self.session)] + list(self.session.parked)
        fit = [one.id for one in found if (kind is None or isinstance(one, kind)) and (one.gone is None)]
        return str(self.one(fit or [one.id for one in found], "nothing"))

    def person(self) -> str | None:
        """Someone here, or nobody named."""
        found: str | None = self.one([None, *(one.id for one in self.session.people)])
        return found

    def step_at(self, spot: Spot) -> BaseStep | None:
        """The step of a spot."""
        return self.session.framework.find(spot.step)

    def line(self, spot: Spot, side: str) -> str | None:
        """A row or column that stands at this spot, or none; rarely one that does not."""
        if self.rarely():
            return str(self.one(NOWHERE))
        step = self.step_at(spot)
        found: tuple[Any, ...] = ()
        if isinstance(step, NotesStep):
            found = rows(self.session, step) if side == "row" else columns(self.session, step)
        elif isinstance(step, RateStep):
            found = rate_rows(self.session, step, spot) if side == "row" else lines(self.session, step.columns)
        line: str | None = self.one([None, *(one.id for one in found)])
        return line

    def option(self, spot: Spot) -> str:
        """Something that can be picked at this spot; rarely something that cannot."""
        step = self.step_at(spot)
        found = [one.id for one in options(self.session, step, spot)] if isinstance(step, ChooseStep) else []
        return str(self.one(NOWHERE) if self.rarely() else self.one(found, "nothing"))

    def end(self, spot: Spot, side: str) -> str:
        """One end of a tie at this spot."""
        step = self.step_at(spot)
        source = (step.from_ if side == "from" else step.to) if isinstance(step, LinkStep) else None
        return str(self.one([one.id for one in items(self.session, source)] if source else [], "nothing"))

    def clause(self, spot: Spot) -> str:
        """A clause that stands at this spot; rarely something else."""
        standing = [one.id for one in clauses_at(self.session, spot)]
        return self.thing() if self.rarely() else str(self.one(standing, "none"))


def _note(edits: Edits) -> None:
    spot = edits.spot("notes")
    more: dict[str, Any] = {"tag": edits.one([None, "known"]), "type": edits.one([None, "action"])}
    if edits.rarely():
        more["parent"] = edits.thing()
    edits.editor.add_note(
        spot, edits.text(), row=edits.line(spot, "row"), column=edits.line(spot, "column"), by=edits.person(), **more
    )


def _move(edits: Edits) -> None:
    spot = edits.spot("notes")
    edits.editor.move_note(spot, edits.thing(), row=edits.line(spot, "row"), column=edits.line(spot, "column"))


def _place_parked(edits: Edits) -> None:
    spot = edits.spot("notes")
    idea = edits.one([one.id for one in edits.session.parked], "nothing")
    edits.editor.place_parked(spot, idea, row=edits.line(spot, "row"), column=edits.line(spot, "column"))


def _pick(edits: Edits) -> None:
    spot, reason = edits.spot("choose"), edits.one(["", "", edits.text()])
    edits.editor.pick(spot, edits.option(spot), dots=edits.one([1, 1, 2, 0]), reason=reason, by=edits.person())


def _unpick(edits: Edits) -> None:
    spot = edits.spot("choose")
    edits.editor.unpick(spot, edits.option(spot), by=edits.person())


def _rate(edits: Edits) -> None:
    spot = edits.spot("rate")
    row, column, remark = edits.line(spot, "row"), edits.line(spot, "column"), edits.one(["", edits.text()])
    value = edits.one([1, 2, 3, 4, 3.5, 99, float("nan")])
    edits.editor.rate(spot, value, row=row, column=column, remark=remark, by=edits.person())


def _tie(edits: Edits) -> None:
    spot = edits.spot("link")
    edits.editor.tie(spot, edits.end(spot, "from"), edits.end(spot, "to"), edits.one(["", edits.text()]))


def _commit(edits: Edits) -> None:
    source = edits.one([None, edits.thing()])
    edits.editor.commit(edits.spot("actions"), edits.text(), source=source, by=edits.person())


def _field(edits: Edits) -> None:
    name = edits.one(["what", "by when", "who", "support", "own word"])
    due = date(2026, 12, 1) if name == "by when" else None
    edits.editor.set_field(edits.thing(Action), name, edits.text(), due=due)


def _report(edits: Edits) -> None:
    action = ActionRef(session="earliersession01", id=edits.one(["anearlieraction1", "anearlieraction2"]))
    edits.editor.report(edits.spot("review"), action, edits.one(STATUSES), edits.one(["", edits.text()]))


def _level(edits: Edits) -> None:
    audience, content = edits.one(["coachee", "line manager", "SLT", "governors"]), edits.one(CONTENTS)
    edits.editor.set_level(edits.spot("agreement"), audience, content, edits.one(["no", "ask", "yes"]))


def _preset(edits: Edits) -> None:
    audience, name = edits.one(["line manager", "SLT"]), edits.one(["Peer pair", "Open"])
    levels: dict[Content, Level] = dict.fromkeys(CONTENTS, "yes" if name == "Open" else "ask")
    edits.editor.choose_preset(edits.spot("agreement"), audience, name, levels)


def _clause(edits: Edits) -> None:
    spot = edits.spot("agreement")
    edits.editor.reword_clause(spot, edits.clause(spot), edits.text())


def _strike(edits: Edits) -> None:
    spot = edits.spot("agreement")
    edits.editor.strike(spot, edits.clause(spot))


def _accept(edits: Edits) -> None:
    spot = edits.spot("agreement")
    say = edits.one([edits.editor.accept, edits.editor.accept, edits.editor.decline])
    say(spot, edits.clause(spot), by=edits.person())


def _detour(edits: Edits) -> None:
    edits.editor.set_out(Detour(edits.spot(), edits.one([None, edits.spot()]), "why", edits.one([True, False])))


def _come_back(edits: Edits) -> None:
    if edits.editor.working.detours:
        edits.editor.come_back(edits.one(edits.editor.working.detours))


def _limit(edits: Edits) -> None:
    """Not often, so that enough is left that may be seen."""
    if edits.random.random() < 0.4:
        edits.editor.reach_limit(edits.spot(), edits.text(), edits.one(TOLD_FIRST))


def _join(edits: Edits) -> None:
    number = edits.random.randrange(9)
    role = edits.one(edits.session.framework.roles)
    edits.editor.add_person(Person(id=f"person{number}", name=f"p{number}", role=role))


#: Everything a person can do, by name.
EDITS: dict[str, Callable[[Edits], object]] = {
    "say": lambda edits: edits.editor.say(edits.spot("text"), edits.text(), by=edits.person()),
    "add_line": lambda edits: edits.editor.add_line(edits.spot("text"), edits.text(), by=edits.person()),
    "remark": lambda edits: edits.editor.remark(edits.spot(), edits.text(), to=edits.one([None, "And what else?"])),
    "see": lambda edits: edits.editor.see(edits.spot("guide"), by=edits.person()),
    "park": lambda edits: edits.editor.park(edits.text(), edits.one([None, edits.spot()])),
    "place_parked": _place_parked,
    "edit": lambda edits: edits.editor.edit(edits.thing(), edits.text()),
    "drop": lambda edits: edits.editor.drop(edits.thing()),
    "attribute": lambda edits: edits.editor.attribute(edits.thing(), edits.person() or "person0"),
    "mark": lambda edits: edits.editor.mark(edits.thing(), edits.one([None, "private", "shareable"])),
    "add_note": _note,
    "add_note again": _note,
    "move_note": _move,
    "set_tag": lambda edits: edits.editor.set_tag(edits.thing(Note), edits.one([None, "known", "unheard of"])),
    "set_type": lambda edits: edits.editor.set_type(edits.thing(Note), edits.one([None, "action", "unheard of"])),
    "add_row": lambda edits: edits.editor.add_row(edits.spot("notes"), edits.text()),
    "add_column": lambda edits: edits.editor.add_column(edits.spot("notes"), edits.text()),
    "pick": _pick,
    "pick again": _pick,
    "unpick": _unpick,
    "give_reason": lambda edits: edits.editor.give_reason(edits.thing(Pick), edits.text()),
    "add_option": lambda edits: edits.editor.add_option(edits.spot("choose"), edits.text()),
    "rate": _rate,
    "name_ends": lambda edits: edits.editor.name_ends(edits.spot("rate"), edits.text(), edits.text()),
    "add_rate_row": lambda edits: edits.editor.add_rate_row(edits.spot("rate"), edits.text()),
    "tie": _tie,
    "untie": lambda edits: edits.editor.untie(edits.thing(Tie)),
    "commit": _commit,
    "set_field": _field,
    "set_who": lambda edits: edits.editor.set_who(edits.thing(Action), edits.one(["person1", edits.text()])),
    "edit_action": lambda edits: edits.editor.edit_action(edits.thing(Action), edits.text()),
    "report": _report,
    "accept": _accept,
    "accept again": _accept,
    "reword_clause": _clause,
    "strike": _strike,
    "add_clause": lambda edits: edits.editor.add_clause(edits.spot("agreement"), edits.text()),
    "set_level": _level,
    "accept_table": lambda edits: edits.editor.accept_table(edits.spot("agreement"), by=edits.person()),
    "choose_preset": _preset,
    "hear_limits": lambda edits: edits.editor.hear_limits(edits.spot("agreement"), by=edits.person()),
    "enter": lambda edits: edits.editor.enter(edits.spot()),
    "draft": lambda edits: edits.editor.draft(edits.spot(), edits.text()),
    "spend": lambda edits: edits.editor.spend(edits.spot(), edits.one([-1, 0, 5, 600])),
    "set_out": _detour,
    "come_back": _come_back,
    "add_person": _join,
    "rename_person": lambda edits: edits.editor.rename_person(edits.person() or "nobody", edits.text()),
    "reach_limit": _limit,
    "set_stance": lambda edits: edits.editor.set_stance(edits.one(["coaching", "mentoring", "telling"])),
    "set_setting": lambda edits: edits.editor.set_setting(edits.one(["in person", "remote"])),
    "start": lambda edits: edits.editor.start(),
    "end": lambda edits: edits.editor.end(),
    "reopen": lambda edits: edits.editor.reopen(),
    "undo": lambda edits: edits.editor.undo(),
    "redo": lambda edits: edits.editor.redo(),
}
