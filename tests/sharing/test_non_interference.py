"""The door: two sessions that differ only in what an audience may not see give the very same export, byte for byte."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.sharing.hiding import CANARY, twin
from tests.strategies.edits import Edits
from tests.strategies.frameworks import frameworks
from tests.strategies.given import CountingMint, FixedClock, soaked
from tests.strategies.sessions import sessions, workings
from tests.support.held import ROOT

from bench import soak
from coachtui.framework.models import Framework
from coachtui.framework.steps import CONTENTS
from coachtui.report.handed import WRITERS, written
from coachtui.session.document import from_document, to_document
from coachtui.session.editor import SessionEditor
from coachtui.session.models import Agreement, Person, Session, Working
from coachtui.session.spot import Spot
from coachtui.session.things import Mark
from coachtui.sharing import AUDIENCES, Shared, descent, held_back, let_go, questions, share, sifting, withheld
from coachtui.sharing import redact as redacting
from coachtui.sharing import terms as sharing_terms
from coachtui.sharing.policy import Policy

OPEN = workings(sessions(st.one_of(frameworks(every_kind=True), frameworks())))
SEEDS = st.integers(0, 2**32 - 1)
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


def _presets() -> list[Mapping[str, str]]:
    """What the usual agreements say for one audience."""
    part = tomllib.loads((ROOT / "frameworks/parts/agreement.toml").read_text(encoding="utf-8"))
    return [column for step in part["step"] for column in step.get("presets", {}).values()]


_OTHERS: tuple[Mapping[str, str], ...] = (
    dict.fromkeys(CONTENTS, "no"),
    dict.fromkeys(CONTENTS, "yes"),
    dict.fromkeys(CONTENTS, "ask"),
    {**dict.fromkeys(CONTENTS, "no"), "topic": "yes"},
    {**dict.fromkeys(CONTENTS, "no"), "attendance": "yes", "topic": "yes", "actions": "ask"},
    {**dict.fromkeys(CONTENTS, "no"), "attendance": "yes", "topic": "yes", "actions": "yes"},
    {**dict.fromkeys(CONTENTS, "yes"), "points": "ask"},
    {**dict.fromkeys(CONTENTS, "yes"), "points": "no"},
    {**dict.fromkeys(CONTENTS, "no"), "ratings": "yes"},
    {**dict.fromkeys(CONTENTS, "no"), "feedback": "yes", "points": "yes"},
)
_ALL = (*_OTHERS, *_presets())
#: Every usual agreement is among them, and a few that nobody would choose.
LEVELS: tuple[Mapping[str, str], ...] = tuple(one for at, one in enumerate(_ALL) if one not in _ALL[:at])
#: The pairs of one run: so many sessions, each before every set of levels.
ENOUGH = 2_000
ANY = settings(max_examples=soaked(-(-ENOUGH // len(LEVELS))), phases=PHASES, report_multiple_bugs=False)
#: For whom copies are made: those that can be chosen, and one that only an agreement names.
READERS = ("the reader", *AUDIENCES)


def held(working: Working, seed: int, edits: int = 120) -> Session:
    """A conversation in which much was said, marked, dropped and moved."""
    made = Edits.of(working, seed)
    for _ in range(edits):
        made.step()
    return made.session


def conversations(many: int) -> Iterator[Session]:
    """Some conversations of made-up formats, always the same."""
    for seed, working in enumerate(_opened(many)):
        yield held(working, seed)


@cache
def _opened(many: int) -> tuple[Working, ...]:
    found: list[Working] = []

    @settings(max_examples=many, database=None, derandomize=True, phases=(Phase.generate,))
    @given(OPEN)
    def collect(working: Working) -> None:
        found.append(working)

    collect()
    return tuple(found)


def for_audience(session: Session, levels: Mapping[str, str], audience: str = "the reader") -> Session:
    """The same with this agreed for an audience, and something else for others; what was agreed stays dated."""
    agreed = session.agreement or Agreement()
    others = {one: column for one, column in agreed.levels.items() if one != audience}
    return session.model_copy(
        update={"agreement": agreed.model_copy(update={"levels": {**others, audience: dict(levels)}})}
    )


def differ(session: Session, levels: Mapping[str, str], random: Random, audience: str = "the reader") -> bool:
    """Whether a twin that differs only in what may not be seen can be told from the session by what is handed over."""
    session = for_audience(session, levels, audience)
    asked = frozenset(one.key for one in questions(session, audience) if random.random() < 0.5)
    other, renamed = twin(session, levels, asked, random, own=audience == "coachee")
    mine = share(session, audience, dict.fromkeys(asked, True))
    others = share(for_audience(other, levels, audience), audience, dict.fromkeys(renamed, True))
    return mine != others or CANARY in repr(others) or files(mine) != files(others)


def files(shared: Shared) -> list[bytes]:
    """The sheet in every format that has something to write."""
    return [written(shared, ending) for ending in WRITERS if ending != ".ics" or has_days(shared)]


def has_days(shared: Shared) -> bool:
    """Whether a calendar would hold anything."""
    return shared.next_date is not None or any(one.due for one in shared.promises)


@ANY
@given(OPEN, SEEDS)
def test_what_may_not_be_seen_changes_nothing_that_is_handed_over(working: Working, seed: int) -> None:
    said, random = held(working, seed), Random(seed)
    for levels in LEVELS:
        assert not differ(said, levels, random, random.choice(READERS))


def test_a_soak_compares_tens_of_thousands() -> None:
    assert "tests/sharing" in soak.TESTS
    assert ENOUGH * soak.TIMES >= 20_000


def test_the_pairs_are_worth_comparing() -> None:
    """Enough is handed over, and enough is held back, for the comparison to mean something."""
    filled, kept = 0, 0
    for said in conversations(60):
        filled += not share(for_audience(said, LEVELS[1]), "the reader").empty
        kept += len(held_back(for_audience(said, LEVELS[7]), "the reader"))
    assert filled >= 40
    assert kept >= 300


ROUND = Framework.model_validate(
    {
        "format": 1,
        "id": "round",
        "name": "Round",
        "roles": ["Coach", "Coachee"],
        "step": [{"id": "who", "kind": "notes", "title": "Who"}, {"id": "each", "kind": "notes", "title": "Each"}],
        "round": [{"id": "all", "for_each": "who", "call_it": "one", "steps": ["each"]}],
    }
)


def drawn_in_for_nobody() -> Session:
    """An idea that may be seen was drawn in for somebody who may not: chance seldom comes by there."""
    empty = Working(Session(id="aaaaaaaaaaaaaaaa", framework=ROUND), Spot("who"))
    editor = SessionEditor(empty, FixedClock(), CountingMint())
    editor.park("an open idea", None)
    who = editor.add_note(Spot("who"), "somebody")
    editor.mark(who, "private")
    editor.place_parked(Spot("each", who), editor.session.parked[0].id)
    return editor.session


SORTED = Framework.model_validate(
    {
        "format": 1,
        "id": "sorted",
        "name": "Sorted",
        "roles": ["Coach", "Coachee"],
        "step": [
            {"id": "ways", "kind": "notes", "title": "Ways"},
            {
                "id": "order",
                "kind": "notes",
                "title": "In my own order",
                "private": True,
                "layout": "columns",
                "columns": ["Good", "Awful"],
                "start_with": "ways",
            },
            {"id": "pick", "kind": "choose", "title": "Which", "from": "ways"},
            {"id": "sure", "kind": "rate", "title": "How sure", "scale": [1, 10], "rows": {"from": "pick"}},
            {"id": "do", "kind": "actions", "title": "What I will do", "from": "ways"},
        ],
    }
)


def _sorting() -> SessionEditor:
    people = (Person(id="ann0", name="Ann", role="Coachee"), Person(id="ben0", name="Ben", role="Coach"))
    empty = Working(Session(id="aaaaaaaaaaaaaaaa", framework=SORTED, people=people), Spot("ways"))
    return SessionEditor(empty, FixedClock(), CountingMint())


def sorted_in_private() -> Session:
    """Where a note that may be seen stands at a private step."""
    editor = _sorting()
    editor.move_note(Spot("order"), editor.add_note(Spot("ways"), "the new timetable"), column="Awful")
    return editor.session


def taken_over(mark: Mark | None = None, *, limit: bool = False) -> Session:
    """A private note, or one from where a limit was reached, became an action; one that was picked there was rated."""
    editor = _sorting()
    way = editor.add_note(Spot("ways"), "tell the head")
    other = editor.add_note(Spot("ways"), "wait for spring")
    editor.pick(Spot("pick"), other)
    made = editor.rate(Spot("sure"), 7, row=other), editor.commit(Spot("do"), "tell the head on Monday", source=way)
    if limit:
        editor.reach_limit(Spot("pick"), "Ms Example", "yes")
        editor.reach_limit(Spot("ways"), "Ms Example", "yes")
    else:
        editor.mark(way, "private")
    for one in made:
        editor.mark(one, mark)
    return editor.session


def marked_before(*, again: bool = False, private: bool = False) -> Session:
    """An action was marked as one that may be shared; only then a limit was reached where it had been taken from.

    `again`: and marked once more after it. `private`: with a private action between the two.
    """
    editor = _sorting()
    way = editor.add_note(Spot("ways"), "tell the head")
    between = editor.commit(Spot("do"), "tell nobody else", source=way) if private else way
    made = editor.commit(Spot("do"), "tell the head on Monday", source=between)
    if private:
        editor.mark(between, "private")
    editor.mark(made, "shareable")
    editor.reach_limit(Spot("ways"), "Ms Example", "yes")
    if again:
        editor.mark(made, "shareable")
    return editor.session


@pytest.mark.parametrize("private", [True, False])
def test_a_mark_of_before_a_limit_opens_nothing_and_one_of_after_it_does(*, private: bool) -> None:
    for reader in ("coachee", "the reader"):
        before = for_audience(marked_before(private=private), LEVELS[1])
        after = for_audience(marked_before(again=True, private=private), LEVELS[1])
        assert "tell the head" not in repr(share(before, reader))
        assert "tell the head on Monday" in repr(share(after, reader))
        assert not [one for one in questions(for_audience(before, LEVELS[2]), "the reader") if "head" in one.words]
        (told,) = [one for one in held_back(before, reader) if one.words.startswith("tell the head on Monday")]
        assert told.reason == "grew from something held back"
        assert let_go(before) == frozenset()
        assert len(let_go(after)) == 1


def test_a_second_limit_at_the_same_step_needs_a_mark_of_its_own() -> None:
    editor = SessionEditor(Working(marked_before(again=True), Spot("do")), FixedClock(), CountingMint(500))
    assert "tell the head" in repr(share(for_audience(editor.session, LEVELS[1]), "the reader"))
    editor.reach_limit(Spot("ways"), "Ms Example", "yes")
    assert "tell the head" not in repr(share(for_audience(editor.session, LEVELS[1]), "the reader"))


def test_undo_does_not_bring_a_mark_of_before_a_limit_to_bear() -> None:
    editor = _sorting()
    made = editor.commit(Spot("do"), "tell the head", source=editor.add_note(Spot("ways"), "the head"))
    editor.mark(made, "shareable")
    editor.reach_limit(Spot("ways"), "Ms Example", "yes")
    editor.mark(made, None)
    editor.undo()
    assert "tell the head" not in repr(share(for_audience(editor.session, LEVELS[1]), "the reader"))


def test_a_file_of_before_marks_knew_of_limits_keeps_what_was_made_there() -> None:
    document = json.loads(json.dumps(to_document(Working(marked_before(again=True), Spot("do")))))
    for action in document["records"]["do"]["actions"]:
        del action["marked_after"]
    old = for_audience(from_document(document).session, LEVELS[1])
    assert "tell the head" not in repr(share(old, "the reader"))


@pytest.mark.parametrize("limit", [True, False])
def test_what_was_taken_over_from_what_stays_stays_until_somebody_says_otherwise(*, limit: bool) -> None:
    for reader in ("coachee", "the reader"):
        kept = for_audience(taken_over(limit=limit), LEVELS[1])
        let_go = for_audience(taken_over("shareable", limit=limit), LEVELS[1])
        assert "tell the head" not in repr(share(kept, reader))
        assert "tell the head on Monday" in repr(share(let_go, reader))
        assert not [one for one in questions(for_audience(kept, LEVELS[2]), "the reader") if "head" in one.words]
        (told,) = [one for one in held_back(kept, reader) if one.words.startswith("tell the head on Monday")]
        assert told.reason == "grew from something held back"


def test_what_was_picked_where_a_limit_was_reached_is_not_told_by_a_later_step() -> None:
    """The note itself was said where nothing was reached; that it was picked and rated came of the step where it was."""
    editor = _sorting()
    other = editor.add_note(Spot("ways"), "wait for spring")
    editor.pick(Spot("pick"), other)
    editor.rate(Spot("sure"), 7, row=other)
    before = share(for_audience(editor.session, LEVELS[1]), "the reader")
    editor.reach_limit(Spot("pick"), "Ms Example", "yes")
    after = share(for_audience(editor.session, LEVELS[1]), "the reader")
    titles = [[part.title for stage in one.stages for part in stage.parts] for one in (before, after)]
    assert titles == [["Ways", "Which", "How sure"], ["Ways"]]


#: Conversations in which something happened that chance seldom comes by.
SELDOM = (
    *(drawn_in_for_nobody, sorted_in_private, taken_over, lambda: taken_over(limit=True), marked_before),
    *(lambda: marked_before(again=True), lambda: marked_before(private=True)),
)

#: Doors left open by mistake: each must be noticed.
BREAKS: dict[str, tuple[object, str, object]] = {
    "private things pass": (Policy, "verdict", lambda self, contents, thing: self.level(contents)),
    "names pass without leave": (Policy, "grants", lambda self, content, key: True),
    "what hangs on something held back passes": (sifting, "_stands", lambda sieve, one, ref: True),
    "a remark counts as no more than its step": (redacting, "_said", lambda sieve, step, thing, words: words),
    "what came up where a limit was reached passes": (sifting, "withheld", lambda session: frozenset()),
    "what was placed where a limit was reached passes": (redacting, "_is_closed", lambda sieve, key: False),
    "others hear what was agreed for others": (sharing_terms, "OWN", "the reader"),
    "what grew from something that stays passes": (sifting, "grown", lambda session: frozenset()),
    "a mark of before a limit opens what was made there": (
        descent,
        "_opened",
        lambda thing, limits: thing.mark == "shareable",
    ),
    "which limits were reached is forgotten": (
        descent,
        "reached_at",
        lambda session: dict.fromkeys(withheld(session), frozenset()),
    ),
    "where something stands at a private step passes": (sifting, "private_spots", lambda session: frozenset()),
    "the unfinished lines of a round": (sifting.Sieve, "passes", lambda self, ref: True),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_door_left_open_is_noticed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    where, what, instead = BREAKS[name]
    monkeypatch.setattr(where, what, instead)
    random = Random(7)
    known = (*(one() for one in SELDOM), *conversations(60))
    assert any(differ(said, levels, random, random.choice(READERS)) for said in known for levels in LEVELS)


def test_no_door_is_open_beside_those() -> None:
    random = Random(7)
    every = [(one(), levels, who) for one in SELDOM for levels in LEVELS for who in READERS]
    assert not any(differ(one, levels, random, who) for one, levels, who in every)
