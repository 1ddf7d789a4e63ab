"""A copy for somebody, from Review and from the end of a conversation: by keys and by mouse."""

import json
import stat
from pathlib import Path

import pytest
from tests.tui.kept import hold, spoil
from tests.tui.support import entry, golden, look, say, screens, start, until
from textual.pilot import Pilot

from coachtui.desk import Desk
from coachtui.tui.screens.handing.screen import Share
from coachtui.tui.screens.home import Home
from coachtui.tui.screens.panels import Ask, Blank
from coachtui.tui.screens.review.reading import Reading
from coachtui.tui.screens.review.screen import Review

SAID = (
    "/go topic", "Reading in Year 8",
    "/go goal", "leave at five",
    "/go actions", "ring the parents", "Friday", "/go actions", "ask for the box", "",
)  # fmt: skip


@pytest.fixture
def own(person: Path) -> Path:
    """Where a person keeps documents."""
    folder = person / "Documents"
    folder.mkdir()
    return folder


def held(desk: Desk, *, end: bool = True) -> str:
    """A conversation with a topic, a goal and two promises; nothing is agreed but what is usual."""
    return hold(desk, 1, ("Ann", "Bob"), SAID, end=end)


async def opened(pilot: Pilot[None], desk: Desk, session: str) -> str:
    """Open its sheet, and the way to a copy from there."""
    pilot.app.push_screen(Review(desk, desk.store.find(session)))
    await until(pilot, lambda shown: "e copy for ..." in shown)
    await pilot.press("e")
    return await until(pilot, lambda shown: "For whom shall a copy be made?" in shown)


async def at(pilot: Pilot[None], audience: str) -> None:
    """Go down to this audience, and take it."""
    for _ in range(10):
        if any(row.strip().startswith(f"> {audience} ") for row in (await look(pilot)).split("\n")):
            await pilot.press("enter")
            return
        await pilot.press("down")
    raise AssertionError(await look(pilot))


async def click(pilot: Pilot[None], words: str) -> None:
    """Click on these words, once they stand there."""
    while words not in await look(pilot):
        await pilot.pause(0.01)
    rows = (await look(pilot)).split("\n")
    y = next(number for number, row in enumerate(rows) if words in row)
    await pilot.click(offset=(rows[y].index(words) + 1, y))


async def is_there(pilot: Pilot[None], screen: type) -> None:
    """Wait until this screen is in front."""
    while not isinstance(pilot.app.screen, screen):
        await pilot.pause(0.01)
    await look(pilot)


async def test_for_a_line_manager_from_the_list_to_the_file(desk: Desk, own: Path) -> None:
    session = held(desk)
    async with screens(desk) as pilot:
        shown = await opened(pilot, desk, session)
        assert "coachee everything but what is kept private" in shown
        assert "line manager that we meet, what it is about; ask first: what was promised" in shown
        assert "SLT nothing" in shown
        await at(pilot, "line manager")
        shown = await until(pilot, lambda shown: "A promise, 1 of 2" in shown)
        assert "ring the parents (who: Ann; by when: Friday)" in shown
        assert "May this go to the line manager?" in shown
        await pilot.press("y")
        assert "ask for the box" in await look(pilot)
        await pilot.press("n")
        shown = await until(pilot, lambda shown: "This is all that a copy for the line manager holds:" in shown)
        assert "Reading in Year 8" in shown
        await pilot.press("enter", "enter")
        await is_there(pilot, Ask)
        await say(pilot, "")
        await until(pilot, lambda shown: "It is written" in shown)
        await pilot.press("enter")
        await is_there(pilot, Review)
    page = (own / "notes.html").read_text(encoding="utf-8")
    assert stat.S_IMODE((own / "notes.html").stat().st_mode) == 0o600
    assert "ring the parents" in page
    assert "ask for the box" not in page
    assert "leave at five" not in page


async def test_where_nothing_goes_there_is_no_page_and_it_says_so(desk: Desk, own: Path) -> None:
    session = held(desk)
    async with screens(desk) as pilot:
        shown = await opened(pilot, desk, session)
        assert "group" not in shown
        await at(pilot, "SLT")
        shown = await until(pilot, lambda shown: "So no page is made." in shown)
        assert "> SLT" in shown
        assert "Nothing of this conversation goes to SLT, not even that there was one." in shown
        await pilot.press("escape")
        await is_there(pilot, Review)
    assert list(own.iterdir()) == []


async def test_not_now_and_the_rest_stay_and_one_can_go_back(desk: Desk, own: Path) -> None:
    session = held(desk)
    async with screens(desk, size=(80, 60)) as pilot:
        await opened(pilot, desk, session)
        await at(pilot, "line manager")
        await pilot.press("y", "y")
        shown = await until(pilot, lambda shown: "This is all" in shown)
        assert "ring the parents" in shown
        await pilot.press("escape", "escape")
        shown = await until(pilot, lambda shown: "A promise, 1 of 2" in shown)
        assert "Answered so far: yes" in shown
        await pilot.press("enter")
        assert "Answered so far: yes" in await look(pilot)
        await pilot.press("l")
        shown = await until(pilot, lambda shown: "This is all" in shown)
        assert "ring the parents" not in shown
        assert "ask for the box" not in shown
        await pilot.press("escape", "escape", "escape")
        assert "> line manager" in " ".join((await look(pilot)).split())
        await pilot.press("escape")
        await is_there(pilot, Review)


async def test_what_stays_is_shown_by_a_key_of_its_own(desk: Desk, own: Path) -> None:
    session = hold(desk, 1, ("Ann", "Bob"), (*SAID, "/go options", "about Pat", "/private 1"))
    async with screens(desk, size=(80, 60)) as pilot:
        await opened(pilot, desk, session)
        await pilot.press("enter")
        shown = await until(pilot, lambda shown: "This is all that a copy for you, the coachee, holds:" in shown)
        assert "about Pat" not in shown
        await pilot.press("k")
        shown = await until(pilot, lambda shown: "For you alone." in shown)
        assert "about Pat (private)" in shown
        await pilot.press("k")
        assert "about Pat" not in await until(pilot, lambda shown: "This is all" in shown)


async def test_a_place_of_its_own_and_never_over_anything(desk: Desk, own: Path) -> None:
    session = held(desk)
    (own / "notes.md").write_text("mine")
    (own / "mine.md").write_text("mine")
    async with screens(desk) as pilot:
        await opened(pilot, desk, session)
        await pilot.press("enter", "enter", "m")
        await is_there(pilot, Ask)
        assert "notes-2.md" in await look(pilot)
        for typed, said in (
            (str(own / "mine.md"), "is there already"),
            (str(own / "mine.docx"), "Use one of"),
            (str(own / "nowhere" / "mine.md"), "no folder"),
            (str(desk.home.sessions), "conversations themselves are kept in that folder"),
        ):
            entry(pilot.app).fill("")
            await say(pilot, typed)
            await until(pilot, lambda shown, said=said: said in shown)  # type: ignore[misc]  # a default is no mistake
        entry(pilot.app).fill("")
        await say(pilot, str(own))
        shown = await until(pilot, lambda shown: "It is written" in shown)
        assert "A shared printer keeps paper lying about" in shown
        await pilot.press("escape")
        await until(pilot, lambda shown: "This is all" in shown)
    assert {one.name for one in own.iterdir()} == {"notes.md", "mine.md", "notes-2.md"}
    assert (own / "notes.md").read_text() == (own / "mine.md").read_text() == "mine"


async def test_by_mouse_alone(desk: Desk, own: Path) -> None:
    session = held(desk)
    async with screens(desk) as pilot:
        pilot.app.push_screen(Review(desk, desk.store.find(session)))
        await until(pilot, lambda shown: "e copy for ..." in shown)
        for words in ("copy for", "line manager", "y yes", "n no", "Enter makes", "JSON"):
            await click(pilot, words)
        await is_there(pilot, Ask)
        await say(pilot, "")
        await until(pilot, lambda shown: "It is written" in shown)
        await click(pilot, "Enter done")
        await is_there(pilot, Review)
    found = json.loads((own / "notes.json").read_text(encoding="utf-8"))
    assert found["audience"] == "line manager"
    assert [one["what"] for stage in found["stages"] for part in stage["parts"] for block in part["blocks"]
            if block["is"] == "promises" for one in block["promises"]] == ["ring the parents"]  # fmt: skip


async def test_the_calendar_is_offered_where_there_is_a_day(desk: Desk, own: Path) -> None:
    session = hold(desk, 1, ("Ann", "Bob"), ("/go topic", "Reading"))
    dated = held(desk)
    async with screens(desk) as pilot:
        for one, offered in ((session, False), (dated, True)):
            await opened(pilot, desk, one)
            await pilot.press("enter", "enter")
            shown = await until(pilot, lambda shown: "What kind of file?" in shown)
            assert ("Calendar" in shown) is offered
            await pilot.press("escape", "escape", "escape", "escape")
            await is_there(pilot, Home)


async def test_of_one_by_a_newer_coachtui_no_copy_is_made(desk: Desk, own: Path) -> None:
    held(desk)
    spoil(desk)
    async with screens(desk) as pilot:
        pilot.app.push_screen(Review(desk, desk.store.find("newer")))
        await until(pilot, lambda shown: "e copy for ..." in shown)
        await pilot.press("e")
        await until(pilot, lambda shown: "no copy is made of it" in shown)


async def test_in_the_middle_of_a_conversation_it_says_so(desk: Desk, own: Path) -> None:
    session = held(desk, end=False)
    async with screens(desk) as pilot:
        await opened(pilot, desk, session)
        await pilot.press("enter")
        await until(pilot, lambda shown: "The conversation was still open when this was made." in shown)


async def test_from_everything_so_far_a_copy_and_back_again(desk: Desk, own: Path) -> None:
    conversation = start(desk)
    conversation.talk.line("/go goal")
    async with screens(desk, conversation) as pilot:
        await say(pilot, "leave at five")
        await say(pilot, "/show")
        assert "e copy for ..." in await look(pilot)
        await pilot.press("e")
        await until(pilot, lambda shown: "For whom shall a copy be made?" in shown)
        await pilot.press("enter")
        shown = await until(pilot, lambda shown: "This is all that a copy for you, the coachee, holds:" in shown)
        assert "The conversation was still open when this was made." in shown
        assert "leave at five" in shown
        await pilot.press("escape", "escape")
        await is_there(pilot, Reading)
        await pilot.press("escape")
        assert entry(pilot.app).text == ""


async def test_keys_typed_ahead_ask_for_one_copy_and_not_for_many(desk: Desk, own: Path) -> None:
    async with screens(desk, start(desk)) as pilot:
        await say(pilot, "/show")
        await is_there(pilot, Reading)
        for _ in range(5):
            pilot.app.simulate_key("e")
        await until(pilot, lambda shown: "For whom shall a copy be made?" in shown)
        await pilot.press("escape")
        await is_there(pilot, Reading)


async def test_blank_from_every_stage(desk: Desk, own: Path) -> None:
    session = held(desk)
    async with screens(desk) as pilot:
        await opened(pilot, desk, session)
        await pilot.press("down")
        for key in ("enter", "l", "k", "k", "enter", ""):
            for blank in ("b", "ctrl+b"):
                await pilot.press(blank)
                await is_there(pilot, Blank)
                assert (await look(pilot)).strip() == ""
                await pilot.press("x")
                await is_there(pilot, Share)
            if key:
                await pilot.press(key)


async def test_at_the_end_a_copy_for_the_coachee(desk: Desk, own: Path) -> None:
    conversation = start(desk)
    for line in ("/go goal", "leave at five"):
        conversation.talk.line(line)
    async with screens(desk, conversation) as pilot:
        await say(pilot, "/end", "/end")
        await until(pilot, lambda shown: "c makes a copy for the coachee" in shown)
        await pilot.press("c")
        await until(pilot, lambda shown: "This is all that a copy for you, the coachee, holds:" in shown)
        await pilot.press("enter", "h")
        await is_there(pilot, Ask)
        await say(pilot, "")
        await until(pilot, lambda shown: "school e-mail" in shown)
        await pilot.press("enter")
        await until(pilot, lambda shown: "Thank you both." in shown)
        await pilot.press("s")
        assert "leave at five" in await until(pilot, lambda shown: "What I want" in shown)
        await pilot.press("escape")
        await until(pilot, lambda shown: "Thank you both." in shown)
        await pilot.press("c")
        await is_there(pilot, Share)
        await pilot.press("escape")
        await until(pilot, lambda shown: "Thank you both." in shown)
        await pilot.press("s")
        assert "leave at five" in await until(pilot, lambda shown: "What I want" in shown)
        await pilot.press("escape")
        await until(pilot, lambda shown: "Thank you both." in shown)
        await pilot.press("x")
        await is_there(pilot, Home)
    page = (own / "notes.html").read_text(encoding="utf-8")
    assert "leave at five" in page
    assert "still open" not in page


async def test_what_was_promised_before_is_named_in_the_copy(desk: Desk, own: Path) -> None:
    first = held(desk)
    second = hold(desk, 0, (), ("/go since", "done it was quick"), follow=first)
    async with screens(desk, size=(80, 60)) as pilot:
        await opened(pilot, desk, second)
        await pilot.press("enter")
        await until(pilot, lambda shown: "ring the parents (Ann: done)" in shown)


@pytest.mark.parametrize("stage", ["whom", "asking", "page", "kept", "format"])
async def test_how_it_looks(desk: Desk, own: Path, stage: str) -> None:
    session = held(desk)
    keys = {"whom": "", "asking": "enter", "page": "l", "kept": "k", "format": "k enter"}
    async with screens(desk) as pilot:
        await opened(pilot, desk, session)
        await pilot.press("down")
        for name, pressed in keys.items():
            await pilot.press(*pressed.split())
            if name == stage:
                break
        golden(f"copy-{stage}-80x24", await look(pilot))
