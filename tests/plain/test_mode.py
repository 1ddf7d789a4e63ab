"""The line mode with whatever comes in: odd bytes, endless lines, an end in the middle, commands that leave or close."""

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.support.pipe import piped

from coachtui.desk import Conversation, Desk
from coachtui.plain import Console, LineMode, Lines
from coachtui.store.home import find_home

ROOT = Path(__file__).parent.parent.parent
LAUNCHER = ROOT / "tests/support/fixed_run.py"
START = ["start", "grow", "--with", "p3", "--with", "p7", "--plain"]
#: Empty lines that lead from the start of GROW to its topic, the first free text.
TO_TOPIC = ["/go topic"]


def session(person: Path) -> dict[str, Any]:
    """The only session there is."""
    (path,) = (person / "coachtui").glob("sessions/*/*.json")
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document


def texts(document: dict[str, Any], step: str) -> list[str]:
    """What one step holds, as words."""
    record = document["records"].get(step, {})
    return [one["text"] for one in (*record.get("passages", ()), *record.get("notes", ()))]


def left_clean(person: Path) -> bool:
    """Whether only the JSON is left of the session: no journal, no lock."""
    (folder,) = (person / "coachtui/sessions").iterdir()
    return [path.suffix for path in folder.iterdir()] == [".json"]


def test_the_end_of_the_input_keeps_everything_and_leaves_it_open(person: Path) -> None:
    done = piped(START, [*TO_TOPIC, "How to say no"])
    assert done.code == 0
    assert "The input has ended. Everything is kept" in done.out
    assert texts(session(person), "topic") == ["How to say no"]
    assert session(person)["ended"] is None
    assert left_clean(person)


@pytest.mark.parametrize("lines", [[], ["/quit"]])
def test_where_nothing_was_said_it_says_that_nothing_is_kept(person: Path, lines: list[str]) -> None:
    done = piped(START, lines)
    assert done.code == 0
    assert "Nothing was said, so nothing is kept." in done.out
    assert "To go on" not in done.out
    assert not list((person / "coachtui/sessions").rglob("*.json"))


def test_a_last_line_without_an_end_counts(person: Path) -> None:
    done = raw(person, b"/go topic\nHow to say no")
    assert done.returncode == 0
    assert texts(session(person), "topic") == ["How to say no"]


def test_quit_leaves_it_open_and_end_closes_it(person: Path) -> None:
    assert piped(START, [*TO_TOPIC, "How to say no", "/quit"]).code == 0
    assert session(person)["ended"] is None
    done = piped(["resume", "--plain"], ["/end"], first=100)
    assert done.code == 0
    assert session(person)["ended"] is not None
    assert "To swap chairs" in done.out


def test_lines_after_the_end_are_counted_not_swallowed(person: Path) -> None:
    done = piped(START, ["/end", "one more thing", "", "and another"])
    assert done.code == 0
    assert "2 lines came after the end and were not taken in." in done.err


def test_a_conversation_in_which_nothing_was_said_leaves_no_file(person: Path) -> None:
    assert piped(START, ["/quit"]).code == 0
    assert list((person / "coachtui").glob("sessions/*/*")) == []


def test_looking_around_leaves_no_file_but_a_remark_does(person: Path) -> None:
    assert piped(START, ["/where", "/go options", "/help", "/show"]).code == 0
    assert list((person / "coachtui").glob("sessions/*/*")) == []
    assert piped(START, ["/remark before we begin"]).code == 0
    assert session(person)["records"]


def test_problems_go_to_standard_error_and_the_talk_goes_on(person: Path) -> None:
    done = piped(START, ["/nonsense", *TO_TOPIC, "How to say no"])
    assert done.code == 0
    assert "/nonsense" in done.err
    assert texts(session(person), "topic") == ["How to say no"]


def test_a_text_that_starts_with_a_slash_is_typed_with_two(person: Path) -> None:
    piped(START, [*TO_TOPIC, "//half-term plans"])
    assert texts(session(person), "topic") == ["/half-term plans"]


def test_show_prints_everything_so_far(person: Path) -> None:
    done = piped(START, [*TO_TOPIC, "How to say no", "/show"])
    assert "Our topic\n  How to say no" in done.out


def test_only_what_changed_is_printed(person: Path) -> None:
    """A screen reader hears each note once: with a second note the first is not said again."""
    done = piped(START, ["/go reality", "one of them is late", "another is not"])
    assert done.out.count("one of them is late") == 1


def test_no_prompt_and_no_escape_in_a_pipe(person: Path) -> None:
    done = piped(START, [*TO_TOPIC, "How to say no"])
    assert "\x1b" not in done.out
    assert "\n> " not in done.out


def test_what_was_half_typed_is_kept_by_an_empty_line(person: Path) -> None:
    """A line that was being typed on the screens when the power went is not lost to the line mode."""
    piped(START, [*TO_TOPIC, "How to say no", "/go goal"])
    (path,) = (person / "coachtui").glob("sessions/*/*.json")
    document = session(person)
    path.write_text(json.dumps({**document, "drafts": {"goal": "to sleep thro"}}), encoding="utf-8")
    done = piped(["resume", "--plain"], [""], first=100)
    assert "Half typed before: to sleep thro" in done.out
    assert texts(session(person), "goal") == ["to sleep thro"]


def test_where_the_disk_refuses_at_the_end_it_is_written_elsewhere(
    person: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a pipe nobody can be asked, so the person's home folder takes it, and the exit code says that it went wrong."""
    monkeypatch.setattr(Conversation, "close", lambda *_: False)
    done = piped(START, [*TO_TOPIC, "How to say no"])
    assert done.code == 1
    (saved,) = person.glob("*.json")
    assert texts(json.loads(saved.read_text(encoding="utf-8")), "topic") == ["How to say no"]
    assert f"The whole conversation was written to {saved} instead." in done.err


def test_where_nothing_takes_it_that_is_said(person: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Conversation, "close", lambda *_: False)
    monkeypatch.setattr(Path, "home", lambda: person / "not there")
    done = piped(START, [*TO_TOPIC, "How to say no"])
    assert done.code == 1
    assert "Nothing could be written to" in done.err


def test_a_session_that_is_open_elsewhere_is_not_taken_lines_for(person: Path) -> None:
    desk = Desk(find_home(None, os.environ, person))
    window = desk.start("grow")
    window.talk.line("/park an idea")
    assert window.save_now(30)
    done = piped(["resume", window.id, "--plain"], ["lost words"])
    assert done.code == 1
    assert "already open" in done.err
    assert "coachtui show" in done.err
    window.close()


def test_what_another_program_did_to_the_file_is_told(person: Path) -> None:
    desk = Desk(find_home(None, os.environ, person))
    first = desk.start("grow")
    first.talk.line("/park the first idea")
    assert first.close(30)
    window = desk.resume(first.id)

    class Meddling:
        """Lines, with another program writing over the file between them."""

        def __init__(self) -> None:
            self.lines = iter(["/park an idea\n", "/park another\n", "/next\n", "/quit\n"])

        def readline(self, limit: int = -1, /) -> str:
            """The next line; before the second the file is written over."""
            line = next(self.lines, "")
            if "another" in line:
                path = window.kept.path
                path.write_text(path.read_text(encoding="utf-8").replace('"minutes": 45', '"minutes": 33'), "utf-8")
            return line

    err = io.StringIO()
    assert LineMode(window, Console(Lines(Meddling()), io.StringIO(), err)).run() == 0
    assert "both" in err.getvalue().lower()
    files = sorted((person / "coachtui").glob("sessions/*/*.json"))
    asked = piped(["show", "last"])
    assert (asked.code, [one.stem in asked.err for one in files]) == (1, [True, True])
    assert "There is another version of it" in piped(["show", files[0].stem]).err


# -- with real bytes


def environment(**more: str) -> dict[str, str]:
    """What the program is started with."""
    return {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", **more}


def raw(person: Path, data: bytes, *words: str) -> subprocess.CompletedProcess[bytes]:
    """The program with these bytes on standard input."""
    command = [sys.executable, str(LAUNCHER), *(words or START)]
    return subprocess.run(command, input=data, capture_output=True, env=environment(), check=False, timeout=60)


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        (b"caf\xe9 with the head", "caf\ufffd with the head"),
        (b"How to \x00say\x1b[31m no\x07", "How to say[31m no"),
        ("How to say no\u202e".encode(), "How to say no"),
        (b"How to say no\r", "How to say no"),
    ],
    ids=["latin-1", "control characters", "turned direction", "windows line end"],
)
def test_whatever_bytes_come_in_clean_text_is_kept(person: Path, data: bytes, kept: str) -> None:
    done = raw(person, b"/go topic\n" + data + b"\n")
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout + done.stderr
    assert texts(session(person), "topic") == [kept]


def test_a_byte_order_mark_before_the_first_line_is_no_part_of_it(person: Path) -> None:
    done = raw(person, "\ufeff/go topic\nHow to say no\n".encode())
    assert done.returncode == 0
    assert texts(session(person), "topic") == ["How to say no"]


def test_an_endless_line_is_refused_in_a_sentence_and_the_talk_goes_on(person: Path) -> None:
    done = raw(person, b"/go topic\n" + b"x" * 3_000_000 + b"\nHow to say no\n" + b"y" * 20_001 + b"\n")
    assert done.returncode == 0
    assert b"That is 3,000,000 characters, and one answer holds 20,000." in done.stderr
    assert b"That is 20,001 characters" in done.stderr
    assert texts(session(person), "topic") == ["How to say no"]


def test_nobody_reading_is_no_reason_to_lose_a_word(person: Path) -> None:
    process = held(person)
    assert process.stdout is not None
    assert process.stdin is not None
    process.stdin.write(b"/go topic\n")
    process.stdin.flush()
    wait_for(process, b"What would you like to think through today?")
    process.stdout.close()
    process.stdin.write(b"How to say no\n")
    process.stdin.close()
    assert process.stderr is not None
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait(60) == 0
    assert b"Traceback" not in errors
    assert texts(session(person), "topic") == ["How to say no"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of this kind are not sent there")
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["int", "term", "hup"]
)
def test_a_signal_while_waiting_keeps_everything(person: Path, number: int, code: int) -> None:
    process = held(person)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"/go topic\nHow to say no\n")
    process.stdin.flush()
    wait_for(process, b"1. How to say no")
    process.send_signal(number)
    rest, errors = process.communicate(timeout=60)
    assert process.returncode == code
    assert b"Everything is kept" in rest
    assert b"Traceback" not in errors
    assert texts(session(person), "topic") == ["How to say no"]
    assert session(person)["ended"] is None
    assert left_clean(person)


def held(person: Path) -> "subprocess.Popen[bytes]":
    """A conversation in a process of its own, waiting for lines."""
    return subprocess.Popen(
        [sys.executable, str(LAUNCHER), *START],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )


def wait_for(process: "subprocess.Popen[bytes]", words: bytes) -> None:
    """Read on until these words were printed."""
    assert process.stdout is not None
    for line in process.stdout:
        if words in line:
            return
    raise AssertionError(f"{words!r} was never printed")
