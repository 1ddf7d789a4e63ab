"""One table of commands behind everything: keys, palette, menus of things, help, the foot, and the mouse alone."""

import re
from pathlib import Path

import pytest
from tests.tui.support import entry, fake, look, say, screens, start, talk_of, until
from textual import events
from textual.pilot import Pilot

from coachtui.desk import Desk
from coachtui.session.records import NotesRecord
from coachtui.session.spot import Spot
from coachtui.store.home import find_home
from coachtui.talk.commands import find, info
from coachtui.talk.keys import EDITING, USUAL, keymap
from coachtui.talk.table import COMMANDS
from coachtui.talk.view import ChooseBody, Entry, OfferLine, Reply
from coachtui.tui.screens.choose import Choose
from coachtui.tui.screens.home import Home
from coachtui.tui.screens.panels import Ask, Page
from coachtui.tui.widgets.canvas import Canvas
from coachtui.tui.widgets.lines import Press

#: Characters whose keys have names of their own.
PRESSED = {" ": "space", "/": "slash"}


async def click(pilot: Pilot[None], words: str, *, right: bool = False) -> None:
    """Click where these words stand first."""
    rows = (await look(pilot)).split("\n")
    found = [(row.index(words), number) for number, row in enumerate(rows) if words in row]
    assert found, f"{words!r} does not stand on the screen:\n" + "\n".join(rows)
    await pilot.click(offset=found[0], button=3 if right else 1)


def notes(desk_notes: object) -> list[str]:
    """The words of notes that stand."""
    assert isinstance(desk_notes, NotesRecord)
    return [one.text for one in desk_notes.notes if one.gone is None]


# -- nothing drifts apart


async def test_every_key_of_the_table_is_in_the_help_and_none_is_missing_from_it(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        await say(pilot, "Nobody speaks", "/help")
        page = pilot.app.screen
        assert isinstance(page, Page)
        here = [one for one in conversation.talk.commands() if one.here]
        for one in here:
            [told] = [line for line in page._texts if line.split(" ")[0] == f"/{one.name}"]
            key = USUAL.spelt(one.name)
            assert (f"({key})" in told) is bool(key)


async def test_the_menu_shows_every_command_that_can_be_done_here(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        await pilot.press("/")
        menu = talk_of(pilot.app)._window.menu
        assert menu is not None
        assert [one.says for one in menu.rows if one.here] == [
            f"/{one.name}" for one in conversation.talk.commands() if one.here
        ]


@pytest.mark.parametrize("name", [one.name for one in COMMANDS if one.short])
async def test_what_stands_at_the_foot_is_named_as_in_the_table_and_says_its_command(name: str) -> None:
    command = next(one for one in COMMANDS if one.name == name)
    conversation = fake()
    async with screens(opening=conversation, size=(160, 45)) as pilot:
        screen = talk_of(pilot.app)
        acts = {
            piece.act: piece.text
            for line in screen.query_one("#foot", Canvas).lines
            for piece in line
            if isinstance(piece.act, Press)
        }
        if Press(f"/{name}") in acts:
            assert acts[Press(f"/{name}")] == f"{USUAL.spelt(name)} {command.short}"


async def test_at_most_five_items_stand_at_the_foot() -> None:
    async with screens(opening=fake(), size=(200, 45)) as pilot:
        foot = (await look(pilot)).split("\n")[-1]
        assert len(foot.split(" · ")) == 5


# -- keys


@pytest.mark.parametrize("name", [one.name for one in COMMANDS if one.key and one.key not in EDITING])
async def test_no_key_of_a_command_touches_the_half_line(name: str) -> None:
    if name in {"quit", "park"}:
        return  # the one leaves, the other takes the words that stand there: both have tests of their own
    conversation = fake()
    async with screens(opening=conversation) as pilot:
        await pilot.press("h", "i", USUAL.keys[name])
        await pilot.pause()
        assert conversation.talk.drafts[-1] == "hi"
        if name != "menu":
            await pilot.press("escape") if isinstance(pilot.app.screen, Page) else None


async def test_the_keymap_of_the_home_is_used_and_said(tmp_path: Path) -> None:
    home = find_home(str(tmp_path / "home"), {}, tmp_path)
    home.make()
    home.settings_file.write_text('[keys]\nask = "Ctrl+N"\nwhere = "F5"\npark = "Ctrl+A"\n', encoding="utf-8")
    desk = Desk(home)
    assert [told for told in desk.settings_told if "Ctrl+A" in told and "line 4" in told]
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation, size=(120, 30)) as pilot:
        assert "Ctrl+N another way" in await look(pilot)
        first = conversation.talk.view().question
        await pilot.press("ctrl+t")
        assert conversation.talk.view().question == first, "the usual key is free now"
        await pilot.press("ctrl+n")
        assert conversation.talk.view().question != first
        await pilot.press("f5")
        assert isinstance(pilot.app.screen, Page)


async def test_the_keys_of_typing_keep_working(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go topic")
    async with screens(desk, conversation) as pilot:
        await pilot.press("a", "b", "c", "ctrl+a", "x", "ctrl+e", "y", "ctrl+w", "ctrl+k")
        await pilot.press("z", "ctrl+u", "n", "e", "w")
        assert entry(pilot.app).text == "new"


# -- the palette


async def test_the_palette_opens_over_a_half_line_and_leaves_it_safe(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        await pilot.press("h", "a", "l", "f", "ctrl+p")
        assert entry(pilot.app).text == "/"
        assert conversation.talk.view().draft == "half"
        await pilot.press("t", "i", "m", "e")
        assert conversation.talk.view().draft == "half"
        await pilot.press("enter")
        assert "minutes" in await look(pilot)
        assert entry(pilot.app).text == "half"
        await pilot.press("ctrl+p", "escape")
        assert entry(pilot.app).text == "half"
        await pilot.press("ctrl+p", "backspace")
        assert entry(pilot.app).text == "half"
        await pilot.press("ctrl+p", "ctrl+p")
        assert entry(pilot.app).text == "half"


async def test_words_of_the_help_find_a_command(desk: Desk) -> None:
    conversation = start(desk)
    async with screens(desk, conversation) as pilot:
        await pilot.press("ctrl+p", "p", "a", "r", "k", "i", "n", "g")
        assert "> /park" in await look(pilot)


async def test_a_command_that_wants_words_asks_for_them_and_gives_the_half_line_back(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        await pilot.press("h", "a", "l", "f", "ctrl+p", "r", "e", "m", "a", "enter")
        assert entry(pilot.app).text == "/remark "
        assert "type the remark" in await look(pilot)
        assert conversation.talk.view().draft == "half"
        await pilot.press("o", "k", "enter")
        assert [one.text for one in conversation.talk.view().remarks] == ["ok"]
        assert entry(pilot.app).text == "half"


async def test_going_on_from_the_palette_leaves_the_half_line_at_its_question(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go topic")
    async with screens(desk, conversation) as pilot:
        await pilot.press("h", "a", "l", "f", "ctrl+p", "n", "e", "x", "t", "enter")
        assert conversation.talk.spot == Spot("goal")
        assert entry(pilot.app).text == ""
        await say(pilot, "/back")
        assert entry(pilot.app).text == "half"


async def test_a_refused_command_of_the_palette_stands_there_and_escape_gives_the_half_line_back(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        await pilot.press("h", "i", "ctrl+p", "g", "o", "space", "q", "q", "enter")
        assert "no step called" in await look(pilot)
        assert entry(pilot.app).text == "/go qq"
        await pilot.press("escape")
        assert entry(pilot.app).text == "hi"
        assert conversation.talk.view().draft == "hi"


# -- help


async def test_a_lone_question_mark_shows_what_can_be_done_and_keeps_nothing(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        await pilot.press("question_mark", "enter")
        shown = await look(pilot)
        assert "Writing" in shown
        assert "/undo" in shown
        assert "(Ctrl+Z)" in shown
        await pilot.press("x")
        assert entry(pilot.app).text == ""
    assert conversation.session.record(Spot("reality")) is None


async def test_help_is_read_page_by_page_by_mouse(desk: Desk) -> None:
    async with screens(desk, start(desk)) as pilot:
        await say(pilot, "/help")
        await click(pilot, "more (PageDown)")
        assert isinstance(pilot.app.screen, Page)
        await click(pilot, "Any key goes back")
        assert not isinstance(pilot.app.screen, Page)


# -- mending, and an answer that was refused


async def test_mend_brings_the_words_of_a_number_into_the_line(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        await say(pilot, "Nobody speeks", "They wait", "/mend 1")
        assert entry(pilot.app).text == "Nobody speeks"
        assert "mend >" in await look(pilot)
        await pilot.press("backspace", "backspace", "backspace", "a", "k", "s", "enter")
    assert notes(conversation.session.record(Spot("reality"))) == ["Nobody speaks", "They wait"]


@pytest.mark.parametrize(("refused", "typed"), [("seven", "8"), ("/take 3", "/take 4"), ("/take 3", "what Tom said")])
async def test_typing_takes_the_place_of_a_refused_line_and_the_key_of_undo_brings_it_back(
    refused: str, typed: str
) -> None:
    conversation = fake()
    conversation.talk.reply = Reply(problem="That is no number.")
    async with screens(opening=conversation) as pilot:
        await say(pilot, refused)
        assert entry(pilot.app).text == refused
        assert "not kept >" in await look(pilot)
        await pilot.press(*(PRESSED.get(char, char) for char in typed[:2]))
        assert "not kept >" not in await look(pilot)
        await pilot.press(*(PRESSED.get(char, char) for char in typed[2:]))
        assert entry(pilot.app).text == typed
        for _ in typed:
            if entry(pilot.app).text != refused:
                await pilot.press("ctrl+z")
        assert entry(pilot.app).text == refused
        assert conversation.talk.drafts[-1] == refused
        for _ in typed:
            await pilot.press("ctrl+y")
        assert entry(pilot.app).text == typed, "nothing is lost either way"


@pytest.mark.parametrize("refused", ["/go rewhat Tom said", "/rewhat", "not one of these numbers"])
async def test_words_that_were_refused_are_never_typed_over(refused: str) -> None:
    """Somebody was stopped in the middle of a command, and went on with words: the line holds them."""
    conversation = fake()
    conversation.talk.reply = Reply(problem="No.")
    async with screens(opening=conversation) as pilot:
        await say(pilot, refused)
        await pilot.press("x")
        assert entry(pilot.app).text == f"{refused}x"
        assert conversation.talk.drafts[-1] == f"{refused}x"


async def test_escape_takes_no_words_that_took_the_place_of_a_refused_line() -> None:
    conversation = fake()
    conversation.talk.reply = Reply(problem="No.")
    async with screens(opening=conversation) as pilot:
        await say(pilot, "/take 3")
        await pilot.press("w", "o", "escape", "escape", "r")
        assert entry(pilot.app).text == "wor"


async def test_words_typed_over_a_refused_command_go_on_with_the_half_line_below_it(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        await pilot.press("h", "i", "ctrl+p", "g", "o", "space", "q", "q", "enter", "s", "x")
        assert entry(pilot.app).text == "hisx"
        assert conversation.talk.view().draft == "hisx"


@pytest.mark.parametrize(("key", "left"), [("end", "seven8"), ("backspace", "seve8"), ("left", "8seven")])
async def test_moving_or_deleting_in_a_refused_answer_mends_it(key: str, left: str) -> None:
    conversation = fake()
    conversation.talk.reply = Reply(problem="That is no number.")
    async with screens(opening=conversation) as pilot:
        await say(pilot, "seven")
        await pilot.press(key, "8")
        assert entry(pilot.app).text == left


@pytest.mark.parametrize(
    "text",
    [
        "a long answer that nobody wants to see go because of one stray key",
        "//a long answer that begins with a slash, and that nobody wants to see go",
        f"/park {'and so on ' * 8}",
    ],
)
async def test_a_long_answer_that_was_refused_is_gone_on_with(text: str) -> None:
    conversation = fake()
    conversation.talk.reply = Reply(problem="No.")
    async with screens(opening=conversation) as pilot:
        await say(pilot, text)
        await pilot.press("x")
        assert entry(pilot.app).text == f"{text}x"


# -- the mouse


async def test_a_click_on_a_note_opens_what_can_be_done_with_it(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        await say(pilot, "Nobody speaks", "They wait")
        await pilot.press("h", "i")
        await click(pilot, "Nobody speaks")
        shown = await look(pilot)
        assert "mend the words" in shown
        assert "/drop 1" in shown, "the slash words are said too"
        await click(pilot, "take it out")
        assert notes(conversation.session.record(Spot("reality"))) == ["They wait"]
        assert entry(pilot.app).text == "hi"
        await click(pilot, "They wait")
        await click(pilot, "mend the words")
        assert entry(pilot.app).text == "They wait"
        await pilot.press("!", "enter")
        assert notes(conversation.session.record(Spot("reality"))) == ["They wait!"]
        assert entry(pilot.app).text == "hi"


async def test_the_menu_of_a_thing_is_worked_by_keys_too_and_closes_without_doing_anything(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        await say(pilot, "Nobody speaks")
        await click(pilot, "Nobody speaks")
        await pilot.press("escape")
        assert "mend the words" not in await look(pilot)
        await click(pilot, "Nobody speaks", right=True)
        assert "> mend the words" in await look(pilot)
        await click(pilot, "Escape closes")
        assert "mend the words" not in await look(pilot)
        await click(pilot, "Nobody speaks")
        await pilot.press("down", "up", "enter")
        assert entry(pilot.app).text == "Nobody speaks"
        await pilot.press("escape")
        assert entry(pilot.app).text == ""
    assert notes(conversation.session.record(Spot("reality"))) == ["Nobody speaks"]


async def test_a_click_beside_puts_the_list_of_commands_away_and_one_into_the_line_does_not() -> None:
    async with screens(opening=fake()) as pilot:
        await click(pilot, "/ commands")
        await pilot.click("#entry")
        assert "> /next" in await look(pilot)
        await pilot.click(offset=(70, 5))
        assert "> /next" not in await look(pilot)
        assert entry(pilot.app).text == ""


def mouse(pilot: Pilot[None], kind: type[events.MouseDown | events.MouseUp], x: int, y: int) -> None:
    """What a terminal reports of a button."""
    pilot.app.post_message(kind(None, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y))


@pytest.mark.parametrize(("by", "closed"), [((6, 0), False), ((0, 2), False), ((1, 0), True), ((0, 0), True)])
async def test_a_drag_over_a_page_is_no_click(desk: Desk, by: tuple[int, int], closed: bool) -> None:
    async with screens(desk, start(desk)) as pilot:
        await say(pilot, "/help")
        await look(pilot)
        mouse(pilot, events.MouseDown, 20, 8)
        mouse(pilot, events.MouseUp, 20 + by[0], 8 + by[1])
        await look(pilot)
        assert isinstance(pilot.app.screen, Page) != closed


async def test_a_drag_over_a_drawing_chooses_nothing(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go reality")
    async with screens(desk, conversation) as pilot:
        await say(pilot, "Nobody speaks in the meetings")
        rows = (await look(pilot)).split("\n")
        y = next(number for number, row in enumerate(rows) if "Nobody speaks in the" in row)
        x = rows[y].index("Nobody")
        mouse(pilot, events.MouseDown, x, y)
        mouse(pilot, events.MouseUp, x + 12, y)
        assert "take it out" not in await look(pilot)
        mouse(pilot, events.MouseDown, x, y)
        mouse(pilot, events.MouseUp, x, y)
        await until(pilot, lambda shown: "take it out" in shown)


async def test_a_click_on_how_many_more_commands_there_are_shows_the_next(desk: Desk) -> None:
    async with screens(desk, start(desk)) as pilot:
        await pilot.press("/")
        before = set(re.findall(r"^ [ >]* (/\w+) ", await look(pilot), re.MULTILINE))
        await click(pilot, "more, letters find them")
        shown = await look(pilot)
        (chosen,) = re.findall(r"^ *> (/\w+) ", shown, re.MULTILINE)
        assert before
        assert chosen not in before
        assert entry(pilot.app).text == "/"


async def test_a_name_pasted_in_several_lines_is_one_line(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await pilot.press("n", "enter")
        await until(pilot, lambda _: isinstance(pilot.app.screen, Ask))
        pilot.app.post_message(events.Paste("Ann\n  Marie\r\n\nBell\n"))
        await until(pilot, lambda shown: "Ann Marie Bell" in shown)
        assert entry(pilot.app).text == "Ann Marie Bell"
        await pilot.press("ctrl+j", "space", "x")
        assert entry(pilot.app).text == "Ann Marie Bell x"


async def test_the_second_half_of_a_double_click_does_nothing_on_a_screen_that_the_first_has_opened(desk: Desk) -> None:
    conversation = start(desk)
    async with screens(desk, conversation) as pilot:
        await say(pilot, "/end")
        rows = (await look(pilot)).split("\n")
        (y,) = (number for number, row in enumerate(rows) if "Enter closes it" in row)
        where = (None, rows[y].index("Enter closes it"), y, 0, 0, 1, False, False, False)
        kinds = (events.MouseDown, events.MouseUp)
        halves = [[kind(*where, *where[1:3]) for kind in kinds] for _ in range(2)]
        for half in halves:
            for event in half:
                event.time = halves[0][0].time
                pilot.app.post_message(event)
                await pilot.pause()
            if half is halves[0]:
                await until(pilot, lambda shown: "Thank you both" in shown)
        assert "Thank you both" in await look(pilot)
        await click(pilot, "any other key goes back")
        await until(pilot, lambda shown: "Look back" in shown)


async def test_another_number_is_given_by_a_click_also_where_one_more_question_is_asked(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go importance")
    async with screens(desk, conversation) as pilot:
        await click(pilot, " 7 ")
        assert conversation.talk.view().follow
        await click(pilot, " 8 ")
        assert "[8]" in await look(pilot)
        assert "[7]" not in await look(pilot)


async def test_what_stands_at_the_foot_can_be_clicked() -> None:
    conversation = fake()
    async with screens(opening=conversation, size=(120, 30)) as pilot:
        await pilot.press("h", "i")
        await click(pilot, "Enter keep")
        assert conversation.talk.lines == ["hi"]
        await click(pilot, "empty Enter")
        await click(pilot, "Enter goes on")
        assert conversation.talk.lines == ["hi", ""]
        await click(pilot, "/ commands")
        assert "> /next" in await look(pilot)
        await click(pilot, "/undo")
        assert conversation.talk.lines[-1] == "/undo"
        await click(pilot, "Ctrl+T another way")
        assert conversation.talk.lines[-1] == "/ask"


async def test_a_right_click_on_an_option_does_not_choose_it() -> None:
    body = ChooseBody((Entry(1, "a", "One"), Entry(2, "b", "Two")))
    conversation = fake(body)
    async with screens(opening=conversation) as pilot:
        await click(pilot, "Two", right=True)
        assert conversation.talk.lines == []
        await click(pilot, "Two")
        assert conversation.talk.lines == ["2"]


@pytest.mark.parametrize(
    ("plain_yes", "words"), [(True, ("y take it", "n not now")), (False, ("/yes take it", "/no not now"))]
)
async def test_what_is_offered_is_taken_or_left_by_a_click(plain_yes: bool, words: tuple[str, str]) -> None:
    known = tuple(info(find(name), here=True) for name in ("ask", "yes", "no"))
    conversation = fake(offers=(OfferLine("There is little time.", "the close", plain_yes),))
    conversation.talk.known = known
    async with screens(opening=conversation, size=(120, 30)) as pilot:
        await click(pilot, words[0])
        await click(pilot, words[1])
    assert conversation.talk.lines == ["/yes", "/no"]


async def test_a_conversation_is_walked_through_by_mouse_alone(desk: Desk) -> None:
    """From the first question to the last, with nothing typed and no key pressed."""
    conversation = start(desk)
    async with screens(desk, conversation) as pilot:
        seen = set[str]()
        for _ in range(200):
            if isinstance(pilot.app.screen, Page):
                break
            shown = await look(pilot)
            seen.add(conversation.talk.spot.key)
            words = (one for one in ("Enter goes on", "Enter closes it") if one in shown)
            await click(pilot, next(words, "empty Enter"))
        assert isinstance(pilot.app.screen, Page), "the thanks"
        assert len(seen) > 8
        await click(pilot, "any other key goes back")
        await pilot.pause()
        assert conversation.session.ended is not None


# -- how many keys it takes


async def test_one_key_a_note_and_two_a_question(desk: Desk) -> None:
    conversation = start(desk)
    conversation.talk.line("/go topic")
    pressed: list[str] = []
    async with screens(desk, conversation) as pilot:
        for question in range(6):
            where = conversation.talk.view()
            words = "something said" if where.kind != "rate" else "7"
            for text in (words, ""):
                if text:
                    entry(pilot.app).insert(text)
                    await pilot.press("enter")
                    pressed.append("note")
            before = len(pressed)
            while (now := conversation.talk.view()).spot == where.spot and now.place == where.place:
                await pilot.press("enter")
                pressed.append("question")
                assert len(pressed) - before <= 2, (question, where.spot)


def test_a_keymap_without_wishes_is_the_usual_one() -> None:
    assert keymap({}).keys == USUAL.keys


# -- screens with letters of their own


@pytest.mark.parametrize("where", ["home", "choose"])
async def test_h_shows_every_letter_of_the_screen_and_each_item_at_the_foot_is_one(desk: Desk, where: str) -> None:
    async with screens(desk, size=(160, 45)) as pilot:
        if where == "choose":
            await pilot.press("n")
            await look(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, Home | Choose)
        letters = screen._letters
        assert len({key for one in letters for key in (one.key, *one.also)}) == sum(
            1 + len(one.also) for one in letters
        )
        foot = [piece for line in screen.query_one("#foot", Canvas).lines for piece in line]
        assert {piece.text for piece in foot} >= {one.foot for one in letters if one.foot}
        await click(pilot, "h help")
        page = pilot.app.screen
        assert isinstance(page, Page)
        assert all(any(one.help in text for text in page._texts) for one in letters)
        await pilot.press("x")
        assert pilot.app.screen is screen
