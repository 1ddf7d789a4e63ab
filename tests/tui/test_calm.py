"""The session screen keeps still: quiet minutes, a clock that only says what it has to, a question that does not jump."""

from dataclasses import dataclass, replace

from tests.tui.support import (
    FakeConversation,
    FakeTalk,
    entry,
    fake,
    look,
    say,
    screens,
    start,
    talk_of,
    until,
    view_of,
)

from coachtui.desk import Desk
from coachtui.flow.spots import spots
from coachtui.session.spot import Spot
from coachtui.talk.view import OfferLine, View


async def test_a_quiet_minute_keeps_the_question_and_any_key_goes_on(desk: Desk) -> None:
    async with screens(desk, start(desk, "instant-pay-off")) as pilot:
        await say(pilot, "/go problem", "/silence")
        still = await look(pilot)
        assert "What exactly is the problem" in still
        assert "A quiet minute." in still
        assert "any key goes on" in still
        await pilot.press("h")
        after = await look(pilot)
        assert entry(pilot.app).text == "h", "no letter is lost"
        assert "A quiet minute." not in after
        assert "What exactly is the problem" in after


async def test_enter_only_ends_a_quiet_minute(desk: Desk) -> None:
    async with screens(desk, start(desk, "instant-pay-off")) as pilot:
        await say(pilot, "/go problem", "/silence")
        await pilot.press("enter")
        shown = await look(pilot)
        assert "A quiet minute." not in shown
        assert "Enter again" not in shown


async def test_the_question_always_begins_in_the_same_row(desk: Desk) -> None:
    conversation = start(desk, "grow")
    async with screens(desk, conversation) as pilot:
        rows: set[int] = set()
        talk = conversation.talk
        for spot in spots(talk.session, talk.past):
            await say(pilot, f"/go {spot.step.rpartition('/')[2]}")
            assert talk.spot == spot
            words = talk.view().question.split()[:3]
            drawn = (await look(pilot)).split("\n")
            rows.add(next(n for n, row in enumerate(drawn) if row.split()[:3] == words))
        assert len(rows) == 1
        assert max(rows) < 24 / 3, "in the upper third"


async def test_everything_a_moment_may_hold_fits_80_by_24() -> None:
    long = "What would you like to be different, a term from now, in what the team does in that hour?"
    offer = OfferLine("Time for the close. The short way: choose one way and one action.", "What I will go for", False)
    conversation = fake(
        question=long, offers=(offer,), notices=("To have ready: one large sheet; a marker.",), parked=3
    )
    async with screens(opening=conversation) as pilot:
        entry(pilot.app).insert("word " * 80)
        shown = await look(pilot)
        flat = " ".join(shown.split())
        assert "in what the team does in that hour?" in flat
        assert '/yes opens "What I will go for".' in flat
        assert "parked 3 saved" in flat
        assert entry(pilot.app).rows == 6
        assert all(len(row.strip()) <= 64 for row in shown.split("\n") if row.strip() and row.strip() in long)


@dataclass
class CountingTalk(FakeTalk):
    """A talk that counts how often it was asked what there is to show."""

    views: int = 0

    def view(self) -> View:
        """The one view, counted."""
        self.views += 1
        return self.shown


async def test_letters_ask_for_no_view() -> None:
    talk = CountingTalk(view_of())
    async with screens(opening=FakeConversation(talk)) as pilot:
        await pilot.press("a")
        before = talk.views
        await pilot.press(*"letters")
        await look(pilot)
        assert entry(pilot.app).text == "aletters"
        assert talk.views == before


async def test_a_hard_clock_says_minutes_then_seconds_then_words_and_moves_nobody() -> None:
    conversation = fake(clock_left=250)
    talk = conversation.talk
    async with screens(opening=conversation) as pilot:
        assert "5 min saved" in " ".join((await look(pilot)).split("\n")[0].split())
        talk.shown = replace(talk.shown, clock_left=45)
        await until(pilot, lambda shown: "45 s saved" in shown)
        over = "The time for this step is over. An empty line goes on (next: Options)."
        talk.shown = replace(talk.shown, clock_left=0, notices=(over,))
        shown = await until(pilot, lambda words: over in words)
        assert "0 s" not in shown
        talk_of(pilot.app)
        assert not talk.lines
        assert not talk.went


async def test_in_the_shared_view_no_minutes_stand() -> None:
    conversation = fake(minutes=4.0, minutes_in_all=30, spent=6.0, do=("Wait a little.",))
    async with screens(opening=conversation) as pilot:
        assert "min" not in (await look(pilot)).replace("coming", "")
        await pilot.press("ctrl+g")
        assert "24 min left · 6 of 30 gone · this step about 4" in await until(pilot, lambda shown: "tips" in shown)


async def test_the_short_way_is_taken_on_the_screen(desk: Desk) -> None:
    conversation = start(desk, "instant-pay-off")
    talk = conversation.talk
    talk.go(Spot("ways"))
    talk.line("Ask her")
    talk.go(Spot("blocks"))
    talk.editor.spend(talk.spot, talk.session.minutes * 60)
    async with screens(desk, conversation) as pilot:
        assert "? Time for the close. The short way: choose one way and one action." in await look(pilot)
        await say(pilot, "/yes")
        shown = await look(pilot)
        assert "Which of these ways will you go for?" in shown
        assert "Time for the close" not in shown
