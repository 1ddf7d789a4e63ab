"""A conversation on the screen: typing, Enter, mending, undo, the menu, Escape, keys."""

import pytest
from tests.tui.support import entry, fake, look, say, screens, start, talk_of

from coachtui.desk import Conversation, Desk
from coachtui.session.records import NotesRecord
from coachtui.session.spot import Spot
from coachtui.talk.view import (
    Reply,
)
from coachtui.tui.screens.panels import Blank
from coachtui.tui.screens.review.reading import Reading


async def test_typing_and_enter_keep_a_note_and_empty_the_line(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        await pilot.press("W", "e", "space", "m", "e", "e", "t", "enter")
        assert entry(pilot.app).text == ""
        assert "We meet" in await look(pilot)
    record = conversation.session.record(Spot("reality"))
    assert isinstance(record, NotesRecord)
    assert [note.text for note in record.notes] == ["We meet"]


async def test_an_empty_enter_only_says_where_it_would_go(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go topic")
    async with screens(desk, conversation) as pilot:
        await pilot.press("enter")
        assert "next: What I want · Enter again" in await look(pilot)
        assert conversation.talk.spot == Spot("topic")
        await pilot.press("enter")
        assert conversation.talk.spot == Spot("goal")


async def test_any_other_key_takes_a_first_enter_back(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go topic")
    async with screens(desk, conversation) as pilot:
        await pilot.press("enter", "a", "backspace", "enter")
        assert conversation.talk.spot == Spot("topic")
        await pilot.press("left", "enter")
        assert conversation.talk.spot == Spot("topic")


async def test_every_change_of_the_line_is_kept_as_a_draft() -> None:
    conversation = fake()
    async with screens(opening=conversation) as pilot:
        await pilot.press("a", "b", "backspace")
    assert conversation.talk.drafts == ["a", "ab", "a"]


async def test_a_half_line_stands_there_again_after_a_crash(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go topic")
    conversation.talk.draft("half a wo")
    async with screens(desk, conversation) as pilot:
        await pilot.press("r", "d")
        assert entry(pilot.app).text == "half a word"


async def test_each_question_has_its_own_half_line(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go topic")
    async with screens(desk, conversation) as pilot:
        entry(pilot.app).insert("not yet")
        talk_of(pilot.app)._heard(conversation.talk.go(Spot("goal")), "")
        await pilot.pause()
        assert entry(pilot.app).text == ""
        talk_of(pilot.app)._heard(conversation.talk.go(Spot("topic")), "")
        assert entry(pilot.app).text == "not yet"


async def test_a_line_that_cannot_be_taken_stands_in_the_entry_line_again() -> None:
    conversation = fake()
    conversation.talk.reply = Reply(problem="That is no number.")
    async with screens(opening=conversation) as pilot:
        await say(pilot, "seven or so")
        assert entry(pilot.app).text == "seven or so"
        assert "That is no number." in await look(pilot)
        assert conversation.talk.drafts[-1] == "seven or so"


async def test_what_the_reply_says_is_shown_quietly_until_the_next_line() -> None:
    conversation = fake()
    conversation.talk.reply = Reply(said=("Parked.",))
    async with screens(opening=conversation) as pilot:
        await say(pilot, "x")
        assert "Parked." in await look(pilot)
        conversation.talk.reply = Reply()
        await say(pilot, "y")
        assert "Parked." not in await look(pilot)


async def test_up_mends_the_last_note_and_escape_leaves_it(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        await say(pilot, "Nobody speeks")
        await pilot.press("up")
        assert entry(pilot.app).text == "Nobody speeks"
        await pilot.press("escape")
        assert entry(pilot.app).text == ""
        await pilot.press("up", "backspace", "backspace", "backspace", "a", "k", "s", "enter")
        assert "Nobody speaks" in await look(pilot)
        assert entry(pilot.app).text == ""


async def test_mending_to_nothing_asks_and_takes_it_out(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        await say(pilot, "They wait", "Nobody speaks")
        await pilot.press("up")
        assert "emptied: taken out" in await look(pilot)
        for leaving in ("escape", "down", "x"):
            entry(pilot.app).clear()
            await pilot.press("enter")
            assert "Take it out? Enter again takes it out, Escape leaves it." in await look(pilot)
            await pilot.press(leaving)
            assert "Take it out?" not in await look(pilot)
            assert notes(conversation) == ["They wait", "Nobody speaks"]
            if leaving != "x":
                await pilot.press("escape")
                await pilot.press("up")
        assert entry(pilot.app).text == "x"
        entry(pilot.app).clear()
        await pilot.press("enter", "enter")
        assert "Taken out: Nobody speaks" in await look(pilot)
        assert notes(conversation) == ["They wait"]
        assert conversation.talk.spot == Spot("reality")
        await pilot.press("ctrl+z")
        assert notes(conversation) == ["They wait", "Nobody speaks"]


async def test_an_agreed_sentence_mended_to_nothing_is_struck_out(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go agree")
    async with screens(desk, conversation) as pilot:
        standing = conversation.talk.last()
        if standing is None:
            await say(pilot, "n")
            standing = conversation.talk.last()
        assert standing is not None
        await pilot.press("up")
        assert entry(pilot.app).text == standing[1]
        entry(pilot.app).clear()
        await pilot.press("enter", "enter")
        assert "Struck out" in await look(pilot)


async def test_ctrl_z_and_ctrl_y_undo_and_redo_what_was_said(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        await say(pilot, "Nobody speaks")
        await pilot.press("ctrl+z")
        assert not [one for one in (await look(pilot)).split("\n") if one.endswith("1  Nobody speaks")]
        await pilot.press("ctrl+y")
        assert [one for one in (await look(pilot)).split("\n") if one.endswith("1  Nobody speaks")]


async def test_ctrl_z_in_a_line_that_holds_words_undoes_typing_only(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        await say(pilot, "Nobody speaks")
        await pilot.press("a", "ctrl+z")
        assert entry(pilot.app).text == ""
        assert "1  Nobody speaks" in await look(pilot)


# -- the menu


async def test_a_slash_opens_the_menu_and_letters_filter_it() -> None:
    conversation = fake()
    async with screens(opening=conversation) as pilot:
        await pilot.press("/")
        assert "> /next" in await look(pilot)
        assert "/undo" in await look(pilot)
        await pilot.press("u")
        assert "> /undo" in await look(pilot)
        assert "/next" not in await look(pilot)
        await pilot.press("enter")
        assert conversation.talk.lines == ["/undo"]
        assert "> /undo" not in await look(pilot)


async def test_a_command_that_needs_words_is_filled_in() -> None:
    conversation = fake()
    async with screens(opening=conversation) as pilot:
        await pilot.press("/", "p", "enter")
        assert entry(pilot.app).text == "/park "
        assert conversation.talk.lines == []
        await pilot.press("x", "enter")
        assert conversation.talk.lines == ["/park x"]


async def test_the_arrows_move_through_the_menu_and_escape_closes_it() -> None:
    conversation = fake()
    async with screens(opening=conversation) as pilot:
        await pilot.press("/", "down")
        assert "> /ask" in await look(pilot)
        await pilot.press("up", "up")
        assert "> /take" in await look(pilot), "round the end, to what cannot be done now"
        await pilot.press("escape")
        assert entry(pilot.app).text == ""
        assert "/take" not in await look(pilot)
    assert conversation.talk.lines == []


@pytest.mark.parametrize("text", ["/go nowhere", "words"])
async def test_escape_puts_a_refused_line_away_and_the_key_of_undo_brings_it_back(text: str) -> None:
    conversation = fake()
    conversation.talk.reply = Reply(problem="No.")
    async with screens(opening=conversation) as pilot:
        await say(pilot, text)
        assert entry(pilot.app).text == text
        assert "Escape put it away" in await look(pilot)
        await pilot.press("escape")
        assert entry(pilot.app).text == ""
        assert "Ctrl+Z on the empty line brings it back" in await look(pilot)
        await pilot.press("escape")
        assert entry(pilot.app).text == "", "once away it stays away"
        assert "Ctrl+Z brings back what was put away" in await look(pilot)
        await pilot.press("ctrl+z")
        assert entry(pilot.app).text == text
        assert conversation.talk.drafts[-1] == text, "what was brought back is kept like anything typed"
        assert conversation.talk.lines == [text], "nothing was undone meanwhile"
        await pilot.press("escape")
        assert entry(pilot.app).text == ""


def notes(conversation: Conversation) -> list[str]:
    """The words of the notes that stand at the one step."""
    record = conversation.session.record(Spot("reality"))
    assert isinstance(record, NotesRecord)
    return [one.text for one in record.notes if one.gone is None]


async def test_what_was_put_away_comes_back_before_what_was_said_earlier_is_undone_and_not_after(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        await say(pilot, "They wait", "/go nowhere")
        await pilot.press("escape", "escape", "/", "escape", "ctrl+z")
        assert entry(pilot.app).text == "/go nowhere"
        await pilot.press("escape")
        await say(pilot, "Nobody speaks")
        await pilot.press("ctrl+z")
        assert entry(pilot.app).text == ""
        assert notes(conversation) == ["They wait"], "said after that, so undone before it"
        await pilot.press("ctrl+z")
        assert entry(pilot.app).text == "/go nowhere"
        assert notes(conversation) == ["They wait"]


async def test_escape_takes_no_words_that_nobody_refused() -> None:
    conversation = fake()
    async with screens(opening=conversation) as pilot:
        await pilot.press("a", "escape")
        assert entry(pilot.app).text == "a"


async def test_escape_in_the_menu_keeps_the_words_of_a_command_within_reach() -> None:
    conversation = fake()
    async with screens(opening=conversation) as pilot:
        await pilot.press("/", "p")
        entry(pilot.app).insert("ark ask Tom")
        await pilot.press("escape", "escape")
        assert entry(pilot.app).text == ""
        await pilot.press("ctrl+z")
        assert entry(pilot.app).text == "/park ask Tom"


async def test_show_lays_out_everything_so_far(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        await say(pilot, "Nobody speaks")
        await say(pilot, "/show")
        assert isinstance(pilot.app.screen, Reading)
        await pilot.press("down")
        assert "> - Nobody speaks" in " ".join((await look(pilot)).split())
        await pilot.press("escape")
        assert entry(pilot.app).text == ""


async def test_two_slashes_begin_a_text() -> None:
    conversation = fake()
    async with screens(opening=conversation) as pilot:
        await pilot.press("/", "/", "a", "enter")
    assert conversation.talk.lines == ["//a"]


async def test_a_wholly_unknown_command_goes_to_the_talk_for_its_sentence() -> None:
    conversation = fake()
    async with screens(opening=conversation) as pilot:
        await pilot.press("/", "q", "q", "q")
        assert "no such command" in await look(pilot)
        await pilot.press("enter")
    assert conversation.talk.lines == ["/qqq"]


# -- keys


@pytest.mark.parametrize(("key", "line"), [("ctrl+t", "/ask")])
async def test_keys_say_commands_and_leave_the_half_line_alone(key: str, line: str) -> None:
    conversation = fake()
    async with screens(opening=conversation) as pilot:
        await pilot.press("a", key)
        assert entry(pilot.app).text == "a"
    assert conversation.talk.lines == [line]


async def test_ctrl_o_parks_what_stands_in_the_line() -> None:
    conversation = fake()
    async with screens(opening=conversation) as pilot:
        await pilot.press("a", "ctrl+o")
        assert entry(pilot.app).text == ""
        assert conversation.talk.lines == ["/park a"]
        await pilot.press("ctrl+o")
        assert entry(pilot.app).text == "/park "


async def test_ctrl_g_shows_the_strip_and_puts_it_away() -> None:
    conversation = fake(do=("Wait a little.",), avoid=("Asking why.",), minutes=6.0, minutes_in_all=45, spent=12.0)
    async with screens(opening=conversation) as pilot:
        assert "Wait a little." not in await look(pilot)
        assert "min" not in await look(pilot), "no clock in the shared view"
        await pilot.press("ctrl+g")
        assert "Wait a little." in await look(pilot)
        assert "33 min left · 12 of 45 gone · this step about 6" in await look(pilot)
        await pilot.press("ctrl+g")
        assert "Asking why." not in await look(pilot)


async def test_ctrl_b_blanks_the_screen_until_a_key_which_does_nothing_else() -> None:
    conversation = fake()
    async with screens(opening=conversation) as pilot:
        await pilot.press("a", "ctrl+b")
        assert isinstance(pilot.app.screen, Blank)
        assert (await look(pilot)).strip() == ""
        await pilot.press("z")
        assert entry(pilot.app).text == "a"


async def test_ctrl_c_does_not_leave() -> None:
    async with screens(opening=fake()) as pilot:
        await pilot.press("ctrl+c")
        assert pilot.app.is_running
        assert pilot.app.return_value is None
        assert not pilot.app._exit


async def test_ctrl_q_leaves_with_everything_kept_and_the_conversation_open(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go topic")
    async with screens(desk, conversation) as pilot:
        entry(pilot.app).insert("half a wo")
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert pilot.app._exit
    again = desk.resume()
    assert again.talk.view().draft == "half a wo"
    again.close()


async def test_tab_keeps_the_focus_in_the_entry_line() -> None:
    async with screens(opening=fake()) as pilot:
        await pilot.press("tab", "shift+tab", "tab")
        assert pilot.app.focused is entry(pilot.app)
