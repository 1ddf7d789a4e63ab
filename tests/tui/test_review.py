"""Review: the finished sheet, thing by thing, and back into the session to put one right."""

import pytest
from tests.tui.kept import furnish, hold, kept, spoil
from tests.tui.support import entry, golden, look, say, screens, start, until
from textual import events
from textual.pilot import Pilot

from coachtui.desk import Desk
from coachtui.tui.screens.handing.screen import Share
from coachtui.tui.screens.home import Home
from coachtui.tui.screens.looking import LookBack
from coachtui.tui.screens.panels import Ask, Blank
from coachtui.tui.screens.review.finished import Finished
from coachtui.tui.screens.review.mending import Mending
from coachtui.tui.screens.review.reading import Reading
from coachtui.tui.screens.review.screen import Review
from coachtui.tui.screens.session import SessionScreen
from coachtui.tui.widgets.canvas import Canvas

SIZES = [(80, 24), (100, 30), (160, 45)]


async def opened(pilot: Pilot[None], desk: Desk, session: str, thing: str = "") -> str:
    """Open a session's sheet and wait until it stands there."""
    pilot.app.push_screen(Review(desk, desk.store.find(session), thing=thing))
    return await until(pilot, lambda shown: "Escape back" in shown)


async def stand_at(pilot: Pilot[None], words: str) -> str:
    """Go down until this is where one stands."""
    shown = ""
    for _ in range(40):
        shown = " ".join((await look(pilot)).split())
        if f"> {words}" in shown:
            return shown
        await pilot.press("down")
    raise AssertionError(f"{words} cannot be stood at: {shown}")


async def is_there(pilot: Pilot[None], screen: type) -> None:
    """Wait until this screen is in front."""
    while not isinstance(pilot.app.screen, screen):
        await pilot.pause(0.01)
    await look(pilot)


async def test_a_misspelt_word_is_put_right_in_three_keys(desk: Desk) -> None:
    session = hold(desk, 1, ("Ann", "Bob"), ("/go goal", "leave at fife"), end=False)
    async with screens(desk) as pilot:
        await opened(pilot, desk, session)
        await stand_at(pilot, "leave at fife")
        await pilot.press("enter")
        await is_there(pilot, Mending)
        assert entry(pilot.app).text == "leave at fife"
        await pilot.press("backspace", "backspace")
        entry(pilot.app).insert("ve")
        await pilot.press("enter")
        await is_there(pilot, Review)
        await until(pilot, lambda shown: "> leave at five" in shown)
    record = kept(desk, session).record
    assert "first: leave at fife" not in str(record)
    assert kept(desk, session).ended is None


async def test_a_closed_conversation_is_opened_on_purpose_and_closed_again(desk: Desk) -> None:
    first, *_ = furnish(desk)
    before = kept(desk, first).ended
    assert before is not None
    async with screens(desk) as pilot:
        await opened(pilot, desk, first)
        await stand_at(pilot, "leave school at fife")
        await pilot.press("enter")
        await until(pilot, lambda shown: "Enter again opens it to mend this" in shown)
        assert isinstance(pilot.app.screen, Review)
        await pilot.press("enter")
        await is_there(pilot, Mending)
        entry(pilot.app).fill("")
        entry(pilot.app).insert("leave school at five")
        await pilot.press("enter")
        await is_there(pilot, Review)
        shown = await until(pilot, lambda shown: "> leave school at five" in shown)
        assert "Mended. The conversation is closed again." in shown
        assert "leave school at fife" not in shown, "a slip put right is no history"
        await pilot.press("m")
        await until(pilot, lambda shown: "first: leave school at fife" in shown)
        await pilot.press("m")
        await until(pilot, lambda shown: "first: leave school at fife" not in shown)
        await pilot.press("enter", "enter")
        await is_there(pilot, Mending)
        await pilot.press("escape")
        await until(pilot, lambda shown: "Nothing was changed. The conversation is closed again." in shown)
    assert kept(desk, first).ended == before


async def test_a_line_that_is_emptied_is_taken_out_of_a_closed_conversation(desk: Desk) -> None:
    first, *_ = furnish(desk)
    before = kept(desk, first).ended
    async with screens(desk) as pilot:
        await opened(pilot, desk, first)
        await stand_at(pilot, "leave school at fife")
        await pilot.press("enter", "enter")
        await is_there(pilot, Mending)
        entry(pilot.app).clear()
        await pilot.press("enter")
        await until(pilot, lambda shown: "Take it out? Enter again takes it out" in shown)
        await pilot.press("enter")
        await is_there(pilot, Review)
        await until(pilot, lambda shown: "Taken out. The conversation is closed again." in shown)
        assert "leave school at fife" not in await look(pilot)
    assert kept(desk, first).ended == before


async def test_moving_on_takes_back_the_first_enter(desk: Desk) -> None:
    first, *_ = furnish(desk)
    async with screens(desk) as pilot:
        await opened(pilot, desk, first)
        await stand_at(pilot, "leave school at fife")
        await pilot.press("enter", "down", "enter")
        assert isinstance(pilot.app.screen, Review)


async def test_escape_leaves_the_words_as_they_were(desk: Desk) -> None:
    session = hold(desk, 1, ("Ann", "Bob"), ("/go goal", "leave at five"), end=False)
    async with screens(desk) as pilot:
        await opened(pilot, desk, session)
        await stand_at(pilot, "leave at five")
        await pilot.press("enter")
        await is_there(pilot, Mending)
        entry(pilot.app).insert(" or six")
        await pilot.press("escape")
        await is_there(pilot, Review)
        await until(pilot, lambda shown: "> leave at five" in shown)
    assert desk.working(desk.read(session)).drafts.get("goal", "") == ""


async def test_a_half_line_is_still_there_after_mending(desk: Desk) -> None:
    conversation = start(desk)
    for line in ("/go options", "ask tem"):
        conversation.talk.line(line)
    conversation.talk.draft("and half a li")
    session = conversation.session.id
    conversation.close()
    async with screens(desk) as pilot:
        await opened(pilot, desk, session)
        await stand_at(pilot, "- ask tem")
        await pilot.press("enter")
        await is_there(pilot, Mending)
        entry(pilot.app).fill("")
        entry(pilot.app).insert("ask them")
        await pilot.press("enter")
        await is_there(pilot, Review)
        await until(pilot, lambda shown: "> - ask them" in shown)
    assert desk.working(desk.read(session)).drafts["options"] == "and half a li"


async def test_what_has_no_words_leads_to_its_spot_and_escape_leads_back(desk: Desk) -> None:
    session = hold(desk, 1, ("Ann", "Bob"), ("/go commitment", "6"), end=False)
    async with screens(desk) as pilot:
        await opened(pilot, desk, session)
        await stand_at(pilot, "How sure I am")
        await pilot.press("enter")
        await is_there(pilot, Mending)
        await until(pilot, lambda shown: "Escape on the empty line goes back to the page." in shown)
        await pilot.press("escape")
        await is_there(pilot, Review)


async def test_by_mouse_alone(desk: Desk) -> None:
    session = hold(desk, 1, ("Ann", "Bob"), ("/go topic", "meetings"), end=False)
    async with screens(desk) as pilot:
        await opened(pilot, desk, session)
        rows = (await look(pilot)).split("\n")
        y = next(number for number, row in enumerate(rows) if "meetings" in row)
        await pilot.click(offset=(rows[y].index("meetings") + 1, y))
        await is_there(pilot, Mending)
        assert entry(pilot.app).text == "meetings"
        await pilot.press("escape")
        await is_there(pilot, Review)
        rows = (await look(pilot)).split("\n")
        y = next(number for number, row in enumerate(rows) if "Escape back" in row)
        await pilot.click(offset=(rows[y].index("Escape back") + 1, y))
        await is_there(pilot, Home)


async def test_private_lines_are_counted_until_a_key(desk: Desk) -> None:
    first, *_ = furnish(desk)
    async with screens(desk, size=(100, 60)) as pilot:
        shown = await opened(pilot, desk, first)
        assert "1 private line: p shows it" in shown
        assert "about Pat" not in shown
        await pilot.press("p")
        assert "about Pat (private)" in await look(pilot)
        await pilot.press("p")
        assert "about Pat" not in await look(pilot)


async def test_earlier_talks_stand_beside_and_lead_to_their_own_sheet(desk: Desk) -> None:
    *_, second = furnish(desk)
    async with screens(desk, size=(100, 60)) as pilot:
        await opened(pilot, desk, second)
        shown = await until(pilot, lambda shown: "Earlier conversations" in shown)
        assert "Monday 2 November 2026: leave school at fife" in shown
        assert "now: leave at five" in shown
        assert "ring the parents (Zacharias, Monday 2 November 2026): open" in shown
        assert "café rota" not in shown, "another thread"
        await stand_at(pilot, "- ring the parents")
        await pilot.press("enter")
        await until(pilot, lambda shown: "> 1. ring the parents" in shown)
        await pilot.press("escape")
        await until(pilot, lambda shown: "> - ring the parents" in shown)


async def test_open_ones_are_continued_and_closed_ones_gone_on_with(desk: Desk) -> None:
    first, _, second = furnish(desk)
    for session, key in ((second, "c"), (first, "o")):
        async with screens(desk) as pilot:
            await opened(pilot, desk, session)
            await pilot.press(key)
            await is_there(pilot, SessionScreen)
            await say(pilot, "/quit")
            await is_there(pilot, Home)
        assert kept(desk, session).ended is None


async def test_follow_up_with_the_same_people_and_with_chairs_swapped(desk: Desk) -> None:
    first, *_ = furnish(desk)
    for key, roles in (("f", {"Zacharias": "Coachee"}), ("w", {"Zacharias": "Coach"})):
        async with screens(desk) as pilot:
            await opened(pilot, desk, first)
            await pilot.press(key)
            await is_there(pilot, SessionScreen)
            await say(pilot, "/park x", "/quit")
            await is_there(pilot, Home)
        new = next(one for one in desk.shelf().sessions if one.follows == first and one.parked)
        assert {one.name: one.role for one in new.people} | roles == {one.name: one.role for one in new.people}
        desk.store.delete(desk.store.find(new.id))


async def test_a_name_is_corrected_everywhere(desk: Desk) -> None:
    first, _, second = furnish(desk)
    async with screens(desk) as pilot:
        await opened(pilot, desk, first)
        await pilot.press("r")
        await is_there(pilot, Ask)
        await say(pilot, "1")
        await until(pilot, lambda shown: "What is Zacharias to be called" in shown)
        await say(pilot, "Zac")
        await until(pilot, lambda shown: "Corrected, in 2 conversations." in shown)
    assert {one.people[0].name for one in (kept(desk, first), kept(desk, second))} == {"Zac"}


async def test_deleting_asks_for_the_word(desk: Desk) -> None:
    first, *_ = furnish(desk)
    async with screens(desk) as pilot:
        await opened(pilot, desk, first)
        await pilot.press("x")
        await is_there(pilot, Ask)
        await say(pilot, "yes")
        await until(pilot, lambda shown: "Nothing was deleted." in shown)
        await pilot.press("x")
        await is_there(pilot, Ask)
        await say(pilot, "delete")
        await is_there(pilot, Home)
    assert first not in {one.id for one in desk.shelf().sessions}


async def test_deleted_from_the_list_it_is_gone_from_the_list(desk: Desk) -> None:
    furnish(desk)
    async with screens(desk) as pilot:
        pilot.app.push_screen(LookBack(desk))
        await until(pilot, lambda shown: "3 conversations" in shown)
        await pilot.press("enter")
        await until(pilot, lambda shown: "Escape back" in shown)
        await pilot.press("x")
        await is_there(pilot, Ask)
        await say(pilot, "delete")
        await until(pilot, lambda shown: "2 conversations" in shown)


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_a_name_that_nothing_uses_any_more_can_go_too(desk: Desk, key: str) -> None:
    _, other, _ = furnish(desk)
    async with screens(desk) as pilot:
        await opened(pilot, desk, other)
        await pilot.press("x")
        await is_there(pilot, Ask)
        await say(pilot, "delete")
        await until(pilot, lambda shown: "Ottoline: no other conversation has that name." in shown)
        await pilot.press(key)
        await is_there(pilot, Home)
    assert ("Ottoline" in [one.name for one in desk.naming.list.people()]) == (key == "escape")


async def test_one_that_is_open_elsewhere_or_newer_is_only_read(desk: Desk) -> None:
    *_, second = furnish(desk)
    spoil(desk)
    window = desk.resume(second)
    async with screens(desk) as pilot:
        await opened(pilot, desk, second)
        await stand_at(pilot, "leave at five")
        await pilot.press("enter")
        await until(pilot, lambda shown: "already open" in shown)
        assert isinstance(pilot.app.screen, Review)
    window.close()
    async with screens(desk) as pilot:
        assert "newer" in await opened(pilot, desk, "newer")


async def test_one_that_cannot_be_read_says_why(desk: Desk) -> None:
    furnish(desk)
    spoil(desk)
    async with screens(desk) as pilot:
        broken = desk.home.sessions / "2026/2026-11-20-0900-grow-brok.json"
        pilot.app.push_screen(Review(desk, broken))
        await until(pilot, lambda shown: "This conversation cannot be shown" in shown)
        await pilot.press("x")
        await is_there(pilot, Home)


async def test_ctrl_b_blanks_it(desk: Desk) -> None:
    first, *_ = furnish(desk)
    async with screens(desk) as pilot:
        await opened(pilot, desk, first)
        await pilot.press("ctrl+b")
        await is_there(pilot, Blank)
        assert (await look(pilot)).strip() == ""


async def test_show_leads_from_the_sheet_to_the_words_in_the_same_window(desk: Desk) -> None:
    conversation = start(desk)
    for line in ("/go goal", "leave at fife", "/go options"):
        conversation.talk.line(line)
    async with screens(desk, conversation) as pilot:
        await say(pilot, "/show")
        await is_there(pilot, Reading)
        await stand_at(pilot, "leave at fife")
        await pilot.press("enter")
        await is_there(pilot, SessionScreen)
        assert entry(pilot.app).text == "leave at fife"
        entry(pilot.app).fill("")
        entry(pilot.app).insert("leave at five")
        await pilot.press("enter")
        assert "leave at five" in await look(pilot)
    assert desk.shelf().sessions[0].ended is None


async def test_at_the_end_the_sheet_or_each_others_chairs(desk: Desk) -> None:
    conversation = start(desk)
    for line in ("/go goal", "leave at five"):
        conversation.talk.line(line)
    session = conversation.session.id
    async with screens(desk, conversation) as pilot:
        await say(pilot, "/end", "/end")
        shown = await until(pilot, lambda shown: "Thank you both." in shown)
        assert "Then Ann asks, and Bob thinks." in shown
        await pilot.press("s")
        await until(pilot, lambda shown: "leave at five" in shown)
        await pilot.press("escape")
        await until(pilot, lambda shown: "Thank you both." in shown)
        await pilot.press("w")
        await is_there(pilot, SessionScreen)
        while conversation.kept is pilot.app.screen._open.kept:  # type: ignore[attr-defined]
            await pilot.pause(0.01)
        await say(pilot, "/park x")
    (new,) = [one for one in desk.shelf().sessions if one.follows == session]
    assert {one.name: one.role for one in new.people} == {"Ann": "Coach", "Bob": "Coachee"}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_how_it_looks(desk: Desk, size: tuple[int, int]) -> None:
    *_, second = furnish(desk)
    async with screens(desk, size=size) as pilot:
        await opened(pilot, desk, second)
        await stand_at(pilot, "- ring the parents")
        golden(f"review-{size[0]}x{size[1]}", await look(pilot))


async def mend_from_sheet(pilot: Pilot[None], was: str, now: str) -> None:
    """On a sheet: two Enters at a thing, other words, Enter."""
    await stand_at(pilot, was)
    await pilot.press("enter")
    await until(pilot, lambda shown: "Enter again opens it to mend this" in shown)
    assert not isinstance(pilot.app.screen, SessionScreen)
    await pilot.press("enter")
    await is_there(pilot, Mending)
    assert entry(pilot.app).text == was
    entry(pilot.app).fill("")
    entry(pilot.app).insert(now)
    await pilot.press("enter")


async def test_the_sheet_after_the_thanks_mends_like_any_closed_one(desk: Desk) -> None:
    session = hold(desk, 1, ("Ann", "Bob"), ("/go goal", "leave with Mark", "/go options"), end=False)
    async with screens(desk, desk.resume(session)) as pilot:
        await say(pilot, "/end", "/end")
        await until(pilot, lambda shown: "Thank you both" in shown)
        await pilot.press("s")
        await is_there(pilot, Finished)
        await mend_from_sheet(pilot, "leave with Mark", "leave with M")
        await is_there(pilot, Finished)
        await until(pilot, lambda shown: "> leave with M" in shown and "closed again" in shown)
        await pilot.press("t")
        await until(pilot, lambda shown: "Nothing brings it back" in shown)
        await pilot.press("enter")
        await until(pilot, lambda shown: "Taken away for good" in " ".join(shown.split()))
        await pilot.press("escape")
        await until(pilot, lambda shown: "Thank you both" in shown)
        await pilot.press("enter")
        await is_there(pilot, Home)
    assert kept(desk, session).ended is not None
    assert "Mark" not in desk.store.find(session).read_text(encoding="utf-8")


async def test_an_earlier_wording_is_taken_away_from_review(desk: Desk) -> None:
    session = hold(desk, 1, ("Ann", "Bob"), ("/go options", "ask Mark", "sleep", "/edit 1 ask M"))
    async with screens(desk) as pilot:
        await opened(pilot, desk, session)
        await stand_at(pilot, "- sleep")
        assert "earlier wording" not in await look(pilot)
        await pilot.press("up")
        await stand_at(pilot, "- ask M")
        await pilot.press("t")
        await until(pilot, lambda shown: "Nothing brings it back" in shown)
        await pilot.press("down")
        await stand_at(pilot, "- sleep")
        await pilot.press("up", "t", "enter")
        await until(pilot, lambda shown: "Taken away for good" in " ".join(shown.split()) and "Mark" not in shown)
    assert "Mark" not in desk.store.find(session).read_text(encoding="utf-8")
    assert kept(desk, session).ended is not None


async def test_after_a_page_one_stands_at_the_first_thing_in_sight(desk: Desk) -> None:
    lines = ("/go options", *(f"option {number}" for number in range(1, 41)))
    session = hold(desk, 1, ("Ann", "Bob"), lines)
    async with screens(desk) as pilot:
        await opened(pilot, desk, session)
        for key in ("pagedown", "pagedown", "pageup"):
            await pilot.press(key)
            shown = (await look(pilot)).split("\n")
            things = [row for row in shown if "- option" in row]
            assert things[0].lstrip().startswith("> "), key
            assert len(things) > 5


async def test_where_a_line_runs_through_two_boxes_it_is_said_which_words_one_stands_at(desk: Desk) -> None:
    conversation = start(desk, "perspective-circles")
    for text in ("/go who", "Priya", "Raj", "/go From where Priya", "small", "/go From where Raj", "amused"):
        assert not conversation.talk.line(text).problem
    session = conversation.id
    assert conversation.close()
    async with screens(desk) as pilot:
        await opened(pilot, desk, session)
        told: set[str] = set()
        for _ in range(20):
            await pilot.press("down")
            shown = await look(pilot)
            told |= {row.strip() for row in shown.split("\n") if row.strip().startswith("Here: ")}
    assert {one.partition(": ")[2] for one in told} == {"Priya \u00b7 Feeling: small", "Raj \u00b7 Feeling: amused"}


async def test_in_a_picture_names_stand_out_and_a_click_is_on_the_words_it_is_on(desk: Desk) -> None:
    conversation = start(desk, "perspective-circles")
    for text in ("/go who", "Priya", "Raj", "/go From where Priya", "small", "/go From where Raj", "amused"):
        assert not conversation.talk.line(text).problem
    session = conversation.id
    assert conversation.close()
    async with screens(desk) as pilot:
        await opened(pilot, desk, session)
        canvas = pilot.app.screen.query_one("#sheet", Canvas)
        looks = {piece.text.strip(): piece.look for one in canvas.lines for piece in one}
        assert {looks["Priya"], looks["Raj"], looks["Feeling"]} == {"strong"}
        assert {looks["small"], looks["amused"]} == {""}
        while "amused" not in (shown := await look(pilot)):
            await pilot.press("pagedown")
        rows = shown.split("\n")
        (y,) = (number for number, row in enumerate(rows) if "small" in row and "amused" in row)
        await pilot.click(offset=(rows[y].index("amused") + 1, y))
        await is_there(pilot, Mending)
        assert entry(pilot.app).text == "amused"


async def test_the_page_stays_where_it_is_while_one_moves_over_what_is_in_sight(desk: Desk) -> None:
    session = hold(desk, 1, ("Ann", "Bob"), ("/go options", *(f"option {number}" for number in range(1, 41))))
    async with screens(desk) as pilot:
        await opened(pilot, desk, session)
        await stand_at(pilot, "- option 20")
        before = [row.replace(">", " ") for row in (await look(pilot)).split("\n")]
        for key in ("up", "up", "up", "down"):
            await pilot.press(key)
            assert [row.replace(">", " ") for row in (await look(pilot)).split("\n")] == before
        assert "> " in next(row for row in (await look(pilot)).split("\n") if "option 18" in row)


async def test_the_lines_that_say_how_much_more_there_is_stay_where_they_are(desk: Desk) -> None:
    session = hold(desk, 1, ("Ann", "Bob"), ("/go options", *(f"option {number}" for number in range(1, 41))))
    async with screens(desk) as pilot:
        await opened(pilot, desk, session)
        places = set[int]()
        for _ in range(5):
            rows = (await look(pilot)).split("\n")
            places |= {row.index(sign) for row in rows for sign in "\u2191\u2193" if sign in row}
            await pilot.press("pagedown")
    assert len(places) == 1


async def test_a_copy_can_be_had_from_the_sheet_at_the_end_and_keys_typed_ahead_stop_at_the_last_page(
    desk: Desk,
) -> None:
    conversation = start(desk)
    conversation.talk.line("/go goal")
    async with screens(desk, conversation) as pilot:
        await say(pilot, "leave at five", "/end")
        shown = " ".join((await look(pilot)).split())
        assert "still to come" in shown
        assert "closes it here \u00b7 Enter again" in shown
        assert "Enter closes it" in shown
        assert "goes on" not in shown
        await pilot.press("enter")
        await until(pilot, lambda shown: "Thank you both" in shown)
        # What was typed before the page could be seen.
        ahead = events.Key("enter", "\r")
        ahead.time = 0.0
        pilot.app.screen.post_message(ahead)
        assert "Thank you both" in await look(pilot)
        await pilot.press("s")
        await is_there(pilot, Finished)
        await pilot.press("e")
        await is_there(pilot, Share)
