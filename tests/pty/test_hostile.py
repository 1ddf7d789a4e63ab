"""Hostile texts in every place of a home, in a real terminal: no kind of escape sequence that harmless texts do not make.

New screens are entered in `WALK`.
"""

import re
from pathlib import Path

import pytest
from tests.pty.terminal import Terminal
from tests.support.hostile import BRACKETS, ESCAPES, HARMLESS, hostile_home

#: The foot of a conversation in which nothing is open, and that of Home.
TALK, AT_HOME = "empty Enter", "q leave"
#: What is typed in a conversation, the words that stand there then and not before, and those to which Escape leads back.
WALK = (
    ("\x15", "One note a line", ""), ("/where\r", "goes back", TALK), ("/help\r", "goes back", TALK), ("/show\r", "mends this", TALK),
    ("/duty\r", "Speak to now", TALK), ("/go topic\r", "like to think through today?", ""), ("/go importance\r", "A number from 1", ""),
    ("/go pick\r", "Which of your ideas", ""), ("/go actions\r", "From what was picked", ""), ("/go reality\r", "What is happening", ""),
    ("/", "Enter takes it", TALK), ("\x07", "Ask for one example", ""), ("/1\r", "Enter try it again", ""),
)  # fmt: skip
#: The same from Home, each with what leads back: every list, the finished sheet, and the way to a copy.
HOME = (
    ("n", "What would help"), ("/[", "letters find"), ("\x1b", "w people"), ("\x1b", AT_HOME), ("a", "find >"), ("\x1b[B", "/ find"),
    ("n", "hides names"), ("\x1b", AT_HOME), ("l", "find >"), ("way", "puts the words away"), ("\x1b", "goes back"), ("\x1b[B", "/ find"),
    ("n", "hides names"), ("\r", "copy for ..."), ("p", "hides private"), ("e", "For whom"), ("\r", "makes the file"), ("\r", "What kind of file?"),
    ("\x1b", "makes the file"), ("\x1b", "For whom"), ("\x1b", "copy for ..."), ("\x1b", "/ find"), ("\x1b", AT_HOME),
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
        for keys, shown, back in WALK:
            terminal.lead(keys, shown)
            if back:
                terminal.lead("\x1b", back)
        terminal.type("\x11")
        assert terminal.status() == 0, terminal.last_words()
        sent = bytes(terminal.sent)
    with Terminal(("-m", "coachtui"), columns=160, rows=45) as terminal:
        terminal.wait_for_text("Look back")  # what there is was looked up
        for keys, shown in HOME:
            terminal.lead(keys, shown)
        terminal.type("\x11")
        assert terminal.status() == 0, terminal.last_words()
        return kinds(sent + bytes(terminal.sent))


@pytest.mark.timeout(300)  # the program is started four times, and each walk is as long as there are screens
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
