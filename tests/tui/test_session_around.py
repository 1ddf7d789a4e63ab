"""Around a conversation on the screen: pages, what is pasted, saving, clicks, the end, offers."""

import pytest
from tests.tui.support import entry, fake, go_on, look, say, screens, settled, start, until
from textual import events
from textual.app import App
from textual.pilot import Pilot

from coachtui.desk import Desk
from coachtui.layouts import Heading, Picture
from coachtui.session.records import NotesRecord
from coachtui.session.spot import Place, Spot
from coachtui.store.state import NotSaved, Saved
from coachtui.talk.commands import CommandInfo
from coachtui.talk.view import (
    ChooseBody,
    Entry,
    Group,
    NotesBody,
    OfferLine,
    Reply,
    Stop,
    TextBody,
)
from coachtui.tui.screens import menu
from coachtui.tui.screens.home import Home
from coachtui.tui.screens.panels import Page

# -- panels


async def test_a_page_is_shown_apart_and_any_key_closes_it() -> None:
    conversation = fake()
    conversation.talk.reply = Reply(page=("All steps", "1 Topic"))
    async with screens(opening=conversation) as pilot:
        await say(pilot, "/quit")
        assert isinstance(pilot.app.screen, Page)
        assert "1 Topic" in await look(pilot)
        await pilot.press("x")
        assert "What is happening" in await look(pilot)
        assert entry(pilot.app).text == ""


@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
async def test_who_looks_for_the_way_out_on_an_empty_line_is_told_it(key: str) -> None:
    async with screens(opening=fake()) as pilot:
        await pilot.press(key)
        assert "Ctrl+Q leaves; everything is kept, and it stays open." in await look(pilot)
        await pilot.press("h", key)
        assert entry(pilot.app).text == "h"


async def test_a_long_page_turns() -> None:
    conversation = fake()
    conversation.talk.reply = Reply(page=tuple(f"line {number}" for number in range(90)))
    async with screens(opening=conversation) as pilot:
        await say(pilot, "x")
        assert "line 70" not in await look(pilot)
        await pilot.press("pagedown", "pagedown", "pagedown")
        assert "line 70" in await look(pilot)
        await pilot.press("pageup", "pageup", "pageup")
        assert "line 0" in await look(pilot)


# -- what is pasted


async def paste(app: App[None], text: str) -> None:
    """What a terminal sends for a bracketed paste."""
    await entry(app)._on_paste(events.Paste(text))


async def test_lines_pasted_into_a_list_are_notes_of_their_own(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        await paste(pilot.app, "one\r\n\r\n/two\nthree\n")
        await pilot.press("enter")
    record = conversation.session.record(Spot("reality"))
    assert isinstance(record, NotesRecord)
    assert [note.text for note in record.notes] == ["one", "/two", "three"]


async def test_more_lines_than_anybody_says_at_once_are_refused_and_stay() -> None:
    conversation = fake(NotesBody("list", (Group("", ()),)))
    text = "\n".join(f"line {number}" for number in range(41))
    async with screens(opening=conversation) as pilot:
        await paste(pilot.app, text)
        await pilot.press("enter")
        assert "at most 40" in await look(pilot)
        assert entry(pilot.app).text == text
    assert conversation.talk.lines == []


async def test_where_one_line_of_several_cannot_be_taken_it_stays_with_the_rest() -> None:
    conversation = fake(NotesBody("list", (Group("", ()),)))
    conversation.talk.reply = Reply(problem="No.")
    async with screens(opening=conversation) as pilot:
        await paste(pilot.app, "one\ntwo")
        await pilot.press("enter")
        assert entry(pilot.app).text == "one\ntwo"
    assert conversation.talk.lines == ["one"]


async def test_a_pasted_passage_stays_one() -> None:
    conversation = fake(TextBody((), "many"))
    async with screens(opening=conversation) as pilot:
        await paste(pilot.app, "one\ntwo")
        await pilot.press("enter")
    assert conversation.talk.lines == ["one\ntwo"]


async def test_where_one_line_is_asked_pasted_lines_become_one() -> None:
    conversation = fake(TextBody((), "one"))
    async with screens(opening=conversation) as pilot:
        await paste(pilot.app, "one\ntwo")
        await pilot.press("enter")
    assert conversation.talk.lines == ["one two"]


async def test_a_paste_that_is_too_long_is_refused_and_nothing_is_lost() -> None:
    conversation = fake()
    async with screens(opening=conversation) as pilot:
        await pilot.press("a")
        await paste(pilot.app, "x" * 20_000)
        await pilot.pause()
        assert entry(pilot.app).text == "a"
        assert "20,001 characters" in await look(pilot)


async def test_what_is_pasted_cannot_drive_the_terminal() -> None:
    conversation = fake()
    async with screens(opening=conversation) as pilot:
        await paste(pilot.app, "a\x1b]0;title\x07b\u202ec")
        assert entry(pilot.app).text == "a]0;titlebc"


async def test_backspace_takes_a_whole_character() -> None:
    async with screens(opening=fake()) as pilot:
        entry(pilot.app).insert("a👨\u200d👩\u200d👧")
        await pilot.press("backspace")
        assert entry(pilot.app).text == "a"


# -- saving


async def test_only_not_saved_ever_changes_the_screen() -> None:
    conversation = fake()
    async with screens(opening=conversation) as pilot:
        assert "saved" in (await look(pilot)).split("\n")[0]
        assert conversation.kept.on_state is not None
        conversation.kept.on_state(NotSaved("Not saved: the disk is full. Keep typing.", 0.0))
        await pilot.pause()
        assert "NOT SAVED" in (await look(pilot)).split("\n")[0]
        assert "the disk is full" in await look(pilot)
        await pilot.press("a")
        assert entry(pilot.app).text == "a", "typing goes on"
        conversation.kept.on_state(Saved())
        await pilot.pause()
        assert "NOT SAVED" not in await look(pilot)


async def test_what_is_not_saved_is_not_let_go_without_asking() -> None:
    conversation = fake()
    conversation.closes = False
    conversation.kept.state = NotSaved("Not saved: the disk is full.", 0.0)
    async with screens(opening=conversation) as pilot:
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert "not saved yet" in await look(pilot)
        await pilot.press("x")
        assert isinstance(pilot.app.screen, Page), "only the keys it names do something"
        await pilot.press("escape")
        assert "What is happening" in await look(pilot)
        await pilot.press("ctrl+q", "o")
        await say(pilot, "/tmp/stick")
        await pilot.pause()
        assert [str(one) for one in conversation.kept.elsewhere] == ["/tmp/stick"]
        await pilot.press("x", "l")
        await pilot.pause()
        assert conversation.kept.discarded
        assert pilot.app._exit


async def test_what_can_only_be_read_takes_no_lines() -> None:
    conversation = fake()
    conversation.read_only = "It is open in another window."
    async with screens(opening=conversation) as pilot:
        assert "only to read" in await look(pilot)
        await say(pilot, "words")
        assert entry(pilot.app).text == "words"
        assert "It is open in another window." in await look(pilot)
    assert conversation.talk.lines == []
    assert conversation.talk.drafts == []


# -- mouse: a bonus, never needed


async def test_clicks_pick_stand_and_go() -> None:
    names = ("In me", "In others")
    picture = Picture("columns", columns=tuple(Heading(name, name) for name in names), here=("", "In me"))
    columns = tuple(Group(name, (), Place(column=name)) for name in names)
    body = NotesBody("columns", columns, columns=names, picture=picture)
    conversation = fake(body, trail=(Stop("Problem", "done", Spot("problem")),))
    async with screens(opening=conversation) as pilot:
        await click_on(pilot, "In others")
        await click_on(pilot, "Problem")
    assert conversation.talk.stood == [Place(column="In others")]
    assert conversation.talk.went == [Spot("problem")]


async def test_a_click_on_an_option_picks_it_and_leaves_the_half_line() -> None:
    conversation = fake(ChooseBody((Entry(1, "a", "First way"), Entry(2, "b", "Second way"))))
    async with screens(opening=conversation) as pilot:
        await pilot.press("x")
        await click_on(pilot, "Second way")
        assert entry(pilot.app).text == "x"
    assert conversation.talk.lines == ["2"]


async def test_a_click_on_a_command_takes_it() -> None:
    conversation = fake()
    async with screens(opening=conversation) as pilot:
        await pilot.press("/")
        await click_on(pilot, "/undo")
    assert conversation.talk.lines == ["/undo"]


async def click_on(pilot: Pilot[None], words: str) -> None:
    """Click where these words stand."""
    rows = (await look(pilot)).split("\n")
    y = next(number for number, row in enumerate(rows) if words in row)
    await pilot.click(offset=(rows[y].index(words), y))


# -- the end


async def test_the_end_thanks_and_offers_home() -> None:
    conversation = fake()
    conversation.talk.reply = Reply(wants="ended")
    async with screens(opening=conversation) as pilot:
        await say(pilot, "/undo")
        assert "Thank you" in await look(pilot)


async def test_after_the_last_step_the_session_is_ended_and_home_is_there(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go topic")
    async with screens(desk, conversation) as pilot:
        await say(pilot, "Meetings")
        for _ in range(80):
            if isinstance(pilot.app.screen, Page):
                break
            await go_on(pilot)
        assert "Thank you" in await look(pilot)
        await pilot.press("s")
        await until(pilot, lambda shown: "Meetings" in shown)
        await pilot.press("escape")
        await until(pilot, lambda shown: "Thank you both." in shown)
        await pilot.press("x")
        await settled(pilot)
        assert isinstance(pilot.app.screen, Home)
        assert "Look back" in await look(pilot)
    assert desk.shelf().sessions[0].ended is not None


async def test_how_many_there_are_is_said_when_leaving_is_asked_for_and_not_before() -> None:
    conversation = fake(offers=(OfferLine("3 so far; 5 or more is the idea.", "", plain_yes=False, leaving=True),))
    async with screens(opening=conversation) as pilot:
        assert "so far" not in await look(pilot)
        await pilot.press("enter")
        assert "? 3 so far; 5 or more is the idea.\n" in await look(pilot)
        await pilot.press("a")
        assert "so far" not in await look(pilot)


async def test_offers_are_said_quietly_with_their_key() -> None:
    conversation = fake(offers=(OfferLine("Below 7. It can be made smaller.", "Actions", plain_yes=True),))
    async with screens(opening=conversation) as pilot:
        assert '? Below 7. It can be made smaller. y opens "Actions".' in await look(pilot)


async def test_at_the_ties_every_number_that_is_asked_for_is_in_sight(desk: Desk) -> None:
    blocks = ("/go blocks", "no time", "late data", "a slow system", "it is forgotten", "nobody reads it")
    ways = ("/go ways", "a template", "a deadline", "ask the office", "one a term")
    async with screens(desk, start(desk, "instant-pay-off")) as pilot:
        await say(pilot, *blocks, *ways, "/go ties")
        for tie in ("1 5", "2 6", "3 7", "4 8", "1 9", "2 9"):  # the ways are 1 to 4, the blocks 5 to 9
            await say(pilot, tie)
            shown = await look(pilot)
            for words in (*blocks[1:], *ways[1:]):
                assert words in shown, (tie, shown)
            assert "PageUp" not in shown


def test_the_menu_says_how_many_more_there_are_and_speaks_of_numbers() -> None:
    many = [CommandInfo(f"do{at}", "[N]", "does it", here=True) for at in range(12)]
    shown = menu.opened(many, "/")
    assert shown is not None
    told = ["".join(piece.text for piece in row) for row in menu.draw(shown, 80)]
    assert told[-1].strip() == "4 more, letters find them"
    assert "[number]" in told[0]
