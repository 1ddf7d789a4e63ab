"""Asking thing by thing before something is handed over: forwards, back, all the rest, and a last look."""

import pytest

from coachtui.cli.asking import HOW, ask_each, folded
from coachtui.errors import UserError
from coachtui.sharing import Question

THREE = tuple(Question(one, "actions", f"promise {one}") for one in "abc")


def asked(*typed: str) -> tuple[dict[str, bool], list[str]]:
    """What was answered with these lines, and everything that was shown or asked."""
    shown: list[str] = []
    left = iter(typed)

    def ask(words: str) -> str:
        shown.append(words)
        return next(left)

    answers = ask_each(THREE, ask, shown.append)
    assert next(left, None) is None
    return answers, shown


def test_yes_no_and_not_now() -> None:
    answers, shown = asked("y", "No", "", "")
    assert answers == {"a": True, "b": False, "c": False}
    assert shown[-4:-1] == [
        "  1  goes   A promise: promise a",
        "  2  stays  A promise: promise b",
        "  3  stays  A promise: promise c",
    ]


def test_back_asks_the_one_before_again() -> None:
    answers, shown = asked("back", "n", "y", "back", "back", "y", "n", "y", "")
    assert answers == {"a": True, "b": False, "c": True}
    assert "This is the first one." in shown


def test_all_the_rest_stays() -> None:
    answers, _ = asked("y", "y", "back", "rest", "")
    assert answers == {"a": True}


def test_on_the_last_look_one_is_asked_again_by_its_number() -> None:
    answers, shown = asked("y", "y", "y", "2", "n", "9", "two", "")
    assert answers == {"a": True, "b": False, "c": True}
    assert shown.count("A number from 1 to 3, Enter, or stop.") == 2
    assert shown[-7] == "  2  stays  A promise: promise b"


def test_what_is_no_answer_is_asked_again_and_changes_nothing() -> None:
    answers, shown = asked("perhaps", "y", "n", "n", "")
    assert answers == {"a": True, "b": False, "c": False}
    assert "y, n, back or rest; Enter alone leaves it here." in shown


def test_stop_on_the_last_look_hands_nothing_over() -> None:
    with pytest.raises(UserError, match="Nothing was handed over"):
        asked("y", "y", "y", "stop")


def test_no_line_is_broken_inside_a_word_and_the_list_hangs_below_its_own_words() -> None:
    lines = folded(HOW[1], 60)
    assert " ".join(lines) == HOW[1]
    assert max(map(len, lines)) <= 60
    assert folded("  2  stays  A promise: ring the parents on Monday", 30) == [
        "  2  stays  A promise: ring",
        "            the parents on",
        "            Monday",
    ]
    assert folded("", 60) == [""]
