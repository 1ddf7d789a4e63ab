"""Hostile texts in every place of a home, in a real terminal: no kind of escape sequence that harmless texts do not make.

New screens are entered in `WALK`.
"""

import re
from pathlib import Path

import pytest
from tests.pty.terminal import Terminal
from tests.support.hostile import BRACKETS, ESCAPES, HARMLESS, hostile_home

#: Keys that open something, and what has to be typed to be back: in a conversation, and on Home.
WALK = ("/where\r", "/help\r", "/show\r", "/go topic\r", "/go importance\r", "/go pick\r", "/go actions\r", "/go reality\r",
        "\x1b[A", "\x07", "/", "/1\r", "\x02")  # fmt: skip
HOME = ("l", "n", "a", "s", "f", "p", "b")
BACK = "\x1b\x1b[18~\x7f"

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
        for keys in WALK:
            at_rest(terminal, keys)
            at_rest(terminal, BACK)
        terminal.type("\x11")
        assert terminal.status() == 0, terminal.last_words()
        sent = bytes(terminal.sent)
    with Terminal(("-m", "coachtui"), columns=160, rows=45) as terminal:
        terminal.wait_for_text("Start")
        for keys in HOME:
            at_rest(terminal, keys)
            at_rest(terminal, "\x1b[B")
            at_rest(terminal, "\x1b\x1b[1;5A")
        terminal.type("\x11")
        assert terminal.status() == 0, terminal.last_words()
        return kinds(sent + bytes(terminal.sent))


def at_rest(terminal: Terminal, keys: str) -> None:
    """Type, and let it draw; whatever is drawn later is looked at all the same."""
    size = len(terminal.sent)
    terminal.type(keys)
    try:
        terminal.wait_for(lambda: len(terminal.sent) > size, "something drawn", 0.3)
    except AssertionError:
        return  # keys that do nothing here


@pytest.mark.parametrize(("texts", "first"), [(BRACKETS, 0), (ESCAPES, 0), (ESCAPES, 17)])
def test_no_text_makes_a_sequence_that_harmless_words_do_not(
    person: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, texts: tuple[str, ...], first: int
) -> None:
    hostile = walked(person, texts, first)
    monkeypatch.setenv("COACHTUI_HOME", str(tmp_path / "harmless"))
    assert hostile - walked(tmp_path, HARMLESS, 0) == set()


def test_the_look_at_sequences_bites() -> None:
    for text in ESCAPES:
        sent = f"words {text} words".encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode()
        assert kinds(sent) or "\r" in text or "\ufffd" in sent.decode(), ascii(text)
    assert kinds(b"\x1b[1;31mred\x1b[0m") == {"CSI m"}
