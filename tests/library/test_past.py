"""What came before a session: whose, in which order, what is still open, and what was agreed."""

from datetime import date, datetime

from tests.support.held import ANN, BEN, holding, with_roles

from coachtui.flow.places import reviewed
from coachtui.framework.steps import ReviewStep
from coachtui.library.past import agreement_in_force, past_for, past_of
from coachtui.library.promises import all_actions, due, still_open
from coachtui.library.threads import earlier, people_of, threads
from coachtui.session.models import Agreement, Person, Session
from coachtui.session.spot import Spot
from coachtui.session.things import ActionRef, Status

ACTIONS = Spot("actions")
SINCE = Spot("look-back/since")
CAL = Person(id="cal0", name="Cal", role="Coach")

FIRST, SECOND, THIRD = "2026-11-07T16:00:00+00:00", "2026-11-14T16:00:00+00:00", "2026-11-21T16:00:00+00:00"


def first() -> Session:
    """Ann is coached by Ben: she promises one thing, he another."""
    editor = holding(session="aaaa", start=FIRST)
    ring = editor.commit(ACTIONS, "ring the parents")
    editor.set_field(ring, "by when", "Friday", due=date(2026, 11, 13))
    send = editor.commit(ACTIONS, "send the article", by=BEN.id)
    editor.set_who(send, BEN.id)
    return editor.session


def second() -> Session:
    """The same two the other way round."""
    editor = holding(people=with_roles(BEN, ANN), session="bbbb", start=SECOND)
    editor.commit(ACTIONS, "watch a lesson")
    return editor.session


def told(session: Session, status: Status, about: Session, number: int = 0, *, at: str = THIRD) -> Session:
    """A follow-up in which is told what became of an action."""
    editor = holding(session=session.id, start=at, follows=about.id)
    action = actions_of(about)[number]
    editor.report(SINCE, ActionRef(session=about.id, id=action), status, "it was easy")
    return editor.session


def actions_of(session: Session) -> list[str]:
    """The ids of a session's actions."""
    return [one.ref.id for one in all_actions([session])]


def names(session: Session, *others: Session) -> list[str]:
    """The ids of what came before a session."""
    return [one.id for one in earlier([session, *others], session)]


def test_the_same_two_make_one_thread_either_way_round() -> None:
    third = holding(session="cccc", start=THIRD).session
    assert names(third, second(), first()) == ["aaaa", "bbbb"]


def test_people_who_share_only_one_have_another_thread() -> None:
    other = holding(people=(ANN, CAL), session="dddd", start=FIRST).session
    third = holding(session="cccc", start=THIRD).session
    assert names(third, other, first()) == ["aaaa"]
    assert [thread.sessions[-1].id for thread in threads([other, first(), third])] == ["cccc", "dddd"]


def test_an_observer_changes_nothing_of_whose_thread_it_is() -> None:
    observer = Person(id="dot0", name="Dot", role="Observer")
    watched = holding(people=(ANN, BEN, observer), session="cccc", start=THIRD).session
    assert people_of(watched) == people_of(first())


def test_of_a_group_everyone_counts() -> None:
    group = (ANN, BEN, *(Person(id=f"mem{n}", name=f"M{n}", role="Member") for n in range(3)))
    assert people_of(holding(people=group).session) == {one.id for one in group}


def test_what_begins_later_is_not_the_past() -> None:
    assert names(first(), second()) == []


def test_without_people_the_past_is_what_was_followed() -> None:
    one = holding(people=(), session="aaaa", start=FIRST).session
    two = holding(people=(), session="bbbb", start=SECOND, follows="aaaa").session
    three = holding(people=(), session="cccc", start=THIRD, follows="bbbb").session
    other = holding(people=(), session="dddd", start=FIRST).session
    assert names(three, one, two, other) == ["aaaa", "bbbb"]
    assert len(threads([one, two, three, other])) == 2


def test_links_that_lead_round_in_a_circle_end() -> None:
    one = holding(people=(), session="aaaa", start=FIRST, follows="bbbb").session
    two = holding(people=(), session="bbbb", start=FIRST, follows="aaaa").session
    three = holding(people=(), session="cccc", start=THIRD, follows="bbbb").session
    assert sorted(names(three, one, two)) == ["aaaa", "bbbb"]


def test_the_coachs_own_promises_come_before_the_coachees() -> None:
    past = past_for(holding(session="cccc", start=THIRD).session, [first()])
    assert [(one.who, one.who_role, one.status) for one in past.open_actions] == [
        ("Ben", "Coach", "open"),
        ("Ann", "Coachee", "open"),
    ]


def test_what_is_done_or_dropped_is_not_open_and_the_newest_word_counts() -> None:
    origin = first()
    moving = told(holding(session="bbbb").session, "moving", origin, at=SECOND)
    done = told(holding(session="cccc").session, "done", origin, at=THIRD)
    every = [origin, moving, done]
    found = {one.ref.id: (one.status, one.learned) for one in all_actions(every)}
    assert found[actions_of(origin)[0]] == ("done", "it was easy")
    assert [one.action.text for one in still_open(all_actions(every))] == ["send the article"]
    assert found == {one.ref.id: (one.status, one.learned) for one in all_actions(reversed(every))}


def test_an_action_told_of_in_a_session_is_still_looked_back_on_when_it_is_opened_again() -> None:
    origin = first()
    follow_up = told(holding(session="cccc").session, "done", origin)
    past = past_for(follow_up, [origin, follow_up])
    assert actions_of(origin)[0] in [one.ref.id for one in past.open_actions]


def test_due_are_the_open_ones_up_to_a_day() -> None:
    actions = all_actions([first()])
    assert [one.action.text for one in due(actions, date(2026, 11, 13))] == ["ring the parents"]
    assert due(actions, date(2026, 11, 12)) == ()


def test_the_newest_agreement_is_in_force() -> None:
    old = first().model_copy(update={"agreement": Agreement(levels={"group": {"topic": "no"}})})
    new = second().model_copy(update={"agreement": Agreement(levels={"group": {"topic": "yes"}})})
    none = holding(session="cccc", start=THIRD).session
    assert agreement_in_force([old, new, none]) == new.agreement
    assert past_of([new, none, old]).agreement == new.agreement
    assert agreement_in_force([none]) is None


def test_an_action_of_nobody_in_particular_is_the_coachees() -> None:
    editor = holding(people=(), session="aaaa", start=FIRST)
    editor.commit(ACTIONS, "ring the parents")
    (action,) = all_actions([editor.session])
    assert (action.who, action.who_role) == ("Coachee", "Coachee")
    assert action.promised == datetime.fromisoformat(FIRST).date()


def private_at(session: Session, step: str) -> Session:
    """The same session, held with a framework in which this step is private."""
    steps = [one.model_copy(update={"private": one.id == step}) for one in session.framework.steps]
    framework = session.framework.model_copy(update={"steps": tuple(steps)})
    return session.model_copy(update={"framework": framework})


def test_what_was_promised_in_private_comes_up_in_a_private_review_only() -> None:
    origin = private_at(first(), "actions")
    follow_up = holding(session="cccc", start=THIRD, follows=origin.id).session
    past = past_for(follow_up, [origin])
    review = follow_up.framework.step(SINCE.step)
    assert isinstance(review, ReviewStep)
    assert reviewed(follow_up, past, review) == ()
    assert len(reviewed(follow_up, past, review.model_copy(update={"private": True}))) == 2
    assert [one.private for one in past.open_actions] == [True, True]


def test_other_promises_are_not_private() -> None:
    past = past_for(holding(session="cccc", start=THIRD).session, [first()])
    assert [one.private for one in past.open_actions] == [False, False]
