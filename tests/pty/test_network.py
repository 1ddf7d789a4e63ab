"""A whole session on the screen, and the screens after it up to a copy for somebody, under watch: nothing leaves this process."""

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.pty.conftest import GROW, to_topic
from tests.pty.terminal import ROOT, Terminal

WATCHED = str(ROOT / "tests" / "support" / "watched.py")
START = GROW[2:]


def a_session(terminal: Terminal) -> None:
    """From the first question to Home and out, over the pages there are on the way."""
    to_topic(terminal)
    terminal.say("How to say no")
    for command in ("/where", "/help", "/show"):
        terminal.lead(f"{command}\r", "goes back")
        terminal.lead("\x1b", "empty Enter")
    terminal.say("/go actions", "ring the parents", "Friday", "/quit")
    assert terminal.status() == 0, terminal.last_words()


def a_copy(terminal: Terminal, path: Path) -> None:
    """From Home over the conversations to a finished sheet, and to a copy of it in this file."""
    steps = (
        ("l", "find >"), ("\x1b[B", "/ find"), ("\r", "copy for ..."), ("e", "For whom"), ("\r", "makes the file"),
        ("\r", "What kind of file?"), ("h", "Where shall it go?"), (f"{path}\r", "It is written"),
    )  # fmt: skip
    terminal.wait_for_text("Look back")  # what there is was looked up
    for keys, shown in steps:
        terminal.lead(keys, shown)
    terminal.type("\x11")
    assert terminal.status() == 0, terminal.last_words()


@pytest.mark.parametrize("name", ["by itself", "under strace"])
def test_a_session_and_a_copy_of_it_open_no_way_out(person: Path, tmp_path: Path, name: str) -> None:
    report, calls = tmp_path / "report", tmp_path / "calls"
    words: tuple[str, ...] = (WATCHED, str(report), *START)
    if name == "under strace":
        words = ("-c", STRACE, *traced(calls), *words)
    with Terminal(words) as terminal:
        a_session(terminal)
    with Terminal((WATCHED, str(report))) as terminal:
        a_copy(terminal, tmp_path / "copy.html")
    assert (tmp_path / "copy.html").exists()
    assert not report.exists(), report.read_text(encoding="utf-8")
    if name == "under strace":
        seen = calls.read_text(encoding="utf-8", errors="replace").splitlines()
        assert [line for line in seen if "AF_" in line and "AF_UNIX" not in line and "AF_LOCAL" not in line] == []
        assert [line for line in seen if "connect(" in line] == []


#: Becomes strace, which starts Python again. One process less in the terminal.
STRACE = "import os, sys; os.execvp('strace', [*sys.argv[1:sys.argv.index('--')], sys.executable, *sys.argv[sys.argv.index('--') + 1:]])"


def traced(calls: Path) -> tuple[str, ...]:
    """How strace is asked; skips where it may not look into a process."""
    asked = ("strace", "-f", "-qq", "-e", "trace=network", "-o", str(calls), "--")
    if shutil.which("strace") is None or subprocess.run([*asked[:-1], "true"], check=False).returncode:
        pytest.skip("strace cannot look into a process here")
    return asked
