"""The door: two sessions that differ only in what an audience may not see give the very same export, byte for byte."""

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

from coachtui.framework.models import Framework
from coachtui.framework.steps import CONTENTS
from coachtui.report.handed import WRITERS, written
from coachtui.session.editor import SessionEditor
from coachtui.session.models import Agreement, Session, Working
from coachtui.session.spot import Spot
from coachtui.sharing import Shared, held_back, questions, share, sifting
from coachtui.sharing import redact as redacting
from coachtui.sharing.policy import Policy

OPEN = workings(sessions(st.one_of(frameworks(every_kind=True), frameworks())))
SEEDS = st.integers(0, 2**32 - 1)
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
#: The pairs of one run: so many sessions, each before every set of levels below.
ANY = settings(max_examples=soaked(200), phases=PHASES, report_multiple_bugs=False)

LEVELS: tuple[Mapping[str, str], ...] = (
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


def for_audience(session: Session, levels: Mapping[str, str]) -> Session:
    return session.model_copy(update={"agreement": Agreement(levels={"the reader": dict(levels)})})


def differ(session: Session, levels: Mapping[str, str], random: Random) -> bool:
    """Whether a twin that differs only in what may not be seen can be told from the session by what is handed over."""
    session = for_audience(session, levels)
    asked = frozenset(one.key for one in questions(session, "the reader") if random.random() < 0.5)
    other, renamed = twin(session, levels, asked, random)
    mine = share(session, "the reader", dict.fromkeys(asked, True))
    others = share(for_audience(other, levels), "the reader", dict.fromkeys(renamed, True))
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
        assert not differ(said, levels, random)


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


#: Doors left open by mistake: each must be noticed.
BREAKS: dict[str, tuple[object, str, object]] = {
    "private things pass": (Policy, "verdict", lambda self, contents, thing: self.level(contents)),
    "names pass without leave": (Policy, "grants", lambda self, content, key: True),
    "what hangs on something held back passes": (sifting, "_stands", lambda sieve, one, ref: True),
    "a remark counts as no more than its step": (redacting, "_said", lambda sieve, step, thing, words: words),
    "what came up where a limit was reached passes": (sifting, "withheld", lambda session: frozenset()),
    "what was placed where a limit was reached passes": (redacting, "_is_closed", lambda sieve, key: False),
    "the unfinished lines of a round": (sifting.Sieve, "passes", lambda self, ref: True),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_door_left_open_is_noticed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    where, what, instead = BREAKS[name]
    monkeypatch.setattr(where, what, instead)
    random = Random(7)
    known = (drawn_in_for_nobody(), *conversations(60))
    assert any(differ(said, levels, random) for said in known for levels in LEVELS)


def test_no_door_is_open_beside_those() -> None:
    random = Random(7)
    assert not any(differ(drawn_in_for_nobody(), levels, random) for levels in LEVELS)
