"""Look back, search and actions: one list, filtered as one types, without names until a key."""

import pytest
from tests.tui.kept import furnish, hold, kept, spoil
from tests.tui.support import entry, golden, look, screens, until
from textual.pilot import Pilot

from coachtui.desk import Desk
from coachtui.tui.screens.home import Home
from coachtui.tui.screens.looking import Actions, LookBack
from coachtui.tui.screens.review.screen import Review

SIZES = [(80, 24), (100, 30), (160, 45)]
NAMES = ("Zacharias", "Wilhelmina", "Ottoline")


async def opened(pilot: Pilot[None], screen: LookBack | Actions, ready: str) -> str:
    """Open the list and wait until all is read."""
    pilot.app.push_screen(screen)
    return await until(pilot, lambda shown: ready in shown)


async def type_in(pilot: Pilot[None], words: str) -> None:
    """Type words into the line above the list."""
    entry(pilot.app).insert(words)
    await pilot.pause()


async def click_on(pilot: Pilot[None], words: str) -> None:
    """Click where these words stand."""
    rows = (await look(pilot)).split("\n")
    y, x = next((number, row.index(words)) for number, row in enumerate(rows) if words in row)
    await pilot.click(offset=(x + 1, y))


async def test_all_conversations_newest_first_without_a_name(desk: Desk) -> None:
    furnish(desk)
    async with screens(desk) as pilot:
        shown = await opened(pilot, LookBack(desk), "3 conversations")
        assert [shown.index(day) for day in ("20 Nov", "09 Nov", "02 Nov")] == sorted(
            shown.index(day) for day in ("20 Nov", "09 Nov", "02 Nov")
        )
        for secret in (*NAMES, "How to say no", "Pat"):
            assert secret not in shown


async def test_names_after_a_key_and_away_again(desk: Desk) -> None:
    furnish(desk)
    async with screens(desk) as pilot:
        await opened(pilot, LookBack(desk), "3 conversations")
        await pilot.press("ctrl+n")
        assert "Zacharias, Wilhelmina" in await look(pilot)
        await pilot.press("down", "n")
        assert "Zacharias" not in await look(pilot)


async def test_a_private_topic_stays_away_with_the_other_private_things(desk: Desk) -> None:
    hold(desk, 3, ("Zacharias", "Wilhelmina"), ("/go topic", "How to say no", "/private 1"))
    async with screens(desk, size=(100, 30)) as pilot:
        await opened(pilot, LookBack(desk), "1 conversation")
        await pilot.press("ctrl+n")
        shown = await look(pilot)
        assert "Zacharias" in shown
        assert "a private topic" in shown
        assert "How to say no" not in shown
        await type_in(pilot, "how to say")
        assert "How to say no" not in await look(pilot)
        entry(pilot.app).clear()
        await pilot.press("down", "p")
        assert "private: How to say no" in await look(pilot)


async def test_typing_filters_by_words_date_format_and_once_shown_by_people(desk: Desk) -> None:
    furnish(desk)
    async with screens(desk) as pilot:
        await opened(pilot, LookBack(desk), "3 conversations")
        for words, many in (
            ("cafe", 1),
            ("ask head", 1),
            ("november", 3),
            ("2026-11-09", 1),
            ("grow", 3),
            ("ottoline", 0),
        ):
            entry(pilot.app).clear()
            await type_in(pilot, words)
            await until(pilot, lambda shown, many=many: (f"{many} of 3" if many < 3 else "3 conv") in shown)  # type: ignore[misc]
        assert "Nothing with these words." in await look(pilot)
        await pilot.press("ctrl+n")
        assert "1 of 3" in await look(pilot)
        await pilot.press("escape")
        assert entry(pilot.app).text == ""
        assert "3 conversations" in await look(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Home)


async def test_what_is_private_is_found_and_not_shown_until_a_key(desk: Desk) -> None:
    furnish(desk)
    async with screens(desk) as pilot:
        await opened(pilot, LookBack(desk), "3 conversations")
        await type_in(pilot, "pat")
        shown = await until(pilot, lambda shown: "1 of 3" in shown)
        assert "in a private line" in shown
        assert "about Pat" not in shown
        await pilot.press("down", "p")
        assert "private: about Pat" in await look(pilot)


async def test_enter_opens_the_sheet_at_what_was_found(desk: Desk) -> None:
    furnish(desk)
    async with screens(desk) as pilot:
        await opened(pilot, LookBack(desk), "3 conversations")
        await type_in(pilot, "plan")
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, Review)
        await until(pilot, lambda shown: "> - plan it together" in shown)
        await pilot.press("escape")
        await until(pilot, lambda shown: "1 of 3 conversations" in shown)
        assert entry(pilot.app).text == "plan"


async def test_a_click_opens_a_row_and_presses_a_key(desk: Desk) -> None:
    furnish(desk)
    async with screens(desk) as pilot:
        await opened(pilot, LookBack(desk), "3 conversations")
        await click_on(pilot, "Down to the list")
        await click_on(pilot, "n names")
        assert "Ottoline" in await look(pilot)
        await click_on(pilot, "09 Nov 2026")
        assert isinstance(pilot.app.screen, Review)
        await until(pilot, lambda shown: "café rota" in shown)


async def test_the_wheel_moves_over_the_rows(desk: Desk) -> None:
    for days in range(1, 40):
        hold(desk, days, ("A", "B"), ("/go topic", "x"))
    async with screens(desk) as pilot:
        await opened(pilot, LookBack(desk), "39 conversations")
        screen = pilot.app.screen
        assert isinstance(screen, LookBack)
        assert "13 Oct" not in await look(pilot)
        for _ in range(20):
            screen.on_mouse_scroll_down()
        assert "> 13 Oct" in " ".join((await look(pilot)).split())
        await pilot.press("down", "home")
        assert "> 20 Nov" in " ".join((await look(pilot)).split())


async def test_what_cannot_be_read_stands_there_with_its_reason_and_is_left_alone(desk: Desk) -> None:
    furnish(desk)
    spoil(desk)
    broken = desk.home.sessions / "2026/2026-11-20-0900-grow-brok.json"
    before = broken.read_bytes()
    async with screens(desk, size=(100, 30)) as pilot:
        shown = await opened(pilot, LookBack(desk), "5 conversations")
        assert "brok.json cannot be read: the text is not proper JSON" in shown
        assert "from a newer coachtui" in shown
        await pilot.press("down", "end", "enter")
        assert isinstance(pilot.app.screen, LookBack)
    assert broken.read_bytes() == before


async def test_two_files_of_one_conversation_are_told(desk: Desk) -> None:
    first, *_ = furnish(desk)
    path = desk.store.find(first)
    path.with_name(path.stem + " (copy).json").write_bytes(path.read_bytes())
    async with screens(desk) as pilot:
        shown = await opened(pilot, LookBack(desk), "4 conversations")
        assert shown.count("2 versions") == 2


async def test_an_empty_home_says_so(desk: Desk) -> None:
    async with screens(desk) as pilot:
        await opened(pilot, LookBack(desk), "No conversation yet.")


async def test_a_folder_that_cannot_be_listed_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise PermissionError(13, "denied")

    async with screens(desk) as pilot:
        monkeypatch.setattr(desk.store, "each", refuse)
        await opened(pilot, LookBack(desk), "cannot be listed now")


# -- actions


async def test_open_promises_with_their_days_and_without_names(desk: Desk) -> None:
    furnish(desk)
    async with screens(desk) as pilot:
        await opened(pilot, Actions(desk), "3 promises")
        await pilot.press("down")
        shown = await until(pilot, lambda shown: "> ring" in shown)
        assert "> ring the parents Coachee · due Thursday 19 November" in shown
        assert "write the list Coachee · on Friday" in shown
        assert shown.index("ring the parents") < shown.index("write the list") < shown.index("see the office")
        for name in NAMES:
            assert name not in shown
        await pilot.press("n")
        assert "Zacharias · due" in await look(pilot)


@pytest.mark.parametrize("screen", [LookBack, Actions])
async def test_both_lists_begin_with_words_and_one_arrow_down_goes_to_the_first_row(
    desk: Desk, screen: type[LookBack] | type[Actions]
) -> None:
    furnish(desk)
    async with screens(desk) as pilot:
        await opened(pilot, screen(desk), "3 ")
        assert "\n > " not in await look(pilot)
        await pilot.press(*("ring" if screen is Actions else "fife"))
        await until(pilot, lambda shown: "1 promise" in shown or "1 of 3" in shown)
        await pilot.press("escape", "down")
        rows = [row for row in (await look(pilot)).split("\n")[2:] if row.strip()]
        assert rows[0].startswith(" > ")
        await pilot.press("up")
        assert "\n > " not in await look(pilot)


async def test_one_letter_says_what_became_of_it(desk: Desk) -> None:
    first, *_ = furnish(desk)
    async with screens(desk) as pilot:
        await opened(pilot, Actions(desk), "3 promises")
        await pilot.press("down", "d")
        await until(pilot, lambda shown: "What was learned?" in shown)
        entry(pilot.app).insert("they were kind")
        await pilot.press("enter")
        shown = await until(pilot, lambda shown: "2 promises" in shown)
        assert "It is done now." in shown
        assert "ring the parents" not in shown
        await pilot.press("c")
        assert "done" in await until(pilot, lambda shown: "ring the parents" in shown)
    (record,) = [one for _, one in kept(desk, first).records_of("actions")]
    assert '"learned":"they were kind"' in record.model_dump_json()
    assert kept(desk, first).ended is not None


async def test_escape_at_what_was_learned_leaves_it_as_it_was(desk: Desk) -> None:
    furnish(desk)
    async with screens(desk) as pilot:
        await opened(pilot, Actions(desk), "3 promises")
        await pilot.press("down", "x")
        await until(pilot, lambda shown: "What was learned?" in shown)
        await pilot.press("escape")
        await until(pilot, lambda shown: "3 promises" in shown)


async def test_a_promise_of_a_session_open_elsewhere_is_left_and_told(desk: Desk) -> None:
    _, _, second = furnish(desk)
    window = desk.resume(second)
    async with screens(desk) as pilot:
        await opened(pilot, Actions(desk), "3 promises")
        await type_in(pilot, "write")
        await pilot.press("down", "m")
        await until(pilot, lambda shown: "What was learned?" in shown)
        await pilot.press("enter")
        await until(pilot, lambda shown: "already open" in shown)
    window.close()


async def test_enter_on_a_promise_opens_the_sheet_at_it(desk: Desk) -> None:
    furnish(desk)
    async with screens(desk) as pilot:
        await opened(pilot, Actions(desk), "3 promises")
        await pilot.press("enter")
        await until(pilot, lambda shown: "> 1. ring the parents" in shown)


async def test_one_letter_changes_between_promises_and_conversations(desk: Desk) -> None:
    furnish(desk)
    async with screens(desk) as pilot:
        await opened(pilot, Actions(desk), "3 promises")
        await pilot.press("down", "a")
        await until(pilot, lambda shown: "3 conversations" in shown)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_how_it_looks(desk: Desk, size: tuple[int, int]) -> None:
    furnish(desk)
    spoil(desk)
    name = f"{size[0]}x{size[1]}"
    async with screens(desk, size=size) as pilot:
        await opened(pilot, LookBack(desk), "5 conversations")
        golden(f"lookback-{name}", await look(pilot))
        await type_in(pilot, "ask hea")
        await until(pilot, lambda shown: "of 5" in shown)
        golden(f"search-{name}", await look(pilot))
        await pilot.press("escape", "down", "a")
        await until(pilot, lambda shown: "Actions" in shown)
        golden(f"actions-{name}", await look(pilot))
