"""The shipped frameworks as texts: they validate, they read well, they fit their time, and every reference is met.

Reads the files in `frameworks/` and the test-only framework beside this file; touches nothing else. The loader has tests
of its own: here the files are read plainly, so that a fault in the words is not hidden behind a fault in the loader.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from coachtui.framework.base import Facet, Source, Taken
from coachtui.framework.models import Framework
from coachtui.framework.steps import (
    CONTENTS,
    KINDS,
    ActionsStep,
    AgreementStep,
    BaseStep,
    ChooseStep,
    GuideStep,
    Layout,
    LinkStep,
    NotesStep,
    RateStep,
    ReviewStep,
    TextStep,
)

HERE = Path(__file__).parent
SHIPPED = HERE.parents[1] / "frameworks"
EVERYTHING = HERE / "everything.toml"

WHOLE = [*sorted(SHIPPED.glob("*.toml")), EVERYTHING]
PARTS = [*sorted((SHIPPED / "parts").glob("*.toml")), *sorted((HERE / "parts").glob("*.toml"))]
ALL = [*WHOLE, *PARTS]

STEP_MODELS = (
    GuideStep,
    TextStep,
    NotesStep,
    ChooseStep,
    RateStep,
    LinkStep,
    ActionsStep,
    AgreementStep,
    ReviewStep,
)

#: Two lines of the widest a question may be on screen.
LONGEST = 128

#: Coach-speak that a teacher would smile at, and American usage.
NOT_OUR_WORDS = re.compile(
    r"\b(why|leverage|stakeholders?|synerg\w+|unpack|deep[- ]dive|going forward|circle back|reach out|touch base|"
    r"takeaways?|actionable|empower\w*|journey|learnings|students?|principal|semester|mom|math|gotten|behavior|"
    r"program|organiz\w+|prioritiz\w+|realiz\w+|recogniz\w+)\b",
    re.IGNORECASE,
)


def read(path: Path) -> Framework:
    """One file as it stands, nothing expanded; an unknown key is an error."""
    return Framework.model_validate(tomllib.loads(path.read_text(encoding="utf-8")), extra="forbid")


def part(name: str, beside: Path) -> Framework:
    """The part of this name: one beside the framework wins over a shipped one."""
    own = beside.parent / "parts" / f"{name}.toml"
    return read(own if own.exists() else SHIPPED / "parts" / f"{name}.toml")


def in_order(path: Path) -> list[BaseStep]:
    """All steps of a framework in the order of the talk, those of its opening and closing included."""
    whole = read(path)
    opening = [step for name in whole.opening for step in part(name, path).steps]
    closing = [step for name in whole.closing for step in part(name, path).steps]
    return [*opening, *whole.steps, *closing]


def name_of(path: Path) -> str:
    """A readable name for a case."""
    return f"{path.parent.name}/{path.stem}"


def facets(step: BaseModel) -> Iterator[Facet]:
    """The rows, columns and options of a step or a board that are written in the file."""
    for field in ("rows", "columns", "options"):
        value = getattr(step, field, ())
        if isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, Facet))


def questions(whole: Framework) -> Iterator[str]:
    """Every question of a file: of its steps, their columns, rows and options, and of its boards."""
    for step in whole.steps:
        yield from (*step.ask, *step.follow)
        for facet in facets(step):
            yield from facet.ask
    for board in whole.boards:
        for facet in facets(board):
            yield from facet.ask


def shown(whole: Framework) -> Iterator[str]:
    """Every text of a file that may stand on the screen."""
    yield from (whole.name, whole.words, whole.summary, whole.use_when, whole.not_when)
    yield from questions(whole)
    for step in whole.steps:
        yield from (step.title, step.stage, step.hint or "", *step.do, *step.avoid)
        yield from (facet.name for facet in facets(step))
        if isinstance(step, GuideStep):
            yield from step.say
        if isinstance(step, AgreementStep):
            yield from (*step.clauses, *step.limits, *step.presets)
        if isinstance(step, RateStep) and step.check:
            yield step.check.say


def sources(step: BaseModel) -> Iterator[Source]:
    """Where a step or a board takes things from."""
    for field in ("from_", "to", "start_with"):
        value = getattr(step, field, None)
        if isinstance(value, Source):
            yield value
    for field in ("rows", "columns"):
        value = getattr(step, field, ())
        if isinstance(value, Taken):
            yield value.from_


def jumps(step: BaseStep) -> Iterator[str]:
    """The steps that a step offers to go to or opens."""
    if isinstance(step, ChooseStep):
        yield from step.openable
        yield from step.go_to.values()
        yield from (one.go_to for one in step.options if one.go_to)
    if isinstance(step, RateStep) and step.check and step.check.go_to:
        yield step.check.go_to


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_a_file_is_valid_and_named_after_its_id(path: Path) -> None:
    whole = read(path)
    assert whole.id == path.stem
    assert whole.part == (path in PARTS)
    assert whole.steps


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_every_question_fits_two_lines_and_is_asked_plainly(path: Path) -> None:
    for question in questions(read(path)):
        assert len(question) <= LONGEST, question
        assert not NOT_OUR_WORDS.search(question), question
        assert question.endswith("?"), question
        assert question.count("?") == 1, f"two questions in one: {question}"


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_texts_keep_their_voice_down_and_their_quotation_marks_straight(path: Path) -> None:
    for text in shown(read(path)):
        assert "!" not in text, text
        assert not set(text) & set("\u2018\u2019\u201c\u201d"), text


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_no_question_is_asked_twice_in_one_step(path: Path) -> None:
    for step in read(path).steps:
        asked = (*step.ask, *step.follow)
        assert len(asked) == len(set(asked)), step.id


@pytest.mark.parametrize("path", [one for one in ALL if one.is_relative_to(SHIPPED)], ids=name_of)
def test_every_shipped_step_has_a_heading_a_title_and_a_question(path: Path) -> None:
    for step in read(path).steps:
        assert step.stage, step.id
        assert step.title, step.id
        assert step.ask or isinstance(step, GuideStep), step.id


@pytest.mark.parametrize("path", WHOLE, ids=name_of)
def test_what_the_choice_of_format_shows_is_there(path: Path) -> None:
    whole = read(path)
    assert whole.words
    assert whole.summary
    assert whole.use_when
    assert whole.not_when


@pytest.mark.parametrize("path", WHOLE, ids=name_of)
def test_every_id_is_used_once_parts_included(path: Path) -> None:
    ids = [step.id for step in in_order(path)]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("path", WHOLE, ids=name_of)
@pytest.mark.parametrize("meeting", ["first", "follow-up"])
def test_opening_and_close_are_part_of_the_shortest_length(path: Path, meeting: str) -> None:
    other = {"first": "follow-up", "follow-up": "first"}[meeting]
    held = [step for step in in_order(path) if step.when != other]
    assert sum(step.minutes or 0 for step in held) <= min(read(path).minutes)


def refers_back(step: BaseStep, earlier: Sequence[str], boards: Sequence[str]) -> None:
    """What a step takes or shows stands before it."""
    for origin in sources(step):
        assert origin.origin in (*earlier, *boards), f"{step.id}: {origin.origin}"
    for place in step.show:
        assert place in (*earlier, *boards), f"{step.id}: {place}"


@pytest.mark.parametrize("path", WHOLE, ids=name_of)
def test_every_reference_is_met(path: Path) -> None:
    whole, steps = read(path), in_order(path)
    ids, boards = [step.id for step in steps], [board.id for board in whole.boards]
    for place, step in enumerate(steps):
        refers_back(step, ids[:place], boards)
        assert set(jumps(step)) <= set(ids), step.id
        if isinstance(step, NotesStep) and step.board:
            assert step.board in boards, step.id
        if isinstance(step, ChooseStep):
            answers = {one.name for one in step.options}
            assert set(step.go_to) | set(step.open) <= answers, step.id
            assert step.lift in (None, *boards), step.id
    for loop in whole.rounds:
        assert set(loop.steps) <= set(ids)
    for board in whole.boards:
        assert {origin.origin for origin in sources(board)} <= set(ids)


@pytest.mark.parametrize("path", WHOLE, ids=name_of)
def test_the_formats_a_format_leads_to_are_shipped(path: Path) -> None:
    for other in read(path).leads_to:
        assert (SHIPPED / f"{other}.toml").exists(), other


@pytest.mark.parametrize("path", WHOLE, ids=name_of)
def test_words_in_braces_name_something_of_the_session(path: Path) -> None:
    whole, steps = read(path), in_order(path)
    known = {"coach", "coachee", "topic", *(loop.call_it for loop in whole.rounds)}
    known |= {step.id for step in steps if isinstance(step, TextStep) and not step.private}
    for text in shown(whole):
        assert set(re.findall(r"\{([^{}]*)\}", text)) <= known, text


def test_instant_pay_off_asks_about_oneself_first() -> None:
    blocks = next(step for step in read(SHIPPED / "instant-pay-off.toml").steps if step.id == "blocks")
    assert isinstance(blocks, NotesStep)
    assert isinstance(blocks.columns, tuple)
    assert [one.name for one in blocks.columns] == ["In me", "In others", "In the situation"]
    assert all(one.ask for one in blocks.columns)


def test_the_first_agreement_is_three_sentences_and_never_promises_total_secrecy() -> None:
    first, later = read(SHIPPED / "parts" / "agreement.toml").steps
    assert isinstance(first, AgreementStep)
    assert isinstance(later, AgreementStep)
    assert len(first.clauses) == 3
    for step in (first, later):
        assert "risk" in " ".join(step.limits)
        assert "nobody can promise total secrecy" in " ".join(step.limits)
    assert first.audiences == later.audiences
    assert first.presets == later.presets


def test_a_preset_of_the_agreement_answers_for_every_kind_of_content() -> None:
    first = read(SHIPPED / "parts" / "agreement.toml").steps[0]
    assert isinstance(first, AgreementStep)
    for name, levels in first.presets.items():
        assert set(levels) == set(CONTENTS), name
    assert first.presets["Peer pair"]["topic"] == "yes"
    assert first.presets["Peer pair"]["actions"] == "ask"
    assert first.presets["Peer pair"]["points"] == "no"


def test_everything_uses_every_kind_and_every_layout() -> None:
    steps = in_order(EVERYTHING)
    assert {step.kind for step in steps} == set(KINDS)
    boards = read(EVERYTHING).boards
    layouts = {step.layout for step in steps if isinstance(step, NotesStep)} | {one.layout for one in boards}
    assert layouts == set(get_args(Layout))


@pytest.mark.parametrize("model", STEP_MODELS, ids=lambda model: str(model.__name__))
def test_everything_uses_every_setting_of_a_kind(model: type[BaseStep]) -> None:
    own = set(model.model_fields) - set(BaseStep.model_fields)
    used = {field for step in in_order(EVERYTHING) if isinstance(step, model) for field in step.model_fields_set}
    assert own <= used, own - used


def test_everything_uses_every_setting_that_all_steps_share() -> None:
    used = {field for step in in_order(EVERYTHING) for field in step.model_fields_set}
    assert set(BaseStep.model_fields) <= used
    assert {step.when for step in in_order(EVERYTHING)} == {None, "first", "follow-up", "remote", "group"}
