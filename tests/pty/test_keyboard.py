"""Real bytes from a keyboard: odd ones, pastes, storms, a mouse."""

from pathlib import Path

from tests.pty.conftest import home_desk, left_behind
from tests.pty.terminal import Terminal


def test_bytes_that_are_no_utf_8_end_nothing(begun: Terminal, person: Path) -> None:
    with begun as terminal:
        terminal.type(b"caf\xe9 and \xff\xfe more")
        terminal.wait_for_text("more")
        terminal.say("")
        terminal.wait_for_text("More is added to it")  # the hint of the line, empty again
        terminal.type("\x11")
        assert terminal.status() == 0
    assert "more" in left_behind(home_desk(person))


def test_a_bracketed_paste_comes_in_whole(begun: Terminal) -> None:
    with begun as terminal:
        terminal.type(b"\x1b[200~one [/] line\x1b[201~")
        terminal.wait_for_text("one [/] line")


def test_a_paste_that_is_too_long_is_refused_and_typing_goes_on(begun: Terminal) -> None:
    with begun as terminal:
        terminal.type("kept ")
        terminal.type(b"\x1b[200~" + b"x" * 25_000 + b"\x1b[201~")
        terminal.wait_for_text("25,005 characters")
        terminal.type("words")
        terminal.wait_for_text("kept words")


def test_what_is_typed_ahead_lands_in_its_own_line(begun: Terminal) -> None:
    """Enter and the next words in one burst: each line is its own note."""
    with begun as terminal:
        terminal.say("/go reality")
        terminal.wait_for_text("What is happening at the moment?")
        terminal.type("first\rsecond\rthird")
        terminal.wait_for_text("2  second")
        terminal.wait_for_text("> third")
        assert "1  first" in terminal.shown()


def test_a_mouse_click_goes_to_a_stage(begun: Terminal) -> None:
    with begun as terminal:
        terminal.wait_for_text("[Topic]")
        column = terminal.shown().split("\n")[1].index("Options") + 2
        terminal.type(f"\x1b[<0;{column};2M\x1b[<0;{column};2m")
        terminal.wait_for_text("What could you do?")
