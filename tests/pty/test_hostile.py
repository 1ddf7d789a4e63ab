"""Hostile texts in every place of a home, in a real terminal: no kind of escape sequence that harmless texts do not make.

New screens are entered in `WALK`.
"""

import re
from pathlib import Path

import pytest
from tests.pty.terminal import Terminal
from tests.support.hostile import BRACKETS, ESCAPES, HARMLESS, hostile_home

#: What is typed in a conversation, and the words that stand there then. Where they are those of a page, Escape closes it.
WALK = (
    ("\x15", "saved"), ("/where\r", "goes back"), ("/help\r", "goes back"), ("/show\r", "mends this"), ("/duty\r", "Speak to now"),
    ("/go topic\r", "saved"), ("/go importance\r", "saved"), ("/go pick\r", "saved"), ("/go actions\r", "saved"),
    ("/go reality\r", "saved"), ("/", "Enter takes it"), ("\x07", "saved"), ("/1\r", "saved"),
)  # fmt: skip
#: The same from Home, each with what leads back: every list, the finished sheet, and the way to a copy.
HOME = (
    ("n", "What would help"), ("/[", "letters find"), ("\x1b", "w people"), ("\x1b", "Start"), ("a", "find >"), ("\x1b[B", "/ find"),
    ("n", "hides names"), ("\x1b", "Start"), ("l", "GROW"), ("way", "puts the words away"), ("\x1b", "goes back"), ("\x1b[B", "/ find"), ("n", "hides names"),
    ("\r", "copy for ..."), ("p", "private"), ("e", "For whom"), ("\r", "Enter"), ("\r", "What kind of file?"),
    ("\x1b", "makes the file"), ("\x1b", "For whom"), ("\x1b", "copy for ..."), ("\x1b", "/ find"), ("\x1b", "Start"),
)  # fmt: skip

SEQUENCE = re.compile(
    r"\x1b\[([<=>?]?)([0-9;:]*)([ -/]*[@-~])"  # CSI
    r"|\x1b\](\d*)[^\x07\x1b]*(?:\x07|\x1b\\)"  # OSC
    r"|\x1b([PX^_])"  # strings
    r"|\x1b([ -Z\\`-~])"  # others
    r"|([\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2028\u2029\u2066-\u206f\ufeff\U000e0000-\U000e007f])"
)


def kinds(sent: bytes) -> set[str]:
    """The kinds of sequences in what was sent: modes by their number, all others by their last letter."""
    found = set()
    for private, numbers, last, osc, string, other, control in SEQUENCE.findall(sent.decode("utf-8", "replace")):
        if last:
            found.add(f"CSI {private}{numbers if private else ''}{last}")
        else:
            found.add(f"OSC {osc}" if osc else f"ESC {string or other}" if string or other else repr(control))
    return found


def walked(person: Path, texts: tuple[str, ...], first: int) -> set[str]:
    """The kinds of sequences of a walk through everything."""
    hostile_home(person, texts, first)
    with Terminal(("-m", "coachtui", "resume"), columns=160, rows=45) as terminal:
        terminal.wait_for_text("saved")
        for keys, shown in WALK:
            terminal.type(keys)
            terminal.wait_for_text(shown)
            if shown != "saved":
                terminal.type("\x1b")
                terminal.wait_for(lambda shown=shown: shown not in terminal.shown(), f"no {shown}")  # type: ignore[misc]  # bound
        terminal.type("\x11")
        assert terminal.status() == 0, terminal.last_words()
        sent = bytes(terminal.sent)
    with Terminal(("-m", "coachtui"), columns=160, rows=45) as terminal:
        terminal.wait_for_text("Start")
        for keys, shown in HOME:
            terminal.type(keys)
            terminal.wait_for_text(shown)
        terminal.type("\x11")
        assert terminal.status() == 0, terminal.last_words()
        return kinds(sent + bytes(terminal.sent))


def test_no_text_makes_a_sequence_that_harmless_words_do_not(
    person: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One walk with all of them: what each does on each screen is seen without a terminal, in `tests/tui/test_hostile.py`."""
    hostile = walked(person, (*ESCAPES, *BRACKETS), 0)
    monkeypatch.setenv("COACHTUI_HOME", str(tmp_path / "harmless"))
    assert hostile - walked(tmp_path, HARMLESS, 0) == set()


def test_the_look_at_sequences_bites() -> None:
    for text in ESCAPES:
        sent = f"words {text} words".encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode()
        assert kinds(sent) or "\r" in text or "\ufffd" in sent.decode(), ascii(text)
    assert kinds(b"\x1b[1;31mred\x1b[0m") == {"CSI m"}
