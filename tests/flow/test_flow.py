"""Where next and back lead, what is offered, and how the minutes are shared: for any format and any conversation."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies.edits import Edits
from tests.strategies.given import START, soaked
from tests.strategies.sessions import workings

from coachtui.flow import spots as flow_spots
from coachtui.flow.asking import questions
from coachtui.flow.moves import back_spot, next_spot
from coachtui.flow.offers import offers
from coachtui.flow.pace import minutes_at
from coachtui.flow.past import NO_PAST
from coachtui.flow.places import places
from coachtui.flow.spots import spots
from coachtui.framework.models import Framework
from coachtui.framework.steps import ChooseStep, NotesStep
from coachtui.session.items import picked
from coachtui.session.models import Person, Session, Working
from coachtui.session.records import TextRecord
from coachtui.session.rounds import roles_at, round_items
from coachtui.session.spot import Spot
from coachtui.session.things import Passage
from coachtui.session.wording import LONGEST, filled


def tangled(working: Working) -> bool:
    """Many steps that sort the same notes over and over are right, and slow."""
    steps = [one for one in working.session.framework.steps if isinstance(one, NotesStep)]
    return sum(one.start_with is not None for one in steps) > (1 if working.session.framework.rounds else 3)


@st.composite
def edited(draw: st.DrawFn) -> Working:
    """A conversation in a random format after some random edits."""
    working: Working = draw(workings().filter(lambda one: not tangled(one)))
    edits = Edits.of(working, draw(st.integers(0, 2**32)))
    for _ in range(draw(st.integers(0, 25))):
        edits.step()
    return edits.editor.working


@settings(max_examples=soaked(80))
@given(edited())
def test_spots_are_unique_and_in_the_order_of_the_format(working: Working) -> None:
    order = spots(working.session, NO_PAST)
    assert len(set(order)) == len(order)
    ids = [one.id for one in working.session.framework.steps]
    rounds = {one.id: one for one in working.session.framework.rounds}
    firsts = [ids.index(one.step) for one in order if not any(one.step in each.steps for each in rounds.values())]
    assert firsts == sorted(firsts)


@settings(max_examples=soaked(80))
@given(edited())
def test_back_undoes_next_but_for_detours(working: Working) -> None:
    for spot in spots(working.session, NO_PAST):
        here = replace(working, spot=spot)
        following = next_spot(here, NO_PAST)
        if following.detour is None and following.returning is None and following.spot is not None:
            assert back_spot(replace(working, spot=following.spot), NO_PAST) == spot
        if following.spot is not None:
            assert following.spot in spots(working.session, NO_PAST)


@settings(max_examples=soaked(80))
@given(edited(), st.integers(0, 2**32))
def test_next_knows_a_way_from_a_spot_that_is_gone(working: Working, seed: int) -> None:
    steps = [one.id for one in working.session.framework.steps]
    random = Random(seed)
    for _ in range(5):
        here = replace(working, spot=Spot(random.choice(steps), random.choice([None, "gone0000000000", "person0"])))
        following = next_spot(here, NO_PAST)
        before = back_spot(here, NO_PAST)
        order = spots(working.session, NO_PAST)
        assert following.spot is None or following.spot in order
        assert before is None or before in order
        assert places(working.session, NO_PAST, here.spot)


@settings(max_examples=soaked(60))
@given(edited())
def test_a_step_that_an_option_opens_is_in_the_talk_only_where_one_is_picked_that_opens_it(working: Working) -> None:
    session = working.session
    choices = [one for one in session.framework.steps if isinstance(one, ChooseStep)]
    in_talk = {one.step for one in spots(session, NO_PAST)}
    for step in session.framework.steps:
        closed = [one for one in choices if step.id in one.openable]
        opened = [one for one in closed if any(step.id in one.opens(item) for item, _ in picked(session, one.id))]
        if closed and not opened:
            assert step.id not in in_talk
        elif step.when is None and session.framework.round_of(step.id) is None and not session.from_paper:
            assert step.id in in_talk


def test_each_choice_is_read_once_however_many_steps_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(session: Session, step: str) -> tuple[tuple[str, int], ...]:
        read.append(step)
        return picked(session, step)

    monkeypatch.setattr(flow_spots, "picked", counted)
    texts = [{"id": f"t{one}", "kind": "text", "title": "T"} for one in range(40)]
    opened = {"One": [f"t{one}" for one in range(0, 40, 2)]}
    choices = [{"id": f"c{one}", "kind": "choose", "options": ["One", "Two"], "open": opened} for one in range(3)]
    session = made().model_copy(
        update={"framework": Framework.model_validate({"id": "many", "name": "Many", "step": [*choices, *texts]})}
    )
    assert len(spots(session, NO_PAST)) == 23
    assert read == ["c0", "c1", "c2"]


@settings(max_examples=soaked(60))
@given(edited())
def test_offers_move_nobody_and_lead_somewhere(working: Working) -> None:
    order = spots(working.session, NO_PAST)
    for spot in order:
        here = replace(working, spot=spot)
        made = offers(here, NO_PAST)
        assert made == offers(here, NO_PAST)
        assert (here.spot, here.session) == (spot, working.session)
        for one in made:
            assert one.say
            assert one.to is None or (one.to in order and one.to != spot and one.because)


@settings(max_examples=soaked(60))
@given(edited())
def test_places_are_unique_and_each_has_its_questions(working: Working) -> None:
    for spot in spots(working.session, NO_PAST):
        found = places(working.session, NO_PAST, spot)
        assert len(set(found)) == len(found) > 0
        for place in found:
            assert all("{coachee}" not in one for one in questions(working.session, spot, place))


@settings(max_examples=soaked(60))
@given(edited())
def test_the_minutes_of_all_spots_are_the_minutes_chosen(working: Working) -> None:
    shares = [minutes_at(working.session, NO_PAST, one) for one in spots(working.session, NO_PAST)]
    told = [one for one in shares if one is not None]
    if told:
        assert sum(told) == pytest.approx(working.session.minutes)


def made(**more: object) -> Session:
    """A session of three people in a small format."""
    steps = [
        {"id": "topic", "kind": "text", "means": "topic", "title": "Topic"},
        {"id": "when", "kind": "text", "lines": "date", "title": "When"},
        {"id": "seat", "kind": "guide", "ask": ["{one}, {coachee}, {coach}, {topic}, {when}, {odd}"]},
    ]
    framework = Framework.model_validate(
        {"id": "small", "name": "Small", "step": steps, "roles": ["Coach", "Coachee", "Observer"], **more}
    )
    people = tuple(
        Person(id=f"p{n}", name=name, role=framework.roles[n]) for n, name in enumerate(["Alex", "Sam", "Kim"])
    )
    return Session(id="s", framework=framework, people=people)


def said(session: Session, step: str, text: str) -> Session:
    """The session with an answer."""
    record = TextRecord(passages=(Passage(id=f"of-{step}", at=START, text=text),))
    return session.model_copy(update={"records": {**session.records, step: record}})


ROUND = {"round": [{"id": "r", "for_each": "people", "call_it": "one", "steps": ["seat"], "rotate": ["A", "B"]}]}


def test_braces_are_filled_in_from_the_session_and_from_nothing_else() -> None:
    session, spot = made(**ROUND), Spot("seat", "p2")
    ask = session.framework.step("seat").ask[0]
    assert filled(session, spot, ask) == "Kim, Sam, Alex, the topic, When, {odd}"
    told = said(said(session, "topic", "Year 8,\n{coachee} and marking"), "when", "2026-12-01")
    assert filled(told, spot, ask) == "Kim, Sam, Alex, Year 8, {coachee} and marking, Tuesday 1 December 2026, {odd}"
    long = said(session, "topic", "word " * 100)
    assert len(filled(long, spot, "{topic}")) <= LONGEST


def test_roles_move_one_seat_for_each_item() -> None:
    session = made(**ROUND)
    (round_,) = session.framework.rounds
    seats = [dict(roles_at(session, Spot("seat", one.id))) for one in round_items(session, round_)]
    assert seats == [{"A": "Alex", "B": "Sam"}, {"A": "Sam", "B": "Kim"}, {"A": "Kim", "B": "Alex"}]
    assert roles_at(session, Spot("topic")) == ()
