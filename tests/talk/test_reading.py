"""How the shipped formats read to people who have only read the README: what is asked, and what is offered for it."""

from tests.talk.holding import Held, hold, shipped

from coachtui.session.wording import filled
from coachtui.talk.view import ChooseBody, NotesBody


def offered(held: Held) -> dict[str, tuple[str, ...]]:
    """What can be picked, each with its marks."""
    body = held.view.body
    assert isinstance(body, ChooseBody)
    return {one.text: one.marks for one in body.entries}


def stock() -> Held:
    held = hold(shipped("whats-working-well"))
    held.say("/go notes", "+ reading hour", "~ homework", "- late buses", "/go how-up", "a bus rota", "a later bell")
    return held


def test_what_could_be_done_within_a_week_are_the_ideas() -> None:
    assert list(offered(stock().go("quick"))) == ["a bus rota", "a later bell"]


def test_only_notes_that_can_move_up_are_offered_to_be_lifted_or_to_need_patience() -> None:
    assert list(offered(stock().go("lift"))) == ["homework", "late buses"]
    assert list(offered(stock().go("patience"))) == ["homework", "late buses"]


def test_every_guess_is_offered_to_be_checked_marked_or_not_but_nothing_that_is_known() -> None:
    held = hold(shipped("perspective-circles"))
    held.say("/go who", "colleague", "/go me", "cross", "/go them", "hurried", "guess", "left alone", "tired", "told")
    held.go("worth-checking")
    assert offered(held) == {
        "hurried": ("colleague", "Feeling", "guess"),
        "left alone": ("colleague", "Feeling"),
    }


def test_a_long_label_never_stands_in_the_middle_of_a_sentence_that_is_read_aloud() -> None:
    held = hold(shipped("perspective-circles"))
    held.say("/go who", "a younger teacher in my team", "/go move-seat")
    body = held.view.body
    assert [one for one in getattr(body, "say", ()) if "younger" in one] == [
        "Whoever sits here says 'I', and is: a younger teacher in my team."
    ]
    held.say("", "")
    assert "younger" not in held.view.question


def test_sorting_says_in_words_how_and_takes_one_step() -> None:
    held = hold(shipped("grow"))
    held.say("/go reality", "meetings run over", "an agenda helped once", "/go sort")
    assert held.view.question == "Shall we sort these: where does each belong?"
    assert held.view.hint == "1 gets: puts 1 under Gets in the way"
    held.say("1 gets", "2 helps")
    body = held.view.body
    assert isinstance(body, NotesBody)
    assert {one.text: group.name for group in body.groups for one in group.entries} == {
        "meetings run over": "Gets in the way",
        "an agenda helped once": "Helps",
    }
    held.say("")
    assert held.talk.spot.step == "checkpoint"


def test_nothing_is_asked_twice_in_the_parts_of_one_step_after_the_other() -> None:
    for name in ("grow", "perspective-circles", "whats-working-well", "instant-pay-off"):
        framework = shipped(name)
        held = hold(framework)
        own = [one for one in framework.steps if "/" not in one.id]
        facets = [one for step in own for one in getattr(step, "columns", ()) if getattr(one, "ask", ())]
        asked = [filled(held.session, held.talk.spot, one.ask[0]) for one in (*own, *facets) if one.ask]
        assert len(asked) == len(set(asked)), name


def test_one_more_question_on_the_same_step_says_so() -> None:
    held = hold(shipped("grow"))
    held.say("/go goal", "one clear thing", "")
    assert held.view.follow
    assert held.view.place_name == "one more question"
