"""The duty-to-act card: over any session screen, chosen by one letter each, recorded with Enter, left with Escape."""

from pathlib import Path

import pytest
from tests.tui.support import entry, look, say, screens, start, talk_of, until
from textual.pilot import Pilot

from coachtui.desk import Conversation, Desk
from coachtui.framework.duty import LONGEST
from coachtui.session.spot import Spot
from coachtui.session.things import Limit
from coachtui.tui.screens.duty import Duty
from coachtui.tui.screens.panels import Ask, Blank
from coachtui.tui.screens.review.screen import Review
from coachtui.tui.screens.session import SessionScreen

CARD = """\
[duty]
speak_to = ["Ms Example, DSL, room 12, ext. 204", "Mr Other, deputy, 07700 900123"]
procedure = ["Stay with the person.", "Speak to the first of these you reach, in person."]
"""
SAID = "something nobody else may read"


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """The usual desk, with a card that is filled in."""
    desk.home.settings_file.write_text(CARD, encoding="utf-8")
    desk.__dict__.pop("settings_file", None)
    return desk


def limits(conversation: Conversation) -> list[tuple[str, str, str]]:
    return [(one.spot, one.told, one.told_first) for one in conversation.session.limits]


async def card(pilot: Pilot[None]) -> str:
    """Open the card by its command, and wait for it."""
    await say(pilot, "/duty")
    return await until(pilot, lambda shown: "Stop here" in shown)


async def back(pilot: Pilot[None]) -> str:
    """Wait until the conversation is in front again."""
    while not isinstance(pilot.app.screen, SessionScreen):
        await pilot.pause(0.01)
    return " ".join((await look(pilot)).split())


async def test_the_card_says_whom_to_speak_to_and_nothing_that_was_said(desk: Desk) -> None:
    conversation = start(desk)
    async with screens(desk, conversation) as pilot:
        await say(pilot, "/go topic", SAID)
        shown = await card(pilot)
        for words in (
            *("Ms Example, DSL, room 12, ext. 204", "Mr Other, deputy, 07700 900123"),
            *("Stay with the person.", "recorded on the school's own system, not here"),
            *("Normally the person is told first.", "never delays"),
        ):
            assert words in shown
        assert SAID not in shown
        assert "Ann" not in shown
    assert limits(conversation) == []


async def test_one_letter_each_and_enter_records_it(desk: Desk) -> None:
    conversation = start(desk)
    async with screens(desk, conversation) as pilot:
        await say(pilot, "/go topic")
        await card(pilot)
        await pilot.press("2", "t", "enter")
        assert "Recorded: a limit was reached." in await back(pilot)
    assert limits(conversation) == [("topic", "Mr Other, deputy, 07700 900123", "not yet")]


async def test_enter_records_nothing_before_both_are_said(desk: Desk) -> None:
    conversation = start(desk)
    async with screens(desk, conversation) as pilot:
        await card(pilot)
        await pilot.press("enter")
        await until(pilot, lambda shown: "Who will be told? A digit chooses." in shown)
        await pilot.press("1", "enter")
        await until(pilot, lambda shown: "Was the person told first? y, n or t." in shown)
        assert limits(conversation) == []
        await pilot.press("n", "y", "enter")
        await back(pilot)
    assert [told for _, _, told in limits(conversation)] == ["yes"]


async def test_other_words_are_a_name_and_no_story(desk: Desk) -> None:
    conversation = start(desk)
    async with screens(desk, conversation) as pilot:
        await card(pilot)
        await pilot.press("o")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Ask))
        await say(pilot, "x" * (LONGEST + 1))
        await until(pilot, lambda shown: "a name or a role of at most" in shown)
        await pilot.press("o")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Ask))
        await say(pilot, "the head of the other school")
        await until(pilot, lambda shown: "> o the head of the other school" in shown)
        await pilot.press("y", "enter")
        await back(pilot)
    assert [told for _, told, _ in limits(conversation)] == ["the head of the other school"]


async def test_escape_records_nothing_and_the_half_line_is_still_there(desk: Desk) -> None:
    conversation = start(desk)
    async with screens(desk, conversation) as pilot:
        await say(pilot, "/go topic")
        entry(pilot.app).insert("half a lin")
        talk_of(pilot.app).do("duty")
        await until(pilot, lambda shown: "Stop here" in shown)
        await pilot.press("1", "y", "escape")
        await back(pilot)
        assert entry(pilot.app).text == "half a lin"
        assert limits(conversation) == []
        # From the menu over the half line, and recorded this time: the line is still there.
        await pilot.press("ctrl+p")
        entry(pilot.app).insert("duty")
        await pilot.press("enter")
        await until(pilot, lambda shown: "Stop here" in shown)
        await pilot.press("1", "y", "enter")
        await back(pilot)
        assert entry(pilot.app).text == "half a lin"
    assert conversation.talk.working.drafts["topic"] == "half a lin"
    assert len(limits(conversation)) == 1


async def test_undo_does_not_take_it_away(desk: Desk) -> None:
    conversation = start(desk)
    async with screens(desk, conversation) as pilot:
        await say(pilot, "/go topic", "one thing")
        await card(pilot)
        await pilot.press("1", "n", "enter")
        await back(pilot)
        await say(pilot, "/undo", "/undo", "/redo")
    assert [told for _, _, told in limits(conversation)] == ["no"]


async def test_every_kind_of_step_opens_it_and_every_key_is_a_click(desk: Desk) -> None:
    conversation = start(desk)
    async with screens(desk, conversation) as pilot:
        for step in conversation.session.framework.steps:
            conversation.talk.go(Spot(step.id))
            await card(pilot)
            await pilot.press("ctrl+b")
            await until(pilot, lambda _: isinstance(pilot.app.screen, Blank))
            await pilot.press("x")
            await until(pilot, lambda _: isinstance(pilot.app.screen, Duty))
            await pilot.press("escape")
            await back(pilot)
        await card(pilot)
        assert isinstance(pilot.app.screen, Duty)
        for words in ("Ms Example", "t not yet", "Enter records"):
            await click_on(pilot, words)
        await back(pilot)
    assert [told for _, _, told in limits(conversation)] == ["not yet"]


async def click_on(pilot: Pilot[None], words: str) -> None:
    """Click on the first place where these words stand."""
    rows = (await look(pilot)).splitlines()
    row = next(number for number, one in enumerate(rows) if words in one)
    await pilot.click(offset=(rows[row].index(words), row))
    await pilot.pause()


@pytest.mark.parametrize("size", [(20, 8), (40, 12), (80, 24), (160, 50)])
async def test_it_can_be_used_at_any_size(desk: Desk, size: tuple[int, int]) -> None:
    conversation = start(desk)
    async with screens(desk, conversation, size) as pilot:
        talk_of(pilot.app).do("duty")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Duty))
        await look(pilot)
        await pilot.press("1", "t", "enter")
        await back(pilot)
    assert len(limits(conversation)) == 1


async def test_what_is_open_only_to_read_shows_the_card_and_records_nothing(desk: Desk) -> None:
    held = start(desk)
    assert held.save_now(10)
    second = desk.resume(held.kept.path)
    assert second.read_only
    async with screens(desk, second) as pilot:
        talk_of(pilot.app).do("duty")
        await until(pilot, lambda shown: "Ms Example" in shown)
        await pilot.press("1", "y", "enter")
        await until(pilot, lambda shown: "Nothing can be recorded here." in shown)
        await pilot.press("escape")
        await back(pilot)
    assert limits(second) == []
    assert held.close()


def test_an_entry_has_no_place_for_what_was_disclosed() -> None:
    assert set(Limit.model_fields) == {
        *("id", "at", "edited", "by", "mark", "marked_after", "gone"),
        *("spot", "told", "told_first"),
    }


# -- afterwards


async def held(desk: Desk) -> str:
    """A closed conversation in which a limit was reached; its id."""
    conversation = start(desk)
    for line in ("/go topic", SAID, "/duty 1 not yet", "/go goal", "leave at five"):
        assert not conversation.talk.line(line).problem
    conversation.talk.editor.end()
    assert conversation.close()
    return conversation.id


async def opened(pilot: Pilot[None], desk: Desk, session: str) -> str:
    pilot.app.push_screen(Review(desk, desk.store.find(session)))
    return await until(pilot, lambda shown: "Escape back" in shown)


async def test_review_shows_the_entry_with_day_and_time_as_a_private_line(desk: Desk) -> None:
    session = await held(desk)
    async with screens(desk, size=(100, 40)) as pilot:
        shown = await opened(pilot, desk, session)
        assert "1 private line: p shows it" in shown
        assert "Ms Example" not in shown
        assert "duty to act" not in shown
        await pilot.press("d")
        assert isinstance(pilot.app.screen, Review)
        await pilot.press("p")
        shown = await until(pilot, lambda shown: "A limit was reached" in shown)
        assert "d duty to act" in shown
        assert "Saturday 21 November 2026, 16:22, at: " in shown
        assert "Will be told: Ms Example, DSL, room 12, ext. 204" in shown


async def test_from_review_it_is_passed_on_once_it_was_confirmed(desk: Desk, tmp_path: Path) -> None:
    session, path = await held(desk), tmp_path / "for-the-dsl.md"
    async with screens(desk) as pilot:
        await opened(pilot, desk, session)
        await pilot.press("p", "d")
        shown = await until(pilot, lambda shown: "This would be written, and nothing else" in shown)
        assert "Will be told: Ms Example" in shown
        assert SAID not in shown
        await pilot.press("x", "escape")
        await until(pilot, lambda shown: "Nothing was written." in shown)
        await pilot.press("d")
        await until(pilot, lambda shown: "This would be written" in shown)
        await pilot.press("enter")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Ask))
        await say(pilot, str(tmp_path / "x.exe"))
        await until(pilot, lambda shown: "says no format" in shown)
        await say(pilot, str(path))
        await until(pilot, lambda shown: "Written: " in shown)
    words = path.read_text(encoding="utf-8")
    assert "Ms Example, DSL, room 12, ext. 204" in words
    assert SAID not in words
    assert "leave at five" not in words


async def test_where_no_limit_was_reached_review_has_no_such_letter(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/park something")
    assert conversation.close()
    async with screens(desk) as pilot:
        assert "duty to act" not in await opened(pilot, desk, conversation.id)
        await pilot.press("d")
        assert isinstance(pilot.app.screen, Review)


async def test_what_is_shown_in_the_conversation_keeps_it_away(desk: Desk) -> None:
    """Both look at that page, and the person may not have been told yet."""
    conversation = start(desk)
    async with screens(desk, conversation, (100, 40)) as pilot:
        await say(pilot, "/go topic", "/duty 1 not yet", "/show")
        shown = await until(pilot, lambda shown: "1 private line" in shown)
        assert "limit was reached" not in shown
        assert "Ms Example" not in shown
