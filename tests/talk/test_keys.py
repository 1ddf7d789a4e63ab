"""The keymap: the keys of the table, what `coachtui.toml` may wish for, and what is told instead of obeyed."""

import pytest

from coachtui.talk.keys import EDITING, FREE, USUAL, keymap, spelt, understood
from coachtui.talk.table import COMMANDS


def test_the_usual_keys_are_those_of_the_table_and_each_runs_one_command() -> None:
    assert dict(USUAL.keys) == {one.name: one.key for one in COMMANDS if one.key}
    assert len(set(USUAL.keys.values())) == len(USUAL.keys)
    assert USUAL.told == ()
    assert (USUAL.command("ctrl+t"), USUAL.command("ctrl+x")) == ("ask", None)


def test_no_usual_key_is_a_function_key_and_none_disturbs_typing() -> None:
    for key in USUAL.keys.values():
        assert key in EDITING or key in FREE or key == "ctrl+q"
        assert key[1:].isdecimal() is False


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("ctrl+t", "Ctrl+T"),
        ("f5", "F5"),
        ("up", "Up"),
        ("", ""),
        ("ctrl+pageup", "Ctrl+PageUp"),
        ("n", "n"),
        ("slash", "/"),
    ],
)
def test_keys_are_spelt_out(key: str, said: str) -> None:
    assert spelt(key) == said


@pytest.mark.parametrize("wish", ["Ctrl+N", "ctrl + n", "CTRL-N", "^n", "Control+N"])
def test_a_key_may_be_written_in_many_ways(wish: str) -> None:
    assert understood(wish) == "ctrl+n"
    assert keymap({"ask": wish}).spelt("ask") == "Ctrl+N"


def test_a_wish_takes_the_place_of_the_usual_key() -> None:
    found = keymap({"/where": "F5", "ask": "Ctrl+N"})
    assert found.told == ()
    assert (found.command("f5"), found.command("ctrl+n"), found.command("ctrl+t")) == ("where", "ask", None)


def test_two_commands_may_change_keys() -> None:
    found = keymap({"ask": "Ctrl+O", "park": "Ctrl+T"})
    assert found.told == ()
    assert (found.command("ctrl+o"), found.command("ctrl+t")) == ("ask", "park")


@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        ({"aks": "Ctrl+N"}, 'aks: There is no command called "aks". Did you mean "ask"?'),
        ({"ask": "Ctrl+A"}, '"Ctrl+A" cannot be given to a command. Free are Ctrl with one of B, F, G'),
        ({"ask": "Enter"}, '"Enter" cannot be given to a command.'),
        ({"ask": "x"}, '"x" cannot be given'),
        ({"ask": ""}, "cannot be given"),
        ({"ask": "Ctrl+O"}, "Ctrl+O is the key of /park. Give park another key first."),
        ({"ask": "Ctrl+N", "row": "Ctrl+N"}, "Ctrl+N was given to /ask already. Choose another."),
    ],
)
def test_a_wish_that_cannot_be_met_is_told_and_the_usual_key_stays(wishes: dict[str, str], told: str) -> None:
    found = keymap(wishes)
    assert len(found.told) == 1
    assert told in found.told[0]
    if "row" not in wishes:
        assert found.keys == USUAL.keys


def test_a_chain_of_clashes_is_untangled_without_two_commands_on_one_key() -> None:
    found = keymap({"ask": "Ctrl+O", "park": "Ctrl+G"})
    assert len(found.told) == 2
    assert found.keys == USUAL.keys


def test_what_a_command_does_fits_the_menu_of_a_small_window() -> None:
    assert {one.name: one.help for one in COMMANDS if len(one.help) > 51} == {}
