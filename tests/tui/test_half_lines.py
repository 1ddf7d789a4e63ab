"""A half line, and what is typed over it: the words of both are kept from the moment they are typed, and both come back."""

from tests.tui.support import entry, screens, start, talk_of
from textual.app import App

from coachtui.desk import Conversation, Desk
from coachtui.tui.screens.review.mending import Mending
from coachtui.tui.screens.review.stops import Target

HALF = "half a thought"


def begun(desk: Desk) -> Conversation:
    """A conversation at its topic, where something was said and something is half typed."""
    conversation = start(desk)
    for line in ("/go topic", "Where I live"):
        conversation.talk.line(line)
    conversation.talk.draft(HALF)
    return conversation


def half_line(conversation: Conversation, step: str = "topic") -> str:
    """What a window that opens after a kill finds half typed at this step."""
    found = conversation.talk.working.drafts
    return next((text for key, text in found.items() if key == step), "")


def over(app: App[None], text: str) -> None:
    """Type something where the entry line stands now."""
    entry(app).insert(text)


async def test_words_being_mended_over_a_half_line_are_kept_with_it(desk: Desk) -> None:
    conversation = begun(desk)
    async with screens(desk, conversation) as pilot:
        await pilot.press("ctrl+p", *"mend", "enter")
        over(pilot.app, " and with whom")
        assert half_line(conversation) == f"{HALF}\nWhere I live and with whom"
        await pilot.press("enter")
        assert entry(pilot.app).text == HALF
    assert half_line(conversation) == HALF


async def test_words_of_a_command_over_a_half_line_are_kept_with_it(desk: Desk) -> None:
    conversation = begun(desk)
    async with screens(desk, conversation) as pilot:
        await pilot.press("ctrl+p", *"park")
        assert half_line(conversation) == HALF, "the name of a command is no word of anybody"
        await pilot.press("space")
        over(pilot.app, "the garden")
        assert half_line(conversation) == f"{HALF}\n/park the garden"
        await pilot.press("enter")
        assert entry(pilot.app).text == HALF
    assert half_line(conversation) == HALF
    assert [one.text for one in conversation.session.parked] == ["the garden"]


async def test_a_command_that_leads_away_leaves_the_half_line_alone(desk: Desk) -> None:
    conversation = begun(desk)
    async with screens(desk, conversation) as pilot:
        await pilot.press("ctrl+p", *"go")
        over(pilot.app, " goal")
        await pilot.press("enter")
        assert conversation.talk.spot.step == "goal"
        assert entry(pilot.app).text == ""
    assert half_line(conversation) == HALF


async def test_a_click_that_leads_away_leaves_what_was_typed_over_the_half_line(desk: Desk) -> None:
    conversation = begun(desk)
    async with screens(desk, conversation) as pilot:
        await pilot.press("ctrl+p", *"park")
        over(pilot.app, " the garden")
        talk_of(pilot.app).do("next")
        assert entry(pilot.app).text == ""
    assert half_line(conversation) == f"{HALF}\n/park the garden"


async def test_a_key_that_stays_leaves_what_was_typed_over_the_half_line_within_reach(desk: Desk) -> None:
    conversation = begun(desk)
    async with screens(desk, conversation) as pilot:
        await pilot.press("ctrl+p", *"park")
        over(pilot.app, " the garden")
        await pilot.press("ctrl+t")
        assert entry(pilot.app).text == HALF
        await pilot.press("f7", "backspace", "ctrl+z")
        assert entry(pilot.app).text == "/park the garden"


async def test_mending_from_the_sheet_leaves_the_half_line_alone(desk: Desk) -> None:
    conversation = begun(desk)
    async with screens(desk, conversation) as pilot:
        await pilot.press("ctrl+p", *"show", "enter")
        await pilot.press("end", "enter")
        assert entry(pilot.app).text == "Where I live"
        over(pilot.app, " and with whom")
        assert half_line(conversation) == f"{HALF}\nWhere I live and with whom"
        await pilot.press("escape")
        assert entry(pilot.app).text == HALF
    assert half_line(conversation) == HALF


async def test_mending_from_review_leaves_the_half_line_alone(desk: Desk) -> None:
    conversation = begun(desk)
    found = conversation.talk.last()
    assert found is not None
    async with screens(desk, conversation) as pilot:
        pilot.app.push_screen(Mending(conversation, Target(conversation.talk.spot, *found), stays=True))
        await pilot.pause()
        over(pilot.app, " and with whom")
        assert half_line(conversation) == f"{HALF}\nWhere I live and with whom"
        await pilot.press("enter")
    assert half_line(conversation) == HALF
