"""How a conversation moves with its minutes: the short way said once, quiet minutes, a clock that ends by words, paper."""

from tests.talk.holding import ALEX, SAM, Held, hold, shipped, steps

from coachtui.session.spot import Spot


def late() -> Held:
    """An instant pay-off in which the time is nearly gone while the blocks are still talked about."""
    held = hold(shipped("instant-pay-off"), minutes=20)
    held.go("ways").say("Ask her", "Write first")
    held.go("blocks").say("I put it off")
    held.ticks.now += 19 * 60
    held.say("no time")
    return held


def offered(held: Held) -> list[str]:
    """The short way, where it is offered now."""
    return [one.say for one in held.view.offers if one.short]


def test_the_short_way_is_said_once_and_taken_with_yes() -> None:
    held = late()
    assert offered(held) == ["Time for the close. The short way: choose one way and one action."]
    held.say("/yes")
    assert held.talk.spot == Spot("choose")
    assert not offered(held)
    held.say("1", "")
    assert held.talk.spot == Spot("actions"), "nothing leads back"


def test_left_alone_it_is_not_said_at_the_next_step_but_after_some_minutes_to_who_is_about_to_leave() -> None:
    held = late()
    assert offered(held)
    held.say("/next")
    assert not offered(held)
    held.ticks.now += 3 * 60
    held.say("One more way")
    assert offered(held), "the list has one place: an empty line would leave it"
    assert all(one.leaving for one in held.view.offers if one.short)
    held.say("/back")
    assert not offered(held)


def test_declined_it_is_gone_for_some_minutes() -> None:
    held = late()
    assert offered(held)
    held.say("/no")
    assert not offered(held)
    held.ticks.now += 5 * 60
    held.say("more")
    assert not offered(held), "two columns are still to be visited"
    held.say("", "")
    assert offered(held)


def test_a_y_where_no_words_are_asked_for_takes_it() -> None:
    held = hold(shipped("grow"), minutes=30)
    held.go("options").say("One")
    held.go("importance")
    held.ticks.now += 29 * 60
    held.say("7")
    assert offered(held)
    held.say("y")
    assert held.talk.spot == Spot("pick")


def test_what_was_not_on_show_has_not_been_said() -> None:
    held = hold(shipped("instant-pay-off"), minutes=20)
    held.go("blocks")
    assert not offered(held)
    held.ticks.now += 19 * 60
    held.say("/next")
    assert offered(held), "the minutes passed unseen, so it is said now"


def test_from_paper_nothing_is_timed() -> None:
    held = hold(shipped("instant-pay-off"), from_paper=True)
    held.ticks.now += 90 * 60
    held.go("blocks").say("one")
    view = held.view
    assert (view.spent, view.minutes, view.clock_left, view.offers, view.notices) == (None, None, None, (), ())


def test_minutes_are_told_to_who_asks_for_the_coachs_view() -> None:
    held = hold(shipped("grow"), minutes=30)
    held.ticks.now += 6 * 60
    held.say("In the staffroom")
    assert held.view.spent == 6


def test_a_quiet_minute_is_two_where_people_meet_remotely() -> None:
    held = hold(shipped("grow"))
    assert (held.say("/silence").said, held.reply.wants) == (("A quiet minute.",), "silence")
    far = hold(shipped("grow"), setting="remote")
    assert far.say("/silence").said == ("Two quiet minutes.",)
    assert not far.session.records


HARD = steps({"kind": "notes", "clock": "hard", "minutes": 5}, {"id": "end", "kind": "text", "title": "End"})


def test_a_hard_clock_counts_and_ends_by_words() -> None:
    held = hold(HARD, minutes=5)
    held.ticks.now += 20
    assert held.view.clock_left == 280
    held.ticks.now += 30
    assert held.view.clock_left == 250, "what is not booked yet is counted as well"
    held.say("one")
    held.ticks.now += 5 * 60
    held.say("two")
    assert held.view.clock_left == 0
    assert held.view.notices == ("The time for this step is over. An empty line goes on (next: End).",)
    assert held.talk.spot == Spot("notes")
    assert held.go("end").view.clock_left is None


def test_what_should_lie_ready_is_said_at_the_first_step_only() -> None:
    held = hold(shipped("instant-pay-off"))
    (said,) = held.view.notices
    assert said.startswith("To have ready: a place where nobody overhears you; the classroom board off;")
    held.say("Nothing about the trip goes further")
    assert not any("To have ready" in one for one in held.view.notices), "the page has other things to say then"
    held.say("/next")
    assert not held.view.notices


def test_the_ending_says_back_what_was_left_with_promised_and_agreed_for_next_time() -> None:
    held = hold(shipped("grow"), people=(SAM, ALEX))
    held.go("actions").say("Ask Jo on Tuesday", "Friday 27 November", "Keep it to myself", "", "/private 2")
    held.go("close/leaving").say("That I can ask")
    held.go("close/next-date").say("4 December")
    ending = held.talk.ending()
    assert ending.said_back() == (
        "You are leaving with: That I can ask",
        "To do: Ask Jo on Tuesday · Friday 27 November 2026 · Sam",
        "Next time: Friday 4 December 2026",
    )
    assert ending.swap_question() == "Swap chairs now? Then Sam asks, and Alex thinks."
    assert hold(shipped("instant-pay-off")).talk.ending().leads_to == ("grow",)
    alone = hold(shipped("grow"), people=()).talk.ending()
    assert (alone.said_back(), alone.chairs, alone.swap_question()) == ((), None, "")


def test_what_goes_well_afterwards_is_offered_at_the_last_step_in_words() -> None:
    held = hold(shipped("instant-pay-off"))
    held.talk.afterwards = lambda: ("GROW", "Perspective circles")
    assert "Afterwards" not in " ".join(held.view.notices)
    held.go("close-short/next-date")
    assert held.view.notices == ("Afterwards, if you like: GROW or Perspective circles.",)


def test_instant_pay_off_asks_no_more_than_twenty_minutes_hold() -> None:
    answers = {"text": "a sentence", "notes": "a note", "choose": "1", "rate": "8", "link": "1 2", "actions": "do it"}
    held = hold(shipped("instant-pay-off"), minutes=20)
    asked, goings, said = set[object](), 0, set[str]()
    while held.session.ended is None:
        view = held.view
        said |= {view.question} if view.question.endswith("?") else set()
        if view.kind in answers and (view.spot, view.place) not in asked:
            asked.add((view.spot, view.place))
            held.say("well" if view.follow else "Friday" if view.place.field == "by when" else answers[view.kind])
        else:
            held.say("")
            goings += 1
    # Somebody who answers everything once, opening and close included: about a minute for an answer and its going on.
    assert len(said) <= 17, sorted(said)  # the agreement's three among them, and what else will be done
    assert len(asked) + goings <= 32, (len(asked), goings)


def test_a_step_for_those_who_want_it_is_offered_by_the_step_before_and_asked_of_nobody_else() -> None:
    ways, ties = {"id": "ways", "kind": "notes"}, {"kind": "link", "from": "ways", "to": "blocks", "when": "wanted"}
    held = hold(steps({"id": "blocks", "kind": "notes"}, ways, ties, {"id": "after", "kind": "text", "title": "After"}))
    held.go("ways").say("a way")
    assert not held.view.offers, "there is nothing to tie it to"
    assert held.view.next_hint == "next: After"
    held.go("blocks").say("a block", "")
    assert [(one.say, one.to, one.leaving) for one in held.view.offers] == [
        ("One thing more before you go on, if you like.", "Link", True)
    ]
    held.say("")
    assert held.talk.spot == Spot("after")
    held.say("/back", "/yes")
    assert held.talk.spot == Spot("link")
    held.say("1 A", "")
    assert held.talk.spot == Spot("after")
    held.go("ways")
    assert not held.view.offers, "it has been said"
