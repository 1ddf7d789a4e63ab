"""Random frameworks that a checked file could hold: all nine kinds, boards, rounds, jumps, tables of rates.

`framework_files()` gives the nested value as it would stand in a TOML file (parts put in), `frameworks()` the model.
Every reference points to an earlier step, except for `go_to`, `check` and `open`, which point to later ones.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from coachtui.framework.models import Framework
from coachtui.framework.steps import KINDS

Draw = Callable[[st.SearchStrategy[Any]], Any]
File = dict[str, Any]

ROLES = (["Coach", "Coachee"], ["Teller", "Questioner", "Observer"], ["Facilitator", "Member"])
FIELDS = ["what", "by when", "who", "first step", "support", "own word"]
LAYOUTS = ["list", "columns", "rows", "grid", "circles", "rings", "target", "chain"]
CONTENTS = ["attendance", "topic", "points", "actions", "ratings", "feedback"]

#: Names of rows, columns and options: short, odd, and in other scripts, but always one clean line.
NAMES = st.sampled_from(
    ["Now", "Soon", "Not yet", "In me", "In others", "a@b", "x/y", "{odd}", "naïve", "שלום", "👩‍👩‍👧 us", "1", "None"]
)
WORDS = st.sampled_from(["What now?", "How will you know?", "Who else, {coachee}?", "Say more.", "…"])


@dataclass
class _Plan:
    """What has been laid down so far, so that later steps can point to it."""

    draw: Draw
    steps: list[File] = field(default_factory=list)
    boards: list[File] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)

    def pick(self, options: list[Any]) -> Any:
        return self.draw(st.sampled_from(options))

    def flag(self) -> bool:
        return bool(self.draw(st.booleans()))

    def ids(self, *kinds: str) -> list[str]:
        return [one["id"] for one in self.steps if not kinds or one["kind"] in kinds]

    def source(self) -> Any:
        """Where things come from: an earlier step, a board that already has notes, narrowed or not."""
        fed = self.ids("text", "notes", "choose", "rate", "actions", "agreement")
        used = [one["board"] for one in self.steps if "board" in one]
        if used and self.flag():
            found: File = {"board": self.pick(used)}
            board = next(one for one in self.boards if one["id"] == found["board"])
            if board.get("tags") and self.flag():
                found["tagged"] = board["tags"][:1]
            return found
        step = self.pick(fed)
        notes = next(one for one in self.steps if one["id"] == step)
        if notes["kind"] == "notes" and self.flag():
            return {"step": step, **_narrowed(self, notes)}
        return step


def _narrowed(plan: _Plan, notes: File) -> File:
    """One way to narrow a source to some notes of a step."""
    ways: list[File] = [{}]
    if notes.get("tags"):
        ways.append({"tagged": notes["tags"][:1]})
    if notes.get("types"):
        ways.append({"type": notes["types"][0]})
    if isinstance(notes.get("columns"), list) and notes["columns"]:
        ways += [{"column": _name(notes["columns"][0])}, {"rings": [_name(notes["columns"][0])]}]
    if isinstance(notes.get("rows"), list) and notes["rows"]:
        ways.append({"row": _name(notes["rows"][0])})
    found: File = plan.pick(ways)
    return found


def _name(facet: Any) -> str:
    return str(facet["name"] if isinstance(facet, dict) else facet)


def _facets(plan: _Plan, least: int = 0) -> list[Any]:
    names = plan.draw(st.lists(NAMES, min_size=least, max_size=3, unique=True))
    return [{"name": one, "ask": [plan.draw(WORDS)]} if plan.flag() else one for one in names]


def _lines(plan: _Plan) -> Any:
    """Rows or columns: names, names with questions, or the items of an earlier step."""
    fed = plan.ids("text", "notes", "actions")
    return {"from": plan.pick(fed)} if fed and plan.pick([True, False, False]) else _facets(plan)


def _common(plan: _Plan, kind: str, number: int) -> File:
    part = plan.pick(["", "", "close/"])
    step: File = {"id": f"{part}{kind}-{number}", "kind": kind, "ask": plan.draw(st.lists(WORDS, max_size=2))}
    if plan.flag():
        step |= {"stage": plan.pick(["Goal", "Reality"]), "title": "A title", "minutes": plan.pick([2, 0.5, 5])}
    if plan.pick([True, False, False]):
        step |= {"follow": ["And what else?"], "do": ["wait"], "avoid": ["advice"], "speaks": plan.roles[-1]}
    if plan.pick([True, False, False]):
        step |= {"private": True, "optional": True, "clock": "hard", "silent": 1}
    if plan.steps and plan.flag():
        step["show"] = [plan.pick(plan.ids())]
    return step


def _text(plan: _Plan) -> File:
    more: File = {"each": "person"} if plan.flag() else {}
    return {"lines": plan.pick(["one", "many", "date"]), "keep_versions": plan.flag(), **more}


def _notes(plan: _Plan) -> File:
    found: File = {}
    if plan.boards and plan.flag():
        board = plan.pick(plan.boards)
        found["board"] = board["id"]
        if isinstance(board["columns"], list) and board["columns"] and plan.flag():
            found["column"] = _name(board["columns"][0])
        if isinstance(board["rows"], list) and board["rows"] and plan.flag():
            found["row"] = _name(board["rows"][0])
    else:
        found |= {"layout": plan.pick(LAYOUTS), "rows": _lines(plan), "columns": _lines(plan)}
        found |= {"tags": plan.pick([[], ["known", "guessed"]]), "types": plan.pick([[], ["action", "resource"]])}
        found["fixed"] = plan.pick([True, False, False])
    if plan.steps and plan.flag():
        source = plan.source()
        told = source if isinstance(source, str) else source.get("step")
        if not any(one["id"] == told and one.get("options") for one in plan.steps):
            found["start_with"] = source  # the options of a choice are no notes, and cannot be sorted
    if plan.flag():
        found |= {"include": ["parked"], "at_least": 1, "at_most": 7}
    return found


def _choose(plan: _Plan) -> File:
    found: File = {"may_add": plan.flag(), "reason": plan.flag(), "ordered": plan.flag()}
    if plan.steps and plan.flag():
        found["from"] = plan.source()
    else:
        found["options"] = _facets(plan, least=1)
    found |= plan.pick([{}, {"at_most": 1}, {"dots": 3}])
    rowed = [one["id"] for one in plan.steps if one["kind"] == "notes" and one.get("rows")]
    boards = [one["id"] for one in plan.boards if one["rows"]]
    if (rowed or boards) and plan.flag():
        found["lift"] = plan.pick([*rowed, *boards])
        used = found["lift"] in boards and any(one.get("board") == found["lift"] for one in plan.steps)
        if used or found["lift"] in rowed:
            found.pop("options", None)
            found["from"] = {"board": found["lift"]} if found["lift"] in boards else found["lift"]
    return found


def _rate(plan: _Plan) -> File:
    found: File = {"rows": _lines(plan), "columns": _lines(plan), "show_as": plan.pick(["ruler", "table", "wheel"])}
    found |= plan.pick([{}, {"scale": [0, 4], "show_as": "balls"}, {"scale": [-5, 5]}, {"ends": "ask"}])
    if plan.flag():
        found |= {"check": {"below": 3, "say": "Make it smaller?"}, "barrier": 3, "totals": True, "differences": True}
    return found


def _link(plan: _Plan) -> File:
    return {"from": plan.source(), "to": plan.source(), "many": plan.flag()}


def _actions(plan: _Plan) -> File:
    more = {"from": plan.source()} if plan.steps and plan.flag() else {}
    return {"fields": FIELDS[: plan.pick([2, 4, 6])], **more}


def _agreement(plan: _Plan) -> File:
    presets = {"usual": dict.fromkeys(CONTENTS, "ask")}
    return {
        "clauses": ["We listen.", "What is said here stays here."][: plan.pick([1, 2])],
        "audiences": plan.pick([["coachee", "line manager"], ["SLT"]]),
        "presets": plan.pick([{}, presets]),
        "limits": plan.pick([[], ["Harm cannot be kept."]]),
    }


_OF_KIND: dict[str, Callable[[_Plan], File]] = {
    "guide": lambda plan: {"say": [plan.draw(WORDS)], "confirm": plan.pick(["one", "all"])},
    "text": _text,
    "notes": _notes,
    "choose": _choose,
    "rate": _rate,
    "link": _link,
    "actions": _actions,
    "agreement": _agreement,
    "review": lambda plan: {"sessions": plan.pick(["last", "all"])},
}


def _board(plan: _Plan, number: int) -> File:
    rows = {"from": "who"} if plan.flag() else _facets(plan)
    board: File = {"id": f"board-{number}", "layout": plan.pick(LAYOUTS), "rows": rows, "columns": _facets(plan)}
    board |= {"tags": plan.pick([[], ["known", "guessed"]]), "types": plan.pick([[], ["action"]])}
    board |= plan.pick([{}, {"centre": "Me"}, {"fixed": True}])
    return board


def _round(plan: _Plan) -> list[File]:
    """No round, or one over some neighbours after the first step; on a board of people, each writes into his row."""
    if not plan.flag() or len(plan.steps) < 3:
        return []
    first = plan.draw(st.integers(1, len(plan.steps) - 1))
    inside = plan.steps[first : first + plan.draw(st.integers(1, 3))]
    each = plan.pick(["who", "who", "people", "roles", ["Ann's seat", "SLT", "x@y"]])
    for step in inside:
        board = next((one for one in plan.boards if one["id"] == step.get("board")), None)
        if each == "who" and board is not None and board["rows"] == {"from": "who"}:
            step["row"] = "{one}"
    more: File = {"rotate": plan.roles} if plan.flag() else {}
    found = {"id": "round", "for_each": each, "call_it": "one", "steps": [one["id"] for one in inside], **more}
    return [{**found, "may_stop_early": plan.flag()}]


def _jumps(plan: _Plan) -> None:
    """Let some answers and low ratings point to later steps."""
    for place, step in enumerate(plan.steps[:-1]):
        later = [one["id"] for one in plan.steps[place + 1 :]]
        if step["kind"] == "choose" and step.get("options") and plan.flag():
            first = _name(step["options"][0])
            step.update(plan.pick([{"go_to": {first: later[-1]}}, {"open": {first: [later[-1]]}}]))
        if "check" in step:
            step["check"]["go_to"] = plan.pick(later)


@st.composite
def framework_files(draw: Draw, *, every_kind: bool = False) -> File:
    """The content of a framework file, as TOML would read it; with `every_kind`, each of the nine kinds is in it."""
    plan = _Plan(draw, roles=list(draw(st.sampled_from(ROLES))))
    plan.steps.append({"id": "who", "kind": "notes", "ask": ["Who is part of it?"]})
    plan.boards.extend(_board(plan, number) for number in range(draw(st.integers(0, 2))))
    kinds = list(draw(st.permutations(KINDS))) if every_kind else draw(st.lists(st.sampled_from(KINDS), max_size=8))
    for number, kind in enumerate(kinds):
        step = _common(plan, kind, number)
        plan.steps.append(step | _OF_KIND[kind](plan))
    if len(plan.steps) > 1 and plan.flag():
        plan.steps[1] |= {"means": "topic"} if plan.steps[1]["kind"] == "text" else {}
    rounds = _round(plan)
    _jumps(plan)
    return {
        "format": 1,
        "id": "made-up",
        "name": "Made up",
        "summary": "For tests.",
        "people": ["two", "group"],
        "roles": plan.roles,
        "minutes": [15, 30],
        "step": plan.steps,
        "board": plan.boards,
        "round": rounds,
    }


def frameworks(*, every_kind: bool = False) -> st.SearchStrategy[Framework]:
    """Random valid frameworks; with `every_kind`, each of the nine kinds is in every one."""
    return framework_files(every_kind=every_kind).map(Framework.model_validate)
