"""The entry line under any order of typing, pasting, undoing and resizing: it never ends the program."""

import random

import pytest
from tests.tui.support import entry, fake, screens
from textual import events

OPERATIONS = ("type", "new line", "paste", "backspace", "up", "home", "select", "all", "undo", "undo", "redo", "size")
PASTED = ("a\nb\nc", "words " * 20, "日" * 30, "x")


async def some(seed: int) -> None:
    """Sixty operations in an order that follows from the seed."""
    dice = random.Random(seed)
    async with screens(opening=fake(), size=(dice.choice((10, 40, 80)), 24)) as pilot:
        line = entry(pilot.app)
        doing = {
            "type": lambda: line._replace_via_keyboard(dice.choice("ab é日"), *line.selection),
            "new line": line.action_new_line,
            "backspace": line.action_delete_left,
            "up": line.action_cursor_up,
            "home": line.action_cursor_line_start,
            "select": lambda: line.action_cursor_up(select=True),
            "all": line.select_all,
            "undo": line.undo,
            "redo": line.redo,
        }
        for _ in range(60):
            name = dice.choice(OPERATIONS)
            if name == "paste":
                await line._on_paste(events.Paste(dice.choice(PASTED)))
            elif name == "size":
                await pilot.resize_terminal(dice.choice((1, 5, 30, 90)), dice.choice((1, 10, 24)))
            else:
                doing[name]()
        typed = line.text
        line.select_all()
        line.action_delete_left()
        assert line.text == ""
        line.undo()
        assert line.text == typed or not typed


@pytest.mark.parametrize("seed", range(12))
async def test_any_order_of_operations(seed: int) -> None:
    await some(seed)


async def test_undo_takes_lines_away_under_the_cursor() -> None:
    """The cursor stands on a line that the undo takes away."""
    async with screens(opening=fake(), size=(40, 24)) as pilot:
        line = entry(pilot.app)
        await line._on_paste(events.Paste("\n".join("abcdefgh")))
        await pilot.pause()
        line.undo()
        assert line.text == ""
        line.redo()
        assert line.text == "\n".join("abcdefgh")
        assert line.cursor_location == (7, 1)
        line.redo()
        assert line.cursor_location == (7, 1), "nothing to bring back leaves the cursor where it is"


KEYS = {
    "all of it, then other words": ("a b f7 backspace w o r d", "word"),
    "a letter put right": ("t e h backspace backspace h e", "the"),
    "in front of it": ("o r d home w", "word"),
    "one letter back": ("w o d left r", "word"),
    "the last word": ("l i ctrl+w w o r d", "word"),
    "to the beginning of the line": ("x y ctrl+u w o r d", "word"),
    "a line more": ("w o ctrl+j r d backspace backspace backspace r d", "word"),
}


@pytest.mark.parametrize("told", KEYS)
async def test_keys_typed_ahead_act_in_the_order_in_which_they_were_typed(told: str) -> None:
    """All of them are there before the first one is looked at, as in a program that is behind."""
    keys, expected = KEYS[told]
    held = fake()
    async with screens(opening=held) as pilot:
        for key in keys.split():
            pilot.app.simulate_key(key)
        await pilot.pause()
        assert entry(pilot.app).text == expected
        assert held.talk.drafts[-1] == expected, "and what stands there is what is kept"


async def test_home_and_end_go_to_the_row_first_and_then_to_all_of_it() -> None:
    async with screens(opening=fake(), size=(40, 24)) as pilot:
        line = entry(pilot.app)
        await pilot.press(*"one two three four five six seven eight nine ten eleven twelve")
        whole = (0, len(line.text))
        offsets = line.wrapped_document.get_offsets(0)
        assert len(offsets) >= 1
        await pilot.press("home")
        assert line.cursor_location == (0, offsets[-1])
        await pilot.press("home")
        assert line.cursor_location == (0, 0)
        await pilot.press("end")
        row_end = line.cursor_location
        assert (0, 0) < row_end < (0, offsets[0] + 1)
        await pilot.press("end")
        assert line.cursor_location == whole
        await pilot.press("home", "shift+home", "x")
        assert line.text == f"x{'one two three four five six seven eight nine ten eleven twelve'[offsets[-1] :]}"
