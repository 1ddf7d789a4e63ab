"""Any edits, in any order, of any session: what must hold after each of them, after undo, after redo, and on disk."""

from collections.abc import Iterator
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.session.whole import agreed, apply, as_json, but_for_agreement, problems, things
from tests.strategies.edits import EDITS, TEXTS, Edits
from tests.strategies.frameworks import frameworks
from tests.strategies.given import soaked
from tests.strategies.sessions import sessions, workings

from coachtui.session.clauses import changes_of, clauses_at, levels_at, verdicts
from coachtui.session.document import changes, from_document, to_document
from coachtui.session.models import Session, Working
from coachtui.session.records import AgreementRecord
from coachtui.session.spot import Spot

OPEN = workings(sessions(st.one_of(frameworks(every_kind=True), frameworks())))
SEEDS = st.integers(0, 2**32 - 1)
# The edits hang on a seed, so there is nothing to gain from shrinking, and a failure should be told at once.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
ANY = settings(max_examples=soaked(100), phases=PHASES, report_multiple_bugs=False)


def people(session: Session) -> set[str]:
    return {one.id for one in session.people}


def undo_all(edits: Edits) -> None:
    while edits.editor.undo() is not None:
        pass


def redo_all(edits: Edits) -> None:
    while edits.editor.redo() is not None:
        pass


@ANY
@given(OPEN, SEEDS)
def test_after_every_edit_all_holds_and_all_is_stamped(working: Working, seed: int) -> None:
    edits = Edits.of(working, seed)
    for _ in range(60):
        before, moment = edits.session, edits.clock.now
        made = edits.step()
        assert problems(edits.session) == [], made
        known = things(before)
        assert edits.session.limits[: len(before.limits)] == before.limits, f"{made} touched a limit"
        if made not in ("undo", "redo"):
            for one in things(edits.session).values():
                if known.get(one.id) != one:
                    assert (one.edited or one.at) > moment, f"{made} left the old stamp on {type(one).__name__}"
                    assert one.id in known or one.by is not None
            assert set(known) <= set(things(edits.session)), f"{made} took something away without a tombstone"


@ANY
@given(OPEN, SEEDS)
def test_undo_all_the_way_is_the_start_and_redo_the_end(working: Working, seed: int) -> None:
    edits = Edits.of(working, seed)
    start = edits.session
    for _ in range(50):
        edits.step()
    redo_all(edits)
    end = edits.session
    undo_all(edits)
    assert but_for_agreement(edits.session, people(start)) == but_for_agreement(start, people(start))
    assert (edits.session.started, edits.session.ended) == (end.started, end.ended)
    assert edits.session.limits == end.limits
    assert problems(edits.session) == []
    redo_all(edits)
    assert but_for_agreement(edits.session, people(end)) == but_for_agreement(end, people(end))
    assert people(edits.session) == people(end)
    assert problems(edits.session) == []


def standing(session: Session) -> Iterator[tuple[object, ...]]:
    """The agreement as people would read it: clauses, the newest word of each person on each, and all levels."""
    for step in session.framework.steps:
        for spot in [spot for spot, record in session.records_of(step.id) if isinstance(record, AgreementRecord)]:
            for clause in clauses_at(session, spot):
                words = verdicts(session, spot, clause.id)
                yes = {by for by, one in words.items() if one.verdict == "accepted"}
                no = {by for by, one in words.items() if one.verdict == "declined"}
                yield spot, clause.id, clause.text, yes, no
            yield spot, levels_at(session, spot)


@ANY
@given(OPEN, SEEDS)
def test_nothing_that_was_agreed_disappears_and_undo_takes_it_back(working: Working, seed: int) -> None:
    edits = Edits.of(working, seed)
    for _ in range(70):
        entries = agreed(edits.session)
        edits.step()
        grown = agreed(edits.session)
        for key, found in entries.items():
            assert grown.get(key, [])[: len(found)] == found
    redo_all(edits)
    end, entries = list(standing(edits.session)), agreed(edits.session)
    undo_all(edits)
    for key, found in entries.items():
        assert agreed(edits.session).get(key, [])[: len(found)] == found
    keys = {key for key, one in edits.session.records.items() if isinstance(one, AgreementRecord)}
    fresh = working.session.model_copy(update={"records": {key: AgreementRecord() for key in keys}})
    for record in keys:
        spot = Spot.parse(record)
        for clause in clauses_at(edits.session, spot):
            assert {one.verdict for one in verdicts(edits.session, spot, clause.id).values()} <= {"withdrawn"}
        assert [one.id for one in clauses_at(edits.session, spot)] == [one.id for one in clauses_at(fresh, spot)]
        now, before = used(levels_at(edits.session, spot)), used(levels_at(fresh, spot))
        # Taken back where that audience was not known yet, a level is `no`: also where a step used later would begin with more.
        unknown = {(one.audience, one.content) for one in changes_of(edits.session) if one.before is None}
        assert now <= before
        assert {cell[:2] for cell in before - now} <= unknown
    redo_all(edits)
    assert list(standing(edits.session)) == end


def used(levels: dict[str, dict[str, str]]) -> set[tuple[str, str, str]]:
    """All levels but `no`: that nothing was ever said of an audience, and that nothing goes to it, are the same."""
    return {(who, what, level) for who, row in levels.items() for what, level in row.items() if level != "no"}


@ANY
@given(OPEN, SEEDS)
def test_the_file_is_the_session_and_the_journal_adds_up_to_it(working: Working, seed: int) -> None:
    document = as_json(to_document(working))

    def keep(before: Working, after: Working) -> None:
        apply(document, changes(before, after))

    edits = Edits.of(working, seed, keep)
    for turn in range(50):
        edits.step()
        if turn % 10 == 0:
            assert document == as_json(to_document(edits.editor.working))
    undo_all(edits)
    assert document == as_json(to_document(edits.editor.working))
    redo_all(edits)
    assert document == as_json(to_document(edits.editor.working))
    assert from_document(document) == edits.editor.working


#: Keys whose value is a table: what stands in it is not a field, and a new entry means something.
TABLES = {
    "drafts",
    "elapsed",
    "places",
    "records",
    "levels",
    "fields",
    "go_to",
    "open",
    "presets",
    "warnings",
    "weights",
}


def with_unknown(value: Any, key: str = "", above: str = "") -> Any:
    """The same document as a later version might have written it: one more field in every object."""
    if isinstance(value, list):
        return [with_unknown(one, key, above) for one in value]
    if not isinstance(value, dict):
        return value
    grown = {name: with_unknown(one, name, key) for name, one in value.items()}
    table = key in TABLES or above in ("levels", "presets")
    return grown if table else {**grown, "later_version": {"deep": ["שלום", 1, None, True]}}


@settings(max_examples=soaked(60), phases=PHASES)
@given(OPEN, SEEDS)
def test_unknown_fields_survive_at_every_level(working: Working, seed: int) -> None:
    edits = Edits.of(working, seed)
    for _ in range(60):
        edits.step()
    document = with_unknown(as_json(to_document(edits.editor.working)))
    opened = from_document(document)
    assert as_json(to_document(opened)) == document
    later = Edits.of(opened, seed)
    later.editor.enter(Spot("who"))
    later.editor.add_note(Spot("who"), "one more")
    written = as_json(to_document(later.editor.working))
    kept = str(written).count("later_version")
    assert kept == str(document).count("later_version") or "records" not in document


@settings(max_examples=soaked(40), phases=PHASES)
@given(OPEN, SEEDS)
def test_no_sentence_quotes_what_was_said(working: Working, seed: int) -> None:
    edits = Edits.of(working, seed)
    for _ in range(150):
        edits.step()
    said = {text.strip() for text in TEXTS if len(text) > 3}
    for sentence in edits.sentences:
        assert sentence.isprintable()
        assert not any(text in sentence for text in said)


def test_the_random_person_really_does_everything() -> None:
    """Otherwise the properties above would hold of very little."""
    made: dict[str, int] = {}
    refused = 0

    @settings(max_examples=20, derandomize=True, database=None)
    @given(workings(sessions(frameworks(every_kind=True))), SEEDS)
    def live(working: Working, seed: int) -> None:
        nonlocal refused
        edits = Edits.of(working, seed)
        for _ in range(120):
            edits.step()
        refused += edits.refused
        for name, count in edits.made.items():
            made[name] = made.get(name, 0) + count

    live()
    assert set(made) == set(EDITS)
    assert 0 < refused < sum(made.values())
